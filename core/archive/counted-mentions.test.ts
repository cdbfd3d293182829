import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { aMention, anArchive, aTarget, keepArticle, sampleClock } from '../../test/builders.ts';
import { takeBack } from '../../test/older-archive.ts';
import type { IsoDate } from '../citations/citation.ts';
import type { DocumentId } from '../documents/document.ts';
import { type Archive, openArchive } from './archive.ts';
import { countAllMentions, countMentions } from './counted-mentions.ts';
import { readDossiersDue } from './dossiers-due.ts';
import { replaceMentions, updateTargets } from './mentions.ts';
import type { ArticleId } from './records.ts';
import { rederiveAll } from './rederive.ts';

const popular = aTarget().document ?? fail();
const other = 'nq-31-tu.quang-ninh.2020' as DocumentId;
const day = '2022-03-04' as IsoDate;

async function readCounts({ db }: Archive) {
  return {
    testimonies: await db.selectFrom('testimonies').selectAll().orderBy('document').execute(),
    known: await db.selectFrom('known_documents').selectAll().orderBy('document').execute(),
  };
}

async function countAfresh(archive: Archive) {
  await countAllMentions(archive.db);
  return readCounts(archive);
}

async function twoArticles(): Promise<{ readonly archive: Archive; readonly ids: readonly [ArticleId, ArticleId] }> {
  const archive = await anArchive();
  const first = await keepArticle(archive, { url: 'https://tin.example.vn/1', text: 'Một.' });
  const second = await keepArticle(archive, { url: 'https://tin.example.vn/2', text: 'Hai.' });
  await replaceMentions(archive.db, first, [
    aMention({ article: first }),
    aMention({ article: first, ordinal: 1 }),
    aMention({
      article: first,
      ordinal: 2,
      target: aTarget({ status: 'unknown' }),
      settlement: { kind: 'unknown', why: [] },
    }),
  ]);
  await replaceMentions(archive.db, second, [aMention({ article: second, date: day, subject: null })]);
  await countMentions(archive.db, [first, second], 'all');
  return { archive, ids: [first, second] };
}

describe('counted mentions', () => {
  it('are right again after everything was derived anew, whatever was written over them', async () => {
    const archive = await anArchive();
    await keepArticle(archive);
    await rederiveAll(archive.db, () => ({ province: 'Quảng Ninh', district: 'Sông Mơ' }));
    const right = await readCounts(archive);
    await sql`update counted_articles set said_json = '[]'`.execute(archive.db);
    await sql`update testimonies set cited_by = 99`.execute(archive.db);
    await sql`delete from known_documents`.execute(archive.db);
    await rederiveAll(archive.db, () => ({ province: 'Quảng Ninh', district: 'Sông Mơ' }));
    expect(await readCounts(archive)).toEqual(right);
    expect(right.testimonies.length + right.known.length).toBeGreaterThan(0);
  });

  it('say how many articles cite a document and what is said with it', async () => {
    const { archive } = await twoArticles();
    const { testimonies, known } = await readCounts(archive);
    expect(testimonies).toMatchObject([{ document: popular, cited_by: 2 }]);
    expect(Object.values(JSON.parse(testimonies[0]?.said_json ?? ''))).toEqual([2, 1]);
    expect(known).toHaveLength(1);
    expect(JSON.parse(known[0]?.prints_json ?? '')).toEqual({
      mentions: 3,
      dates: { '2022-01-12': 2, [day]: 1 },
      subjects: { 'chinh trang do thi': 2 },
    });
  });

  const changes: readonly (readonly [
    string,
    (archive: Archive, ids: readonly [ArticleId, ArticleId]) => Promise<unknown>,
  ])[] = [
    ['counted again', async () => {}],
    [
      'of which one is read otherwise',
      ({ db }, [id]) => replaceMentions(db, id, [aMention({ article: id, date: day })]),
    ],
    [
      'of which one is linked to another document',
      ({ db }, [, article]) => updateTargets(db, [{ article, ordinal: 0, target: aTarget({ document: other }) }]),
    ],
    ['of which one cites nothing any more', ({ db }, [id]) => replaceMentions(db, id, [])],
    ['of which one left with its mentions', ({ db }, [id]) => db.deleteFrom('articles').where('id', '=', id).execute()],
    ['of which none is left', ({ db }) => db.deleteFrom('articles').execute()],
  ];

  it.each(changes)('are those of the articles as they are now: %s', async (_note, change) => {
    const { archive, ids } = await twoArticles();
    await change(archive, ids);
    await countMentions(archive.db, ids, 'changed');
    const counts = await readCounts(archive);
    expect(counts).toEqual(await countAfresh(archive));
  });

  it('note which documents are to be drawn up again', async () => {
    const { archive, ids } = await twoArticles();
    const { db } = archive;
    await db.deleteFrom('dossiers_due').execute();
    await countMentions(db, ids, 'changed');
    expect(await readDossiersDue(db, 10)).toEqual([]);
    await updateTargets(db, [{ article: ids[1], ordinal: 0, target: aTarget({ document: other }) }]);
    await db.deleteFrom('dossiers_due').execute();
    await countMentions(db, ids, 'changed');
    expect(await readDossiersDue(db, 10)).toEqual([other, popular].sort());
  });

  it('are made for an archive that was kept before there were any', async () => {
    const { archive } = await twoArticles();
    const { home, db } = archive;
    const before = await readCounts(archive);
    await takeBack(db, '0008');
    await archive.close();
    const opened = await openArchive({ home, clock: sampleClock });
    expect(await readCounts(opened)).toEqual(before);
    await opened.close();
  });
});

function fail(): never {
  throw new Error('expected a document');
}
