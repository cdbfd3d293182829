/**
 * What the rest of a page says of its article's date: asked only where nothing around title and text tells.
 *
 * Everything here may also be of other news, so it is believed only as far as it says one day.
 */
import type { CheerioAPI } from 'cheerio';
import { readBlocks } from './blocks.ts';
import { type FoundDate, findDates } from './dates.ts';
import { asUpdate, BY_READERS, datesOf, endsAsUpdate } from './marked-dates.ts';
import { closestTo, isOfOtherNews, listSafely, listShown } from './markup.ts';
import { type PageElement, textOf } from './page-elements.ts';
import { isOneDay, isSameInstant, isSpan, readByline, readDateLine } from './published.ts';
import { isVietnamese } from './wording.ts';

/**
 * Dates under a mark of publication: what programs write around it first, then any stamp, then names that say so. Portals of
 * Vietnam show other news with such marks beside an article without a date.
 */
export function datesSaid(page: CheerioAPI, title: string): readonly FoundDate[] {
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
    const own = isSpan(line) ? [] : findDates(line.slice(0, MAX_LABELLED)).filter(({ start }) => start <= label.length);
    const found = label.length >= line.length ? (readDateLine(lines[at + 1] ?? '') ?? []) : own;
    return /edited|modified|updated/i.test(label) ? found.map(asUpdate) : found;
  });
  const uses = ['published', 'updated'].map((use) => dates.filter((date) => date.kind === 'date' && date.use === use));
  return uses.find(isOneDay) ?? [];
}

/**
 * Dates under the names that programs give to the day of publication in what they hand their scripts, escaped or not. Other news
 * stand there too, so that they must agree.
 */
export function datesInScripts(page: CheerioAPI, title: string): readonly FoundDate[] {
  if (isVietnamese(title)) return [];
  const sources = [
    ...listSafely(page, 'script').map((script) => textOf(script)),
    ...listSafely(page, '[props], [data-page], [data-props]').map(({ attribs }) =>
      [attribs['props'], attribs['data-page'], attribs['data-props']].join(' '),
    ),
  ];
  const dates = sources
    .slice(0, MAX_SCRIPTS)
    .flatMap((source) => [...source.slice(0, MAX_SCRIPT).matchAll(IN_SCRIPT)].slice(0, MAX_MARKED))
    .flatMap(([, printed = '']) => findDates(printed).slice(0, 1))
    .filter(({ kind }) => kind === 'date');
  return isOneDay(dates) ? dates : [];
}

/** Lines that are a date and nothing else, wherever they stand behind the title, as long as all of them say one day. */
export function datesAlone(page: CheerioAPI, title: string): readonly FoundDate[] {
  if (title === '' || isVietnamese(title)) return [];
  const lines = linesOf(listShown(page));
  const ofReaders = countEach(linesOf(listSafely(page, BY_READERS)));
  const inPage = countEach(lines);
  const isOfReaders = (line: string): boolean => (ofReaders.get(line) ?? 0) >= (inPage.get(line) ?? 0);
  const dates = lines
    .filter((line, at) => !EITHER_FIRST.test(line) && !endsAsUpdate(lines[at - 1] ?? '') && !isOfReaders(line))
    .flatMap((line) => readByline(line.replace(SHORT_YEAR, '$<day>20$<year>')) ?? [])
    .filter(({ kind }) => kind === 'date');
  const spans = lines.filter((line) => line.length <= MAX_LABELLED && isSpan(line)).flatMap((line) => findDates(line));
  const isOfEvent = spans.some((span) => isOneDay([...dates, span]));
  return isOneDay(dates) && dates.length <= MAX_ALONE && !isOfEvent ? dates : [];
}

/**
 * The day of the address, where the page's stamps are of months later: an address is made once, when its article is first
 * published, and programs stamp it anew when it is published again.
 */
export function firstDayOfAddress(stamps: readonly FoundDate[], urls: readonly string[]): readonly FoundDate[] {
  const stamp = stamps.find((date) => date.kind === 'date' && date.use === 'published');
  const dates = urls.flatMap((url) => {
    const [, year, month = '', day = ''] = /\/(\d{4})\/(\d{1,2})\/(\d{1,2})\//.exec(url) ?? [];
    return year === undefined ? [] : findDates(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  });
  const [first] = dates;
  if (stamp?.kind !== 'date' || first?.kind !== 'date' || !isOneDay(dates)) return [];
  return Date.parse(stamp.local.slice(0, 10)) - Date.parse(first.local) > MONTHS_LATER ? [first] : [];
}

/**
 * Short lines that print the instant of a stamp in UTC on the clock of their place, as long as they say one day: the minute is the
 * same, and so many hours between that it was another day there.
 */
export function datesOfInstant(page: CheerioAPI, stamps: readonly FoundDate[]): readonly FoundDate[] {
  const stamp = stamps.find((date) => date.kind === 'date' && date.use === 'published');
  if (stamp?.kind !== 'date' || !stamp.local.endsWith('+00:00')) return [];
  const printed = { ...stamp, value: stamp.local };
  const dates = linesOf(listShown(page))
    .filter((line) => line.length <= MAX_LABELLED && /\d{4}.*\d[:h]\d/.test(line))
    .flatMap((line) => findDates(line))
    .filter((date) => date.kind === 'date' && date.use === 'published' && isSameInstant(printed, date));
  return isOneDay(dates) ? dates : [];
}

/** A part of the page's name that is a date and nothing else: `Title | Site | 23.05.2011`. */
export function datesOfName(name: string): readonly FoundDate[] {
  const parts = name.slice(0, MAX_NAME).split(/\s[|–-]\s/u);
  // A part may begin inside a span of days: 14. - 20. Januar 2022.
  const whole = findDates(name.slice(0, MAX_NAME));
  const dates = parts.length < 2 ? [] : parts.flatMap((part) => readDateLine(part) ?? []);
  return dates.filter((date) => whole.some((other) => isOneDay([date, other])));
}

/**
 * Addresses of many papers hold the day: /2023/04/14/, /2023-04-14 or /20230414/. A part that begins with day, month and
 * year is also the day of an event where it is Vietnamese.
 */
export function datesOfAddress(urls: readonly string[], title: string): readonly FoundDate[] {
  for (const url of urls) {
    const [, year, , month = '', day = ''] = /\/(\d{4})([/-])(\d{1,2})\2(\d{1,2})(?![\dA-Za-z])/.exec(url) ?? [];
    const first = /\/~?(\d{2}-\d{2}-\d{4})(?![\d])/.exec(url)?.[1];
    const [, whole, two, last] = /\/(20\d{2})(\d{2})(\d{2})(?=\/|$)/.exec(url) ?? [];
    const closed = whole === undefined ? first : `${whole}-${two}-${last}`;
    const printed = year === undefined ? closed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (printed === undefined || (year === undefined && isVietnamese(title))) continue;
    const found = findDates(printed).filter(({ kind }) => kind === 'date');
    if (found.length > 0) return found;
  }
  return [];
}

function countEach(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

function linesOf(elements: readonly PageElement[]): readonly string[] {
  return readBlocks(elements)
    .slice(0, MAX_LINES)
    .flatMap((block) => block.text.split('\n'));
}

/** In Vietnam the day comes first; elsewhere this may be October 11 as well as November 10: 10/11/2022. */
export const EITHER_FIRST = /(?<!\d)(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])\/\d{4}/;

/** What programs write around the date of the page's own article, wherever they put it; the surer ones first. */
const SAID: readonly string[] = [
  'time.published, time.entry-date, time[pubdate], time[itemprop="datePublished"], abbr.published, [itemprop="datePublished"], [property$="dateCreated"]',
  'time[datetime], relative-time[datetime]',
  '.published, .entry-date, .post-date, .publish-date, .published-date, .article-date, .ngay-dang',
  '.entry-meta, .post-meta, .postmeta, .postmetadata, .asset-meta, .article-meta, .article-metadata, .byline',
];
const ASIDE = '[class*="comment" i], [id*="comment" i], .sidebar, #sidebar, .widget, .widget-area, aside';
const MAX_MARKED = 40;
/** The date of an article stands at its head and perhaps at its foot. */
const MAX_ALONE = 3;
/** 30.10.23, as German sites print days; dots tell that the day comes first. */
const SHORT_YEAR = /(?<![\d.])(?<day>\d{1,2}\.\d{1,2}\.)(?<year>[0-3]\d)(?![\d.])/;
const MAX_SCRIPTS = 60;
const MAX_SCRIPT = 2_000_000;
const IN_SCRIPT =
  /(?:datePublished|publishedAt|published_at|publishDate|publish_date|publicationDate|publication_date|firstPublishedAt)\\{0,8}(?:["']|&quot;)?\s?[:=,]\s?(?:\[\d,)?\\{0,8}(?:["']|&quot;)?(\d{4}-\d{2}-\d{2}(?:[T ][\d:.+Z-]{0,24})?)/g;
const MONTHS_LATER = 60 * 24 * 60 * 60_000;
const MAX_LINES = 3000;
const MAX_LABELLED = 200;
const MAX_NAME = 400;
const LABEL =
  /^\(?(?:(?:first |date )?published(?: on)?|publication date|posted(?: on)?|date|datum|data|fecha|veröffentlicht(?: am)?|veröffentlichung(?:sdatum)?|erschienen(?: am)?|publié(?:e)?(?: le)?|mis en ligne(?: le)?|publicado(?: el| em)?|pubblicato(?: il)?|gepubliceerd(?: op)?|geplaatst(?: op)?|this (?:entry|post) was posted(?: on)?|(?:this page was )?last (?:edited|modified|updated)(?: on)?|dieser (?:beitrag|artikel|eintrag) wurde(?: vor)?(?: am)?)(?!\p{L})\s{0,3}:?\s{0,3}/iu;
