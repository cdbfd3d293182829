import { describe, expect, it } from 'vitest';
import { aDocument, aMeeting, aMention, anArchive, aTarget, fileUnder, keepArticle } from '../../test/builders.ts';
import type { ReferenceCode } from '../citations/citation.ts';
import type { DocumentId, OfficialDocument } from '../documents/document.ts';
import { changesSince } from './changes.ts';
import {
  countCitingArticles,
  findDocumentsByCode,
  findDocumentsByKey,
  getDocument,
  getDocuments,
  listMostCited,
  putDocuments,
  removeDocuments,
  streamDocuments,
} from './documents.ts';
import { replaceMeetings } from './meetings.ts';
import { replaceMentions } from './mentions.ts';
import type { ArchiveDb } from './schema.ts';

function aCode(id: string, code: string, given: Partial<OfficialDocument> = {}): OfficialDocument {
  return aDocument({ id: id as DocumentId, code: code as ReferenceCode, ...given });
}

const council = aCode('nq-337-2021-hdnd.quang-ninh', '337/2021/NQ-HĐND', { number: '337', year: 2021, citedBy: 5 });
const law = aCode('l-15-2017-qh14', '15/2017/QH14', { number: '15', year: 2017, type: 'L', citedBy: 2 });
const entry = aCode('ma.nq-31-tu', '31-NQ/TU', { issuer: null, level: null, place: null, term: null, citedBy: 1 });
const provincial = aCode('nq-31-tu.quang-ninh.2020', '031-NQ/TU', { number: '031', citedBy: 9 });

async function listChanges(db: ArchiveDb, seq = 0) {
  const found = [];
  for await (const { changes } of changesSince(db, seq)) found.push(...changes.map(({ id, op }) => `${op} ${id}`));
  return found;
}

async function lastSeq(db: ArchiveDb): Promise<number> {
  let last = 0;
  for await (const { seq } of changesSince(db, 0)) last = seq;
  return last;
}

describe('putDocuments', () => {
  it('keeps every field', async () => {
    const { db } = await anArchive();
    const full = aDocument({
      aliases: ['NQ 31', '31/NQ-TU'],
      place: { province: 'Quảng Ninh' },
      conflicts: [{ field: 'date', values: [{ value: '2022-01-12', mentions: 2, articles: ['a', 'b'] }] }],
    });
    await putDocuments(db, [full, entry]);
    expect(await getDocument(db, full.id)).toEqual(full);
    expect(await getDocument(db, entry.id)).toEqual(entry);
    expect(await getDocument(db, council.id)).toBeNull();
  });

  it('answers and notes only what is news', async () => {
    const { db } = await anArchive();
    expect(await putDocuments(db, [council, law])).toEqual([council.id, law.id]);
    expect(await putDocuments(db, [council, { ...law, citedBy: 3 }])).toEqual([law.id]);
    expect(await putDocuments(db, [council, { ...law, citedBy: 3 }])).toEqual([]);
    expect(await listChanges(db)).toEqual([`put ${council.id}`, `put ${law.id}`]);
    expect([...(await getDocuments(db, [law.id, entry.id])).values()]).toEqual([{ ...law, citedBy: 3 }]);
  });
});

describe('what cites a document', () => {
  it('is news where the document comes to be called otherwise, not where only its count changes', async () => {
    const archive = await anArchive();
    const { db } = archive;
    await putDocuments(db, [law]);
    const article = await keepArticle(archive);
    await replaceMentions(db, article, [aMention({ article, target: aTarget({ document: law.id }) })]);
    await replaceMeetings(db, [article], [{ ...aMeeting(), id: 'm1', articleIds: [article] }]);
    const newsOf = async (document: OfficialDocument): Promise<readonly string[]> => {
      const before = await lastSeq(db);
      await putDocuments(db, [document]);
      return listChanges(db, before);
    };
    const recounted = { ...law, citedBy: 7 };
    const respelt = { ...recounted, code: '15-2017/QH14' as ReferenceCode };
    const ofOthers = { ...respelt, issuer: 'Ủy ban Thường vụ Quốc hội' };
    expect(await newsOf(recounted)).toEqual([`put ${law.id}`]);
    expect(await newsOf(respelt)).toEqual(['put m1', `put ${law.id}`]);
    expect(await newsOf(ofOthers)).toEqual(['put m1', `put ${article}`, `put ${law.id}`]);
  });
});

describe('removeDocuments', () => {
  it('takes out what nothing speaks of, but never a text that is held', async () => {
    const archive = await anArchive();
    const { db } = archive;
    await fileUnder(archive, await keepArticle(archive), law);
    await putDocuments(db, [council, { ...law, state: 'held' }]);
    expect(await removeDocuments(db, [council.id, law.id, entry.id])).toEqual([council.id]);
    expect(await getDocument(db, council.id)).toBeNull();
    expect(await getDocument(db, law.id)).not.toBeNull();
    expect((await listChanges(db)).slice(-2)).toEqual([`put ${law.id}`, `remove ${council.id}`]);
  });
});

describe('finding documents', () => {
  it.each([
    ['a number', { number: '31' }, [provincial, aDocument(), entry]],
    ['with a zero before it', { number: '0031', type: 'nq' }, [provincial, aDocument(), entry]],
    ['in any spelling', { number: '337', type: 'nq', issuer: 'hđnd' }, [council]],
    ['with the year', { number: '337', year: 2021 }, [council]],
    ['of another year', { number: '337', year: 2020 }, []],
    ['of a law', { number: '15', issuer: 'QH14' }, [law]],
    ['of another type', { number: '31', type: 'CT' }, []],
  ])('by %s', async (_note, query, expected) => {
    const { db } = await anArchive();
    await putDocuments(db, [council, law, entry, provincial, aDocument({ citedBy: 4 })]);
    const found = await findDocumentsByKey(db, query);
    expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  it('by the key of a whole code', async () => {
    const { db } = await anArchive();
    await putDocuments(db, [council, entry, provincial]);
    expect((await findDocumentsByCode(db, '31nqtu')).map(({ id }) => id)).toEqual([provincial.id, entry.id]);
    expect(await findDocumentsByCode(db, '337nqhdnd')).toEqual([]);
  });
});

describe('lists', () => {
  it('give the most cited first, without entries of unsettled codes, page by page', async () => {
    const { db } = await anArchive();
    const twin = aCode('nq-1-tu.a.2020', '01-NQ/TU', { citedBy: 5 });
    await putDocuments(db, [council, law, entry, provincial, twin]);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listMostCited(db, { limit: 1, after });
      expect(page.total).toBe(4);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(
      [provincial.id, council.id, twin.id, law.id].sort(byCitedThenId([provincial, council, twin, law])),
    );
  });

  it('stream all, or the settled ones, or the entries', async () => {
    const { db } = await anArchive();
    const many = Array.from({ length: 1100 }, (_, n) => aCode(`nq-${n}-tu.a.2020`, `${n}-NQ/TU`));
    await putDocuments(db, [...many, entry]);
    const count = async (filter?: { isSettled: boolean }) => {
      const ids = new Set<string>();
      for await (const { id } of streamDocuments(db, filter)) ids.add(id);
      return ids.size;
    };
    expect([await count(), await count({ isSettled: true }), await count({ isSettled: false })]).toEqual([
      1101, 1100, 1,
    ]);
  });

  it('count the articles that cite, not the mentions', async () => {
    const archive = await anArchive();
    for (const n of [1, 2]) {
      const article = await keepArticle(archive, { url: `https://tin.example.vn/${n}` });
      const targets = [aTarget(), aTarget(), aTarget({ status: 'unknown' })];
      const mentions = targets.map((target, ordinal) => aMention({ article, ordinal, target }));
      await replaceMentions(archive.db, article, mentions);
    }
    expect([...(await countCitingArticles(archive.db, [aDocument().id, law.id]))]).toEqual([[aDocument().id, 2]]);
  });
});

function byCitedThenId(documents: readonly OfficialDocument[]) {
  const citedBy = new Map<string, number>(documents.map((document) => [document.id, document.citedBy]));
  return (one: string, other: string) => (citedBy.get(other) ?? 0) - (citedBy.get(one) ?? 0) || (one < other ? 1 : -1);
}
