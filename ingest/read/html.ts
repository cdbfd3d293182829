/**
 * An HTML page → article.
 *
 * Each part is looked for in one order: where the source file says, where the page's engine keeps it, what the page says of
 * itself to machines, what its markup suggests. What is found nowhere is null. Forms are never dropped: ASP.NET wraps whole pages
 * in one. Bytes and encodings are read.ts's and charset.ts's.
 */
import type { CheerioAPI } from 'cheerio';
import { type ReadArticle, type ReadWarning, unreadArticle } from './article.ts';
import { isSourceLine, tidyAuthor } from './authors.ts';
import { type Block, dropCaptions, readBlocks, readPictureTexts } from './blocks.ts';
import { type FoundBody, findBody } from './body.ts';
import { composeText } from './charset.ts';
import { anyEngine, captionSelectors, commentSelectors, type Engine, engines, suspectSelectors } from './engines.ts';
import { dropFurniture, isFurniture } from './furniture.ts';
import { findLead, placeLead } from './lead.ts';
import { convertLegacyPage } from './legacy-page.ts';
import { readAttachments, settleCanonical } from './links.ts';
import { holdsAny, isBelow, listBelow, listSafely, listShown, openPage } from './markup.ts';
import { findAuthor, personOf, readBylineAuthor } from './page-author.ts';
import { collectDates, findContainer, headLines, type PageParts } from './page-dates.ts';
import { type PageElement, textOf, textOfAll } from './page-elements.ts';
import { type PageZone, readByline, settleDates } from './published.ts';
import { readStructured } from './structured.ts';
import { takeAuthor } from './text.ts';
import { findTitle, findTitleAbove, partShown, titleTagOf } from './title.ts';
import {
  endsLikeSentence,
  foldForComparison,
  foldsTo,
  isVietnamese,
  joinParagraphs,
  mendLookAlikes,
  tidyLine,
} from './wording.ts';

/** CSS selectors of a source file's `read:`; what is empty or absent is found by itself. */
export interface ReadSelectors {
  readonly title?: string | undefined;
  readonly lead?: string | undefined;
  readonly body?: string | undefined;
  readonly author?: string | undefined;
  readonly published?: string | undefined;
  readonly remove?: readonly string[] | undefined;
}

export interface HtmlPage {
  readonly html: string;
  readonly url: string;
  readonly encoding: string | null;
  readonly selectors: ReadSelectors;
  /** A date after this one is doubted; null asks nothing. */
  readonly now: Date | null;
}

/** Reads a page as an article: `ok`, `text_unavailable` where it shows no text, `failed` where it cannot be parsed. */
export function readHtml({ html, url, encoding, selectors, now }: HtmlPage): ReadArticle {
  const composed = composeText(html);
  const opened = openPage(composed);
  if (opened.kind === 'refused') return unreadArticle('failed', opened.reason, url, encoding);
  const { page } = opened;
  const legacy = convertLegacyPage(page);
  const engine = recogniseEngine(page);
  const facts = readStructured(page);
  const body = findBody(page, legacy === null ? composed : page.html(), selectors.body ?? '', engine);
  const title =
    findTitle(page, selectors.title ?? '', engine, facts) ?? findTitleAbove(page, body?.element ?? null, facts);
  const titleName = tidyLine(titleTagOf(page)).normalize('NFC');
  const parts: PageParts = { page, engine, facts, title, body: body?.element ?? null };
  const container = findContainer(parts);
  const head = headLines(parts, container);
  const found = collectDates(parts, selectors.published ?? '', head, url);
  const scope = container === null ? listShown(page) : [container];
  const attachments = readAttachments(
    page,
    [scope, ...(engine?.attachments ?? []).map((css) => listSafely(page, css))],
    url,
  );
  const namedAuthor = findAuthor(parts, scope, selectors.author ?? '') ?? readBylineAuthor(head);
  const markedLead = findLead(parts, scope, selectors.lead ?? '');
  const section = facts.section ?? findSection(page, engine, title?.text ?? null);
  const layout = warnOfLayout(page, selectors, body);
  const isBare = title === null && container !== null && body !== null;
  const above = isBare ? titleAboveDate(readBlocks([container], { until: body.element })) : null;
  const blocks = body === null ? [] : readBody(body, engine, selectors);
  const prose = body === null ? proseOf(facts.articleBody) : blocks.map((block) => block.text);
  const names = title?.element == null ? [title?.text ?? '', titleName] : [];
  const heading = partShown(names, prose) ?? title?.text ?? titleOfText(blocks) ?? above;
  const trimmed = dropHead(dropFurniture(prose), heading, facts.siteName);
  const closing = takeAuthor(dropAuthor(dropSource(trimmed), namedAuthor));
  const told = placeLead(closing.paragraphs, markedLead);
  const text = mendLookAlikes(joinParagraphs(told.paragraphs));
  const dates = settleDates(found, now, zoneOf(url, facts.language, `${heading ?? ''}\n${text}`));
  const mend = (part: string | null): string | null =>
    part === null ? null : mendLookAlikes(part, `${part}\n${text}`);
  return {
    status: text === '' ? 'text_unavailable' : 'ok',
    error: text === '' ? explainEmpty(attachments.length) : null,
    encoding: legacy ?? encoding,
    url,
    canonicalUrl: settleCanonical(facts.ownUrls, url),
    title: mend(heading),
    lead: mend(told.lead),
    text,
    author: mend(namedAuthor ?? closing.author ?? personOf(facts.author, facts.siteName)),
    published: dates.published,
    updated: dates.updated,
    language: facts.language,
    section,
    attachments,
    warnings: [...dates.warnings, ...layout],
  };
}

/** Some reports are nothing but files: whoever reads this knows where to look. */
function explainEmpty(files: number): string {
  if (files === 0) return 'The page shows no text of an article.';
  return `The page shows no text of an article, only ${files === 1 ? 'one attached file' : `${files} attached files`}.`;
}

const MAX_TITLE = 1000;
/** A Vietnamese text of this length has letters that show it. */
const MIN_TELLING = 60;
/** An article may be much shorter than what its readers write below it. */
const MIN_REST = 200;

/** Templates call Vietnamese pages English, so that the text is asked first; where nothing tells, it is a page of Vietnam. */
function isOfVietnam(url: string, language: string | null, text: string): boolean {
  const isThere = URL.canParse(url) && new URL(url).hostname.endsWith('.vn');
  return (
    isThere ||
    isVietnamese(text.slice(0, 5000)) ||
    language === 'vi' ||
    (language === null && text.length < MIN_TELLING)
  );
}

function zoneOf(url: string, language: string | null, text: string): PageZone {
  if (isOfVietnam(url, language, text)) return 'vietnam';
  return language !== null && EASTERN.has(language) ? 'printed-east' : 'printed';
}

/** Languages whose countries all lie east of Greenwich. */
const EASTERN: ReadonlySet<string> = new Set(
  'bg cs de el et fi hr hu id it ja ko lt lv nb nn no pl ro ru sk sl sr sv th tr uk zh'.split(' '),
);

function recogniseEngine(page: CheerioAPI): Engine | null {
  return engineMarks.find(({ css }) => holdsAny(page, css))?.engine ?? null;
}

const engineMarks = engines.map((engine) => ({ engine, css: engine.marks.join(', ') }));

/** The blocks of the body, without what only looks like text. Changes the page it is given: nothing else is read from it after. */
function readBody({ page, root }: FoundBody, engine: Engine | null, selectors: ReadSelectors): readonly Block[] {
  const pictureTexts = readPictureTexts(page, root);
  const find = (css: string): readonly PageElement[] => listSafely(page, css, root);
  const remove = (elements: readonly PageElement[]): void => {
    if (elements.length > 0) page([...elements]).remove();
  };
  const lead = selectors.lead === undefined || selectors.lead === '' ? [] : find(selectors.lead);
  for (const css of [...(selectors.remove ?? []), ...(engine?.remove ?? []), ...anyEngine.remove])
    remove(find(css).filter((element) => !lead.includes(element)));
  // Only now: scripts are long, and no text of the page.
  const size = textOfAll(root).length;
  const isSmall = (element: PageElement): boolean => textOf(element).length < size / 2;
  for (const css of commentSelectors) {
    const found = find(css);
    const outer = found.filter((element) => !found.some((other) => isBelow(element, other)));
    if (size - textOfAll(outer).length >= MIN_REST) remove(outer);
  }
  for (const css of suspectSelectors) remove(find(css).filter(isSmall));
  remove(find('ul, ol, div, table').filter((element) => isLinkList(element) && isSmall(element)));
  for (const css of captionSelectors) {
    const captions = find(css).filter((element) => isSmall(element) && listBelow(element, 'table').length === 0);
    if (captions.length > 0) page(captions).replaceWith('<img>');
  }
  return dropCaptions(readBlocks(root), pictureTexts);
}

/** A title that only stands in the text: what opens it and is no sentence, set apart as titles are or by the date below it. */
function titleOfText(blocks: readonly Block[]): string | null {
  const [first, second] = blocks;
  if (first === undefined || second === undefined) return null;
  const lines = first.text.split('\n');
  const date = lines.findIndex((line) => readByline(line) !== null);
  const text = (date === -1 ? lines : lines.slice(0, date)).join(' ');
  if (text.length > 250 || text.split(' ').length < 4 || endsLikeSentence(text)) return null;
  const isProse = first.kind === 'prose';
  const isDated = isProse && (date !== -1 || readByline(second.text) !== null);
  return first.kind === 'heading' || isDated || (isProse && (first.isBold || first.align === 'center')) ? text : null;
}

/** Where nothing else tells a title: of the lines that stand before the text, the one right above its date. */
function titleAboveDate(blocks: readonly Block[]): string | null {
  const lines = blocks.flatMap(({ text }) => text.split('\n')).slice(-LINES_ABOVE);
  const date = lines.findLastIndex((line) => readByline(line) !== null);
  const text = lines[date - 1] ?? '';
  const isLong = text.length <= 250 && text.split(' ').length >= 4;
  return isLong && !endsLikeSentence(text) && !isFurniture(text) ? text : null;
}

const LINES_ABOVE = 8;

/** Where a report was taken from stands behind its authors. */
function dropSource(paragraphs: readonly string[]): readonly string[] {
  const last = paragraphs.findLastIndex((paragraph) => !isSourceLine(paragraph));
  return last < paragraphs.length - 3 ? paragraphs : paragraphs.slice(0, last + 1);
}

/** Three links and more with hardly a word between them are other news, whatever their box is called. */
function isLinkList(box: PageElement): boolean {
  const links = listBelow(box, 'a');
  if (links.length < 3) return false;
  const size = tidyLine(textOf(box)).length;
  return size > 0 && links.reduce((sum, a) => sum + tidyLine(textOf(a)).length, 0) >= size * 0.9;
}

/** Above the text stand the title again, its date and the name of the site; a date may also stand below. */
function dropHead(paragraphs: readonly string[], title: string | null, siteName: string | null): readonly string[] {
  const names = [title, siteName].flatMap((name) => (name === null ? [] : [foldForComparison(name)]));
  const isHead = (paragraph: string): boolean =>
    names.some((name) => foldsTo(paragraph.slice(0, MAX_TITLE), name)) ||
    paragraph.split('\n').every((line) => readByline(line) !== null);
  return paragraphs
    .map((paragraph, at) => (at < 2 ? dropFirstLines(paragraph, isHead) : paragraph))
    .filter((paragraph, at) => paragraph !== '' && !((at < 6 || at >= paragraphs.length - 2) && isHead(paragraph)));
}

/** Single <br> may hold title, date and lead together. */
function dropFirstLines(paragraph: string, isHead: (line: string) => boolean): string {
  const lines = paragraph.split('\n');
  const from = lines.findIndex((line) => !isHead(line));
  return from === -1 ? '' : lines.slice(from).join('\n');
}

/** The paragraph at either end that only names the authors already known. */
function dropAuthor(paragraphs: readonly string[], author: string | null): readonly string[] {
  if (author === null) return paragraphs;
  const wanted = foldForComparison(author);
  const isAuthor = (paragraph: string): boolean => foldForComparison(tidyAuthor(paragraph) ?? '') === wanted;
  return paragraphs.filter((paragraph, at) => !((at < 3 || at >= paragraphs.length - 3) && isAuthor(paragraph)));
}

function findSection(page: CheerioAPI, engine: Engine | null, title: string | null): string | null {
  for (const css of [...(engine?.section ?? []), ...anyEngine.section]) {
    const shown = listSafely(page, css).at(-1);
    const text = shown === undefined ? '' : tidyLine(textOf(shown));
    const isTitle = title !== null && foldForComparison(text) === foldForComparison(title);
    if (text !== '' && text.length <= 80 && !isTitle && !/^trang (?:chủ|nhất)$/iu.test(text)) return text;
  }
  return null;
}

function proseOf(articleBody: string | null): readonly string[] {
  return (articleBody ?? '')
    .split(/\n+/u)
    .map(tidyLine)
    .filter((line) => line !== '');
}

/** A selector that finds nothing, and a body that had to be guessed, are how a changed layout shows. */
function warnOfLayout(page: CheerioAPI, selectors: ReadSelectors, body: FoundBody | null): readonly ReadWarning[] {
  const warnings: ReadWarning[] = [];
  for (const part of ['title', 'lead', 'body', 'author', 'published'] as const) {
    const css = selectors[part] ?? '';
    if (css !== '' && listSafely(page, css).length === 0) {
      warnings.push({ code: 'selector-unmatched', detail: `read.${part} finds nothing: ${css}` });
    }
  }
  if (body?.how === 'readability' || body?.how === 'densest') {
    warnings.push({ code: 'body-guessed', detail: `No known place of the text; taken by ${body.how}.` });
  }
  return warnings;
}
