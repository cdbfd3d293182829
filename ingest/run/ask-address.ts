/**
 * Asks for one address that is due, and writes down what came of it.
 *
 * Bytes and what the server said are kept in one step, what is made of them in the next; when the program is killed in
 * between, the next run finds the bytes and asks nobody. An article is never taken away: it is called gone and stays.
 */
import { putArticleStatus } from '../../core/archive/articles.ts';
import { newestCapture, recordCapture } from '../../core/archive/captures.ts';
import { hasMentions } from '../../core/archive/mentions.ts';
import type { SnapshotHash } from '../../core/archive/records.ts';
import { keepSnapshot, readSnapshot } from '../../core/archive/snapshots.ts';
import { noteFound, noteResult, type Visit } from '../../core/archive/visits.ts';
import { hasPass } from '../discover/address.ts';
import type { BodyOutcome, FetchOutcome } from '../fetch/outcome.ts';
import { type AskEnd, type AskParts, UNCONDITIONAL } from './asking.ts';
import { type CrawlParts, stopsRun } from './crawl-parts.ts';
import { filesOf, takeFile } from './file-intake.ts';
import { noteAbsence, noteMissing } from './note-absence.ts';
import { type TakenPage, takePage } from './page-intake.ts';
import { type SourceTally, warn } from './report.ts';

export async function askAddress(visit: Visit, parts: AskParts): Promise<AskEnd> {
  if (visit.isUnread) {
    parts.tally.answered += 1;
    return orFail(visit, visit.askedAt, parts, () => takeIn(visit, parts));
  }
  const { archive, source, signal } = parts;
  // A pass that was used tells nothing of the file any more; its page will offer another if the file is another.
  if (visit.kind === 'file' && visit.state === 'held' && hasPass(visit.url)) {
    await noteResult(archive.db, visit, { state: 'held', askedAt: archive.clock().toISOString() });
    return 'done';
  }
  const accept = visit.kind === 'file' ? 'file' : 'page';
  const conditions = { etag: visit.etag, lastModified: visit.lastModified };
  const outcome = await parts.fetchPage({ url: visit.url, accept, ...conditions }, parts.rulesOf(source), signal);
  if (signal.aborted && outcome.kind === 'failed') return 'stop';
  if (outcome.kind !== 'failed' && outcome.kind !== 'refused') parts.tally.answered += 1;
  if (outcome.kind !== 'body') return noteAnswer(visit, outcome, parts);
  parts.tally.fetched += visit.kind === 'article' ? 1 : 0;
  return orFail(visit, outcome.fetchedAt, parts, async () => {
    const snapshot = await keepBody(visit, outcome, archive);
    const isOld = visit.state === 'failed' && snapshot === visit.sha256;
    if (isOld && visit.failures >= FAILURES_UNTIL_LEFT && visit.failures % READ_EVERY !== 0)
      return noteFailure(visit, LEFT_UNREAD, outcome.fetchedAt, parts);
    const kept = { snapshot, bytes: outcome.bytes };
    return takeIn({ ...visit, isUnread: true, askedAt: outcome.fetchedAt }, parts, kept);
  });
}

/** One thing that cannot be kept or taken in is its own failure, and stands in the way of nothing else, tonight or later. */
async function orFail(
  visit: Visit,
  askedAt: string | null,
  parts: AskParts,
  work: () => Promise<AskEnd>,
): Promise<AskEnd> {
  try {
    return await work();
  } catch (error) {
    if (parts.signal.aborted || stopsRun(error)) throw error;
    const reason = `it could not be taken in: ${error instanceof Error ? error.message : String(error)}`;
    return noteFailure(visit, reason, askedAt ?? parts.archive.clock().toISOString(), parts, UNCONDITIONAL);
  }
}

/** Keeps bytes and answer; from here on nobody needs to be asked. */
async function keepBody(visit: Visit, outcome: BodyOutcome, archive: CrawlParts['archive']): Promise<SnapshotHash> {
  const { bytes, contentType, etag, lastModified, fetchedAt, url, status, headers } = outcome;
  const given = {
    ...(contentType !== null && { content_type: contentType }),
    ...(visit.publishedHint !== null && { published_hint: visit.publishedHint }),
  };
  return keepSnapshot(archive, bytes, contentType ?? 'application/octet-stream', async (trx, snapshot) => {
    await recordCapture(trx, {
      url: visit.url,
      snapshot,
      capturedAt: fetchedAt,
      source: visit.source,
      status: 'fetched',
      given,
      http: { url, status, headers },
    });
    await noteResult(trx, visit, {
      state: visit.state,
      askedAt: fetchedAt,
      etag,
      lastModified,
      sha256: snapshot,
      isDone: false,
      isUnread: true,
    });
  });
}

interface KeptBytes {
  readonly snapshot: SnapshotHash;
  readonly bytes: Uint8Array;
}

/** Makes of kept bytes what they are; `atHand` are those that have just come, null when an earlier run kept them. */
async function takeIn(visit: Visit, parts: AskParts, atHand: KeptBytes | null = null): Promise<AskEnd> {
  const { archive, tally, source } = parts;
  const capture = await newestCapture(archive.db, visit.url);
  if (capture === null) throw new Error(`Cannot read ${visit.url}: expected a capture of it, found none`);
  const isAtHand = atHand?.snapshot === capture.snapshot;
  const bytes = isAtHand ? atHand.bytes : await readSnapshot(archive, capture.snapshot);
  // Bytes that came before were captured then.
  const askedAt = visit.askedAt ?? capture.capturedAt;
  if (visit.kind === 'file') {
    const { reason, isVersion } = await takeFile(visit, capture, bytes, parts);
    tally.updated += isVersion ? 1 : 0;
    if (reason !== null) return noteFailure(visit, reason, askedAt, parts);
    await noteResult(archive.db, visit, { state: 'held', askedAt, failures: 0, reason });
    return 'done';
  }
  let citesAny = false;
  const intake = await takePage(
    { askedUrl: visit.url, own: visit.article },
    capture,
    bytes,
    parts,
    async (trx, taken) => {
      citesAny = await hasMentions(trx, taken.article);
      await noteResult(trx, visit, { state: 'held', askedAt, article: taken.article, misses: 0, failures: 0 });
      if (!source.attachments || taken.kind === 'held_back') return;
      const files = filesOf(taken.read.attachments, { source, foundOn: visit.url, article: taken.article });
      await noteFound(trx, source.id, files, { at: askedAt, askAgain: false });
    },
  );
  if (intake.kind === 'absent') return noteAbsence(visit, intake.absence, askedAt, parts);
  if (intake.kind === 'failed') {
    tally.read += 1;
    return noteFailure(visit, intake.reason, askedAt, parts);
  }
  countIntake(visit, intake, tally);
  tally.withCode += citesAny ? 1 : 0;
  return 'done';
}

function countIntake(visit: Visit, intake: TakenPage, tally: SourceTally): void {
  const { read } = intake;
  tally.standInsInARow = 0;
  tally.read += 1;
  tally.withText += read.status === 'ok' ? 1 : 0;
  tally.withDate += read.published === null ? 0 : 1;
  if (intake.kind === 'new') tally.new += 1;
  if (intake.kind === 'version') tally.updated += 1;
  if (intake.kind === 'unchanged') tally.unchanged += 1;
  if (intake.kind !== 'held_back') return;
  tally.heldBack += 1;
  warn(tally, 'held-for-review', `${visit.url}: ${intake.reason}`);
}

/** What came without a body. */
async function noteAnswer(visit: Visit, outcome: Exclude<FetchOutcome, BodyOutcome>, parts: AskParts): Promise<AskEnd> {
  const { archive, tally } = parts;
  const askedAt = archive.clock().toISOString();
  if (outcome.kind === 'unchanged') {
    tally.standInsInARow = 0;
    tally.unchanged += visit.kind === 'article' ? 1 : 0;
    const isBack = visit.state === 'missing' || visit.state === 'gone';
    if (isBack && visit.article !== null) await putArticleStatus(archive.db, visit.article, 'held');
    const state = visit.article === null && visit.kind === 'article' ? visit.state : 'held';
    await noteResult(archive.db, visit, { state, askedAt, misses: 0, failures: 0 });
    return 'done';
  }
  if (outcome.kind === 'missing') return noteMissing(visit, outcome.status, askedAt, parts);
  if (outcome.kind === 'failed' && outcome.isHostDown) {
    // It was not asked, so it is still to be.
    if (outcome.isSpent) warn(tally, 'slow-host', outcome.reason);
    else tally.failed.push({ url: visit.url, reason: outcome.reason });
    return 'stop';
  }
  if (outcome.kind === 'failed') return noteFailure(visit, outcome.reason, askedAt, parts);
  if (outcome.by === 'robots') tally.refused += 1;
  else tally.failed.push({ url: visit.url, reason: outcome.reason });
  await noteResult(archive.db, visit, { state: keptState(visit, 'refused'), askedAt, reason: outcome.reason });
  return 'done';
}

async function noteFailure(
  visit: Visit,
  reason: string,
  askedAt: string,
  parts: AskParts,
  conditions: Partial<typeof UNCONDITIONAL> = {},
): Promise<AskEnd> {
  parts.tally.failed.push({ url: visit.url, reason });
  const failures = visit.failures + 1;
  const state = keptState(visit, 'failed');
  await noteResult(parts.archive.db, visit, { state, askedAt, failures, reason, ...conditions });
  return 'done';
}

/** An article that is held stays held, whatever asking again came to. */
function keptState(visit: Visit, otherwise: 'failed' | 'refused'): Visit['state'] {
  return visit.article !== null && visit.kind === 'article' ? visit.state : otherwise;
}

/** What could not be read so often is left alone until its bytes change: reading it may cost half a minute each time. */
const FAILURES_UNTIL_LEFT = 3;
/** But now and then: a later version of the program may be able to. */
const READ_EVERY = 10;
const LEFT_UNREAD = 'it could not be read before and has not changed since';
