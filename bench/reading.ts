/**
 * How fast pages and PDFs are read, beside Readability alone.
 *
 *   npm run bench reading [rounds=25]
 *
 * The labelled pages of test/pages, each read from its decoded text to an article (title, lead, text, authors, dates,
 * attachments) and, in the same run, parsed by linkedom and given to Readability, which is the usual way to a text alone. Its
 * own pages are small; the padded ones carry the menus and scripts of a real page around the same article. No workers: one
 * core, and for pages the time of the processor, which others on the machine do not stretch. The best round counts: a night
 * reads thousands of pages, and until the engine has compiled a reader of many small rules, some dozen rounds go by. The PDF is
 * made by test/pdf-file.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decodeBytes } from '../ingest/read/charset.ts';
import { readBoxed } from '../ingest/read/file-reading.ts';
import { readHtml } from '../ingest/read/html.ts';
import { makePdf } from '../test/pdf-file.ts';

const fixtures = join(dirname(dirname(fileURLToPath(import.meta.url))), 'test', 'pages', 'fixtures');

async function run(rounds: number): Promise<void> {
  const pages = await readPages();
  for (const { name, htmls } of [
    { name: 'pages as they are', htmls: pages },
    { name: 'pages in a frame', htmls: pages.map(frame) },
  ]) {
    const characters = htmls.reduce((sum, html) => sum + html.length, 0);
    line(`\n${name}`, `${htmls.length} of ${(characters / 1000 / htmls.length).toFixed(1)} kB on average`);
    const ours = { ms: Number.POSITIVE_INFINITY, read: readWhole };
    const theirs = { ms: Number.POSITIVE_INFINITY, read: readWithReadability };
    // In turns, so that a busy minute falls on both; the first round is the compiler's.
    for (let round = 0; round <= rounds; round += 1) {
      for (const task of [ours, theirs]) {
        const start = process.cpuUsage();
        for (const html of htmls) task.read(html);
        const { user, system } = process.cpuUsage(start);
        if (round > 0) task.ms = Math.min(task.ms, (user + system) / 1000);
      }
    }
    line('  our reader', speed(htmls.length, ours.ms));
    line('  Readability alone', speed(htmls.length, theirs.ms));
    line('  ours makes', `${(theirs.ms / ours.ms).toFixed(2)} of it`);
  }
  const pdf = makePdf(Array.from({ length: PDF_PAGES }, (_, page) => printedPage(page)));
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    // A parser may take the bytes over.
    await readBoxed({ bytes: pdf.slice(), url: 'https://mau.example/a.pdf', contentType: null, fileName: 'a.pdf' });
    best = Math.min(best, performance.now() - start);
  }
  line('\nPDF', `one file of ${PDF_PAGES} pages`);
  line('  our reader', speed(PDF_PAGES, best));
}

const PDF_PAGES = 40;

async function readPages(): Promise<readonly string[]> {
  const pages: string[] = [];
  for (const file of readdirSync(fixtures).sort()) {
    const decoded = await decodeBytes(readFileSync(join(fixtures, file)), 'text/html');
    if (decoded.kind === 'text') pages.push(decoded.text);
  }
  return pages;
}

function readWhole(html: string): boolean {
  const page = { html, url: 'https://mau.example/1.html', encoding: 'utf-8', selectors: {}, now: null };
  return readHtml(page).status === 'ok';
}

function readWithReadability(html: string): boolean {
  try {
    return new Readability(parseHTML(html).document).parse() !== null;
  } catch {
    return false;
  }
}

/** A menu, a script and a list of other news, as most sites have them around each article. */
function frame(html: string): string {
  const entries = (count: number, word: string): string =>
    Array.from({ length: count }, (_, at) => `<li class="item"><a href="/${word}/${at}">${word} ${at}</a></li>`).join(
      '',
    );
  const above = `<nav class="menu"><ul>${entries(60, 'Mục')}</ul></nav><script>var menu = [${'1, '.repeat(3000)}0];</script>`;
  const below = `<aside class="sidebar"><ul>${entries(120, 'Tin')}</ul></aside><footer><p>Cổng thông tin mẫu</p></footer>`;
  return /<body[\s>]/i.test(html)
    ? html.replace(/<body[^>]{0,500}>/i, (tag) => `${tag}${above}`).replace(/<\/body>/i, `${below}</body>`)
    : html;
}

function printedPage(page: number): readonly string[] {
  return Array.from(
    { length: 45 },
    (_, at) => `Điều ${page * 45 + at}. Ủy ban nhân dân các xã, phường chịu trách nhiệm thi hành quyết định này.`,
  );
}

function speed(pages: number, ms: number): string {
  return `${((pages * 1000) / ms).toFixed(0)} pages/s`;
}

function line(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(22)} ${value}\n`);
}

await run(Number(process.argv[2] ?? 25));
