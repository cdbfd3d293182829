/**
 * Makes an address that looks like a site's articles and cannot be one, to learn what the host answers then.
 *
 * Sites find an article by its number, by its words or by both, and do not heed the rest: so all of it is changed.
 */

/**
 * @example impossibleAddress('https://bao.example.vn/hop-giao-ban-post123.html')
 *   // https://bao.example.vn/khong-co-hop-giao-ban-post9080706050123.html
 */
export function impossibleAddress(articleUrl: string): string {
  const url = new URL(articleUrl);
  const numbered = [...url.searchParams].filter(([, value]) => /^\d+$/.test(value));
  const segments = url.pathname.split('/');
  const place = Math.max(
    segments.findLastIndex((segment) => segment !== ''),
    1,
  );
  for (const [name, value] of numbered) url.searchParams.set(name, `${FAR}${value}`);
  // The page for paper has a number too, which tells nothing: the story's own stands in the path then.
  const name = segments[place] ?? '';
  if (numbered.length > 0 && !OF_STORY.test(name.replace(ESCAPE, 'x'))) return url.href;
  segments[place] =
    `khong-co-${name.replace(ESCAPE_OR_DIGITS, (found) => (found.startsWith('%') ? found : `${FAR}${found}`))}`;
  url.pathname = segments.join('/');
  url.search = '';
  return url.href;
}

/** An escaped byte (`%E1`) is half a letter, and its digits are no number. */
const ESCAPE = /%[0-9A-Fa-f]{2}/g;
const ESCAPE_OR_DIGITS = /%[0-9A-Fa-f]{2}|\d+/g;
/** What names a story, and no program that shows them all: a number, or many words. */
const OF_STORY = /\d{2}|^(?:[^-.]{1,40}-){4}[^.]{1,300}(?:\.html?)?$/;
/** No site has come this far in counting its articles. */
const FAR = '9080706050';
