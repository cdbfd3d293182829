/**
 * The table that answers the question: at which meetings was it cited, who chaired, what was said.
 *
 * Under 640 px every row becomes a card, whose labels come from `data-label`.
 */
import type { JSX } from 'preact';
import { changeAddress, meetingPath } from '../address.ts';
import { formatNumber } from '../dates.ts';
import type { CitedAt, Lang, PageFrame } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { Link } from './link.tsx';
import { Passages } from './passage.tsx';
import { Person } from './person.tsx';
import { WhenText } from './time.tsx';

export function CitedAtTable(props: {
  readonly rows: readonly CitedAt[];
  readonly caption: string;
  readonly lang: Lang;
  /** Given where the table can be sorted by its date. */
  readonly sorted?: { readonly by: 'newest' | 'oldest'; readonly frame: PageFrame };
}): JSX.Element {
  const { lang, sorted } = props;
  const words = wordsOf(lang).table;
  return (
    <table class="cards cited-at">
      <caption class="unseen">{props.caption}</caption>
      <thead>
        <tr>
          {sorted === undefined ? <th scope="col">{words.date}</th> : <SortedDate {...sorted} />}
          <th scope="col">{words.meeting}</th>
          <th scope="col">{words.chair}</th>
          <th scope="col">{words.purpose}</th>
          <th scope="col">{words.passage}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <Row key={row.meeting.id} row={row} lang={lang} />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: { readonly row: CitedAt; readonly lang: Lang }): JSX.Element {
  const { lang } = props;
  const { meeting, passages, unseen = 0 } = props.row;
  const [first] = passages;
  const words = wordsOf(lang);
  return (
    <tr>
      <td class="date" data-label={words.table.date}>
        <WhenText when={meeting.when} lang={lang} />
      </td>
      <th scope="row" data-label={words.table.meeting}>
        <Link to={meetingPath(meeting.id)} lang={lang}>
          <span lang={sourceLang(lang)}>{meeting.title}</span>
        </Link>
        {meeting.host === null ? null : (
          <span class="under" lang={sourceLang(lang)}>
            {meeting.host}
          </span>
        )}
      </th>
      <td data-label={words.table.chair}>
        <Person person={meeting.chair} lang={lang} />
      </td>
      <td data-label={words.table.purpose}>
        {words.purposes[first.purpose]}
        {meeting.reports > 1 ? (
          <span class="under">{words.counts.reports(meeting.reports, formatNumber(meeting.reports, lang))}</span>
        ) : null}
      </td>
      <td class="wide" data-label={words.table.passage}>
        <Passages passages={passages} lang={lang} />
        {unseen === 0 ? null : (
          <span class="under">
            <Link to={meetingPath(meeting.id)} lang={lang}>
              {words.tools.unseen(formatNumber(unseen, lang))}
            </Link>
          </span>
        )}
      </td>
    </tr>
  );
}

function SortedDate(props: { readonly by: 'newest' | 'oldest'; readonly frame: PageFrame }): JSX.Element {
  const { by, frame } = props;
  const words = wordsOf(frame.lang);
  const other = by === 'newest' ? 'oldest' : 'newest';
  const to = changeAddress(frame.address, { sort: other === 'newest' ? null : other, page: null });
  return (
    <th scope="col" aria-sort={by === 'newest' ? 'descending' : 'ascending'}>
      <Link to={to} lang={frame.lang} title={`${words.filter.sort}: ${words.sorts[other]}`}>
        {words.table.date} <span aria-hidden="true">{by === 'newest' ? '↓' : '↑'}</span>
      </Link>
    </th>
  );
}
