/**
 * The answer table as a Word document, ready to be put behind a report: A4 across, one table whose head stands on every
 * page, the citation bold inside its sentence, sources as links that work, numbered pages.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { safeHref } from '../../web/address.ts';
import { formatNumber } from '../../web/dates.ts';
import { wordsOf } from '../../web/words.ts';
import type { AnswerAbout } from './answer-about.ts';
import { type AnswerRow, type AnswerSentence, dateText } from './answer-rows.ts';

/** Twentieths of a point: an A4 page across, with margins of 2 and 1.5 cm. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1134, bottom: 1134, left: 850, right: 850 };
/** Share of the width, of 15,138 in all. */
const WIDTHS = [1300, 2900, 2100, 1500, 4900, 1438, 1000] as const;
/** Half points. */
const SMALL = 18;

/** The file; all rows are held at once, so the caller keeps their number in bounds. */
export async function writeAnswerWord(rows: AsyncIterable<AnswerRow>, about: AnswerAbout): Promise<Buffer> {
  const { answerTable: words } = wordsOf(about.lang);
  const { columns } = words;
  const heads = [
    columns.date,
    words.meetingAndHost,
    columns.chair,
    columns.purpose,
    columns.passage,
    columns.source,
    columns.sureness,
  ];
  const table: TableRow[] = [drawHead(heads)];
  for await (const row of rows) table.push(drawRow(row, about.lang));
  return Packer.toBuffer(
    new Document({
      creator: 'sohieu',
      title: about.title,
      styles: { default: { document: { run: { font: 'Times New Roman', size: 24 } } } },
      sections: [
        {
          properties: { page: { size: { ...PAGE, orientation: PageOrientation.LANDSCAPE }, margin: MARGIN } },
          footers: { default: drawFooter(about) },
          children: [...drawOpening(about), drawTable(table), ...drawClose(about)],
        },
      ],
    }),
  );
}

function drawOpening({ title, lines }: AnswerAbout): Paragraph[] {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      alignment: AlignmentType.CENTER,
      spacing: { after: 160 },
      children: [new TextRun({ text: title, bold: true, size: 28, color: '000000', font: 'Times New Roman' })],
    }),
    ...lines.map(
      ({ label, value }) => new Paragraph({ children: [new TextRun({ text: `${label}: `, bold: true }), text(value)] }),
    ),
    new Paragraph({ children: [] }),
  ];
}

function drawClose({ address, warning, lang }: AnswerAbout): Paragraph[] {
  const words = wordsOf(lang).answerTable;
  return [
    new Paragraph({ children: [] }),
    new Paragraph({ children: [new TextRun({ text: `${words.page}: `, bold: true }), link(address, address)] }),
    new Paragraph({ children: [new TextRun({ text: `${words.warning}: `, bold: true }), text(warning)] }),
  ];
}

function drawFooter({ lang }: AnswerAbout): Footer {
  const { pageNumber } = wordsOf(lang).answerTable;
  const children = [`${pageNumber} `, PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children, size: SMALL })] })],
  });
}

function drawTable(rows: TableRow[]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
  return new Table({
    rows,
    layout: TableLayoutType.FIXED,
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...WIDTHS],
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
  });
}

function drawHead(heads: readonly string[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: heads.map(
      (head) =>
        new TableCell({
          shading: { fill: 'EDEDED' },
          children: [new Paragraph({ children: [new TextRun({ text: head, bold: true, size: SMALL })] })],
        }),
    ),
  });
}

function drawRow(row: AnswerRow, lang: AnswerAbout['lang']): TableRow {
  const { further } = wordsOf(lang).answerTable;
  const rest = row.further === 0 ? [] : [line(further(formatNumber(row.further, lang)))];
  const cells: readonly (readonly Paragraph[])[] = [
    [line(dateText(row))],
    [line(row.meeting), ...(row.host === '' ? [] : [line(row.host, true)])],
    [line(row.chair), ...(row.positions === '' ? [] : [line(row.positions, true)])],
    row.purpose.split('\n').map((purpose) => line(purpose)),
    [...row.sentences.map(drawSentence), ...rest],
    drawSources(row.sentences),
    row.sureness.split('\n').map((sureness) => line(sureness)),
  ];
  return new TableRow({ children: cells.map((children) => new TableCell({ children: [...children] })) });
}

function drawSentence({ before, surface, after }: AnswerSentence): Paragraph {
  return new Paragraph({
    spacing: { after: 60 },
    children: [
      text(`“${before}`, SMALL),
      new TextRun({ text: surface, bold: true, size: SMALL }),
      text(`${after}”`, SMALL),
    ],
  });
}

/** Each article once. */
function drawSources(sentences: readonly AnswerSentence[]): readonly Paragraph[] {
  const sources = new Map(sentences.map(({ address, source }) => [address, source]));
  return [...sources].map(([address, source]) => new Paragraph({ children: [link(address, source, SMALL)] }));
}

function line(words: string, isFaint = false): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: words, size: SMALL, ...(isFaint && { color: '404040', italics: true }) })],
  });
}

function text(words: string, size?: number): TextRun {
  return new TextRun({ text: words, ...(size !== undefined && { size }) });
}

/** A link where a reader may follow it, else the words alone. */
function link(address: string, words: string, size?: number): ExternalHyperlink | TextRun {
  const target = /^https?:/i.test(address) ? safeHref(address) : null;
  if (target === null) return text(words, size);
  const run = new TextRun({ text: words, color: '0E4A7B', underline: {}, ...(size !== undefined && { size }) });
  return new ExternalHyperlink({ link: target, children: [run] });
}
