/**
 * Draws up what all mentions together say of a document: code, issuer, date, title, other names, contradictions.
 *
 * What most mentions agree on is shown, and what contradicts it is kept beside it with counts, never averaged. The
 * result depends on the set of mentions alone, not on the order in which they came.
 */
import type { IsoDate, ReferenceCode } from '../citations/citation.ts';
import { padNumber, referenceCode } from '../citations/code-print.ts';
import { parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import { findIssuer } from '../citations/issuers.ts';
import { isWholeCentre } from './body.ts';
import { findListedDay } from './central-acts.ts';
import type { Conflict, DocumentId, OfficialDocument } from './document.ts';
import type { DocumentIdentity } from './identity.ts';
import { subjectKey } from './subject-key.ts';
import { tellTypeName } from './type-name.ts';

/** What so many mentions say alike, as far as the dossier needs it. */
export interface Testimony {
  readonly mentions: number;
  readonly canonical: ReferenceCode | null;
  readonly meant: ReferenceCode | null;
  readonly date: IsoDate | null;
  readonly subject: string | null;
  /** Issuer named beside the mention. */
  readonly issuerName: string | null;
  readonly kind: 'code' | 'short' | 'named' | 'backref';
  /** How the mention begins (`TYPE_OPENING`), where its type's symbol names several types. */
  readonly opening?: string | null;
}

/** The dossier of a settled document that so many articles cite; the articles of its conflicts are left to be filled in. */
export function compileDossier(
  id: DocumentId,
  identity: DocumentIdentity,
  mentions: readonly Testimony[],
  citedBy: number,
): OfficialDocument {
  const whole = mentions.filter(({ kind }) => kind === 'code');
  const printed = tally(whole, ({ canonical }) => canonical);
  const code = pickCode(mentions, identity);
  const dates = tally(mentions, ({ date }) => date);
  const others = printed.filter(({ value }) => value.toUpperCase() !== code.toUpperCase());
  const title = pickTitle(mentions);
  return {
    id,
    code,
    type: identity.type,
    number: identity.number,
    year: identity.codeYear ?? identity.year,
    issuer: issuerOf(identity, mentions),
    level: identity.body.level,
    place: identity.body.place,
    term: identity.term,
    date: dates[0]?.value ?? listedDay(identity, title),
    title,
    aliases: others.map(({ value }) => value),
    state: 'cited_only',
    citedBy,
    conflicts: [
      ...conflictOf('date', dates),
      ...conflictOf('code', others.length === 0 ? [] : withCode(printed, code)),
    ],
    ...calledBy(identity.type, mentions),
  };
}

/** Where no mention prints a date: that of the published list, of acts of the centre. */
function listedDay(identity: DocumentIdentity, title: string | null): IsoDate | null {
  return identity.body.symbol === 'TW' ? findListedDay(identity, { term: identity.term, subject: title }) : null;
}

/** An entry for a code that no mention settles: what is printed, with no issuer and no term. */
export function compileEntry(
  id: DocumentId,
  code: ReferenceCode,
  parts: Pick<OfficialDocument, 'type' | 'number' | 'year'>,
  mentions: readonly Testimony[],
  citedBy: number,
): OfficialDocument {
  return {
    id,
    code,
    ...parts,
    issuer: null,
    level: null,
    place: null,
    term: null,
    date: null,
    title: pickTitle(mentions),
    aliases: [],
    state: 'cited_only',
    citedBy,
    conflicts: [],
    ...calledBy(parts.type, mentions),
  };
}

function calledBy(type: string, mentions: readonly Testimony[]): Pick<OfficialDocument, 'typeName'> {
  const told = tellTypeName(
    type,
    mentions.map(({ opening = null, mentions: count }) => ({ opening, mentions: count })),
  );
  return told === null ? {} : { typeName: told };
}

interface Tally<T extends string> {
  readonly value: T;
  readonly mentions: number;
}

/** Values by how many mentions give them, then in order of their letters. */
function tally<T extends string>(
  mentions: readonly Testimony[],
  read: (mention: Testimony) => T | null,
  key: (value: T) => string = (value) => value,
): readonly Tally<T>[] {
  const groups = new Map<string, Map<T, number>>();
  for (const mention of mentions) {
    const value = read(mention);
    if (value === null) continue;
    const values = groups.get(key(value)) ?? new Map<T, number>();
    values.set(value, (values.get(value) ?? 0) + mention.mentions);
    groups.set(key(value), values);
  }
  return [...groups.values()]
    .map((values) => ({ value: mostFrequent(values), mentions: sum(values.values()) }))
    .sort((a, b) => b.mentions - a.mentions || (a.value < b.value ? -1 : 1));
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function mostFrequent<T extends string>(values: ReadonlyMap<T, number>): T {
  const sorted = [...values].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const [first] = sorted;
  if (first === undefined)
    throw new Error('Cannot pick a value from an empty tally: expected one or more mentions, found 0.');
  return first[0];
}

/** "19-NQ/TW" that is meant for 19-NQ/TU contradicts it, though no mention prints the one that is meant. */
function withCode(printed: readonly Tally<string>[], code: ReferenceCode): readonly Tally<string>[] {
  const isPrinted = printed.some(({ value }) => value.toUpperCase() === code.toUpperCase());
  return isPrinted ? printed : [...printed, { value: code, mentions: 0 }];
}

function conflictOf(field: Conflict['field'], values: readonly Tally<string>[]): readonly Conflict[] {
  return values.length < 2 ? [] : [{ field, values: values.map((value) => ({ ...value, articles: [] })) }];
}

/** Standard spelling by the issuer's system where mentions print both, else what is printed most; what was meant counts. */
function pickCode(mentions: readonly Testimony[], identity: DocumentIdentity): ReferenceCode {
  const isParty = findIssuer(identity.body.symbol)?.system === 'party';
  const codes = tally(
    mentions.filter(({ kind }) => kind === 'code'),
    ({ canonical, meant }) => meant ?? canonical,
  );
  const standard = codes.find(({ value }) => (isParty ? /-[^/]+\//.test(value) : /\/[^/-]+-/.test(value)));
  // Short forms alone: what the text completed them to.
  const [code] = [standard, ...codes, ...tally(mentions, ({ canonical }) => canonical)].filter(
    (one) => one !== undefined,
  );
  return code?.value ?? composeCode(identity, isParty);
}

/** Mentions that give nothing but a name ("Đề án 06"): the code by the rules of form. */
function composeCode({ type, number, codeYear, body }: DocumentIdentity, isParty: boolean): ReferenceCode {
  const padded = padNumber(number);
  if (isParty) return referenceCode(`${padded}-${type}/${body.symbol}`);
  return referenceCode(`${[padded, codeYear, type].filter((part) => part !== null).join('/')}-${body.symbol}`);
}

/** At the centre the organ that mentions name most; elsewhere the body with its place. */
function issuerOf({ body }: DocumentIdentity, mentions: readonly Testimony[]): string {
  if (body.symbol !== 'TW') return body.name;
  const named = tally(mentions, ({ issuerName }) => organOf(issuerName));
  return named[0]?.value ?? 'Trung ương Đảng';
}

/** The central organ that these words name, not "Trung ương", which is all of them. */
function organOf(issuerName: string | null): string | null {
  const phrase = issuerName === null ? null : parseIssuerPhrase(issuerName);
  return phrase?.symbol === 'TW' && !isWholeCentre(phrase.text) ? phrase.text : null;
}

/**
 * The subject most mentions give, those with the document's date first, since these cite it in full; but a fuller one
 * that begins the same and is given at least half as often, since reports cut subjects short.
 */
function pickTitle(mentions: readonly Testimony[]): string | null {
  const titles = tally(mentions, ({ subject }) => subject, subjectKey);
  const dated = new Set(
    mentions.flatMap(({ subject, date }) => (subject === null || date === null ? [] : [subjectKey(subject)])),
  );
  const isDated = ({ value }: Tally<string>): boolean => dated.has(subjectKey(value));
  const [most] = [...titles].sort(
    (a, b) =>
      b.mentions - a.mentions ||
      Number(isDated(b)) - Number(isDated(a)) ||
      Number(isRunOn(a.value)) - Number(isRunOn(b.value)) ||
      b.value.length - a.value.length ||
      (a.value < b.value ? -1 : 1),
  );
  let best = most;
  for (const title of [...titles].sort((a, b) => a.value.length - b.value.length || (a.value < b.value ? -1 : 1))) {
    if (best !== undefined && isFuller(title, best)) best = title;
  }
  return best?.value ?? null;
}

function isFuller(title: Tally<string>, than: Tally<string>): boolean {
  if (isRunOn(title.value) || title.mentions * 2 < than.mentions) return false;
  return subjectKey(title.value).startsWith(`${subjectKey(than.value)} `);
}

/** "… đến năm 2030, Ban Chấp hành Đảng bộ huyện": what was taken for the subject ran on into the sentence. */
function isRunOn(title: string): boolean {
  return /,\s\p{Lu}/u.test(title);
}
