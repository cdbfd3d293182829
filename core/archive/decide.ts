/**
 * Takes a person's decision in: finds what the words mean, refuses what cannot be, keeps the record.
 *
 * What a decision touches is told anew by the next settling (rule-mentions.ts), which the caller asks for.
 */
import { parseCode } from '../citations/code.ts';
import type { Corrections, Decision, MentionPlace, Verdict } from '../documents/decision.ts';
import { inForce } from '../documents/decision.ts';
import type { DocumentId } from '../documents/document.ts';
import { type DocumentIdentity, mintDocumentId, parseDocumentId } from '../documents/identity.ts';
import { getArticleByUrl } from './articles.ts';
import { codeKeys } from './code-key.ts';
import { keepDecision, listDecisions } from './decisions.ts';
import { getDocument } from './documents.ts';
import { keepIdentities, readIdentities } from './known-documents.ts';
import { getMentions } from './mention-lists.ts';
import { gatherIdentities } from './own-columns.ts';
import type { MentionRecord } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** A mention in a person's words: the article's address, the words as printed, and where they begin if they come again. */
export interface NamedMention {
  readonly url: string;
  readonly text: string;
  readonly at?: number | undefined;
}

/** A decision in a person's words; ids as the archive shows them. */
export type Wish =
  | { readonly kind: 'assign'; readonly mention: NamedMention; readonly document: string }
  | { readonly kind: 'alias'; readonly code: string; readonly source: string | null; readonly document: string }
  | { readonly kind: 'reject'; readonly mention: NamedMention }
  | { readonly kind: 'merge'; readonly document: string; readonly into: string }
  | {
      readonly kind: 'split';
      readonly document: string;
      readonly source: string | null;
      readonly date: string | null;
      readonly into: string;
    }
  | { readonly kind: 'correct'; readonly document: string; readonly says: Corrections }
  | { readonly kind: 'undo'; readonly decision: string };

export interface Author {
  readonly madeBy: string;
  readonly reason: string;
  readonly madeAt: Date;
}

/** What a person asked for cannot be decided; the message says why and what to try. */
export class DecisionError extends Error {
  override readonly name = 'DecisionError';
}

const LONGEST = 2000;

/** Keeps what a person decided. @throws DecisionError */
export async function decide(db: ArchiveDb, wish: Wish, author: Author): Promise<Decision> {
  for (const [what, words] of [
    ['the author', author.madeBy],
    ['the reason', author.reason],
  ] as const)
    if (words.trim() === '' || words.length > LONGEST)
      throw new DecisionError(`Cannot decide: expected ${what} in 1 to ${LONGEST} letters, found ${words.length}.`);
  return inTransaction(db, async (trx) => keepDecision(trx, { verdict: await understand(trx, wish), ...author }));
}

async function understand(db: ArchiveDb, wish: Wish): Promise<Verdict> {
  switch (wish.kind) {
    case 'assign': {
      const mention = await findMention(db, wish.mention);
      return { kind: 'assign', mention: placeOf(mention), document: await findDocument(db, wish.document, mention) };
    }
    case 'reject':
      return { kind: 'reject', mention: placeOf(await findMention(db, wish.mention)) };
    case 'alias': {
      const { code, source } = wish;
      return { kind: 'alias', code, source, codeKey: keyOf(code), document: await findDocument(db, wish.document) };
    }
    case 'merge': {
      const [document, into] = [await findDocument(db, wish.document), await findDocument(db, wish.into)];
      if (document === into) throw new DecisionError(`Cannot merge ${document} into itself: name two documents.`);
      return { kind: 'merge', document, into };
    }
    case 'split': {
      const [document, into] = [await findDocument(db, wish.document), await findDocument(db, wish.into)];
      const { source, date } = wish;
      if (document === into) throw new DecisionError(`Cannot split ${document} from itself: name two documents.`);
      if (source === null && date === null)
        throw new DecisionError(
          `Cannot split ${document}: expected a source or a printed date that tells its mentions apart, found neither.`,
        );
      return { kind: 'split', document, source, date: date === null ? null : await findDate(db, document, date), into };
    }
    case 'correct':
      if (Object.values(wish.says).every((value) => value === undefined))
        throw new DecisionError(`Cannot correct ${wish.document}: expected a title, an issuer or a date, found none.`);
      return { kind: 'correct', document: await findDocument(db, wish.document), says: wish.says };
    case 'undo': {
      const standing = inForce(await listDecisions(db));
      const found = standing.find(({ id }) => id === wish.decision);
      if (found === undefined)
        throw new DecisionError(
          `Cannot undo "${wish.decision}": no decision of that id is in force; \`sohieu decisions\` lists them.`,
        );
      return { kind: 'undo', decision: found.id };
    }
    default:
      return wish satisfies never;
  }
}

/** The one mention that is meant. */
async function findMention(db: ArchiveDb, { url, text, at }: NamedMention): Promise<MentionRecord> {
  const article = await getArticleByUrl(db, url);
  if (article === null)
    throw new DecisionError(`Cannot find the mention: expected an article of the archive, found none at ${url}.`);
  const mentions = await getMentions(db, article.id);
  const words = text.normalize('NFC');
  const found = mentions.filter(
    (one) => one.surface.normalize('NFC') === words && (at === undefined || one.start === at),
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const offered = found.length > 1 ? found : mentions;
  const list = offered.map(({ surface, start }) => `"${surface}" at ${start}`).join(', ');
  throw new DecisionError(
    `Cannot tell which mention of ${url} is meant by "${text}": expected one, found ${found.length}; there is ${list === '' ? 'none' : list}.`,
  );
}

function placeOf({ article, start, surface, sentence }: MentionRecord): MentionPlace {
  return { article, start, surface, sentence };
}

/** A document of the archive, or one that the mention itself leaves open. */
async function findDocument(db: ArchiveDb, id: string, mention: MentionRecord | null = null): Promise<DocumentId> {
  const document = parseDocumentId(id);
  const held = document === null ? null : await getDocument(db, document);
  if (document !== null && held !== null && held.issuer !== null) return document;
  if (document !== null && (await readIdentities(db, [document])).has(document)) return document;
  const open = mention === null ? [] : identitiesIn(mention);
  const offered = open.find((identity) => mintDocumentId(identity) === id);
  if (offered !== undefined) {
    const own = mintDocumentId(offered);
    await keepIdentities(db, gatherIdentities([offered]));
    return own;
  }
  const candidates = open.map(mintDocumentId).join(', ');
  throw new DecisionError(
    `Cannot decide on "${id}": expected the id of a document in the archive${candidates === '' ? '' : ` or one of ${candidates}`}; \`sohieu show CODE --json\` gives ids.`,
  );
}

function identitiesIn({ settlement }: MentionRecord): readonly DocumentIdentity[] {
  if (settlement.kind === 'settled') return [settlement.identity];
  return settlement.kind === 'several' ? settlement.identities : [];
}

/** A date that mentions of the document print. */
async function findDate(db: ArchiveDb, document: DocumentId, date: string) {
  const rows = await db.selectFrom('mentions').select('date').distinct().where('document', '=', document).execute();
  const dates = rows.flatMap((row) => row.date ?? []);
  const found = dates.find((one) => one === date);
  if (found !== undefined) return found;
  throw new DecisionError(
    `Cannot split ${document} by the date ${date}: expected one that its mentions print (${dates.sort().join(', ') || 'they print none'}).`,
  );
}

function keyOf(code: string): string {
  const parts = parseCode(code);
  const { codeKey } = codeKeys({ code, number: null, year: null, type: parts?.type ?? null, issuerCode: null });
  if (parts !== null && codeKey !== null) return codeKey;
  throw new DecisionError(`Cannot decide on the code "${code}": expected a whole code such as 21-NQ/TU.`);
}
