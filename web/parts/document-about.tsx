/** Below the name of a document: whose it is, of which term, and what it is about. */
import type { ComponentChildren, JSX } from 'preact';
import type { DocumentName, Lang } from '../view-terms.ts';
import { sourceLang } from '../words.ts';
import { IssuerAndTerm } from './document-name.tsx';

export function DocumentAbout(props: {
  readonly document: DocumentName;
  readonly lang: Lang;
  /** What is said behind its term, such as its date. */
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { document, lang } = props;
  return (
    <>
      <p class="lead">
        <IssuerAndTerm document={document} lang={lang} />
        {props.children}
      </p>
      {document.title === null ? null : (
        <p class="subject" lang={sourceLang(lang)}>
          {document.title}
        </p>
      )}
    </>
  );
}
