/**
 * Learns what a host answers to an address that cannot exist, once a week for each source: some say 404, others send
 * their home page with status 200, and only by that can a withdrawn article be told there. Frames of pages change from
 * day to day, so a page in doubt is compared with what the host sends tonight, and with its home page.
 */
import { readWrongPage, type WrongPageRecord, writeWrongPage } from '../../core/archive/origins.ts';
import type { BodyOutcome, FetchOutcome } from '../fetch/outcome.ts';
import { readArticle } from '../read/read.ts';
import type { Source } from '../sources/source-file.ts';
import { withoutEcho } from './address-echo.ts';
import type { CrawlParts } from './crawl-parts.ts';
import { impossibleAddress } from './impossible-address.ts';
import { roughWords } from './rough-words.ts';

/**
 * What is known of the host of `articleUrl`, asking it where need be; null when it cannot be learnt now. What was learnt
 * before `since`, an instant, is asked again; by default a week ago.
 */
export async function learnWrongPage(
  source: Source,
  articleUrl: string,
  parts: CrawlParts,
  since: string | null = null,
): Promise<WrongPageRecord | null> {
  const { archive } = parts;
  const { origin } = new URL(articleUrl);
  const kept = await readWrongPage(archive.db, origin);
  const now = archive.clock();
  const oldest = since ?? new Date(now.getTime() - WEEK_MS).toISOString();
  if (kept !== null && kept.askedAt >= oldest) return kept;
  const url = impossibleAddress(articleUrl);
  const outcome = await askFor(url, source, parts);
  const honest = { askedAt: now.toISOString(), isSoft: false, title: null, text: '', landedOn: null };
  const isAnswer = outcome.kind === 'missing' || (outcome.kind === 'failed' && outcome.status !== null);
  if (outcome.kind !== 'body') {
    if (isAnswer) await writeWrongPage(archive.db, origin, honest);
    return isAnswer ? honest : kept;
  }
  const soft = { ...honest, isSoft: true, ...(await readStandIn(outcome, source)) };
  const landed = { ...soft, landedOn: outcome.url === url ? null : outcome.url };
  await writeWrongPage(archive.db, origin, landed);
  return landed;
}

/** What a host may send in an article's place tonight. */
export interface StandIns {
  readonly wrongPage: WrongPageRecord | null;
  /** Null when it cannot be had, or is no page of its own. */
  readonly homePage: Pick<WrongPageRecord, 'title' | 'text'> | null;
}

/**
 * Asks for both when they are first wanted in a run, for the host of each article once; what wrong addresses answered to an
 * earlier run of this night, `since` an instant, is known.
 */
export function openStandIns(
  source: Source,
  since: string,
  parts: CrawlParts,
): (articleUrl: string) => Promise<StandIns> {
  const asked = new Map<string, Promise<StandIns>>();
  const ask = async (articleUrl: string): Promise<StandIns> => {
    const wrongPage = await learnWrongPage(source, articleUrl, parts, since);
    const home =
      new URL('/', articleUrl).host === new URL(source.home).host ? source.home : new URL('/', articleUrl).href;
    const outcome = await askFor(home, source, parts);
    return { wrongPage, homePage: outcome.kind === 'body' ? await readStandIn(outcome, source) : null };
  };
  return (articleUrl) => {
    const { origin } = new URL(articleUrl);
    const known = asked.get(origin) ?? ask(articleUrl);
    asked.set(origin, known);
    return known;
  };
}

async function askFor(url: string, source: Source, parts: CrawlParts): Promise<FetchOutcome> {
  const request = { url, accept: 'page', etag: null, lastModified: null } as const;
  return parts.fetchPage(request, parts.rulesOf(source), parts.signal);
}

async function readStandIn(outcome: BodyOutcome, source: Source): Promise<Pick<WrongPageRecord, 'title' | 'text'>> {
  const read = await readArticle({
    bytes: outcome.bytes,
    url: outcome.url,
    contentType: outcome.contentType,
    fileName: null,
    selectors: source.read,
  });
  const title = read.title === null ? null : withoutEcho(read.title, outcome.url);
  return { title, text: (read.status === 'ok' ? read.text : roughWords(outcome.bytes)).slice(0, LONGEST) };
}

const WEEK_MS = 7 * 86_400_000;
/** Enough to know it again, in characters. */
const LONGEST = 20_000;
