/**
 * The dates of one element that stands for a date, and what it says of them: when the page was published, or when it was changed.
 *
 * Programs write the day of the last change into the same marks as that of publication, and say which it is in a word before it, in
 * its own text or in a name. A date below a reader's comment or review is that reader's.
 */
import { readBlocks } from './blocks.ts';
import { type FoundDate, findDates } from './dates.ts';
import { closestTo } from './markup.ts';
import { type PageElement, type PageNode, parentOf, textOf } from './page-elements.ts';
import { isSpan, readDateLine } from './published.ts';
import { tidyLine } from './wording.ts';

/** A date by attribute is the page's word for machines; by text it must be a date line, and short. */
export function datesOf(element: PageElement): readonly FoundDate[] {
  if (isOfReader(element)) return [];
  const { attribs } = element;
  const said = attribs['datetime'] ?? attribs['content'] ?? (element.name === 'abbr' ? attribs['title'] : undefined);
  const dates = said === undefined ? [] : findDates(said);
  const found = dates.length > 0 ? dates : datesShown(element);
  return found.length > 0 && isOfChange(element) ? found.map(asUpdate) : found;
}

export function asUpdate(date: FoundDate): FoundDate {
  return date.kind === 'date' ? { ...date, use: 'updated' } : date;
}

/** Whether a line or what stands before a date ends by saying that the date is that of a change: Last updated on, Stand vom. */
export function endsAsUpdate(line: string): boolean {
  return UPDATED.test(line.slice(-MAX_LABEL));
}

/** Whether a reader wrote what the element stands in. */
function isOfReader(element: PageElement): boolean {
  return closestTo(element, BY_READERS) !== null;
}

function datesShown(element: PageElement): readonly FoundDate[] {
  const lines = readBlocks([element]).flatMap((block) => block.text.split('\n'));
  return lines.slice(0, 5).flatMap((line) => readDateLine(line) ?? firstOf(line.slice(0, 120)));
}

function firstOf(line: string): readonly FoundDate[] {
  const dates = findDates(line);
  return isSpan(line, dates) ? [] : dates.slice(0, 1);
}

function isOfChange(element: PageElement): boolean {
  const { itemprop = '', class: names = '' } = element.attribs;
  if (/publi|created/i.test(itemprop)) return false;
  const own = tidyLine(textOf(element).slice(0, MAX_LABEL));
  const above = parentOf(element)?.attribs['class'] ?? '';
  const isNamed = [names, above].some((name) => CHANGED.test(name) && !/publi|creat|post/i.test(name));
  return (
    /modified|updated/i.test(itemprop) || isNamed || OPENS_AS_UPDATE.test(own) || endsAsUpdate(textBefore(element))
  );
}

/** What is read right before an element, out of the boxes around it while it opens them. */
function textBefore(element: PageElement): string {
  let holder: PageElement | null = element;
  for (let level = 0; level < MAX_LEVELS && holder !== null; level += 1) {
    let text = '';
    let node: PageNode | null = holder.prev;
    for (let steps = 0; node !== null && steps < MAX_STEPS && text.length < MAX_LABEL; steps += 1) {
      text = tidyLine(`${endOf(node)} ${text}`);
      node = node.prev;
    }
    if (text !== '') return text;
    holder = parentOf(holder);
  }
  return '';
}

/** The last characters that a node shows, without reading what stands before them: texts are long. */
function endOf(node: PageNode): string {
  if (!('attribs' in node)) return textOf(node).slice(-MAX_LABEL);
  if (/^(?:script|style|template|svg)$/.test(node.name)) return '';
  return node.lastChild === null ? '' : endOf(node.lastChild);
}

const MAX_LABEL = 80;
const MAX_LEVELS = 3;
const MAX_STEPS = 6;

/** What readers wrote: comments and reviews. */
export const BY_READERS =
  '.comment-body, .comment-meta, .comment-metadata, .commentmetadata, .comment-list, .commentlist, [itemtype$="/Comment"], [itemtype$="/UserComments"], [itemtype$="/Review"]';
const CHANGED = /(?:^|[-_\s])(?:last-?)?(?:changed|modified|reviewed|updated-?at)(?:$|[-_\s])/i;
const UPDATED =
  /(?<!\p{L})(?:updated|modified|edited|revised|reviewed|last active|aktualisiert|überarbeitet|geändert|mis à jour|actualizado|aggiornato|atualizado)(?: on| at| am| le| el| il| em)?\s?:?$/iu;
const OPENS_AS_UPDATE =
  /^\(?(?:last |zuletzt )?(?:updated|modified|edited|revised|reviewed|aktualisiert|überarbeitet|geändert|mis à jour|actualizado|aggiornato|atualizado)(?!\p{L})/iu;
