/**
 * The answer before the archive: the documents a code may mean stand first, with the table of their meetings; then
 * meetings, then articles. Where nothing is found, the page says what was understood and what is near.
 */
import type { JSX } from 'preact';
import { changeAddress, documentPath } from '../address.ts';
import { formatNumber } from '../dates.ts';
import { ArticleFound } from '../parts/article-hit.tsx';
import { CitedAtTable } from '../parts/cited-at-table.tsx';
import { DocumentChoices, WhyLine } from '../parts/document-choices.tsx';
import { DocumentLine, DocumentLines } from '../parts/document-list.tsx';
import { Facets } from '../parts/facets.tsx';
import { DateField, FilterForm } from '../parts/filter-form.tsx';
import { Link } from '../parts/link.tsx';
import { MeetingLines } from '../parts/meeting-list.tsx';
import { Pager } from '../parts/pager.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import type { DocumentHit, ResultsView } from '../view.ts';
import type { Lang, Sort } from '../view-terms.ts';
import { wordsOf } from '../words.ts';

/** So many documents that words found are seen at once. */
const OF_WORDS = 4;

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
  const { lang } = frame;
  const words = wordsOf(lang);
  const total = formatNumber(documents.length, lang);
  const [only] = documents;
  return (
    <section class="found" id="van-ban">
      <h2>
        {words.results.documents(total)}
        {answer === 'several' ? <span class="span">: {words.sureness.oneOf(documents.length, total)}</span> : null}
      </h2>
      {answer === 'one' && only !== undefined ? (
        <DocumentAnswer document={only} lang={lang} />
      ) : answer === 'several' ? (
        <DocumentChoices documents={documents} lang={lang} />
      ) : (
        <DocumentsOfWords documents={documents} lang={lang} />
      )}
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
      <WhyLine why={document.why} lang={lang} />
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

/** Documents whose title or issuer has the words: the first few, so that meetings and articles are not far. */
function DocumentsOfWords(props: { readonly documents: readonly DocumentHit[]; readonly lang: Lang }): JSX.Element {
  const { documents, lang } = props;
  const rest = documents.slice(OF_WORDS);
  return (
    <>
      <DocumentLines documents={documents.slice(0, OF_WORDS)} lang={lang} />
      {rest.length === 0 ? null : (
        <details class="more">
          <summary>{wordsOf(lang).counts.moreValues(rest.length, formatNumber(rest.length, lang))}</summary>
          <DocumentLines documents={rest} lang={lang} />
        </details>
      )}
    </>
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
      {view.wantedCode === null ? null : (
        <p>
          {words.keep}{' '}
          <Link to={view.frame.address} lang={lang}>
            {words.keepLink(view.wantedCode)}
          </Link>
        </p>
      )}
    </section>
  );
}

function Meetings(props: { readonly view: ResultsView }): JSX.Element | null {
  const { meetings, frame } = props.view;
  const { lang } = frame;
  if (meetings.items.length === 0) return null;
  return (
    <section id="cuoc-hop">
      <h2>{wordsOf(lang).results.meetings(formatNumber(meetings.total, lang))}</h2>
      <MeetingLines meetings={meetings.items} lang={lang} />
      {meetings.more === null ? null : (
        <p class="all">
          <Link to={meetings.more} lang={lang}>
            {wordsOf(lang).results.moreMeetings(formatNumber(meetings.total, lang))}
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
              <ArticleFound hit={hit} lang={lang} />
            </li>
          ))}
        </ol>
      )}
      <Pager pages={articles.pages} frame={frame} />
    </section>
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
      <div class="facets-open">
        <Facets facets={view.facets} frame={frame} />
      </div>
      <details class="facets-folded">
        <summary>{words.filter.more}</summary>
        <Facets facets={view.facets} frame={frame} />
      </details>
    </aside>
  );
}

function isFiltered(view: ResultsView): boolean {
  return view.from !== null || view.to !== null || view.facets.some((facet) => facet.selected !== null);
}
