/**
 * The second looks of a night: addresses of held articles that brought none, and are asked for once more when all else is
 * done. They are remembered until the next round begins, so that a run that is killed goes on with them as it would have
 * gone on by itself: with what it had put off, and with how much the source had shown and lost until then.
 */
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';

/** Why an address is looked at twice: the server said that it is missing, or sent something else in its place. */
export type SecondLook = 'missing' | 'stand-in';

/** How far a night has come with what is doubtful in it. */
export interface NightSoFar {
  /** Articles that the source had to show. */
  readonly shown: number;
  /** Articles that were missing at the first look. */
  readonly lost: number;
  /** Pages that stood in for others since it last showed an article. */
  readonly standInsInARow: number;
}

/** What an open round came to before this run. */
export async function readNightSoFar(db: ArchiveDb, source: string, openedAt: string): Promise<NightSoFar> {
  const shown = await db
    .selectFrom('visits')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('asked_at').as('last')])
    .where('source', '=', source)
    .where('kind', '=', 'article')
    .where('asked_at', '>=', openedAt)
    .where('state', '=', 'held')
    .where('is_due', '=', 0)
    .where('reason', 'is', null)
    .executeTakeFirstOrThrow();
  const looks = await db
    .selectFrom('visits')
    .select(['second_look', 'is_due', 'asked_at'])
    .where('source', '=', source)
    .where('second_look', 'is not', null)
    .execute();
  const standIns = looks.filter(({ second_look: look, is_due }) => look === 'stand-in' && is_due === 1);
  return {
    shown: shown.count,
    lost: looks.filter(({ second_look: look }) => look === 'missing').length,
    standInsInARow: standIns.filter(({ asked_at: at }) => at !== null && at >= (shown.last ?? '')).length,
  };
}

/** Articles that the source had to show since an instant, the last of them first; at most `limit`. */
export async function listShown(
  db: ArchiveDb,
  source: string,
  since: string,
  limit: number,
): Promise<readonly { readonly url: string; readonly article: ArticleId }[]> {
  const rows = await db
    .selectFrom('visits')
    .select(['url', 'article'])
    .where('source', '=', source)
    .where('kind', '=', 'article')
    .where('asked_at', '>=', since)
    .where('state', '=', 'held')
    .where('is_due', '=', 0)
    .where('reason', 'is', null)
    .orderBy('asked_at', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(({ url, article }) => (article === null ? [] : [{ url, article }]));
}

/** Nothing was put off: another night begins, or this one showed that its second looks would tell nothing. */
export async function forgetSecondLooks(db: ArchiveDb, source: string): Promise<void> {
  await db
    .updateTable('visits')
    .set({ second_look: null })
    .where('source', '=', source)
    .where('second_look', 'is not', null)
    .execute();
}
