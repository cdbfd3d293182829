/**
 * The citations of one article as its page shows them: a mark for each mention, and an entry for each document that
 * they mean. Mentions that nothing settles share an entry when they print the same code.
 */
import { getDocuments } from '../../core/archive/documents.ts';
import type { MentionRecord } from '../../core/archive/records.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { parseCode } from '../../core/citations/code.ts';
import type { DocumentId, OfficialDocument } from '../../core/documents/document.ts';
import { mintEntryId } from '../../core/documents/identity.ts';
import { documentPath, searchPath } from '../../web/address.ts';
import type { ArticleCitation, CitationMark } from '../../web/view.ts';
import { countMeetings } from '../figures.ts';
import { rankMention } from '../passages.ts';
import type { Lang } from '../wording.ts';
import { type DocumentNames, isConflicting, nameDocument, printedCode, toCandidates, toEvidence } from './briefs.ts';

export interface CitationEntries {
  /** In the order of the text, as `marks`. */
  readonly mentions: readonly MentionRecord[];
  readonly marks: readonly CitationMark[];
  readonly citations: readonly ArticleCitation[];
}

/** `mentions` in the order of the text. */
export async function readEntries(
  db: ArchiveDb,
  mentions: readonly MentionRecord[],
  lang: Lang,
): Promise<CitationEntries> {
  const known = await getDocuments(db, mentions.flatMap(namedDocuments));
  const meetings = await countMeetings(db, [...known.keys()]);
  const groups = new Map<string, [MentionRecord, ...MentionRecord[]]>();
  for (const mention of mentions) {
    const key = keyOf(mention, mentions);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mention]);
    else group.push(mention);
  }
  const entries = new Map([...groups.keys()].map((key, index) => [key, index]));
  return {
    mentions,
    marks: mentions.map((mention) => ({
      ordinal: mention.ordinal,
      entry: entries.get(keyOf(mention, mentions)) ?? 0,
      href: hrefOf(mention, known),
      status: mention.target.status,
      conflict: isConflicting(mention),
    })),
    citations: [...groups.values()].map((group) => toEntry(group, known, meetings, lang)),
  };
}

function toEntry(
  group: readonly [MentionRecord, ...MentionRecord[]],
  known: DocumentNames,
  meetings: ReadonlyMap<DocumentId, number>,
  lang: Lang,
): ArticleCitation {
  const [first, ...others] = group;
  const best = group.reduce((best, mention) => (rankMention(mention) < rankMention(best) ? mention : best));
  const document = documentOf(first, known);
  const contrary = group.find((mention) => printedCode(mention, document) !== null);
  return {
    ordinals: [first.ordinal, ...others.map(({ ordinal }) => ordinal)],
    surface: first.surface,
    document: document === null ? null : nameDocument(document, lang),
    search: document === null && first.canonical !== null ? searchPath(first.canonical) : null,
    status: first.target.status,
    conflict: group.some(isConflicting),
    printed: contrary === undefined ? null : printedCode(contrary, document),
    purpose: best.purpose,
    meetings: document === null || document.issuer === null ? null : (meetings.get(document.id) ?? 0),
    candidates: toCandidates(first.target.candidates, first.canonical ?? first.surface, known, lang),
    evidence: toEvidence(first.target.evidence, lang),
  };
}

/** Mentions of one document, or of one code that is not settled, or of one earlier mention, belong together. */
function keyOf(mention: MentionRecord, all: readonly MentionRecord[]): string {
  const { target, canonical, sameAs, ordinal } = mention;
  if (target.document !== null) return `document ${target.document}`;
  if (canonical !== null) return `code ${canonical.toUpperCase()}`;
  const same = sameAs === null || sameAs >= ordinal ? undefined : all[sameAs];
  return same === undefined ? `mention ${ordinal}` : keyOf(same, all);
}

/** A settled mention leads to its document; any other to its entry below, which has the candidates and what more there is. */
function hrefOf(mention: MentionRecord, known: DocumentNames): string | null {
  const document = mention.target.status === 'resolved' ? documentOf(mention, known) : null;
  return document === null ? null : documentPath(document.id);
}

function documentOf({ target, canonical, type }: MentionRecord, known: DocumentNames): OfficialDocument | null {
  const id = target.document ?? entryOf(canonical, type);
  return id === null ? null : (known.get(id) ?? null);
}

function namedDocuments({ target, canonical, type }: MentionRecord): readonly DocumentId[] {
  const entry = target.document ?? entryOf(canonical, type);
  return [...(entry === null ? [] : [entry]), ...target.candidates.map(({ document }) => document)];
}

/** The entry that the archive keeps for a code that no mention settles, if it keeps one. */
function entryOf(canonical: string | null, type: string | null): DocumentId | null {
  const parts = canonical === null ? null : parseCode(canonical);
  return parts === null ? null : mintEntryId(parts.type ?? type, parts.number, parts.year, parts.issuerCode);
}
