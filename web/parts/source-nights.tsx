/**
 * The last runs of a source as small bars, one a run, as high as what it brought; a stroke beneath marks a run that
 * wanted looking at. A sentence says the same to those who do not see them.
 */
import type { JSX } from 'preact';
import { formatDate, formatNumber } from '../dates.ts';
import type { Lang } from '../view-terms.ts';
import type { Night } from '../views/sources.ts';
import { wordsOf } from '../words.ts';

const HEIGHT = 20;
const STEP = 7;
const UNDERLINE = 3;

export function NightBars(props: { readonly nights: readonly Night[]; readonly lang: Lang }): JSX.Element | null {
  const { nights, lang } = props;
  const last = nights.at(-1);
  if (last === undefined) return null;
  const top = Math.max(1, ...nights.map(broughtIn));
  const label = wordsOf(lang).sources.nights(
    formatNumber(nights.length, lang),
    formatNumber(broughtIn(last), lang),
    formatDate(last.at, lang),
    formatNumber(nights.filter(({ health }) => health !== 'green').length, lang),
  );
  const width = nights.length * STEP;
  return (
    <svg
      class="spark nights"
      viewBox={`0 0 ${width} ${HEIGHT + UNDERLINE + 1}`}
      width={width}
      height={HEIGHT + UNDERLINE + 1}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {nights.map((night, index) => {
        const count = broughtIn(night);
        const height = count === 0 ? 1 : Math.max(3, Math.round((count / top) * HEIGHT));
        const x = index * STEP;
        return (
          <g key={night.run} fill="currentColor">
            <rect x={x} y={HEIGHT - height} width={STEP - 2} height={height} />
            {night.health === 'green' ? null : <rect x={x} y={HEIGHT + 1} width={STEP - 2} height={UNDERLINE} />}
          </g>
        );
      })}
    </svg>
  );
}

function broughtIn({ new: added, updated }: Night): number {
  return added + updated;
}
