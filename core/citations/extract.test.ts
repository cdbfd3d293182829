import { describe, expect, it } from 'vitest';
import { type CitationCase, citationCases, type ExpectedCitation } from '../../test/citation-cases.ts';
import type { Citation } from './citation.ts';
import { documentTypes } from './document-types.ts';
import { extractCitations } from './extract.ts';
import { foldKey } from './fold.ts';
import { issuers } from './issuers.ts';

const absent = { date: null, level: null, issuer_name: null, term: null, meant: null, same_as: null, flags: [] };

function told(citation: Citation) {
  return {
    surface: citation.surface,
    kind: citation.kind,
    canonical: citation.canonical,
    number: citation.number,
    year: citation.year,
    type: citation.type,
    issuer_code: citation.issuerCode,
    issuer_name: citation.issuerName,
    level: citation.level,
    date: citation.date,
    term: citation.term ?? null,
    pinpoint: citation.pinpoint ?? null,
    subject: citation.subject,
    meant: citation.meant,
    same_as: citation.sameAs,
    flags: citation.flags,
  };
}

function wanted(citation: ExpectedCitation, isExact: boolean): object {
  if (isExact) return { ...absent, ...citation };
  const { flags } = citation;
  return flags === undefined || flags.length === 0 ? citation : { ...citation, flags: expect.arrayContaining(flags) };
}

function check({ text, expect: expected, exact }: CitationCase): void {
  const citations = extractCitations(text);
  expect(citations.map(({ surface }) => surface)).toEqual(expected.map(({ surface }) => surface));
  expect(citations.map(told)).toMatchObject(expected.map((citation) => wanted(citation, exact === true)));
  let end = 0;
  for (const citation of citations) {
    expect(text.slice(citation.start, citation.end)).toBe(citation.surface);
    expect(citation.start).toBeGreaterThanOrEqual(end);
    expect(citation.end).toBeGreaterThan(citation.start);
    end = citation.end;
  }
}

// One test a theme: it names the rows that fail, which are those that say in `open` what is wrong, and no other.
describe('extractCitations', () => {
  for (const theme of new Set(citationCases.map((row) => row.theme))) {
    it(`reads ${theme}`, () => {
      const rows = citationCases.filter((row) => row.theme === theme);
      const failed = rows.flatMap((row) => failure(row) ?? []);
      const open = rows.filter((row) => row.open !== undefined).map(({ note }) => note);
      const unexpected = failed.filter(({ note }) => !open.includes(note));
      expect(unexpected.map(({ note, message }) => `${note}: ${message}`).join('\n\n')).toBe('');
      expect(failed.map(({ note }) => note)).toEqual(open);
    });
  }
});

/** Why a row fails, or null where it passes. */
function failure(row: CitationCase): { readonly note: string; readonly message: string } | null {
  try {
    check(row);
    return null;
  } catch (error) {
    return { note: row.note, message: `${row.text}\n${error instanceof Error ? error.message : String(error)}` };
  }
}

describe('the table of cases', () => {
  const expected = citationCases.flatMap((row) => row.expect);
  const codes = expected.flatMap(({ canonical }) => (canonical === null ? [] : [symbolsOf(canonical)]));
  const surfaces = expected.map(({ surface }) => foldKey(surface.replace(/\s+/g, ' ')));

  it('says no case twice and has enough of them', () => {
    expect(new Set(citationCases.map(({ note }) => note)).size).toBe(citationCases.length);
    expect(new Set(citationCases.map(({ text }) => text)).size).toBe(citationCases.length);
    expect(citationCases.length).toBeGreaterThanOrEqual(640);
  });

  it('has in every theme something that is not to be found', () => {
    for (const theme of new Set(citationCases.map((row) => row.theme))) {
      const refusals = citationCases.filter((row) => row.theme === theme && row.expect.length === 0);
      expect(refusals.length, theme).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(documentTypes)('has a case of the type $symbol ($name), by its symbol, words and shorts', (type) => {
    expect(codes.some((symbols) => symbols.type === type.symbol)).toBe(true);
    for (const word of [...type.words, ...type.shorts]) {
      const key = foldKey(word);
      expect(
        surfaces.some((surface) => surface.startsWith(key) && !/^[a-z]/.test(surface.slice(key.length))),
        word,
      ).toBe(true);
    }
  });

  it.each(issuers)('has a case of the issuer $symbol ($name)', ({ symbol }) => {
    const isBorne = new RegExp(`(?:^|-)${symbol}(?:\\d{1,2})?(?:-|$)`);
    expect(codes.some(({ issuer }) => isBorne.test(issuer))).toBe(true);
  });
});

/** `367-QĐ/TWĐTN-VP` → QĐ, TWĐTN-VP; a symbol that stands alone may be either: `01-SL`, `327-CT`. */
function symbolsOf(canonical: string): { type: string; issuer: string } {
  const symbols = canonical.split(/[-/]/).filter((part) => !/^\d/.test(part));
  const [first = '', ...others] = symbols;
  const isTyped = documentTypes.some(({ symbol }) => symbol === first);
  return { type: isTyped ? first : '', issuer: (isTyped && others.length > 0 ? others : symbols).join('-') };
}

describe('a citation', () => {
  it('reads number, year, type and issuer symbol of a code', () => {
    const [citation] = extractCitations(
      'Nghị quyết số 0337/2021/NQ-HĐND về đầu tư đường liên phường; các đơn vị thực hiện.',
    );
    expect(citation).toMatchObject({
      number: '0337',
      year: 2021,
      type: 'NQ',
      issuerCode: 'HĐND',
      subject: 'đầu tư đường liên phường',
      confidence: 0.99,
    });
  });

  it('is surer of a clean code than of a repaired, a scanned, a short or a contradicted one', () => {
    const sure = (text: string): number => extractCitations(text)[0]?.confidence ?? 0;
    const clean = sure('Nghị quyết số 21-NQ/TU');
    const others = [
      'Nghị quyết số 21 – NQ/Tu',
      'Nghị quyết số 2l-NQ/TU',
      'Nghị quyết 21 của',
      'Nghị quyết 21-NQ/TW của Tỉnh ủy',
      '21-NQ/TU',
    ];
    for (const text of others) expect(sure(text)).toBeLessThan(clean);
    for (const text of others) expect(sure(text)).toBeGreaterThan(0);
  });

  it('is the less sure the more of it had to be mended or inferred', () => {
    const sure = (text: string): number => extractCitations(text)[0]?.confidence ?? 0;
    const falling = [
      ['Nghị quyết số 21-NQ/TU'],
      ['Nghị quyết số 21 – NQ/TU', 'Nghị quyết số 21-nq/tu'],
      ['theo 21-NQ/TU'],
      ['Chỉ thị số 05 của Bộ Chính trị'],
      ['Chương trình 135', 'Nghị quyết Trung ương 4'],
      ['Chỉ thị số 05', 'Nghj quyết số 21-NQ/TU', 'Số hiệu: 910/UBND-DL1'],
      ['Nghị quyết số 2l-NQ/TU', 'Quyết định số 7\n49/QĐ-TTg'],
      ['Nghị quyết số 21-NQ/TW của Tỉnh ủy'],
    ].map((texts) => texts.map(sure));
    for (const [place, step] of falling.entries()) {
      expect(new Set(step).size, String(step)).toBe(1);
      expect(step[0]).toBeLessThan(falling[place - 1]?.[0] ?? 1);
    }
    expect(falling.at(-1)?.[0]).toBeGreaterThan(0.5);
  });

  it('keeps every sameAs pointing at the first mention when back-references come between', () => {
    const text =
      'Nghị quyết số 1-NQ/TU. Nghị quyết này nêu rõ. Chỉ thị số 2-CT/TU. Nghị quyết số 1-NQ/TU. Chỉ thị này. Chỉ thị 2.';
    expect(extractCitations(text).map(({ sameAs, kind }) => [kind, sameAs])).toEqual([
      ['code', null],
      ['backref', 0],
      ['code', null],
      ['code', 0],
      ['backref', 2],
      ['short', 2],
    ]);
  });
});
