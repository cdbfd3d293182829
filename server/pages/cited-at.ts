/**
 * The table that answers the question: meetings that cite a document, each with the sentences, the most telling first.
 *
 * Which meetings are shown is told from light rows (citing.ts); here the few of one page are loaded in full.
 */
import { inPieces } from '../../core/archive/dialect.ts';
import { getMeetings } from '../../core/archive/meeting-lists.ts';
import type { MeetingRecord } from '../../core/archive/meeting-row.ts';
import { toMention } from '../../core/archive/mention-row.ts';
import type { ArticleId, MentionRecord } from '../../core/archive/records.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import type { ArticleName, CitedAt, Passage } from '../../web/view-terms.ts';
import type { CitingRow } from '../citing.ts';
import { rankMention } from '../passages.ts';
import type { Lang, SourceName } from '../wording.ts';
import { briefMeeting, nameArticle, toPassage } from './briefs.ts';

/** The mentions of a document at one meeting. */
export interface MeetingRows {
  readonly id: string;
  readonly firstDay: string;
  readonly rows: readonly CitingRow[];
}

/** Rows by their meeting; meetings of an unknown day last in either order. Rows outside of meetings are left out. */
export function groupRows(rows: readonly CitingRow[], order: 'newest' | 'oldest' = 'newest'): readonly MeetingRows[] {
  const groups = new Map<string, { id: string; firstDay: string; rows: CitingRow[] }>();
  for (const row of rows) {
    if (row.meeting === null) continue;
    const { id, firstDay } = row.meeting;
    const group = groups.get(id) ?? { id, firstDay, rows: [] };
    group.rows.push(row);
    groups.set(id, group);
  }
  const all = [...groups.values()];
  const dated = all.filter(({ firstDay }) => firstDay !== '').sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  return [...(order === 'oldest' ? dated : dated.reverse()), ...all.filter(({ firstDay }) => firstDay === '')];
}

/** Loads what pages show of mentions: from a database, in a language. */
export interface Loading {
  readonly db: ArchiveDb;
  readonly lang: Lang;
  readonly sourceName: SourceName;
}

/** Sentences of one meeting that a page shows; the meeting has all of them. */
const MOST_PASSAGES = 5;

/** The rows of the table for these meetings. */
export async function loadCitedAt(
  loading: Loading,
  document: OfficialDocument,
  meetings: readonly MeetingRows[],
): Promise<readonly CitedAt[]> {
  const shown = meetings.map(({ id, rows }) => ({ id, rows, telling: mostTelling(rows, MOST_PASSAGES) }));
  const records = new Map<string, MeetingRecord>(
    (
      await getMeetings(
        loading.db,
        shown.map(({ id }) => id),
      )
    ).map((meeting) => [meeting.id, meeting]),
  );
  const passages = await loadPassages(
    loading,
    document,
    shown.flatMap(({ telling }) => telling),
  );
  const byMention = new Map(passages.map((passage) => [`${passage.article.id} ${passage.ordinal}`, passage]));
  return shown.flatMap(({ id, rows, telling }) => {
    const meeting = records.get(id);
    const wanted = new Set(telling.map(({ article, ordinal }) => `${article} ${ordinal}`));
    // In the order of all passages, which has the most telling first.
    const [first, ...others] = [...byMention].flatMap(([key, passage]) => (wanted.has(key) ? [passage] : []));
    if (meeting === undefined || first === undefined) return [];
    const unseen = rows.length - others.length - 1;
    return [
      {
        meeting: briefMeeting(meeting),
        passages: [first, ...others] as const,
        ...(rows.length > MOST_PASSAGES && { unseen }),
      },
    ];
  });
}

/** So many of the rows: those that do something with the document before those that only name it. */
export function mostTelling(rows: readonly CitingRow[], most: number): readonly CitingRow[] {
  if (rows.length <= most) return rows;
  const says = (row: CitingRow): boolean => row.purpose !== 'mentions';
  return [...rows.filter(says), ...rows.filter((row) => !says(row))].slice(0, most);
}

/** The sentences of these rows, the most telling first. */
export async function loadPassages(
  { db, lang, sourceName }: Loading,
  document: OfficialDocument,
  rows: readonly CitingRow[],
): Promise<readonly Passage[]> {
  const articles = rows.map(({ article }) => article);
  const names = await nameArticles(db, articles, sourceName);
  return (await readMentions(db, rows))
    .sort((a, b) => rankMention(a) - rankMention(b))
    .flatMap((mention) => {
      const name = names.get(mention.article);
      return name === undefined ? [] : [toPassage(mention, name, document, lang)];
    });
}

/** The mentions of these rows, in the order of articles as they first come, each in the order of its text. */
export async function readMentions(db: ArchiveDb, rows: readonly CitingRow[]): Promise<MentionRecord[]> {
  const wanted = new Set(rows.map(({ article, ordinal }) => `${article} ${ordinal}`));
  const found = new Map<ArticleId, MentionRecord[]>(rows.map(({ article }) => [article, []]));
  for (const piece of inPieces([...found.keys()])) {
    const held = await db.selectFrom('mentions').selectAll().where('article', 'in', piece).orderBy('ordinal').execute();
    for (const row of held) {
      if (wanted.has(`${row.article} ${row.ordinal}`)) found.get(row.article)?.push(toMention(row));
    }
  }
  return [...found.values()].flat();
}

export async function nameArticles(
  db: ArchiveDb,
  ids: readonly ArticleId[],
  sourceName: SourceName,
): Promise<ReadonlyMap<ArticleId, ArticleName & { readonly url: string }>> {
  const names = new Map<ArticleId, ArticleName & { readonly url: string }>();
  for (const piece of inPieces([...new Set(ids)])) {
    const articles = await db
      .selectFrom('articles')
      .select(['id', 'url', 'source', 'title', 'lead', 'published'])
      .where('id', 'in', piece)
      .orderBy('id')
      .execute();
    for (const article of articles) names.set(article.id, { ...nameArticle(article, sourceName), url: article.url });
  }
  return names;
}
