/**
 * What a run would take, without taking it: the lists are walked, nothing is asked for beyond them and nothing is kept.
 */
import { isKnownVisit } from '../../core/archive/visit-twins.ts';
import { identityKey } from '../discover/address.ts';
import { walkSource } from '../discover/walk.ts';
import type { Source } from '../sources/source-file.ts';
import type { CrawlParts } from './crawl-parts.ts';
import { joinStatuses, type RunReport, reportOf, type SourceReport, startTally, warn } from './report.ts';

/** A report in which `discovered` counts what the lists show and every new address is a warning `would-fetch`. */
export async function previewSources(sources: readonly Source[], parts: CrawlParts): Promise<RunReport> {
  const started = parts.archive.clock().toISOString();
  const reports: SourceReport[] = [];
  for (const source of sources) reports.push(await previewSource(source, parts));
  return {
    run: 'dry-run',
    started,
    finished: parts.archive.clock().toISOString(),
    status: joinStatuses(reports.map(({ status }) => status)),
    sources: reports,
    articles_new: 0,
    citations_new: 0,
    documents_new: 0,
    meetings_new: 0,
  };
}

async function previewSource(source: Source, parts: CrawlParts): Promise<SourceReport> {
  const { archive, options } = parts;
  const tally = startTally();
  const rules = parts.rulesOf(source);
  const isKnown = (url: string): Promise<boolean> =>
    isKnownVisit(archive.db, source.id, identityKey(url, source.article.keep_params), archive.clock().toISOString());
  const seen = new Set<string>();
  const walk = walkSource(source, (request) => parts.fetchPage(request, rules, parts.signal), {
    full: options.full,
    since: options.since,
    maxPages: source.max_pages,
    isDone: () => false,
    isKnown,
  });
  for await (const { page, outcome, links, warnings } of walk) {
    if (parts.signal.aborted) break;
    for (const { code, detail } of warnings) warn(tally, code, `${page}: ${detail}`);
    if (outcome.kind === 'failed' || outcome.kind === 'refused')
      tally.failed.push({ url: page, reason: outcome.reason });
    for (const { url } of links) {
      if (!seen.has(url) && !(await isKnown(url))) warn(tally, 'would-fetch', url);
      seen.add(url);
    }
    tally.discovered = seen.size;
    parts.onEvent({ kind: 'walked', source: source.id, page, links: links.length });
  }
  const isFailed = tally.failed.length > 0;
  const status = parts.signal.aborted ? 'interrupted' : !isFailed ? 'done' : seen.size > 0 ? 'partial' : 'failed';
  return reportOf(source.id, status, tally);
}
