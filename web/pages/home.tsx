import type { JSX } from 'preact';
import { searchPath } from '../address.ts';
import { formatDate, formatNumber } from '../dates.ts';
import { DocumentLine } from '../parts/document-list.tsx';
import { Dotted } from '../parts/dotted.tsx';
import { Link } from '../parts/link.tsx';
import { MeetingLines } from '../parts/meeting-list.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { HealthMark } from '../parts/source-health.tsx';
import { SourceNameLink } from '../parts/source-name.tsx';
import { DateText } from '../parts/time.tsx';
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
      <LastRun view={view} />
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
            <ul class="lines documents">
              {mostCited.documents.map((document) => (
                <li key={document.id ?? document.code}>
                  <DocumentLine
                    document={document}
                    lang={lang}
                    count={words.counts.articles(document.articles, formatNumber(document.articles, lang))}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <Sources view={view} />
      <Totals view={view} />
    </>
  );
}

/** "Đêm qua: 12 cuộc họp, 48 lượt nhắc, 5 văn bản mới. 3 nguồn cần xem lại." */
function LastRun(props: { readonly view: HomeView }): JSX.Element | null {
  const { lastRun, sources, frame } = props.view;
  const { lang } = frame;
  const { counts, home } = wordsOf(lang);
  if (lastRun === null) return null;
  const write = (value: number): string => formatNumber(value, lang);
  return (
    <section class="last-run">
      <h2>{lastRun.isLastNight ? home.lastNight : home.lastRunOn(formatDate(lastRun.finishedAt, lang))}</h2>
      <p>
        {home.brought(
          counts.meetings(lastRun.meetings, write(lastRun.meetings)),
          counts.mentions(lastRun.mentions, write(lastRun.mentions)),
          counts.documents(lastRun.documents, write(lastRun.documents)),
        )}
        {sources.amiss === 0 ? null : (
          <>
            {' '}
            <Link to="/nguon" lang={lang}>
              {home.amiss(sources.amiss, write(sources.amiss))}
            </Link>
          </>
        )}
      </p>
    </section>
  );
}

function Sources(props: { readonly view: HomeView }): JSX.Element | null {
  const { sources, frame } = props.view;
  const { lang } = frame;
  const words = wordsOf(lang);
  if (sources.total === 0) return null;
  return (
    <section class="freshness">
      <h2>{words.home.sources}</h2>
      <ul class="lines">
        {sources.shown.map((source) => (
          <li key={source.id ?? ''}>
            <SourceNameLink source={source} lang={lang} />
            <span class="under">
              <Dotted
                items={[
                  <HealthMark key="health" health={source.health} lang={lang} />,
                  words.counts.articles(source.articles, formatNumber(source.articles, lang)),
                  source.latest === null ? null : (
                    <span key="latest">
                      {words.latest} <DateText iso={source.latest} lang={lang} />
                    </span>
                  ),
                ]}
              />
            </span>
          </li>
        ))}
      </ul>
      <p class="all">
        <Link to="/nguon" lang={lang}>
          {words.home.allSources(formatNumber(sources.total, lang))}
        </Link>
      </p>
    </section>
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
  const { totals, frame } = props.view;
  const { counts, home } = wordsOf(frame.lang);
  const write = (value: number): string => formatNumber(value, frame.lang);
  const kinds = ['articles', 'meetings', 'documents', 'mentions'] as const;
  return (
    <p class="totals">
      {home.totals} {kinds.map((kind) => counts[kind](totals[kind], write(totals[kind]))).join(' · ')}.
    </p>
  );
}
