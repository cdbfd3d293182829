/** All documents, most cited first; those of which no text is held are the ones to look for. */
import type { JSX } from 'preact';
import { formatNumber } from '../dates.ts';
import { DocumentLink, IssuerAndTerm } from '../parts/document-name.tsx';
import { FilterForm, SelectField } from '../parts/filter-form.tsx';
import { Pager } from '../parts/pager.tsx';
import { DateText } from '../parts/time.tsx';
import type { Lang } from '../view-terms.ts';
import type { DocumentsView, ListedDocument } from '../views/documents.ts';
import { sourceLang, wordsOf } from '../words.ts';

export function DocumentsPage(props: { readonly view: DocumentsView }): JSX.Element {
  const { frame, filters, items, pages } = props.view;
  const { lang } = frame;
  const words = wordsOf(lang);
  const isWanted = filters.some(({ name, selected }) => name === 'state' && selected === 'cited_only');
  return (
    <>
      <h1>{isWanted ? words.documents.wanted : words.documents.title}</h1>
      <p class="lead">{isWanted ? words.documents.aboutWanted : words.documents.about}</p>
      <FilterForm frame={frame} names={filters.map(({ name }) => name)}>
        {filters.map((filter) => (
          <SelectField key={filter.name} filter={filter} label={words.documents.filter[filter.name]} lang={lang} />
        ))}
      </FilterForm>
      <p class="found-count">{words.counts.documents(pages.total, formatNumber(pages.total, lang))}</p>
      {items.length === 0 ? (
        <p class="empty">{words.documents.none}</p>
      ) : (
        <DocumentTable documents={items} lang={lang} />
      )}
      <Pager pages={pages} frame={frame} />
    </>
  );
}

function DocumentTable(props: { readonly documents: readonly ListedDocument[]; readonly lang: Lang }): JSX.Element {
  const { lang } = props;
  const words = wordsOf(lang).documents;
  return (
    <table class="cards held">
      <caption class="unseen">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.document}</th>
          <th scope="col">{words.date}</th>
          <th scope="col">{words.text}</th>
          <th scope="col" class="number">
            {words.citedBy}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.documents.map((document) => (
          <tr key={document.id}>
            <th scope="row" data-label={words.document}>
              <DocumentLink document={document} lang={lang} />
              <span class="under">
                <IssuerAndTerm document={document} lang={lang} />
              </span>
              {document.title === null ? null : (
                <span class="under" lang={sourceLang(lang)}>
                  {document.title}
                </span>
              )}
            </th>
            <td class="date" data-label={words.date}>
              {document.date === null ? (
                <span class="unknown">{words.noDate}</span>
              ) : (
                <DateText iso={document.date} lang={lang} />
              )}
            </td>
            <td data-label={words.text}>{words.states[document.state]}</td>
            <td class="number" data-label={words.citedBy}>
              {formatNumber(document.citedBy, lang)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
