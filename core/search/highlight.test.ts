import { describe, expect, it } from 'vitest';
import { makeSnippet, markWords } from './highlight.ts';
import { readWords, type Wanted } from './words.ts';

function wantedOf(text: string): readonly Wanted[] {
  const words = readWords(text);
  return words.kind === 'words' ? words.wanted : [];
}

/** The text with what is marked in ⟦ ⟧. */
function draw(text: string, spans: readonly { start: number; end: number }[]): string {
  return [...spans]
    .reverse()
    .reduce((drawn, { start, end }) => `${drawn.slice(0, start)}⟦${drawn.slice(start, end)}⟧${drawn.slice(end)}`, text);
}

describe('markWords', () => {
  const rows: readonly [string, string][] = [
    ['thành ủy', '⟦Thành uỷ⟧ Sông Mơ'],
    ['giải phóng mặt bằng', '⟦Giải phóng mặt bằng⟧ sạch; mặt nước phẳng'],
    ['giải phóng cầu', 'Cứ ⟦giải phóng⟧ là có ⟦cầu⟧, giải thưởng'],
    ['mặt bằng', 'Gương ⟦mặt⟧ hiền, chia ⟦bằng⟧ nhau'],
    ['mặt bằng', '⟦Mặt⟧\n\n⟦bằng⟧'],
    ['đất', 'Đạt chuẩn ⟦đất⟧ sạch'],
    ['đất', '⟦Đạt⟧ chuẩn'],
    ['dat', '⟦Đạt⟧ chuẩn ⟦đất⟧ sạch'],
    ['gpmb', 'Công tác ⟦GPMB⟧ và ⟦giải phóng mặt bằng⟧'],
    ['"mặt bằng"', 'Mặt hàng, ⟦mặt bằng⟧, bằng cấp'],
    ['31-NQ/TU', 'Nghị quyết ⟦31 – NQ / Tu⟧ và 131-NQ/TU'],
    ['nghị quyết 31-NQ/TU', '⟦Nghị quyết⟧ số ⟦31-NQ/TU⟧, nghị trường'],
    ['-cầu bến', 'Cầu và ⟦bến⟧'],
    ['xyzzy', 'Không có gì'],
  ];
  it.each(rows)('%s: %s', (query, drawn) => {
    const text = drawn.replace(/[⟦⟧]/g, '');
    expect(draw(text, markWords(text, wantedOf(query)))).toBe(drawn);
  });
});

describe('makeSnippet', () => {
  const filler = 'Trời trong và gió nhẹ trên bến. ';

  it('gives a short body whole, on one line', () => {
    const { text } = makeSnippet('Một dòng.\n\n  Hai dòng. \n', wantedOf('hai'));
    expect(text).toBe('Một dòng. Hai dòng.');
  });

  it('begins at the sentence of the find and says where it was cut', () => {
    const body = `${filler.repeat(20)}Ông cụ ngồi bên cầu Hạc kể chuyện. ${filler.repeat(20)}`;
    const { text, highlights } = makeSnippet(body, wantedOf('cầu Hạc'));
    expect(draw(text, highlights)).toMatch(/^… Ông cụ ngồi bên ⟦cầu Hạc⟧ kể chuyện\. .* …$/);
    expect(text.length).toBeGreaterThan(150);
    expect(text.length).toBeLessThan(220);
  });

  it('prefers the passage that has more of what is wanted', () => {
    const body = `Cầu mới. ${filler.repeat(20)}Bến có cầu và Hạc. ${filler.repeat(20)}Hạc bay.`;
    const { text } = makeSnippet(body, wantedOf('cầu hạc'));
    expect(text).toContain('Bến có cầu và Hạc.');
  });

  it('shows the beginning when nothing is found in it', () => {
    expect(makeSnippet(filler.repeat(20), wantedOf('xyzzy'))).toMatchObject({ highlights: [] });
    expect(makeSnippet(filler.repeat(20), []).text).toMatch(/^Trời trong .* …$/);
  });

  it('reaches the end without a mark of a cut', () => {
    const { text } = makeSnippet(`${filler.repeat(20)}Hết ở cầu Hạc.`, wantedOf('cầu Hạc'));
    expect(text).toMatch(/^… .*cầu Hạc\.$/);
  });

  it('cuts no word, unless it is endless, and no character in two', () => {
    const words = new Set(filler.trim().split(' '));
    const { text } = makeSnippet(`${filler.repeat(9)}xyz ${filler.repeat(9)}`, wantedOf('xyz'));
    expect(text.split(' ').filter((word) => !words.has(word) && !['…', 'xyz'].includes(word))).toEqual([]);
    const endless = makeSnippet(`😀${'😀'.repeat(500)}`, []).text;
    expect(endless.length).toBeLessThan(220);
    expect(endless).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('marks in the snippet what it marks in the body', () => {
    const { text, highlights } = makeSnippet(`${filler.repeat(20)}Công\ntác   GPMB ở bến.`, wantedOf('công tác gpmb'));
    expect(draw(text, highlights)).toMatch(/⟦Công tác GPMB⟧ ở bến\.$/);
  });

  it.each(['', ' ', '\n\n'])('takes an empty body %j', (body) => {
    expect(makeSnippet(body, wantedOf('cầu'))).toEqual({ text: '', highlights: [] });
  });
});
