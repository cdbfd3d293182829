import { z } from 'zod';
import { exportFormats, SheetTooLongError, writeRows } from '../export/formats.ts';
import { exportKinds, exportNames } from '../export/kinds.ts';
import { problem, refuse } from '../problem.ts';
import { type Endpoint, sendsBytes } from './endpoint.ts';

const media = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const noSuchExport = problem('not-found', {
  vi: `Có thể xuất ${exportNames.join(', ')} với đuôi ${exportFormats.join(', ')}, ví dụ: documents.csv.`,
  en: `There are exports of ${exportNames.join(', ')} as ${exportFormats.join(', ')}, such as documents.csv.`,
});

export const exportEndpoints: readonly Endpoint[] = [
  sendsBytes({
    path: '/api/v1/export/:what.:format',
    summary:
      'All articles, documents, citations, relations or meetings as csv, jsonl or xlsx; the same as the command.',
    query: z.object({}),
    media: 'text/csv',
    send: async ({ archive }, { params, lang }, response) => {
      const name = exportNames.find((known) => known === params['what']);
      const format = exportFormats.find((known) => known === params['format']);
      if (name === undefined || format === undefined) return noSuchExport;
      response.setHeader('Content-Type', media[format]);
      response.setHeader('Content-Disposition', `attachment; filename="sohieu-${name}.${format}"`);
      if (response.req.method !== 'HEAD') {
        const { columns, rows } = exportKinds[name];
        try {
          await writeRows(format, columns, rows(archive.db, lang), response);
        } catch (error) {
          if (!(error instanceof SheetTooLongError)) throw error;
          return tooLongForASheet;
        }
      }
      response.end();
      return null;
    },
  }),
];

const tooLongForASheet = refuse([
  {
    parameter: 'format',
    detail: {
      vi: 'phải là csv hoặc jsonl khi có trên 100.000 dòng',
      en: 'must be csv or jsonl where there are more than 100,000 rows',
    },
  },
]);
