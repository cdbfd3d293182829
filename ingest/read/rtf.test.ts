import { describe, expect, it } from 'vitest';
import { readRtf } from './rtf.ts';

const rtf = (source: string): Uint8Array => Uint8Array.from(source, (letter) => letter.charCodeAt(0));
const read = async (source: string) => await readRtf(rtf(source));

describe('readRtf', () => {
  it.each([
    ['letters and ends of paragraphs', '{\\rtf1 Mot\\par Hai\r\n ba\\line bon}', ['Mot', 'Hai ba', 'bon']],
    ['Unicode with a stand-in', '{\\rtf1\\uc1 Ngh\\u7883? quy\\u7871?t}', ['Nghị quyết']],
    ['Unicode without one', '{\\rtf1\\uc0 Ngh\\u7883  quy\\u7871 t}', ['Nghị quyết']],
    ['Unicode with a hex stand-in', "{\\rtf1\\uc1 \\u272\\'d0\\u7843\\'3fng}", ['Đảng']],
    ['a negative number', '{\\rtf1 a\\u-225?b}', ['a\uFF1Fb']],
    ['bytes of the document', "{\\rtf1\\ansi\\ansicpg1258 \\'d0a\\'d2ng}", ['Đảng']],
    [
      'bytes of a Vietnamese font',
      "{\\rtf1\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f5\\fcharset163 B;}}\\f5 \\'d0a\\'d2ng}",
      ['Đảng'],
    ],
    [
      'what is no text',
      '{\\rtf1{\\info{\\title X}}{\\*\\generator Y;}{\\stylesheet{\\s0 Z;}}{\\pict\\bin4 }{{}}{\\footer 2}Chu}',
      ['Chu'],
    ],
    ['a mark to be ignored that opens no group', '{\\rtf1 {\\b0\\*\\cs7 Mot} {\r\n\\*\\abc Hai}ba}', ['Mot ba']],
    ['lists outside of their table', "{\\rtf1{\\list{\\listlevel{\\leveltext \\'02\\'00.}}}Chu}", ['Chu']],
    ['cells', '{\\rtf1\\trowd Xa\\cell So ho\\cell\\row Cao\\cell 12\\cell\\row}', ['Xa\tSo ho', 'Cao\t12']],
    ['signs', '{\\rtf1 21\\_NQ\\~TU \\{a\\}\\endash\\ldblquote b\\rdblquote}', ['21-NQ TU {a}–“b”']],
    ['more braces closed than opened', '{\\rtf1 a}}} b', ['a b']],
  ])('%s', async (_, source, paragraphs) => {
    expect(await read(source)).toMatchObject({ kind: 'text', paragraphs });
  });

  it('tells the encoding of bytes', async () => {
    expect(await read("{\\rtf1\\ansicpg1258 \\'d0}")).toMatchObject({ encoding: 'windows-1258' });
    expect(await read('{\\rtf1 a}')).toMatchObject({ encoding: null });
  });

  it('stops at groups without end', async () => {
    expect(await read(`{\\rtf1 ${'{'.repeat(100_000)}`)).toMatchObject({ kind: 'unread', status: 'failed' });
  });

  it('comes to an end with a million marks that stand for nothing', async () => {
    const marks = `{\\rtf1 ${'\\\u0027f'.repeat(500_000)}${'\\'.repeat(500_000)}`;
    expect(await read(marks)).toMatchObject({ kind: 'text', paragraphs: [expect.stringMatching(/^f{500000}/)] });
  });
});
