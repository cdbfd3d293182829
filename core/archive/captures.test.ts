import { describe, expect, it } from 'vitest';
import { anArchive } from '../../test/builders.ts';
import { type Capture, findCapture, recordCapture } from './captures.ts';
import { keepSnapshot } from './snapshots.ts';

describe('findCapture', () => {
  it('tells when an address first brought some bytes, and with which answer', async () => {
    const archive = await anArchive();
    const url = 'https://tin.example.vn/1';
    const [one, two] = [
      await keepSnapshot(archive, Buffer.from('một'), 'text/plain'),
      await keepSnapshot(archive, Buffer.from('hai'), 'text/html'),
    ];
    const base: Omit<Capture, 'snapshot' | 'capturedAt'> = {
      url,
      source: null,
      status: 'fetched',
      given: {},
      http: null,
    };
    const http = { url: `${url}?a`, status: 200, headers: { etag: '"7"' } };
    await recordCapture(archive.db, { ...base, snapshot: one, capturedAt: '2022-05-01T00:00:00.000Z', http });
    await recordCapture(archive.db, { ...base, snapshot: two, capturedAt: '2022-05-02T00:00:00.000Z' });
    await recordCapture(archive.db, { ...base, snapshot: one, capturedAt: '2022-05-03T00:00:00.000Z' });
    expect(await findCapture(archive.db, url, one)).toMatchObject({ capturedAt: '2022-05-01T00:00:00.000Z', http });
    expect(await findCapture(archive.db, url, two)).toMatchObject({ mediaType: 'text/html', http: null });
    expect(await findCapture(archive.db, `${url}0`, one)).toBeNull();
  });
});
