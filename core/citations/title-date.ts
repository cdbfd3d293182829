/**
 * Reads the date behind a document's title: `Nghị định số 83/2015/NĐ-CP Quy định chi tiết … ngày 17/09/2015 của Chính
 * phủ, có hiệu lực …`, as codifications and lists of legal grounds print it.
 *
 * A title may hold a day of its own ("về phòng, chống bão ngày 3/4"), and the clause may go on to a meeting; so the date
 * must be that of the code's year, and signed by a body that bears the code's symbol, or close its clause.
 */
import type { IsoDate } from './citation.ts';
import { DAY_IN_WORDS, FULL_DAY, parseDay, readDocumentDate } from './document-date.ts';
import { composeSlice, type FoldedText } from './fold.ts';
import { readIssuerAfter } from './issuer-after.ts';
import { bearsSymbol, type IssuerPhrase } from './issuer-phrase.ts';
import { isOfYear } from './layout-date.ts';
import { isGap } from './letters.ts';

export interface TitleDate {
  readonly date: IsoDate;
  readonly issuer: IssuerPhrase | null;
  /** Folded offset at which the words of the title end. */
  readonly titleEnd: number;
}

const MAX = 240;
/** A title stands right behind its code: its first word is one of these, or a capital. */
const TITLE_WORD =
  /[ \n](?:ve|v\/v|quy[ \n](?:dinh|che)|huong[ \n]dan|ban[ \n]hanh|sua[ \n]doi|bai[ \n]bo|phe[ \n]duyet|cong[ \n]bo|thay[ \n]the)[ \n]/y;
const DAY = new RegExp(`[ \\n]ngay[ \\n](?:${DAY_IN_WORDS}|${FULL_DAY})`);
/** The day in brackets behind the title; with a word of issuing it is no other's: `(ban hành ngày 5/6/2020)`. */
const DAY_IN_BRACKETS = new RegExp(
  `[ \\n]?[(](?:(?:duoc[ \\n])?(ky[ \\n]ban[ \\n]hanh|ban[ \\n]hanh|ky)[ \\n])?ngay[ \\n](?:${DAY_IN_WORDS}|${FULL_DAY})[)]`,
);
/** What no title holds: the clause is another one. */
const NOT_IN_TITLE =
  /[.;:()«»"\f]|hieu[ \n]luc|(?<![a-z]|(?:phoi|ket|tong|tich|phu|truong|to)[ \n])hop(?![a-z])|(?<![a-z])(?:hoi[ \n]nghi|phien[ \n](?:hop|thu|be|giai)|bieu[ \n]quyet|thong[ \n]qua)(?![a-z])/;
/** Words behind which "ngày" begins something else than the date of a document. */
const NOT_BEFORE_DAY =
  /(?<![a-z])(?:ke|tu|den|truoc|sau|vao|trong|het|dip|dot|le|tai|sang|chieu|toi|cung|bao|hoi|tham)$/;
/** Happenings that have a day, in titles: such a day counts only where the issuer stands behind it. */
const HAPPENING =
  /(?<![a-z])(?:to[ \n]chuc|ky[ \n]niem|le|hoi|thi|bau[ \n]cu|khai[ \n]mac|tai[ \n]nan|vu|chay|bao|mua|lu|nghi)(?![a-z])/;
/** Another document in the title, whose day it may be. */
const INNER =
  /(?<![a-z])(?:luat|phap[ \n]lenh|nghi[ \n](?:dinh|quyet)|quyet[ \n]dinh|chi[ \n]thi|thong[ \n](?:tu|bao)|ket[ \n]luan|ke[ \n]hoach|cong[ \n]van|chuong[ \n]trinh|de[ \n]an)(?![a-z])/g;
const INNER_ISSUER: ReadonlyMap<string, string> = new Map([
  ['luat', 'quoc-hoi'],
  ['phap lenh', 'ubtvqh'],
  ['nghi dinh', 'chinh-phu'],
  ['thong tu', 'bo'],
]);
const STOP = /[ \n]?(?:[.;)\n\f]|$)/y;

/**
 * The date behind the title that begins at `at`, before `limit`; the code has `issuerCode` and maybe a `year`. An issuer
 * that stands before the title leaves only a title in quotes, with its day right behind them.
 */
export function readTitleDate(
  folded: FoldedText,
  { at, issuer: known }: { readonly at: number; readonly issuer: IssuerPhrase | null },
  limit: number,
  code: { readonly issuerCode: string | null; readonly year: number | null },
): TitleDate | null {
  if (code.issuerCode === null) return null;
  if (known !== null) return readQuotedTitle(folded, at, limit, code.year);
  if (!beginsTitle(folded, at)) return null;
  const window = folded.text.slice(at, Math.min(limit, at + MAX));
  const signed = readSignedInBrackets(folded, at, window, code);
  if (signed !== null) return signed;
  const bracketed = DAY_IN_BRACKETS.exec(window);
  const day = bracketed ?? DAY.exec(window);
  if (day === null) return null;
  const title = window.slice(0, day.index);
  if (NOT_IN_TITLE.test(title) || (bracketed === null && NOT_BEFORE_DAY.test(title))) return null;
  const isIssued = bracketed?.[1] !== undefined;
  const [number, month, year] = day.slice(bracketed === null ? 1 : 2).filter((part) => part !== undefined);
  const date = parseDay(number, month, year);
  if (date === null || !isOfYear(date, code.year)) return null;
  const end = at + day.index + day[0].length;
  const issuer = readIssuerAfter(folded, end);
  const titleEnd = at + day.index;
  if (issuer !== null) {
    const isOwn = bearsSymbol(issuer, code.issuerCode) && !isOfInner(title, issuer, code.year !== null);
    return isOwn ? { date, issuer, titleEnd } : null;
  }
  STOP.lastIndex = end;
  const isOnlyDay = isIssued || (code.year !== null && STOP.test(folded.text) && !HAPPENING.test(title));
  return isOnlyDay && !INNER_ANY.test(title) ? { date, issuer: null, titleEnd } : null;
}

/** `về giữ luồng lạch (Tỉnh ủy ban hành ngày 9/5/2016)`. */
function readSignedInBrackets(
  folded: FoldedText,
  at: number,
  window: string,
  { issuerCode, year }: { readonly issuerCode: string | null; readonly year: number | null },
): TitleDate | null {
  const open = window.search(/[ \n]\(/);
  const title = window.slice(0, Math.max(open, 0));
  if (open < 0 || issuerCode === null || NOT_IN_TITLE.test(title)) return null;
  const issuer = readIssuerAfter(folded, at + open);
  const day = issuer === null ? null : readDocumentDate(folded, issuer.end);
  if (issuer === null || day === null || day.date === null || !isOfYear(day.date, year)) return null;
  const isOwn = bearsSymbol(issuer, issuerCode) && !isOfInner(title, issuer, year !== null);
  return isOwn ? { date: day.date, issuer, titleEnd: at + open } : null;
}

const INNER_ANY = new RegExp(INNER.source);

const QUOTED = new RegExp(
  `[ \\n]?,?[ \\n]?[«"][ \\n]?ve[ \\n][^«»"\\f]{3,200}([»"])[ \\n]?,?[ \\n]ngay[ \\n](?:${DAY_IN_WORDS}|${FULL_DAY})`,
  'y',
);

/** `của Tỉnh ủy “Về chống hạn”, ngày 6/7/2020`. */
function readQuotedTitle(folded: FoldedText, at: number, limit: number, year: number | null): TitleDate | null {
  QUOTED.lastIndex = at;
  const match = QUOTED.exec(folded.text);
  if (match === null || at + match[0].length > limit) return null;
  const [day, month, printedYear] = match.slice(2).filter((part) => part !== undefined);
  const date = parseDay(day, month, printedYear);
  const titleEnd = at + match[0].lastIndexOf(match[1] ?? '') + 1;
  return date === null || !isOfYear(date, year) ? null : { date, issuer: null, titleEnd };
}

function beginsTitle(folded: FoldedText, at: number): boolean {
  if (!isGap(folded.text.charCodeAt(at))) return false;
  TITLE_WORD.lastIndex = at;
  if (TITLE_WORD.test(folded.text)) return true;
  return folded.text[at] === ' ' && /^\p{Lu}\p{Ll}/u.test(composeSlice(folded, at + 1, at + 4));
}

/** The day may be that of a document inside the title: its own kind of issuer signs, or the code has no year to tell. */
function isOfInner(title: string, issuer: IssuerPhrase, hasYear: boolean): boolean {
  for (const [word] of title.matchAll(INNER)) {
    const organ = INNER_ISSUER.get(word.replace('\n', ' '));
    if (organ === issuer.organ || (organ === undefined && !hasYear)) return true;
  }
  return false;
}
