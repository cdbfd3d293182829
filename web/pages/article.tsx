/**
 * An article: its text with every citation a link, and beside it the facts of its meeting and of its source.
 *
 * On narrow screens the facts come first, folded; that is a second copy in the page, of which CSS shows one.
 */
import type { JSX } from 'preact';
import { ArticleFacts } from '../parts/article-facts.tsx';
import { outletAndDay } from '../parts/article-list.tsx';
import { Attachments, Copies, OtherReports } from '../parts/article-relatives.tsx';
import { CitationLink } from '../parts/citation-link.tsx';
import { CitationList } from '../parts/citation-list.tsx';
import { Dotted } from '../parts/dotted.tsx';
import { EvidenceList } from '../parts/ground.tsx';
import type { ArticleView, Segment } from '../view.ts';
import type { Lang } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';

export function ArticlePage(props: { readonly view: ArticleView }): JSX.Element {
  const { view } = props;
  const { article, frame } = view;
  const { lang } = frame;
  const words = wordsOf(lang).article;
  return (
    <>
      <header class="head reading">
        <h1>
          {article.title === null || article.title === '' ? (
            wordsOf(lang).untitled
          ) : (
            <span lang={sourceLang(lang)}>{article.title}</span>
          )}
        </h1>
        <p class="lead">
          <Dotted items={outletAndDay(article, lang)} />
        </p>
      </header>
      <div class="with-aside">
        <div class="reading">
          <details class="narrow">
            <summary>{words.facts}</summary>
            <ArticleFacts view={view} />
          </details>
          <Body view={view} />
          <CitationList citations={view.citations} lang={lang} />
        </div>
        <aside class="side" aria-label={words.facts}>
          <div class="wide-only">
            <ArticleFacts view={view} />
          </div>
          <OtherReports view={view} />
          <Copies view={view} />
          <Attachments view={view} />
          {view.warnings.length === 0 ? null : (
            <>
              <h2>{words.warnings}</h2>
              <EvidenceList evidence={view.warnings} />
            </>
          )}
        </aside>
      </div>
    </>
  );
}

function Body(props: { readonly view: ArticleView }): JSX.Element {
  const { view } = props;
  const { lang } = view.frame;
  const words = wordsOf(lang).article;
  const begun = new Set<number>();
  return (
    <article class="text" aria-label={words.contents}>
      {view.status === 'gone' ? <p class="state">{words.gone}</p> : null}
      {view.paragraphs.length === 0 ? <p class="state">{words.noText}</p> : null}
      <div lang={sourceLang(lang)}>
        {view.paragraphs.map((segments, index) => (
          <p key={index}>{segments.map((segment) => drawSegment(segment, begun, lang))}</p>
        ))}
      </div>
      {view.citations.length === 0 ? null : <p class="legend">{words.legend}</p>}
    </article>
  );
}

/** `begun` are the citations of which a part was drawn already: one may go on over a paragraph's end. */
function drawSegment(segment: Segment, begun: Set<number>, lang: Lang): JSX.Element | string {
  const mark = segment.citation;
  if (mark === undefined) return segment.text;
  const isStart = !begun.has(mark.ordinal);
  begun.add(mark.ordinal);
  return <CitationLink key={mark.ordinal} text={segment.text} mark={mark} isStart={isStart} lang={lang} />;
}
