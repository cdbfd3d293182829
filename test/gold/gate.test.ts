/**
 * The floor under the quality of extraction: labelled texts of our own, and a larger labelled set where it lies beside the
 * checkout. Floors go up when the numbers do; to lower one is a decision to be given reasons for in its commit.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { extractCitations } from '../../core/citations/extract.ts';
import { root } from '../source-tree.ts';
import floorsJson from './floors.json' with { type: 'json' };
import { type LabelledDocument, parseLabels, type Score, scoreCitations } from './score.ts';

const own = join(root, 'test', 'gold');
const beside = join(root, '..', 'shared', 'gold');

const floorSchema = z.strictObject({
  canonicalF1: z.number(),
  spanF1: z.number(),
  shortRecall: z.number(),
  dateAccuracy: z.number(),
  levelAccuracy: z.number(),
  trapsTripped: z.number(),
});
const floors = z
  .strictObject({
    fingerprint: z.string(),
    texts: z.number(),
    labels: z.number(),
    own: floorSchema,
    beside: floorSchema,
  })
  .parse(floorsJson);

const documents = parseLabels(readFileSync(join(own, 'annotations.jsonl'), 'utf8'));
const textOf = (folder: string, id: string): string => readFileSync(join(folder, `${id}.txt`), 'utf8');

/** Changes whenever a text or a label does. */
function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(join(own, 'annotations.jsonl')));
  for (const { id } of documents) hash.update(textOf(own, id));
  return hash.digest('hex').slice(0, 16);
}

describe('the labelled texts', () => {
  it('are those that the floors were pinned on', () => {
    const advice =
      'Texts or labels changed: check the score, then write the new fingerprint into test/gold/floors.json.';
    expect(fingerprint(), advice).toBe(floors.fingerprint);
    expect(documents.length).toBe(floors.texts);
    expect(documents.flatMap(({ citations }) => citations).length).toBe(floors.labels);
  });

  it('have a label line for each text and a text for each line', () => {
    const texts = readdirSync(own).filter((name) => name.endsWith('.txt'));
    expect(documents.map(({ id }) => `${id}.txt`).sort()).toEqual(texts.sort());
  });

  it('are labelled where they say', () => {
    for (const { id, citations, negatives } of documents) {
      const text = textOf(own, id);
      for (const { start, end, surface } of [...citations, ...negatives])
        expect(text.slice(start, end), id).toBe(surface);
    }
  });
});

describe('extraction on the labelled texts', () => {
  const score = scoreCitations(
    documents,
    documents.map(({ id }) => extractCitations(textOf(own, id))),
  );

  it('stays above its floors', () => {
    expectAbove(score, floors.own);
  });

  it('gives a date only where one is printed, and finds what points back', () => {
    expect(score.spuriousDates).toBe(0);
    expect(score.backReferenceRecall).toBeGreaterThanOrEqual(0.9);
  });
});

describe.skipIf(!existsSync(beside))(
  'extraction on the larger labelled set (skipped where it is not beside the checkout)',
  () => {
    const answerSchema = z.object({
      span: z.object({ f1: z.number() }),
      canonical_code: z.object({ f1: z.number() }),
      short_recall: z.number(),
      date_accuracy: z.number(),
      level_accuracy: z.number(),
      negatives_tripped: z.number(),
    });

    it('stays above its floors, by the set’s own scorer', () => {
      const folder = mkdtempSync(join(tmpdir(), 'gold-'));
      try {
        const ids = readdirSync(beside).flatMap((name) => (name.endsWith('.txt') ? [name.slice(0, -4)] : []));
        const lines = ids.map((id) => JSON.stringify({ id, citations: extractCitations(textOf(beside, id)) }));
        const predictions = join(folder, 'predictions.jsonl');
        writeFileSync(predictions, lines.join('\n'));
        const printed = execFileSync(process.execPath, [join(beside, 'score.mjs'), beside, predictions, '--json'], {
          encoding: 'utf8',
          timeout: 15_000,
        });
        const answer = answerSchema.parse(JSON.parse(printed));
        expectAbove(
          {
            canonicalF1: answer.canonical_code.f1,
            spanF1: answer.span.f1,
            shortRecall: answer.short_recall,
            dateAccuracy: answer.date_accuracy,
            levelAccuracy: answer.level_accuracy,
            trapsTripped: answer.negatives_tripped,
            mistakes: [],
          },
          floors.beside,
        );
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  },
);

type Floor = z.infer<typeof floorSchema>;

function expectAbove(score: Floor & Pick<Score, 'mistakes'>, floor: Floor): void {
  const { trapsTripped, ...shares } = floor;
  const told = score.mistakes.join('\n');
  for (const [name, least] of Object.entries(shares)) {
    expect(z.number().parse(Reflect.get(score, name)), `${name}\n${told}`).toBeGreaterThanOrEqual(least);
  }
  expect(score.trapsTripped, told).toBeLessThanOrEqual(trapsTripped);
}

describe('the scorer', () => {
  const text = 'Theo Nghị quyết số 21-NQ/TU ngày 3/4/2020; đạt 12/15 xã.';
  const label = {
    start: 5,
    end: 27,
    surface: 'Nghị quyết số 21-NQ/TU',
    kind: 'code',
    canonical: '21-NQ/TU',
    number: '21',
    date: '2020-04-03',
    level: null,
    flags: [],
  };
  const labelled = (change: object, negatives: readonly object[] = []): readonly LabelledDocument[] =>
    parseLabels(JSON.stringify({ id: 'x', citations: [{ ...label, ...change }], negatives }));
  const found = extractCitations(text);

  it('gives everything for a perfect answer and nothing for an empty one', () => {
    expect(scoreCitations(labelled({}), [found])).toMatchObject({
      spanF1: 1,
      canonicalF1: 1,
      dateAccuracy: 1,
      mistakes: [],
    });
    expect(scoreCitations(labelled({}), [[]])).toMatchObject({
      spanF1: 0,
      canonicalF1: 0,
      mistakes: [expect.stringContaining('missed')],
    });
  });

  it('tells a wrong code, number, date and trap', () => {
    expect(scoreCitations(labelled({ canonical: '21-NQ/TW' }), [found])).toMatchObject({ spanF1: 1, canonicalF1: 0 });
    expect(scoreCitations(labelled({ canonical: '21-NQ/TW', canonical_alt: ['21-nq/tu'] }), [found])).toMatchObject({
      canonicalF1: 1,
    });
    expect(scoreCitations(labelled({ number: '22' }), [found]).spanF1).toBe(0);
    expect(scoreCitations(labelled({ date: null }), [found]).spuriousDates).toBe(1);
    expect(scoreCitations(labelled({ date: null, date_partial: '2020-04' }), [found])).toMatchObject({
      spuriousDates: 0,
      mistakes: [],
    });
    expect(scoreCitations(labelled({ date: null, date_partial: '--05-03' }), [found]).spuriousDates).toBe(1);
    expect(scoreCitations(labelled({ optional: true }), [found])).toMatchObject({ labels: 0, mistakes: [] });
    const trap = { start: 47, end: 52, surface: '12/15', trap: 'ratio' };
    const tripped = [...found, ...found.map((citation) => ({ ...citation, start: 47, end: 52, surface: '12/15' }))];
    expect(scoreCitations(labelled({}, [trap]), [tripped])).toMatchObject({ trapsTripped: 1 });
    expect(scoreCitations(labelled({}, [trap]), [found])).toMatchObject({ trapsTripped: 0 });
  });
});
