/**
 * Reads positions: Bí thư Thành ủy, Chủ tịch HĐND Thành phố; nguyên Phó Chủ tịch UBND tỉnh.
 *
 * A position begins with a head (Bí thư, Chủ tịch, Giám đốc …) and ends where phrase.ts says. A comma parts two
 * positions only before another head, so that "Giám đốc Sở Văn hóa, Thể thao và Du lịch" stays one. Prefixes (nguyên,
 * quyền, kiêm) belong to the position. Positions are kept as printed; `positionKey` tells which are the same.
 */
import { endOfPhrase, type IsName } from './phrase.ts';
import { findHeads, isHeadAt, readHead } from './position-head.ts';
import { type Sentence, toSentence } from './prose.ts';

const LONGEST_RUN = 320;
const SEPARATOR = /^(?:, ?| [-–] |; ?)(?=\S)/u;

export interface Positions {
  readonly positions: readonly string[];
  /** Where the first begins and the last ends in the sentence. */
  readonly start: number;
  readonly end: number;
}

/** The positions printed one after another from `at` on; null when none begins there. */
export function readPositions(sentence: Sentence, at: number, isName: IsName): Positions | null {
  const positions: string[] = [];
  let start = at;
  let end = at;
  while (isHeadAt(sentence, start)) {
    end = endOfPhrase(sentence, start, isName);
    positions.push(sentence.text.slice(start, end));
    const next = SEPARATOR.exec(sentence.folded.slice(end, end + 5));
    if (next === null) break;
    start = end + next[0].length;
  }
  return positions.length === 0 ? null : { positions, start: at, end };
}

/** The positions that lead up to a name ("Phó Bí thư Huyện ủy, Chủ tịch UBND huyện" + name), not before `from`. */
export function readPositionsBefore(sentence: Sentence, nameAt: number, from: number): Positions | null {
  const positions: string[] = [];
  let start = nameAt;
  for (const head of findHeads(sentence, Math.max(from, nameAt - LONGEST_RUN), nameAt).reverse()) {
    const between = sentence.text.slice(head, start);
    // The last one is followed by the name or a colon, each earlier one by a comma; nothing else may stand between.
    const position = between.replace(positions.length === 0 ? /:? ?$/u : /, ?$/u, '');
    if (position === between || endOfPhrase(sentence, head) < head + position.length) break;
    positions.unshift(position);
    start = head;
  }
  return positions.length === 0 ? null : { positions, start, end: nameAt };
}

/** The body in which a position is held: "Phó Bí thư Thường trực Tỉnh ủy" → "Tỉnh ủy"; null when none is printed. */
export function bodyOfPosition(position: string): string | null {
  const { text, folded } = toSentence(position);
  const head = readHead(folded, 0);
  if (head === null) return null;
  const body = text
    .slice(head.length)
    .replace(/^ (?:thường trực|trực|tt) /iu, ' ')
    .trim();
  const isBody = /^(?:\p{Lu}|(?:ban|phòng|văn phòng) \p{Lu})/u.test(body);
  return isBody ? body.charAt(0).toUpperCase() + body.slice(1) : null;
}

/** Trưởng đoàn of a delegation formed for an occasion; the deputies of a province (Đoàn ĐBQH) are a body. */
export function leadsDelegation(position: string): boolean {
  return /^(?:phó )?trưởng đoàn(?! (?:đbqh|đại biểu))/u.test(positionKey(position));
}

const SPELT_OUT: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:tp\.?|t\.p)(?!\p{L})/gu, 'thành phố'],
  [/(?<!\p{L})btv(?!\p{L})/gu, 'ban thường vụ'],
  [/(?<!\p{L})bch(?!\p{L})/gu, 'ban chấp hành'],
  [/(?<=phó (?:bí thư|chủ tịch) )tt(?!\p{L})/gu, 'thường trực'],
  [/(?<!\p{L})uv(?!\p{L})/gu, 'ủy viên'],
  [/(?<!\p{L})hđnd(?!\p{L})/gu, 'hội đồng nhân dân'],
  [/(?<!\p{L})ubnd(?!\p{L})/gu, 'ủy ban nhân dân'],
];

/** A key under which two printings of one position agree: "Phó Bí thư TT" and "Phó Bí thư Thường trực". */
export function positionKey(position: string): string {
  return SPELT_OUT.reduce((key, [printed, full]) => key.replace(printed, full), toSentence(position).folded);
}

/** All positions of one person; of two printings of one position the more complete stays. */
export function unitePositions(known: readonly string[], more: readonly string[]): string[] {
  const united = [...known];
  const keys = united.map(positionKey);
  for (const position of more) {
    const key = positionKey(position);
    const same = keys.findIndex((other) => isSameKey(other, key));
    if (same < 0) {
      united.push(position);
      keys.push(key);
    } else if (key.length > (keys[same] ?? '').length) {
      united[same] = position;
      keys[same] = key;
    }
  }
  return united;
}

/** Keys of one position: equal, or one only more complete ("Bí thư Thành ủy" and "Bí thư Thành ủy Hạ Khê"). */
export function isSameKey(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}
