/**
 * The documents an article cites, in the order of the text: which, how sure, why, and where in the text.
 *
 * The parts marked `data-brief` are what web/islands/hover.ts shows of an entry beside its links in the text.
 */
import type { JSX } from 'preact';
import { citationAnchor, entryAnchor } from '../address.ts';
import { formatNumber } from '../dates.ts';
import type { ArticleCitation } from '../view.ts';
import type { Lang } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { stateAnchor } from './citation-link.tsx';
import { DocumentLink, IssuerAndTerm, Surface } from './document-name.tsx';
import { CandidateList } from './document-sections.tsx';
import { Dotted } from './dotted.tsx';
import { surenessOf } from './doubt-mark.tsx';
import { Ground } from './ground.tsx';
import { Link } from './link.tsx';

export function CitationList(props: {
  readonly citations: readonly ArticleCitation[];
  readonly lang: Lang;
}): JSX.Element {
  const { citations, lang } = props;
  const words = wordsOf(lang).article;
  return (
    <section class="citations" data-open={words.openEntry} data-preview={words.preview}>
      <h2>{words.citations(formatNumber(citations.length, lang))}</h2>
      {citations.length === 0 ? <p>{words.noCitations}</p> : null}
      <ol class="lines">
        {citations.map((citation, index) => (
          <li key={entryAnchor(index)} id={entryAnchor(index)}>
            <Entry citation={citation} lang={lang} />
            <span hidden id={stateAnchor(index)} data-brief>
              {stateOf(citation, lang)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Entry(props: { readonly citation: ArticleCitation; readonly lang: Lang }): JSX.Element {
  const { citation, lang } = props;
  const { meetings, candidates } = citation;
  const words = wordsOf(lang);
  return (
    <>
      <div data-brief>
        <Name citation={citation} lang={lang} />
      </div>
      <Ground {...citation} candidates={candidates.length} lang={lang}>
        <Dotted
          items={[
            words.purposes[citation.purpose],
            meetings === null ? null : (
              <span key="meetings" data-brief>
                {words.counts.meetings(meetings, formatNumber(meetings, lang))}
              </span>
            ),
            <Places key="places" ordinals={citation.ordinals} lang={lang} />,
          ]}
        />
      </Ground>
      {candidates.length === 0 ? null : (
        <div data-brief>
          <CandidateList candidates={candidates} lang={lang} />
        </div>
      )}
      {citation.search === null ? null : (
        <p class="under">
          <Link to={citation.search} lang={lang}>
            {words.article.openCode}
          </Link>
        </p>
      )}
    </>
  );
}

function Name(props: { readonly citation: ArticleCitation; readonly lang: Lang }): JSX.Element {
  const { citation, lang } = props;
  const { document } = citation;
  if (document === null)
    return (
      <b lang={sourceLang(lang)}>
        <Surface text={citation.surface} />
      </b>
    );
  return (
    <>
      <b>
        <DocumentLink document={document} lang={lang} />
      </b>{' '}
      · <IssuerAndTerm document={document} lang={lang} />
      {document.title === null ? null : (
        <p class="about" lang={sourceLang(lang)}>
          {document.title}
        </p>
      )}
    </>
  );
}

/** How sure the entry is, in a few words: "chưa chắc. Có thể là một trong 2 văn bản". */
function stateOf({ status, conflict, printed, candidates }: ArticleCitation, lang: Lang): string {
  const words = wordsOf(lang).sureness;
  const count = candidates.length;
  return [
    words[surenessOf(status, conflict)],
    printed === null ? null : words.printed(printed),
    status === 'ambiguous' && count > 0 ? words.oneOf(count, formatNumber(count, lang)) : null,
    status === 'unknown' ? words.unknown : null,
  ]
    .filter((word) => word !== null)
    .join('. ');
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
