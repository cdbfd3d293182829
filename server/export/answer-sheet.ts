/**
 * The answer table as an Excel workbook: the meetings, with days as real dates, and a sheet that says what the table is.
 *
 * Every text is typed as text, so that nothing a stranger wrote can run as a formula.
 */
import writeXlsxFile, { type Row, type SheetData } from 'write-excel-file/node';
import { wordsOf } from '../../web/words.ts';
import type { AnswerAbout } from './answer-about.ts';
import { type AnswerColumn, type AnswerRow, answerColumns, toTexts } from './answer-rows.ts';

/** The longest text that Excel opens in a cell. */
const MOST_CELL_UNITS = 32_767;
/** In characters of the sheet's font. */
const WIDTHS: Readonly<Record<AnswerColumn, number>> = {
  date: 12,
  meeting: 36,
  host: 24,
  chair: 22,
  positions: 24,
  purpose: 18,
  passage: 70,
  printed: 24,
  source: 22,
  address: 40,
  sureness: 14,
};
const DAY = 'dd/mm/yyyy';

type SheetFeature = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>[number];

/** The workbook; all rows are held at once, so the caller keeps their number in bounds. */
export async function writeAnswerSheet(rows: AsyncIterable<AnswerRow>, about: AnswerAbout): Promise<Buffer> {
  const { lang } = about;
  const words = wordsOf(lang).answerTable;
  const head: Row = answerColumns.map((column) => ({
    type: String,
    value: words.columns[column],
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'top',
  }));
  const data: SheetData = [head];
  for await (const row of rows) data.push(toCells(row, toTexts(row, lang)));
  const sheets = [
    {
      data,
      sheet: words.sheet,
      columns: answerColumns.map((column) => ({ width: WIDTHS[column] })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    },
    { data: tellLines(about), sheet: words.about, columns: [{ width: 24 }, { width: 100 }] },
  ];
  return writeXlsxFile(sheets, { features: [filterHead(words.sheet, data.length)] }).toBuffer();
}

function toCells(row: AnswerRow, texts: Readonly<Record<AnswerColumn, string>>): Row {
  return answerColumns.map((column) => {
    if (column === 'date' && row.day !== null) {
      return { type: Date, value: new Date(`${row.day}T00:00:00Z`), format: DAY, alignVertical: 'top', align: 'left' };
    }
    return toCell(texts[column]);
  });
}

function toCell(text: string): Row[number] {
  if (text === '') return null;
  const value = text.length <= MOST_CELL_UNITS ? text : `${text.slice(0, MOST_CELL_UNITS - 1)}…`;
  return { type: String, value, wrap: true, alignVertical: 'top' };
}

function tellLines({ title, lines, address, warning, lang }: AnswerAbout): SheetData {
  const words = wordsOf(lang).answerTable;
  const told = [...lines, { label: words.page, value: address }, { label: words.warning, value: warning }];
  return [
    [{ type: String, value: title, fontWeight: 'bold', fontSize: 14 }],
    ...told.map(({ label, value }) => [
      { type: String, value: label, fontWeight: 'bold' as const, alignVertical: 'top' as const },
      toCell(value),
    ]),
  ];
}

/** Arrows for filtering in the head row; the library has no word for them. */
function filterHead(sheet: string, rows: number): SheetFeature {
  const last = String.fromCharCode('A'.charCodeAt(0) + answerColumns.length - 1);
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, options) =>
            options.sheet === sheet
              ? xml.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${last}${rows}"/>`)
              : xml,
        },
      },
    },
  };
}
