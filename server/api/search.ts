import { z } from 'zod';
import type { OfficialDocument } from '../../core/documents/document.ts';
import type { facetNames } from '../../core/search/fields.ts';
import { findAll } from '../../core/search/find-all.ts';
import { findByCode } from '../../core/search/find-code.ts';
import { suggest } from '../../core/search/suggest.ts';
import { parameters } from '../parameters.ts';
import { answer } from '../problem.ts';
import { searchShape, toFindAllQuery } from '../search-request.ts';
import { type Lang, nameType } from '../wording.ts';
import { citingMeetingSchema, codeQuerySchema, documentSchema, listOf, meetingSchema, reasons } from './answers.ts';
import { answersJson, type Endpoint } from './endpoint.ts';
import { shapeFoundAll, shapeFoundByCode } from './shapes.ts';

const count = z.number().int().min(0);
const spans = z.array(z.object({ start: count, end: count })).readonly();
const choices = z.array(z.strictObject({ value: z.string(), label: z.string(), count })).readonly();

const foundSchema = z.strictObject({
  documents: z
    .array(documentSchema.extend({ why: reasons, mentions: count, meetings: count }))
    .readonly()
    .describe('Documents that a code in the query may mean, or whose title or issuer has its words.'),
  meetings: z.array(meetingSchema).readonly().describe('The first twenty.'),
  articles: z
    .array(
      z.strictObject({
        id: z.string(),
        url: z.string(),
        title: z.string(),
        snippet: z.string(),
        highlights: z
          .object({ title: spans, snippet: spans })
          .describe('Where the words stand, in UTF-16 units of title and snippet.'),
        date: z.string().nullable(),
        source: z.string().nullable(),
      }),
    )
    .readonly(),
  total: count.describe('Articles on all pages together.'),
  facets: z.strictObject({
    type: choices,
    issuer: choices,
    level: choices,
    source: choices,
    year: choices,
    meeting_kind: choices,
    purpose: choices,
  } satisfies Record<(typeof facetNames)[number], typeof choices>),
  took_ms: count,
  query: z.strictObject({
    codes: z.array(z.string()).readonly().describe('Codes understood, in standard spelling as far as known.'),
    terms: z.array(z.string()).readonly().describe('Words looked for besides.'),
  }),
});

/** The answer of `sohieu show CODE --json`. */
const resolvedSchema = z.strictObject({
  query: codeQuerySchema.describe('What was understood; null where nothing was typed for it.'),
  answer: z.enum(['one', 'several', 'none']).describe('`one` only when nothing else fits what was typed.'),
  documents: z
    .array(
      documentSchema.extend({
        why: reasons.describe('Which parts of what was typed it answers.'),
        mentions: count,
        meetings: z
          .array(
            citingMeetingSchema.extend({
              article: z.string().describe('Address of the report that the sentence is from.'),
              sentence: z.string(),
              purpose: z.string(),
              printed: z.string().describe('The citation as the source prints it.'),
            }),
          )
          .readonly(),
      }),
    )
    .readonly()
    .describe('Best first.'),
  note: z.string().nullable().describe('Where nothing was found: what was understood, and what is near.'),
});

export const searchEndpoints: readonly Endpoint[] = [
  answersJson({
    path: '/api/v1/search',
    summary: 'Documents, meetings and articles for words or a code, with facets.',
    query: z.object({ ...searchShape, per_page: parameters.per_page.default(20) }),
    answer: foundSchema,
    find: async ({ archive, engine, sourceName, clock }, { query, lang }) => {
      const asked = toFindAllQuery(query, query.per_page);
      const found = await findAll(archive.db, engine, asked, () => clock().getTime());
      return answer(await shapeFoundAll(archive.db, found, lang, sourceName));
    },
  }),
  answersJson({
    path: '/api/v1/suggest',
    summary: 'While somebody types: documents whose code or title begins so, and people.',
    query: z.object({ q: parameters.q.default(''), per_page: parameters.per_page.default(8) }),
    answer: listOf(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('document'),
          id: z.string(),
          code: z.string(),
          type_name: z.string().nullable().describe('In the language asked for.'),
          title: z.string().nullable(),
          issuer: z.string().nullable(),
          term: z.string().nullable(),
          cited_by: count.describe('Articles that cite it.'),
        }),
        z.strictObject({
          kind: z.literal('person'),
          name: z.string(),
          items: count.describe('Articles and meetings found that name this person.'),
        }),
      ]),
    ),
    find: async ({ archive, engine }, { query, lang }) => {
      const found = await suggest(archive.db, engine, query.q, query.per_page);
      const items = found.map((one) =>
        one.kind === 'person' ? one : { kind: one.kind, ...nameDocument(one.document, lang) },
      );
      return answer({ items, total: items.length, next: null });
    },
  }),
  answersJson({
    path: '/api/v1/resolve',
    summary: 'The documents that a code may mean, best first, with the meetings that cite each.',
    query: z.object({ code: parameters.code }),
    answer: resolvedSchema,
    find: async ({ archive }, { query, lang }) =>
      answer(shapeFoundByCode(await findByCode(archive.db, query.code), lang)),
  }),
];

function nameDocument({ id, code, type, typeName, title, issuer, term, citedBy }: OfficialDocument, lang: Lang) {
  return { id, code, type_name: nameType(type, lang, typeName), title, issuer, term, cited_by: citedBy };
}
