import { expect, it } from 'vitest';
import { requestHeaders } from './request-headers.ts';

const none = { etag: null, lastModified: null };

it('says who asks, for what, and on which conditions', () => {
  expect(
    requestHeaders('sohieu/1.0.0 (+https://a.example)', 'feed', { etag: '"v1"', lastModified: 'Mon' }, 'a=1'),
  ).toEqual({
    'user-agent': 'sohieu/1.0.0 (+https://a.example)',
    accept: expect.stringContaining('application/rss+xml'),
    'accept-language': 'vi, en;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    'if-none-match': '"v1"',
    'if-modified-since': 'Mon',
    cookie: 'a=1',
  });
});

it('leaves out what no header can carry', () => {
  const headers = requestHeaders(
    'sohieu/1.0.0 (+phòng)\r\nX: y',
    'page',
    { etag: '"a\r\nX: y"', lastModified: 'thứ Hai' },
    null,
  );
  expect(headers['user-agent']).toBe('sohieu/1.0.0 (+ph?ng)??X: y');
  expect(Object.keys(headers)).toEqual(['user-agent', 'accept', 'accept-language', 'accept-encoding']);
  expect(Object.keys(requestHeaders('x', 'file', none, null))).toHaveLength(4);
});
