/** What follows the table of meetings on a document's page. A section without content is left out. */
import type { JSX } from 'preact';
import { formatNumber } from '../dates.ts';
import type { CandidateLine, DocumentView, RelationLine, Variant } from '../view.ts';
import type { Lang, RelationKind } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { ArticleLink, outletAndDay } from './article-list.tsx';
import { DocumentLink, IssuerAndTerm } from './document-name.tsx';
import { Dotted } from './dotted.tsx';
import { EvidenceList } from './ground.tsx';
import { NetworkLink } from './network-link.tsx';
import { PassageArticle, PassageWithGround } from './passage.tsx';
import { DateText } from './time.tsx';

const KINDS: readonly RelationKind[] = ['implements', 'guides', 'amends', 'replaces', 'repeals', 'based_on'];

/** For a code that no mention settles: what it may be, and why. */
export function Candidates(props: { readonly view: DocumentView }): JSX.Element | null {
  const { candidates, frame } = props.view;
  if (candidates.length === 0) return null;
  const words = wordsOf(frame.lang).document;
  return (
    <section>
      <h2>{words.candidates}</h2>
      <p>{words.candidatesNote}</p>
      <CandidateList candidates={candidates} lang={frame.lang} />
    </section>
  );
}

export function CandidateList(props: {
  readonly candidates: readonly CandidateLine[];
  readonly lang: Lang;
}): JSX.Element {
  const { lang } = props;
  return (
    <ol class="candidates">
      {props.candidates.map(({ document, why }) => (
        <li key={document.id ?? document.code}>
          <DocumentLink document={document} lang={lang} /> · <IssuerAndTerm document={document} lang={lang} />
          {document.title === null ? null : (
            <span class="under about" lang={sourceLang(lang)}>
              {document.title}
            </span>
          )}
          <EvidenceList evidence={why} />
        </li>
      ))}
    </ol>
  );
}

/** What acts on this document, and on what it acts, each with the sentence that says so. */
export function Relations(props: { readonly view: DocumentView }): JSX.Element | null {
  const { relations, frame } = props.view;
  if (relations.length === 0) return null;
  const words = wordsOf(frame.lang);
  const groups = (['in', 'out'] as const).flatMap((direction) =>
    KINDS.map((kind) => ({
      key: `${direction} ${kind}`,
      heading: direction === 'in' ? words.actedOnBy[kind] : words.actsOn[kind],
      lines: relations.filter((line) => line.direction === direction && line.kind === kind),
    })),
  );
  return (
    <section>
      <h2>{words.document.relations}</h2>
      {groups
        .filter(({ lines }) => lines.length > 0)
        .map(({ key, heading, lines }) => (
          <div key={key} class="relation">
            <h3>{heading}</h3>
            <ul class="lines">
              {lines.map((line) => (
                <li key={`${line.document.id} ${line.article.id}`}>
                  <Relation line={line} lang={frame.lang} />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}

function Relation(props: { readonly line: RelationLine; readonly lang: Lang }): JSX.Element {
  const { line, lang } = props;
  return (
    <>
      <DocumentLink document={line.document} lang={lang} /> ·{' '}
      <Dotted
        items={[
          <IssuerAndTerm key="issuer" document={line.document} lang={lang} />,
          line.date === null ? null : <DateText key="date" iso={line.date} lang={lang} />,
        ]}
      />
      <details class="why">
        <summary>{wordsOf(lang).document.sentence}</summary>
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

/** Titles, dates and issuers as the mentions give them, each with how many do and where. */
export function Said(props: { readonly view: DocumentView }): JSX.Element | null {
  const { said, frame } = props.view;
  if (said.length === 0) return null;
  const words = wordsOf(frame.lang);
  return (
    <section>
      <h2>{words.document.said}</h2>
      {said.map(({ field, values }) => (
        <div key={field} class="said">
          <h3>{words.fields[field]}</h3>
          <ul class="lines">
            {values.map((variant) => (
              <li key={variant.value}>
                <VariantLine
                  variant={variant}
                  of={values.reduce((sum, value) => sum + value.mentions, 0)}
                  isDate={field === 'date'}
                  lang={frame.lang}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function VariantLine(props: {
  readonly variant: Variant;
  readonly of: number;
  readonly isDate: boolean;
  readonly lang: Lang;
}): JSX.Element {
  const { variant, of, lang } = props;
  const share = `${formatNumber(variant.mentions, lang)}/${formatNumber(of, lang)}`;
  return (
    <details class="why">
      <summary>
        {props.isDate ? (
          <DateText iso={variant.value} lang={lang} />
        ) : (
          <span lang={sourceLang(lang)}>{variant.value}</span>
        )}{' '}
        <span class="under-inline">({wordsOf(lang).counts.times(of, share)})</span>
      </summary>
      <ul class="evidence">
        {variant.articles.map((article) => (
          <li key={article.id}>
            <ArticleLink article={article} lang={lang} />
            <span class="under">
              <Dotted items={outletAndDay(article, lang)} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Together(props: { readonly view: DocumentView }): JSX.Element | null {
  const { together, frame } = props.view;
  if (together.length === 0) return null;
  const { document: words, counts } = wordsOf(frame.lang);
  return (
    <section>
      <h2>{words.together}</h2>
      <ul class="lines">
        {together.map(({ document, count }) => (
          <li key={document.id ?? document.code} class="counted">
            <span>
              <DocumentLink document={document} lang={frame.lang} /> ·{' '}
              <IssuerAndTerm document={document} lang={frame.lang} />
            </span>
            <span class="number">{counts.meetings(count, formatNumber(count, frame.lang))}</span>
          </li>
        ))}
      </ul>
      <NetworkLink document={props.view.document} lang={frame.lang} />
    </section>
  );
}

/** Mentions in articles that report no meeting. */
export function Elsewhere(props: { readonly view: DocumentView }): JSX.Element | null {
  const { elsewhere, frame } = props.view;
  if (elsewhere.length === 0) return null;
  return (
    <section>
      <h2>{wordsOf(frame.lang).document.elsewhere}</h2>
      <ul class="lines">
        {elsewhere.map((passage) => (
          <li key={`${passage.article.id}.${passage.ordinal}`}>
            <PassageArticle passage={passage} lang={frame.lang} />
            <PassageWithGround passage={passage} lang={frame.lang} />
          </li>
        ))}
      </ul>
    </section>
  );
}
