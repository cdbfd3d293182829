import { describe, expect, it } from 'vitest';
import { decodeBytes } from './charset.ts';
import { holdsTcvnCapitals, readTcvn, readVps } from './vietnamese-tables.ts';

/** Characters below U+0100 as the bytes of their numbers. */
const bytes = (shown: string): Buffer => Buffer.from(shown, 'latin1');

describe('readTcvn', () => {
  it.each([
    ['a toned capital that begins a word', '\x9Ey ban', 'Ủy ban'],
    ['words in capitals', '\x9EY BAN H\x97I H\x95A \x97N', 'ỦY BAN HỘI HÓA ỘN'],
    ['a capital where Windows has a quote, before no word', 'V¨n \x93m', 'Văn Ỏm'],
    ['quotes of Windows', '\x93ai\x94 v\xB5 TH\xA6\x94', '“ai” và THƯ”'],
    ['a dash between blanks, dots behind a word', 'mét \x96 hai\x85', 'một – hai…'],
    ['what would stand inside of small letters', 'an\x9E an\x9Ey', 'anž anžy'],
  ])('%s', (_, shown, text) => expect(readTcvn(bytes(shown))).toBe(text));

  it('tells texts with such capitals from those typed for a font', () => {
    expect(holdsTcvnCapitals(bytes('\x93Héi nghÞ\x94 \x96 hai\x85'))).toBe(false);
    expect(holdsTcvnCapitals(bytes('Héi nghÞ \x9Ey ban'))).toBe(true);
  });
});

describe('readVps', () => {
  it('has a byte for each letter', () => {
    const letters = 'AĂÂEÊIOÔƠUƯY'
      .split('')
      .flatMap((vowel) =>
        ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
      );
    const wanted = [...letters, ...letters.map((letter) => letter.toLowerCase()), 'Đ', 'đ'];
    const shown = readVps(Buffer.from(Array.from({ length: 256 }, (_, at) => at)));
    expect(wanted.filter((letter) => !shown.includes(letter))).toEqual([]);
    expect(new Set(shown).size).toBeGreaterThanOrEqual(248);
  });
});

describe('decodeBytes', () => {
  it.each([
    [
      'TCVN 5712 with its capitals',
      'Th¸ng n¨m, \x9Ey ban nh©n d©n x· B×nh Kh\xAA häp vÒ viÖc cÊp n\xADíc s¹ch.',
      'tcvn',
      'Tháng năm, Ủy ban nhân dân xã Bình Khê họp về việc cấp nước sạch.',
    ],
    [
      'VPS',
      '\xF1\xE5i h\xB6i \xF1\xE4ng b\xB6 t\xCCnh V\xEFnh Lam th\xE4o lu\xC6n v\x8A k\x89 ho\xE5ch m\xA7i.',
      'vps',
      'Đại hội Đảng bộ tỉnh Vĩnh Lam thảo luận về kế hoạch mới.',
    ],
  ])('%s', async (_, shown, encoding, text) => {
    expect(await decodeBytes(bytes(shown), null)).toMatchObject({ kind: 'text', encoding, text });
  });
});
