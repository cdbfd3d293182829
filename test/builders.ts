/**
 * Sound values for tests, so that a test states only what it is about: `anArticle({ published: null })`.
 *
 * The defaults fit together: the default mention stands in the default article's text and means the default document.
 * People, places and texts are invented.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Archive, ArchiveOptions } from '../core/archive/archive.ts';
import { openArchive } from '../core/archive/archive.ts';
import { putArticle } from '../core/archive/article-intake.ts';
import { mintArticleId } from '../core/archive/article-row.ts';
import { identityColumn } from '../core/archive/own-columns.ts';
import type { ArticleId, ArticleReading, MentionRecord, SnapshotHash } from '../core/archive/records.ts';
import { keepSnapshot } from '../core/archive/snapshots.ts';
import type { IsoDate, ReferenceCode } from '../core/citations/citation.ts';
import type { DocumentId, OfficialDocument, Target } from '../core/documents/document.ts';
import type { HeldFacts } from '../core/documents/holding.ts';
import type { DocumentIdentity } from '../core/documents/identity.ts';
import type { MeetingFacts } from '../core/meetings/meeting.ts';

export const sampleUrl = 'https://tin.example.vn/bai-viet/1';
export const sampleText =
  'Sáng 05/4/2022, đồng chí Lê Văn Thử, Bí thư Thành ủy Sông Mơ, chủ trì hội nghị giao ban.\n\nHội nghị nghe báo cáo kết quả thực hiện Nghị quyết số 31-NQ/TU ngày 12/01/2022 của Thành ủy về chỉnh trang đô thị.';

export const sampleClock = () => new Date('2022-05-01T02:00:00.000Z');

/** An empty folder that goes with the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sohieu-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty archive in a folder of its own; both go with the test. */
export async function anArchive(given: Partial<ArchiveOptions> = {}): Promise<Archive> {
  const archive = await openArchive({ home: aFolder(), clock: sampleClock, ...given });
  onTestFinished(() => archive.close());
  return archive;
}

/** A reading of an article, not stored anywhere; `snapshot` is the hash of the text unless it is given. */
export function anArticle(given: Partial<ArticleReading> = {}): ArticleReading {
  const text = given.text ?? sampleText;
  return {
    url: sampleUrl,
    source: 'song-mo',
    status: 'held',
    title: 'Giao ban công tác chỉnh trang đô thị',
    lead: null,
    text,
    author: null,
    published: '2022-04-06T07:30:00+07:00',
    updated: null,
    encoding: 'utf-8',
    language: 'vi',
    section: null,
    attachments: [],
    warnings: [],
    snapshot: createHash('sha256').update(text).digest('hex') as SnapshotHash,
    capturedAt: '2022-05-01T02:00:00.000Z',
    isSample: false,
    ...given,
  };
}

/** Puts a reading into an archive with bytes to go with it, as the archive demands. */
export async function keepArticle(archive: Archive, given: Partial<ArticleReading> = {}): Promise<ArticleId> {
  const reading = anArticle(given);
  const snapshot = await keepSnapshot(archive, new TextEncoder().encode(reading.text), 'text/plain');
  const { id } = await putArticle(archive.db, { ...reading, snapshot });
  return id;
}

/** All that a stream gives. */
export async function collect<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of stream) all.push(one);
  return all;
}

/** A mention of 31-NQ/TU in the text of `anArticle()`, resolved to `aDocument()`. */
export function aMention(given: Partial<MentionRecord> = {}): MentionRecord {
  const surface = given.surface ?? 'Nghị quyết số 31-NQ/TU';
  const start = given.start ?? Math.max(sampleText.indexOf(surface), 0);
  const sentence = sampleText.slice(sampleText.indexOf('Hội nghị nghe'));
  return {
    article: mintArticleId(sampleUrl),
    ordinal: 0,
    start,
    end: start + surface.length,
    surface,
    kind: 'code',
    canonical: '31-NQ/TU' as ReferenceCode,
    number: '31',
    year: null,
    type: 'NQ',
    issuerCode: 'TU',
    issuerName: 'Thành ủy',
    level: 'district',
    date: '2022-01-12' as IsoDate,
    subject: 'chỉnh trang đô thị',
    meant: null,
    flags: [],
    confidence: 0.97,
    sameAs: null,
    sentence,
    sentenceOffset: Math.max(sentence.indexOf(surface), 0),
    purpose: 'reports',
    settlement: {
      kind: 'settled',
      identity: anIdentity(),
      why: [{ code: 'issuer-named', params: { issuer: 'Thành ủy Sông Mơ' } }],
    },
    target: aTarget(),
    origin: 'machine',
    ...given,
  };
}

/** What identifies `aDocument()`. */
export function anIdentity(given: Partial<DocumentIdentity> = {}): DocumentIdentity {
  const { type, number, term, place } = aDocument();
  return {
    type,
    number,
    body: { scope: 'song-mo', symbol: 'TU', name: 'Thành ủy Sông Mơ', level: 'district', place },
    codeYear: null,
    term,
    year: null,
    ...given,
  };
}

/** Resolved to `aDocument()`; `aTarget({ status: 'unknown' })` is no document at all. */
export function aTarget(given: Partial<Target> = {}): Target {
  const isResolved = (given.status ?? 'resolved') === 'resolved';
  return {
    status: 'resolved',
    document: isResolved ? aDocument().id : null,
    candidates: [],
    evidence: isResolved ? [{ code: 'issuer-named', params: { issuer: 'Thành ủy Sông Mơ' } }] : [],
    ...given,
  };
}

/** 31-NQ/TU of the Party committee of a city of Quảng Ninh that does not exist. */
export function aDocument(given: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    id: 'nq-31-tu.song-mo.2020' as DocumentId,
    code: '31-NQ/TU' as ReferenceCode,
    type: 'NQ',
    number: '31',
    year: null,
    issuer: 'Thành ủy Sông Mơ',
    level: 'district',
    place: { province: 'Quảng Ninh', district: 'Sông Mơ' },
    term: '2020-2025',
    date: '2022-01-12' as IsoDate,
    title: 'chỉnh trang đô thị',
    aliases: [],
    state: 'cited_only',
    citedBy: 1,
    conflicts: [],
    ...given,
  };
}

/** Files the article's text under a document, as if its head had said so. */
export async function fileUnder(archive: Archive, article: ArticleId, document: OfficialDocument): Promise<void> {
  const { id, code, date, title } = document;
  const unsaid = { issuer_name: null, signer: null, effective: null, expired: null, status: null };
  const keys = { type_key: 'nq', number_key: '31' };
  const row = { ...unsaid, ...keys, article, address: sampleUrl, snapshot: null, document: id, code, date, title };
  await archive.db
    .insertInto('holdings')
    .values({ ...row, identity_json: identityColumn.write(anIdentity()) })
    .execute();
}

/** What `anArticle()` reports of its meeting. */
export function aMeeting(given: Partial<MeetingFacts> = {}): MeetingFacts {
  return {
    kind: 'briefing',
    title: 'Hội nghị giao ban công tác chỉnh trang đô thị',
    date: '2022-04-05',
    dateTo: null,
    precision: 'day',
    host: 'Thành ủy Sông Mơ',
    place: null,
    chair: { name: 'Lê Văn Thử', positions: ['Bí thư Thành ủy Sông Mơ'] },
    participants: [{ name: 'Lê Văn Thử', positions: ['Bí thư Thành ủy Sông Mơ'], role: 'chair' }],
    ...given,
  };
}

/** What a legal database says of 17/2023/QĐ-UBND. */
export function aHeldDocument(given: Partial<HeldFacts> = {}): HeldFacts {
  return {
    code: '17/2023/QĐ-UBND',
    type: 'Quyết định',
    issuer: 'UBND tỉnh Hạ Khê',
    signer: null,
    subject: 'Quy định mức thu phí bến bãi',
    field: null,
    place: null,
    issued: '2023-06-14',
    effective: null,
    expired: null,
    status: null,
    relations: [],
    doubts: [],
    ...given,
  };
}
