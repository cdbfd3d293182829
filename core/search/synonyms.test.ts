import { describe, expect, it } from 'vitest';
import { readSynonyms, synonymsByFirstWord } from './synonyms.ts';

describe('the table of synonyms', () => {
  it('has every abbreviation both ways', () => {
    const all = [...synonymsByFirstWord.values()].flat();
    expect(all.length).toBeGreaterThanOrEqual(60);
    for (const { form, others } of all) {
      expect(others.length).toBeGreaterThan(0);
      for (const other of others) {
        const back = synonymsByFirstWord.get(other.words[0] ?? '')?.find((entry) => entry.form === other);
        expect(back?.others).toContain(form);
      }
    }
  });

  it('offers the longest form first', () => {
    const lengths = synonymsByFirstWord.get('uy')?.map(({ form }) => form.words.length) ?? [];
    expect(lengths.length).toBeGreaterThan(2);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
  });

  it('holds no abbreviation that reads as a syllable or means several things', () => {
    const single = [...synonymsByFirstWord.values()].flat().filter(({ form }) => form.words.length === 1);
    const doubtful = ['tu', 'tt', 'ct', 'tb', 'kh', 'cd', 'du', 'hu', 'qu', 'bct', 'nq', 'hd', 'bc', 'kl'];
    expect(single.filter(({ form }) => doubtful.includes(form.words[0] ?? ''))).toEqual([]);
  });

  const faults: readonly [string, unknown][] = [
    ['no list', {}],
    ['no row', []],
    ['one form only', [{ forms: ['BTV'] }]],
    ['an unknown key', [{ forms: ['BTV', 'Ban Thường vụ'], note: 'x' }]],
    ['a form that means two things', [{ forms: ['BCT', 'Bộ Chính trị'] }, { forms: ['bct', 'Bộ Công Thương'] }]],
    ['a form without a word', [{ forms: ['--', 'Ban Thường vụ'] }]],
  ];
  it.each(faults)('is refused with %s', (_, table) => {
    expect(() => readSynonyms(table)).toThrow();
  });
});
