/**
 * Carries the archive's changes into a search index, and makes an index anew.
 *
 * What a change says is only which thing changed; what it is now is asked of the archive, so that changes may come
 * twice, late or merged. The index keeps its own position: it is noted after each batch, or, while an empty index is
 * being filled, at the very end, so that half an index never looks like a whole one. Both functions may be stopped
 * anywhere and called again. Not to be run twice at once on one index; the archive's run lock sees to that.
 */
import { type ItemKey, nameOf, type SearchEngine, type SearchItem } from './engine.ts';

/** A batch as `changesSince` of the archive yields it. */
export interface ChangeBatch {
  readonly changes: readonly ItemKey[];
  /** Number of its last change. */
  readonly seq: number;
}

/** What the archive holds under these keys now; what is gone is left out. */
export type LoadItems = (keys: readonly ItemKey[]) => Promise<readonly SearchItem[]>;

export interface IndexReport {
  readonly status: 'done' | 'interrupted';
  readonly put: number;
  readonly removed: number;
  /** Up to which change the index is known to be complete; null when it is not complete yet. */
  readonly position: number | null;
}

export interface IndexChangesParts {
  readonly engine: SearchEngine;
  /** The batches after this change, oldest first, ending when there are no more; 0 for all there ever were. */
  readonly changesAfter: (position: number) => AsyncIterable<ChangeBatch>;
  readonly load: LoadItems;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Brings the index up to date. Aborting ends it after the batch in hand.
 *
 * @throws Error when the engine cannot be reached, or an item cannot be loaded or put: the position stays before that batch
 * @example await indexChanges({ engine, changesAfter: (seq) => changesSince(db, seq), load, signal });
 */
export async function indexChanges({ engine, changesAfter, load, signal }: IndexChangesParts): Promise<IndexReport> {
  const health = await engine.health();
  if (health.kind === 'unreachable') {
    throw new Error(
      `Cannot index changes: expected ${engine.name} to answer, got "${health.reason}"; start it, or run again later`,
    );
  }
  const isFilling = health.kind === 'needs-rebuild';
  let position = isFilling ? null : health.position;
  let reached = position ?? 0;
  let put = 0;
  let removed = 0;
  for await (const batch of changesAfter(reached)) {
    if (signal?.aborted) return { status: 'interrupted', put, removed, position };
    const { items, gone } = await loadAll(batch.changes, load);
    await engine.put(items);
    await engine.remove(gone);
    put += items.length;
    removed += gone.length;
    reached = batch.seq;
    if (!isFilling) await engine.savePosition(reached);
    if (!isFilling) position = reached;
  }
  if (isFilling) await engine.savePosition(reached);
  return { status: 'done', put, removed, position: reached };
}

export interface RebuildIndexParts {
  readonly engine: SearchEngine;
  /** Everything the archive holds, in batches. */
  readonly keys: AsyncIterable<readonly ItemKey[]>;
  /** The archive's newest change before `keys` was asked for: from there `indexChanges` goes on. */
  readonly position: number;
  readonly load: LoadItems;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes the index anew beside the live one and swaps. When it fails or is aborted, the live index is as it was.
 *
 * @throws the signal's reason when aborted, or what `keys`, `load` or the engine throw
 */
export async function rebuildIndex({
  engine,
  keys,
  position,
  load,
  signal,
}: RebuildIndexParts): Promise<{ readonly put: number }> {
  let put = 0;
  await engine.rebuild(loadBatches(), position);
  return { put };

  async function* loadBatches(): AsyncGenerator<readonly SearchItem[]> {
    for await (const batch of keys) {
      signal?.throwIfAborted();
      const { items } = await loadAll(batch, load);
      put += items.length;
      yield items;
    }
    signal?.throwIfAborted();
  }
}

async function loadAll(
  keys: readonly ItemKey[],
  load: LoadItems,
): Promise<{ readonly items: readonly SearchItem[]; readonly gone: readonly ItemKey[] }> {
  const asked = new Map(keys.map(({ kind, id }) => [nameOf({ kind, id }), { kind, id }]));
  const items = await load([...asked.values()]);
  const held = new Set(items.map(nameOf));
  return { items, gone: [...asked.values()].filter((key) => !held.has(nameOf(key))) };
}
