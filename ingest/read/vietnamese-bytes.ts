/**
 * Bytes that are no UTF-8 → Vietnamese, in the encoding in which they make Vietnamese syllables.
 *
 * What servers and pages declare is wrong too often to be asked first, and detectors know neither VISCII nor the fonts that pretend to
 * be an encoding. Syllables tell: read in a wrong encoding a Vietnamese text yields hardly any, and a text in another language
 * yields few in all of them, so that it is left to what is declared.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { readLegacyText } from '../../core/citations/legacy-text.ts';
import { isSyllable } from '../../core/citations/syllable.ts';
import { holdsTcvnCapitals, readTcvn, readVps } from './vietnamese-tables.ts';

export interface VietnameseText {
  readonly text: string;
  readonly encoding: string;
}

/**
 * The bytes as Vietnamese text; null where no encoding makes one. Legacy fonts and text encoded twice come back as they look in
 * windows-1252.
 * @example readVietnamese(iconv.encode('Hội nghị của Ủy ban', 'viscii')) // { encoding: 'viscii', text: 'Hội nghị của Ủy ban' }
 */
export function readVietnamese(bytes: Uint8Array): VietnameseText | null {
  const buffer = bufferOf(bytes);
  const western = iconv.decode(buffer, 'windows-1252');
  const legacy = readLegacyText(western);
  let best: VietnameseText | null = null;
  let most = 0;
  // Bytes of UTF-8 with a fault in them look as if they were encoded twice.
  if (legacy !== null && legacy.encoding !== 'double-utf-8') {
    const isTable = legacy.encoding === 'tcvn3' && holdsTcvnCapitals(buffer);
    best = isTable ? { text: readTcvn(buffer), encoding: 'tcvn' } : { text: western, encoding: 'windows-1252' };
    const { syllables, others } = weighWords(isTable ? best.text : legacy.text);
    most = Math.max(most, syllables - others);
  }
  for (const encoding of ['windows-1258', 'viscii', 'vps']) {
    const text = encoding === 'vps' ? readVps(buffer) : iconv.decode(buffer, encoding);
    const { syllables, others } = weighWords(text);
    const isVietnamese = syllables >= FEWEST_SYLLABLES && syllables >= SYLLABLES_TO_OTHER * others;
    if (isVietnamese && syllables - others > most) [best, most] = [{ text, encoding }, syllables - others];
  }
  return best;
}

/**
 * A file of several encodings, as pages are that a program put together: what stands between two tags or line ends is UTF-8 or else
 * strange, and all that is strange is in one encoding that makes Vietnamese of it. Where there is none, what is wrong becomes
 * U+FFFD. Null where too little of it is UTF-8.
 */
export function readMixed(bytes: Uint8Array): VietnameseText | null {
  const buffer = bufferOf(bytes);
  const { strange, good, bad } = findStrange(buffer);
  const isMixed = good >= FEWEST_HIGH && good * MOST_STRANGE >= bad && strange.length <= MOST_STRETCHES;
  const found = isMixed
    ? readVietnamese(Buffer.concat(strange.flatMap(({ start, end }) => [buffer.subarray(start, end), LINE_END])))
    : null;
  if (found === null) return readFaulty(buffer);
  const read = found.text.split('\n');
  let from = 0;
  const parts = strange.map(({ start, end }, at) => {
    const before = buffer.toString('utf8', from, start);
    from = end;
    return before + (read[at] ?? '');
  });
  return { text: parts.join('') + buffer.toString('utf8', from), encoding: good >= bad ? 'utf-8' : found.encoding };
}

const FEWEST_SYLLABLES = 3;
const SYLLABLES_TO_OTHER = 4;
/** Words that differ; more of them tell nothing new. */
const MOST_WORDS = 3000;
const WORD = /[\p{L}\p{M}]{2,}/gu;

/** Words with a letter beyond ASCII, each once: those that are Vietnamese syllables, and the others. */
export function weighWords(text: string): { readonly syllables: number; readonly others: number } {
  const seen = new Set<string>();
  let syllables = 0;
  for (const [printed] of text.matchAll(WORD)) {
    const word = printed.normalize('NFC');
    if (/^[A-Za-z]+$/.test(word) || seen.has(word)) continue;
    seen.add(word);
    if (isSyllable(word)) syllables += 1;
    if (seen.size >= MOST_WORDS) break;
  }
  return { syllables, others: seen.size - syllables };
}

/** So many bytes beyond ASCII must be UTF-8 for a file to be of several encodings. */
const FEWEST_HIGH = 6;
/** With more of the others than this, stretches that look like UTF-8 are so by accident. */
const MOST_STRANGE = 20;
/** A page of more is none that a program put together. */
const MOST_STRETCHES = 100_000;
/** So many letters must be right for each that is wrong. */
const RIGHT_TO_WRONG = 4;
const LINE_END = Buffer.from('\n');

/** UTF-8 with a few faults: a letter cut at the end, a byte lost on the way. */
function readFaulty(buffer: Buffer): VietnameseText | null {
  const text = buffer.toString('utf8');
  let right = 0;
  let wrong = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) wrong += 1;
    else if (code > 0x7f) right += 1;
  }
  return right >= RIGHT_TO_WRONG * wrong ? { text, encoding: 'utf-8' } : null;
}

interface Stretches {
  /** Between `<`, `>` and line ends, those that are no UTF-8. */
  readonly strange: readonly { readonly start: number; readonly end: number }[];
  /** Bytes beyond ASCII in the others, and in these. */
  readonly good: number;
  readonly bad: number;
}

function findStrange(bytes: Buffer): Stretches {
  const strange: { start: number; end: number }[] = [];
  const total = { good: 0, bad: 0 };
  let high = 0;
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    const byte = bytes[at] ?? 0x0a;
    if (byte > 0x7f) high += 1;
    if (byte !== 0x0a && byte !== 0x3c && byte !== 0x3e) continue;
    if (high > 0 && isUtf8(bytes.subarray(start, at))) total.good += high;
    else if (high > 0) {
      total.bad += high;
      if (strange.push({ start, end: at }) > MOST_STRETCHES) break;
    }
    [high, start] = [0, at + 1];
  }
  return { strange, ...total };
}

/** The same bytes, not a copy. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
