/**
 * Mints the ids of documents, here and nowhere else.
 *
 * Identity is issuing body, type, number, and term (Party, National Assembly) or year (state); a year that is part of
 * the code belongs to the number, since 06/QĐ-TTg and 06/2022/QĐ-TTg are two documents of one year. Ids read well and
 * never change once published: `nq-21-tu.ha-long.2020`, `ct-18-tw.2021`, `nd-30-2020-cp`, `nq-337-2021-hdnd.quang-ninh`.
 */
import { foldKey } from '../citations/fold.ts';
import type { IssuingBody } from './body.ts';
import type { DocumentId } from './document.ts';

export interface DocumentIdentity {
  readonly type: string;
  /** As printed. */
  readonly number: string;
  readonly body: IssuingBody;
  /** Year that is part of the code. */
  readonly codeYear: number | null;
  /** `2020-2025`, or `15` for the National Assembly; null for state bodies. */
  readonly term: string | null;
  /** Year of issue of a state document whose code bears none. */
  readonly year: number | null;
}

/** Type and number as the keys under which mentions are kept: whatever may mean one document bears one. */
export interface NumberKey {
  readonly typeKey: string;
  readonly numberKey: string;
}

/** The id of the document with this identity. */
export function mintDocumentId({ type, number, body, codeYear, term, year }: DocumentIdentity): DocumentId {
  const isAssembly = isAssemblySymbol(body.symbol);
  const parts = [slugType(type), slugNumber(number)];
  if (codeYear !== null && !isAssembly) parts.push(String(codeYear));
  parts.push(slug(isAssembly && term !== null ? body.symbol.replace(/\d+$/, '') + term : body.symbol));
  const ends = [parts.join('-')];
  if (body.scope !== '') ends.push(body.scope);
  if (term !== null && !isAssembly) ends.push(term.slice(0, 4));
  if (codeYear === null && year !== null && !isAssembly) ends.push(String(year));
  return brand(ends.join('.'));
}

/** The id of the entry for a code that no mention settles: `ma.ct-12-tu`. It never equals the id of a settled document. */
export function mintEntryId(
  type: string | null,
  number: string,
  codeYear: number | null,
  issuerCode: string,
): DocumentId {
  const parts = [
    type === null ? '' : slugType(type),
    slugNumber(number),
    codeYear === null ? '' : String(codeYear),
    slug(issuerCode),
  ];
  return brand(`ma.${parts.filter((part) => part !== '').join('-')}`);
}

const ID = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** A document id from outside, checked for form; null where it cannot be one. */
export function parseDocumentId(text: string): DocumentId | null {
  return text.length <= 160 && ID.test(text) ? brand(text) : null;
}

/**
 * The type and number that an id begins with, two where it cannot tell `66` from `66.7`; for documents of which nothing
 * but the id is left.
 */
export function numberKeysOf(id: string): readonly NumberKey[] {
  const match = /^(?:ma\.)?([a-z]+)-(\d+[a-z]?)(?:-(\d{1,3}))?-/.exec(id);
  const [, slugged, number, part] = match ?? [];
  if (slugged === undefined || number === undefined) return [];
  const typeKey = slugged === PROJECT.slug ? PROJECT.key : slugged;
  const numbers = part === undefined ? [number] : [number, `${number}-${part}`];
  return numbers.map((numberKey) => ({ typeKey, numberKey }));
}

/** Whether codes with this symbol are numbered by term of the National Assembly. */
export function isAssemblySymbol(symbol: string): boolean {
  return /^(?:QH|UBTVQH)\d*$/.test(symbol);
}

/** Number as part of a key: no leading zeros, lower case, `66.7` as `66-7`. */
export function slugNumber(number: string): string {
  return number
    .toLowerCase()
    .replace(/^0+(?=\d)/, '')
    .replace(/[^a-z0-9]+/g, '-');
}

/** Đề án and dự án differ by a mark alone. */
const PROJECT = { symbol: 'DA', slug: 'duan', key: 'da' };

function slugType(type: string): string {
  return type === PROJECT.symbol ? PROJECT.slug : slug(type);
}

function slug(text: string): string {
  return foldKey(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function brand(id: string): DocumentId {
  return id as DocumentId;
}
