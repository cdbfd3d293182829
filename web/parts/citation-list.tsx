/** The documents an article cites, in the order of the text: which, how sure, why, and where in the text. */
import type { JSX } from 'preact';
import { citationAnchor, entryAnchor } from '../address.ts';
import { formatNumber } from '../dates.ts';
import type { ArticleCitation, Lang } from '../view.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { DocumentLink, IssuerAndTerm, Surface } from './document-name.tsx';
import { CandidateList } from './document-sections.tsx';
import { Dotted } from './dotted.tsx';
import { Ground } from './ground.tsx';

export function CitationList(props: {
  readonly citations: readonly ArticleCitation[];
  readonly lang: Lang;
}): JSX.Element {
  const { citations, lang } = props;
  const words = wordsOf(lang).article;
  return (
    <section class="citations">
      <h2>{words.citations(formatNumber(citations.length, lang))}</h2>
      {citations.length === 0 ? <p>{words.noCitations}</p> : null}
      <ol class="lines">
        {citations.map((citation, index) => (
          <li key={entryAnchor(index)} id={entryAnchor(index)}>
            <Entry citation={citation} lang={lang} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Entry(props: { readonly citation: ArticleCitation; readonly lang: Lang }): JSX.Element {
  const { citation, lang } = props;
  const { document } = citation;
  const words = wordsOf(lang);
  return (
    <>
      {document === null ? (
        <b lang={sourceLang(lang)}>
          <Surface text={citation.surface} />
        </b>
      ) : (
        <>
          <b>
            <DocumentLink document={document} lang={lang} />
          </b>{' '}
          · <IssuerAndTerm document={document} lang={lang} />
        </>
      )}
      {document?.title == null ? null : (
        <p class="about" lang={sourceLang(lang)}>
          {document.title}
        </p>
      )}
      <Ground {...citation} candidates={citation.candidates.length} lang={lang}>
        <Dotted
          items={[
            words.purposes[citation.purpose],
            citation.meetings === null
              ? null
              : words.counts.meetings(citation.meetings, formatNumber(citation.meetings, lang)),
            <Places key="places" ordinals={citation.ordinals} lang={lang} />,
          ]}
        />
      </Ground>
      {citation.candidates.length === 0 ? null : <CandidateList candidates={citation.candidates} lang={lang} />}
    </>
  );
}

/** Links back to the mentions in the text: "Trong bài: 1, 2". */
function Places(props: { readonly ordinals: readonly number[]; readonly lang: Lang }): JSX.Element {
  const words = wordsOf(props.lang).article;
  return (
    <span class="places">
      {words.inText}
      {props.ordinals.map((ordinal, index) => {
        const number = formatNumber(index + 1, props.lang);
        return (
          <a key={ordinal} href={`#${citationAnchor(ordinal)}`} aria-label={words.mention(number)}>
            {number}
          </a>
        );
      })}
    </span>
  );
}
