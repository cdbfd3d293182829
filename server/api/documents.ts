import { z } from 'zod';
import { getDocument, getDocuments } from '../../core/archive/documents.ts';
import { shapeCitation, shapeDocument } from '../../core/archive/exports.ts';
import { listHeldCites } from '../../core/archive/held-cites.ts';
import { listRelationsOf } from '../../core/archive/relations.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { type OfficialDocument, relationKinds } from '../../core/documents/document.ts';
import { wordEvidence } from '../../core/documents/evidence.ts';
import { parseDocumentId } from '../../core/documents/identity.ts';
import { mentionsOf } from '../../core/search/find-code.ts';
import { countByMonth, countCiting } from '../citing.ts';
import { parameters } from '../parameters.ts';
import type { ServerParts } from '../parts.ts';
import { answer, type Problem, problem, type Reply } from '../problem.ts';
import { citationSchema, citingMeetingSchema, documentSchema, listOf, relationSchema } from './answers.ts';
import { type Asked, answersJson, type Endpoint } from './endpoint.ts';
import { pageByNumber } from './numbered-page.ts';

const count = z.number().int().min(0);

export const noSuchDocument: Problem = problem('not-found', {
  vi: 'Kho không có văn bản với mã này; hãy tra số hiệu.',
  en: 'The archive has no document of this id; look its code up.',
});

const citingSchema = citationSchema.extend({
  title: z.string().nullable().describe('Of the article.'),
  published: z.string().nullable(),
  source: z.string().nullable(),
  meeting: citingMeetingSchema.nullable(),
});

const citesSchema = z.strictObject({
  document: z.string().nullable().describe('Id; null where nothing settles which document is named.'),
  code: z.string().describe('Of the document, else as printed.'),
  issuer: z.string().nullable(),
  title: z.string().nullable(),
  date: z.string().nullable(),
  kinds: z.array(z.enum(relationKinds)).readonly().describe('What the text does with it, where it says so.'),
  sentence: z.string(),
  article: z.string().describe('Id of the article that is the text or offers it.'),
});

const byNumber = z.object({ page: parameters.page.default(1), per_page: parameters.per_page.default(20) });
const byCursor = z.object({ page: parameters.cursor.optional(), per_page: parameters.per_page.default(20) });

export const documentEndpoints: readonly Endpoint[] = [
  answersJson({
    path: '/api/v1/documents/:id',
    summary: 'What is known of a document, and how often it is cited.',
    query: z.object({}),
    answer: documentSchema.extend({ mentions: count, meetings: count }),
    find: (parts, asked) =>
      ofDocument(parts, asked, async (document) => ({
        ...shapeDocument(document),
        ...(await countCiting(parts.archive.db, document)),
      })),
  }),
  answersJson({
    path: '/api/v1/documents/:id/citations',
    summary: 'Who cites a document, newest article first: each mention with its sentence and its meeting.',
    query: byCursor,
    answer: listOf(citingSchema),
    find: (parts, asked) =>
      ofDocument(parts, asked, async (document) => {
        const { page = null, per_page } = asked.query;
        const found = await mentionsOf(parts.archive.db, document, per_page, page);
        const items = found.items.map(({ mention, article, meeting }) => ({
          ...shapeCitation(mention, article.url, (evidence) => wordEvidence(evidence, asked.lang)),
          title: article.title,
          published: article.published,
          source: article.source,
          meeting: meeting === null ? null : shapeSummary(meeting),
        }));
        return { ...found, items };
      }),
  }),
  answersJson({
    path: '/api/v1/documents/:id/cites',
    summary: 'What its own text cites, where that is held: each document once, with the sentence that names it first.',
    query: byNumber,
    answer: listOf(citesSchema),
    find: (parts, asked) =>
      ofDocument(parts, asked, async (document) => {
        const { db } = parts.archive;
        const { items, ...page } = pageByNumber(
          await listHeldCites(db, document.id),
          asked.query.page,
          asked.query.per_page,
        );
        const known = await getDocuments(
          db,
          items.flatMap((cite) => cite.document ?? []),
        );
        const named = items.map(({ document: id, ...cite }) => {
          const other = id === null ? undefined : known.get(id);
          const { issuer = null, title = null, date = null } = other ?? {};
          return { ...cite, code: other?.code ?? cite.code, document: other?.id ?? null, issuer, title, date };
        });
        return { ...page, items: named };
      }),
  }),
  answersJson({
    path: '/api/v1/documents/:id/relations',
    summary: 'On which documents it acts and which act on it, with the sentences that say so.',
    query: byNumber,
    answer: listOf(relationSchema),
    find: (parts, asked) =>
      ofDocument(parts, asked, async (document) => {
        const { from, to } = await listRelationsOf(parts.archive.db, document.id);
        return pageByNumber([...from, ...to], asked.query.page, asked.query.per_page);
      }),
  }),
  answersJson({
    path: '/api/v1/documents/:id/timeline',
    summary: 'Meetings that cite a document, by month; those of an unknown day are left out.',
    query: z.object({}),
    answer: listOf(z.strictObject({ month: z.string().describe('2022-03'), meetings: count })),
    find: (parts, asked) =>
      ofDocument(parts, asked, async (document) => {
        const items = await countByMonth(parts.archive.db, document);
        return { items, total: items.length, next: null };
      }),
  }),
];

async function ofDocument<T>(
  { archive }: ServerParts,
  { params }: Asked<unknown>,
  read: (document: OfficialDocument) => Promise<T>,
): Promise<Reply<T>> {
  const document = await findDocument(archive.db, params['id'] ?? '');
  return document === null ? noSuchDocument : answer(await read(document));
}

/** The document with the id that an address names, or null. */
export async function findDocument(db: ArchiveDb, name: string): Promise<OfficialDocument | null> {
  const id = parseDocumentId(name);
  return id === null ? null : getDocument(db, id);
}

function shapeSummary<T extends z.input<typeof citingMeetingSchema>>({ id, date, title, chair, host }: T) {
  return { id, date, title, chair, host };
}
