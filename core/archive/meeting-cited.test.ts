import { describe, expect, it } from 'vitest';
import { aDocument, aMeeting, aMention, anArchive, aTarget, keepArticle, sampleText } from '../../test/builders.ts';
import type { ReferenceCode } from '../citations/citation.ts';
import type { DocumentId, OfficialDocument } from '../documents/document.ts';
import { putDocuments } from './documents.ts';
import { listDocumentsAt, listMentionsAt, listUnsettledAt } from './meeting-cited.ts';
import { replaceMeetings } from './meetings.ts';
import { replaceMentions } from './mentions.ts';

const documents: readonly OfficialDocument[] = [
  aDocument({ id: 'nq-10-tu.song-mo.2020' as DocumentId, code: '10-NQ/TU' as ReferenceCode, number: '10' }),
  aDocument({ id: 'nq-9-tu.song-mo.2020' as DocumentId, code: '09-NQ/TU' as ReferenceCode, number: '9' }),
  aDocument({ id: 'x.khac' as DocumentId, code: 'X' as ReferenceCode, level: null }),
  aDocument({ id: 'ct-18-tw.2021' as DocumentId, code: '18-CT/TW' as ReferenceCode, type: 'CT', level: 'central' }),
];

async function fill() {
  const archive = await anArchive();
  const { db } = archive;
  await putDocuments(db, documents);
  const reports = [];
  for (const [index, published] of ['2022-04-08', '2022-04-06', '2022-04-07'].entries()) {
    const url = `https://tin.example.vn/${index}`;
    const article = await keepArticle(archive, { url, published, text: `${sampleText} ${index}` });
    const target = (document: OfficialDocument) => aTarget({ document: document.id });
    const mentions = documents.map((one, ordinal) => aMention({ article, ordinal, target: target(one) }));
    const unknown = aMention({ article, ordinal: documents.length, target: aTarget({ status: 'unknown' }) });
    await replaceMentions(db, article, index === 2 ? [unknown] : [...mentions, unknown]);
    reports.push(article);
  }
  const [first, second, third] = reports;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('Filling: expected 3 reports');
  const stranger = await keepArticle(archive, { url: 'https://tin.example.vn/9', text: `${sampleText} 9` });
  await replaceMentions(db, stranger, [aMention({ article: stranger, target: aTarget({ status: 'unknown' }) })]);
  await replaceMeetings(db, reports, [{ ...aMeeting(), id: 'm1', articleIds: reports }]);
  return { db, first, second };
}

describe('what the reports of a meeting cite', () => {
  it('comes by level, then by number, what has no level last', async () => {
    const { db } = await fill();
    expect(await listDocumentsAt(db, 'm1')).toEqual([
      'ct-18-tw.2021',
      'nq-9-tu.song-mo.2020',
      'nq-10-tu.song-mo.2020',
      'x.khac',
    ]);
    expect(await listDocumentsAt(db, 'no such')).toEqual([]);
  });

  it('comes with the mentions of the documents asked for, oldest report first', async () => {
    const { db, first, second } = await fill();
    const asked = documents.slice(0, 2).map(({ id }) => id);
    const found = await listMentionsAt(db, 'm1', asked, 9);
    expect(found.map(({ article, ordinal }) => [article, ordinal])).toEqual([
      [second, 0],
      [second, 1],
      [first, 0],
      [first, 1],
    ]);
    expect(await listMentionsAt(db, 'm1', asked, 3)).toHaveLength(3);
    expect(await listMentionsAt(db, 'm1', [], 3)).toEqual([]);
  });

  it('tells what nothing settles, and how much of it there is', async () => {
    const { db } = await fill();
    const { items, total } = await listUnsettledAt(db, 'm1', 2);
    expect([items.length, total]).toEqual([2, 3]);
  });
});
