import { describe, expect, it } from 'vitest';
import { anArchive, keepArticle } from '../../test/builders.ts';
import type { DocumentId } from '../documents/document.ts';
import type { ArticleId, RelationRecord } from './records.ts';
import { listRelationsOf, replaceRelations, streamRelations } from './relations.ts';
import type { ArchiveDb } from './schema.ts';

const plan = 'kh-77-tu.song-mo.2020' as DocumentId;
const resolution = 'nq-31-tu.song-mo.2020' as DocumentId;
const directive = 'ct-18-tw.2021' as DocumentId;

function anEdge(article: ArticleId, given: Partial<RelationRecord> = {}): RelationRecord {
  return {
    from: plan,
    to: resolution,
    kind: 'implements',
    article,
    sentence: 'Kế hoạch thực hiện Nghị quyết.',
    ...given,
  };
}

async function readAll(db: ArchiveDb): Promise<RelationRecord[]> {
  const found: RelationRecord[] = [];
  for await (const relation of streamRelations(db)) found.push(relation);
  return found;
}

describe('relations', () => {
  it('of an article take the place of its old ones and of no others', async () => {
    const archive = await anArchive();
    const one = await keepArticle(archive, { url: 'https://tin.example.vn/1' });
    const other = await keepArticle(archive, { url: 'https://tin.example.vn/2' });
    await replaceRelations(archive.db, [one, other], [anEdge(one), anEdge(other)]);
    const touched = await replaceRelations(archive.db, [one], [anEdge(one, { to: directive })]);
    expect([...touched].sort()).toEqual([directive, plan, resolution].sort());
    expect(await readAll(archive.db)).toEqual([anEdge(one, { to: directive }), anEdge(other)]);
    expect(await replaceRelations(archive.db, [one], [anEdge(one, { to: directive })])).toEqual([]);
  });

  it('state the same once an article, in its first sentence', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive);
    const edges = [anEdge(article), anEdge(article, { sentence: 'Một câu nữa.' }), anEdge(article, { kind: 'guides' })];
    await replaceRelations(archive.db, [article], edges);
    expect(await readAll(archive.db)).toEqual([anEdge(article, { kind: 'guides' }), anEdge(article)]);
  });

  it('are found from both ends', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive);
    const second = anEdge(article, { from: resolution, to: directive, kind: 'based_on' });
    await replaceRelations(archive.db, [article], [anEdge(article), second]);
    expect(await listRelationsOf(archive.db, resolution)).toEqual({ from: [second], to: [anEdge(article)] });
    expect(await listRelationsOf(archive.db, 'x' as DocumentId)).toEqual({ from: [], to: [] });
  });

  it('are streamed whole, more than a page of them', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive);
    const edges = Array.from({ length: 1050 }, (_, n) => anEdge(article, { to: `d-${n % 40}.${n}` as DocumentId }));
    await replaceRelations(archive.db, [article], edges);
    expect(new Set((await readAll(archive.db)).map(({ to }) => to)).size).toBe(1050);
  });

  it('go with their article, and are refused for one that was not named', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive);
    await expect(replaceRelations(archive.db, [], [anEdge(article)])).rejects.toThrow(/not among those given/);
    await replaceRelations(archive.db, [article], [anEdge(article)]);
    await archive.db.deleteFrom('articles').execute();
    expect(await readAll(archive.db)).toEqual([]);
  });
});
