/**
 * Small files that are made to hurt whoever opens them: bombs, endless counts, nesting without end, rings. Each is built from a rule,
 * so that none has to be kept, and says how it may be answered.
 */
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import type { ReadStatus } from '../ingest/read/article.ts';
import { packFile, packZip } from '../ingest/read/zip-packing.ts';

export interface HostileFile {
  readonly name: string;
  readonly make: () => Uint8Array;
  readonly answers: readonly ReadStatus[];
}

export const hostileFiles: readonly HostileFile[] = [
  { name: 'a Word document of a gigabyte of zeros', make: () => makeZip(makeBomb(1000)), answers: ['too_big'] },
  {
    name: 'a Word document that nests 300,000 tables',
    make: () => makeZip(deflateRawSync(`<w:document xmlns:w="urn:w"><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(300_000)}`)),
    answers: ['failed', 'too_big'],
  },
  {
    name: 'a Word document whose words are one billion by entities',
    make: () =>
      makeZip(
        deflateRawSync(
          `<!DOCTYPE d [<!ENTITY a "ha">${[...'bcdefghij'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'.charAt(at)};`.repeat(10)}">`).join('')}]><w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`,
        ),
      ),
    answers: ['failed', 'ok'],
  },
  { name: 'a page of a million nested tags', make: () => bytesOf('<div>'.repeat(1_000_000)), answers: ['failed'] },
  {
    name: 'a page of a million attributes',
    make: () => bytesOf(`<p ${'a=b '.repeat(1_000_000)}>Chữ</p>`),
    answers: ['ok', 'failed', 'text_unavailable'],
  },
  {
    name: 'a PDF that claims two billion pages',
    make: () => makeHostilePdf({ pages: '<< /Type /Pages /Count 2147483647 /Kids [4 0 R] >>' }),
    answers: ['too_big', 'failed', 'needs_ocr'],
  },
  {
    name: 'a PDF whose pages are a ring',
    make: () => makeHostilePdf({ pages: '<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>' }),
    answers: ['failed', 'needs_ocr'],
  },
  {
    name: 'a PDF that nests 200,000 lists',
    make: () => makeHostilePdf({ page: `<< /Type /Page /Parent 2 0 R /MediaBox ${'['.repeat(200_000)} >>` }),
    answers: ['failed', 'needs_ocr'],
  },
  {
    name: 'a PDF page as long as a street, with a picture of a terabyte',
    make: () =>
      makeHostilePdf({
        page: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 9999999] /Resources << /XObject << /I 6 0 R >> >> /Contents 5 0 R >>',
        content: '/I Do',
        more: '<< /Type /XObject /Subtype /Image /Width 1000000 /Height 1000000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
      }),
    answers: ['needs_ocr', 'failed'],
  },
  {
    name: 'a PDF with a broken picture of a kind that is not drawn',
    make: () =>
      makeHostilePdf({
        page: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 399 400] /Resources << /XObject << /I 6 0 R >> >> /Contents 5 0 R >>',
        content: '/I Do',
        more: '<< /Type /XObject /Subtype /Image /Width 399 /Height 400 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode /Length 1 >>\nstream\n0\nendstream',
      }),
    answers: ['needs_ocr'],
  },
  {
    name: 'a PDF form that draws itself',
    make: () =>
      makeHostilePdf({
        page: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /F 6 0 R >> >> /Contents 5 0 R >>',
        content: '/F Do',
        more: '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 6 0 R >> >> /Length 5 >>\nstream\n/F Do\nendstream',
      }),
    answers: ['needs_ocr', 'failed'],
  },
  {
    name: 'a PDF page packed 40 times in itself',
    make: () => makeHostilePdf({ filter: Array.from({ length: 40 }, () => '/FlateDecode'), content: deflateTimes(40) }),
    answers: ['needs_ocr', 'failed'],
  },
  {
    name: 'an RTF of a million open groups',
    make: () => bytesOf(`{\\rtf1 ${'{'.repeat(1_000_000)}`),
    answers: ['failed'],
  },
  {
    name: 'an old Office file whose chain of sectors is a ring',
    make: () => {
      const bytes = new Uint8Array(4096).fill(0);
      bytes.set([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        ...new Array<number>(16).fill(0),
        0x3e,
        0,
        3,
        0,
        0xfe,
        0xff,
        9,
        0,
        6,
      ]);
      bytes.set(Buffer.from('WordDocument', 'utf16le'), 1024);
      return bytes;
    },
    answers: ['failed'],
  },
];

/** A Word document with this body, deflated already, which states a size of one byte. */
function makeZip(deflated: Uint8Array): Uint8Array {
  return packZip([
    packFile('[Content_Types].xml', bytesOf('<Types/>')),
    { name: 'word/document.xml', deflated, size: 1, crc: 0 },
  ]);
}

/** Megabytes of zeros: one deflated, and repeated. */
function makeBomb(megabytes: number): Uint8Array {
  const one = deflateRawSync(Buffer.alloc(1_000_000), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: megabytes }, () => one), Buffer.from([3, 0])]);
}

function deflateTimes(times: number): string {
  let packed: Uint8Array = bytesOf('q Q '.repeat(1000));
  for (let time = 0; time < times; time += 1) packed = deflateSync(packed);
  return Buffer.from(packed).toString('latin1');
}

interface PdfParts {
  readonly pages?: string;
  readonly page?: string;
  readonly filter?: readonly string[];
  readonly content?: string;
  readonly more?: string;
}

/** Without a table of its objects, which readers then look for themselves. */
function makeHostilePdf({ pages, page, filter = [], content = '', more = 'null' }: PdfParts): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    pages ?? '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
    'null',
    page ?? '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R >>',
    `<< /Length ${content.length} /Filter [${filter.join(' ')}] >>\nstream\n${content}\nendstream`,
    more,
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Uint8Array.from(Buffer.from(`%PDF-1.7\n${body}trailer\n<< /Root 1 0 R /Size 7 >>\n%%EOF\n`, 'latin1'));
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
