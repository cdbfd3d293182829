/**
 * The title of an article: without the site's name, and no banner.
 *
 * Metas and <title> carry the name of the site before or behind the title; which part is the site is told by og:site_name, or by
 * words that only sites bear. Where nothing tells, the title stays whole.
 */
import type { CheerioAPI } from 'cheerio';
import { anyEngine, type Engine } from './engines.ts';
import { isFurniture } from './furniture.ts';
import { closestTo, firstOf, isBefore, isBelow, isOfOtherNews, listSafely } from './markup.ts';
import { type PageElement, textOf } from './page-elements.ts';
import type { Structured } from './structured.ts';
import { foldForComparison, foldsTo, tidyLine } from './wording.ts';

export interface FoundTitle {
  readonly text: string;
  /** Where the page shows it; null where only its head does. */
  readonly element: PageElement | null;
}

/** Finds the title; null where the page has none that is not furniture. */
export function findTitle(
  page: CheerioAPI,
  selector: string,
  engine: Engine | null,
  facts: Structured,
): FoundTitle | null {
  const said = (raw: string | null): FoundTitle | null => {
    const text = usable(raw ?? '', facts.siteName);
    return text === null ? null : { text, element: findHeading(page, text) };
  };
  const head = headOf(page, facts);
  const known =
    findShown(page, selector === '' ? [] : [selector], head, facts) ??
    findShown(page, engine?.title ?? [], head, facts);
  if (known !== null) return known;
  const heading = findShown(page, [...anyEngine.title, 'h1'], head, facts);
  const headline = said(facts.headline);
  const isCut = headline !== null && /(?:…|\.\.\.)$/u.test(headline.text);
  if (headline !== null && !(isCut && heading !== null)) return headline;
  const named = said(facts.ogTitle);
  // A banner may be a heading too: what the head names and the page shows comes before a heading that it does not name.
  if (heading !== null && !(named?.element != null && !isNamed(heading.text, head))) return heading;
  return named ?? said(titleTagOf(page));
}

/**
 * A title without the name of its site.
 * @example cutSiteName('Hội nghị giao ban | Báo Quảng Hải', null) // 'Hội nghị giao ban'
 */
export function cutSiteName(title: string, siteName: string | null): string {
  const site = foldForComparison(siteName ?? '');
  const parts = title.split(SEPARATOR);
  const isSite = (part: string): boolean =>
    (site !== '' && foldForComparison(part) === site) || SITE_WORDS.test(part.trim());
  // Odd places hold the separators.
  const isBarred = (): boolean =>
    parts.at(-2)?.includes('|') === true && !isTitleBehind(parts.slice(0, -2).join(''), parts.at(-1) ?? '');
  while (parts.length > 2 && (isSite(parts.at(-1) ?? '') || isBarred())) parts.splice(-2);
  while (parts.length > 2 && isSite(parts[0] ?? '')) parts.splice(0, 2);
  return parts.join('').trim();
}

/** `Infographic | Mười sự kiện tiêu biểu của tỉnh`: a word or three for the kind of report, its title behind the bar. */
function isTitleBehind(kind: string, part: string): boolean {
  const words = kind.trim().split(/\s+/).length;
  return words < MIN_WORDS && part.trim().split(/\s+/).length > words + 2 && !isSiteName(part.trim());
}

/**
 * The part of what the page's head calls it, before or behind a separator, that opens the text: the rest is the name of a site or a
 * section, whatever it is called and wherever it stands. Null where no line does, or the part is less than half.
 * @example partShown(['Huyện ủy Mẫu | Hội nghị giao ban'], ['Hội nghị giao ban']) // 'Hội nghị giao ban'
 */
export function partShown(names: readonly string[], paragraphs: readonly string[]): string | null {
  const lines = paragraphs
    .slice(0, 2)
    .map((paragraph) => paragraph.split('\n', 1)[0] ?? '')
    .filter((line) => line.split(' ').length >= MIN_WORDS && !isFurniture(line));
  const isPart = (line: string, name: string): boolean =>
    line.length * 2 >= name.length && cutsOf(name).some((cut) => foldsTo(line, foldForComparison(cut)));
  return lines.find((line) => names.some((name) => isPart(line, name))) ?? null;
}

/** What stands before and behind each separator. */
function cutsOf(name: string): readonly string[] {
  const parts = name.split(SEPARATOR);
  // Odd places hold the separators.
  return parts.flatMap((_, at) =>
    at === 0 || at % 2 === 1 ? [] : [parts.slice(at).join(''), parts.slice(0, at - 1).join('')],
  );
}

/** Where neither a heading nor the page's head names it: what stands above the text in a class that says it is a title. */
export function findTitleAbove(page: CheerioAPI, body: PageElement | null, facts: Structured): FoundTitle | null {
  if (body === null) return null;
  // Of headings without a class, the one nearest to the text.
  const headings = listSafely(page, 'h2, h3, h4').slice(0, 200);
  const above = headings.filter((element) => isBefore(element, body)).reverse();
  for (const element of [...listSafely(page, TITLE_LIKE).slice(0, 200), ...above.slice(0, 3)]) {
    const text = usable(textOf(element), facts.siteName);
    if (text === null || text.split(' ').length < MIN_WORDS || isOfOtherNews(element)) continue;
    if (isContent(element) && (isBefore(element, body) || isBelow(element, body))) return { text, element };
  }
  return null;
}

const TITLE_LIKE = '[class*="title" i], [class*="tieude" i], [class*="tieu-de" i], [class*="headline" i]';
const MIN_WORDS = 4;

/** Whether a text is the name of a site: Báo Quảng Hải, Trang thông tin điện tử xã Bình Khê. */
function isSiteName(text: string): boolean {
  const words = text.split(' ').length;
  if (words <= 10 && BODY_WORDS.test(text) && PLACE_NAME.test(text.replace(BODY_WORDS, ''))) return true;
  if (/^(?:báo|tạp chí|đài)\s\p{Lu}/iu.test(text))
    return words <= 5 && /^\S+(?:\s\p{Lu}\S*)+$/u.test(text.replace(/ (?:điện tử|chí)/giu, ''));
  return (
    words <= 10 && /^(?:cổng (?:thông tin|ttđt)|trang (?:thông tin|tin điện tử|chủ)|website)(?!\p{L})/iu.test(text)
  );
}

/** A body by itself, as portals of bodies call every page of theirs: HĐND huyện Cẩm Khê, Thành ủy Hạ Khê. */
const BODY_WORDS =
  /^(?:đảng bộ|hđnd|ubnd|hđnd\s?(?:[-–&]|và)\s?ubnd|hội đồng nhân dân|[uủ][yỷ] ban nhân dân|mặt trận tổ quốc|(?:tỉnh|thành|quận|huyện|thị|đảng) [uủ][yỷ])\s(?:(?:tỉnh|thành phố|tp\.?|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu)\s)?/iu;
const PLACE_NAME = /^\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,3}$/u;

const MAX_TITLE = 400;
const SEPARATOR = /(\s(?:[-–—|»:·]|::)\s|\s?\|\s?)/u;
/** What begins the names of sites and of no part of a title behind a dash. */
const SITE_WORDS =
  /^(?:báo (?!cáo)|cổng |trang (?:thông tin|tin|chủ)|tạp chí |website|portal|đài (?:phát thanh|pt|truyền hình)|(?:[\w-]+\.){1,3}(?:vn|com|net|org)$)/iu;

function usable(raw: string, siteName: string | null): string | null {
  const text = cutSiteName(tidyLine(raw).normalize('NFC'), siteName);
  const isSite = siteName !== null && foldForComparison(text) === foldForComparison(siteName);
  const isTrail = /\s[>»›]\s/u.test(text);
  return text === '' || text.length > MAX_TITLE || isSite || isSiteName(text) || isTrail || isFurniture(text)
    ? null
    : text;
}

/** What <title> holds. */
export function titleTagOf(page: CheerioAPI): string {
  const tag = firstOf(page, 'title');
  return tag === null ? '' : textOf(tag);
}

/** What the page's head calls it, folded. */
function headOf(page: CheerioAPI, facts: Structured): string {
  return foldForComparison(`${facts.ogTitle ?? ''} ${titleTagOf(page)}`);
}

function isNamed(title: string, head: string): boolean {
  return head.includes(foldForComparison(title));
}

/** The first selector's element that can be a title; of several, the one that the page's head names too. */
function findShown(page: CheerioAPI, selectors: readonly string[], head: string, facts: Structured): FoundTitle | null {
  for (const css of selectors) {
    const found: FoundTitle[] = [];
    for (const element of listSafely(page, css).slice(0, 20)) {
      const text = usable(textOf(element), facts.siteName);
      if (text !== null && isContent(element)) found.push({ text, element });
    }
    const best = found.find(({ text }) => isNamed(text, head)) ?? found[0];
    if (best !== undefined) return best;
  }
  return null;
}

/** The heading that shows a title known from the page's head. */
function findHeading(page: CheerioAPI, title: string): PageElement | null {
  const wanted = foldForComparison(title);
  const headings = listSafely(page, 'h1, h2, h3, h4, [class*="title" i], b, strong').slice(0, 500);
  const isWanted = (text: string): boolean => text.length >= wanted.length && foldsTo(text, wanted);
  return headings.find((element) => isWanted(textOf(element))) ?? null;
}

function isContent(heading: PageElement): boolean {
  const above = heading.parent !== null && 'attribs' in heading.parent ? heading.parent : null;
  if (closestTo(heading, '[class*="logo" i]') !== null) return false;
  return above === null || closestTo(above, 'nav, aside, footer, [id*="banner"]') === null;
}
