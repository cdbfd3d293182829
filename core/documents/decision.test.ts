import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../citations/citation.ts';
import { type Decision, gatherRulings, inForce, type RuledMention, type Verdict } from './decision.ts';
import type { DocumentId, Target } from './document.ts';

const doc = (id: string): DocumentId => id as DocumentId;
const [a, b, c] = [doc('nq-1-tu.a.2020'), doc('nq-1-tu.b.2020'), doc('nq-1-tu.c.2020')];
const told: Target = { status: 'resolved', document: a, candidates: [], evidence: [] };
const open: Target = { status: 'ambiguous', document: null, candidates: [], evidence: [] };
const mention: RuledMention = {
  article: 'x1',
  start: 40,
  surface: '01-NQ/TU',
  sentence: 'Thực hiện 01-NQ/TU.',
  codeKey: '1nqtu',
  source: 'bao-x',
  date: '2021-02-03' as IsoDate,
};
const { codeKey: _key, source: _source, date: _date, ...place } = mention;

function decided(...verdicts: readonly Verdict[]): readonly Decision[] {
  return verdicts.map((verdict, n) => ({
    id: `d${n}`,
    verdict,
    reason: 'đã xem bản gốc',
    madeBy: 'Lê Thử',
    madeAt: `2026-01-0${n + 1}`,
  }));
}

describe('what people decide', () => {
  it.each<[string, readonly Verdict[], Target, DocumentId | null, 'machine' | 'person']>([
    ['nothing', [], told, a, 'machine'],
    ['another document for the mention', [{ kind: 'assign', mention: place, document: b }], told, b, 'person'],
    ['one where none was told', [{ kind: 'assign', mention: place, document: b }], open, b, 'person'],
    ['no document', [{ kind: 'reject', mention: place }], told, null, 'person'],
    [
      'something of another mention',
      [{ kind: 'reject', mention: { ...place, surface: '02-NQ/TU' } }],
      told,
      a,
      'machine',
    ],
    [
      'something of the words at another place',
      [{ kind: 'reject', mention: { ...place, start: 7 } }],
      told,
      null,
      'person',
    ],
    [
      'something of those words elsewhere',
      [{ kind: 'reject', mention: { ...place, start: 7, sentence: '' } }],
      told,
      a,
      'machine',
    ],
    ['a code', [{ kind: 'alias', codeKey: '1nqtu', code: '01-NQ/TU', source: null, document: b }], open, b, 'person'],
    [
      'a code of its source',
      [{ kind: 'alias', codeKey: '1nqtu', code: '01-NQ/TU', source: 'bao-x', document: b }],
      open,
      b,
      'person',
    ],
    [
      'a code of another source',
      [{ kind: 'alias', codeKey: '1nqtu', code: '01-NQ/TU', source: 'bao-y', document: b }],
      told,
      a,
      'machine',
    ],
    ['a merge', [{ kind: 'merge', document: a, into: b }], told, b, 'person'],
    [
      'merges one behind the other',
      [
        { kind: 'merge', document: a, into: b },
        { kind: 'merge', document: b, into: c },
      ],
      told,
      c,
      'person',
    ],
    [
      'merges in a ring',
      [
        { kind: 'merge', document: a, into: b },
        { kind: 'merge', document: b, into: a },
      ],
      told,
      b,
      'person',
    ],
    ['a split by source', [{ kind: 'split', document: a, source: 'bao-x', date: null, into: c }], told, c, 'person'],
    [
      'a split by date',
      [{ kind: 'split', document: a, source: null, date: '2021-02-03' as IsoDate, into: c }],
      told,
      c,
      'person',
    ],
    ['a split of others', [{ kind: 'split', document: a, source: 'bao-y', date: null, into: c }], told, a, 'machine'],
    [
      'the mention before its code',
      [
        { kind: 'assign', mention: place, document: b },
        { kind: 'alias', codeKey: '1nqtu', code: '', source: null, document: c },
      ],
      told,
      b,
      'person',
    ],
    [
      'the later of two',
      [
        { kind: 'assign', mention: place, document: b },
        { kind: 'assign', mention: place, document: c },
      ],
      told,
      c,
      'person',
    ],
    [
      'what was undone',
      [
        { kind: 'merge', document: a, into: b },
        { kind: 'undo', decision: 'd0' },
      ],
      told,
      a,
      'machine',
    ],
    [
      'what was undone and taken up again',
      [
        { kind: 'merge', document: a, into: b },
        { kind: 'undo', decision: 'd0' },
        { kind: 'undo', decision: 'd1' },
      ],
      told,
      b,
      'person',
    ],
  ])('%s', (_note, verdicts, target, document, origin) => {
    const rulings = gatherRulings(decided(...verdicts));
    const ruling = rulings.rule(mention, target);
    expect([ruling.target.document, ruling.origin]).toEqual([document, origin]);
    if (origin === 'person') {
      expect(ruling.target.evidence[0]?.params).toMatchObject({ by: 'Lê Thử', reason: 'đã xem bản gốc' });
      expect(rulings.concerns(mention, target.document)).toBe(true);
    }
  });

  it('says what is to be shown, the later word before the earlier', () => {
    const rulings = gatherRulings(
      decided(
        { kind: 'correct', document: a, says: { title: 'cũ', issuer: 'Thành ủy A' } },
        { kind: 'correct', document: a, says: { title: 'mới' } },
      ),
    );
    expect(rulings.corrections(a)).toEqual({ title: 'mới', issuer: 'Thành ủy A' });
    expect(rulings.corrections(b)).toEqual({});
  });

  it('follows merges both ways', () => {
    const rulings = gatherRulings(
      decided({ kind: 'merge', document: a, into: b }, { kind: 'merge', document: b, into: c }),
    );
    expect([rulings.mergedInto(a), rulings.mergedInto(c)]).toEqual([c, c]);
    expect([...rulings.mergedFrom(c)].sort()).toEqual([a, b]);
  });

  it('is empty where all was undone', () => {
    const decisions = decided({ kind: 'merge', document: a, into: b }, { kind: 'undo', decision: 'd0' });
    expect(inForce(decisions)).toEqual([]);
    expect(gatherRulings(decisions).isEmpty).toBe(true);
  });
});
