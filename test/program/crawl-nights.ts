/** Several nights of the program over the six invented sites, and what each left in the archive. */
import { openEverySite } from '../sites/every-site.ts';
import { type Expected, type OpenSite, openSites } from '../sites/site.ts';
import { type Crawled, crawl, type HeldArticle, prepareCrawl } from './crawl-run.ts';
import { aFolder } from './run-program.ts';

export interface Nights {
  readonly run: () => Promise<Crawled>;
  /** Counted from 1. */
  readonly night: (number: number) => Crawled;
  readonly site: (name: string) => OpenSite;
  readonly expected: (name: string) => readonly Expected[];
  /** What a night has of an expected article. */
  readonly held: (crawled: Crawled, name: string, expected: Expected) => HeldArticle | null;
  readonly find: (crawled: Crawled, name: string, number: number) => HeldArticle | null;
  /** All that a site was ever asked. */
  readonly askedPaths: (name: string) => readonly string[];
  readonly close: () => Promise<void>;
}

export async function openNights(): Promise<Nights> {
  const folder = aFolder();
  const open = await openSites(openEverySite());
  const settings = prepareCrawl(folder.path, open.sites);
  const nights: Crawled[] = [];
  const site = (name: string): OpenSite => {
    const found = open.sites.find((one) => one.site.name === name);
    if (found === undefined) throw new Error(`Cannot find site ${name}.`);
    return found;
  };
  const held = (crawled: Crawled, name: string, { path, orPath }: Expected): HeldArticle | null => {
    const { origin } = site(name);
    return crawled.find(`${origin}${path}`) ?? (orPath === undefined ? null : crawled.find(`${origin}${orPath}`));
  };
  return {
    run: async () => {
      const night = await crawl(settings, open.sites);
      nights.push(night);
      return night;
    },
    night: (number) => {
      const found = nights[number - 1];
      if (found === undefined) throw new Error(`Night ${number} did not come to an end.`);
      return found;
    },
    site,
    expected: (name) => site(name).site.expected(),
    held,
    find: (crawled, name, number) => {
      const expected = site(name)
        .site.expected()
        .find((one) => one.number === number);
      if (expected === undefined) throw new Error(`Site ${name} expects no article ${number}.`);
      return held(crawled, name, expected);
    },
    askedPaths: (name) => site(name).site.requests.map(({ path }) => path),
    close: async () => {
      await open.close();
      folder.remove();
    },
  };
}
