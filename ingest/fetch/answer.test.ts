import { describe, expect, it } from 'vitest';
import type { Arrival } from './answer.ts';
import { isDowngrade, redirectTarget, toOutcome, weigh } from './answer.ts';
import type { BreakCause, Exchange } from './exchange.ts';

const now = new Date('2026-03-02T18:30:00Z');
const none = { etag: null, lastModified: null };

function answered(
  status: number,
  headers: Record<string, string> = {},
): Extract<Exchange, { readonly kind: 'answered' }> {
  return { kind: 'answered', status, headers, cookies: [], bytes: new Uint8Array() };
}

describe('weigh', () => {
  it.each([200, 204, 301, 304, 400, 401, 403, 404, 410, 451])('%i is an answer', (status) => {
    expect(weigh(answered(status), now)).toMatchObject({ kind: 'done', isAnswer: true });
  });

  it.each([
    [408, false],
    [425, false],
    [429, true],
    [500, false],
    [502, false],
    [503, true],
    [522, false],
  ])('%i is worth another try; the host is busy: %s', (status, isBusy) => {
    expect(weigh(answered(status, { 'retry-after': '7' }), now)).toMatchObject({
      kind: 'failed',
      isBusy,
      retryAfterMs: 7000,
    });
  });

  it.each<[BreakCause, number]>([
    ['network', Number.POSITIVE_INFINITY],
    ['timeout', 2],
    ['broken', 2],
    ['tls', 1],
  ])('an exchange broken by %s is worth %s tries', (cause, worthTries) => {
    expect(weigh({ kind: 'broken', cause, reason: '' }, now)).toMatchObject({ kind: 'failed', worthTries });
  });

  it.each<[BreakCause, boolean]>([
    ['refused', false],
    ['limit', true],
  ])('one ended by %s is done; the host answered: %s', (cause, isAnswer) => {
    expect(weigh({ kind: 'broken', cause, reason: '' }, now)).toMatchObject({ kind: 'done', isAnswer });
  });
});

describe('redirects', () => {
  it.each([
    [301, '/b', 'https://portal.hakhe.example/b'],
    [308, '?x=1#y', 'https://portal.hakhe.example/a/tin?x=1'],
    [303, '//tin.hakhe.example', 'https://tin.hakhe.example/'],
    [300, ' ../c ', 'https://portal.hakhe.example/c'],
    [302, '/tin tức', 'https://portal.hakhe.example/tin%20t%E1%BB%A9c'],
    [200, '/b', null],
    [304, '/b', null],
    [404, '/b', null],
  ])('%i to %j leads to %s', (status, location, expected) => {
    const target = redirectTarget(new URL('https://portal.hakhe.example/a/tin'), status, location);
    expect(target instanceof URL ? target.href : target).toBe(expected);
  });

  it.each([
    ['https://a.example/', 'http://a.example/', false],
    ['https://a.example/', 'http://A.example.:80/', false],
    ['https://a.example/', 'http://b.example/', true],
    ['http://a.example/', 'http://b.example/', false],
    ['https://a.example/', 'https://b.example/', false],
  ])('from %s to %s is a downgrade: %s', (from, to, expected) => {
    expect(isDowngrade(new URL(from), new URL(to))).toBe(expected);
  });
});

describe('toOutcome', () => {
  const url = new URL('https://portal.hakhe.example/tin');
  const direct = (status: number): Arrival => ({ kind: 'answered', url, hops: [], answer: answered(status) });
  const moved: Arrival = {
    kind: 'answered',
    url,
    hops: [{ from: 'https://portal.hakhe.example/', to: url.href, status: 301 }],
    answer: answered(304),
  };

  it.each([
    [200, 'body'],
    [204, 'body'],
    [206, 'failed'],
    [304, 'failed'],
    [401, 'failed'],
    [404, 'missing'],
    [410, 'missing'],
    [500, 'failed'],
    [599, 'failed'],
  ])('%i unconditionally is %s', (status, kind) => {
    expect(toOutcome(direct(status), now, none)).toMatchObject({ kind, status });
  });

  it('304 is believed where a condition was sent: an ETag after redirects too, a date not', () => {
    expect(toOutcome(direct(304), now, { etag: null, lastModified: 'Mon' }).kind).toBe('unchanged');
    expect(toOutcome(moved, now, { etag: '"1"', lastModified: null }).kind).toBe('unchanged');
    expect(toOutcome(moved, now, { etag: null, lastModified: 'Mon' }).kind).toBe('failed');
  });
});
