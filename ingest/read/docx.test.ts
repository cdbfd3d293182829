import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeDocx } from '../../test/docx-file.ts';
import { readDocx } from './docx.ts';
import { packFile, packZip } from './zip-packing.ts';

/** A gigabyte of zeros in a megabyte: ten million deflated once, and repeated. */
function makeBomb(): Uint8Array {
  const tenth = deflateRawSync(Buffer.alloc(10_000_000), { finishFlush: constants.Z_FULL_FLUSH });
  const deflated = Buffer.concat([...Array.from({ length: 100 }, () => tenth), Buffer.from([3, 0])]);
  // It states a size of one byte.
  return packZip([
    packFile('[Content_Types].xml', new Uint8Array()),
    { name: 'word/document.xml', deflated, size: 1, crc: 0 },
  ]);
}

describe('readDocx', () => {
  it('reads paragraphs, tables, footnotes and the page head', async () => {
    const bytes = makeDocx({
      header: ['ĐẢNG CỘNG SẢN VIỆT NAM', '2'],
      body: [
        'Thực hiện Nghị quyết số 21-NQ/TU.',
        [
          ['Xã', 'Số hộ'],
          ['Cao Khê', '120'],
        ],
      ],
      footnote: 'Theo Chỉ thị số 18-CT/TW.',
    });
    expect(await readDocx(bytes)).toMatchObject({
      kind: 'text',
      paragraphs: [
        'ĐẢNG CỘNG SẢN VIỆT NAM',
        'Thực hiện Nghị quyết số 21-NQ/TU.',
        'Xã | Số hộ\nCao Khê | 120',
        'Có chú thích',
        'Theo Chỉ thị số 18-CT/TW.',
      ],
    });
  });

  it('composes letters', async () => {
    const file = await readDocx(makeDocx({ body: ['Nghị quyết'.normalize('NFD')] }));
    expect(file).toMatchObject({ paragraphs: ['Nghị quyết'] });
  });

  const sound = makeDocx({ body: ['Một đoạn.'] });
  const locked = Uint8Array.from(sound);
  for (let at = 0; at + 10 < locked.length; at += 1) {
    if (locked[at] === 0x50 && locked[at + 1] === 0x4b && locked[at + 2] === 1 && locked[at + 3] === 2)
      locked[at + 8] = 1;
  }
  const empty = new Uint8Array();
  it.each([
    ['a bomb', makeBomb(), 'too_big', /inflates to more than/],
    [
      'thousands of entries',
      packZip(Array.from({ length: 5000 }, (_, at) => packFile(`${at}.xml`, empty))),
      'too_big',
      /5000/,
    ],
    ['an archive of other things', packZip([packFile('../../etc/a.xml', empty)]), 'failed', /without a Word document/],
    ['no list of entries', sound.subarray(0, 200), 'failed', /list of entries is missing/],
    ['encrypted entries', locked, 'encrypted', /password/],
    [
      'tables in tables without end',
      packZip([
        packFile('[Content_Types].xml', empty),
        packFile('word/document.xml', new TextEncoder().encode('<w:tbl><w:tr a="/">'.repeat(501))),
      ]),
      'failed',
      /deeper than 1000 levels/,
    ],
    [
      'a document that is no XML',
      packZip([
        packFile('[Content_Types].xml', empty),
        packFile('word/document.xml', new TextEncoder().encode('<w:p')),
      ]),
      'failed',
      /broken/,
    ],
  ])('%s', async (_, bytes, status, reason) => {
    const file = await readDocx(bytes);
    expect(file).toMatchObject({ kind: 'unread', status });
    expect(file.kind === 'unread' && file.reason).toMatch(reason);
  });
});
