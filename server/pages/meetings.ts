/** The list of meetings with its filters. A code among them finds the meetings that cite its documents. */
import { z } from 'zod';
import { getDocument } from '../../core/archive/documents.ts';
import { getMeeting } from '../../core/archive/meeting-lists.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { isCodeQuery, readQuery } from '../../core/citations/query.ts';
import type { DocumentId, OfficialDocument } from '../../core/documents/document.ts';
import { parseDocumentId } from '../../core/documents/identity.ts';
import { findByCode } from '../../core/search/find-code.ts';
import type { DocumentName, MeetingBrief, MeetingsView } from '../../web/view.ts';
import { parameters } from '../parameters.ts';
import { type Lang, wordFacet } from '../wording.ts';
import { briefMeeting, nameDocument } from './briefs.ts';
import { countKinds, findMeetingIds, type MeetingsWanted } from './meeting-list.ts';
import { definePage } from './page.ts';
import { isWithin, noSuchPage } from './paging.ts';

const PER_PAGE = 20;

export const meetingsPage = definePage({
  path: '/cuoc-hop',
  summary: 'Meetings, newest first, by time, chair, kind, code or words.',
  query: z.object({
    from: parameters.from.optional(),
    to: parameters.to.optional(),
    chair: parameters.chair.optional(),
    kind: parameters.kind.optional(),
    q: parameters.q.optional(),
    cites: parameters.cites.optional(),
    page: parameters.page.default(1),
  }),
  view: async ({ archive: { db }, sourceName }, { query, frame, lang }) => {
    const { from = null, to = null, chair = null, kind = null, q = null, cites = null, page } = query;
    const document = cites === null ? null : await findCited(db, cites);
    const ofCode = q === null ? null : await documentsOfCode(db, q);
    const wanted: MeetingsWanted = {
      from,
      to,
      chair,
      kind,
      words: ofCode === null ? q : null,
      cites: cites === null ? ofCode : document === null ? [] : narrow([document.id], ofCode),
    };
    const { ids, total } = await findMeetingIds(db, wanted, page, PER_PAGE);
    const pages = { page, perPage: PER_PAGE, total };
    if (!isWithin(pages)) return noSuchPage(pages);
    const kinds = await countKinds(db, wanted);
    return {
      page: 'meetings',
      frame,
      from,
      to,
      chair,
      query: q,
      cites: cites === null ? null : nameCited(cites, document, lang),
      kind: {
        name: 'kind',
        selected: kind,
        choices: kinds.map((one) => ({
          value: one.kind,
          label: wordFacet('meeting_kind', one.kind, lang, sourceName),
          count: one.count,
        })),
      },
      items: await loadMeetings(db, ids),
      pages,
    } satisfies MeetingsView;
  },
});

async function loadMeetings(db: ArchiveDb, ids: readonly string[]): Promise<readonly MeetingBrief[]> {
  const meetings: MeetingBrief[] = [];
  for (const id of ids) {
    const meeting = await getMeeting(db, id);
    if (meeting !== null) meetings.push(briefMeeting(meeting));
  }
  return meetings;
}

async function findCited(db: ArchiveDb, cites: string): Promise<OfficialDocument | null> {
  const id = parseDocumentId(cites);
  return id === null ? null : getDocument(db, id);
}

/** The documents that a typed code means; null where no code was typed. */
async function documentsOfCode(db: ArchiveDb, typed: string): Promise<readonly DocumentId[] | null> {
  if (!isCodeQuery(readQuery(typed))) return null;
  const { documents } = await findByCode(db, typed, 1);
  return documents.map(({ document }) => document.id);
}

function narrow(ids: readonly DocumentId[], others: readonly DocumentId[] | null): readonly DocumentId[] {
  return others === null ? ids : ids.filter((id) => others.includes(id));
}

/** An id of no document is shown as it was given, so that it can be taken away. */
function nameCited(cites: string, document: OfficialDocument | null, lang: Lang): DocumentName {
  if (document !== null) return nameDocument(document, lang);
  return { id: null, code: cites, typeName: null, issuer: null, term: null, title: null, level: null };
}
