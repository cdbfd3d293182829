/**
 * Ids of all that may be listed for the public: settled documents, meetings, articles. The bundled samples are nobody's
 * news and are left out, and so is what only they speak of.
 */
import type { AliasableExpression } from 'kysely';
import type { ArchiveDb } from './schema.ts';

export const listedKinds = ['documents', 'meetings', 'articles'] as const;
export type ListedKind = (typeof listedKinds)[number];

/** How many there are. `hasSamples` says whether there is anything to leave out. */
export async function countListed(db: ArchiveDb, kind: ListedKind, hasSamples: boolean): Promise<number> {
  const { count } = await listed(db, kind, hasSamples)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The next `limit` of them in their order, behind the id `after`. */
export async function readListedIds(
  db: ArchiveDb,
  kind: ListedKind,
  hasSamples: boolean,
  after: string | null,
  limit: number,
): Promise<readonly string[]> {
  const query = listed(db, kind, hasSamples).select('of.id').orderBy('of.id').limit(limit);
  const rows = await (after === null ? query : query.where('of.id', '>', after)).execute();
  return rows.map(({ id }) => id);
}

/** The id at a place in their order, from 0; null behind the last. */
export async function listedIdAt(
  db: ArchiveDb,
  kind: ListedKind,
  hasSamples: boolean,
  place: number,
): Promise<string | null> {
  const query = listed(db, kind, hasSamples).select('of.id').orderBy('of.id').limit(1).offset(place);
  return (await query.executeTakeFirst())?.id ?? null;
}

function listed(db: ArchiveDb, kind: ListedKind, hasSamples: boolean) {
  return db.selectFrom(idsOf(db, kind, hasSamples).as('of'));
}

function idsOf(db: ArchiveDb, kind: ListedKind, hasSamples: boolean): AliasableExpression<{ readonly id: string }> {
  switch (kind) {
    case 'articles':
      return db.selectFrom('articles').select('id').where('is_sample', '=', 0).$castTo<{ readonly id: string }>();
    case 'documents': {
      const settled = db.selectFrom('documents').select('documents.id').where('is_settled', '=', 1);
      if (!hasSamples) return settled.$castTo<{ readonly id: string }>();
      return settled
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('mentions')
              .innerJoin('articles', 'articles.id', 'mentions.article')
              .select('mentions.ordinal')
              .whereRef('mentions.document', '=', 'documents.id')
              .where('articles.is_sample', '=', 0),
          ),
        )
        .$castTo<{ readonly id: string }>();
    }
    case 'meetings': {
      const all = db.selectFrom('meetings').select('meetings.id');
      if (!hasSamples) return all;
      return all.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('meeting_articles')
            .innerJoin('articles', 'articles.id', 'meeting_articles.article')
            .select('meeting_articles.article')
            .whereRef('meeting_articles.meeting', '=', 'meetings.id')
            .where('articles.is_sample', '=', 0),
        ),
      );
    }
  }
}
