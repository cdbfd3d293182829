/**
 * The keys by which codes are looked up, however sloppily they were printed or typed.
 *
 * A key is no identity: 21-NQ/TU of every committee has the key `21nqtu`. Zeros before the number do not tell codes
 * apart (07 is 7), nor do marks, case, dashes and slashes; the year does, and its `y` keeps 337/2021 from a number 3372021.
 */
import { parseCode } from '../citations/code.ts';
import { foldKey } from '../citations/fold.ts';
import { slugNumber } from '../documents/identity.ts';

/** A code as far as it is known: whole, or in parts where only these are printed. */
export interface KnownCode {
  readonly code: string | null;
  readonly number: string | null;
  readonly year: number | null;
  readonly type: string | null;
  /** Null takes the issuer's symbol from `code`. */
  readonly issuerCode: string | null;
}

export interface CodeKeys {
  /** `21nqtu`, `337y2021nqhdnd`; null when the code is not whole. */
  readonly codeKey: string | null;
  /** `21`, `5a` */
  readonly numberKey: string | null;
  /** `nq` */
  readonly typeKey: string | null;
  /** `tu`, `hdnd`, `qh15` */
  readonly issuerKey: string | null;
}

/**
 * What `code` says goes before what the other parts say, but for the type: laws and letters print none in their code.
 *
 * @example
 * codeKeys({ code: '337/2021/NQ-HĐND', number: '337', year: 2021, type: 'NQ', issuerCode: null })
 * // { codeKey: '337y2021nqhdnd', numberKey: '337', typeKey: 'nq', issuerKey: 'hdnd' }
 */
export function codeKeys(known: KnownCode): CodeKeys {
  const parsed = known.code === null ? null : parseCode(known.code);
  const number = parsed?.number ?? known.number;
  const year = parsed ? parsed.year : known.year;
  const type = known.type ?? parsed?.type ?? null;
  const issuer = known.issuerCode ?? parsed?.issuerCode ?? null;
  const numberKey = number === null ? null : slugNumber(number);
  const typeKey = type === null ? null : foldLetters(type);
  const issuerKey = issuer === null ? null : issuerKeyOf(issuer);
  const symbols = parsed
    ? foldLetters(`${parsed.type ?? ''}${parsed.issuerCode}`)
    : typeKey && issuer && typeKey + foldLetters(issuer);
  const codeKey = numberKey && symbols ? `${numberKey}${year === null ? '' : `y${year}`}${symbols}` : null;
  return { codeKey, numberKey, typeKey, issuerKey };
}

/** The body's own symbol, without the unit that wrote: `UBND-TNMT` is found as `ubnd`. */
export function issuerKeyOf(issuer: string): string {
  return foldLetters(issuer.split('-')[0] ?? issuer);
}

/** Lower case without marks, đ as d, letters and digits only: `NQ-HĐND` is `nqhdnd`. */
export function foldLetters(text: string): string {
  return foldKey(text).replace(/[^a-z0-9]+/g, '');
}

/** Words as they are compared in lists and filters: `Lê Văn Thử` is `le van thu`. */
export function foldWords(text: string): string {
  return foldKey(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
