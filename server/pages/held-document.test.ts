import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintArticleId } from '../../core/archive/article-row.ts';
import { aHeldDocument } from '../../test/builders.ts';
import { openSite, type Site } from '../../test/serving.ts';

const url = 'https://vanban.example/qd-17';
const legal = aHeldDocument();

let site: Site;
beforeAll(async () => {
  site = await openSite([{ url, text: 'Mức thu áp dụng cho phương tiện ra vào bến.', legal }]);
}, 60_000);
afterAll(() => site.close());

describe('the page of a document whose text is held', () => {
  it('leads to the text, though nothing cites it', async () => {
    const { status, text } = await site.get('/van-ban/qd-17-2023-ubnd.ha-khe');
    expect(status).toBe(200);
    expect(text).toContain('Kho có toàn văn');
    expect(text).toContain('Quy định mức thu phí bến bãi');
    expect(text).toMatch(new RegExp(`href="/bai-viet/${mintArticleId(url)}"[^>]*>Đọc toàn văn \\(vanban\\.example\\)`));
  });
});
