import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readArticle } from './read.ts';
import type { ReadInput } from './read-input.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const input = (bytes: Uint8Array | string, more: Partial<ReadInput> = {}): ReadInput => ({
  bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes,
  url: 'https://camkhe.example/1',
  contentType: null,
  fileName: null,
  ...more,
});

const page =
  '<article><h1>Huyện ủy giao ban</h1><p>Sáng 5/4, Huyện ủy Cẩm Khê họp.</p><p>Hội nghị nghe báo cáo.</p></article>';
const text = 'Huyện ủy giao ban\n\nSáng 5/4, Huyện ủy Cẩm Khê họp.\n\nHội nghị nghe báo cáo.';

describe('readArticle', () => {
  it.each([
    ['a page that says so', `<!DOCTYPE html>${page}`, {}],
    [
      'a page behind a mark, blanks and a comment',
      `\uFEFF \n<!-- x --><html>${page}</html>`,
      { contentType: 'text/plain', fileName: 'a.txt' },
    ],
    ['a page by its header', page, { contentType: 'text/html; charset=utf-8', fileName: 'a.txt' }],
    ['a page by its name', page, { fileName: 'A.HTM' }],
    ['a page by its address', page, { url: 'https://camkhe.example/Trang/Tin.aspx?nid=7' }],
    ['a page by its looks', page, {}],
    ['a text by its header', text, { contentType: 'text/plain' }],
    ['a text by its name', text, { fileName: 'bai.txt', url: 'urn:sha256:00' }],
    ['a text by its looks', text, {}],
    ['a page as it was sent, packed', gzipSync(page), { contentType: 'text/html' }],
  ])('%s', async (_, source, more) => {
    expect(await readArticle(input(source, more))).toMatchObject({
      status: 'ok',
      error: null,
      encoding: 'utf-8',
      title: 'Huyện ủy giao ban',
      text: 'Sáng 5/4, Huyện ủy Cẩm Khê họp.\n\nHội nghị nghe báo cáo.',
    });
  });

  it.each([
    ['an empty file', '', {}, 'failed', /empty/],
    ['blanks', ' \n\t ', {}, 'failed', /blanks/],
    ['a broken PDF', '%PDF-1.4 broken', {}, 'failed', /PDF/],
    ['a PDF named page', '%PDF-1.7\n', { contentType: 'text/html', fileName: 'a.html' }, 'failed', /PDF/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), {}, 'failed', /./],
    [
      'an old Office file',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      {},
      'failed',
      /Office/,
    ],
    ['a packed file cut short', gzipSync(page).subarray(0, 60), {}, 'failed', /damaged/],
    ['a packed file of more than 25 MiB', gzipSync(new Uint8Array(26 * 1024 * 1024)), {}, 'too_big', /26214400/],
    ['binary data', Uint8Array.from([1, 2, 3, 0, 0, 9]), {}, 'failed', /control bytes/],
    ['data for programs', '{"a": 1}', { contentType: 'application/json' }, 'failed', /data/],
    ['a feed', '<?xml version="1.0"?><rss></rss>', { fileName: 'a.xml' }, 'failed', /./],
    ['more than 25 MiB', new Uint8Array(25 * 1024 * 1024 + 1), {}, 'too_big', /26214401/],
    ['a page without end', '<div>'.repeat(200_000), { contentType: 'text/html' }, 'failed', /nests/],
  ])('%s', async (_, bytes, more, status, error) => {
    const article = await readArticle(input(bytes, more));
    expect(article).toMatchObject({ status, text: '', title: null });
    expect(article.error).toMatch(error);
    expect(article.error).toMatch(/^[A-Z].*\.$/);
  });

  it('reads letters that look like Đ and entities in a text', async () => {
    const article = await readArticle(input(`${text}\n\nÐồng chí Lê V&#259;n Thử kết luận.`, { fileName: 'bai.txt' }));
    expect(article.text).toMatch(/Đồng chí Lê Văn Thử kết luận\.$/);
  });

  it('says when characters were lost', async () => {
    const broken = Uint8Array.from([...bytesOf(`${text}\n\n`), 0xe1, 0xbb]);
    const article = await readArticle(input(broken, { contentType: 'text/plain; charset=utf-8' }));
    expect(article).toMatchObject({ status: 'ok', warnings: [{ code: 'encoding-doubtful' }] });
  });

  it('hands selectors and the clock through', async () => {
    const html = `<html><h1>Một</h1><b class="t">Hai</b><i class="d">05/04/2032</i>${page}</html>`;
    const article = await readArticle(
      input(html, { selectors: { title: '.t', published: '.d' }, now: new Date('2024-01-01T00:00:00Z') }),
    );
    expect(article).toMatchObject({ title: 'Hai', published: null, warnings: [{ code: 'date-future' }] });
  });
});
