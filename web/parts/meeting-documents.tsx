/**
 * The documents cited at a meeting, grouped by level, each with what was done with it and the sentences that say so. A
 * sentence that several reports print stands once.
 */
import type { JSX } from 'preact';
import { formatNumber } from '../dates.ts';
import type { CitedSentence, MeetingView } from '../view.ts';
import type { Lang, Level } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { ArticleLink } from './article-list.tsx';
import { DocumentLink, IssuerAndTerm } from './document-name.tsx';
import { PassageArticle, PassageText, PassageWithGround } from './passage.tsx';

const LEVELS: readonly (Level | 'unknown')[] = ['central', 'province', 'district', 'commune', 'org', 'unknown'];

export function MeetingDocuments(props: { readonly view: MeetingView }): JSX.Element {
  const { documents, frame } = props.view;
  const { lang } = frame;
  const words = wordsOf(lang);
  if (documents.length === 0) return <p>{words.meeting.noDocuments}</p>;
  const groups = LEVELS.map((level) => ({
    level,
    lines: documents.filter(({ document }) => (document.level ?? 'unknown') === level),
  })).filter(({ lines }) => lines.length > 0);
  return (
    <table class="cards by-level">
      <caption class="unseen">{words.meeting.documents}</caption>
      <thead>
        <tr>
          <th scope="col">{words.table.documents}</th>
          <th scope="col">{words.table.purpose}</th>
          <th scope="col">{words.table.passage}</th>
        </tr>
      </thead>
      {groups.map(({ level, lines }) => (
        <tbody key={level}>
          <tr class="group">
            <th scope="rowgroup" colSpan={3}>
              {words.levels[level]}
            </th>
          </tr>
          {lines.map((line) => (
            <DocumentRow key={line.document.id ?? line.document.code} line={line} lang={lang} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function DocumentRow(props: { readonly line: MeetingView['documents'][number]; readonly lang: Lang }): JSX.Element {
  const { line, lang } = props;
  const { document, passages } = line;
  const words = wordsOf(lang);
  return (
    <tr>
      <th scope="row" data-label={words.table.documents}>
        <DocumentLink document={document} lang={lang} />
        <span class="under">
          <IssuerAndTerm document={document} lang={lang} />
        </span>
        {document.title === null ? null : (
          <span class="under about" lang={sourceLang(lang)}>
            {document.title}
          </span>
        )}
      </th>
      <td data-label={words.table.purpose}>
        {[...new Set(passages.map((passage) => words.purposes[passage.purpose]))].join(', ')}
      </td>
      <td class="wide" data-label={words.table.passage}>
        <Sentences passages={passages} lang={lang} />
      </td>
    </tr>
  );
}

/** One sentence for each thing done with the document, the most telling first; the others are folded. */
function Sentences(props: {
  readonly passages: readonly [CitedSentence, ...CitedSentence[]];
  readonly lang: Lang;
}): JSX.Element {
  const { passages, lang } = props;
  const words = wordsOf(lang);
  const shown = passages.filter(
    (passage, index) => passages.findIndex(({ purpose }) => purpose === passage.purpose) === index,
  );
  const folded = passages.filter((passage) => !shown.includes(passage));
  const isNamed = shown.length > 1;
  return (
    <>
      {shown.map((passage) => (
        <div key={`${passage.article.id}.${passage.ordinal}`} class="sentence">
          {isNamed ? <p class="under">{words.purposes[passage.purpose]}:</p> : null}
          <PassageWithGround passage={passage} lang={lang} />
          <AlsoIn passage={passage} lang={lang} />
        </div>
      ))}
      {folded.length === 0 ? null : (
        <details class="more">
          <summary>{words.counts.morePassages(folded.length, formatNumber(folded.length, lang))}</summary>
          <ul>
            {folded.map((passage) => (
              <li key={`${passage.article.id}.${passage.ordinal}`}>
                <PassageText passage={passage} lang={lang} />
                <PassageArticle passage={passage} lang={lang} />
                <AlsoIn passage={passage} lang={lang} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function AlsoIn(props: { readonly passage: CitedSentence; readonly lang: Lang }): JSX.Element | null {
  const { alsoIn } = props.passage;
  const { lang } = props;
  if (alsoIn.length === 0) return null;
  return (
    <details class="more">
      <summary>{wordsOf(lang).meeting.alsoIn(alsoIn.length, formatNumber(alsoIn.length, lang))}</summary>
      <ul>
        {alsoIn.map((article) => (
          <li key={article.id}>
            <ArticleLink article={article} lang={lang} />
          </li>
        ))}
      </ul>
    </details>
  );
}
