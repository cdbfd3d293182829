/**
 * A night over a site on which every address misbehaves, and one whose robots.txt cannot be had: what is good is held, what
 * is not is named with its reason, nobody is asked too often, and nothing that must not be reached is reached.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hopeless, openClosedSite, openHostileSite, retryAfterS } from '../sites/hostile.ts';
import { type Asked, type OpenSites, openSites } from '../sites/site.ts';
import { type Crawled, crawl, prepareCrawl } from './crawl-run.ts';
import { aFolder } from './run-program.ts';

const folder = aFolder();
const sites = [openHostileSite(), openClosedSite()] as const;
let open: OpenSites;
let night: Crawled;

beforeAll(async () => {
  open = await openSites(sites);
  // `localhost` stays closed: one redirect leads there.
  const settings = { ...prepareCrawl(folder.path, open.sites), SOHIEU_ALLOW_HOSTS: '127.0.0.1' };
  night = await crawl(settings, open.sites);
}, 400_000);
afterAll(async () => {
  await open.close();
  folder.remove();
});

function askedFor(path: string): readonly Asked[] {
  return sites[0].requests.filter((request) => request.path === path);
}

describe('a hostile site', () => {
  it.each(sites[0].expected())('article $number ($trap) is held', ({ path, title, paragraphs }) => {
    const origin = open.sites[0]?.origin ?? '';
    expect(night.find(`${origin}${path}`)).toMatchObject({ title, text: paragraphs.join('\n\n'), status: 'held' });
  });

  it('waits as long as Retry-After asks', () => {
    const [first, second] = askedFor('/tin-9001.html');
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(retryAfterS * 1000 - 10);
  });

  it.each(Object.entries(hopeless))('%s is %s and named', (path) => {
    const named = night.reportOf('hostile').failed.filter(({ url }) => url.endsWith(path));
    expect(named).toHaveLength(1);
    expect(named[0]?.reason).toMatch(/\w{3,}/);
  });

  it('asks for nothing more than four times, and follows at most five redirects', () => {
    const times = new Map<string, number>();
    for (const { path } of sites[0].requests) times.set(path, (times.get(path) ?? 0) + 1);
    const ring = ['/tin-9104.html', '/vong'];
    expect([...times].filter(([path, count]) => count > 4 && !ring.includes(path))).toEqual([]);
    expect(times.has('/chuyen/6')).toBe(false);
  });

  it('a page behind a cookie is held or named', () => {
    const isHeld = night.articles.some(({ url }) => url.endsWith('/tin-9004.html'));
    const isNamed = night.reportOf('hostile').failed.some(({ url }) => url.endsWith('/tin-9004.html'));
    expect(isHeld || isNamed).toBe(true);
  });

  it('never comes to the other name of the host', () => {
    expect(sites[0].requests.filter(({ host }) => host.startsWith('localhost'))).toEqual([]);
  });

  it('is no failure of the run', () => {
    expect(night.outcome.code).toBe(3);
    expect(night.report.status).toBe('partial');
  });
});

describe('a site whose robots.txt cannot be had', () => {
  it('is asked for nothing else', () => {
    expect(new Set(sites[1].requests.map(({ path }) => path))).toEqual(new Set(['/robots.txt']));
    expect(sites[1].requests.length).toBeLessThanOrEqual(4);
    expect(night.articlesOf('closed')).toEqual([]);
  });

  it('is told to be closed', () => {
    const { refused_by_robots: refused, warnings, failed } = night.reportOf('closed');
    expect(refused + warnings.length + failed.length).toBeGreaterThan(0);
  });
});
