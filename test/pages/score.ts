/**
 * How well the labelled pages are read: title, date and author exactly, the text by its words, and what no text may hold.
 *
 * Words are compared as lists of their counts, and as runs of four, which order and lost paragraphs show in. Labels say null where
 * a page tells nothing: to give something there is as wrong as to miss what is told.
 */
import { z } from 'zod';
import type { ReadArticle } from '../../ingest/read/article.ts';

const labelSchema = z.strictObject({
  file: z.string(),
  url: z.string(),
  engine: z.string(),
  status: z.enum(['ok', 'text_unavailable']),
  encoding: z.string(),
  content_type: z.string(),
  title: z.string().nullable(),
  lead: z.string().nullable(),
  author: z.string().nullable(),
  published: z.string().nullable(),
  updated: z.string().nullable(),
  canonical_url: z.string().nullable(),
  language: z.string().nullable(),
  section: z.string().nullable(),
  attachments: z.array(z.strictObject({ url: z.string(), title: z.string().nullable(), type: z.string().nullable() })),
  /** Codes. */
  warnings: z.array(z.string()),
  text: z.string(),
  not: z.array(z.string()),
});
export type LabelledPage = z.infer<typeof labelSchema>;

export function parsePages(jsonl: string): readonly LabelledPage[] {
  return jsonl
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => labelSchema.parse(JSON.parse(line)));
}

export interface PagesScore {
  /** Shares from 0 to 1. */
  readonly title: number;
  readonly published: number;
  readonly author: number;
  readonly lead: number;
  readonly details: number;
  /** Means over the pages that have a text. */
  readonly textF1: number;
  readonly orderF1: number;
  /** Pages whose text holds a piece that it must not. */
  readonly withFurniture: number;
  readonly mistakes: readonly string[];
}

/** Scores readings in the order of their labels. */
export function scorePages(pages: readonly LabelledPage[], read: readonly ReadArticle[]): PagesScore {
  const rows = pages.map((page, at) => {
    const got = read[at];
    if (got === undefined) throw new Error(`Scoring ${page.file}: expected a reading for each label, came none.`);
    return scorePage(page, got);
  });
  const share = (ask: (row: PageScore) => boolean): number => rows.filter(ask).length / rows.length;
  const withText = rows.filter((_, at) => pages[at]?.text !== '');
  const mean = (ask: (row: PageScore) => number): number =>
    withText.reduce((sum, row) => sum + ask(row), 0) / Math.max(1, withText.length);
  return {
    title: share(({ wrong }) => !wrong.has('title')),
    published: share(({ wrong }) => !wrong.has('published')),
    author: share(({ wrong }) => !wrong.has('author')),
    lead: share(({ wrong }) => !wrong.has('lead')),
    details: share(({ wrong }) => ![...details.keys()].some((name) => wrong.has(name))),
    textF1: mean(({ textF1 }) => textF1),
    orderF1: mean(({ orderF1 }) => orderF1),
    withFurniture: rows.filter(({ wrong }) => wrong.has('not')).length,
    mistakes: rows.flatMap(({ mistakes }) => mistakes),
  };
}

interface PageScore {
  readonly wrong: ReadonlySet<string>;
  readonly textF1: number;
  readonly orderF1: number;
  readonly mistakes: readonly string[];
}

/** What is compared as it stands, besides the four that have a share of their own; a section only where a label gives one. */
type Compare = (page: LabelledPage, read: ReadArticle) => readonly [wanted: unknown, got: unknown];
const details: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['status', (page, read) => [page.status, read.status]],
  ['encoding', (page, read) => [page.encoding, read.encoding]],
  ['updated', (page, read) => [page.updated, read.updated]],
  ['canonical_url', (page, read) => [page.canonical_url, read.canonicalUrl]],
  ['language', (page, read) => [page.language, read.language]],
  ['section', (page, read) => [page.section, page.section === null ? null : read.section]],
  ['attachments', (page, read) => [page.attachments, read.attachments]],
  ['warnings', (page, read) => [page.warnings, read.warnings.map(({ code }) => code).filter(isOfTheArticle)]],
]);

/** A guessed body is a note to the keeper of the source, not a doubt about the article. */
function isOfTheArticle(code: string): boolean {
  return code !== 'body-guessed';
}

function scorePage(page: LabelledPage, read: ReadArticle): PageScore {
  const wrong = new Set<string>();
  const mistakes: string[] = [];
  const note = (name: string, wanted: unknown, got: unknown): void => {
    if (JSON.stringify(wanted) === JSON.stringify(got)) return;
    wrong.add(name);
    mistakes.push(`${page.file} ${name}: expected ${JSON.stringify(wanted)}, came ${JSON.stringify(got)}`);
  };
  note('title', page.title, read.title);
  note('published', page.published, read.published);
  note('author', page.author, read.author);
  note('lead', page.lead, read.lead);
  for (const [name, compare] of details) note(name, ...compare(page, read));
  const shown = squeeze(read.text);
  for (const piece of page.not.filter((one) => shown.includes(squeeze(one)))) note('not', null, piece);
  const textF1 = shingleF1(page.text, read.text, 1);
  if (textF1 < 0.995 && page.text !== '') mistakes.push(`${page.file} text: F1 ${textF1.toFixed(3)}`);
  return { wrong, textF1, orderF1: shingleF1(page.text, read.text, 4), mistakes };
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').toLowerCase();
}

/** F1 of the runs of `size` words that two texts share, each as often as it occurs. */
export function shingleF1(wanted: string, got: string, size: number): number {
  const [first, second] = [countShingles(wanted, size), countShingles(got, size)];
  let shared = 0;
  for (const [shingle, count] of first) shared += Math.min(count, second.get(shingle) ?? 0);
  const total = sum(first) + sum(second);
  return total === 0 ? 1 : (2 * shared) / total;
}

function countShingles(text: string, size: number): ReadonlyMap<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at + size <= words.length; at += 1) {
    const shingle = words.slice(at, at + size).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
