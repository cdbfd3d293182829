import { describe, expect, it } from 'vitest';
import { anArchive, keepArticle, sampleText } from '../../test/builders.ts';
import { getArticle, listNewestArticles } from './articles.ts';
import { dayKey, dayNumber } from './sort-key.ts';

describe('dayNumber', () => {
  const day = dayNumber('2023-03-21');

  it.each([
    ['the day itself', '2023-03-21', day],
    ['a time in Vietnam', '2023-03-21T00:15:00+07:00', day],
    ['a time without a zone', '2023-03-21T23:59:00', day],
    ['late evening in Vietnam', '2023-03-21T16:59:59Z', day],
    ['next morning in Vietnam', '2023-03-21T17:00:00.000Z', day + 1],
    ['another zone', '2023-03-20T20:00:00-05:00', day],
    ['the first day', '1900-01-01', 1],
    ['before the first day', '1899-12-31', 0],
    ['no such day', '2023-02-30T25:00:00Z', 0],
    ['a month', '2023-03', 0],
    ['words', 'hôm qua', 0],
    ['nothing', null, 0],
  ])('%s', (_note, published, expected) => {
    expect(dayNumber(published)).toBe(expected);
  });
});

describe('the order of articles', () => {
  it('is by day, then as they came, undated ones last, and follows a corrected date', async () => {
    const archive = await anArchive();
    const keep = (name: string, published: string | null, text = sampleText) =>
      keepArticle(archive, { url: `https://tin.example.vn/${name}`, title: name, published, text });
    await keep('không ngày', null);
    await keep('sớm', '2022-04-05');
    await keep('muộn', '2022-04-06');
    await keep('cùng ngày', '2022-04-06T23:00:00+07:00');
    const titles = async () =>
      (await listNewestArticles(archive.db, { limit: 9, after: null })).items.map(({ title }) => title);
    expect(await titles()).toEqual(['cùng ngày', 'muộn', 'sớm', 'không ngày']);
    await keep('sớm', '2022-04-07', `${sampleText} Đã sửa.`);
    expect(await titles()).toEqual(['sớm', 'cùng ngày', 'muộn', 'không ngày']);
  });

  it('is whole numbers that grow with the day and stay exact', async () => {
    const archive = await anArchive();
    const id = await keepArticle(archive, { published: '2022-04-06' });
    const row = await archive.db
      .selectFrom('articles')
      .select('sort_key')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.sort_key).toBe(dayKey('2022-04-06'));
    expect(row.sort_key).toBeLessThan(dayKey('2022-04-06', 1));
    expect(Number.isSafeInteger(dayKey('9999-12-31', 1))).toBe(true);
    expect(await getArticle(archive.db, id)).not.toHaveProperty('sort_key');
  });
});
