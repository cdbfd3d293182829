import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Citation, citationKinds, issuerLevels } from './citation.ts';
import cases from './extract.cases.json' with { type: 'json' };
import { extractCitations } from './extract.ts';

// What a row leaves out is expected to be absent: no date, no level, no flag.
const rows = z
  .array(
    z.strictObject({
      note: z.string().min(16),
      text: z.string(),
      expect: z.array(
        z.strictObject({
          surface: z.string(),
          kind: z.enum(citationKinds),
          canonical: z.string().nullable(),
          date: z.iso.date().nullable().default(null),
          level: z.enum(issuerLevels).nullable().default(null),
          issuer_name: z.string().nullable().default(null),
          term: z.number().nullable().default(null),
          meant: z.string().nullable().default(null),
          same_as: z.number().nullable().default(null),
          flags: z.array(z.string()).default([]),
        }),
      ),
    }),
  )
  .parse(cases);

function told(citation: Citation) {
  return {
    surface: citation.surface,
    kind: citation.kind,
    canonical: citation.canonical,
    date: citation.date,
    level: citation.level,
    issuer_name: citation.issuerName,
    term: citation.term ?? null,
    meant: citation.meant,
    same_as: citation.sameAs,
    flags: citation.flags,
  };
}

describe('extractCitations', () => {
  it.each(rows)('$note', ({ text, expect: expected }) => {
    const citations = extractCitations(text);
    expect(citations.map(told)).toEqual(expected);
    let end = 0;
    for (const citation of citations) {
      expect(text.slice(citation.start, citation.end)).toBe(citation.surface);
      expect(citation.start).toBeGreaterThanOrEqual(end);
      expect(citation.end).toBeGreaterThan(citation.start);
      end = citation.end;
    }
  });

  it('says no case twice and has enough of them', () => {
    expect(new Set(rows.map(({ note }) => note)).size).toBe(rows.length);
    expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThanOrEqual(150);
    expect(rows.filter(({ expect: expected }) => expected.length === 0).length).toBeGreaterThanOrEqual(30);
  });

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
