/**
 * The document behind a citation in short, beside its link, while the mouse or the keyboard is on it.
 *
 * All of it stands in the page already: the parts marked `data-brief` of the entry that the link names. A small card with
 * copies of them follows the link, so that Tab goes from the link into the card and on; Escape closes it, the mouse may move
 * onto it (WCAG 2.2, 1.4.13). A finger follows the link at the first tap, as without scripts.
 */

const OPEN_AFTER_MS = 150;
const CLOSE_AFTER_MS = 250;
/** Candidates shown; the entry has all. */
const MOST_CANDIDATES = 3;

interface Shown {
  readonly link: HTMLAnchorElement;
  readonly card: HTMLElement;
}

export function startHover(root: Document): void {
  const text = root.querySelector<HTMLElement>('article.text');
  const list = root.querySelector<HTMLElement>('.citations[data-open]');
  if (text === null || list === null) return;
  let shown: Shown | null = null;
  let timer = 0;

  const close = (): void => {
    window.clearTimeout(timer);
    shown?.card.remove();
    shown = null;
  };
  const open = (link: HTMLAnchorElement): void => {
    window.clearTimeout(timer);
    if (shown?.link === link) return;
    close();
    const card = makeCard(root, list, link);
    if (card === null) return;
    link.parentElement?.append(card);
    place(card, link, text);
    shown = { link, card };
  };
  const later = (work: () => void, ms: number): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(work, ms);
  };
  const isInside = (target: EventTarget | null): boolean =>
    shown !== null && target instanceof Node && (shown.link.contains(target) || shown.card.contains(target));

  text.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'mouse') return;
    const link = linkAt(event.target);
    if (link !== null) later(() => open(link), OPEN_AFTER_MS);
    else if (isInside(event.target)) window.clearTimeout(timer);
    else if (shown !== null) later(close, CLOSE_AFTER_MS);
    else window.clearTimeout(timer);
  });
  text.addEventListener('pointerleave', () => later(close, CLOSE_AFTER_MS));
  text.addEventListener('focusin', (event) => {
    const link = linkAt(event.target);
    if (link?.matches(':focus-visible')) open(link);
    else if (!isInside(event.target)) close();
  });
  text.addEventListener('focusout', (event) => {
    if (!isInside(event.relatedTarget)) later(close, 0);
  });
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || shown === null) return;
    const { link, card } = shown;
    if (card.contains(root.activeElement)) link.focus();
    close();
  });
}

function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('.cite > a[data-entry]') : null;
}

/** Copies of the marked parts of the link's entry, and a link that opens it; null where the page has no such entry. */
function makeCard(root: Document, list: HTMLElement, link: HTMLAnchorElement): HTMLElement | null {
  const entry = root.getElementById(link.dataset['entry'] ?? '');
  if (entry === null) return null;
  const card = root.createElement('span');
  card.className = 'preview';
  card.setAttribute('role', 'group');
  card.setAttribute('aria-label', list.dataset['preview'] ?? '');
  card.lang = root.documentElement.lang;
  for (const part of entry.querySelectorAll<HTMLElement>('[data-brief]')) card.append(copyPart(root, part));
  const more = root.createElement('a');
  more.href = link.href;
  more.textContent = list.dataset['open'] ?? '';
  card.append(more);
  return card;
}

function copyPart(root: Document, part: HTMLElement): HTMLElement {
  const copy = root.createElement('span');
  copy.className = 'part-of';
  copy.append(...[...part.childNodes].map((node) => node.cloneNode(true)));
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  for (const element of copy.querySelectorAll('.evidence')) element.remove();
  for (const extra of [...copy.querySelectorAll('.candidates > li')].slice(MOST_CANDIDATES)) extra.remove();
  // The one link of the card stands at its end; the name above it is plain, the candidates keep theirs.
  for (const name of copy.querySelectorAll('b > a')) name.replaceWith(...name.childNodes);
  return copy;
}

/** Under the link's last line, within the width of the window. The text is what it is placed against. */
function place(card: HTMLElement, link: HTMLAnchorElement, text: HTMLElement): void {
  const line = [...link.getClientRects()].at(-1) ?? link.getBoundingClientRect();
  const frame = text.getBoundingClientRect();
  const widest = root(link).clientWidth - card.offsetWidth - 16;
  card.style.left = `${Math.max(8, Math.min(line.left, widest)) - frame.left}px`;
  const isLow = line.bottom + card.offsetHeight + 8 > window.innerHeight && line.top > card.offsetHeight + 8;
  card.style.top = isLow ? `${line.top - frame.top - card.offsetHeight - 4}px` : `${line.bottom - frame.top + 4}px`;
}

function root(element: Element): HTMLElement {
  return element.ownerDocument.documentElement;
}
