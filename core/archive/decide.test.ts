import { describe, expect, it } from 'vitest';
import { aFolder, anArchive, keepArticle } from '../../test/builders.ts';
import type { DocumentId, Place } from '../documents/document.ts';
import type { HeldFacts } from '../documents/holding.ts';
import { parseDocumentId } from '../documents/identity.ts';
import type { Archive } from './archive.ts';
import { openArchive } from './archive.ts';
import { type Author, decide, type Wish } from './decide.ts';
import { findMerged, listDecisions } from './decisions.ts';
import { deriveArticle, settleChanges } from './derive.ts';
import { getDocument, streamDocuments } from './documents.ts';
import { exportCitations, exportDocuments } from './exports.ts';
import { rederiveAll } from './rederive.ts';
import { streamRelations } from './relations.ts';
import { verifyDocuments } from './verify-derived.ts';
import { verifyHoldings } from './verify-holdings.ts';

const places: Readonly<Record<string, Place>> = {
  'song-mo': { province: 'Vân Hải', district: 'Sông Mơ' },
  'ben-lau': { province: 'Vân Hải', district: 'Bến Lau' },
};
const placeOf = (source: string | null): Place | null => places[source ?? ''] ?? null;
const author: Author = { madeBy: 'Lê Văn Thử', reason: 'đã xem bản gốc', madeAt: new Date('2026-02-03T04:05:06Z') };
const [mo, lau] = ['nq-31-tu.song-mo.van-hai.2020', 'nq-31-tu.ben-lau.van-hai.2020'];

const url = (n: number): string => `https://tin.example.vn/${n}`;
const texts: readonly [source: string, text: string][] = [
  [
    'song-mo',
    'Hội nghị nghe báo cáo Nghị quyết số 31-NQ/TU ngày 14/02/2022 của Thành ủy Sông Mơ về chỉnh trang đô thị.',
  ],
  ['ben-lau', 'Hội nghị quán triệt Nghị quyết số 31-NQ/TU ngày 20/03/2022 của Thành ủy Bến Lau về phát triển chợ.'],
  ['van-xa', 'Đại biểu nhắc lại 31-NQ/TU và đề nghị làm tiếp.'],
];

async function anArchiveOfThree(): Promise<Archive> {
  const archive = await anArchive();
  for (const [n, [source, text]] of texts.entries()) await put(archive, n, source, text);
  await settleChanges(archive.db);
  return archive;
}

async function put(archive: Archive, n: number, source: string, text: string): Promise<void> {
  const id = await keepArticle(archive, { url: url(n), source, text, published: '2022-06-01' });
  await deriveArticle(archive.db, id, placeOf);
}

async function documentsOf({ db }: Archive): Promise<readonly (string | null)[]> {
  const found: (string | null)[] = [];
  for await (const { document, origin } of exportCitations(db, ({ code }) => code))
    found.push(`${document}${origin === 'person' ? ' (person)' : ''}`);
  return found;
}

async function exported({ db }: Archive): Promise<string> {
  const found: unknown[] = [];
  for await (const one of exportCitations(db, ({ code }) => code)) found.push(one);
  for await (const one of exportDocuments(db)) found.push(one);
  return found
    .map((one) => JSON.stringify(one))
    .sort()
    .join('\n');
}

async function wish(archive: Archive, asked: Wish): Promise<string> {
  const { id } = await decide(archive.db, asked, author);
  await settleChanges(archive.db);
  return id;
}

async function faults({ db }: Archive): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const fault of verifyDocuments(db, () => {})) found.push(fault);
  return found;
}

/** A legal database's page: the text of the resolution of Bến Lau, which replaces an older one. */
async function putHeld(archive: Archive): Promise<void> {
  const legal: HeldFacts = {
    code: '31-NQ/TU',
    type: 'Nghị quyết',
    issuer: 'Thành ủy Bến Lau',
    signer: null,
    subject: 'Phát triển chợ',
    field: null,
    place: null,
    issued: '2022-03-20',
    effective: null,
    expired: null,
    status: null,
    relations: [
      {
        label: 'Văn bản bị thay thế',
        kind: 'replaces',
        title: 'Nghị quyết số 12-NQ/TU ngày 05/4/2017 của Thành ủy Bến Lau',
        url: null,
      },
    ],
    doubts: [],
  };
  const text = 'Các chợ được sắp xếp lại trước năm 2025.';
  const id = await keepArticle(archive, { url: url(7), source: 'ben-lau', text, published: '2022-04-01', legal });
  await deriveArticle(archive.db, id, placeOf);
  await settleChanges(archive.db);
}

async function relationsOf({ db }: Archive): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { from, kind, to } of streamRelations(db)) found.push(`${from} ${kind} ${to}`);
  return found;
}

async function idsOf({ db }: Archive): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { id } of streamDocuments(db)) found.push(id);
  return found;
}

async function heldFaults({ db }: Archive): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { subject, detail } of verifyHoldings(db)) if (subject.startsWith('document')) found.push(detail);
  return found;
}

function parse(id: string): DocumentId {
  const parsed = parseDocumentId(id);
  if (parsed === null) throw new Error(`Reading the id of a document: expected its form, got ${id}.`);
  return parsed;
}

const wishes: readonly [string, Wish, (before: readonly (string | null)[]) => readonly string[]][] = [
  [
    'a mention means a document',
    { kind: 'assign', mention: { url: url(2), text: '31-NQ/TU' }, document: mo },
    (before) => before.map((one) => (one === 'null' ? `${mo} (person)` : `${one}`)),
  ],
  [
    'a code means a document wherever nobody says another',
    { kind: 'alias', code: '31-NQ/TU', source: 'van-xa', document: lau },
    (before) => before.map((one) => (one === 'null' ? `${lau} (person)` : `${one}`)),
  ],
  [
    'a link is wrong',
    { kind: 'reject', mention: { url: url(1), text: 'Nghị quyết số 31-NQ/TU' } },
    (before) => before.map((one) => (one === lau ? 'null (person)' : `${one}`)),
  ],
  [
    'two documents are one',
    { kind: 'merge', document: lau, into: mo },
    (before) => before.map((one) => (one === lau ? `${mo} (person)` : `${one}`)),
  ],
  [
    'mentions of one source mean another document',
    { kind: 'split', document: lau, source: 'ben-lau', date: null, into: mo },
    (before) => before.map((one) => (one === lau ? `${mo} (person)` : `${one}`)),
  ],
];

describe('a decision', () => {
  it.each(wishes)('that %s is carried out, outlives every re-run, and can be undone', async (_note, asked, wanted) => {
    const archive = await anArchiveOfThree();
    const before = await documentsOf(archive);
    const untouched = await exported(archive);
    expect([...before].sort()).toEqual([mo, lau, 'null'].sort());

    const id = await wish(archive, asked);
    const after = await documentsOf(archive);
    expect(after).toEqual(wanted(before));
    expect(after).not.toEqual(before);
    expect(await faults(archive)).toEqual([]);
    const ruled = await exported(archive);

    await rederiveAll(archive.db, placeOf);
    expect(await exported(archive)).toBe(ruled);
    for (const [n, [source, text]] of texts.entries()) await put(archive, n, source, text);
    await settleChanges(archive.db);
    expect(await exported(archive)).toBe(ruled);

    await wish(archive, { kind: 'undo', decision: id });
    expect(await exported(archive)).toBe(untouched);
    expect(await faults(archive)).toEqual([]);
  });

  it('takes a document that was merged away along with its text and what that states, and gives them back', async () => {
    const archive = await anArchiveOfThree();
    const held = 'nq-31-tu.ben-lau.van-hai.2020';
    const replaced = 'nq-12-tu.ben-lau.van-hai.2015';
    await putHeld(archive);
    const untouched = await relationsOf(archive);
    expect(untouched).toEqual([`${held} replaces ${replaced}`]);

    const merged = await wish(archive, { kind: 'merge', document: held, into: mo });
    expect(await idsOf(archive)).toEqual(expect.arrayContaining([mo, replaced]));
    expect(await idsOf(archive)).not.toContain(held);
    expect(await getDocument(archive.db, parse(mo))).toMatchObject({ state: 'held' });
    expect(await relationsOf(archive)).toEqual([`${mo} replaces ${replaced}`]);
    expect(await heldFaults(archive)).toEqual([]);

    // The text it replaces too: what is told of it goes where the person says.
    const second = await wish(archive, { kind: 'merge', document: replaced, into: mo });
    expect(await relationsOf(archive)).toEqual([]);
    await rederiveAll(archive.db, placeOf);
    expect(await idsOf(archive)).not.toContain(held);
    expect(await relationsOf(archive)).toEqual([]);

    for (const decision of [second, merged]) await wish(archive, { kind: 'undo', decision });
    expect(await relationsOf(archive)).toEqual(untouched);
    expect(await idsOf(archive)).toEqual(expect.arrayContaining([mo, held, replaced]));
    expect(await heldFaults(archive)).toEqual([]);
  });

  it('shows a text that comes later in the document into which its own was merged', async () => {
    const archive = await anArchiveOfThree();
    await wish(archive, { kind: 'merge', document: lau, into: mo });
    await putHeld(archive);
    expect(await idsOf(archive)).not.toContain(lau);
    expect(await getDocument(archive.db, parse(mo))).toMatchObject({ state: 'held' });
    expect(await heldFaults(archive)).toEqual([]);
  });

  it('is carried out for articles that come later', async () => {
    const archive = await anArchiveOfThree();
    await wish(archive, { kind: 'merge', document: lau, into: mo });
    await put(
      archive,
      9,
      'ben-lau',
      'Hội nghị triển khai Nghị quyết số 31-NQ/TU ngày 20/03/2022 của Thành ủy Bến Lau.',
    );
    await settleChanges(archive.db);
    expect((await documentsOf(archive)).filter((one) => one?.startsWith(lau))).toEqual([]);
    expect(
      await findMerged(
        archive.db,
        (await listDecisions(archive.db))[0]?.verdict.kind === 'merge' ? (lau as never) : (mo as never),
      ),
    ).toBe(mo);
  });

  it('is carried out by the next run when the program was stopped right behind it', async () => {
    const home = aFolder();
    const first = await openArchive({ home, clock: () => author.madeAt });
    for (const [n, [source, text]] of texts.entries()) await put(first, n, source, text);
    await settleChanges(first.db);
    await decide(first.db, { kind: 'merge', document: lau, into: mo }, author);
    await first.close();
    const second = await openArchive({ home, clock: () => author.madeAt });
    await settleChanges(second.db);
    expect(await documentsOf(second)).not.toContain(lau);
    await second.close();
  });

  it('shows a document as a person says', async () => {
    const archive = await anArchiveOfThree();
    await wish(archive, { kind: 'correct', document: mo, says: { title: 'chỉnh trang đô thị đến năm 2030' } });
    const documents: unknown[] = [];
    for await (const one of exportDocuments(archive.db)) documents.push(one);
    expect(documents).toContainEqual(expect.objectContaining({ id: mo, title: 'chỉnh trang đô thị đến năm 2030' }));
  });

  it.each<[string, Wish, string]>([
    ['an unknown document', { kind: 'merge', document: 'nq-9-tu.x.2020', into: mo }, 'expected the id of a document'],
    ['one document twice', { kind: 'merge', document: mo, into: mo }, 'into itself'],
    ['a split by nothing', { kind: 'split', document: mo, into: lau, source: null, date: null }, 'found neither'],
    [
      'a date nobody prints',
      { kind: 'split', document: mo, into: lau, source: null, date: '2020-01-01' },
      'its mentions print (2022-02-14)',
    ],
    [
      'no article',
      { kind: 'reject', mention: { url: 'https://x.vn', text: '31-NQ/TU' } },
      'found none at https://x.vn',
    ],
    ['no mention', { kind: 'reject', mention: { url: url(2), text: '32-NQ/TU' } }, 'there is "31-NQ/TU" at'],
    ['half a code', { kind: 'alias', code: '31', source: null, document: mo }, 'expected a whole code'],
    ['nothing to correct', { kind: 'correct', document: mo, says: {} }, 'found none'],
    ['nothing to undo', { kind: 'undo', decision: 'x' }, 'no decision of that id is in force'],
  ])('about %s is refused', async (_note, asked, words) => {
    const archive = await anArchiveOfThree();
    await expect(decide(archive.db, asked, author)).rejects.toThrow(words);
    expect(await listDecisions(archive.db)).toEqual([]);
  });

  it('needs an author and a reason', async () => {
    const archive = await anArchiveOfThree();
    const undo: Wish = { kind: 'undo', decision: 'x' };
    await expect(decide(archive.db, undo, { ...author, reason: ' ' })).rejects.toThrow('expected the reason');
  });
});
