import type { JSX } from 'preact';
import { changeAddress } from '../address.ts';
import type { DocumentName, Lang } from '../view-terms.ts';
import { wordsOf } from '../words.ts';
import { Link } from './link.tsx';

/** Leads to the network around a document; nothing for one without an entry of its own. */
export function NetworkLink(props: { readonly document: DocumentName; readonly lang: Lang }): JSX.Element | null {
  const { document, lang } = props;
  if (document.id === null) return null;
  return (
    <p class="all">
      <Link to={changeAddress('/mang-luoi', { doc: document.id })} lang={lang}>
        {wordsOf(lang).network.aroundCode(document.code)}
      </Link>
    </p>
  );
}
