import type { JSX } from 'preact';
import { formatNumber } from '../dates.ts';
import type { ArticleView } from '../view.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { Facts } from './facts.tsx';
import { Link, OutsideLink } from './link.tsx';
import { MeetingTitle } from './meeting-list.tsx';
import { Person } from './person.tsx';
import { DateText, WhenText } from './time.tsx';

/** The facts of an article's meeting, then where, when and in which bytes the article was found. */
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
  const { meeting, place, frame } = props.view;
  const { lang } = frame;
  const words = wordsOf(lang);
  if (meeting === null) return <p>{words.article.noMeeting}</p>;
  return (
    <Facts
      facts={[
        { label: words.article.name, value: <MeetingTitle meeting={meeting} lang={lang} /> },
        { label: words.article.kind, value: words.meetingKinds[meeting.kind] },
        { label: words.article.date, value: <WhenText when={meeting.when} lang={lang} /> },
        { label: words.article.host, value: <Stated text={meeting.host} view={props.view} /> },
        { label: words.article.place, value: <Stated text={place} view={props.view} /> },
        { label: words.article.chair, value: <Person person={meeting.chair} lang={lang} /> },
      ]}
    />
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
        {
          label: words.article.versions,
          value: view.versions > 1 ? words.counts.versions(view.versions, formatNumber(view.versions, lang)) : null,
        },
        { label: words.article.hash, value: <code class="hash">{view.snapshotHash}</code> },
      ]}
    />
  );
}

function Stated(props: { readonly text: string | null; readonly view: ArticleView }): JSX.Element {
  const { text, view } = props;
  const { lang } = view.frame;
  if (text === null) return <span class="unknown">{wordsOf(lang).notStated}</span>;
  return <span lang={sourceLang(lang)}>{text}</span>;
}
