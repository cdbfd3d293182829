import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { composeText, decodeBytes } from './charset.ts';

const sentence = 'Hội nghị giao ban của Thành ủy Cẩm Khê nghe báo cáo về chỉnh trang đô thị.';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const windows1258 = (text: string): Uint8Array =>
  iconv.encode(text.normalize('NFC').replace(/[ầ-ỹ]/gu, split), 'win1258');

/** Windows-1258 has the vowels with hat or horn, and the tone as a mark of its own. */
function split(letter: string): string {
  const parts = [...letter.normalize('NFD')];
  const tone = parts.filter((part) => '\u0300\u0301\u0303\u0309\u0323'.includes(part)).join('');
  return (
    parts
      .filter((part) => !tone.includes(part))
      .join('')
      .normalize('NFC') + tone
  );
}

describe('decodeBytes', () => {
  const cases: readonly { note: string; bytes: Uint8Array; declared: string | null; encoding: string; text: string }[] =
    [
      { note: 'plain UTF-8', bytes: utf8(sentence), declared: null, encoding: 'utf-8', text: sentence },
      {
        note: 'UTF-8 although the header lies',
        bytes: utf8(sentence),
        declared: 'text/html; charset=iso-8859-1',
        encoding: 'utf-8',
        text: sentence,
      },
      {
        note: 'a byte order mark stays, as offsets count it',
        bytes: utf8(`\uFEFF${sentence}`),
        declared: null,
        encoding: 'utf-8',
        text: `\uFEFF${sentence}`,
      },
      {
        note: 'decomposed text is not composed',
        bytes: utf8(sentence.normalize('NFD')),
        declared: null,
        encoding: 'utf-8',
        text: sentence.normalize('NFD'),
      },
      {
        note: 'line ends stay',
        bytes: utf8('Một\r\nHai\r\n'),
        declared: null,
        encoding: 'utf-8',
        text: 'Một\r\nHai\r\n',
      },
      {
        note: 'UTF-16 with a mark',
        bytes: Uint8Array.from([0xff, 0xfe, 0xd0, 0x1e, 0x20, 0]),
        declared: null,
        encoding: 'utf-16le',
        text: '\uFEFFỐ ',
      },
      {
        note: 'UTF-16 of a page without a mark',
        bytes: new Uint8Array(Buffer.from('<!doctype html><p>Ố ', 'utf16le')),
        declared: null,
        encoding: 'utf-16le',
        text: '<!doctype html><p>Ố ',
      },
      {
        note: 'the same the other way round, behind an empty line',
        bytes: new Uint8Array(Buffer.from('\n <p>Ố ', 'utf16le').swap16()),
        declared: 'text/html; charset=utf-16',
        encoding: 'utf-16be',
        text: '\n <p>Ố ',
      },
      {
        note: 'a word that begins like a BMP picture',
        bytes: utf8('BMK họp giao ban.'),
        declared: null,
        encoding: 'utf-8',
        text: 'BMK họp giao ban.',
      },
      {
        note: 'UTF-16 without a mark',
        bytes: Uint8Array.from(Buffer.from(sentence, 'utf16le')),
        declared: 'text/html; charset=utf-8',
        encoding: 'utf-16le',
        text: sentence,
      },
      {
        note: 'UTF-16 without a mark, its bytes turned',
        bytes: Uint8Array.from(Buffer.from(sentence, 'utf16le').swap16()),
        declared: null,
        encoding: 'utf-16be',
        text: sentence,
      },
      {
        note: 'UTF-32 with a mark',
        bytes: Uint8Array.from(iconv.encode(sentence, 'utf-32le', { addBOM: true })),
        declared: null,
        encoding: 'utf-32le',
        text: `\uFEFF${sentence}`,
      },
      ...(['utf-32le', 'utf-32be'] as const).map((encoding) => ({
        note: `${encoding} without a mark`,
        bytes: Uint8Array.from(iconv.encode(sentence, encoding, { addBOM: false })),
        declared: null,
        encoding,
        text: sentence,
      })),
      {
        note: 'the mark of UTF-8 before another encoding',
        bytes: Uint8Array.from(Buffer.concat([Buffer.from('\uFEFF'), iconv.encode(sentence.repeat(3), 'viscii')])),
        declared: null,
        encoding: 'viscii',
        text: `\uFEFF${sentence.repeat(3)}`,
      },
      {
        note: 'zeros behind the text',
        bytes: utf8(`${sentence}\0\0\0`),
        declared: null,
        encoding: 'utf-8',
        text: `${sentence}\0\0\0`,
      },
      {
        note: 'a control character pasted into a long text',
        bytes: utf8(`${sentence.repeat(5)}\u0002`),
        declared: null,
        encoding: 'utf-8',
        text: `${sentence.repeat(5)}\u0002`,
      },
      { note: 'an empty file is empty text', bytes: utf8(''), declared: null, encoding: 'utf-8', text: '' },
    ];
  it.each(cases)('$note', async ({ bytes, declared, encoding, text }) => {
    expect(await decodeBytes(bytes, declared)).toEqual({ kind: 'text', text, encoding, replaced: 0 });
  });

  it.each([
    ['declared in the header', windows1258(sentence), 'text/html; charset=windows-1258'],
    ['declared as its western neighbour', windows1258(sentence), 'iso-8859-1'],
    ['not declared', windows1258(sentence), null],
    [
      'declared by the page, wrongly by the server',
      windows1258(`<meta charset="windows-1258"><p>${sentence}`),
      'charset=gbk',
    ],
    ['declared as UTF-8', windows1258(sentence), 'text/html; charset=utf-8'],
    ['declared as Chinese', windows1258(sentence), 'text/html; charset=gb2312'],
    [
      'declared behind long scripts',
      windows1258(`<script>${'a'.repeat(9000)}</script><meta charset="windows-1258"><p>${sentence}`),
      null,
    ],
  ])('windows-1258, %s', async (_, bytes, declared) => {
    const decoded = await decodeBytes(bytes, declared);
    expect(decoded).toMatchObject({ kind: 'text', encoding: 'windows-1258' });
    expect(decoded.kind === 'text' && composeText(decoded.text)).toContain(sentence);
  });

  it('reads TCVN3 where it is declared, and refuses labels that are no text encoding', async () => {
    const tcvn = await decodeBytes(Uint8Array.from(Buffer.from('NghÞ quyÕt', 'latin1')), 'tcvn3');
    expect(tcvn).toMatchObject({ kind: 'text', encoding: 'tcvn', text: 'Nghị quyết' });
    const hostile = await decodeBytes(Uint8Array.from(Buffer.from('caf\xe9 au lait', 'latin1')), 'base64');
    expect(hostile).toMatchObject({ kind: 'text', text: 'café au lait' });
  });

  it.each([
    ['declared', 'text/html; charset=viscii'],
    ['not declared', null],
    ['declared as western', 'iso-8859-1'],
  ])('VISCII, %s', async (_, declared) => {
    const decoded = await decodeBytes(iconv.encode(sentence, 'viscii'), declared);
    expect(decoded).toMatchObject({ kind: 'text', encoding: 'viscii', text: sentence });
  });

  it.each([
    ['French', 'Le comité a été réuni là où il siège déjà, à côté de la forêt.', 'iso-8859-1', 'windows-1252'],
    ['Portuguese', 'A comissão não é só isso: há informação já lá.', null, 'windows-1252'],
    ['Greek', 'Οι ευτυχισμένοι άνθρωποι ζούνε περισσότερα χρόνια', 'iso-8859-7', 'iso-8859-7'],
    ['Chinese', '新华社记者报道 会议在京举行', 'gbk', 'gbk'],
  ])('leaves %s to what is declared or detected', async (_, text, declared, encoding) => {
    const label = declared ?? encoding;
    expect(await decodeBytes(iconv.encode(text, label), declared)).toMatchObject({ kind: 'text', encoding, text });
  });

  it('reads a page in which a program put two encodings together', async () => {
    const foot = 'Cổng thông tin điện tử thành phố Cẩm Khê';
    const pieces = [utf8(`<p>${sentence}</p>\n<p>`), windows1258(foot), utf8(`</p><p>${sentence}</p>`)];
    const decoded = await decodeBytes(Uint8Array.from(Buffer.concat(pieces)), null);
    expect(decoded).toMatchObject({ kind: 'text', encoding: 'utf-8', replaced: 0 });
    expect(decoded.kind === 'text' && composeText(decoded.text)).toBe(
      `<p>${sentence}</p>\n<p>${foot}</p><p>${sentence}</p>`,
    );
  });

  it('a letter lost in the middle of UTF-8 costs only itself', async () => {
    const bytes = Buffer.concat([utf8(sentence), Uint8Array.of(0xe1), utf8(sentence)]);
    expect(await decodeBytes(bytes, 'iso-8859-1')).toMatchObject({ encoding: 'utf-8', replaced: 1 });
  });

  it('counts what could not be decoded', async () => {
    const broken = Uint8Array.from([...utf8(sentence), 0xe1, 0xbb]);
    expect(await decodeBytes(broken, 'utf-8')).toMatchObject({ kind: 'text', encoding: 'utf-8', replaced: 1 });
  });

  it.each([
    ['NUL bytes', Uint8Array.from([72, 0, 105, 0]), /control bytes/],
    ['a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]), /image\/jpeg/],
    ['a zip archive', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), /application\/zip|control bytes/],
    ['a PDF of readable characters', utf8('%PDF-1.4 broken'), /application\/pdf/],
    ['an RTF document', utf8('{\\rtf1\\ansi Xin}'), /rtf/],
    ['NUL bytes behind a byte order mark', Uint8Array.from([0xef, 0xbb, 0xbf, 0, 1]), /control bytes/],
  ])('refuses %s', async (_, bytes, reason) => {
    const decoded = await decodeBytes(bytes, null);
    expect(decoded).toMatchObject({ kind: 'not-text', reason: expect.stringMatching(reason) });
  });
});

describe('composeText', () => {
  it('composes and drops byte order marks, also one behind a blank line', () => {
    expect(composeText(`\n\uFEFF${sentence.normalize('NFD')}`)).toBe(`\n${sentence}`);
  });

  it('reads a tone that was typed before the hat of its letter', () => {
    expect(composeText('đo\u0300\u0302ng chí NGUYE\u0303\u0302N Tha\u0301\u0306ng')).toBe('đồng chí NGUYỄN Thắng');
  });
});
