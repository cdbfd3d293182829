import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLines, compareTexts, type ParagraphChange, type TextPart } from './compare-texts.ts';

/** `[-gone-]{+come+}`, a sign before each paragraph: = stayed, - went, + came, ~ was reworded. */
function write(before: string, after: string): string {
  const found = compareTexts(before, after);
  return found.kind === 'too_long' ? 'too long' : found.changes.map(writeParagraph).join('\n');
}

function writeParagraph(change: ParagraphChange): string {
  if (change.kind === 'changed') return `~${writeParts(change.parts)}`;
  return `${{ same: '=', removed: '-', added: '+' }[change.kind]}${change.text}`;
}

function writeParts(parts: readonly TextPart[]): string {
  return parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');
}

describe('compareTexts', () => {
  it.each([
    ['nothing', 'Một.\n\nHai.', 'Một.\n\nHai.', '=Một.\n=Hai.'],
    ['blank lines only', 'Một.\n \nHai.', 'Một.\n\n\n\nHai.\n', '=Một.\n=Hai.'],
    ['a paragraph more', 'Một.\n\nBa.', 'Một.\n\nHai.\n\nBa.', '=Một.\n+Hai.\n=Ba.'],
    ['a paragraph less', 'Một.\n\nHai.\n\nBa.', 'Một.\n\nBa.', '=Một.\n-Hai.\n=Ba.'],
    [
      'a word',
      'Hết.\n\nĐồng chí Lê Văn Thử chủ trì hội nghị.',
      'Hết.\n\nĐồng chí Lê Thị Thử chủ trì hội nghị.',
      '=Hết.\n~Đồng chí Lê [-Văn-]{+Thị+} Thử chủ trì hội nghị.',
    ],
    [
      'several words in a row',
      'Kết quả đạt 18 công trình năm nay.',
      'Kết quả đạt hai mươi công trình năm nay.',
      '~Kết quả đạt [-18-]{+hai mươi+} công trình năm nay.',
    ],
    [
      'another paragraph in its place',
      'Thời tiết hôm nay đẹp.',
      'Ban Thường vụ họp phiên thứ ba.',
      '-Thời tiết hôm nay đẹp.\n+Ban Thường vụ họp phiên thứ ba.',
    ],
    ['all', 'Cũ.', '', '-Cũ.'],
    ['from nothing', '', 'Mới.', '+Mới.'],
  ])('tells %s', (_what, before, after, expected) => {
    expect(write(before, after)).toBe(expected);
  });

  it('gives both texts back, whatever they are', () => {
    const paragraph = fc.array(fc.constantFrom('hội', 'nghị', 'Thành', 'ủy', '21-NQ/TU', 'báo', 'cáo'), {
      minLength: 1,
      maxLength: 12,
    });
    const text = fc.array(
      paragraph.map((words) => words.join(' ')),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = compareTexts(before.join('\n\n'), after.join('\n\n'));
        if (found.kind === 'too_long') throw new Error('Comparing short texts: expected changes, got too_long');
        expect(side(found.changes, 'removed').sort()).toEqual([...before].sort());
        expect(side(found.changes, 'added')).toEqual(after);
      }),
    );
  });

  it('is bounded', () => {
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => `Đoạn thứ ${from + index}.`).join('\n\n');
    expect(compareTexts(many(0, 2001), many(5000, 10)).kind).toBe('too_long');
    // What stands the same before and behind costs nothing.
    expect(compareTexts(many(0, 9000), `${many(0, 9000)}\n\nThêm.`).kind).toBe('compared');
    const long = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word}${index % 7} ${index}`).join(' ');
    expect(write(long('a'), long('b'))).toMatch(/^-a0 0 .*\n\+b0 0 /s);
    const pages = (word: string) =>
      Array.from(
        { length: 60 },
        (_, n) => `${n} ${Array.from({ length: 900 }, (_, i) => (i % 2 ? word : i)).join(' ')}`,
      );
    expect(compareTexts(pages('a').join('\n\n'), pages('b').join('\n\n')).kind).toBe('compared');
  });
});

describe('compareLines', () => {
  it.each([
    ['Giao ban quý 1', 'Giao ban quý 2', 'Giao ban quý [-1-]{+2+}'],
    ['', 'Giao ban', '{+Giao ban+}'],
    ['Giao ban', 'Giao ban', 'Giao ban'],
  ])('%s → %s', (before, after, expected) => {
    expect(writeParts(compareLines(before, after))).toBe(expected);
  });
});

function side(changes: readonly ParagraphChange[], kind: 'added' | 'removed'): string[] {
  return changes.flatMap((change) => {
    if (change.kind === 'same' || change.kind === kind) return [change.text];
    if (change.kind !== 'changed') return [];
    return [
      change.parts
        .filter((part) => part.kind === 'same' || part.kind === kind)
        .map(({ text }) => text)
        .join(''),
    ];
  });
}
