/**
 * A page of the site as data: what it takes, and the function from a request to what web/ draws.
 */
import type { Request } from 'express';
import type { z } from 'zod';
import { changeAddress } from '../../web/address.ts';
import type { EachSheet } from '../../web/style-sheets.ts';
import type { PageView } from '../../web/view.ts';
import type { PageFrame } from '../../web/view-terms.ts';
import type { Address } from '../api/endpoint.ts';
import type { FrontFigures } from '../front-figures.ts';
import { checkGiven, tidyGiven } from '../parameters.ts';
import type { ServerParts } from '../parts.ts';
import type { Problem, Reply } from '../problem.ts';
import type { Lang } from '../wording.ts';

/** The parts, with what all pages of one app share. */
export interface PageParts extends ServerParts {
  /** Addresses of the style sheets, with their hashes. */
  readonly stylesheets: EachSheet<string>;
  /** Address of the islands, with their hash; null where there are none. */
  readonly script: string | null;
  readonly holdsSamples: () => Promise<boolean>;
  readonly frontFigures: () => Promise<FrontFigures>;
}

/** What a page is handed, checked. */
export interface AskedPage<Query> {
  readonly query: Query;
  /** The id in the path; empty where it has none. */
  readonly id: string;
  readonly lang: Lang;
  readonly frame: PageFrame;
}

export interface Page extends Address {
  readonly show: (parts: PageParts, request: Request, lang: Lang) => Promise<Reply<PageView>>;
}

export function definePage<Query>(row: {
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodType<Query>;
  readonly view: (parts: PageParts, asked: AskedPage<Query>) => Promise<PageView | Problem>;
}): Page {
  const { path, summary } = row;
  return {
    method: 'get',
    path,
    summary,
    show: async (parts, request, lang) => {
      const query = checkGiven(row.query, tidyGiven(request.query));
      if (query.kind === 'problem') return query;
      const id = request.params['id'];
      const frame = await frameOf(parts, request, lang);
      const view = await row.view(parts, {
        query: query.value,
        id: typeof id === 'string' ? id : '',
        lang,
        frame,
      });
      return 'kind' in view && view.kind === 'problem' ? view : { kind: 'answer', value: view };
    },
  };
}

/** What stands around every page. */
export async function frameOf(parts: PageParts, request: Request, lang: Lang): Promise<PageFrame> {
  return {
    ...bareFrame(parts.stylesheets, request, lang),
    script: parts.script,
    notices: (await parts.holdsSamples()) ? ['samples'] : [],
  };
}

/** The frame without what the archive would have to be asked for. */
export function bareFrame(stylesheets: EachSheet<string>, request: Request, lang: Lang): PageFrame {
  return { lang, address: changeAddress(request.originalUrl, { lang: null }), stylesheets, notices: [] };
}
