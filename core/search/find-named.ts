/**
 * Finds the documents that go by a name as someone typed it: `nghị quyết trung ương 4 khóa xii`, `nqtw4`, `đề án 06`,
 * or by their id: `nq-21-tu.ha-long.2020`.
 *
 * Which document such a name means is told in core/documents/named-document.ts; here only what the archive has of them is
 * found. A name that may mean several is never answered by one of them alone.
 */
import { findMerged } from '../archive/decisions.ts';
import { getDocument, getDocuments } from '../archive/documents.ts';
import type { ArchiveDb } from '../archive/schema.ts';
import { extractCitations } from '../citations/extract.ts';
import { foldKey } from '../citations/fold.ts';
import type { OfficialDocument } from '../documents/document.ts';
import { mintDocumentId, parseDocumentId } from '../documents/identity.ts';
import { listNamed } from '../documents/named-document.ts';

export interface FoundByName {
  /** Those of them that the archive has. */
  readonly documents: readonly OfficialDocument[];
  /** The name means one document, whether the archive has it or not. */
  readonly isSure: boolean;
}

const MOST_TYPED = 200;
/** What may stand behind a plenum's name: its congress, the Party, the body that adopted it. */
const AROUND = /(?<![a-z])(?:khoa [ivx\d]{1,5}|(?:cua )?(?:ban chap hanh|bch|dang|trung uong))(?![a-z])/g;

/** The documents of the name that `typed` is; none where it is no such name, or one with other words. */
export async function findByName(db: ArchiveDb, typed: string): Promise<FoundByName> {
  const text = typed.normalize('NFC').trim();
  const [named, other] = text.length > MOST_TYPED ? [] : extractCitations(text);
  if (named === undefined || other !== undefined || named.kind !== 'named') return nothing;
  const rest = foldKey(`${text.slice(0, named.start)} ${text.slice(named.end)}`);
  if (/[a-z\d]/.test(rest.replace(AROUND, ' '))) return nothing;
  const identities = listNamed(named);
  const [only] = identities;
  const ids = identities.map(mintDocumentId);
  const known = await getDocuments(db, ids);
  // A plenum that adopted a conclusion is found by "nghị quyết" too, but that is not what was asked for.
  const isOther = named.flags.includes('conference-number') && only?.type !== named.type;
  return { documents: ids.flatMap((id) => known.get(id) ?? []), isSure: ids.length === 1 && !isOther };
}

/** The document whose id was typed, or the one it was merged into. What has no dot may be a code sloppily typed. */
export async function findById(db: ArchiveDb, typed: string): Promise<OfficialDocument | null> {
  const text = typed.trim();
  const id = text.includes('.') ? parseDocumentId(text) : null;
  return id === null ? null : getDocument(db, (await findMerged(db, id)) ?? id);
}

const nothing: FoundByName = { documents: [], isSure: false };
