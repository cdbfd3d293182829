/**
 * Which lines of a text are in a legacy encoding.
 *
 * Each line is judged by itself, since pages mix encodings: an old report under a new heading. A line with the usual share of letters
 * beyond Latin-1 (ă đ ơ ư ạ …) is ordinary and not looked at twice, which is all that ordinary text costs. A line too
 * short to tell goes with the lines that tell around it, if all of them say the same; where no line tells and none is ordinary,
 * all are asked as one. Lines that mix encodings stay as they are.
 */
import { type Evidence, isBeyondLatin1, sumEvidence, tellVerdict, type Verdict, weighLine } from './legacy-evidence.ts';
import type { LegacyEncoding } from './legacy-letters.ts';

export interface LegacyLine {
  readonly start: number;
  /** Before the line end. */
  readonly end: number;
  readonly encoding: LegacyEncoding;
}

/** The legacy lines in their order; none in an ordinary text. */
export function findLegacyLines(text: string): readonly LegacyLine[] {
  const suspects = findSuspects(text);
  if (suspects.length === 0) return [];
  const evidence = suspects.map(({ start, end }, index) =>
    index < MAX_WEIGHED ? weighLine(text.slice(start, end), memory) : UNWEIGHED,
  );
  const verdicts = settleOpen(suspects, evidence);
  return suspects.flatMap(({ start, end }, index) => {
    const verdict = verdicts[index] ?? 'open';
    return verdict === 'ordinary' || verdict === 'open' ? [] : [{ start, end, encoding: verdict }];
  });
}

/** Kept from text to text: it depends on nothing but the word. */
const memory = { tcvn3: new Map<string, number>(), vni: new Map<string, number>() };

/** A line that has Latin-1 letters and hardly any beyond. */
interface Suspect {
  readonly start: number;
  readonly end: number;
  /** Whether an ordinary line stands between the suspect before and this one. */
  readonly isAfterOrdinary: boolean;
  /** Whether one stands between this and the next suspect. */
  isBeforeOrdinary: boolean;
}

/** So many Latin-1 letters to one beyond make a line suspect; Vietnamese in Unicode has about as many of either. */
const SUSPECT_SHARE = 6;
/** A line with so many letters beyond Latin-1 is ordinary, or a mixture, without reading it to its end. */
const MANY_BEYOND = 8;
/** Of more suspect lines the further ones go with those before them, so that a page of scraps stays cheap. */
const MAX_WEIGHED = 20_000;
const UNWEIGHED: Evidence = sumEvidence([]);

function findSuspects(text: string): readonly Suspect[] {
  const suspects: Suspect[] = [];
  let sawOrdinary = false;
  for (let start = 0; start < text.length; ) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed === -1 ? text.length : lineFeed;
    let latin = 0;
    let beyond = 0;
    for (let at = start; at < end && beyond < MANY_BEYOND; at += 1) {
      const code = text.charCodeAt(at);
      if (code < 0xa1) continue;
      if (code <= 0xff) latin += 1;
      else if (isBeyondLatin1(code)) beyond += 1;
    }
    if (beyond === MANY_BEYOND || beyond * SUSPECT_SHARE > latin) {
      const last = suspects.at(-1);
      if (!sawOrdinary && last !== undefined) last.isBeforeOrdinary = true;
      sawOrdinary = true;
    } else if (latin > 0) {
      suspects.push({ start, end, isAfterOrdinary: sawOrdinary, isBeforeOrdinary: false });
      sawOrdinary = false;
    }
    start = end + 1;
  }
  return suspects;
}

function settleOpen(lines: readonly Suspect[], evidence: readonly Evidence[]): readonly Verdict[] {
  const verdicts = evidence.map(tellVerdict);
  if (verdicts.every((verdict) => verdict === 'open')) {
    if (lines.some((line) => line.isAfterOrdinary || line.isBeforeOrdinary)) return verdicts;
    const verdict = tellVerdict(sumEvidence(evidence));
    return verdicts.map(() => verdict);
  }
  const before = carryVerdicts(
    verdicts,
    lines.map((line) => line.isAfterOrdinary),
  );
  const after = carryVerdicts(verdicts.toReversed(), lines.map((line) => line.isBeforeOrdinary).reverse()).toReversed();
  return verdicts.map((verdict, index) => {
    if (verdict !== 'open') return verdict;
    const one = before[index] ?? after[index] ?? 'open';
    const other = after[index] ?? one;
    if (one !== other || one === 'open' || one === 'ordinary') return verdict;
    const { pro, contra } = evidence[index]?.[one] ?? { pro: 0, contra: 1 };
    return contra > pro ? verdict : one;
  });
}

/** For each line the verdict of the nearest telling line before it, null where there is none. */
function carryVerdicts(verdicts: readonly Verdict[], isPastOrdinary: readonly boolean[]): readonly (Verdict | null)[] {
  let last: Verdict | null = null;
  return verdicts.map((verdict, index) => {
    if (isPastOrdinary[index] === true) last = 'ordinary';
    const carried = last;
    if (verdict !== 'open') last = verdict;
    return carried;
  });
}
