/**
 * Fetches feeds, sitemaps and list pages: kept as evidence, and asked for only if they changed since.
 *
 * "Not modified" is answered with the bytes that are kept, so that whoever walks a source need not know the difference.
 */
import { getListing, putListing } from '../../core/archive/rounds.ts';
import { keepSnapshot, readSnapshot } from '../../core/archive/snapshots.ts';
import type { FetchListing } from '../discover/walk.ts';
import type { Source } from '../sources/source-file.ts';
import type { CrawlParts } from './crawl-parts.ts';

/** A way to fetch a source's lists that remembers them. */
export function fetchListing(source: Source, parts: CrawlParts): FetchListing {
  const { archive } = parts;
  const rules = parts.rulesOf(source);
  return async (request) => {
    await parts.checkRoom();
    const kept = await getListing(archive.db, request.url);
    const conditions = kept === null ? {} : { etag: kept.etag, lastModified: kept.lastModified };
    const outcome = await parts.fetchPage({ ...request, ...conditions }, rules, parts.signal);
    if (outcome.kind === 'unchanged' && kept !== null) {
      const bytes = await readSnapshot(archive, kept.sha256);
      const { etag, lastModified, contentType } = kept;
      return { ...outcome, kind: 'body', status: 200, bytes, contentType, etag, lastModified };
    }
    if (outcome.kind !== 'body') return outcome;
    const { url, bytes, contentType, etag, lastModified, fetchedAt, status, headers } = outcome;
    const sha256 = await keepSnapshot(archive, bytes, contentType ?? 'application/octet-stream');
    await putListing(
      archive.db,
      { url: request.url, source: source.id, askedAt: fetchedAt, etag, lastModified, contentType, sha256 },
      { url, status, headers },
    );
    return outcome;
  };
}
