import { describe, expect, it } from 'vitest';
import { type Bitmap, makePdf } from '../../test/pdf-file.ts';
import { recognizePages } from './ocr.ts';
import { readPdf } from './pdf.ts';

/** Letters of 7 by 9 strokes, drawn large: what a scanner would see of a line. */
const letters: Readonly<Record<string, readonly string[]>> = {
  H: ['##   ##', '##   ##', '##   ##', '##   ##', '#######', '#######', '##   ##', '##   ##', '##   ##'],
  E: ['#######', '#######', '##     ', '##     ', '###### ', '##     ', '##     ', '#######', '#######'],
  L: ['##     ', '##     ', '##     ', '##     ', '##     ', '##     ', '##     ', '#######', '#######'],
  T: ['########', '########', '   ##   ', '   ##   ', '   ##   ', '   ##   ', '   ##   ', '   ##   ', '   ##   '],
  I: ['##', '##', '##', '##', '##', '##', '##', '##', '##'],
  ' ': Array.from({ length: 9 }, () => '     '),
};

/** Lines of such letters on a page of 600 by 848 dots. */
function scan(lines: readonly string[]): Bitmap {
  const rows = Array.from({ length: 848 }, () => ' '.repeat(600));
  for (const [at, line] of lines.entries()) {
    const strokes = Array.from({ length: 9 }, (_, row) =>
      [...line].map((letter) => letters[letter]?.[row] ?? '').join('  '),
    );
    for (const [row, stroke] of strokes.entries()) {
      const wide = `${' '.repeat(60)}${stroke.replace(/./g, (dot) => dot.repeat(3))}`.padEnd(600);
      for (let copy = 0; copy < 3; copy += 1) rows[80 + at * 60 + row * 3 + copy] = wide;
    }
  }
  return rows;
}

const page = scan(['THE HILL', 'THE HILT', 'TELL THE TITLE']);

describe('scanned pages', () => {
  it('are recognised, and say so', { timeout: 60_000 }, async () => {
    const file = await readPdf(makePdf([[]], { picture: page }), 55_000);
    expect(file).toMatchObject({ kind: 'text', warnings: [{ code: 'ocr' }] });
    expect(file.kind === 'text' && file.lines.join(' ')).toMatch(/THE HILL.{1,20}TELL THE TITLE/);
  });

  it.each([
    ['has no time', [[]], 1, /Only 0 of 1/],
    ['has too many pages', Array.from({ length: 21 }, () => []), 1000, /At most 20/],
    ['is not to be recognised', [[]], 0, /no letters on its 1 pages: they are pictures\.$/],
  ])('wait where a file %s', async (_, pages, withinMs, reason) => {
    const file = await readPdf(makePdf(pages, { picture: page }), withinMs);
    expect(file).toMatchObject({ kind: 'unread', status: 'needs_ocr' });
    expect(file.kind === 'unread' && file.reason).toMatch(reason);
  });

  it('wait where there is nothing to recognise', { timeout: 60_000 }, async () => {
    const file = await readPdf(makePdf([[]], { picture: scan([]) }), 55_000);
    expect(file).toMatchObject({ kind: 'unread', status: 'needs_ocr' });
  });
});

describe('recognizePages', () => {
  it('gives a page that cannot be drawn no words', { timeout: 60_000 }, async () => {
    expect(await recognizePages(1, () => Promise.resolve(null), 55_000)).toEqual({
      kind: 'recognized',
      pages: [{ text: '', confidence: 0 }],
    });
  });

  it.each([
    ['cannot be drawn at all', () => Promise.reject(new Error('no such page')), /no such page/],
    ['is no picture', () => Promise.resolve(new TextEncoder().encode('no picture')), /./],
  ])('says why where a page %s', { timeout: 60_000 }, async (_, draw, reason) => {
    const found = await recognizePages(1, draw, 55_000);
    expect(found.kind).toBe('failed');
    expect(found.kind === 'failed' && found.reason).toMatch(reason);
  });
});
