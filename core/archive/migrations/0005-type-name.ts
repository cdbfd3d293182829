/**
 * What a document's type is called by those who cite it, where its symbol names several (QĐ is a Quyết định or, of the
 * Party, a Quy định). Frozen: what comes after it is another migration. A derived column: `resolve` fills it for
 * documents drawn up before.
 */
import type { Kysely, Migration } from 'kysely';

export const addTypeName: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('documents').addColumn('type_name', 'text').execute();
  },
};
