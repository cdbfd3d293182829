/**
 * A run killed at any moment is finished by the next: nothing lost, nothing doubled, hardly a request repeated.
 *
 * Each archive meets a site of its own that is the same to the letter, so that their logs can be compared.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortalSite } from '../sites/portal.ts';
import { type OpenSite, type OpenSites, openSites } from '../sites/site.ts';
import { crawl, prepareCrawl } from './crawl-run.ts';
import { aFolder, killProgramWhen, runProgram } from './run-program.ts';

const folder = aFolder();
let open: OpenSites;
/** After how many requests each run is killed; again and again in the last one. */
const kills: readonly (readonly number[])[] = [[4], [13], [6, 19, 50]];

beforeAll(async () => {
  open = await openSites([openPortalSite(), ...kills.map(() => openPortalSite())]);
});
afterAll(async () => {
  await open.close();
  folder.remove();
});

function siteAt(at: number): OpenSite {
  const site = open.sites[at];
  if (site === undefined) throw new Error(`Cannot find site ${at}.`);
  return site;
}

/** What the archive says, with the port of the site taken out. */
async function exported(settings: Readonly<Record<string, string>>, origin: string): Promise<readonly string[]> {
  const kinds = ['articles', 'documents', 'citations', 'meetings'];
  const lines = await Promise.all(
    kinds.map(async (what) => {
      const { out } = await runProgram(['export', what, '--format', 'jsonl'], settings);
      // Ids of articles and of meetings without a host are made from addresses, and each site has a port of its own.
      const plain = out
        .replaceAll(origin, 'http://site')
        .replace(/"[0-9a-f]{16}"/g, '"article"')
        .replace(/(?<="\d{4}-\d{2}-\d{2}\.)[0-9a-z]{1,7}(?=\.)/g, 'hash');
      return plain.split('\n').filter(Boolean).sort();
    }),
  );
  return lines.flat();
}

describe('a killed run', () => {
  let calm: readonly string[] = [];
  let asked = 0;

  beforeAll(async () => {
    const site = siteAt(0);
    const settings = prepareCrawl(join(folder.path, 'calm'), [site]);
    await crawl(settings, [site]);
    calm = await exported(settings, site.origin);
    asked = site.site.requests.length;
  });

  it('is compared with a calm one that found something', () => {
    expect(calm.length).toBeGreaterThan(100);
  });

  it.each(kills.map((after, at) => ({ after, at })))('after $after requests', async ({ after, at }) => {
    const site = siteAt(at + 1);
    const settings = prepareCrawl(join(folder.path, `killed-${at}`), [site]);
    for (const count of after) {
      expect(await killProgramWhen(['ingest'], settings, () => site.site.requests.length >= count)).toBe(true);
    }
    const { report, outcome } = await crawl(settings, [site]);
    expect(outcome.err).toContain('was cut short');
    expect(report.status).toBe('partial');
    expect(await exported(settings, site.origin)).toEqual(calm);
    // Each kill may cost the request under way.
    expect(site.site.requests.length - asked).toBeLessThanOrEqual(after.length);
    const again = await crawl(settings, [site]);
    expect(again.report).toMatchObject({ articles_new: 0, citations_new: 0 });
  });
});
