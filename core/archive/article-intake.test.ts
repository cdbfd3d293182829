import { describe, expect, it } from 'vitest';
import { anArchive, anArticle, keepArticle, sampleText, sampleUrl } from '../../test/builders.ts';
import type { Archive } from './archive.ts';
import type { PutOptions } from './article-intake.ts';
import { putArticle, replaceReadings } from './article-intake.ts';
import { acceptVersion, listHeldBack, listVersions } from './article-versions.ts';
import { getArticle, putArticleStatus } from './articles.ts';
import { listCaptures, streamCaptureHistories } from './captures.ts';
import type { ArticleReading } from './records.ts';
import { keepSnapshot } from './snapshots.ts';

/** Keeps bytes for the reading, then puts it. */
async function put(archive: Archive, given: Partial<ArticleReading> = {}, options?: PutOptions) {
  return putArticle(archive.db, await withBytes(archive, given), options);
}

async function withBytes(archive: Archive, given: Partial<ArticleReading>): Promise<ArticleReading> {
  const reading = anArticle(given);
  const bytes = new TextEncoder().encode(`<article>${reading.text}</article>`);
  return { ...reading, snapshot: await keepSnapshot(archive, bytes, 'text/html') };
}

/** Everything that a repeated write must leave as it was. */
async function countRows({ db }: Archive) {
  const tables = ['articles', 'article_versions', 'captures', 'snapshots'] as const;
  const counts = tables.map((table) => db.selectFrom(table).select((query) => query.fn.countAll<number>().as('n')));
  const seq = await db
    .selectFrom('changes')
    .select((query) => query.fn.max('seq').as('seq'))
    .executeTakeFirst();
  return [...(await Promise.all(counts.map((query) => query.executeTakeFirstOrThrow()))).map(({ n }) => n), seq?.seq];
}

const corrected = sampleText.replace('giao ban', 'giao ban quý I');

describe('putArticle', () => {
  it('takes in a new article with all that was read', async () => {
    const archive = await anArchive();
    const reading = await withBytes(archive, {
      lead: 'Sáng 05/4/2022',
      author: 'Mai Bút',
      updated: '2022-04-07',
      section: 'Chính trị',
      attachments: [{ url: 'https://tin.example.vn/a.pdf', title: null, type: 'pdf' }],
      warnings: [{ code: 'date-from-text', detail: '05/4/2022' }],
    });
    const { kind, id } = await putArticle(archive.db, reading);
    expect([kind, id]).toEqual(['new', '24f248ca4dff086e']);
    expect(await getArticle(archive.db, id)).toEqual({
      ...reading,
      id,
      aliases: [],
      versions: 1,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      meeting: null,
      meetingId: null,
    });
  });

  it('shows the files that the newest page with a text offers, and no new version for them', async () => {
    const archive = await anArchive();
    const file = { url: 'https://tin.example.vn/a.pdf', title: null, type: 'pdf' };
    const { id } = await put(archive, { author: 'Mai Bút' });
    expect((await put(archive, { attachments: [file] })).kind).toBe('unchanged');
    expect(await getArticle(archive.db, id)).toMatchObject({ attachments: [file], author: 'Mai Bút', versions: 1 });
    await put(archive, { attachments: [] });
    expect((await getArticle(archive.db, id))?.attachments).toEqual([]);
  });

  it('changes nothing when the same text comes again, whenever it was captured', async () => {
    const archive = await anArchive();
    await put(archive);
    const before = await countRows(archive);
    expect(await put(archive)).toMatchObject({ kind: 'unchanged' });
    expect(await put(archive, { capturedAt: '2023-01-01T00:00:00.000Z' })).toMatchObject({ kind: 'unchanged' });
    expect(await countRows(archive)).toEqual(before);
  });

  it('keeps every text of an address, the first included', async () => {
    const archive = await anArchive();
    const { id } = await put(archive);
    expect(await put(archive, { text: corrected, published: '2022-04-08' })).toEqual({ kind: 'version', id });
    expect(await put(archive, { text: corrected, title: 'Tên mới' })).toEqual({ kind: 'version', id });
    expect(await getArticle(archive.db, id)).toMatchObject({ text: corrected, title: 'Tên mới', versions: 3 });
    const versions = await listVersions(archive.db, id);
    expect(versions.map(({ version, text, isCurrent }) => [version, text, isCurrent])).toEqual([
      [1, sampleText, false],
      [2, corrected, false],
      [3, corrected, true],
    ]);
  });

  it('shows an earlier text again when it comes back, without a new version', async () => {
    const archive = await anArchive();
    const { id } = await put(archive);
    await put(archive, { text: corrected, capturedAt: '2022-05-02T00:00:00.000Z' });
    expect(await put(archive, { capturedAt: '2022-05-03T00:00:00.000Z' })).toEqual({ kind: 'version', id });
    expect(await getArticle(archive.db, id)).toMatchObject({ text: sampleText, versions: 2 });
    expect(await listCaptures(archive.db, [sampleUrl])).toHaveLength(3);
  });

  it('takes articles of other addresses for others, though the text is the same', async () => {
    const archive = await anArchive();
    const first = await put(archive);
    const second = await put(archive, { url: `${sampleUrl}?ban-in` });
    expect(second.kind).toBe('new');
    expect(second.id).not.toBe(first.id);
  });

  it('refuses an address whose id is taken', async () => {
    const archive = await anArchive();
    const id = await keepArticle(archive);
    await archive.db.updateTable('articles').set({ url: 'https://tin.example.vn/khac' }).where('id', '=', id).execute();
    await expect(put(archive)).rejects.toThrow(`its id ${id} is that of https://tin.example.vn/khac`);
  });

  it('refuses a reading whose bytes are not kept, and leaves nothing of it', async () => {
    const archive = await anArchive();
    await expect(putArticle(archive.db, anArticle())).rejects.toThrow(/FOREIGN KEY/);
    expect(await countRows(archive)).toEqual([0, 0, 0, 0, null]);
  });

  it('holds an article again that was said to be gone', async () => {
    const archive = await anArchive();
    const { id } = await put(archive);
    expect(await putArticleStatus(archive.db, id, 'gone')).toBe(true);
    expect(await put(archive)).toMatchObject({ kind: 'unchanged' });
    expect(await getArticle(archive.db, id)).toMatchObject({ status: 'held' });
  });

  it('lets a real article take the place of a sample, never the other way round', async () => {
    const archive = await anArchive();
    const { id } = await put(archive, { isSample: true, source: 'mau' });
    await put(archive);
    expect(await getArticle(archive.db, id)).toMatchObject({ isSample: false, source: 'song-mo' });
    expect(await put(archive, { isSample: true, text: corrected })).toMatchObject({ kind: 'unchanged' });
    expect(await getArticle(archive.db, id)).toMatchObject({ isSample: false, text: sampleText, versions: 1 });
  });

  it('keeps how the bytes came and what was said beside them', async () => {
    const archive = await anArchive();
    const reading = await withBytes(archive, {});
    await putArticle(archive.db, reading, { status: 'fetched', given: { published: '2022-04-06' } });
    expect(await listCaptures(archive.db, [sampleUrl])).toEqual([
      {
        url: sampleUrl,
        snapshot: reading.snapshot,
        capturedAt: reading.capturedAt,
        source: 'song-mo',
        status: 'fetched',
        given: { published: '2022-04-06' },
        http: null,
        mediaType: 'text/html',
      },
    ]);
  });
});

describe('a text that looks like an accident', () => {
  const long = `${sampleText}\n\n${'Các đại biểu thảo luận. '.repeat(20)}`;
  const notice = 'Trang này đang được bảo trì.';

  it('is kept for review and not shown, until a person accepts it', async () => {
    const archive = await anArchive();
    const { id } = await put(archive, { text: long });
    expect(await put(archive, { text: notice })).toEqual({ kind: 'held_back', id, reason: 'much-shorter' });
    expect(await put(archive, { text: notice })).toEqual({ kind: 'unchanged', id });
    expect(await getArticle(archive.db, id)).toMatchObject({ text: long, versions: 1 });
    expect(await listHeldBack(archive.db, 10)).toMatchObject([{ article: id, version: 2, heldBack: 'much-shorter' }]);
    await acceptVersion(archive.db, id, 2);
    expect(await getArticle(archive.db, id)).toMatchObject({ text: notice, versions: 2 });
    expect(await listHeldBack(archive.db, 10)).toEqual([]);
    await expect(acceptVersion(archive.db, id, 3)).rejects.toThrow(/it has no such version/);
  });

  it('is shown at once when a person hands it in', async () => {
    const archive = await anArchive();
    const { id } = await put(archive, { text: long });
    expect(await put(archive, { text: notice }, { isReviewed: true })).toEqual({ kind: 'version', id });
    expect(await getArticle(archive.db, id)).toMatchObject({ text: notice });
  });
});

describe('replaceReadings', () => {
  it('puts better readings in the place of the old ones and keeps all else', async () => {
    const archive = await anArchive();
    const first = await withBytes(archive, {});
    const second = await withBytes(archive, { text: corrected, capturedAt: '2022-05-02T00:00:00.000Z' });
    const { id } = await putArticle(archive.db, first);
    await putArticle(archive.db, second);
    expect(await replaceReadings(archive.db, id, [first, second])).toBe(false);
    const better = { ...second, author: 'Mai Bút', published: '2022-04-09' };
    expect(await replaceReadings(archive.db, id, [{ ...first, title: 'Tên đúng' }, better])).toBe(true);
    expect(await getArticle(archive.db, id)).toMatchObject({ author: 'Mai Bút', published: '2022-04-09', versions: 2 });
    expect((await listVersions(archive.db, id)).map(({ title }) => title)).toEqual(['Tên đúng', anArticle().title]);
  });

  it('makes one version of two that a better reader reads alike', async () => {
    const archive = await anArchive();
    const first = await withBytes(archive, { text: `${sampleText} Lượt xem: 5` });
    const second = await withBytes(archive, { text: `${sampleText} Lượt xem: 6` });
    const { id } = await putArticle(archive.db, first);
    await putArticle(archive.db, second);
    await replaceReadings(archive.db, id, [
      { ...first, text: sampleText },
      { ...second, text: sampleText },
    ]);
    expect(await getArticle(archive.db, id)).toMatchObject({ text: sampleText, versions: 1 });
  });

  it('holds back what was held back, and shows what a person accepted', async () => {
    const archive = await anArchive();
    const first = await withBytes(archive, { text: `${sampleText} ${'Dài thêm. '.repeat(50)}` });
    const second = await withBytes(archive, { text: 'Ngắn.' });
    const { id } = await putArticle(archive.db, first);
    await putArticle(archive.db, second);
    expect(await replaceReadings(archive.db, id, [first, second])).toBe(false);
    await acceptVersion(archive.db, id, 2);
    expect(await replaceReadings(archive.db, id, [first, second])).toBe(false);
    expect(await getArticle(archive.db, id)).toMatchObject({ text: 'Ngắn.' });
  });

  it('finds for every article what it was read from', async () => {
    const archive = await anArchive();
    await put(archive);
    await put(archive, { text: corrected });
    await put(archive, { url: 'https://bao.example.vn/2', source: 'bao', text: 'Tin khác.' });
    const found = [];
    for await (const history of streamCaptureHistories(archive.db, 'song-mo')) found.push(history);
    expect(found).toMatchObject([{ url: sampleUrl, isSample: false, captures: [{ mediaType: 'text/html' }, {}] }]);
  });
});
