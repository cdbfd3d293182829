import type { JSX } from 'preact';
import { searchPath } from '../address.ts';
import { formatDate, formatNumber } from '../dates.ts';
import { DocumentLines } from '../parts/document-list.tsx';
import { Link } from '../parts/link.tsx';
import { MeetingLines } from '../parts/meeting-list.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import type { HomeView } from '../view.ts';
import { sourceLang, wordsOf } from '../words.ts';

/** The question, the box, and what is new. */
export function HomePage(props: { readonly view: HomeView }): JSX.Element {
  const { view } = props;
  const { lang } = view.frame;
  const words = wordsOf(lang);
  const { mostCited } = view;
  return (
    <>
      <section class="ask">
        <h1>{words.home.question}</h1>
        <SearchBox query="" lang={lang} size="large" />
        <Tries view={view} />
      </section>
      {view.totals.articles === 0 ? <p class="empty">{words.home.empty}</p> : null}
      <div class="two">
        {view.newest.length === 0 ? null : (
          <section>
            <h2>{words.home.newest}</h2>
            <MeetingLines meetings={view.newest} lang={lang} />
            <p class="all">
              <Link to="/cuoc-hop" lang={lang}>
                {words.home.allMeetings}
              </Link>
            </p>
          </section>
        )}
        {mostCited.documents.length === 0 ? null : (
          <section>
            <h2>
              {mostCited.days === null
                ? words.home.mostCited
                : words.home.mostCitedIn(formatNumber(mostCited.days, lang))}
            </h2>
            <DocumentLines documents={mostCited.documents} lang={lang} />
          </section>
        )}
      </div>
      <Totals view={view} />
    </>
  );
}

function Tries(props: { readonly view: HomeView }): JSX.Element | null {
  const { tries, frame } = props.view;
  if (tries.length === 0) return null;
  return (
    <div class="tries">
      <span>{wordsOf(frame.lang).search.tries}</span>
      <ul>
        {tries.map((query) => (
          <li key={query}>
            <Link to={searchPath(query)} lang={frame.lang}>
              <span lang={sourceLang(frame.lang)}>{query}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Totals(props: { readonly view: HomeView }): JSX.Element {
  const { totals, lastRun, frame } = props.view;
  const { counts, home } = wordsOf(frame.lang);
  const write = (value: number): string => formatNumber(value, frame.lang);
  const kinds = ['articles', 'meetings', 'documents', 'mentions'] as const;
  return (
    <p class="totals">
      {home.totals} {kinds.map((kind) => counts[kind](totals[kind], write(totals[kind]))).join(' · ')}.
      {lastRun === null ? null : (
        <>
          <br />
          {home.lastRun(
            formatDate(lastRun.finishedAt, frame.lang),
            write(lastRun.meetings),
            write(lastRun.mentions),
            write(lastRun.documents),
          )}
        </>
      )}
    </p>
  );
}
