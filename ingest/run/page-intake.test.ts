import { describe, expect, it, vi } from 'vitest';
import type { Archive } from '../../core/archive/archive.ts';
import { getArticle, getArticleByUrl } from '../../core/archive/articles.ts';
import { listCaptures } from '../../core/archive/captures.ts';
import type { ArticleId } from '../../core/archive/records.ts';
import { keepSnapshot } from '../../core/archive/snapshots.ts';
import { anArchive, keepArticle } from '../../test/builders.ts';
import { aCrawlSource, aReportPage, siteHome, titleOf } from '../../test/crawl-site.ts';
import { type Intake, type IntakeParts, takePage } from './page-intake.ts';

// The first page that is read starts a worker from TypeScript.
vi.setConfig({ testTimeout: 60_000 });

const one = `${siteHome}/bai/mot.html`;
const two = `${siteHome}/bai/hai.html`;

interface Take {
  readonly html: string;
  readonly url?: string;
  readonly finalUrl?: string;
  readonly own?: ArticleId | null;
  readonly hint?: string;
  readonly day?: number;
  readonly wrongPage?: IntakeParts['wrongPage'];
  readonly homePage?: { readonly title: string | null; readonly text: string };
}

async function take(
  archive: Archive,
  { html, url = one, finalUrl = url, own = null, hint, day = 1, wrongPage = null, homePage }: Take,
): Promise<Intake> {
  const bytes = new TextEncoder().encode(html);
  const snapshot = await keepSnapshot(archive, bytes, 'text/html');
  const capturedAt = `2022-05-0${day}T02:00:00.000Z`;
  const given: Record<string, string> = hint === undefined ? {} : { published_hint: hint };
  const http = { url: finalUrl, status: 200, headers: {} };
  const capture = { url, snapshot, capturedAt, source: 'song-mo', status: 'fetched', given, http } as const;
  const standInsOf = async () => ({ wrongPage: null, homePage: homePage ?? null });
  const parts = { archive, placeOf: () => null, source: aCrawlSource(), wrongPage, standInsOf };
  return takePage({ askedUrl: url, own }, { ...capture, mediaType: 'text/html' }, bytes, parts);
}

async function taken(archive: Archive, given: Take): Promise<ArticleId> {
  const intake = await take(archive, given);
  if (intake.kind === 'absent' || intake.kind === 'failed') throw new Error(`not taken: ${JSON.stringify(intake)}`);
  return intake.article;
}

describe('takePage', () => {
  it('keeps an article with what was said of it, and reads it', async () => {
    const archive = await anArchive();
    const intake = await take(archive, { html: aReportPage({ number: 31 }), hint: '2022-04-01' });
    expect(intake.kind).toBe('new');
    const article = await getArticleByUrl(archive.db, one);
    // The page's own word for the day comes before that of a list.
    expect(article).toMatchObject({ title: titleOf(31), published: '2022-04-06T07:30:00+07:00', source: 'song-mo' });
    expect(article?.meeting).toMatchObject({ chair: { name: 'Lê Văn Thử' } });
    const mentions = await archive.db.selectFrom('mentions').select('canonical').execute();
    expect(mentions).toEqual([{ canonical: '31-NQ/TU' }]);
    expect(await listCaptures(archive.db, [one])).toMatchObject([{ status: 'fetched', http: { status: 200 } }]);
  });

  it('takes the day from a list where the page has none, and says so', async () => {
    const archive = await anArchive();
    const html = aReportPage({ number: 31 })
      .replace(/<meta property[^>]*>/, '')
      .replaceAll('Sáng 05/4/2022, ', '')
      .replace('ngày 12/01/2022 ', '');
    await taken(archive, { html, hint: '2022-04-01' });
    const article = await getArticleByUrl(archive.db, one);
    expect(article?.published).toBe('2022-04-01');
    expect(article?.warnings).toContainEqual({ code: 'date-from-list', detail: '2022-04-01' });
  });

  it.each<[string, string, Partial<Intake>]>([
    ['a page with nothing on it', '<html><body></body></html>', { kind: 'failed' }],
    ['no bytes', '', { kind: 'failed' }],
    ['a notice', '<title>Thông báo</title><p>Bài viết này không tồn tại.</p>', { kind: 'absent', absence: 'notice' }],
    [
      'a login',
      '<title>Báo</title><form>Đăng nhập <input name="mk" type="password"></form>',
      { kind: 'absent', absence: 'login' },
    ],
    ['a puzzle', '<title>Một chút nữa</title><p>Nhập mã captcha</p>', { kind: 'absent', absence: 'puzzle' }],
  ])('makes no article of %s', async (_what, html, expected) => {
    const archive = await anArchive();
    expect(await take(archive, { html })).toMatchObject(expected);
    expect(await getArticleByUrl(archive.db, one)).toBeNull();
  });

  it('takes what the host sends for addresses that cannot be for no article', async () => {
    const archive = await anArchive();
    const about = { askedAt: '2022-05-01T00:00:00.000Z', isSoft: true, landedOn: `${siteHome}/bai/loi.html` };
    const wrongPage = { ...about, title: null, text: '' };
    const html = aReportPage({ number: 31 });
    expect(await take(archive, { html, finalUrl: about.landedOn, wrongPage })).toMatchObject({ absence: 'wrong-page' });
    expect((await take(archive, { html, wrongPage })).kind).toBe('new');
  });

  it('knows the home page of the night in the place of an article', async () => {
    const archive = await anArchive();
    const own = await taken(archive, { html: aReportPage({ number: 31 }) });
    const text = 'Tin nổi bật của tuần: họp giao ban, tiếp công dân, ra quân trồng cây';
    const html = `<title>Báo Sông Mơ</title><p>${text}</p>`;
    const homePage = { title: null, text: `Báo Sông Mơ ${text}` };
    expect(await take(archive, { html, own, day: 2, homePage })).toEqual({ kind: 'absent', absence: 'home-page' });
    expect(await take(archive, { html, own, day: 3 })).toMatchObject({ kind: 'held_back', reason: 'text-lost' });
    expect(await getArticle(archive.db, own)).toMatchObject({ title: titleOf(31), status: 'held', versions: 1 });
  });

  it('keeps one article under the address that it had first', async () => {
    const archive = await anArchive();
    const own = await taken(archive, { html: aReportPage({ number: 31 }) });
    const moved = await take(archive, { html: aReportPage({ number: 31, more: 'Thêm.' }), finalUrl: two, own, day: 2 });
    expect(moved).toMatchObject({ kind: 'version', article: own });
    expect(await getArticle(archive.db, own)).toMatchObject({ url: one, aliases: [two], versions: 2 });
    expect((await getArticleByUrl(archive.db, two))?.id).toBe(own);
  });

  it('takes another article’s page for that article, unless it had one of its own', async () => {
    const archive = await anArchive();
    const html = aReportPage({ number: 2 });
    const second = await taken(archive, { html, url: two });
    const third = `${siteHome}/bai/ba.html`;
    expect(await take(archive, { html, url: third, finalUrl: two })).toMatchObject({
      kind: 'unchanged',
      article: second,
    });
    expect((await getArticleByUrl(archive.db, third))?.id).toBe(second);
    const own = await taken(archive, { html: aReportPage({ number: 1 }) });
    const lost = await take(archive, { html, finalUrl: two, own, day: 2 });
    expect(lost).toEqual({ kind: 'absent', absence: 'other-article' });
    expect(await getArticle(archive.db, own)).toMatchObject({ status: 'held', versions: 1, aliases: [] });
  });

  it('makes an article with the text of another of its source a second address of that', async () => {
    const archive = await anArchive();
    const html = aReportPage({ number: 31 });
    const first = await taken(archive, { html });
    expect(await take(archive, { html, url: two, day: 2 })).toMatchObject({ kind: 'unchanged', article: first });
    expect(await getArticle(archive.db, first)).toMatchObject({ aliases: [two], versions: 1 });
  });

  it('leaves what another source printed an article of its own', async () => {
    const archive = await anArchive();
    await taken(archive, { html: aReportPage({ number: 31 }) });
    const text = (await getArticleByUrl(archive.db, one))?.text ?? '';
    const other = await keepArticle(archive, {
      url: 'https://khac.example/1',
      source: 'khac',
      title: titleOf(31),
      text,
    });
    expect((await getArticleByUrl(archive.db, one))?.id).not.toBe(other);
    const again = await take(archive, { html: aReportPage({ number: 31 }), url: two, day: 2 });
    expect(again).toMatchObject({ article: (await getArticleByUrl(archive.db, one))?.id });
  });

  it('brings a gone article back when its page does', async () => {
    const archive = await anArchive();
    const html = aReportPage({ number: 31 });
    const own = await taken(archive, { html });
    await archive.db.updateTable('articles').set({ status: 'gone' }).where('id', '=', own).execute();
    expect(await take(archive, { html, own, day: 2 })).toMatchObject({ kind: 'unchanged' });
    expect(await getArticle(archive.db, own)).toMatchObject({ status: 'held' });
  });

  it('keeps all of it or nothing', async () => {
    const archive = await anArchive();
    const bytes = new TextEncoder().encode(aReportPage({ number: 31 }));
    const snapshot = await keepSnapshot(archive, bytes, 'text/html');
    const about = {
      url: one,
      snapshot,
      capturedAt: '2022-05-01T02:00:00.000Z',
      source: 'song-mo',
      given: {},
      http: null,
    };
    const placeOf = () => {
      throw new Error('the program was ended');
    };
    const standInsOf = async () => ({ wrongPage: null, homePage: null });
    const parts = { archive, placeOf, source: aCrawlSource(), wrongPage: null, standInsOf };
    const capture = { ...about, status: 'fetched', mediaType: 'text/html' } as const;
    await expect(takePage({ askedUrl: one, own: null }, capture, bytes, parts)).rejects.toThrow('was ended');
    expect(await getArticleByUrl(archive.db, one)).toBeNull();
    expect(await listCaptures(archive.db, [one])).toEqual([]);
  });
});
