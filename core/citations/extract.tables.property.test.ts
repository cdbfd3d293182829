import { describe, expect, it } from 'vitest';
import { citationCases as cases } from '../../test/citation-cases.ts';
import { formatCode } from './code.ts';
import { documentTypes } from './document-types.ts';
import { extractCitations } from './extract.ts';
import { issuers } from './issuers.ts';

/** Thousands of texts: a busy machine needs its time for them. */
const TIMEOUT_MS = 180_000;

describe('every case of the table', () => {
  const told = (text: string): readonly (readonly [string, string | null, string | null])[] =>
    extractCitations(text).map(({ kind, canonical, date }) => [kind, canonical, date] as const);

  it('reads the same when its marks are decomposed', () => {
    for (const { text, note } of cases) expect(told(text.normalize('NFD')), note).toEqual(told(text.normalize('NFC')));
  });

  it('reads the same with two spaces for one, and with no-break spaces', () => {
    for (const { text, note } of cases) {
      expect(told(text.replaceAll(' ', '  ')), note).toEqual(told(text));
      expect(told(text.replaceAll(' ', '\u00a0')), note).toEqual(told(text));
    }
  });

  it('reads the same between other paragraphs', () => {
    for (const { text, note } of cases) {
      expect(told(`Sáng nay trời nắng.\n\n${text}\n\nTối có mưa rào.`), note).toEqual(told(text));
    }
  });
});

describe('every code of the tables', () => {
  it(
    'is found as it is formatted, behind its type word',
    () => {
      for (const type of documentTypes.filter(({ words, standing }) => words.length > 0 && standing !== 'plain')) {
        for (const issuer of issuers.filter(({ system }) => system !== 'mass-org')) {
          const style = issuer.system === 'party' ? (['-', '/'] as const) : (['/', '-'] as const);
          const code = formatCode({
            number: '12',
            year: null,
            type: type.symbol,
            issuerCode: issuer.symbol,
            separators: style,
          });
          expect(extractCitations(`thực hiện ${type.words[0]} số ${code} của`)[0]).toMatchObject({
            canonical: code,
            kind: 'code',
          });
        }
      }
    },
    TIMEOUT_MS,
  );
});
