/**
 * An opened PDF → the words of its pages with their places.
 *
 * pdf-parse hands out strings only, and without places two columns that were drawn across cannot be told apart. So the document
 * that it opened is asked itself. Its types do not show it, hence the schemas; the pinned version keeps it where it is.
 */
import type { PDFParse } from 'pdf-parse';
import { z } from 'zod';
import type { PrintedPiece } from './printed-cells.ts';

export interface PdfDocument {
  readonly pages: number;
  /** Words in the order of their drawing; `page` counts from 1. */
  readonly readPage: (page: number) => Promise<readonly PrintedPiece[]>;
  /** The page as a PNG that letters can be recognised in; null where it has no size of a page. */
  readonly drawPage: (page: number) => Promise<Uint8Array | null>;
}

/** Opens what the parser was given. Throws the parser's own errors for what is broken or locked. */
export async function openPdf(parser: PDFParse): Promise<PdfDocument> {
  // There is no page 0: asked for it, the parser only opens the file.
  const { total } = await parser.getText({ partial: [0] });
  const opened = documentSchema.parse(Reflect.get(parser, 'doc'));
  return {
    pages: total,
    readPage: (page) => readPage(opened, page),
    drawPage: (page) => drawPage(parser, opened, page),
  };
}

/** Points of the longer side: letters of 14 points then have some 24 dots, which is enough; more only takes longer. */
const DRAWN = 1414;
/** Strips of more than this shape, which may be endless, are no pages. */
const LONGEST_SHAPE = 4;

type Method = (...given: readonly unknown[]) => unknown;
const documentSchema = z.custom<Readonly<Record<'getPage', Method>>>((value) => hasMethods(value, ['getPage']));
const pageSchema = z.custom<Readonly<Record<'getViewport' | 'getTextContent' | 'cleanup', Method>>>((value) =>
  hasMethods(value, ['getViewport', 'getTextContent', 'cleanup']),
);
const matrixSchema = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);
const viewportSchema = z.object({ transform: matrixSchema, width: z.number(), height: z.number() });
const contentSchema = z.object({
  items: z.array(
    z.object({ str: z.string(), transform: matrixSchema, width: z.number(), height: z.number(), hasEOL: z.boolean() }),
  ),
});

type Matrix = z.infer<typeof matrixSchema>;

async function readPage(opened: z.infer<typeof documentSchema>, number: number): Promise<readonly PrintedPiece[]> {
  const page = pageSchema.parse(await opened.getPage(number));
  const { transform } = viewportSchema.parse(page.getViewport({ scale: 1 }));
  const { items } = contentSchema.parse(await page.getTextContent({}));
  page.cleanup();
  return items.map((item) => {
    const [left, base] = place(transform, item.transform);
    const size = item.height === 0 ? Math.hypot(item.transform[2], item.transform[3]) : item.height;
    return { text: item.str, left, right: left + item.width, base, size, endsLine: item.hasEOL };
  });
}

async function drawPage(
  parser: PDFParse,
  opened: z.infer<typeof documentSchema>,
  number: number,
): Promise<Uint8Array | null> {
  const page = pageSchema.parse(await opened.getPage(number));
  const { width, height } = viewportSchema.parse(page.getViewport({ scale: 1 }));
  if (!(width > 0 && height > 0) || Math.max(width / height, height / width) > LONGEST_SHAPE) return null;
  const desiredWidth = Math.round(DRAWN * Math.min(1, width / height));
  const drawn = await parser.getScreenshot({ partial: [number], desiredWidth, imageBuffer: true, imageDataUrl: false });
  return drawn.pages[0]?.data ?? null;
}

/** Where a piece begins: on paper y counts from below, on a screen from above, and pages may be turned. */
function place([a, b, c, d, e, f]: Matrix, [, , , , x, y]: Matrix): readonly [left: number, base: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function hasMethods(value: unknown, names: readonly string[]): boolean {
  return (
    typeof value === 'object' && value !== null && names.every((name) => typeof Reflect.get(value, name) === 'function')
  );
}
