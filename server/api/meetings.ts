import { z } from 'zod';
import { shapeMeeting } from '../../core/archive/exports.ts';
import { findMeeting, listMeetings } from '../../core/archive/meeting-lists.ts';
import { meetingParameters, readMeetingFilter } from '../meeting-filter.ts';
import { parameters } from '../parameters.ts';
import { answer, type Problem, problem } from '../problem.ts';
import { listOf, meetingSchema } from './answers.ts';
import { answersJson, type Endpoint } from './endpoint.ts';

export const noSuchMeeting: Problem = problem('not-found', {
  vi: 'Kho không có cuộc họp với mã này.',
  en: 'The archive has no meeting of this id.',
});

export const meetingEndpoints: readonly Endpoint[] = [
  answersJson({
    path: '/api/v1/meetings',
    summary: 'Meetings, newest first: of a time, a chair, a kind, citing a document, or with a code or words.',
    query: z.object({
      ...meetingParameters,
      page: parameters.cursor.optional(),
      per_page: parameters.per_page.default(20),
    }),
    answer: listOf(meetingSchema),
    find: async ({ archive }, { query }) => {
      const { page, per_page } = query;
      const { filter } = await readMeetingFilter(archive.db, query);
      const found = await listMeetings(archive.db, filter, { limit: per_page, after: page ?? null });
      return answer({ ...found, items: found.items.map(shapeMeeting) });
    },
  }),
  answersJson({
    path: '/api/v1/meetings/:id',
    summary: 'A meeting: when, who, where, its reports and the documents cited there.',
    query: z.object({}),
    answer: meetingSchema,
    find: async ({ archive }, { params }) => {
      const meeting = await findMeeting(archive.db, params['id'] ?? '');
      return meeting === null ? noSuchMeeting : answer(shapeMeeting(meeting));
    },
  }),
];
