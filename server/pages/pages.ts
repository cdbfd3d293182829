/** Every page of the site. */
import { articlePage } from './article.ts';
import { documentPage } from './document.ts';
import { homePage } from './home.ts';
import { meetingPage } from './meeting.ts';
import { meetingsPage } from './meetings.ts';
import type { Page } from './page.ts';
import { resultsPage } from './results.ts';

export const pages: readonly Page[] = [homePage, resultsPage, documentPage, articlePage, meetingsPage, meetingPage];
