import { describe, expect, it } from 'vitest';
import { openCookies } from './cookies.ts';

function give(lines: readonly string[], address = 'https://portal.hakhe.example/tin'): string | null {
  const cookies = openCookies();
  cookies.take(new URL('https://portal.hakhe.example/'), lines);
  return cookies.give(new URL(address));
}

describe('cookies', () => {
  it.each([
    ['one', ['phien=7; Path=/; HttpOnly'], 'phien=7'],
    ['two', ['a=1', 'b="2"; SameSite=Lax'], 'a=1; b="2"'],
    ['the later of one name', ['a=1', 'a=2'], 'a=2'],
    ['none that has ended', ['a=1', 'a=; Max-Age=0'], null],
    ['none without a name', ['=1', 'xin', ''], null],
    ['none that would break a header', ['a=1\r\nX: y', 'b=xin chào'], null],
    ['none that is too long', [`a=${'x'.repeat(600)}`], null],
  ])('gives %s', (_what, lines, expected) => {
    expect(give(lines)).toBe(expected);
  });

  it('stay with their host, and secure ones with https', () => {
    expect(give(['a=1'], 'https://tin.hakhe.example/')).toBeNull();
    expect(give(['a=1; Secure', 'b=2'], 'http://portal.hakhe.example/')).toBe('b=2');
  });

  it('are few', () => {
    const lines = Array.from({ length: 50 }, (_, n) => `c${n}=1`);
    expect(give(lines)?.split('; ')).toHaveLength(10);
  });
});
