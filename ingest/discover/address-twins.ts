/**
 * Which addresses show one article: rows, each with its reason, applied in their order to make one key of twins.
 *
 * A wrong merge of two articles is worse than a twin, so a row that drops words of a path asks for a number that the
 * engine is known to give once (see "Engines" in docs/sources.md); two hosts are one only by the names below. What no row
 * tells, a redirect or the text itself may still tell.
 */
import { getDomain } from 'tldts';
import type { Parameter } from './address-query.ts';

/** An address without its scheme: http and https show the same. */
export interface AddressParts {
  readonly host: string;
  /** In its one spelling, from the slash on. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
}

/** Makes twins equal: not an address any more, only good to compare. */
export function foldTwins(parts: AddressParts, rules: readonly TwinRule[] = twinRules): AddressParts {
  let folded = parts;
  for (const { fold } of rules) folded = { ...folded, ...fold(folded) };
  return folded;
}

/** What a rule changes of an address; nothing where it says nothing of it. */
type Fold = (parts: AddressParts) => Partial<AddressParts>;

export interface TwinRule {
  readonly name: string;
  readonly reason: string;
  readonly fold: Fold;
}

export const twinRules: readonly TwinRule[] = [
  {
    name: 'hosts',
    reason: 'www, m, amp and beta hosts are views of the host without them; sub-hosts of other names are other sites',
    fold: ({ host }) => ({ host: bareHost(host) }),
  },
  {
    name: 'amp',
    reason: 'AMP pages hold the same text for phones: /amp/ before or behind, .amp, ?amp, ?outputType=amp',
    fold: ({ path, parameters }) => ({
      path: path
        .replace(/^\/amp(?=\/.)/i, '')
        .replace(/(?<=.)\/amp\/?$/i, '')
        .replace(/\.amp(?=\.html?$|$)/i, ''),
      parameters: without(parameters, ({ name, value }) =>
        name.toLowerCase() === 'amp'
          ? /^(?:1|true|yes|)$/i.test(value ?? '')
          : is('outputType', 'amp')({ name, value }),
      ),
    }),
  },
  {
    name: 'print parameters',
    reason: 'the same page laid out for paper; Joomla writes tmpl=component&print=1',
    fold: ({ parameters }) => ({ parameters: without(parameters, isPrint) }),
  },
  {
    name: 'NukeViet without rewriting',
    reason: '/index.php?language=vi&nv=news&op=cat/slug-1 is what /vi/news/cat/slug-1.html is rewritten to',
    fold: foldNukeViet,
  },
  {
    name: 'gazette files',
    reason: 'the gazette shows /van-ban/{slug}-{id}.htm also below /van-ban/{slug}-{id}/ with a file’s number',
    fold: ({ path }) => ({ path: path.replace(/^(\/van-ban\/[^/]+-\d{1,12})\/\d{1,12}(\.html?)$/i, '$1$2') }),
  },
  {
    name: 'print folders',
    reason:
      'NukeViet serves an article again below /print/, /savefile/ and /sendmail/; asked only where a number ends the slug',
    fold: ({ path }) =>
      NUMBERED.test(path) ? { path: path.replace(/\/(?:print|savefile|sendmail)(?=\/[^/]+)/i, '') } : {},
  },
  {
    name: 'language of the country',
    reason: 'lang=vi, lang=vn and a path below /vi/ show what is shown without; other languages stay apart',
    fold: ({ path, parameters }) => ({
      path: path.replace(/^\/vi(?=\/.)/i, ''),
      parameters: without(
        parameters,
        ({ name, value }) =>
          /^(?:lang|language|locale|hl)$/i.test(name) && /^(?:vi|vn|vie)(?:[-_]vn)?$/i.test(value ?? ''),
      ),
    }),
  },
  {
    name: 'NukeViet news module',
    reason: 'the module may be left out where it is the home page’s; asked only where a number ends the slug',
    fold: ({ path }) =>
      NUMBERED.test(path) ? { path: path.replace(/^\/news(?=\/.)/i, '').replace(/\.html?$/i, '') } : {},
  },
  {
    name: 'default documents',
    reason: 'index and default pages are their folder; with a number behind, so is the page for paper beside them',
    fold: ({ path, parameters }) => {
      const name = parameters.some(isNumber) ? DEFAULT_OR_PRINT : DEFAULT_NAME;
      return { path: path.replace(name, '/') };
    },
  },
  {
    name: 'last slash',
    reason: 'servers of pages answer alike with and without it',
    fold: ({ path }) => ({ path: path.replace(/(?<=.)\/$/, '') }),
  },
  {
    name: 'Windows paths',
    reason: '.asp and .aspx run on a server that heeds no case in paths and names',
    fold: ({ path, parameters }) =>
      /\.aspx?(?:\/|$)/i.test(path)
        ? {
            path: path.toLowerCase(),
            parameters: parameters.map(({ name, value }) => ({ name: name.toLowerCase(), value })),
          }
        : {},
  },
  {
    name: 'nid below Trang',
    reason: 'the SharePoint portals of Quảng Ninh show one nid below every agency’s folder, with any list parameters',
    fold: ({ path, parameters }) => {
      const page = /\/trang\/[^/]+\.aspx$/.exec(path)?.[0];
      const number = parameters.find(({ name }) => name === 'nid' || name === 'bvid');
      return page === undefined || number === undefined || !isNumber(number)
        ? {}
        : { path: page, parameters: [number] };
    },
  },
  {
    name: 'vbpq pages',
    reason: 'the old law portals show one ItemID below every agency’s folder; which of its tabs it is stays apart',
    fold: ({ path, parameters }) => {
      const page = /\/pages\/vbpq-[a-z-]+\.aspx$/.exec(path)?.[0];
      const number = parameters.find(({ name }) => name === 'itemid');
      return page === undefined || number === undefined || !isNumber(number)
        ? {}
        : { path: page, parameters: [number] };
    },
  },
  {
    name: 'vbpl tabs',
    reason: 'chi-tiet/{slug}--{id} is one document whatever tab is open and however its slug is cut',
    fold: ({ path, parameters }) => {
      const id = /\/van-ban\/chi-tiet\/[^/]*--(\w{1,40})$/.exec(path)?.[1];
      return id === undefined
        ? {}
        : { path: `/van-ban/chi-tiet/--${id}`, parameters: without(parameters, ({ name }) => name === 'tabs') };
    },
  },
  {
    name: 'Liferay friendly addresses',
    reason: 'an asset of a group has one title in addresses, /-/{slug}, shown below any page and by any publisher',
    fold: foldLiferay,
  },
  {
    name: 'numbers given once',
    reason: 'engines that look only at the number: the slug changes with the headline, the folder with the section',
    fold: ({ path }) => {
      const rule = numberedEngines.find(({ pattern }) => pattern.test(path));
      const number = rule === undefined ? undefined : rule.pattern.exec(path)?.[1];
      return number === undefined || rule?.isNumber?.(number) === false ? {} : { path: `/${rule?.kind}${number}` };
    },
  },
];

/** Addresses whose number alone names the article. */
const numberedEngines: readonly {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly isNumber?: (number: string) => boolean;
}[] = [
  // Hemera newspapers: /hop-giao-ban-post1234.html; .vnp and .tpo are two papers' own endings.
  { kind: 'post', pattern: /-post(\d{1,12})(?:\.(?:html?|vnp|tpo))?$/i },
  // VCCorp: site code of three digits, then the second it was made.
  { kind: 'vcc', pattern: /^\/(?:[^/]+\/){0,3}[^/]*-(\d{15,18})(?:\.html?)?$/i, isNumber: hasTimeInside },
  { kind: 'ldo', pattern: /-(\d{4,12})\.ldo$/i },
  // The `-a` papers and one that writes `-d`; a short number behind `-d` is a kind of document elsewhere.
  { kind: 'a', pattern: /^\/(?:[^/]+\/){0,3}[^/]*-a(\d{3,12})\.html$/i },
  { kind: 'd', pattern: /^\/[^/]*[^/\d]-d(\d{3,12})\.html$/i },
  // A law database: the document's number and its kind (issued, consolidated, draft), below any field of law.
  { kind: 'law', pattern: /-(\d{3,12}-d(?:1|5|10))(?:\.html?)?$/i },
  // Papers with seven digits below no folder; what ends like a year may be a date (`lich-tuan-1592023.html`).
  { kind: 'no', pattern: /^\/[^/]*-(\d{7})(?:\.html)?$/i, isNumber: (number) => !/(?:19|20)\d{2}$/.test(number) },
];

const NUMBERED = /-\d{1,12}(?:\.html?)?\/?$/i;
const DEFAULT_NAME = /\/(?:index|default)\.(?:php|aspx?|html?|jsp)$/i;
const DEFAULT_OR_PRINT = /\/(?:index|default|print)\.(?:php|aspx?|html?|jsp)$/i;

/** Names in front of a host that are views of it, as long as a domain remains. */
function bareHost(host: string): string {
  const bare = host.replace(/^(?:(?:www|m|mobile|amp|beta)\.){1,2}/, '');
  const name = bare.replace(/:\d{1,5}$/, '');
  return getDomain(name) !== null || /(?:^|\.)localhost$/.test(name) ? bare : host;
}

function foldNukeViet({ path, parameters }: AddressParts): Partial<AddressParts> {
  const told = (wanted: string) => parameters.find(({ name }) => name === wanted)?.value ?? null;
  const [module, op] = [told('nv'), told('op')];
  if (!/^\/(?:index\.php)?$/.test(path) || module === null || !/^\w{1,40}$/.test(module)) return {};
  const language = told('language');
  const prefix = language === null ? '' : `/${language}`;
  const rest = op === null ? '' : `/${op.replaceAll('%2F', '/').replace(/^\//, '')}`;
  const known = new Set(['nv', 'op', 'language']);
  return { path: `${prefix}/${module}${rest}`, parameters: without(parameters, ({ name }) => known.has(name)) };
}

function foldLiferay({ path }: AddressParts): Partial<AddressParts> {
  const cut = path.indexOf('/-/');
  if (cut === -1) return {};
  const group = /^\/web\/([^/]+)/.exec(path.slice(0, cut))?.[1] ?? 'guest';
  const rest = path.slice(cut + 3);
  const asset = /^asset_publisher\/[^/]+\/content\/([^/]+)$/.exec(rest)?.[1];
  const dated = /^(\d{4}\/\d{1,12})\/[^/]+$/.exec(rest)?.[1];
  const isPlain = /^[^/]+$/.test(rest);
  if (asset === undefined && dated === undefined && !isPlain) return {};
  return { path: `/web/${group}/-/${asset ?? dated ?? rest}` };
}

/** Three digits of the site, then yyMMddHHmmss. */
function hasTimeInside(number: string): boolean {
  return /^\d{3}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d/.test(number);
}

function isPrint({ name, value }: Parameter): boolean {
  const said = value ?? '';
  if (/^print$/i.test(name)) return /^(?:1|true|yes|)$/i.test(said);
  if (/^tmpl$/i.test(name)) return /^component$/i.test(said);
  return /^(?:view|action|type|format|mode|layout)$/i.test(name) && /^print$/i.test(said);
}

function isNumber({ value }: Parameter): boolean {
  return /^\d{1,12}$/.test(value ?? '');
}

function is(wanted: string, value: string): (parameter: Parameter) => boolean {
  return (parameter) =>
    parameter.name.toLowerCase() === wanted.toLowerCase() && parameter.value?.toLowerCase() === value;
}

function without(parameters: readonly Parameter[], isIdle: (parameter: Parameter) => boolean): readonly Parameter[] {
  return parameters.filter((parameter) => !isIdle(parameter));
}
