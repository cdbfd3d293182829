import { describe, expect, it } from 'vitest';
import { isSaidAddress, readSaidDate } from './said-facts.ts';

describe('readSaidDate', () => {
  it.each([
    ['2023-03-21', '2023-03-21'],
    ['2023-03-21T08:00', '2023-03-21T08:00+07:00'],
    ['2023-03-21T08:00:30.5Z', '2023-03-21T08:00:30.5Z'],
    ['2023-03-21T08:00:30+0700', '2023-03-21T08:00:30+0700'],
    ['2023-02-31', null],
    ['2023-02-31T08:00', null],
    ['2023-03-21T25:00', null],
    ['2023-03', null],
    ['21/03/2023', null],
    ['hôm qua', null],
    ['', null],
  ])('reads %j as %j', (text, expected) => expect(readSaidDate(text)).toBe(expected));
});

describe('isSaidAddress', () => {
  it.each(['https://example.vn/bai/1', 'http://example.vn/bài viết?a=1', 'urn:sha256:00', 'ftp://example.vn/1.pdf'])(
    'takes %s',
    (address) => expect(isSaidAddress(address)).toBe(true),
  );
  it.each([
    'javascript:alert(1)',
    ' JaVaScript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '/bai/1',
    'bai',
    'https://a.example/\0x',
    '',
  ])('refuses %j', (address) => expect(isSaidAddress(address)).toBe(false));
});
