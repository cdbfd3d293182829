/**
 * What the rest of a page says of its article's date: asked only where nothing around title and text tells.
 *
 * Everything here may also be of other news, so it is believed only as far as it says one day.
 */
import type { CheerioAPI } from 'cheerio';
import { readBlocks } from './blocks.ts';
import { type FoundDate, findDates } from './dates.ts';
import { closestTo, isOfOtherNews, listSafely, listShown } from './markup.ts';
import type { PageElement } from './page-elements.ts';
import { readDateLine } from './published.ts';
import { isVietnamese } from './wording.ts';

/**
 * Dates under a mark of publication: what programs write around it first, then any stamp, then names that say so. Portals of
 * Vietnam show other news with such marks beside an article without a date.
 */
export function datesSaid(
  page: CheerioAPI,
  title: string,
  datesOf: (element: PageElement) => readonly FoundDate[],
): readonly FoundDate[] {
  for (const [at, css] of SAID.entries()) {
    const isCareful = at > 0 && isVietnamese(title);
    const elements = listSafely(page, css)
      .slice(0, MAX_MARKED)
      .filter((element) => closestTo(element, ASIDE) === null && !(isCareful && isOfOtherNews(element)));
    const isInFoot = (element: PageElement): boolean => closestTo(element, 'footer') !== null;
    for (const some of [elements.filter((element) => !isInFoot(element)), elements.filter(isInFoot)]) {
      const dates = some
        .flatMap((element) => datesOf(element))
        .filter((date) => date.kind === 'date' && date.use === 'published');
      if (isOneDay(dates)) return dates;
    }
  }
  return [];
}

/** The date of a line that begins with a word for publication, or whose label stands in the line before; careful as above. */
export function datesLabelled(page: CheerioAPI, title: string): readonly FoundDate[] {
  if (isVietnamese(title)) return [];
  const lines = readBlocks(listShown(page))
    .flatMap((block) => block.text.split('\n'))
    .filter((line) => line !== '');
  const dates = lines.slice(0, MAX_LINES).flatMap((line, at) => {
    const label = LABEL.exec(line.slice(0, MAX_LABELLED))?.[0];
    if (label === undefined) return [];
    const own = findDates(line.slice(0, MAX_LABELLED)).filter(({ start }) => start <= label.length);
    const found = label.length >= line.length ? (readDateLine(lines[at + 1] ?? '') ?? []) : own;
    return /edited|modified|updated/i.test(label) ? found.map(asUpdate) : found;
  });
  const uses = ['published', 'updated'].map((use) => dates.filter((date) => date.kind === 'date' && date.use === use));
  return uses.find(isOneDay) ?? [];
}

/** A part of the page's name that is a date and nothing else: `Title | Site | 23.05.2011`. */
export function datesOfName(name: string): readonly FoundDate[] {
  const parts = name.slice(0, MAX_NAME).split(/\s[|–-]\s/u);
  return parts.length < 2 ? [] : parts.flatMap((part) => readDateLine(part) ?? []);
}

/**
 * Addresses of many papers hold the day: /2023/04/14/ or /2023-04-14. A part that begins with day, month and year is also the
 * day of an event where it is Vietnamese.
 */
export function datesOfAddress(urls: readonly string[], title: string): readonly FoundDate[] {
  for (const url of urls) {
    const [, year, , month = '', day = ''] = /\/(\d{4})([/-])(\d{1,2})\2(\d{1,2})(?![\dA-Za-z])/.exec(url) ?? [];
    const first = /\/~?(\d{2}-\d{2}-\d{4})(?![\d])/.exec(url)?.[1];
    const printed = year === undefined ? first : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (printed === undefined || (year === undefined && isVietnamese(title))) continue;
    const found = findDates(printed).filter(({ kind }) => kind === 'date');
    if (found.length > 0) return found;
  }
  return [];
}

export function isOneDay(dates: readonly FoundDate[]): boolean {
  return new Set(dates.map((date) => (date.kind === 'date' ? date.local.slice(0, 10) : ''))).size === 1;
}

export function asUpdate(date: FoundDate): FoundDate {
  return date.kind === 'date' ? { ...date, use: 'updated' } : date;
}

/** What programs write around the date of the page's own article, wherever they put it; the surer ones first. */
const SAID: readonly string[] = [
  'time.published, time.entry-date, time[pubdate], time[itemprop="datePublished"], abbr.published, [itemprop="datePublished"], [property$="dateCreated"]',
  'time[datetime], relative-time[datetime]',
  '.published, .entry-date, .post-date, .publish-date, .published-date, .article-date, .ngay-dang',
  '.entry-meta, .post-meta, .postmeta, .postmetadata, .asset-meta, .article-meta, .article-metadata, .byline',
];
const ASIDE = '[class*="comment" i], [id*="comment" i], .sidebar, #sidebar, .widget, .widget-area, aside';
const MAX_MARKED = 40;
const MAX_LINES = 3000;
const MAX_LABELLED = 200;
const MAX_NAME = 400;
const LABEL =
  /^\(?(?:(?:first |date )?published(?: on)?|publication date|posted(?: on)?|date|datum|data|fecha|veröffentlicht(?: am)?|veröffentlichung(?:sdatum)?|erschienen(?: am)?|publié(?:e)?(?: le)?|mis en ligne(?: le)?|publicado(?: el| em)?|pubblicato(?: il)?|gepubliceerd(?: op)?|geplaatst(?: op)?|this (?:entry|post) was posted(?: on)?|(?:this page was )?last (?:edited|modified|updated)(?: on)?|dieser (?:beitrag|artikel|eintrag) wurde(?: vor)?(?: am)?)(?!\p{L})\s{0,3}:?\s{0,3}/iu;
