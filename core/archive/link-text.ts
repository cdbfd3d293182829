/**
 * Tells which documents of the archive a text cites that is not in it: drafts, and files read without being stored.
 */
import type { Citation } from '../citations/citation.ts';
import { type ArticleFacts, readContext } from '../documents/context.ts';
import type { Target } from '../documents/document.ts';
import type { KnownDocument } from '../documents/known-document.ts';
import { linkOpenMention } from '../documents/link.ts';
import { settleMentions } from '../documents/resolve.ts';
import { codeKeys } from './code-key.ts';
import { getDocuments } from './documents.ts';
import type { ArchiveDb } from './schema.ts';
import { knownDocuments } from './settle-documents.ts';

/** The target of each citation; one that the archive does not know is `unknown`, with its reasons kept. */
export async function linkText(
  db: ArchiveDb,
  citations: readonly Citation[],
  facts: ArticleFacts,
): Promise<readonly Target[]> {
  const settlements = settleMentions(citations, readContext(facts));
  const knownByKey = new Map<string, readonly KnownDocument[]>();
  const targets: Target[] = [];
  for (const [index, settlement] of settlements.entries()) {
    const citation = citations[index];
    if (citation === undefined) continue;
    const known = await readKnown(db, citation, knownByKey);
    targets.push(linkOpenMention(settlement, known, citation.subject));
  }
  const held = await getDocuments(
    db,
    targets.flatMap(({ document }) => (document === null ? [] : [document])),
  );
  return targets.map((target) =>
    target.document === null || held.has(target.document) ? target : { ...target, status: 'unknown', document: null },
  );
}

async function readKnown(
  db: ArchiveDb,
  { canonical, number, year, type, issuerCode }: Citation,
  read: Map<string, readonly KnownDocument[]>,
): Promise<readonly KnownDocument[]> {
  const { typeKey, numberKey } = codeKeys({ code: canonical, number, year, type, issuerCode });
  if (typeKey === null || numberKey === null) return [];
  const key = `${typeKey} ${numberKey}`;
  const known = read.get(key) ?? (await knownDocuments(db, { typeKey, numberKey }));
  read.set(key, known);
  return known;
}
