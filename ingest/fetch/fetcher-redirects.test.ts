import { afterEach, describe, expect, it } from 'vitest';
import { aDoor, aSite, closeAll, pageAt, rulesFor, show, text, to } from '../../test/fetching.ts';

afterEach(closeAll);

describe('redirects', () => {
  it('are followed, each noted', async () => {
    const site = await aSite({
      '/tin': to('/tin/2', 301),
      '/tin/2': to('./b%E1%BA%A1n?x=1#y', 307),
      '/tin/b%E1%BA%A1n': text('bạn'),
    });
    const outcome = await aDoor().fetchPage(pageAt(site), rulesFor(site));
    expect(show(outcome)).toBe('body bạn');
    const { origin } = site.server;
    expect(outcome).toMatchObject({
      url: `${origin}/tin/b%E1%BA%A1n?x=1`,
      hops: [
        { from: `${origin}/tin`, to: `${origin}/tin/2`, status: 301 },
        { from: `${origin}/tin/2`, to: `${origin}/tin/b%E1%BA%A1n?x=1`, status: 307 },
      ],
    });
  });

  it.each([
    ['http://169.254.169.254/latest/meta-data/', 'refused by guard', 'not among the hosts'],
    ['http://portal.hakhe.example/trong', 'refused by guard', 'no public address but private'],
    ['http://127.0.0.1:1/', 'refused by guard', 'port 1'],
    ['file:///etc/passwd', 'refused by guard', 'only http and https'],
    ['//evil.example/', 'refused by guard', 'not among the hosts'],
    ['http://[', 'failed 302', 'which is no address'],
    ['', 'failed 302', 'without saying where'],
    ['/tin', 'failed 302', 'in a circle'],
  ])('to %j are not', async (location, kind, reason) => {
    const site = await aSite({ '/tin': to(location) });
    const door = aDoor({ lookup: async () => [{ address: '192.168.0.1', family: 4 }] });
    const outcome = await door.fetchPage(pageAt(site), rulesFor(site, 'portal.hakhe.example'));
    expect(show(outcome)).toContain(kind);
    expect(show(outcome)).toContain(reason);
    expect(site.asked).toEqual(['GET /robots.txt', 'GET /tin']);
  });

  it('are followed five times, and circles told apart from that', async () => {
    const site = await aSite(
      Object.fromEntries([
        ...[1, 2, 3, 4, 5, 6, 7].map((n) => [`/${n}`, to(`/${n + 1}`)] as const),
        ['/8', text('tám')],
        ['/a', to('/b')],
        ['/b', to('/a')],
      ]),
    );
    const door = aDoor();
    expect(show(await door.fetchPage(pageAt(site, '/3'), rulesFor(site)))).toBe('body tám');
    expect(show(await door.fetchPage(pageAt(site, '/2'), rulesFor(site)))).toBe(
      'failed 302: it redirects more than 5 times',
    );
    expect(show(await door.fetchPage(pageAt(site, '/a'), rulesFor(site)))).toBe(
      'failed 302: its redirects go in a circle',
    );
  });

  it('obey the robots.txt of where they lead', async () => {
    const second = await aSite({ '/robots.txt': text('User-agent: *\nDisallow: /kin'), '/kin': text('kín') });
    const first = await aSite({ '/tin': to(`${second.server.origin}/kin`) });
    const outcome = await aDoor().fetchPage(pageAt(first), rulesFor(first, second));
    expect(show(outcome)).toContain('refused by robots');
    expect(second.asked).toEqual(['GET /robots.txt']);
  });

  it('carry a cookie back that came with them', async () => {
    const site = await aSite({
      '/tin': (request, response) => {
        if (request.headers.cookie === 'phien=7') response.end('vào');
        else response.writeHead(302, { location: '/tin', 'set-cookie': 'phien=7; Path=/; HttpOnly' }).end();
      },
    });
    const door = aDoor();
    expect(show(await door.fetchPage(pageAt(site), rulesFor(site)))).toBe('body vào');
    expect(show(await door.fetchPage(pageAt(site), rulesFor(site)))).toBe('body vào');
    expect(site.asked).toEqual(['GET /robots.txt', 'GET /tin', 'GET /tin', 'GET /tin']);
  });
});

describe('pages that hold nothing but the way to another', () => {
  const on = (target: string) =>
    text(`<meta http-equiv="refresh" content="0;url=${target}">`, { 'last-modified': then });
  const then = 'Tue, 21 Mar 2023 01:00:00 GMT';

  it('are followed like redirects, under the same rules', async () => {
    const site = await aSite({
      '/robots.txt': text('User-agent: *\nDisallow: /kin'),
      '/tin': on('/tin/2'),
      '/tin/2': on('bai'),
      '/tin/bai': text('<p>bài</p>', { 'last-modified': then }),
      '/a': on('/kin/1'),
      '/b': on('http://169.254.169.254/latest/meta-data/'),
      '/c': on('/d'),
      '/d': on('/c'),
    });
    const door = aDoor();
    const outcome = await door.fetchPage(pageAt(site), rulesFor(site));
    expect(show(outcome)).toBe('body <p>bài</p>');
    // The date is that of another page than the one that will be asked with it.
    expect(outcome).toMatchObject({ url: `${site.server.origin}/tin/bai`, lastModified: null });
    expect(show(await door.fetchPage(pageAt(site, '/a'), rulesFor(site)))).toContain('refused by robots');
    expect(show(await door.fetchPage(pageAt(site, '/b'), rulesFor(site)))).toContain('refused by guard');
    expect(show(await door.fetchPage(pageAt(site, '/c'), rulesFor(site)))).toContain('in a circle');
    expect(site.asked.filter((line) => line.includes('kin'))).toEqual([]);
  });

  it('are feeds and files like any other where a feed or a file was asked for', async () => {
    const site = await aSite({ '/tin': on('/tin/2') });
    const outcome = await aDoor().fetchPage(pageAt(site, '/tin', { accept: 'file' }), rulesFor(site));
    expect(show(outcome)).toContain('http-equiv');
  });
});
