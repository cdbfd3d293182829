/**
 * The words of a page in which no article was found, roughly: enough to see that it is a notice, a login or a puzzle.
 *
 * One pass over a bounded piece of it, without a parser, because nothing but a few wordings is looked for in what comes
 * out.
 */

/** At most this much of a page is looked at, in bytes. */
const LOOKED_AT = 300_000;
/** What hides its words from readers, or stands on every page of a site. */
const SKIPPED = ['script', 'style', 'nav', 'header', 'footer', 'aside', 'noscript', 'svg', 'select'];

/** Visible words of the page outside its frame, in NFC, blanks joined. */
export function roughWords(bytes: Uint8Array): string {
  const html = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT));
  const lower = html.toLowerCase();
  let words = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    words += ` ${html.slice(at, open)}`;
    const close = html.indexOf('>', open);
    if (close === -1) return tidy(words);
    const name = /^[a-z]{1,10}/.exec(lower.slice(open + 1, open + 11))?.[0] ?? '';
    const end = SKIPPED.includes(name) ? lower.indexOf(`</${name}`, close) : close;
    if (end === -1) return tidy(words);
    at = end === close ? close + 1 : end;
  }
  return tidy(words + html.slice(at));
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim().normalize('NFC');
}
