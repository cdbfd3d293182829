/**
 * Whether held texts agree with what stands around them: with the bytes and the article or file they were read from, and
 * with the documents that they are.
 */
import { mintDocumentId } from '../documents/identity.ts';
import { readRulings } from './decisions.ts';
import { getDocument } from './documents.ts';
import { aFault, type Finding } from './finding.ts';
import { listHoldingsOf } from './holdings.ts';
import { identityColumn } from './own-columns.ts';
import { streamPages } from './paging.ts';
import type { ArchiveDb } from './schema.ts';

/** Every held text, every file of an article, and every document that is said to be held. */
export async function* verifyHoldings(db: ArchiveDb): AsyncGenerator<Finding> {
  yield* verifyTexts(db);
  yield* verifyFiles(db);
  yield* verifyStates(db);
}

async function* verifyTexts(db: ArchiveDb): AsyncGenerator<Finding> {
  const rulings = await readRulings(db);
  const texts = streamPages((after: TextRow | null) => {
    const query = selectTexts(db);
    if (after === null) return query.execute();
    return query
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('holdings.article', 'holdings.address'), '>', tuple(after.article, after.address)),
      )
      .execute();
  });
  for await (const text of texts) {
    const subject = `held text ${text.address} of article ${text.article}`;
    if (mintDocumentId(identityColumn.read(text.identity_json)) !== text.document)
      yield aFault(subject, `it is filed under ${text.document}, its identity says otherwise; run sohieu resolve`);
    const read = text.address === text.url ? text.own_snapshot : text.file_snapshot;
    if (read === null || read !== text.snapshot)
      yield aFault(subject, 'it was read from other bytes than its article or file is; run sohieu resolve');
    // A text shows in the document into which a person merged its own.
    const shown = rulings.mergedInto(text.document);
    const state = shown === text.document ? text.state : (await getDocument(db, shown))?.state;
    if (state !== 'held')
      yield aFault(`document ${shown}`, `its text is held at ${text.address}, but it is not said to be`);
  }
}

function selectTexts(db: ArchiveDb) {
  return db
    .selectFrom('holdings')
    .innerJoin('articles', 'articles.id', 'holdings.article')
    .leftJoin('attachments', (join) =>
      join.onRef('attachments.article', '=', 'holdings.article').onRef('attachments.url', '=', 'holdings.address'),
    )
    .leftJoin('documents', 'documents.id', 'holdings.document')
    .select(['holdings.article', 'holdings.address', 'holdings.document', 'holdings.identity_json'])
    .select(['holdings.snapshot', 'articles.url', 'articles.snapshot as own_snapshot', 'documents.state'])
    .select('attachments.sha256 as file_snapshot')
    .orderBy('holdings.article')
    .orderBy('holdings.address')
    .limit(500);
}

type TextRow = Awaited<ReturnType<ReturnType<typeof selectTexts>['executeTakeFirstOrThrow']>>;

/** A file's text can be read again only from a capture of its address. */
async function* verifyFiles(db: ArchiveDb): AsyncGenerator<Finding> {
  const loose = await db
    .selectFrom('attachments')
    .leftJoin('captures', (join) =>
      join.onRef('captures.url', '=', 'attachments.url').onRef('captures.sha256', '=', 'attachments.sha256'),
    )
    .select(['attachments.article', 'attachments.url'])
    .where('attachments.sha256', 'is not', null)
    .where('captures.url', 'is', null)
    .limit(MOST)
    .execute();
  for (const { article, url } of loose)
    yield aFault(`file ${url} of article ${article}`, 'no capture says where its bytes came from');
}

async function* verifyStates(db: ArchiveDb): AsyncGenerator<Finding> {
  const bare = await db
    .selectFrom('documents')
    .select('id')
    .where('state', '=', 'held')
    .where('id', 'not in', db.selectFrom('holdings').select('document'))
    .limit(MOST)
    .execute();
  const rulings = await readRulings(db);
  const merged = await listHoldingsOf(
    db,
    bare.flatMap(({ id }) => rulings.mergedFrom(id)),
  );
  const stands = bare.filter(({ id }) => !rulings.mergedFrom(id).some((from) => merged.has(from)));
  for (const { id } of stands) yield aFault(`document ${id}`, 'it is said to be held, but no text of it is');
}

/** More of one kind tell a reader nothing new. */
const MOST = 1000;
