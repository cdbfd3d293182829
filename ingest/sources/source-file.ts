/**
 * Source files: one YAML a website, saying where its articles are, and what its Tỉnh ủy, Thành ủy, HĐND tỉnh mean.
 *
 * The shape is the contract's; a fault names the file, the line and what was expected. Only `place` and `read` are used
 * by what reads files; the rest is for fetching.
 */
import { load } from 'cheerio';
import { parseDocument } from 'yaml';
import { z } from 'zod';

const address = z.url({ protocol: /^https?$/ });
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

export const sourceSchema = z.strictObject({
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
    .refine(({ feeds, sitemaps, lists }) => feeds.length + sitemaps.length + lists.length > 0, 'expected one or more'),
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
});

export type Source = Readonly<z.infer<typeof sourceSchema>>;

export type ParsedSource =
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

/** Reads one source file's text. `file` is its name, for messages; its stem must be the source's id. */
export function parseSource(text: string, file: string): ParsedSource {
  const document = parseDocument(text, { prettyErrors: true });
  const [broken] = document.errors;
  if (broken !== undefined) return { kind: 'faults', faults: [`${file}: ${broken.message.split('\n')[0]}`] };
  const parsed = sourceSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const line = lineOf(text, document, issue.path);
      return `${file}${line === null ? '' : `, line ${line}`}: ${issue.path.join('.') || 'the file'}: ${issue.message}`;
    });
    return { kind: 'faults', faults };
  }
  const stem = file.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
  if (parsed.data.id !== stem) {
    return { kind: 'faults', faults: [`${file}: id is "${parsed.data.id}", expected "${stem}" as the file is named`] };
  }
  return { kind: 'source', source: parsed.data };
}

function lineOf(text: string, document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length >= 1; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const range = rangeSchema.safeParse(node);
    if (range.success) return text.slice(0, range.data.range[0]).split('\n').length;
  }
  return null;
}

const rangeSchema = z.object({ range: z.tuple([z.number()]).rest(z.number()) });

function isRegex(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}

/** A name or address as it stands in a URL, with a port where it has one. */
function isHost(text: string): boolean {
  return !/[/?#@\\\s]/.test(text) && URL.canParse(`http://${text}/`) && new URL(`http://${text}/`).hostname !== '';
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
