/**
 * Cuts a stretch of text into the words of which pinpoints are made: units (`điểm`, `khoản`, `Điều`), their numbers, and
 * what joins them. Everything else is a break.
 *
 * Words are told by their marks (`điểm` is no `điềm`, `tại khoản 2` no `tài khoản 2`); bare letters do only where the
 * passage is printed without marks. The units are those of Decree 30/2020/NĐ-CP and of the Party's rules on form.
 */
import type { Span } from './citation.ts';
import { composeSlice, type FoldedText, foldKey } from './fold.ts';

/** From the innermost outwards; `subsection` is a tiểu mục, `subpoint` a tiết. */
export type PinpointUnit =
  | 'subpoint'
  | 'point'
  | 'clause'
  | 'article'
  | 'subsection'
  | 'section'
  | 'chapter'
  | 'part'
  | 'appendix';

/**
 * `lead`: các, những; `from`: từ; `mark`: số, thứ; `range`: đến, a dash; `link`: của, thuộc, tại between two units;
 * `close`: the bracket behind `a)`; `ordinal`: a number in words.
 */
export type PinpointTokenKind =
  | 'unit'
  | 'value'
  | 'ordinal'
  | 'mark'
  | 'comma'
  | 'and'
  | 'range'
  | 'lead'
  | 'from'
  | 'link'
  | 'close'
  | 'break';

export interface PinpointToken {
  readonly kind: PinpointTokenKind;
  /** Folded offsets. */
  readonly start: number;
  readonly end: number;
  readonly unit: PinpointUnit | null;
  /** The number as printed, or what a number in words stands for; else empty. */
  readonly value: string;
}

interface WordRow {
  readonly spelled: string;
  readonly kind: PinpointTokenKind;
  readonly unit?: PinpointUnit;
  readonly value?: string;
  /** Words that make another word of it: quan điểm, tài khoản, danh mục. */
  readonly notAfter?: string;
}

const ROWS: readonly WordRow[] = [
  { spelled: 'tiết', kind: 'unit', unit: 'subpoint', notAfter: 'chi thời khí tình' },
  {
    spelled: 'điểm',
    kind: 'unit',
    unit: 'point',
    notAfter:
      'quan thời địa trọng đặc thí cao nhược ưu khuyết yếu kiểm tâm đỉnh luận chấm số tụ cực giao cộng trừ tổng đạt mốc tiêu thang',
  },
  { spelled: 'khoản', kind: 'unit', unit: 'clause', notAfter: 'tài điều' },
  { spelled: 'điều', kind: 'unit', unit: 'article', notAfter: 'hạt cây vườn trồng' },
  { spelled: 'tiểu mục', kind: 'unit', unit: 'subsection' },
  {
    spelled: 'mục',
    kind: 'unit',
    unit: 'section',
    notAfter: 'danh hạng chuyên thư đề đầu tiết khoản trang tiêu',
  },
  { spelled: 'chương', kind: 'unit', unit: 'chapter', notAfter: 'huy huân văn hiến' },
  {
    spelled: 'phần',
    kind: 'unit',
    unit: 'part',
    notAfter: 'thành cổ học cấu góp thị đa một hai ba bốn năm nhiều mấy',
  },
  { spelled: 'phụ lục', kind: 'unit', unit: 'appendix' },
  { spelled: 'số', kind: 'mark' },
  { spelled: 'thứ', kind: 'mark' },
  { spelled: 'và', kind: 'and' },
  { spelled: 'hoặc', kind: 'and' },
  { spelled: 'hay', kind: 'and' },
  { spelled: 'đến', kind: 'range' },
  { spelled: 'tới', kind: 'range' },
  { spelled: 'từ', kind: 'from' },
  { spelled: 'các', kind: 'lead' },
  { spelled: 'những', kind: 'lead' },
  ...['của', 'thuộc', 'tại', 'trong', 'ở'].map((spelled) => ({ spelled, kind: 'link' as const })),
  ...['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'].map((spelled, index) => ({
    spelled,
    kind: 'ordinal' as const,
    value: String(index + 1),
  })),
  { spelled: 'nhất', kind: 'ordinal', value: '1' },
  { spelled: 'tư', kind: 'ordinal', value: '4' },
];

const BY_KEY = new Map<string, readonly WordRow[]>();
for (const row of ROWS) BY_KEY.set(foldKey(row.spelled), [...(BY_KEY.get(foldKey(row.spelled)) ?? []), row]);
const COMPOUNDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ROWS.flatMap(({ spelled, notAfter }) => {
    const words = notAfter?.split(' ') ?? [];
    // Without marks `tai khoan 2` is far more often `tại khoản 2`.
    return words.length === 0
      ? []
      : [[spelled, new Set([...words, ...words.map(foldKey).filter((key) => key !== 'tai' && key !== 'thu')])]];
  }),
);

/** A unit of two words, a number (`5`, `12a`, `2.1`, `a.1`), one in quotes, a run of letters or digits, any other sign. */
const TOKEN =
  /(?:phu[ \n]luc|tieu[ \n]muc)(?![a-z])|[a-z]?\d{1,3}[a-z]?(?:\.\d{1,2}){0,3}(?![a-z0-9])|[a-z]{1,5}(?:\.\d{1,2}){1,3}(?![a-z0-9])|["«»'][a-z0-9]{1,3}["«»']|[a-z]+|\d+|[^ \n]/y;
const VALUE = /^(?:[a-z]?\d{1,3}[a-z]?|[a-z]|[ivxl]{2,7}[a-z]?)(?:\.\d{1,2}){0,3}$/;
const PRINTED_VALUE = /^[a-zđ\d.]+$/;
const SIGNS: ReadonlyMap<string, PinpointTokenKind> = new Map([
  [',', 'comma'],
  [';', 'comma'],
  ['&', 'and'],
  ['-', 'range'],
  [')', 'close'],
]);
/** Signs that may stand inside a pinpoint. */
const BETWEEN = ' \n,;&-.)("«»\'';
const UNIT_KEYS: ReadonlySet<string> = new Set(['tiet', 'diem', 'khoan', 'dieu', 'muc', 'chuong', 'phan', 'luc']);
const GLUED = /^(?:tiet|diem|khoan|dieu|muc|chuong|phan)\d{1,3}[a-z]?$/;
const LONGEST = 12;
const PASSAGE = 24;

/** The tokens of the folded range, in order, each read when it is asked for. */
export function* readPinpointTokens(folded: FoldedText, from: number, to: number): Generator<PinpointToken> {
  const { text } = folded;
  let previous = { start: from, end: from };
  for (let at = skipBlank(text, from); at < to; ) {
    TOKEN.lastIndex = at;
    const end = at + (TOKEN.exec(text)?.[0].length ?? 1);
    // A word that the range cuts is none of ours.
    if (end > to) return;
    yield classify(folded, at, end, previous);
    previous = { start: at, end };
    at = skipBlank(text, end);
  }
}

/**
 * Where the words of pinpoints begin that run without a break up to `to`, not before `from`; null where none of them is a
 * unit. A quick look at the bare letters: what it lets through may still be a break.
 */
export function findPinpointWords(text: string, from: number, to: number): number | null {
  let at = to;
  let hasUnit = false;
  while (at > from) {
    const code = text.charCodeAt(at - 1);
    if (!isWordUnit(code)) {
      if (!BETWEEN.includes(text.charAt(at - 1))) break;
      at -= 1;
      continue;
    }
    let start = at - 1;
    while (start > from && at - start < LONGEST && isWordUnit(text.charCodeAt(start - 1))) start -= 1;
    const word = text.slice(start, at);
    if (BY_KEY.has(word) || UNIT_KEYS.has(word) || word === 'phu' || word === 'tieu') hasUnit ||= UNIT_KEYS.has(word);
    else if (GLUED.test(word)) hasUnit = true;
    else if (!/\d/.test(word) && word.length > 3 && !VALUE.test(word)) break;
    at = start;
  }
  return hasUnit ? at : null;
}

/** True where the folded range prints `spelled` with its marks, or stands in a passage that has none. */
export function isSpelled(folded: FoldedText, start: number, end: number, spelled: string): boolean {
  const printed = composeSlice(folded, start, end).replaceAll('\n', ' ').toLowerCase();
  return printed === spelled || (printed === foldKey(spelled) && isUnmarked(folded, start));
}

function classify(folded: FoldedText, start: number, end: number, previous: Span): PinpointToken {
  const sliced = folded.text.slice(start, end);
  const raw = sliced.includes('\n') ? sliced.replace('\n', ' ') : sliced;
  const sign = raw.length === 1 ? SIGNS.get(raw) : undefined;
  if (sign !== undefined) return { kind: sign, start, end, unit: null, value: '' };
  const quote = /^["«»']./.test(raw) ? 1 : 0;
  if (VALUE.test(raw.slice(quote, raw.length - quote))) {
    const value = composeSlice(folded, start + quote, end - quote).toLowerCase();
    if (PRINTED_VALUE.test(value)) return { kind: 'value', start, end, unit: null, value };
  }
  const row = BY_KEY.get(raw)?.find(({ spelled }) => isSpelled(folded, start, end, spelled));
  if (row === undefined || isCompound(folded, row.spelled, previous))
    return { kind: 'break', start, end, unit: null, value: '' };
  return { kind: row.kind, start, end, unit: row.unit ?? null, value: row.value ?? '' };
}

function isCompound(folded: FoldedText, spelled: string, previous: Span): boolean {
  const words = COMPOUNDS.get(spelled);
  return words?.has(composeSlice(folded, previous.start, previous.end).toLowerCase()) === true;
}

function isWordUnit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

function skipBlank(text: string, at: number): number {
  let next = at;
  while (text[next] === ' ' || text[next] === '\n') next += 1;
  return next;
}

function isUnmarked(folded: FoldedText, at: number): boolean {
  const passage = folded.slice(Math.max(0, at - PASSAGE), Math.min(folded.text.length, at + PASSAGE));
  return !/[^\p{ASCII}\p{P}\p{Zs}]/u.test(passage);
}
