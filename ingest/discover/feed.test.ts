import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readFeed } from './feed.ts';

const at = 'https://baovandon.example/rss/home.rss';
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, now: string | null = null) => readFeed(bytes(text), at, 'text/xml', now);
const rss = (...items: readonly string[]) =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Báo Vân Đồn</title><link>https://baovandon.example/</link>${items
    .map((item) => `<item>${item}</item>`)
    .join('')}</channel></rss>`;

describe('readFeed', () => {
  it('unpacks what is sent as a packed file, and is not burst by it', async () => {
    const packed = gzipSync(rss('<title>Kỳ họp</title><link>/ky-hop-post1.html</link>'));
    expect((await readFeed(packed, at, 'application/x-gzip', null)).links).toHaveLength(1);
    const bomb = gzipSync(Buffer.alloc(26 * 1024 * 1024, 32));
    expect((await readFeed(bomb, at, null, null)).warnings[0]?.code).toBe('feed-unreadable');
  });

  it('reads items in their order, with titles in CDATA and dates of the zone GMT+7', async () => {
    const feed = await read(
      rss(
        '<title><![CDATA[Hạ Khê họp giao ban]]></title><link><![CDATA[https://baovandon.example/hop-post2.html]]></link><pubDate><![CDATA[Thu, 21 Sep 2023 07:12:00 GMT+7]]></pubDate>',
        '<title>Kỳ họp thứ 5</title><link>/ky-hop-post1.html</link><pubDate>Wed, 20 Sep 2023 01:00:00 GMT</pubDate>',
      ),
    );
    expect(feed).toEqual({
      links: [
        {
          url: 'https://baovandon.example/hop-post2.html',
          published: '2023-09-21T07:12:00+07:00',
          modified: null,
          title: 'Hạ Khê họp giao ban',
        },
        {
          url: 'https://baovandon.example/ky-hop-post1.html',
          published: '2023-09-20T08:00:00+07:00',
          modified: null,
          title: 'Kỳ họp thứ 5',
        },
      ],
      sitemaps: [],
      feeds: [],
      warnings: [],
    });
  });

  it.each([
    ['none at all', '', null, undefined],
    ['words', '<pubDate>vừa xong</pubDate>', null, 'date-unreadable'],
    ['a day that is none', '<pubDate>Wed, 30 Feb 2023 07:00:00 +0700</pubDate>', null, 'date-impossible'],
    ['a year to come', '<pubDate>Thu, 21 Sep 2033 07:12:00 +0700</pubDate>', null, 'date-future'],
    [
      'month where minutes belong',
      '<pubDate>Thu, 21 Sep 2023 07:09:12 GMT</pubDate>',
      '2023-09-21',
      'minutes-doubtful',
    ],
    ['day and month', '<pubDate>21/09/2023 07:12</pubDate>', '2023-09-21T07:12:00+07:00', undefined],
    ['Dublin Core', '<dc:date>2023-09-21T07:12:00+07:00</dc:date>', '2023-09-21T07:12:00+07:00', undefined],
    ['no zone', '<pubDate>Thu, 21 Sep 2023 07:12:00</pubDate>', '2023-09-21T07:12:00+07:00', undefined],
  ])('dates: %s', async (_note, date, published, code) => {
    const feed = await read(rss(`<link>https://baovandon.example/a</link>${date}`), '2026-01-01T00:00:00Z');
    expect(feed.links[0]?.published).toBe(published);
    expect(feed.warnings[0]?.code).toBe(code);
  });

  it.each([
    ['escaped once', '<title>Phạm &amp; Lê</title>', 'Phạm & Lê'],
    [
      'escaped twice',
      '<title><![CDATA[Ngh&#7883; quy&#7871;t &amp;amp; &quot;21&quot;]]></title>',
      'Nghị quyết & "21"',
    ],
    ['markup', '<title>&lt;b&gt;Nóng&lt;/b&gt; hôm nay</title>', 'Nóng hôm nay'],
    ['decomposed', '<title>Ha\u0323 Khe\u0302</title>', 'Hạ Khê'],
    ['of a picture', '<media:content><title>Ảnh</title></media:content>', null],
  ])('titles: %s', async (_note, title, expected) => {
    const feed = await read(rss(`<link>https://baovandon.example/a</link>${title}`));
    expect(feed.links[0]?.title).toBe(expected);
  });

  it.each([
    ['a guid that is an address', '<guid>https://baovandon.example/a</guid>'],
    ['a guid that says so', '<link/><guid isPermaLink="true">https://baovandon.example/a</guid>'],
    [
      'the article before the feed’s own way to it',
      '<link>https://feeds.example/x</link><feedburner:origLink>https://baovandon.example/a</feedburner:origLink>',
    ],
  ])('addresses: %s', async (_note, item) => {
    expect((await read(rss(item))).links.map(({ url }) => url)).toEqual(['https://baovandon.example/a']);
  });

  it.each([
    ['a guid that is none', '<guid isPermaLink="false">https://baovandon.example/a</guid>'],
    ['a number', '<guid>118</guid>'],
    ['a script', '<link>javascript:void(0)</link>'],
  ])('no address: %s', async (_note, item) => {
    const feed = await read(rss(item));
    expect(feed.links).toEqual([]);
    expect(feed.warnings[0]?.code).toBe('feed-without-links');
  });

  it('reads Atom, and takes the page before other links of an entry', async () => {
    const feed = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://baovandon.example/tin/"><entry><title type="html">Giao ban</title>
       <link rel="edit" href="/sua"/><link href="giao-ban-1"/><published>2023-09-21T07:12:00+07:00</published><updated>2023-09-22T01:00:00Z</updated></entry></feed>`,
    );
    expect(feed.links).toEqual([
      {
        url: 'https://baovandon.example/tin/giao-ban-1',
        published: '2023-09-21T07:12:00+07:00',
        modified: '2023-09-22T08:00:00+07:00',
        title: 'Giao ban',
      },
    ]);
  });

  it('reads RSS 1.0, whose items stand beside the channel', async () => {
    const feed = await read(
      '<rdf:RDF><channel><title>x</title></channel><item rdf:about="#1"><link>https://baovandon.example/a</link></item></rdf:RDF>',
    );
    expect(feed.links).toHaveLength(1);
  });

  it('reads what windows-1258 has been declared for', async () => {
    const head = bytes(
      '<?xml version="1.0" encoding="windows-1258"?><rss><channel><item><link>https://a.example/1</link><title>H',
    );
    const title = Uint8Array.from([0xf4, 0xf2]);
    const feed = await readFeed(
      Buffer.concat([head, title, bytes('i</title></item></channel></rss>')]),
      at,
      null,
      null,
    );
    expect(feed.links[0]?.title).toBe('Hội');
  });

  it.each([
    ['nothing', '', 'feed-empty'],
    ['a feed without entries', rss(), 'feed-empty'],
    ['a page', '<!DOCTYPE html><html><body><p>Trang chủ</p></body></html>', 'feed-is-html'],
    ['another XML', '<urlset><url><loc>https://a.example/</loc></url></urlset>', 'feed-unreadable'],
    ['words', 'Không tìm thấy', 'feed-unreadable'],
    ['bytes', '\u0000\u0001\u0002PNG', 'feed-unreadable'],
  ])('%s is a warning, not a feed', async (_note, text, code) => {
    const feed = await read(text);
    expect(feed.links).toEqual([]);
    expect(feed.warnings.map((warning) => warning.code)).toEqual([code]);
  });

  it('finds the feeds that a page names', async () => {
    const page = `<html><head><link rel="alternate" type="application/rss+xml" href="/tin/nguon"></head><body>
      <a href="/rss/chinh-tri.rss">Chính trị</a><a href="/Trang/rss.aspx?Cat=2">Kinh tế</a><a href="/lien-he">Liên hệ</a></body></html>`;
    expect((await read(page)).feeds).toEqual([
      'https://baovandon.example/tin/nguon',
      'https://baovandon.example/rss/chinh-tri.rss',
      'https://baovandon.example/Trang/rss.aspx?Cat=2',
    ]);
  });

  it('expands no entity that a file declares', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(
      '<link>https://baovandon.example/a</link><title>&b;&x;</title>',
    )}`;
    const title = (await read(bomb)).links[0]?.title ?? '';
    expect(title).not.toContain('aaaa');
    expect(title.length).toBeLessThan(20);
  });

  it('stops at 5,000 entries', async () => {
    const many = Array.from({ length: 5100 }, (_, number) => `<link>https://baovandon.example/${number}</link>`);
    const feed = await read(rss(...many));
    expect(feed.links).toHaveLength(5000);
    expect(feed.warnings[0]?.code).toBe('feed-cut');
  });

  it('takes each address once, and goes on behind broken markup', async () => {
    const feed = await read(
      rss(
        '<link>https://a.example/1</link>',
        '<link>https://a.example/1</link><b>',
        '<link>https://a.example/2</link>',
      ),
    );
    expect(feed.links.map(({ url }) => url)).toContain('https://a.example/1');
    expect(new Set(feed.links.map(({ url }) => url)).size).toBe(feed.links.length);
  });
});
