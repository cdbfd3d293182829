/**
 * How a citation should read: at its first mention "Nghị quyết số 21-NQ/TU ngày 14 tháng 02 năm 2022 của Ban Thường vụ
 * Thành ủy Hạ Khê về …", afterwards "Nghị quyết số 21-NQ/TU" (Decree 30/2020/NĐ-CP, Phụ lục I).
 *
 * As little as possible is changed: what is printed and right stays as it is printed, in its order. Only what is sure is
 * put in (check-facts.ts); where that leaves nothing to offer, nothing is offered.
 */
import type { Citation, IsoDate } from '../citations/citation.ts';
import { findType, findTypeByWord } from '../citations/document-types.ts';
import { foldKey } from '../citations/fold.ts';
import { numberStart, standardCode } from './check-code.ts';
import { type CheckFacts, knownDate, knownIssuer, knownSubject } from './check-facts.ts';
import type { PhrasePiece } from './check-phrase.ts';
import type { Reason, ReasonCode } from './check-reasons.ts';
import { spellDate } from './citing-form.ts';

export interface FormToSuggest {
  readonly citation: Citation;
  readonly facts: CheckFacts | null;
  readonly reasons: readonly Reason[];
  readonly text: string;
  readonly phrase: readonly PhrasePiece[];
}

export interface Suggestion {
  readonly text: string;
  /** Offsets in the draft of what it replaces. */
  readonly start: number;
  readonly end: number;
}

/** Parts of a list: putting a whole form in the place of one would tear it. */
const IN_LIST: ReadonlySet<string> = new Set(['shared-suffix', 'shared-type', 'bare-number', 'plural']);
const PARTLY_PRINTED: ReadonlySet<string> = new Set(['shared-suffix', 'bare-number']);
/** Read from damaged print: right only where the archive knows the document. */
const DAMAGED: ReadonlySet<string> = new Set(['scanned-digits', 'cut-number', 'damaged-word']);

/** The form to put in the place of a citation, or null. */
export function suggestForm(given: FormToSuggest): Suggestion | null {
  const { citation, facts, text } = given;
  const has = (code: ReasonCode): boolean => given.reasons.some((one) => one.code === code);
  const isIn = (flags: ReadonlySet<string>): boolean => citation.flags.some((flag) => flags.has(flag));
  if (citation.kind !== 'code' && citation.kind !== 'short') return null;
  if (has('issuer-or-symbol') || has('type-annexed') || has('term-conflict')) return null;
  if (isIn(DAMAGED) && facts === null) return null;
  if (citation.flags.includes('legacy-encoding')) return null;
  const isTypeSure = facts !== null && citation.date !== null && sureDate(facts) === citation.date;
  if (has('type-conflict') && !isTypeSure) return null;
  const code = codeFor(given, has('issuer-conflict'));
  if (code === null) return null;
  const isMended = has('issuer-conflict') || has('spelling') || has('type-conflict');
  if (isIn(IN_LIST)) {
    if (!isMended || isIn(PARTLY_PRINTED) || citation.kind !== 'code') return null;
    return changed(text, citation.surface.slice(0, numberStart(citation.surface)) + code, citation.start, citation.end);
  }
  const head = headFor(citation, has('type-conflict')) + code;
  const tail = tailFor(given, has);
  if (!isMended && !has('short-form') && tail === null) return null;
  return changed(text, head + (tail?.text ?? ''), citation.start, tail?.end ?? citation.end);
}

function changed(text: string, suggested: string, start: number, end: number): Suggestion | null {
  return text.slice(start, end) === suggested ? null : { text: suggested, start, end };
}

function codeFor({ citation, facts }: FormToSuggest, isConflict: boolean): string | null {
  if (isConflict) return citation.meant === null ? null : standardCode(citation.meant);
  if (citation.kind === 'short' && facts !== null) return facts.document.code;
  return citation.canonical === null ? null : standardCode(citation.canonical);
}

/** What stands before the number: as printed where that is a type's whole name, with "số" behind it. */
function headFor({ surface, type }: Citation, isOtherType: boolean): string {
  const printed = surface.slice(0, numberStart(surface)).replace(/\s+/g, ' ').trimEnd();
  if (printed === '') return '';
  const words = printed.replace(/(?:(?:^|\s)số[:.]?)+$/iu, '').trim();
  if (words === '') return 'số ';
  const named = findTypeByWord(words);
  const isShort = named?.shorts.some((short) => foldKey(short) === foldKey(words)) === true;
  const name = isOtherType || isShort ? (findType(type ?? '')?.name ?? words) : words;
  return words === words.toUpperCase() && !isShort && !isOtherType ? `${name} SỐ ` : `${name} số `;
}

interface Tail {
  readonly text: string;
  readonly end: number;
}

/** Date, issuer and subject behind the code, where something of them is put in or put right; else null. */
function tailFor({ citation, facts, text, phrase }: FormToSuggest, has: (code: ReasonCode) => boolean): Tail | null {
  if (facts === null) return null;
  const printed = (kind: PhrasePiece['kind']): PhrasePiece | undefined => phrase.find((piece) => piece.kind === kind);
  const isWhich = !facts.hasTwin || citation.date !== null;
  const date = sureDate(facts);
  const issuer = knownIssuer(facts);
  const lacksDate = has('date-missing') || has('date-impossible');
  const newDate = has('date-conflict') || (lacksDate && isWhich) ? date : null;
  const newIssuer = has('organ-conflict') || (has('issuer-missing') && isWhich) ? issuer : null;
  // A wrong date that stands elsewhere cannot be put right from here.
  if (has('date-conflict') && printed('date') === undefined) return null;
  if (has('organ-conflict') && printed('issuer') === undefined) return null;
  if (newDate === null && newIssuer === null) return null;
  const parts: string[] = [];
  const addIssuer = newIssuer === null ? '' : ` của ${newIssuer}`;
  const hasDate = printed('date') !== undefined;
  const hasIssuer = printed('issuer') !== undefined;
  if (!hasDate && newDate !== null) parts.push(` ${spellDate(newDate)}`);
  if (!hasDate && !hasIssuer) parts.push(addIssuer);
  for (const { kind, start, end } of phrase) {
    const raw = text.slice(start, end);
    if (kind === 'date') {
      parts.push(newDate === null ? raw : ` ${spellDate(newDate)}`);
      if (!hasIssuer) parts.push(addIssuer);
    } else if (kind === 'issuer') parts.push(newIssuer === null ? raw : addIssuer);
    else parts.push(raw);
  }
  const isFilled = has('date-missing') || has('issuer-missing');
  const subject = isFilled && citation.subject === null ? knownSubject(facts) : null;
  if (subject !== null) parts.push(` về ${subject}`);
  return { text: parts.join(''), end: phrase.at(-1)?.end ?? citation.end };
}

function sureDate(facts: CheckFacts): IsoDate | null {
  const known = knownDate(facts);
  return known.kind === 'sure' ? known.date : null;
}
