import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { aDoor, aSite, closeAll, pageAt, rulesFor, show, text, to } from '../../test/fetching.ts';

afterEach(closeAll);

describe('robots.txt', () => {
  it('is asked for once, obeyed, and slows down', async () => {
    const site = await aSite({
      '/robots.txt': text('User-agent: sohieu\nCrawl-delay: 7\nDisallow: /kin\n'),
      '/tin': text('một'),
      '/tin2': text('hai'),
    });
    const door = aDoor();
    expect(show(await door.fetchPage(pageAt(site, '/kin/1'), rulesFor(site)))).toContain(
      'refused by robots: robots.txt of',
    );
    await door.fetchPage(pageAt(site, '/tin'), rulesFor(site));
    await door.fetchPage(pageAt(site, '/tin2'), { ...rulesFor(site), delayMs: 2000 });
    expect(site.asked).toEqual(['GET /robots.txt', 'GET /tin', 'GET /tin2']);
    expect(door.slept.map((ms) => Math.round(ms / 1000))).toEqual([7, 7]);
  });

  it('that has no end is read as far as it counts', async () => {
    const site = await aSite({
      '/robots.txt': (_request, response) => {
        response.write('User-agent: *\nDisallow: /kin\n');
        const goOn = (): void => {
          while (response.write('# còn nữa\n'.repeat(1000)));
          response.once('drain', goOn);
        };
        goOn();
      },
      '/tin': text('một'),
    });
    const door = aDoor();
    expect(show(await door.fetchPage(pageAt(site, '/tin'), rulesFor(site)))).toBe('body một');
    expect(show(await door.fetchPage(pageAt(site, '/kin/1'), rulesFor(site)))).toContain('refused by robots');
  });

  it('that cannot be had forbids everything, after all tries', async () => {
    const site = await aSite({
      '/robots.txt': (_request, response) => response.writeHead(503).end(),
      '/tin': text('một'),
    });
    const shown = show(await aDoor().fetchPage(pageAt(site), rulesFor(site)));
    expect(shown).toMatch(/^refused by robots: .* cannot be had: the server answered 503/);
    expect(site.asked).toEqual(Array(4).fill('GET /robots.txt'));
  });

  it('is followed elsewhere, but to no private address', async () => {
    const second = await aSite({ '/rules': text('User-agent: *\nDisallow: /tin') });
    const site = await aSite({ '/robots.txt': to(`${second.server.origin}/rules`), '/tin': text('một') });
    expect(show(await aDoor().fetchPage(pageAt(site), rulesFor(site, second)))).toContain('forbids it');
    const inward = await aSite({ '/robots.txt': to('http://10.0.0.1/robots.txt'), '/tin': text('một') });
    expect(show(await aDoor().fetchPage(pageAt(inward), rulesFor(inward)))).toContain('refused by robots');
    expect(inward.asked).toEqual(['GET /robots.txt']);
  });
});

describe('trouble', () => {
  it('waits as long as Retry-After says and then gets the page', async () => {
    let asked = 0;
    const site = await aSite({
      '/tin': (_request, response) => {
        asked += 1;
        if (asked === 1) response.writeHead(429, { 'retry-after': '90' }).end();
        else response.end('một');
      },
    });
    const door = aDoor();
    expect(show(await door.fetchPage(pageAt(site), rulesFor(site)))).toBe('body một');
    expect(door.slept.map((ms) => Math.round(ms / 1000))).toEqual([90]);
  });

  it('gives up after four tries, and after five addresses leaves the host alone', async () => {
    const site = await aSite({
      '/robots.txt': text(''),
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((n) => [
          `/${n}`,
          (_: unknown, response: ServerResponse) => response.writeHead(500).end(),
        ]),
      ),
    });
    const door = aDoor();
    for (const n of [1, 2, 3, 4, 5]) {
      const outcome = await door.fetchPage(pageAt(site, `/${n}`), rulesFor(site));
      expect(outcome).toMatchObject({ kind: 'failed', status: 500, isHostDown: false });
    }
    expect(site.asked).toHaveLength(1 + 5 * 4);
    const outcome = await door.fetchPage(pageAt(site, '/6'), rulesFor(site));
    expect(outcome).toMatchObject({ kind: 'failed', status: null, isHostDown: true });
    expect(site.asked).toHaveLength(1 + 5 * 4);
  });

  it('asks no address more than four times in a run, whichever way it comes to it', async () => {
    const site = await aSite({
      '/robots.txt': text(''),
      '/a': to('/hong'),
      '/b': to('/hong'),
      '/hong': (_request, response) => response.writeHead(500).end(),
    });
    const door = aDoor();
    for (const path of ['/a', '/b', '/hong']) {
      expect(await door.fetchPage(pageAt(site, path), rulesFor(site))).toMatchObject({ kind: 'failed' });
    }
    expect(site.asked.filter((asked) => asked === 'GET /hong')).toHaveLength(4);
  });

  it('tries again what broke off, and not what is too big', async () => {
    let asked = 0;
    const site = await aSite({
      '/dut': (_request, response) => {
        asked += 1;
        if (asked > 1) return void response.end('đủ');
        response.writeHead(200, { 'content-length': '99' });
        response.write('thiếu');
        response.socket?.destroySoon();
      },
      '/to': text('x'.repeat(5000)),
    });
    const door = aDoor({ limits: { wireBytes: 1000 } });
    expect(show(await door.fetchPage(pageAt(site, '/dut'), rulesFor(site)))).toBe('body đủ');
    expect(show(await door.fetchPage(pageAt(site, '/to'), rulesFor(site)))).toContain('larger than 1000 bytes');
    expect(site.asked).toEqual(['GET /robots.txt', 'GET /dut', 'GET /dut', 'GET /to']);
  });

  it('stops at once when told to, and when closed', async () => {
    const site = await aSite({ '/robots.txt': text(''), '/tin': () => undefined });
    const door = aDoor();
    const controller = new AbortController();
    const reason = new Error('enough');
    const asking = door.fetchPage(pageAt(site), rulesFor(site), controller.signal);
    setTimeout(() => controller.abort(reason), 20);
    await expect(asking).rejects.toBe(reason);
    const again = door.fetchPage(pageAt(site), rulesFor(site));
    setTimeout(() => void door.close(), 20);
    await expect(again).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a server that does not answer at all', () => {
  it('has failed, with the reason, and is not asked for more than robots.txt', async () => {
    const site = await aSite({ '/robots.txt': (_request, response) => void response.socket?.destroy() });
    const door = aDoor();
    const outcome = await door.fetchPage(pageAt(site), rulesFor(site));
    expect(outcome).toMatchObject({ kind: 'failed', status: null });
    expect(show(outcome)).toContain('the connection failed');
    expect(show(await door.fetchPage(pageAt(site, '/tin2'), rulesFor(site)))).toContain('the connection failed');
    expect(site.asked).toEqual(Array(4).fill('GET /robots.txt'));
  });
});
