/**
 * A real browser before the built program, for tests of what readers meet: pages are opened with or without scripts, at
 * any width, and everything that goes wrong in them is noted.
 */
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { aFolder, startServer } from '../program/run-program.ts';

export interface Visit {
  readonly withScripts?: boolean;
  readonly width?: number;
  readonly isDark?: boolean;
}

export interface OpenedPage {
  readonly page: Page;
  /** Errors of scripts and of the console, dialogs, and what was asked for from elsewhere. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

export interface Reader {
  readonly url: string;
  /** Where the archive lives. */
  readonly home: string;
  readonly open: (path: string, visit?: Visit) => Promise<OpenedPage>;
  readonly close: () => Promise<void>;
}

/** Starts the program on an archive of its own and a browser. `fill` puts something in before the server starts. */
export async function openReader(fill: (home: string) => Promise<void> = async () => {}): Promise<Reader> {
  const executablePath = process.env['CHROME_PATH'];
  if (executablePath === undefined)
    throw new Error('No browser: run `npm test`, which finds or installs Chromium, or set CHROME_PATH.');
  const folder = aFolder();
  await fill(folder.path);
  const server = await startServer({ SOHIEU_HOME: folder.path, SOHIEU_SCHEDULE: 'off' });
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
  return {
    url: server.url,
    home: folder.path,
    open: (path, visit) => openPage(browser, server.url, path, visit),
    close: async () => {
      await browser.close();
      await server.stop();
      folder.remove();
    },
  };
}

async function openPage(
  browser: Browser,
  url: string,
  path: string,
  { withScripts = true, width = 1366, isDark = false }: Visit = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    javaScriptEnabled: withScripts,
    viewport: { width, height: 768 },
    colorScheme: isDark ? 'dark' : 'light',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) faults.push(`asked ${request.url()}`);
  });
  await page.goto(url + path);
  return { page, faults, close: () => context.close() };
}

/** What axe finds wrong with a page, each with the elements it is about. It is put in past the page's own policy. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    `axe.run().then(({ violations }) => violations.map((one) =>
      one.id + ': ' + one.help + ' ' + one.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')))`,
  );
  return Array.isArray(found) ? found.map(String) : [`axe answered ${String(found)}`];
}

/** By how many pixels a page is wider than its window. */
export async function findOverflow(page: Page): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
}
