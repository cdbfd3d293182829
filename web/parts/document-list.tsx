import type { JSX } from 'preact';
import { formatNumber } from '../dates.ts';
import type { DocumentBrief, Lang } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { DocumentLink, IssuerAndTerm } from './document-name.tsx';
import { Sparkline } from './sparkline.tsx';
import { DateText } from './time.tsx';

/** Documents as lines: which, whose, about what; at how many meetings and when last. */
export function DocumentLines(props: {
  readonly documents: readonly DocumentBrief[];
  readonly lang: Lang;
}): JSX.Element {
  return (
    <ul class="lines documents">
      {props.documents.map((document) => (
        <li key={document.id ?? document.code}>
          <DocumentLine document={document} lang={props.lang} />
        </li>
      ))}
    </ul>
  );
}

export function DocumentLine(props: {
  readonly document: DocumentBrief;
  readonly lang: Lang;
  /** Where each document is a section of its own, its name is a heading. */
  readonly isHeading?: boolean;
  /** What is counted, in words, where that is not the number of its meetings. */
  readonly count?: string;
}): JSX.Element {
  const { document, lang } = props;
  const name = <DocumentLink document={document} lang={lang} />;
  return (
    <div class="document-line">
      <div>
        {props.isHeading === true ? <h3>{name}</h3> : <b>{name}</b>}
        <span class="whose">
          {' · '}
          <IssuerAndTerm document={document} lang={lang} />
        </span>
        {document.title === null ? null : (
          <p class="about" lang={sourceLang(lang)}>
            {document.title}
          </p>
        )}
      </div>
      <Counts document={document} count={props.count} lang={lang} />
    </div>
  );
}

function Counts(props: {
  readonly document: DocumentBrief;
  readonly count: string | undefined;
  readonly lang: Lang;
}): JSX.Element {
  const { document, lang } = props;
  const words = wordsOf(lang);
  return (
    <p class="counts">
      <Sparkline trend={document.trend} lang={lang} />
      <span>{props.count ?? words.counts.meetings(document.meetings, formatNumber(document.meetings, lang))}</span>
      {document.latest === null ? null : (
        <span class="under">
          {words.latest} <DateText iso={document.latest} lang={lang} />
        </span>
      )}
    </p>
  );
}
