import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cases from './address.cases.json' with { type: 'json' };
import { canonicalAddress, fileKey, hasPass } from './address.ts';

describe('canonicalAddress', () => {
  it.each(cases.spelled)('%s', (_note = '', url = '', expected = '') => {
    expect(canonicalAddress(url, null, [])).toBe(expected);
    expect(canonicalAddress(expected, null, []), 'its spelling is spelled already').toBe(expected);
  });

  it.each(cases.relative)('relative: %s', (_note = '', url = '', base = '', expected = '') => {
    expect(canonicalAddress(url, base, [])).toBe(expected);
  });

  it.each(cases.none)('none: %s', (_note = '', url = '') => {
    expect(canonicalAddress(url, null, [])).toBeNull();
  });

  it('makes nothing of a script on a page either', () => {
    expect(canonicalAddress('javascript:void(0)', 'https://a.example/', [])).toBeNull();
  });

  it.each(
    cases.kept.map(([note, url, keep, expected]) => [String(note), String(url), [keep].flat(), expected] as const),
  )('parameters that tell articles apart: %s', (_note, url, keep, expected) => {
    expect(canonicalAddress(url, null, keep.map(String))).toBe(expected);
  });

  it('takes no address longer than any article has', () => {
    expect(canonicalAddress(`https://a.example/${'a'.repeat(5000)}`, null, [])).toBeNull();
  });

  it('is at rest after one round, whatever it is given', () => {
    const pieces = [
      '/',
      '//',
      '..',
      '(S(a))',
      ';jsessionid=1',
      '%',
      '%25',
      '%2',
      'f',
      'ế',
      'e\u0302',
      '%CC%81',
      '?',
      '&',
      '=',
      '+',
      'amp;',
      '#',
      ':',
      ' ',
    ];
    const tail = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(tail, (text) => {
        const once = canonicalAddress(`https://a.example/${text}`, null, []);
        expect(once === null ? null : canonicalAddress(once, null, [])).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('fileKey', () => {
  it.each([
    ['a pass behind a file’s name', 'https://a.example/f/12.pdf?token=x1', 'https://a.example/f/12.pdf', true],
    [
      'a pass beside a number',
      'https://a.example/tai?id=12&Expires=99&Signature=z',
      'https://a.example/tai?id=12',
      true,
    ],
    ['a pass that is all there is', 'https://a.example/tai?token=x1', 'https://a.example/tai?token=x1', false],
    ['no pass', 'https://a.example/f/12.pdf?v=2', 'https://a.example/f/12.pdf?v=2', false],
    ['no address', 'tệp.pdf', 'tệp.pdf', false],
  ])('%s', (_what, url, key, isPassed) => {
    expect(fileKey(url)).toBe(key);
    if (url.startsWith('http')) expect(hasPass(url)).toBe(isPassed);
  });
});
