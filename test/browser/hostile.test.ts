/** What strangers wrote into titles, names, texts and file names is shown as text on every page: nothing of it runs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runProgram } from '../program/run-program.ts';
import { openReader, type Reader } from './reader.ts';

const attack = '<script>window.ran=1</script><img src=x onerror="window.ran=1"><svg onload="window.ran=1">';
const breakout = '"><script>window.ran=1</script>\'--></script></title></textarea>';
const link = 'javascript:window.ran=1';

const articles = Array.from({ length: 3 }, (_, n) => ({
  url: `https://tin.example.vn/${encodeURIComponent(breakout)}/${n}`,
  source: n === 0 ? 'tin-la' : breakout.slice(0, 20),
  title: `${attack} Thành ủy Hạ Khê họp ${breakout}`,
  published: `2023-03-2${n}T08:00:00+07:00`,
  author: attack,
  text: [
    `Ngày 2${n}/3/2023, Ban Thường vụ Thành ủy Hạ Khê ${attack} họp, nghe báo cáo kết quả thực hiện Nghị quyết số 21-NQ/TU ngày 14/02/2022 của Ban Thường vụ Thành ủy Hạ Khê về ${attack} cải tạo hạ tầng ${breakout}.`,
    `Đồng chí Trần ${attack} Khôi, Bí thư Thành ủy Hạ Khê, chủ trì. Xem [tệp](${link}) và ${breakout}`,
    `Kế hoạch số 41-KH/ĐU của Đảng ủy phường ${breakout} thực hiện Nghị quyết số 21-NQ/TU.`,
  ].join('\n\n'),
  attachments: [{ url: link, title: attack, type: attack }],
}));

const page = `<html><head><title>${attack}</title><meta property="og:title" content='${attack}'></head><body>
<article><h1>&lt;script&gt;window.ran=1&lt;/script&gt; Họp ${'về hạ tầng '.repeat(5)}</h1>
<p>Ngày 24/3/2023, Thành ủy Hạ Khê họp thực hiện Nghị quyết số 21-NQ/TU ngày 14/02/2022. ${'Hội nghị bàn nhiều việc. '.repeat(20)}</p>
<p>&lt;img src=x onerror=window.ran=1&gt; <a href="${link}">tệp đính kèm.pdf</a></p></article><script>window.ran=1</script></body></html>`;

let reader: Reader;
const addresses: string[] = [];
beforeAll(async () => {
  reader = await openReader(async (home) => {
    const folder = join(home, 'in');
    mkdirSync(folder);
    const lines = articles.map((article) => `${JSON.stringify(article)}\n`).join('');
    writeFileSync(join(folder, `"><img src=x onerror=window.ran=1>.jsonl`.replaceAll('/', '')), lines);
    writeFileSync(join(folder, `<script>window.ran=1<script>.html`), page);
    const { code, err } = await runProgram(['import', folder], { SOHIEU_HOME: home });
    if (code !== 0) throw new Error(`The hostile articles were not taken in: ${err}`);
  });
  const idsOf = async (what: string) => {
    const text = await (await fetch(`${reader.url}/api/v1/export/${what}.jsonl`)).text();
    return text
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => z.object({ id: z.string() }).parse(JSON.parse(line)).id);
  };
  const documents = await idsOf('documents');
  expect(documents.length).toBeGreaterThan(0);
  addresses.push(
    '/',
    `/tim?q=${encodeURIComponent(attack)}`,
    `/tim?q=${encodeURIComponent('nq 21 tu')}`,
    `/tim?q=${encodeURIComponent('hạ tầng')}&source=${encodeURIComponent(breakout)}`,
    '/van-ban',
    '/cuoc-hop',
    '/cuoc-hop?lich=2023-03',
    `/cuoc-hop?chair=${encodeURIComponent(breakout)}&q=${encodeURIComponent(attack)}`,
    '/nguon',
    '/mang-luoi',
    `/${encodeURIComponent(attack)}`,
    ...documents.flatMap((id) => [
      `/van-ban/${encodeURIComponent(id)}`,
      `/van-ban/${encodeURIComponent(id)}/do-phu`,
      `/mang-luoi?doc=${encodeURIComponent(id)}`,
    ]),
    ...(await idsOf('articles')).flatMap((id) => [
      `/bai-viet/${id}`,
      `/bai-viet/${id}/ban-luu`,
      `/bai-viet/${id}/phien-ban`,
    ]),
    ...(await idsOf('meetings')).map((id) => `/cuoc-hop/${encodeURIComponent(id)}`),
  );
});
afterAll(() => reader?.close());

describe('what strangers wrote', () => {
  it('runs on no page, in no language, and leads nowhere it should not', async () => {
    const wrong: string[] = [];
    for (const address of addresses.flatMap((one) => [one, `${one}${one.includes('?') ? '&' : '?'}lang=en`])) {
      const { page, faults, close } = await reader.open(address);
      await page.locator('summary').evaluateAll((all) => {
        for (const one of all) if (one instanceof HTMLElement) one.click();
      });
      const ran = await page.evaluate('window.ran ?? 0');
      const scripts = await page.evaluate(
        'document.querySelectorAll("[href^=javascript],[onerror],[onload],main img,main iframe").length',
      );
      const serious = faults.filter((fault) => !fault.includes('404'));
      if (ran !== 0 || scripts !== 0 || serious.length > 0)
        wrong.push(`${address} ${String(ran)} ${String(scripts)} ${serious.join()}`);
      await close();
    }
    expect(wrong).toEqual([]);
    expect(addresses.length).toBeGreaterThan(20);
  });

  it('does not run from a draft and its file name either', async () => {
    const { page, faults, close } = await reader.open('/kiem-tra');
    await page.locator('textarea').fill(`${attack} Nghị quyết số 21-NQ/TU ${breakout}`);
    await page.locator('main form button[type=submit]').first().click();
    await page.waitForLoadState();
    expect(await page.evaluate('window.ran ?? 0')).toBe(0);
    expect(await page.locator('main').innerText()).toContain('window.ran=1');
    expect(faults).toEqual([]);
    await close();
  });
});
