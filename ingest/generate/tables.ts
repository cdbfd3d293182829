/** The words of the invented world, from data/generate: names, sentences of reports, what they do with a document. */
import { createRequire } from 'node:module';
import { z } from 'zod';
import { purposes, relationKinds } from '../../core/documents/document.ts';
import { meetingKinds } from '../../core/meetings/meeting.ts';

const require = createRequire(import.meta.url);
const words = z.array(z.string().min(1)).min(1);
const purpose = z.enum(purposes);
const frame = z.string().regex(/\{[Aa]\}/);

const namesSchema = z.strictObject({
  provinces: z.array(z.strictObject({ name: z.string(), city: z.string(), districts: words })).min(2),
  surnames: words,
  middles: words,
  givens: words,
  subjects: z.strictObject({ verbs: words, objects: words, tails: words }),
  topics: words,
  steering: words,
});

const kindSchema = z.strictObject({
  organ: z.enum(['standing', 'executive', 'committee', 'council', 'steering', 'executive_state']),
  event: z.string(),
  titles: words,
  leads: z.array(z.string().regex(/\{day\}.*\{host\}/)).min(4),
});

const meetingsSchema = z.strictObject({
  kinds: z.partialRecord(z.enum(meetingKinds), kindSchema),
  days: words,
  chairs: words,
  guests: words,
  closings: words,
  fillers: words,
  backrefs: z.array(z.strictObject({ text: z.string().includes('{R}'), purpose })).min(1),
});

const relationFrame = z.strictObject({
  text: z
    .string()
    .regex(/\{[Aa]\}/)
    .regex(/\{[Bb]\}/),
  a: purpose,
  b: purpose,
});

export type KindWords = z.infer<typeof kindSchema>;

export const names = namesSchema.parse(require('#data/generate/names.json'));
export const meetingWords = meetingsSchema.parse(require('#data/generate/meetings.json'));
/** At least twelve sentences a purpose: `{A}` may carry its subject, `{a}` stands inside its clause and may not. */
export const purposeFrames = z
  .record(z.enum(purposes), z.array(frame).min(12))
  .parse(require('#data/generate/purposes.json'));
export const relationFrames = z
  .record(z.enum(relationKinds), z.array(relationFrame).min(1))
  .parse(require('#data/generate/relations.json'));
