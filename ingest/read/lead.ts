/**
 * The lead of a report (sapo): its opening, which many sites set apart from the text, in the text, or both.
 *
 * Lists of other news carry leads too, so one that stands behind the text, or in a list, is not this article's.
 */
import { readBlocks } from './blocks.ts';
import { anyEngine } from './engines.ts';
import { dropFurniture } from './furniture.ts';
import { isBefore, isBelow, isOfOtherNews, listSafely } from './markup.ts';
import type { PageParts } from './page-dates.ts';
import type { Elements, PageElement } from './page-elements.ts';
import { foldForComparison } from './wording.ts';

export interface PlacedLead {
  readonly lead: string | null;
  readonly paragraphs: readonly string[];
}

/** The lead that markup names, null where none does. */
export function findLead(parts: PageParts, scope: Elements, selector: string): string | null {
  const { page, engine, title } = parts;
  const asked = selector === '' ? [] : [selector];
  const known = [...asked, ...(engine?.lead ?? [])];
  const wanted = foldForComparison(title?.text ?? '');
  for (const css of [...known, ...anyEngine.lead]) {
    const found = listSafely(page, css, known.includes(css) ? undefined : scope);
    for (const element of found.slice(0, 10)) {
      if (!asked.includes(css) && !isInPlace(parts, element)) continue;
      const shown = withoutParts(page, element, engine?.remove ?? []);
      const lines = dropFurniture(readBlocks(shown, { tables: 'walked' }).map((block) => block.text));
      const text = lines.join(' ').replaceAll('\n', ' ');
      const least = known.includes(css) ? 1 : MIN_LEAD;
      if (text.length >= least && text.length <= MAX_LEAD && foldForComparison(text) !== wanted) return text;
    }
  }
  return null;
}

/** Lets the marked lead open the text once; without one, the opening paragraph is the lead. */
export function placeLead(paragraphs: readonly string[], marked: string | null): PlacedLead {
  if (marked === null) return { lead: leadOf(paragraphs), paragraphs };
  const wanted = foldForComparison(marked);
  const fold = (paragraph: string): string => foldForComparison(paragraph.slice(0, MAX_LEAD * 2));
  const at = paragraphs.slice(0, 3).findIndex((paragraph) => fold(paragraph).startsWith(wanted));
  if (at === -1) return { lead: marked, paragraphs: [marked, ...paragraphs] };
  const found = paragraphs[at] ?? marked;
  const rest = paragraphs.filter((_, index) => index !== at);
  return { lead: fold(found) === wanted ? found : marked, paragraphs: [found, ...rest] };
}

/** The opening paragraph of a report that has more than one; null where it is too long for a lead. */
export function leadOf(paragraphs: readonly string[]): string | null {
  const [first] = paragraphs;
  return first === undefined || paragraphs.length < 2 || first.length > MAX_OPENING ? null : first;
}

const MIN_LEAD = 20;
const MAX_LEAD = 1500;
const MAX_OPENING = 1000;
/** How many blocks may stand before a lead inside the body: title, date, a caption. */
const MAX_BEFORE = 4;

/** The element, or a copy of it without what the selectors find. */
function withoutParts(page: PageParts['page'], element: PageElement, removed: readonly string[]): Elements {
  if (removed.length === 0 || !element.childNodes.some((node) => 'attribs' in node)) return [element];
  const shown = page(element).clone();
  for (const css of removed) shown.find(css).remove();
  return shown;
}

function isInPlace({ body }: PageParts, element: PageElement): boolean {
  if (isOfOtherNews(element)) return false;
  if (body === null || isBefore(element, body)) return true;
  return isBelow(element, body) && readBlocks([body], { until: element, most: MAX_BEFORE }).length <= MAX_BEFORE;
}
