import type { PageOf } from '../../web/view-terms.ts';
import { type Problem, problem } from '../problem.ts';

/** A page behind the last one. */
export function noSuchPage({ perPage, total }: PageOf): Problem {
  const last = Math.max(1, Math.ceil(total / perPage));
  return problem('not-found', {
    vi: `Danh sách này chỉ có ${last} trang.`,
    en: `This list has ${last} ${last === 1 ? 'page' : 'pages'} only.`,
  });
}

/** Whether a page is within its list; the first always is. */
export function isWithin({ page, perPage, total }: PageOf): boolean {
  return page === 1 || (page - 1) * perPage < total;
}
