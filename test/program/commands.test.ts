/** The command line as a process: what it prints, what it ends with, and that bad input leaves the archive unharmed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFolder, freePort, type Outcome, runProgram } from './run-program.ts';

const folder = aFolder();
const home = join(folder.path, 'home');
const sources = join(folder.path, 'sources');
const sohieu = (args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Outcome> =>
  runProgram(args, { SOHIEU_HOME: home, SOHIEU_SAMPLES: 'off', SOHIEU_SOURCES: sources, ...settings });

const REPORT = `Hội nghị giao ban quý I/2023

Ngày 14/3, Thành ủy Sông Mơ tổ chức hội nghị giao ban quý I/2023. Đồng chí Đào Thị Lụa, Bí thư Thành ủy chủ trì hội nghị.

Hội nghị nghe báo cáo kết quả thực hiện Nghị quyết số 31-NQ/TU, ngày 12/01/2022 của Ban Thường vụ Thành ủy về chỉnh trang đô thị; Kế hoạch số 77-KH/TU ngày 20/02/2022 của Ban Thường vụ Thành ủy triển khai thực hiện Chỉ thị số 18-CT/TW, ngày 26/10/2022 của Ban Bí thư. Đến nay, 12/12 phường đã hoàn thành.
`;

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

/** One sentence: one line on standard error that is not a stack. */
function expectOneSentence(outcome: Outcome): void {
  const lines = outcome.err.trim().split('\n');
  expect(
    lines.filter((line) => line.startsWith('Cannot ')),
    outcome.err,
  ).toHaveLength(1);
  expect(outcome.err).not.toMatch(/\n\s+at /);
}

beforeAll(async () => {
  mkdirSync(sources);
  const source =
    'id: songmo\nname: Cổng Sông Mơ\nhome: https://songmo.example/\nplace: {province: Nam Khê, district: Sông Mơ}\n';
  writeFileSync(join(sources, 'songmo.yaml'), `${source}discover: {feeds: ["https://songmo.example/rss"]}\n`);
  const imported = await sohieu(['import', file('giao-ban.txt', REPORT), '--source', 'songmo']);
  expect(imported, imported.err).toMatchObject({ code: 0, out: '' });
});
afterAll(() => folder.remove());

describe('the main path', () => {
  it('shows the document behind a sloppily typed code, with its meeting, chair and sentence', async () => {
    const { code, out } = await sohieu(['show', 'nq 31 tu', '--json']);
    const answer = JSON.parse(out);
    expect(code).toBe(0);
    expect(answer).toMatchObject({ answer: 'one', query: { type: 'NQ', number: '31', issuer_code: 'TU' } });
    expect(answer.documents[0]).toMatchObject({
      code: '31-NQ/TU',
      issuer: 'Thành ủy Sông Mơ',
      level: 'district',
      term: '2020-2025',
      date: '2022-01-12',
      cited_by: 1,
      meetings: [{ date: '2023-03-14', chair: { name: 'Đào Thị Lụa' }, printed: 'Nghị quyết số 31-NQ/TU' }],
    });
    expect(answer.documents[0].meetings[0].sentence).toContain('Nghị quyết số 31-NQ/TU');
  });

  it('shows the same as lines to read, by its id too', async () => {
    const { out } = await sohieu(['show', 'nq 31 tu']);
    expect(out.split('\n')[0]).toMatch(/^31-NQ\/TU {2}Thành ủy Sông Mơ {2}2022-01-12(?: {2}\S.*)?$/);
    expect(out).toContain('Đào Thị Lụa');
    expect((await sohieu(['show', 'nq-31-tu.song-mo.nam-khe.2020'])).out).toBe(out);
  });

  it('says plainly that nothing is known, and exits 0', async () => {
    const { code, out } = await sohieu(['show', 'nq 32 tu', '--json']);
    expect({ code, answer: JSON.parse(out).answer }).toEqual({ code: 0, answer: 'none' });
  });

  it('finds words without accents', async () => {
    const { out } = await sohieu(['search', 'chinh trang do thi', '--json']);
    expect(JSON.parse(out)).toMatchObject({ total: 1, articles: [{ title: 'Hội nghị giao ban quý I/2023' }] });
  });

  it.each(['articles', 'documents', 'citations', 'relations', 'meetings'])('exports %s as JSON lines', async (what) => {
    const { code, out } = await sohieu(['export', what, '--format', 'jsonl']);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines.length).toBeGreaterThan(0);
  });

  it('exports the relation that the report states', async () => {
    const { out } = await sohieu(['export', 'relations', '--format', 'jsonl']);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ from: 'kh-77-tu.song-mo.nam-khe.2020', to: 'ct-18-tw.2021', kind: 'implements' }]);
  });

  it('changes nothing when the same file is imported again', async () => {
    const before = await sohieu(['export', 'articles', '--format', 'jsonl']);
    const again = await sohieu(['import', join(folder.path, 'giao-ban.txt')]);
    expect(again.err).toContain('0 new, 0 new versions, 1 unchanged, 0 failed');
    expect((await sohieu(['export', 'articles', '--format', 'jsonl'])).out).toBe(before.out);
  });

  it('extracts with offsets into the text exactly as read', async () => {
    const text = `\ufeff${REPORT}`.slice(1);
    const { out } = await sohieu(['extract', file('a.txt', text), file('b.md', 'Không có gì.'), '--jsonl']);
    const [first, second] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([first.id, second]).toEqual(['a', { id: 'b', citations: [] }]);
    expect(first.citations.map((one: { canonical: string }) => one.canonical)).toEqual([
      '31-NQ/TU',
      '77-KH/TU',
      '18-CT/TW',
    ]);
    for (const { start, end, surface } of first.citations) expect(text.slice(start, end)).toBe(surface);
  });

  it('resolves what it extracts against the archive', async () => {
    const { out } = await sohieu([
      'extract',
      join(folder.path, 'giao-ban.txt'),
      '--jsonl',
      '--resolve',
      '--source',
      'songmo',
      '--published',
      '2023-03-15',
    ]);
    const [{ citations }] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(citations.map((one: { document: string }) => one.document)).toEqual([
      'nq-31-tu.song-mo.nam-khe.2020',
      'kh-77-tu.song-mo.nam-khe.2020',
      'ct-18-tw.2021',
    ]);
  });
});

describe('bad input', () => {
  const image = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);

  it.each([
    ['a file that is no text', () => file('anh.txt', image), 1],
    ['an empty file', () => file('trong.txt', ''), 1],
    ['a file that is not there', () => join(folder.path, 'khong-co.txt'), 1],
  ])('import of %s fails in one sentence', async (_note, path, expected) => {
    const outcome = await sohieu(['import', path()]);
    expect(outcome.code).toBe(expected);
    expectOneSentence(outcome);
  });

  it('imports the rest and exits 3 when one of two files is bad', async () => {
    const good = file('khac.txt', REPORT.replaceAll('14/3', '15/3').replaceAll('31-NQ/TU', '33-NQ/TU'));
    const outcome = await sohieu(['import', good, join(folder.path, 'khong-co.txt')]);
    expect(outcome.code).toBe(3);
    expect(outcome.err).toContain('1 new');
    expectOneSentence(outcome);
  });

  it('ends with 1 where the archive cannot be kept, in one sentence', async () => {
    const outcome = await sohieu(['show', 'nq 31 tu'], { SOHIEU_HOME: join(file('tep', 'x'), 'home') });
    expect(outcome.code).toBe(1);
    expectOneSentence(outcome);
  });

  it('refuses an archive that is no database and leaves it as it is', async () => {
    const broken = join(folder.path, 'hong');
    mkdirSync(broken);
    writeFileSync(join(broken, 'archive.sqlite'), 'đây không phải cơ sở dữ liệu '.repeat(200));
    const outcome = await sohieu(['show', 'nq 31 tu'], { SOHIEU_HOME: broken });
    expect(outcome.code).toBe(1);
    expectOneSentence(outcome);
  });

  it.each([
    [['config'], { PORT: 'abc' }],
    [['config'], { SOHIEU_SAMPLES: 'yes' }],
    [['show', 'nq 1 tu'], { SOHIEU_RATE_LIMIT: '0' }],
  ])('%j with wrong settings ends with 2 and names the variable', async (args, settings) => {
    const outcome = await sohieu(args, settings);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain(Object.keys(settings)[0]);
    expectOneSentence(outcome);
  });

  it.each([
    [['khong-co-lenh']],
    [['show']],
    [['extract', '--sai']],
    [['export', 'nothing', '--format', 'csv']],
    [['export', 'articles', '--format', 'doc']],
    [['import', 'a.txt', '--source', 'khong-co']],
    [['import', 'a.txt', 'b.txt', '--url', 'https://vi.example/1']],
    [['import', 'a.txt', '--published', '2023-02-30']],
  ])('%j is wrong usage', async (args) => {
    const outcome = await sohieu(args);
    expect(outcome.code, outcome.err).toBe(2);
    expect(outcome.out).toBe('');
  });

  it('names the line of a faulty source file', async () => {
    mkdirSync(join(folder.path, 'sai'));
    writeFileSync(
      join(folder.path, 'sai', 'sai.yaml'),
      'id: sai\nname: Sai\nhome: khong-phai-dia-chi\ndiscover: {feeds: []}\n',
    );
    const outcome = await sohieu(['show', 'nq 31 tu'], { SOHIEU_SOURCES: join(folder.path, 'sai') });
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('sai.yaml, line 3: home');
  });

  it('a port in use ends serve with 1 and one sentence', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    try {
      const outcome = await sohieu(['serve'], { PORT: String(port) });
      expect(outcome.code).toBe(1);
      expectOneSentence(outcome);
      expect(outcome.err).toContain(String(port));
    } finally {
      other.close();
    }
  });

  it('has left the archive as it was', async () => {
    const { out } = await sohieu(['export', 'articles', '--format', 'jsonl']);
    expect(out.trim().split('\n')).toHaveLength(2);
  });
});
