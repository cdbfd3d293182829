/**
 * What all mentions of a document say, with how many say it, kept as one row a document: a dossier is drawn up from what
 * is counted already (counted-mentions.ts), however many mentions there are.
 */
import { z } from 'zod';
import type { IsoDate, ReferenceCode } from '../citations/citation.ts';
import type { DocumentId } from '../documents/document.ts';
import type { Testimony } from '../documents/dossier.ts';
import { jsonColumn, rememberReads } from './columns.ts';
import { inPieces } from './dialect.ts';
import { readKind } from './mention-row.ts';
import type { ArchiveDb } from './schema.ts';

/** What one mention says, in a fixed order, as the text under which it is counted. */
export type Said = string;

/** What is said of widely cited documents is read with every batch. */
const MOST_REMEMBERED = 20_000;

const text = z.string().nullable();
const code = z.custom<ReferenceCode>((value) => typeof value === 'string').nullable();
const day = z.custom<IsoDate>((value) => typeof value === 'string').nullable();
const saidColumn = rememberReads(
  jsonColumn<SaidWords>('testimonies.said_json', z.tuple([code, code, day, text, text, z.string(), text])),
  MOST_REMEMBERED,
);
type SaidWords = readonly [
  canonical: ReferenceCode | null,
  meant: ReferenceCode | null,
  date: IsoDate | null,
  subject: string | null,
  issuerName: string | null,
  kind: string,
  opening: string | null,
];

/** How many mentions say each. */
export type Tally = Readonly<Record<Said, number>>;
export const tallySchema = z.record(z.string(), z.number());
export const tallyColumn = jsonColumn<Tally>('testimonies.said_json', tallySchema);

/** What mentions of one document say, and how many articles they stand in. */
export interface CountedDocument {
  readonly citedBy: number;
  readonly testimonies: readonly Testimony[];
}

export function toSaid(words: SaidWords): Said {
  return saidColumn.write(words);
}

/** Of each of these documents of which anything is said. */
export async function readTestimonies(
  db: ArchiveDb,
  documents: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, CountedDocument>> {
  const found = new Map<DocumentId, CountedDocument>();
  for (const piece of inPieces(documents)) {
    const rows = await db.selectFrom('testimonies').selectAll().where('document', 'in', piece).execute();
    for (const { document, cited_by: citedBy, said_json: json } of rows)
      found.set(document, { citedBy, testimonies: Object.entries(tallyColumn.read(json)).map(toTestimony) });
  }
  return found;
}

function toTestimony([said, mentions]: readonly [Said, number]): Testimony {
  const [canonical, meant, date, subject, issuerName, kind, opening] = saidColumn.read(said);
  return { canonical, meant, date, subject, issuerName, kind: readKind(kind), opening, mentions };
}
