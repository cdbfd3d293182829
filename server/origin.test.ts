import { describe, expect, it } from 'vitest';
import { originOf } from './origin.ts';

describe('the origin', () => {
  it.each([
    ['kho.example', 'http://kho.example'],
    ['127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['[::1]:3000', 'http://[::1]:3000'],
    [undefined, null],
    ['evil.example/?x=', null],
    ['a"><script>', null],
    ['user@evil.example', null],
  ])('of %s', (host, origin) => {
    expect(originOf({ protocol: 'http', headers: { host } })).toBe(origin);
  });
});
