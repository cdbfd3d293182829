import { describe, expect, it } from 'vitest';
import { parseAllowedHosts, parseIp } from './allowed-hosts.ts';

describe('parseAllowedHosts', () => {
  it.each([
    ['', 0],
    [' , ', 0],
    ['archive.lan', 1],
    ['archive.lan,10.0.0.0/8', 2],
    ['archive.lan 10.0.0.0/8\nfd00::/8; ::1', 4],
    ['[::1]:8080 [fd00::7] localhost:3000', 3],
    ['máy-chủ', null],
    ['xn--my-ch-5ta1n.vn my_host.lan.', 2],
    ['0.0.0.0/0', 1],
  ])('reads %j as %s entries', (text, count) => {
    const parsed = parseAllowedHosts(text);
    expect(parsed.kind === 'allowed' ? parsed.allowed.entries.length : null).toBe(count);
  });

  it('names every entry that it cannot read', () => {
    const wrong = [
      '10.0.0.0/33',
      '10.0.0/8',
      '127.1',
      '0x7f.0.0.1',
      '256.1.1.1',
      'a..b',
      'http://archive.lan',
      'x:0',
      'x:70000',
    ];
    const more = ['fd00::/129', '[::1', '::1/', '*.lan', '10.0.0.0/8/8', '-x'];
    const parsed = parseAllowedHosts(`archive.lan ${[...wrong, ...more].join(' ')}`);
    expect(parsed.kind).toBe('faults');
    const faults = parsed.kind === 'faults' ? parsed.faults : [];
    expect(faults.map((fault) => fault.slice(1, fault.indexOf('"', 1)))).toEqual([...wrong, ...more]);
  });
});

describe('parseIp', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::FFFF:10.0.0.1', '::ffff:a00:1'],
    ['127.1', undefined],
    ['012.0.0.1', undefined],
    ['10', undefined],
    ['portal.example', undefined],
  ])('%s is read as %s', (text, expected) => {
    expect(parseIp(text)?.toString()).toBe(expected);
  });
});
