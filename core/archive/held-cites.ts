/**
 * Which documents a held text names: all that is named where an article is the text, and what a text states of others
 * (held-citations.ts) wherever it was found.
 *
 * Each document once, in the order in which the texts name them; one that nothing settles by its code as printed.
 */
import type { DocumentId, RelationKind } from '../documents/document.ts';
import { relationKinds } from '../documents/document.ts';
import { linkOpenMention } from '../documents/link.ts';
import { foldLetters } from './code-key.ts';
import { wordColumn } from './columns.ts';
import { inPieces } from './dialect.ts';
import type { Holding } from './holding-row.ts';
import { listHoldingsOf } from './holdings.ts';
import { readKnownDocuments } from './known-documents.ts';
import { getMentions } from './mention-lists.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import { settlementColumn } from './settlement-column.ts';

export interface HeldCite {
  /** Null where nothing settles which document it is. */
  readonly document: DocumentId | null;
  /** As printed, in standard spelling where it is a code. */
  readonly code: string;
  /** What the text does with it, where it says so. */
  readonly kinds: readonly RelationKind[];
  /** Where it is first named. */
  readonly sentence: string;
  readonly article: ArticleId;
}

/** Texts of one document that are read, and what is linked of each. */
const MOST_TEXTS = 5;
const MOST_STATEMENTS = 400;

const readKind = wordColumn('held_citations.kind', relationKinds);

/** Empty where no text of the document is held. */
export async function listHeldCites(db: ArchiveDb, document: DocumentId): Promise<readonly HeldCite[]> {
  const texts = ((await listHoldingsOf(db, [document])).get(document) ?? []).slice(0, MOST_TEXTS);
  const named = [...(await readNamed(db, texts)), ...(await readStated(db, texts))];
  const found = new Map<string, HeldCite>();
  for (const cite of named) {
    if (cite.document === document) continue;
    const key = cite.document ?? ` ${foldLetters(cite.code)}`;
    const held = found.get(key);
    const kinds = [...new Set([...(held?.kinds ?? []), ...cite.kinds])];
    found.set(key, { ...(held ?? cite), kinds });
  }
  return [...found.values()];
}

/** The mentions of articles that are the text themselves. */
async function readNamed(db: ArchiveDb, texts: readonly Holding[]): Promise<readonly HeldCite[]> {
  const addresses = new Set(texts.map(({ address }) => address));
  const own: ArticleId[] = [];
  for (const piece of inPieces(texts.map(({ article }) => article))) {
    const articles = await db.selectFrom('articles').select(['id', 'url']).where('id', 'in', piece).execute();
    own.push(...articles.filter(({ url }) => addresses.has(url)).map(({ id }) => id));
  }
  const cites: HeldCite[] = [];
  for (const article of own) {
    for (const { target, canonical, surface, kind, sentence } of await getMentions(db, article)) {
      if (kind === 'backref') continue;
      cites.push({ document: target.document, code: canonical ?? surface, kinds: [], sentence, article });
    }
  }
  return cites;
}

async function readStated(db: ArchiveDb, texts: readonly Holding[]): Promise<readonly HeldCite[]> {
  const cites: HeldCite[] = [];
  for (const { article, address } of texts) {
    const rows = await db
      .selectFrom('held_citations')
      .selectAll()
      .where('article', '=', article)
      .where('address', '=', address)
      .where('is_reversed', '=', 0)
      .orderBy('ordinal')
      .limit(MOST_STATEMENTS)
      .execute();
    for (const { type_key: typeKey, number_key: numberKey, canonical, kind, sentence, subject, ...row } of rows) {
      const known = typeKey === null || numberKey === null ? [] : await readKnownDocuments(db, { typeKey, numberKey });
      const { document } = linkOpenMention(settlementColumn.read(row.settlement_json), known, subject);
      if (canonical === null) continue;
      cites.push({ document, code: canonical, kinds: [readKind(kind)], sentence, article });
    }
  }
  return cites;
}
