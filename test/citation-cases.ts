/**
 * The table of cases of the reader of citations: core/citations/cases/*.json, one file for one theme, so that a jurist
 * can go through them one by one.
 *
 * A row holds a rule in words (`note`), a text of our own, and every citation that is to be found there, in order; an
 * empty list says that nothing is to be found. What a citation does not tell is left open, unless the row is `exact`:
 * there it must be absent. A row that the reader does not pass yet says in `open` what is wrong.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { citationKinds, issuerLevels } from '../core/citations/citation.ts';

const expectedCitation = z.strictObject({
  surface: z.string().min(1),
  kind: z.enum(citationKinds),
  canonical: z.string().nullable(),
  number: z.string().nullable().optional(),
  year: z.number().nullable().optional(),
  type: z.string().nullable().optional(),
  issuer_code: z.string().nullable().optional(),
  issuer_name: z.string().nullable().optional(),
  level: z.enum(issuerLevels).nullable().optional(),
  date: z.iso.date().nullable().optional(),
  term: z.number().nullable().optional(),
  subject: z.string().nullable().optional(),
  meant: z.string().nullable().optional(),
  pinpoint: z.string().nullable().optional(),
  same_as: z.number().nullable().optional(),
  /** Each of these must be among the citation's flags; an empty list, that it has none. */
  flags: z.array(z.string()).optional(),
});

const caseRow = z.strictObject({
  note: z.string().min(16),
  exact: z.literal(true).optional(),
  open: z.string().min(8).optional(),
  text: z.string(),
  expect: z.array(expectedCitation),
});

export type ExpectedCitation = z.infer<typeof expectedCitation>;
export type CitationCase = z.infer<typeof caseRow> & { readonly theme: string };

const folder = new URL('../core/citations/cases/', import.meta.url);

/** Every row of every theme; a file that is no table of cases is an error that names it. */
export const citationCases: readonly CitationCase[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((name) => {
    const rows = z.array(caseRow).safeParse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    if (!rows.success) throw new Error(`core/citations/cases/${name} is no table of cases: ${rows.error.message}`);
    return rows.data.map((row) => ({ ...row, theme: basename(name, '.json') }));
  });
