/**
 * Mentions whose meaning rests on what other articles settle: those of some articles, and those of a type and number
 * that wait for a series of bodies (link.ts). They carry what linking asks and no more.
 */
import { sql } from 'kysely';
import type { Settlement } from '../documents/settlement.ts';
import { inPieces } from './dialect.ts';
import type { MentionKey } from './mention-lists.ts';
import type { TargetColumns } from './mention-row.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import { settlementColumn } from './settlement-column.ts';

/** Articles whose mentions are held in memory at once. */
const PAGE = 400;

export interface WaitingMention {
  readonly article: ArticleId;
  readonly ordinal: number;
  readonly settlement: Settlement;
  readonly subject: string | null;
  readonly codeKey: string | null;
  readonly waitsOn: string | null;
  /** What it is linked to so far, and whether a person said so. */
  readonly target: TargetColumns;
  readonly isDecided: boolean;
}

const columns = [
  'article',
  'ordinal',
  'settlement_json',
  'subject',
  'code_key',
  'waits_on',
  'status',
  'document',
  'candidates_json',
  'evidence_json',
  'origin',
] as const;

/** The types and numbers that these articles mention, each with its mentions that wait or mean no document. */
export async function readOpenMentions(
  db: ArchiveDb,
  articles: readonly ArticleId[],
): Promise<ReadonlyMap<string, { readonly key: MentionKey; readonly mentions: readonly WaitingMention[] }>> {
  const found = new Map<string, { readonly key: MentionKey; readonly mentions: WaitingMention[] }>();
  for (const piece of inPieces(articles)) {
    const named = db.selectFrom('mentions').where('article', 'in', piece);
    const keys = await named.select(['type_key', 'number_key']).distinct().execute();
    for (const { type_key: typeKey, number_key: numberKey } of keys) {
      if (typeKey === null || numberKey === null) continue;
      const name = `${typeKey} ${numberKey}`;
      if (!found.has(name)) found.set(name, { key: { typeKey, numberKey }, mentions: [] });
    }
    const rows = await named
      .select([...columns, 'type_key', 'number_key'])
      .where(({ eb, or }) => or([eb('waits_on', 'is not', null), eb('document', 'is', null)]))
      .execute();
    for (const row of rows) found.get(`${row.type_key} ${row.number_key}`)?.mentions.push(toWaiting(row));
  }
  return found;
}

/** The codes of mentions of these articles that mean no document. */
export async function listOpenCodes(
  db: ArchiveDb,
  articles: readonly ArticleId[],
): Promise<readonly (MentionKey & { readonly codeKey: string })[]> {
  const found = new Map<string, MentionKey & { readonly codeKey: string }>();
  for (const piece of inPieces(articles)) {
    const rows = await db
      .selectFrom('mentions')
      .select(['type_key', 'number_key', 'code_key', 'document'])
      .where('article', 'in', piece)
      .execute();
    // Not asked of the database, which would look through all that is open anywhere.
    for (const { type_key: typeKey, number_key: numberKey, code_key: codeKey, document } of rows)
      if (document === null && typeKey !== null && numberKey !== null && codeKey !== null)
        found.set(`${typeKey} ${numberKey} ${codeKey}`, { typeKey, numberKey, codeKey });
  }
  return [...found.values()];
}

/** The series that mentions of a key wait for: one step of an index for each, however many mentions wait. */
export async function listSeriesWaitedFor(
  db: ArchiveDb,
  { typeKey, numberKey }: MentionKey,
): Promise<readonly string[]> {
  const least = sql`select min(waits_on) from mentions where type_key = ${typeKey} and number_key = ${numberKey}`;
  const { rows } = await sql<{ readonly series: string }>`
    with recursive waited(series) as (
      ${least} and waits_on is not null
      union all
      select (${least} and waits_on > waited.series) from waited where waited.series is not null
    )
    select series from waited where series is not null`.execute(db);
  return rows.map(({ series }) => series);
}

/** The articles with mentions of a key that wait for one of these (`waits_on`), page by page, each at least once. */
export async function* streamWaitingArticles(
  db: ArchiveDb,
  key: MentionKey,
  waitedFor: readonly string[],
): AsyncGenerator<readonly ArticleId[]> {
  for (const piece of inPieces(waitedFor)) {
    const waiting = db
      .selectFrom('mentions')
      .select('article')
      .distinct()
      .where('type_key', '=', key.typeKey)
      .where('number_key', '=', key.numberKey)
      .where('waits_on', 'in', piece)
      .orderBy('article')
      .limit(PAGE);
    for (let after: ArticleId | null = null; ; ) {
      const rows: { readonly article: ArticleId }[] = await (after === null
        ? waiting
        : waiting.where('article', '>', after)
      ).execute();
      if (rows.length > 0) yield rows.map(({ article }) => article);
      after = rows.at(-1)?.article ?? null;
      if (after === null || rows.length < PAGE) break;
    }
  }
}

/** All mentions of a key in these articles that wait. */
export async function readWaitingIn(
  db: ArchiveDb,
  key: MentionKey,
  articles: readonly ArticleId[],
): Promise<readonly WaitingMention[]> {
  const found: WaitingMention[] = [];
  for (const piece of inPieces(articles)) {
    const rows = await db
      .selectFrom('mentions')
      .select(columns)
      .where('article', 'in', piece)
      .where('type_key', '=', key.typeKey)
      .where('number_key', '=', key.numberKey)
      .where('waits_on', 'is not', null)
      .execute();
    found.push(...rows.map(toWaiting));
  }
  return found;
}

/** The mentions of each article, which are linked together. */
export function groupByArticle(mentions: readonly WaitingMention[]): Iterable<readonly WaitingMention[]> {
  const found = new Map<ArticleId, WaitingMention[]>();
  for (const mention of mentions) {
    const own = found.get(mention.article);
    if (own === undefined) found.set(mention.article, [mention]);
    else own.push(mention);
  }
  return found.values();
}

interface MentionRow extends TargetColumns {
  readonly article: ArticleId;
  readonly ordinal: number;
  readonly settlement_json: string;
  readonly subject: string | null;
  readonly code_key: string | null;
  readonly waits_on: string | null;
  readonly origin: string;
}

function toWaiting(row: MentionRow): WaitingMention {
  const { article, ordinal, subject, status, document, candidates_json, evidence_json } = row;
  return {
    article,
    ordinal,
    settlement: settlementColumn.read(row.settlement_json),
    subject,
    codeKey: row.code_key,
    waitsOn: row.waits_on,
    target: { status, document, candidates_json, evidence_json },
    isDecided: row.origin === 'person',
  };
}
