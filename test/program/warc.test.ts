/** Evidence leaves as WARC and enters another archive: the same articles, and the same again changes nothing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFolder, type Outcome, runProgram } from './run-program.ts';

const folder = aFolder();
const sohieu = (home: string, ...args: string[]): Promise<Outcome> =>
  runProgram(args, { SOHIEU_HOME: join(folder.path, home), SOHIEU_SAMPLES: 'off' });
const kinds = ['articles', 'documents', 'citations', 'relations', 'meetings'];

async function exportAll(home: string): Promise<readonly string[]> {
  const exports: string[] = [];
  for (const what of kinds) exports.push((await sohieu(home, 'export', what, '--format', 'jsonl')).out);
  return exports;
}

function report(at: number, words: string): string {
  const text = `Ngày 14/3/2023, Thành ủy Sông Mơ tổ chức hội nghị giao ban. Đồng chí Đào Thị Lụa, Bí thư Thành ủy chủ trì hội nghị.\n\nHội nghị nghe kết quả thực hiện Chỉ thị số 18-CT/TW ngày 26/10/2022 của Ban Bí thư. ${words}`;
  return JSON.stringify({
    url: `https://songmo.example/bài/${at}`,
    source: 'songmo',
    title: `Giao ban “${at}”`,
    published: '2023-03-15',
    text,
  });
}

beforeAll(async () => {
  const page = join(folder.path, 'trang.html');
  writeFileSync(
    page,
    '<title>Trang</title><article><h1>Trang</h1><p>Thành ủy Sông Mơ thực hiện Nghị quyết số 31-NQ/TU.</p></article>',
  );
  expect(await sohieu('cu', 'import', page, '--url', 'https://songmo.example/trang.html')).toMatchObject({ code: 0 });
  // A text, another one, and the first again: what is current is the first, and it is a repetition of bytes.
  for (const words of ['Lần đầu.', 'Lần hai.', 'Lần đầu.']) {
    const list = join(folder.path, 'bai.jsonl');
    writeFileSync(list, [report(1, words), report(2, 'Như cũ.')].join('\n'));
    expect(await sohieu('cu', 'import', list)).toMatchObject({ code: 0 });
  }
});
afterAll(() => folder.remove());

describe('WARC', () => {
  it.each(['a.warc', 'a.warc.gz'])('carries an archive into an empty one: %s', async (name) => {
    const file = join(folder.path, name);
    const home = `moi-${name}`;
    expect(await sohieu('cu', 'export', 'snapshots', '--format', 'warc', '--out', file)).toMatchObject({
      code: 0,
      out: '',
    });
    const imported = await sohieu(home, 'import', file);
    expect(imported, imported.err).toMatchObject({ code: 0 });
    expect(await exportAll(home)).toEqual(await exportAll('cu'));
    const again = await sohieu(home, 'import', file);
    expect(again.err).toContain('import: 0 new, 0 new versions, 5 unchanged, 0 failed');
    expect(await exportAll(home)).toEqual(await exportAll('cu'));
    expect(await sohieu(home, 'verify')).toMatchObject({ code: 0 });
  });

  it('goes on behind a damaged record, names it and ends with 3', async () => {
    const file = join(folder.path, 'hong.warc');
    await sohieu('cu', 'export', 'snapshots', '--format', 'warc', '--out', file);
    writeFileSync(file, readFileSync(file, 'utf8').replace('Lần hai.', 'Lần hoi.'));
    const { code, err } = await sohieu('hong', 'import', file);
    expect(code).toBe(3);
    expect(err).toMatch(/Cannot import .*hong\.warc, record \d+ .*damaged/);
    expect(err).toContain('3 new');
  });

  it('brings an older capture in behind what is held', async () => {
    const block =
      'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<title>Trang</title><article><h1>Trang</h1><p>Bản cũ: Thành ủy Sông Mơ bàn Nghị quyết số 30-NQ/TU.</p></article>';
    const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://songmo.example/trang.html\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n`;
    const file = join(folder.path, 'xua.warc');
    writeFileSync(file, `${head}${block}\r\n\r\n`);
    const before = (await exportAll('cu'))[0] ?? '';
    expect((await sohieu('cu', 'import', file)).err).toContain('0 new, 1 new versions');
    const after = (await exportAll('cu'))[0] ?? '';
    expect(after).toContain('31-NQ/TU');
    expect(after).not.toContain('30-NQ/TU');
    expect(after).not.toBe(before);
    expect((await sohieu('cu', 'import', file)).err).toContain('0 new, 0 new versions, 1 unchanged');
    expect(await sohieu('cu', 'verify')).toMatchObject({ code: 0 });
  });

  it('is refused in another format', async () => {
    expect(await sohieu('cu', 'export', 'snapshots', '--format', 'csv')).toMatchObject({ code: 2, out: '' });
  });
});
