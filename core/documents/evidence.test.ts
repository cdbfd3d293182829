import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evidence, evidenceCodes, wordEvidence } from './evidence.ts';

/** Every parameter of any reason, so that no sentence lacks one. */
const params = new Proxy<Readonly<Record<string, string>>>({}, { get: (_, name) => `‹${String(name)}›` });

describe('reasons worded for readers', () => {
  it.each(evidenceCodes)('%s is a sentence in both languages', (code) => {
    const vi = wordEvidence({ code, params }, 'vi');
    const en = wordEvidence({ code, params }, 'en');
    expect(vi).toMatch(/^(?:\p{Lu}|‹).{10,200}\.$/u);
    expect(en).toMatch(/^(?:\p{Lu}|‹).{10,200}\.$/u);
    expect(vi).not.toBe(en);
    expect(vi.normalize('NFC')).toBe(vi);
    expect(en).toMatch(/^[^\u00c0-\u1fff]*$/u);
  });

  it.each(evidenceCodes)('%s says the same in both', (code) => {
    const named = (text: string): readonly string[] => [...text.matchAll(/‹\w+›/g)].map(([name]) => name).sort();
    expect(named(wordEvidence({ code, params }, 'vi'))).toEqual(named(wordEvidence({ code, params }, 'en')));
  });

  it.each(evidenceCodes)('%s is given somewhere', (code) => {
    const sources = readdirSync(import.meta.dirname).filter(
      (name) => /(?<!\.test)\.ts$/.test(name) && name !== 'evidence.ts',
    );
    const texts = sources.map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'));
    expect(texts.some((text) => text.includes(`'${code}'`))).toBe(true);
  });

  it('gives what words it has, and a code of another version as it is', () => {
    expect(wordEvidence(evidence('year-in-code', { year: '2021' }), 'en')).toBe('The code bears the year 2021.');
    expect(wordEvidence({ code: 'from-the-future', params: {} }, 'vi')).toBe('from-the-future');
  });

  it('writes days as its readers do', () => {
    const told = evidence('date-printed', { date: '2022-02-04', term: '2020-2025' });
    expect(wordEvidence(told, 'vi')).toBe('Ngày văn bản 4/2/2022 thuộc nhiệm kỳ 2020-2025.');
    expect(wordEvidence(told, 'en')).toBe('Its date 4 Feb 2022 falls in the term 2020-2025.');
  });
});
