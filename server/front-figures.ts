/**
 * What the front page says of the archive, in no language: read once for as long as the archive does not change and the
 * day is the same.
 */
import { getDocuments, listMostCited } from '../core/archive/documents.ts';
import { listMeetings } from '../core/archive/meeting-lists.ts';
import type { MeetingRecord } from '../core/archive/meeting-row.ts';
import type { ArchiveDb } from '../core/archive/schema.ts';
import { dayKey } from '../core/archive/sort-key.ts';
import type { DocumentId, OfficialDocument } from '../core/documents/document.ts';
import { vietnameseDay } from '../core/meetings/calendar.ts';
import { countCitingMeetings } from './citing.ts';
import { countBySource, countTotals, type SourceCount, type Totals } from './figures.ts';
import { readTrend, type Trend } from './trend.ts';

export interface CitedDocument {
  readonly document: OfficialDocument;
  /** In how many articles of the span it is cited. */
  readonly articles: number;
  readonly meetings: number;
  readonly trend: Trend;
}

export interface FrontFigures {
  readonly totals: Totals;
  readonly newest: readonly MeetingRecord[];
  /** `days`: the span of time that was counted, up to today; null where so little is young that all of it was counted. */
  readonly mostCited: { readonly days: number | null; readonly documents: readonly CitedDocument[] };
  readonly sources: readonly SourceCount[];
}

/** So many meetings and documents are shown. */
const SHOWN = 8;
/** The shorter span is told where it has this many documents to tell of. */
const ENOUGH = 4;
const SPANS = [30, 365] as const;

export async function readFrontFigures(db: ArchiveDb, now: Date): Promise<FrontFigures> {
  const first = { limit: SHOWN, after: null };
  return {
    totals: await countTotals(db),
    newest: (await listMeetings(db, {}, first)).items,
    mostCited: await findMostCited(db, vietnameseDay(now.toISOString()) ?? now.toISOString().slice(0, 10)),
    sources: await countBySource(db),
  };
}

async function findMostCited(db: ArchiveDb, today: string): Promise<FrontFigures['mostCited']> {
  for (const days of SPANS) {
    const counts = await countSince(db, today, days);
    if (counts.length < ENOUGH) continue;
    const documents = await getDocuments(
      db,
      counts.map(({ document }) => document),
    );
    const cited = counts.flatMap(({ document, articles }) => {
      const found = documents.get(document);
      return found === undefined ? [] : [{ document: found, articles }];
    });
    return { days, documents: await Promise.all(cited.map((one) => tellOf(db, one))) };
  }
  const { items } = await listMostCited(db, { limit: SHOWN, after: null });
  const cited = items.map((document) => ({ document, articles: document.citedBy }));
  return { days: null, documents: await Promise.all(cited.map((one) => tellOf(db, one))) };
}

/** Documents by the number of articles of the last days that cite them: a range of the order of articles. */
async function countSince(
  db: ArchiveDb,
  today: string,
  days: number,
): Promise<readonly { readonly document: DocumentId; readonly articles: number }[]> {
  const rows = await db
    .selectFrom('articles')
    .innerJoin('mentions', 'mentions.article', 'articles.id')
    .select(({ fn }) => ['mentions.document', fn.count<number>('mentions.article').distinct().as('articles')])
    .where('articles.sort_key', '>=', dayKey(today, 1 - days))
    .where('articles.sort_key', '<', dayKey(today, 1))
    .where('mentions.document', 'is not', null)
    .groupBy('mentions.document')
    .orderBy('articles', 'desc')
    .orderBy('mentions.document')
    .limit(SHOWN)
    .execute();
  return rows.flatMap(({ document, articles }) => (document === null ? [] : [{ document, articles }]));
}

async function tellOf(
  db: ArchiveDb,
  { document, articles }: { readonly document: OfficialDocument; readonly articles: number },
): Promise<CitedDocument> {
  return {
    document,
    articles,
    meetings: await countCitingMeetings(db, document),
    trend: await readTrend(db, document),
  };
}
