import { z } from 'zod';
import { getDocument } from '../../core/archive/documents.ts';
import { issuerLevels } from '../../core/citations/citation.ts';
import { relationKinds } from '../../core/documents/document.ts';
import { parseDocumentId } from '../../core/documents/identity.ts';
import type { Network } from '../network/neighbourhood.ts';
import { findNetwork, networkShape, toNetworkAsk } from '../network/request.ts';
import { parameters } from '../parameters.ts';
import { answer } from '../problem.ts';
import { noSuchDocument } from './documents.ts';
import { answersJson, type Endpoint } from './endpoint.ts';

const count = z.number().int().min(0);
const looked = z.strictObject({ seen: count, all: count });

const graphSchema = z.strictObject({
  nodes: z
    .array(
      z.strictObject({
        id: z.string(),
        code: z.string(),
        type: z.string(),
        issuer: z.string().nullable(),
        level: z.enum(issuerLevels).nullable(),
        term: z.string().nullable(),
        title: z.string().nullable(),
        cited_by: count.describe('Articles that cite it.'),
        depth: z.number().int().min(0).max(2).describe('Steps from the document that was asked for, which has 0.'),
      }),
    )
    .readonly()
    .describe('The document itself first, then the strongest first.'),
  edges: z
    .array(
      z.strictObject({
        from: z.string().describe('Who acts or cites; of two cited together the one whose id comes first.'),
        to: z.string(),
        kind: z.enum([...relationKinds, 'cites', 'together']),
        weight: count.describe('Articles that state it; of `together` meetings at which both are cited.'),
        articles: z.array(z.string()).readonly().optional().describe('Ids of the first and the latest that state it.'),
      }),
    )
    .readonly(),
  total: count.describe('Documents near it, those left out included.'),
  left_out: count,
  edges_left_out: count,
  looked_at: z
    .strictObject({ meetings: looked, statements: looked })
    .describe('Of how many there are: the newest meetings that cite it, statements of relations with it.'),
});

export const graphEndpoints: readonly Endpoint[] = [
  answersJson({
    path: '/api/v1/documents/:id/graph',
    summary: 'The documents around one: stated relations, what held texts cite, what is cited at the same meetings.',
    query: z.object({ ...networkShape, most: parameters.most.default(300) }),
    answer: graphSchema,
    find: async ({ archive: { db } }, { query, params }) => {
      const id = parseDocumentId(params['id'] ?? '');
      const document = id === null ? null : await getDocument(db, id);
      if (document === null) return noSuchDocument;
      return answer(shapeNetwork(await findNetwork(db, document, toNetworkAsk(query))));
    },
  }),
];

function shapeNetwork({ nodes, edges, total, edgesLeftOut, meetings, statements }: Network) {
  return {
    nodes: nodes.map(({ document, depth }) => ({
      id: document.id,
      code: document.code,
      type: document.type,
      issuer: document.issuer,
      level: document.level,
      term: document.term,
      title: document.title,
      cited_by: document.citedBy,
      depth,
    })),
    edges: edges.map(({ from, to, kind, weight, first, last }) => ({
      from,
      to,
      kind,
      weight,
      ...(kind !== 'together' && {
        articles: [...new Set([first, last].flatMap((shown) => (shown === null ? [] : [shown.id])))],
      }),
    })),
    total,
    left_out: total - (nodes.length - 1),
    edges_left_out: edgesLeftOut,
    looked_at: { meetings, statements },
  };
}
