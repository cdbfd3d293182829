import { describe, expect, it } from 'vitest';
import { anArchive } from '../../test/builders.ts';
import type { Archive } from './archive.ts';
import { listCaptures } from './captures.ts';
import { closeRound, getListing, type Listing, noteWalked, openRound, putListing } from './rounds.ts';
import { keepSnapshot } from './snapshots.ts';
import { inTransaction } from './transaction.ts';

const evening = '2022-05-01T19:00:00.000Z';
const hours = (count: number): string => new Date(Date.parse(evening) + count * 3_600_000).toISOString();
/** Opens a round some hours after the first; what is 20 hours old is stale. */
const openAfter = (archive: Archive, count: number, source = 'song-mo') =>
  openRound(archive.db, source, hours(count), hours(count - 20));

describe('a round', () => {
  it('opens with nothing walked', async () => {
    const archive = await anArchive();
    expect(await openAfter(archive, 0)).toEqual({ openedAt: evening, walked: new Set(), isContinued: false });
  });

  it.each([
    ['left open', false, 3, { openedAt: evening, walked: new Set(['a', 'b']), isContinued: true }],
    [
      'left open for just as long as may be',
      false,
      20,
      { openedAt: evening, walked: new Set(['a', 'b']), isContinued: true },
    ],
    ['left open for longer', false, 24, { openedAt: hours(24), walked: new Set(), isContinued: false }],
    ['closed', true, 3, { openedAt: hours(3), walked: new Set(), isContinued: false }],
  ])('that was %s', async (_what, isClosed, later, expected) => {
    const archive = await anArchive();
    await openAfter(archive, 0);
    await noteWalked(archive.db, 'song-mo', 'a');
    await noteWalked(archive.db, 'song-mo', 'b');
    await noteWalked(archive.db, 'song-mo', 'a');
    if (isClosed) await closeRound(archive.db, 'song-mo');
    expect(await openAfter(archive, later)).toEqual(expected);
    // What was decided holds for the run after it as well.
    expect(await openAfter(archive, later)).toEqual({ ...expected, isContinued: true });
  });

  it('is its own for each source', async () => {
    const archive = await anArchive();
    await openAfter(archive, 0);
    await noteWalked(archive.db, 'song-mo', 'a');
    expect(await openAfter(archive, 1, 'ha-khe')).toMatchObject({ isContinued: false });
    await closeRound(archive.db, 'ha-khe');
    expect(await openAfter(archive, 2)).toMatchObject({ isContinued: true, walked: new Set(['a']) });
  });

  it('notes a list only together with what it showed', async () => {
    const archive = await anArchive();
    await openAfter(archive, 0);
    const broken = inTransaction(archive.db, async (trx) => {
      await noteWalked(trx, 'song-mo', 'a');
      throw new Error('the disk is full');
    });
    await expect(broken).rejects.toThrow('the disk is full');
    expect(await openAfter(archive, 1)).toMatchObject({ walked: new Set() });
  });

  it('has to be open before a list of it is noted', async () => {
    const archive = await anArchive();
    await expect(noteWalked(archive.db, 'song-mo', 'a')).rejects.toThrow(/a as walked.*song-mo/);
  });
});

describe('a listing', () => {
  const url = 'https://tin.example.vn/rss';
  const http = { url, status: 200, headers: { etag: '"1"' } };

  async function keep(archive: Archive, text: string, given: Partial<Listing> = {}): Promise<Listing> {
    const sha256 = await keepSnapshot(archive, new TextEncoder().encode(text), 'text/xml');
    const about = { source: 'song-mo', askedAt: evening, etag: '"1"', lastModified: null, contentType: 'text/xml' };
    const listing = { url, ...about, sha256, ...given };
    await putListing(archive.db, listing, http);
    return listing;
  }

  it('is remembered as it was last had', async () => {
    const archive = await anArchive();
    expect(await getListing(archive.db, url)).toBeNull();
    const first = await keep(archive, '<rss/>');
    expect(await getListing(archive.db, url)).toEqual(first);
    const second = await keep(archive, '<rss> </rss>', { askedAt: hours(24), etag: null, lastModified: 'Mon' });
    expect(await getListing(archive.db, url)).toEqual(second);
    expect(second.sha256).not.toBe(first.sha256);
  });

  it('leaves evidence of every text it had', async () => {
    const archive = await anArchive();
    await keep(archive, '<rss/>');
    await keep(archive, '<rss/>', { askedAt: hours(24) });
    await keep(archive, '<rss> </rss>', { askedAt: hours(48) });
    const captures = await listCaptures(archive.db, [url]);
    expect(captures.map(({ capturedAt }) => capturedAt)).toEqual([evening, hours(48)]);
    expect(captures[0]).toMatchObject({ source: 'song-mo', status: 'fetched', given: { form: 'listing' }, http });
  });
});
