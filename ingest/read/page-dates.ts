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
import { asUpdate, datesOf, endsAsUpdate } from './marked-dates.ts';
import { closestTo, isBefore, isBelow, isOfOtherNews, listBelow, listSafely, listShown } from './markup.ts';
import { isEitherFirst, settleOrder } from './month-first.ts';
import { type Elements, type PageElement, type PageNode, parentOf, parentsOf, textOf } from './page-elements.ts';
import {
  datesAlone,
  datesInScripts,
  datesLabelled,
  datesOfAddress,
  datesOfInstant,
  datesOfName,
  datesSaid,
  EITHER_FIRST,
  firstDayOfAddress,
} from './page-wide-dates.ts';
import { daySeenBefore, isOneDay, isSpan, readByline, readDateLine } from './published.ts';
import type { Structured } from './structured.ts';
import { titleTagOf } from './title.ts';
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
    lines.flatMap((line, at) => {
      const dates = readByline(line) ?? [];
      return endsAsUpdate(lines[at - 1] ?? '') ? dates.map(asUpdate) : dates;
    });
  const lines = datesOfLines(head.filter((line) => !tail.has(line)));
  const marked = (selectors: readonly string[], within?: Elements): readonly FoundDate[] =>
    selectors.flatMap((css) => {
      const elements = listSafely(page, css, within).slice(0, 10);
      return elements.filter((element) => !isOfOtherNews(element)).flatMap((element) => datesOf(element));
    });
  const known = near === null ? marked(engine?.published ?? []) : marked(engine?.published ?? [], [near]);
  const isVisibleRight = engine?.trusts === 'visible';
  const around = (): readonly FoundDate[] =>
    container === null ? [] : datesAround(parts, listSafely(page, GENERAL, [container]));
  const best = [
    ...marked(selector === '' ? [] : [selector]),
    ...known,
    ...firstDayOfAddress(metas, [...facts.ownUrls, url]),
    ...(isVisibleRight ? [] : daySeenBefore(metas, () => [...lines, ...around()])),
    ...(isVisibleRight ? [] : metas),
    ...lines,
    ...datesAbove(parts, container),
  ];
  const last = isVisibleRight ? metas : [];
  const name = parts.title?.text ?? '';
  const isForeign = name !== '' && !isVietnamese(name) && facts.language !== 'vi';
  const isSettled = (date: FoundDate): boolean => isWhole(date) && !(isForeign && isEitherFirst(date));
  // Most pages end here; the rest asks the page many questions.
  if (best.some(isSettled)) return dropLateFaults([...best, ...last]);
  const all = [
    ...best,
    ...datesOfAddress([...facts.ownUrls, url], name),
    ...around(),
    ...last,
    ...(facts.published.length > 0 && metas.length === 0 ? [] : facts.dated.flatMap(findDates)),
    ...datesSaid(page, name),
    ...(isVietnamese(name) ? [] : head.slice(0, MAX_OPENING).flatMap(dateAtEnd)),
    ...datesOfLines(head.filter((line) => tail.has(line))),
    ...head.slice(0, MAX_OPENING).flatMap(dateInBrackets),
    ...datesLabelled(page, name),
    ...datesOfName(tidyLine(titleTagOf(page))),
    ...datesInScripts(page, name),
    ...datesAlone(page, name),
    ...(isVietnamese(name) ? [] : datesOfInstant(page, metas)),
  ];
  return dropLateFaults(isForeign ? settleOrder(all, facts.language === 'en') : all);
}

/** A day and a time of publication in a zone of its own: no other date could tell more. */
function isWhole(date: FoundDate): boolean {
  return date.kind === 'date' && date.use === 'published' && date.local.includes('T') && !date.local.endsWith('+00:00');
}

const GENERAL = anyEngine.published.join(', ');
const MAX_MARKED = 40;
/** How many blocks may stand before a date inside the text: title, lead, a caption. */
const MAX_BEFORE = 4;
/** How many blocks of a site's head may stand before the title in what was taken for the text. */
const MOST_OF_HEAD = 20;
/** How many of the first lines may hold a date beside other words, and how long such a line may be. */
const MAX_OPENING = 3;
const MAX_MIXED = 80;
/**
 * The date line that stands right above the title, inside of what holds title and text, or above the posts of a day, as
 * Blogger has it. A weekday and a day without a time is how
 * sites of Vietnam show what day it is.
 */
function datesAbove({ title }: PageParts, container: PageElement | null): readonly FoundDate[] {
  if (title?.element == null || container === null || frameTags.has(container.name)) return [];
  let node: PageElement | null = title.element;
  for (let level = 0; level < MAX_LEVELS && node !== null && node !== container; level += 1) {
    const shown = shownBefore(node);
    if (shown !== null) {
      const isForeign = !isVietnamese(title.text);
      const stamps = 'attribs' in shown.node ? [shown.node, ...listBelow(shown.node, 'time')].filter(isStamp) : [];
      if (stamps.length > 0) return stamps.slice(0, 1).flatMap(datesOf);
      const dates = readByline(shown.line) ?? (isForeign ? dateAtEnd(shown.line) : []);
      return (isForeign ? EITHER_FIRST : CLOCK).test(shown.line) ? [] : dates;
    }
    node = parentOf(node);
  }
  const day = closestTo(title.element, '.date-outer');
  return day === null
    ? []
    : listBelow(day, 'h2')
        .slice(0, 1)
        .flatMap((element) => datesOf(element));
}

function isStamp({ name, attribs }: PageElement): boolean {
  return name === 'time' && attribs['datetime'] !== undefined;
}

/** What is shown right before an element in the same holder, null where nothing is. */
function shownBefore(element: PageElement): { readonly node: PageNode; readonly line: string } | null {
  for (let node = element.prev; node !== null; node = node.prev) {
    const isShown = !('name' in node) || !unshownTags.has(node.name);
    const line = isShown ? tidyLine(textOf(node).slice(0, MAX_LINE)) : '';
    if (line !== '') return { node, line };
  }
  return null;
}

const MAX_LEVELS = 4;
const CLOCK = /^(?:hôm nay|thứ|chủ nhật)(?!.*\d:\d)/iu;
const unshownTags: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript']);

/**
 * Dates in elements that name themselves so, those above and in the text before those below it. Below stand other news too,
 * so their dates count only where they are of one day.
 */
function datesAround({ title, body }: PageParts, elements: readonly PageElement[]): readonly FoundDate[] {
  const marked = elements.slice(0, MAX_MARKED);
  const inside = body !== null && title?.element != null && isBelow(title.element, body) ? title.element : null;
  const most = MAX_BEFORE + (body === null || inside === null ? 0 : countBlocks(body, inside, MOST_OF_HEAD));
  const isAbove = (element: PageElement): boolean =>
    body === null ||
    element === body ||
    isBefore(element, body) ||
    isBelow(body, element) ||
    (isBelow(element, body) && countBlocks(body, element, most) <= most);
  const datesIn = (found: readonly PageElement[]): readonly FoundDate[] =>
    found.flatMap((element) => datesOf(element)).filter(({ kind }) => kind === 'date');
  const sure = marked.filter((element) => !isOfOtherNews(element));
  const own = marked.filter((element) => !isOfOtherNews(element) || isOfOwnFacts(element));
  const below = datesIn((isVietnamese(title?.text ?? '') ? sure : own).filter((element) => !isAbove(element)));
  return [...datesIn(own.filter(isAbove)), ...(isOneDay(below) ? below : [])];
}

/** How many blocks stand in the body before an element; it is not counted farther than one beyond `most`. */
function countBlocks(body: PageElement, until: PageElement, most: number): number {
  return readBlocks([body], { until, most }).length;
}

/** The facts of an article may be a list too, or its date a link to the news of that day: short, and nothing else in it. */
function isOfOwnFacts(element: PageElement): boolean {
  if (closestTo(element, OTHER_BOXES) !== null) return false;
  const link = closestTo(element, 'a');
  const item = closestTo(element, 'li');
  const list = item === null ? null : (parentOf(item) ?? item);
  const isDate = link === null || readDateLine(tidyLine(textOf(link).slice(0, MAX_LINE))) !== null;
  return isDate && (list === null || tidyLine(textOf(list).slice(0, MAX_LINE)).length <= MAX_FACTS);
}

const OTHER_BOXES =
  'aside, article article, [class*="relate"], [class*="lien-quan"], [class*="other"], [class*="comment" i]';
const MAX_FACTS = 160;

/** The date that opens or closes a short line with a name or a place. In Vietnam that is how a document is dated. */
function dateAtEnd(line: string): readonly FoundDate[] {
  const dates = line.length > MAX_MIXED || endsLikeSentence(line) || isSpan(line) ? [] : findDates(line);
  return dates.filter((date) => (date.start === 0 || date.end === line.length) && !isBeforeWeb(date));
}

/** Days of birth and of history stand there too. */
function isBeforeWeb(date: FoundDate): boolean {
  return date.kind === 'date' && date.local < FIRST_PAGES;
}

const FIRST_PAGES = '1993';

/** How some papers begin their text: (21. November 2022) … */
function dateInBrackets(line: string): readonly FoundDate[] {
  const printed = /^\(([^()]{6,40})\)/.exec(line)?.[1];
  return printed === undefined ? [] : (readDateLine(printed) ?? []);
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
