/**
 * One month as a table of weeks, Monday first. Each day has its meetings as links and, where there are more, a link to the
 * list of that day. Under 640 px only the days that have meetings are left, one below the other.
 */
import type { JSX } from 'preact';
import { changeAddress, meetingPath } from '../address.ts';
import { formatDate, formatNumber } from '../dates.ts';
import type { Lang, PageFrame } from '../view-terms.ts';
import type { CalendarDayView, CalendarMeetingView, CalendarView } from '../views/calendar.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { Link } from './link.tsx';
import { WhenText } from './time.tsx';

interface Props {
  readonly calendar: CalendarView;
  readonly frame: PageFrame;
}

export function CalendarMonth(props: Props): JSX.Element {
  const { calendar, frame } = props;
  const { lang } = frame;
  const words = wordsOf(lang).calendar;
  const isEmpty = calendar.weeks.every((week) => week.every(({ total }) => total === 0));
  return (
    <>
      <MonthLinks {...props} />
      {isEmpty && calendar.vague.total === 0 ? <p class="empty">{words.none}</p> : null}
      <table class={isEmpty ? 'month bare' : 'month'}>
        <caption class="unseen">{words.caption(formatDate(calendar.month, lang))}</caption>
        <thead>
          <tr>
            {words.weekdays.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calendar.weeks.map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day, index) => (
                <Day key={day.date} day={day} weekday={words.weekdays[index] ?? ''} frame={frame} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Vague {...props} />
    </>
  );
}

function MonthLinks({ calendar, frame }: Props): JSX.Element {
  const { lang, address } = frame;
  const words = wordsOf(lang).calendar;
  const to = (month: string): string => changeAddress(address, { lich: month, page: null });
  return (
    <nav class="months" aria-label={words.months}>
      {calendar.previous === null ? (
        <span />
      ) : (
        <Link to={to(calendar.previous)} lang={lang}>
          {words.previous(formatDate(calendar.previous, lang))}
        </Link>
      )}
      {calendar.next === null ? null : (
        <Link to={to(calendar.next)} lang={lang}>
          {words.next(formatDate(calendar.next, lang))}
        </Link>
      )}
    </nav>
  );
}

function Day(props: {
  readonly day: CalendarDayView;
  readonly weekday: string;
  readonly frame: PageFrame;
}): JSX.Element {
  const { day, weekday, frame } = props;
  const { lang, address } = frame;
  const words = wordsOf(lang).calendar;
  const left = day.total - day.meetings.length;
  const date = formatDate(day.date, lang);
  if (!day.isWithin) return <td class="outside-month" aria-hidden="true" />;
  return (
    <td class={day.total === 0 ? 'free' : undefined}>
      <time datetime={day.date}>
        <span class="weekday">{weekday}, </span>
        <span class="day-number" aria-hidden="true">
          {Number(day.date.slice(8))}
        </span>
        <span class="whole-date">{date}</span>
      </time>
      {day.meetings.length === 0 ? null : (
        <ul>
          {day.meetings.map((meeting) => (
            <li key={meeting.id}>
              <CalendarLine meeting={meeting} day={day.date} lang={lang} />
            </li>
          ))}
        </ul>
      )}
      {left === 0 ? null : (
        <Link to={changeAddress(address, { lich: null, from: day.date, to: day.date, page: null })} lang={lang}>
          {words.more(left, formatNumber(left, lang))}
          <span class="unseen"> {words.moreOn(date)}</span>
        </Link>
      )}
    </td>
  );
}

/** A meeting by its title, and whose it is; of one that lasts longer or began before, its days. */
function CalendarLine(props: {
  readonly meeting: CalendarMeetingView;
  /** Null beside the month. */
  readonly day: string | null;
  readonly lang: Lang;
}): JSX.Element {
  const { meeting, day, lang } = props;
  const { when, host, title } = meeting;
  return (
    <>
      <Link to={meetingPath(meeting.id)} lang={lang} class="about">
        <span lang={sourceLang(lang)}>{title}</span>
      </Link>
      <span class="under">
        {host === null ? wordsOf(lang).meetingKinds[meeting.kind] : <span lang={sourceLang(lang)}>{host}</span>}
        {when.date === day && when.dateTo === null ? null : (
          <>
            {' · '}
            <WhenText when={when} lang={lang} />
          </>
        )}
      </span>
    </>
  );
}

function Vague({ calendar, frame }: Props): JSX.Element | null {
  const { meetings, total } = calendar.vague;
  const { lang, address } = frame;
  const words = wordsOf(lang).calendar;
  const left = total - meetings.length;
  if (total === 0) return null;
  const first = `${calendar.month}-01`;
  const days = calendar.weeks.flat().filter(({ isWithin }) => isWithin);
  return (
    <section class="vague">
      <h3>{words.vague}</h3>
      <p class="under">{words.vagueNote}</p>
      <ul class="lines">
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            <CalendarLine meeting={meeting} day={null} lang={lang} />
          </li>
        ))}
      </ul>
      {left === 0 ? null : (
        <Link
          to={changeAddress(address, { lich: null, from: first, to: days.at(-1)?.date ?? first, page: null })}
          lang={lang}
        >
          {words.more(left, formatNumber(left, lang))}
        </Link>
      )}
    </section>
  );
}
