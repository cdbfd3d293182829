/** The six sites after the designs that the crawl is measured by, each opened anew. */
import { openGazetteSite } from './gazette.ts';
import { openLegalSite } from './legal.ts';
import { openNewspaperSite } from './newspaper.ts';
import { openOldPaperSite } from './old-paper.ts';
import { openPartySite } from './party.ts';
import { openPortalSite } from './portal.ts';
import type { Site } from './site.ts';

export function openEverySite(): readonly Site[] {
  return [
    openPortalSite(),
    openNewspaperSite(),
    openPartySite(),
    openLegalSite(),
    openGazetteSite(),
    openOldPaperSite(),
  ];
}
