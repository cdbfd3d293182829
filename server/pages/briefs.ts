/**
 * The archive's records as the names and lines that several pages show: documents, meetings, articles, passages.
 */
import type { ArticleSummary } from '../../core/archive/articles.ts';
import type { MeetingRecord } from '../../core/archive/meeting-row.ts';
import type { ArticleRecord, MentionRecord } from '../../core/archive/records.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { Candidate, DocumentId, Evidence, OfficialDocument } from '../../core/documents/document.ts';
import { wordEvidence } from '../../core/documents/evidence.ts';
import type { CandidateLine } from '../../web/view.ts';
import type {
  ArticleName,
  DocumentBrief,
  DocumentName,
  EvidenceLine,
  MeetingBrief,
  Passage,
} from '../../web/view-terms.ts';
import { countCitingMeetings } from '../citing.ts';
import { readTrend } from '../trend.ts';
import { type Lang, nameType, type SourceName } from '../wording.ts';

export type DocumentNames = ReadonlyMap<DocumentId, OfficialDocument>;

export function nameDocument(document: OfficialDocument, lang: Lang): DocumentName {
  const { id, code, type, typeName, issuer, term, title, level } = document;
  return { id, code, typeName: type === '' ? null : nameType(type, lang, typeName), issuer, term, title, level };
}

/** A document with how often and when it was cited. */
export async function briefDocument(db: ArchiveDb, document: OfficialDocument, lang: Lang): Promise<DocumentBrief> {
  const meetings = await countCitingMeetings(db, document);
  const { mentions, months, latest } = await readTrend(db, document);
  return { ...nameDocument(document, lang), meetings, mentions, latest, trend: months };
}

export function briefMeeting(meeting: MeetingRecord): MeetingBrief {
  const { id, kind, title, date, dateTo, precision, host, chair, documents, articles } = meeting;
  return {
    id,
    kind,
    title,
    when: { date, dateTo, precision, isInferred: false },
    host,
    chair,
    documents: documents.length,
    reports: articles.length,
  };
}

export function nameArticle(article: ArticleSummary | ArticleRecord, sourceName: SourceName): ArticleName {
  const { id, title, source, published } = article;
  return { id, title, source: source === null ? null : (sourceName(source) ?? source), published };
}

/** True where the source contradicts itself or what is known of the document. */
export function isConflicting({ meant, flags }: Pick<MentionRecord, 'meant' | 'flags'>): boolean {
  return meant !== null || flags.includes('issuer-conflict');
}

/** The code as printed, where the document is called otherwise. */
export function printedCode({ canonical }: MentionRecord, document: OfficialDocument | null): string | null {
  if (canonical === null || document === null) return null;
  return canonical.toUpperCase() === document.code.toUpperCase() ? null : canonical;
}

export function toPassage(
  mention: MentionRecord,
  article: ArticleName,
  document: OfficialDocument | null,
  lang: Lang,
): Passage {
  const { sentence, sentenceOffset, surface, ordinal, purpose, target } = mention;
  return {
    article,
    ordinal,
    before: sentence.slice(0, sentenceOffset),
    surface,
    after: sentence.slice(sentenceOffset + surface.length),
    purpose,
    status: target.status,
    conflict: isConflicting(mention),
    printed: printedCode(mention, document),
    evidence: toEvidence(target.evidence, lang),
  };
}

export function toEvidence(evidence: readonly Evidence[], lang: Lang): readonly EvidenceLine[] {
  return evidence.map((one) => ({ code: one.code, text: wordEvidence(one, lang) }));
}

/** Candidates of a mention; one that the archive has no entry of is named by the code as printed and its reasons. */
export function toCandidates(
  candidates: readonly Candidate[],
  printed: string,
  known: DocumentNames,
  lang: Lang,
): readonly CandidateLine[] {
  return candidates.map(({ document: id, why }) => {
    const document = known.get(id);
    const issuer = why.find(({ params }) => params['issuer'] !== undefined)?.params['issuer'] ?? null;
    return {
      document:
        document === undefined
          ? { id: null, code: printed, typeName: null, issuer, term: null, title: null, level: null }
          : nameDocument(document, lang),
      why: toEvidence(why, lang),
    };
  });
}
