/**
 * What every search engine must do alike; test/engines/conformance.test.ts hands in a way to make an empty one:
 *
 *   describe('sqlite-fts', () => searchContract(async () => openSqliteFts({ path: ':memory:' })));
 *
 * Sets of hits and their order are compared, never scores. A case is skipped where the engine says in `capabilities`
 * that it does something else, or where `skips` names the case and gives a reason.
 */
import { afterAll, describe, expect, it } from 'vitest';
import type { SearchEngine } from '../core/search/engine.ts';
import type { Check, Needs } from './search-cases.ts';
import { changesContract } from './search-contract-changes.ts';
import { looksContract } from './search-contract-looks.ts';
import { pagesContract } from './search-contract-pages.ts';
import { queriesContract } from './search-contract-queries.ts';
import { type SearchItems, searchItems } from './search-items.ts';

export function searchContract(
  makeEngine: () => Promise<SearchEngine>,
  skips: Readonly<Record<string, string>> = {},
): void {
  const notes: string[] = [];

  describe('queries', () => queriesContract(checkOnOne(searchItems)));
  describe('pages', () => pagesContract(checkOnOne));
  describe('looks', () => looksContract(checkOnOne(searchItems), checkOnFresh));
  describe('changes', () => changesContract(checkOnFresh));

  it('has no two cases of one name, a case for every skip, and a reason', () => {
    expect(notes.filter((note, at) => notes.indexOf(note) !== at)).toEqual([]);
    expect(Object.keys(skips).filter((note) => !notes.includes(note))).toEqual([]);
    expect(Object.values(skips).filter((reason) => reason.trim() === '')).toEqual([]);
  });

  /** All cases look at one engine that holds `items`, and leave it as it is. */
  function checkOnOne(items: SearchItems): Check {
    let filled: Promise<SearchEngine> | null = null;
    afterAll(async () => (await filled)?.close());
    return declare(async () => {
      filled ??= fill(items);
      return filled;
    });
  }

  /** Every case has an empty engine of its own. */
  function checkOnFresh(note: string, run: (engine: SearchEngine) => Promise<void>, needs?: Needs): void {
    declare(makeEngine)(
      note,
      async (engine) => {
        try {
          await run(engine);
        } finally {
          await engine.close();
        }
      },
      needs,
    );
  }

  function declare(take: () => Promise<SearchEngine>): Check {
    return (note, run, needs) => {
      notes.push(note);
      it(note, async ({ skip }) => {
        if (skips[note] !== undefined) skip(skips[note]);
        const engine = await take();
        const reason = needs?.(engine.capabilities) ?? null;
        if (reason !== null) skip(reason);
        await run(engine);
      });
    };
  }

  async function fill(items: SearchItems): Promise<SearchEngine> {
    const engine = await makeEngine();
    await engine.put(items);
    return engine;
  }
}
