import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { LoopbackServer } from '../../test/loopback-server.ts';
import { serve, serveRaw } from '../../test/loopback-server.ts';
import { parseAllowedHosts } from './allowed-hosts.ts';
import type { Exchange, ExchangeLimits } from './exchange.ts';
import { exchange, openAgent, standardLimits } from './exchange.ts';
import { openResolver } from './resolver.ts';

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

function keep(server: LoopbackServer): LoopbackServer {
  closers.push(server.close);
  return server;
}

async function ask(
  server: LoopbackServer,
  limits: Partial<ExchangeLimits> = {},
  path = '/',
  signal?: AbortSignal,
): Promise<Exchange> {
  const opened = parseAllowedHosts('127.0.0.1');
  if (opened.kind !== 'allowed') throw new Error('expected a list');
  const resolver = openResolver({ allowed: opened.allowed, clock: () => new Date() });
  const all = { ...standardLimits, ...limits };
  const agent = openAgent(resolver, null, all);
  closers.push(() => agent.destroy());
  return await exchange(agent, new URL(path, server.origin), { 'user-agent': 'test' }, all, signal);
}

function textOf(answer: Exchange): string {
  return answer.kind === 'answered' ? Buffer.from(answer.bytes).toString() : `${answer.cause}: ${answer.reason}`;
}

/** The answer to any request, written by hand. */
async function askRaw(answer: string | Buffer, limits: Partial<ExchangeLimits> = {}): Promise<Exchange> {
  return await ask(keep(await serveRaw((socket) => socket.end(answer))), limits);
}

const words = 'Đảng ủy phường Hạ Khê họp phiên thứ tư. '.repeat(40);

describe('exchange', () => {
  it('brings status, headers and body', async () => {
    const server = keep(
      await serve((request, response) => {
        response.setHeader('X-Twice', ['một'.normalize('NFD').slice(0, 1), 'b']);
        response.setHeader('Set-Cookie', ['a=1', 'b=2; Path=/']);
        response.end(`${request.method} ${request.url} ${request.headers['user-agent']} ${request.headers['accept']}`);
      }),
    );
    const answer = await ask(server, {}, '/tin?nid=4&ten=H%E1%BA%A1');
    expect(answer).toMatchObject({ kind: 'answered', status: 200, cookies: ['a=1', 'b=2; Path=/'] });
    expect(textOf(answer)).toBe('GET /tin?nid=4&ten=H%E1%BA%A1 test undefined');
    expect(answer.kind === 'answered' ? answer.headers['x-twice'] : null).toBe('m, b');
  });

  it('reads a header sent as UTF-8', async () => {
    const answer = await askRaw('HTTP/1.1 302 Found\r\nLocation: /tin-tức\r\nContent-Length: 0\r\n\r\n');
    expect(answer.kind === 'answered' ? answer.headers['location'] : null).toBe('/tin-tức');
  });

  it.each([
    ['gzip', gzipSync(words)],
    ['x-gzip', gzipSync(words)],
    ['GZIP', gzipSync(words)],
    ['gzip', Buffer.concat([gzipSync(words), Buffer.from('\n\n')])],
    ['deflate', deflateSync(words)],
    ['deflate', deflateRawSync(words)],
    ['br', brotliCompressSync(words)],
    ['identity', Buffer.from(words)],
    ['gzip, br', brotliCompressSync(gzipSync(words))],
    ['gzip', Buffer.from(words)],
    ['deflate', Buffer.from(words)],
    ['br', Buffer.from(words)],
  ])('undoes Content-Encoding: %s', async (encoding, body) => {
    const server = keep(
      await serve((_request, response) => response.setHeader('Content-Encoding', encoding).end(body)),
    );
    expect(textOf(await ask(server))).toBe(words);
  });

  it.each([
    ['zstd', Buffer.from(words), 'not asked for'],
    ['gzip', gzipSync(words).subarray(0, 60), 'cannot be inflated'],
    ['br', brotliCompressSync(words).subarray(0, 40), 'cannot be inflated'],
    ['gzip,gzip,gzip,gzip', Buffer.from(words), '4 times over'],
  ])('tells of a body in %s that cannot be read', async (encoding, body, reason) => {
    const server = keep(
      await serve((_request, response) => response.setHeader('Content-Encoding', encoding).end(body)),
    );
    expect(textOf(await ask(server))).toContain(reason);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(4_000_000))],
    ['deflate', deflateSync(Buffer.alloc(4_000_000))],
    ['deflate', deflateRawSync(Buffer.alloc(4_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(4_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(4_000_000)))],
  ])('stops a %s bomb at the limit', async (encoding, bomb) => {
    expect(bomb.byteLength).toBeLessThan(100_000);
    const server = keep(
      await serve((_request, response) => response.setHeader('Content-Encoding', encoding).end(bomb)),
    );
    expect(textOf(await ask(server, { inflatedBytes: 1_000_000 }))).toBe(
      'limit: the body is larger than 1000000 bytes',
    );
  });

  it('stops reading a body without end at the limit', async () => {
    let sent = 0;
    const server = keep(
      await serve((_request, response) => {
        const pour = () => {
          while (!response.destroyed && response.write(Buffer.alloc(16_384))) sent += 16_384;
        };
        response.on('drain', pour);
        pour();
      }),
    );
    expect(textOf(await ask(server, { wireBytes: 200_000 }))).toBe('limit: the body is larger than 200000 bytes');
    expect(sent).toBeLessThan(20_000_000);
  });

  it('ends a body that drips too slowly, and headers that never come', async () => {
    const dripping = keep(
      await serve((_request, response) => {
        const timer = setInterval(() => response.write('.'), 5);
        response.on('close', () => clearInterval(timer));
      }),
    );
    expect(textOf(await ask(dripping, { deadlineMs: 40 }))).toBe('timeout: no whole answer within 0.04 s');
    const silent = keep(await serveRaw(() => undefined));
    expect(textOf(await ask(silent, { deadlineMs: 40 }))).toBe('timeout: no whole answer within 0.04 s');
  });

  it('ends headers without end', async () => {
    const server = keep(
      await serveRaw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const pour = () => {
          while (!socket.destroyed && socket.write(`X-Filler: ${'x'.repeat(1000)}\r\n`));
        };
        socket.on('drain', pour);
        pour();
      }),
    );
    expect(textOf(await ask(server, { headerBytes: 8192 }))).toBe('limit: the headers are larger than the limit');
  });

  it.each([
    ['a body shorter than announced', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nngắn', 'network'],
    ['chunks that break off', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nxin c', 'network'],
    ['chunks that are none', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\nxin', 'broken'],
    ['no answer', '', 'network'],
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'broken'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nxin', 'network'],
    ['a length that is no number', 'HTTP/1.1 200 OK\r\nContent-Length: ba\r\n\r\nxin', 'broken'],
  ])('tells of %s', async (_what, raw, cause) => {
    expect(await askRaw(raw)).toMatchObject({ kind: 'broken', cause });
  });

  it('tells of a connection reset in the middle', async () => {
    const server = keep(
      await serveRaw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nxin');
        setTimeout(() => socket.resetAndDestroy(), 5);
      }),
    );
    expect(await ask(server)).toMatchObject({ kind: 'broken', cause: 'network' });
  });

  it('takes a body that ends with the connection', async () => {
    expect(textOf(await askRaw('HTTP/1.0 200 OK\r\n\r\nxin chào'))).toBe('xin chào');
  });

  it('tells of a closed port', async () => {
    const server = await serve(() => undefined);
    await server.close();
    expect(textOf(await ask(server))).toContain('ECONNREFUSED');
  });

  it('throws the reason of the signal, before and during', async () => {
    const server = keep(await serve(() => undefined));
    const reason = new Error('enough');
    await expect(ask(server, {}, '/', AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    const asking = ask(server, {}, '/', controller.signal);
    setTimeout(() => controller.abort(reason), 10);
    await expect(asking).rejects.toBe(reason);
  });
});
