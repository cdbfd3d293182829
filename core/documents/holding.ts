/**
 * Tells which document a text is, from what its own head or a legal database's table says of it.
 *
 * The head is read as a mention would be (resolve.ts), so identity is minted in one place and by the same rules. Where
 * issuer or time stay open the text is no document's: a wrong text under a document is worse than none.
 */
import type { Citation, IsoDate, ReferenceCode } from '../citations/citation.ts';
import { extractCitations } from '../citations/extract.ts';
import { parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import { type ArticleContext, readContext } from './context.ts';
import type { Place } from './document.ts';
import type { DocumentIdentity } from './identity.ts';
import { settleMentions } from './resolve.ts';

/** What a text says of the document that it is, or a legal database of it in its table; as printed, unknown is null. */
export interface HeldFacts {
  readonly code: string | null;
  readonly type: string | null;
  readonly issuer: string | null;
  /** Several are joined by a comma and a blank, as printed. */
  readonly signer: string | null;
  readonly subject: string | null;
  readonly field: string | null;
  /** Where it was issued; databases print none. */
  readonly place: string | null;
  /** Days as YYYY-MM-DD. */
  readonly issued: string | null;
  readonly effective: string | null;
  readonly expired: string | null;
  /** As printed: Còn hiệu lực, Hết hiệu lực một phần. */
  readonly status: string | null;
  readonly relations: readonly HeldRelation[];
  /** Values that could not be read as what their label says, or that contradict another. */
  readonly doubts: readonly string[];
}

/** A row of a legal database's relation table. */
export interface HeldRelation {
  /** As printed: Văn bản bị thay thế. */
  readonly label: string;
  readonly kind: HeldRelationKind;
  /** The other document as printed, code included. */
  readonly title: string;
  readonly url: string | null;
}

export const heldRelationKinds = [
  'amends',
  'amended_by',
  'replaces',
  'replaced_by',
  'repeals',
  'repealed_by',
  'guides',
  'guided_by',
  'based_on',
  'corrects',
  'related',
] as const;
export type HeldRelationKind = (typeof heldRelationKinds)[number];

/** A text that is said to be a document: the facts, the words, and where its source sits. */
export interface HeldText {
  readonly facts: HeldFacts;
  readonly text: string;
  /** Place of the source it came from; null for none. */
  readonly place: Place | null;
}

/** A text of which the document is known. */
export interface HeldDocument {
  /** Where the text was found. */
  readonly address: string;
  readonly identity: DocumentIdentity;
  readonly code: ReferenceCode;
  readonly date: IsoDate | null;
  /** What it is about, without "về việc". */
  readonly title: string | null;
  /** The issuing body or organ as the text names it, in normalised words. */
  readonly issuerName: string | null;
}

export const unheldReasons = ['no-code', 'draft', 'contrary-issuer', 'no-issuer', 'no-term-or-year'] as const;
/** Why a text is nobody's: stable codes. */
export type UnheldReason = (typeof unheldReasons)[number];

export type HoldingIdentity =
  | ({ readonly kind: 'held' } & Omit<HeldDocument, 'address'>)
  | { readonly kind: 'unheld'; readonly reason: UnheldReason };

/**
 * Which document a text is, or why that cannot be told.
 * @example identifyHolding({ facts: { ...facts, code: '30/2020/NĐ-CP', issued: '2020-03-05' }, text, place: null }).kind // 'held'
 */
export function identifyHolding(held: HeldText): HoldingIdentity {
  const { facts, text } = held;
  const citation = composeCitation(held);
  if (citation === null) return { kind: 'unheld', reason: 'no-code' };
  if (isDraft(text)) return { kind: 'unheld', reason: 'draft' };
  if (citation.meant !== null) return { kind: 'unheld', reason: 'contrary-issuer' };
  const [settlement] = settleMentions([citation], headContext(held, citation));
  const why = settlement?.why ?? [];
  if (why.some(({ code }) => OPEN_TIME.has(code))) return { kind: 'unheld', reason: 'no-term-or-year' };
  // Bodies that merely fit the symbol are guessed.
  const isNamed = why.some(({ code }) => code === 'issuer-named' || code === 'symbol-national');
  if (settlement?.kind !== 'settled' || !isNamed) return { kind: 'unheld', reason: 'no-issuer' };
  const { canonical: code, date, issuerName } = citation;
  if (code === null) return { kind: 'unheld', reason: 'no-code' };
  return { kind: 'held', identity: settlement.identity, code, date, title: tidySubject(facts.subject), issuerName };
}

/** "HẠ KHÊ" of a head in capitals is Hạ Khê; abbreviations of bodies stay. */
export function spellName(words: string): string {
  return words.replace(/(?<!\p{L})\p{Lu}[\p{Lu}\p{M}]+(?!\p{L})/gu, (word) =>
    /^(?:HĐND|UBND|MTTQ|TW)$/u.test(word) ? word : word.charAt(0) + word.slice(1).toLowerCase(),
  );
}

const OPEN_TIME: ReadonlySet<string> = new Set(['no-term', 'no-year', 'between-terms', 'earlier-day', 'body-ended']);

/** The head as one mention in full: "Quyết định số 7/2024/QĐ-UBND ngày 05/03/2024 của UBND tỉnh Hạ Khê". */
function composeCitation(held: HeldText): Citation | null {
  const { code, type, issued } = held.facts;
  if (code === null) return null;
  const issuer = nameIssuer(held, code);
  const named = issuer === null ? '' : ` của ${spellName(issuer)}`;
  const [year, month, day] = issued?.split('-') ?? [];
  const dated = day === undefined ? '' : ` ngày ${day}/${month}/${year}`;
  // A database's word for the type may be none of ours ("Văn bản khác"); then the code has to tell it.
  const lines = [`${type ?? 'Công văn'} số ${code}${dated}${named}`, `số ${code}${dated}${named}`];
  for (const line of lines) {
    const [citation, ...more] = extractCitations(line);
    if (citation?.kind === 'code' && citation.canonical !== null && more.length === 0) return citation;
  }
  return null;
}

/**
 * The issuer as the head prints it; with the letters of the code in front where a database prints the place alone; where
 * the head prints an organ of a committee alone (BAN THƯỜNG VỤ), the committee above it.
 */
function nameIssuer(held: HeldText, code: string): string | null {
  const { issuer } = held.facts;
  if (issuer === null) return null;
  const symbol = /(?:HĐND|UBND)(?=-|$)/u.exec(code)?.[0] ?? '';
  const own = [parseIssuerPhrase(issuer), symbol === '' ? null : parseIssuerPhrase(`${symbol} ${issuer}`)];
  const above = headLines(held.text).map((line) => parseIssuerPhrase(line));
  const fitting = above.filter((phrase) => typeof phrase?.symbol === 'string' && code.endsWith(phrase.symbol));
  return [...own, ...fitting].find((phrase) => phrase !== null)?.text ?? null;
}

/** Where the head stands: its own line, the place of issue, and the lines above the number, which name a parent body. */
function headContext({ facts, text, place }: HeldText, citation: Citation): ArticleContext {
  const words = [citation.issuerName ?? '', facts.place ?? '', spellName(headLines(text).join('\n'))].join('\n');
  return readContext({ text: words, place, date: null, host: null });
}

/** The lines of capitals that a document begins with; none of a page about one. */
function headLines(text: string): readonly string[] {
  const parts = text
    .slice(0, HEAD)
    .normalize('NFC')
    .split(/[\n\t]/u);
  return parts.slice(0, HEAD_LINES).filter((line) => /\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line));
}

const HEAD = 1500;
const HEAD_LINES = 12;

/** A draft says so in a line of its own above its title. */
function isDraft(text: string): boolean {
  const parts = text
    .slice(0, HEAD)
    .normalize('NFC')
    .split(/[\n\t]/u);
  return parts.some((part) => /^\(?dự thảo(?: lần)?[ \d]{0,4}[^\p{L}]{0,20}$/iu.test(part.trim()));
}

/** Without "V/v", "Về việc" and quotation marks, as mentions print subjects. */
function tidySubject(subject: string | null): string | null {
  const words = subject
    ?.normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:v\/v|về(?: việc)?)[\s:.]+/iu, '')
    .replace(/[.;,\s]+$/u, '');
  return words === undefined || words === '' ? null : words;
}
