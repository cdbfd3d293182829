/** The list of documents, most cited first; `?state=cited_only` is the list of those whose text to look for. */
import { z } from 'zod';
import { countDocumentTypes, listDocuments } from '../../core/archive/document-lists.ts';
import { issuerLevels } from '../../core/citations/citation.ts';
import { documentStates } from '../../core/documents/document.ts';
import type { DocumentsView } from '../../web/views/documents.ts';
import { wordsOf } from '../../web/words.ts';
import { parameters } from '../parameters.ts';
import { nameType } from '../wording.ts';
import { nameDocument } from './briefs.ts';
import { definePage } from './page.ts';
import { isWithin, noSuchPage } from './paging.ts';

const PER_PAGE = 50;

export const documentsPage = definePage({
  path: '/van-ban',
  summary: 'Documents, most cited first: of a type, a level, or of which no text is held.',
  query: z.object({
    state: parameters.state.optional(),
    type: parameters.one_type.optional(),
    level: parameters.one_level.optional(),
    page: parameters.page.default(1),
  }),
  view: async ({ archive: { db } }, { query, frame, lang }) => {
    const { page, state = null, type = null, level = null } = query;
    const { items, total } = await listDocuments(db, query, page, PER_PAGE);
    const pages = { page, perPage: PER_PAGE, total };
    if (!isWithin(pages)) return noSuchPage(pages);
    const words = wordsOf(lang);
    const types = await countDocumentTypes(db, query);
    return {
      page: 'documents',
      frame,
      filters: [
        {
          name: 'state',
          selected: state,
          choices: documentStates.map((value) => ({ value, label: words.documents.states[value], count: null })),
        },
        {
          name: 'type',
          selected: type,
          choices: types.map(({ type: value, count }) => ({ value, label: nameType(value, lang) ?? value, count })),
        },
        {
          name: 'level',
          selected: level,
          choices: issuerLevels.map((value) => ({ value, label: words.levels[value], count: null })),
        },
      ],
      items: items.map((document) => ({
        ...nameDocument(document, lang),
        date: document.date,
        state: document.state,
        citedBy: document.citedBy,
      })),
      pages,
    } satisfies DocumentsView;
  },
});
