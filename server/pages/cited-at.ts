/**
 * The table that answers the question: meetings that cite a document, each with the sentences, the most telling first.
 *
 * Which meetings are shown is told from light rows (citing.ts); here the few of one page are loaded in full.
 */
import { getArticles } from '../../core/archive/articles.ts';
import { getMeeting } from '../../core/archive/meeting-lists.ts';
import type { MeetingRecord } from '../../core/archive/meeting-row.ts';
import { getMentions } from '../../core/archive/mention-lists.ts';
import type { ArticleId, MentionRecord } from '../../core/archive/records.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import type { ArticleName, CitedAt, Passage } from '../../web/view.ts';
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

/** The rows of the table for these meetings. */
export async function loadCitedAt(
  loading: Loading,
  document: OfficialDocument,
  meetings: readonly MeetingRows[],
): Promise<readonly CitedAt[]> {
  const table: CitedAt[] = [];
  for (const { id, rows } of meetings) {
    const meeting: MeetingRecord | null = await getMeeting(loading.db, id);
    const [first, ...others] = await loadPassages(loading, document, rows);
    if (meeting !== null && first !== undefined) {
      table.push({ meeting: briefMeeting(meeting), passages: [first, ...others] });
    }
  }
  return table;
}

/** The sentences of these rows, the most telling first. */
export async function loadPassages(
  { db, lang, sourceName }: Loading,
  document: OfficialDocument,
  rows: readonly CitingRow[],
): Promise<readonly Passage[]> {
  const names = await nameArticles(
    db,
    rows.map(({ article }) => article),
    sourceName,
  );
  const wanted = new Set(rows.map(({ article, ordinal }) => `${article} ${ordinal}`));
  const mentions: MentionRecord[] = [];
  for (const article of names.keys()) {
    const all = await getMentions(db, article);
    mentions.push(...all.filter(({ ordinal }) => wanted.has(`${article} ${ordinal}`)));
  }
  return mentions
    .sort((a, b) => rankMention(a) - rankMention(b))
    .flatMap((mention) => {
      const name = names.get(mention.article);
      return name === undefined ? [] : [toPassage(mention, name, document, lang)];
    });
}

export async function nameArticles(
  db: ArchiveDb,
  ids: readonly ArticleId[],
  sourceName: SourceName,
): Promise<ReadonlyMap<ArticleId, ArticleName>> {
  const articles = await getArticles(db, [...new Set(ids)]);
  return new Map(articles.map((article) => [article.id, nameArticle(article, sourceName)]));
}
