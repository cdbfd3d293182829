import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type ExportRow, mostSheetRows, SheetTooLongError, writeRows } from './formats.ts';

const columns = ['id', 'title', 'count', 'list', 'none'];
const row = { id: 'a', title: 'Nghị quyết "21"', count: 3, list: [{ name: 'x' }], none: null };

async function write(format: 'csv' | 'jsonl' | 'xlsx', rows: readonly ExportRow[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  const out = new Writable({
    highWaterMark: 10,
    write: (part: Buffer, _encoding, done) => {
      parts.push(Buffer.from(part));
      setImmediate(done);
    },
  });
  await writeRows(format, columns, toStream(rows), out);
  expect(out.writableEnded).toBe(false);
  return Buffer.concat(parts);
}

async function* toStream(rows: readonly ExportRow[]): AsyncGenerator<ExportRow> {
  yield* rows;
}

describe('jsonl', () => {
  it('is a line for each row, as it is', async () => {
    expect((await write('jsonl', [row, row])).toString()).toBe(`${JSON.stringify(row)}\n${JSON.stringify(row)}\n`);
  });
});

describe('csv', () => {
  it('opens in a spreadsheet: a mark of UTF-8, a head, nested values as JSON, nothing for nothing', async () => {
    const csv = (await write('csv', [row])).toString();
    expect(csv).toBe('\ufeff"id","title","count","list","none"\n"a","Nghị quyết ""21""","3","[{""name"":""x""}]",\n');
  });

  it('has its head where there is no row', async () => {
    expect((await write('csv', [])).toString()).toBe('\ufeff"id","title","count","list","none"\n');
  });

  it.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠1', '=HYPERLINK("http://x")'])(
    'never holds a formula: %j',
    async (title) => {
      const csv = (await write('csv', [{ id: title, title: 'sau', count: 1, list: [], none: null }])).toString();
      expect(csv.split('\n')[1]?.startsWith(`"'${title.replaceAll('"', '""')}"`.split('\n')[0] ?? '')).toBe(true);
    },
  );
});

describe('xlsx', () => {
  it('is a workbook, also of texts that no sheet takes whole', async () => {
    const sheet = await write('xlsx', [
      row,
      { ...row, title: '=1+1\u0000\u000b' },
      { ...row, title: 'ạ'.repeat(40_000) },
    ]);
    expect(sheet.subarray(0, 2).toString()).toBe('PK');
  });

  it('is refused where it would be too long, before anything is written', async () => {
    const rows = Array.from({ length: mostSheetRows + 1 }, () => ({ id: 'a' }));
    await expect(write('xlsx', rows)).rejects.toThrow(SheetTooLongError);
  });
});
