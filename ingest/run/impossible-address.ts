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
  if (numbered.length > 0) {
    for (const [name, value] of numbered) url.searchParams.set(name, `${FAR}${value}`);
    return url.href;
  }
  const segments = url.pathname.split('/');
  const place = Math.max(
    segments.findLastIndex((segment) => segment !== ''),
    1,
  );
  segments[place] = `khong-co-${(segments[place] ?? '').replace(/\d+/g, (digits) => `${FAR}${digits}`)}`;
  url.pathname = segments.join('/');
  url.search = '';
  return url.href;
}

/** No site has come this far in counting its articles. */
const FAR = '9080706050';
