/**
 * One source's part of a run: its lists are walked, then everything that is due is asked, one address after the other.
 *
 * What is still to do is in the archive (visits.ts, rounds.ts), written in the transaction that finds it. Each step is
 * kept before the next begins, so that the program may be killed anywhere: the next run goes on and asks nothing twice
 * but what was under way.
 */
import type { WrongPageRecord } from '../../core/archive/origins.ts';
import { closeRound, noteWalked, openRound, type Round } from '../../core/archive/rounds.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { forgetSecondLooks, readNightSoFar } from '../../core/archive/second-looks.ts';
import { inTransaction } from '../../core/archive/transaction.ts';
import { deferLeftovers, deferPutOff } from '../../core/archive/visit-order.ts';
import { isKnownVisit } from '../../core/archive/visit-twins.ts';
import { countDue, dueAgain, type FoundVisit, nextDue, noteFound } from '../../core/archive/visits.ts';
import { identityKey } from '../discover/address.ts';
import { type FoundBatch, walkSource } from '../discover/walk.ts';
import type { Source } from '../sources/source-file.ts';
import { askAddress } from './ask-address.ts';
import { openControl } from './control-page.ts';
import type { CrawlParts } from './crawl-parts.ts';
import { fetchListing } from './listing.ts';
import { reportOf, type SourceReport, type SourceTally, startTally, warn } from './report.ts';
import { learnWrongPage, openStandIns } from './wrong-page.ts';

export interface SourceOutcome {
  readonly report: SourceReport;
  readonly tally: SourceTally;
  /** True when it walked all lists itself: a run that goes on with a round, or has a bound in time, sees only some. */
  readonly isWalkedWhole: boolean;
  /** What stops the whole run: a full disk, a broken database. Null for all that is the source's own matter. */
  readonly broken: Error | null;
}

/** Works through one source. Never throws: what was done until something broke is told all the same. */
export async function runSource(source: Source, parts: CrawlParts): Promise<SourceOutcome> {
  const tally = startTally();
  const { archive } = parts;
  const at = archive.clock();
  const stale = new Date(at.getTime() - STALE_ROUND_MS).toISOString();
  let isWalkedWhole = false;
  let broken: Error | null = null;
  try {
    const round = await beginRound(source, at.toISOString(), stale, archive.db);
    if (round.isContinued) await resumeTally(tally, source, round, archive.db);
    isWalkedWhole = round.walked.size === 0 && parts.options.since === null;
    const isWalked = round.walked.has(EVERYTHING) || (await walkLists(source, round, tally, parts));
    if (isWalked && !round.walked.has(EVERYTHING)) await askOldAgain(source, parts);
    if (isWalked) await workThrough(source, round, tally, parts);
    if (isWalked && !parts.signal.aborted) await closeRound(archive.db, source.id);
  } catch (error) {
    // What was under way when the run was ended is asked for again by the next one.
    if (!parts.signal.aborted) broken = error instanceof Error ? error : new Error(String(error));
  }
  const isInterrupted = parts.signal.aborted;
  const status = broken === null ? statusOf(tally, isInterrupted) : 'failed';
  return { report: reportOf(source.id, status, tally), tally, isWalkedWhole, broken };
}

/** A new round leaves nothing behind of the one before: all of it is one step, for a run may be killed in between. */
async function beginRound(source: Source, at: string, stale: string, db: ArchiveDb): Promise<Round> {
  return inTransaction(db, async (trx) => {
    const round = await openRound(trx, source.id, at, stale);
    if (round.isContinued) return round;
    await deferLeftovers(trx, source.id);
    await forgetSecondLooks(trx, source.id);
    return round;
  });
}

/** What the night has shown and lost decides what becomes of what it put off, whichever run saw it. */
async function resumeTally(tally: SourceTally, source: Source, { openedAt }: Round, db: ArchiveDb): Promise<void> {
  const { shown, lost, standInsInARow } = await readNightSoFar(db, source.id, openedAt);
  Object.assign(tally, { shownBefore: shown, lost, standInsInARow });
}

/** An open round that was left for longer than this has its lists walked anew. */
const STALE_ROUND_MS = 20 * 3_600_000;
/** Twice what the largest known site lists; a sitemap can name sitemaps of addresses without end. */
const MOST_FOUND = 300_000;
const NOTED_AT_ONCE = 2000;
/** Stands among the walked pages when no list is left. */
const EVERYTHING = '*';
const DAY_MS = 86_400_000;
/** What is younger is asked again every night. */
const YOUNG_DAYS = 30;
/** Share of a night's pages for what no list shows any more. */
const ROTATION_SHARE = 0.1;

async function walkLists(source: Source, round: Round, tally: SourceTally, parts: CrawlParts): Promise<boolean> {
  const { archive, options } = parts;
  const seen = new Set<string>();
  const identityOf = (url: string): string => identityKey(url, source.article.keep_params);
  const walk = walkSource(source, fetchListing(source, round.isContinued ? round.openedAt : null, parts), {
    full: options.full,
    since: options.since,
    maxPages: source.max_pages,
    isDone: (page) => round.walked.has(page),
    isKnown: (url) => isKnownVisit(archive.db, source.id, identityOf(url), round.openedAt),
  });
  for await (const batch of walk) {
    if (parts.signal.aborted) return false;
    for (const { url } of batch.links) seen.add(identityOf(url));
    tally.discovered = seen.size;
    tellFaults(batch, tally);
    const found = batch.links.map((link): FoundVisit => {
      const identity = identityOf(link.url);
      const base = { url: link.url, kind: 'article', identity, foundOn: batch.page, article: null } as const;
      return { ...base, publishedHint: link.published };
    });
    const noting = { at: archive.clock().toISOString(), askAgain: true };
    // A sitemap may name fifty thousand: whoever else writes need not wait for all of them.
    for (let from = 0; from < found.length - NOTED_AT_ONCE; from += NOTED_AT_ONCE)
      await noteFound(archive.db, source.id, found.slice(from, from + NOTED_AT_ONCE), noting);
    await inTransaction(archive.db, async (trx) => {
      await noteFound(trx, source.id, found.slice(-NOTED_AT_ONCE), noting);
      // What could not be had is walked again by the next run.
      if (batch.outcome.kind !== 'failed' && !batch.isIndex) await noteWalked(trx, source.id, batch.page);
    });
    parts.onEvent({ kind: 'walked', source: source.id, page: batch.page, links: batch.links.length });
    if (seen.size > MOST_FOUND) {
      warn(tally, 'too-many-addresses', `${seen.size} addresses were found; the rest of its lists is left alone`);
      break;
    }
  }
  return !parts.signal.aborted;
}

function tellFaults(batch: FoundBatch, tally: SourceTally): void {
  const { outcome, page } = batch;
  if (outcome.kind === 'body') tally.answered += 1;
  for (const { code, detail } of batch.warnings) warn(tally, code, `${page}: ${detail}`);
  if (outcome.kind === 'refused' && outcome.by === 'robots') tally.refused += 1;
  if (outcome.kind === 'refused') warn(tally, `list-refused-by-${outcome.by}`, `${page}: ${outcome.reason}`);
  if (outcome.kind === 'failed' && outcome.isSpent) warn(tally, 'slow-host', outcome.reason);
  else if (outcome.kind === 'failed') tally.failed.push({ url: page, reason: outcome.reason });
  if (outcome.kind === 'missing') warn(tally, 'list-missing', `${page}: answered ${outcome.status}`);
}

/**
 * Makes due what no list shows: young articles, those in doubt, and some of the rest in turn; all of them by --full. With
 * it the walk is over, and a run that goes on with this round does neither again.
 */
async function askOldAgain(source: Source, { archive, options }: CrawlParts): Promise<void> {
  const foundSince = new Date(archive.clock().getTime() - YOUNG_DAYS * DAY_MS).toISOString();
  const rotation = Math.ceil(source.max_pages * ROTATION_SHARE);
  await inTransaction(archive.db, async (trx) => {
    await dueAgain(trx, source.id, { foundSince, rotation, all: options.full });
    await deferPutOff(trx, source.id);
    await noteWalked(trx, source.id, EVERYTHING);
  });
}

/**
 * Asks what is due until nothing is left, the run's number of pages is reached or the host wants no more of us: what is
 * left waits for the next run, which looks for news again, for a site that is back has some.
 */
async function workThrough(source: Source, round: Round, tally: SourceTally, parts: CrawlParts): Promise<void> {
  const { archive, options } = parts;
  const most = Math.min(options.limit ?? Number.POSITIVE_INFINITY, source.max_pages);
  const standInsOf = openStandIns(source, round.openedAt, parts);
  const stillShows = openControl(source, round.openedAt, parts);
  const wrongPages = new Map<string, WrongPageRecord | null>();
  let asked = 0;
  for (; asked < most && !parts.signal.aborted; asked += 1) {
    const visit = await nextDue(archive.db, source.id);
    if (visit === null) return;
    await parts.checkRoom();
    // Files come from other programs than pages, whose answer would tell nothing.
    const { origin } = new URL(visit.url);
    if (visit.kind === 'article' && !wrongPages.has(origin))
      wrongPages.set(origin, await learnWrongPage(source, visit.url, parts));
    const wrongPage = wrongPages.get(origin) ?? null;
    const next = await askAddress(visit, { source, tally, wrongPage, standInsOf, stillShows, ...parts });
    parts.onEvent({ kind: 'asked', source: source.id, url: visit.url });
    if (next === 'stop') return;
  }
  const left = await countDue(archive.db, source.id);
  if (left > 0 && asked >= most && options.limit === null)
    warn(tally, 'page-limit', `${left} addresses are left for the next run: max_pages is ${source.max_pages}`);
}

function statusOf(tally: SourceTally, isInterrupted: boolean): SourceReport['status'] {
  if (isInterrupted) return 'interrupted';
  if (tally.failed.length === 0) return 'done';
  return tally.answered > 0 ? 'partial' : 'failed';
}
