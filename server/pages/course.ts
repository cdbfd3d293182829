/**
 * The course of a document for its page: meetings by month and purpose, the chain of implementation, the texts held.
 *
 * What needs a look at every mention is read once and kept while the archive stays as it is.
 */

import { listAttachments } from '../../core/archive/attachments.ts';
import { listHoldingsOf } from '../../core/archive/holdings.ts';
import type { ArticleId } from '../../core/archive/records.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { dayKey } from '../../core/archive/sort-key.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import { storedCopyPath, versionsPath } from '../../web/address.ts';
import {
  type CourseView,
  type KeptText,
  type PurposeClass,
  type PurposeMonth,
  purposeClasses,
} from '../../web/views/course.ts';
import { citingMentions, countCitingMeetings } from '../citing.ts';
import { rememberEach } from '../remember.ts';
import { type Loading, nameArticles } from './cited-at.ts';
import { loadChains } from './course-chain.ts';
import { coveragePath } from './coverage-address.ts';

const MOST_TEXTS = 20;

const remember = rememberEach<Pick<CourseView, 'months' | 'undated'>>(300);

export async function loadCourse(loading: Loading, document: OfficialDocument): Promise<CourseView> {
  const { db } = loading;
  const timeline = await remember(db, document.id, async () => {
    const months = await countPurposes(db, document);
    const counted = months.reduce((sum, { meetings }) => sum + sumOf(Object.values(meetings)), 0);
    return { months, undated: Math.max(0, (await countCitingMeetings(db, document)) - counted) };
  });
  return {
    ...timeline,
    ...(await loadChains(loading, document)),
    ...(await loadTexts(loading, document)),
    named: await loadNamed(loading, document),
    coverage: document.issuer === null ? null : coveragePath(document.id),
  };
}

/** Meetings by month and class, oldest first; those of which no month is known are left out. */
async function countPurposes(db: ArchiveDb, document: OfficialDocument): Promise<readonly PurposeMonth[]> {
  const meetings = citingMentions(db, document)
    .innerJoin('meeting_articles', 'meeting_articles.article', 'mentions.article')
    .innerJoin('meetings', 'meetings.id', 'meeting_articles.meeting')
    .where('meetings.precision', 'in', ['day', 'month'])
    .groupBy(['meetings.id', 'mentions.purpose'])
    .select(({ fn, ref, lit }) => [
      'meetings.id',
      'mentions.purpose',
      fn<string>('substr', [ref('meetings.first_day'), lit(1), lit(7)]).as('month'),
    ]);
  const ranked = db
    .selectFrom(meetings.as('named'))
    .groupBy(['id', 'month'])
    .select((query) => [
      'month',
      query.fn
        .min<number>(
          query
            .case()
            .when('purpose', '=', 'announces')
            .then(query.lit(0))
            .when('purpose', '=', 'reviews')
            .then(query.lit(1))
            .when('purpose', '=', 'reports')
            .then(query.lit(2))
            .when('purpose', 'in', ['directs', 'studies', 'implements'])
            .then(query.lit(3))
            .else(query.lit(4))
            .end(),
        )
        .as('rank'),
    ]);
  const rows = await db
    .selectFrom(ranked.as('ranked'))
    .groupBy(['month', 'rank'])
    .select(({ fn }) => ['month', 'rank', fn.countAll<number>().as('count')])
    .execute();
  const months = new Map<string, Record<PurposeClass, number>>();
  for (const { month, rank, count } of rows) {
    const held = months.get(month) ?? { issued: 0, reviewed: 0, reported: 0, carried: 0, other: 0 };
    const name = purposeClasses[rank];
    if (name !== undefined) held[name] += count;
    months.set(month, held);
  }
  return [...months]
    .map(([month, counts]) => ({ month, meetings: counts }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** The texts that are this document, each with the bytes it was read from. */
async function loadTexts(
  { db, sourceName }: Loading,
  document: OfficialDocument,
): Promise<Pick<CourseView, 'texts' | 'textsTotal'>> {
  const holdings = (await listHoldingsOf(db, [document.id])).get(document.id) ?? [];
  const shown = holdings.slice(0, MOST_TEXTS);
  const names = await nameArticles(
    db,
    shown.map(({ article }) => article),
    sourceName,
  );
  const texts: KeptText[] = [];
  for (const { article, address, snapshot } of shown) {
    const name = names.get(article);
    if (name === undefined) continue;
    const { url, ...outlet } = name;
    const isArticle = address === url;
    const kept = isArticle ? await readArticle(db, article) : await readFile(db, article, address);
    texts.push({
      article: outlet,
      file: isArticle ? null : address,
      capturedAt: kept?.capturedAt ?? null,
      hash: snapshot ?? kept?.hash ?? null,
      versions: kept?.versions ?? 1,
      copy: isArticle ? storedCopyPath(article) : null,
      changes: isArticle && (kept?.versions ?? 1) > 1 ? versionsPath(article) : null,
    });
  }
  return { texts, textsTotal: holdings.length };
}

interface KeptBytes {
  readonly capturedAt: string;
  readonly hash: string | null;
  readonly versions: number;
}

async function readArticle(db: ArchiveDb, article: ArticleId): Promise<KeptBytes | null> {
  const row = await db
    .selectFrom('articles')
    .select(['captured_at', 'snapshot', 'versions'])
    .where('id', '=', article)
    .executeTakeFirst();
  return row === undefined ? null : { capturedAt: row.captured_at, hash: row.snapshot, versions: row.versions };
}

async function readFile(db: ArchiveDb, article: ArticleId, address: string): Promise<KeptBytes | null> {
  const file = (await listAttachments(db, article)).find(({ url }) => url === address);
  return file === undefined ? null : { capturedAt: file.readAt, hash: file.snapshot, versions: 1 };
}

/** The oldest and newest article that name it; an article of no day is oldest only where there is no other. */
async function loadNamed({ db, sourceName }: Loading, document: OfficialDocument): Promise<CourseView['named']> {
  const articles = citingMentions(db, document).select('mentions.article').limit(1);
  const newest = await articles.orderBy('mentions.sort_key', 'desc').executeTakeFirst();
  if (newest === undefined) return null;
  const dated = articles.where('mentions.sort_key', '>=', dayKey('1900-01-01'));
  const oldest = (await dated.orderBy('mentions.sort_key').executeTakeFirst()) ?? newest;
  const names = await nameArticles(db, [oldest.article, newest.article], sourceName);
  const [first, last] = [names.get(oldest.article), names.get(newest.article)];
  return first === undefined || last === undefined ? null : { first, last };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
