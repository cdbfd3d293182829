import type { JSX } from 'preact';
import { changeAddress, href } from '../address.ts';
import { formatDate, formatNumber } from '../dates.ts';
import { CalendarMonth } from '../parts/calendar-month.tsx';
import { CalendarYears } from '../parts/calendar-years.tsx';
import { DateField, FilterForm, SelectField, TextField } from '../parts/filter-form.tsx';
import { Link } from '../parts/link.tsx';
import { MeetingTable } from '../parts/meeting-list.tsx';
import { Pager } from '../parts/pager.tsx';
import type { MeetingsView } from '../view.ts';
import type { PageFrame } from '../view-terms.ts';
import type { CalendarView } from '../views/calendar.ts';
import { wordsOf } from '../words.ts';

/** All meetings, with filters: as a list, or a month of them as a calendar. */
export function MeetingsPage(props: { readonly view: MeetingsView }): JSX.Element {
  const { view } = props;
  const { frame, pages, cites } = view;
  const { lang } = frame;
  const words = wordsOf(lang);
  return (
    <>
      <h1>{words.meetings.title}</h1>
      <FilterForm frame={frame} names={['from', 'to', 'chair', 'kind', 'q']}>
        <DateField name="from" label={words.filter.from} value={view.from} />
        <DateField name="to" label={words.filter.to} value={view.to} />
        <TextField name="chair" label={words.filter.chair} value={view.chair} />
        <SelectField filter={view.kind} label={words.filter.kind} lang={lang} />
        <TextField name="q" label={words.filter.query} value={view.query} />
      </FilterForm>
      <div class="understood">
        <span>{words.meetings.found(pages.total, formatNumber(pages.total, lang))}</span>
        {cites === null ? null : (
          <Link to={changeAddress(frame.address, { cites: null, page: null })} lang={lang} class="part">
            <span class="unseen">{words.filter.remove('')}</span>
            {words.meetings.cites(cites.code)} <span aria-hidden="true">×</span>
          </Link>
        )}
      </div>
      <ViewSwitch view={view} />
      {view.calendar === null ? <List view={view} /> : <Calendar calendar={view.calendar} frame={frame} />}
    </>
  );
}

function List(props: { readonly view: MeetingsView }): JSX.Element {
  const { items, pages, frame } = props.view;
  const words = wordsOf(frame.lang).meetings;
  return (
    <>
      {items.length === 0 ? (
        <p class="empty">{words.none}</p>
      ) : (
        <MeetingTable meetings={items} caption={words.caption} lang={frame.lang} />
      )}
      <Pager pages={pages} frame={frame} />
    </>
  );
}

function Calendar(props: { readonly calendar: CalendarView; readonly frame: PageFrame }): JSX.Element {
  const { calendar, frame } = props;
  return (
    <>
      <h2>{wordsOf(frame.lang).calendar.title(formatDate(calendar.month, frame.lang))}</h2>
      <CalendarMonth calendar={calendar} frame={frame} />
      <CalendarYears calendar={calendar} frame={frame} />
    </>
  );
}

/** As a list or as a calendar, with the same filters. */
function ViewSwitch(props: { readonly view: MeetingsView }): JSX.Element {
  const { frame, calendar, calendarMonth } = props.view;
  const words = wordsOf(frame.lang).meetings;
  const ways = [
    { name: words.list, month: null, isHere: calendar === null },
    { name: words.calendar, month: calendarMonth, isHere: calendar !== null },
  ];
  return (
    <nav class="ways" aria-label={words.shown}>
      <ul>
        {ways.map(({ name, month, isHere }) => (
          <li key={name}>
            <a
              href={href(changeAddress(frame.address, { lich: month, page: null }), frame.lang)}
              aria-current={isHere ? 'true' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
