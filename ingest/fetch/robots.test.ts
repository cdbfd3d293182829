import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import table from './robots.cases.json' with { type: 'json' };
import { crawlDelayMs, cutRobots, isAllowed, judgePath, parseRobots, sitemapsOf } from './robots.ts';

const caseSchema = z.object({
  note: z.string(),
  robots: z.string(),
  agent: z.string(),
  allowed: z.array(z.string()),
  disallowed: z.array(z.string()),
});
const themes = Object.entries(z.record(z.string(), z.array(caseSchema)).parse(table));

describe('what robots.txt permits', () => {
  it.each(themes)('%s', (_theme, cases) => {
    for (const { note, robots, agent, allowed, disallowed } of cases) {
      const rules = parseRobots(robots);
      const told = [...allowed, ...disallowed].map((url) => [url, isAllowed(rules, agent, url)]);
      const meant = [...allowed.map((url) => [url, true]), ...disallowed.map((url) => [url, false])];
      expect(told, note).toEqual(meant);
    }
  });

  it('has more than 200 answers in its table, none twice in a case', () => {
    const urls = themes.flatMap(([, cases]) => cases.map(({ allowed, disallowed }) => [...allowed, ...disallowed]));
    expect(urls.flat().length).toBeGreaterThan(200);
    for (const asked of urls) expect(new Set(asked).size).toBe(asked.length);
  });
});

describe('files of any size', () => {
  const line = 'Disallow: /mot-thu-muc-dai-dai-dai\n';
  const atLimit = `User-agent: *\nDisallow: /dau\n${line.repeat(15_000)}Disallow: /cuoi\n`;

  it('keeps the rules within the first 500 KiB, and no half line', () => {
    const kept = cutRobots(atLimit);
    expect(atLimit.length).toBeGreaterThan(512_000);
    expect(kept.length).toBeGreaterThan(512_000 - line.length);
    expect(kept.length).toBeLessThanOrEqual(512_000);
    expect(kept.endsWith('-dai')).toBe(true);
    const rules = parseRobots(atLimit);
    expect([isAllowed(rules, 'sohieu', '/dau'), isAllowed(rules, 'sohieu', '/cuoi')]).toEqual([false, true]);
  });

  it('counts octets, not letters', () => {
    const text = `User-agent: *\n${'# ạạạạạạạạạ\n'.repeat(20_000)}Disallow: /cuoi`;
    expect(text.length).toBeLessThan(512_000);
    expect(isAllowed(parseRobots(text), 'sohieu', '/cuoi')).toBe(true);
  });

  it('reads a line up to 16 KiB', () => {
    const long = `/${'a'.repeat(20_000)}`;
    const rules = parseRobots(`User-agent: *\nDisallow: ${long}\nDisallow: /b`);
    const asked = ['/b', '/a', long.slice(0, 16_000), `${long.slice(0, 16_653)}b`, long];
    expect(asked.map((url) => isAllowed(rules, 'sohieu', url))).toEqual([false, true, true, false, false]);
  });

  it.each([
    ['many stars', 'User-agent: *\nDisallow: /*', '*a'.repeat(8000)],
    ['a piece that nearly fits everywhere', 'User-agent: *\nDisallow: /*', `${'a'.repeat(4000)}b`],
    ['many names over many rules', 'User-agent: a\n'.repeat(15_000), 'Disallow: /b\n'.repeat(15_000)],
    ['digits without end', 'User-agent: *\nCrawl-delay: ', '9'.repeat(16_000)],
    ['a name without end', 'User-agent: ', 'a'.repeat(400_000)],
  ])('has an answer for %s', (_note, head, tail) => {
    const rules = parseRobots(`${head}${tail}$`);
    expect(isAllowed(rules, 'a', `/${'a'.repeat(16_000)}c`)).toBe(true);
    expect(crawlDelayMs(rules, 'a')).toBeNull();
  });

  it.each([
    ['plain', 'Disallow: /thu-muc-nao-do/', 'tin-'],
    ['with stars', 'Disallow: /*a*b*c*d$', 'abc'],
    ['all stars', `Disallow: /${'*a'.repeat(500)}b`, 'a'],
    ['of long pieces', `Disallow: /*b${'a'.repeat(300)}`, 'a'],
    ['of a query', 'Disallow: /*?a=*&b', 'c%3A='],
  ])('costs no more than twice for twice the rules or twice the address: rules %s', (_note, rule, word) => {
    const cost = (rules: number, words: number): number =>
      judgePath(parseRobots(`User-agent: *\n${`${rule}\n`.repeat(rules)}`), 'sohieu', `/x?${word.repeat(words)}`).cost;
    expect(cost(40, 40)).toBeGreaterThanOrEqual(40);
    expect(cost(80, 40)).toBeLessThanOrEqual(2.2 * cost(40, 40));
    expect(cost(40, 80)).toBeLessThanOrEqual(2.2 * cost(40, 40));
  });

  it('is forbidden where it would cost too much to tell', () => {
    const text = `User-agent: *\n${'Disallow: /*a*b*c*d$\n'.repeat(25_000)}`;
    const told = ['/tin/mot-bai-bao.html', `/${'a'.repeat(4000)}`].map((url) =>
      judgePath(parseRobots(text), 'sohieu', url),
    );
    expect(told).toMatchObject([{ isAllowed: true }, { isAllowed: false, cost: 10_000_000 }]);
  });

  it('never throws, whatever the text', () => {
    for (const text of [
      '\ud800',
      'User-agent: *\nDisallow: /\udc00',
      '\0\0',
      'User-agent: \ud800\nDisallow: /%',
      ':',
    ]) {
      expect(isAllowed(parseRobots(text), '\ud800', 'https://xa.example/\udc00')).toBe(true);
    }
  });
});

describe('delays and sitemaps', () => {
  const delayOf = (lines: readonly string[], agent = 'sohieu') => crawlDelayMs(parseRobots(lines.join('\n')), agent);

  it.each([
    ['5', 5000],
    ['0.5', 500],
    ['.25', 250],
    ['0', 0],
    ['3600', 3_600_000],
    ['', null],
    ['-1', null],
    ['nhanh', null],
    ['10s', null],
    ['1.2.3', null],
    ['1e3', null],
    ['Infinity', null],
  ])('reads Crawl-delay "%s" as %s ms', (value, expected) => {
    expect(delayOf(['User-agent: sohieu', `Crawl-delay: ${value}`])).toBe(expected);
  });

  it('takes the delay of the own group only, the longest where there are two', () => {
    const all = ['User-agent: *', 'Crawl-delay: 2'];
    expect(delayOf(all)).toBe(2000);
    expect(delayOf([...all, 'User-agent: sohieu', 'Disallow: /a'])).toBeNull();
    expect(
      delayOf(['User-agent: sohieu', 'Crawl-delay: 7', 'Disallow: /a', ...all, ...all.with(0, 'User-agent: sohieu')]),
    ).toBe(7000);
  });

  it('gives a delay to the names right above it, and not to a group that follows', () => {
    const lines = [
      'User-agent: a',
      'User-agent: b',
      'Crawl-delay: 9',
      'User-agent: c',
      'Crawl-delay: 1',
      'Disallow: /',
    ];
    expect(['a', 'b', 'c', 'd'].map((agent) => delayOf(lines, agent))).toEqual([9000, 9000, 1000, null]);
  });

  it('lists sitemaps as printed, wherever they stand, each once', () => {
    const text =
      'Sitemap: https://xa.example/A.xml\nUser-agent: khac\nDisallow: /\nsitemap: /b.xml # mới\nSITEMAP:https://xa.example/A.xml\nSitemap:';
    expect(sitemapsOf(parseRobots(text))).toEqual(['https://xa.example/A.xml', '/b.xml']);
  });
});
