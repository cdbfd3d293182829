import { describe, expect, it } from 'vitest';
import { isBefore, isBelow, listShown, openPage, selectSafely } from './markup.ts';
import type { PageElement } from './page-elements.ts';

describe('openPage', () => {
  it.each([
    ['nested without end', '<div>'.repeat(200_000)],
    ['nested with ends', `${'<div>'.repeat(100_000)}x${'</div>'.repeat(100_000)}`],
    ['inline', '<b><i>'.repeat(100_000)],
    ['paragraphs that close nothing', '<p><b>'.repeat(100_000)],
    ['lists in paragraphs', '<p><li>'.repeat(100_000)],
    ['tables', '<table><tr><td>'.repeat(70_000)],
    ['behind scripts', `<script>"</div>"</script>`.repeat(10) + '<div>'.repeat(200_000)],
    ['behind a comment that ends at once', `<!-->${'<div>'.repeat(200_000)}`],
    ['half a million siblings and more', '<p>x'.repeat(600_000)],
  ])('refuses %s', (_, html) => {
    expect(openPage(html)).toMatchObject({ kind: 'refused' });
  });

  it.each([
    ['paragraphs without ends', '<p>x'.repeat(50_000)],
    ['cells and rows without ends', `<table>${'<tr><td>x<td>y'.repeat(20_000)}`],
    ['unclosed tags closed by their parent', '<div><font><span>x</div>'.repeat(20_000)],
    ['ends without beginnings', '</b>'.repeat(200_000)],
    ['tags in scripts and comments', `<script>'${'<div>'.repeat(5000)}'</script><!--${'<div>'.repeat(5000)}-->`],
    ['a script that never ends', `<p>x<script>${'<script>'.repeat(100_000)}`],
    ['no markup at all', 'a < b and c > d '.repeat(50_000)],
  ])('reads %s', (_, html) => {
    expect(openPage(html).kind).toBe('page');
  });

  it('keeps the words of a page with two roots', () => {
    const opened = openPage('<html></html><head><title>T</title></head><body><div id=a>Một<p>hai</div></body>');
    expect(opened.kind === 'page' && selectSafely(opened.page, '#a').text()).toBe('Mộthai');
  });
});

describe('selectSafely', () => {
  it('finds nothing with a selector that is none', () => {
    const opened = openPage('<p>x</p>');
    if (opened.kind !== 'page') throw new Error('The page of this test should open.');
    expect(selectSafely(opened.page, 'p[').length).toBe(0);
    expect(selectSafely(opened.page, '').length).toBe(0);
    expect(selectSafely(opened.page, 'p').length).toBe(1);
  });

  it.each([
    ['.a, .none', 1],
    ['p.A', 0],
    ['[class*="B-" i]', 1],
    ['[id="x"] > p, [hidden]', 2],
    ['[data-other="y"]', 1],
    ['p:not(.none)', 2],
    ['.none p, #none, [style*="none"]', 0],
  ])('and leaves out no alternative that the page holds: %s', (selector, count) => {
    const opened = openPage('<div id="x"><p class="a b-c">x</p></div><p hidden data-other="y">y</p>');
    if (opened.kind !== 'page') throw new Error('The page of this test should open.');
    expect(selectSafely(opened.page, selector).length).toBe(count);
  });
});

describe('places in a page', () => {
  const opened = openPage('<title>T</title><div id="a"><p id="b">x</p><p id="c">y</p></div><div id="d">z</div>');
  if (opened.kind !== 'page') throw new Error('The page of this test should open.');
  const { page } = opened;
  const at = (id: string): PageElement => {
    const [element] = selectSafely(page, `#${id}`).toArray();
    if (element === undefined) throw new Error(`The page of this test should hold #${id}.`);
    return element;
  };

  it('a page without a body has one all the same', () => {
    expect(page([...listShown(page)]).find('p').length).toBe(2);
    expect(selectSafely(page, '#a p', page(at('a'))).length).toBe(2);
    expect(selectSafely(page, 'p', page(at('d'))).length).toBe(0);
  });

  it.each([
    ['b', 'c', true],
    ['c', 'b', false],
    ['b', 'd', true],
    ['d', 'b', false],
    ['a', 'b', false],
    ['b', 'a', false],
    ['a', 'a', false],
  ])('#%s before #%s: %s', (first, second, wanted) => expect(isBefore(at(first), at(second))).toBe(wanted));

  it.each([
    ['b', 'a', true],
    ['a', 'b', false],
    ['a', 'a', false],
    ['b', 'd', false],
  ])('#%s below #%s: %s', (element, top, wanted) => expect(isBelow(at(element), at(top))).toBe(wanted));
});
