/** What the search page and the search of the API take, and the query it makes. */
import { z } from 'zod';
import { findTypeBySymbol } from '../core/citations/document-types.ts';
import type { FindAllQuery } from '../core/search/find-all.ts';
import { parameters } from './parameters.ts';

export const searchShape = {
  q: parameters.q.default(''),
  type: parameters.type.optional(),
  issuer: parameters.issuer.optional(),
  level: parameters.level.optional(),
  source: parameters.source.optional(),
  year: parameters.year.optional(),
  meeting_kind: parameters.meeting_kind.optional(),
  purpose: parameters.purpose.optional(),
  from: parameters.from.optional(),
  to: parameters.to.optional(),
  sort: parameters.sort.default('relevance'),
  page: parameters.page.default(1),
};

const schema = z.object(searchShape);
export type SearchRequest = z.output<typeof schema>;

/** The query of a request; `type=nq` means NQ. */
export function toFindAllQuery(asked: SearchRequest, perPage: number): FindAllQuery {
  const { q, type, issuer, level, source, year, meeting_kind, purpose, from, to, sort, page } = asked;
  const types = type?.map((symbol) => findTypeBySymbol(symbol)?.symbol ?? symbol);
  return {
    text: q,
    filters: {
      ...(types && { type: types }),
      ...(issuer && { issuer }),
      ...(level && { level }),
      ...(source && { source }),
      ...(year && { year }),
      ...(meeting_kind && { meeting_kind }),
      ...(purpose && { purpose }),
    },
    from: from ?? null,
    to: to ?? null,
    sort,
    page,
    perPage,
  };
}
