/**
 * Schemas of what several addresses answer: documents, meetings, citations, articles in the shapes of the exports.
 *
 * They describe the API (openapi.ts) and hold the handlers to it at compile time; tests hold real answers against them.
 */
import { z } from 'zod';
import { articleStatuses } from '../../core/archive/records.ts';
import { citationKinds, issuerLevels } from '../../core/citations/citation.ts';
import { documentStates, mentionStatuses, purposes, relationKinds } from '../../core/documents/document.ts';
import { datePrecisions, meetingKinds, participantRoles } from '../../core/meetings/meeting.ts';

const text = z.string();
const maybe = text.nullable();
const count = z.number().int().min(0);

/** A list as every address of the API answers it. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item).readonly(),
    total: count.describe('Items on all pages together.'),
    next: maybe.describe('What to give as `page` for the page after; null on the last.'),
  });
}

const several = <T extends z.ZodType>(item: T) => z.array(item).readonly();

const reason = z.strictObject({ code: text, text: text.describe('A short sentence, Vietnamese or English.') });
export const reasons = several(reason);

const place = z.object({ province: text, district: text.optional(), commune: text.optional() });

export const documentSchema = z.strictObject({
  id: text,
  code: text.describe('In standard spelling: 21-NQ/TU.'),
  type: text.describe('Symbol of the document type: NQ, CT, QĐ …'),
  number: text,
  year: z.number().int().nullable(),
  issuer: maybe.describe('The body with its place; null for a code that no mention settles.'),
  level: z.enum(issuerLevels).nullable(),
  place: place.nullable(),
  term: maybe.describe('2020-2025 of a Party committee, 15 of a National Assembly.'),
  date: maybe.describe('As printed or held, never inferred.'),
  title: maybe,
  aliases: several(text),
  state: z.enum(documentStates),
  cited_by: count.describe('Articles that cite it.'),
  conflicts: several(
    z.object({
      field: text,
      values: several(z.object({ value: text, mentions: count, articles: several(text) })),
    }),
  ),
});

const person = z.object({ name: text, positions: several(text) });

export const meetingSchema = z.strictObject({
  id: text,
  kind: z.enum(meetingKinds),
  title: text,
  date: maybe.describe('First day as far as known: 2023-03-21, 2022-09, 2022.'),
  date_to: maybe.describe('Last day; null for one day.'),
  precision: z.enum(datePrecisions).nullable(),
  host: maybe,
  place: maybe,
  chair: person.nullable(),
  participants: several(person.extend({ role: z.enum(participantRoles) })),
  articles: several(text).describe('Addresses of the reports of it.'),
  documents: several(text).describe('Ids of the documents cited there.'),
});

/** One mention, as exported. */
export const citationSchema = z.strictObject({
  article: text,
  url: text,
  start: count,
  end: count,
  surface: text,
  kind: z.enum(citationKinds),
  canonical: maybe,
  document: maybe,
  status: z.enum(mentionStatuses),
  candidates: several(z.object({ document: text, score: z.number(), why: reasons })),
  evidence: reasons,
  sentence: text,
  purpose: z.enum(purposes),
  origin: z.enum(['machine', 'person']),
  flags: several(text),
});

/** A meeting beside what cites a document there. */
export const citingMeetingSchema = z.strictObject({
  id: text,
  date: maybe,
  title: text,
  chair: person.nullable(),
  host: maybe,
});

export const articleSchema = z.strictObject({
  id: text,
  source: maybe,
  url: text,
  aliases: several(text),
  status: z.enum(articleStatuses),
  versions: count,
  title: maybe,
  lead: maybe,
  text,
  author: maybe,
  published: maybe,
  updated: maybe,
  encoding: maybe,
  content_hash: text,
  attachments: several(z.object({ url: text, title: maybe, type: maybe })),
  meeting: maybe.describe('Id of the meeting it reports.'),
  citations: several(
    z.strictObject({
      canonical: maybe,
      document: maybe,
      start: count.describe('UTF-16 units into `text`.'),
      end: count,
      kind: z.enum(citationKinds),
    }),
  ),
  warnings: several(z.object({ code: text, detail: text })),
});

export const relationSchema = z.strictObject({
  from: text.describe('Id of the document that acts.'),
  to: text,
  kind: z.enum(relationKinds),
  article: text.describe('Id of the article that says so.'),
  sentence: text,
});

/** What a typed code was understood as. */
export const codeQuerySchema = z.strictObject({
  type: maybe,
  number: maybe,
  issuer_code: maybe,
  issuer: maybe,
  year: z.number().int().nullable(),
  words: text,
});

/** One citation as `sohieu extract` prints it. */
export const extractedSchema = z.strictObject({
  start: count.describe('UTF-16 units into the text as sent.'),
  end: count,
  surface: text,
  kind: z.enum(citationKinds),
  canonical: maybe,
  number: maybe,
  year: z.number().int().nullable(),
  type: maybe,
  issuer_code: maybe,
  issuer_name: maybe,
  level: z.enum(issuerLevels).nullable(),
  date: maybe,
  subject: maybe,
  flags: several(text),
  confidence: z.number().min(0).max(1),
  meant: text.optional().describe('The likely code where the print contradicts the named issuer.'),
  pinpoint: text.optional().describe('The provision printed with the mention: điểm a khoản 2 Điều 5.'),
  document: maybe.describe('Id of the document in this archive; null where nothing settles it.'),
});
