/** A problem as a page that says what to do and keeps what was typed. */
import type { Request } from 'express';
import type { EachSheet } from '../../web/style-sheets.ts';
import type { ErrorView } from '../../web/view.ts';
import { type Problem, type ProblemKind, problemKinds } from '../problem.ts';
import type { Lang } from '../wording.ts';
import { bareFrame } from './page.ts';

const kinds: Readonly<Record<ProblemKind, ErrorView['kind']>> = {
  'bad-request': 'bad_request',
  forbidden: 'bad_request',
  'not-found': 'not_found',
  'method-not-allowed': 'bad_request',
  'too-large': 'bad_request',
  'address-too-long': 'bad_request',
  'unsupported-media-type': 'bad_request',
  'too-many-requests': 'too_many',
  broken: 'broken',
  busy: 'unavailable',
};

/** Longer input is not worth showing again. */
const mostTyped = 1000;

export function viewProblem(
  { problem, detail }: Problem,
  event: string,
  request: Request,
  stylesheets: EachSheet<string>,
  lang: Lang,
): ErrorView {
  return {
    page: 'error',
    frame: bareFrame(stylesheets, request, lang),
    status: problemKinds[problem].status,
    kind: kinds[problem],
    detail: problem === 'broken' || problem === 'too-many-requests' ? null : detail[lang],
    query: typedIn(request).slice(0, mostTyped),
    reference: event.replace('urn:uuid:', ''),
  };
}

/** The query, or the code that somebody put in the place of a document's id. */
function typedIn({ query, params, path }: Request): string {
  if (typeof query['q'] === 'string') return query['q'];
  const id = params['id'];
  return path.startsWith('/van-ban/') && typeof id === 'string' ? id : '';
}
