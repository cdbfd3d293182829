/**
 * Links the open mentions of one type and number in one article together.
 *
 * Where other articles tell one of them by its date or its subject, the bare code that the same text repeats means the
 * same document: what stands in the text comes before the article's date (contract). Each is linked for itself first,
 * so that nothing rests on the order in which they are given.
 */
import { bodyKey, mayBeSameBody } from './body.ts';
import type { DocumentId, Target } from './document.ts';
import { evidence } from './evidence.ts';
import type { KnownDocument } from './known-document.ts';
import { linkOpenMention } from './link.ts';
import type { Settlement } from './settlement.ts';

export interface OpenMention {
  readonly settlement: Settlement;
  /** Printed with the mention. */
  readonly subject: string | null;
  /** Key of its code; mentions of one code may mean one document. */
  readonly codeKey: string | null;
}

/** By these reasons other articles tell a mention as surely as its own words would. */
const TELLING: ReadonlySet<string> = new Set(['same-day', 'same-subject']);

/** The target of each mention, in their order. */
export function linkTogether(mentions: readonly OpenMention[], known: readonly KnownDocument[]): readonly Target[] {
  const alone = mentions.map(({ settlement, subject }) => linkOpenMention(settlement, known, subject));
  const told = new Map<string, Set<DocumentId>>();
  for (const [index, { codeKey }] of mentions.entries()) {
    const target = alone[index];
    if (codeKey === null || target === undefined || target.document === null) continue;
    if (target.evidence.some(({ code }) => TELLING.has(code)))
      told.set(codeKey, (told.get(codeKey) ?? new Set<DocumentId>()).add(target.document));
  }
  return alone.map((target, index) => {
    const mention = mentions[index];
    const documents = mention?.codeKey == null ? undefined : told.get(mention.codeKey);
    const [document] = documents ?? [];
    if (mention === undefined || document === undefined || documents?.size !== 1) return target;
    const other = known.find(({ id }) => id === document);
    if (other === undefined || !mayMean(mention.settlement, target, other)) return target;
    const why = evidence('same-text', { code: `${other.identity.number}` });
    return { status: 'resolved', document, candidates: [], evidence: [...target.evidence, why] };
  });
}

/** Whether the mention leaves the document open, or told another term by nothing but the article's date. */
function mayMean(settlement: Settlement, target: Target, { identity }: KnownDocument): boolean {
  if (target.evidence.some(({ code }) => TELLING.has(code))) return false;
  switch (settlement.kind) {
    case 'settled':
      return (
        settlement.why.some(({ code }) => code === 'date-of-article') && isTermAside(settlement.identity, identity)
      );
    case 'several':
      // Without a date of its own it has its term from the article's date, which says less than the text does.
      return settlement.printed === null && settlement.identities.some((one) => isTermAside(one, identity));
    case 'undated':
      return isOf(settlement.identity, identity);
    case 'several-undated':
      return settlement.identities.some((one) => isOf(one, identity));
    case 'unknown':
      return false;
    default:
      return settlement satisfies never;
  }
}

type Numbered = Pick<KnownDocument['identity'], 'type' | 'body'>;

function isTermAside(one: Numbered, other: Numbered): boolean {
  return one.type === other.type && bodyKey(one.body) === bodyKey(other.body);
}

function isOf(one: Numbered, other: Numbered): boolean {
  return one.type === other.type && mayBeSameBody(one.body, other.body);
}
