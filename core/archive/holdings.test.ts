import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { anArchive, keepArticle } from '../../test/builders.ts';
import type { DocumentId, Place } from '../documents/document.ts';
import type { HeldFacts } from '../documents/holding.ts';
import type { Archive } from './archive.ts';
import { mintArticleId } from './article-row.ts';
import { putAttachment } from './attachments.ts';
import { deriveArticle, settleChanges } from './derive.ts';
import { deriveHoldings } from './derive-holdings.ts';
import { getDocument, streamDocuments } from './documents.ts';
import { articlesStating, getHolding, listHeldIn, listHeldPrints } from './holdings.ts';
import { rederiveAll } from './rederive.ts';
import { streamRelations } from './relations.ts';
import { keepSnapshot } from './snapshots.ts';
import { verifyHoldings } from './verify-holdings.ts';

const placeOf = (): Place => ({ province: 'Hạ Khê' });
const id = 'qd-17-2023-ubnd.ha-khe' as DocumentId;

const facts: HeldFacts = {
  code: '17/2023/QĐ-UBND',
  type: 'Quyết định',
  issuer: 'UBND tỉnh Hạ Khê',
  signer: 'Lê Văn Thử',
  subject: 'Quy định mức thu phí bến bãi',
  field: null,
  place: null,
  issued: '2023-06-14',
  effective: '2023-07-01',
  expired: null,
  status: 'Còn hiệu lực',
  relations: [
    {
      label: 'Văn bản bị thay thế',
      kind: 'replaces',
      title: 'Quyết định số 09/2019/QĐ-UBND ngày 05/4/2019 của UBND tỉnh Hạ Khê',
      url: null,
    },
  ],
  doubts: [],
};
const citing = {
  url: 'https://tin.example/1',
  text: 'UBND tỉnh Hạ Khê nghe kết quả thực hiện Quyết định số 17/2023/QĐ-UBND ngày 15/6/2023 của UBND tỉnh Hạ Khê về quy định mức thu phí.',
};
const page = { url: 'https://vanban.example/17', text: 'Các đơn vị thu phí niêm yết công khai mức thu.', legal: facts };

async function take(archive: Archive, given: Parameters<typeof keepArticle>[1]) {
  const article = await keepArticle(archive, given);
  await deriveArticle(archive.db, article, placeOf);
  await settleChanges(archive.db);
  return article;
}

async function relations({ db }: Archive): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { from, kind, to } of streamRelations(db)) found.push(`${from} ${kind} ${to}`);
  return found;
}

async function documents({ db }: Archive): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const document of streamDocuments(db)) found.push(JSON.stringify(document));
  return found;
}

async function faults({ db }: Archive): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { subject, detail } of verifyHoldings(db)) found.push(`${subject}: ${detail}`);
  return found;
}

const replaced = [`${id} replaces qd-9-2019-ubnd.ha-khe`];

describe('a legal database page', () => {
  it('fills the dossier of its document, in either order', async () => {
    const [before, after] = [await anArchive(), await anArchive()];
    for (const given of [citing, page]) await take(before, given);
    for (const given of [page, citing]) await take(after, given);
    expect(await getDocument(before.db, id)).toMatchObject({
      state: 'held',
      date: '2023-06-14',
      title: 'Quy định mức thu phí bến bãi',
      citedBy: 1,
      conflicts: [
        {
          field: 'date',
          values: [
            { value: '2023-06-14', mentions: 0, articles: [page.url] },
            { value: '2023-06-15', mentions: 1, articles: [citing.url] },
          ],
        },
      ],
    });
    expect(await getHolding(before.db, id)).toMatchObject({ address: page.url, status: 'Còn hiệu lực' });
    expect([...(await listHeldIn(before.db, mintArticleId(page.url)))]).toEqual([[page.url, id]]);
    expect((await listHeldIn(before.db, mintArticleId(citing.url))).size).toBe(0);
    expect(await relations(before)).toEqual(replaced);
    expect(await documents(after)).toEqual(await documents(before));
    expect(await relations(after)).toEqual(replaced);
    expect(await faults(before)).toEqual([]);
  });

  it('makes known what it is and what it names, for mentions that leave the year open', async () => {
    const archive = await anArchive();
    await take(archive, page);
    const known = await listHeldPrints(archive.db, { typeKey: 'qd', numberKey: '17' });
    expect(known).toMatchObject([{ date: '2023-06-14', identity: { codeYear: 2023 } }]);
    expect(await listHeldPrints(archive.db, { typeKey: 'qd', numberKey: '9' })).toHaveLength(1);
    expect(await articlesStating(archive.db, { typeKey: 'qd', numberKey: '9' })).toHaveLength(1);
    expect(await getDocument(archive.db, 'qd-9-2019-ubnd.ha-khe' as DocumentId)).toMatchObject({
      state: 'cited_only',
      citedBy: 0,
      date: '2019-04-05',
    });
  });

  it('gives the same when derived again, and lets go of what it says no more', async () => {
    const archive = await anArchive();
    for (const given of [citing, page]) await take(archive, given);
    const calm = await documents(archive);
    expect(await rederiveAll(archive.db, placeOf)).toBe(2);
    expect(await documents(archive)).toEqual(calm);
    expect(await relations(archive)).toEqual(replaced);
    await take(archive, { ...page, legal: { ...facts, code: null } });
    expect(await documents(archive)).toHaveLength(1);
    expect(await getDocument(archive.db, id)).toMatchObject({ state: 'cited_only', date: '2023-06-15' });
    expect(await relations(archive)).toEqual([]);
    expect(await faults(archive)).toEqual([]);
  });
});

describe('a file of an article', () => {
  it('is a document of its own, beside what the article is', async () => {
    const archive = await anArchive();
    const article = await take(archive, citing);
    const snapshot = await keepSnapshot(archive, new TextEncoder().encode('tệp'), 'application/pdf');
    const file = { article, url: 'https://tin.example/17.pdf', snapshot, status: 'held', reason: null } as const;
    const text =
      'Quyết định này thay thế Quyết định số 09/2019/QĐ-UBND ngày 05/4/2019 của Ủy ban nhân dân tỉnh Hạ Khê.';
    const read = { ...file, title: null, text, legal: { ...facts, relations: [] }, readAt: '2023-08-01T00:00:00.000Z' };
    await putAttachment(archive.db, read);
    expect(await deriveHoldings(archive.db, article, placeOf)).toBe(true);
    expect(await deriveHoldings(archive.db, article, placeOf)).toBe(false);
    await settleChanges(archive.db);
    expect(await getHolding(archive.db, id)).toMatchObject({ article, address: file.url, snapshot });
    expect(await relations(archive)).toEqual(replaced);
    expect(await faults(archive)).toEqual([
      `file ${file.url} of article ${article}: no capture says where its bytes came from`,
    ]);
    await archive.db.deleteFrom('articles').execute();
    expect(await getHolding(archive.db, id)).toBeNull();
  });
});

describe('verifyHoldings', () => {
  it.each([
    ["update holdings set document = 'khac'", /filed under khac/],
    ["update holdings set snapshot = 'khac'", /read from other bytes/],
    ["update documents set state = 'cited_only'", /not said to be/],
    ['delete from holdings', /said to be held, but no text of it is/],
  ])('finds what %s does', async (damage, fault) => {
    const archive = await anArchive();
    await take(archive, page);
    await sql.raw(damage).execute(archive.db);
    expect((await faults(archive)).join('\n')).toMatch(fault);
  });
});
