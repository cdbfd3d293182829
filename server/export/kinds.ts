/**
 * What can be exported, with the columns of each: the rows are those of core/archive/exports.ts. The command and the
 * address write the same.
 */
import {
  exportArticles,
  exportCitations,
  exportDocuments,
  exportMeetings,
  exportRelations,
} from '../../core/archive/exports.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { wordEvidence } from '../../core/documents/evidence.ts';
import type { Lang } from '../wording.ts';
import type { ExportRow } from './formats.ts';

export const exportNames = ['articles', 'documents', 'citations', 'relations', 'meetings'] as const;
export type ExportName = (typeof exportNames)[number];

export interface ExportKind {
  readonly columns: readonly string[];
  /** All of them, as a stream. `lang` is the language of reasons. */
  readonly rows: (db: ArchiveDb, lang: Lang) => AsyncIterable<ExportRow>;
}

export const exportKinds: Readonly<Record<ExportName, ExportKind>> = {
  articles: kind(
    [
      ['id', 'source', 'url', 'aliases', 'status', 'versions', 'title', 'lead', 'text', 'author', 'published'],
      ['updated', 'encoding', 'content_hash', 'attachments', 'meeting', 'citations', 'warnings'],
    ],
    exportArticles,
  ),
  documents: kind(
    [
      ['id', 'code', 'type', 'number', 'year', 'issuer', 'level', 'place', 'term', 'date', 'title', 'aliases'],
      ['state', 'cited_by', 'conflicts'],
    ],
    exportDocuments,
  ),
  citations: kind(
    [
      ['article', 'url', 'start', 'end', 'surface', 'kind', 'canonical', 'document', 'status', 'candidates'],
      ['evidence', 'sentence', 'purpose', 'origin', 'flags'],
    ],
    (db, lang) => exportCitations(db, (evidence) => wordEvidence(evidence, lang)),
  ),
  relations: kind([['from', 'to', 'kind', 'article', 'sentence']], exportRelations),
  meetings: kind(
    [
      ['id', 'kind', 'title', 'date', 'date_to', 'precision', 'host', 'place', 'chair', 'participants'],
      ['articles', 'documents'],
    ],
    exportMeetings,
  ),
};

function kind<Row extends ExportRow>(
  columns: readonly (readonly (keyof Row & string)[])[],
  rows: (db: ArchiveDb, lang: Lang) => AsyncIterable<Row>,
): ExportKind {
  return { columns: columns.flat(), rows };
}
