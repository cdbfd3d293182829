import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseAnswer, unwrapBody } from './warc-http.ts';

const page = '<p>Thành ủy Sông Mơ họp giao ban.</p>';
const text = (outcome: Awaited<ReturnType<typeof unwrapBody>>): string =>
  outcome.kind === 'bytes' ? Buffer.from(outcome.bytes).toString() : outcome.reason;

describe('parseAnswer', () => {
  it.each([
    ['as it should be', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nthân', 200, { 'content-type': 'text/html' }],
    ['without a word behind the number', 'HTTP/2 404\r\nA: b\r\n\r\nthân', 404, { a: 'b' }],
    ['with line feeds alone', 'HTTP/1.0 200 OK\nA: b\n\nthân', 200, { a: 'b' }],
    ['with a header that comes twice', 'HTTP/1.1 200 OK\r\nA: b\r\na: c\r\n\r\nthân', 200, { a: 'b, c' }],
    ['with a folded header', 'HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\nthân', 200, { a: 'b c' }],
    ['with a line that is no header', 'HTTP/1.1 200 OK\r\nrác\r\n\r\nthân', 200, {}],
  ])('reads a head %s', (_note, block, status, headers) => {
    const parsed = parseAnswer(Buffer.from(block));
    if (parsed === 'not-http') throw new Error('expected an answer');
    expect({ ...parsed.answer, body: Buffer.from(parsed.body).toString() }).toEqual({ status, headers, body: 'thân' });
  });

  it.each(['', '<html>', 'HTTP/1.1 abc\r\n\r\n', `HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(60_000)}`])(
    'refuses what is none: %.20s',
    (block) => {
      expect(parseAnswer(Buffer.from(block))).toBe('not-http');
    },
  );
});

describe('unwrapBody', () => {
  it.each([
    ['gzip', gzipSync(page)],
    ['x-gzip', gzipSync(page)],
    ['deflate', deflateSync(page)],
    ['deflate', deflateRawSync(page)],
    ['br', brotliCompressSync(page)],
    ['identity', Buffer.from(page)],
    ['gzip', Buffer.from(page)],
    ['br', Buffer.from(page)],
  ])('undoes %s, or leaves what is not wrapped', async (coding, body) => {
    expect(text(await unwrapBody(body, { 'content-encoding': coding }, 1000))).toBe(page);
  });

  it('undoes several, and chunks first', async () => {
    const bytes = gzipSync(gzipSync(page));
    const chunked = Buffer.concat([
      Buffer.from(`${bytes.length.toString(16)}\r\n`),
      bytes,
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
    const headers = { 'content-encoding': 'gzip, gzip', 'transfer-encoding': 'chunked' };
    expect(text(await unwrapBody(chunked, headers, 1000))).toBe(page);
  });

  it.each([
    ['a bomb', 'gzip', gzipSync(Buffer.alloc(2_000_000)), 'more than 1000 bytes'],
    ['damage', 'gzip', gzipSync(page).subarray(0, 20), 'damaged'],
    ['another wrapping', 'zstd', Buffer.from(page), 'zstd'],
    ['too much', '', Buffer.alloc(1001), '1001 bytes'],
  ])('tells %s', async (_note, coding, body, reason) => {
    const outcome = await unwrapBody(body, { 'content-encoding': coding }, 1000);
    expect(outcome).toMatchObject({ kind: 'fault', reason: expect.stringContaining(reason) });
  });
});
