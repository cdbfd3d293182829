/** Every page of the site. */
import { articlePage } from './article.ts';
import { coveragePage } from './coverage.ts';
import { documentPage } from './document.ts';
import { documentsPage } from './documents.ts';
import { draftPage } from './draft.ts';
import { homePage } from './home.ts';
import { meetingPage } from './meeting.ts';
import { meetingsPage } from './meetings.ts';
import { networkPage } from './network.ts';
import type { Page } from './page.ts';
import { resultsPage } from './results.ts';
import { sourcePage } from './source.ts';
import { sourcesPage } from './sources.ts';
import { storedCopyPage } from './stored-copy.ts';
import { versionsPage } from './versions.ts';

export const pages: readonly Page[] = [
  homePage,
  resultsPage,
  documentPage,
  coveragePage,
  documentsPage,
  articlePage,
  meetingsPage,
  meetingPage,
  networkPage,
  storedCopyPage,
  versionsPage,
  sourcesPage,
  sourcePage,
  draftPage,
];
