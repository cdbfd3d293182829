/**
 * How long settling takes, mention by mention, and whether that grows with the archive: the mentions of so many articles
 * are put in and settled in nightly-sized and bulk batches, and at the end one night of 200 articles is added.
 *
 *   npm run bench resolve [mentions=10000,1000000] [batch=2000]
 *
 * Texts are not read here (bench/citations.ts does that): mentions are made as reading would leave them, over documents
 * cited as Zipf's law has it, a third of them open until other articles tell. Beside it stands what the rows alone cost:
 * the same rows written into a plain table of the same columns, with nothing settled.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Archive, openArchive } from '../core/archive/archive.ts';
import { mintArticleId } from '../core/archive/article-row.ts';
import { recordChanges } from '../core/archive/changes.ts';
import { settleChanges } from '../core/archive/derive.ts';
import { toMentionRow } from '../core/archive/mention-row.ts';
import { replaceMentions } from '../core/archive/mentions.ts';
import type { ArticleId, MentionRecord } from '../core/archive/records.ts';
import { keepSnapshot } from '../core/archive/snapshots.ts';
import type { IsoDate, ReferenceCode } from '../core/citations/citation.ts';
import { localBody } from '../core/documents/body.ts';
import { evidence } from '../core/documents/evidence.ts';
import type { DocumentIdentity } from '../core/documents/identity.ts';
import { linkOpenMention } from '../core/documents/link.ts';
import type { Settlement } from '../core/documents/settlement.ts';

const PER_ARTICLE = 5;
const NIGHT = 200;
const FIRST_DAY = Date.UTC(2015, 0, 1);
const DAYS = 4000;
const POPULATION = 20_000;
const types = ['NQ', 'CT', 'KH', 'KL', 'QĐ', 'TB'];
const sizes = (process.argv[2] ?? '10000,1000000').split(',').map(Number);
const batch = Number(process.argv[3] ?? '2000');

interface Cost {
  readonly mentions: number;
  readonly perMention: number;
  readonly plain: number;
}

async function run(mentions: number): Promise<Cost> {
  const home = mkdtempSync(join(tmpdir(), 'resolve-bench-'));
  const archive = await openArchive({ home, clock: () => new Date() });
  const random = mulberry(11);
  const articles = Math.ceil(mentions / PER_ARTICLE);
  const snapshot = await keepSnapshot(archive, new TextEncoder().encode('bench'), 'text/plain');
  let [writing, settling, plain] = [0, 0, 0];
  for (let first = 0; first < articles; first += batch) {
    const count = Math.min(batch, articles - first);
    const made = Array.from({ length: count }, (_, n) => makeArticle(first + n, random));
    await insertArticles(archive, made, snapshot);
    writing += await timed(() => putMentions(archive, made));
    settling += await timed(() => settleChanges(archive.db));
    process.stderr.write(`\r${first + count} of ${articles} articles`);
  }
  plain = await timed(() => writePlainly(archive, Math.min(articles, 10_000)));
  const plainPerMention = plain / (Math.min(articles, 10_000) * PER_ARTICLE);
  const night = Array.from({ length: NIGHT }, (_, n) => makeArticle(articles + n, random));
  await insertArticles(archive, night, snapshot);
  const nightMs = (await timed(() => putMentions(archive, night))) + (await timed(() => settleChanges(archive.db)));
  await archive.close();
  const size = statSync(join(home, 'archive.sqlite')).size / 2 ** 20;
  rmSync(home, { recursive: true, force: true });
  const per = (ms: number): string => `${((1000 * ms) / (articles * PER_ARTICLE)).toFixed(0)} µs`;
  const rate = Math.round((1000 * articles * PER_ARTICLE) / (writing + settling));
  print(
    `\n${articles * PER_ARTICLE} mentions of ${articles} articles: ${rate} mentions/s (${per(writing)} written, ${per(settling)} settled; ` +
      `rows alone ${(1000 * plainPerMention).toFixed(0)} µs), ${size.toFixed(0)} MiB; a night of ${NIGHT} articles more: ${(nightMs / 1000).toFixed(2)} s`,
  );
  return { mentions, perMention: (writing + settling) / (articles * PER_ARTICLE), plain: plainPerMention };
}

interface Made {
  readonly id: ArticleId;
  readonly url: string;
  readonly n: number;
  readonly published: string;
  readonly mentions: readonly MentionRecord[];
}

function makeArticle(n: number, random: () => number): Made {
  const url = `https://tin.example.vn/${n}`;
  const id = mintArticleId(url);
  const published = new Date(FIRST_DAY + Math.floor(random() * DAYS) * 86_400_000).toISOString().slice(0, 10);
  const mentions = Array.from({ length: PER_ARTICLE }, (_, ordinal) => makeMention(id, ordinal, published, random));
  return { id, url, n, published, mentions };
}

/** Rank by Zipf's law: the first document is cited by one mention in ten or so. */
function drawRank(random: () => number): number {
  return Math.min(POPULATION, Math.floor(POPULATION ** random()));
}

function makeMention(article: ArticleId, ordinal: number, published: string, random: () => number): MentionRecord {
  const rank = drawRank(random);
  const type = types[rank % types.length] ?? 'NQ';
  const number = String(1 + (rank % 97));
  const place = `Bến Số ${rank % 60}`;
  const isCity = rank % 3 === 0;
  const body = isCity
    ? localBody('TU', 'city', { province: 'Vân Hải', district: place })
    : localBody('TU', 'province', { province: place });
  const identity: DocumentIdentity = { type, number, body, codeYear: null, term: termOf(published), year: null };
  const date = `${published.slice(0, 4)}-${String(1 + (rank % 12)).padStart(2, '0')}-11` as IsoDate;
  const form = random();
  const subject = `về nhiệm vụ trọng tâm số ${rank} trong lĩnh vực ${rank % 13}`;
  const settlement = settlementOf(form, identity, published, date);
  const canonical = `${number}-${type}/TU` as ReferenceCode;
  const surface = `Nghị quyết số ${canonical}`;
  const sentence = `Hội nghị nghe báo cáo kết quả thực hiện ${surface} ${subject}.`;
  const printed = form < 0.5 ? date : null;
  const said = form < 0.75 ? subject : null;
  return {
    article,
    ordinal,
    start: 100 * ordinal,
    end: 100 * ordinal + surface.length,
    surface,
    kind: 'code',
    canonical,
    number,
    year: null,
    type,
    issuerCode: 'TU',
    issuerName: body.name,
    level: body.level,
    date: printed,
    subject: said,
    meant: null,
    flags: [],
    confidence: 0.97,
    sameAs: null,
    sentence,
    sentenceOffset: sentence.indexOf(surface),
    purpose: 'reports',
    settlement,
    target: linkOpenMention(settlement, [], said),
    origin: 'machine',
  };
}

/** Half are printed with their date, a quarter with their issuer, a quarter bare: city or province, or any year. */
function settlementOf(form: number, identity: DocumentIdentity, published: string, date: IsoDate): Settlement {
  if (form < 0.5)
    return { kind: 'settled', identity, why: [evidence('date-printed', { date, term: identity.term ?? '' })] };
  if (form < 0.75) {
    const why = [evidence('date-of-article', { date: published, term: identity.term ?? '' })];
    return { kind: 'settled', identity, why };
  }
  const other = localBody('TU', 'province', { province: 'Vân Hải' });
  return { kind: 'several', identities: [identity, { ...identity, body: other }], printed: null, why: [] };
}

function termOf(day: string): string {
  const year = Number(day.slice(0, 4));
  return year <= 2020 ? '2015-2020' : '2020-2025';
}

async function insertArticles({ db }: Archive, made: readonly Made[], snapshot: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { id, url, n, published } of made)
      await sql`insert into articles (id, url, source, status, sort_key, version, versions, content_hash, title, lead, published, captured_at, snapshot, is_sample, meeting_json) values (${id}, ${url}, 'bench', 'held', ${n}, 1, 1, ${id}, 'tin', null, ${published}, '2026-01-01T00:00:00.000Z', ${snapshot}, 0, null)`.execute(
        trx,
      );
  });
}

async function putMentions({ db }: Archive, made: readonly Made[]): Promise<void> {
  for (const { id, mentions } of made) {
    await db.transaction().execute(async (trx) => {
      await replaceMentions(trx, id, mentions);
      await recordChanges(trx, 'article', 'put', [id]);
    });
  }
}

async function writePlainly({ db }: Archive, articles: number): Promise<void> {
  const random = mulberry(12);
  await sql`create table plain_mentions as select * from mentions where 0`.execute(db);
  for (let n = 0; n < articles; n += 1) {
    const { mentions } = makeArticle(n, random);
    const rows = mentions.map((one) => toMentionRow(one, n));
    await db
      .withTables<{ readonly plain_mentions: (typeof rows)[number] }>()
      .insertInto('plain_mentions')
      .values(rows)
      .execute();
  }
  await sql`drop table plain_mentions`.execute(db);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const costs: Cost[] = [];
for (const size of sizes) costs.push(await run(size));
const [smallest, largest] = [costs[0], costs.at(-1)];
if (smallest !== undefined && largest !== undefined && costs.length > 1)
  print(
    `cost of a mention at ${largest.mentions} beside ${smallest.mentions}: ${(largest.perMention / smallest.perMention).toFixed(2)} times`,
  );
