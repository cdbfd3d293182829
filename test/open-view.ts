/** A page as tests look at it: drawn, parsed, and asked for what stands where. */
import { parseHTML } from 'linkedom';
import { renderPage } from '../web/render.tsx';
import type { PageView } from '../web/view.ts';

export interface Opened {
  readonly text: (selector: string) => string;
  readonly all: (selector: string) => readonly string[];
  readonly links: (within: string) => readonly (readonly [text: string, href: string])[];
  readonly attribute: (selector: string, name: string) => string | null;
}

/** Draws a page and opens it. */
export function openView(view: PageView): Opened {
  const { document } = parseHTML(renderPage(view));
  const clean = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    text: (selector) => clean(document.querySelector(selector)),
    all: (selector) => [...document.querySelectorAll(selector)].map(clean),
    links: (within) =>
      [...document.querySelectorAll(`${within} a`)].map((link) => [clean(link), link.getAttribute('href') ?? '']),
    attribute: (selector, name) => document.querySelector(selector)?.getAttribute(name) ?? null,
  };
}
