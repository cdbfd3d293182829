/**
 * The spellings of type words, and where in a folded text one ends: `nghị quyết`, `QĐ`, `công văn khẩn`,
 * `Quyết định của Thủ tướng`.
 *
 * Found by the fold alone; whether the print bears the right marks is for type-word.ts to say.
 */
import { type DocumentType, documentTypes } from './document-types.ts';
import { composeSlice, type FoldedText, foldKey } from './fold.ts';
import { isGap, isLetter, startOfLetters } from './letters.ts';
import { wordEnds } from './words-at.ts';

/** One way to write a type's name; `folded` is how texts are searched for it. */
export interface Spelling {
  readonly folded: string;
  readonly printed: string;
  readonly type: DocumentType;
  readonly isAbbreviation: boolean;
}

/** All of them, the longest first. */
export const spellings: readonly Spelling[] = documentTypes
  .flatMap((type) => [
    ...type.words.map((printed) => ({ folded: foldKey(printed), printed, type, isAbbreviation: false })),
    ...type.shorts.map((printed) => ({ folded: foldKey(printed), printed, type, isAbbreviation: true })),
  ])
  .sort((a, b) => b.folded.length - a.folded.length);

const BY_FOLDED = new Map(
  spellings.map(({ folded }) => [folded, spellings.filter((spelling) => spelling.folded === folded)]),
);
/** Words that may stand between the type and the number without changing the type. */
const QUALIFIERS =
  'khan|hoa toc|mat|nhanh|lien tich|lien nganh|lien bo|phoi hop|hanh dong|thanh tra|huong dan|ket luan|chuyen de|hanh chinh|xu phat|xu phat hanh chinh|xu phat vi pham hanh chinh|ca biet|thi hanh|truy na|cuong che|phe duyet|bo nhiem|thanh lap|mtqg|muc tieu quoc gia';
// Old prints join syllables by dashes: `Nghị-định`, `Sắc-lệnh`. Scanners make a j of ị: `Nghj quyết`.
const WORDS = spellings.map(({ folded }) => folded.replace(/ /g, '[ \\n-]').replaceAll('i', '[ij]')).join('|');
const TYPE_WORD = new RegExp(`(${WORDS})((?:[ \\n](?:${QUALIFIERS})){0,2})[ \\n]?([-:(.]?)[ \\n]?$`);
/** `Nghị quyết của Quốc hội số`, `CV của LĐLĐ huyện: số`: the issuer stands between the word and the number. */
const WITH_ISSUER = new RegExp(`(${WORDS})[ \\n]cua[ \\n][^,.;:()\\f\\d]{2,45}(:[ \\n]?)?$`);
const LAST_OF_QUALIFIERS: ReadonlySet<string> = new Set(QUALIFIERS.split('|').map(lastSyllable));
/** The longest first, as in the pattern. */
const BY_LAST_SYLLABLE: ReadonlyMap<string, readonly Spelling[]> = new Map(
  spellings
    .map(({ folded }) => lastSyllable(folded))
    .map((last) => [last, spellings.filter(({ folded }) => lastSyllable(folded) === last)]),
);
const LAST_SYLLABLES: ReadonlySet<string> = new Set([...BY_LAST_SYLLABLE.keys(), ...LAST_OF_QUALIFIERS]);
const ENDS = wordEnds([...spellings.map(({ folded }) => folded), ...QUALIFIERS.split('|')]);
const ENDS_OR_NUMBER = wordEnds([...spellings.map(({ folded }) => folded), ...QUALIFIERS.split('|'), 'so']);
const BACK = 72;

/** The type word before `end`: most stand right there; behind words of another kind the patterns look for it. */
export function matchTypeWord(folded: FoldedText, end: number, hasNumberWord: boolean): MatchedWord | null {
  const plain = matchPlainWord(folded, end);
  if (plain !== null) return plain;
  const from = Math.max(0, end - BACK);
  const window = folded.text.slice(from, end);
  const typed = ENDS(folded.text, skipJoining(folded.text, end)) ? matchWord(folded, TYPE_WORD, from, window) : null;
  if (typed !== null || !hasNumberWord || !window.includes('cua')) return typed;
  const named = matchWord(folded, WITH_ISSUER, from, window);
  return named === null ? null : { ...named, isApart: true };
}

/** `nghị quyết` with one gap behind it, and nothing that the patterns could read further back. */
function matchPlainWord(folded: FoldedText, end: number): MatchedWord | null {
  const text = folded.text;
  if (!isGap(text.charCodeAt(end - 1))) return null;
  const last = text.slice(startOfLetters(text, end - 1), end - 1);
  if (LAST_OF_QUALIFIERS.has(last)) return null;
  for (const { folded: word } of BY_LAST_SYLLABLE.get(last) ?? []) {
    const start = end - 1 - word.length;
    // `Sắc-lệnh` is one word in old print; a line end may part the syllables of `Pháp lệnh`.
    const isWhole = start >= 0 && text[start - 1] !== '-' && standsAt(text, start, word);
    if (isWhole && isWordStart(folded, start))
      return { start, word: text.slice(start, end - 1), separator: '', isApart: false };
  }
  return null;
}

function standsAt(text: string, start: number, word: string): boolean {
  if (text.startsWith(word, start)) return true;
  const printed = text.slice(start, start + word.length);
  return printed.includes('\n') && printed.replaceAll('\n', ' ') === word;
}

/** The spellings that fold to `word`: Thông tư and Thông tri are two words, TT one for both. */
export function spellingsOf(word: string): readonly Spelling[] {
  return BY_FOLDED.get(word) ?? [];
}

export interface MatchedWord {
  readonly start: number;
  readonly word: string;
  readonly separator: string;
  /** The issuer is named between the word and "số". */
  readonly isApart: boolean;
}

/** The first match that begins with a word: `UBND Hướng dẫn` holds no `NĐ hướng dẫn`. */
function matchWord(folded: FoldedText, pattern: RegExp, from: number, window: string): MatchedWord | null {
  for (let skipped = 0; skipped < window.length; ) {
    const match = pattern.exec(window.slice(skipped));
    if (match?.[1] === undefined) return null;
    const start = from + skipped + match.index;
    if (isWordStart(folded, start))
      return { start, word: match[1], separator: (match[3] ?? match[2])?.trim() ?? '', isApart: false };
    skipped += match.index + 1;
  }
  return null;
}

/** A quick look before the number for a type word or "số", so that few numbers need the patterns. */
export function endsLikeTypeWord(text: string, at: number): boolean {
  const end = skipJoining(text, at);
  if (!ENDS_OR_NUMBER(text, end)) return false;
  const start = startOfLetters(text, end, 8);
  // The word before may be glued on: `hiệnKế`, `thị35`, `Chính phủsố`; to a short one it is no word of its own.
  if (end - start >= 6) return true;
  const syllable = text.slice(start, end);
  return LAST_SYLLABLES.has(syllable) || syllable.endsWith('so') || syllable.includes('j');
}

/** Where the word ends that may be joined to what begins at `at` by blanks and signs. */
function skipJoining(text: string, at: number): number {
  let end = at;
  while (end > 0 && at - end < 4 && isJoining(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/** A blank, line end, or one of : . ( - */
function isJoining(code: number): boolean {
  return isGap(code) || code === 0x3a || code === 0x2e || code === 0x28 || code === 0x2d;
}

function lastSyllable(words: string): string {
  return words.slice(words.lastIndexOf(' ') + 1);
}

/** A word begins after a sign or space, or where a small letter meets a capital: `thựchiệnKế hoạch`. */
export function isWordStart(folded: FoldedText, start: number): boolean {
  if (start === 0 || !isLetter(folded.text.charCodeAt(start - 1))) return true;
  return (
    /\p{Ll}$/u.test(composeSlice(folded, start - 1, start)) && /^\p{Lu}/u.test(composeSlice(folded, start, start + 1))
  );
}
