/** How many meetings each month of each year has, every count a link to its month; for jumping, and to see gaps. */
import type { JSX } from 'preact';
import { changeAddress } from '../address.ts';
import { formatNumber } from '../dates.ts';
import type { PageFrame } from '../view-terms.ts';
import type { CalendarView, CalendarYearView } from '../views/calendar.ts';
import { wordsOf } from '../words.ts';
import { Link } from './link.tsx';

export function CalendarYears(props: {
  readonly calendar: CalendarView;
  readonly frame: PageFrame;
}): JSX.Element | null {
  const { calendar, frame } = props;
  const { lang } = frame;
  const words = wordsOf(lang).calendar;
  const hasVague = calendar.years.some(({ vague }) => vague > 0);
  if (calendar.years.length === 0) return null;
  return (
    <section>
      <h2>{words.years}</h2>
      <p class="under">
        {words.yearsNote}
        {calendar.undated === 0 ? null : ` ${words.undated(calendar.undated, formatNumber(calendar.undated, lang))}`}
      </p>
      <table class="years">
        <caption class="unseen">{words.years}</caption>
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            {Array.from({ length: 12 }, (_, index) => (
              <th key={index} scope="col" class="number">
                <abbr title={words.monthName(String(index + 1))}>{words.monthShort(String(index + 1))}</abbr>
              </th>
            ))}
            {hasVague ? (
              <th scope="col" class="number">
                {words.vagueShort}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {calendar.years.map((year) => (
            <YearRow key={year.year} year={year} shown={calendar.month} hasVague={hasVague} frame={frame} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function YearRow(props: {
  readonly year: CalendarYearView;
  /** The month that the calendar shows. */
  readonly shown: string;
  readonly hasVague: boolean;
  readonly frame: PageFrame;
}): JSX.Element {
  const { year, shown, hasVague, frame } = props;
  const { lang, address } = frame;
  const words = wordsOf(lang).calendar;
  return (
    <tr>
      <th scope="row">{String(year.year)}</th>
      {year.months.map((count, index) => {
        const month = `${year.year}-${String(index + 1).padStart(2, '0')}`;
        const label = words.monthShort(String(index + 1));
        if (count === 0) return <td key={month} class="number free" />;
        return (
          <td key={month} class={month === shown ? 'number chosen' : 'number'}>
            <Link to={changeAddress(address, { lich: month, page: null })} lang={lang}>
              <span class="label">{label}: </span>
              {formatNumber(count, lang)}
            </Link>
          </td>
        );
      })}
      {hasVague ? (
        <td class={year.vague === 0 ? 'number free' : 'number'}>
          <span class="label">{words.vagueShort}: </span>
          {year.vague === 0 ? null : formatNumber(year.vague, lang)}
        </td>
      ) : null}
    </tr>
  );
}
