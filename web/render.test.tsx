import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { vietnameseLetters } from './fixture-parts.ts';
import { everyPage } from './fixture-views.ts';
import { renderPage } from './render.tsx';
import { sheetNames } from './style-sheets.ts';
import type { PageView } from './view.ts';
import type { Lang } from './view-terms.ts';

const LANGUAGES: readonly Lang[] = ['vi', 'en'];
const pages = LANGUAGES.flatMap((lang) =>
  Object.entries(everyPage(lang)).map(([name, view]) => ({ name, lang, view })),
);

describe.each(pages)('page $name in $lang', ({ view, lang }) => {
  const html = renderPage(view);
  const { document } = parseHTML(html);

  it('is a whole page in its language, without script or inline style', () => {
    expect(html).toMatch(/^<!doctype html><html lang="(vi|en)">/);
    expect(document.documentElement.getAttribute('lang')).toBe(lang);
    expect(document.title).not.toBe('');
    expect(document.querySelectorAll('script, style, [style], iframe, img, object')).toHaveLength(0);
    expect(html).not.toMatch(/\son[a-z]+=/);
    expect(html).not.toMatch(/undefined|\[object|NaN|>null</);
  });

  it('has one h1, one main, a skip link that leads to it, and headings that skip no level', () => {
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('main')).toHaveLength(1);
    expect(document.querySelector('.skip')?.getAttribute('href')).toBe(`#${document.querySelector('main')?.id}`);
    const levels = [...document.querySelectorAll('main h1, main h2, main h3')].map((h) => Number(h.tagName.slice(1)));
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('labels every field, captions every table, repeats no id', () => {
    for (const field of document.querySelectorAll('input:not([type=hidden]), select')) {
      expect(document.querySelector(`label[for="${field.id}"]`)?.textContent, field.outerHTML).toMatch(/\S/);
    }
    for (const table of document.querySelectorAll('table')) {
      expect(table.querySelector('caption')?.textContent).toMatch(/\S/);
      expect(table.querySelectorAll('th:not([scope])')).toHaveLength(0);
    }
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('has no link or anchor that leads nowhere', () => {
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? ''), link.outerHTML).not.toBeNull();
    }
    for (const element of document.querySelectorAll('[aria-labelledby], [aria-describedby]')) {
      const id = element.getAttribute('aria-labelledby') ?? element.getAttribute('aria-describedby') ?? '';
      expect(document.getElementById(id), id).not.toBeNull();
    }
  });

  it('keeps its language in every link and form', () => {
    const links = [...document.querySelectorAll('a[href^="/"]:not([hreflang])')];
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      const query = new URL(link.getAttribute('href') ?? '', 'http://site.invalid').searchParams;
      expect(query.get('lang'), link.outerHTML).toBe(lang === 'en' ? 'en' : null);
    }
    for (const form of document.querySelectorAll('form')) {
      expect(form.querySelector('[name=lang]')?.getAttribute('value') ?? null).toBe(lang === 'en' ? 'en' : null);
    }
  });

  it('switches language at the same address', () => {
    const [vi, en] = [...document.querySelectorAll('.languages a')].map((link) => link.getAttribute('href') ?? '');
    expect(vi).toBe(view.frame.address);
    expect(en).toBe(`${view.frame.address}${view.frame.address.includes('?') ? '&' : '?'}lang=en`);
  });

  it('escapes whatever a source wrote, and drops addresses that run', () => {
    const evil = parseHTML(renderPage(poison(view))).document;
    expect(evil.querySelectorAll('script, img, svg[onload], iframe, style, [onerror], [onclick]')).toHaveLength(0);
    for (const element of evil.querySelectorAll('[href], [action], [src]')) {
      const target =
        element.getAttribute('href') ?? element.getAttribute('action') ?? element.getAttribute('src') ?? '';
      expect(target, element.outerHTML).toMatch(/^(https?:\/\/|\/(?![/\\])|#)/);
    }
    expect(evil.querySelectorAll('h1')).toHaveLength(1);
  });
});

describe('English pages', () => {
  it.each(Object.entries(everyPage('en')))('%s has no Vietnamese words of our own', (_name, view) => {
    const html = renderPage(
      change(view, (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')),
    );
    expect(html.replace('Tiếng Việt', '')).not.toMatch(vietnameseLetters);
  });

  it('mark the words of sources as Vietnamese', () => {
    const { document } = parseHTML(renderPage(everyPage('en')['article'] ?? fail()));
    expect(document.querySelector('h1 [lang=vi]')).not.toBeNull();
    expect(document.querySelector('.text [lang=vi] p')).not.toBeNull();
    expect(
      parseHTML(renderPage(everyPage('vi')['article'] ?? fail())).document.querySelector('main [lang]:not([lang=vi])'),
    ).toBeNull();
  });
});

const EVIL = '"\'><script>alert(1)</script><img src=x onerror=alert(1)>';
/** Keys whose values the server chooses from a fixed list. */
const FIXED = [
  'page',
  'lang',
  ...sheetNames,
  'notices',
  'kind',
  'purpose',
  'level',
  'status',
  'precision',
  'direction',
  'field',
  'sort',
  'role',
  'basis',
  'answer',
  'health',
];
const ADDRESSES = ['url', 'href', 'more', 'feed', 'snapshot', 'address', 'home'];

function poison(view: PageView): PageView {
  return change(view, (_text, key) => (ADDRESSES.includes(key) ? 'javascript:alert(1)' : EVIL));
}

/** The view with every text that is not ours changed. `name` is a filter's parameter where choices stand beside it. */
function change(view: PageView, alter: (text: string, key: string) => string): PageView {
  const changed: PageView = JSON.parse(JSON.stringify(view), function (this: object, key: string, value: unknown) {
    if (typeof value !== 'string' || FIXED.includes(key)) return value;
    if (key === 'name' && 'choices' in this) return value;
    return alter(value, key);
  });
  return changed;
}

function fail(): never {
  throw new Error('Reading the fixture views: expected an article among them, found none');
}
