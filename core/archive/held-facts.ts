/** What a text was read to say of the document that it is, as it stands in columns. */
import { z } from 'zod';
import { type HeldFacts, heldRelationKinds } from '../documents/holding.ts';
import { jsonColumn } from './columns.ts';

const fact = z.string().nullable();

export const heldFactsSchema: z.ZodType<HeldFacts> = z.object({
  code: fact,
  type: fact,
  issuer: fact,
  signer: fact,
  subject: fact,
  field: fact,
  place: fact,
  issued: fact,
  effective: fact,
  expired: fact,
  status: fact,
  relations: z.array(z.object({ label: z.string(), kind: z.enum(heldRelationKinds), title: z.string(), url: fact })),
  doubts: z.array(z.string()),
});

/** Of a file that an article offers. */
export const heldFactsColumn = jsonColumn<HeldFacts>('attachments.legal_json', heldFactsSchema);
