/** A document that was only cited is held once its text arrives, as a page of a legal database or as a file: all links stay. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makePdf } from '../pdf-file.ts';
import { aFolder, killProgram, type Outcome, runProgram } from './run-program.ts';

const folder = aFolder();
const home = join(folder.path, 'home');
const settings = { SOHIEU_HOME: home, SOHIEU_SAMPLES: 'off' };
const sohieu = (...args: string[]): Promise<Outcome> => runProgram(args, settings);
const id = 'qd-17-2023-ubnd.ha-khe';
const pageUrl = 'https://vanban.example/qd-17';

const report = {
  url: 'https://tin.example/1',
  source: 'tin',
  title: 'Giao ban công tác thu phí',
  published: '2023-07-20',
  text: 'Ngày 20/7/2023, UBND tỉnh Hạ Khê họp giao ban. Đồng chí Lê Văn Thử, Chủ tịch UBND tỉnh chủ trì.\n\nHội nghị nghe kết quả thực hiện Quyết định số 17/2023/QĐ-UBND ngày 15/6/2023 của UBND tỉnh Hạ Khê về mức thu phí bến bãi.',
};
const table = `<!doctype html><html lang="vi"><head><title>17/2023/QĐ-UBND</title></head><body>
<h1>Quyết định 17/2023/QĐ-UBND về mức thu phí bến bãi</h1>
<table><tr><td>Số ký hiệu</td><td>17/2023/QĐ-UBND</td><td>Ngày ban hành</td><td>14/06/2023</td></tr>
<tr><td>Loại văn bản</td><td>Quyết định</td><td>Cơ quan ban hành</td><td>UBND tỉnh Hạ Khê</td></tr>
<tr><td>Trích yếu</td><td colspan="3">Quy định mức thu phí bến bãi trên địa bàn tỉnh Hạ Khê</td></tr>
<tr><td>Văn bản bị thay thế</td><td colspan="3"><a href="/qd-9">Quyết định số 09/2019/QĐ-UBND ngày 05/4/2019 của UBND tỉnh Hạ Khê</a></td></tr>
<tr><td>Văn bản hướng dẫn</td><td colspan="3"><a href="/tt-3">Thông tư số 85/2019/TT-BTC của Bộ Tài chính</a></td></tr></table>
<div class="content"><p>Mức thu áp dụng cho phương tiện ra vào bến trên địa bàn tỉnh; các đơn vị thu phí niêm yết công khai mức thu tại nơi thu.</p></div></body></html>`;
const pdf = makePdf([
  [
    'ỦY BAN NHÂN DÂN TỈNH HẠ KHÊ',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Số: 17/2023/QĐ-UBND',
    'Hạ Khê, ngày 14 tháng 6 năm 2023',
    'QUYẾT ĐỊNH',
    'Về việc quy định mức thu phí bến bãi trên địa bàn tỉnh Hạ Khê',
    'Căn cứ Nghị định số 120/2016/NĐ-CP ngày 23/8/2016 của Chính phủ;',
    'QUYẾT ĐỊNH:',
    'Điều 1. Quy định mức thu phí bến bãi.',
  ],
]);

const row = z.looseObject({});
async function read(what: string): Promise<readonly z.infer<typeof row>[]> {
  const { out } = await sohieu('export', what, '--format', 'jsonl');
  return out
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => row.parse(JSON.parse(line)));
}
const exportAll = async () => [await read('documents'), await read('citations'), await read('relations')];
const document = async () => (await read('documents')).find((one) => one['id'] === id);
const citedBy = async (url: string) =>
  (await read('citations')).filter((one) => one['url'] === url).map((one) => one['document']);

const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder.path, name), content);
  return join(folder.path, name);
};

beforeAll(async () => {
  expect(await sohieu('import', put('bai.jsonl', JSON.stringify(report)))).toMatchObject({ code: 0 });
});
afterAll(() => folder.remove());

describe('a document', () => {
  it('is cited only, until a legal database has it', async () => {
    expect(await document()).toMatchObject({ state: 'cited_only', date: '2023-06-15', cited_by: 1, conflicts: [] });
    const before = await citedBy(report.url);
    const path = put('qd-17.html', table);
    await killProgram(['import', path, '--url', pageUrl], settings, 700);
    expect(await sohieu('import', path, '--url', pageUrl)).toMatchObject({ code: 0 });
    expect(await document()).toMatchObject({
      state: 'held',
      date: '2023-06-14',
      title: 'Quy định mức thu phí bến bãi trên địa bàn tỉnh Hạ Khê',
      conflicts: [
        { field: 'date', values: [{ value: '2023-06-14' }, { value: '2023-06-15', articles: [report.url] }] },
      ],
    });
    expect(await citedBy(report.url)).toEqual(before);
    expect(await read('relations')).toMatchObject([
      { from: id, to: 'qd-9-2019-ubnd.ha-khe', kind: 'replaces', sentence: expect.stringContaining('bị thay thế') },
      { from: 'tt-85-2019-btc', to: id, kind: 'guides' },
    ]);
  });

  it('is the same when its page comes twice, is read again or resolved again', async () => {
    const calm = await exportAll();
    for (const args of [['import', join(folder.path, 'qd-17.html'), '--url', pageUrl], ['reread'], ['resolve']]) {
      expect(await sohieu(...args), args[0]).toMatchObject({ code: 0 });
      expect(await exportAll(), args[0]).toEqual(calm);
    }
    expect(await sohieu('verify')).toMatchObject({ code: 0 });
  });

  it('has its own file beside the page, with what the file states', async () => {
    expect(await sohieu('import', put('qd-17.pdf', pdf), '--url', 'https://vanban.example/17.pdf')).toMatchObject({
      code: 0,
    });
    expect(await document()).toMatchObject({ state: 'held', date: '2023-06-14' });
    expect((await read('relations')).map(({ kind, to }) => `${kind} ${to}`).sort()).toEqual([
      'based_on nd-120-2016-cp',
      `guides ${id}`,
      'replaces qd-9-2019-ubnd.ha-khe',
    ]);
    const calm = await exportAll();
    await killProgram(['reread'], settings, 1500);
    expect(await sohieu('reread')).toMatchObject({ code: 0 });
    expect(await exportAll()).toEqual(calm);
    expect(await sohieu('verify')).toMatchObject({ code: 0 });
  });
});
