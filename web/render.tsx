/**
 * View data in, a whole HTML page out. Everything is escaped by the renderer; no inline script and no inline style is written,
 * so that the strictest Content-Security-Policy holds.
 */
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formatDate } from './dates.ts';
import { Frame } from './frame.tsx';
import { ArticlePage } from './pages/article.tsx';
import { CoveragePage } from './pages/coverage.tsx';
import { DocumentPage } from './pages/document.tsx';
import { DocumentsPage } from './pages/documents.tsx';
import { DraftPage } from './pages/draft.tsx';
import { ErrorPage } from './pages/error.tsx';
import { HomePage } from './pages/home.tsx';
import { MeetingPage } from './pages/meeting.tsx';
import { MeetingsPage } from './pages/meetings.tsx';
import { NetworkPage, titleNetwork } from './pages/network.tsx';
import { ResultsPage } from './pages/results.tsx';
import { SourcePage } from './pages/source.tsx';
import { SourcesPage } from './pages/sources.tsx';
import { StoredCopyPage } from './pages/stored-copy.tsx';
import { VersionsPage } from './pages/versions.tsx';
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
    case 'coverage':
      return { heading: words.coverage.title(view.document.code), body: <CoveragePage view={view} /> };
    case 'documents':
      return { heading: words.documents.title, body: <DocumentsPage view={view} /> };
    case 'article':
      return { heading: view.article.title ?? words.untitled, body: <ArticlePage view={view} /> };
    case 'meeting':
      return { heading: view.meeting.title, body: <MeetingPage view={view} /> };
    case 'meetings':
      return {
        heading:
          view.calendar === null
            ? words.meetings.title
            : words.calendar.title(formatDate(view.calendar.month, view.frame.lang)),
        body: <MeetingsPage view={view} />,
      };
    case 'stored-copy':
      return {
        heading: words.storedCopy.title(view.article.title ?? words.untitled),
        body: <StoredCopyPage view={view} />,
      };
    case 'versions':
      return {
        heading: words.versions.title(view.article.title ?? words.untitled),
        body: <VersionsPage view={view} />,
      };
    case 'draft':
      return { heading: words.draft.title, body: <DraftPage view={view} /> };
    case 'sources':
      return { heading: words.sources.title, body: <SourcesPage view={view} /> };
    case 'source':
      return { heading: view.source.name ?? words.sources.unknown, body: <SourcePage view={view} /> };
    case 'network':
      return { heading: titleNetwork(view), body: <NetworkPage view={view} /> };
    case 'error':
      return { heading: words.errors[view.kind].title, body: <ErrorPage view={view} /> };
    default:
      return view satisfies never;
  }
}
