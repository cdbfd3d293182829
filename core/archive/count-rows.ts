/**
 * Adds what came and takes away what left to the rows that hold counts: what is said of a document, and what is printed
 * by the mentions that settle it by themselves. A row goes with the last that is counted in it.
 */
import type { DocumentId } from '../documents/document.ts';
import { compareText } from '../meetings/unite.ts';
import { inPieces } from './dialect.ts';
import { type Prints, printsColumn } from './known-documents.ts';
import type { ArchiveDb, KnownDocumentTable } from './schema.ts';
import { type Said, type Tally, tallyColumn } from './testimonies.ts';

/** What comes to a document, or leaves it. */
export interface Sum {
  articles: number;
  readonly said: Map<Said, number>;
}

type KnownKey = Pick<KnownDocumentTable, 'document' | 'type_key' | 'number_key'>;

export interface KnownSum extends KnownKey {
  mentions: number;
  readonly dates: Map<string, number>;
  readonly subjects: Map<string, number>;
}

export function add(tally: Map<string, number>, value: string, count: number): void {
  tally.set(value, (tally.get(value) ?? 0) + count);
}

export async function writeTestimonies(trx: ArchiveDb, sums: ReadonlyMap<DocumentId, Sum>): Promise<void> {
  for (const piece of inPieces([...sums].sort(byName))) {
    const ids = piece.map(([document]) => document);
    const held = await trx.selectFrom('testimonies').selectAll().where('document', 'in', ids).execute();
    const before = new Map(held.map((row) => [row.document, row]));
    const rows = piece.map(([document, { articles, said }]) => {
      const old = before.get(document);
      const tally = addTally(old === undefined ? {} : tallyColumn.read(old.said_json), said);
      return { document, cited_by: (old?.cited_by ?? 0) + articles, said_json: tallyColumn.write(tally) };
    });
    const gone = rows.filter(({ said_json: json }) => json === '{}').map(({ document }) => document);
    if (gone.length > 0) await trx.deleteFrom('testimonies').where('document', 'in', gone).execute();
    const kept = rows.filter(({ said_json: json }) => json !== '{}');
    if (kept.length === 0) continue;
    await trx
      .insertInto('testimonies')
      .values(kept)
      .onConflict((conflict) =>
        conflict.column('document').doUpdateSet((row) => ({
          cited_by: row.ref('excluded.cited_by'),
          said_json: row.ref('excluded.said_json'),
        })),
      )
      .execute();
  }
}

export async function writeKnown(trx: ArchiveDb, sums: readonly KnownSum[]): Promise<void> {
  for (const piece of inPieces(sums.filter(isNews).sort((a, b) => compareText(a.document, b.document)))) {
    const ids = piece.map(({ document }) => document);
    const held = await trx.selectFrom('known_documents').selectAll().where('document', 'in', ids).execute();
    const before = new Map(held.map((row) => [nameOf(row), printsColumn.read(row.prints_json)]));
    const rows = piece.map(({ document, type_key, number_key, mentions, dates, subjects }) => {
      const old = before.get(nameOf({ document, type_key, number_key })) ?? NO_PRINTS;
      const prints: Prints = {
        mentions: old.mentions + mentions,
        dates: addTally(old.dates, dates),
        subjects: addTally(old.subjects, subjects),
      };
      return { document, type_key, number_key, prints_json: printsColumn.write(prints), isLeft: prints.mentions !== 0 };
    });
    for (const { document, type_key, number_key } of rows.filter(({ isLeft }) => !isLeft))
      await trx
        .deleteFrom('known_documents')
        .where('document', '=', document)
        .where('type_key', '=', type_key)
        .where('number_key', '=', number_key)
        .execute();
    const kept = rows.flatMap(({ isLeft, ...row }) => (isLeft ? [row] : []));
    if (kept.length === 0) continue;
    await trx
      .insertInto('known_documents')
      .values(kept)
      .onConflict((conflict) =>
        conflict
          .columns(['document', 'type_key', 'number_key'])
          .doUpdateSet((row) => ({ prints_json: row.ref('excluded.prints_json') })),
      )
      .execute();
  }
}

const NO_PRINTS: Prints = { mentions: 0, dates: {}, subjects: {} };

function isNews({ mentions, dates, subjects }: KnownSum): boolean {
  return mentions !== 0 || [...dates.values(), ...subjects.values()].some((count) => count !== 0);
}

export function nameOf({ document, type_key, number_key }: KnownKey): string {
  return `${document} ${type_key} ${number_key}`;
}

/** With what came and without what left, in the order of its texts. */
function addTally(before: Tally, changes: ReadonlyMap<string, number>): Tally {
  const counts = new Map(Object.entries(before));
  for (const [value, count] of changes) add(counts, value, count);
  return Object.fromEntries([...counts].filter(([, count]) => count !== 0).sort(byName));
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return compareText(one, other);
}
