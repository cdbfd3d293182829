/**
 * The invented sites stand on their own feet, and the reader reads each of their articles as the table has it: what a
 * crawl then loses, it has lost itself.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArticle } from '../../ingest/read/read.ts';
import { parseSource, type Source } from '../../ingest/sources/source-file.ts';
import { openEverySite } from './every-site.ts';
import { openClosedSite, openHostileSite } from './hostile.ts';
import { type Expected, type OpenSites, openSites, type Site, type SiteAnswer } from './site.ts';

const HOST = '127.0.0.1:4000';
const sites = [...openEverySite(), openHostileSite(), openClosedSite()];
const articles = sites.flatMap((site) =>
  site.expected().map((article) => ({ site, article, name: `${site.name} ${article.number}` })),
);
const named = sites.map((site) => ({ name: site.name, site }));
/** Sends a busy answer first; the second or third try is served. */
const STUBBORN = 3;

function ask(site: Site, path: string, headers: Readonly<Record<string, string>> = {}): SiteAnswer {
  return site.handle({ method: 'GET', path, host: HOST, headers });
}

function askUntilServed(site: Site, path: string): SiteAnswer {
  for (let time = 1; time < STUBBORN; time += 1) {
    const answer = ask(site, path);
    if (answer.status === 200) return answer;
  }
  return ask(site, path);
}

describe('each site', () => {
  it('has the numbers of articles that its design asks for', () => {
    const counts = Object.fromEntries(sites.map((site) => [site.name, site.expected().length]));
    expect(counts).toEqual({
      portal: 51,
      newspaper: 40,
      party: 30,
      legal: 24,
      gazette: 20,
      'old-paper': 12,
      hostile: 4,
      closed: 0,
    });
  });

  it.each(named)('$name has a source file that holds', ({ site }) => {
    const parsed = parseSource(JSON.stringify(site.source(`http://${HOST}`)), `${site.name}.yaml`);
    expect(parsed).toMatchObject({ kind: 'source' });
  });

  it('prints no text twice', () => {
    const texts = articles.map(({ article }) => article.paragraphs.join(' ')).filter((text) => text !== '');
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each(articles)('$name: answers, and 304 to who has it', ({ site, article }) => {
    const answer = askUntilServed(site, article.path);
    const etag = answer.headers['etag'] ?? '';
    expect([answer.status, etag]).toEqual([200, expect.stringMatching(/^"\w+"$/)]);
    expect(ask(site, article.path, { 'if-none-match': etag }).status).toBe(304);
  });

  it.each(named.slice(0, 6))('$name: a rewritten article is another, a withdrawn one is gone', ({ name }) => {
    const site = openEverySite().find((one) => one.name === name);
    const [first, second, third] = site?.expected() ?? [];
    if (site === undefined || first === undefined || second === undefined || third === undefined) {
      throw new Error(`Cannot edit site ${name}: expected three articles of it.`);
    }
    const before = ask(site, first.path).headers['etag'];
    site.edit({ article: first.number, fate: 'rewritten' });
    site.edit({ article: second.number, fate: 'gone-410' });
    site.edit({ article: third.number, fate: 'soft-404' });
    expect(ask(site, second.path).status).toBe(410);
    expect(new TextDecoder().decode(ask(site, third.path).body)).toContain('Không tìm thấy');
    if (name !== 'gazette') expect(ask(site, first.path, { 'if-none-match': before ?? '' }).status).toBe(200);
  });
});

describe('the reader', () => {
  it.each(articles)('$name', async ({ site, article }) => {
    const answer = askUntilServed(site, article.path);
    const reading = await readArticle({
      bytes: answer.body,
      url: `http://${HOST}${article.path}`,
      contentType: answer.headers['content-type'] ?? null,
      fileName: null,
      selectors: selectorsOf(site),
      now: new Date('2026-11-22T00:00:00Z'),
    });
    expect(reading).toMatchObject(shapeOf(article));
  });
});

/** What the source file of the site says of its pages. */
function selectorsOf(site: Site): Source['read'] | undefined {
  const parsed = parseSource(JSON.stringify(site.source(`http://${HOST}`)), `${site.name}.yaml`);
  return parsed.kind === 'source' ? parsed.source.read : undefined;
}

function shapeOf({ title, published, paragraphs, encoding }: Expected): Readonly<Record<string, unknown>> {
  return {
    title,
    text: paragraphs.join('\n\n'),
    ...(published === undefined ? {} : { published }),
    ...(encoding === undefined ? {} : { encoding }),
  };
}

describe('on loopback', () => {
  let open: OpenSites;
  beforeAll(async () => {
    open = await openSites([...openEverySite()]);
  });
  afterAll(() => open.close());

  it('each site has a port of its own, answers to both names, and keeps a log', async () => {
    expect(new Set(open.sites.map(({ origin }) => origin)).size).toBe(6);
    for (const { site, origin } of open.sites) {
      const { path } = site.expected()[0] ?? { path: '/' };
      expect((await fetch(`${origin}${path}`)).status).toBe(200);
      expect(site.requests).toMatchObject([{ path, status: 200, open: 1, host: new URL(origin).host }]);
    }
  });
});
