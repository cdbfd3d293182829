/**
 * Cite-checks a draft that is not in the archive: which document each citation means, and whether what is printed of it
 * agrees with what the archive knows.
 *
 * Here the facts are fetched, each document's once; core/documents/check-citation.ts judges.
 */
import type { Citation } from '../citations/citation.ts';
import { extractCitations } from '../citations/extract.ts';
import { type Judgement, judgeCitation, type NearDocument } from '../documents/check-citation.ts';
import type { CheckFacts } from '../documents/check-facts.ts';
import { readPhrase } from '../documents/check-phrase.ts';
import { readContext } from '../documents/context.ts';
import type { DocumentId, OfficialDocument, Place, Target } from '../documents/document.ts';
import { behindEach } from '../documents/earlier-day.ts';
import { settleMentions } from '../documents/resolve.ts';
import { cutSentence } from '../documents/sentence.ts';
import type { Settlement } from '../documents/settlement.ts';
import { loadCheckFacts, type NearCodes, readNearCodes } from './check-facts.ts';
import { codeKeys } from './code-key.ts';
import { getDocuments } from './documents.ts';
import { linkSettlements } from './link-text.ts';
import type { ArchiveDb } from './schema.ts';

export interface DraftFacts {
  readonly text: string;
  /** Place of the source that the draft is said to come from. */
  readonly place: Place | null;
  readonly sourcePlaces: readonly Place[];
  /** Day of the draft, `YYYY-MM-DD`: what came later has not changed anything yet. */
  readonly day: string;
}

/** The citations of a draft with what it tells of them by itself. */
export interface ReadDraft {
  readonly citations: readonly Citation[];
  /** By the place of the citation. */
  readonly settlements: readonly Settlement[];
}

export interface CheckedCitation extends Judgement {
  readonly citation: Citation;
  readonly target: Target;
}

/** Reads a draft; pure, so that it can be done in a worker. */
export function readDraft({ text, place, sourcePlaces, day }: DraftFacts): ReadDraft {
  const citations = extractCitations(text);
  const context = readContext({ text, place, sourcePlaces, date: day, host: null });
  return { citations, settlements: settleMentions(citations, context, behindEach(text, citations)) };
}

/** Judges the citations of a draft, in the order of the text. */
export async function checkDraft(
  db: ArchiveDb,
  { text, day }: Pick<DraftFacts, 'text' | 'day'>,
  { citations, settlements }: ReadDraft,
): Promise<readonly CheckedCitation[]> {
  const targets = await linkSettlements(db, citations, settlements);
  const near = await readNearCodes(db, wantedCodes(citations, targets));
  const linked = targets.flatMap(({ document }) => document ?? []);
  const facts = await loadCheckFacts(db, [...linked, ...[...near.values()].flat()]);
  const candidates = await getDocuments(
    db,
    targets.flatMap((target) => target.candidates.slice(0, MOST_CANDIDATES).map(({ document }) => document)),
  );
  const beside = readBeside(text, citations, targets);
  const seen = new Set<string>();
  return citations.map((citation, index) => {
    const target = targets[index] ?? unknown;
    const settlement = settlements[index] ?? { kind: 'unknown', why: [] };
    const judgement = judgeCitation({
      citation,
      settlement,
      target,
      facts: target.document === null ? null : (facts.get(target.document) ?? null),
      candidates: target.candidates.flatMap(({ document }) => candidates.get(document) ?? []),
      near: nearOf(citation, settlement, near, facts),
      isFirst: isFirstMention(citation, target, seen),
      beside: beside[index] ?? new Set(),
      day,
      text,
      phrase: readPhrase(text, citation, citations[index + 1]?.start ?? text.length),
    });
    return { citation, target, ...judgement };
  });
}

const unknown: Target = { status: 'unknown', document: null, candidates: [], evidence: [] };
const MOST_CANDIDATES = 10;

/** Codes that documents are looked for by: of what is linked to none, and of what contradicts itself. */
function wantedCodes(citations: readonly Citation[], targets: readonly Target[]): readonly string[] {
  return citations.flatMap((citation, index) =>
    targets[index]?.document == null || citation.meant !== null ? keysOf(citation) : [],
  );
}

function keysOf({ canonical, meant, number, year, type, kind }: Citation): readonly string[] {
  if (kind === 'backref') return [];
  const codes = [canonical, meant].filter((code) => code !== null);
  return codes.flatMap((code) => codeKeys({ code, number, year, type, issuerCode: null }).codeKey ?? []);
}

function nearOf(
  citation: Citation,
  settlement: Settlement,
  near: NearCodes,
  facts: ReadonlyMap<DocumentId, CheckFacts>,
): readonly NearDocument[] {
  const ids = new Set(keysOf(citation).flatMap((key) => near.get(key) ?? []));
  return [...ids].flatMap((id) => {
    const known = facts.get(id);
    return known === undefined ? [] : [{ facts: known, isOwn: isOfNamed(settlement, known.document) }];
  });
}

/** Whether the body that the draft names, and nothing else, is the document's. */
function isOfNamed(settlement: Settlement, { issuer, level }: OfficialDocument): boolean {
  if (settlement.kind !== 'settled' && settlement.kind !== 'undated') return false;
  const { body } = settlement.identity;
  return body.name === issuer || (body.level === 'central' && level === 'central' && body.place === null);
}

/** The documents that each citation's sentence cites besides its own. */
function readBeside(
  text: string,
  citations: readonly Citation[],
  targets: readonly Target[],
): readonly ReadonlySet<DocumentId>[] {
  const bySentence = new Map<number, DocumentId[]>();
  const starts = citations.map(({ start, end }) => cutSentence(text, start, end).start);
  for (const [index, start] of starts.entries()) {
    const document = targets[index]?.document ?? null;
    if (document !== null) bySentence.set(start, [...(bySentence.get(start) ?? []), document]);
  }
  return starts.map((start) => new Set(bySentence.get(start) ?? []));
}

/** The first time that a document, or a code that leads to none, is named; a back-reference names nothing. */
function isFirstMention(citation: Citation, { document }: Target, seen: Set<string>): boolean {
  const { kind, meant, canonical, type, number, surface } = citation;
  if (kind === 'backref') return false;
  const key = document ?? (meant ?? canonical)?.toUpperCase() ?? (type === null ? surface : `${type} ${number}`);
  const isFirst = !seen.has(key);
  seen.add(key);
  return isFirst;
}
