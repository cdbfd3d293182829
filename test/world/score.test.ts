/** The scorer gives full marks to the truth itself, and takes them away for each way of being wrong. */
import { describe, expect, it } from 'vitest';
import { parseTelling, type ScoredMention, scoreWorld, type Telling, type WorldScore } from './score.ts';

const truth: Telling = {
  citations: [
    aMention({ start: 0, end: 22, document: 'nq-21-tu.ha-khe.an-bac.2020', purpose: 'studies' }),
    aMention({ start: 30, end: 50, document: 'ct-68-tw.2021', purpose: 'reports' }),
    aMention({ start: 60, end: 80, document: null, status: 'ambiguous', purpose: 'basis' }),
  ],
  relations: [{ from: 'kh-9-tu.an-bac.2020', to: 'ct-68-tw.2021', kind: 'implements', article: 'a', sentence: '…' }],
  meetings: [aMeeting('1', ['u1', 'u2'], 'Mai Thị Yến'), aMeeting('2', ['u3'], null)],
};
const perfect = { linkPrecision: 1, coverage: 1, refusals: 1, meetingsF1: 1, chairs: 1, purposeF1: 1, relationsF1: 1 };

describe('the score of a world', () => {
  it('is full for the truth itself', () => {
    expect(scoreWorld(truth, truth)).toEqual({ ...perfect, differences: [] });
  });

  it.each<readonly [string, Partial<Telling>, Partial<WorldScore>, string]>([
    [
      'a wrong link',
      { citations: changed(0, { document: 'nq-21-tu.an-bac.2020' }) },
      { linkPrecision: 0.5, coverage: 0.5 },
      'wrong link',
    ],
    ['a mention left open', { citations: changed(0, { document: null }) }, { coverage: 0.5 }, 'left open'],
    ['a mention not found', { citations: truth.citations.slice(1) }, { coverage: 0.5, purposeF1: 2 / 3 }, 'not found'],
    [
      'a span that hardly touches',
      { citations: changed(0, { start: 18, end: 29 }) },
      { linkPrecision: 0.5, coverage: 0.5, purposeF1: 2 / 3 },
      'nothing there',
    ],
    [
      'a guess',
      { citations: changed(2, { document: 'nq-1-tu.an-bac.2020' }) },
      { linkPrecision: 2 / 3, refusals: 0 },
      'linked what nothing settles',
    ],
    [
      'an open mention not found',
      { citations: truth.citations.slice(0, 2) },
      { refusals: 0, purposeF1: 2 / 3 },
      'open mention not found',
    ],
    [
      'a wrong purpose',
      { citations: changed(0, { purpose: 'reports' }) },
      { purposeF1: (0 + 2 / 3 + 1) / 3 },
      'purpose studies taken for reports',
    ],
    [
      'reports kept apart',
      {
        meetings: [
          aMeeting('1', ['u1'], 'Mai Thị Yến'),
          aMeeting('3', ['u2'], 'Mai Thị Yến'),
          aMeeting('2', ['u3'], null),
        ],
      },
      { meetingsF1: 0 },
      'reports kept apart',
    ],
    [
      'reports put together',
      { meetings: [aMeeting('1', ['u1', 'u2', 'u3'], null)] },
      { meetingsF1: 0.5, chairs: 1 / 3 },
      'reports put together',
    ],
    [
      'a chair where none is stated',
      { meetings: [aMeeting('1', ['u1', 'u2'], 'Mai Thị Yến'), aMeeting('2', ['u3'], 'Tạ Minh Đạt')] },
      { chairs: 2 / 3 },
      'chair',
    ],
    [
      'a relation turned round',
      { relations: truth.relations.map((edge) => ({ ...edge, from: edge.to, to: edge.from })) },
      { relationsF1: 0 },
      'relation not told',
    ],
  ])('falls for %s', (_what, told, score, difference) => {
    const { differences, ...found } = scoreWorld(truth, { ...truth, ...told });
    expect(found).toEqual({ ...perfect, ...score });
    expect(differences.map(({ kind }) => kind)).toContain(difference);
  });

  it('is not moved by a span that is a little longer', () => {
    expect(scoreWorld(truth, { ...truth, citations: changed(0, { start: 0, end: 25 }) })).toMatchObject(perfect);
  });

  it('reads lines, and says which is none', () => {
    const lines = (items: readonly object[]) => items.map((item) => `${JSON.stringify(item)}\n`).join('');
    const files = {
      citations: lines(truth.citations),
      relations: lines(truth.relations),
      meetings: lines(truth.meetings),
    };
    expect(parseTelling(files)).toEqual(truth);
    expect(() => parseTelling({ ...files, meetings: '{}\n' })).toThrow(/line 1/);
  });
});

function aMention(given: Partial<ScoredMention>): ScoredMention {
  const base = { url: 'u1', start: 0, end: 1, surface: 'NQ', kind: 'code', canonical: '21-NQ/TU', document: null };
  return { ...base, status: 'resolved', purpose: 'mentions', sentence: '…', flags: [], ...given };
}

function changed(index: number, given: Partial<ScoredMention>): readonly ScoredMention[] {
  return truth.citations.map((one, at) => (at === index ? { ...one, ...given } : one));
}

function aMeeting(id: string, articles: readonly string[], name: string | null): Telling['meetings'][number] {
  return {
    id,
    kind: 'briefing',
    date: '2023-03-21',
    host: 'Thành ủy',
    chair: name === null ? null : { name },
    articles: [...articles],
  };
}
