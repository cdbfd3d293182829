/** Every address of the API, in the order in which it is described. */
import { archiveEndpoints } from './archive.ts';
import { articleEndpoints } from './articles.ts';
import { checkEndpoints } from './check.ts';
import { documentFeeds } from './document-feed.ts';
import { documentListEndpoints } from './document-list.ts';
import { documentEndpoints } from './documents.ts';
import type { Endpoint } from './endpoint.ts';
import { exportEndpoints } from './export.ts';
import { createExtractEndpoints } from './extract.ts';
import { graphEndpoints } from './graph.ts';
import { meetingEndpoints } from './meetings.ts';
import { runEndpoints } from './runs.ts';
import { searchEndpoints } from './search.ts';

/** For one app: long texts are extracted by workers that it keeps count of. */
export function createEndpoints(): readonly Endpoint[] {
  return [
    ...searchEndpoints,
    ...documentListEndpoints,
    ...documentEndpoints,
    ...graphEndpoints,
    ...documentFeeds,
    ...articleEndpoints,
    ...meetingEndpoints,
    ...createExtractEndpoints(),
    ...checkEndpoints,
    ...exportEndpoints,
    ...archiveEndpoints,
    ...runEndpoints,
  ];
}
