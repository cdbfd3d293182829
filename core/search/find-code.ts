/**
 * Finds the documents behind a code as someone typed it, however sloppily, with the meetings that cite each.
 *
 * Codes are looked up in the archive's own keys, never in the text index: digits are not fuzzy. The answer is `one` only
 * when nothing else fits what was typed; a code that no mention settles has an entry of its own.
 */
import { codeKeys, foldWords } from '../archive/code-key.ts';
import { findDocumentsByKey } from '../archive/documents.ts';
import { type CitingMention, listMentionsOfDocument, listUnsettledMentions } from '../archive/mention-lists.ts';
import type { PageOf } from '../archive/paging.ts';
import type { ArchiveDb } from '../archive/schema.ts';
import { type CodeQuery, isCodeQuery, readQuery } from '../citations/query.ts';
import type { OfficialDocument } from '../documents/document.ts';
import { foldPlace } from '../documents/places.ts';

export interface FoundDocument {
  readonly document: OfficialDocument;
  /** Mentions of it, newest article first, up to the asked number. */
  readonly mentions: PageOf<CitingMention>;
  /** Which parts of what was typed it answers. */
  readonly why: readonly CodeMatch[];
}

/** A part of the query and the value of the document that answers it. */
export interface CodeMatch {
  readonly part: 'number' | 'type' | 'issuer_code' | 'issuer' | 'year' | 'words';
  readonly value: string;
}

export interface FoundByCode {
  readonly query: CodeQuery;
  readonly answer: 'one' | 'several' | 'none';
  readonly documents: readonly FoundDocument[];
  /** Documents that differ in one part, offered where nothing fits. */
  readonly near: readonly OfficialDocument[];
}

const MOST_DOCUMENTS = 50;

/** The documents that `typed` may mean, best first, each with at most `mentionLimit` of its mentions. */
export async function findByCode(db: ArchiveDb, typed: string, mentionLimit = 100): Promise<FoundByCode> {
  const query = readQuery(typed);
  if (!isCodeQuery(query) || query.number === null) return { query, answer: 'none', documents: [], near: [] };
  const fitting = await findFitting(db, query);
  const documents: FoundDocument[] = [];
  for (const document of fitting.slice(0, MOST_DOCUMENTS)) {
    const mentions = await mentionsOf(db, document, mentionLimit);
    documents.push({ document, mentions, why: matchesOf(query, document) });
  }
  const answer = documents.length === 0 ? 'none' : documents.length === 1 ? 'one' : 'several';
  return { query, answer, documents, near: documents.length > 0 ? [] : await findNear(db, query) };
}

/** The mentions of a document, or of the code of an entry that no mention settles. */
export function mentionsOf(
  db: ArchiveDb,
  document: OfficialDocument,
  limit: number,
  after: string | null = null,
): Promise<PageOf<CitingMention>> {
  if (document.issuer !== null) return listMentionsOfDocument(db, document.id, { limit, after });
  const { codeKey } = codeKeys({ code: document.code, number: null, year: null, type: null, issuerCode: null });
  return listUnsettledMentions(db, codeKey ?? '', { limit, after });
}

/** The documents that fit all parts of a code query, settled ones first, then what is cited most. */
export async function findFitting(db: ArchiveDb, query: CodeQuery): Promise<readonly OfficialDocument[]> {
  const { number, type, issuerCode, year } = query;
  if (number === null) return [];
  const found = await findDocumentsByKey(db, {
    number,
    ...(type !== null && { type }),
    ...(issuerCode !== null && { issuer: issuerCode }),
  });
  const ofYear = found.filter((document) => year === null || yearsOf(document).includes(year));
  const ofIssuer = narrow(ofYear, (document) => query.issuer === null || isIssuer(document, query.issuer));
  const ofWords = narrow(ofIssuer, (document) => speaksOf(document, query.words));
  // Settled documents first; an entry for the same code says only that some mentions are in doubt.
  return [...ofWords].sort((a, b) => Number(a.issuer === null) - Number(b.issuer === null) || b.citedBy - a.citedBy);
}

/** Words narrow the answer where something answers them, and never empty it. */
function narrow(
  documents: readonly OfficialDocument[],
  fits: (document: OfficialDocument) => boolean,
): readonly OfficialDocument[] {
  const fitting = documents.filter(fits);
  return fitting.length > 0 ? fitting : documents;
}

function yearsOf(document: OfficialDocument): readonly number[] {
  const dated = document.date === null ? [] : [Number(document.date.slice(0, 4))];
  return document.year === null ? dated : [document.year, ...dated];
}

function isIssuer(document: OfficialDocument, issuer: string): boolean {
  const wanted = foldWords(issuer).replace(/^(?:ban thuong vu|ban chap hanh|thuong truc|bi thu) /, '');
  return ` ${foldWords(document.issuer ?? '')} `.includes(` ${wanted} `);
}

function speaksOf(document: OfficialDocument, words: string): boolean {
  if (words === '') return true;
  const all = ` ${foldWords([document.issuer, document.title, document.place?.province].filter(Boolean).join(' '))} `;
  return (
    all.includes(` ${foldPlace(words)} `) ||
    foldWords(words)
      .split(' ')
      .every((word) => all.includes(` ${word} `))
  );
}

function matchesOf(query: CodeQuery, document: OfficialDocument): readonly CodeMatch[] {
  const matches: CodeMatch[] = [{ part: 'number', value: document.number }];
  if (query.type !== null) matches.push({ part: 'type', value: document.type });
  if (query.issuerCode !== null) matches.push({ part: 'issuer_code', value: query.issuerCode });
  if (query.issuer !== null && document.issuer !== null && isIssuer(document, query.issuer)) {
    matches.push({ part: 'issuer', value: document.issuer });
  }
  if (query.year !== null) matches.push({ part: 'year', value: String(query.year) });
  if (query.words !== '' && speaksOf(document, query.words)) matches.push({ part: 'words', value: query.words });
  return matches;
}

/** Same number and type under another issuer, else same number and issuer under another type. */
async function findNear(db: ArchiveDb, { number, type, issuerCode }: CodeQuery): Promise<readonly OfficialDocument[]> {
  if (number === null) return [];
  const sameType = type === null ? [] : await findDocumentsByKey(db, { number, type });
  const sameIssuer = issuerCode === null ? [] : await findDocumentsByKey(db, { number, issuer: issuerCode });
  const near = new Map([...sameType, ...sameIssuer].map((document) => [document.id, document]));
  return [...near.values()].slice(0, 5);
}
