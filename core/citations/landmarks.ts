/**
 * Where in a folded text the words may begin that are looked for everywhere in it: those for bodies (bodies.ts) and those
 * that point back (back-reference.ts).
 *
 * One look over the text, three letters at a time, for all of them: a pattern of many words that is tried at every letter
 * takes several times as long. What is found are places to try such a pattern at, most of them in vain; none is missed.
 * Taken while a text is folded, since its bytes are at hand then.
 */

export interface Landmarks {
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
  const bodies: number[] = [];
  const pointers: number[] = [];
  let three = 0;
  for (let at = 0; at < length; at += 1) {
    three = pushLetter(three, codes[at] ?? 0);
    const kind = KINDS[three];
    if (kind === NONE) continue;
    if (kind === BODY) bodies.push(at - 2);
    else pointers.push(at - 2);
  }
  return { bodies, pointers };
}

const NONE = 0;
const BODY = 1;
const POINTER = 2;

/** Five bits of each of the last three characters; some characters share theirs, so that a place too many is found. */
function pushLetter(three: number, code: number): number {
  return ((three << 5) | (code & 31)) & 0x7fff;
}

const KINDS = new Uint8Array(0x8000);
for (const beginning of POINTER_BEGINNINGS) for (const gap of ' \n') KINDS[keyOf(gap + beginning)] = POINTER;
for (const beginning of BODY_BEGINNINGS) KINDS[keyOf(beginning)] = BODY;

function keyOf(three: string): number {
  return [...three].reduce((key, letter) => pushLetter(key, letter.charCodeAt(0)), 0);
}
