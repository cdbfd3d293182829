/** Lets the built program crawl invented sites, and reads what it says and what it then holds. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Asked, OpenSite } from '../sites/site.ts';
import { type Outcome, runProgram } from './run-program.ts';

const item = z.object({ url: z.string(), reason: z.string() });
const warning = z.object({ code: z.string(), detail: z.string() });
const sourceReport = z.object({
  source: z.string(),
  status: z.enum(['done', 'partial', 'failed', 'interrupted']),
  discovered: z.number(),
  fetched: z.number(),
  unchanged: z.number(),
  new: z.number(),
  updated: z.number(),
  gone: z.number(),
  refused_by_robots: z.number(),
  failed: z.array(item),
  warnings: z.array(warning),
});
const report = z.object({
  run: z.union([z.string(), z.number()]),
  started: z.iso.datetime(),
  finished: z.iso.datetime(),
  status: z.enum(['done', 'partial', 'failed', 'interrupted']),
  sources: z.array(sourceReport),
  articles_new: z.number(),
  citations_new: z.number(),
  documents_new: z.number(),
  meetings_new: z.number(),
});
const article = z.object({
  source: z.string().nullable(),
  url: z.string(),
  aliases: z.array(z.string()),
  status: z.enum(['held', 'gone', 'text_unavailable']),
  versions: z.number(),
  title: z.string().nullable(),
  text: z.string(),
  published: z.string().nullable(),
  encoding: z.string().nullable(),
  attachments: z.array(z.object({ url: z.string(), title: z.string().nullable(), type: z.string().nullable() })),
  warnings: z.array(warning),
});

export type SourceReport = z.infer<typeof sourceReport>;
export type HeldArticle = z.infer<typeof article>;

export interface Crawled {
  readonly outcome: Outcome;
  readonly report: z.infer<typeof report>;
  readonly articles: readonly HeldArticle[];
  /** What each site was asked in this run, in the order of asking. */
  readonly asked: ReadonlyMap<string, readonly Asked[]>;
  readonly reportOf: (source: string) => SourceReport;
  readonly articlesOf: (source: string) => readonly HeldArticle[];
  /** The article that has this address as its own or as an alias. */
  readonly find: (url: string) => HeldArticle | null;
}

/** Writes the source file of each site into a folder below `home`; the settings that a run over them needs. */
export function prepareCrawl(home: string, sites: readonly OpenSite[]): Readonly<Record<string, string>> {
  const folder = join(home, 'sources');
  mkdirSync(folder, { recursive: true });
  for (const { site, origin } of sites) {
    writeFileSync(join(folder, `${site.name}.yaml`), JSON.stringify(site.source(origin), null, 2));
  }
  return {
    SOHIEU_HOME: join(home, 'archive'),
    SOHIEU_SOURCES: folder,
    SOHIEU_SAMPLES: 'off',
    SOHIEU_ALLOW_HOSTS: '127.0.0.1,localhost',
  };
}

/** One run, and an export behind it. */
export async function crawl(
  settings: Readonly<Record<string, string>>,
  sites: readonly OpenSite[],
  args: readonly string[] = [],
): Promise<Crawled> {
  const before = sites.map(({ site }) => site.requests.length);
  const outcome = await runProgram(['ingest', '--json', ...args], settings);
  const asked = new Map(sites.map(({ site }, at) => [site.name, site.requests.slice(before[at])]));
  if (outcome.out === '')
    throw new Error(`The run printed no report; exit ${outcome.code}: ${outcome.err.slice(-2000)}`);
  const exported = await runProgram(['export', 'articles', '--format', 'jsonl'], settings);
  const articles = z.array(article).parse(
    exported.out
      .split('\n')
      .filter(Boolean)
      .map((line): unknown => JSON.parse(line)),
  );
  const said = report.parse(JSON.parse(outcome.out));
  return {
    outcome,
    report: said,
    articles,
    asked,
    reportOf: (source) => {
      const found = said.sources.find((one) => one.source === source);
      if (found === undefined) throw new Error(`The report names no source ${source}.`);
      return found;
    },
    articlesOf: (source) => articles.filter((one) => one.source === source),
    find: (url) => articles.find((one) => one.url === url || one.aliases.includes(url)) ?? null,
  };
}
