/**
 * Old addresses lead on: an id that was published stays good. Documents that a person merged into others lead to these,
 * ids that a meeting had before a further report told more of it to the meeting.
 */
import type { RequestHandler } from 'express';
import { findMerged } from '../core/archive/decisions.ts';
import { findMeeting } from '../core/archive/meeting-lists.ts';
import type { ArchiveDb } from '../core/archive/schema.ts';
import { parseDocumentId } from '../core/documents/identity.ts';

interface OldAddresses {
  /** Where such things are shown, with the id behind it. */
  readonly shownAt: RegExp;
  /** The id that is good today; null where this one is, or is none at all. */
  readonly findCurrent: (db: ArchiveDb, name: string) => Promise<string | null>;
}

const oldAddresses: readonly OldAddresses[] = [
  {
    shownAt: /^(\/van-ban\/|\/api\/v1\/documents\/)([^/?]{1,160})/,
    findCurrent: async (db, name) => {
      const id = parseDocumentId(name);
      return id === null ? null : findMerged(db, id);
    },
  },
  {
    shownAt: /^(\/cuoc-hop\/|\/api\/v1\/meetings\/)([^/?]{1,300})/,
    findCurrent: async (db, name) => {
      const meeting = await findMeeting(db, name);
      return meeting === null || meeting.id === name ? null : meeting.id;
    },
  },
];

/** Redirects to the id that is good today, with the rest of the address. */
export function leadToMerged(db: ArchiveDb): RequestHandler {
  return async (request, response, next) => {
    const { originalUrl } = request;
    for (const { shownAt, findCurrent } of oldAddresses) {
      const [whole, before, name] = shownAt.exec(originalUrl) ?? [];
      const current = name === undefined ? null : await findCurrent(db, decode(name));
      if (whole === undefined || current === null) continue;
      response.redirect(301, `${before}${encodeURIComponent(current)}${originalUrl.slice(whole.length)}`);
      return;
    }
    next();
  };
}

/** An id as it was written; what cannot be decoded is none. */
function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}
