import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkGiven, parameters, tidyGiven } from './parameters.ts';

describe('what is given', () => {
  it.each([
    ['empty is not given', { q: '', from: '', type: ['', ''] }, {}],
    ['one of several that is left stands alone', { type: ['', 'NQ'] }, { type: 'NQ' }],
    ['texts are composed', { q: 'ệ'.normalize('NFD') }, { q: 'ệ' }],
    ['what is no text is left out', { q: { a: '1' }, type: [1, 'CT'] }, { type: 'CT' }],
  ])('%s', (_note, given, tidied) => {
    expect(tidyGiven(given)).toEqual(tidied);
  });
});

describe('every parameter', () => {
  const wrong: Readonly<Record<keyof typeof parameters, unknown>> = {
    q: 'x'.repeat(513),
    code: '',
    lang: 'fr',
    from: '2023-02-29',
    to: '29/2/2024',
    sort: 'best',
    page: '1.5',
    cursor: ['a', 'b'],
    per_page: '101',
    chair: 'x'.repeat(201),
    cites: 'x'.repeat(201),
    kind: 'party',
    type: 'x'.repeat(201),
    issuer: Array.from({ length: 21 }, () => 'x'),
    level: 'city',
    source: 'x'.repeat(201),
    year: 'x'.repeat(201),
    meeting_kind: ['review', 'party'],
    purpose: 'none',
    version: '0',
    month: '2023-13',
    doc: 'x'.repeat(201),
    depth: '3',
    kinds: ['cites', 'quotes'],
    least: '0',
    most: '301',
    state: 'lost',
    one_type: 'x'.repeat(201),
    one_level: 'city',
  };

  it.each(Object.entries(wrong))('%s is refused with a sentence in both languages', (name, value) => {
    const schema = z.object(parameters).partial();
    const checked = checkGiven(schema, { [name]: value });
    expect(checked).toMatchObject({
      kind: 'problem',
      problem: 'bad-request',
      faults: [{ parameter: name }],
      detail: {
        vi: expect.stringMatching(/^“\w+” (phải là|dài tối đa|cần có)/),
        en: expect.stringMatching(/^“\w+” must/),
      },
    });
  });

  it.each([
    ['page', '12', 12],
    ['per_page', '100', 100],
    ['type', 'NQ', ['NQ']],
    ['type', ['NQ', 'CT'], ['NQ', 'CT']],
    ['from', '2024-02-29', '2024-02-29'],
  ])('%s takes %j', (name, value, expected) => {
    expect(checkGiven(z.object(parameters).partial(), { [name]: value })).toEqual({
      kind: 'given',
      value: { [name]: expected },
    });
  });
});
