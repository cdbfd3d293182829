/**
 * Small PDFs made by hand, for what only a whole file can show: Vietnamese letters through a ToUnicode map, columns, pages
 * without words, a password, faults.
 */
export interface PdfOptions {
  /** What the page tree states, whatever there is. */
  readonly claimedPages?: number;
  readonly isEncrypted?: boolean;
  /** Fills every page, below its words. */
  readonly picture?: Bitmap;
}

/** Rows from top to bottom; anything but a blank is black. */
export type Bitmap = readonly string[];

/** A PDF of these pages, each a list of lines from top to bottom; a tab begins the right column, which is drawn with the left one. */
export function makePdf(pages: readonly (readonly string[])[], options: PdfOptions = {}): Uint8Array {
  const letters = [...new Set(pages.flat().join(''))].filter((letter) => letter !== '\t');
  const kids = pages.map((_, index) => `${7 + index * 2} 0 R`).join(' ');
  const { picture } = options;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${options.claimedPages ?? pages.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Hand /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Hand /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Hand /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
    stream(unicodeMap(letters)),
    picture === undefined ? 'null' : drawBitmap(picture),
    ...pages.flatMap((lines, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /I1 6 0 R >> >> /Contents ${8 + index * 2} 0 R >>`,
      stream([picture === undefined ? '' : 'q 595 0 0 842 0 0 cm /I1 Do Q', ...lines.flatMap(drawLine)].join('\n')),
    ]),
  ];
  return assemble(objects, options.isEncrypted ?? false);
}

/** Leads between lines; columns begin at the left margin and in the middle. */
function drawLine(line: string, index: number): readonly string[] {
  return line.split('\t').map((cell, column) => {
    const codes = [...cell].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    return `BT /F1 8 Tf ${60 + column * 260} ${800 - index * 14} Td <${codes}> Tj ET`;
  });
}

/** One bit a dot, black where the bit is 0, in hexadecimal digits. */
function drawBitmap(rows: Bitmap): string {
  const width = Math.max(...rows.map((row) => row.length));
  const hex = rows.map((row) => {
    const bits = [...row.padEnd(Math.ceil(width / 8) * 8)].map((dot) => (dot === ' ' ? '1' : '0')).join('');
    return bits.replace(/.{4}/g, (four) => Number.parseInt(four, 2).toString(16));
  });
  const facts = `/Type /XObject /Subtype /Image /Width ${width} /Height ${rows.length} /ColorSpace /DeviceGray /BitsPerComponent 1`;
  const content = `${hex.join('')}>`;
  return `<< ${facts} /Filter /ASCIIHexDecode /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function unicodeMap(letters: readonly string[]): string {
  const rows: string[] = [];
  for (let at = 0; at < letters.length; at += 100) {
    const some = letters.slice(at, at + 100).map((letter) => {
      const code = letter.charCodeAt(0).toString(16).padStart(4, '0');
      return `<${code}> <${code}>`;
    });
    rows.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${rows.join('\n')}\nendcmap end end`;
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function assemble(objects: readonly string[], isEncrypted: boolean): Uint8Array {
  let file = '%PDF-1.7\n';
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const secret = '00'.repeat(32);
  const lock = isEncrypted
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -44 >> /ID [<${'ab'.repeat(16)}> <${'ab'.repeat(16)}>]`
    : '';
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R ${lock} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`);
}
