/**
 * Learns what a host answers to an address that cannot exist, once a week for each source: some say 404, others send
 * their home page with status 200, and only by that can a withdrawn article be told there.
 */
import { readWrongPage, type WrongPageRecord, writeWrongPage } from '../../core/archive/origins.ts';
import { readArticle } from '../read/read.ts';
import type { Source } from '../sources/source-file.ts';
import type { CrawlParts } from './crawl-parts.ts';
import { impossibleAddress } from './impossible-address.ts';
import { roughWords } from './rough-words.ts';

/** What is known of the host of `articleUrl`, asking it where need be; null when it cannot be learnt now. */
export async function learnWrongPage(
  source: Source,
  articleUrl: string,
  parts: CrawlParts,
): Promise<WrongPageRecord | null> {
  const { archive } = parts;
  const { origin } = new URL(articleUrl);
  const kept = await readWrongPage(archive.db, origin);
  const now = archive.clock();
  if (kept !== null && now.getTime() - Date.parse(kept.askedAt) < WEEK_MS) return kept;
  const url = impossibleAddress(articleUrl);
  const outcome = await parts.fetchPage(
    { url, accept: 'page', etag: null, lastModified: null },
    parts.rulesOf(source),
    parts.signal,
  );
  const honest = { askedAt: now.toISOString(), isSoft: false, title: null, text: '', landedOn: null };
  const isAnswer = outcome.kind === 'missing' || (outcome.kind === 'failed' && outcome.status !== null);
  if (outcome.kind !== 'body') {
    if (isAnswer) await writeWrongPage(archive.db, origin, honest);
    return isAnswer ? honest : kept;
  }
  const read = await readArticle({
    bytes: outcome.bytes,
    url: outcome.url,
    contentType: outcome.contentType,
    fileName: null,
    selectors: source.read,
  });
  const landedOn = outcome.url === url ? null : outcome.url;
  const text = (read.status === 'ok' ? read.text : roughWords(outcome.bytes)).slice(0, LONGEST);
  const soft = { ...honest, isSoft: true, title: read.title, text, landedOn };
  await writeWrongPage(archive.db, origin, soft);
  return soft;
}

const WEEK_MS = 7 * 86_400_000;
/** Enough to know it again, in characters. */
const LONGEST = 20_000;
