/** What one article alone tells of a mention's document, kept so that linking need not read the article again. */
import { z } from 'zod';
import { type IsoDate, issuerLevels } from '../citations/citation.ts';
import type { Settlement } from '../documents/settlement.ts';
import { jsonColumn } from './columns.ts';

const why = z.array(z.object({ code: z.string(), params: z.record(z.string(), z.string()) }));
const place = z.object({ province: z.string(), district: z.string().optional(), commune: z.string().optional() });
const body = z.object({
  scope: z.string(),
  symbol: z.string(),
  name: z.string(),
  level: z.enum(issuerLevels),
  place: place.nullable(),
});
const isoDate = z.custom<IsoDate>((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
const undated = z.object({ type: z.string(), number: z.string(), body, codeYear: z.number().nullable() });
/** Identity of a document, as it stands in columns. */
export const identitySchema = undated.extend({ term: z.string().nullable(), year: z.number().nullable() });

export const settlementColumn = jsonColumn<Settlement>(
  'mentions.settlement_json',
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('settled'), identity: identitySchema, why }),
    z.object({ kind: z.literal('undated'), identity: undated, date: z.string().nullable(), why }),
    z.object({ kind: z.literal('several-undated'), identities: z.array(undated), date: z.string().nullable(), why }),
    z.object({ kind: z.literal('several'), identities: z.array(identitySchema), printed: isoDate.nullable(), why }),
    z.object({ kind: z.literal('unknown'), why }),
  ]),
);
