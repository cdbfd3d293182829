import { describe, expect, it } from 'vitest';
import { anArchive, keepArticle, sampleText } from '../../test/builders.ts';
import { mintArticleId } from './article-row.ts';
import { currentVersion, getVersion, listVersionHeads } from './version-lists.ts';

const nobody = mintArticleId('https://tin.example.vn/không có');

describe('the texts of an address', () => {
  it('are listed newest first by pages, without the texts, and told one by one', async () => {
    const archive = await anArchive();
    const texts = [sampleText, `${sampleText} Sửa lần một.`, `${sampleText} Sửa lần hai.`, 'Trang đã gỡ.'];
    let id = nobody;
    for (const [index, text] of texts.entries())
      id = await keepArticle(archive, { text, capturedAt: `2022-05-0${index + 1}T02:00:00.000Z` });
    const { items, total } = await listVersionHeads(archive.db, id, { limit: 2, offset: 0 });
    expect([items.map(({ version }) => version), total]).toEqual([[4, 3], 4]);
    expect(items[0]).toMatchObject({ heldBack: null, isCurrent: true, length: 12 });
    expect(items[0]).not.toHaveProperty('text');
    const behind = await listVersionHeads(archive.db, id, { limit: 2, offset: 2 });
    expect(behind.items.map(({ version, isCurrent }) => [version, isCurrent])).toEqual([
      [2, false],
      [1, false],
    ]);
    expect(await getVersion(archive.db, id, 2)).toMatchObject({
      text: texts[1],
      encoding: 'utf-8',
      capturedAt: '2022-05-02T02:00:00.000Z',
    });
  });

  it('say why one waits', async () => {
    const archive = await anArchive();
    const id = await keepArticle(archive, { text: sampleText.repeat(4) });
    await keepArticle(archive, { text: 'Đăng nhập.' });
    const { items } = await listVersionHeads(archive.db, id, { limit: 9, offset: 0 });
    expect(items.map(({ heldBack, isCurrent }) => [heldBack, isCurrent])).toEqual([
      ['much-shorter', false],
      [null, true],
    ]);
    expect(await currentVersion(archive.db, id)).toBe(1);
  });

  it('are none where there is no such version or article', async () => {
    const { db } = await anArchive();
    expect(await getVersion(db, nobody, 1)).toBeNull();
    expect(await currentVersion(db, nobody)).toBeNull();
    expect(await listVersionHeads(db, nobody, { limit: 9, offset: 0 })).toEqual({ items: [], total: 0 });
  });
});
