/**
 * Parameters of an address, and which of them say nothing of what the page shows.
 *
 * Only what is known to be idle is dropped: `sid` is a session on one site and the story's number on another, so it stays.
 */
import { spellPart } from './percent-encoding.ts';

export interface Parameter {
  readonly name: string;
  /** Null for a name without `=`, as in `?OpenView`. */
  readonly value: string | null;
}

/**
 * The parameters of a query, each once, without idle ones, in the order of the page.
 * @example readQuery('?nid=7&utm_source=zalo&Keyword=') // [{ name: 'nid', value: '7' }]
 */
export function readQuery(search: string): readonly Parameter[] {
  const parameters = new Map<string, Parameter>();
  // Servlets put the session behind a semicolon, some of them behind the query.
  const plain = search.replace(/^\?/, '').replace(/;(?:jsessionid|phpsessid)=[^&;]*/gi, '');
  for (const piece of plain.split('&').slice(0, MAX_PARAMETERS)) {
    // A link escaped twice, as feeds have them, leaves `amp;` at the front of names.
    const cleaned = piece.replace(/^(?:amp;){1,3}/i, '').replaceAll('+', '%20');
    const cut = cleaned.indexOf('=');
    const name = spellPart(cut === -1 ? cleaned : cleaned.slice(0, cut));
    const value = cut === -1 ? null : spellPart(cleaned.slice(cut + 1));
    if (name === '' || idleParameters.some(({ is }) => is(name, value))) continue;
    parameters.set(`${name}=${value}`, { name, value });
  }
  return [...parameters.values()];
}

/** A file's parameters without passes: what lets one visit in for a while, and is another at every visit of its page. */
export function withoutPasses(parameters: readonly Parameter[]): readonly Parameter[] {
  return parameters.filter(({ name }) => !PASS.test(name));
}

/** `?a=1&b` in the order of names, those of one name in the order given; empty for no parameters. */
export function writeQuery(parameters: readonly Parameter[]): string {
  const sorted = parameters.toSorted((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()));
  const query = sorted.map(({ name, value }) => (value === null ? name : `${name}=${value}`)).join('&');
  return query === '' ? '' : `?${query}`;
}

/** Of parameters that hold one of `names`, whatever its case, only these, as printed; all of them where they hold none. */
export function keepNamed(parameters: readonly Parameter[], names: readonly string[]): readonly Parameter[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const kept = parameters.filter(({ name }) => wanted.has(name.toLowerCase()));
  return kept.length > 0 ? kept : parameters;
}

const MAX_PARAMETERS = 100;

const SESSION =
  /^(?:phpsessid|jsessionid|aspsessionid\w{0,40}|asp\.net_sessionid|session_?id|sess_?id|cfid|cftoken|zenid|oscsid)$/i;
const TRACKING =
  /^(?:utm_\w{1,40}|(?:fb|g|d|mscl|ms|y|tt|tw)clid|msclkid|wbraid|gbraid|fb_(?:action_ids|action_types|ref|source|comment_id)|gidzl|zarsrc|_ga|_gl|_gac|mc_[ce]id|igshid?|spref|_branch_match_id|mkt_tok|_openstat|pk_(?:campaign|kwd|source|medium|content)|mtm_\w{1,20}|__cf_\w{1,40}|pagespeed|ref(?:errer|erer|_?src|_?url)?)$/i;
const WAY_BACK =
  /^(?:redirect(?:_?(?:url|uri|to))?|return_?ur[il]|back_?url|_\w{1,120}_(?:redirect|backurl|returntofullpageurl))$/i;
const PASS = /^(?:(?:access_?|auth_?|download_?)?token|expires?|exp|sig|signature|hmac|x-amz-[\w-]{1,40})$/i;
const FORM_STATE = /^__(?:viewstate\w{0,20}|event\w{1,20}|previouspage)$/i;
const SEARCH_WORDS = /^(?:keywords?|key|q|s|search|search_?text|tu_?khoa)$/i;

const idleParameters: readonly {
  readonly why: string;
  readonly is: (name: string, value: string | null) => boolean;
}[] = [
  { why: 'names a visit', is: (name) => SESSION.test(name) },
  { why: 'tells where the reader came from', is: (name) => TRACKING.test(name) },
  { why: 'tells where the reader goes back to', is: (name) => WAY_BACK.test(name) },
  { why: 'is the state of an ASP.NET form', is: (name) => FORM_STATE.test(name) },
  { why: 'is a search for nothing', is: (name, value) => value === '' && SEARCH_WORDS.test(name) },
  { why: 'keeps caches from answering', is: (name, value) => name === '_' && /^\d{10,17}$/.test(value ?? '') },
  { why: 'opens the form of a comment', is: (name) => /^replytocom$/i.test(name) },
];

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
