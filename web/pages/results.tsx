/**
 * The answer before the archive: the documents a code may mean stand first, with the table of their meetings; then
 * meetings, then articles. Where nothing is found, the page says what was understood and what is near.
 */
import type { JSX } from 'preact';
import { articlePath, changeAddress, documentPath, meetingPath } from '../address.ts';
import { formatNumber } from '../dates.ts';
import { outletAndDay } from '../parts/article-list.tsx';
import { CitedAtTable } from '../parts/cited-at-table.tsx';
import { DocumentLine } from '../parts/document-list.tsx';

import { Dotted } from '../parts/dotted.tsx';
import { Facets } from '../parts/facets.tsx';
import { DateField, FilterForm } from '../parts/filter-form.tsx';
import { EvidenceList } from '../parts/ground.tsx';
import { Link } from '../parts/link.tsx';
import { Marked } from '../parts/marked.tsx';
import { MeetingLines } from '../parts/meeting-list.tsx';
import { Pager } from '../parts/pager.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { WhenText } from '../parts/time.tsx';
import type { ArticleHit, DocumentHit, Lang, ResultsView, Sort } from '../view.ts';
import { sourceLang, wordsOf } from '../words.ts';

export function ResultsPage(props: { readonly view: ResultsView }): JSX.Element {
  const { view } = props;
  const { lang } = view.frame;
  const words = wordsOf(lang).results;
  const isEmpty = view.documents.length + view.meetings.total + view.articles.pages.total === 0;
  return (
    <>
      <h1 class="unseen">{words.heading(view.query)}</h1>
      <SearchBox query={view.query} lang={lang} size="large" />
      <Understood view={view} />
      {view.documents.length === 0 ? <NotSeen view={view} isEmpty={isEmpty} /> : <Documents view={view} />}
      {isEmpty && !isFiltered(view) ? null : (
        <div class="with-aside">
          <a class="to-filters" href="#loc">
            {wordsOf(lang).filter.toFilters}
          </a>
          <div>
            <Meetings view={view} />
            <Articles view={view} />
          </div>
          <Filters view={view} />
        </div>
      )}
    </>
  );
}

function Understood(props: { readonly view: ResultsView }): JSX.Element | null {
  const { understood, frame } = props.view;
  if (understood.length === 0) return null;
  const words = wordsOf(frame.lang);
  return (
    <div class="understood">
      <span>{words.results.understood}</span>
      <ul>
        {understood.map((part) => {
          const text = words.results.parts[part.kind](part.text);
          return (
            <li key={`${part.kind} ${part.text}`}>
              {part.without === null ? (
                <span class="part">{text}</span>
              ) : (
                <Link
                  to={changeAddress(props.view.frame.address, { q: part.without, page: null })}
                  lang={frame.lang}
                  class="part"
                >
                  <span class="unseen">{words.filter.remove('')}</span>
                  {text} <span aria-hidden="true">×</span>
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Documents(props: { readonly view: ResultsView }): JSX.Element {
  const { documents, answer, frame } = props.view;
  const words = wordsOf(frame.lang);
  const total = formatNumber(documents.length, frame.lang);
  return (
    <section class="found" id="van-ban">
      <h2>{words.results.documents(total)}</h2>
      {answer === 'several' ? <p class="lead">{words.sureness.oneOf(documents.length, total)}</p> : null}
      {documents.map((document) => (
        <DocumentAnswer key={document.id ?? document.code} document={document} lang={frame.lang} />
      ))}
    </section>
  );
}

function DocumentAnswer(props: { readonly document: DocumentHit; readonly lang: Lang }): JSX.Element {
  const { document, lang } = props;
  const words = wordsOf(lang).results;
  const hidden = document.meetings - document.citedAt.length;
  return (
    <article class="answer">
      <DocumentLine document={document} lang={lang} isHeading />
      <EvidenceList evidence={document.why} />
      {document.citedAt.length === 0 ? null : (
        <CitedAtTable rows={document.citedAt} caption={words.citedAt(document.code)} lang={lang} />
      )}
      {document.id === null || document.citedAt.length === 0 ? null : (
        <p class="all">
          <Link to={documentPath(document.id)} lang={lang}>
            {words.allOf(document.code)}
          </Link>
          {hidden > 0
            ? ` (${wordsOf(lang).counts.meetings(document.meetings, formatNumber(document.meetings, lang))})`
            : null}
        </p>
      )}
    </article>
  );
}

function NotSeen(props: { readonly view: ResultsView; readonly isEmpty: boolean }): JSX.Element | null {
  const { view, isEmpty } = props;
  const { lang } = view.frame;
  const words = wordsOf(lang).results;
  if (view.query.trim() === '') return <p class="empty">{words.nothingTyped}</p>;
  if (view.wantedCode === null && !isEmpty) return null;
  return (
    <section class="empty">
      <p class="lead">
        {view.wantedCode === null ? (
          words.nothing(view.query)
        ) : (
          <>
            {words.notSeen(view.wantedCode)} {view.nearest.length === 0 ? wordsOf(lang).frame.silence : words.nearest}
          </>
        )}
      </p>
      {view.nearest.length === 0 ? null : (
        <ul class="lines documents">
          {view.nearest.map((document) => (
            <li key={document.id ?? document.code}>
              <DocumentLine document={document} lang={lang} />
            </li>
          ))}
        </ul>
      )}
      {view.meant === null ? null : (
        <p class="meant">
          {words.meant}{' '}
          <Link to={view.meant.href} lang={lang}>
            {view.meant.text}
          </Link>
        </p>
      )}
      {isEmpty ? <p>{words.advice}</p> : null}
    </section>
  );
}

function Meetings(props: { readonly view: ResultsView }): JSX.Element | null {
  const { meetings, frame } = props.view;
  const { lang } = frame;
  if (meetings.total === 0) return null;
  return (
    <section id="cuoc-hop">
      <h2>{wordsOf(lang).results.meetings(formatNumber(meetings.total, lang))}</h2>
      <MeetingLines meetings={meetings.items} lang={lang} />
      {meetings.more === null ? null : (
        <p class="all">
          <Link to={meetings.more} lang={lang}>
            {wordsOf(lang).results.moreMeetings}
          </Link>
        </p>
      )}
    </section>
  );
}

function Articles(props: { readonly view: ResultsView }): JSX.Element | null {
  const { articles, frame } = props.view;
  const { lang } = frame;
  return (
    <section id="bai-viet">
      <h2>{wordsOf(lang).results.articles(formatNumber(articles.pages.total, lang))}</h2>
      {articles.items.length === 0 ? (
        <p>{wordsOf(lang).frame.silence}</p>
      ) : (
        <ol class="lines articles">
          {articles.items.map((hit) => (
            <li key={hit.id}>
              <Article hit={hit} lang={lang} />
            </li>
          ))}
        </ol>
      )}
      <Pager pages={articles.pages} frame={frame} />
    </section>
  );
}

function Article(props: { readonly hit: ArticleHit; readonly lang: Lang }): JSX.Element {
  const { hit, lang } = props;
  return (
    <>
      <h3 lang={sourceLang(lang)}>
        <Link to={articlePath(hit.id)} lang={lang}>
          {hit.heading.text === '' ? wordsOf(lang).untitled : <Marked value={hit.heading} />}
        </Link>
      </h3>
      <p class="snippet" lang={sourceLang(lang)}>
        <Marked value={hit.snippet} />
      </p>
      <p class="under">
        <Dotted
          items={[
            ...outletAndDay(hit, lang),
            hit.meeting === null ? null : <HitMeeting key="meeting" meeting={hit.meeting} lang={lang} />,
          ]}
        />
      </p>
    </>
  );
}

function HitMeeting(props: { readonly meeting: NonNullable<ArticleHit['meeting']>; readonly lang: Lang }): JSX.Element {
  const { meeting, lang } = props;
  return (
    <span>
      <Link to={meetingPath(meeting.id)} lang={lang}>
        {wordsOf(lang).article.meeting}
      </Link>{' '}
      <WhenText when={meeting.when} lang={lang} />
      {meeting.host === null ? null : <span lang={sourceLang(lang)}>, {meeting.host}</span>}
    </span>
  );
}

function Filters(props: { readonly view: ResultsView }): JSX.Element {
  const { view } = props;
  const { frame } = view;
  const words = wordsOf(frame.lang);
  const sorts: readonly Sort[] = ['relevance', 'newest', 'oldest'];
  return (
    <aside class="side" aria-labelledby="loc">
      <h2 id="loc">{words.filter.title}</h2>
      <div class="facet">
        <h3>{words.filter.sort}</h3>
        <ul>
          {sorts.map((sort) => (
            <li key={sort}>
              {sort === view.sort ? (
                <b class="chosen">{words.sorts[sort]}</b>
              ) : (
                <Link
                  to={changeAddress(frame.address, { sort: sort === 'relevance' ? null : sort, page: null })}
                  lang={frame.lang}
                  class="choice"
                >
                  {words.sorts[sort]}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </div>
      <FilterForm frame={frame} names={['from', 'to']}>
        <DateField name="from" label={words.filter.from} value={view.from} />
        <DateField name="to" label={words.filter.to} value={view.to} />
      </FilterForm>
      <Facets facets={view.facets} frame={frame} />
    </aside>
  );
}

function isFiltered(view: ResultsView): boolean {
  return view.from !== null || view.to !== null || view.facets.some((facet) => facet.selected !== null);
}
