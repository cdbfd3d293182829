/**
 * Where a page that holds nothing but a way on leads: `<meta http-equiv="refresh" content="0; url=/moi/bai-1.html">`.
 *
 * Old portals move pages so, having no say over their server's redirects. Only a page with hardly a word is such a way: a
 * report that sends its readers home after a minute, or loads itself anew, is a page like any other. What stands in
 * comments, scripts and `noscript` is not meant for readers with a browser, whose page this is.
 */
import { readUrl } from './guard.ts';

/** The address, null for a page that leads nowhere. `bytes` are those of an answer with status 2xx from `url`. */
export function refreshTarget(url: URL, bytes: Uint8Array, contentType: string | null): URL | null {
  if (bytes.length > MOST_BYTES || !/html|^$/i.test(contentType ?? '')) return null;
  const page = unread.reduce((text, [from, to]) => cutOut(text, from, to), new TextDecoder().decode(bytes));
  const content = [...page.matchAll(META)].flatMap(([, inside = '']) => refreshOf(inside))[0];
  if (content === undefined || wordsOf(page) > MOST_LETTERS) return null;
  const [, seconds, given] = REFRESH.exec(content.trim()) ?? [];
  if (seconds === undefined || given === undefined || Number(seconds) > MOST_SECONDS) return null;
  const base = /<base\b[^<>]{0,500}?\bhref\s{0,9}=\s{0,9}["']?([^"'\s<>]{1,2000})/i.exec(page)?.[1];
  const target = readUrl(decode(given.trim()), (base === undefined ? null : readUrl(decode(base), url)) ?? url);
  if (target === null) return null;
  target.hash = '';
  return target.href === url.href ? null : target;
}

/** A page that is only a way on is small. */
const MOST_BYTES = 64 * 1024;
/** Room for "this page has moved, you will be taken there in a moment", in letters. */
const MOST_LETTERS = 300;
const MOST_SECONDS = 10;
const META = /<meta\b([^<>]{0,3000})>/gi;
const REFRESH = /^(\d{1,4})(?:\.\d{0,9})?\s{0,9}[;,]\s{0,9}(?:url\s{0,9}=\s{0,9})?["']?([^"']{1,2000})/i;

const unread = [
  ['<!--', '-->'],
  ['<script', '</script'],
  ['<style', '</style'],
  ['<noscript', '</noscript'],
] as const;

/** The text without all that stands between two marks; what is not ended goes to the end. Linear. */
function cutOut(text: string, from: string, to: string): string {
  const lower = text.toLowerCase();
  // A letter whose small form is longer would shift all places behind it.
  if (lower.length !== text.length || !lower.includes(from)) return text;
  let kept = '';
  let at = 0;
  for (;;) {
    const begin = lower.indexOf(from, at);
    if (begin < 0) return kept + text.slice(at);
    kept += text.slice(at, begin);
    const end = lower.indexOf(to, begin + from.length);
    if (end < 0) return kept;
    at = end + to.length;
  }
}

/** What a meta's attributes say of a refresh: its `content`, or nothing. */
function refreshOf(attributes: string): readonly string[] {
  if (!/\bhttp-equiv\s{0,9}=\s{0,9}["']?\s{0,9}refresh\b/i.test(attributes)) return [];
  const [, double, single, bare] =
    /\bcontent\s{0,9}=\s{0,9}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))/i.exec(attributes) ?? [];
  return [double ?? single ?? bare ?? ''];
}

function wordsOf(page: string): number {
  const text = cutOut(page, '<title', '</title').replace(/<[^<>]{0,5000}>/g, ' ');
  return text.match(/\p{L}/gu)?.length ?? 0;
}

function decode(address: string): string {
  return address.replace(/&(?:amp|#38|#x26);/gi, '&').trim();
}
