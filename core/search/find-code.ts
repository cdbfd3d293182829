/**
 * Finds the documents behind a code as someone typed it, however sloppily, with the meetings that cite each.
 *
 * Codes are looked up in the archive's own keys, never in the text index: digits are not fuzzy. Which documents of a number
 * fit is told in fit-code.ts; the answer is `one` only when nothing else does and nothing that was typed speaks against it.
 * A code that no mention settles has an entry of its own. A name that stands for a code is looked up beside (find-named.ts).
 */
import type { ExpressionBuilder } from 'kysely';
import { codeKeys, foldLetters, foldWords, issuerKeyOf } from '../archive/code-key.ts';
import { toDocument } from '../archive/document-row.ts';
import { findDocumentsByKey } from '../archive/documents.ts';
import { type CitingMention, listMentionsOfDocument, listUnsettledMentions } from '../archive/mention-lists.ts';
import type { PageOf } from '../archive/paging.ts';
import type { ArchiveDb, ArchiveSchema } from '../archive/schema.ts';
import { documentTypes, isSameType } from '../citations/document-types.ts';
import { parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import { type CodeQuery, isCodeQuery } from '../citations/query.ts';
import type { OfficialDocument } from '../documents/document.ts';
import { slugNumber } from '../documents/identity.ts';
import { foldPlace } from '../documents/places.ts';
import { findById, findByName } from './find-named.ts';
import { type CodeFit, fitCode } from './fit-code.ts';
import { readTypedCode, type TypedCode } from './typed-code.ts';

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
/** Documents of one number, type and symbol that are looked at, the most cited first. Numbers of communes run into thousands. */
const MOST_OF_NUMBER = 2000;
const MOST_NEAR = 5;
/** So many documents are listed with all the mentions asked for; more of them share out as many. */
const FULLY_LISTED = 2;
const FEWEST_MENTIONS = 5;

/**
 * The documents that `text` may mean, best first, each with at most `mentionLimit` of its mentions; fewer where there are
 * many documents, so that a code of forty committees costs little more than that of one.
 */
export async function findByCode(db: ArchiveDb, text: string, mentionLimit = 100): Promise<FoundByCode> {
  const typed = readTypedCode(text);
  const { query } = typed;
  const { fitting, isSure, contrary } = await fitTyped(db, typed, text);
  const listed = fitting.slice(0, MOST_DOCUMENTS);
  const share = Math.max(FEWEST_MENTIONS, Math.floor((mentionLimit * FULLY_LISTED) / Math.max(1, listed.length)));
  const documents: FoundDocument[] = [];
  for (const document of listed) {
    const mentions = await mentionsOf(db, document, Math.min(mentionLimit, share));
    documents.push({ document, mentions, why: matchesOf(typed, document) });
  }
  const answer = documents.length === 0 ? 'none' : documents.length === 1 && isSure ? 'one' : 'several';
  return { query, answer, documents, near: documents.length > 0 ? [] : await findNear(db, typed.sought, contrary) };
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

/** The documents that fit what was typed, as `findByCode` has them, without their mentions. */
export async function findFitting(db: ArchiveDb, text: string): Promise<readonly OfficialDocument[]> {
  return (await fitTyped(db, readTypedCode(text), text)).fitting;
}

/** What fits the code that was typed, behind it what goes by that name: "đề án 06" is a code and a name. */
async function fitTyped(db: ArchiveDb, typed: TypedCode, text: string): Promise<CodeFit> {
  const known = await findById(db, text);
  if (known !== null) return { fitting: [known], isSure: true, contrary: [] };
  const fit = isCodeQuery(typed.sought) ? await fitNumber(db, typed) : { fitting: [], isSure: false, contrary: [] };
  const named = await findByName(db, text);
  if (named.documents.length === 0) return fit;
  const ids = new Set(fit.fitting.map(({ id }) => id));
  const fitting = [...fit.fitting, ...named.documents.filter(({ id }) => !ids.has(id))];
  return { fitting, isSure: named.isSure && fitting.length === 1, contrary: fit.contrary };
}

/** What fits; where no document bears the code that was typed, those of which mentions print it by mistake. */
async function fitNumber(db: ArchiveDb, typed: TypedCode): Promise<CodeFit> {
  const fit = fitCode(await loadOfNumber(db, typed.sought), typed);
  if (fit.fitting.some(({ issuer }) => issuer !== null) || fit.contrary.length > 0) return fit;
  const misprinted = await loadMisprinted(db, typed.sought);
  return misprinted.length === 0 ? fit : fitCode([...fit.fitting, ...misprinted], typed);
}

/** Documents of another symbol of which mentions print this code: 19-NQ/TU, printed "19-NQ/TW". */
async function loadMisprinted(db: ArchiveDb, query: CodeQuery): Promise<readonly OfficialDocument[]> {
  const { number, type, issuerCode } = query;
  if (number === null || type === null || issuerCode === null) return [];
  const rows = await db
    .selectFrom('documents')
    .selectAll()
    .where('number_key', '=', slugNumber(number))
    .where('type_key', 'in', typeKeysOf(type))
    .where('aliases_json', '<>', '[]')
    .orderBy('cited_by', 'desc')
    .orderBy('id')
    .limit(MOST_OF_NUMBER)
    .execute();
  const isTyped = (alias: string): boolean => {
    const printed = readTypedCode(alias).sought;
    return printed.number !== null && printed.issuerCode !== null && isSameCode(printed, query);
  };
  return rows.map(toDocument).filter(({ aliases }) => aliases.some(isTyped));
}

function isSameCode(one: CodeQuery, other: CodeQuery): boolean {
  const keyOf = ({ number, type, issuerCode }: CodeQuery): string =>
    [slugNumber(number ?? ''), foldLetters(type ?? ''), issuerKeyOf(issuerCode ?? '')].join(' ');
  return keyOf(one) === keyOf(other);
}

/** All documents of the number that the type and the issuer's symbol leave; a sentence's word stands for narrower types too. */
async function loadOfNumber(db: ArchiveDb, query: CodeQuery): Promise<readonly OfficialDocument[]> {
  const { number, type, year } = query;
  if (number === null) return [];
  let rows = db.selectFrom('documents').selectAll().where('number_key', '=', slugNumber(number));
  if (type !== null) rows = rows.where('type_key', 'in', typeKeysOf(type));
  const symbols = symbolsOf(query);
  if (symbols.length > 0) rows = rows.where((is) => is.or(symbols.map((symbol) => whereIssuer(is, symbol))));
  if (year !== null)
    rows = rows.where((is) =>
      is.or([
        is('year', '=', year),
        is('year', 'is', null),
        is.between(is.cast<string>('date', 'text'), `${year}-01-01`, `${year}-12-31`),
      ]),
    );
  const found = await rows.orderBy('cited_by', 'desc').orderBy('id').limit(MOST_OF_NUMBER).execute();
  return found.map(toDocument);
}

function typeKeysOf(type: string): readonly string[] {
  const same = documentTypes.filter(({ symbol }) => isSameType(symbol, type)).map(({ symbol }) => foldLetters(symbol));
  return [...new Set([foldLetters(type), ...same])];
}

/** The typed symbol, and that of the issuer in words where it is another: 19-NQ/TW of a Tỉnh ủy bears TU. */
function symbolsOf({ issuerCode, issuer }: CodeQuery): readonly string[] {
  const phrase = issuer === null ? null : parseIssuerPhrase(issuer);
  const isLocal = phrase !== null && phrase.level !== 'central' && phrase.level !== 'org';
  const named = isLocal && phrase.officeSymbol === null ? phrase.symbol : null;
  return [...new Set([issuerCode, named].flatMap((symbol) => (symbol === null ? [] : [issuerKeyOf(symbol)])))];
}

/** The National Assembly's symbols go on with its term: `QH` is found as QH14 and QH15. */
function whereIssuer(is: ExpressionBuilder<ArchiveSchema, 'documents'>, key: string) {
  if (!/^(?:qh|ubtvqh)$/.test(key)) return is('issuer_key', '=', key);
  return is.and([is('issuer_key', '>=', key), is('issuer_key', '<', `${key}:`)]);
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

function matchesOf({ sought: query, isInDoubt }: TypedCode, document: OfficialDocument): readonly CodeMatch[] {
  const matches: CodeMatch[] = isInDoubt ? [] : [{ part: 'number', value: document.number }];
  if (query.type !== null) matches.push({ part: 'type', value: document.type });
  if (query.issuerCode !== null) matches.push({ part: 'issuer_code', value: query.issuerCode });
  if (query.issuer !== null && document.issuer !== null && isIssuer(document, query.issuer)) {
    matches.push({ part: 'issuer', value: document.issuer });
  }
  const years = [document.year, Number(document.date?.slice(0, 4))];
  if (query.year !== null && years.includes(query.year)) matches.push({ part: 'year', value: String(query.year) });
  if (query.words !== '' && speaksOf(document, query.words)) matches.push({ part: 'words', value: query.words });
  return matches;
}

/** What denies a part of what was typed, then same number and type under another issuer, then under another type. */
async function findNear(
  db: ArchiveDb,
  { number, type, issuerCode }: CodeQuery,
  contrary: readonly OfficialDocument[],
): Promise<readonly OfficialDocument[]> {
  if (number === null) return [];
  const sameType = type === null ? [] : await findDocumentsByKey(db, { number, type });
  const sameIssuer = issuerCode === null ? [] : await findDocumentsByKey(db, { number, issuer: issuerCode });
  const near = new Map([...contrary, ...sameType, ...sameIssuer].map((document) => [document.id, document]));
  return [...near.values()].slice(0, MOST_NEAR);
}
