/**
 * Where in a folded text the things may begin that are looked for everywhere in it: numbers (find.ts), the words for bodies
 * (bodies.ts) and those that point back (back-reference.ts).
 *
 * One look over the text, three characters at a time, for all of them: a pattern of many words that is tried at every
 * letter takes several times as long. Of the words, what is found are places to try such a pattern at, most of them in
 * vain; none is missed. Taken while a text is folded, since its bytes are at hand then.
 */

export interface Landmarks {
  /** Where runs of digits begin, in order. */
  readonly numbers: readonly number[];
  /** Offsets, in order. */
  readonly bodies: readonly number[];
  /** Offsets of the gap before the word, in order. */
  readonly pointers: readonly number[];
}

/** How the words for bodies begin: `tỉnh ủy`, `hội đồng nhân dân`, `của`, `địa bàn` … */
const BODY_BEGINNINGS = ['tin', 'tha', 'thi', 'dan', 'hdn', 'hoi', 'ubn', 'uy ', 'uy\n', 'cua', 'tra', 'dia', 'toa'];
/** How the pointing words begin: `này`, `đó`, `nói trên`, `vừa nêu` … */
const POINTER_BEGINNINGS = ['na', 'do', 'ay', 'no', 'ne', 'ke', 'vu', 'da', 'tr'];

/** Those of a folded text, of which the first `length` of `codes` are the characters. */
export function findLandmarks(codes: Uint8Array, length: number): Landmarks {
  const numbers: number[] = [];
  const bodies: number[] = [];
  const pointers: number[] = [];
  let three = 0;
  for (let at = 0; at < length; at += 1) {
    three = push(three, codes[at] ?? 0);
    const kind = KINDS[three];
    if (kind === NONE) continue;
    if (kind === NUMBER) numbers.push(at);
    else if (kind === BODY) bodies.push(at - 2);
    else pointers.push(at - 2);
  }
  return { numbers, bodies, pointers };
}

const NONE = 0;
const BODY = 1;
const POINTER = 2;
const NUMBER = 3;

/** Five bits of each of the last three characters. */
function push(three: number, code: number): number {
  return ((three << 5) | (SIGNS[code] ?? 0)) & 0x7fff;
}

const DIGIT = 27;
/** A letter, one of the gaps, or a digit, whichever; 0 for the rest. */
const SIGNS = new Uint8Array(0x100);
[...'abcdefghijklmnopqrstuvwxyz'].forEach((letter, index) => {
  SIGNS[letter.charCodeAt(0)] = index + 1;
});
for (const digit of '0123456789') SIGNS[digit.charCodeAt(0)] = DIGIT;
for (const [index, gap] of [' ', '\n'].entries()) SIGNS[gap.charCodeAt(0)] = DIGIT + 1 + index;

const KINDS = new Uint8Array(0x8000);
for (let three = 0; three < KINDS.length; three += 1) {
  const isFirst = (three & 31) === DIGIT && ((three >> 5) & 31) !== DIGIT;
  if (isFirst) KINDS[three] = NUMBER;
}
for (const beginning of POINTER_BEGINNINGS) for (const gap of ' \n') KINDS[keyOf(gap + beginning)] = POINTER;
for (const beginning of BODY_BEGINNINGS) KINDS[keyOf(beginning)] = BODY;

function keyOf(three: string): number {
  return [...three].reduce((key, letter) => push(key, letter.charCodeAt(0)), 0);
}
