import { describe, expect, it } from 'vitest';
import { datesOf } from './marked-dates.ts';
import { listSafely, openPage } from './markup.ts';

function read(html: string): readonly string[] {
  const opened = openPage(html);
  if (opened.kind !== 'page') throw new Error('The page of this test should open.');
  return listSafely(opened.page, 'time, .date').flatMap((element) =>
    datesOf(element).map((date) => (date.kind === 'date' ? `${date.use} ${date.value.slice(0, 10)}` : date.kind)),
  );
}

describe('datesOf', () => {
  it.each([
    ['a stamp', '<time datetime="2024-03-05">5 March 2024</time>', 'published'],
    ['its own word', '<time datetime="2024-03-05"><b>Updated March 5, 2024</b></time>', 'updated'],
    ['a word before it', '<p>Last updated: <time datetime="2024-03-05">March 5</time></p>', 'updated'],
    [
      'a word in the box before',
      '<div>Date Last Reviewed:</div><div><time datetime="2024-03-05">March</time></div>',
      'updated',
    ],
    [
      'a word in two pieces before it',
      '<i>Zuletzt</i> <b>aktualisiert am</b> <time datetime="2024-03-05">5.3.</time>',
      'updated',
    ],
    ['a word of another date', '<p>Updated daily. <time datetime="2024-03-05">March 5</time></p>', 'published'],
    [
      'a word far before it',
      '<p>Last updated:</p><p>By Lan Chi</p><time datetime="2024-03-05">5.3.</time>',
      'published',
    ],
    [
      'the name of its field',
      '<div class="field--name-changed"><time datetime="2024-03-05">5.3.</time></div>',
      'updated',
    ],
    ['a name that says both', '<time class="published last-modified" datetime="2024-03-05">5.3.</time>', 'published'],
    ['the name of its property, and its text', '<time itemprop="dateModified">2024-03-05 14:15:57</time>', 'updated'],
    [
      'both names of a property',
      '<time itemprop="datePublished dateModified" datetime="2024-03-05"></time>',
      'published',
    ],
  ])('%s', (_, html, use) => expect(read(html)).toEqual([`${use} 2024-03-05`]));

  it.each([
    ['a comment', '<article class="comment-body"><a href="#c1"><time datetime="2024-03-05">5.3.</time></a></article>'],
    ['a review', '<div itemscope itemtype="https://schema.org/Review"><b class="date">5 March 2024</b></div>'],
    ['a span of days', '<b class="date">5 March 2024 - 7 March 2024</b>'],
    ['a span of hours', '<b class="date">5. März 2024, 13:15 Uhr - 19:00 Uhr</b>'],
  ])('%s has none', (_, html) => expect(read(html)).toEqual([]));

  it('reads no more than a line of what stands before', () => {
    const html = `<div>${'x '.repeat(1_000_000)}</div>${'<time datetime="2024-03-05">x</time>'.repeat(200)}`;
    const start = performance.now();
    expect(read(html)).toHaveLength(200);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
