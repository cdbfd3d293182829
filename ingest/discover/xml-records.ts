/**
 * XML of feeds and sitemaps → records: each entry with the words and attributes of its direct children.
 *
 * Streams, so that memory does not grow with the file's nesting, and goes on where the markup is broken. Entities that a
 * file declares are never expanded and nothing it names is ever loaded: htmlparser2 knows the standard ones only.
 */
import { Parser } from 'htmlparser2';

export interface XmlField {
  /** In lower case, with its prefix: `dc:date`. */
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlRecord {
  /** The element's name in lower case: item, entry, url, sitemap. */
  readonly name: string;
  readonly fields: readonly XmlField[];
}

export interface XmlRecords {
  /** The outermost element in lower case, null for none. */
  readonly root: string | null;
  readonly base: string | null;
  readonly records: readonly XmlRecord[];
  /** Why the rest was not read: too many entries, or tags nested without end; null when all was. */
  readonly cut: 'entries' | 'depth' | null;
}

/**
 * Reads the elements called one of `names`, at most `most` of them. A field's text is that of all below it; fields of
 * `nested` are taken wherever they stand in the entry, others only as its direct children.
 */
export function readXmlRecords(
  xml: string,
  {
    names,
    nested,
    most,
  }: { readonly names: ReadonlySet<string>; readonly nested: ReadonlySet<string>; readonly most: number },
): XmlRecords {
  const records: XmlRecord[] = [];
  let root: string | null = null;
  let base: string | null = null;
  // Some writers give the outermost element's namespace a prefix, which all its own elements then have.
  let own = '';
  let cut: XmlRecords['cut'] = null;
  let depth = 0;
  let entry: { name: string; depth: number; fields: XmlField[] } | null = null;
  let field: { name: string; depth: number; text: string; attributes: Readonly<Record<string, string>> } | null = null;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        depth += 1;
        if (depth === 1) own = /^(?!rdf:)[\w-]{1,30}:/.exec(tag)?.[0] ?? '';
        const name = own !== '' && tag.startsWith(own) ? tag.slice(own.length) : tag;
        root ??= name;
        if (depth > MAX_DEPTH) cut = 'depth';
        if (cut !== null) return;
        if (depth === 1) base = attributes['xml:base'] ?? null;
        if (entry === null) {
          if (!names.has(name)) return;
          if (records.length >= most) {
            cut = 'entries';
            return;
          }
          entry = { name, depth, fields: [] };
        } else if (nested.has(name) || (field === null && depth === entry.depth + 1)) {
          field = { name, depth, text: '', attributes };
        }
      },
      ontext(text) {
        if (field !== null && field.text.length < MAX_FIELD) field.text += text;
      },
      onclosetag() {
        if (field !== null && entry !== null && depth === field.depth) {
          const { name, attributes } = field;
          if (entry.fields.length < MAX_FIELDS)
            entry.fields.push({ name, text: field.text.slice(0, MAX_FIELD).trim(), attributes });
          field = null;
        }
        if (entry !== null && depth === entry.depth) {
          records.push({ name: entry.name, fields: entry.fields });
          entry = null;
        }
        depth -= 1;
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  for (let at = 0; at < xml.length && cut === null; at += PIECE) parser.write(xml.slice(at, at + PIECE));
  if (cut === null) parser.end();
  return { root, base, records, cut };
}

/** The text of the first field of one of these names that has any; names in order of preference. */
export function textOf({ fields }: XmlRecord, ...names: readonly string[]): string {
  for (const name of names) {
    const text = fields.find((field) => field.name === name && field.text !== '')?.text;
    if (text !== undefined) return text;
  }
  return '';
}

/** Small, since the parser keeps open tags in a way that grows with their square. */
const PIECE = 16 * 1024;
const MAX_DEPTH = 100;
const MAX_FIELD = 20_000;
const MAX_FIELDS = 200;
