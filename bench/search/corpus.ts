/**
 * Generated articles (`sohieu generate`) as items for a search index, and the rows of an archive that answer a code and
 * list who cites a document. Rows are written in bulk: what reading and settling would tell is taken from the corpus's own
 * truth, and what is asked here of neither (texts, meetings, relations) is left out.
 */
import { z } from 'zod';
import { type Archive, openArchive } from '../../core/archive/archive.ts';
import { mintArticleId } from '../../core/archive/article-row.ts';
import { putDocuments } from '../../core/archive/documents.ts';
import { toMentionRow } from '../../core/archive/mention-row.ts';
import type { ArticleTable, MentionTable } from '../../core/archive/schema.ts';
import { keepSnapshot } from '../../core/archive/snapshots.ts';
import { dayKey } from '../../core/archive/sort-key.ts';
import { type IsoDate, issuerLevels, type ReferenceCode } from '../../core/citations/citation.ts';
import { parseCode } from '../../core/citations/code.ts';
import type { DocumentId, OfficialDocument } from '../../core/documents/document.ts';
import { purposes } from '../../core/documents/document.ts';
import type { SearchItem } from '../../core/search/engine.ts';
import { type CorpusArticle, generateCorpus } from '../../ingest/generate/corpus.ts';

/** The document that so many articles cite, or all of them where there are fewer. */
export const famous = { id: 'ct-999-tw.2016' as DocumentId, code: '999-CT/TW' as ReferenceCode, articles: 20_000 };

export interface BenchArchive {
  readonly archive: Archive;
  /** Those of the corpus, in no order. */
  readonly documents: readonly OfficialDocument[];
  /** Milliseconds that `index` took. */
  readonly indexing: number;
}

const ROWS_AT_ONCE = 100;
const ITEMS_AT_ONCE = 1000;
const SEED = '8';
const meetingKinds = ['briefing', 'dialogue', 'review', 'session', 'study'];

const documentId = z.string().transform((id) => id as DocumentId);
const citationLine = z.object({
  surface: z.string(),
  kind: z.enum(['code', 'short', 'named', 'backref']),
  canonical: z.string().nullable(),
  document: documentId.nullable(),
  purpose: z.enum(purposes),
  start: z.number(),
  end: z.number(),
  sentence: z.string(),
});
type CitationLine = z.infer<typeof citationLine>;
const place = z.object({ province: z.string(), district: z.string().optional(), commune: z.string().optional() });
const documentLine = z.object({
  id: documentId,
  code: z.string().transform((code) => code as ReferenceCode),
  type: z.string(),
  number: z.string(),
  year: z.number().nullable(),
  issuer: z.string(),
  level: z.enum(issuerLevels),
  place: place.nullable(),
  term: z.string().nullable(),
  date: z
    .string()
    .transform((date) => date as IsoDate)
    .nullable(),
  title: z.string().nullable(),
  cited_by: z.number(),
});

/** Generates the corpus into an archive in the folder `home`, and gives its items to `index` batch by batch. */
export async function makeArchive(
  home: string,
  articles: number,
  index: (items: readonly SearchItem[]) => Promise<void>,
): Promise<BenchArchive> {
  const archive = await openArchive({ home, clock: () => new Date() });
  const snapshot = await keepSnapshot(archive, new TextEncoder().encode('bench'), 'text/plain');
  const documents: OfficialDocument[] = [];
  let batch: { readonly article: CorpusArticle; readonly nth: number }[] = [];
  let [nth, indexing] = [0, 0];
  for (const item of generateCorpus({ articles, seed: SEED }).items) {
    if (item.kind === 'document') documents.push(toDocument(item.document));
    if (item.kind !== 'article') continue;
    batch.push({ article: item.article, nth });
    nth += 1;
    if (batch.length === ITEMS_AT_ONCE) await writeBatch();
  }
  await writeBatch();
  await putDocuments(archive.db, [...documents, famousDocument(Math.min(articles, famous.articles))]);
  return { archive, documents, indexing };

  async function writeBatch(): Promise<void> {
    const read = batch.map(({ article, nth }) => ({
      nth,
      line: article.line,
      citations: article.citations.map((one) => citationLine.parse(one)),
    }));
    batch = [];
    const items = read.map(toItem);
    const begun = performance.now();
    await index(items);
    indexing += performance.now() - begun;
    const rows = read.map((one) => toArticleRow(one, snapshot));
    const mentions = read.flatMap((one, at) => toMentionRows(one, rows[at]?.sort_key ?? 0));
    await archive.db.transaction().execute(async (trx) => {
      for (const piece of cut(rows)) await trx.insertInto('articles').values(piece).execute();
      for (const piece of cut(mentions)) await trx.insertInto('mentions').values(piece).execute();
    });
    process.stderr.write(`\r${nth} of ${articles} articles`);
  }
}

interface ReadArticle {
  readonly nth: number;
  readonly line: CorpusArticle['line'];
  readonly citations: readonly CitationLine[];
}

function toItem({ nth, line, citations }: ReadArticle): SearchItem {
  const day = line.published.slice(0, 10);
  const codes = [...new Set(citations.flatMap(({ canonical }) => (canonical === null ? [] : [canonical])))];
  const parsed = codes.map((code) => parseCode(code));
  return {
    kind: 'article',
    id: mintArticleId(line.url),
    title: line.title,
    body: line.text,
    codes,
    date: day,
    facets: {
      type: unique(parsed.map((code) => code?.type)),
      // As many issuers as there are bodies: the symbol and the place that ids name.
      issuer: unique(citations.map(({ document }) => document?.replace(/^[^.]*?-([a-z]+)(?=\.|$)|\.\d{4}$/g, '$1'))),
      level: unique(parsed.map((code) => (code?.issuerCode === 'TW' ? 'central' : 'province'))),
      source: [line.source],
      year: [day.slice(0, 4)],
      meeting_kind: [meetingKinds[nth % meetingKinds.length] ?? 'other'],
      purpose: unique(citations.map(({ purpose }) => purpose)),
    },
    people: [...line.text.matchAll(/(?<=đồng chí )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3}/gu)].map(([name]) => name),
  };
}

function toArticleRow({ nth, line }: ReadArticle, snapshot: ArticleTable['snapshot']): ArticleTable {
  return {
    id: mintArticleId(line.url),
    url: line.url,
    source: line.source,
    status: 'held',
    sort_key: dayKey(line.published) + nth,
    version: 1,
    versions: 1,
    content_hash: String(nth),
    title: line.title,
    lead: null,
    published: line.published,
    captured_at: line.published,
    snapshot,
    is_sample: 0,
    meeting_json: null,
  };
}

function toMentionRows({ nth, line, citations }: ReadArticle, sortKey: number): readonly MentionTable[] {
  const own: CitationLine = {
    surface: famous.code,
    kind: 'code',
    canonical: famous.code,
    document: famous.id,
    purpose: 'mentions',
    start: 0,
    end: famous.code.length,
    sentence: line.title,
  };
  const all = nth < famous.articles ? [...citations, own] : citations;
  return all.map((citation, ordinal) => toRow(citation, ordinal, mintArticleId(line.url), sortKey));
}

function toRow(
  citation: CitationLine,
  ordinal: number,
  article: MentionTable['article'],
  sortKey: number,
): MentionTable {
  const { surface, kind, document, purpose, start, end, sentence } = citation;
  const canonical = citation.canonical === null ? null : (citation.canonical as ReferenceCode);
  const parsed = canonical === null ? null : parseCode(canonical);
  return toMentionRow(
    {
      article,
      ordinal,
      start,
      end,
      surface,
      kind,
      canonical,
      number: parsed?.number ?? null,
      year: parsed?.year ?? null,
      type: parsed?.type ?? null,
      issuerCode: parsed?.issuerCode ?? null,
      issuerName: null,
      level: null,
      date: null,
      subject: null,
      meant: null,
      flags: [],
      confidence: 0.9,
      sameAs: null,
      sentence,
      sentenceOffset: Math.max(sentence.indexOf(surface), 0),
      purpose,
      origin: 'machine',
      settlement: { kind: 'unknown', why: [] },
      target: { status: document === null ? 'unknown' : 'resolved', document, candidates: [], evidence: [] },
    },
    sortKey,
  );
}

function toDocument(line: unknown): OfficialDocument {
  const { cited_by: citedBy, place: placed, ...told } = documentLine.parse(line);
  return { ...told, place: placed, aliases: [], state: 'cited_only', citedBy, conflicts: [] };
}

function famousDocument(citedBy: number): OfficialDocument {
  return {
    id: famous.id,
    code: famous.code,
    type: 'CT',
    number: '999',
    year: null,
    issuer: 'Ban Bí thư',
    level: 'central',
    place: null,
    term: '2016-2021',
    date: null,
    title: null,
    aliases: [],
    state: 'cited_only',
    citedBy,
    conflicts: [],
  };
}

function unique(values: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null && value !== undefined))];
}

function cut<T>(rows: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, at) =>
    rows.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE),
  );
}
