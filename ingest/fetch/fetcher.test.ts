import { afterEach, describe, expect, it } from 'vitest';
import { aDoor, aSite, closeAll, pageAt, rulesFor, show, text } from '../../test/fetching.ts';

afterEach(closeAll);

describe('fetchPage', () => {
  it('brings a page after its robots.txt, and says who asks', async () => {
    const site = await aSite({
      '/tin': text('xin chào', { etag: '"v1"', 'last-modified': 'Mon, 02 Mar 2026 01:00:00 GMT' }),
    });
    const outcome = await aDoor().fetchPage(pageAt(site, '/tin?nid=4#cuoi'), rulesFor(site));
    expect(outcome).toMatchObject({
      kind: 'body',
      url: `${site.server.origin}/tin?nid=4`,
      hops: [],
      status: 200,
      contentType: 'text/html; charset=utf-8',
      etag: '"v1"',
      lastModified: 'Mon, 02 Mar 2026 01:00:00 GMT',
      fetchedAt: '2026-03-02T18:30:00.000Z',
    });
    expect(show(outcome)).toBe('body xin chào');
    expect(site.asked).toEqual(['GET /robots.txt', 'GET /tin?nid=4']);
    expect(site.headers.map((headers) => headers['user-agent'])).toEqual(
      Array(2).fill('sohieu/0.0.0 (+https://archive.example)'),
    );
    expect(site.headers.at(-1)?.['accept-encoding']).toBe('gzip, deflate, br');
  });

  it('asks on conditions and tells of 304, 404 and 410', async () => {
    const site = await aSite({
      '/tin': (request, response) => {
        const isSame = request.headers['if-none-match'] === '"v1"' && request.headers['if-modified-since'] === 'Mon';
        response.writeHead(isSame ? 200 : 500).end();
      },
      '/het': (_request, response) => response.writeHead(410).end(),
      '/la': (_request, response) => response.writeHead(304).end(),
      '/cam': (_request, response) => response.writeHead(403).end(),
      '/nua': (_request, response) => response.writeHead(206).end('xin'),
    });
    const door = aDoor();
    const known = { etag: '"v1"', lastModified: 'Mon' };
    expect(show(await door.fetchPage(pageAt(site, '/tin', known), rulesFor(site)))).toBe('body ');
    expect(show(await door.fetchPage(pageAt(site, '/het', known), rulesFor(site)))).toBe('missing 410');
    expect(show(await door.fetchPage(pageAt(site, '/khong'), rulesFor(site)))).toBe('missing 404');
    expect(show(await door.fetchPage(pageAt(site, '/la', known), rulesFor(site)))).toBe('unchanged 304');
    expect(show(await door.fetchPage(pageAt(site, '/la'), rulesFor(site)))).toContain('failed 304');
    expect(show(await door.fetchPage(pageAt(site, '/cam'), rulesFor(site)))).toBe(
      'failed 403: the server answered 403 (Forbidden)',
    );
    expect(show(await door.fetchPage(pageAt(site, '/nua'), rulesFor(site)))).toContain('failed 206');
    expect(site.asked.filter((line) => line === 'GET /cam')).toHaveLength(1);
  });

  it.each([
    ['http://10.1.2.3/tin', '10.1.2.3', 'no public address but private'],
    ['http://127.0.0.1:9/tin', '127.0.0.1', 'port 9'],
    ['http://portal.hakhe.example/tin', 'tin.hakhe.example', 'not among the hosts'],
    ['http://portal.hakhe.example/tin', 'portal.hakhe.example', '(169.254.169.254) is no public address'],
    ['file:///etc/passwd', 'portal.hakhe.example', 'only http and https'],
    ['tin', 'portal.hakhe.example', 'is no address'],
  ])('refuses %s for a source at %s', async (url, host, reason) => {
    const door = aDoor({ lookup: async () => [{ address: '169.254.169.254', family: 4 }] });
    const outcome = await door.fetchPage({ ...pageAt(''), url }, rulesFor(host));
    expect(show(outcome)).toContain(`refused by guard`);
    expect(show(outcome)).toContain(reason);
    expect(door.kept.size).toBe(0);
  });

  it('connects to what was judged, whatever the name server says next', async () => {
    const site = await aSite({ '/tin': text('một') });
    let lookups = 0;
    const door = aDoor({
      allow: 'portal.hakhe.example',
      lookup: async () => [{ address: lookups++ === 0 ? '127.0.0.1' : '127.0.0.9', family: 4 }],
    });
    const origin = `http://portal.hakhe.example:${site.server.port}`;
    expect(show(await door.fetchPage(pageAt(origin), rulesFor(new URL(origin).host)))).toBe('body một');
    expect(lookups).toBe(1);
    expect(site.headers.at(-1)?.host).toBe(new URL(origin).host);
  });

  it('tries a name again that does not resolve, and asks nothing', async () => {
    let lookups = 0;
    const door = aDoor({
      lookup: async () => {
        lookups += 1;
        throw new Error('no such name');
      },
    });
    const outcome = await door.fetchPage(pageAt('http://portal.hakhe.example'), rulesFor('portal.hakhe.example'));
    expect(show(outcome)).toBe('failed null: the name portal.hakhe.example was not resolved: no such name');
    expect(lookups).toBe(4);
  });
});
