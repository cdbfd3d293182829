/**
 * The lookups that pages and rebuilds live on use the indexes that were made for them, at a size where it matters and
 * whether or not SQLite has counted its rows.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompiledQuery, LogEvent } from 'kysely';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  aDocument,
  aMeeting,
  aMention,
  anArticle,
  aTarget,
  keepArticle,
  sampleClock,
  sampleText,
} from '../../test/builders.ts';
import type { ReferenceCode } from '../citations/citation.ts';
import { gatherRulings } from '../documents/decision.ts';
import type { DocumentId } from '../documents/document.ts';
import type { Archive } from './archive.ts';
import { openArchive } from './archive.ts';
import { getArticle, getArticleByUrl, listNewestArticles } from './articles.ts';
import { changesSince } from './changes.ts';
import { findTextTwin, putBands, sharesBand } from './copies.ts';
import { countMentions } from './counted-mentions.ts';
import {
  countCitingArticles,
  findDocumentsByCode,
  findDocumentsByKey,
  listMostCited,
  putDocuments,
} from './documents.ts';
import { readDossiersDue } from './dossiers-due.ts';
import { drawDueDocuments } from './draw-documents.ts';
import { findChangedSeries, readKnownDocuments } from './known-documents.ts';
import { getMeeting, listMeetings } from './meeting-lists.ts';
import { replaceMeetings } from './meetings.ts';
import { getMentions, listMentionsOfDocument, listUnsettledMentions } from './mention-lists.ts';
import { replaceMentions, updateTargets } from './mentions.ts';
import type { ArticleId } from './records.ts';
import { listRelationsOf } from './relations.ts';
import type { ArchiveDb } from './schema.ts';
import { type FoundVisit, nextDue, noteFound } from './visits.ts';
import { listSeriesWaitedFor, readOpenMentions, readWaitingIn, streamWaitingArticles } from './waiting-mentions.ts';

const articles = 200;
const perArticle = 100;
const popular = aDocument();
const queries: CompiledQuery[] = [];
let archive: Archive;
let ids: ArticleId[];

beforeAll(async () => {
  const home = mkdtempSync(join(tmpdir(), 'sohieu-plans-'));
  const log = ({ query }: LogEvent) => queries.push(query);
  archive = await openArchive({ home, clock: sampleClock, log: (event) => void log(event) });
  ids = [];
  for (let n = 0; n < articles; n += 1) ids.push(await fill(n));
  await noteFound(archive.db, 'song-mo', ids.map(aLink), { at: sampleClock().toISOString(), askAgain: true });
  await countMentions(archive.db, ids, 'changed');
  return async () => {
    await archive.close();
    rmSync(home, { recursive: true, force: true });
  };
}, 60_000);

function aLink(path: string): FoundVisit {
  const url = `https://tin.example.vn/tin/${path}`;
  return { url, kind: 'article', identity: path, foundOn: url, publishedHint: null, article: null };
}

/** An article with a hundred mentions: some of the popular document, some of the article's own, some unsettled. */
async function fill(n: number): Promise<ArticleId> {
  const { db } = archive;
  const published = `2022-0${1 + (n % 9)}-${10 + (n % 18)}`;
  const article = await keepArticle(archive, {
    url: `https://tin.example.vn/${n}`,
    published,
    text: `${sampleText} ${n}`,
  });
  const own = aDocument({ id: `nq-${n}-tu.a.2020` as DocumentId, code: `${n}-NQ/TU` as ReferenceCode, number: `${n}` });
  const mentions = Array.from({ length: perArticle }, (_, ordinal) => {
    const given = { article, ordinal };
    if (ordinal % 4 === 0) return aMention(given);
    const isOpen = ordinal % 40 === 1;
    const target = isOpen ? aTarget({ status: 'unknown' }) : aTarget({ document: own.id });
    return aMention({ ...given, canonical: isOpen ? popular.code : own.code, number: null, target });
  });
  await replaceMentions(db, article, mentions);
  await putDocuments(db, [popular, own]);
  await replaceMeetings(db, [article], [{ ...aMeeting({ date: published }), id: `m${n}`, articleIds: [article] }]);
  return article;
}

/** What SQLite would do for each query that the work runs, without the writes themselves. */
async function explain(work: (db: ArchiveDb) => Promise<unknown>): Promise<readonly string[]> {
  queries.length = 0;
  await work(archive.db);
  const ran = queries.filter(({ sql: text }) => /^\s*(select|update|delete|with)/.test(text));
  const steps: string[] = [];
  for (const { sql: text, parameters } of ran) {
    const pieces = text.split('?');
    const values = parameters.map((value) => sql`${value}`);
    const whole = pieces.flatMap((piece, index) => [sql.raw(piece), ...(index < values.length ? [values[index]] : [])]);
    const joined = sql.join(
      whole.flatMap((piece) => piece ?? []),
      sql``,
    );
    const { rows } = await sql<{ detail: string }>`explain query plan ${joined}`.execute(archive.db);
    steps.push(...rows.map(({ detail }) => detail));
  }
  return steps;
}

const firstOf = async (items: AsyncIterable<unknown>) => {
  for await (const item of items) return item;
  return null;
};

const key = { typeKey: 'nq', numberKey: '31' };
const page = { limit: 20, after: null };
const lookups: readonly [string, (db: ArchiveDb) => Promise<unknown>][] = [
  ['mentions of an article', (db) => getMentions(db, ids[7] ?? fail())],
  ['mentions of a document', (db) => listMentionsOfDocument(db, popular.id, page)],
  ['what is to be asked next', (db) => nextDue(db, 'song-mo')],
  [
    'mentions of a document, far behind',
    async (db) => {
      let after: string | null = null;
      for (let n = 0; n < 30; n += 1)
        after = (await listMentionsOfDocument(db, popular.id, { limit: 100, after })).next;
      return listMentionsOfDocument(db, popular.id, { limit: 20, after });
    },
  ],
  ['mentions that a code leaves unsettled', (db) => listUnsettledMentions(db, '31nqtu', page)],
  ['what is known of a type and number', (db) => readKnownDocuments(db, key)],
  ['what waits for other articles', (db) => listSeriesWaitedFor(db, key)],
  ['articles that wait for a series', (db) => firstOf(streamWaitingArticles(db, key, ['TU@mo', '*']))],
  ['what waits in an article', (db) => readWaitingIn(db, key, ids.slice(0, 1))],
  ['whether that is news', (db) => findChangedSeries(db, key, new Map([['TU@mo', 'x']]))],
  ['open mentions of an article', (db) => readOpenMentions(db, ids.slice(0, 1))],
  ['what is due', (db) => readDossiersDue(db, 200)],
  ['a document as its mentions draw it', (db) => drawDueDocuments(db, [popular.id], gatherRulings([]))],
  [
    'telling a mention what it means',
    (db) => updateTargets(db, [{ article: ids[3] ?? fail(), ordinal: 5, target: aTarget() }]),
  ],
  ['how many articles cite', (db) => countCitingArticles(db, [popular.id])],
  ['a typed code', (db) => findDocumentsByKey(db, { number: '31', type: 'NQ', issuer: 'TU' })],
  ['a number alone', (db) => findDocumentsByKey(db, { number: '31' })],
  ['a whole code', (db) => findDocumentsByCode(db, '31nqtu')],
  ['what is cited most', (db) => listMostCited(db, page)],
  ['an article', (db) => getArticle(db, ids[9] ?? fail())],
  ['an address', (db) => getArticleByUrl(db, 'https://tin.example.vn/5')],
  ['an unknown address', (db) => getArticleByUrl(db, 'https://tin.example.vn/x')],
  ['the newest articles', (db) => listNewestArticles(db, page)],
  ['a meeting', (db) => getMeeting(db, 'm5')],
  ['the newest meetings', (db) => listMeetings(db, {}, page)],
  ['meetings that cite a document', (db) => listMeetings(db, { cites: popular.id }, page)],
  ['relations of a document', (db) => listRelationsOf(db, popular.id)],
  ['what changed lately', (db) => firstOf(changesSince(db, 1000))],
];

describe.each([
  ['as it grows', false],
  ['after its rows were counted', true],
])('an archive of 20,000 mentions, %s', (_note, isCounted) => {
  beforeAll(async () => {
    if (isCounted) await sql`analyze`.execute(archive.db);
  });

  it.each(lookups)('finds %s by an index', async (_what, work) => {
    const steps = await explain(work);
    expect(steps.length).toBeGreaterThan(0);
    // An index may be walked in its order up to a limit, or to count; a table never.
    // What a query made itself may be gone through: a step over such rows names the query's part, not a table.
    const made = /^SCAN (?:\(subquery-\d+\)|printed|numbered|waited)$/;
    expect(steps.filter((step) => /^SCAN (?!.* USING (COVERING )?INDEX)/.test(step) && !made.test(step))).toEqual([]);
    expect(steps.filter((step) => /^SCAN mentions/.test(step))).toEqual([]);
  });

  it.each(lookups.slice(0, 4))('reads %s in the order of the index', async (_what, work) => {
    expect((await explain(work)).filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  it('finds the same text by its hash, and by nothing that most articles have in common', async () => {
    const reading = anArticle({ url: 'https://tin.example.vn/khac', text: `${sampleText} 7`.padEnd(400, '.') });
    const steps = await explain((db) => findTextTwin(db, 'song-mo', reading));
    expect(steps.filter((step) => step.startsWith('S'))).toEqual([
      'SEARCH articles USING INDEX articles_by_content_hash (content_hash=?)',
    ]);
  });

  it('finds what other sources printed in the same words without a walk through the own', async () => {
    await putBands(archive.db, new Map(ids.map((id) => [id, ['0-a']])));
    const steps = await explain((db) => sharesBand(db, ids[4] ?? fail()));
    const band = 'SEARCH source_bands USING COVERING INDEX sqlite_autoindex_source_bands_1';
    expect(steps.filter((step) => step.startsWith('SEARCH'))).toEqual([
      expect.stringContaining('(article=?)'),
      `${band} (band=? AND source<?)`,
      `${band} (band=? AND source>?)`,
    ]);
  });

  it('prints limits into statements, which SQLite else plans anew at every run', async () => {
    await explain((db) => nextDue(db, 'song-mo'));
    expect(queries.map((query) => query.sql)).toContainEqual(expect.stringMatching(/ limit 1$/));
  });

  it('has a check that can fail', async () => {
    const steps = await explain((db) =>
      db.selectFrom('mentions').select('surface').where('surface', '=', 'x').execute(),
    );
    expect(steps).toEqual(['SCAN mentions']);
  });
});

function fail(): never {
  throw new Error('expected an article');
}
