/**
 * robots.txt as RFC 9309 reads it: which group of rules is ours, and what it says of an address.
 *
 * Pure: when the file is asked for, and what its absence means, is robots-keeper.ts. Where the RFC is silent or sites are
 * careless we read as Google's published parser does: frequent misspellings and a missing colon are understood, a line
 * ends after 16 KiB, `Allow: /a/index.html` allows `/a/` as well. A Sitemap, Crawl-delay or unknown line never parts two
 * user-agent lines of one group.
 */
import { askedPath, compilePattern, type Effort, fitsPath, type PathPattern } from './robots-path.ts';

/** A parsed file. Made by `parseRobots`, to be asked through the functions of this file. */
export interface Robots {
  /** By product token in lower case; `*` is the group for all others. */
  readonly groups: ReadonlyMap<string, RobotsGroup>;
  /** As printed, each once. */
  readonly sitemaps: readonly string[];
}

interface RobotsGroup {
  readonly sections: readonly Section[];
  readonly pauses: readonly Pause[];
}

/** Rules that several groups may share: written once, however many user-agent lines stand above them. */
interface Section {
  readonly rules: Rule[];
}

interface Pause {
  delayMs: number | null;
}

interface Rule {
  readonly isAllow: boolean;
  readonly pattern: PathPattern;
}

/** Reads a file of whatever content; of more than 500 KiB only the whole lines of the beginning. Never throws. */
export function parseRobots(text: string): Robots {
  const groups = new Map<string, { readonly sections: Section[]; readonly pauses: Pause[] }>();
  const sitemaps = new Set<string>();
  // Rules hold for all user-agent lines since the last rule, a delay only for those right above it. Null: none yet.
  let section: Section | null = null;
  let pause: Pause | null = null;
  let isRuled = false;
  let isEnded = false;

  for (const { kind, value } of readLines(text)) {
    if (kind === 'sitemap') {
      if (value !== '') sitemaps.add(value);
    } else if (kind === 'agent') {
      if (section === null || isRuled) section = { rules: [] };
      if (pause === null || isEnded) pause = { delayMs: null };
      isRuled = false;
      isEnded = false;
      const token = groupToken(value);
      const group = groups.get(token) ?? { sections: [], pauses: [] };
      if (token !== '') groups.set(token, group);
      if (group.sections.at(-1) !== section) group.sections.push(section);
      if (group.pauses.at(-1) !== pause) group.pauses.push(pause);
    } else if (section !== null && pause !== null) {
      isEnded = true;
      if (kind === 'delay') pause.delayMs = longer(pause.delayMs, parseDelay(value));
      else {
        isRuled = true;
        const isAllow = kind === 'allow';
        const patterns = rulePaths(isAllow, value).flatMap(compilePattern);
        section.rules.push(...patterns.map((pattern) => ({ isAllow, pattern })));
      }
    }
  }
  return { groups, sitemaps: [...sitemaps] };
}

/**
 * Whether the file lets this agent fetch this address. The most specific (longest) fitting rule decides, of two equally
 * long ones the one that allows; no rule allows.
 *
 * @param agent a product token (`sohieu`) or a User-Agent that begins with it (`sohieu/1.0 (+https://…)`), in any case
 * @param url an address of the host that the file came from, or only its path
 * @example isAllowed(parseRobots('User-agent: *\nDisallow: /tim-kiem'), 'sohieu', 'https://tinh.example/tim-kiem?q=a') // false
 */
export function isAllowed(robots: Robots, agent: string, url: string): boolean {
  return judgePath(robots, agent, url).isAllowed;
}

/** The same with what it cost, in characters looked at: never more than a bound, at which the answer is no. */
export function judgePath(
  robots: Robots,
  agent: string,
  url: string,
): { readonly isAllowed: boolean; readonly cost: number } {
  const path = askedPath(url);
  const group = selectGroup(robots, agent);
  if (path.exact === '/robots.txt' || group === null) return { isAllowed: true, cost: 0 };
  const effort: Effort = { left: MOST_EFFORT };
  for (const { isAllow, pattern } of rankedRules(group)) {
    const isFitting = fitsPath(pattern, path, effort);
    if (effort.left <= 0) return { isAllowed: false, cost: MOST_EFFORT };
    if (isFitting) return { isAllowed: isAllow, cost: MOST_EFFORT - effort.left };
  }
  return { isAllowed: true, cost: MOST_EFFORT - effort.left };
}

/** Less than a tenth of a second; 25,000 honest rules with stars and an address of 200 characters cost half of it. */
const MOST_EFFORT = 10_000_000;

const rankings = new WeakMap<RobotsGroup, readonly Rule[]>();

/** The rules of a group, the one that decides first: the longest, of equally long ones those that allow. Made once. */
function rankedRules(group: RobotsGroup): readonly Rule[] {
  const known = rankings.get(group);
  if (known !== undefined) return known;
  const ranked = group.sections
    .flatMap(({ rules }) => rules)
    .sort((one, other) => other.pattern.weight - one.pattern.weight || Number(other.isAllow) - Number(one.isAllow));
  rankings.set(group, ranked);
  return ranked;
}

/** The pause between two requests that the agent's group asks for, in milliseconds, as large as it says; null for none. */
export function crawlDelayMs(robots: Robots, agent: string): number | null {
  const pauses = selectGroup(robots, agent)?.pauses ?? [];
  return pauses.reduce<number | null>((longest, { delayMs }) => longer(longest, delayMs), null);
}

/** The values of its Sitemap lines, whatever group they stand in: as printed, so perhaps relative or on another host. */
export function sitemapsOf(robots: Robots): readonly string[] {
  return robots.sitemaps;
}

/** Without the byte order mark, also a broken or misread one, and without the line on which 500 KiB end. */
export function cutRobots(text: string): string {
  const plain = text.replace(/^(?:[\ufeff\ufffd]{1,3}|\u00ef\u00bb\u00bf)/, '');
  if (plain.length * 3 <= MAX_BYTES) return plain;
  const { read } = new TextEncoder().encodeInto(plain, new Uint8Array(MAX_BYTES));
  if (read === plain.length) return plain;
  const end = Math.max(plain.lastIndexOf('\n', read), plain.lastIndexOf('\r', read));
  return plain.slice(0, end === -1 ? read : end);
}

function selectGroup({ groups }: Robots, agent: string): RobotsGroup | null {
  const own = agentTokens(agent).find((token) => groups.has(token));
  return groups.get(own ?? '*') ?? null;
}

// The RFC knows letters, `_` and `-`; digits and other scripts are taken in so that agent1 and agent2 stay apart.
const TOKEN = /^[\p{L}\p{M}\p{N}_-]{1,200}/u;
const COMPATIBLE = /^Mozilla\/[\d.]{1,10} \(compatible; {0,4}([\p{L}\p{M}\p{N}_-]{1,200})/iu;

function groupToken(value: string): string {
  return /^\*(?:\s|$)/.test(value) ? '*' : readToken(value);
}

function agentTokens(agent: string): readonly string[] {
  const behindMozilla = COMPATIBLE.exec(agent.trim())?.[1];
  return behindMozilla === undefined ? [readToken(agent)] : [readToken(behindMozilla), readToken(agent)];
}

function readToken(text: string): string {
  return TOKEN.exec(text.trim())?.[0].toLowerCase() ?? '';
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** An empty path is no rule, nor one with half a character; one that lacks its slash can only mean what lies at the root, and is no licence. */
function rulePaths(isAllow: boolean, path: string): readonly string[] {
  if (path === '' || LONE_SURROGATE.test(path)) return [];
  const isRooted = path.startsWith('/') || path.startsWith('*');
  if (!isAllow) return [isRooted ? path : `/${path}`];
  if (!isRooted) return [];
  const folder = /^(.*\/)index\.html?$/.exec(path)?.[1];
  return folder === undefined ? [path] : [path, `${folder}$`];
}

function longer(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}

function parseDelay(value: string): number | null {
  if (!/^(?:\d{1,7}(?:\.\d{0,6})?|\.\d{1,6})$/.test(value)) return null;
  return Math.round(Number(value) * 1000);
}

type LineKind = 'agent' | 'allow' | 'disallow' | 'delay' | 'sitemap';

/** Keys in lower case, the frequent misspellings among them; none for `allow`, for a mistake is no licence. */
const KEYS: ReadonlyMap<string, LineKind> = new Map([
  ...['user-agent', 'useragent', 'user agent', 'user_agent'].map((key) => [key, 'agent'] as const),
  ['allow', 'allow'] as const,
  ...['disallow', 'dissallow', 'dissalow', 'disalow', 'diasllow', 'disallaw', 'desallow'].map(
    (key) => [key, 'disallow'] as const,
  ),
  ...['crawl-delay', 'crawldelay', 'crawl delay'].map((key) => [key, 'delay'] as const),
  ...['sitemap', 'site-map', 'sitemaps'].map((key) => [key, 'sitemap'] as const),
]);

const MAX_BYTES = 500 * 1024;
/** What Google's parser keeps of a line, in octets: eight times the longest address of old browsers. */
const MAX_LINE = 8 * 2083 - 1;

function* readLines(text: string): Generator<{ readonly kind: LineKind; readonly value: string }> {
  for (const line of cutRobots(text).split(/\r\n|\n|\r/)) {
    const content = (line.slice(0, MAX_LINE).split('#', 1)[0] ?? '').trim();
    const colon = content.indexOf(':');
    const [key, value] = colon === -1 ? splitAtSpace(content) : [content.slice(0, colon), content.slice(colon + 1)];
    const kind = KEYS.get(key.trim().toLowerCase());
    if (kind !== undefined) yield { kind, value: value.trim() };
  }
}

/** `Disallow /x`: understood where there are two words and no more. */
function splitAtSpace(content: string): readonly [string, string] {
  const [key = '', value = '', ...rest] = content.split(/[ \t]+/, 3);
  return rest.length > 0 ? ['', ''] : [key, value];
}
