/**
 * The words of a printed page with their places → its lines in reading order.
 *
 * The order in which a page was drawn is kept: for office programs it is the reading order. Only where two columns of prose stand
 * side by side is the left one read before the right one, whatever the drawing did; tables and the two halves of a document's
 * head are no prose and stay row by row. A line that crosses the gap (a heading, a page's foot) parts what is above it from what is below.
 */

/** Some words at a place, in points from the left and the top of the page. */
export interface PrintedPiece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the line the letters stand on. */
  readonly base: number;
  readonly size: number;
  /** Nothing of this line follows in the drawing. */
  readonly endsLine: boolean;
}

/** Lines as printed, with a tab between what stands apart in one. */
export function orderPieces(pieces: readonly PrintedPiece[]): readonly string[] {
  const cells = dropTwins(formCells(pieces));
  const lines: string[] = [];
  let before: Cell | null = null;
  for (const cell of orderCells(cells, MOST_GAPS)) {
    const last = lines.length - 1;
    if (before?.line === cell.line) lines[last] = `${lines[last]}\t${cell.text}`;
    else lines.push(cell.text);
    before = cell;
  }
  return lines;
}

interface Cell {
  readonly line: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
}

/** A blank this wide, in points and in sizes of letters, parts two cells; justified words stand closer. */
const APART = 8;
const APART_SIZES = 1.3;

function formCells(pieces: readonly PrintedPiece[]): readonly Cell[] {
  const cells: Cell[] = [];
  let line = 0;
  let isOpen = false;
  for (const piece of pieces) {
    const last = cells.at(-1);
    if (piece.text.trim() === '') {
      if (isOpen && last !== undefined) cells[cells.length - 1] = { ...last, text: `${last.text} ` };
    } else if (isOpen && last !== undefined && isSameLine(last, piece)) {
      const isApart = piece.left - last.right > Math.max(APART, APART_SIZES * piece.size);
      if (isApart) cells.push({ ...piece, line });
      else
        cells[cells.length - 1] = { ...last, text: last.text + piece.text, right: Math.max(last.right, piece.right) };
    } else {
      line += 1;
      cells.push({ ...piece, line });
    }
    isOpen = !piece.endsLine;
  }
  return cells;
}

/** Raised and lowered letters stay in their line; what was drawn further left or on another line does not. */
function isSameLine(last: Cell, piece: PrintedPiece): boolean {
  return Math.abs(piece.base - last.base) <= piece.size + 1 && piece.left > last.left - 1;
}

/** Shadows and false bold are the same words drawn twice. */
function dropTwins(cells: readonly Cell[]): readonly Cell[] {
  const seen = new Set<string>();
  return cells.filter(({ text, left, base }) => {
    const key = `${Math.round(left / 2)} ${Math.round(base / 2)} ${text.trim()}`;
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

/** Two gaps make three columns. */
const MOST_GAPS = 3;
const FEWEST_LINES = 6;

function orderCells(cells: readonly Cell[], gapsLeft: number): readonly Cell[] {
  const gap = gapsLeft === 0 ? null : findGap(cells);
  if (gap === null) return cells;
  const isBeyond = tellBeyond(cells);
  const lines = new Set(
    cells.filter((cell) => sideOf(cell, gap) === 'across' || isBeyond(cell)).map(({ line }) => line),
  );
  const across = cells.filter(({ line }) => lines.has(line)).sort((a, b) => a.base - b.base);
  const beside = cells.filter(({ line }) => !lines.has(line));
  const ordered: Cell[] = [];
  let top = Number.NEGATIVE_INFINITY;
  for (const cell of [...across, null]) {
    const bottom = cell?.base ?? Number.POSITIVE_INFINITY;
    const within = beside.filter(({ base }) => base >= top && base < bottom);
    for (const side of ['left', 'right'] as const) {
      const column = within.filter((one) => sideOf(one, gap) === side);
      ordered.push(...orderCells(column, gapsLeft - 1));
    }
    if (cell !== null) ordered.push(cell);
    top = bottom;
  }
  return ordered;
}

/** Whether a cell stands well above or below all long lines, as a page's head and foot do. */
function tellBeyond(cells: readonly Cell[]): (cell: Cell) => boolean {
  const bases = cells.flatMap(({ text, base }) => (text.trim().length >= LONG ? [base] : [])).sort((a, b) => a - b);
  const steps = bases.map((base, at) => base - (bases[at - 1] ?? base)).filter((step) => step > 1);
  const step = steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  const [top, bottom] = [(bases[0] ?? 0) - 1.7 * step, (bases.at(-1) ?? 0) + 1.7 * step];
  return ({ base }) => base < top || base > bottom;
}

function sideOf(cell: Cell, gap: number): 'left' | 'right' | 'across' {
  if (cell.right <= gap + 1) return 'left';
  return cell.left >= gap - 1 ? 'right' : 'across';
}

/** Where a right column of prose begins beside a left one; null where there is none. */
function findGap(cells: readonly Cell[]): number | null {
  const long = cells.filter(({ text }) => text.trim().length >= LONG);
  if (long.length < 2 * FEWEST_LINES) return null;
  const [from, to] = [Math.min(...long.map(({ left }) => left)), Math.max(...long.map(({ right }) => right))];
  const counts = new Map<number, number>();
  for (const { left } of long) {
    const at = Math.round(left);
    if (at > from + (to - from) * 0.2 && at < from + (to - from) * 0.8) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const edges = [...counts].filter(([, count]) => count >= FEWEST_LINES / 2).sort(([, a], [, b]) => b - a);
  return edges.slice(0, MOST_EDGES).find(([edge]) => isGap(long, edge))?.[0] ?? null;
}

/** Shorter cells (numbers, ends of paragraphs) tell nothing of columns. */
const LONG = 12;
/** Lines of prose are longer on the average than names and figures in a list. */
const PROSE = 22;
const MOST_EDGES = 8;
/** How many of the long lines may cross a gap: headings, and the summary above an article. */
const MOST_ACROSS = 0.4;

function isGap(cells: readonly Cell[], edge: number): boolean {
  const on = (side: ReturnType<typeof sideOf>): readonly Cell[] => cells.filter((cell) => sideOf(cell, edge) === side);
  const [left, right, across] = [on('left'), on('right'), on('across')];
  if (across.length > cells.length * MOST_ACROSS || !isProse(left) || !isProse(right)) return false;
  // Side by side, and not one below the other.
  const [top, bottom] = [Math.min(...right.map(({ base }) => base)), Math.max(...right.map(({ base }) => base))];
  return left.filter(({ base }) => base >= top && base <= bottom).length >= FEWEST_LINES / 2;
}

/** Lines of prose go on where the one before broke off: most begin with a small letter. Rows of a table begin anew. */
function isProse(cells: readonly Cell[]): boolean {
  const goingOn = cells.filter(({ text }) => /^[\s"“(]{0,3}\p{Ll}/u.test(text)).length;
  const letters = cells.reduce((sum, { text }) => sum + text.trim().length, 0);
  return cells.length >= FEWEST_LINES && goingOn >= cells.length * 0.5 && letters >= cells.length * PROSE;
}
