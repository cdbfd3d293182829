/**
 * What the archive knows of the documents of one type and number, and whether that is news to the mentions that wait
 * for it. Read from what is counted already (counted-mentions.ts), so that a document cited by thousands costs little more
 * than others.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DocumentId } from '../documents/document.ts';
import type { DocumentIdentity } from '../documents/identity.ts';
import {
  gatherKnown,
  type KeptPrints,
  type KnownDocument,
  type KnownPrint,
  keepPrints,
  knowDocument,
} from '../documents/known-document.ts';
import { seriesOf } from '../documents/link.ts';
import { jsonColumn, rememberRead } from './columns.ts';
import { inPieces } from './dialect.ts';
import { noteDossiersDue } from './dossiers-due.ts';
import { listHeldPrints } from './holdings.ts';
import type { MentionKey } from './mention-lists.ts';
import { identityColumn } from './own-columns.ts';
import { streamPages } from './paging.ts';
import type { ArchiveDb, MentionTable } from './schema.ts';
import { settlementColumn } from './settlement-column.ts';
import { type Tally, tallySchema } from './testimonies.ts';
import { inTransaction } from './transaction.ts';

/** What is printed with widely cited documents is read with every batch. */
const MOST_REMEMBERED = 20_000;

/** How many mentions settle a document by themselves, and how many print each day and each key of a subject. */
export interface Prints {
  readonly mentions: number;
  readonly dates: Tally;
  readonly subjects: Tally;
}

export const printsColumn = jsonColumn<Prints>(
  'known_documents.prints_json',
  z.object({ mentions: z.number(), dates: tallySchema, subjects: tallySchema }),
);
/** As far as linking asks, which reads them again with every batch. */
const readKept = rememberRead((json): KeptPrints => keepPrints(toPrints(printsColumn.read(json))), MOST_REMEMBERED);

/** The documents of a key that mentions or held texts settle, with what is printed beside them. */
export async function readKnownDocuments(db: ArchiveDb, key: MentionKey): Promise<readonly KnownDocument[]> {
  const rows = await db
    .selectFrom('known_documents')
    .select(['document', 'prints_json'])
    .where('type_key', '=', key.typeKey)
    .where('number_key', '=', key.numberKey)
    .orderBy('document')
    .execute();
  const identities = await readIdentities(
    db,
    rows.map(({ document }) => document),
  );
  const held = await listHeldPrints(db, key);
  const told = rows.flatMap(({ document, prints_json: prints }) => {
    const identity = identities.get(document);
    return identity === undefined ? [] : [{ document, prints, identity }];
  });
  if (held.length === 0)
    return told.map(({ document, prints, identity }) => knowDocument(document, identity, readKept(prints)));
  const prints = told.flatMap(({ identity, prints: json }) =>
    toPrints(printsColumn.read(json)).map((print) => ({ identity, ...print })),
  );
  return gatherKnown([...prints, ...held]);
}

/** What mentions that settle this document by themselves print, as far as they are of this type and number. */
export async function readPrintsOf(
  db: ArchiveDb,
  document: DocumentId,
  { typeKey, numberKey }: MentionKey,
): Promise<Prints | null> {
  const row = await db
    .selectFrom('known_documents')
    .select('prints_json')
    .where('document', '=', document)
    .where('type_key', '=', typeKey)
    .where('number_key', '=', numberKey)
    .executeTakeFirst();
  return row === undefined ? null : printsColumn.read(row.prints_json);
}

function toPrints({ mentions, dates, subjects }: Prints): readonly Omit<KnownPrint, 'identity'>[] {
  return [
    { date: null, subject: null, mentions },
    ...Object.entries(dates).map(([date, count]) => ({ date, subject: null, mentions: count })),
    ...Object.entries(subjects).map(([subject, count]) => ({ date: null, subject, mentions: count })),
  ];
}

/** What identifies these documents, as far as any mention ever settled them. */
export async function readIdentities(
  db: ArchiveDb,
  documents: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, DocumentIdentity>> {
  const found = new Map<DocumentId, DocumentIdentity>();
  for (const piece of inPieces([...new Set(documents)])) {
    const rows = await db.selectFrom('identities').selectAll().where('document', 'in', piece).execute();
    for (const { document, identity_json: json } of rows) found.set(document, identityColumn.read(json));
  }
  return found;
}

/** Keeps identities. Of two spellings of one the first in its letters stays, whichever came first. */
export async function keepIdentities(trx: ArchiveDb, identities: ReadonlyMap<DocumentId, string>): Promise<void> {
  for (const piece of inPieces([...identities])) {
    await trx
      .insertInto('identities')
      .values(piece.map(([document, json]) => ({ document, identity_json: json })))
      .onConflict((conflict) =>
        conflict
          .column('document')
          .doUpdateSet((row) => ({ identity_json: row.ref('excluded.identity_json') }))
          .whereRef('excluded.identity_json', '<', 'identities.identity_json'),
      )
      .execute();
  }
}

/**
 * Makes the kept identities those that the mentions tell now, and has the documents drawn up again whose identity is
 * told otherwise. For a rebuild: rules that got better leave spellings behind that no mention tells any more.
 */
export async function renewIdentities(db: ArchiveDb): Promise<void> {
  const told = new Map<DocumentId, string>();
  for await (const { own_document: own, settlement_json: json } of streamSettled(db)) {
    const settlement = settlementColumn.read(json);
    if (own === null || settlement.kind !== 'settled') continue;
    const identity = identityColumn.write(settlement.identity);
    if (identity < (told.get(own) ?? '\uffff')) told.set(own, identity);
  }
  await inTransaction(db, async (trx) => {
    const held = await trx.selectFrom('identities').selectAll().execute();
    const outdated = held.filter(({ document, identity_json: json }) => told.get(document) !== json);
    const ids = outdated.map(({ document }) => document);
    for (const piece of inPieces(ids)) await trx.deleteFrom('identities').where('document', 'in', piece).execute();
    await keepIdentities(trx, told);
    await noteDossiersDue(trx, ids);
  });
}

function streamSettled(db: ArchiveDb) {
  return streamPages<Pick<MentionTable, 'article' | 'ordinal' | 'own_document' | 'settlement_json'>>((after) => {
    const query = db
      .selectFrom('mentions')
      .select(['article', 'ordinal', 'own_document', 'settlement_json'])
      .orderBy('article')
      .orderBy('ordinal')
      .limit(500);
    if (after === null) return query.execute();
    const { article, ordinal } = after;
    return query
      .where(({ eb, refTuple, tuple }) => eb(refTuple('article', 'ordinal'), '>', tuple(article, ordinal)))
      .execute();
  });
}

/** A fingerprint of what is known, for each series of bodies. */
export function fingerprintSeries(known: readonly KnownDocument[]): ReadonlyMap<string, string> {
  const lines = new Map<string, string[]>();
  for (const { id, identity, dates, subjects } of known) {
    const series = seriesOf(identity.body);
    const said = lines.get(series) ?? [];
    said.push(JSON.stringify([id, [...dates].sort(), [...subjects].sort()]));
    lines.set(series, said);
  }
  return new Map(
    [...lines].map(([series, said]) => [series, createHash('sha1').update(said.sort().join('\n')).digest('base64')]),
  );
}

/** Series of which something else is known now than when their mentions were last linked. */
export async function findChangedSeries(
  db: ArchiveDb,
  { typeKey, numberKey }: MentionKey,
  now: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('known_series')
    .select(['series', 'fingerprint'])
    .where('type_key', '=', typeKey)
    .where('number_key', '=', numberKey)
    .execute();
  const before = new Map(rows.map(({ series, fingerprint }) => [series, fingerprint]));
  return [...new Set([...before.keys(), ...now.keys()])].filter((series) => before.get(series) !== now.get(series));
}

/** Remembers that the mentions of these series are linked to what is known `now`. */
export async function keepKnownSeries(
  trx: ArchiveDb,
  { typeKey, numberKey }: MentionKey,
  changed: readonly string[],
  now: ReadonlyMap<string, string>,
): Promise<void> {
  for (const piece of inPieces(changed)) {
    await trx
      .deleteFrom('known_series')
      .where('type_key', '=', typeKey)
      .where('number_key', '=', numberKey)
      .where('series', 'in', piece)
      .execute();
    const rows = piece.flatMap((series) => {
      const fingerprint = now.get(series);
      return fingerprint === undefined ? [] : [{ type_key: typeKey, number_key: numberKey, series, fingerprint }];
    });
    if (rows.length > 0) await trx.insertInto('known_series').values(rows).execute();
  }
}
