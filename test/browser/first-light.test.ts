/**
 * A reader's way in a real browser, without scripts: search → document → article → the next document, in Vietnamese and
 * English, on the bundled samples.
 */
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFolder, type RunningServer, startServer } from '../program/run-program.ts';

const folder = aFolder();
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  const executablePath = process.env['CHROME_PATH'];
  if (executablePath === undefined)
    throw new Error('No browser: run `npm test`, which finds or installs Chromium, or set CHROME_PATH.');
  server = await startServer({ SOHIEU_HOME: folder.path });
  browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

async function openPage(
  path: string,
  options: { readonly javaScriptEnabled?: boolean; readonly width?: number } = {},
): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: options.javaScriptEnabled ?? false,
    viewport: { width: options.width ?? 1366, height: 768 },
  });
  const page = await context.newPage();
  await page.goto(server.url + path);
  return page;
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
    const missing = await page.goto(`${server.url}/van-ban/khong-co`);
    expect(missing?.status()).toBe(404);
    await page.context().close();
  });
});

describe('every page', () => {
  const pages = [
    '/',
    '/tim?q=nq+21+tu',
    '/tim?q=h%E1%BA%A1+t%E1%BA%A7ng',
    '/van-ban/nq-21-tu.ha-khe.quang-hai.2020',
    '/cuoc-hop',
    '/van-ban/cv-736-ubnd.tra-lam.nam-trung.2023',
  ];

  it.each(pages)('%s has nothing that keeps a reader out, and loads nothing from elsewhere', async (path) => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, bypassCSP: true });
    const page = await context.newPage();
    const asked: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(server.url + path);
    await page.evaluate(axe.source);
    const violations = await page.evaluate(
      'axe.run().then((result) => result.violations.map((one) => one.id + ": " + one.help))',
    );
    expect(violations).toEqual([]);
    expect([...new Set(asked)]).toEqual([server.url]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each(pages)('%s fits a telephone', async (path) => {
    const page = await openPage(path, { width: 390, javaScriptEnabled: true });
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
