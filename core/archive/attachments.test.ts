import { describe, expect, it } from 'vitest';
import { anArchive, keepArticle } from '../../test/builders.ts';
import type { Archive } from './archive.ts';
import { type AttachmentText, listAttachmentStatuses, listAttachments, putAttachment } from './attachments.ts';
import type { ArticleId } from './records.ts';
import { keepSnapshot } from './snapshots.ts';

const home = 'https://tin.example.vn/';

async function aFile(archive: Archive, article: ArticleId, given: Partial<AttachmentText> = {}) {
  const snapshot = await keepSnapshot(archive, new TextEncoder().encode('%PDF-'), 'application/pdf');
  return {
    article,
    url: `${home}tep/ke-hoach.pdf`,
    snapshot,
    status: 'held',
    reason: null,
    title: 'Kế hoạch',
    text: 'Kế hoạch số 77-KH/TU',
    readAt: '2022-05-01T02:00:00.000Z',
    ...given,
  } satisfies AttachmentText;
}

describe('the files of an article', () => {
  it('come back by their addresses, each as it was read last', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive, { url: `${home}1` });
    const later = await aFile(archive, article);
    const lost = { status: 'unreadable', reason: 'The file is encrypted.', text: '' } as const;
    const first = await aFile(archive, article, { url: `${home}tep/a.pdf`, ...lost, snapshot: null, title: null });
    for (const file of [later, first]) await putAttachment(archive.db, file);
    expect(await listAttachments(archive.db, article)).toEqual([first, later]);
    expect([...(await listAttachmentStatuses(archive.db, article))]).toEqual([
      [first.url, 'unreadable'],
      [later.url, 'held'],
    ]);
    const again = { ...first, status: 'held', reason: null, text: 'Đọc được', snapshot: later.snapshot } as const;
    await putAttachment(archive.db, again);
    expect(await listAttachments(archive.db, article)).toEqual([again, later]);
  });

  it('are each article’s own, also when two offer the same one', async () => {
    const archive = await anArchive();
    const one = await keepArticle(archive, { url: `${home}1` });
    const other = await keepArticle(archive, { url: `${home}2`, text: 'Bài khác' });
    const file = await aFile(archive, one);
    await putAttachment(archive.db, file);
    expect(await listAttachments(archive.db, other)).toEqual([]);
    await putAttachment(archive.db, { ...file, article: other });
    expect(await listAttachments(archive.db, one)).toEqual([file]);
    expect(await listAttachments(archive.db, other)).toEqual([{ ...file, article: other }]);
  });

  it('hang on an article that is there', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive);
    const file = await aFile(archive, article);
    await archive.db.deleteFrom('articles').where('id', '=', article).execute();
    await expect(putAttachment(archive.db, file)).rejects.toThrow(/FOREIGN KEY/);
  });
});
