/**
 * Documents between rows and records.
 */
import { z } from 'zod';
import { issuerLevels } from '../citations/citation.ts';
import { type Conflict, documentStates, type OfficialDocument, type Place } from '../documents/document.ts';
import { codeKeys } from './code-key.ts';
import { jsonColumn, wordColumn } from './columns.ts';
import type { DocumentTable } from './schema.ts';

const placeColumn = jsonColumn<Place>(
  'documents.place_json',
  z.object({ province: z.string(), district: z.string().optional(), commune: z.string().optional() }),
);
const aliasesColumn = jsonColumn<readonly string[]>('documents.aliases_json', z.array(z.string()));
const conflictsColumn = jsonColumn<readonly Conflict[]>(
  'documents.conflicts_json',
  z.array(
    z.object({
      field: z.enum(['date', 'title', 'issuer', 'code']),
      values: z.array(z.object({ value: z.string(), mentions: z.number(), articles: z.array(z.string()) })),
    }),
  ),
);
const readLevel = wordColumn('documents.level', issuerLevels);
const readState = wordColumn('documents.state', documentStates);

export function toDocumentRow(document: OfficialDocument): DocumentTable {
  const { code, number, year, type } = document;
  const keys = codeKeys({ code, number, year, type, issuerCode: null });
  return {
    id: document.id,
    code,
    type,
    number,
    year,
    issuer: document.issuer,
    level: document.level,
    place_json: document.place === null ? null : placeColumn.write(document.place),
    term: document.term,
    date: document.date,
    title: document.title,
    aliases_json: aliasesColumn.write(document.aliases),
    state: document.state,
    cited_by: document.citedBy,
    conflicts_json: conflictsColumn.write(document.conflicts),
    is_settled: document.issuer === null ? 0 : 1,
    code_key: keys.codeKey,
    number_key: keys.numberKey,
    type_key: keys.typeKey,
    issuer_key: keys.issuerKey,
    type_name: document.typeName ?? null,
  };
}

export function toDocument(row: DocumentTable): OfficialDocument {
  return {
    id: row.id,
    code: row.code,
    type: row.type,
    number: row.number,
    year: row.year,
    issuer: row.issuer,
    level: row.level === null ? null : readLevel(row.level),
    place: row.place_json === null ? null : placeColumn.read(row.place_json),
    term: row.term,
    date: row.date,
    title: row.title,
    aliases: aliasesColumn.read(row.aliases_json),
    state: readState(row.state),
    citedBy: row.cited_by,
    conflicts: conflictsColumn.read(row.conflicts_json),
    ...(row.type_name !== null && { typeName: row.type_name }),
  };
}
