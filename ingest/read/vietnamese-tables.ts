/**
 * Single-byte encodings of Vietnamese whose high bytes stand for whole letters: TCVN 5712 with all its capitals, and VPS.
 *
 * TCVN 5712:1993 puts the toned capitals where Windows has quotes and dashes, and most texts that are called TCVN were typed for a
 * font that has none of them (core/citations/legacy-letters.ts): there such a byte is the sign that Windows shows. The word
 * that it begins tells which. VPS is the encoding of the Vietnamese Professionals Society, a table of its own.
 */
import iconv from 'iconv-lite';
import { isSyllable } from '../../core/citations/syllable.ts';

/**
 * Bytes of TCVN 5712 as text, the signs of Windows where they make no word.
 * @example readTcvn(Buffer.from([0x9e, 0x79])) // 'Ủy', where windows-1252 has 'žy'
 */
export function readTcvn(bytes: Buffer): string {
  const text = iconv.decode(bytes, 'tcvn');
  let read = '';
  let from = 0;
  for (const { at, shown } of capitalsOf(bytes)) {
    if (isWordThere(text, at, shown)) continue;
    read += text.slice(from, at) + shown;
    from = at + 1;
  }
  return read + text.slice(from);
}

/** Whether toned capitals of TCVN 5712 begin words of the text: no font has them, so that it must be read by its table. */
export function holdsTcvnCapitals(bytes: Buffer): boolean {
  const text = iconv.decode(bytes, 'tcvn');
  for (const { at, shown } of capitalsOf(bytes)) if (isWordThere(text, at, shown)) return true;
  return false;
}

/** VPS as text. */
export function readVps(bytes: Buffer): string {
  return [...bytes].map((byte) => vpsLetters.get(byte) ?? String.fromCharCode(byte)).join('');
}

/** Where bytes stand that Windows has signs for and TCVN 5712 capitals; one byte is one character in both. */
function* capitalsOf(bytes: Buffer): Generator<{ readonly at: number; readonly shown: string }> {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80 && byte <= 0x9f) yield { at, shown: WINDOWS_1252.charAt(byte - 0x80) };
  }
}

const WINDOWS_1252 = iconv.decode(Buffer.from(Array.from({ length: 32 }, (_, at) => at + 0x80)), 'windows-1252');
/** Longer than any syllable. */
const WORD = /\p{L}{1,9}/uy;
/** Dots, quotes, the bullet, dashes and ™ of Windows. */
const signs: ReadonlySet<string> = new Set('…‘’“”•–—™');

/**
 * A capital and small letters, or capitals only, that are a syllable, with no letter before them; a quote or a dash
 * stands before and behind words, so that what is beside it must be none.
 */
function isWordThere(text: string, at: number, shown: string): boolean {
  const before = /[\p{L}\d]*$/u.exec(text.slice(Math.max(0, at - LONGEST), at))?.[0] ?? '';
  WORD.lastIndex = at - before.length;
  const word = WORD.exec(text)?.[0] ?? '';
  const isOfOneCase = before === '' ? /^\p{Lu}(?:\p{Ll}+|\p{Lu}+)$/u.test(word) : /^\p{Lu}+$/u.test(word);
  if (!isOfOneCase || !isSyllable(word)) return false;
  const isWordAlone = (part: string): boolean => part === '' || isSyllable(part);
  return !signs.has(shown) || !isWordAlone(before) || !isWordAlone(word.slice(before.length + 1));
}

const LONGEST = 8;

/** First byte of a run, and the letters from there on; a dot stands for a byte that is no letter. */
const vpsRows: readonly (readonly [first: number, letters: string])[] = [
  [0x02, 'ẠẬẶẸỆ'],
  [0x10, 'ỊỌỘỢỤỰ'],
  [0x19, 'Ỵ'],
  [0x1c, 'ẪỮ'],
  [0x80, 'ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ‘’ỀỂỄỐỒỔỖýỷỵỚỜỞ'],
  [0xa0, '.ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự'],
  [0xc0, 'ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ.'],
  [0xe0, 'àáâãảạă.èéêẽìí.ĩẴĐòóôõ.Ơụùúủ.ỶẼỳ'],
];

const vpsLetters: ReadonlyMap<number, string> = new Map(
  vpsRows.flatMap(([first, letters]) =>
    [...letters].flatMap((letter, at) => (letter === '.' ? [] : [[first + at, letter] as const])),
  ),
);
