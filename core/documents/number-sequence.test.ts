import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../citations/document-date.ts';
import { wordEvidence } from './evidence.ts';
import { type NumberedDocument, readSequence } from './number-sequence.ts';

/** `21 2022-03-01×2 2022-01-03` is number 21 with two dates, the first printed twice; the number is the id. */
function read(...lines: readonly string[]) {
  const reading = readSequence(lines.map(parse));
  const bounds = [...reading.bounds].map(
    ([id, { notBefore, notAfter }]) => `${id}: ${notBefore ?? ''}..${notAfter ?? ''}`,
  );
  return { bounds, outliers: reading.outliers.map(({ id, date }) => `${id} ${date}`) };
}

function parse(line: string): NumberedDocument {
  const [number = '', ...dates] = line.split(' ');
  return {
    id: number,
    number,
    dates: dates.map((printed) => {
      const [day = '', mentions = '1'] = printed.split('×');
      return { date: isoDate(day), mentions: Number(mentions) };
    }),
  };
}

function isoDate(day: string) {
  const [year, month, dayOfMonth] = day.split('-');
  const date = parseDay(dayOfMonth, month, year);
  if (date === null) throw new Error(`Test: expected a day, got ${day}.`);
  return date;
}

describe('bounds from the numbers of a series', () => {
  it.each([
    ['between two', ['20 2022-02-01', '21', '22 2022-03-01'], ['21: 2022-02-01..2022-03-01']],
    ['before the first', ['21', '22 2022-03-01'], ['21: ..2022-03-01']],
    ['after the last', ['20 2022-02-01', '21'], ['21: 2022-02-01..']],
    ['the nearest count', ['05 2021-01-01', '20 2022-02-01', '21', '30 2022-06-01'], ['21: 2022-02-01..2022-06-01']],
    ['numbers, not letters', ['9 2022-02-01', '10', '100 2022-03-01'], ['10: 2022-02-01..2022-03-01']],
    ['whatever their order', ['22 2022-03-01', '21', '20 2022-02-01'], ['21: 2022-02-01..2022-03-01']],
    ['several on one day', ['20 2022-02-01', '21', '22 2022-02-01'], ['21: 2022-02-01..2022-02-01']],
    ['nothing dated', ['20', '21'], []],
    ['no plain number', ['20 2022-02-01', '30a', '66.7'], []],
    ['none at all', [], []],
  ])('%s', (_note, lines, bounds) => {
    expect(read(...lines).bounds).toEqual(bounds);
  });

  it.each([
    [
      'a misprinted year among sound dates',
      ['18 2022-01-05', '19 2022-01-20', '20 2032-02-01', '21', '22 2022-03-01', '23 2022-03-09'],
      { bounds: ['21: 2022-01-20..2022-03-01'], outliers: ['20 2032-02-01'] },
    ],
    [
      'one that is too early',
      ['18 2022-01-05', '19 2022-01-20', '20 2012-02-01', '21', '22 2022-03-01', '23 2022-03-09'],
      { bounds: ['21: 2022-01-20..2022-03-01'], outliers: ['20 2012-02-01'] },
    ],
    [
      'one copied often does not outweigh its neighbours',
      [
        '18 2022-01-05',
        '19 2022-01-20×3',
        '20 2012-02-01×90',
        '21',
        '22 2022-03-01',
        '23 2022-03-09×4',
        '17 2022-01-01×2',
      ],
      { bounds: ['21: 2022-01-20..2022-03-01'], outliers: ['20 2012-02-01'] },
    ],
    [
      'of two dates of one document the one that fits',
      ['18 2022-01-05', '19 2022-01-20', '20 2022-12-02 2022-02-12', '21', '22 2022-03-01', '23 2022-03-09'],
      { bounds: ['21: 2022-02-12..2022-03-01'], outliers: ['20 2022-12-02'] },
    ],
    [
      'two that contradict each other are both doubtful: no bound, no misprint',
      ['20 2022-03-01', '21', '22 2022-02-01'],
      { bounds: [], outliers: [] },
    ],
    [
      'a doubt harms its neighbours alone',
      ['10 2021-01-01', '11 2021-02-01', '20 2022-03-01', '21', '22 2022-02-01', '30 2023-01-01', '31 2023-02-01'],
      { bounds: ['21: 2021-02-01..2023-01-01'], outliers: [] },
    ],
  ])('%s', (_note, lines, expected) => {
    expect(read(...lines)).toEqual(expected);
  });

  it('says why in both languages', () => {
    const { bounds, outliers } = readSequence(
      ['18 2022-01-05', '19 2022-01-20', '20 2032-02-01', '21', '22 2022-03-01', '23 2022-03-09'].map(parse),
    );
    expect(bounds.get('21')?.why.map((one) => wordEvidence(one, 'vi'))).toEqual([
      'Cùng loại, số 19 nhỏ hơn và ban hành ngày 20/1/2022: văn bản này không sớm hơn.',
      'Cùng loại, số 22 lớn hơn và ban hành ngày 1/3/2022: văn bản này không muộn hơn.',
    ]);
    expect(outliers[0]?.why.map((one) => wordEvidence(one, 'en'))).toEqual([
      '1 Feb 2032 breaks the order of numbers: no. 22, which is higher, is of 1 Mar 2022; likely a misprint.',
    ]);
  });
});

const truth = fc
  .array(fc.nat({ max: 3000 }), { minLength: 8, maxLength: 60 })
  .map((days) => [...days].sort((a, b) => a - b).map((day) => isoDate(dayAt(day))));

function dayAt(day: number): string {
  return new Date(Date.UTC(2015, 0, 1 + day)).toISOString().slice(0, 10);
}

describe('a series in true order', () => {
  it('has no misprints, and every bound holds the true date', () => {
    fc.assert(
      fc.property(truth, fc.infiniteStream(fc.boolean()), (days, hidden) => {
        const documents = days.map((date, index): NumberedDocument => {
          const isHidden = hidden.next().value === true;
          return { id: String(index), number: String(index + 1), dates: isHidden ? [] : [{ date, mentions: 1 }] };
        });
        const { bounds, outliers } = readSequence(documents);
        expect(outliers).toEqual([]);
        for (const [id, { notBefore, notAfter }] of bounds) {
          const date = days[Number(id)] ?? '';
          expect((notBefore ?? date) <= date && date <= (notAfter ?? date)).toBe(true);
        }
      }),
    );
  });

  it('keeps its bounds true with one wrong date anywhere', () => {
    fc.assert(
      fc.property(truth, fc.nat(), fc.nat({ max: 3000 }), fc.nat(), (days, where, wrong, asked) => {
        const [at, open] = [where % days.length, asked % days.length];
        const documents = days.map((date, index): NumberedDocument => {
          const printed = index === at ? isoDate(dayAt(wrong)) : date;
          return {
            id: String(index),
            number: String(index + 1),
            dates: index === open ? [] : [{ date: printed, mentions: 1 }],
          };
        });
        const found = readSequence(documents).bounds.get(String(open));
        const date = days[open] ?? '';
        // A wrong date that keeps the order cannot be told from a right one.
        const [before, behind] = [days[at - 1] ?? '', days[at + 1] ?? '9999'];
        const isHidden = Math.abs(at - open) <= 1 || (before <= dayAt(wrong) && dayAt(wrong) <= behind);
        if (!isHidden) expect((found?.notBefore ?? date) <= date && date <= (found?.notAfter ?? date)).toBe(true);
      }),
    );
  });

  it('takes a long series in the time of sorting it', () => {
    const documents = Array.from({ length: 20_000 }, (_, index): NumberedDocument => {
      const date = isoDate(dayAt((index * 7919) % 3000));
      return { id: String(index), number: String(index), dates: index % 3 === 0 ? [] : [{ date, mentions: 1 }] };
    });
    const { bounds } = readSequence(documents);
    for (const { notBefore, notAfter } of bounds.values()) expect((notBefore ?? '') <= (notAfter ?? '9999')).toBe(true);
    expect(bounds.size).toBeGreaterThan(0);
  });
});
