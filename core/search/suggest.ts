/**
 * Type-ahead: the documents whose code begins as typed, documents whose title has the words, people by their names.
 *
 * Codes come from the archive's own keys and stand first; words and names from the search index. What is offered exists:
 * nothing is made up to complete what was typed.
 */
import { foldLetters } from '../archive/code-key.ts';
import { getDocuments } from '../archive/documents.ts';
import type { ArchiveDb } from '../archive/schema.ts';
import type { OfficialDocument } from '../documents/document.ts';
import { parseDocumentId } from '../documents/identity.ts';
import type { SearchReader } from './engine.ts';
import { findFitting } from './find-code.ts';

export type Suggestion =
  | { readonly kind: 'document'; readonly document: OfficialDocument }
  | { readonly kind: 'person'; readonly name: string; readonly items: number };

/** Characters from which on words and names are completed; a code may begin with one digit. */
const leastTyped = 2;
const mostTyped = 100;

/** At most `most` suggestions, documents by their code first, then by their words, then people. */
export async function suggest(
  db: ArchiveDb,
  reader: SearchReader,
  typed: string,
  most: number,
): Promise<readonly Suggestion[]> {
  const text = typed.normalize('NFC').slice(0, mostTyped);
  const byCode = await completeCode(db, text.trim(), most);
  const isLong = text.trim().length >= leastTyped;
  // Who types a code that there is wants nothing else that begins with its number.
  const isCode = byCode.length > 0;
  const byWords = isLong && !isCode ? await completeTitle(db, reader, text, most) : [];
  const people = isLong && !isCode ? await reader.findPeople(text, most) : [];
  const documents = new Map([...byCode, ...byWords].map((document) => [document.id, document]));
  // Where both are there, people get a third of the places.
  const places = most - Math.min(people.length, Math.ceil(most / 3));
  return [
    ...[...documents.values()].slice(0, places).map((document) => ({ kind: 'document' as const, document })),
    ...people.slice(0, most - Math.min(documents.size, places)).map(({ value, count }) => ({
      kind: 'person' as const,
      name: value,
      items: count,
    })),
  ];
}

async function completeCode(db: ArchiveDb, typed: string, most: number): Promise<readonly OfficialDocument[]> {
  const key = beginningOfKey(typed);
  if (key !== null) {
    const rows = await db
      .selectFrom('documents')
      .select('id')
      .where((is) =>
        /^\d+$/.test(key)
          ? is('number_key', '=', key)
          : is.and([is('code_key', '>=', key), is('code_key', '<', `${key}\u{10FFFF}`)]),
      )
      .orderBy('is_settled', 'desc')
      .orderBy('cited_by', 'desc')
      .orderBy('id')
      .limit(most)
      .execute();
    const ids = rows.map(({ id }) => id);
    const found = await getDocuments(db, ids);
    const documents = ids.flatMap((id) => found.get(id) ?? []);
    if (documents.length > 0) return documents;
  }
  return (await findFitting(db, typed)).slice(0, most);
}

/** `21-nq` → `21nq`, `337/2021/n` → `337y2021n`: how the key of a code begins that begins so; null for other texts. */
function beginningOfKey(typed: string): string | null {
  const parts = /^0{0,9}(?<number>\d{1,9})(?:\/(?<year>(?:19|20)\d\d)(?!\d))?(?<rest>\D.{0,60})?$/su.exec(
    typed,
  )?.groups;
  if (parts === undefined) return null;
  const { number = '', year, rest = '' } = parts;
  return `${number}${year === undefined ? '' : `y${year}`}${foldLetters(rest)}`;
}

async function completeTitle(
  db: ArchiveDb,
  reader: SearchReader,
  text: string,
  most: number,
): Promise<readonly OfficialDocument[]> {
  const { hits } = await reader.find({
    text,
    isUnfinished: true,
    kind: 'document',
    filters: {},
    from: null,
    to: null,
    sort: 'relevance',
    page: 1,
    perPage: most,
  });
  const ids = hits.flatMap(({ id }) => parseDocumentId(id) ?? []);
  const found = await getDocuments(db, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}
