/** What the server is put together from: cli/ makes these and hands them in. */
import type { Logger } from 'pino';
import type { Archive } from '../core/archive/archive.ts';
import type { PlaceOf } from '../core/archive/text-facts.ts';
import type { Place } from '../core/documents/document.ts';
import type { SearchReader } from '../core/search/engine.ts';
import type { EachSheet } from '../web/style-sheets.ts';
import type { SourceName } from './wording.ts';

/** What a source file says of a source, as far as readers are told. */
export interface SourceSetting {
  readonly id: string;
  readonly name: string;
  /** Address of its front page. */
  readonly home: string;
  /** Names of the hosts that are ever asked for it. */
  readonly hosts: readonly string[];
  /** What its Tỉnh ủy, Thành ủy, HĐND tỉnh mean; null where it is of no one place. */
  readonly place: Place | null;
  /** False keeps it out of runs. */
  readonly isEnabled: boolean;
  /** How many feeds, sitemaps and lists a run looks at. */
  readonly feeds: number;
  readonly sitemaps: number;
  readonly lists: number;
  readonly attachments: boolean;
  /** Least pause between two requests, in milliseconds. */
  readonly delayMs: number;
  /** Pages that one run asks for at most. */
  readonly maxPages: number;
}

/** What a file of a draft says, or why it cannot be read: `status` is `too_big`, `encrypted`, `needs_ocr` … */
export type DraftText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unread'; readonly status: string; readonly reason: string };

export interface ServerParts {
  readonly archive: Archive;
  readonly engine: SearchReader;
  readonly log: Logger;
  readonly clock: () => Date;
  /** Requests a minute from one address; null for no limit. */
  readonly rateLimit: number | null;
  /** The texts of web/style.css and those beside it. */
  readonly styleSheets: EachSheet<string>;
  /** What web/islands was bundled into; null where nothing was built: pages then go without scripts. */
  readonly islands: string | null;
  /** Of the program, for the description of the API. */
  readonly version: string;
  readonly sourceName: SourceName;
  /** All sources of the settings folder, also those that never ran, by id; the samples' are none of them. */
  readonly sources: readonly SourceSetting[];
  /** When the next run begins, an instant in UTC; null where no clock starts one. */
  readonly nextRun: () => Promise<string | null>;
  /** Place of a source, for telling what Thành ủy means in a text to be extracted. Default: no source has one. */
  readonly placeOf?: PlaceOf;
  /** Reads an uploaded draft away from the server's own thread. Default: only pasted text is taken. */
  readonly readDraftFile?: (bytes: Uint8Array, fileName: string) => Promise<DraftText>;
}
