import { expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

it.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Mon, 02 Mar 2026 18:31:00 GMT', 60_000],
  ['Monday, 02-Mar-26 18:31:00 GMT', 60_000],
  ['Mon, 02 Mar 2026 18:00:00 GMT', 0],
  ['-5', null],
  ['1.5', null],
  ['soon', null],
  ['99999999999', 99_999_999_999_000],
  ['9'.repeat(30), Number.MAX_SAFE_INTEGER],
  ['9'.repeat(101), null],
  ['', null],
  [undefined, null],
])('Retry-After %j is %s ms from now', (value, expected) => {
  expect(retryAfterMs(value, new Date('2026-03-02T18:30:00Z'))).toBe(expected);
});
