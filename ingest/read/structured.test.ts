import { describe, expect, it } from 'vitest';
import { openPage } from './markup.ts';
import { readStructured, type Structured } from './structured.ts';

function read(html: string): Structured {
  const opened = openPage(html);
  if (opened.kind !== 'page') throw new Error('The page of this test should open.');
  return readStructured(opened.page);
}
const ld = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
const article = { '@type': 'NewsArticle', headline: 'Giao ban quý I', datePublished: '2022-04-05' };

describe('readStructured: JSON-LD', () => {
  it.each([
    ['alone', ld(article)],
    ['in a list', ld([{ '@type': 'WebSite' }, article])],
    ['in a graph', ld({ '@graph': [{ '@type': 'Person', name: 'x' }, article] })],
    ['of several types', ld({ ...article, '@type': ['Article', 'NewsArticle'] })],
    ['behind a broken block', ld('{"@type": ') + ld(article)],
    ['with fields of wrong kinds', ld({ ...article, author: 7, articleSection: {}, dateModified: false })],
  ])('%s', (_, html) => {
    expect(read(html)).toMatchObject({
      headline: 'Giao ban quý I',
      published: ['2022-04-05'],
      updated: [],
      author: null,
      section: null,
    });
  });

  it.each([
    ['a name', 'Minh Châu', 'Minh Châu'],
    ['a person', { name: 'Minh Châu' }, 'Minh Châu'],
    ['persons', [{ name: 'Minh Châu' }, 'Huy Bách'], 'Minh Châu, Huy Bách'],
    ['no name', { url: 'x' }, null],
  ])('an author as %s', (_, author, wanted) => expect(read(ld({ ...article, author })).author).toBe(wanted));

  it.each([
    ['another type', ld({ '@type': 'Product', headline: 'x' })],
    ['no JSON', ld('<!-- nothing -->')],
    ['null', ld(null)],
    ['a list nested without end', ld(`${'['.repeat(5000)}${']'.repeat(5000)}`)],
    ['a block of two megabytes', ld({ ...article, articleBody: 'x'.repeat(2_000_000) })],
  ])('nothing from %s', (_, html) => expect(read(html)).toMatchObject({ headline: null, published: [] }));
});

describe('readStructured: metas', () => {
  it('takes the stamp that is not that of the change', () => {
    const changed = '2019-12-12T21:17:43';
    const html = `<meta property="article:published_time" content="${changed}.1Z">${ld({ ...article, dateModified: `${changed}Z` })}`;
    expect(read(html).published).toEqual(['2022-04-05', `${changed}.1Z`]);
  });

  it('reads a value where a content should stand', () => {
    expect(read('<meta name="article:published_time" value="2022-04-05">').published).toEqual(['2022-04-05']);
  });

  it('takes the first post of a forum for its article', () => {
    expect(read(ld({ ...article, '@type': 'DiscussionForumPosting' })).published).toEqual(['2022-04-05']);
  });

  it('reads property, name and itemprop, whatever their case', () => {
    const html = `<html lang="vi-VN"><meta PROPERTY="og:title" content=" Giao  ban "><meta property="OG:SITE_NAME" content="Báo Cẩm Khê"><meta name="author" content="Minh Châu">
      <meta property="article:published_time" content="2022-04-05"><meta itemprop="datePublished" content="2022-04-04"><meta property="article:modified_time" content="2022-04-06"><meta property="article:section" content="Tin">
      <link rel="canonical" href="/a"><meta property="og:url" content="/b">`;
    expect(read(html)).toEqual({
      dated: [],
      headline: null,
      ogTitle: 'Giao ban',
      siteName: 'Báo Cẩm Khê',
      description: null,
      articleBody: null,
      author: 'Minh Châu',
      section: 'Tin',
      language: 'vi',
      published: ['2022-04-05', '2022-04-04'],
      updated: ['2022-04-06'],
      ownUrls: ['/a', '/b'],
    });
  });

  it.each([
    ['<html lang="vi">', 'vi'],
    ['<meta property="og:locale" content="vi_VN">', 'vi'],
    ['<html lang="x-default">', null],
    ['<p>Xin chào</p>', null],
  ])('%s speaks %s', (html, language) => expect(read(html).language).toBe(language));

  it.each([
    ['<meta name="citation_publication_date" content="2022-04-05">', ['2022-04-05']],
    ['<meta name="dcterms:created" content="2022-04-05">', ['2022-04-05']],
    [
      '<meta name="date" content="2022-04-05"><meta name="article_date" content="2022-04-04">',
      ['2022-04-04', '2022-04-05'],
    ],
    ['<meta name="pubdate" content="2022-04-05"><meta name="date" content="2022-04-05">', []],
    [`<script type="application/ld+json">{"@type":"WebPage","datePublished":"2022-04-05"}</script>`, ['2022-04-05']],
    [
      `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2022-04-05",}</script>`,
      ['2022-04-05'],
    ],
    ['<meta name="expirydate" content="2022-04-05"><meta name="date-format" content="dmy">', []],
  ])('dates under looser names: %s', (html, dated) => expect(read(html).dated).toEqual(dated));
});

describe('readStructured: what an article holds', () => {
  const held = (type: string, name: string): string =>
    `<div itemscope itemtype="https://schema.org/${type}"><meta itemprop="${name}" content="2020-01-02"></div>`;
  it.each([
    ['a review', held('Review', 'datePublished')],
    ['a comment', held('Comment', 'datePublished')],
    ['a film', held('VideoObject', 'uploadDate')],
  ])('%s has its own date', (_, html) => expect(read(html)).toMatchObject({ published: [], dated: [] }));
  it('the article itself', () => {
    expect(read(held('NewsArticle', 'datePublished')).published).toEqual(['2020-01-02']);
  });
});
