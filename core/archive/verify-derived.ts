/**
 * Whether what is drawn from all articles together agrees with them: documents and their counts, meetings and their links,
 * relations; and whether all of it is settled.
 */
import type { Selectable } from 'kysely';
import { parseCode } from '../citations/code.ts';
import type { DocumentId } from '../documents/document.ts';
import { readCursor } from './changes.ts';
import { readRulings } from './decisions.ts';
import { toDocumentRow } from './document-row.ts';
import { compileSettled } from './draw-documents.ts';
import { aFault, type Finding } from './finding.ts';
import { streamPages } from './paging.ts';
import type { ArchiveDb, DocumentTable, MeetingTable } from './schema.ts';

/** A document as it is kept, and as what speaks of it tells it now; null for entries and what was merged away. */
interface Kept {
  readonly row: Selectable<DocumentTable>;
  readonly told: DocumentTable | null;
}

/** Every document against its mentions. */
export async function* verifyDocuments(db: ArchiveDb, onItem: () => void): AsyncGenerator<Finding> {
  const rulings = await readRulings(db);
  const documents = streamPages<Kept>(async (after) => {
    const query = db.selectFrom('documents').selectAll().orderBy('id').limit(200);
    const rows = await (after === null ? query : query.where('id', '>', after.row.id)).execute();
    const ids = rows.map(({ id }) => id);
    const told = new Map((await compileSettled(db, ids, rulings)).map((one) => [one.id, toDocumentRow(one)]));
    return rows.map((row) => ({ row, told: told.get(row.id) ?? null }));
  });
  for await (const { row, told } of documents) {
    onItem();
    const subject = `document ${row.id}`;
    const citing = await countCiting(db, row);
    if (citing !== row.cited_by) yield aFault(subject, `it counts ${row.cited_by} articles that cite it, ${citing} do`);
    else if (citing === 0 && !(await isSpokenOf(db, row.id))) yield aFault(subject, 'nothing speaks of it');
    for (const column of shown) {
      const wanted = told === null ? row[column] : told[column];
      if (row[column] !== wanted)
        yield aFault(subject, `its ${column} is ${row[column]}, what speaks of it tells ${wanted}; run sohieu resolve`);
    }
  }
}

/** What readers see of a document. */
const shown = [
  'code',
  'type',
  'number',
  'year',
  'issuer',
  'level',
  'place_json',
  'term',
  'date',
  'title',
  'aliases_json',
  'state',
  'conflicts_json',
] as const;

/** Whether a text is held that is the document, or names it in full. */
async function isSpokenOf(db: ArchiveDb, id: DocumentId): Promise<boolean> {
  const text = db.selectFrom('holdings').select('document').where('document', '=', id).limit(1);
  const named = db.selectFrom('held_citations').select('own_document').where('own_document', '=', id).limit(1);
  return (await text.execute()).length + (await named.execute()).length > 0;
}

/** An entry of a code that nothing settles counts the articles whose mentions of this code are open. */
async function countCiting(db: ArchiveDb, document: Selectable<DocumentTable>): Promise<number> {
  const counted = db.selectFrom('mentions').select((query) => query.fn.count<number>('article').distinct().as('count'));
  const open = counted.where('code_key', '=', document.code_key).where('document', 'is', null);
  const ofType = parseCode(document.code)?.type === null ? open.where('type_key', '=', document.type_key) : open;
  const query = document.is_settled === 1 ? counted.where('document', '=', document.id) : ofType;
  return (await query.executeTakeFirstOrThrow()).count;
}

/** Every meeting against the articles that report it and the documents that these cite. */
export async function* verifyMeetings(db: ArchiveDb, onItem: () => void): AsyncGenerator<Finding> {
  const meetings = streamPages<Pick<Selectable<MeetingTable>, 'id' | 'first_day'>>((after) => {
    const query = db.selectFrom('meetings').select(['id', 'first_day']).orderBy('id').limit(500);
    return (after === null ? query : query.where('id', '>', after.id)).execute();
  });
  for await (const { id, first_day: firstDay } of meetings) {
    onItem();
    const subject = `meeting ${id}`;
    const reports = await db
      .selectFrom('meeting_articles')
      .innerJoin('articles', 'articles.id', 'meeting_articles.article')
      .select(['articles.id', 'articles.meeting_json'])
      .where('meeting', '=', id)
      .execute();
    if (reports.length === 0) yield aFault(subject, 'no article reports it');
    for (const report of reports)
      if (report.meeting_json === null)
        yield aFault(subject, `article ${report.id} belongs to it and reports no meeting`);
    const wanted = await citedIn(db, id);
    const held = await db.selectFrom('meeting_documents').selectAll().where('meeting', '=', id).execute();
    const isSame = held.length === wanted.size && held.every(({ document }) => wanted.has(document));
    if (!isSame) yield aFault(subject, `it lists ${held.length} documents, its articles cite ${wanted.size}`);
    else if (held.some((row) => row.first_day !== firstDay))
      yield aFault(subject, 'its documents stand at another day');
  }
}

async function citedIn(db: ArchiveDb, meeting: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('meeting_articles')
    .innerJoin('mentions', 'mentions.article', 'meeting_articles.article')
    .select('mentions.document')
    .distinct()
    .where('meeting', '=', meeting)
    .where('mentions.document', 'is not', null)
    .execute();
  return new Set(rows.flatMap(({ document }) => document ?? []));
}

/** Articles that report a meeting and belong to none, relations whose ends are not there, work that was left off. */
export async function* verifyLinks(db: ArchiveDb): AsyncGenerator<Finding> {
  const homeless = db
    .selectFrom('articles')
    .leftJoin('meeting_articles', 'meeting_articles.article', 'articles.id')
    .select(['articles.id', 'articles.url'])
    .where('meeting_json', 'is not', null)
    .where('meeting', 'is', null)
    .limit(MOST);
  for (const { id, url } of await homeless.execute())
    yield aFault(`article ${id} (${url})`, 'it reports a meeting and belongs to none; run sohieu resolve');
  const loose = db
    .selectFrom('relations')
    .leftJoin('documents as source', 'source.id', 'from_document')
    .leftJoin('documents as target', 'target.id', 'to_document')
    .select(['from_document', 'to_document', 'relations.article'])
    .where((where) => where.or([where('source.id', 'is', null), where('target.id', 'is', null)]))
    .limit(MOST);
  for (const { from_document: from, to_document: to, article } of await loose.execute())
    yield aFault(`relation of ${from} to ${to}`, `article ${article} states it, but not both documents are there`);
  const settled = await readCursor(db, 'settle');
  const { waiting } = await db
    .selectFrom('changes')
    .select((query) => query.fn.countAll<number>().as('waiting'))
    .where('seq', '>', settled)
    .where('kind', '!=', 'meeting')
    .executeTakeFirstOrThrow();
  if (waiting > 0)
    yield aFault('database', `${waiting} changes are not settled yet, a run was stopped; run sohieu resolve`);
}

/** More of one kind tell a reader nothing new. */
const MOST = 1000;
