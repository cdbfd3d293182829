/**
 * Dates and numbers as readers write them: 21/3/2023 and 1.234,5 in Vietnamese, 21 Mar 2023 and 1,234.5 in English.
 *
 * Days are never shifted by a time zone; instants are shown on Vietnam's clock. What is no date is shown as it came,
 * since hiding a value would be a guess.
 */
import type { Lang, When } from './view-terms.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Made once: making one takes longer than drawing a line of a table. */
const numbers: Readonly<Record<Lang, Intl.NumberFormat>> = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
};
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

interface DateParts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** `1234.5` is `1.234,5` or `1,234.5`. */
export function formatNumber(value: number, lang: Lang): string {
  return numbers[lang].format(value);
}

/** A day, month, year or instant: `21/3/2023`, `9/2022`, `2022`, `21/3/2023, 8:15`. */
export function formatDate(iso: string, lang: Lang): string {
  const parts = readParts(iso);
  if (parts !== null) return wordParts(parts, lang);
  const instant = /^\d{4}-\d{2}-\d{2}T/.test(iso) ? Date.parse(iso) : Number.NaN;
  return Number.isNaN(instant) ? iso : wordInstant(instant, lang);
}

/** The time a meeting took: one day, several (`17–18/12/2020`), or only a month, quarter or year. */
export function formatWhen(when: When, lang: Lang): string | null {
  if (when.date === null) return null;
  const first = readParts(when.date);
  if (when.precision === 'quarter' && first?.month != null) {
    const quarter = Math.ceil(first.month / 3);
    return lang === 'vi' ? `quý ${quarter}/${first.year}` : `Q${quarter} ${first.year}`;
  }
  const last = when.dateTo === null ? null : readParts(when.dateTo);
  if (first === null || last === null || when.dateTo === when.date) return formatDate(when.date, lang);
  return wordRange(first, last, lang);
}

/** `2020-2025` is a Party committee's term, `15` the National Assembly's number, written in Roman numerals. */
export function formatTerm(term: string): { readonly kind: 'years' | 'assembly'; readonly text: string } {
  return /^\d{1,2}$/.test(term)
    ? { kind: 'assembly', text: roman(Number(term)) }
    : { kind: 'years', text: term.replace(/\s?-\s?/, '–') };
}

function readParts(iso: string): DateParts | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map((digits) => (digits === undefined ? null : Number(digits)));
  if (year == null || (month ?? 1) < 1 || (month ?? 1) > 12 || (day ?? 1) < 1 || (day ?? 1) > 31) return null;
  return { year, month: month ?? null, day: day ?? null };
}

function wordParts({ year, month, day }: DateParts, lang: Lang): string {
  const words = lang === 'vi' ? [day, month, year] : [day, month === null ? null : monthName(month), year];
  return words.filter((word) => word !== null).join(lang === 'vi' ? '/' : ' ');
}

function wordRange(first: DateParts, last: DateParts, lang: Lang): string {
  if (first.year !== last.year || first.day === null || last.day === null) {
    return `${wordParts(first, lang)} – ${wordParts(last, lang)}`;
  }
  if (first.month === last.month) return `${first.day}–${wordParts(last, lang)}`;
  const start = lang === 'vi' ? `${first.day}/${first.month}` : `${first.day} ${monthName(first.month ?? 0)}`;
  return `${start} – ${wordParts(last, lang)}`;
}

function wordInstant(instant: number, lang: Lang): string {
  const parts = new Map(clock.formatToParts(instant).map((part) => [part.type, part.value]));
  const read = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name));
  const day = wordParts({ year: read('year'), month: read('month'), day: read('day') }, lang);
  return `${day}, ${read('hour')}:${String(read('minute')).padStart(2, '0')}`;
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? String(month);
}

function roman(value: number): string {
  const digits: readonly (readonly [number, string])[] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [size, letter] of digits) {
    while (rest >= size) {
      text += letter;
      rest -= size;
    }
  }
  return text;
}
