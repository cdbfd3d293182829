/**
 * Reads backwards from a number to the type word that a citation begins with: `Nghị quyết số`, `Công văn khẩn số:`,
 * `QĐ`, `Luật Đất đai số`, `số số`.
 *
 * The word must be spelled with its marks (or wholly without) where it has to carry a citation alone: `để ăn 3` folds
 * to `đề án 3`. Codes with letters are surer, so a damaged word is let through there (`isExact` false).
 */
import { type DocumentType, findTypeByWord, isSameType } from './document-types.ts';
import { composeSlice, type FoldedText } from './fold.ts';
import { isGap, isLetter, startOfLetters } from './letters.ts';
import { remembered } from './remembered.ts';
import {
  endsLikeTypeWord,
  isWordStart,
  matchTypeWord,
  type Spelling,
  spellings,
  spellingsOf,
} from './type-spelling.ts';

export interface TypeWord {
  /** Folded offset of the type word, or of "số" where only that is printed or a bracket is open. */
  readonly start: number;
  /** Where the surface begins: at "số" where the issuer stands between it and the word, else at `start`. */
  readonly surface: number;
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

/** `Luật Phòng, chống tham nhũng số`: a law's name stands between. */
const LAW_NAME = /(?:^|[^a-z])(bo[ \n]luat|luat|phap[ \n]lenh)[ \n][^.;:()\f\d"«»]{2,90}$/;
/** "luật" as the tail of another word: kỷ luật, pháp luật, quy luật. */
const NOT_A_LAW = /(?:^|[^a-z])(?:ky|phap|quy|trat|am|nien|dao|sac)[ \n-]$/;
const LAW_BACK = 110;

/** The type word (or bare "số") that ends right before the number at `at`, or null. */
export function readTypeWord(folded: FoldedText, at: number, isLawCode: boolean): TypeWord | null {
  if (!isLawCode && !endsLikeTypeWord(folded.text, at)) return null;
  const numberWordAt = skipNumberWords(folded, at);
  const hasNumberWord = numberWordAt < at;
  const printed = matchTypeWord(folded, numberWordAt, hasNumberWord);
  if (printed !== null) {
    const found = describe(folded, printed.start, printed.word, numberWordAt, at, printed.separator);
    if (found !== null) return printed.isApart ? { ...found, surface: numberWordAt } : found;
  }
  const lawFrom = Math.max(0, numberWordAt - LAW_BACK);
  const law = isLawCode ? LAW_NAME.exec(folded.text.slice(lawFrom, numberWordAt)) : null;
  if (law?.[1] !== undefined) {
    // A heading of the same name on the line above is none of it.
    const again = /^[\s\S]*(?<![^a-z]bo|^bo)\n(bo[ \n]luat|luat|phap[ \n]lenh)[ \n]/.exec(law[0]);
    const word = again?.[1] ?? law[1];
    const named = lawFrom + law.index + (again === null ? law[0].indexOf(word) : again[0].length - 1 - word.length);
    const amending = findAmending(folded.text, named);
    const start = amending?.start ?? named;
    const found = describe(folded, start, amending?.word ?? word, numberWordAt, at);
    if (found !== null) return found;
  }
  return hasNumberWord ? bareNumberWord(numberWordAt) : null;
}

/** `Luật sửa đổi, bổ sung một số điều của 10 luật có liên quan …`: the name began before the law it amends, at `named`. */
function findAmending(text: string, named: number): { readonly start: number; readonly word: string } | null {
  if (!/(?:cua|va|,)[ \n](?:\d{1,2}[ \n])?$/.test(text.slice(Math.max(0, named - 8), named))) return null;
  const from = Math.max(0, named - AMENDING_BACK);
  const match = AMENDING.exec(text.slice(from, named));
  return match?.[1] === undefined ? null : { start: from + match.index + match[0].indexOf(match[1]), word: match[1] };
}

const AMENDING =
  /(?:^|[^a-z])(bo[ \n]luat|luat|phap[ \n]lenh)[ \n](?:sua[ \n]doi|bo[ \n]sung)[^.;:()\f\d"«»]{0,300}(?:\d{1,2}[ \n])?$/;
const AMENDING_BACK = 320;

const APART_WINDOW = 64;
const APART_MIDDLE = /^(?:[ \n][a-z]{1,10}){1,7}[ \n]$/;
/** The sentence went on to something else between the word and "số". */
const APART_BREAK =
  /[ \n](?:tai|theo|va|voi|gom|nhu|co|cua|ban hanh|thuc hien|can cu|kem|da|la|van ban|cong van|khoi to)[ \n]/;

/** `Quyết định phê duyệt quy hoạch số 1234/QĐ-UBND`: the word of the code's own type, further before "số". */
export function readTypeWordApart(folded: FoldedText, numberWord: TypeWord, symbol: string): TypeWord {
  const from = Math.max(0, numberWord.start - APART_WINDOW);
  const window = folded.text.slice(from, numberWord.start);
  for (const word of wordsOf(symbol)) {
    const at = window.lastIndexOf(word);
    if (at < 0) continue;
    const middle = window.slice(at + word.length);
    if (!APART_MIDDLE.test(middle) || APART_BREAK.test(middle) || isRangeHead(folded, numberWord.start)) continue;
    if (!isWordStart(folded, from + at)) continue;
    const found = describe(folded, from + at, word, numberWord.start, numberWord.start + 1);
    if (found?.isExact === true) return { ...found, hasNumberWord: true };
  }
  return numberWord;
}

/** The words that may name a type, as folded, the longest first. */
const wordsOf: (symbol: string) => readonly string[] = remembered((symbol) =>
  spellings
    .filter(({ type, isAbbreviation }) => !isAbbreviation && isSameType(type.symbol, symbol))
    .map(({ folded }) => folded),
);

/** `nghị quyết từ số 15/NQ-HĐND`: "từ" opens a range; `đầu tư số` folds alike. */
function isRangeHead(folded: FoldedText, at: number): boolean {
  return /(?:^|[ \n])từ[ \n]$/u.test(composeSlice(folded, Math.max(0, at - 5), at));
}

/** `đã thông báo kết luận số 88-KL/TU`: a verb and a Kết luận, where the code says so; one type with a TB code. */
export function narrowTypeWord(word: TypeWord, symbol: string | null): TypeWord {
  if (symbol === null || word.type === null || isSameType(word.type.symbol, symbol)) return word;
  const inner = word.word.split(' ').slice(-2).join(' ');
  if (word.word === inner) return word;
  const type = findTypeByWord(inner);
  if (type === null || !isSameType(type.symbol, symbol)) return word;
  const start = word.start + word.word.length - inner.length;
  return { ...word, type, word: inner, start, surface: Math.max(start, word.surface) };
}

/** Where the number words (số, số số, số:) before `at` begin; `at` itself where there is none (`hồ sơ 12`, `sổ 12`). */
function skipNumberWords(folded: FoldedText, at: number): number {
  let end = at;
  for (let times = 0; times < 3; times += 1) {
    const start = startOfNumberWord(folded.text, end);
    if (start < 0) break;
    // `só` and `sô` are slips; `sổ` is a register.
    if (!/^s[oôốóồ]$/i.test(composeSlice(folded, start, start + 2))) break;
    end = start;
  }
  return end;
}

/** Where `so`, `so:`, `so. ` ending at `end` begins; -1 where another word or none stands there. */
function startOfNumberWord(text: string, end: number): number {
  let at = isGap(text.charCodeAt(end - 1)) ? end - 1 : end;
  if (':.'.includes(text[at - 1] ?? ' ')) at -= 1;
  if (isGap(text.charCodeAt(at - 1))) at -= 1;
  const isWord = text[at - 1] === 'o' && text[at - 2] === 's' && !isLetter(text.charCodeAt(at - 3));
  return isWord ? at - 2 : -1;
}

function bareNumberWord(start: number): TypeWord {
  return {
    start,
    surface: start,
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
  const end = start + matched.length;
  const spelled = spell(matched)(composeSlice(folded, start, end));
  if (spelled === null) return null;
  const { word, spelling, isExact, isCapital } = spelled;
  // `TB-507/X2` and `HD - 2886` are a product and a ship.
  if (spelling.isAbbreviation && folded.text.slice(end, numberWordAt).includes('-')) return null;
  if (separator === '.' && (at - end !== 1 || !spelling.isAbbreviation || !DOTTED.has(spelling.printed))) return null;
  if (spelling.type.symbol === 'L' && NOT_A_LAW.test(folded.text.slice(Math.max(0, start - 7), start))) return null;
  // What stands in brackets is cited there: `Nghị quyết (số 15-NQ/TU)`.
  const begins = separator === '(' ? numberWordAt : start;
  return {
    start: begins,
    surface: begins,
    type: spelling.type,
    word,
    hasNumberWord: numberWordAt < at,
    separator,
    isExact,
    isAbbreviation: spelling.isAbbreviation,
    isGlued: end === at,
    isCapital,
    isPlural: PLURALS.has(wordBefore(folded.text, start)),
  };
}

/** `NĐ.33`, `QĐ.149`; other letters behind which a dot stands are a road's (CT.21) or a ship's. */
const DOTTED: ReadonlySet<string> = new Set(['NĐ', 'QĐ', 'NQ', 'TTLT']);

interface SpelledWord extends Pick<TypeWord, 'word' | 'isExact' | 'isCapital'> {
  readonly spelling: Spelling;
}

/** What the print makes of a word as it was matched; null where it is no type word in that print. */
const spell: (matched: string) => (printed: string) => SpelledWord | null = remembered((matched) =>
  remembered((printed) => spellWord(matched, printed.replace(/[\n-]/g, ' ')), 64),
);

function spellWord(matched: string, printed: string): SpelledWord | null {
  const word = matched.replace(/[\n-]/g, ' ').replaceAll('j', 'i');
  const small = printed.toLowerCase();
  const candidates = spellingsOf(word);
  const exact = candidates.find((spelling) =>
    spelling.isAbbreviation
      ? printed === spelling.printed || (SMALL_ABBREVIATIONS.has(printed) && small === spelling.printed.toLowerCase())
      : small === spelling.printed,
  );
  const spelling = exact ?? candidates[0];
  if (spelling === undefined) return null;
  const isUnmarked = small === spelling.folded;
  // `ket-luan-19-kl-ttr` is an address.
  if (isUnmarked && matched.includes('-')) return null;
  // An abbreviation without capitals is a chance run of letters, unless it is whole and unmarked: ND, QD.
  const isSpelledSmall = SMALL_BEFORE_LETTERS.has(printed);
  if (spelling.isAbbreviation && exact === undefined && printed !== spelling.folded.toUpperCase() && !isSpelledSmall)
    return null;
  return {
    word,
    spelling,
    isExact: exact !== undefined || (isUnmarked && !isSpelledSmall),
    isCapital: printed[0] !== small[0],
  };
}

/** What readers type in haste and no other word is: `nđ 168 thay nđ 100`. */
const SMALL_ABBREVIATIONS: ReadonlySet<string> = new Set(['nđ', 'nq', 'qđ', 'ttlt']);

/** Other words too, which only the letter's code behind them tells apart: `cv 4177/BNV-TCBC`, `400 cv`. */
const SMALL_BEFORE_LETTERS: ReadonlySet<string> = new Set(['cv', 'vb', 'tt']);

const PLURALS: ReadonlySet<string> = new Set(['cac', 'nhung', 'hai', 'ba', 'bon']);

/** The syllable before `at` and one gap; empty where none stands there. */
function wordBefore(text: string, at: number): string {
  return isGap(text.charCodeAt(at - 1)) ? text.slice(startOfLetters(text, at - 1, 8), at - 1) : '';
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
const OLD_TYPES: ReadonlySet<string> = new Set([
  'NĐ',
  'QĐ',
  'CT',
  'SL',
  'SLt',
  'TT',
  'TTLB',
  'TTLT',
  'NQ',
  'CV',
  'L',
  'PL',
]);

/** Types whose codes may print an issuer and a unit instead of a type: `Công văn 910/UBND-DL1`. */
export function isLetterType(symbol: string): boolean {
  return LETTER_TYPES.has(symbol);
}

/** Types that once bore an issuer alone: `Nghị định 101/CP`, `Chỉ thị 327-CT`. */
export function isOldType(symbol: string): boolean {
  return OLD_TYPES.has(symbol);
}
