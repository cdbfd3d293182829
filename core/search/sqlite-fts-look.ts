/**
 * Smaller questions to the embedded index: how common words are, who is named, whether items are held as they are.
 */
import { z } from 'zod';
import type { FacetCount, IndexDifference, ItemKey, SearchItem } from './engine.ts';
import { limits } from './limits.ts';
import { isSameText, originalsOf } from './originals.ts';
import { countNames, itemsForNames, readNameWords } from './people.ts';
import type { IndexFile } from './sqlite-fts-file.ts';
import { matchNames, matchWord } from './sqlite-fts-match.ts';
import { readMeta, tablesOf } from './sqlite-fts-schema.ts';

const countRow = z.object({ items: z.number() });
const peopleRows = z.array(z.object({ people: z.string() }));
const heldRow = z.object({
  title: z.string(),
  codes: z.string(),
  people: z.string(),
  body: z.string(),
  day: z.string().nullable(),
});

export function countWordsInIndex(file: IndexFile, words: readonly string[]): ReadonlyMap<string, number> {
  const table = tablesOf(readMeta(file).live).words;
  const statement = file.prepare(
    `SELECT count(*) AS items FROM (SELECT 1 FROM ${table} WHERE ${table} MATCH ? LIMIT ${limits.wordCount})`,
  );
  return new Map(words.map((word) => [word, countRow.parse(statement.get(matchWord(word))).items]));
}

export function findPeopleInIndex(file: IndexFile, typed: string, most: number): readonly FacetCount[] {
  const words = readNameWords(typed);
  if (words.length === 0) return [];
  const tables = tablesOf(readMeta(file).live);
  const statement = file.prepare(
    `SELECT o.people FROM ${tables.words} CROSS JOIN ${tables.entry} e ON e.entry = ${tables.words}.rowid
     JOIN ${tables.original} o USING (entry)
     WHERE ${tables.words} MATCH ? ORDER BY e.day DESC, e.kind, e.id LIMIT ${itemsForNames}`,
  );
  const rows = peopleRows.parse(statement.all(matchNames(words)));
  return countNames(
    rows.map(({ people }) => people.split('\n')),
    words,
    most,
  );
}

export function compareWithIndex(file: IndexFile, items: readonly SearchItem[]): IndexDifference {
  const missing: ItemKey[] = [];
  const stale: ItemKey[] = [];
  const tables = tablesOf(readMeta(file).live);
  const statement = file.prepare(
    // An item is there when its words are, too: FTS5 keeps how many in this table of its own.
    `SELECT o.title, o.codes, o.people, o.body, e.day FROM ${tables.entry} e JOIN ${tables.original} o USING (entry)
     JOIN ${tables.words}_docsize s ON s.id = e.entry WHERE e.kind = ? AND e.id = ?`,
  );
  for (const item of items) {
    const key = { kind: item.kind, id: item.id };
    const row: unknown = statement.get(item.kind, item.id);
    if (row === undefined) missing.push(key);
    else {
      const held = heldRow.parse(row);
      if (held.day !== item.date || !isSameText(held, originalsOf(item))) stale.push(key);
    }
  }
  return { missing, stale };
}
