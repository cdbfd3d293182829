/**
 * All that a document's page tells from every mention of it, read once and kept while the archive stays as it is: a
 * document may be cited twenty thousand times, and turning a page of its table must not count them again.
 *
 * Nothing here depends on a reader's language or filters. What is kept is bounded; what was used longest ago goes first.
 */
import type { RelationRecord } from '../../core/archive/records.ts';
import { listRelationsOf } from '../../core/archive/relations.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { DocumentId, OfficialDocument } from '../../core/documents/document.ts';
import type { DocumentBrief } from '../../web/view-terms.ts';
import { type CitingRow, listCiting } from '../citing.ts';
import { countCompanions } from '../figures.ts';
import { rememberEach } from '../remember.ts';
import { briefDocument } from './briefs.ts';
import { groupRows, type MeetingRows } from './cited-at.ts';
import { countValues, type FilterCounts } from './document-filters.ts';
import { type SaidField, tallySaid } from './document-variants.ts';

export interface DocumentDigest {
  /** Every mention, newest article first. */
  readonly rows: readonly CitingRow[];
  /** The meetings, newest first, those of an unknown day last. */
  readonly newest: readonly MeetingRows[];
  /** What each filter would leave where none is chosen. */
  readonly counts: FilterCounts;
  readonly said: readonly SaidField[];
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** First day on which an article names it. */
  readonly firstPublished: string | null;
  /** Names are Vietnamese: name it anew for another reader. */
  readonly brief: DocumentBrief;
  readonly companions: Awaited<ReturnType<typeof countCompanions>>;
  /** One of each kind and other document: the first article that says so. */
  readonly relations: readonly { readonly relation: RelationRecord; readonly direction: 'out' | 'in' }[];
}

/** Mentions that are kept in memory over all documents, and documents. */
const MOST_ROWS = 100_000;
const MOST_DIGESTS = 500;
const MOST_RELATIONS = 200;
const MOST_COMPANIONS = 8;

const remember = rememberEach<DocumentDigest>(MOST_DIGESTS, { of: ({ rows }) => rows.length, most: MOST_ROWS });

/** The digest of a document as the archive is now. */
export function readDigest(db: ArchiveDb, document: OfficialDocument): Promise<DocumentDigest> {
  return remember(db, document.id, () => drawDigest(db, document));
}

async function drawDigest(db: ArchiveDb, document: OfficialDocument): Promise<DocumentDigest> {
  const rows = await listCiting(db, document);
  const newest = groupRows(rows);
  const dated = newest.filter(({ firstDay }) => firstDay !== '');
  return {
    rows,
    newest,
    counts: countValues(newest, {}),
    said: tallySaid(rows),
    firstDay: dated.at(-1)?.firstDay ?? null,
    lastDay: dated[0]?.firstDay ?? null,
    firstPublished: rows.reduce<string | null>(
      (first, { published }) => (published !== null && (first === null || published < first) ? published : first),
      null,
    ),
    brief: await briefDocument(db, document, 'vi'),
    companions: await countCompanions(db, document.id, MOST_COMPANIONS),
    relations: await readRelations(db, document.id),
  };
}

async function readRelations(db: ArchiveDb, id: DocumentId): Promise<DocumentDigest['relations']> {
  const { from, to } = await listRelationsOf(db, id);
  return [
    ...firstOfEach(from, ({ to: other }) => other).map((relation) => ({ relation, direction: 'out' as const })),
    ...firstOfEach(to, ({ from: other }) => other).map((relation) => ({ relation, direction: 'in' as const })),
  ].slice(0, MOST_RELATIONS);
}

function firstOfEach(
  relations: readonly RelationRecord[],
  otherOf: (relation: RelationRecord) => string,
): readonly RelationRecord[] {
  const first = new Map<string, RelationRecord>();
  for (const relation of relations) {
    const key = `${relation.kind} ${otherOf(relation)}`;
    if (!first.has(key)) first.set(key, relation);
  }
  return [...first.values()];
}
