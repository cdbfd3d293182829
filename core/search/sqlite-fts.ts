/**
 * The embedded search engine: one SQLite file with a contentless FTS5 index over folded words.
 *
 * FTS5 finds; ranking, accents, highlights and facets are ours, since bm25 scores common syllables at zero and knows
 * no nearness. Originals lie beside the index uncompressed (about 4 KB an article), for snippets and accents. SQLite
 * answers synchronously: a query over a very large index holds up the process for as long as it takes, and a server
 * that minds runs this engine in a worker.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { type ItemKey, type SearchEngine, type SearchHealth, type SearchItem, searchKinds } from './engine.ts';
import { entryBreak, spellForIndex } from './fold.ts';
import { readForm } from './form.ts';
import { checkItem, checkQuery } from './limits.ts';
import { originalsOf } from './originals.ts';
import { createFacetDictionary, type FacetDictionary } from './sqlite-fts-facets.ts';
import { type IndexFile, isDamage } from './sqlite-fts-file.ts';
import { findInIndex } from './sqlite-fts-find.ts';
import { compareWithIndex, countWordsInIndex, findPeopleInIndex } from './sqlite-fts-look.ts';
import {
  createGeneration,
  dropGeneration,
  type Generation,
  openIndexFile,
  readMeta,
  recreateIndexFile,
  tablesOf,
} from './sqlite-fts-schema.ts';
import { codeKey } from './words.ts';

/** Items a transaction: 25 to 60 ms of writing, between two of which queries are answered. */
const batchSize = 100;
const keysAtOnce = 1000;

const entryRow = z.object({ entry: z.number() });
const itemsRow = z.object({ items: z.number() });
const keyRows = z.array(z.object({ entry: z.number(), kind: z.enum(searchKinds), id: z.string() }));

/**
 * Opens the index file, or makes it; a damaged one or one of an older make is replaced by an empty one, and `health`
 * says so. Several processes may have it open.
 *
 * @param options.path the file, such as `var/search.sqlite`, or `:memory:`
 */
export function openSqliteFts(options: { readonly path: string }): SearchEngine {
  const { path } = options;
  let file = openIndexFile(path);
  let dictionary = createFacetDictionary(file);

  return {
    name: 'sqlite-fts',
    capabilities: { toleratesTypos: false, ranksAccents: true, countsExactly: true, mostWords: null },
    async put(items) {
      items.forEach(checkItem);
      await writeBatches(items, (batch) => putItems(file, dictionary, readMeta(file).live, batch));
    },
    remove: (keys) => writeBatches(keys, (batch) => removeItems(file, readMeta(file).live, batch)),
    async find(query) {
      checkQuery(query);
      return guard('search', () => findInIndex({ file, dictionary }, query));
    },
    async countWords(words) {
      return guard('search', () => countWordsInIndex(file, words));
    },
    async findPeople(text, most) {
      return guard('search', () => findPeopleInIndex(file, text, most));
    },
    async compare(items) {
      return guard('compare', () => compareWithIndex(file, items));
    },
    keys: readKeys,
    rebuild,
    async savePosition(position) {
      guard('note the position', () => file.prepare('UPDATE meta SET position = ?').run(position));
    },
    health,
    async clear() {
      guard('clear', () =>
        file.inTransaction('IMMEDIATE', () => turnOver("position = NULL, reason = 'cleared'", null)),
      );
    },
    async close() {
      file.close();
    },
  };

  async function writeBatches<T>(all: readonly T[], write: (batch: readonly T[]) => void): Promise<void> {
    for (let start = 0; start < all.length; start += batchSize) {
      if (start > 0) await breathe();
      guard('write to', () => file.inTransaction('IMMEDIATE', () => write(all.slice(start, start + batchSize))));
    }
  }

  async function rebuild(batches: AsyncIterable<readonly SearchItem[]>, position: number): Promise<void> {
    const idle = guard('rebuild', () =>
      file.inTransaction('IMMEDIATE', () => {
        const generation = idleOf(readMeta(file).live);
        createGeneration(file, generation);
        return generation;
      }),
    );
    try {
      for await (const batch of batches) {
        batch.forEach(checkItem);
        await writeBatches(batch, (items) => putItems(file, dictionary, idle, items));
      }
    } catch (error) {
      guard('drop a half-made rebuild of', () => dropGeneration(file, idle));
      throw error;
    }
    guard('swap', () => file.inTransaction('IMMEDIATE', () => turnOver('position = ?', idle, position)));
  }

  /** Makes `next` the live generation (an empty one if null) and drops the one before. */
  function turnOver(change: string, next: Generation | null, ...values: number[]): void {
    const before = readMeta(file).live;
    const live = next ?? idleOf(before);
    if (next === null) createGeneration(file, live);
    file.prepare(`UPDATE meta SET live = '${live}', ${change}`).run(...values);
    dropGeneration(file, before);
  }

  async function* readKeys(): AsyncGenerator<readonly ItemKey[]> {
    let last = 0;
    while (true) {
      const rows = guard('list', () => {
        const statement = file.prepare(
          `SELECT entry, kind, id FROM ${tablesOf(readMeta(file).live).entry} WHERE entry > ? ORDER BY entry LIMIT ?`,
        );
        return keyRows.parse(statement.all(last, keysAtOnce));
      });
      if (rows.length === 0) return;
      last = rows.at(-1)?.entry ?? last;
      yield rows.map(({ kind, id }) => ({ kind, id }));
    }
  }

  /** Looks twice: the first look may have come upon damage and replaced the file. */
  async function health(): Promise<SearchHealth> {
    try {
      return look();
    } catch {
      try {
        return look();
      } catch (error) {
        return { kind: 'unreachable', reason: error instanceof Error ? error.message : String(error) };
      }
    }
  }

  function look(): SearchHealth {
    return guard('look at', () => {
      const { live, position, reason } = readMeta(file);
      const { items } = itemsRow.parse(file.prepare(`SELECT count(*) AS items FROM ${tablesOf(live).entry}`).get());
      return position === null ? { kind: 'needs-rebuild', items, reason } : { kind: 'ready', items, position };
    });
  }

  /** Damage found at work: the file is replaced by an empty one, and the caller told. */
  function guard<T>(doing: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      dictionary.forget();
      if (!isDamage(error)) throw error;
      file.close();
      file = recreateIndexFile(path, 'damaged');
      dictionary = createFacetDictionary(file);
      throw new Error(
        `Cannot ${doing} the search index ${path}: the file is damaged and was replaced by an empty one; run sohieu reindex`,
        {
          cause: error,
        },
      );
    }
  }
}

function putItems(
  file: IndexFile,
  dictionary: FacetDictionary,
  generation: Generation,
  items: readonly SearchItem[],
): void {
  const tables = tablesOf(generation);
  const upsert = file.prepare(
    `INSERT INTO ${tables.entry} (kind, id, day, facets) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET day = excluded.day, facets = excluded.facets RETURNING entry`,
  );
  const keep = file.prepare(
    `INSERT OR REPLACE INTO ${tables.original} (entry, title, codes, people, body) VALUES (?, ?, ?, ?, ?)`,
  );
  const index = file.prepare(
    `INSERT OR REPLACE INTO ${tables.words} (rowid, title, codes, people, body) VALUES (?, ?, ?, ?, ?)`,
  );
  for (const item of items) {
    const { entry } = entryRow.parse(upsert.get(item.kind, item.id, item.date, dictionary.encode(item.facets)));
    const { title, codes, people, body } = originalsOf(item);
    keep.run(entry, title, codes, people, body);
    index.run(entry, spellForIndex(title), spellCodes(item.codes), spellEntries(item.people), spellForIndex(body));
  }
}

function removeItems(file: IndexFile, generation: Generation, keys: readonly ItemKey[]): void {
  const tables = tablesOf(generation);
  const drop = file.prepare(`DELETE FROM ${tables.entry} WHERE kind = ? AND id = ? RETURNING entry`);
  for (const { kind, id } of keys) {
    const row: unknown = drop.get(kind, id);
    if (row === undefined) continue;
    const { entry } = entryRow.parse(row);
    file.prepare(`DELETE FROM ${tables.original} WHERE entry = ?`).run(entry);
    file.prepare(`DELETE FROM ${tables.words} WHERE rowid = ?`).run(entry);
  }
}

function spellEntries(entries: readonly string[]): string {
  return entries.map((entry) => spellForIndex(entry.normalize('NFC'))).join(` ${entryBreak} `);
}

/** Each code as words, and once more as one word, so that it is found without its separators too. */
function spellCodes(codes: readonly string[]): string {
  const keys = codes.map((code) => codeKey(readForm(code).words));
  return [spellEntries(codes), ...keys].join(` ${entryBreak} `);
}

function idleOf(live: Generation): Generation {
  return live === 'a' ? 'b' : 'a';
}
