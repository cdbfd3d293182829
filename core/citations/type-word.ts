/**
 * Reads backwards from a number to the type word that a citation begins with: `Nghị quyết số`, `Công văn khẩn số:`,
 * `QĐ`, `Luật Đất đai số`, `số số`.
 *
 * The word must be spelled with its marks (or wholly without) where it has to carry a citation alone: `để ăn 3` folds
 * to `đề án 3`. Codes with letters are surer, so a damaged word is let through there (`isExact` false).
 */
import { type DocumentType, documentTypes, findTypeByWord, isSameType } from './document-types.ts';
import { composeSlice, type FoldedText, foldKey } from './fold.ts';

export interface TypeWord {
  /** Folded offset where the surface begins: the type word, or "số" where only that is printed or a bracket is open. */
  readonly start: number;
  /** Null where only "số" is printed. */
  readonly type: DocumentType | null;
  /** Folded spelling that was matched. */
  readonly word: string;
  readonly hasNumberWord: boolean;
  /** A sign between the word and the number or "số": a dash, colon or open bracket; else empty. */
  readonly separator: string;
  /** Printed with the right marks, or without any. */
  readonly isExact: boolean;
  /** Printed as an abbreviation (NQ, QĐ). */
  readonly isAbbreviation: boolean;
  /** The number is glued to the word: NQ837, CT6A. */
  readonly isGlued: boolean;
  /** Printed with a capital first letter. */
  readonly isCapital: boolean;
  /** "các", "những" stand before it. */
  readonly isPlural: boolean;
}

interface Spelling {
  readonly folded: string;
  readonly printed: string;
  readonly type: DocumentType;
  readonly isAbbreviation: boolean;
}

const SPELLINGS: readonly Spelling[] = documentTypes
  .flatMap((type) => [
    ...type.words.map((printed) => ({ folded: foldKey(printed), printed, type, isAbbreviation: false })),
    ...type.shorts.map((printed) => ({ folded: foldKey(printed), printed, type, isAbbreviation: true })),
  ])
  .sort((a, b) => b.folded.length - a.folded.length);

const BY_FOLDED = new Map(
  SPELLINGS.map(({ folded }) => [folded, SPELLINGS.filter((spelling) => spelling.folded === folded)]),
);

const NUMBER_WORD = /(?:^|[^a-z])so[ \n]?[:.]?[ \n]?$/;
/** Words that may stand between the type and the number without changing the type. */
const QUALIFIERS =
  'khan|hoa toc|mat|nhanh|lien tich|lien nganh|lien bo|phoi hop|hanh dong|thanh tra|huong dan|ket luan|chuyen de|hanh chinh|xu phat|xu phat hanh chinh|xu phat vi pham hanh chinh|ca biet|thi hanh|truy na|cuong che|phe duyet|bo nhiem|thanh lap|mtqg|muc tieu quoc gia';
const WORDS = SPELLINGS.map((spelling) => spelling.folded.replace(/ /g, '[ \\n]')).join('|');
const TYPE_WORD = new RegExp(`(${WORDS})((?:[ \\n](?:${QUALIFIERS})){0,2})[ \\n]?([-:(]?)[ \\n]?$`);
/** `Nghị quyết của Quốc hội số`, `Quyết định của Thủ tướng Chính phủ số`: the issuer stands inside. */
const WITH_ISSUER = new RegExp(`(${WORDS})[ \\n]cua[ \\n][^,.;:()\\f\\d]{2,45}$`);
/** `Luật Phòng, chống tham nhũng số`: a law's name stands between. */
const LAW_NAME = /(?:^|[^a-z])(bo[ \n]luat|luat|phap[ \n]lenh)[ \n][^.;:()\f\d"«»]{2,90}$/;
/** "luật" as the tail of another word: kỷ luật, pháp luật, quy luật. */
const NOT_A_LAW = /(?:^|[^a-z])(?:ky|phap|quy|trat|am|nien|dao)[ \n]$/;
const LAST_SYLLABLES = new Set(
  [...SPELLINGS.map((spelling) => spelling.folded), ...QUALIFIERS.split('|'), 'so'].map(
    (word) => word.split(' ').at(-1) ?? word,
  ),
);
const BACK = 72;
const LAW_BACK = 110;

/** The type word (or bare "số") that ends right before the number at `at`, or null. */
export function readTypeWord(folded: FoldedText, at: number, isLawCode: boolean): TypeWord | null {
  if (!isLawCode && !endsLikeTypeWord(folded.text, at)) return null;
  const numberWordAt = skipNumberWords(folded, at);
  const hasNumberWord = numberWordAt < at;
  const from = Math.max(0, numberWordAt - BACK);
  const window = folded.text.slice(from, numberWordAt);
  const match = TYPE_WORD.exec(window) ?? (hasNumberWord ? WITH_ISSUER.exec(window) : null);
  if (match?.[1] !== undefined && isWordStart(folded, from + match.index)) {
    const found = describe(folded, from + match.index, match[1], numberWordAt, at, match[3] ?? '');
    if (found !== null) return found;
  }
  const lawFrom = Math.max(0, numberWordAt - LAW_BACK);
  const law = isLawCode ? LAW_NAME.exec(folded.text.slice(lawFrom, numberWordAt)) : null;
  if (law?.[1] !== undefined) {
    const start = lawFrom + law.index + law[0].indexOf(law[1]);
    const found = describe(folded, start, law[1], numberWordAt, at);
    if (found !== null) return found;
  }
  return hasNumberWord ? bareNumberWord(numberWordAt) : null;
}

const APART_WINDOW = 64;
const APART_MIDDLE = /^(?:[ \n][a-z]{1,10}){1,7}[ \n]$/;
/** The sentence went on to something else between the word and "số". */
const APART_BREAK = /[ \n](?:tai|theo|va|voi|ban hanh|thuc hien|can cu|kem|da|la|van ban|cong van|khoi to)[ \n]/;

/** `Quyết định phê duyệt quy hoạch số 1234/QĐ-UBND`: the word of the code's own type, further before "số". */
export function readTypeWordApart(folded: FoldedText, numberWord: TypeWord, symbol: string): TypeWord {
  const from = Math.max(0, numberWord.start - APART_WINDOW);
  const window = folded.text.slice(from, numberWord.start);
  for (const { folded: word, type, isAbbreviation } of SPELLINGS) {
    if (isAbbreviation || !isSameType(type.symbol, symbol)) continue;
    const at = window.lastIndexOf(word);
    const middle = at < 0 ? '' : window.slice(at + word.length);
    if (!APART_MIDDLE.test(middle) || APART_BREAK.test(middle) || !isWordStart(folded, from + at)) continue;
    const found = describe(folded, from + at, word, numberWord.start, numberWord.start + 1);
    if (found?.isExact === true) return { ...found, hasNumberWord: true };
  }
  return numberWord;
}

/** `đã thông báo kết luận số 88-KL/TU`: a verb and a Kết luận, where the code says so; one type with a TB code. */
export function narrowTypeWord(word: TypeWord, symbol: string | null): TypeWord {
  const inner = word.word.split(' ').slice(-2).join(' ');
  if (symbol === null || word.word === inner || word.type === null || isSameType(word.type.symbol, symbol)) return word;
  const type = findTypeByWord(inner);
  if (type === null || !isSameType(type.symbol, symbol)) return word;
  return { ...word, type, word: inner, start: word.start + word.word.length - inner.length };
}

/** Where the number words (số, số số, số:) before `at` begin; `at` itself where there is none (`hồ sơ 12`, `sổ 12`). */
function skipNumberWords(folded: FoldedText, at: number): number {
  let end = at;
  for (let times = 0; times < 3; times += 1) {
    const match = NUMBER_WORD.exec(folded.text.slice(Math.max(0, end - 8), end));
    if (match === null) break;
    const start = end - (match[0].startsWith('so') ? match[0].length : match[0].length - 1);
    if (!/^s[oôố]$/i.test(composeSlice(folded, start, start + 2))) break;
    end = start;
  }
  return end;
}

function bareNumberWord(start: number): TypeWord {
  return {
    start,
    type: null,
    word: 'so',
    hasNumberWord: true,
    separator: '',
    isExact: true,
    isAbbreviation: false,
    isGlued: false,
    isCapital: false,
    isPlural: false,
  };
}

function describe(
  folded: FoldedText,
  start: number,
  matched: string,
  numberWordAt: number,
  at: number,
  separator = '',
): TypeWord | null {
  const word = matched.replaceAll('\n', ' ');
  const end = start + word.length;
  const printed = composeSlice(folded, start, end).replaceAll('\n', ' ');
  const small = printed.toLowerCase();
  const candidates = BY_FOLDED.get(word) ?? [];
  const exact = candidates.find((spelling) =>
    spelling.isAbbreviation ? printed === spelling.printed : small === spelling.printed,
  );
  const spelling = exact ?? candidates[0];
  if (spelling === undefined) return null;
  if (spelling.isAbbreviation) {
    // An abbreviation without capitals is a chance run of letters, unless it is whole and unmarked: ND, QD.
    if (exact === undefined && printed !== spelling.folded.toUpperCase()) return null;
    // `TB-507/X2` and `HD - 2886` are a product and a ship.
    if (folded.text.slice(end, numberWordAt).includes('-')) return null;
  }
  if (spelling.type.symbol === 'L' && NOT_A_LAW.test(folded.text.slice(Math.max(0, start - 7), start))) return null;
  return {
    // What stands in brackets is cited there: `Nghị quyết (số 15-NQ/TU)`.
    start: separator === '(' ? numberWordAt : start,
    type: spelling.type,
    word,
    hasNumberWord: numberWordAt < at,
    separator,
    isExact: exact !== undefined || small === spelling.folded,
    isAbbreviation: spelling.isAbbreviation,
    isGlued: end === at,
    isCapital: /^\p{Lu}/u.test(printed),
    isPlural: /(?:^|[^a-z])(?:cac|nhung|hai|ba|bon)[ \n]$/.test(folded.text.slice(Math.max(0, start - 8), start)),
  };
}

/** A cheap look at the syllable before the number, so that few numbers need the patterns. */
function endsLikeTypeWord(text: string, at: number): boolean {
  let end = at;
  while (end > 0 && at - end < 4 && isJoining(text.charCodeAt(end - 1))) end -= 1;
  let start = end;
  while (start > 0 && end - start < 8 && isLetter(text.charCodeAt(start - 1))) start -= 1;
  if (start === end) return false;
  const syllable = text.slice(start, end);
  if (LAST_SYLLABLES.has(syllable)) return true;
  // The word before may be glued on: `hiệnKế`, `thị35`, `Chính phủsố`.
  return syllable.endsWith('so') || end - start >= 6;
}

/** A blank, line end, or one of : . ( - */
function isJoining(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x3a || code === 0x2e || code === 0x28 || code === 0x2d;
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** A word begins after a sign or space, or where a small letter meets a capital: `thựchiệnKế hoạch`. */
function isWordStart(folded: FoldedText, start: number): boolean {
  if (start === 0 || !isLetter(folded.text.charCodeAt(start - 1))) return true;
  return (
    /\p{Ll}$/u.test(composeSlice(folded, start - 1, start)) && /^\p{Lu}/u.test(composeSlice(folded, start, start + 1))
  );
}

const LETTER_TYPES: ReadonlySet<string> = new Set([
  'CV',
  'TB',
  'CĐ',
  'KL',
  'BC',
  'TTr',
  'HD',
  'KH',
  'QĐ',
  'CTrPH',
  'CTr',
]);
const OLD_TYPES: ReadonlySet<string> = new Set(['NĐ', 'QĐ', 'CT', 'SL', 'TT', 'NQ', 'CV', 'L']);

/** Types whose codes may print an issuer and a unit instead of a type: `Công văn 910/UBND-DL1`. */
export function isLetterType(symbol: string): boolean {
  return LETTER_TYPES.has(symbol);
}

/** Types that once bore an issuer alone: `Nghị định 101/CP`, `Chỉ thị 327-CT`. */
export function isOldType(symbol: string): boolean {
  return OLD_TYPES.has(symbol);
}
