/** What a reader takes away from a document's page: the table as a file or on paper, the words that cite it. */
import type { JSX } from 'preact';
import { href } from '../address.ts';
import { formatNumber } from '../dates.ts';
import type { CitesLine, DocumentView } from '../view.ts';
import type { Lang } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { ArticleLink } from './article-list.tsx';
import { DocumentLink, IssuerAndTerm } from './document-name.tsx';
import { Dotted } from './dotted.tsx';

/** "Xuất: Excel · CSV · Word · In". Printing needs a script, which shows its button (islands/print.ts). */
export function TakeAway(props: { readonly view: DocumentView }): JSX.Element | null {
  const { files, frame } = props.view;
  if (files === undefined) return null;
  const words = wordsOf(frame.lang).tools;
  const links = [
    [files.xlsx, words.excel],
    [files.csv, words.csv],
    [files.docx, words.word],
  ] as const;
  return (
    <nav class="take" aria-label={words.takeLabel}>
      <span aria-hidden="true">{words.take}</span>
      <ul>
        {links.map(([to, name]) => (
          <li key={name}>
            <a href={href(to, frame.lang)} rel="nofollow" download>
              {name}
            </a>
          </li>
        ))}
        <li hidden data-needs-script>
          <button type="button" class="quiet" data-print>
            {words.print}
          </button>
        </li>
      </ul>
    </nav>
  );
}

/** The Decree's words, to be copied; what is left out is said. */
export function Citing(props: { readonly view: DocumentView }): JSX.Element | null {
  const { citing, frame } = props.view;
  if (citing === undefined) return null;
  const words = wordsOf(frame.lang).tools;
  const { full, short, lacks, ris, bib } = citing;
  return (
    <details class="citing" id="trich-dan">
      <summary>{words.cite}</summary>
      <dl>
        <CitingForm id="trich-dan-du" label={words.citeFull} text={full} lang={frame.lang} />
        <CitingForm id="trich-dan-gon" label={words.citeShort} text={short} lang={frame.lang} />
      </dl>
      {lacks.length === 0 ? null : (
        <p class="note">
          {words.citeLacks} {lacks.map(({ part, why }) => words.lacks[part][why]).join(', ')}.
        </p>
      )}
      <p class="note">{words.citeCheck}</p>
      <p class="note">
        {words.citeFiles}{' '}
        <a href={ris} rel="nofollow" download>
          RIS
        </a>
        {' · '}
        <a href={bib} rel="nofollow" download>
          BibTeX
        </a>
      </p>
    </details>
  );
}

function CitingForm(props: {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly lang: Lang;
}): JSX.Element {
  const words = wordsOf(props.lang).tools;
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>
        <span id={props.id} lang={sourceLang(props.lang)}>
          {props.text}
        </span>{' '}
        <button
          type="button"
          class="quiet"
          hidden
          data-needs-script
          data-copy={props.id}
          data-copied={words.copied}
          aria-describedby={props.id}
        >
          {words.copy}
        </button>
      </dd>
    </div>
  );
}

/** What the held text of the document names. */
export function Cites(props: { readonly view: DocumentView }): JSX.Element | null {
  const { cites, frame } = props.view;
  if (cites === undefined || cites.items.length === 0) return null;
  const words = wordsOf(frame.lang).tools;
  const rest = cites.total - cites.items.length;
  return (
    <section>
      <h2>{words.cites(formatNumber(cites.total, frame.lang))}</h2>
      <ul class="lines">
        {cites.items.map((line) => (
          <li key={line.document.id ?? line.document.code} class="relation">
            <CitesItem line={line} lang={frame.lang} />
          </li>
        ))}
      </ul>
      {rest > 0 ? <p class="under">{words.moreCites(formatNumber(rest, frame.lang))}</p> : null}
    </section>
  );
}

function CitesItem(props: { readonly line: CitesLine; readonly lang: Lang }): JSX.Element {
  const { line, lang } = props;
  const words = wordsOf(lang);
  return (
    <>
      <DocumentLink document={line.document} lang={lang} /> ·{' '}
      <Dotted
        items={[
          <IssuerAndTerm key="issuer" document={line.document} lang={lang} />,
          line.kinds.length === 0 ? null : (
            <span key="kinds">{line.kinds.map((kind) => words.actsOn[kind].toLowerCase()).join(', ')}</span>
          ),
        ]}
      />
      <details class="why">
        <summary>{words.document.sentence}</summary>
        <span class="passage" lang={sourceLang(lang)}>
          “{line.sentence}”
        </span>
        <span class="under">
          <ArticleLink article={line.article} lang={lang} />
        </span>
      </details>
    </>
  );
}
