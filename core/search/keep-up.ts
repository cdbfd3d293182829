/**
 * Brings one index to where the archive is, whatever state it is in, and proves it by counting and by samples.
 *
 * An index that is new, half or lost is made anew beside the live one; a sound one is given what has changed. Then its
 * number of items is held against the archive's, and some items chosen by chance against their texts: what does not
 * agree is put again or, where anything is missing, made anew. Not to be run twice at once on one index.
 */
import { sql } from 'kysely';
import { changesSince } from '../archive/changes.ts';
import type { ArchiveDb } from '../archive/schema.ts';
import { countItems, itemTables, newestChange, streamItemKeys } from './archive-keys.ts';
import { type ItemKey, type SearchEngine, type SearchItem, searchKinds } from './engine.ts';
import { indexChanges, rebuildIndex } from './indexer.ts';
import { loadItems } from './items.ts';

export interface KeepUpParts {
  readonly db: ArchiveDb;
  readonly engine: SearchEngine;
  /** From 0 up to 1, as Math.random gives it. */
  readonly random: () => number;
  readonly signal?: AbortSignal | undefined;
}

export type KeptUp =
  /** All changes are in. `mended` items had another text than the archive has. */
  | { readonly kind: 'done'; readonly put: number; readonly removed: number; readonly mended: number }
  /** Made anew, and why. */
  | { readonly kind: 'rebuilt'; readonly put: number; readonly why: string }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'unreachable'; readonly reason: string };

const samplesAKind = 4;

/** @throws Error when the archive cannot be read, or the engine refuses what it is given: the next call goes on from there */
export async function keepUp(parts: KeepUpParts): Promise<KeptUp> {
  const { db, engine, signal } = parts;
  const health = await engine.health();
  if (health.kind === 'unreachable') return { kind: 'unreachable', reason: health.reason };
  if (health.kind === 'needs-rebuild') return rebuild(parts, `it was ${health.reason}`);
  if (health.position > (await newestChange(db)))
    return rebuild(parts, 'it is of another archive, or of a later state of this one');
  const report = await takeChanges(parts);
  if (report.status === 'interrupted') return { kind: 'interrupted' };
  const difference = await findDifference(parts);
  if (difference.kind === 'incomplete' && signal?.aborted !== true) return rebuild(parts, difference.why);
  const { put, removed } = report;
  if (difference.kind === 'incomplete') return { kind: 'interrupted' };
  await engine.put(difference.stale);
  return { kind: 'done', put, removed, mended: difference.stale.length };
}

async function rebuild(parts: KeepUpParts, why: string): Promise<KeptUp> {
  const { db, engine, signal } = parts;
  if (signal?.aborted) return { kind: 'interrupted' };
  const position = await newestChange(db);
  const keys = streamItemKeys(db);
  const { put } = await rebuildIndex({ engine, keys, position, load: (some) => loadItems(db, some), signal });
  await takeChanges(parts);
  return { kind: 'rebuilt', put, why };
}

function takeChanges({ db, engine, signal }: KeepUpParts) {
  return indexChanges({
    engine,
    changesAfter: (seq) => changesSince(db, seq),
    load: (keys) => loadItems(db, keys),
    signal,
  });
}

type Difference =
  | { readonly kind: 'incomplete'; readonly why: string }
  | { readonly kind: 'complete'; readonly stale: readonly SearchItem[] };

async function findDifference({ db, engine, random }: KeepUpParts): Promise<Difference> {
  const health = await engine.health();
  const counts = await countItems(db);
  const wanted = counts.article + counts.document + counts.meeting;
  const held = health.kind === 'ready' ? health.items : null;
  // What changed since is not yet in: the next call looks.
  const isCurrent = health.kind === 'ready' && health.position === (await newestChange(db));
  if (isCurrent && held !== wanted) return { kind: 'incomplete', why: `it held ${held} items of ${wanted}` };
  const keys: ItemKey[] = [];
  for (const kind of searchKinds) {
    for (let nth = 0; nth < Math.min(samplesAKind, counts[kind]); nth++) {
      const id = await nthId(db, kind, Math.floor(random() * counts[kind]));
      if (id !== null) keys.push({ kind, id });
    }
  }
  const items = await loadItems(db, keys);
  const { missing, stale } = await engine.compare(items);
  const [lost] = missing;
  if (lost !== undefined) return { kind: 'incomplete', why: `${lost.kind} ${lost.id} was not in it` };
  const isStale = (item: SearchItem): boolean => stale.some(({ kind, id }) => kind === item.kind && id === item.id);
  return { kind: 'complete', stale: items.filter(isStale) };
}

async function nthId(db: ArchiveDb, kind: ItemKey['kind'], nth: number): Promise<string | null> {
  const row = await db
    .selectFrom(itemTables[kind])
    .select(['id'])
    .orderBy(sql.ref('id'))
    .offset(nth)
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
