/**
 * What search engines ask for: robots.txt, and a sitemap of every document, meeting and article.
 *
 * An index names parts of 50,000 addresses at most, the most that the protocol (sitemaps.org) allows; each part is
 * streamed. The bundled samples are nobody's news and are left out, and so is what only they speak of.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Express, Request, Response } from 'express';
import { countListed, type ListedKind, listedIdAt, listedKinds, readListedIds } from '../core/archive/listed-ids.ts';
import type { ArchiveDb } from '../core/archive/schema.ts';
import { articlePath, documentPath, meetingPath } from '../web/address.ts';
import type { Address } from './api/endpoint.ts';
import { holdsSamples } from './figures.ts';
import { originOf } from './origin.ts';
import { problem } from './problem.ts';
import type { SendProblem } from './reply.ts';

export const machineAddresses: readonly Address[] = [
  { method: 'get', path: '/robots.txt', summary: 'What crawlers may ask for, and where the sitemap is.' },
  { method: 'get', path: '/sitemap.xml', summary: 'The parts of the sitemap.' },
  {
    method: 'get',
    path: '/sitemap/:kind-:part.xml',
    summary: 'A part of the sitemap: documents, meetings or articles, 50,000 addresses at most.',
  },
];

/** Addresses in one part; tests may ask for fewer. */
export const addressesInPart = 50_000;
const rowsAtOnce = 2000;

/** Mounts the files for crawlers; `inPart` is how many addresses a part holds. */
export function mountMachineFiles(
  app: Express,
  db: ArchiveDb,
  send: SendProblem,
  inPart: number = addressesInPart,
): void {
  app.get('/robots.txt', (request, response) => {
    const origin = originOf(request);
    const lines = ['User-agent: *', 'Disallow: /api/v1/export', 'Disallow: /kiem-tra'];
    if (origin !== null) lines.push('', `Sitemap: ${origin}/sitemap.xml`);
    response.type('text').send(`${lines.join('\n')}\n`);
  });
  app.get('/sitemap.xml', async (request, response) => {
    const origin = originOf(request);
    if (origin === null) return send(noHost, request, response);
    const parts = (await Promise.all(listedKinds.map((kind) => listParts(db, kind, inPart)))).flat();
    const list = parts.map((name) => `<sitemap><loc>${origin}/sitemap/${name}.xml</loc></sitemap>`).join('');
    response.type('application/xml');
    response.send(`${head}<sitemapindex xmlns="${namespace}">${list}</sitemapindex>\n`);
  });
  app.get('/sitemap/:kind-:part.xml', async (request, response) => {
    const origin = originOf(request);
    if (origin === null) return send(noHost, request, response);
    const kind = listedKinds.find((known) => known === request.params['kind']);
    const part = /^[1-9]\d{0,5}$/.test(request.params['part'] ?? '') ? Number(request.params['part']) : null;
    const isThere = kind !== undefined && part !== null && part <= (await listParts(db, kind, inPart)).length;
    if (!isThere) return send(noSuchPart, request, response);
    await sendPart(db, { kind, skip: (part - 1) * inPart, most: inPart, origin }, request, response);
  });
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

const noHost = problem('bad-request', {
  vi: 'Sơ đồ trang cần tên máy chủ (Host) hợp lệ trong yêu cầu.',
  en: 'A sitemap needs a plain Host in the request.',
});
const noSuchPart = problem('not-found', {
  vi: 'Sơ đồ trang không có phần này; xem /sitemap.xml.',
  en: 'The sitemap has no such part; see /sitemap.xml.',
});

async function listParts(db: ArchiveDb, kind: ListedKind, inPart: number): Promise<readonly string[]> {
  const count = await countListed(db, kind, await holdsSamples(db));
  return Array.from({ length: Math.ceil(count / inPart) }, (_, index) => `${kind}-${index + 1}`);
}

interface Part {
  readonly kind: ListedKind;
  readonly skip: number;
  readonly most: number;
  readonly origin: string;
}

async function sendPart(db: ArchiveDb, part: Part, request: Request, response: Response): Promise<void> {
  response.type('application/xml');
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(Readable.from(writePart(db, part), { objectMode: false }), response);
}

async function* writePart(db: ArchiveDb, { kind, skip, most, origin }: Part): AsyncGenerator<string> {
  yield `${head}<urlset xmlns="${namespace}">`;
  const hasSamples = await holdsSamples(db);
  let left = most;
  let last = skip === 0 ? null : await listedIdAt(db, kind, hasSamples, skip - 1);
  while (left > 0) {
    const ids = await readListedIds(db, kind, hasSamples, last, Math.min(left, rowsAtOnce));
    const end = ids.at(-1);
    if (end === undefined) break;
    yield ids.map((id) => `<url><loc>${origin}${escapeXml(pathTo[kind](id))}</loc></url>`).join('\n');
    last = end;
    left -= ids.length;
  }
  yield '</urlset>\n';
}

const pathTo: Readonly<Record<ListedKind, (id: string) => string>> = {
  documents: documentPath,
  meetings: meetingPath,
  articles: articlePath,
};

/** Ids are encoded for addresses already; what is left that XML minds is the ampersand and the apostrophe. */
function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&apos;').replaceAll('<', '&lt;');
}
