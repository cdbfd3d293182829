/**
 * Tells mentions what people decided they mean, over what the program tells; and what the program tells where a
 * decision was undone. Can be repeated: the same decisions give the same links, in whatever order articles came.
 */
import type { Rulings, Verdict } from '../documents/decision.ts';
import type { Target } from '../documents/document.ts';
import { linkOpenMention } from '../documents/link.ts';
import { linkTogether } from '../documents/link-article.ts';
import { documentsOf, forgetDecisionDue, listDecisionsDue } from './decisions.ts';
import { inPieces } from './dialect.ts';
import { noteDossiersDue } from './dossiers-due.ts';
import { articlesHolding } from './holdings.ts';
import { readKnownDocuments } from './known-documents.ts';
import type { MentionKey } from './mention-lists.ts';
import { type TargetChange, updateTargets } from './mentions.ts';
import { streamPages } from './paging.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import { settlementColumn } from './settlement-column.ts';
import { groupByArticle, readWaitingIn } from './waiting-mentions.ts';

/** A mention by its place in an article. */
export interface MentionRef {
  readonly article: ArticleId;
  readonly ordinal: number;
}

/**
 * Carries out every decision that is due; answers the articles whose mentions mean something else than before,
 * and those whose held texts are the documents decided on, or may name them.
 */
export async function carryOutDecisions(db: ArchiveDb, rulings: Rulings): Promise<readonly ArticleId[]> {
  const touched = new Set<ArticleId>();
  for (const { id, verdict } of await listDecisionsDue(db)) {
    const rows = streamPages<RuledRow>((after) => selectTouched(db, verdict, after));
    let page: RuledRow[] = [];
    for await (const row of rows) {
      page.push(row);
      if (page.length < PAGE) continue;
      for (const article of await rule(db, page, rulings)) touched.add(article);
      page = [];
    }
    for (const article of await rule(db, page, rulings)) touched.add(article);
    for (const article of await articlesHolding(db, documentsOf(verdict))) touched.add(article);
    await noteDossiersDue(db, documentsOf(verdict));
    await forgetDecisionDue(db, id);
  }
  return [...touched];
}

/** Rules these mentions anew. */
export async function ruleMentions(
  db: ArchiveDb,
  mentions: readonly MentionRef[],
  rulings: Rulings,
): Promise<readonly ArticleId[]> {
  const wanted = new Set(mentions.map(({ article, ordinal }) => `${article} ${ordinal}`));
  const touched: ArticleId[] = [];
  for (const piece of inPieces([...new Set(mentions.map(({ article }) => article))])) {
    const rows = await selectRuled(db).where('mentions.article', 'in', piece).execute();
    const asked = rows.filter(({ article, ordinal }) => wanted.has(`${article} ${ordinal}`));
    touched.push(...(await rule(db, asked, rulings)));
  }
  return touched;
}

/** Mentions of these articles that a decision may touch, or has touched. */
export async function listConcerned(
  db: ArchiveDb,
  articles: readonly ArticleId[],
  rulings: Rulings,
): Promise<readonly MentionRef[]> {
  const found: MentionRef[] = [];
  if (rulings.isEmpty) return found;
  for (const piece of inPieces(articles)) {
    const rows = await db
      .selectFrom('mentions')
      .select(['article', 'ordinal', 'code_key', 'document', 'origin'])
      .where('article', 'in', piece)
      .execute();
    for (const { article, ordinal, code_key: codeKey, document, origin } of rows)
      if (origin === 'person' || rulings.concerns({ article, codeKey }, document)) found.push({ article, ordinal });
  }
  return found;
}

const PAGE = 500;

function selectRuled(db: ArchiveDb) {
  return db
    .selectFrom('mentions')
    .innerJoin('articles', 'articles.id', 'mentions.article')
    .select(['mentions.article', 'ordinal', 'start_offset', 'surface', 'sentence', 'subject', 'settlement_json'])
    .select(['code_key', 'type_key', 'number_key', 'date', 'articles.source']);
}

type RuledRow = Awaited<ReturnType<ReturnType<typeof selectRuled>['executeTakeFirstOrThrow']>>;

/** The mentions that a decision may touch, made or undone, page by page. */
async function selectTouched(db: ArchiveDb, verdict: Verdict, after: RuledRow | null): Promise<RuledRow[]> {
  const query = selectRuled(db).orderBy('mentions.article').orderBy('ordinal').limit(PAGE);
  const rest =
    after === null
      ? query
      : query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('mentions.article', 'ordinal'), '>', tuple(after.article, after.ordinal)),
        );
  switch (verdict.kind) {
    case 'assign':
    case 'reject':
      return rest.where('mentions.article', '=', verdict.mention.article as ArticleId).execute();
    case 'alias':
      return rest.where('code_key', '=', verdict.codeKey).execute();
    case 'merge':
    case 'split':
      return rest.where('document', 'in', [verdict.document, verdict.into]).execute();
    case 'correct':
    case 'undo':
      return [];
    default:
      return verdict satisfies never;
  }
}

async function rule(db: ArchiveDb, rows: readonly RuledRow[], rulings: Rulings): Promise<readonly ArticleId[]> {
  const told = await linkRows(db, rows);
  const changes = rows.map((row): TargetChange => {
    const { article, ordinal, subject, surface, sentence, source, date, code_key: codeKey } = row;
    const machine =
      told.get(`${article} ${ordinal}`) ?? linkOpenMention(settlementColumn.read(row.settlement_json), [], subject);
    const mention = { article, start: row.start_offset, surface, sentence, codeKey, source, date };
    return { article, ordinal, ...rulings.rule(mention, machine) };
  });
  return changes.length === 0 ? [] : updateTargets(db, changes);
}

/** What the program tells of those mentions that wait for other articles, as settling would. */
async function linkRows(db: ArchiveDb, rows: readonly RuledRow[]): Promise<ReadonlyMap<string, Target>> {
  const told = new Map<string, Target>();
  const keys = new Map<string, { readonly key: MentionKey; readonly articles: Set<ArticleId> }>();
  for (const { article, type_key: typeKey, number_key: numberKey } of rows) {
    if (typeKey === null || numberKey === null) continue;
    const name = `${typeKey} ${numberKey}`;
    const asked = keys.get(name) ?? { key: { typeKey, numberKey }, articles: new Set() };
    asked.articles.add(article);
    keys.set(name, asked);
  }
  for (const { key, articles } of keys.values()) {
    const waiting = await readWaitingIn(db, key, [...articles]);
    const known = waiting.length === 0 ? [] : await readKnownDocuments(db, key);
    for (const together of groupByArticle(waiting)) {
      for (const [index, target] of linkTogether(together, known).entries()) {
        const mention = together[index];
        if (mention !== undefined) told.set(`${mention.article} ${mention.ordinal}`, target);
      }
    }
  }
  return told;
}
