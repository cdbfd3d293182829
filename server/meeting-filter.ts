/**
 * What the page of meetings and the API take to narrow the list, read as one filter: both mean the same by each word.
 *
 * `q` is words of title, host, place or people, unless a code was typed: then the meetings that cite its documents.
 */
import type { z } from 'zod';
import { getDocument } from '../core/archive/documents.ts';
import type { MeetingFilter } from '../core/archive/meeting-lists.ts';
import type { ArchiveDb } from '../core/archive/schema.ts';
import { isCodeQuery } from '../core/citations/query.ts';
import type { DocumentId, OfficialDocument } from '../core/documents/document.ts';
import { parseDocumentId } from '../core/documents/identity.ts';
import { findByCode } from '../core/search/find-code.ts';
import { parameters } from './parameters.ts';

export const meetingParameters = {
  from: parameters.from.optional(),
  to: parameters.to.optional(),
  chair: parameters.chair.optional(),
  kind: parameters.kind.optional(),
  cites: parameters.cites.optional(),
  q: parameters.q.optional(),
};

export type GivenFilter = z.output<z.ZodObject<typeof meetingParameters>>;

export interface ReadFilter {
  readonly filter: MeetingFilter;
  /** The document of `cites`; null where none was given or its id is none. */
  readonly cited: OfficialDocument | null;
}

/** @example await readMeetingFilter(db, { q: '18-CT/TW', from: '2023-01-01' }) // { filter: { from: …, cites: ['ct-18-tw.2021'] }, cited: null } */
export async function readMeetingFilter(db: ArchiveDb, given: GivenFilter): Promise<ReadFilter> {
  const { from, to, chair, kind, cites, q } = given;
  const id = cites === undefined ? null : parseDocumentId(cites);
  const cited = id === null ? null : await getDocument(db, id);
  const ofCode = q === undefined ? null : await documentsOfCode(db, q);
  const citing = cites === undefined ? ofCode : cited === null ? [] : narrow(cited.id, ofCode);
  return {
    cited,
    filter: {
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(chair !== undefined && { chair }),
      ...(kind !== undefined && { kind }),
      ...(q !== undefined && ofCode === null && { q }),
      ...(citing !== null && { cites: citing }),
    },
  };
}

/** The documents that a typed code or name means; null where neither was typed. */
async function documentsOfCode(db: ArchiveDb, typed: string): Promise<readonly DocumentId[] | null> {
  const { query, documents } = await findByCode(db, typed, 1);
  if (!isCodeQuery(query) && documents.length === 0) return null;
  return documents.map(({ document }) => document.id);
}

function narrow(id: DocumentId, others: readonly DocumentId[] | null): readonly DocumentId[] {
  return others === null || others.includes(id) ? [id] : [];
}
