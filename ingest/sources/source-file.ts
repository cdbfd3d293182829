/**
 * Source files: one YAML a website, saying where its articles are, and what its Tỉnh ủy, Thành ủy, HĐND tỉnh mean.
 *
 * The shape is the contract's; a fault names the file, the line and what was expected. Only `place` and `read` are used
 * by what reads files; the rest is for fetching.
 */
import { load } from 'cheerio';
import { type Document, isAlias, isMap, isNode, isScalar, LineCounter, type Pair, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { type HostNames, hostsOf, isOwnAddress } from './own-hosts.ts';

const address = z.url({ protocol: /^https?$/ }).refine(hasNoPassword, 'expected an address without user and password');
const regex = z.string().refine(isRegex, 'expected a regular expression');
const host = z
  .string()
  .toLowerCase()
  .refine(isHost, 'expected a host such as media.example.vn, without scheme and path');
const selector = z.string().refine(isSelector, 'expected a CSS selector');
const listSchema = z
  .strictObject({
    url: z.string().refine(isListAddress, 'expected an http or https address, with {page} where the page number goes'),
    pages: z.number().int().min(1).max(10_000).default(1),
    links: selector.optional(),
  })
  .refine(({ url, pages }) => pages === 1 || url.includes('{page}'), {
    message: 'expected {page} in url, or pages: 1',
    path: ['url'],
  });

export const sourceSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,64}$/, 'expected small letters, digits and dashes'),
    name: z.string().min(1).max(200),
    home: address,
    hosts: z.array(host).default([]),
    place: z
      .strictObject({
        province: z.string().min(1).max(80),
        district: z.string().min(1).max(80).optional(),
        commune: z.string().min(1).max(80).optional(),
      })
      .nullish(),
    discover: z
      .strictObject({
        feeds: z.array(address).default([]),
        sitemaps: z.array(address).default([]),
        lists: z.array(listSchema).default([]),
      })
      .refine(
        ({ feeds, sitemaps, lists }) => feeds.length + sitemaps.length + lists.length > 0,
        'expected one or more',
      ),
    article: z
      .strictObject({
        include: z.array(regex).default([]),
        exclude: z.array(regex).default([]),
        keep_params: z.array(z.string()).default([]),
      })
      .default({ include: [], exclude: [], keep_params: [] }),
    read: z
      .strictObject({
        title: selector.default(''),
        lead: selector.default(''),
        body: selector.default(''),
        author: selector.default(''),
        published: selector.default(''),
        remove: z.array(selector).default([]),
      })
      .default({ title: '', lead: '', body: '', author: '', published: '', remove: [] }),
    attachments: z.boolean().default(true),
    delay_ms: z.number().int().min(0).max(600_000).default(1000),
    max_pages: z.number().int().min(1).max(1_000_000).default(2000),
    ca_file: z.string().nullable().default(null),
    enabled: z.boolean().default(true),
  })
  .superRefine(nameForeignAddresses);

export type Source = Readonly<z.infer<typeof sourceSchema>>;

export type ParsedSource =
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

/** Reads one source file's text. `file` is its name, for messages; its stem must be the source's id. */
export function parseSource(text: string, file: string): ParsedSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { prettyErrors: true, lineCounter: lines });
  const faults = (at: number, what: string): ParsedSource => ({
    kind: 'faults',
    faults: [`${file}, line ${lineAt(lines, at)}: ${what}`],
  });
  const [broken] = document.errors;
  if (broken !== undefined) return faults(broken.pos[0], firstSentence(broken.message));
  const content = contentOf(document);
  if (content.kind === 'fault') return faults(content.at, content.what);
  const parsed = sourceSchema.safeParse(content.value);
  if (!parsed.success) {
    return {
      kind: 'faults',
      faults: parsed.error.issues.flatMap((issue) =>
        placesOf(issue).map((path) => {
          const line = lineAt(lines, offsetOf(document, path));
          return `${file}, line ${line}: ${path.join('.') || 'the file'}: ${issue.message}`;
        }),
      ),
    };
  }
  const stem = file.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
  if (parsed.data.id !== stem) {
    return faults(offsetOf(document, ['id']), `id is "${parsed.data.id}", expected "${stem}" as the file is named`);
  }
  return { kind: 'source', source: parsed.data };
}

type Content =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly at: number; readonly what: string };

/** What the file says, its anchors and aliases put in place; an alias of nothing, or of too much, is a fault. */
function contentOf(document: Document): Content {
  try {
    return { kind: 'value', value: document.toJS() };
  } catch (cause) {
    let at = 0;
    visit(document, {
      Alias: (_key, alias) => {
        if (at === 0 || alias.resolve(document) === undefined) at = alias.range?.[0] ?? at;
      },
    });
    return { kind: 'fault', at, what: firstSentence(cause instanceof Error ? cause.message : String(cause)) };
  }
}

/** The places that an issue speaks of: each unknown key has its own. */
function placesOf(issue: z.core.$ZodIssue): readonly (readonly PropertyKey[])[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

/** Where the key or item of this path stands; where there is none, where that begins in which it is missing. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  const last = path.at(-1);
  if (last === undefined) return startOf(document.contents) ?? 0;
  const above = path.slice(0, -1);
  const parent: unknown = above.length === 0 ? document.contents : document.getIn(above, true);
  const own = isMap(parent) ? keyOf(parent.items, last) : document.getIn(path, true);
  return startOf(own) ?? offsetOf(document, above);
}

function keyOf(pairs: readonly Pair[], name: PropertyKey): unknown {
  return pairs.map(({ key }) => key).find((key) => isScalar(key) && String(key.value) === String(name));
}

function startOf(node: unknown): number | null {
  return isNode(node) && !isAlias(node) ? (node.range?.[0] ?? null) : null;
}

function lineAt(lines: LineCounter, offset: number): number {
  return Math.max(1, lines.linePos(offset).line);
}

/** What a reader of YAML says, without the place that it adds and the lines that it shows. */
function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}

function isRegex(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}

/** What is nobody's own is never fetched, so that a list there would be empty for ever. */
function nameForeignAddresses(source: HostNames & { readonly discover: Discover }, context: z.RefinementCtx): void {
  const { feeds, sitemaps, lists } = source.discover;
  const named: readonly (readonly [readonly (string | number)[], string])[] = [
    ...feeds.map((url, place) => [['feeds', place], url] as const),
    ...sitemaps.map((url, place) => [['sitemaps', place], url] as const),
    ...lists.map(({ url }, place) => [['lists', place, 'url'], url.replaceAll('{page}', '1')] as const),
  ];
  // What is no address at all is told already.
  const isRead = [source.home, ...named.map(([, url]) => url)].every((url) => URL.canParse(url));
  for (const [path, url] of named) {
    if (!isRead || isOwnAddress(source, url)) continue;
    const message = `expected an address on ${[...hostsOf(source)].join(' or ')}; name its host under hosts if it is the site's own`;
    context.addIssue({ code: 'custom', message, path: ['discover', ...path] });
  }
}

interface Discover {
  readonly feeds: readonly string[];
  readonly sitemaps: readonly string[];
  readonly lists: readonly { readonly url: string }[];
}

function hasNoPassword(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username === '' && password === '';
}

/** A name or address as it stands in a URL, with a port where it has one. */
function isHost(text: string): boolean {
  return !/[/?#@\\\s*]/.test(text) && URL.canParse(`http://${text}/`) && new URL(`http://${text}/`).hostname !== '';
}

function isListAddress(text: string): boolean {
  return address.safeParse(text.replaceAll('{page}', '1')).success;
}

const nothing = load('');

function isSelector(text: string): boolean {
  if (text === '') return true;
  try {
    nothing.root().find(text);
    return true;
  } catch {
    return false;
  }
}
