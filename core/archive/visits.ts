/**
 * The addresses that sources named: which are still to be asked in the open round, and what came of asking.
 *
 * An address enters in the transaction that finds it, and its place in the round is a row like any other, so that a run
 * that is killed loses nothing and repeats nothing. Twins of one article share an identity; the first one found is
 * asked, the others lead to its article, unless it comes to nothing.
 */
import type { Selectable } from 'kysely';
import { putArticleAlias } from './articles.ts';
import { wordColumn } from './columns.ts';
import type { ArticleId, SnapshotHash } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import type { VisitTable } from './schema-crawl.ts';
import type { SecondLook } from './second-looks.ts';
import { inTransaction } from './transaction.ts';
import { nextOrder } from './visit-order.ts';

/** `waiting` never had, `held` an article, `twin` of one that is asked instead; `missing` may come back, `gone` will not. */
export const visitStates = ['waiting', 'held', 'twin', 'missing', 'gone', 'refused', 'failed'] as const;
export type VisitState = (typeof visitStates)[number];
export const visitKinds = ['article', 'file'] as const;
export type VisitKind = (typeof visitKinds)[number];

/** An address as it was found. */
export interface FoundVisit {
  readonly url: string;
  readonly kind: VisitKind;
  readonly identity: string;
  readonly foundOn: string;
  readonly publishedHint: string | null;
  /** For a file: the article that offers it. */
  readonly article: ArticleId | null;
}

/** An address that is to be asked. */
export interface Visit {
  readonly url: string;
  readonly source: string;
  readonly kind: VisitKind;
  readonly state: VisitState;
  readonly article: ArticleId | null;
  readonly publishedHint: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly sha256: SnapshotHash | null;
  /** An instant in UTC; null when it never was. */
  readonly askedAt: string | null;
  readonly isUnread: boolean;
  readonly misses: number;
  readonly failures: number;
  /** True when it was put off once in the open round already. */
  readonly isPutOff: boolean;
}

/** What asking came to; what is left out stays as it was. */
export interface VisitResult {
  readonly state: VisitState;
  readonly askedAt: string;
  readonly article?: ArticleId | null;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly sha256?: SnapshotHash;
  readonly misses?: number;
  readonly failures?: number;
  readonly reason?: string | null;
  /** False puts it off to the end of the round. Default true: it is done for this round. */
  readonly isDone?: boolean;
  readonly isUnread?: boolean;
  /** Why it is put off; left out where it is not. */
  readonly secondLook?: SecondLook;
}

const readState = wordColumn('visits.state', visitStates);
const readKind = wordColumn('visits.kind', visitKinds);

/**
 * Notes what a page of a source named, all of it due in the open round; answers the addresses that are new.
 * A known address becomes due again unless it is gone and never brought anything, or `askAgain` says no.
 */
export async function noteFound(
  db: ArchiveDb,
  source: string,
  found: readonly FoundVisit[],
  options: { readonly at: string; readonly askAgain: boolean },
): Promise<readonly string[]> {
  if (found.length === 0) return [];
  return inTransaction(db, async (trx) => {
    const added: string[] = [];
    let order = await nextOrder(trx, source, 'new');
    let again = await nextOrder(trx, source, 'again');
    for (const one of found) {
      const known = await trx
        .selectFrom('visits')
        .select(['url', 'state', 'is_due', 'article'])
        .where('source', '=', source)
        .where('identity', '=', one.identity)
        .execute();
      const own = known.find(({ url }) => url === one.url);
      const asked = known.find(({ state }) => state === 'waiting' || state === 'held');
      if (own !== undefined) {
        // A twin is asked itself when the address that was asked for it came to nothing.
        const isTwin = own.state === 'twin';
        // What a list shows again may have come back; an address that never brought anything and is gone has not.
        const isAsked = isTwin ? asked === undefined : own.state !== 'gone' || own.article !== null;
        if (options.askAgain && own.is_due === 0 && isAsked)
          await trx
            .updateTable('visits')
            .set({ is_due: 1, due_order: again++, ...(isTwin && { state: 'waiting' }) })
            .where('url', '=', one.url)
            .execute();
        continue;
      }
      const isTwin = asked !== undefined;
      const article = one.article ?? (isTwin ? await articleAt(trx, asked.url) : null);
      const inserted = await trx
        .insertInto('visits')
        .values({
          url: one.url,
          source,
          kind: one.kind,
          identity: one.identity,
          found_at: options.at,
          found_on: one.foundOn,
          published_hint: one.publishedHint,
          state: isTwin ? 'twin' : 'waiting',
          article,
          is_due: isTwin ? 0 : 1,
          due_order: order++,
          is_unread: 0,
          asked_at: null,
          etag: null,
          last_modified: null,
          sha256: null,
          misses: 0,
          failures: 0,
          reason: null,
          second_look: null,
        })
        .onConflict((conflict) => conflict.column('url').doNothing())
        .executeTakeFirst();
      if ((inserted.numInsertedOrUpdatedRows ?? 0n) === 0n) continue;
      added.push(one.url);
      if (isTwin && one.kind === 'article' && article !== null) await putArticleAlias(trx, article, one.url);
    }
    return added;
  });
}

/** Makes addresses due that no list shows any more, oldest asked first. Answers how many. */
export async function dueAgain(
  db: ArchiveDb,
  source: string,
  want: { readonly foundSince: string; readonly rotation: number; readonly all: boolean },
): Promise<number> {
  return inTransaction(db, async (trx) => {
    const open = trx
      .selectFrom('visits')
      .select('url')
      .where('source', '=', source)
      .where('is_due', '=', 0)
      .where('state', 'in', ['held', 'missing', 'failed', 'refused', 'waiting'])
      .orderBy('asked_at')
      .orderBy('due_order');
    const young = want.all
      ? await open.execute()
      : await open
          .where((where) =>
            where.or([
              where('published_hint', '>=', want.foundSince),
              where('found_at', '>=', want.foundSince),
              where('misses', '>', 0),
              where('state', '=', 'waiting'),
            ]),
          )
          .execute();
    const old = want.all ? [] : await open.where('found_at', '<', want.foundSince).limit(want.rotation).execute();
    const urls = [...new Set([...young, ...old].map(({ url }) => url))];
    let order = await nextOrder(trx, source, 'again');
    for (const url of urls) {
      await trx.updateTable('visits').set({ is_due: 1, due_order: order }).where('url', '=', url).execute();
      order += 1;
    }
    return urls.length;
  });
}

/** The address that is next in the open round of a source; those whose bytes are kept already come first. */
export async function nextDue(db: ArchiveDb, source: string): Promise<Visit | null> {
  const row = await db
    .selectFrom('visits')
    .selectAll()
    .where('source', '=', source)
    .where('is_due', '=', 1)
    .orderBy('is_unread', 'desc')
    .orderBy('due_order')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toVisit(row);
}

export async function countDue(db: ArchiveDb, source: string): Promise<number> {
  const { count } = await db
    .selectFrom('visits')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('source', '=', source)
    .where('is_due', '=', 1)
    .executeTakeFirstOrThrow();
  return count;
}

/** Writes down what asking for an address came to. */
export async function noteResult(db: ArchiveDb, visit: Visit, result: VisitResult): Promise<void> {
  await inTransaction(db, async (trx) => {
    const isDone = result.isDone ?? true;
    await trx
      .updateTable('visits')
      .set({
        state: result.state,
        asked_at: result.askedAt,
        is_due: isDone ? 0 : 1,
        is_unread: result.isUnread === true ? 1 : 0,
        ...(!isDone && result.isUnread !== true && { due_order: await nextOrder(trx, visit.source, 'again') }),
        ...(result.article !== undefined && { article: result.article }),
        ...(result.etag !== undefined && { etag: result.etag }),
        ...(result.lastModified !== undefined && { last_modified: result.lastModified }),
        ...(result.sha256 !== undefined && { sha256: result.sha256 }),
        ...(result.misses !== undefined && { misses: result.misses }),
        ...(result.failures !== undefined && { failures: result.failures }),
        ...(result.secondLook !== undefined && { second_look: result.secondLook }),
        reason: result.reason ?? null,
      })
      .where('url', '=', visit.url)
      .execute();
  });
}

async function articleAt(trx: ArchiveDb, url: string): Promise<ArticleId | null> {
  const row = await trx.selectFrom('visits').select('article').where('url', '=', url).executeTakeFirst();
  return row?.article ?? null;
}

function toVisit(row: Selectable<VisitTable>): Visit {
  return {
    url: row.url,
    source: row.source,
    kind: readKind(row.kind),
    state: readState(row.state),
    article: row.article,
    publishedHint: row.published_hint,
    etag: row.etag,
    lastModified: row.last_modified,
    sha256: row.sha256,
    askedAt: row.asked_at,
    isUnread: row.is_unread === 1,
    misses: row.misses,
    failures: row.failures,
    isPutOff: row.second_look !== null,
  };
}
