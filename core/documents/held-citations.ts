/**
 * What a document's own text, or a legal database's table about it, states of other documents: which ones it is based on
 * ("Căn cứ …"), carries out, guides, amends, replaces, repeals.
 *
 * A report says such things between two mentions (relations.ts); here the acting document is the text itself, named in
 * its title or as "Quyết định này". The same words decide: the text's own name is put where such a sentence has its
 * first mention. What a text cites for any other reason states nothing and is left alone.
 */
import type { Citation } from '../citations/citation.ts';
import { extractCitations } from '../citations/extract.ts';
import { type ArticleContext, readContext } from './context.ts';
import type { DocumentId, RelationKind } from './document.ts';
import { type HeldFacts, type HeldRelationKind, spellName } from './holding.ts';
import type { DocumentIdentity } from './identity.ts';
import { parseDocumentId } from './identity.ts';
import { findRelations, type PlacedInSentence } from './relations.ts';
import { settleMentions } from './resolve.ts';
import { cutSentence, type SentenceSpan } from './sentence.ts';
import type { Settlement } from './settlement.ts';

/** One document that a held text names, and what it states of it. */
export interface HeldCitation {
  readonly citation: Citation;
  readonly settlement: Settlement;
  readonly kind: RelationKind;
  /** True where the other document acts on the held one: Văn bản được hướng dẫn bởi … */
  readonly isReversed: boolean;
  /** The words that state it; of a table the label and the row. */
  readonly sentence: string;
}

/** A text whose document is known. */
export interface StatingText {
  readonly identity: DocumentIdentity;
  readonly facts: HeldFacts;
  readonly text: string;
}

/** All that the text and the table state, the table first; each document and kind once. */
export function readHeldCitations(held: StatingText): readonly HeldCitation[] {
  const stated = [...readTable(held), ...readTitle(held), ...readText(held)];
  const seen = new Set<string>();
  return stated.filter(({ citation, kind, isReversed }) => {
    const key = `${kind} ${isReversed} ${citation.type} ${citation.canonical} ${citation.date}`;
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

/** Which rows state an edge, and who acts. A correction or "liên quan" states none. */
const TABLE_KINDS: Readonly<Record<HeldRelationKind, readonly [RelationKind, isReversed: boolean] | null>> = {
  amends: ['amends', false],
  amended_by: ['amends', true],
  replaces: ['replaces', false],
  replaced_by: ['replaces', true],
  repeals: ['repeals', false],
  repealed_by: ['repeals', true],
  guides: ['guides', false],
  guided_by: ['guides', true],
  based_on: ['based_on', false],
  corrects: null,
  related: null,
};

/** A row names its document first; what else its title names is that one's business. */
function readTable(held: StatingText): readonly HeldCitation[] {
  const context = contextOf(held);
  return held.facts.relations.slice(0, MOST_ROWS).flatMap(({ label, kind, title }) => {
    const stated = TABLE_KINDS[kind];
    const [citation] = stated === null ? [] : extractCitations(spellName(title)).filter(isWhole);
    if (stated === null || citation === undefined) return [];
    const [settlement] = settleMentions([citation], context);
    const [relation, isReversed] = stated;
    return settlement === undefined
      ? []
      : [{ citation, settlement, kind: relation, isReversed, sentence: `${label}: ${title}` }];
  });
}

/** "Kế hoạch triển khai thực hiện Chỉ thị số 18-CT/TW …": the title is a sentence that begins with the document. */
function readTitle(held: StatingText): readonly HeldCitation[] {
  const { subject } = held.facts;
  if (subject === null) return [];
  const sentence = `${OWN_NAME} ${spellCapitals(subject)}`;
  return readSentence(sentence, { start: 0, end: OWN_NAME.length }, held, settleIn(sentence, held), subject);
}

function readText(held: StatingText): readonly HeldCitation[] {
  const text = held.text.slice(0, MOST_TEXT);
  const mentions = settleIn(text, held);
  const body = startOfBody(text);
  const found: HeldCitation[] = [];
  for (const mention of mentions) {
    const { start, end } = mention.citation;
    const span = cutSentence(text, start, end);
    const sentence = text.slice(span.start, span.end);
    const ground = start < body ? readGround(text, start) : null;
    if (ground !== null) found.push({ ...mention, kind: ground, isReversed: false, sentence });
  }
  for (const own of text.matchAll(OWN_MENTION)) {
    if (!ACTS.test(text.slice(Math.max(0, own.index - MOST_LEAD), own.index))) continue;
    const span = cutSentence(text, own.index, own.index + own[0].length);
    const start = own.index - span.start;
    const inside = within(mentions, span);
    const sentence = text.slice(span.start, span.end);
    found.push(...readSentence(sentence, { start, end: start + own[0].length }, held, inside, sentence));
  }
  for (const article of text.matchAll(CHANGING_ARTICLE)) {
    const at = article.index + article[0].length;
    const span = cutSentence(text, at, at + 1);
    const sentence = text.slice(at, span.end);
    const inside = within(mentions, { start: at, end: span.end }).map((one) => move(one, OWN_NAME.length + 1));
    found.push(...readSentence(`${OWN_NAME} ${sentence}`, { start: 0, end: OWN_NAME.length }, held, inside, sentence));
  }
  return found;
}

/** The mentions of a span, at their places in it. */
function within(mentions: readonly Settled[], { start, end }: SentenceSpan): readonly Settled[] {
  return mentions
    .filter(({ citation }) => citation.start >= start && citation.end <= end)
    .map((mention) => move(mention, -start));
}

function move({ citation, settlement }: Settled, by: number): Settled {
  return { citation: { ...citation, start: citation.start + by, end: citation.end + by }, settlement };
}

type Settled = Pick<HeldCitation, 'citation' | 'settlement'>;

/** What the sentence states of the document named at `own`; `printed` is how the sentence is shown. */
function readSentence(
  sentence: string,
  own: { readonly start: number; readonly end: number },
  { identity }: StatingText,
  mentions: readonly Settled[],
  printed: string,
): readonly HeldCitation[] {
  const place = (start: number, end: number, mark: string): Omit<PlacedInSentence, 'type' | 'subject' | 'level'> => ({
    sentenceStart: 0,
    sentence,
    offset: start,
    length: end - start,
    document: standIn(mark),
  });
  const acting = { ...place(own.start, own.end, OWN_MARK), type: identity.type, subject: null };
  const placed = mentions
    .filter(({ citation }) => citation.start >= own.end || citation.end <= own.start)
    .map(({ citation, settlement }, index) => ({
      ...place(citation.start, citation.end, `m-${index}`),
      type: citation.type,
      subject: citation.subject,
      level: settlement.kind === 'settled' ? settlement.identity.body.level : citation.level,
      settled: { citation, settlement },
    }));
  const row = [...placed, { ...acting, level: identity.body.level, settled: null }].sort((a, b) => a.offset - b.offset);
  return findRelations(row).flatMap(({ from, to, kind }) => {
    if (from !== standIn(OWN_MARK) && to !== standIn(OWN_MARK)) return [];
    const isReversed = to === standIn(OWN_MARK);
    const other = placed.find(({ document }) => document === (isReversed ? from : to));
    return other === undefined ? [] : [{ ...other.settled, kind, isReversed, sentence: printed }];
  });
}

/** Ids that stand for the mentions of one sentence while it is read; none of them is ever kept. */
function standIn(mark: string): DocumentId | null {
  return parseDocumentId(mark);
}

const OWN_MARK = 'own';
const OWN_NAME = 'Văn bản này';
/** "Quyết định này", "Kế hoạch này". */
const OWN_MENTION =
  /(?<!\p{L})(?:Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Quy định|Quy chế|Chỉ thị|Kết luận|Thông báo|Thông tư(?: liên tịch)?|Kế hoạch|Chương trình(?: hành động)?|Hướng dẫn|Đề án|Văn bản) này(?!\p{L})/giu;
/** It acts where it opens its clause: "thay thế …" behind "quy định tại Nghị định này" is another's. */
const ACTS = /(?:^|[.;:,\n“"(]|kèm theo)\s*$/u;
const MOST_LEAD = 20;
/** An article that changes another document names no subject: "Điều 2. Bãi bỏ Nghị quyết số …". */
const CHANGING_ARTICLE =
  /^[^\S\n]{0,8}Điều \d{1,3}[.:][^\S\n]{1,4}(?=(?:Bãi bỏ|Hủy bỏ|Huỷ bỏ|Thay thế|Sửa đổi)(?!\p{L}))/gmu;
const MOST_ROWS = 400;
const MOST_TEXT = 400_000;

/** Where the preamble ends: "QUYẾT ĐỊNH:", "Điều 1", "I. MỤC ĐÍCH"; nowhere far into the text. */
function startOfBody(text: string): number {
  const found =
    /^[^\S\n]*(?:(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|NGHỊ ĐỊNH|BAN HÀNH|YÊU CẦU|CHỈ THỊ)[^\S\n]*:|Điều 1[.:]|I[.-])/mu.exec(
      text,
    );
  return Math.min(found?.index ?? MOST_PREAMBLE, MOST_PREAMBLE);
}

const MOST_PREAMBLE = 12_000;

/** "Căn cứ …" at the beginning of the line of a preamble; "Thực hiện Chỉ thị số …" where the document is named at once. */
function readGround(text: string, at: number): RelationKind | null {
  const line =
    text
      .slice(Math.max(0, at - MOST_LINE), at)
      .split('\n')
      .at(-1) ?? '';
  const last = line.split(';').at(-1) ?? '';
  if (/^\s*(?:-\s?)?căn cứ(?!\p{L})/iu.test(line)) return 'based_on';
  return /^\s*(?:-\s?)?(?:triển khai )?thực hiện(?: \p{L}{1,7}){0,4}\s*$/iu.test(last) ? 'implements' : null;
}

const MOST_LINE = 1500;

function settleIn(text: string, held: StatingText): readonly Settled[] {
  const citations = extractCitations(text);
  const settlements = settleMentions(citations, contextOf(held));
  return citations.flatMap((citation, index) => {
    const settlement = settlements[index];
    return settlement === undefined || !isWhole(citation) ? [] : [{ citation, settlement }];
  });
}

function isWhole({ canonical, kind }: Citation): boolean {
  return canonical !== null && kind !== 'backref';
}

/** A document speaks from where its issuer sits, and knows nothing later than itself. */
function contextOf({ identity, facts, text }: StatingText): ArticleContext {
  return readContext({
    text: spellName(text.slice(0, MOST_TEXT)),
    place: identity.body.place,
    date: facts.issued,
    host: identity.body.place === null ? null : identity.body.name,
  });
}

/** A title in capitals is read in small letters but for codes. */
function spellCapitals(subject: string): string {
  if (/\p{Ll}/u.test(subject)) return subject;
  return subject.replace(/(?<![\p{L}\d/-])\p{Lu}+(?![\p{L}\d/-])/gu, (word) => word.toLowerCase());
}
