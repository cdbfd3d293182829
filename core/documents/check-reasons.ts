/**
 * What a cite-check may find, each with its verdict and its sentence in Vietnamese and English.
 *
 * Rules of form are those of Decree 30/2020/NĐ-CP (Phụ lục I: the first time a document is cited, with type, number and
 * symbol, date, issuer and subject; afterwards with type, number and symbol). A finding is kept as a code and the words it
 * rests on, so that it can be worded in any language; days among them are ISO days.
 */
import type { Evidence } from './document.ts';
import { wordDays, wordEvidence } from './evidence.ts';

export const verdicts = ['green', 'amber', 'red'] as const;
/** `green`: agrees; `amber`: to be looked at; `red`: contradicts. */
export type Verdict = (typeof verdicts)[number];

type Wording = (params: Readonly<Record<string, string>>) => string;

const FINDINGS = {
  'back-reference': {
    verdict: 'green',
    vi: () => 'Nhắc lại văn bản đã nêu ở trên; không xét riêng.',
    en: () => 'Points back to a document named above; not judged by itself.',
  },
  'issuer-conflict': {
    verdict: 'red',
    vi: ({ printed, issuer, meant }) =>
      `Viết ${printed} nhưng nêu ${issuer}: ký hiệu đúng của cơ quan này là ${meant}.`,
    en: ({ printed, issuer, meant }) => `Prints ${printed} but names ${issuer}, whose code would be ${meant}.`,
  },
  'issuer-or-symbol': {
    verdict: 'red',
    vi: ({ printed, other, date }) =>
      `Ngày ${date} lại là ngày của ${printed} do ${other} ban hành: có thể sai tên cơ quan.`,
    en: ({ printed, other, date }) => `${date} is the date of ${printed} by ${other}: the issuer may be what is wrong.`,
  },
  'type-conflict': {
    verdict: 'red',
    vi: ({ word, symbol, name }) => `Viết “${word}” nhưng ký hiệu ${symbol} là của ${name}.`,
    en: ({ word, symbol, name }) => `Says “${word}”, but the symbol ${symbol} is that of a ${name}.`,
  },
  'type-annexed': {
    verdict: 'amber',
    vi: ({ word, symbol }) =>
      `Số, ký hiệu ${symbol} là của văn bản ban hành kèm theo “${word}”, không phải của “${word}”.`,
    en: ({ word, symbol }) => `The code with ${symbol} is that of the act to which the “${word}” is annexed.`,
  },
  'year-conflict': {
    verdict: 'red',
    vi: ({ year, date }) => `Số hiệu có năm ${year} nhưng ngày ghi là ${date}.`,
    en: ({ year, date }) => `The code bears the year ${year}, but the date given is ${date}.`,
  },
  'term-conflict': {
    verdict: 'red',
    vi: ({ year, term }) => `Năm ${year} không thuộc nhiệm kỳ Quốc hội khóa ${term} ghi trong ký hiệu.`,
    en: ({ year, term }) => `${year} is not within term ${term} of the National Assembly, which the symbol names.`,
  },
  'date-future': {
    verdict: 'red',
    vi: ({ date, day }) => `Ngày văn bản ${date} sau ngày của dự thảo (${day}).`,
    en: ({ date, day }) => `Its date ${date} is later than the draft’s day (${day}).`,
  },
  'year-future': {
    verdict: 'red',
    vi: ({ year, day }) => `Năm ${year} trong số hiệu sau ngày của dự thảo (${day}).`,
    en: ({ year, day }) => `The year ${year} in the code is later than the draft’s day (${day}).`,
  },
  'date-impossible': {
    verdict: 'red',
    vi: ({ printed }) => `Ghi ngày ${printed}: lịch không có ngày này.`,
    en: ({ printed }) => `Dated ${printed}, a day that no calendar has.`,
  },
  'date-conflict': {
    verdict: 'red',
    vi: ({ printed, known, mentions }) =>
      `Ghi ngày ${printed}; kho biết văn bản này ngày ${known} (${mentions === '' ? 'theo toàn văn' : `${mentions} lượt nhắc`}).`,
    en: ({ printed, known, mentions }) =>
      `Dated ${printed}; the archive knows it as of ${known} (${mentions === '' ? 'its own text' : `${mentions} mentions`}).`,
  },
  'organ-conflict': {
    verdict: 'red',
    vi: ({ printed, known }) => `Ghi là của ${printed}; các nguồn trong kho ghi là của ${known}.`,
    en: ({ printed, known }) => `Said to be of ${printed}; the sources in the archive say ${known}.`,
  },
  replaced: {
    verdict: 'red',
    vi: ({ by, date }) => `Đã được thay thế bởi ${by}${date === '' ? '' : ` ngày ${date}`}.`,
    en: ({ by, date }) => `Was replaced by ${by}${date === '' ? '' : ` of ${date}`}.`,
  },
  repealed: {
    verdict: 'red',
    vi: ({ by, date }) => `Đã bị bãi bỏ bởi ${by}${date === '' ? '' : ` ngày ${date}`}.`,
    en: ({ by, date }) => `Was repealed by ${by}${date === '' ? '' : ` of ${date}`}.`,
  },
  'changed-in-part': {
    verdict: 'amber',
    vi: ({ by, date }) => `Đã bị thay thế hoặc bãi bỏ một phần bởi ${by}${date === '' ? '' : ` ngày ${date}`}.`,
    en: ({ by, date }) => `Was replaced or repealed in part by ${by}${date === '' ? '' : ` of ${date}`}.`,
  },
  amended: {
    verdict: 'amber',
    vi: ({ by, date }) => `Đã được sửa đổi, bổ sung bởi ${by}${date === '' ? '' : ` ngày ${date}`}.`,
    en: ({ by, date }) => `Was amended by ${by}${date === '' ? '' : ` of ${date}`}.`,
  },
  spelling: {
    verdict: 'amber',
    vi: ({ printed, standard }) => `Viết ${printed}; viết đúng thể thức là ${standard}.`,
    en: ({ printed, standard }) => `Printed ${printed}; the standard spelling is ${standard}.`,
  },
  'date-unconfirmed': {
    verdict: 'amber',
    vi: ({ printed, known }) => `Ghi ngày ${printed}; một nguồn trong kho ghi ngày ${known}.`,
    en: ({ printed, known }) => `Dated ${printed}; one source in the archive says ${known}.`,
  },
  'date-disputed': {
    verdict: 'amber',
    vi: ({ printed, known }) => `Ghi ngày ${printed}; các nguồn trong kho ghi khác nhau: ${known}.`,
    en: ({ printed, known }) => `Dated ${printed}; the sources in the archive differ: ${known}.`,
  },
  'subject-differs': {
    verdict: 'amber',
    vi: ({ known }) => `Trích yếu khác với điều kho biết: “${known}”.`,
    en: ({ known }) => `Its subject is not the one the archive knows: “${known}”.`,
  },
  ambiguous: {
    verdict: 'amber',
    vi: ({ count, which }) => `Có thể là một trong ${count} văn bản: ${which}.`,
    en: ({ count, which }) => `May be one of ${count} documents: ${which}.`,
  },
  'not-in-archive': {
    verdict: 'amber',
    vi: () => 'Kho chưa biết văn bản này (không có nghĩa là không có).',
    en: () => 'The archive does not know this document (which is not to say there is none).',
  },
  unsettled: {
    verdict: 'amber',
    vi: () => 'Chưa rõ là văn bản nào.',
    en: () => 'It is not clear which document this is.',
  },
  near: {
    verdict: 'amber',
    vi: ({ which }) => `Kho có cùng số hiệu: ${which}.`,
    en: ({ which }) => `Of the same code the archive has: ${which}.`,
  },
  'date-missing': {
    verdict: 'amber',
    vi: () => 'Lần nêu đầu tiên thiếu ngày ban hành.',
    en: () => 'The first mention lacks the date.',
  },
  'issuer-missing': {
    verdict: 'amber',
    vi: () => 'Lần nêu đầu tiên thiếu cơ quan ban hành.',
    en: () => 'The first mention lacks the issuer.',
  },
  'short-form': {
    verdict: 'amber',
    vi: () => 'Lần nêu đầu tiên thiếu ký hiệu.',
    en: () => 'The first mention lacks the symbol.',
  },
} as const satisfies Readonly<
  Record<string, { readonly verdict: Verdict; readonly vi: Wording; readonly en: Wording }>
>;

export type ReasonCode = keyof typeof FINDINGS;

/** Every code there is. */
export const reasonCodes: readonly string[] = Object.keys(FINDINGS);

/** A finding: its code and the words of the draft and of the archive that it rests on. */
export interface Reason {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string>>;
  /** What the resolver says of it, where it says more. */
  readonly because: Evidence | null;
}

export function reason(
  code: ReasonCode,
  params: Readonly<Record<string, string>> = {},
  because: Evidence | null = null,
): Reason {
  return { code, params, because };
}

/** The gravest verdict of the reasons; green where there is none. */
export function verdictOf(reasons: readonly Reason[]): Verdict {
  const ranks = reasons.map(({ code }) => verdicts.indexOf(FINDINGS[code].verdict));
  return verdicts[Math.max(0, ...ranks)] ?? 'green';
}

/**
 * The finding as a sentence.
 *
 * @example wordReason(reason('date-missing'), 'en') // 'The first mention lacks the date.'
 */
export function wordReason({ code, params, because }: Reason, language: 'vi' | 'en'): string {
  const told = FINDINGS[code][language](params);
  const sentence = because === null ? told : `${told} ${wordEvidence(because, language)}`;
  return wordDays(sentence, language);
}
