/** The ways that readers go through the archive, from a question to what they came for. */
import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import type { Page } from 'playwright-core';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader, type Reader, type Visit } from './reader.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

const ways: readonly [name: string, visit: Visit, lang: string][] = [
  ['with scripts', {}, ''],
  ['without scripts', { withScripts: false }, ''],
  ['on a telephone', { width: 360 }, ''],
  ['in English', {}, 'lang=en'],
];

/** The page with what a way adds to its address. */
function at(path: string, lang: string): string {
  return lang === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${lang}`;
}

async function search(page: Page, query: string): Promise<void> {
  const box = page.locator('input[name=q]').first();
  await box.fill(query);
  await Promise.all([page.waitForURL(/\/tim\?/), page.locator('form[action="/tim"] button').first().click()]);
}

async function saved(page: Page, click: () => Promise<unknown>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return download.path();
}

describe.each(ways)('a reader %s', (_name, visit, lang) => {
  it('types nq 21 tu, finds the table of meetings and takes it along as a sheet', async () => {
    const { page, faults, close } = await reader.open(at('/', lang), visit);
    await search(page, 'nq 21 tu');
    await page.locator('a[href*="/van-ban/nq-21-tu.ha-khe.quang-hai.2020"]').first().click();
    await page.waitForURL(/\/van-ban\/nq-21-tu\.ha-khe/);
    const rows = page.locator('table.cited-at tbody tr');
    const shown = await rows.locator('th[scope=row] a, td a[href*="/cuoc-hop/"]').allInnerTexts();
    const file = await saved(page, () => page.locator('a[href*="cuoc-hop.xlsx"]').first().click());
    const [head = [], ...lines] = (await readSheets(file))[0]?.data ?? [];
    expect(lines).toHaveLength(await rows.count());
    const column = head.findIndex((cell) => /Cuộc họp|Meeting/.test(String(cell)));
    const titles = lines.map((line) => String(line[column]).replace(/\s+/g, ' '));
    expect(titles).toEqual(shown.slice(0, titles.length).map((title) => title.replace(/\s+/g, ' ').trim()));
    expect(faults).toEqual([]);
    await close();
  });

  it('types a code that may mean several, and chooses', async () => {
    const { page, faults, close } = await reader.open(at('/tim?q=21-NQ%2FTU', lang), visit);
    const choices = page.locator('main a.document[href*="/van-ban/nq-21-tu."]');
    expect(await choices.count()).toBeGreaterThanOrEqual(3);
    await page.locator('main a.document[href*="/van-ban/nq-21-tu.nam-trung.2020"]').first().click();
    await page.waitForURL(/nq-21-tu\.nam-trung/);
    expect(await page.locator('main').innerText()).toContain('Tỉnh ủy Nam Trung');
    expect(faults).toEqual([]);
    await close();
  });

  it('follows a link in an article to the document and its chain', async () => {
    const { page, faults, close } = await reader.open(at('/van-ban/nq-21-tu.ha-khe.quang-hai.2020', lang), visit);
    await page.locator('table.cited-at tbody a[href*="/bai-viet/"]').first().click();
    await page.waitForURL(/\/bai-viet\//);
    await page.locator('.cite a[href*="/van-ban/nq-21-tu.ha-khe"]').first().click();
    await page.waitForURL(/\/van-ban\/nq-21-tu\.ha-khe/);
    const chain = page.locator('section.chain');
    expect(await chain.innerText()).toContain('41-KH/ĐU');
    await chain.locator('a[href*="/van-ban/kh-41"]').first().click();
    await page.waitForURL(/\/van-ban\/kh-41/);
    expect(faults).toEqual([]);
    await close();
  });

  it('goes from a meeting to the documents cited there', async () => {
    const { page, faults, close } = await reader.open(at('/cuoc-hop', lang), visit);
    await page.locator('main table a[href*="/cuoc-hop/"]').first().click();
    await page.waitForURL(/\/cuoc-hop\/[^?]/);
    const document = page.locator('main a.document[href*="/van-ban/"]').first();
    const code = (await document.innerText()).replace(/\s+/g, ' ');
    await document.click();
    await page.waitForURL(/\/van-ban\//);
    expect((await page.locator('h1').innerText()).replace(/\s+/g, ' ')).toContain(code);
    expect(faults).toEqual([]);
    await close();
  });

  it('has a draft checked, sees its three errors and takes the mended text along', async () => {
    const { page, faults, close } = await reader.open(at('/kiem-tra', lang), visit);
    await page
      .locator('textarea')
      .fill(
        [
          'Căn cứ Nghị quyết số 34/NQ-TU ngày 14/3/2024 của Ban Thường vụ Thành ủy Hạ Khê về quản lý trật tự đô thị;',
          'Thực hiện Chỉ thị số 18-CT/TW ngày 26/10/2019 của Ban Bí thư về công tác giám sát, phản biện xã hội;',
          'Triển khai Nghị quyết số 19-NQ/TW của Ban Thường vụ Tỉnh ủy Quảng Hải và Nghị quyết số 21-NQ/TU ngày 14/02/2022 của Ban Thường vụ Thành ủy Hạ Khê.',
        ].join('\n'),
      );
    await page.locator('main form button[type=submit]').first().click();
    await page.locator('.findings, .draft-findings').first().waitFor();
    const found = await page.locator('main').innerText();
    expect(found).toContain('34-NQ/TU');
    expect(found).toContain('19-NQ/TU');
    const path = await saved(page, () => page.locator('form[action*="ban-sua"] button[type=submit]').first().click());
    const { value } = await mammoth.extractRawText({ buffer: readFileSync(path) });
    expect(value).toContain('34-NQ/TU');
    expect(value).toContain('19-NQ/TU');
    expect(value).not.toContain('19-NQ/TW');
    expect(value).not.toContain('26/10/2019');
    expect(faults).toEqual([]);
    await close();
  });
});

describe('a reader with the keyboard alone', () => {
  it('goes from the home page to a document and on, and always sees where they are', async () => {
    const { page, close } = await reader.open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement?.getAttribute("href")')).toBe('#noi-dung');
    await page.keyboard.press('Enter');
    await tabTo(page, 'document.activeElement?.getAttribute("name") === "q"');
    await page.keyboard.type('nq 21 tu');
    await page.locator('input[name=q][aria-expanded=true]').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tim\?q=nq\+21\+tu/);
    await tabTo(page, 'document.activeElement?.getAttribute("href")?.includes("/van-ban/nq-21-tu.ha-khe")');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/van-ban\/nq-21-tu\.ha-khe/);
    await tabTo(page, 'document.activeElement?.getAttribute("href")?.includes("/bai-viet/")');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/bai-viet\//);
    await close();
  });
});

async function tabTo(page: Page, isThere: string): Promise<void> {
  for (let tries = 0; tries < 80; tries += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(`Boolean(${isThere})`)) === true) return;
  }
  throw new Error(`Cannot reach ${isThere} by 80 tabs`);
}
