import { describe, expect, it } from 'vitest';
import type { Archive } from '../core/archive/archive.ts';
import { listVersions } from '../core/archive/article-versions.ts';
import { getArticleByUrl, listArticles } from '../core/archive/articles.ts';
import { listCaptures } from '../core/archive/captures.ts';
import { verifyArchive } from '../core/archive/verify.ts';
import { anArchive, collect } from '../test/builders.ts';
import { type ImportReport, importItems } from './import.ts';
import type { ImportItem } from './import-item.ts';

const addressOf = (number: number): string => `https://tin.example.vn/${number}`;

function anItem(number: number, text: string, given: Partial<ImportItem> = {}): ImportItem {
  return {
    label: `bài ${number}`,
    bytes: new TextEncoder().encode(text),
    url: addressOf(number),
    source: null,
    contentType: null,
    fileName: null,
    given: { title: `Tin số ${number}`, published: '2023-03-14' },
    isBareText: true,
    ...given,
  };
}

async function take(archive: Archive, items: AsyncIterable<ImportItem>): Promise<ImportReport> {
  return importItems(items, {
    archive,
    placeOf: () => null,
    selectorsOf: () => undefined,
    onEvent: () => {},
    areSamples: false,
    keepSamples: false,
  });
}

async function* streamOf(items: readonly ImportItem[], fault: Error | null = null): AsyncGenerator<ImportItem> {
  yield* items;
  if (fault !== null) throw fault;
}

const many = Array.from({ length: 9 }, (_, at) => anItem(at, `Hội nghị thứ ${at} nghe Chỉ thị số ${10 + at}-CT/TW.`));

it('a word of another archive that is no date counts for nothing, and a warning tells of it', async () => {
  const archive = await anArchive();
  const given = { title: 'Giao ban', published: 'hôm qua' };
  expect(await take(archive, streamOf([anItem(1, 'Hội nghị nghe Chỉ thị số 11-CT/TW.', { given })]))).toMatchObject({
    new: 1,
  });
  expect(await getArticleByUrl(archive.db, addressOf(1))).toMatchObject({
    published: null,
    warnings: [{ code: 'date-unreadable', detail: 'hôm qua' }],
  });
});

it('a text is kept whole behind a sign at which a database might end it', async () => {
  const archive = await anArchive();
  const text = 'Trang một.\0\0 Hội nghị nghe Chỉ thị số 11-CT/TW.';
  const given = { title: 'Giao\0 ban' };
  await take(archive, streamOf([anItem(1, text, { given }), anItem(1, text, { given })]));
  const article = await getArticleByUrl(archive.db, addressOf(1));
  expect(article).toMatchObject({ title: 'Giao\ufffd ban', text: text.replaceAll('\0', '\ufffd'), versions: 1 });
  const faults = await collect(verifyArchive(archive, () => {}));
  expect(faults.filter(({ kind }) => kind === 'fault')).toEqual([]);
});

describe('items that are read ahead', () => {
  it('are captured in their order, no two at one instant', async () => {
    const archive = await anArchive();
    expect(await take(archive, streamOf(many))).toMatchObject({ new: many.length, failed: [] });
    const captures = await listCaptures(
      archive.db,
      many.map((_, at) => addressOf(at)),
    );
    const instants = captures.toSorted((a, b) => (a.url < b.url ? -1 : 1)).map(({ capturedAt }) => capturedAt);
    expect(instants).toEqual([...new Set(instants)].sort());
    expect(instants).toHaveLength(many.length);
  });

  it('make versions of one article in their order, however close they stand', async () => {
    const archive = await anArchive();
    const texts = [
      'Bản đầu, nhắc Chỉ thị số 11-CT/TW.',
      'Bản sửa, nhắc Chỉ thị số 12-CT/TW.',
      'Bản cuối, không nhắc gì.',
    ];
    const report = await take(archive, streamOf([...texts.map((text) => anItem(1, text)), anItem(2, 'Bài khác.')]));
    expect(report).toMatchObject({ new: 2, versions: 2 });
    const article = await getArticleByUrl(archive.db, addressOf(1));
    expect(article?.text).toBe(texts[2]);
    const versions = article === null ? [] : await listVersions(archive.db, article.id);
    expect(versions.map(({ text }) => text).toSorted()).toEqual(texts.toSorted());
  });

  it('that cannot be read fail at their turn, and the rest goes on', async () => {
    const archive = await anArchive();
    const broken = anItem(4, '%PDF-1.7 hỏng', { isBareText: false, contentType: 'application/pdf' });
    const items = many.map((item, at) => (at === 4 ? broken : item));
    const report = await take(archive, streamOf(items));
    expect(report).toMatchObject({ new: many.length - 1, failed: [{ label: 'bài 4' }] });
  });

  it('are taken in where their list breaks off behind them', async () => {
    const archive = await anArchive();
    const broken = take(archive, streamOf(many.slice(0, 2), new Error('dòng 3 hỏng')));
    await expect(broken).rejects.toThrow('dòng 3 hỏng');
    expect(await collect(listArticles(archive.db))).toHaveLength(2);
  });

  it('without an address are one article where their bytes are the same', async () => {
    const archive = await anArchive();
    const twice = [
      anItem(1, 'Một bài không địa chỉ.', { url: null }),
      anItem(1, 'Một bài không địa chỉ.', { url: null }),
    ];
    expect(await take(archive, streamOf(twice))).toMatchObject({ new: 1, unchanged: 1 });
  });
});
