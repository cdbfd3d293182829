/** Where to begin with networks: the documents that a typed code may mean, and some of many relations. */
import { listMostCited } from '../../core/archive/documents.ts';
import { countStatements } from '../../core/archive/neighbour-ties.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import { findFitting } from '../../core/search/find-code.ts';
import { changeAddress } from '../../web/address.ts';
import type { NetworkBeginning, NetworkStart } from '../../web/views/network.ts';
import { countMeetings } from '../figures.ts';
import type { Lang } from '../wording.ts';
import { nameDocument } from './briefs.ts';

const MOST_CHOICES = 50;
/** The documents of most relations are sought among so many that are cited most. */
const SOUGHT = 100;
const SHOWN = 12;

/** `typed` is empty where nothing was; a code of one document never comes here (network/lead.ts). */
export async function startNetwork(db: ArchiveDb, typed: string, lang: Lang): Promise<NetworkStart> {
  const fitting = (await findFitting(db, typed)).slice(0, MOST_CHOICES);
  const cited = await listMostCited(db, { limit: SOUGHT, after: null });
  const relations = await countStatements(
    db,
    cited.items.map(({ id }) => id),
  );
  const connected = [...cited.items]
    .filter(({ id }) => relations.has(id))
    .sort((a, b) => (relations.get(b.id) ?? 0) - (relations.get(a.id) ?? 0))
    .slice(0, SHOWN);
  return {
    kind: 'start',
    query: typed,
    choices: await countBeginnings(db, fitting, lang),
    connected: await countBeginnings(db, connected, lang),
    sought: cited.items.length,
  };
}

async function countBeginnings(
  db: ArchiveDb,
  documents: readonly OfficialDocument[],
  lang: Lang,
): Promise<readonly NetworkBeginning[]> {
  const ids = documents.map(({ id }) => id);
  const relations = await countStatements(db, ids);
  const meetings = await countMeetings(db, ids);
  return documents.map((document) => ({
    document: nameDocument(document, lang),
    href: changeAddress('/mang-luoi', { doc: document.id }),
    relations: relations.get(document.id) ?? 0,
    meetings: meetings.get(document.id) ?? 0,
  }));
}
