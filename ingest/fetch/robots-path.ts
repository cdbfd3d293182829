/**
 * Paths and patterns of robots.txt in one spelling, and whether a pattern fits a path (RFC 9309, sections 2.2.2 and 2.2.3).
 *
 * Both sides are spelt alike: unreserved characters are written out, everything that may not stand in an address is
 * percent-encoded, hex digits are upper case. Reserved characters stay as they came, so that `%2F` is never a slash.
 * Only behind the question mark do `https://` and `https%3A%2F%2F` mean the same, as in the table of the RFC.
 * Files and addresses are written by strangers: nothing of theirs becomes a regular expression.
 */

/** A compiled rule path. */
export interface PathPattern {
  /** Octets of the pattern in our spelling, `*` and `$` included: the longer of two fitting rules wins. */
  readonly weight: number;
  /** What has to come one after the other, at the beginning first. */
  readonly pieces: readonly string[];
  /** True when the last piece has to end the path (`$`). */
  readonly isAnchored: boolean;
}

/** What matching may still cost, in characters looked at. */
export interface Effort {
  left: number;
}

/** A path with its query, spelt alike, and once more with the query's reserved characters written out. */
export interface AskedPath {
  readonly exact: string;
  readonly loose: string;
}

/** The patterns that one rule stands for: as written and, where its query says the same in another spelling, that too. */
export function compilePattern(path: string): readonly PathPattern[] {
  const exact = spellAlike(path);
  const loose = loosenQuery(exact);
  return (loose === exact ? [exact] : [exact, loose]).map((text) => compile(text, exact.length));
}

/**
 * Path and query of an address as a request would carry them: `https://a.example/x/../tin?id=1#top` asks for `/tin?id=1`.
 * An address without scheme or host is taken as a path, one that cannot be read as the root.
 */
export function askedPath(address: string): AskedPath {
  const exact = escapeSpecials(spellAlike(requestPath(address)));
  return { exact, loose: loosenQuery(exact) };
}

/** True when the pattern fits the path from its beginning; in time linear in both, taken from `effort`. */
export function fitsPath(pattern: PathPattern, { exact, loose }: AskedPath, effort: Effort): boolean {
  return fits(pattern, exact, effort) || (loose !== exact && fits(pattern, loose, effort));
}

function compile(text: string, weight: number): PathPattern {
  const isAnchored = text.endsWith('$');
  const body = (isAnchored ? text.slice(0, -1) : text).replaceAll('$', '%24');
  return { weight, pieces: body.replace(/\*{2,}/g, '*').split('*'), isAnchored };
}

function fits({ pieces, isAnchored }: PathPattern, path: string, effort: Effort): boolean {
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  effort.left -= 1;
  if (!path.startsWith(first)) return false;
  effort.left -= first.length;
  if (pieces.length === 1) return !isAnchored || path.length === first.length;
  // The leftmost place of each piece leaves the most room for those that follow.
  let at = first.length;
  const end = isAnchored ? pieces.length - 1 : pieces.length;
  for (let number = 1; number < end; number += 1) {
    const piece = pieces[number] ?? '';
    const found = findPiece(path, piece, at, effort);
    if (found === -1) return false;
    at = found + piece.length;
  }
  effort.left -= isAnchored ? last.length : 0;
  return !isAnchored || (path.length - last.length >= at && path.endsWith(last));
}

/** Where a piece stands at the leftmost, -1 for nowhere. */
function findPiece(path: string, piece: string, from: number, effort: Effort): number {
  if (piece.length > path.length - from) return -1;
  if (piece.length > SHORT_PIECE) return findLong(path, piece, from, effort);
  const found = path.indexOf(piece, from);
  effort.left -= (found === -1 ? path.length : found) - from + 1;
  return found;
}

/** Up to here `indexOf` is quick whatever stands there; of longer pieces it may look at each character anew for each place. */
const SHORT_PIECE = 8;

/** How much more a character costs below than where `indexOf` looks at it. */
const LONG_COST = 4;

/** Knuth, Morris and Pratt: no character of the path is looked at more than twice. */
function findLong(path: string, piece: string, from: number, effort: Effort): number {
  effort.left -= LONG_COST * (path.length - from + piece.length);
  const fallback = fallbacksOf(piece);
  let matched = 0;
  for (let at = from; at < path.length; at += 1) {
    const code = path.charCodeAt(at);
    while (matched > 0 && piece.charCodeAt(matched) !== code) matched = fallback[matched - 1] ?? 0;
    if (piece.charCodeAt(matched) === code) matched += 1;
    if (matched === piece.length) return at - matched + 1;
  }
  return -1;
}

/** For each beginning of a piece, how much of its own end is its beginning again. */
function fallbacksOf(piece: string): Int32Array {
  const fallback = new Int32Array(piece.length);
  let matched = 0;
  for (let at = 1; at < piece.length; at += 1) {
    while (matched > 0 && piece.charCodeAt(matched) !== piece.charCodeAt(at)) matched = fallback[matched - 1] ?? 0;
    if (piece.charCodeAt(matched) === piece.charCodeAt(at)) matched += 1;
    fallback[at] = matched;
  }
  return fallback;
}

function requestPath(address: string): string {
  const url = parseAddress(address);
  if (url === null) return '/';
  const whole = url.href.split('#', 1)[0] ?? '';
  const query = whole.indexOf('?');
  return url.pathname + (query === -1 ? '' : whole.slice(query));
}

function parseAddress(address: string): URL | null {
  const text = address.trim();
  const isPath = text.startsWith('/') && !text.startsWith('//');
  const hasScheme = /^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(text);
  const whole = isPath ? `http://path.invalid${text}` : hasScheme ? text : `http://${text.replace(/^\/\//, '')}`;
  return URL.canParse(whole) ? new URL(whole) : null;
}

const OTHER_SPELLING = /%[0-9a-f]{2}|[^\x21-\x7e]|["<>\\^`{|}]/giu;
const UNRESERVED = /^[A-Za-z0-9._~-]$/;
const encoder = new TextEncoder();

function spellAlike(text: string): string {
  return text.replace(OTHER_SPELLING, (found) => {
    if (found.length < 3 || !found.startsWith('%')) return encode(found);
    const character = String.fromCharCode(Number.parseInt(found.slice(1), 16));
    return UNRESERVED.test(character) ? character : found.toUpperCase();
  });
}

function encode(character: string): string {
  return [...encoder.encode(character)]
    .map((octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

/** In an address `*` and `$` are plain characters; in a pattern `%2A` and `%24` stand for them. */
function escapeSpecials(path: string): string {
  return path.replaceAll('*', '%2A').replaceAll('$', '%24');
}

/** Behind the first `?`, what need not be encoded there is written out; what parts the query (`& = +`) stays. */
function loosenQuery(path: string): string {
  const query = path.indexOf('?');
  if (query === -1) return path;
  const loose = path.slice(query + 1).replace(/%(?:3A|2F|3F|40|21|27|28|29|2C|3B|5B|5D)/g, (code) => {
    return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  });
  return path.slice(0, query + 1) + loose;
}
