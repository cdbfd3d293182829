import { describe, expect, it } from 'vitest';
import { aMeeting, anArchive, keepArticle, sampleText, sampleUrl } from '../../test/builders.ts';
import type { Archive } from './archive.ts';
import { parseArticleId } from './article-row.ts';
import {
  countArticles,
  getArticle,
  getArticleByUrl,
  getArticles,
  listArticles,
  listNewestArticles,
  putArticleAlias,
  putArticleStatus,
  putMeetingFacts,
} from './articles.ts';
import { changesSince } from './changes.ts';
import type { ArticleId } from './records.ts';

const stray = '0123456789abcdef' as ArticleId;

async function lastSeq({ db }: Archive): Promise<number> {
  let last = 0;
  for await (const { seq } of changesSince(db, 0)) last = seq;
  return last;
}

function keep(archive: Archive, n: number, given = {}): Promise<ArticleId> {
  return keepArticle(archive, { url: `https://tin.example.vn/${n}`, text: `${sampleText} ${n}`, ...given });
}

describe('an article', () => {
  it('is found by its id, its address and its other addresses', async () => {
    const archive = await anArchive();
    const id = await keepArticle(archive);
    await putArticleAlias(archive.db, id, `${sampleUrl}?in=1`);
    await putArticleAlias(archive.db, id, `${sampleUrl}#tren`);
    const article = await getArticle(archive.db, id);
    expect(article?.aliases).toEqual([`${sampleUrl}#tren`, `${sampleUrl}?in=1`]);
    expect(await getArticleByUrl(archive.db, sampleUrl)).toEqual(article);
    expect(await getArticleByUrl(archive.db, `${sampleUrl}?in=1`)).toEqual(article);
    expect(await getArticleByUrl(archive.db, 'https://tin.example.vn/khac')).toBeNull();
    expect(await getArticle(archive.db, stray)).toBeNull();
    expect(await getArticles(archive.db, [stray, id])).toEqual([article]);
  });

  it('wins an address over an alias, and an alias leads where it was last said to', async () => {
    const archive = await anArchive();
    const [one, two] = [await keep(archive, 1), await keep(archive, 2)];
    await putArticleAlias(archive.db, one, 'https://tin.example.vn/2');
    expect(await getArticleByUrl(archive.db, 'https://tin.example.vn/2')).toMatchObject({ id: two });
    await putArticleAlias(archive.db, one, 'https://tin.example.vn/x');
    await putArticleAlias(archive.db, two, 'https://tin.example.vn/x');
    expect(await getArticleByUrl(archive.db, 'https://tin.example.vn/x')).toMatchObject({ id: two });
  });

  it('notes facts, status and aliases when they are news', async () => {
    const archive = await anArchive();
    const id = await keepArticle(archive);
    const { db } = archive;
    const said = [
      () => putMeetingFacts(db, id, aMeeting()),
      () => putArticleStatus(db, id, 'gone'),
      () => putMeetingFacts(db, id, null),
      () => putArticleAlias(db, id, `${sampleUrl}?in=1`),
    ];
    for (const say of said) {
      const before = await lastSeq(archive);
      expect(await say()).not.toBe(false);
      const after = await lastSeq(archive);
      expect(after).toBeGreaterThan(before);
      expect(await say()).not.toBe(true);
      expect(await lastSeq(archive)).toBe(after);
    }
    expect(await getArticle(db, id)).toMatchObject({ status: 'gone', meeting: null, text: sampleText });
    await expect(putMeetingFacts(db, stray, null)).rejects.toThrow(`Cannot change article ${stray}`);
  });

  it('keeps the facts of its meeting whole', async () => {
    const archive = await anArchive();
    const id = await keepArticle(archive);
    const facts = aMeeting({ date: '2022-04', precision: 'month', chair: null, place: 'Hội trường' });
    await putMeetingFacts(archive.db, id, facts);
    expect((await getArticle(archive.db, id))?.meeting).toEqual(facts);
  });
});

describe('lists of articles', () => {
  it('give all of them by id, or those of a source, or the samples, page after page', async () => {
    const archive = await anArchive();
    for (let n = 0; n < 230; n += 1) await keep(archive, n, { source: n % 2 ? 'a' : 'b', isSample: n < 5 });
    const ids = async (filter?: Parameters<typeof listArticles>[1]) => {
      const found: ArticleId[] = [];
      for await (const { id } of listArticles(archive.db, filter)) found.push(id);
      return found;
    };
    const all = await ids();
    expect(all).toEqual([...new Set(all)].sort());
    expect(all).toHaveLength(230);
    expect([(await ids({ source: 'a' })).length, (await ids({ samples: true })).length]).toEqual([115, 5]);
    const counts = [{}, { source: 'a' }, { samples: true }, { samples: false }, { source: 'a', samples: true }];
    expect(await Promise.all(counts.map((filter) => countArticles(archive.db, filter)))).toEqual([230, 115, 5, 225, 2]);
  });

  it('give the newest first, page by page, without the text', async () => {
    const archive = await anArchive();
    for (let n = 1; n <= 5; n += 1) await keep(archive, n, { published: `2022-04-0${n}`, title: `Tin ${n}` });
    const seen: (string | null)[] = [];
    let after: string | null = null;
    do {
      const page = await listNewestArticles(archive.db, { limit: 2, after });
      expect(page.total).toBe(5);
      expect(page.items[0]).not.toHaveProperty('text');
      seen.push(...page.items.map(({ title }) => title));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(['Tin 5', 'Tin 4', 'Tin 3', 'Tin 2', 'Tin 1']);
  });
});

describe('parseArticleId', () => {
  it.each([
    [stray, stray],
    ['', null],
    ['0123456789ABCDEF', null],
    [`${stray}0`, null],
    ['../../etc/passwd', null],
  ])('%j is %j', (text, id) => {
    expect(parseArticleId(text)).toBe(id);
  });
});
