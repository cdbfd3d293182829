import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { respell } from './respelled.ts';

const plain =
  'Sáng 4/4/2022, đồng chí Bí thư Huyện ủy Cẩm Khê chủ trì hội nghị giao ban, nghe báo cáo về những vướng mắc kéo dài. Các phòng, ban được giao rà soát, tập trung gỡ từng việc trước cuối năm.';
const page = `<html><head><title>Huyện ủy</title></head><body class="x"><p>${plain}</p><p>${plain}</p></body></html>`;

const stored = (text: string, encoding: string): Buffer => iconv.encode(text, encoding);
/** As windows-1258 keeps letters: the tones apart. */
const apart = (text: string): string =>
  [...text]
    .map((letter) => {
      const [, base = '', tone = ''] =
        /^(.+)(\u0300|\u0301|\u0303|\u0309|\u0323)/su.exec(
          letter.normalize('NFD').replace(/^(.)(\u0323)(\u0302|\u0306)/u, '$1$3$2'),
        ) ?? [];
      return tone === '' ? letter : base.normalize('NFC') + tone;
    })
    .join('');
const seenAs = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes);
const toUtf7 = (text: string): string =>
  text.replace(
    /[^\0-~]+/g,
    (letters) => `+${Buffer.from(letters, 'utf16le').swap16().toString('base64').replace(/=+$/, '')}-`,
  );
const signs: ReadonlyMap<string, string> = new Map([
  ['\u0302', '^'],
  ['\u0306', '('],
  ['\u031B', '+'],
  ['\u0301', "'"],
  ['\u0300', '`'],
  ['\u0309', '?'],
  ['\u0303', '~'],
  ['\u0323', '.'],
]);
const toViqr = (text: string): string =>
  apart(text)
    .replaceAll('đ', 'dd')
    .normalize('NFD')
    .replace(/([aeiouy])(\u0323)(\u0302|\u0306|\u031B)/giu, '$1$3$2')
    .replace(/\p{M}/gu, (mark) => signs.get(mark) ?? '');

/** As mail programs write a page: what is no ASCII and each sign of equality in figures, lines cut where they grow long. */
const toQuotedPrintable = (text: string): string =>
  text
    .replace(/[^ -<>-~\n]+/g, (run) => Buffer.from(run).toString('hex').toUpperCase().replace(/../g, '=$&'))
    .replace(/(?:=..|[^=\n]){75}(?!\n)/g, '$&=\r\n');

describe('respell', () => {
  it.each([
    ['utf-8 as windows-1258', seenAs(Buffer.from(page), 'windows-1258')],
    ['utf-8 as windows-1250', seenAs(Buffer.from(page), 'windows-1250')],
    ['utf-8 as windows-1251', seenAs(Buffer.from(page), 'windows-1251')],
    ['utf-8 as macintosh', iconv.decode(Buffer.from(page), 'macintosh').normalize('NFC').replaceAll('¤', '€')],
    ['utf-8 as cp437', iconv.decode(Buffer.from(page), 'cp437')],
    ['utf-8 as cp850', iconv.decode(Buffer.from(page), 'cp850')],
    ['viscii as windows-1252', seenAs(stored(page, 'viscii'), 'windows-1252')],
    ['windows-1258 as windows-1252', seenAs(stored(apart(page), 'windows-1258'), 'windows-1252')],
    ['utf-7', toUtf7(page)],
    ['quoted-printable', toQuotedPrintable(page)],
    ['viqr', page.replace(/(?<=>)[^<>]+/g, toViqr)],
  ])('%s', (encoding, text) => {
    expect(text).not.toBe(page);
    expect(respell(text)).toEqual({ encoding, text: page });
  });

  it('reads letters of windows-1258 that were spelled as the entities of others', () => {
    const shown = seenAs(stored(apart(page), 'windows-1258'), 'windows-1252');
    const numbered = shown.replace(/[\u00A0-\u00FF]/g, (letter) => `&#${letter.charCodeAt(0)};`);
    expect(numbered).toMatch(/&#24\d;/);
    expect(respell(numbered)).toEqual({ encoding: 'windows-1258 as windows-1252', text: page });
    const named = numbered.replaceAll('&#242;', '&ograve;').replaceAll('&#234;', '&ecirc;');
    expect(respell(named)?.text).toBe(page);
    expect(respell('&lt;b&gt; &amp; &nbsp;&eacute;t&eacute; &#8220;'.repeat(40))).toBeNull();
  });

  it('reads what a program escaped in a text, but not in the scripts of a page', () => {
    const escaped = plain.replace(/[^\0-~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
    expect(respell(escaped)).toEqual({ encoding: 'unicode escapes', text: plain });
    expect(respell(`<script>${escaped}</script>`)).toBeNull();
  });

  it('leaves the letters of a font to those who read them', () => {
    const font = 'Héi nghÞ cña HuyÖn ñy vÒ nh÷ng v­íng m¾c, ®ång chÝ BÝ th­ chñ tr×, c¸c phßng ban ®­îc giao rµ so¸t ';
    expect(respell(seenAs(iconv.encode(font, 'windows-1252'), 'windows-1258'))?.encoding).toBe('tcvn3 as windows-1258');
    expect(respell(font)).toBeNull();
  });

  it.each([
    ['Vietnamese', page],
    ['its parts in their order', page.normalize('NFD')],
    ['French', 'Côté Vietnam, « la forêt brûlée » été là où naît Noël, déjà très âgée. '.repeat(20)],
    ['German', 'Übergroße Bäume wüchsen früher höher, so die Gärtner über ähnliche Gewächse. '.repeat(20)],
    ['Russian', 'Это обычный русский текст о заседании комитета и о его решениях. '.repeat(20)],
    ['Polish', 'Zażółć gęślą jaźń, łąki są żółte, a źrebię śpi już długo. '.repeat(20)],
    ['formulas', 'Let x^2 + a^2 = o^2, where u+v = e^(a+b), so that a(b) = o^3 and e^(i) = a^x. '.repeat(20)],
    ['telephone numbers', 'Call +84-912345678- or +1-202- now, e^o a^b. '.repeat(20)],
    ['a text too short to tell', 'tru+.c ddo^` tha(`ng'],
    ['nothing', ''],
  ])('not %s', (_, text) => expect(respell(text)).toBeNull());

  it('leaves a full stop at the end of a paragraph, and what would be no syllable', () => {
    const lines = [
      "Ho^.i nghi. nghe ba'o ca'o ve^` nhu+~ng vu+o+'ng ma('c, ddo^`ng chi' chu? tri` ye^u ca^`u ra` soa't, ta^.p trung theo. Ha.n cuo^'i la` tha'ng na`y. Tie^'p theo",
    ];
    expect(respell(`${lines.join('')} cu~ nhu+ qua.`)?.text).toMatch(/theo\. Hạn .* này\. .* qua\.$/);
  });

  it('takes a long hostile text without delay', () => {
    for (const piece of ['+', 'a^', 'dd', 'Ă¡', '+AB', 'á»']) respell(piece.repeat(200_000));
    expect(respell('+A'.repeat(100_000))).toBeNull();
  });
});
