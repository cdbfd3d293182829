/**
 * View data in, a whole HTML page out. Everything is escaped by the renderer; no script and no inline style is written,
 * so that the strictest Content-Security-Policy holds.
 */
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Frame } from './frame.tsx';
import { ArticlePage } from './pages/article.tsx';
import { DocumentPage } from './pages/document.tsx';
import { ErrorPage } from './pages/error.tsx';
import { HomePage } from './pages/home.tsx';
import { MeetingPage } from './pages/meeting.tsx';
import { MeetingsPage } from './pages/meetings.tsx';
import { ResultsPage } from './pages/results.tsx';
import type { PageView } from './view.ts';
import { wordsOf } from './words.ts';

const SITE = 'sohieu';

/** The page as HTML, from the doctype on. `renderPage({ page: 'home', … })` begins `<!doctype html><html lang="vi">`. */
export function renderPage(view: PageView): string {
  const { heading, body } = drawPage(view);
  const title = view.page === 'home' ? heading : `${heading} – ${SITE}`;
  return `<!doctype html>${renderToString(
    <Frame frame={view.frame} page={view.page} title={title}>
      {body}
    </Frame>,
  )}`;
}

function drawPage(view: PageView): { readonly heading: string; readonly body: JSX.Element } {
  const words = wordsOf(view.frame.lang);
  switch (view.page) {
    case 'home':
      return { heading: words.home.title, body: <HomePage view={view} /> };
    case 'results':
      return { heading: words.results.title(view.query), body: <ResultsPage view={view} /> };
    case 'document': {
      const { typeName, code, issuer } = view.document;
      const name = typeName === null ? code : `${typeName} ${code}`;
      return { heading: issuer === null ? name : `${name} · ${issuer}`, body: <DocumentPage view={view} /> };
    }
    case 'article':
      return { heading: view.article.title ?? words.untitled, body: <ArticlePage view={view} /> };
    case 'meeting':
      return { heading: view.meeting.title, body: <MeetingPage view={view} /> };
    case 'meetings':
      return { heading: words.meetings.title, body: <MeetingsPage view={view} /> };
    case 'error':
      return { heading: words.errors[view.kind].title, body: <ErrorPage view={view} /> };
    default:
      return view satisfies never;
  }
}
