import type { JSX } from 'preact';
import { meetingPath } from '../address.ts';
import { formatNumber } from '../dates.ts';
import type { Lang, MeetingBrief } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { Link } from './link.tsx';
import { Person } from './person.tsx';
import { WhenText } from './time.tsx';

/** Meetings as lines: the day, what and whose, how many documents. */
export function MeetingLines(props: { readonly meetings: readonly MeetingBrief[]; readonly lang: Lang }): JSX.Element {
  const { lang } = props;
  return (
    <ol class="lines meetings">
      {props.meetings.map((meeting) => (
        <li key={meeting.id}>
          <span class="date">
            <WhenText when={meeting.when} lang={lang} />
          </span>
          <span>
            <MeetingTitle meeting={meeting} lang={lang} />
            <span class="under">
              {meeting.host === null ? null : <span lang={sourceLang(lang)}>{meeting.host} · </span>}
              {wordsOf(lang).counts.documents(meeting.documents, formatNumber(meeting.documents, lang))}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Meetings as a table, which turns into cards under 640 px. */
export function MeetingTable(props: {
  readonly meetings: readonly MeetingBrief[];
  readonly caption: string;
  readonly lang: Lang;
}): JSX.Element {
  const { lang } = props;
  const words = wordsOf(lang).table;
  return (
    <table class="cards held">
      <caption class="unseen">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.date}</th>
          <th scope="col">{words.meeting}</th>
          <th scope="col">{words.host}</th>
          <th scope="col">{words.chair}</th>
          <th scope="col" class="number">
            {words.documents}
          </th>
          <th scope="col" class="number">
            {words.reports}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.meetings.map((meeting) => (
          <tr key={meeting.id}>
            <td class="date" data-label={words.date}>
              <WhenText when={meeting.when} lang={lang} />
            </td>
            <th scope="row" data-label={words.meeting}>
              <MeetingTitle meeting={meeting} lang={lang} />
              <span class="under">{wordsOf(lang).meetingKinds[meeting.kind]}</span>
            </th>
            <td data-label={words.host}>
              {meeting.host === null ? (
                <span class="unknown">{wordsOf(lang).notStated}</span>
              ) : (
                <span lang={sourceLang(lang)}>{meeting.host}</span>
              )}
            </td>
            <td data-label={words.chair}>
              <Person person={meeting.chair} lang={lang} />
            </td>
            <td class="number" data-label={words.documents}>
              {formatNumber(meeting.documents, lang)}
            </td>
            <td class="number" data-label={words.reports}>
              {formatNumber(meeting.reports, lang)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function MeetingTitle(props: { readonly meeting: MeetingBrief; readonly lang: Lang }): JSX.Element {
  const { meeting, lang } = props;
  return (
    <Link to={meetingPath(meeting.id)} lang={lang}>
      <span lang={sourceLang(lang)}>{meeting.title}</span>
    </Link>
  );
}
