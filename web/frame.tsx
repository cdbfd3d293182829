/** What stands around every page: head, skip link, header with the search, language switch, footer. No scripts. */
import type { ComponentChildren, JSX } from 'preact';
import { href } from './address.ts';
import { Link } from './parts/link.tsx';
import { SearchBox } from './parts/search-box.tsx';
import type { SheetName } from './style-sheets.ts';
import type { PageView } from './view.ts';
import type { Lang, PageFrame } from './view-terms.ts';
import type { PageAbout } from './views/about.ts';
import { wordsOf } from './words.ts';

const LANGUAGES: readonly (readonly [lang: Lang, name: string])[] = [
  ['vi', 'Tiếng Việt'],
  ['en', 'English'],
];
/** Pages that show the large search box themselves. */
const WITH_OWN_SEARCH: readonly PageView['page'][] = ['home', 'results', 'error'];
/** Pages that a search engine should not list: they are made for one reader. */
const UNLISTED: readonly PageView['page'][] = ['results', 'stored-copy', 'versions', 'error'];
/** What a page loads beside style.css; those not named need nothing more. */
const OWN_SHEET: Readonly<Partial<Record<PageView['page'], SheetName>>> = {
  document: 'style-document',
  coverage: 'style-document',
  meetings: 'style-meetings',
  meeting: 'style-meetings',
  network: 'style-network',
  sources: 'style-sources',
  source: 'style-sources',
  draft: 'style-draft',
  'stored-copy': 'style-copies',
  versions: 'style-copies',
};

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
        {frame.about === undefined ? null : <About about={frame.about} title={props.title} lang={frame.lang} />}
        <link rel="icon" href="/favicon.ico" type="image/svg+xml" />
        {frame.feed == null ? null : (
          <link rel="alternate" type="application/atom+xml" href={href(frame.feed, frame.lang)} />
        )}
        {sheetsOf(page).map((name) => (
          <link key={name} rel="stylesheet" href={frame.stylesheets[name]} />
        ))}
        {frame.script == null ? null : <script type="module" src={frame.script} />}
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

function sheetsOf(page: PageView['page']): readonly SheetName[] {
  const own = OWN_SHEET[page];
  return own === undefined ? ['style'] : ['style', own];
}

/** What search engines, previews and citation managers read. */
function About(props: { readonly about: PageAbout; readonly title: string; readonly lang: Lang }): JSX.Element {
  const { canonical, translations, description, type, data } = props.about;
  return (
    <>
      {canonical === null ? null : <link rel="canonical" href={canonical} />}
      {translations.map(({ lang, href: address }) => (
        <link key={lang} rel="alternate" hreflang={lang} href={address} />
      ))}
      {description === null ? null : <meta name="description" content={description} />}
      <meta property="og:site_name" content="sohieu" />
      <meta property="og:title" content={props.title} />
      {description === null ? null : <meta property="og:description" content={description} />}
      <meta property="og:type" content={type} />
      {canonical === null ? null : <meta property="og:url" content={canonical} />}
      <meta property="og:locale" content={props.lang === 'vi' ? 'vi_VN' : 'en_GB'} />
      {data === null ? null : (
        // A data block is not unescaped by browsers; page-about.ts leaves no sign in it that HTML reads
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: data }} />
      )}
    </>
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
          <NavigationItem to="/van-ban" lang={lang} isHere={page === 'documents'} name={words.documents} />
          <NavigationItem to="/cuoc-hop" lang={lang} isHere={page === 'meetings'} name={words.meetings} />
          <NavigationItem to="/nguon" lang={lang} isHere={page === 'sources'} name={words.sources} />
          <NavigationItem to="/kiem-tra" lang={lang} isHere={page === 'draft'} name={wordsOf(lang).draft.nav} />
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
