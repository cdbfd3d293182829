/**
 * Rows as the files that people open: csv, jsonl, xlsx.
 *
 * A title from a stranger's page may begin with `=`: a spreadsheet must never run it, so csv escapes what looks like a
 * formula and quotes every cell, and xlsx cells are typed as text. Nested values stand as JSON in one cell.
 */
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import writeXlsxFile from 'write-excel-file/node';

export const exportFormats = ['csv', 'jsonl', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export type ExportRow = Readonly<Record<string, unknown>>;

/** Rows that one sheet takes here: more would have to be held in memory at once. */
export const mostSheetRows = 100_000;
/** The longest text that Excel opens in a cell. */
const mostCellUnits = 32_767;

/** A sheet was asked for with more rows than one takes: take csv or jsonl. */
export class SheetTooLongError extends Error {
  override readonly name = 'SheetTooLongError';
}

/**
 * Writes rows to `out`, no faster than it takes them, and leaves it open.
 *
 * @param columns names of the fields in order; the head of csv and xlsx
 * @throws SheetTooLongError before anything is written, when xlsx is asked for more than `mostSheetRows`
 */
export async function writeRows(
  format: ExportFormat,
  columns: readonly string[],
  rows: AsyncIterable<ExportRow>,
  out: Writable,
): Promise<void> {
  switch (format) {
    case 'jsonl':
      return pipeline(Readable.from(toLines(rows), { objectMode: false }), out, { end: false });
    case 'csv': {
      const csv = stringify({ bom: true, header: true, columns: [...columns], escape_formulas: true, quoted: true });
      return pipeline(Readable.from(toCells(columns, rows)), csv, out, { end: false });
    }
    case 'xlsx':
      return pipeline(Readable.from([await toSheet(columns, rows)], { objectMode: false }), out, { end: false });
    default:
      return format satisfies never;
  }
}

async function* toLines(rows: AsyncIterable<ExportRow>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

async function* toCells(columns: readonly string[], rows: AsyncIterable<ExportRow>): AsyncGenerator<string[]> {
  for await (const row of rows) yield columns.map((column) => String(toCell(row[column]) ?? ''));
}

async function toSheet(columns: readonly string[], rows: AsyncIterable<ExportRow>): Promise<Buffer> {
  const sheet: SheetCell[][] = [columns.map((column) => ({ type: String, value: column, fontWeight: 'bold' }))];
  for await (const row of rows) {
    if (sheet.length > mostSheetRows) {
      throw new SheetTooLongError(
        `Cannot write a sheet: expected ${mostSheetRows} rows at most, there are more; take csv or jsonl`,
      );
    }
    sheet.push(columns.map((column) => toSheetCell(toCell(row[column]))));
  }
  return writeXlsxFile(sheet).toBuffer();
}

type SheetCell =
  | { readonly type: StringConstructor; readonly value: string; readonly fontWeight?: 'bold' }
  | { readonly type: NumberConstructor; readonly value: number }
  | null;

function toSheetCell(value: string | number | null): SheetCell {
  if (value === null) return null;
  if (typeof value === 'number') return { type: Number, value };
  return { type: String, value: value.length <= mostCellUnits ? value : `${value.slice(0, mostCellUnits - 1)}…` };
}

function toCell(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
