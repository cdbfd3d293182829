/** What `sohieu check` prints and how it ends, on an archive of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeDocx } from '../test/docx-file.ts';
import { runCheck } from './check.ts';
import { runImport } from './import.ts';
import { UsageError } from './outcome.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohieu-check-'));
const home = process.env['SOHIEU_HOME'];
const lead = ['', 'Hôm qua, ', 'Sáng nay, '];
const draft =
  'Kính gửi các phường.\nCăn cứ Chỉ thị số 18-CT/TW ngày 25/10/2022 của Ban Bí thư; 19–NQ/Tu; Nghị quyết này.';

beforeAll(async () => {
  process.env['SOHIEU_HOME'] = join(folder, 'home');
  const articles = lead.map((words, index) =>
    JSON.stringify({
      url: `https://tin.example.vn/${index}`,
      source: null,
      published: '2023-01-02',
      text: `${words}Thành ủy học tập Chỉ thị số 18-CT/TW ngày 26/10/2022 của Ban Bí thư về dân vận.`,
    }),
  );
  writeFileSync(join(folder, 'bai.jsonl'), articles.join('\n'));
  writeFileSync(join(folder, 'du-thao.txt'), draft);
  await capture(() => runImport([join(folder, 'bai.jsonl')], {}));
}, 120_000);
afterAll(() => {
  if (home === undefined) delete process.env['SOHIEU_HOME'];
  else process.env['SOHIEU_HOME'] = home;
  rmSync(folder, { recursive: true, force: true });
});

/** What is written to standard output and error while `work` runs, and the exit code. */
async function capture<T>(
  work: () => Promise<T>,
): Promise<{ readonly code: T; readonly out: string; readonly err: string }> {
  const written = { out: '', err: '' };
  const listen = (name: 'out' | 'err') => (text: unknown) => {
    written[name] += String(text);
    return true;
  };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(listen('out'));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(listen('err'));
  try {
    return { code: await work(), ...written };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

describe('sohieu check', () => {
  it('prints a line for each citation, its reasons and what to write instead', async () => {
    const { code, out } = await capture(() => runCheck(join(folder, 'du-thao.txt'), { lang: 'vi' }));
    expect(code).toBe(0);
    expect(out).toMatch(/^✗ không khớp {2}dòng 2 {4}Chỉ thị số 18-CT\/TW$/m);
    expect(out).toContain('    → Chỉ thị số 18-CT/TW ngày 26 tháng 10 năm 2022 của Ban Bí thư');
    expect(out).toMatch(/✓ khớp: 0 · ! cần xem: 1 · ✗ không khớp: 1\n$/);
    expect(out).not.toContain('Nghị quyết này');
  });

  it('prints one JSON value, with offsets into the file as it is', async () => {
    const { code, out } = await capture(() => runCheck(join(folder, 'du-thao.txt'), { json: true, lang: 'en' }));
    expect(code).toBe(0);
    const value: unknown = JSON.parse(out);
    const start = draft.indexOf('Chỉ thị');
    const printed = 'Chỉ thị số 18-CT/TW ngày 25/10/2022 của Ban Bí thư';
    expect(value).toMatchObject({
      citations: [
        {
          start,
          verdict: 'red',
          document: 'ct-18-tw.2021',
          reasons: [{ code: 'date-conflict', text: expect.stringMatching(/^Dated/) }],
          replaces: { start, end: start + printed.length },
        },
        { verdict: 'amber', canonical: '19-NQ/TU', suggestion: '19-NQ/TU' },
        { kind: 'backref', verdict: 'green', suggestion: null },
      ],
    });
  });

  it('reads a Word file', async () => {
    const path = join(folder, 'du-thao.docx');
    writeFileSync(path, makeDocx({ body: draft.split('\n') }));
    const { code, out } = await capture(() => runCheck(path, { lang: 'vi' }));
    expect([code, out.includes('→ Chỉ thị số 18-CT/TW ngày 26 tháng 10')]).toEqual([0, true]);
  }, 60_000);

  it('ends with 0 where nothing is found', async () => {
    writeFileSync(join(folder, 'khong.md'), 'Không có gì.');
    const { code, out } = await capture(() => runCheck(join(folder, 'khong.md'), { lang: 'vi' }));
    expect([code, out]).toEqual([0, 'Không thấy số hiệu nào.\n']);
  });

  it.each([
    ['is not there', 'khong-co.txt', null, 'there is no such file or folder'],
    ['is empty', 'trong.txt', '', 'The file is empty'],
    ['is no Word file', 'hong.docx', 'PK\u0003\u0004 hỏng', ''],
  ])(
    'ends with 1 where the file %s',
    async (_note, name, content, reason) => {
      if (content !== null) writeFileSync(join(folder, name), content);
      const { code, out, err } = await capture(() => runCheck(join(folder, name), { lang: 'vi', json: true }));
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain('Cannot check');
      expect(err).toContain(reason);
    },
    60_000,
  );

  it.each([{ source: 'no-such' }, { published: '31/12/2022' }])('refuses %j as wrong usage', async (options) => {
    await expect(runCheck(join(folder, 'du-thao.txt'), { ...options, lang: 'vi' })).rejects.toThrow(UsageError);
  });

  it('holds a draft of an earlier day against what was known then', async () => {
    const given = { lang: 'en', published: '2022-10-01' } as const;
    const { out } = await capture(() => runCheck(join(folder, 'du-thao.txt'), given));
    expect(out).toContain('is later than the draft’s day (1 Oct 2022)');
  });
});
