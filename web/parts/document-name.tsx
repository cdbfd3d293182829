import type { JSX } from 'preact';
import { documentPath } from '../address.ts';
import { formatTerm } from '../dates.ts';
import type { DocumentName, Lang } from '../view-terms.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { Link } from './link.tsx';

/** In characters: what still fits a screen of 320 px. */
const LONGEST_UNBROKEN = 28;

/** A reference code, which is never broken over lines. */
export function Code(props: { readonly code: string }): JSX.Element {
  return (
    <span class={props.code.length > LONGEST_UNBROKEN ? undefined : 'code'} translate={false}>
      {props.code}
    </span>
  );
}

/** What was printed, its number and symbol kept on one line where they are short enough for a narrow screen. */
export function Surface(props: { readonly text: string }): JSX.Element {
  const start = props.text.search(/\d/);
  const code = props.text.slice(start);
  if (start < 0 || code.length > LONGEST_UNBROKEN) return <>{props.text}</>;
  return (
    <>
      {props.text.slice(0, start)}
      <span class="code">{code}</span>
    </>
  );
}

/** "Nghị quyết 21-NQ/TU" as a link to the document's page, or plain where there is none. */
export function DocumentLink(props: { readonly document: DocumentName; readonly lang: Lang }): JSX.Element {
  const { document, lang } = props;
  const name = (
    <>
      {document.typeName === null ? null : `${document.typeName} `}
      <Code code={document.code} />
    </>
  );
  if (document.id === null) return <span class="document">{name}</span>;
  return (
    <Link to={documentPath(document.id)} lang={lang} class="document">
      {name}
    </Link>
  );
}

/** Whose it is and of which term: "Thành ủy Hạ Long · nhiệm kỳ 2020–2025". */
export function IssuerAndTerm(props: { readonly document: DocumentName; readonly lang: Lang }): JSX.Element {
  const { document, lang } = props;
  const term = document.term === null ? null : wordTerm(document.term, lang);
  return (
    <>
      {document.issuer === null ? (
        <span class="unknown">{wordsOf(lang).unknownIssuer}</span>
      ) : (
        <span lang={sourceLang(lang)}>{document.issuer}</span>
      )}
      {term === null ? null : ` · ${term}`}
    </>
  );
}

function wordTerm(term: string, lang: Lang): string {
  const { kind, text } = formatTerm(term);
  return wordsOf(lang).term[kind](text);
}
