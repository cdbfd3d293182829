/**
 * The letters of fonts that pretended to be an encoding: what stands in a text typed for them, and what was meant.
 *
 * TCVN3 (ABC; TCVN 5712:1993, third form) gives each lower-case letter one byte and has no capitals with a tone: a font
 * such as .VnTimeH draws them. VNI writes a vowel and behind it a sign; a few letters stand alone. Both were shown
 * in Latin-1, which is how they arrive here. Text that was UTF-8 and got read as windows-1252 is the third of them.
 */

/** In the order in which they are believed where a line could be several: the letters of TCVN3 are the most easily mistaken. */
export const legacyEncodings = ['double-utf-8', 'vni', 'tcvn3'] as const;
export type LegacyEncoding = (typeof legacyEncodings)[number];

/** What stands at one place of a legacy text, and how many code units of it. */
export interface LegacyLetter {
  readonly letter: string;
  readonly units: number;
}

/** Runs of Latin-1 codes and the letters TCVN3 has there. */
const tcvn3Rows: readonly (readonly [first: number, letters: string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];

/** Base letters of VNI, the signs that follow each, and what the pairs mean; without a base, letters that stand alone. */
const vniRows: readonly (readonly [base: string, signs: string, letters: string])[] = [
  ['a', 'ùøûõï', 'áàảãạ'],
  ['a', 'âáàåãä', 'âấầẩẫậ'],
  ['a', 'êéèúüë', 'ăắằẳẵặ'],
  ['e', 'ùøûõï', 'éèẻẽẹ'],
  ['e', 'âáàåãä', 'êếềểễệ'],
  ['o', 'ùøûõï', 'óòỏõọ'],
  ['o', 'âáàåãä', 'ôốồổỗộ'],
  ['ô', 'ùøûõï', 'ớờởỡợ'],
  ['u', 'ùøûõï', 'úùủũụ'],
  ['ö', 'ùøûõï', 'ứừửữự'],
  ['y', 'ùøûõ', 'ýỳỷỹ'],
  ['', 'ôöñíìæóòî', 'ơưđíìỉĩịỵ'],
];

/** TCVN3 letter by the Latin-1 character it is shown as. The micro sign has a twin that editors swap in. */
export const tcvn3Letters: ReadonlyMap<string, string> = new Map([
  ...tcvn3Rows.flatMap(([first, letters]) =>
    [...letters].map((letter, at) => [String.fromCharCode(first + at), letter] as const),
  ),
  ['\u03bc', 'à'],
]);

/** VNI letter by one character or by a pair; a sign may be a capital or not, the base tells the letter's case. */
export const vniLetters: ReadonlyMap<string, string> = new Map(
  vniRows.flatMap(([base, signs, letters]) =>
    [...signs].flatMap((sign, at) => {
      const letter = letters[at] ?? '';
      const capital = letter.toUpperCase();
      const upper = sign.toUpperCase();
      const large = base.toUpperCase();
      if (base === '') return [[sign, letter] as const, [upper, capital] as const];
      return [
        [base + sign, letter] as const,
        [base + upper, letter] as const,
        [large + upper, capital] as const,
        [large + sign, capital] as const,
      ];
    }),
  ),
);

/** The letter at `at` of a text in `encoding`, null where the character stands for itself. */
export function readLegacyLetter(encoding: LegacyEncoding, text: string, at: number): LegacyLetter | null {
  return readers[encoding](text, at);
}

const readers: Readonly<Record<LegacyEncoding, (text: string, at: number) => LegacyLetter | null>> = {
  tcvn3: readTcvn3,
  vni: readVni,
  'double-utf-8': readTwiceEncoded,
};

const ASCII_LETTER = /[A-Za-z]/;
/** ơ with any tone, in TCVN3. */
const HORNED_O = /[\u00ac\u00ea-\u00ee]/;

/**
 * ư is the soft hyphen of Latin-1, which programs turn into a hyphen or drop. Before ơ both can be told: no syllable has
 * a hyphen there, and ơ never stands alone before c and ng.
 */
function readTcvn3(text: string, at: number): LegacyLetter | null {
  const printed = text.charAt(at);
  if (printed === '-') {
    const isHorn = HORNED_O.test(text.charAt(at + 1)) && /[A-Za-z\u00ae\u00a7]/.test(text.charAt(at - 1));
    return isHorn ? { letter: 'ư', units: 1 } : null;
  }
  const letter = tcvn3Letters.get(printed);
  if (letter === undefined) return null;
  if (HORNED_O.test(printed) && !/[-\u00ad\u00a6]/.test(text.charAt(at - 1)) && lostItsHorn(text, at + 1)) {
    return { letter: `ư${letter}`, units: 1 };
  }
  return { letter, units: 1 };
}

function lostItsHorn(text: string, at: number): boolean {
  const next = text.charAt(at);
  const end = next === 'c' ? at + 1 : next === 'n' && text.charAt(at + 1) === 'g' ? at + 2 : -1;
  return end !== -1 && !ASCII_LETTER.test(text.charAt(end));
}

function readVni(text: string, at: number): LegacyLetter | null {
  const pair = vniLetters.get(text.slice(at, at + 2));
  if (pair !== undefined && at + 1 < text.length) return { letter: pair, units: 2 };
  const alone = vniLetters.get(text.charAt(at));
  return alone === undefined ? null : { letter: alone, units: 1 };
}

/** What windows-1252 shows for the bytes 0x80 to 0x9F; the empty places stay control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function readTwiceEncoded(text: string, at: number): LegacyLetter | null {
  const lead = byteOf(text.charAt(at));
  const second = followerOf(text, at + 1, lead);
  if (second === -1) return null;
  if (lead >= 0xc2 && lead <= 0xdf) {
    return { letter: String.fromCharCode(((lead & 0x1f) << 6) | second), units: 2 };
  }
  const third = followerOf(text, at + 2, lead);
  if (third === -1 || lead < 0xe0 || lead > 0xef) return null;
  const code = ((lead & 0x0f) << 12) | (second << 6) | third;
  return code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? null : { letter: String.fromCharCode(code), units: 3 };
}

/** The six bits of a byte that continues a letter, -1 for another. The no-break space behind Ã (à) may have become a space. */
function followerOf(text: string, at: number, lead: number): number {
  const printed = text.charAt(at);
  const byte = printed === ' ' && lead === 0xc3 ? 0xa0 : byteOf(printed);
  return byte >= 0x80 && byte <= 0xbf ? byte & 0x3f : -1;
}

function byteOf(printed: string): number {
  if (printed === '') return -1;
  const code = printed.charCodeAt(0);
  if (code <= 0xff) return code;
  const at = WINDOWS_1252.indexOf(printed);
  return at === -1 ? -1 : 0x80 + at;
}
