/**
 * What the numbers around a document tell of its date: the documents of its body, type and term with near numbers, in
 * one query by their ids, which differ in the number alone.
 */
import { parseDay } from '../citations/document-date.ts';
import type { DocumentId, OfficialDocument } from '../documents/document.ts';
import { parseDocumentId } from '../documents/identity.ts';
import {
  type DateBounds,
  type DateOutlier,
  type NumberedDocument,
  readSequence,
} from '../documents/number-sequence.ts';
import { rowsPerStatement } from './dialect.ts';
import { getDocuments } from './documents.ts';
import type { ArchiveDb } from './schema.ts';

/** What the order of numbers says of one document. */
export interface DateByNumber {
  /** For a document without a date, where its neighbours have some. */
  readonly bounds: DateBounds | null;
  /** Its dates that break the order. */
  readonly outliers: readonly DateOutlier[];
}

/** Numbers looked at on either side: as many as one statement takes. */
const NEAR = Math.floor((rowsPerStatement - 1) / 2);
const NUMBERED = /^([a-z]+-)(\d{1,6})(-.*)$/;

/** Reads the series around `document`; nothing is told of an entry, nor of a number that is none (30a). */
export async function dateByNumber(db: ArchiveDb, document: OfficialDocument): Promise<DateByNumber> {
  const ids = idsAround(document.id);
  if (document.issuer === null || ids.length === 0) return { bounds: null, outliers: [] };
  const series = [...(await getDocuments(db, ids)).values()].map(toNumbered);
  const { bounds, outliers } = readSequence(series);
  return { bounds: bounds.get(document.id) ?? null, outliers: outliers.filter(({ id }) => id === document.id) };
}

/** The ids that differ from this one in a near number alone, itself among them. */
function idsAround(id: DocumentId): readonly DocumentId[] {
  const [, before, number, behind] = NUMBERED.exec(id) ?? [];
  if (before === undefined || number === undefined) return [];
  const first = Math.max(1, Number(number) - NEAR);
  return Array.from({ length: Number(number) + NEAR - first + 1 }, (_, step) =>
    parseDocumentId(`${before}${first + step}${behind}`),
  ).filter((near) => near !== null);
}

/**
 * The dates that mentions print; where they agree, the document's own counts once for each article that cites it. The
 * date of a text that is held is no claim among others.
 */
function toNumbered({ id, number, date, citedBy, conflicts, state }: OfficialDocument): NumberedDocument {
  const own = date === null ? [] : [{ date, mentions: Math.max(1, citedBy) }];
  if (state === 'held' && date !== null) return { id, number, dates: own };
  const printed = conflicts.find(({ field }) => field === 'date')?.values ?? [];
  const several = printed.flatMap(({ value, mentions }) => {
    const [year, month, day] = value.split('-');
    const one = parseDay(day, month, year);
    return one === null ? [] : [{ date: one, mentions }];
  });
  return { id, number, dates: several.length > 0 ? several : own };
}
