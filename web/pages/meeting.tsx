/** One meeting: what it was, who was there in which role, which documents were cited for what, and who reports it. */
import type { JSX } from 'preact';
import { changeAddress } from '../address.ts';
import { formatNumber } from '../dates.ts';
import { ArticleLines } from '../parts/article-list.tsx';
import { DocumentLink } from '../parts/document-name.tsx';
import { Facts } from '../parts/facts.tsx';
import { Link } from '../parts/link.tsx';
import { MeetingDocuments } from '../parts/meeting-documents.tsx';
import { MeetingLines } from '../parts/meeting-list.tsx';
import { Pager } from '../parts/pager.tsx';
import { PassageWithGround } from '../parts/passage.tsx';
import { Person } from '../parts/person.tsx';
import { WhenText } from '../parts/time.tsx';
import type { MeetingView } from '../view.ts';
import { sourceLang, wordsOf } from '../words.ts';

export function MeetingPage(props: { readonly view: MeetingView }): JSX.Element {
  const { view } = props;
  const { meeting, frame } = view;
  const { lang } = frame;
  const words = wordsOf(lang);
  return (
    <>
      <header class="head">
        <h1 lang={sourceLang(lang)}>{meeting.title}</h1>
        <p class="lead">
          <WhenText when={meeting.when} lang={lang} /> · {words.meetingKinds[meeting.kind]}
          {meeting.host === null ? null : (
            <>
              {' · '}
              <span lang={sourceLang(lang)}>{meeting.host}</span>
            </>
          )}
        </p>
        <p>
          {words.article.chair}: <Person person={meeting.chair} lang={lang} />
        </p>
      </header>
      <div class="with-aside">
        <div>
          <section>
            <h2>{words.meeting.documents}</h2>
            <MeetingDocuments view={view} />
            <Pager pages={view.documentPages} frame={frame} />
          </section>
          {view.unsettled.length === 0 ? null : (
            <section>
              <h2>{words.meeting.unsettled}</h2>
              <ul class="lines">
                {view.unsettled.map((passage) => (
                  <li key={`${passage.article.id}.${passage.ordinal}`}>
                    <PassageWithGround passage={passage} lang={lang} />
                  </li>
                ))}
              </ul>
              {view.moreUnsettled === 0 ? null : (
                <p class="under">
                  {words.meeting.moreUnsettled(view.moreUnsettled, formatNumber(view.moreUnsettled, lang))}
                </p>
              )}
            </section>
          )}
          <section>
            <h2>{words.meeting.people}</h2>
            <People view={view} />
          </section>
        </div>
        <Side view={view} />
      </div>
    </>
  );
}

function People(props: { readonly view: MeetingView }): JSX.Element {
  const { participants, frame } = props.view;
  const words = wordsOf(frame.lang);
  if (participants.length === 0) return <p>{words.meeting.noPeople}</p>;
  return (
    <table class="cards people">
      <caption class="unseen">{words.meeting.people}</caption>
      <thead>
        <tr>
          <th scope="col">{words.meeting.name}</th>
          <th scope="col">{words.meeting.positions}</th>
          <th scope="col">{words.meeting.role}</th>
        </tr>
      </thead>
      <tbody>
        {participants.map((person) => (
          <tr key={`${person.name} ${person.role}`}>
            <th scope="row" data-label={words.meeting.name} lang={sourceLang(frame.lang)}>
              {person.name}
            </th>
            <td data-label={words.meeting.positions}>
              {person.positions.length === 0 ? (
                <span class="unknown">{words.notStated}</span>
              ) : (
                <span lang={sourceLang(frame.lang)}>{person.positions.join(', ')}</span>
              )}
            </td>
            <td data-label={words.meeting.role}>{words.roles[person.role]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side(props: { readonly view: MeetingView }): JSX.Element {
  const { meeting, place, reports, previous, next, frame } = props.view;
  const { lang } = frame;
  const words = wordsOf(lang);
  const source = (text: string | null): JSX.Element =>
    text === null ? <span class="unknown">{words.notStated}</span> : <span lang={sourceLang(lang)}>{text}</span>;
  const precision = words.meeting.precision[meeting.when.precision ?? 'day'];
  return (
    <aside class="side" aria-labelledby="thong-tin">
      <h2 id="thong-tin">{words.meeting.facts}</h2>
      <Facts
        facts={[
          {
            label: words.article.date,
            value: (
              <>
                <WhenText when={meeting.when} lang={lang} />
                {precision === '' ? null : <span class="under">{precision}</span>}
              </>
            ),
          },
          { label: words.article.kind, value: words.meetingKinds[meeting.kind] },
          { label: words.article.host, value: source(meeting.host) },
          { label: words.article.place, value: source(place) },
          { label: words.article.chair, value: <Person person={meeting.chair} lang={lang} /> },
        ]}
      />
      <h2>{words.meeting.reports}</h2>
      <ArticleLines articles={reports} lang={lang} />
      <ReportPages view={props.view} />
      {previous === null && next === null ? null : <h2>{words.meeting.neighbours}</h2>}
      {previous === null ? null : <Neighbour label={words.meeting.previous} view={props.view} meeting={previous} />}
      {next === null ? null : <Neighbour label={words.meeting.next} view={props.view} meeting={next} />}
      {next === null ? null : <TakenUp view={props.view} />}
    </aside>
  );
}

function Neighbour(props: {
  readonly label: string;
  readonly view: MeetingView;
  readonly meeting: MeetingView['meeting'];
}): JSX.Element {
  return (
    <div class="neighbour">
      <h3>{props.label}</h3>
      <MeetingLines meetings={[props.meeting]} lang={props.view.frame.lang} />
    </div>
  );
}

/** What the next meeting of the same body cited again. */
function TakenUp(props: { readonly view: MeetingView }): JSX.Element {
  const { takenUp, frame } = props.view;
  const { documents, total } = takenUp;
  const { lang } = frame;
  const words = wordsOf(lang).meeting;
  if (total === 0) return <p class="under">{words.nothingTakenUp}</p>;
  const left = total - documents.length;
  return (
    <>
      <p class="under">{words.takenUp(total, formatNumber(total, lang))}</p>
      <ul class="taken-up">
        {documents.map((document) => (
          <li key={document.id ?? document.code}>
            <DocumentLink document={document} lang={lang} />
          </li>
        ))}
        {left === 0 ? null : <li class="under">{words.moreTakenUp(left, formatNumber(left, lang))}</li>}
      </ul>
    </>
  );
}

/** A meeting of dozens of reports lists them by pages of their own. */
function ReportPages(props: { readonly view: MeetingView }): JSX.Element | null {
  const { reportPages, frame } = props.view;
  const { page, perPage, total } = reportPages;
  const words = wordsOf(frame.lang).meeting;
  if (total <= perPage) return null;
  const to = (number: number): string =>
    changeAddress(frame.address, { reports: number === 1 ? null : String(number) });
  return (
    <p class="all">
      {page === 1 ? null : (
        <Link to={to(page - 1)} lang={frame.lang}>
          {words.earlierReports}
        </Link>
      )}{' '}
      {page * perPage >= total ? null : (
        <Link to={to(page + 1)} lang={frame.lang}>
          {words.moreReports}
        </Link>
      )}
    </p>
  );
}
