import { describe, expect, it } from 'vitest';
import { relevanceSteps } from './fields.ts';
import { matchAll, matchAny, matchSequence, matchStep } from './sqlite-fts-match.ts';
import { readWords, type Wanted } from './words.ts';

function wantedOf(text: string): readonly Wanted[] {
  const words = readWords(text);
  return words.kind === 'words' ? words.wanted : [];
}

describe('matchAll', () => {
  const rows: readonly [string, string][] = [
    ['cầu Hạc', '("cau") AND ("hac")'],
    ['"cầu Hạc"', '("cau hac")'],
    ['31-NQ/TU', '("31 nq tu" OR "31nqtu")'],
    ['gpmb', '("gpmb" OR "giai phong mat bang")'],
    ['Ban Thường vụ', '(("ban" AND "thuong" AND "vu") OR "btv")'],
    ['đi đi đi', '("di")'],
    ['NEAR OR* title:"x', '("near") AND ("or") AND ("title") AND ("x")'],
  ];
  it.each(rows)('%s → %s', (text, expression) => {
    expect(matchAll(wantedOf(text))).toBe(expression);
  });
});

describe('matchAny', () => {
  it('takes each phrase once', () => {
    const forms = ['cầu Hạc', 'bến', 'bến'].flatMap((text) => wantedOf(`"${text}"`).map(({ own }) => own));
    expect(matchAny(forms)).toBe('"cau hac" OR "ben"');
  });
});

describe('matchSequence', () => {
  const rows: readonly [string, string | null][] = [
    ['cầu Hạc', '"cau hac"'],
    ['gpmb cầu', '"gpmb cau" OR "giai phong mat bang cau"'],
    ['a '.repeat(25), null],
  ];
  it.each(rows)('%s → %s', (text, expression) => {
    expect(matchSequence(wantedOf(text))).toBe(expression);
  });
});

describe('matchStep', () => {
  const rows: readonly [string, string, string | null][] = [
    ['title phrase', 'cầu Hạc', '{title} : ("cau hac")'],
    ['title words', 'cầu Hạc', '{title} : (("cau") AND ("hac"))'],
    ['code', '31-NQ/TU', '{codes} : (("31 nq tu" OR "31nqtu"))'],
    ['body near', 'cầu Hạc', '{body} : (NEAR("cau" "hac", 12))'],
    ['body near', 'Ban Thường vụ', '{body} : (NEAR("ban" "thuong" "vu", 12))'],
    ['body near', 'cầu', null],
    ['body near', '"cầu Hạc"', null],
    ['body near', 'đi đi', null],
    ['body near', 'một hai ba bốn năm sáu bảy tám chín', null],
    ['anywhere', 'cầu', '{title codes people body} : (("cau"))'],
  ];
  it.each(rows)('%s: %s → %s', (name, text, expression) => {
    const step = relevanceSteps.find((row) => row.name === name);
    expect(step && matchStep(step, wantedOf(text))).toBe(expression);
  });
});
