/**
 * Reads what stands around a found citation: its date, the issuer named with it, the term, its subject, and whether the
 * named issuer contradicts the printed symbol.
 *
 * The named issuer outranks the letters (reports print TW for documents of a Tỉnh ủy); the print is kept all the same,
 * and the likely code goes into `meant`. Nothing is copied from one mention to another here.
 */
import type { IsoDate, ReferenceCode } from './citation.ts';
import { findConflict } from './conflict.ts';
import { type PrintedDate, readDateBefore, readDateBetween, readDocumentDate } from './document-date.ts';
import type { FoldedText } from './fold.ts';
import type { FoundCitation } from './found.ts';
import { readIssuerAfter } from './issuer-after.ts';
import {
  bearsSymbol,
  type IssuerBefore,
  type IssuerPhrase,
  readIssuerBefore,
  readIssuerInside,
} from './issuer-phrase.ts';
import {
  hasOtherColumn,
  isOfYear,
  type LaidOutMention,
  type LayoutDate,
  readColumnDate,
  readHeadDate,
  readLineDate,
} from './layout-date.ts';
import { goesOnWith, isGap } from './letters.ts';
import { matchAt } from './match-at.ts';
import { readSubject } from './subject.ts';
import { type PrintedTerm, type PrintedYears, readTerm, readTermYears, readTermYearsBefore } from './term.ts';
import { readTitleDate } from './title-date.ts';

export interface Surroundings {
  readonly date: IsoDate | null;
  readonly issuer: IssuerPhrase | null;
  /** Ordinal of the congress or Assembly printed with the mention (khóa XII → 12), or null. */
  readonly term: number | null;
  /** Years of the term of office printed with the mention (`2015-2020`), or null. */
  readonly years: string | null;
  readonly subject: string | null;
  readonly meant: ReferenceCode | null;
  readonly flags: readonly string[];
  /** Folded offset behind the code and its date, issuer and term. */
  readonly after: number;
}

/** `18²`, `NĐ-CP(2)`, `NQ-HĐND[3]`: a footnote's mark; `/nb`: the mark of a paper for use within; the address of a link. */
const FOOTNOTE =
  /[¹²³]{1,2}\d{0,2}|\/nb(?![a-z])|\]\(http[^()\n\f ]{4,240}\)|[([]\d{1,2}[)\]]|[ \n]\[\d{1,2}\]|\d(?=[ \n,;])/y;
/** `948/QĐ-TTg năm 2024 của Thủ tướng`: the year that legal sites put between a code and its issuer. */
const OF_YEAR = /[ \n]nam[ \n](?:19|20)\d\d(?=,?[ \n](?:cua|ngay)[ \n])/y;
const STRAY = '>)»"\']';

/** What is printed around each of `found`, the citations of one text in their order. */
export function describeCitations(folded: FoldedText, found: readonly FoundCitation[]): readonly Surroundings[] {
  const described: Surroundings[] = [];
  for (const [index, one] of found.entries()) {
    const previous = { end: found[index - 1]?.end ?? 0, after: described[index - 1]?.after ?? 0 };
    described.push(describeCitation(folded, one, previous, found[index + 1] ?? null));
  }
  return addLayoutDates(folded, found, described);
}

function describeCitation(
  folded: FoldedText,
  found: FoundCitation,
  /** Where the code before ends, and where its date, issuer and term do: none of these are this one's. */
  { end: floor, after: taken }: { readonly end: number; readonly after: number },
  next: Pick<FoundCitation, 'start' | 'end'> | null,
): Surroundings {
  const limit = next?.start ?? folded.text.length;
  const behind = readBehind(folded, skipFootnote(folded.text, found.after), limit);
  const inside = readIssuerInside(folded, found.start, found.code?.start ?? found.end);
  const titled =
    behind.date === null && found.code !== null
      ? readTitleDate(folded, behind, limit, { issuerCode: found.code.issuerCode, year: found.year })
      : null;
  const named = behind.issuer ?? inside ?? titled?.issuer ?? null;
  const before = named === null ? readBefore(folded, found, floor) : null;
  const issuer = named ?? before?.phrase ?? null;
  const dateBefore =
    behind.date === null && before?.isMaking === true ? readDateBefore(folded, before.phrase.start, taken) : null;
  const isNumberAlone = found.lead !== null && found.lead.type === null;
  const dateBetween = behind.date === null && isNumberAlone ? readDateBetween(folded, found.start, taken) : null;
  const conflict = findConflict(found.code, issuer, named !== null);
  const flags: string[] = [];
  if (before !== null) flags.push('issuer-before');
  if (dateBefore !== null) flags.push('date-before');
  if (conflict !== null) flags.push('issuer-conflict');
  const titleEnd = titled === null ? next : { start: titled.titleEnd, end: titled.titleEnd };
  return {
    date: behind.date ?? titled?.date ?? dateBetween ?? dateBefore,
    issuer,
    term: behind.term ?? (inside === null ? null : (readTerm(folded, inside.end)?.term ?? null)),
    years: behind.years ?? (before === null ? null : readTermYearsBefore(folded, before.phrase.start, taken)),
    subject: readSubject(folded, skipStray(folded.text, behind.at), titleEnd),
    meant: conflict,
    flags,
    after: behind.at,
  };
}

/** The issuer in front of a citation; one that words part from it must bear the symbol of the code. */
function readBefore(folded: FoldedText, found: FoundCitation, floor: number): IssuerBefore | null {
  const before = readIssuerBefore(folded, found.start, floor);
  if (before === null || !(before.isApart || before.isAnybodys)) return before;
  const issuerCode = found.code?.issuerCode ?? null;
  const { symbol, officeSymbol } = before.phrase;
  if (before.isAnybodys) return symbol === issuerCode && officeSymbol === null ? before : null;
  return issuerCode !== null && bearsSymbol(before.phrase, issuerCode) ? before : null;
}

/**
 * Dates that the layout gives, to those citations whose sentence gives none. A layout that is doubtful in one place
 * counts where the text has it again; one that a code's own year contradicts does not count at all.
 */
function addLayoutDates(
  folded: FoldedText,
  found: readonly FoundCitation[],
  described: readonly Surroundings[],
): readonly Surroundings[] {
  const lines = new Map<number, LayoutDate>();
  const columns = new Map<number, LayoutDate>();
  const dates = new Map<number, IsoDate>();
  let isRefuted = false;
  let taken = 0;
  for (const [index, one] of found.entries()) {
    if (described[index]?.date !== null) continue;
    const mention = layOut(folded, one, found[index - 1], found[index + 1]);
    const head = readHeadDate(folded, mention);
    if (head !== null) {
      dates.set(index, head);
      continue;
    }
    // A date between two rows is that of the row above where its first row has none before.
    const line = mention.start > taken + 1 ? readLineDate(folded, mention) : null;
    if (line !== null && !isOfYear(line.date, one.year)) isRefuted = true;
    if (line !== null) lines.set(index, line);
    const column = line === null ? readColumnDate(folded, mention) : null;
    if (column !== null) {
      columns.set(index, column);
      taken = column.end;
    }
  }
  if (lines.size > 1 && !isRefuted) for (const [index, { date }] of lines) dates.set(index, date);
  if (columns.size > 0 && !hasOtherColumn(folded)) {
    const isTable = columns.size > 1;
    for (const [index, { date, isSure }] of columns) if (isSure || isTable) dates.set(index, date);
  }
  if (dates.size === 0) return described;
  return described.map((around, index) => ({ ...around, date: around.date ?? dates.get(index) ?? null }));
}

function layOut(
  folded: FoldedText,
  one: FoundCitation,
  previous: FoundCitation | undefined,
  next: FoundCitation | undefined,
): LaidOutMention {
  return {
    start: one.start,
    after: skipFootnote(folded.text, one.after),
    floor: previous?.end ?? 0,
    limit: next?.start ?? folded.text.length,
    year: one.year,
    isWordless: one.lead === null || one.lead.type === null,
  };
}

interface Behind extends Pick<Surroundings, 'date' | 'issuer' | 'term' | 'years'> {
  readonly at: number;
}

/** Term, date and issuer behind a code, each once, in whatever order they stand. */
function readBehind(folded: FoldedText, after: number, limit: number): Behind {
  let at = goesOnWith('n', folded.text, after) ? skip(OF_YEAR, folded.text, after) : after;
  let dated: PrintedDate | null = null;
  let issuer: IssuerPhrase | null = null;
  let term: number | null = null;
  let years: string | null = null;
  for (let from = -1; from !== at; ) {
    from = at;
    const termed: PrintedTerm | null = term === null ? readTerm(folded, at) : null;
    if (termed !== null && termed.end <= limit + 1) {
      term = termed.term;
      at = termed.end;
      continue;
    }
    const running: PrintedYears | null = years === null ? readTermYears(folded, at) : null;
    if (running !== null && running.end <= limit + 1) {
      years = running.years;
      at = running.end;
      continue;
    }
    const day: PrintedDate | null = dated === null ? readDocumentDate(folded, at) : null;
    if (day !== null && day.end <= limit + 2) {
      dated = day;
      at = day.end;
      continue;
    }
    const named: IssuerPhrase | null = issuer === null ? readIssuerAfter(folded, at) : null;
    if (named !== null && named.start < limit) {
      issuer = named;
      at = named.end;
    }
  }
  return { at, date: dated?.date ?? null, issuer, term, years };
}

function skipFootnote(text: string, at: number): number {
  // Most citations have a blank and a letter, a comma or a stop behind them.
  const isUsual = isGap(text.charCodeAt(at)) ? text[at + 1] !== '[' : text[at] === ',' || text[at] === '.';
  return isUsual ? at : skip(FOOTNOTE, text, at);
}

/** A bracket or quote that nothing opened, with or without a gap before it. */
function skipStray(text: string, at: number): number {
  const next = isGap(text.charCodeAt(at)) ? at + 1 : at;
  return next < text.length && STRAY.includes(text.charAt(next)) ? next + 1 : at;
}

function skip(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0);
}
