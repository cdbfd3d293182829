/**
 * Keeps what people decide: records that are added and never changed, which no rebuild touches.
 *
 * A new record is due until what it touches has been told anew (rule-mentions.ts), so that a decision is carried out
 * even when the program is killed right behind it.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { IsoDate } from '../citations/citation.ts';
import { type Decision, gatherRulings, type Rulings, type Verdict } from '../documents/decision.ts';
import type { DocumentId } from '../documents/document.ts';
import { jsonColumn } from './columns.ts';
import type { ArchiveDb, DecisionTable } from './schema.ts';
import { inTransaction } from './transaction.ts';

const document = z.custom<DocumentId>((value) => typeof value === 'string' && value !== '');
const isoDate = z.custom<IsoDate>((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
const mention = z.object({ article: z.string(), start: z.number(), surface: z.string(), sentence: z.string() });
const source = z.string().nullable();
const says = z.object({ title: z.string().optional(), issuer: z.string().optional(), date: isoDate.optional() });
const verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assign'), mention, document }),
  z.object({ kind: z.literal('alias'), codeKey: z.string(), code: z.string(), source, document }),
  z.object({ kind: z.literal('reject'), mention }),
  z.object({ kind: z.literal('merge'), document, into: document }),
  z.object({ kind: z.literal('split'), document, source, date: isoDate.nullable(), into: document }),
  z.object({ kind: z.literal('correct'), document, says }),
  z.object({ kind: z.literal('undo'), decision: z.string() }),
]);
const subjectColumn = jsonColumn<{ readonly verdict: Verdict; readonly reason: string }>(
  'decisions.subject_json',
  z.object({ verdict, reason: z.string() }),
);

export interface NewDecision {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/** Keeps a decision behind all earlier ones. What it says is taken as it is: decide.ts checks it. */
export async function keepDecision(db: ArchiveDb, given: NewDecision): Promise<Decision> {
  return inTransaction(db, async (trx) => {
    const last = await trx
      .selectFrom('decisions')
      .select('made_at')
      .orderBy('made_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    const after = last === undefined ? 0 : Date.parse(last.made_at) + 1;
    const madeAt = new Date(Math.max(given.madeAt.getTime(), Number.isNaN(after) ? 0 : after)).toISOString();
    const { reason, madeBy } = given;
    const subject = subjectColumn.write({ verdict: given.verdict, reason });
    const id = createHash('sha256').update(`${madeAt}\n${madeBy}\n${subject}`).digest('hex').slice(0, 12);
    const { kind } = given.verdict;
    await trx
      .insertInto('decisions')
      .values({ id, kind, subject_json: subject, made_by: madeBy, made_at: madeAt })
      .execute();
    await trx.insertInto('decisions_due').values({ id }).execute();
    return { id, verdict: given.verdict, reason, madeBy, madeAt };
  });
}

/** All decisions in the order in which they were made. */
export async function listDecisions(db: ArchiveDb): Promise<readonly Decision[]> {
  const rows = await db.selectFrom('decisions').selectAll().orderBy('made_at').orderBy('id').execute();
  return rows.map(toDecision);
}

/** The decisions in force, ready to be asked. */
export async function readRulings(db: ArchiveDb): Promise<Rulings> {
  return gatherRulings(await listDecisions(db));
}

/** Decisions of which nothing has been told anew yet; of an undo what it undoes stands in its place. */
export async function listDecisionsDue(
  db: ArchiveDb,
): Promise<readonly { readonly id: string; readonly verdict: Verdict }[]> {
  const due = await db.selectFrom('decisions_due').select('id').execute();
  if (due.length === 0) return [];
  const all = new Map((await listDecisions(db)).map((one) => [one.id, one.verdict]));
  return due.flatMap(({ id }) => {
    let found = all.get(id);
    for (let depth = 0; found?.kind === 'undo' && depth < all.size; depth += 1) found = all.get(found.decision);
    return found === undefined ? [] : [{ id, verdict: found }];
  });
}

/** To be called when what a decision touches has been told anew. */
export async function forgetDecisionDue(db: ArchiveDb, id: string): Promise<void> {
  await db.deleteFrom('decisions_due').where('id', '=', id).execute();
}

/** The document that this id was merged into by a person; null where it was not. */
export async function findMerged(db: ArchiveDb, id: DocumentId): Promise<DocumentId | null> {
  const merges = await db.selectFrom('decisions').select('id').where('kind', '=', 'merge').limit(1).executeTakeFirst();
  if (merges === undefined) return null;
  const into = (await readRulings(db)).mergedInto(id);
  return into === id ? null : into;
}

/** The documents that a decision names. */
export function documentsOf(said: Verdict): readonly DocumentId[] {
  switch (said.kind) {
    case 'assign':
    case 'alias':
    case 'correct':
      return [said.document];
    case 'merge':
    case 'split':
      return [said.document, said.into];
    case 'reject':
    case 'undo':
      return [];
    default:
      return said satisfies never;
  }
}

function toDecision({ id, subject_json: json, made_by: madeBy, made_at: madeAt }: DecisionTable): Decision {
  return { id, ...subjectColumn.read(json), madeBy, madeAt };
}
