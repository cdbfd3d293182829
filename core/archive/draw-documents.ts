/**
 * Draws up documents from what all their mentions say: a dossier for each that is settled, an entry for each code that
 * nothing settles. What the mentions of a document say is counted as they come (counted-mentions.ts), open mentions are
 * counted by the database.
 */
import { sql } from 'kysely';
import { parseCode } from '../citations/code.ts';
import type { Rulings } from '../documents/decision.ts';
import type { Conflict, DocumentId, OfficialDocument } from '../documents/document.ts';
import { compileDossier, compileEntry, type Testimony } from '../documents/dossier.ts';
import { fillDossier, testifyHolding } from '../documents/held-dossier.ts';
import { mintEntryId } from '../documents/identity.ts';
import { opening } from './counted-mentions.ts';
import { inPieces } from './dialect.ts';
import { putDocuments, removeDocuments } from './documents.ts';
import { forgetDossiersDue } from './dossiers-due.ts';
import { listHoldingsOf, listStatedOf } from './holdings.ts';
import { readIdentities } from './known-documents.ts';
import type { MentionKey } from './mention-lists.ts';
import { readKind } from './mention-row.ts';
import type { ArchiveDb, MentionTable } from './schema.ts';
import { readTestimonies } from './testimonies.ts';
import { inTransaction } from './transaction.ts';

/** A code as it is looked up: mentions of it that mean no document make one entry. */
export interface CodeGroup extends MentionKey {
  readonly codeKey: string;
}

/** Articles named for each value of a conflict. */
const MOST_ARTICLES = 50;

const said = ['canonical', 'meant', 'date', 'subject', 'issuer_name', 'kind'] as const;
type Said = Pick<MentionTable, (typeof said)[number]> & { readonly opening: string | null; readonly mentions: number };
/**
 * Draws these documents up, or takes them out where nothing speaks of them any more or a person merged them into others;
 * what people corrected is shown as they say.
 */
export async function drawDueDocuments(db: ArchiveDb, due: readonly DocumentId[], rulings: Rulings): Promise<void> {
  const documents = await compileSettled(db, [...new Set(due.flatMap((id) => [id, rulings.mergedInto(id)]))], rulings);
  const drawn = new Set(documents.map(({ id }) => id));
  await inTransaction(db, async (trx) => {
    const before = await codesOf(trx, due);
    await putDocuments(trx, documents);
    await removeDocuments(
      trx,
      due.filter((id) => !drawn.has(id) && !isEntry(id)),
    );
    // An entry comes and goes with the settled documents of its code.
    const codes = new Map([...before, ...(await codesOf(trx, due))].map((group) => [nameOf(group), group]));
    await drawEntries(trx, [...codes.values()]);
    await forgetDossiersDue(trx, due);
  });
}

/**
 * Draws up the entries of these codes, none where a settled document bears the code. A code that names its type has one
 * entry, whatever words stand before it (“Chương trình hành động này” for 20-CTr/HU); one that does not has one a type.
 * Part of a transaction.
 */
export async function drawEntries(trx: ArchiveDb, groups: readonly CodeGroup[]): Promise<void> {
  for (const piece of inPieces(groups)) {
    const codeKeys = [...new Set(piece.map(({ codeKey }) => codeKey))];
    const known = await trx
      .selectFrom('documents')
      .select(['type_key', 'code_key'])
      .distinct()
      .where('code_key', 'in', codeKeys)
      .where('is_settled', '=', 1)
      .execute();
    const settled = new Set(known.flatMap((row) => [`${row.code_key}`, `${row.type_key} ${row.code_key}`]));
    const asked = new Map(piece.map(({ typeKey, codeKey }) => [`${typeKey} ${codeKey}`, codeKey]));
    // What stays open of a code with settled documents may be very much, and makes no entry.
    const open = await readOpen(
      trx,
      [...asked].flatMap(([name, codeKey]) => (settled.has(name) ? [] : codeKey)),
    );
    const entries = [...open].flatMap(([name, code]) => (settled.has(name) ? [] : compile(code)));
    const kept = new Set<string>(entries.map(({ id }) => id));
    const concerned = new Set([...asked].flat());
    const held = await trx
      .selectFrom('documents')
      .select(['id', 'code', 'type_key', 'code_key'])
      .where('code_key', 'in', codeKeys)
      .where('is_settled', '=', 0)
      .execute();
    await putDocuments(trx, entries);
    await removeDocuments(
      trx,
      held.flatMap((row) => (concerned.has(nameEntry(row)) && !kept.has(row.id) ? [row.id] : [])),
    );
  }
}

/** These documents as what speaks of them tells them now, but for entries, those merged away and those nothing speaks of. */
export async function compileSettled(
  db: ArchiveDb,
  ids: readonly DocumentId[],
  rulings: Rulings,
): Promise<readonly OfficialDocument[]> {
  const documents: OfficialDocument[] = [];
  const standing = ids.filter((id) => !isEntry(id) && rulings.mergedInto(id) === id);
  for (const piece of inPieces(standing)) {
    const identities = await readIdentities(db, piece);
    const counted = await readTestimonies(db, piece);
    // A text that is held, and what such texts name in full, are documents even where no article cites them.
    const texts = await listHoldingsOf(
      db,
      piece.flatMap((id) => [id, ...rulings.mergedFrom(id)]),
    );
    const stated = await listStatedOf(db, piece);
    for (const id of piece) {
      const identity = identities.get(id);
      const { testimonies: own, citedBy } = counted.get(id) ?? { testimonies: [], citedBy: 0 };
      const held = [id, ...rulings.mergedFrom(id)].flatMap((one) => texts.get(one) ?? []);
      const said = own.length > 0 ? own : [...held.map(testifyHolding), ...(stated.get(id) ?? [])];
      if (identity === undefined || said.length === 0) continue;
      const dossier = compileDossier(id, identity, said, citedBy);
      documents.push(correct(await nameArticles(db, fillDossier(dossier, held, own)), rulings));
    }
  }
  return documents;
}

/** With what people say in place of what is printed; contradictions among what is printed stay beside it. */
function correct(document: OfficialDocument, rulings: Rulings): OfficialDocument {
  const { title, issuer, date } = rulings.corrections(document.id);
  return {
    ...document,
    title: title ?? document.title,
    issuer: issuer ?? document.issuer,
    date: date ?? document.date,
  };
}

/** Names some of the articles behind each value of each conflict. */
async function nameArticles(db: ArchiveDb, document: OfficialDocument): Promise<OfficialDocument> {
  const conflicts: Conflict[] = [];
  for (const { field, values } of document.conflicts) {
    const articles = await articlesByValue(
      db,
      document.id,
      field === 'date' ? 'date' : 'canonical',
      values.map(({ value }) => value),
    );
    conflicts.push({ field, values: values.map((one) => withArticles(one, articles.get(one.value) ?? [])) });
  }
  return conflicts.length === 0 ? document : { ...document, conflicts };
}

/** With addresses of held texts that are named already. */
function withArticles<V extends { readonly articles: readonly string[] }>(value: V, citing: readonly string[]): V {
  return { ...value, articles: [...new Set([...value.articles, ...citing])].sort() };
}

/** The first articles, by id, whose mentions of the document print each value: a document may be cited by thousands. */
async function articlesByValue(
  db: ArchiveDb,
  document: DocumentId,
  column: 'date' | 'canonical',
  values: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const piece of inPieces(values)) {
    const printed = sql`m.document = ${document} and m.${sql.ref(column)} = given.value`;
    const alike = column === 'canonical' ? sql`${printed} and m.kind = 'code'` : printed;
    const { rows } = await sql<{ readonly value: string; readonly url: string }>`
      with given(value) as (values ${sql.join(piece.map((value) => sql`(${value})`))})
      select given.value, articles.url from given join articles on articles.id in
        (select distinct m.article from mentions as m where ${alike} order by m.article limit ${sql.lit(MOST_ARTICLES)})
      order by articles.url`.execute(db);
    for (const { value, url } of rows) addTo(found, value, url);
  }
  return found;
}

/** What open mentions say of one code, and where it names no type, of one type. */
interface OpenCode {
  readonly types: Set<string>;
  readonly testimonies: Testimony[];
  citedBy: number;
}

/** By the name of the entry that they make. */
async function readOpen(db: ArchiveDb, codeKeys: readonly string[]): Promise<ReadonlyMap<string, OpenCode>> {
  if (codeKeys.length === 0) return new Map();
  const open = db
    .selectFrom('mentions')
    .where('code_key', 'in', [...new Set(codeKeys)])
    .where('document', 'is', null)
    .where('type_key', 'is not', null);
  const group = ['type_key', 'code_key'] as const;
  const rows = await open
    .select((query) => [...group, 'type', ...said, opening.as('opening'), query.fn.countAll<number>().as('mentions')])
    .groupBy([...group, 'type', ...said, 'opening'])
    .execute();
  const printed = new Map(
    rows.flatMap(({ code_key: key, canonical }) => (canonical === null ? [] : [[key, canonical]])),
  );
  const found = new Map<string, OpenCode>();
  for (const row of rows) {
    const name = nameEntry({ ...row, code: printed.get(row.code_key) ?? null });
    const code = found.get(name) ?? { types: new Set(), testimonies: [], citedBy: 0 };
    if (row.type !== null) code.types.add(row.type);
    code.testimonies.push(testify(row));
    found.set(name, code);
  }
  for (const columns of [['code_key'], [...group]] as const) {
    const counts = await open
      .select((query) => [...columns, query.fn.count<number>('sort_key').distinct().as('articles')])
      .groupBy([...columns])
      .execute();
    for (const { articles, ...key } of counts) {
      const code = found.get(Object.values(key).join(' '));
      if (code !== undefined) code.citedBy = articles;
    }
  }
  return found;
}

function compile({ types, testimonies, citedBy }: OpenCode): readonly OfficialDocument[] {
  const [code] = testimonies.flatMap(({ canonical }) => canonical ?? []).sort();
  const parts = code === undefined ? null : parseCode(code);
  if (code === undefined || parts === null) return [];
  const { number, year, issuerCode } = parts;
  const type = parts.type ?? [...types].sort()[0] ?? null;
  const id = mintEntryId(type, number, year, issuerCode);
  return [compileEntry(id, code, { type: type ?? '', number, year }, testimonies, citedBy)];
}

function testify({ issuer_name: issuerName, kind, ...rest }: Said): Testimony {
  const { canonical, meant, date, subject, opening: begun, mentions } = rest;
  return { canonical, meant, date, subject, issuerName, kind: readKind(kind), opening: begun, mentions };
}

/** The codes of those documents that are there. */
async function codesOf(db: ArchiveDb, ids: readonly DocumentId[]): Promise<readonly CodeGroup[]> {
  const found: CodeGroup[] = [];
  for (const piece of inPieces(ids)) {
    const rows = await db
      .selectFrom('documents')
      .select(['type_key', 'number_key', 'code_key'])
      .where('id', 'in', piece)
      .execute();
    for (const { type_key: typeKey, number_key: numberKey, code_key: codeKey } of rows)
      if (typeKey !== null && numberKey !== null && codeKey !== null) found.push({ typeKey, numberKey, codeKey });
  }
  return found;
}

function isEntry(id: string): boolean {
  return id.startsWith('ma.');
}

function nameOf({ typeKey, numberKey, codeKey }: CodeGroup): string {
  return `${typeKey} ${numberKey} ${codeKey}`;
}

/** A code that names its type stands for itself. */
function nameEntry(row: { readonly code: string | null } & Pick<MentionTable, 'type_key' | 'code_key'>): string {
  const names = row.code === null ? null : parseCode(row.code)?.type;
  return typeof names === 'string' ? `${row.code_key}` : `${row.type_key} ${row.code_key}`;
}

function addTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
