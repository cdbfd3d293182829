/** The list of meetings with its filters, or a month of it as a calendar. */
import { z } from 'zod';
import type { OfficialDocument } from '../../core/documents/document.ts';
import type { MeetingsView } from '../../web/view.ts';
import type { DocumentName } from '../../web/view-terms.ts';
import { meetingParameters, readMeetingFilter } from '../meeting-filter.ts';
import { parameters } from '../parameters.ts';
import { type Lang, wordFacet } from '../wording.ts';
import { briefMeeting, nameDocument } from './briefs.ts';
import { readCalendar } from './calendar.ts';
import { countKinds, listPage } from './meeting-list.ts';
import { definePage } from './page.ts';
import { isWithin, noSuchPage } from './paging.ts';

const PER_PAGE = 20;

export const meetingsPage = definePage({
  path: '/cuoc-hop',
  summary: 'Meetings, newest first or as a calendar, by time, chair, kind, code or words.',
  query: z.object({
    ...meetingParameters,
    page: parameters.page.default(1),
    lich: parameters.month.optional(),
  }),
  view: async ({ archive: { db }, sourceName, clock }, { query, frame, lang }) => {
    const { from = null, to = null, chair = null, kind = null, q = null, cites, page, lich } = query;
    const { filter, cited } = await readMeetingFilter(db, query);
    const kinds = await countKinds(db, filter);
    const calendar = lich === undefined ? null : await readCalendar(db, filter, lich);
    const total = kinds.filter((one) => kind === null || one.kind === kind).reduce((sum, { count }) => sum + count, 0);
    const pages = { page: calendar === null ? page : 1, perPage: PER_PAGE, total };
    if (!isWithin(pages)) return noSuchPage(pages);
    const items = calendar === null ? (await listPage(db, filter, page, PER_PAGE)).map(briefMeeting) : [];
    return {
      page: 'meetings',
      frame,
      from,
      to,
      chair,
      query: q,
      cites: cites === undefined ? null : nameCited(cites, cited, lang),
      kind: {
        name: 'kind',
        selected: kind,
        choices: kinds.map((one) => ({
          value: one.kind,
          label: wordFacet('meeting_kind', one.kind, lang, sourceName),
          count: one.count,
        })),
      },
      items,
      pages,
      calendarMonth: lich ?? monthOf(items[0]?.when.date ?? from) ?? clock().toISOString().slice(0, 7),
      calendar,
    } satisfies MeetingsView;
  },
});

/** The month that a date is in; a quarter is told by its first month, a year alone opens in January. */
function monthOf(date: string | null): string | null {
  if (date === null) return null;
  return date.length >= 7 ? date.slice(0, 7) : `${date}-01`;
}

/** An id of no document is shown as it was given, so that it can be taken away. */
function nameCited(cites: string, document: OfficialDocument | null, lang: Lang): DocumentName {
  if (document !== null) return nameDocument(document, lang);
  return { id: null, code: cites, typeName: null, issuer: null, term: null, title: null, level: null };
}
