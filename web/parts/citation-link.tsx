/**
 * A citation in running text: a link whose underline tells how sure it is (solid, dotted, wavy), with the document's
 * name shown on hover or focus. What nothing settles leads to its entry below, where the candidates are.
 */
import type { JSX } from 'preact';
import { citationAnchor, entryAnchor, href } from '../address.ts';
import { formatNumber } from '../dates.ts';
import type { ArticleCitation, CitationMark, Lang } from '../view.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { IssuerAndTerm, Surface } from './document-name.tsx';
import { Dotted } from './dotted.tsx';
import { surenessOf } from './doubt-mark.tsx';

export function CitationLink(props: {
  readonly text: string;
  readonly mark: CitationMark;
  /** Its entry in the list of citations; undefined where the list lacks it. */
  readonly entry: ArticleCitation | undefined;
  readonly lang: Lang;
}): JSX.Element {
  const { text, mark, entry, lang } = props;
  const sureness = surenessOf(mark.status, mark.conflict);
  const target = mark.href === null ? `#${entryAnchor(mark.entry)}` : href(mark.href, lang);
  const peek = `x${mark.ordinal}`;
  return (
    <span class="cite" id={citationAnchor(mark.ordinal)}>
      <a href={target} class={sureness} aria-describedby={entry === undefined ? undefined : peek}>
        <Surface text={text} />
      </a>
      {entry === undefined ? null : (
        <span class="peek" role="tooltip" id={peek} lang={lang}>
          <Peek entry={entry} lang={lang} />
        </span>
      )}
    </span>
  );
}

function Peek(props: { readonly entry: ArticleCitation; readonly lang: Lang }): JSX.Element {
  const { entry, lang } = props;
  const { document, candidates, meetings } = entry;
  const words = wordsOf(lang);
  return (
    <>
      <b>
        {document === null
          ? entry.surface
          : `${document.typeName === null ? '' : `${document.typeName} `}${document.code}`}
      </b>{' '}
      {document === null ? null : <IssuerAndTerm document={document} lang={lang} />}
      {document?.title == null ? null : (
        <span class="about" lang={sourceLang(lang)}>
          {document.title}
        </span>
      )}
      <span class="under">
        <Dotted
          items={[
            words.sureness[surenessOf(entry.status, entry.conflict)],
            entry.printed === null ? null : words.sureness.printed(entry.printed),
            candidates.length === 0
              ? null
              : words.sureness.oneOf(candidates.length, formatNumber(candidates.length, lang)),
            meetings === null ? null : words.counts.meetings(meetings, formatNumber(meetings, lang)),
          ]}
        />
      </span>
    </>
  );
}
