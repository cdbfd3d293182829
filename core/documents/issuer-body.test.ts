import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Place } from './document.ts';
import { mintDocumentId } from './identity.ts';
import { readMentions } from './read-mentions.ts';
import type { Settlement } from './settlement.ts';

/**
 * What an article alone tells of the body behind each of its mentions. Written in a row: `id` settled, `~id` but for the
 * year, `a | b` open between these, `a |` this one, and no other is sure, `?` nothing tells.
 */
const row = z.strictObject({
  note: z.string(),
  /** Province, district, commune of the source. */
  place: z.array(z.string()).min(1).max(3).optional(),
  /** Places of all sources there are. */
  sources: z.array(z.array(z.string())).default([]),
  date: z.iso.date().optional(),
  host: z.string().optional(),
  text: z.string(),
  expect: z.array(z.string()),
  /** A reason that must be among those of the last mention. */
  why: z.string().optional(),
});
const themes = z
  .array(z.strictObject({ theme: z.string(), rows: z.array(row) }))
  .parse(JSON.parse(readFileSync(new URL('issuer-body.cases.json', import.meta.url), 'utf8')));

function placeOf([province, district, commune]: readonly string[]): Place | null {
  if (province === undefined) return null;
  const inner = (name: string | undefined): string | undefined => (name === '' ? undefined : name);
  return { province, district: inner(district), commune: inner(commune) };
}

function word(settlement: Settlement): string {
  switch (settlement.kind) {
    case 'settled':
      return mintDocumentId(settlement.identity);
    case 'undated':
      return `~${mintDocumentId({ ...settlement.identity, term: null, year: null })}`;
    case 'several':
      return list(settlement.identities.map((identity) => mintDocumentId(identity)));
    case 'several-undated':
      return list(
        settlement.identities.map((identity) => `~${mintDocumentId({ ...identity, term: null, year: null })}`),
      );
    case 'unknown':
      return '?';
    default:
      return settlement satisfies never;
  }
}

function list(ids: readonly string[]): string {
  return ids.length === 1 ? `${ids[0]} |` : [...ids].sort().join(' | ');
}

for (const { theme, rows } of themes) {
  describe(theme, () => {
    it.each(rows)('$note', ({ text, place, sources, date, host, expect: wanted, why }) => {
      const sourcePlaces = sources.map(placeOf).filter((one) => one !== null);
      const facts = { text, place: placeOf(place ?? []), date: date ?? null, host: host ?? null, sourcePlaces };
      const settlements = readMentions(text, facts).map(({ settlement }) => settlement);
      expect(settlements.map(word)).toEqual(wanted);
      if (why !== undefined) expect(settlements.at(-1)?.why.map(({ code }) => code)).toContain(why);
    });
  });
}
