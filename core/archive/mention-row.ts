/**
 * Mentions between rows and records.
 */
import { z } from 'zod';
import { citationKinds, issuerLevels } from '../citations/citation.ts';
import type { Candidate, DocumentId, Evidence, Target } from '../documents/document.ts';
import { mentionStatuses, purposes } from '../documents/document.ts';
import { codeKeys } from './code-key.ts';
import { jsonColumn, wordColumn } from './columns.ts';
import { ownColumns } from './own-columns.ts';
import type { MentionRecord } from './records.ts';
import type { MentionTable } from './schema.ts';
import { settlementColumn } from './settlement-column.ts';

const evidence = z.array(z.object({ code: z.string(), params: z.record(z.string(), z.string()) }));
const documentId = z.custom<DocumentId>((value) => typeof value === 'string');

const flagsColumn = jsonColumn<readonly string[]>('mentions.flags_json', z.array(z.string()));
const evidenceColumn = jsonColumn<readonly Evidence[]>('mentions.evidence_json', evidence);
const candidatesColumn = jsonColumn<readonly Candidate[]>(
  'mentions.candidates_json',
  z.array(z.object({ document: documentId, score: z.number(), why: evidence })),
);
/** The kind of a mention from its column. */
export const readKind = wordColumn('mentions.kind', citationKinds);
/** The level of a mention's issuer from its column. */
export const readLevel = wordColumn('mentions.level', issuerLevels);
const readPurpose = wordColumn('mentions.purpose', purposes);
const readOrigin = wordColumn('mentions.origin', ['machine', 'person']);
const readStatus = wordColumn('mentions.status', mentionStatuses);

export type TargetColumns = Pick<MentionTable, 'status' | 'document' | 'candidates_json' | 'evidence_json'>;

export function toTargetColumns(target: Target): TargetColumns {
  return {
    status: target.status,
    document: target.document,
    candidates_json: candidatesColumn.write(target.candidates),
    evidence_json: evidenceColumn.write(target.evidence),
  };
}

/** Whether both say the same, reasons included. */
export function isSameTarget(one: TargetColumns, other: TargetColumns): boolean {
  return (
    one.status === other.status &&
    one.document === other.document &&
    one.candidates_json === other.candidates_json &&
    one.evidence_json === other.evidence_json
  );
}

export function toMentionRow(mention: MentionRecord, sortKey: number): MentionTable {
  const keys = codeKeys({
    code: mention.canonical,
    number: mention.number,
    year: mention.year,
    type: mention.type,
    issuerCode: mention.issuerCode,
  });
  return {
    article: mention.article,
    ordinal: mention.ordinal,
    sort_key: sortKey,
    start_offset: mention.start,
    end_offset: mention.end,
    surface: mention.surface,
    kind: mention.kind,
    canonical: mention.canonical,
    number: mention.number,
    year: mention.year,
    type: mention.type,
    issuer_code: mention.issuerCode,
    issuer_name: mention.issuerName,
    level: mention.level,
    date: mention.date,
    subject: mention.subject,
    meant: mention.meant,
    flags_json: flagsColumn.write(mention.flags),
    confidence: mention.confidence,
    same_as: mention.sameAs,
    sentence: mention.sentence,
    sentence_offset: mention.sentenceOffset,
    purpose: mention.purpose,
    origin: mention.origin,
    settlement_json: settlementColumn.write(mention.settlement),
    ...toTargetColumns(mention.target),
    code_key: keys.codeKey,
    number_key: keys.numberKey,
    type_key: keys.typeKey,
    issuer_key: keys.issuerKey,
    ...ownColumns(mention.settlement, mention.subject),
  };
}

export function toMention(row: MentionTable): MentionRecord {
  return {
    article: row.article,
    ordinal: row.ordinal,
    start: row.start_offset,
    end: row.end_offset,
    surface: row.surface,
    kind: readKind(row.kind),
    canonical: row.canonical,
    number: row.number,
    year: row.year,
    type: row.type,
    issuerCode: row.issuer_code,
    issuerName: row.issuer_name,
    level: row.level === null ? null : readLevel(row.level),
    date: row.date,
    subject: row.subject,
    meant: row.meant,
    flags: flagsColumn.read(row.flags_json),
    confidence: row.confidence,
    sameAs: row.same_as,
    sentence: row.sentence,
    sentenceOffset: row.sentence_offset,
    purpose: readPurpose(row.purpose),
    origin: readOrigin(row.origin),
    settlement: settlementColumn.read(row.settlement_json),
    target: {
      status: readStatus(row.status),
      document: row.document,
      candidates: candidatesColumn.read(row.candidates_json),
      evidence: evidenceColumn.read(row.evidence_json),
    },
  };
}
