/**
 * Fetches feeds, sitemaps and list pages: kept as evidence, and asked for only if they changed since.
 *
 * "Not modified" is answered with the bytes that are kept, so that whoever walks a source need not know the difference;
 * so is a list that was had in the same round already, by a run that was killed before it was done with it.
 */
import { newestCapture } from '../../core/archive/captures.ts';
import { getListing, type Listing, noteListingAsked, putListing } from '../../core/archive/rounds.ts';
import { keepSnapshot, readSnapshot } from '../../core/archive/snapshots.ts';
import type { FetchListing } from '../discover/walk.ts';
import type { BodyOutcome } from '../fetch/outcome.ts';
import type { Source } from '../sources/source-file.ts';
import { type CrawlParts, stopsRun } from './crawl-parts.ts';

/** A way to fetch a source's lists that remembers them. Those kept since `goesOnFrom` are not asked for; null asks for all. */
export function fetchListing(source: Source, goesOnFrom: string | null, parts: CrawlParts): FetchListing {
  const { archive } = parts;
  const rules = parts.rulesOf(source);
  return async (request) => {
    await parts.checkRoom();
    const kept = await getListing(archive.db, request.url);
    const isOfThisRound = kept !== null && goesOnFrom !== null && kept.askedAt >= goesOnFrom;
    const own = isOfThisRound ? await openKept(kept, parts) : null;
    if (own !== null) return own;
    const conditions = kept === null ? {} : { etag: kept.etag, lastModified: kept.lastModified };
    const outcome = await parts.fetchPage({ ...request, ...conditions }, rules, parts.signal);
    if (outcome.kind === 'unchanged' && kept !== null) {
      const bytes = await readKept(kept, parts);
      const { etag, lastModified, contentType } = kept;
      if (bytes !== null) {
        await noteListingAsked(archive.db, request.url, outcome.fetchedAt);
        return { ...outcome, kind: 'body', status: 200, bytes, contentType, etag, lastModified };
      }
      const whole = await parts.fetchPage({ ...request, etag: null, lastModified: null }, rules, parts.signal);
      return whole.kind === 'body' ? keepListing(request.url, whole, source, parts) : whole;
    }
    return outcome.kind === 'body' ? keepListing(request.url, outcome, source, parts) : outcome;
  };
}

/** Evidence that cannot be kept, because what lies in its place is damaged, keeps nobody from going by the list. */
async function keepListing(
  asked: string,
  outcome: BodyOutcome,
  source: Source,
  { archive }: CrawlParts,
): Promise<BodyOutcome> {
  const { url, bytes, contentType, etag, lastModified, fetchedAt, status, headers } = outcome;
  try {
    const sha256 = await keepSnapshot(archive, bytes, contentType ?? 'application/octet-stream');
    const listing = { url: asked, source: source.id, askedAt: fetchedAt, etag, lastModified, contentType, sha256 };
    await putListing(archive.db, listing, { url, status, headers });
  } catch (error) {
    if (stopsRun(error)) throw error;
  }
  return outcome;
}

/** Null when they are gone or damaged. */
async function readKept({ sha256 }: Listing, { archive }: CrawlParts): Promise<Uint8Array | null> {
  return readSnapshot(archive, sha256).catch((error: unknown) => {
    if (stopsRun(error)) throw error;
    return null;
  });
}

/** A kept list as if it came just now; null when its bytes are gone. */
async function openKept(kept: Listing, parts: CrawlParts): Promise<BodyOutcome | null> {
  const { etag, lastModified, contentType, askedAt } = kept;
  const bytes = await readKept(kept, parts);
  if (bytes === null) return null;
  // Where a redirect led counts for the links in it.
  const { http } = (await newestCapture(parts.archive.db, kept.url)) ?? { http: null };
  const { url, status, headers } = http ?? { url: kept.url, status: 200, headers: {} };
  return { kind: 'body', url, hops: [], status, headers, fetchedAt: askedAt, bytes, contentType, etag, lastModified };
}
