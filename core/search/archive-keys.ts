/**
 * Everything of the archive that is to be found in a search index, as keys, and how far its changes have come.
 */
import { sql } from 'kysely';
import type { ArchiveDb } from '../archive/schema.ts';
import type { ItemKey } from './engine.ts';

/** Tables whose rows are items, by the kind they make. */
export const itemTables = { article: 'articles', document: 'documents', meeting: 'meetings' } as const;
const kinds = ['article', 'document', 'meeting'] as const;
const KEYS_AT_ONCE = 200;

/** All keys in batches, kind by kind; the archive may be written meanwhile. */
export async function* streamItemKeys(db: ArchiveDb): AsyncGenerator<readonly ItemKey[]> {
  for (const kind of kinds) {
    for (let after = ''; ; ) {
      const rows = await db
        .selectFrom(itemTables[kind])
        .select(['id'])
        .where(sql.ref<string>('id'), '>', after)
        .orderBy('id')
        .limit(KEYS_AT_ONCE)
        .execute();
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.id;
      yield rows.map(({ id }) => ({ kind, id }));
    }
  }
}

export async function countItems(db: ArchiveDb): Promise<Readonly<Record<ItemKey['kind'], number>>> {
  const count = async (kind: ItemKey['kind']): Promise<number> => {
    const row = await db
      .selectFrom(itemTables[kind])
      .select((query) => query.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return row.count;
  };
  return { article: await count('article'), document: await count('document'), meeting: await count('meeting') };
}

/** Number of the newest change, 0 when there was none. */
export async function newestChange(db: ArchiveDb): Promise<number> {
  const row = await db
    .selectFrom('changes')
    .select((query) => query.fn.max<number | null>('seq').as('seq'))
    .executeTakeFirstOrThrow();
  return row.seq ?? 0;
}
