/**
 * Writes down that an address has no article to show: the server said so, or sent something else in its place.
 *
 * An article is never taken away: it is called gone and stays, and is held again when its page comes back.
 */
import { getArticle, putArticleStatus } from '../../core/archive/articles.ts';
import { forgetSecondLooks } from '../../core/archive/second-looks.ts';
import { inTransaction } from '../../core/archive/transaction.ts';
import { isHeldElsewhere } from '../../core/archive/visit-twins.ts';
import { noteResult, type Visit, type VisitResult } from '../../core/archive/visits.ts';
import { absenceWords } from './absent-page.ts';
import { type AskEnd, type AskParts, UNCONDITIONAL } from './asking.ts';
import { type SourceTally, warn } from './report.ts';

/**
 * 410 is believed at once. 404 may be an accident: it is asked for once more when all else is done, and believed then where
 * the source showed that night at least as many articles as it had lost; else the third night in a row. Believed or not,
 * what answered 404 is asked for in the two nights that follow.
 */
export async function noteMissing(visit: Visit, status: number, askedAt: string, parts: AskParts): Promise<AskEnd> {
  const { tally } = parts;
  const reason = `the server answered ${status}: there is no such page${status === 410 ? ' any more' : ''}`;
  const isNews = status === 404 && visit.kind === 'article' && visit.article !== null && visit.state === 'held';
  if (isNews && !visit.isPutOff && tally.lost < shownBy(tally) + LOST_UNTIL_SHOWN) {
    tally.lost += 1;
    await noteResult(parts.archive.db, visit, {
      state: visit.state,
      askedAt,
      reason,
      isDone: false,
      secondLook: 'missing',
    });
    return 'done';
  }
  const misses = visit.misses + 1;
  const isOver = status === 410 || misses >= MISSES_UNTIL_GONE;
  const isBelieved = isNews && visit.isPutOff && tally.lost <= shownBy(tally);
  const result = { state: isOver ? 'gone' : 'missing', askedAt, misses, reason } as const;
  await settleAbsence(visit, result, isOver || isBelieved, parts);
  if (visit.article === null) tally.failed.push({ url: visit.url, reason });
  else if (!isOver && (await getArticle(parts.archive.db, visit.article))?.status !== 'gone')
    warn(tally, 'missing', `${visit.url}: ${reason}; gone after ${MISSES_UNTIL_GONE} runs, this was ${misses}`);
  return 'done';
}

/** Articles that the source had to show tonight. */
function shownBy({ shownBefore, unchanged, updated, heldBack, new: added }: SourceTally): number {
  return shownBefore + unchanged + updated + heldBack + added;
}

/**
 * A page that stands in for another. Logins and puzzles may be meant for us, and a site under repair sends its home page
 * for everything: so what would end a held article is asked for once more when all else is done, and several in a row end
 * the night for the source with nothing lost, unless another article still stands where it stood.
 */
export async function noteAbsence(
  visit: Visit,
  absence: keyof typeof absenceWords,
  askedAt: string,
  parts: AskParts,
): Promise<AskEnd> {
  const { archive, tally } = parts;
  const reason = absenceWords[absence];
  const isAboutUs = absence === 'puzzle' || absence === 'login';
  // What never was an article is looked at twice only in the first night.
  const isAlive = visit.article !== null && visit.state !== 'gone';
  const isDoubtful = isAlive || (isAboutUs && (visit.article !== null || visit.misses === 0));
  if (isDoubtful && !visit.isPutOff) {
    const most = isAboutUs ? PUZZLES_UNTIL_STOP : STAND_INS_UNTIL_STOP;
    tally.standInsInARow += 1;
    if (!isAboutUs && tally.standInsInARow >= most && (await parts.stillShows())) tally.standInsInARow = 0;
    const isOver = tally.standInsInARow >= most;
    const failures = visit.failures + 1;
    const putOff = { state: visit.state, askedAt, reason, failures, isDone: false, secondLook: 'stand-in' } as const;
    await inTransaction(archive.db, async (trx) => {
      await noteResult(trx, visit, { ...putOff, ...UNCONDITIONAL });
      // Another run of this night may find the site as it was: it looks for a first time again.
      if (isOver) await forgetSecondLooks(trx, visit.source);
    });
    if (!isOver) return 'done';
    tally.failed.push({ url: visit.url, reason });
    warn(tally, 'blocked', `${visit.url}: ${reason}, ${most} times in a row; the rest is left for the next run`);
    return 'stop';
  }
  const misses = visit.misses + 1;
  // An address that never brought an article may still get one.
  const isGone = visit.article !== null || misses >= MISSES_UNTIL_GONE;
  const result = { state: isGone ? 'gone' : 'missing', askedAt, misses, reason, ...UNCONDITIONAL } as const;
  await settleAbsence(visit, result, isGone, parts);
  if (visit.article === null) tally.failed.push({ url: visit.url, reason });
  return 'done';
}

async function settleAbsence(
  visit: Visit,
  result: VisitResult,
  isGone: boolean,
  { archive, tally }: AskParts,
): Promise<void> {
  await inTransaction(archive.db, async (trx) => {
    await noteResult(trx, visit, result);
    if (!isGone || visit.article === null || visit.kind === 'file') return;
    if (await isHeldElsewhere(trx, visit.article, visit.url)) return;
    if (await putArticleStatus(trx, visit.article, 'gone')) tally.gone += 1;
  });
}

const MISSES_UNTIL_GONE = 3;
/** So many articles may be asked for twice before the source has shown another. */
const LOST_UNTIL_SHOWN = 5;
const PUZZLES_UNTIL_STOP = 3;
const STAND_INS_UNTIL_STOP = 5;
