/**
 * Whether a search index holds just what the archive does, told through the port alone.
 *
 * Keys are compared batch by batch; only where something is missing are all of them held in memory, to name it. Where
 * every key is there and no change waits, the words behind each are held against the archive's.
 */
import { sql } from 'kysely';
import { inPieces } from '../archive/dialect.ts';
import type { ArchiveDb } from '../archive/schema.ts';
import { countItems, itemTables, newestChange, streamItemKeys } from './archive-keys.ts';
import { type ItemKey, nameOf, type SearchEngine } from './engine.ts';
import { loadItems } from './items.ts';

export interface IndexFault {
  readonly subject: string;
  readonly detail: string;
}

/** Faults as they are found. `onItem` hears of every key looked at. */
export async function* compareIndex(
  db: ArchiveDb,
  engine: SearchEngine,
  onItem: () => void = () => {},
): AsyncGenerator<IndexFault> {
  const health = await engine.health();
  if (health.kind === 'unreachable') {
    yield { subject: 'search index', detail: `it cannot be reached: ${health.reason}` };
    return;
  }
  const newest = await newestChange(db);
  if (health.kind === 'needs-rebuild' && newest > 0)
    yield { subject: 'search index', detail: `it is not complete (${health.reason}); run sohieu reindex` };
  if (health.kind === 'ready' && health.position !== newest)
    yield {
      subject: 'search index',
      detail: `it has come to change ${health.position} of ${newest}; run sohieu reindex`,
    };
  const held = { article: 0, document: 0, meeting: 0 };
  for await (const keys of engine.keys()) {
    for (const stray of await findStrays(db, keys))
      yield { subject: nameOf(stray), detail: 'the search index holds it, the archive does not' };
    for (const { kind } of keys) {
      held[kind] += 1;
      onItem();
    }
  }
  const wanted = await countItems(db);
  const isWhole = kinds.every((kind) => held[kind] === wanted[kind]);
  if (!isWhole) yield* findMissing(db, engine);
  else if (health.kind === 'ready' && health.position === newest) yield* findStale(db, engine);
}

const kinds = ['article', 'document', 'meeting'] as const;

async function findStrays(db: ArchiveDb, keys: readonly ItemKey[]): Promise<readonly ItemKey[]> {
  const strays: ItemKey[] = [];
  for (const kind of kinds) {
    const ids = keys.flatMap((key) => (key.kind === kind ? [key.id] : []));
    for (const piece of inPieces(ids)) {
      const known = await findIds(db, kind, piece);
      strays.push(...piece.filter((id) => !known.has(id)).map((id) => ({ kind, id })));
    }
  }
  return strays;
}

async function findIds(db: ArchiveDb, kind: ItemKey['kind'], ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom(itemTables[kind]).select(['id']).where(sql.ref<string>('id'), 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

async function* findMissing(db: ArchiveDb, engine: SearchEngine): AsyncGenerator<IndexFault> {
  const held = new Set<string>();
  for await (const keys of engine.keys()) for (const key of keys) held.add(nameOf(key));
  for await (const keys of streamItemKeys(db))
    for (const key of keys)
      if (!held.has(nameOf(key)))
        yield { subject: nameOf(key), detail: 'the archive holds it, the search index does not; run sohieu reindex' };
}

async function* findStale(db: ArchiveDb, engine: SearchEngine): AsyncGenerator<IndexFault> {
  for await (const keys of streamItemKeys(db)) {
    const { missing, stale } = await engine.compare(await loadItems(db, keys));
    for (const key of missing)
      yield { subject: nameOf(key), detail: 'the search index holds no words of it; run sohieu reindex' };
    for (const key of stale)
      yield { subject: nameOf(key), detail: 'the search index holds other words than the archive; run sohieu reindex' };
  }
}
