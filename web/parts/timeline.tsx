/**
 * Meetings by month as stacked bars, told apart by shade and pattern, with an equal table behind it.
 *
 * Lengths across are shares of the width, so that the plot fits any screen while its letters keep their size; by
 * attributes only (CSP). Whole years are shown, of which each is a link to the filter.
 */
import type { JSX } from 'preact';
import { changeAddress, href } from '../address.ts';
import { formatDate, formatNumber } from '../dates.ts';
import type { Lang, PageFrame } from '../view-terms.ts';
import { type PurposeClass, type PurposeMonth, purposeClasses } from '../views/course.ts';
import { wordsOf } from '../words.ts';
import { layOut, type Plot, type PlotBar, totalOf } from './timeline-plot.ts';

const HEIGHT = 150;
const TOP = 12;
const YEARS_HEIGHT = 44;
/** Patterns stand in the drawing itself; plain fills are the style sheet's. */
const FILLS: Readonly<Partial<Record<PurposeClass, string>>> = { reviewed: 'url(#cham)', carried: 'url(#gach)' };

export function Timeline(props: {
  readonly months: readonly PurposeMonth[];
  readonly undated: number;
  /** Of the page whose table a year filters. */
  readonly frame: PageFrame;
  readonly code: string;
}): JSX.Element | null {
  const { months, undated, frame, code } = props;
  const { lang } = frame;
  const words = wordsOf(lang).course;
  const plot = layOut(months);
  if (plot === null) return null;
  const classes = purposeClasses.filter((name) => months.some(({ meetings }) => meetings[name] > 0));
  const write = (count: number): string => formatNumber(count, lang);
  const description = words.plot(
    formatDate(plot.first, lang),
    formatDate(plot.last, lang),
    write(plot.total),
    write(plot.peak.total),
    formatDate(plot.peak.month, lang),
  );
  return (
    <section class="course-time" aria-labelledby="theo-thoi-gian">
      <h2 id="theo-thoi-gian">{words.timeline}</h2>
      <Legend classes={classes} lang={lang} />
      <div class="plot">
        <svg class="scale" width="34" height={HEIGHT} aria-hidden="true">
          {plot.ticks.map((tick) => (
            <text key={tick} x="28" y={heightOf(tick, plot.top) + 4} text-anchor="end">
              {write(tick)}
            </text>
          ))}
        </svg>
        <svg class="bars" width="100%" height={HEIGHT} role="img" aria-labelledby="bieu-do-ten bieu-do-mo-ta">
          <title id="bieu-do-ten">{words.plotTitle(code)}</title>
          <desc id="bieu-do-mo-ta">{description}</desc>
          <Patterns />
          {plot.ticks.map((tick) => (
            <line
              key={tick}
              class="rule"
              x1="0"
              x2="100%"
              y1={heightOf(tick, plot.top)}
              y2={heightOf(tick, plot.top)}
            />
          ))}
          {plot.bars.map((bar, index) => (
            <Bar key={bar.month} bar={bar} index={index} of={plot.bars.length} top={plot.top} lang={lang} />
          ))}
        </svg>
        <YearLinks plot={plot} frame={frame} />
      </div>
      {undated === 0 ? null : <p class="under">{words.undated(undated, write(undated))}</p>}
      <MonthTable months={months} classes={classes} code={code} lang={lang} />
    </section>
  );
}

function Legend(props: { readonly classes: readonly PurposeClass[]; readonly lang: Lang }): JSX.Element {
  const words = wordsOf(props.lang).course;
  return (
    <div class="course-legend">
      <ul>
        {props.classes.map((name) => (
          <li key={name}>
            <svg width="16" height="16" aria-hidden="true">
              <rect class={`fill-${name}`} fill={FILLS[name]} x="1" y="1" width="14" height="14" />
            </svg>{' '}
            {words.classes[name]}
          </li>
        ))}
      </ul>
      {props.classes.length < 2 ? null : <p class="under">{words.counted}</p>}
    </div>
  );
}

/** Filled by the style sheet in the colours of the page; told apart without colour too. */
function Patterns(): JSX.Element {
  return (
    <defs>
      <pattern id="gach" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="ground-of" width="5" height="5" />
        <rect class="stroke-of" width="2" height="5" />
      </pattern>
      <pattern id="cham" width="4" height="4" patternUnits="userSpaceOnUse">
        <rect class="ground-of" width="4" height="4" />
        <rect class="stroke-of" x="0.5" y="0.5" width="2" height="2" />
      </pattern>
    </defs>
  );
}

function Bar(props: {
  readonly bar: PlotBar;
  readonly index: number;
  readonly of: number;
  readonly top: number;
  readonly lang: Lang;
}): JSX.Element | null {
  const { bar, index, of, top, lang } = props;
  if (bar.total === 0) return null;
  const words = wordsOf(lang);
  const step = 100 / of;
  let below = 0;
  return (
    <g>
      <title>
        {`${formatDate(bar.month, lang)}: ${words.counts.meetings(bar.total, formatNumber(bar.total, lang))}`}
      </title>
      {purposeClasses.toReversed().map((name) => {
        const count = bar.meetings[name];
        if (count === 0) return null;
        const bottom = heightOf(below, top);
        below += count;
        const y = heightOf(below, top);
        return (
          <rect
            key={name}
            class={`fill-${name}`}
            fill={FILLS[name]}
            x={percent(index * step + step * 0.1)}
            width={percent(step * 0.8)}
            y={y}
            height={bottom - y}
          />
        );
      })}
    </g>
  );
}

/** Under the bars: years as links to the filter of the table, and months where there is room. */
function YearLinks(props: { readonly plot: Plot; readonly frame: PageFrame }): JSX.Element {
  const { plot, frame } = props;
  const words = wordsOf(frame.lang).course;
  const step = 100 / plot.years.length;
  const every = Math.ceil(plot.years.length / 10);
  const isWide = plot.years.length === 1;
  return (
    <nav class="years" aria-label={words.chooseYear}>
      <svg width="100%" height={YEARS_HEIGHT} role="presentation">
        {isWide
          ? Array.from({ length: 12 }, (_, month) => (
              <text key={month} x={percent((month + 0.5) * (100 / 12))} y="14" text-anchor="middle" class="month">
                {month + 1}
              </text>
            ))
          : null}
        {plot.years.map(({ year, total }, index) => {
          const x = percent((index + 0.5) * step);
          const y = isWide ? 36 : 20;
          const label = index % every === 0 ? String(year) : '';
          return (
            <g key={year}>
              {index === 0 ? null : (
                <line class="rule" x1={percent(index * step)} x2={percent(index * step)} y1="0" y2="8" />
              )}
              {total === 0 ? (
                <text x={x} y={y} text-anchor="middle">
                  {label}
                </text>
              ) : (
                <a
                  href={href(
                    `${changeAddress(frame.address, { year: String(year), page: null })}#cuoc-hop`,
                    frame.lang,
                  )}
                  aria-label={words.ofYear(String(year), total, formatNumber(total, frame.lang))}
                >
                  <rect class="target" x={percent(index * step)} width={percent(step)} y="0" height={YEARS_HEIGHT} />
                  <text x={x} y={y} text-anchor="middle">
                    {label}
                  </text>
                </a>
              )}
            </g>
          );
        })}
      </svg>
    </nav>
  );
}

function MonthTable(props: {
  readonly months: readonly PurposeMonth[];
  readonly classes: readonly PurposeClass[];
  readonly code: string;
  readonly lang: Lang;
}): JSX.Element {
  const { months, classes, lang } = props;
  const words = wordsOf(lang).course;
  return (
    <details class="more">
      <summary>{words.asTable}</summary>
      <table class="cards">
        <caption class="unseen">{words.plotTitle(props.code)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.month}</th>
            {classes.map((name) => (
              <th key={name} scope="col" class="number">
                {words.classes[name]}
              </th>
            ))}
            <th scope="col" class="number">
              {words.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map(({ month, meetings }) => (
            <tr key={month}>
              <th scope="row">{formatDate(month, lang)}</th>
              {classes.map((name) => (
                <td key={name} class="number" data-label={words.classes[name]}>
                  {formatNumber(meetings[name], lang)}
                </td>
              ))}
              <td class="number" data-label={words.total}>
                {formatNumber(totalOf(meetings), lang)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function heightOf(count: number, top: number): number {
  return Math.round((HEIGHT - 1 - (count / top) * (HEIGHT - 1 - TOP)) * 10) / 10;
}

function percent(share: number): string {
  return `${Math.round(share * 100) / 100}%`;
}
