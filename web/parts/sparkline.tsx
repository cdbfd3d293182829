/** Mentions over time as small bars, with a sentence for those who do not see them. Drawn by attributes only (CSP). */
import type { JSX } from 'preact';
import { formatDate, formatNumber } from '../dates.ts';
import type { Lang, MonthCount } from '../view-terms.ts';
import { wordsOf } from '../words.ts';

const HEIGHT = 20;
const STEP = 5;
const MOST_BARS = 36;

export function Sparkline(props: { readonly trend: readonly MonthCount[]; readonly lang: Lang }): JSX.Element | null {
  const months = fillMonths(props.trend);
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined || months.length < 2) return null;
  const peak = months.reduce((most, month) => (month.count > most.count ? month : most));
  const words = wordsOf(props.lang);
  const label = words.trend(
    formatDate(first.month, props.lang),
    formatDate(last.month, props.lang),
    formatNumber(peak.count, props.lang),
    formatDate(peak.month, props.lang),
  );
  const bars = groupBars(months.map((month) => month.count));
  const top = Math.max(...bars);
  const width = bars.length * STEP;
  return (
    <svg class="spark" viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={label}>
      <title>{label}</title>
      {bars.map((count, index) => {
        const height = count === 0 ? 1 : Math.max(3, Math.round((count / top) * HEIGHT));
        const x = index * STEP;
        return <rect key={x} x={x} y={HEIGHT - height} width={STEP - 1} height={height} fill="currentColor" />;
      })}
    </svg>
  );
}

/** Every month from the first to the last, those without mentions at 0. */
export function fillMonths(trend: readonly MonthCount[]): readonly MonthCount[] {
  const counts = new Map(
    trend.filter(({ month }) => /^\d{4}-(0[1-9]|1[0-2])$/.test(month)).map((m) => [m.month, m.count]),
  );
  const known = [...counts.keys()].sort();
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const start = monthNumber(first);
  return Array.from({ length: monthNumber(last) - start + 1 }, (_, index) => {
    const month = monthText(start + index);
    return { month, count: counts.get(month) ?? 0 };
  });
}

/** At most MOST_BARS bars: each stands for as many months as are needed. */
function groupBars(counts: readonly number[]): readonly number[] {
  const size = Math.ceil(counts.length / MOST_BARS);
  return Array.from({ length: Math.ceil(counts.length / size) }, (_, index) =>
    counts.slice(index * size, (index + 1) * size).reduce((sum, count) => sum + count, 0),
  );
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthText(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}
