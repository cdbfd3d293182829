import { z } from 'zod';
import { getDocuments } from '../../core/archive/documents.ts';
import { allBusy, createExtraction, tooSlow } from '../extraction.ts';
import { answer, refuse, tooLarge } from '../problem.ts';
import { extractedSchema } from './answers.ts';
import { type Endpoint, takesJson } from './endpoint.ts';
import { shapeExtracted } from './shapes.ts';

/** A text may have so many bytes in UTF-8. */
export const mostTextBytes = 2 * 1024 * 1024;

export const published = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]);

const noSuchSource = refuse([
  {
    parameter: 'source',
    detail: { vi: 'phải là mã của một nguồn mà kho biết', en: 'must be the id of a source that the archive knows' },
  },
]);

export function createExtractEndpoints(): readonly Endpoint[] {
  const extract = createExtraction();
  return [
    takesJson({
      path: '/api/v1/extract',
      summary: 'The citations of a text, as the command prints them; nothing is stored.',
      query: z.object({}),
      body: z.object({
        text: z.string().describe('Plain text, 2 MB at most.'),
        source: z.string().max(200).nullish().describe('Id of the source, for telling what Thành ủy means in it.'),
        published: published.nullish().describe('Day or instant of publication, for telling terms of office.'),
      }),
      answer: z.strictObject({ citations: z.array(extractedSchema).readonly() }),
      find: async ({ archive, sourceName, placeOf }, _asked, { text, source = null, published: day = null }) => {
        if (Buffer.byteLength(text) > mostTextBytes) return tooLarge;
        if (source !== null && sourceName(source) === null) return noSuchSource;
        const place = placeOf?.(source) ?? null;
        const done = await extract({ text, place, published: day === null ? null : toVietnamDay(day) });
        if (done.kind !== 'extracted') return done.kind === 'busy' ? allBusy : tooSlow;
        const { citations, documents } = done.value;
        const held = await getDocuments(
          archive.db,
          documents.flatMap((id) => id ?? []),
        );
        return answer({
          citations: shapeExtracted(
            citations,
            documents.map((id) => (id !== null && held.has(id) ? id : null)),
          ),
        });
      },
    }),
  ];
}

/** The day in Vietnam of a day or an instant. */
export function toVietnamDay(published: string): string {
  if (!/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(published)) return published.slice(0, 10);
  return new Date(Date.parse(published) + 7 * 3_600_000).toISOString().slice(0, 10);
}
