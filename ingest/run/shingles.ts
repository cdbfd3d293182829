/**
 * How alike the wordings of two texts are, told from 128 numbers of each instead of the texts: MinHash over runs of five
 * syllables (A. Broder, On the resemblance and containment of documents, 1997).
 *
 * For reprints: the same report with another heading, a new lead, a paragraph less. Case, accents, marks and numbers of
 * blanks do not count, for portals lose and misplace them. What becomes of two texts that are alike is for the run and
 * the archive (core/archive/copies.ts); the numbers are kept there, so a change here asks for new ones of all articles.
 */

/** Empty for a text too short to be told apart, else 128 numbers. */
export type TextSignature = Uint32Array;

/** From this estimate on two texts are copies: a report of 400 syllables with one sentence of 20 exchanged has 0.89. */
export const COPY_SIMILARITY = 0.8;

const RUN = 5;
const NUMBERS = 128;
/** Fewer runs than these, and a form letter or a notice would be a copy of every other. */
const LEAST_RUNS = 40;
/** At most this much of a text counts, in characters. */
const LOOKED_AT = 200_000;
/**
 * 21 bands of 6 numbers: two texts share one in 99.8 of 100 cases at a similarity of 0.8, in 2 of 100 at 0.3. The last
 * two numbers serve the estimate only.
 */
const BANDS = 21;
const BAND_NUMBERS = 6;

const seeds = Uint32Array.from({ length: NUMBERS }, (_, index) => mix(Math.imul(index + 1, 0x9e3779b9)));

/** The numbers of a text: plain text of any length, in any normal form. */
export function signatureOf(text: string): TextSignature {
  const runs = runsOf(text);
  if (runs.size < LEAST_RUNS) return new Uint32Array();
  const signature = new Uint32Array(NUMBERS).fill(0xffffffff);
  for (const run of runs) {
    for (let index = 0; index < NUMBERS; index += 1) {
      const number = mix(run ^ (seeds[index] ?? 0));
      if (number < (signature[index] ?? 0)) signature[index] = number;
    }
  }
  return signature;
}

/**
 * Estimated share of runs that two texts have in common, 0 to 1, give or take 0.05; 0 where one of them is too short.
 *
 * @example similarity(signatureOf(report), signatureOf(reprint)) >= COPY_SIMILARITY
 */
export function similarity(one: TextSignature, other: TextSignature): number {
  if (one.length !== NUMBERS || other.length !== NUMBERS) return 0;
  let same = 0;
  for (let index = 0; index < NUMBERS; index += 1) if (one[index] === other[index]) same += 1;
  return same / NUMBERS;
}

/** Keys to find a text's likely copies by: texts that share none are not worth comparing. None for one too short. */
export function bandKeys(signature: TextSignature): readonly string[] {
  if (signature.length !== NUMBERS) return [];
  return Array.from({ length: BANDS }, (_, band) => {
    const numbers = signature.subarray(band * BAND_NUMBERS, (band + 1) * BAND_NUMBERS);
    const key = numbers.reduce((hash, number) => mix(Math.imul(hash, 31) ^ number), band);
    return `${band}-${key.toString(16).padStart(8, '0')}`;
  });
}

/** Each run of five syllables as one number. */
function runsOf(text: string): ReadonlySet<number> {
  const syllables = foldSyllables(text).map(hashText);
  const runs = new Set<number>();
  for (let at = 0; at + RUN <= syllables.length; at += 1) {
    runs.add(syllables.slice(at, at + RUN).reduce((hash, syllable) => mix(Math.imul(hash, 31) ^ syllable), 0));
  }
  return runs;
}

function foldSyllables(text: string): readonly string[] {
  const plain = text.slice(0, LOOKED_AT).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** FNV-1a over UTF-16 units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finisher of MurmurHash3: a permutation of the 32-bit numbers, so that no two runs meet in one. */
function mix(number: number): number {
  let mixed = number;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
