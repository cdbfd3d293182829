/** Small DOCX files made by hand: paragraphs, tables and a page head as WordprocessingML in an archive of our own. */
import { packFile, packZip } from '../ingest/read/zip-packing.ts';

export interface DocxContent {
  /** A string is a paragraph, a list of lists a table by rows. */
  readonly body: readonly (string | readonly (readonly string[])[])[];
  readonly header?: readonly string[];
  readonly footnote?: string;
}

export function makeDocx({ body, header, footnote }: DocxContent): Uint8Array {
  const blocks = body.map((block) => (typeof block === 'string' ? paragraph(block) : table(block))).join('');
  const mark =
    footnote === undefined
      ? ''
      : '<w:p><w:r><w:t>Có chú thích</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>';
  const headed = header === undefined ? '' : '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>';
  const parts: (readonly [name: string, content: string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="${WORD}.header+xml"/><Override PartName="/word/footnotes.xml" ContentType="${WORD}.footnotes+xml"/></Types>`,
    ],
    ['_rels/.rels', relations([['rId9', 'officeDocument', 'word/document.xml']])],
    ['word/document.xml', xml('document', `<w:body>${blocks}${mark}${headed}</w:body>`)],
    [
      'word/_rels/document.xml.rels',
      relations([
        ['rId1', 'header', 'header1.xml'],
        ['rId2', 'footnotes', 'footnotes.xml'],
      ]),
    ],
    ['word/header1.xml', xml('hdr', (header ?? []).map(paragraph).join(''))],
    [
      'word/footnotes.xml',
      xml('footnotes', footnote === undefined ? '' : `<w:footnote w:id="2">${paragraph(footnote)}</w:footnote>`),
    ],
  ];
  return packZip(parts.map(([name, content]) => packFile(name, new TextEncoder().encode(content), 6)));
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relations(rows: readonly (readonly [id: string, type: string, target: string])[]): string {
  const list = rows.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

function xml(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}">${content}</w:${root}>`;
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string => row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}
