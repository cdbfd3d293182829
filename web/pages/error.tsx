import type { JSX } from 'preact';
import { Dotted } from '../parts/dotted.tsx';
import { Link } from '../parts/link.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import type { ErrorView } from '../view.ts';
import { wordsOf } from '../words.ts';

/** What happened, what still works; what was typed stays in the box. */
export function ErrorPage(props: { readonly view: ErrorView }): JSX.Element {
  const { view } = props;
  const { lang } = view.frame;
  const words = wordsOf(lang);
  const { title, text } = words.errors[view.kind];
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">
        {text}
        {view.detail === null ? null : ` ${view.detail}`}
      </p>
      <SearchBox query={view.query} lang={lang} size="large" />
      <div class="tries">
        <span>{words.errors.stillWorks}</span>
        <ul>
          <li>
            <Link to="/" lang={lang}>
              {words.errors.home}
            </Link>
          </li>
          <li>
            <Link to="/cuoc-hop" lang={lang}>
              {words.frame.meetings}
            </Link>
          </li>
        </ul>
      </div>
      <p class="under reference">
        <Dotted
          items={[String(view.status), view.reference === null ? null : words.errors.reference(view.reference)]}
        />
      </p>
    </>
  );
}
