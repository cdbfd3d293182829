/** What the server is put together from: cli/ makes these and hands them in. */
import type { Logger } from 'pino';
import type { Archive } from '../core/archive/archive.ts';
import type { PlaceOf } from '../core/archive/derive.ts';
import type { SearchReader } from '../core/search/engine.ts';
import type { SourceName } from './wording.ts';

export interface ServerParts {
  readonly archive: Archive;
  readonly engine: SearchReader;
  readonly log: Logger;
  readonly clock: () => Date;
  /** Requests a minute from one address; null for no limit. */
  readonly rateLimit: number | null;
  /** The text of web/style.css. */
  readonly styleSheet: string;
  /** Of the program, for the description of the API. */
  readonly version: string;
  readonly sourceName: SourceName;
  /** Place of a source, for telling what Thành ủy means in a text to be extracted. Default: no source has one. */
  readonly placeOf?: PlaceOf;
}
