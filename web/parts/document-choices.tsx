/**
 * The documents that a code may mean, as a short list to choose from: grouped by issuer, each with term, counts and a
 * spark of time, its first meetings one click away. What all of them answer of the query is said once, above.
 */
import type { JSX } from 'preact';
import { documentPath } from '../address.ts';
import { formatNumber } from '../dates.ts';
import type { DocumentHit } from '../view.ts';
import type { EvidenceLine, Lang } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { CitedAtTable } from './cited-at-table.tsx';
import { DocumentLine } from './document-list.tsx';
import { Link } from './link.tsx';

/** So many are seen at once; the others are folded. */
const SHOWN = 6;

export function DocumentChoices(props: {
  readonly documents: readonly DocumentHit[];
  readonly lang: Lang;
}): JSX.Element {
  const { documents, lang } = props;
  const shared = sharedReasons(documents);
  const rest = documents.slice(SHOWN);
  return (
    <>
      <WhyLine why={shared} lang={lang} />
      <Groups documents={documents.slice(0, SHOWN)} shared={shared} lang={lang} />
      {rest.length === 0 ? null : (
        <details class="more">
          <summary>{wordsOf(lang).counts.moreValues(rest.length, formatNumber(rest.length, lang))}</summary>
          <Groups documents={rest} shared={shared} lang={lang} />
        </details>
      )}
    </>
  );
}

/** Why, in one line; each reason is a sentence. */
export function WhyLine(props: { readonly why: readonly EvidenceLine[]; readonly lang: Lang }): JSX.Element | null {
  if (props.why.length === 0) return null;
  return <p class="why-line">{props.why.map(({ text }) => text).join(' ')}</p>;
}

interface GroupProps {
  readonly documents: readonly DocumentHit[];
  readonly shared: readonly EvidenceLine[];
  readonly lang: Lang;
}

function Groups(props: GroupProps): JSX.Element {
  const { documents, shared, lang } = props;
  return (
    <>
      {groupByIssuer(documents).map(({ issuer, members }) => (
        <div key={issuer ?? ''} class="issuer-group">
          {members.length === 1 ? null : (
            <p class="issuer" lang={issuer === null ? undefined : sourceLang(lang)}>
              {issuer ?? wordsOf(lang).unknownIssuer}{' '}
              <span class="count">
                ({wordsOf(lang).counts.documents(members.length, formatNumber(members.length, lang))})
              </span>
            </p>
          )}
          {members.map((document) => (
            <Choice key={document.id ?? document.code} document={document} shared={shared} lang={lang} />
          ))}
        </div>
      ))}
    </>
  );
}

function Choice(props: {
  readonly document: DocumentHit;
  readonly shared: readonly EvidenceLine[];
  readonly lang: Lang;
}): JSX.Element {
  const { document, shared, lang } = props;
  const words = wordsOf(lang);
  const own = document.why.filter(({ text }) => !shared.some((one) => one.text === text));
  const rows = document.citedAt.length;
  return (
    <article class="answer choice-of-document">
      <DocumentLine document={document} lang={lang} isHeading />
      <WhyLine why={own} lang={lang} />
      {rows === 0 ? null : (
        <details class="more">
          <summary>{words.results.firstMeetings(rows, formatNumber(rows, lang))}</summary>
          <CitedAtTable rows={document.citedAt} caption={words.results.citedAt(document.code)} lang={lang} />
          {document.id === null || document.meetings <= rows ? null : (
            <p class="all">
              <Link to={documentPath(document.id)} lang={lang}>
                {words.results.allOf(document.code)}
              </Link>{' '}
              ({words.counts.meetings(document.meetings, formatNumber(document.meetings, lang))})
            </p>
          )}
        </details>
      )}
    </article>
  );
}

/** What every one of them answers of the query; nothing where there is one document only. */
function sharedReasons(documents: readonly DocumentHit[]): readonly EvidenceLine[] {
  const [first, ...others] = documents;
  if (first === undefined || others.length === 0) return [];
  return first.why.filter(({ text }) => others.every(({ why }) => why.some((one) => one.text === text)));
}

/** Groups in the order in which their best document comes. */
function groupByIssuer(
  documents: readonly DocumentHit[],
): readonly { readonly issuer: string | null; readonly members: readonly DocumentHit[] }[] {
  const groups = new Map<string | null, DocumentHit[]>();
  for (const document of documents) {
    const members = groups.get(document.issuer) ?? [];
    members.push(document);
    groups.set(document.issuer, members);
  }
  return [...groups].map(([issuer, members]) => ({ issuer, members }));
}
