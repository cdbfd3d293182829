import type { ComponentChildren, JSX } from 'preact';
import { formatNumber } from '../dates.ts';
import type { ArticleView, FactGround } from '../view.ts';
import type { Lang } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { DocumentLink } from './document-name.tsx';
import { Facts } from './facts.tsx';
import { Link, OutsideLink } from './link.tsx';
import { MeetingTitle } from './meeting-list.tsx';
import { Person } from './person.tsx';
import { DateText, WhenText } from './time.tsx';

/** The facts of an article's meeting with their ground, then where, when and in which bytes the article was found. */
export function ArticleFacts(props: { readonly view: ArticleView }): JSX.Element {
  const { lang } = props.view.frame;
  const words = wordsOf(lang).article;
  return (
    <>
      <h2>{words.meeting}</h2>
      <MeetingFacts view={props.view} />
      <h2>{words.facts}</h2>
      <SourceFacts view={props.view} />
    </>
  );
}

function MeetingFacts(props: { readonly view: ArticleView }): JSX.Element {
  const { meeting, place, grounds, frame } = props.view;
  const { lang } = frame;
  const words = wordsOf(lang);
  if (meeting === null) return <p>{words.article.noMeeting}</p>;
  const grounded = (value: ComponentChildren, ground: FactGround | null): JSX.Element => (
    <>
      {value}
      <Because ground={ground} lang={lang} />
    </>
  );
  const { article } = words;
  return (
    <Facts
      facts={[
        { label: article.name, value: <MeetingTitle meeting={meeting} lang={lang} /> },
        { label: article.kind, value: words.meetingKinds[meeting.kind] },
        { label: article.date, value: grounded(<WhenText when={meeting.when} lang={lang} />, grounds.date) },
        { label: article.host, value: grounded(<Stated text={meeting.host} view={props.view} />, grounds.host) },
        { label: article.place, value: grounded(<Stated text={place} view={props.view} />, grounds.place) },
        { label: article.chair, value: grounded(<Person person={meeting.chair} lang={lang} />, grounds.chair) },
      ]}
    />
  );
}

/** The sentence that states a fact, one click away; or that only other reports state it. */
function Because(props: { readonly ground: FactGround | null; readonly lang: Lang }): JSX.Element | null {
  const { ground, lang } = props;
  const words = wordsOf(lang);
  if (ground === null) return null;
  if (ground.kind === 'other_reports') return <span class="under">({words.article.otherReportsSay})</span>;
  return (
    <details class="why">
      <summary>
        <span class="ask-why">{words.sureness.why}</span>
      </summary>
      <p class="under">
        {words.article.quoted} <q lang={sourceLang(lang)}>{ground.sentence}</q>
      </p>
    </details>
  );
}

function SourceFacts(props: { readonly view: ArticleView }): JSX.Element {
  const { view } = props;
  const { article, frame } = view;
  const { lang } = frame;
  const words = wordsOf(lang);
  const date = (iso: string | null): JSX.Element | null => (iso === null ? null : <DateText iso={iso} lang={lang} />);
  return (
    <Facts
      facts={[
        {
          label: words.article.holds,
          value: view.holds === null ? null : <DocumentLink document={view.holds} lang={lang} />,
        },
        { label: words.article.source, value: <Stated text={article.source} view={view} /> },
        { label: words.article.author, value: view.author === null ? null : <Stated text={view.author} view={view} /> },
        { label: words.article.published, value: date(article.published) },
        { label: words.article.updated, value: date(view.updated) },
        { label: words.article.address, value: <OutsideLink to={view.url}>{view.url}</OutsideLink> },
        { label: words.article.captured, value: date(view.capturedAt) },
        {
          label: words.article.snapshot,
          value:
            view.snapshot === null ? null : (
              <Link to={view.snapshot} lang={lang}>
                {words.article.openSnapshot}
              </Link>
            ),
        },
        { label: words.article.versions, value: view.history === null ? null : <Versions view={view} /> },
        { label: words.article.hash, value: <code class="hash">{view.snapshotHash}</code> },
      ]}
    />
  );
}

function Versions(props: { readonly view: ArticleView }): JSX.Element {
  const { versions, history, frame } = props.view;
  const words = wordsOf(frame.lang);
  return (
    <>
      {words.counts.versions(versions, formatNumber(versions, frame.lang))}:{' '}
      <Link to={history ?? '/'} lang={frame.lang}>
        {words.article.openVersions}
      </Link>
    </>
  );
}

function Stated(props: { readonly text: string | null; readonly view: ArticleView }): JSX.Element {
  const { text, view } = props;
  const { lang } = view.frame;
  if (text === null) return <span class="unknown">{wordsOf(lang).notStated}</span>;
  return <span lang={sourceLang(lang)}>{text}</span>;
}
