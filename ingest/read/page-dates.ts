/**
 * The dates of an article's page, in the order in which they are trusted.
 *
 * What the source file names, what the engine is known to show, then metas and what stands between title and text. The clock
 * above the menus is never read: text counts only inside the smallest element that holds both title and body, and behind the title.
 */
import type { CheerioAPI } from 'cheerio';
import { readBlocks } from './blocks.ts';
import { type FoundDate, findDates } from './dates.ts';
import { anyEngine, type Engine } from './engines.ts';
import { isOfOtherNews, type PageElement, type Selection, selectSafely, selectShown } from './markup.ts';
import { readByline, readDateLine } from './published.ts';
import type { Structured } from './structured.ts';
import { foldForComparison, tidyLine } from './wording.ts';

export interface PageParts {
  readonly page: CheerioAPI;
  readonly engine: Engine | null;
  readonly facts: Structured;
  readonly title: { readonly text: string; readonly element: PageElement | null } | null;
  readonly body: PageElement | null;
}

/** All dates that the page gives its article, best first; impossible ones only as long as no better one came before. */
export function collectDates(
  parts: PageParts,
  selector: string,
  head: readonly string[] = headLines(parts, findContainer(parts)),
): readonly FoundDate[] {
  const { page, engine, facts } = parts;
  const container = findContainer(parts);
  // A date may stand beside the element that holds title and text, but not farther: next come the site's own clocks.
  const near =
    parts.title?.element == null || container === null ? null : (page(container).parent().get(0) ?? container);
  const metas = [...facts.published.flatMap(findDates), ...facts.updated.flatMap(findDates).map(asUpdate)].filter(
    ({ surface }) => !/^(?:0001|1970-01-01)/.test(surface),
  );
  const lines = head.flatMap((line) => readByline(line) ?? []);
  const marked = (selectors: readonly string[], within?: Selection): readonly FoundDate[] =>
    selectors.flatMap((css) => {
      const elements = selectSafely(page, css, within).toArray().slice(0, 10);
      return elements.filter((element) => !isOfOtherNews(page, element)).flatMap((element) => datesOf(page, element));
    });
  const general =
    container === null ? [] : marked(anyEngine.published, page(container)).filter((date) => date.kind === 'date');
  const known = near === null ? marked(engine?.published ?? []) : marked(engine?.published ?? [], page(near));
  const visible = [...known, ...lines, ...general];
  const order = engine?.trusts === 'visible' ? [...visible, ...metas] : [...known, ...metas, ...lines, ...general];
  return dropLateFaults([...marked(selector === '' ? [] : [selector]), ...order]);
}

/** The smallest element that holds title and body; the body itself where it holds the title. */
export function findContainer({ page, title, body }: PageParts): PageElement | null {
  if (body === null) return null;
  const holders = [body, ...page(body).parents().toArray()];
  if (title?.element == null) return holders[1] ?? body;
  const above = new Set<PageElement>(page(title.element).parents().toArray());
  return holders.find((element) => above.has(element)) ?? null;
}

const MAX_HEAD_LINES = 8;
/** Longer lines are neither titles nor dates. */
const MAX_LINE = 600;

/** The first lines behind the title, up to and into the body. */
export function headLines({ page, title, body }: PageParts, container: PageElement | null): readonly string[] {
  const root = container === null ? selectShown(page) : page(container);
  const linesOf = (selection: Selection, until: PageElement | null): readonly string[] =>
    readBlocks(page, selection, until)
      .flatMap((block) => block.text.split('\n'))
      .filter((line) => line !== '');
  const before = container !== null && container === body ? [] : linesOf(root, body);
  const inside = body === null ? [] : linesOf(page(body), null);
  const lines = [...before, ...inside.slice(0, 3), ...inside.slice(-2)];
  const wanted = title === null ? '' : foldForComparison(title.text);
  const at =
    wanted === '' ? -1 : lines.findIndex((line) => line.length <= MAX_LINE && foldForComparison(line) === wanted);
  // Without a title in sight, only what stands right above the text can be its date, and not where that is the site's head.
  if (at === -1 && (container === null || frameTags.has(container.name))) return inside.slice(-2);
  const from = at === -1 ? Math.max(0, before.length - 3) : at + 1;
  return [...lines.slice(from, from + MAX_HEAD_LINES), ...inside.slice(-2), ...linesBehind(page, body)];
}

/** A date with a label may also stand right behind the text. */
function linesBehind(page: CheerioAPI, body: PageElement | null): readonly string[] {
  if (body === null) return [];
  const next = page(body)
    .nextAll()
    .slice(0, 3)
    .toArray()
    .map((element) => tidyLine(page(element).text().slice(0, MAX_LINE)));
  return next.filter((line) => /^\(?(?:ngày|cập nhật|đăng|thời gian|published|updated|posted)/iu.test(line));
}

const frameTags: ReadonlySet<string> = new Set(['html', 'body', 'form']);

/** A date by attribute is the page's word for machines; by text it must be a date line, and short. */
function datesOf(page: CheerioAPI, element: PageElement): readonly FoundDate[] {
  const { attribs } = element;
  const said = attribs['datetime'] ?? attribs['content'];
  const dates = said === undefined ? [] : findDates(said);
  if (dates.length > 0) return /modified|updated/i.test(attribs['itemprop'] ?? '') ? dates.map(asUpdate) : dates;
  const lines = readBlocks(page, page(element)).flatMap((block) => block.text.split('\n'));
  return lines.slice(0, 5).flatMap((line) => readDateLine(line) ?? findDates(line.slice(0, 120)).slice(0, 1));
}

function asUpdate(date: FoundDate): FoundDate {
  return date.kind === 'date' ? { ...date, use: 'updated' } : date;
}

/** An impossible date is worth a warning only where no sound one came before, and once. */
function dropLateFaults(dates: readonly FoundDate[]): readonly FoundDate[] {
  const first = dates.findIndex((date) => date.kind === 'date' && date.use === 'published');
  const seen = new Set<string>();
  return dates.filter((date, at) => {
    if (date.kind === 'date') return true;
    const isNews = (first === -1 || at < first) && !seen.has(date.surface);
    seen.add(date.surface);
    return isNews;
  });
}
