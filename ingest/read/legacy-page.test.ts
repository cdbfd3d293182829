import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { ReadArticle } from './article.ts';
import { decodeBytes } from './charset.ts';
import { readArticle } from './read.ts';

const title = 'Huyện uỷ Cẩm Khê giao ban quý I';
const first = 'Sáng 5/4, Huyện uỷ Cẩm Khê tổ chức hội nghị giao ban do đồng chí Lê Văn Thử chủ trì.';
const second =
  'Hội nghị nghe báo cáo thực hiện Nghị quyết số 31-NQ/HU, Quyết định số 9/QĐ-UBND; nhiều chi bộ kiểm điểm.';
const tcvn3 = [
  'HuyÖn uû CÈm Khª giao ban quý I',
  'S¸ng 5/4, HuyÖn uû CÈm Khª tæ chøc héi nghÞ giao ban do ®ång chÝ Lª V¨n Thö chñ tr×.',
  'Héi nghÞ nghe b¸o c¸o thùc hiÖn NghÞ quyÕt sè 31-NQ/HU, QuyÕt ®Þnh sè 9/Q§-UBND; nhiÒu chi bé kiÓm ®iÓm.',
];
const vni = [
  'Huyeän uyû Caåm Kheâ giao ban quyù I',
  'Saùng 5/4, Huyeän uyû Caåm Kheâ toå chöùc hoäi nghò giao ban do ñoàng chí Leâ Vaên Thöû chuû trì.',
  'Hoäi nghò nghe baùo caùo thöïc hieän Nghò quyeát soá 31-NQ/HU, Quyeát ñònh soá 9/QÑ-UBND; nhieàu chi boä kieåm ñieåm.',
];
const footer = 'Bản quyền thuộc về Báo Cẩm Khê';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(iconv.encode(text, 'latin1'));
const entities = (text: string): string => text.replace(/[\u00a1-\u00ff]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const pageOf = ([head, ...body]: readonly string[], foot = ''): string =>
  `<html><head><title>${head}</title><meta name="description" content="${body[0]}"></head><body><h1>${head}</h1>` +
  `<div class="content">${body.map((one) => `<p><font face="x">${one}</font></p>`).join('')}</div><p>${foot}</p></body></html>`;
const textOf = (parts: readonly string[]): string => parts.join('\r\n\r\n');

async function read(bytes: Uint8Array, contentType: string | null, fileName: string): Promise<ReadArticle> {
  return readArticle({ bytes, url: 'https://camkhe.example/1', contentType, fileName });
}

const cases: readonly (readonly [note: string, encoding: string, bytes: Uint8Array, type: string | null])[] = [
  ['a page in UTF-8', 'tcvn3', bytesOf(pageOf(tcvn3)), 'text/html; charset=utf-8'],
  ['a page in UTF-8', 'vni', bytesOf(pageOf(vni)), 'text/html; charset=utf-8'],
  ['a page of entities', 'tcvn3', bytesOf(entities(pageOf(tcvn3))), 'text/html'],
  ['a page of entities', 'vni', bytesOf(entities(pageOf(vni))), 'text/html'],
  ['bytes that the server calls western', 'tcvn3', latin1(pageOf(tcvn3)), 'text/html; charset=iso-8859-1'],
  ['bytes that the server calls Vietnamese', 'tcvn3', latin1(pageOf(tcvn3)), 'text/html; charset=windows-1258'],
  ['bytes of which nobody says anything', 'vni', latin1(pageOf(vni)), null],
  ['bytes of which a wrong word is said', 'vni', latin1(pageOf(vni)), 'text/html; charset=gbk'],
  ['a page under a footer in Unicode', 'tcvn3', bytesOf(pageOf(tcvn3, footer)), 'text/html'],
  [
    'bytes above a footer in UTF-8',
    'tcvn3',
    Uint8Array.from([...latin1(pageOf(tcvn3)), ...bytesOf(`\n<p>${footer}</p>`)]),
    null,
  ],
];

describe('pages typed for a legacy font', () => {
  it.each(cases)('%s: %s', async (_, encoding, bytes, type) => {
    expect(await read(bytes, type, 'a.html')).toMatchObject({
      status: 'ok',
      encoding,
      title,
      text: expect.stringContaining(`${first}\n\n${second}`),
    });
  });

  it.each([
    ['tcvn3', bytesOf(textOf(tcvn3))],
    ['tcvn3', latin1(textOf(tcvn3))],
    ['vni', bytesOf(textOf(vni))],
    ['vni', latin1(textOf(vni))],
    ['double-utf-8', bytesOf(iconv.decode(Buffer.from(textOf([title, first, second])), 'latin1'))],
  ])('text files: %s', async (encoding, bytes) => {
    expect(await read(bytes, null, 'a.txt')).toMatchObject({ encoding, title, text: `${first}\n\n${second}` });
  });

  it('come from the bytes as they look, since offsets count in that', async () => {
    const decoded = await decodeBytes(latin1(textOf(tcvn3)), 'iso-8859-1');
    expect(decoded).toMatchObject({ encoding: 'windows-1252', text: textOf(tcvn3) });
  });

  it('leave ordinary pages as they are', async () => {
    const french = [
      'Réunion de la fédération',
      'Où était le comité ?',
      'À côté de la forêt, été comme hiver, ça ira là-bas.',
    ];
    expect(await read(bytesOf(pageOf([title, first, second])), 'text/html', 'a.html')).toMatchObject({
      encoding: 'utf-8',
    });
    expect(await read(bytesOf(textOf(french)), null, 'a.txt')).toMatchObject({
      encoding: 'utf-8',
      title: french[0],
    });
  });
});
