import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { purposes } from './document.ts';
import { tellPurpose } from './purpose.ts';
import { readMentions } from './read-mentions.ts';

const rows = z
  .array(z.strictObject({ note: z.string(), sentence: z.string().regex(/⟦.+⟧/), expect: z.enum(purposes) }))
  .parse(JSON.parse(readFileSync(new URL('purpose.cases.json', import.meta.url), 'utf8')));

/** The purpose of the mention that ⟦ ⟧ mark. */
function purposeIn(sentence: string): string | undefined {
  const text = sentence.replace(/[⟦⟧]/g, '');
  const mentions = readMentions(text, { text, place: null, date: '2024-05-01', host: null });
  return mentions.find(({ citation }) => citation.start === sentence.indexOf('⟦'))?.purpose;
}

describe('what a clause does with the document it names', () => {
  it.each(rows)('$expect: $note', ({ sentence, expect: wanted }) => {
    expect(purposeIn(sentence)).toBe(wanted);
  });

  it('has a row for every purpose', () => {
    expect(new Set(rows.map((row) => row.expect))).toEqual(new Set(purposes));
  });

  it.each(rows)('reads other spellings of marks and blanks the same: $note', ({ sentence, expect: wanted }) => {
    expect(purposeIn(sentence.replaceAll(' ', '\u00a0'))).toBe(wanted);
  });

  const around = { before: '', after: '', sentenceAfter: '', subject: null, previous: null, later: [] };
  const previous = { subject: null, purpose: 'studies', relation: null, isActedOn: false } as const;

  it.each([
    ['nothing around', around, 'mentions'],
    ['a relation that is stated', { ...around, previous: { ...previous, relation: 'guides' } }, 'implements'],
    ['a relation of change', { ...around, previous: { ...previous, relation: 'repeals' } }, 'amends'],
    ['a ground', { ...around, previous: { ...previous, relation: 'based_on' } }, 'basis'],
    ['a list', { ...around, before: ' và ', previous }, 'studies'],
    ['a list under a heading', { ...around, before: '; các Nghị định của Chính phủ: ', previous }, 'studies'],
    [
      'a document that acts',
      { ...around, before: ' được thay bằng ', previous: { ...previous, isActedOn: true } },
      'mentions',
    ],
    ['no list', { ...around, before: ' nhưng chưa nhắc đến ', previous }, 'mentions'],
  ] as const)('%s', (_note, clause, wanted) => {
    expect(tellPurpose(clause)).toBe(wanted);
  });

  it('comes to an end however long what stands around is', () => {
    const long = 'thực hiện các nội dung của '.repeat(4000);
    expect(tellPurpose({ ...around, before: long, after: long, sentenceAfter: long, previous })).toBe('directs');
  });
});
