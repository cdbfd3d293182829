/**
 * What a cite-check needs of documents: the days, issuers and subjects that mentions give with counts, and what changed
 * them. Each question is answered from an index and bounded, since a document may be cited twenty thousand times.
 */
import type { IsoDate } from '../citations/citation.ts';
import { parseDay } from '../citations/document-date.ts';
import { type CheckFacts, type DocumentChange, type Said, speaksOfParts } from '../documents/check-facts.ts';
import type { DocumentId, OfficialDocument } from '../documents/document.ts';
import { codeKeys } from './code-key.ts';
import { inPieces } from './dialect.ts';
import { getDocuments } from './documents.ts';
import { readPrintsOf } from './known-documents.ts';
import type { ArchiveDb } from './schema.ts';

/** Documents by the key of their code. */
export type NearCodes = ReadonlyMap<string, readonly DocumentId[]>;

/** Documents of one code that are looked at: those cited most. */
const MOST_NEAR = 6;
/** Mentions asked for the issuer they name, the newest ones. */
const MOST_MENTIONS = 400;
/** Sentences that say a document was changed. */
const MOST_SENTENCES = 100;
const CHANGES = ['amends', 'replaces', 'repeals'] as const;

/** Settled documents of these codes, the most cited first. */
export async function readNearCodes(db: ArchiveDb, codes: readonly string[]): Promise<NearCodes> {
  const found = new Map<string, readonly DocumentId[]>();
  for (const code of new Set(codes)) {
    const rows = await db
      .selectFrom('documents')
      .select('id')
      .where('code_key', '=', code)
      .where('is_settled', '=', 1)
      .orderBy('cited_by', 'desc')
      .orderBy('id')
      .limit(MOST_NEAR)
      .execute();
    if (rows.length > 0)
      found.set(
        code,
        rows.map(({ id }) => id),
      );
  }
  return found;
}

/** What is known of each of these documents that is there. */
export async function loadCheckFacts(
  db: ArchiveDb,
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, CheckFacts>> {
  const documents = await getDocuments(db, ids);
  const changes = await readChanges(db, [...documents.keys()]);
  const facts = new Map<DocumentId, CheckFacts>();
  for (const [id, document] of documents) {
    facts.set(id, {
      document,
      ...(await readPrints(db, document)),
      issuers: await readIssuers(db, id),
      changes: changes.get(id) ?? [],
      hasTwin: await hasTwin(db, document),
    });
  }
  return facts;
}

/** Days and subjects printed with the mentions that settle the document by themselves. */
async function readPrints(db: ArchiveDb, document: OfficialDocument): Promise<Pick<CheckFacts, 'dates' | 'subjects'>> {
  const { typeKey, numberKey } = codeKeys({ ...document, issuerCode: null });
  const prints =
    typeKey === null || numberKey === null ? null : await readPrintsOf(db, document.id, { typeKey, numberKey });
  return {
    dates: mostSaid(prints?.dates ?? {}, MOST_NEAR).flatMap(toDay),
    subjects: mostSaid(prints?.subjects ?? {}, MOST_SENTENCES),
  };
}

function toDay({ value, mentions }: Said<string>): readonly Said<IsoDate>[] {
  const [year, month, day] = value.split('-');
  const date = parseDay(day, month, year);
  return date === null ? [] : [{ value: date, mentions }];
}

/** Those that most mentions give, then in order of their letters. */
function mostSaid(tally: Readonly<Record<string, number>>, most: number): readonly Said<string>[] {
  return Object.entries(tally)
    .map(([value, mentions]) => ({ value, mentions }))
    .sort((a, b) => b.mentions - a.mentions || (a.value < b.value ? -1 : 1))
    .slice(0, most);
}

async function readIssuers(db: ArchiveDb, id: DocumentId): Promise<readonly Said<string>[]> {
  const rows = await db
    .selectFrom((query) =>
      query
        .selectFrom('mentions')
        .select('issuer_name')
        .where('document', '=', id)
        .orderBy('sort_key', 'desc')
        .limit(MOST_MENTIONS)
        .as('newest'),
    )
    .select((query) => ['issuer_name as value', query.fn.countAll<number>().as('mentions')])
    .where('issuer_name', 'is not', null)
    .groupBy('issuer_name')
    .orderBy('mentions', 'desc')
    .orderBy('issuer_name')
    .execute();
  return rows.flatMap(toSaid);
}

function toSaid<Value extends string>(row: {
  readonly value: Value | null;
  readonly mentions: number;
}): readonly Said<Value>[] {
  return row.value === null ? [] : [{ value: row.value, mentions: row.mentions }];
}

/** Another document of this code and body: numbers start again with every term and year. */
async function hasTwin(
  db: ArchiveDb,
  { id, code, number, year, type, issuer, level }: OfficialDocument,
): Promise<boolean> {
  const { codeKey } = codeKeys({ code, number, year, type, issuerCode: null });
  if (codeKey === null || issuer === null) return false;
  const twins = db
    .selectFrom('documents')
    .select('id')
    .where('code_key', '=', codeKey)
    .where('is_settled', '=', 1)
    .where('id', '!=', id);
  const twin = await (level === 'central' ? twins.where('level', '=', 'central') : twins.where('issuer', '=', issuer))
    .limit(1)
    .executeTakeFirst();
  return twin !== undefined;
}

/** What changed these documents, each change once with the day from which on it was known. */
async function readChanges(
  db: ArchiveDb,
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, readonly DocumentChange[]>> {
  const stated: Stated[] = [];
  for (const id of ids) {
    const rows = await db
      .selectFrom('relations')
      .innerJoin('articles', 'articles.id', 'relations.article')
      .select(['from_document as from', 'to_document as to', 'kind', 'sentence', 'articles.published as published'])
      .where('to_document', '=', id)
      .where('kind', 'in', CHANGES)
      .orderBy('from_document')
      .orderBy('relations.article')
      .limit(MOST_SENTENCES)
      .execute();
    stated.push(...rows);
  }
  const acting = new Map<DocumentId, OfficialDocument>();
  for (const piece of inPieces(stated.map(({ from }) => from)))
    for (const [id, document] of await getDocuments(db, piece)) acting.set(id, document);
  const changes = new Map<DocumentId, DocumentChange[]>();
  for (const all of groupStated(stated)) {
    const [first] = all;
    const by = first === undefined ? undefined : acting.get(first.from);
    const kind = CHANGES.find((one) => one === first?.kind);
    if (first === undefined || by === undefined || kind === undefined) continue;
    const reported = all.flatMap(({ published }) => published ?? []).sort();
    const change: DocumentChange = {
      kind,
      by: { id: by.id, code: by.code, issuer: by.issuer },
      date: by.date,
      since: by.date ?? reported[0] ?? null,
      isPartial: kind !== 'amends' && all.every(({ sentence }) => speaksOfParts(sentence)),
    };
    changes.set(first.to, [...(changes.get(first.to) ?? []), change]);
  }
  return changes;
}

interface Stated {
  readonly from: DocumentId;
  readonly to: DocumentId;
  readonly kind: string;
  readonly sentence: string;
  readonly published: string | null;
}

/** The sentences that say the same of the same two. */
function groupStated(stated: readonly Stated[]): readonly (readonly Stated[])[] {
  const groups = new Map<string, Stated[]>();
  for (const one of stated) {
    const key = `${one.to} ${one.from} ${one.kind}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
