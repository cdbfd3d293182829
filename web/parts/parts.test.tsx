import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { aFrame } from '../fixture-parts.ts';
import { Surface } from './document-name.tsx';
import { surenessOf } from './doubt-mark.tsx';
import { OutsideLink } from './link.tsx';
import { Marked } from './marked.tsx';
import { nearPages, Pager } from './pager.tsx';
import { clipEnd, clipStart } from './passage.tsx';
import { fillMonths, Sparkline } from './sparkline.tsx';

describe('Marked', () => {
  const text = 'một <hai> ba';
  it.each([
    ['no mark', [], 'một &lt;hai> ba'],
    ['one mark, escaped inside', [[4, 9]], 'một <mark>&lt;hai></mark> ba'],
    [
      'two marks',
      [
        [0, 3],
        [10, 12],
      ],
      '<mark>một</mark> &lt;hai> <mark>ba</mark>',
    ],
    [
      'an overlap is cut',
      [
        [0, 5],
        [4, 9],
      ],
      '<mark>một &lt;</mark><mark>hai></mark> ba',
    ],
    ['out of range is cut', [[10, 99]], 'một &lt;hai> <mark>ba</mark>'],
    [
      'empty, reversed and broken ranges are no mark',
      [
        [3, 3],
        [5, 2],
        [Number.NaN, 4],
      ],
      'một &lt;hai> ba',
    ],
  ] as const)('%s', (_note, marks, expected) => {
    expect(renderToStaticMarkup(<Marked value={{ text, marks }} />)).toBe(expected);
  });
});

describe('Surface', () => {
  it.each([
    ['Nghị quyết số 21-NQ/Tu', 'Nghị quyết số <span class="code">21-NQ/Tu</span>'],
    ['Nghị quyết này', 'Nghị quyết này'],
    ['Luật số 64/2025/QH15 với một tên rất dài theo sau', 'Luật số 64/2025/QH15 với một tên rất dài theo sau'],
  ])('%s', (text, expected) => {
    expect(renderToStaticMarkup(<Surface text={text} />)).toBe(expected);
  });
});

describe('OutsideLink', () => {
  it('links only where a reader may follow', () => {
    expect(renderToStaticMarkup(<OutsideLink to="https://a.example/x">x</OutsideLink>)).toBe(
      '<a href="https://a.example/x" rel="noopener nofollow" class="outside">x</a>',
    );
    expect(renderToStaticMarkup(<OutsideLink to="javascript:alert(1)">x</OutsideLink>)).toBe('<span>x</span>');
  });
});

describe('surenessOf', () => {
  it.each([
    ['resolved', false, 'certain'],
    ['resolved', true, 'contradictory'],
    ['ambiguous', false, 'doubtful'],
    ['unknown', false, 'doubtful'],
    ['ambiguous', true, 'contradictory'],
  ] as const)('%s, conflict %s: %s', (status, conflict, expected) => {
    expect(surenessOf(status, conflict)).toBe(expected);
  });
});

describe('Pager', () => {
  it.each([
    [1, 1, [1]],
    [1, 9, [1, 2, 3, 9]],
    [5, 9, [1, 3, 4, 5, 6, 7, 9]],
    [9, 9, [1, 7, 8, 9]],
  ])('near page %i of %i', (page, last, expected) => {
    expect(nearPages(page, last)).toEqual(expected);
  });

  it('keeps the address, drops page=1, and is absent where there is one page', () => {
    const frame = aFrame('/tim?q=nq+21&type=NQ&page=2', 'en');
    const html = renderToStaticMarkup(<Pager pages={{ page: 2, perPage: 20, total: 41 }} frame={frame} />);
    expect(html).toContain('href="/tim?q=nq+21&amp;type=NQ&amp;lang=en"');
    expect(html).toContain('href="/tim?q=nq+21&amp;type=NQ&amp;page=3&amp;lang=en"');
    expect(html).toContain('21–40 of 41');
    expect(renderToStaticMarkup(<Pager pages={{ page: 1, perPage: 20, total: 20 }} frame={frame} />)).toBe('');
  });
});

describe('clipping a long sentence', () => {
  it('cuts between words, on the far side of the mention', () => {
    const long = 'từ '.repeat(100);
    expect(clipStart(long)).toMatch(/^…\u00a0từ .*từ $/);
    expect(clipEnd(long)).toMatch(/^từ .*từ\u00a0…$/);
    expect(clipStart(long).length).toBeLessThan(160);
    expect([clipStart('ngắn '), clipEnd(' ngắn')]).toEqual(['ngắn ', ' ngắn']);
  });
});

describe('Sparkline', () => {
  it('fills the months between, over the turn of the year', () => {
    const filled = fillMonths([
      { month: '2023-02', count: 4 },
      { month: '2022-11', count: 1 },
      { month: 'x', count: 9 },
    ]);
    expect(filled).toEqual([
      { month: '2022-11', count: 1 },
      { month: '2022-12', count: 0 },
      { month: '2023-01', count: 0 },
      { month: '2023-02', count: 4 },
    ]);
  });

  it('says in words what it draws, and draws no single month', () => {
    const trend = [
      { month: '2022-11', count: 1 },
      { month: '2023-02', count: 4 },
    ];
    expect(renderToStaticMarkup(<Sparkline trend={trend} lang="vi" />)).toContain(
      'aria-label="Lượt nhắc theo tháng từ 11/2022 đến 2/2023; nhiều nhất 4 lượt, vào 2/2023"',
    );
    expect(renderToStaticMarkup(<Sparkline trend={trend.slice(0, 1)} lang="vi" />)).toBe('');
  });
});
