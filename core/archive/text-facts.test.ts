import { describe, expect, it } from 'vitest';
import { factsOf, type TextToTell, type ToldText, tellText } from './text-facts.ts';

const places = [{ province: 'Lam Giang', district: 'Sông Mơ' }];
const text: TextToTell = {
  title: 'Thành ủy Sông Mơ họp phiên tháng 3',
  lead: null,
  text: 'Ngày 21/3/2023, Thành ủy Sông Mơ họp, quán triệt Nghị quyết số 09-NQ/TU ngày 01/02/2022 của Tỉnh ủy Lam Giang.',
  published: '2023-03-22',
  hasText: true,
  place: { province: 'Lam Giang', district: 'Sông Mơ' },
  sourcePlaces: places,
};
/** Told beforehand, and marked: nobody who read the text now would tell this. */
const told: ToldText = { from: text, facts: { meeting: null, mentions: [] } };

it('tells the meeting and the mentions of a text', () => {
  const { meeting, mentions } = tellText(text);
  expect(meeting).toMatchObject({ date: '2023-03-21', host: 'Thành ủy Sông Mơ' });
  expect(mentions.map(({ citation }) => citation.canonical)).toEqual(['09-NQ/TU']);
});

it('takes what was told beforehand of the same text, from wherever that came', () => {
  const copied = { ...text, place: { province: 'Lam Giang', district: 'Sông Mơ' } };
  expect(factsOf(copied, told)).toBe(told.facts);
});

describe('what was told beforehand of another text is told again', () => {
  const others: readonly [string, Partial<TextToTell>][] = [
    ['text', { text: `${text.text} Hết.` }],
    ['title', { title: null }],
    ['lead', { lead: 'Sông Mơ' }],
    ['day', { published: '2022-03-22' }],
    ['state', { hasText: false }],
    ['place', { place: null }],
    ['place in the province', { place: { province: 'Lam Giang' } }],
    ['sources', { sourcePlaces: [...places] }],
  ];
  it.each(others)('another %s', (_what, other) => {
    const asked = { ...text, ...other };
    expect(factsOf(asked, told)).not.toBe(told.facts);
    expect(factsOf(asked, told)).toEqual(tellText(asked));
  });
});
