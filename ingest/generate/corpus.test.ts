/** The corpus is the same for a seed, its offsets fit, and its truth holds together. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseSource } from '../sources/source-file.ts';
import { type CorpusItem, generateCorpus } from './corpus.ts';
import { purposeFrames } from './tables.ts';
import { sourceFile } from './truth-shapes.ts';

const ARTICLES = 800;
const items = [...generateCorpus({ articles: ARTICLES, seed: 'thử' }).items];
const articles = items.flatMap((item) => (item.kind === 'article' ? [item.article] : []));
const meetings = items.flatMap((item) => (item.kind === 'meeting' ? [item.meeting] : []));
const documents = items.flatMap((item) => (item.kind === 'document' ? [item.document] : []));
const citation = z.object({
  url: z.string(),
  start: z.number(),
  end: z.number(),
  surface: z.string(),
  kind: z.string(),
  document: z.string().nullable(),
  status: z.enum(['resolved', 'ambiguous', 'unknown']),
  purpose: z.string(),
  sentence: z.string(),
  flags: z.array(z.string()),
});
const relation = z.object({ from: z.string(), to: z.string(), kind: z.string(), sentence: z.string() });
const citations = articles.flatMap(({ citations }) => citations.map((one) => citation.parse(one)));
const relations = articles.flatMap(({ relations }) => relations.map((one) => relation.parse(one)));

function firstLines(choice: { readonly articles: number; readonly seed: string }, count: number): string {
  const found: CorpusItem[] = [];
  for (const item of generateCorpus(choice).items) {
    found.push(item);
    if (found.length === count) break;
  }
  return JSON.stringify(found);
}

describe('a corpus', () => {
  it('is the same for the same seed, and another for another', () => {
    const again = [...generateCorpus({ articles: ARTICLES, seed: 'thử' }).items];
    expect(JSON.stringify(again)).toBe(JSON.stringify(items));
    expect(firstLines({ articles: ARTICLES, seed: 'khác' }, 40)).not.toBe(
      firstLines({ articles: ARTICLES, seed: 'thử' }, 40),
    );
  });

  it.each([1, 2, 7])('has as many articles as asked for: %i', (count) => {
    const small = [...generateCorpus({ articles: count, seed: '1' }).items];
    expect(small.filter(({ kind }) => kind === 'article')).toHaveLength(count);
  });

  it('is written as it goes, so that a long one needs no more memory', () => {
    expect(firstLines({ articles: 5_000_000, seed: '1' }, 50).length).toBeGreaterThan(1000);
  });

  it('has ten sources that the program accepts', () => {
    const { sources } = generateCorpus({ articles: 1, seed: '1' });
    expect(sources).toHaveLength(10);
    for (const source of sources)
      expect(parseSource(sourceFile(source), `${source.id}.yaml`)).toMatchObject({ kind: 'source' });
    expect(new Set(articles.map(({ line }) => line.source))).toEqual(new Set(sources.map(({ id }) => id)));
  });

  it('has an address for every article', () => {
    expect(new Set(articles.map(({ line }) => line.url)).size).toBe(ARTICLES);
  });
});

describe('its truth', () => {
  it('has offsets that fit, in order and apart', () => {
    const texts = new Map(articles.map(({ line }) => [line.url, line.text]));
    let [last, end] = ['', 0];
    for (const one of citations) {
      expect(texts.get(one.url)?.slice(one.start, one.end)).toBe(one.surface);
      expect(one.sentence).toContain(one.surface);
      if (one.url === last) expect(one.start).toBeGreaterThanOrEqual(end);
      [last, end] = [one.url, one.end];
    }
  });

  it('links what can be told, and only that, to documents that it lists', () => {
    const ids = new Set<string>(documents.map(({ id }) => id));
    expect(ids.size).toBe(documents.length);
    for (const one of citations) {
      expect(one.document === null, one.surface).toBe(one.status !== 'resolved');
      if (one.document !== null) expect(ids).toContain(one.document);
    }
  });

  it('counts the articles that cite a document', () => {
    const citing = countArticles();
    expect(documents.map(({ id, cited_by }) => [id, cited_by])).toEqual(
      documents.map(({ id }) => [id, citing.get(id)]),
    );
  });

  it('puts every article into one meeting', () => {
    const urls = meetings.flatMap(({ articles }) => articles);
    expect([...urls].sort()).toEqual(articles.map(({ line }) => line.url).sort());
    expect(new Set(meetings.map(({ id }) => id)).size).toBe(meetings.length);
  });

  it('holds one meeting of a host a day', () => {
    const keys = meetings.map(({ date, host }) => `${date} ${host}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('states relations only between documents that the same sentence names', () => {
    const named = new Map<string, Set<string>>();
    for (const { sentence, document } of citations)
      if (document !== null) named.set(sentence, (named.get(sentence) ?? new Set()).add(document));
    expect(relations.length).toBeGreaterThan(50);
    for (const { from, to, sentence } of relations)
      expect([...(named.get(sentence) ?? [])].sort()).toEqual([from, to].sort());
  });

  it.each([
    ['codes of several documents', () => count(codesOfSeveral())],
    ['several reports a meeting', () => count(meetings.filter(({ articles }) => articles.length > 1))],
    ['chairs not stated', () => count(meetings.filter(({ chair }) => chair === null))],
    ['ambiguous mentions', () => count(citations.filter(({ status }) => status === 'ambiguous'))],
    ['unknown mentions', () => count(citations.filter(({ status }) => status === 'unknown'))],
    ['short forms', () => count(citations.filter(({ kind }) => kind === 'short'))],
    ['back-references', () => count(citations.filter(({ kind }) => kind === 'backref'))],
    ['issuers that contradict the code', () => count(citations.filter(({ flags }) => flags.length > 0))],
    ['dirty prints', () => count(citations.filter(({ surface }) => / [-–] |TƯ|T\.Ư|–|HDND|UBND-|Tu$/.test(surface)))],
  ])('holds %s', (_what, found) => {
    expect(found()).toBeGreaterThan(5);
  });

  it('cites a few documents again and again, and most hardly ever', () => {
    const counts = documents.map(({ cited_by }) => Number(cited_by)).sort((a, b) => b - a);
    const half = counts.reduce((sum, one) => sum + one, 0) / 2;
    let [sum, needed] = [0, 0];
    while (sum < half) sum += counts[needed++] ?? half;
    expect(needed / counts.length).toBeLessThan(0.3);
  });

  it('has every purpose, and at least twelve sentences for each', () => {
    expect(new Set(citations.map(({ purpose }) => purpose))).toEqual(new Set(Object.keys(purposeFrames)));
    for (const frames of Object.values(purposeFrames)) expect(new Set(frames).size).toBeGreaterThanOrEqual(12);
  });
});

function countArticles(): ReadonlyMap<string, number> {
  const urls = new Map<string, Set<string>>();
  for (const { document, url } of citations)
    if (document !== null) urls.set(document, (urls.get(document) ?? new Set()).add(url));
  return new Map([...urls].map(([id, found]) => [id, found.size]));
}

function codesOfSeveral(): readonly string[] {
  const ids = new Map<string, number>();
  for (const { code } of documents) ids.set(String(code), (ids.get(String(code)) ?? 0) + 1);
  return [...ids].flatMap(([code, several]) => (several > 1 ? [code] : []));
}

function count(found: readonly unknown[]): number {
  return found.length;
}
