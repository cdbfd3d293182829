/**
 * A reader's way in a real browser, without scripts: search → document → article → the next document, in Vietnamese and
 * English, on the bundled samples.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader, type Reader } from './reader.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

async function openPage(path: string): Promise<Page> {
  return (await reader.open(path, { withScripts: false })).page;
}

describe('a reader', () => {
  it('goes from a typed code to its meetings, into the report, and on to the next document', async () => {
    const page = await openPage('/');
    await page.getByRole('searchbox').fill('nq 21 tu');
    await page.getByRole('button', { name: 'Tìm' }).first().click();
    await expect.poll(() => page.url()).toContain('/tim?q=nq+21+tu');
    const answer = page.locator('article.answer', { hasText: 'Thành ủy Hạ Khê' }).first();
    const table = answer.locator('table.cited-at');
    await answer.locator('summary').first().click();
    await table.waitFor();
    expect(await table.locator('tbody tr').count()).toBeGreaterThanOrEqual(3);
    expect(await answer.innerText()).toContain('11 cuộc họp');

    await answer
      .getByRole('link', { name: /21-NQ\/TU/ })
      .first()
      .click();
    await expect.poll(() => page.url()).toContain('/van-ban/nq-21-tu.ha-khe.quang-hai.2020');
    expect(await page.locator('h1').innerText()).toContain('21-NQ/TU');
    const meetings = page.locator('table.cited-at').first();
    expect(await meetings.locator('tbody tr').count()).toBe(11);
    expect(await meetings.innerText()).toContain('Không nêu');
    const row = page.locator('table.cited-at tbody tr', { hasText: '24/3/2023' });
    expect(await row.innerText()).toContain('Trần Minh Khôi');

    await row.locator('a[href*="/bai-viet/"]').first().click();
    await expect.poll(() => page.url()).toMatch(/\/bai-viet\/[0-9a-f]{16}#c\d+/);
    const cited = page.locator('.cite a', { hasText: '18-CT/TW' }).first();
    await cited.click();
    await expect.poll(() => page.url()).toContain('/van-ban/ct-18-tw.2021');
    expect(await page.locator('main').innerText()).toContain('Ban Bí thư');
    await page.context().close();
  });

  it('reads the same in English and stays in English', async () => {
    const page = await openPage('/?lang=en');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('searchbox').fill('18-CT/TW');
    await page.getByRole('searchbox').press('Enter');
    await expect.poll(() => page.url()).toContain('lang=en');
    await page.locator('article.answer a[href*="/van-ban/"]').first().click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('main').innerText()).toMatch(/Cited at \d+ meeting/);
    await page.context().close();
  });

  it('is told plainly what is not there', async () => {
    const page = await openPage('/tim?q=nq+987+tu');
    expect(await page.locator('main').innerText()).toMatch(/Chưa thấy/);
    const missing = await page.goto(`${reader.url}/van-ban/khong-co`);
    expect(missing?.status()).toBe(404);
    await page.context().close();
  });
});
