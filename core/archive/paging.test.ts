import { describe, expect, it } from 'vitest';
import { CursorError, cursorParts, cutPage, formatCursor, parseCursor, streamPages } from './paging.ts';

describe('cursors', () => {
  it('lead back to the place they were made of', () => {
    expect(parseCursor(formatCursor(739_330, 2), cursorParts.number, cursorParts.number)).toEqual(['739330', '2']);
    expect(parseCursor(formatCursor('', 'm1'), cursorParts.day, cursorParts.id)).toEqual(['', 'm1']);
  });

  it.each(['', '~', '1', '1~', '1~2~3', '-1~2', '1~x', '1e3~2', ' 1~2', `${'9'.repeat(16)}~1`, "1' or 1=1~2"])(
    'are refused when nobody made them: %j',
    (cursor) => {
      expect(() => parseCursor(cursor, cursorParts.number, cursorParts.number)).toThrow(CursorError);
    },
  );

  it('are not echoed at length', () => {
    expect(new CursorError('x'.repeat(5000)).message.length).toBeLessThan(200);
  });
});

describe('cutPage', () => {
  const cut = (rows: number[], limit: number) =>
    cutPage(rows, { limit, after: null }, 9, { toItem: (row) => row * 10, toCursor: (row) => `${row}~0` });

  it.each([
    ['more than a page', [1, 2, 3], 2, [10, 20], '2~0'],
    ['just a page', [1, 2], 2, [10, 20], null],
    ['nothing', [], 2, [], null],
  ])('%s', (_note, rows, limit, items, next) => {
    expect(cut(rows, limit)).toEqual({ items, total: 9, next });
  });
});

describe('streamPages', () => {
  it('asks for the page behind the last row until there is none', async () => {
    const asked: (number | null)[] = [];
    const found: number[] = [];
    const rows = streamPages<number>(async (after) => {
      asked.push(after);
      return [1, 2, 3, 4, 5].filter((row) => row > (after ?? 0)).slice(0, 2);
    });
    for await (const row of rows) found.push(row);
    expect(found).toEqual([1, 2, 3, 4, 5]);
    expect(asked).toEqual([null, 2, 4, 5]);
  });
});
