import { z } from 'zod';
import { listDocuments } from '../../core/archive/document-lists.ts';
import { shapeDocument } from '../../core/archive/exports.ts';
import { parameters } from '../parameters.ts';
import { answer } from '../problem.ts';
import { documentSchema, listOf } from './answers.ts';
import { answersJson, type Endpoint } from './endpoint.ts';

export const documentListEndpoints: readonly Endpoint[] = [
  answersJson({
    path: '/api/v1/documents',
    summary: 'Documents, those that most articles cite first; `state=cited_only` are those whose text is wanted.',
    query: z.object({
      state: parameters.state.optional(),
      type: parameters.one_type.optional(),
      level: parameters.one_level.optional(),
      page: parameters.page.default(1),
      per_page: parameters.per_page.default(20),
    }),
    answer: listOf(documentSchema),
    find: async ({ archive }, { query }) => {
      const { page, per_page } = query;
      const { items, total } = await listDocuments(archive.db, query, page, per_page);
      const next = page * per_page < total ? String(page + 1) : null;
      return answer({ items: items.map(shapeDocument), total, next });
    },
  }),
];
