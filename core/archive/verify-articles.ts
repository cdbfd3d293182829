/**
 * Whether what stands beside an article agrees with its text: versions, hashes, mentions. Article by article.
 */
import { hashContent } from './article-row.ts';
import { aFault, type Finding } from './finding.ts';
import { streamPages } from './paging.ts';
import type { ArchiveDb } from './schema.ts';

/** Every article. `onItem` hears of each. */
export async function* verifyArticles(db: ArchiveDb, onItem: () => void): AsyncGenerator<Finding> {
  const articles = streamPages((after: ArticleRow | null) => {
    const query = selectRows(db);
    return (after === null ? query : query.where('id', '>', after.id)).execute();
  });
  for await (const article of articles) {
    onItem();
    const faults = [...(await judgeVersions(db, article)), ...(await judgeMentions(db, article))];
    for (const detail of faults) yield aFault(`article ${article.id} (${article.url})`, detail);
  }
}

function selectRows(db: ArchiveDb) {
  return db
    .selectFrom('articles')
    .select(['id', 'url', 'status', 'version', 'versions', 'content_hash', 'title', 'lead', 'published'])
    .select(['captured_at', 'snapshot', 'sort_key'])
    .orderBy('id')
    .limit(500);
}

type ArticleRow = Awaited<ReturnType<ReturnType<typeof selectRows>['executeTakeFirstOrThrow']>>;

async function judgeVersions(db: ArchiveDb, article: ArticleRow): Promise<readonly string[]> {
  const versions = await db.selectFrom('article_versions').selectAll().where('article', '=', article.id).execute();
  const faults: string[] = [];
  for (const { version, title, text, content_hash: hash } of versions)
    if (hashContent({ title, text }) !== hash)
      faults.push(`the text of version ${version} does not fit its content hash`);
  const accepted = versions.filter(({ held_back: heldBack }) => heldBack === null).length;
  if (accepted !== article.versions) faults.push(`it counts ${article.versions} versions, ${accepted} are held`);
  const current = versions.find(({ version }) => version === article.version);
  if (current === undefined) return [...faults, `its current version ${article.version} is not there`];
  const shown = ['content_hash', 'title', 'lead', 'published', 'captured_at', 'snapshot'] as const;
  for (const column of shown)
    if (current[column] !== article[column]) faults.push(`its ${column} is not that of its current version`);
  if (article.status !== current.status && article.status !== 'gone')
    faults.push(`it is ${article.status}, its current version is ${current.status}`);
  for (const { version, snapshot } of versions)
    if (!(await isCaptured(db, article.url, snapshot)))
      faults.push(`no capture says where version ${version} came from`);
  return faults;
}

async function isCaptured(db: ArchiveDb, url: string, snapshot: ArticleRow['snapshot']): Promise<boolean> {
  const row = await db
    .selectFrom('captures')
    .select('sha256')
    .where('url', '=', url)
    .where('sha256', '=', snapshot)
    .executeTakeFirst();
  return row !== undefined;
}

async function judgeMentions(db: ArchiveDb, article: ArticleRow): Promise<readonly string[]> {
  const mentions = await db
    .selectFrom('mentions')
    .leftJoin('documents', 'documents.id', 'mentions.document')
    .select(['ordinal', 'start_offset', 'end_offset', 'surface', 'sentence', 'sentence_offset', 'sort_key', 'status'])
    .select(['mentions.document', 'documents.id as found'])
    .where('article', '=', article.id)
    .orderBy('ordinal')
    .execute();
  if (mentions.length === 0) return [];
  const text = await currentText(db, article);
  const faults: string[] = [];
  mentions.forEach((mention, place) => {
    const name = `mention ${mention.ordinal} ("${mention.surface.slice(0, 40)}")`;
    if (mention.ordinal !== place) faults.push(`${name} is not in its place`);
    if (text.slice(mention.start_offset, mention.end_offset) !== mention.surface)
      faults.push(`${name} does not stand at ${mention.start_offset} in the text`);
    if (!mention.sentence.startsWith(mention.surface, mention.sentence_offset))
      faults.push(`${name} does not stand in its sentence`);
    if (mention.sort_key !== article.sort_key) faults.push(`${name} has another place in time than its article`);
    if ((mention.status === 'resolved') !== (mention.document !== null))
      faults.push(`${name} is ${mention.status} and means ${mention.document ?? 'nothing'}`);
    if (mention.document !== null && mention.found === null)
      faults.push(`${name} means ${mention.document}, which is not there`);
  });
  return faults;
}

async function currentText(db: ArchiveDb, { id, version }: ArticleRow): Promise<string> {
  const row = await db
    .selectFrom('article_versions')
    .select('text')
    .where('article', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.text ?? '';
}
