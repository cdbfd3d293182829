/** One meeting: what it was, who was there in which role, which documents were cited for what, and who reports it. */
import type { JSX } from 'preact';
import { ArticleLines } from '../parts/article-list.tsx';
import { DocumentLink, IssuerAndTerm } from '../parts/document-name.tsx';
import { Facts } from '../parts/facts.tsx';
import { MeetingLines } from '../parts/meeting-list.tsx';
import { Passages, PassageWithGround } from '../parts/passage.tsx';
import { Person } from '../parts/person.tsx';
import { WhenText } from '../parts/time.tsx';
import type { Level, MeetingView } from '../view.ts';
import { sourceLang, wordsOf } from '../words.ts';

const LEVELS: readonly (Level | 'unknown')[] = ['central', 'province', 'district', 'commune', 'org', 'unknown'];

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
            <Documents view={view} />
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

function Documents(props: { readonly view: MeetingView }): JSX.Element {
  const { documents, frame } = props.view;
  const { lang } = frame;
  const words = wordsOf(lang);
  if (documents.length === 0) return <p>{words.meeting.noDocuments}</p>;
  const groups = LEVELS.map((level) => ({
    level,
    lines: documents.filter(({ document }) => (document.level ?? 'unknown') === level),
  })).filter(({ lines }) => lines.length > 0);
  return (
    <table class="cards by-level">
      <caption class="unseen">{words.meeting.documents}</caption>
      <thead>
        <tr>
          <th scope="col">{words.table.documents}</th>
          <th scope="col">{words.table.purpose}</th>
          <th scope="col">{words.table.passage}</th>
        </tr>
      </thead>
      {groups.map(({ level, lines }) => (
        <tbody key={level}>
          <tr class="group">
            <th scope="rowgroup" colSpan={3}>
              {words.levels[level]}
            </th>
          </tr>
          {lines.map((line) => (
            <tr key={line.document.id ?? line.document.code}>
              <th scope="row" data-label={words.table.documents}>
                <DocumentLink document={line.document} lang={lang} />
                <span class="under">
                  <IssuerAndTerm document={line.document} lang={lang} />
                </span>
                {line.document.title === null ? null : (
                  <span class="under about" lang={sourceLang(lang)}>
                    {line.document.title}
                  </span>
                )}
              </th>
              <td data-label={words.table.purpose}>
                {[...new Set(line.passages.map((passage) => words.purposes[passage.purpose]))].join(', ')}
              </td>
              <td class="wide" data-label={words.table.passage}>
                <Passages passages={line.passages} lang={lang} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
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
      {previous === null && next === null ? null : <h2>{words.meeting.neighbours}</h2>}
      {previous === null ? null : <Neighbour label={words.meeting.previous} view={props.view} meeting={previous} />}
      {next === null ? null : <Neighbour label={words.meeting.next} view={props.view} meeting={next} />}
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
