/**
 * Tells which documents of the archive a text cites that is not in it: drafts, and files read without being stored.
 */
import type { Citation } from '../citations/citation.ts';
import { type ArticleFacts, readContext } from '../documents/context.ts';
import type { Target } from '../documents/document.ts';
import { behindEach } from '../documents/earlier-day.ts';
import { linkOpenMention } from '../documents/link.ts';
import { linkTogether, type OpenMention } from '../documents/link-article.ts';
import { settleMentions } from '../documents/resolve.ts';
import type { Settlement } from '../documents/settlement.ts';
import { codeKeys } from './code-key.ts';
import { getDocuments } from './documents.ts';
import { readKnownDocuments } from './known-documents.ts';
import type { MentionKey } from './mention-lists.ts';
import type { ArchiveDb } from './schema.ts';

/** The target of each citation; one that the archive does not know is `unknown`, with its reasons kept. */
export async function linkText(
  db: ArchiveDb,
  citations: readonly Citation[],
  facts: ArticleFacts,
): Promise<readonly Target[]> {
  return linkSettlements(
    db,
    citations,
    settleMentions(citations, readContext(facts), behindEach(facts.text, citations)),
  );
}

/** The same for citations that are settled already, each by its place in the list. */
export async function linkSettlements(
  db: ArchiveDb,
  citations: readonly Citation[],
  settlements: readonly Settlement[],
): Promise<readonly Target[]> {
  const targets: Target[] = settlements.map((settlement, index) =>
    linkOpenMention(settlement, [], citations[index]?.subject ?? null),
  );
  for (const { key, mentions } of groupByKey(citations, settlements)) {
    const told = linkTogether(mentions, await readKnownDocuments(db, key));
    for (const [place, { index }] of mentions.entries()) targets[index] = told[place] ?? targets[index] ?? unknown;
  }
  const held = await getDocuments(
    db,
    targets.flatMap(({ document }) => (document === null ? [] : [document])),
  );
  return targets.map((target) =>
    target.document === null || held.has(target.document) ? target : { ...target, status: 'unknown', document: null },
  );
}

const unknown: Target = { status: 'unknown', document: null, candidates: [], evidence: [] };

interface KeyGroup {
  readonly key: MentionKey;
  readonly mentions: (OpenMention & { readonly index: number })[];
}

function groupByKey(citations: readonly Citation[], settlements: readonly Settlement[]): Iterable<KeyGroup> {
  const groups = new Map<string, KeyGroup>();
  for (const [index, { canonical, number, year, type, issuerCode, subject }] of citations.entries()) {
    const { typeKey, numberKey, codeKey } = codeKeys({ code: canonical, number, year, type, issuerCode });
    const settlement = settlements[index];
    if (typeKey === null || numberKey === null || settlement === undefined) continue;
    const name = `${typeKey} ${numberKey}`;
    const group = groups.get(name) ?? { key: { typeKey, numberKey }, mentions: [] };
    group.mentions.push({ settlement, subject, codeKey, index });
    groups.set(name, group);
  }
  return groups.values();
}
