/**
 * What a line tells of its own encoding: words for and against each reading.
 *
 * A word speaks for a reading that makes a Vietnamese syllable of what is none as given (`quyÕt`, `quyeát`), and against
 * one that makes none; a word that is one either way (`sè`, `soá`) says nothing. Each word counts once a line.
 */
import { type LegacyEncoding, legacyEncodings, readLegacyLetter } from './legacy-letters.ts';
import { isSyllable } from './syllable.ts';

export interface Scales {
  readonly pro: number;
  readonly contra: number;
}
export type Evidence = Readonly<Record<LegacyEncoding, Scales>>;

/** `ordinary`: every reading is contradicted; `open`: the line does not tell. */
export type Verdict = LegacyEncoding | 'ordinary' | 'open';

/** What words weighed before: reports repeat theirs. */
export interface WordMemory {
  readonly tcvn3: Map<string, number>;
  readonly vni: Map<string, number>;
}

/** Weighs a line as given; only its first words are looked at, a line tells what it is long before. */
export function weighLine(line: string, memory: WordMemory): Evidence {
  const start = line.length > MAX_LINE ? line.slice(0, MAX_LINE) : line;
  const words = /[<&]/.test(start) ? start.replace(MARKUP, ' ') : start;
  return {
    tcvn3: weighWords(words, 'tcvn3', memory.tcvn3),
    vni: weighWords(words, 'vni', memory.vni),
    'double-utf-8': weighSequences(words),
  };
}

export function tellVerdict(evidence: Evidence): Verdict {
  const margin = (encoding: LegacyEncoding): number => evidence[encoding].pro - evidence[encoding].contra;
  let best: LegacyEncoding | null = null;
  for (const encoding of legacyEncodings) {
    if (isEnough(evidence[encoding]) && (best === null || margin(encoding) > margin(best))) best = encoding;
  }
  if (best !== null) return best;
  return legacyEncodings.every((encoding) => margin(encoding) < 0) ? 'ordinary' : 'open';
}

export function sumEvidence(all: readonly Evidence[]): Evidence {
  const sum = (encoding: LegacyEncoding): Scales => ({
    pro: all.reduce((total, evidence) => total + evidence[encoding].pro, 0),
    contra: all.reduce((total, evidence) => total + evidence[encoding].contra, 0),
  });
  return { tcvn3: sum('tcvn3'), vni: sum('vni'), 'double-utf-8': sum('double-utf-8') };
}

/** Vietnamese letters that Latin-1 lacks, and the marks of decomposed ones. */
export function isBeyondLatin1(code: number): boolean {
  return code < 0x1b1 ? BEYOND[code] === 1 : (code >= 0x1ea0 && code <= 0x1ef9) || (code >= 0x300 && code <= 0x323);
}

const BEYOND = new Uint8Array(0x1b1);
for (const letter of 'ĂăĐđĨĩŨũƠơƯư') BEYOND[letter.charCodeAt(0)] = 1;

const NOTHING: Scales = { pro: 0, contra: 0 };
const MAX_LINE = 8000;
const MAX_REMEMBERED = 20_000;
const MAX_WORD = 16;
const MARKUP = /<[a-z!/][^<>]{0,300}>|&#?\w{2,8};/gi;

/** Letters of a word as each encoding shows them; a hyphen before ơ is a lost ư. */
const WORDS = {
  tcvn3:
    /(?:[\u0300-\u0323A-Za-z\u00a1-\u00af\u00b5-\u00b9\u00bb-\u00be\u00c0-\u00ff\u0100-\u024f\u03bc\u1ea0-\u1ef9]|-(?=[\u00ac\u00ea-\u00ee]))+/g,
  vni: /[\u0300-\u0323A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1ea0-\u1ef9]+/g,
} as const;

/** Two words that only the reading explains, and at least twice as many as contradict it. */
function isEnough({ pro, contra }: Scales): boolean {
  return pro >= 2 && pro >= 2 * contra;
}

function weighWords(line: string, encoding: 'tcvn3' | 'vni', memory: Map<string, number>): Scales {
  let pro = 0;
  let contra = 0;
  const words = line.match(WORDS[encoding]);
  if (words === null) return NOTHING;
  for (const word of new Set(words)) {
    const weight = memory.get(word) ?? weighWord(word, encoding);
    if (memory.size >= MAX_REMEMBERED) memory.clear();
    memory.set(word, weight);
    if (weight > 0) pro += weight;
    else contra -= weight;
  }
  return { pro, contra };
}

/** Positive for the reading, negative against it. */
function weighWord(word: string, encoding: 'tcvn3' | 'vni'): number {
  if (word.length > MAX_WORD) return -1;
  if (/^[A-Za-z]+$/.test(word)) return word === word.toUpperCase() || isSyllable(word) ? 0 : -0.5;
  if (/[\u0300-\u0323\u0100-\u024f\u1ea0-\u1ef9]/.test(word)) return -1;
  const read = readWord(word, encoding);
  if (read.length === 1) return 0;
  const isGiven = isSyllable(word);
  // TCVN3 has no capitals with a tone, so the case of what was read tells nothing.
  if (read !== word && isSyllable(read.toLowerCase())) return isGiven ? 0 : countForeign(word) > 1 ? 2 : 1;
  if (isGiven) return read === word && isKnown(word, encoding) ? 0 : -1;
  if (read !== word && SYMBOLS.test(read)) return 1;
  return word.length <= 5 && read === read.toUpperCase() ? 0 : -1;
}

/** Parts of reference codes that have a letter of the encoding in them. */
const SYMBOLS = /^(?:QĐi?|NĐ|HĐND|HĐNN|HĐBT|CĐ|LĐLĐ|TƯ|ĐU|ĐUK|ĐA)$/;

function readWord(word: string, encoding: LegacyEncoding): string {
  let read = '';
  for (let at = 0; at < word.length; ) {
    const found = readLegacyLetter(encoding, word, at);
    read += found?.letter ?? word.charAt(at);
    at += found?.units ?? 1;
  }
  return read;
}

/** Whether the encoding has all letters of a word that looks the same in it (`Chính` in VNI, `quý` in TCVN3). */
function isKnown(word: string, encoding: LegacyEncoding): boolean {
  return [...word].every((letter) => letter <= 'z' || readLegacyLetter(encoding, letter, 0) !== null);
}

/** Characters that Vietnamese in Unicode never has in a word. */
function countForeign(word: string): number {
  return word.match(/[^A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúý-]/g)?.length ?? 0;
}

/**
 * Letters beyond Latin-1 that come out of the byte pairs, against letters that are no part of any. Where all are parts and what comes
 * out is Latin-1 still, the text may have been encoded once more.
 */
function weighSequences(line: string): Scales {
  let pro = 0;
  let contra = 0;
  let read = '';
  for (let at = 0; at < line.length; ) {
    const code = line.charCodeAt(at);
    const found = code < 0xc2 || code > 0xef ? null : readLegacyLetter('double-utf-8', line, at);
    if (found !== null && isBeyondLatin1(found.letter.charCodeAt(0))) pro += 1;
    else if (found === null && ((code >= 0xc0 && code <= 0xff) || isBeyondLatin1(code))) contra += 1;
    read += found?.letter ?? line.charAt(at);
    at += found?.units ?? 1;
  }
  return pro === 0 && contra === 0 && read.length < line.length ? weighSequences(read) : { pro, contra };
}
