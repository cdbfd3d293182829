/**
 * The labelled texts once more, to the letter: every label has a citation of just that span, with its code, number, day
 * and what it repeats, and nothing else is found. The gate beside this one forgives half a span and one label in a
 * hundred.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../core/citations/citation.ts';
import { extractCitations } from '../../core/citations/extract.ts';
import { root } from '../source-tree.ts';
import { type Label, parseLabels } from './score.ts';

const folder = join(root, 'test', 'gold');

/** Labels that are read otherwise, by text and place, with the reason; one that comes right has to leave this list. */
const OPEN: ReadonlyMap<string, string> = new Map([
  ['17 at 1134', 'words of a type that only its abbreviation names: read from "số" on'],
  ['21 at 516', 'the issuer opens the sentence, and another document stands between'],
  ['25 at 1199', 'a law that amends this one stands before it: one mention with it'],
  ['34 at 880', 'a letter for a digit, in a code of no known symbol'],
]);

describe('labelled text', () => {
  for (const { id, citations: labels } of parseLabels(readFileSync(join(folder, 'annotations.jsonl'), 'utf8'))) {
    const text = readFileSync(join(folder, `${id}.txt`), 'utf8');

    it(`${id} is read as it is labelled`, () => {
      const citations = extractCitations(text);
      const found = new Map(citations.map((citation) => [spanOf(citation), citation]));
      const wrong = labels.flatMap((label) => {
        const citation = found.get(spanOf(label));
        const isRight = citation === undefined ? label.optional : agree(label, citation);
        return isRight ? [] : [`${id} at ${label.start}`];
      });
      expect(wrong).toEqual([...OPEN.keys()].filter((place) => place.startsWith(`${id} `)));
      const extra = citations.filter(({ kind, start, end }) => {
        return kind !== 'backref' && !labels.some((label) => label.start < end && start < label.end);
      });
      expect(extra.map(({ surface }) => surface)).toEqual([]);
    });
  }
});

function spanOf({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start}-${end}`;
}

/** What the label tells: a code, day or level that it leaves open is not asked for. */
function agree(label: Label, citation: Citation): boolean {
  const canonicals = [label.canonical, ...label.canonical_alt];
  return (
    (label.kind === citation.kind || (label.kind === 'short' && citation.kind === 'named')) &&
    label.number === citation.number &&
    (label.canonical === null || canonicals.includes(citation.canonical)) &&
    (label.date_partial !== undefined || label.date === citation.date) &&
    (label.level === null || label.level === citation.level) &&
    (label.meant ?? null) === citation.meant
  );
}
