import { z } from 'zod';
import { verdicts } from '../../core/documents/check-reasons.ts';
import { checkDraftText } from '../check-draft.ts';
import { shapeChecked } from '../check-shape.ts';
import { answer } from '../problem.ts';
import { extractedSchema, reasons } from './answers.ts';
import { type Endpoint, takesJson } from './endpoint.ts';
import { published, toVietnamDay } from './extract.ts';

const offset = z.number().int().min(0);

const checkedSchema = extractedSchema.extend({
  verdict: z.enum(verdicts).describe('green agrees, amber is to be looked at, red contradicts.'),
  reasons,
  suggestion: z.string().nullable().describe('How it should read; null where nothing sure can be offered.'),
  replaces: z
    .strictObject({ start: offset, end: offset })
    .optional()
    .describe('What of the text the suggestion replaces, where that is more than the citation.'),
});

export const checkEndpoints: readonly Endpoint[] = [
  takesJson({
    path: '/api/v1/check',
    summary: 'Cite-checks a draft, as the command does: each citation with a verdict; nothing is stored.',
    query: z.object({}),
    body: z.object({
      text: z.string().describe('Plain text, 2 MB and 2,000 citations at most.'),
      source: z.string().max(200).nullish().describe('Id of a source, for telling what Thành ủy means in it.'),
      published: published.nullish().describe('Day of the draft; today where none is given.'),
    }),
    answer: z.strictObject({ citations: z.array(checkedSchema).readonly() }),
    find: async (parts, { lang }, { text, source = null, published: day = null }) => {
      const checked = await checkDraftText(parts, { text, source, day: day === null ? null : toVietnamDay(day) });
      return checked.kind === 'problem' ? checked : answer({ citations: shapeChecked(checked.value, lang) });
    },
  }),
];
