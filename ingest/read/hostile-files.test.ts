import { describe, expect, it } from 'vitest';
import { hostileFiles } from '../../test/hostile-files.ts';
import { makePdf } from '../../test/pdf-file.ts';
import { readArticle } from './read.ts';

const read = (bytes: Uint8Array) =>
  readArticle({ bytes, url: 'https://camkhe.example/tep', contentType: null, fileName: null });

describe('readArticle answers', () => {
  it.each(hostileFiles)('$name', { timeout: 45_000 }, async ({ make, answers }) => {
    const article = await read(make());
    expect(answers).toContain(article.status);
    expect(article.status === 'ok' || article.text === '').toBe(true);
    expect(article.status === 'ok' ? null : article.error).not.toBe('');
  });

  it('and then the next file as ever', { timeout: 45_000 }, async () => {
    expect(await read(makePdf([['Một trang có chữ để đọc.']]))).toMatchObject({
      status: 'ok',
      text: 'Một trang có chữ để đọc.',
    });
  });
});
