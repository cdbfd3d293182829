/**
 * What search, show and extract answer, in the field names of the contract: the API and the commands print the same.
 *
 * Documents, meetings and citations as exported are shaped in core/archive/exports.ts; here stands what is put around
 * them.
 */
import { parseArticleId } from '../../core/archive/article-row.ts';
import { getArticles } from '../../core/archive/articles.ts';
import { shapeDocument, shapeMeeting } from '../../core/archive/exports.ts';
import type { ArticleRecord } from '../../core/archive/records.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { Citation } from '../../core/citations/citation.ts';
import type { DocumentId } from '../../core/documents/document.ts';
import type { SearchHit } from '../../core/search/engine.ts';
import type { Facet } from '../../core/search/fields.ts';
import type { FoundAll } from '../../core/search/find-all.ts';
import type { FoundByCode } from '../../core/search/find-code.ts';
import { readWords } from '../../core/search/words.ts';
import { countCiting } from '../citing.ts';
import { groupByMeeting, type MeetingMentions } from '../passages.ts';
import { type Lang, type SourceName, wordFacet, wordMatch, wordNote, wordQuery } from '../wording.ts';

/** What `show CODE --json` prints and `/api/v1/resolve` answers: one row a meeting, with its most telling mention. */
export function shapeFoundByCode(found: FoundByCode, lang: Lang) {
  const { type, number, issuerCode, issuer, year, words } = found.query;
  return {
    query: { type, number, issuer_code: issuerCode, issuer, year, words },
    answer: found.answer,
    documents: found.documents.map(({ document, mentions, why }) => ({
      ...shapeDocument(document),
      why: why.map((match) => wordMatch(match, lang)),
      mentions: mentions.total,
      meetings: groupByMeeting(mentions.items).map(shapeCitedAt),
    })),
    note: wordNote(found, lang),
  };
}

/** What `search QUERY --json` prints and `/api/v1/search` answers. */
export async function shapeFoundAll(db: ArchiveDb, found: FoundAll, lang: Lang, sourceName: SourceName) {
  const { byCode } = found;
  const byWords = found.documents.map((document) => ({ document, why: [] }));
  const terms = readWords(byCode.query.words);
  const code = wordQuery(byCode.query, lang);
  const label = (facet: Facet) =>
    found.facets[facet].map(({ value, count }) => ({ value, label: wordFacet(facet, value, lang, sourceName), count }));
  return {
    documents: await Promise.all(
      [...byCode.documents, ...byWords].map(async ({ document, why }) => ({
        ...shapeDocument(document),
        why: why.map((match) => wordMatch(match, lang)),
        ...(await countCiting(db, document)),
      })),
    ),
    meetings: found.meetings.map(shapeMeeting),
    articles: await shapeHits(db, found.articles),
    total: found.total,
    facets: {
      type: label('type'),
      issuer: label('issuer'),
      level: label('level'),
      source: label('source'),
      year: label('year'),
      meeting_kind: label('meeting_kind'),
      purpose: label('purpose'),
    },
    took_ms: found.tookMs,
    query: {
      codes: code === null ? [] : [code],
      terms: terms.kind === 'words' ? terms.wanted.map(({ typed }) => typed) : [],
    },
  };
}

/** What `extract --jsonl` prints of each citation; `documents` gives the target of each, or null where none were asked for. */
export function shapeExtracted(citations: readonly Citation[], documents: readonly (DocumentId | null)[] | null) {
  return citations.map((citation, index) => ({
    start: citation.start,
    end: citation.end,
    surface: citation.surface,
    kind: citation.kind,
    canonical: citation.canonical,
    number: citation.number,
    year: citation.year,
    type: citation.type,
    issuer_code: citation.issuerCode,
    issuer_name: citation.issuerName,
    level: citation.level,
    date: citation.date,
    subject: citation.subject,
    flags: citation.flags,
    confidence: citation.confidence,
    ...(citation.meant !== null && { meant: citation.meant }),
    ...(citation.pinpoint !== undefined && { pinpoint: citation.pinpoint }),
    document: documents?.[index] ?? null,
  }));
}

function shapeCitedAt({ meeting, mentions: [{ mention, article }] }: MeetingMentions) {
  const { id, date, title, chair, host } = meeting;
  return {
    id,
    date,
    title,
    chair,
    host,
    article: article.url,
    sentence: mention.sentence,
    purpose: mention.purpose,
    printed: mention.surface,
  };
}

async function shapeHits(db: ArchiveDb, hits: readonly SearchHit[]) {
  const ids = hits.flatMap(({ id }) => parseArticleId(id) ?? []);
  const articles = new Map<string, ArticleRecord>((await getArticles(db, ids)).map((article) => [article.id, article]));
  return hits.flatMap(({ id, title, snippet, highlights, date }) => {
    const article = articles.get(id);
    // The index may be behind the archive: an article that is gone is no hit.
    if (article === undefined) return [];
    return [{ id, url: article.url, title, snippet, highlights, date, source: article.source }];
  });
}
