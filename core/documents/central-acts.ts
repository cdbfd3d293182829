/**
 * Acts of the centre that are known from published lists (data/reference/central-acts.json): what a code without a date
 * means where the article's day alone would mislead. Directive 05-CT/TW of 2016 is cited in every year since, and
 * nothing cites an act before it was issued.
 *
 * The list is not complete: it can tell that an earlier act is meant, never that there is no other.
 */
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { IsoDate } from '../citations/citation.ts';
import { parseDay } from '../citations/document-date.ts';
import { slugNumber } from './identity.ts';
import { isSameSubject, SHARED_SUBJECT, subjectKey } from './subject-key.ts';
import { findCentralTerm } from './terms.ts';

const actsSchema = z.strictObject({
  acts: z.array(
    z.strictObject({
      type: z.string(),
      number: z.string().regex(/^\d{1,3}$/),
      /** Its day, or the month where no more is known. */
      date: z.string().regex(/^\d{4}-\d\d(?:-\d\d)?$/),
      /** The organ that adopted it; left out where the lists name two or none. */
      issuer: z.enum(['Bộ Chính trị', 'Ban Bí thư', 'Ban Chấp hành Trung ương']).optional(),
      subject: z.string(),
    }),
  ),
});

export interface CentralAct {
  /** `YYYY-MM-DD`, or `YYYY-MM`. */
  readonly date: string;
  /** Years of the Central Committee that issued it: `2016-2021`. */
  readonly term: string;
  /** What tells it: its subject, or that it is the last of its number, none being known of the term then running. */
  readonly by: 'subject' | 'number';
  /** The organ that adopted it, null where the list does not say. */
  readonly issuer: string | null;
}

interface ListedAct extends Omit<CentralAct, 'by'> {
  readonly key: string;
  readonly subject: string;
}

const require = createRequire(import.meta.url);
const acts: readonly ListedAct[] = actsSchema
  .parse(require('#data/reference/central-acts.json'))
  .acts.flatMap(({ type, number, date, issuer = null, subject }) => {
    const term = findCentralTerm(date.length === 7 ? `${date}-28` : date);
    const key = keyOf({ type, number });
    return term.kind === 'term' ? [{ key, date, term: term.term, issuer, subject: subjectKey(subject) }] : [];
  })
  .sort((a, b) => (a.date < b.date ? -1 : 1));

/**
 * The act that an undated mention of the centre means; null where the list cannot tell, or tells nothing but what the
 * term then running does.
 *
 * @param on the article's day, null where unknown
 * @param running the term or terms that may run on that day
 *
 * @example
 * findCentralAct({ type: 'CT', number: '05' }, { on: '2024-10-09', running: ['2021-2026'], subject: null })
 * // { date: '2016-05-15', term: '2016-2021', issuer: 'Bộ Chính trị', by: 'number' }
 */
export function findCentralAct(
  numbered: { readonly type: string; readonly number: string },
  cited: { readonly on: string | null; readonly running: readonly string[]; readonly subject: string | null },
): CentralAct | null {
  const { on, running } = cited;
  const key = keyOf(numbered);
  const issued = acts.filter((act) => act.key === key && (on === null || act.date <= on));
  const subject = cited.subject === null ? '' : subjectKey(cited.subject);
  const same = issued.filter((act) => isSameSubject(act.subject, subject));
  const [told] = same;
  if (told !== undefined && same.length === 1)
    return { date: told.date, term: told.term, issuer: told.issuer, by: 'subject' };
  const last = issued.at(-1);
  // What is about something else is another act of this number.
  if (subject.length >= SHARED_SUBJECT) return null;
  if (on === null || last === undefined || issued.some(({ term }) => running.includes(term))) return null;
  return { date: last.date, term: last.term, issuer: last.issuer, by: 'number' };
}

/**
 * The day of the listed act of this number and term, null where none is listed, where no more than its month is known, or
 * where mentions print another subject.
 */
export function findListedDay(
  numbered: { readonly type: string; readonly number: string },
  { term, subject }: { readonly term: string | null; readonly subject: string | null },
): IsoDate | null {
  const key = keyOf(numbered);
  const listed = acts.filter((act) => act.key === key && act.term === term);
  const [act] = listed;
  if (act === undefined || listed.length > 1) return null;
  const printed = subject === null ? '' : subjectKey(subject);
  if (printed.length >= SHARED_SUBJECT && !isSameSubject(act.subject, printed)) return null;
  return readDay(act.date);
}

function readDay(date: string): IsoDate | null {
  const [year, month, day] = date.split('-');
  return parseDay(day, month, year);
}

function keyOf({ type, number }: { readonly type: string; readonly number: string }): string {
  return `${type} ${slugNumber(number)}`;
}
