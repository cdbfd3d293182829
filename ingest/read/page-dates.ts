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
import { closestTo, isBefore, isBelow, isOfOtherNews, listSafely, listShown } from './markup.ts';
import { type Elements, type PageElement, parentOf, parentsOf, textOf } from './page-elements.ts';
import { readByline, readDateLine } from './published.ts';
import type { Structured } from './structured.ts';
import { endsLikeSentence, foldForComparison, foldsTo, isVietnamese, tidyLine } from './wording.ts';

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
  url = '',
): readonly FoundDate[] {
  const { page, engine, facts } = parts;
  const container = findContainer(parts);
  // A date may stand beside the element that holds title and text, but not farther: next come the site's own clocks.
  const near = parts.title?.element == null || container === null ? null : (parentOf(container) ?? container);
  const metas = [...facts.published.flatMap(findDates), ...facts.updated.flatMap(findDates).map(asUpdate)].filter(
    ({ surface }) => !/^(?:0001|1970-01-01)/.test(surface),
  );
  const tail = new Set(lastLines(parts));
  const datesOfLines = (lines: readonly string[]): readonly FoundDate[] =>
    lines.flatMap((line) => readByline(line) ?? []);
  const lines = datesOfLines(head.filter((line) => !tail.has(line)));
  const marked = (selectors: readonly string[], within?: Elements): readonly FoundDate[] =>
    selectors.flatMap((css) => {
      const elements = listSafely(page, css, within).slice(0, 10);
      return elements.filter((element) => !isOfOtherNews(element)).flatMap((element) => datesOf(element));
    });
  const known = near === null ? marked(engine?.published ?? []) : marked(engine?.published ?? [], [near]);
  const isVisibleRight = engine?.trusts === 'visible';
  const best = [...marked(selector === '' ? [] : [selector]), ...known, ...(isVisibleRight ? [] : metas), ...lines];
  const last = isVisibleRight ? metas : [];
  // Most pages end here; the rest asks the page many questions.
  if (best.some(isWhole)) return dropLateFaults([...best, ...last]);
  return dropLateFaults([
    ...best,
    ...(container === null ? [] : datesAround(parts, listSafely(page, GENERAL, [container]))),
    ...last,
    ...facts.dated.flatMap(findDates),
    ...datesSaid(page),
    ...(isVietnamese(parts.title?.text ?? '') ? [] : head.slice(0, MAX_OPENING).flatMap(dateAtEnd)),
    ...datesOfAddress([...facts.ownUrls, url]),
    ...datesOfLines(head.filter((line) => tail.has(line))),
  ]);
}

/** A day and a time of publication in a zone of its own: no other date could tell more. */
function isWhole(date: FoundDate): boolean {
  return date.kind === 'date' && date.use === 'published' && date.local.includes('T') && !date.local.endsWith('+00:00');
}

const GENERAL = anyEngine.published.join(', ');
const MAX_MARKED = 40;
/** How many blocks may stand before a date inside the text: title, lead, a caption. */
const MAX_BEFORE = 4;
/** How many of the first lines may hold a date beside other words, and how long such a line may be. */
const MAX_OPENING = 3;
const MAX_MIXED = 80;
/** What programs write around the date of the page's own article, wherever they put it. */
const SAID =
  'time.published, time.entry-date, time[pubdate], time[itemprop="datePublished"], abbr.published, [itemprop="datePublished"], [property$="dateCreated"]';

/**
 * Dates in elements that name themselves so, those above and in the text before those below it. Below stand other news too,
 * so their dates count only where they are of one day.
 */
function datesAround({ body }: PageParts, elements: readonly PageElement[]): readonly FoundDate[] {
  const own = elements.slice(0, MAX_MARKED).filter((element) => !isOfOtherNews(element));
  const isAbove = (element: PageElement): boolean =>
    body === null ||
    element === body ||
    isBefore(element, body) ||
    isBelow(body, element) ||
    (isBelow(element, body) && readBlocks([body], { until: element, most: MAX_BEFORE }).length <= MAX_BEFORE);
  const datesIn = (found: readonly PageElement[]): readonly FoundDate[] =>
    found.flatMap((element) => datesOf(element)).filter(({ kind }) => kind === 'date');
  const below = datesIn(own.filter((element) => !isAbove(element)));
  return [...datesIn(own.filter(isAbove)), ...(isOneDay(below) ? below : [])];
}

/** What the page's markup says of its date outside of what holds title and text; not believed where it says several. */
function datesSaid(page: CheerioAPI): readonly FoundDate[] {
  const dates = listSafely(page, SAID)
    .slice(0, MAX_MARKED)
    .filter((element) => closestTo(element, '[class*="comment" i], [id*="comment" i], aside, footer') === null)
    .flatMap((element) => datesOf(element))
    .filter((date) => date.kind === 'date' && date.use === 'published');
  return isOneDay(dates) ? dates : [];
}

function isOneDay(dates: readonly FoundDate[]): boolean {
  return new Set(dates.map((date) => (date.kind === 'date' ? date.local.slice(0, 10) : ''))).size === 1;
}

/** The date that opens or closes a short line with a name or a place. In Vietnam that is how a document is dated. */
function dateAtEnd(line: string): readonly FoundDate[] {
  const dates = line.length > MAX_MIXED || endsLikeSentence(line) ? [] : findDates(line);
  return dates.filter(({ start, end }) => start === 0 || end === line.length);
}

/** Addresses of many papers hold the day: /2023/04/14/ or /2023-04-14. It comes after all that a page shows. */
function datesOfAddress(urls: readonly string[]): readonly FoundDate[] {
  for (const url of urls) {
    const [, year, , month, day] = /\/(\d{4})([/-])(\d{2})\2(\d{2})(?!\d)/.exec(url) ?? [];
    const found = findDates(`${year}-${month}-${day}`).filter(({ kind }) => kind === 'date');
    if (found.length > 0) return found;
  }
  return [];
}

/** The smallest element that holds title and body; the body itself where it holds the title. */
export function findContainer({ title, body }: PageParts): PageElement | null {
  if (body === null) return null;
  const holders = [body, ...parentsOf(body)];
  if (title?.element == null) return holders[1] ?? body;
  const above = new Set<PageElement>(parentsOf(title.element));
  return holders.find((element) => above.has(element)) ?? null;
}

const MAX_HEAD_LINES = 8;
/** Longer lines are neither titles nor dates. */
const MAX_LINE = 600;

/** The first lines behind the title, up to and into the body. */
export function headLines({ page, title, body }: PageParts, container: PageElement | null): readonly string[] {
  const root = container === null ? listShown(page) : [container];
  const before = container !== null && container === body ? [] : linesOf(root, body);
  const inside = linesInside(body);
  const lines = [...before, ...inside.slice(0, 3), ...inside.slice(-2)];
  const wanted = title === null ? '' : foldForComparison(title.text);
  const at = wanted === '' ? -1 : lines.findIndex((line) => isOfLength(line, wanted) && foldsTo(line, wanted));
  // Without a title in sight, only what stands right above the text can be its date, and not where that is the site's head.
  if (at === -1 && (container === null || frameTags.has(container.name))) return inside.slice(-2);
  const from = at === -1 ? Math.max(0, before.length - 3) : at + 1;
  return [...lines.slice(from, from + MAX_HEAD_LINES), ...inside.slice(-2), ...linesBehind(body)];
}

/** Folding takes letters away and adds none. */
function isOfLength(line: string, wanted: string): boolean {
  return line.length <= MAX_LINE && line.length >= wanted.length;
}

function linesOf(root: Elements, until: PageElement | null): readonly string[] {
  return readBlocks(root, { until })
    .flatMap((block) => block.text.split('\n'))
    .filter((line) => line !== '');
}

/** The lines of the text as long as nothing is taken out of it; asked more than once for each page. */
const knownLines = new WeakMap<PageElement, readonly string[]>();

function linesInside(body: PageElement | null): readonly string[] {
  if (body === null) return [];
  const lines = knownLines.get(body) ?? linesOf([body], null);
  knownLines.set(body, lines);
  return lines;
}

/** The last lines of the text: a date there may also be that of other news. */
function lastLines({ body }: PageParts): readonly string[] {
  const lines = linesInside(body);
  return lines.length > MAX_BEFORE ? lines.slice(-2) : [];
}

/** A date with a label may also stand right behind the text. */
function linesBehind(body: PageElement | null): readonly string[] {
  if (body === null) return [];
  const next: PageElement[] = [];
  for (let node = body.next; node !== null && next.length < 3; node = node.next) if ('attribs' in node) next.push(node);
  const lines = next.map((element) => tidyLine(textOf(element).slice(0, MAX_LINE)));
  return lines.filter((line) => /^\(?(?:ngày|cập nhật|đăng|thời gian|published|updated|posted)/iu.test(line));
}

const frameTags: ReadonlySet<string> = new Set(['html', 'body', 'form']);

/** A date by attribute is the page's word for machines; by text it must be a date line, and short. */
function datesOf(element: PageElement): readonly FoundDate[] {
  const { attribs } = element;
  const said = attribs['datetime'] ?? attribs['content'] ?? (element.name === 'abbr' ? attribs['title'] : undefined);
  const dates = said === undefined ? [] : findDates(said);
  if (dates.length > 0) return /modified|updated/i.test(attribs['itemprop'] ?? '') ? dates.map(asUpdate) : dates;
  const lines = readBlocks([element]).flatMap((block) => block.text.split('\n'));
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
