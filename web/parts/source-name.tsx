import type { JSX } from 'preact';
import { sourcePath } from '../address.ts';
import type { Lang } from '../view-terms.ts';
import type { SourceLine } from '../views/sources.ts';
import { sourceLang, wordsOf } from '../words.ts';
import { Link } from './link.tsx';

/** The name of a source, leading to its page where it has one. */
export function SourceNameLink(props: { readonly source: SourceLine; readonly lang: Lang }): JSX.Element {
  const { source, lang } = props;
  if (source.id === null) return <span class="unknown">{wordsOf(lang).sources.unknown}</span>;
  return (
    <Link to={sourcePath(source.id)} lang={lang}>
      <span lang={sourceLang(lang)}>{source.name ?? source.id}</span>
    </Link>
  );
}
