/**
 * What people decide about mentions and documents, and how their decisions overrule what the program tells.
 *
 * A decision is a record that is never changed: undoing is another record. Of two that say different things of one
 * mention the later counts. Where they are kept, and how what they touch is told anew, is said in core/archive.
 */
import type { IsoDate } from '../citations/citation.ts';
import type { DocumentId, Target } from './document.ts';
import { evidence } from './evidence.ts';

/** A mention as a person saw it: found again by its words, at its place or in its sentence. */
export interface MentionPlace {
  readonly article: string;
  readonly start: number;
  readonly surface: string;
  readonly sentence: string;
}

/** What people say is to be shown of a document in place of what is printed. */
export interface Corrections {
  readonly title?: string | undefined;
  readonly issuer?: string | undefined;
  readonly date?: IsoDate | undefined;
}

export type Verdict =
  /** This mention means this document. */
  | { readonly kind: 'assign'; readonly mention: MentionPlace; readonly document: DocumentId }
  /** Every mention of this code means this document, in the articles of one source or in all. */
  | {
      readonly kind: 'alias';
      readonly codeKey: string;
      readonly code: string;
      readonly source: string | null;
      readonly document: DocumentId;
    }
  /** What this mention is linked to is wrong, and nothing better is known. */
  | { readonly kind: 'reject'; readonly mention: MentionPlace }
  /** Both are one document, which keeps the id `into`. */
  | { readonly kind: 'merge'; readonly document: DocumentId; readonly into: DocumentId }
  /** Mentions of a document from one source, or printed with one date, mean another one. */
  | {
      readonly kind: 'split';
      readonly document: DocumentId;
      readonly source: string | null;
      readonly date: IsoDate | null;
      readonly into: DocumentId;
    }
  /** What is shown of a document is this. */
  | { readonly kind: 'correct'; readonly document: DocumentId; readonly says: Corrections }
  /** That decision counts no longer. */
  | { readonly kind: 'undo'; readonly decision: string };

export interface Decision {
  readonly id: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly madeBy: string;
  /** Instant in UTC. */
  readonly madeAt: string;
}

/** A mention as far as decisions look at it. */
export interface RuledMention extends MentionPlace {
  readonly codeKey: string | null;
  readonly source: string | null;
  readonly date: IsoDate | null;
}

export interface Ruling {
  readonly target: Target;
  readonly origin: 'machine' | 'person';
}

/** Decisions in force, made ready to be asked about many mentions. */
export interface Rulings {
  readonly isEmpty: boolean;
  /** Whether a decision may touch the mention, told by little; `rule` tells what it says. */
  concerns(
    mention: { readonly article: string; readonly codeKey: string | null },
    document: DocumentId | null,
  ): boolean;
  rule(mention: RuledMention, told: Target): Ruling;
  /** The document that this one was merged into, itself where it was not. */
  mergedInto(document: DocumentId): DocumentId;
  /** The documents that were merged into this one. */
  mergedFrom(document: DocumentId): readonly DocumentId[];
  corrections(document: DocumentId): Corrections;
}

/** Those of the decisions, in the order in which they were made, that are in force. */
export function inForce(decisions: readonly Decision[]): readonly Decision[] {
  const undone = new Set<string>();
  // Newest first: an undo that was itself undone counts for nothing.
  for (const { id, verdict } of [...decisions].reverse())
    if (verdict.kind === 'undo' && !undone.has(id)) undone.add(verdict.decision);
  return decisions.filter(({ id, verdict }) => verdict.kind !== 'undo' && !undone.has(id));
}

/** Makes the decisions ready; they are given in the order in which they were made. */
export function gatherRulings(decisions: readonly Decision[]): Rulings {
  const byArticle = new Map<string, OwnDecision[]>();
  const byCode = new Map<string, Of<'alias'>[]>();
  const bySplit = new Map<DocumentId, Of<'split'>[]>();
  const merges = new Map<DocumentId, Of<'merge'>>();
  const corrected = new Map<DocumentId, Corrections>();
  const standing = inForce(decisions);
  for (const { verdict, madeBy, reason } of standing) {
    const by = { madeBy, reason };
    switch (verdict.kind) {
      case 'assign':
      case 'reject':
        addTo(byArticle, verdict.mention.article, { ...verdict, ...by });
        break;
      case 'alias':
        addTo(byCode, verdict.codeKey, { ...verdict, ...by });
        break;
      case 'split':
        addTo(bySplit, verdict.document, { ...verdict, ...by });
        break;
      case 'merge':
        merges.set(verdict.document, { ...verdict, ...by });
        break;
      case 'correct':
        corrected.set(verdict.document, { ...corrected.get(verdict.document), ...verdict.says });
        break;
      case 'undo':
        break;
      default:
        verdict satisfies never;
    }
  }

  const mergedInto = (document: DocumentId): DocumentId => followMerges(document, merges).at(-1)?.into ?? document;
  return {
    isEmpty: standing.length === 0,
    concerns: ({ article, codeKey }, document) =>
      byArticle.has(article) ||
      (codeKey !== null && byCode.has(codeKey)) ||
      (document !== null && (bySplit.has(document) || merges.has(document))),
    rule: (mention, told) => {
      const own = byArticle.get(mention.article)?.findLast((one) => isSameMention(one.mention, mention));
      const alias = (mention.codeKey === null ? [] : (byCode.get(mention.codeKey) ?? [])).findLast(
        ({ source }) => source === null || source === mention.source,
      );
      const ruled = own ?? alias;
      const first = ruled === undefined ? told : decide(ruled.kind === 'reject' ? null : ruled.document, ruled);
      const target = own === undefined ? settleDocument(first, mention) : followTarget(first);
      return { target, origin: target === told ? 'machine' : 'person' };
    },
    mergedInto,
    mergedFrom: (document) => [...merges.keys()].filter((from) => mergedInto(from) === document && from !== document),
    corrections: (document) => corrected.get(document) ?? {},
  };

  function settleDocument(target: Target, mention: RuledMention): Target {
    const split =
      target.document === null ? undefined : bySplit.get(target.document)?.findLast((one) => fits(one, mention));
    return followTarget(split === undefined ? target : decide(split.into, split));
  }

  function followTarget(target: Target): Target {
    const last = target.document === null ? undefined : followMerges(target.document, merges).at(-1);
    return last === undefined ? target : decide(last.into, last);
  }
}

interface MadeBy {
  readonly madeBy: string;
  readonly reason: string;
}
type Of<K extends Verdict['kind']> = Extract<Verdict, { readonly kind: K }> & MadeBy;
type OwnDecision = Of<'assign'> | Of<'reject'>;

function decide(document: DocumentId | null, { madeBy: by, reason: words }: MadeBy): Target {
  const reason = words.trim().replace(/\.$/, '');
  const told = evidence(document === null ? 'rejected-by' : 'decided-by', { by, reason });
  return { status: document === null ? 'unknown' : 'resolved', document, candidates: [], evidence: [told] };
}

/** Merges one after the other; two documents merged into each other end where the ring closes. */
function followMerges(document: DocumentId, merges: ReadonlyMap<DocumentId, Of<'merge'>>): readonly Of<'merge'>[] {
  const passed: Of<'merge'>[] = [];
  const seen = new Set<DocumentId>([document]);
  for (let next = merges.get(document); next !== undefined && !seen.has(next.into); next = merges.get(next.into)) {
    passed.push(next);
    seen.add(next.into);
  }
  return passed;
}

/** The article may have been changed since: then the words in their sentence are looked for. */
function isSameMention(seen: MentionPlace, { start, surface, sentence }: MentionPlace): boolean {
  return seen.surface === surface && (seen.start === start || seen.sentence === sentence);
}

function fits({ source, date }: Of<'split'>, mention: RuledMention): boolean {
  return (source === null || source === mention.source) && (date === null || date === mention.date);
}

function addTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
