/** `sohieu sources` and `sohieu sources check ID`: which sources there are, and what a run would take from one. */
import { readSettings, type Settings } from '../core/settings.ts';
import type { FetchListing } from '../ingest/discover/walk.ts';
import type { FetchPage } from '../ingest/fetch/outcome.ts';
import { readArticle } from '../ingest/read/read.ts';
import { hostsOf } from '../ingest/sources/own-hosts.ts';
import { checkSource, type SourceCheck } from '../ingest/sources/source-check.ts';
import type { Source } from '../ingest/sources/source-file.ts';
import { type ExitCode, UsageError } from './outcome.ts';
import { say, writeJson, writeOut } from './output.ts';
import { loadSources, rulesFor, type Sources } from './sources.ts';

/** A way to other machines, to be closed after use. */
export interface OpenedFetch {
  readonly fetchPage: FetchPage;
  readonly namedSitemaps: (origin: string) => readonly string[];
  readonly close: () => Promise<void>;
}

export interface SourcesOptions {
  readonly json?: boolean;
}

/** Lists the sources, or checks one. `openFetch` is asked only for a check. */
export async function runSources(
  args: readonly string[],
  { json = false }: SourcesOptions,
  openFetch: (settings: Settings) => OpenedFetch | Promise<OpenedFetch>,
): Promise<ExitCode> {
  const settings = readSettings();
  const sources = loadSources(settings);
  const [action, id, ...more] = args;
  if (action === undefined) return listSources(sources.all(), json);
  if (action !== 'check' || id === undefined || more.length > 0)
    throw new UsageError(`Cannot run "sources ${args.join(' ')}": expected nothing more, or "check ID".`);
  const source = sources.find(id);
  if (source === null)
    throw new UsageError(`Cannot check "${id}": no source file of that id; \`sohieu sources\` lists them.`);
  return checkOne(source, sources, json, await openFetch(settings));
}

async function listSources(sources: readonly Source[], json: boolean): Promise<ExitCode> {
  const rows = sources.map((source) => {
    const { id, name, enabled, home, place = null } = source;
    return { id, name, enabled, home, hosts: [...hostsOf(source)], place };
  });
  if (json) {
    await writeJson(rows);
    return 0;
  }
  const width = Math.max(...rows.map(({ id }) => id.length), 0);
  for (const { id, name, enabled, hosts, place } of rows) {
    const where =
      place === null ? '' : ` · ${[place?.commune, place?.district, place?.province].filter(Boolean).join(', ')}`;
    await writeOut(`${id.padEnd(width)}  ${enabled ? 'on ' : 'off'}  ${name}${where} · ${hosts.join(' ')}\n`);
  }
  if (rows.length === 0) say('There are no source files; docs/sources.md says how to add one.');
  return 0;
}

async function checkOne(source: Source, sources: Sources, json: boolean, fetch: OpenedFetch): Promise<ExitCode> {
  try {
    const rules = rulesFor(source, sources);
    if (!source.enabled) say(`${source.id} is not enabled: runs leave it out until its file says enabled: true.`);
    const ask: FetchListing = (request) => fetch.fetchPage(request, rules);
    const check = await checkSource(source, ask, readArticle, fetch.namedSitemaps);
    if (json) await writeJson(check);
    else await writeOut(describeCheck(check));
    if (check.faults.length === 0) return 0;
    return check.articles.some(({ status }) => status === 'ok') ? 3 : 1;
  } finally {
    await fetch.close();
  }
}

/** What was found, for a person: pages, articles, then what is amiss. */
function describeCheck({ pages, discovered, articles, faults, notes }: SourceCheck): string {
  const lines = [
    ...pages.flatMap(({ page, kind, outcome, links, foreign, warnings }) => [
      `${kind} ${page}: ${outcome}, ${links} articles${foreign > 0 ? `, ${foreign} links to other hosts` : ''}`,
      ...warnings.map(({ code, detail }) => `  ${code}: ${detail}`),
    ]),
    '',
    `${discovered} articles in all; of these were read:`,
    ...articles.flatMap(({ url, status, title, published, length, attachments, warnings }) => [
      `${url}: ${status}`,
      `  ${title ?? '(no title)'} · ${published ?? '(no date)'} · ${length} characters · ${attachments} files`,
      ...warnings.map(({ code, detail }) => `  ${code}: ${detail}`),
    ]),
    '',
    ...(faults.length === 0 ? ['Nothing is amiss.'] : ['To look at:', ...faults.map((fault) => `- ${fault}`)]),
    ...(notes.length === 0 ? [] : ['To consider:', ...notes.map((note) => `- ${note}`)]),
  ];
  return `${lines.join('\n')}\n`;
}
