/**
 * Which document a name means that bears another number than its own: "Nghị quyết Trung ương 4 khóa XII" is 04-NQ/TW,
 * "Đề án 06" is 06/QĐ-TTg.
 *
 * Only names of the whole country are known (data/reference/known-documents.json), and a programme that ran through many
 * documents (Chương trình 135) is none of them. A plenum that adopted several leaves them as candidates. Nothing is cited
 * before it was issued: where the plenum of the running term had not adopted its own, that of the term before is meant.
 */
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Citation } from '../citations/citation.ts';
import { foldKey } from '../citations/fold.ts';
import { nationalBody } from './body.ts';
import type { DocumentIdentity } from './identity.ts';
import { findCentralTerm, findCentralTermOf } from './terms.ts';

const number = z.string().regex(/^\d{1,5}[a-z]?$/);
const knownSchema = z.strictObject({
  /** What a plenum of a congress's Central Committee adopted, as far as it goes by the plenum's name. */
  plenums: z.array(
    z.strictObject({
      congress: z.number().int(),
      plenum: z.number().int(),
      type: z.enum(['NQ', 'KL']),
      documents: z.array(z.strictObject({ number, date: z.iso.date() })).min(1),
    }),
  ),
  /** Schemes and programmes that go by the number of the decision that approved them. */
  schemes: z.array(
    z.strictObject({ name: z.string(), type: z.string(), number, symbol: z.string(), date: z.iso.date() }),
  ),
});

const require = createRequire(import.meta.url);
const known = knownSchema.parse(require('#data/reference/known-documents.json'));

export interface NamedDocuments {
  /** One is the answer, several are candidates. */
  readonly identities: readonly DocumentIdentity[];
  /** The name as it is known, with its term: `Nghị quyết Trung ương 4 khóa 12`. */
  readonly name: string;
}

/**
 * The documents that a mention of kind `named` means; null for a name that is not known, or one of which only a place
 * could tell. `articleDate` as in ArticleContext.
 */
export function findNamed(citation: Citation, articleDate: string | null): NamedDocuments | null {
  if (citation.kind !== 'named' || citation.number === null) return null;
  return citation.flags.includes('conference-number')
    ? findPlenum(citation, Number(citation.number), articleDate)
    : findScheme(citation, articleDate);
}

/**
 * Every document that a name may mean where no day tells which, as when it is typed: of a plenum without its congress, those
 * of every congress; accents do not count.
 */
export function listNamed(citation: Citation): readonly DocumentIdentity[] {
  const { kind, number: printed, type, term: congress, flags, surface } = citation;
  if (kind !== 'named' || printed === null) return [];
  if (flags.includes('conference-number')) {
    const rows = known.plenums.filter(
      (row) => row.plenum === Number(printed) && (congress === undefined || row.congress === congress),
    );
    const ofType = rows.filter((row) => row.type === type);
    return (ofType.length > 0 ? ofType : rows).flatMap((row) => identitiesOf(row) ?? []);
  }
  const name = foldKey(surface);
  return known.schemes.filter((one) => foldKey(one.name) === name).flatMap((row) => identityOf(row) ?? []);
}

function findPlenum({ type, term: congress }: Citation, plenum: number, day: string | null): NamedDocuments | null {
  const rows = known.plenums.filter((row) => row.plenum === plenum && row.type === type);
  const running = day === null ? null : findCentralTerm(day);
  const row =
    congress !== undefined
      ? rows.find((one) => one.congress === congress)
      : running?.kind === 'term' && day !== null
        ? lastAdopted(rows, running.term, day)
        : undefined;
  const identities = row === undefined ? null : identitiesOf(row);
  if (row === undefined || identities === null) return null;
  const word = row.type === 'NQ' ? 'Nghị quyết' : 'Kết luận';
  return { identities, name: `${word} Trung ương ${plenum} khóa ${row.congress}` };
}

type PlenumRow = (typeof known.plenums)[number];
type SchemeRow = (typeof known.schemes)[number];

function identitiesOf({ congress, type, documents }: PlenumRow): readonly DocumentIdentity[] | null {
  const body = nationalBody('TW', null);
  const term = findCentralTermOf(congress);
  if (body === null || term === null) return null;
  return documents.map((one) => ({ type, number: one.number, body, codeYear: null, term, year: null }));
}

function identityOf({ type, number: printed, symbol, date }: SchemeRow): DocumentIdentity | null {
  const body = nationalBody(symbol, null);
  return body === null
    ? null
    : { type, number: printed, body, codeYear: null, term: null, year: Number(date.slice(0, 4)) };
}

/** What the running term's plenum adopted by that day, else what that of the term before did, if the running one's is known to be later. */
function lastAdopted(rows: readonly PlenumRow[], running: string, day: string): PlenumRow | undefined {
  const own = rows.find((row) => findCentralTermOf(row.congress) === running);
  if (own === undefined || own.documents.some(({ date }) => date <= day)) return own;
  return rows.find((row) => row.congress === own.congress - 1);
}

function findScheme({ surface, level, issuerName }: Citation, day: string | null): NamedDocuments | null {
  if (issuerName !== null && level !== 'central') return null;
  const name = surface.normalize('NFC').replace(/\s+/gu, ' ').toLowerCase();
  const row = known.schemes.find((one) => one.name.toLowerCase() === name);
  const identity = row === undefined ? null : identityOf(row);
  if (row === undefined || identity === null || (day !== null && row.date > day)) return null;
  return { identities: [identity], name: row.name };
}
