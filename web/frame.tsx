/** What stands around every page: head, skip link, header with the search, language switch, footer. No scripts. */
import type { ComponentChildren, JSX } from 'preact';
import { href } from './address.ts';
import { Link } from './parts/link.tsx';
import { SearchBox } from './parts/search-box.tsx';
import type { Lang, PageFrame, PageView } from './view.ts';
import { wordsOf } from './words.ts';

const LANGUAGES: readonly (readonly [lang: Lang, name: string])[] = [
  ['vi', 'Tiếng Việt'],
  ['en', 'English'],
];
/** Pages that show the large search box themselves. */
const WITH_OWN_SEARCH: readonly PageView['page'][] = ['home', 'results', 'error'];
/** Pages that a search engine should not list: they are made for one reader. */
const UNLISTED: readonly PageView['page'][] = ['results', 'error'];

export function Frame(props: {
  readonly frame: PageFrame;
  readonly page: PageView['page'];
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { frame, page } = props;
  const words = wordsOf(frame.lang);
  return (
    <html lang={frame.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{props.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {UNLISTED.includes(page) ? <meta name="robots" content="noindex" /> : null}
        {LANGUAGES.map(([lang]) => (
          <link key={lang} rel="alternate" hreflang={lang} href={href(frame.address, lang)} />
        ))}
        <link rel="stylesheet" href={frame.stylesheet} />
      </head>
      <body class={`page-${page}`}>
        <a class="skip" href="#noi-dung">
          {words.frame.skip}
        </a>
        <header class="top">
          <Header frame={frame} page={page} />
          {frame.notices.map((notice) => (
            <p key={notice} class={`notice ${notice}`}>
              {words.frame[notice]}
            </p>
          ))}
        </header>
        <main id="noi-dung" tabindex={-1}>
          {props.children}
        </main>
        <footer>
          <p>{words.frame.footer}</p>
        </footer>
      </body>
    </html>
  );
}

function Header(props: { readonly frame: PageFrame; readonly page: PageView['page'] }): JSX.Element {
  const { frame, page } = props;
  const { lang } = frame;
  const words = wordsOf(lang).frame;
  return (
    <div class="bar">
      <Link to="/" lang={lang} class="brand">
        sohieu
      </Link>
      <nav aria-label={words.navigation}>
        <ul>
          <NavigationItem to="/tim" lang={lang} isHere={page === 'results'} name={words.find} />
          <NavigationItem to="/cuoc-hop" lang={lang} isHere={page === 'meetings'} name={words.meetings} />
        </ul>
      </nav>
      {WITH_OWN_SEARCH.includes(page) ? null : <SearchBox query="" lang={lang} size="small" />}
      <nav class="languages" aria-label={words.language}>
        <ul>
          {LANGUAGES.map(([code, name]) => (
            <li key={code}>
              <a
                href={href(frame.address, code)}
                hreflang={code}
                lang={code}
                aria-current={code === lang ? 'true' : undefined}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function NavigationItem(props: {
  readonly to: string;
  readonly lang: Lang;
  readonly isHere: boolean;
  readonly name: string;
}): JSX.Element {
  return (
    <li>
      <a href={href(props.to, props.lang)} aria-current={props.isHere ? 'page' : undefined}>
        {props.name}
      </a>
    </li>
  );
}
