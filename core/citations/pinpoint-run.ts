/**
 * The grammar of pinpoints: which of their words may follow which, and what each unit may be numbered with.
 *
 * Any order of units is let through (`điểm a khoản 2 Điều 5` as well as `Điều 5, khoản 2, điểm a`), since both are
 * printed. Numbers are those of Vietnamese acts: points run through the alphabet with đ, articles are never Roman.
 */
import type { PinpointToken, PinpointTokenKind, PinpointUnit } from './pinpoint-token.ts';
import { parseRoman } from './term.ts';

export interface PinpointPart {
  readonly unit: PinpointUnit;
  /**
   * `5`, `12a`, `đ` (points in small letters), `II` (Roman numerals in capitals), a range as `5-8`, a number in words as
   * its digits. Empty only for an appendix without number.
   */
  readonly numbers: readonly string[];
}

export interface PinpointRun {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly PinpointPart[];
  readonly previous: PinpointTokenKind;
  /** A range waits for its upper end. */
  readonly isOpenRange: boolean;
  /** `từ` was printed, at this length; it belongs only to a range. */
  readonly fromLength: number;
  readonly hasRange: boolean;
  /** A bracket was opened before it: one that closes is no `a)`. */
  readonly isInBrackets: boolean;
  /** The window was cut before it, and nothing shows that it does not begin earlier. */
  readonly isLoose: boolean;
}

const FOLLOWS: Readonly<Record<PinpointTokenKind, readonly PinpointTokenKind[]>> = {
  lead: ['unit'],
  from: ['unit'],
  unit: ['value', 'ordinal', 'mark'],
  mark: ['value', 'ordinal'],
  value: ['comma', 'and', 'range', 'unit', 'link', 'lead', 'from', 'close'],
  ordinal: ['comma', 'and', 'unit', 'link', 'lead'],
  close: ['comma', 'and', 'range', 'unit', 'link', 'lead'],
  comma: ['value', 'unit', 'and', 'lead', 'from', 'ordinal'],
  and: ['value', 'unit', 'lead', 'from', 'ordinal'],
  range: ['value', 'unit'],
  link: ['unit', 'lead', 'from'],
  break: [],
};
const AFTER_BARE_APPENDIX: readonly PinpointTokenKind[] = [...FOLLOWS.unit, 'unit', 'link', 'lead'];

/** A run that begins with `token`, or null where none can. */
export function begin(
  token: PinpointToken,
  { isInBrackets, isLoose }: Pick<PinpointRun, 'isInBrackets' | 'isLoose'>,
): PinpointRun | null {
  if (token.kind !== 'unit' && token.kind !== 'lead' && token.kind !== 'from') return null;
  const { start, end } = token;
  return {
    start,
    end,
    parts: token.unit === null ? [] : [{ unit: token.unit, numbers: [] }],
    previous: token.kind,
    isOpenRange: false,
    fromLength: token.kind === 'from' ? end - start + 1 : 0,
    hasRange: false,
    isInBrackets,
    isLoose,
  };
}

/** The run with one more token, or null where the token ends it. */
export function advance(run: PinpointRun, token: PinpointToken): PinpointRun | null {
  const last = run.parts.at(-1);
  const isBareAppendix = run.previous === 'unit' && last?.unit === 'appendix';
  if (!(isBareAppendix ? AFTER_BARE_APPENDIX : FOLLOWS[run.previous]).includes(token.kind)) return null;
  const { parts, isOpenRange, hasRange } = run;
  switch (token.kind) {
    case 'unit':
      if (token.unit === null) return null;
      if (token.unit === last?.unit) return follow(run, token, run);
      return follow(run, token, { parts: [...parts, { unit: token.unit, numbers: [] }], isOpenRange: false, hasRange });
    case 'value':
    case 'ordinal': {
      const number = last === undefined ? null : readNumber(last.unit, token, run.previous);
      if (number === null || last === undefined) return null;
      const lower = run.isOpenRange ? last.numbers.at(-1) : undefined;
      const numbers =
        lower === undefined ? [...last.numbers, number] : [...last.numbers.slice(0, -1), `${lower}-${number}`];
      const numbered = [...parts.slice(0, -1), { unit: last.unit, numbers }];
      return follow(run, token, { parts: numbered, isOpenRange: false, hasRange: hasRange || isOpenRange });
    }
    case 'range':
      return follow(run, token, { parts, isOpenRange: true, hasRange: true });
    case 'close':
      return run.isInBrackets || !/^[a-zđ]/.test(last?.numbers.at(-1) ?? '') ? null : follow(run, token, run);
    default:
      return follow(run, token, run);
  }
}

/** The run with a token behind it, and what the token changed. Written out, since copies by `...` take several times as long. */
function follow(
  { start, fromLength, isInBrackets, isLoose }: PinpointRun,
  { end, kind }: PinpointToken,
  { parts, isOpenRange, hasRange }: Pick<PinpointRun, 'parts' | 'isOpenRange' | 'hasRange'>,
): PinpointRun {
  return { start, end, parts, previous: kind, isOpenRange, fromLength, hasRange, isInBrackets, isLoose };
}

/** True where a pinpoint may end here. */
export function isWhole(run: PinpointRun): boolean {
  if (run.previous === 'unit') return run.parts.at(-1)?.unit === 'appendix';
  return run.previous === 'value' || run.previous === 'ordinal' || run.previous === 'close';
}

const LETTERED: ReadonlySet<PinpointUnit> = new Set(['point', 'subpoint', 'clause', 'section', 'part', 'appendix']);
const ROMAN: ReadonlySet<PinpointUnit> = new Set(['section', 'subsection', 'chapter', 'part', 'appendix']);
const IN_WORDS: ReadonlySet<PinpointUnit> = new Set(['section', 'subsection', 'chapter', 'part']);
const DIGITS = /^\d{1,3}[a-zđ]?(?:\.\d{1,2}){0,3}$/;
const NUMERAL = /^([ivxl]{1,7})([a-z]?)((?:\.\d{1,2}){0,2})$/;
const LETTER = /^[a-zđ]\d?(?:\.\d{1,2}){0,2}$/;
const SMALL_ROMAN = /^i{2,3}$|^i?v$|^vi{1,3}$|^ix$/;

/** The number as this unit bears it, or null where it cannot: there is no Điều IV and no khoản iv. */
function readNumber(unit: PinpointUnit, token: PinpointToken, previous: PinpointTokenKind): string | null {
  const { value } = token;
  if (token.kind === 'ordinal') return previous === 'mark' || IN_WORDS.has(unit) ? value : null;
  if (DIGITS.test(value)) return value;
  const [, numeral, suffix = '', rest = ''] = ROMAN.has(unit) ? (NUMERAL.exec(value) ?? []) : [];
  if (numeral !== undefined && parseRoman(numeral) !== null) return `${numeral.toUpperCase()}${suffix}${rest}`;
  if (LETTERED.has(unit) && LETTER.test(value)) return ROMAN.has(unit) ? value.toUpperCase() : value;
  return (unit === 'point' || unit === 'subpoint') && SMALL_ROMAN.test(value) ? value : null;
}
