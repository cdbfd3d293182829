/** The documents around one: what acts on it and on what it acts, what is cited at the same meetings, what it may mean. */
import { getDocuments } from '../../core/archive/documents.ts';
import type { Candidate, OfficialDocument } from '../../core/documents/document.ts';
import { mentionsOf } from '../../core/search/find-code.ts';
import type { CandidateLine, DocumentView, RelationLine } from '../../web/view.ts';
import { nameDocument, toCandidates } from './briefs.ts';
import { type Loading, nameArticles } from './cited-at.ts';
import type { DocumentDigest } from './document-digest.ts';

/** Mentions of an entry that are asked for their candidates. */
const MOST_MENTIONS = 100;

/** One line for each other document and kind, with the first article that says so. */
export async function loadRelations(
  { db, lang, sourceName }: Loading,
  lines: DocumentDigest['relations'],
): Promise<readonly RelationLine[]> {
  const others = await getDocuments(
    db,
    lines.map(({ relation, direction }) => (direction === 'out' ? relation.to : relation.from)),
  );
  const articles = await nameArticles(
    db,
    lines.map(({ relation }) => relation.article),
    sourceName,
  );
  return lines.flatMap(({ relation, direction }) => {
    const other = others.get(direction === 'out' ? relation.to : relation.from);
    const article = articles.get(relation.article);
    if (other === undefined || article === undefined) return [];
    const { kind, sentence } = relation;
    return [{ kind, direction, document: nameDocument(other, lang), date: other.date, article, sentence }];
  });
}

/** Documents cited at two or more of the same meetings, most often first. */
export async function loadTogether(
  { db, lang }: Loading,
  companions: DocumentDigest['companions'],
): Promise<DocumentView['together']> {
  const known = await getDocuments(
    db,
    companions.map((companion) => companion.document),
  );
  return companions.flatMap((companion) => {
    const other = known.get(companion.document);
    return other === undefined ? [] : [{ document: nameDocument(other, lang), count: companion.meetings }];
  });
}

/** What the mentions of an unsettled code may mean, likeliest first; each document once, with its best reasons. */
export async function loadCandidates(
  { db, lang }: Loading,
  document: OfficialDocument,
): Promise<readonly CandidateLine[]> {
  const { items } = await mentionsOf(db, document, MOST_MENTIONS);
  const best = new Map<string, Candidate>();
  for (const candidate of items.flatMap(({ mention }) => mention.target.candidates)) {
    const held = best.get(candidate.document);
    if (held === undefined || held.score < candidate.score) best.set(candidate.document, candidate);
  }
  const candidates = [...best.values()].sort((a, b) => b.score - a.score);
  const known = await getDocuments(
    db,
    candidates.map((candidate) => candidate.document),
  );
  return toCandidates(candidates, document.code, known, lang);
}
