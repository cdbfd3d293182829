import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileChoice, type FileFault, readImportItems } from './import-files.ts';
import type { ImportItem } from './import-item.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohieu-files-'));
const none: FileChoice = { source: null, url: null, published: null };

async function collect(paths: readonly string[], choice = none): Promise<{ items: ImportItem[]; faults: FileFault[] }> {
  const items: ImportItem[] = [];
  const faults: FileFault[] = [];
  for await (const item of readImportItems(paths, choice, (fault) => faults.push(fault))) items.push(item);
  return { items, faults };
}

beforeAll(() => {
  mkdirSync(join(folder, 'sâu', 'hơn'), { recursive: true });
  writeFileSync(join(folder, 'b.txt'), 'hai');
  writeFileSync(join(folder, 'a.html'), '<p>một</p>');
  writeFileSync(join(folder, 'ảnh.png'), 'x');
  writeFileSync(join(folder, 'sâu', 'hơn', 'c.md'), 'ba');
  const lines = [
    '{"url": "https://a.example/1", "source": "khong-co", "text": "Nội dung", "title": "Tựa", "published": "2023-03-21"}',
    '',
    '{"url": "https://a.example/2", "source": "x", "html": "<p>Trang</p>"}',
    'không phải JSON',
    '{"url": "https://a.example/3", "source": "x"}',
    '["một", "hai"]',
  ];
  writeFileSync(join(folder, 'bài.jsonl'), lines.join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readImportItems', () => {
  it('walks folders in the order of names and passes over what it does not know', async () => {
    const { items, faults } = await collect([folder]);
    expect(items.map(({ fileName, label }) => fileName ?? label.replace(`${folder}/`, ''))).toEqual([
      'a.html',
      'b.txt',
      'bài.jsonl, line 1',
      'bài.jsonl, line 3',
      'c.md',
    ]);
    expect(faults.map(({ label }) => label.replace(`${folder}/`, ''))).toEqual([
      'bài.jsonl, line 4',
      'bài.jsonl, line 5',
      'bài.jsonl, line 6',
    ]);
  });

  it('takes what a line gives and leaves the rest to reading', async () => {
    const { items } = await collect([join(folder, 'bài.jsonl')]);
    expect(items).toMatchObject([
      {
        url: 'https://a.example/1',
        source: 'khong-co',
        isBareText: true,
        given: { title: 'Tựa', published: '2023-03-21' },
      },
      { url: 'https://a.example/2', isBareText: false, given: {}, contentType: 'text/html; charset=utf-8' },
    ]);
  });

  it.each([
    ['"published": "hôm qua"', 'published: expected a day such as 2023-03-21', 'got "hôm qua"'],
    ['"published": "2023-02-31"', 'published: expected a day', 'got "2023-02-31"'],
    ['"url": "javascript:alert(1)"', 'url: expected an address such as https://', 'got "javascript:alert(1)"'],
    ['"source": "a\\u0000b"', 'source: expected letters', 'got "a\\u0000b"'],
    ['"url": "bai/1"', 'url: expected an address', 'got "bai/1"'],
  ])('refuses a line with %s', async (wrong, expected, got) => {
    const path = join(folder, 'sai.jsonl');
    writeFileSync(path, `{"url": "https://a.example/1", "source": "x", "text": "Nội dung", ${wrong}}`);
    const { items, faults } = await collect([path]);
    rmSync(path);
    expect(items).toEqual([]);
    expect(faults[0]?.reason).toMatch(expected);
    expect(faults[0]?.reason).toContain(got);
  });

  it.each([
    ['""', {}],
    ['null', {}],
    ['"2023-03-21T08:00"', { published: '2023-03-21T08:00+07:00' }],
  ])('takes a line published on %s', async (published, given) => {
    const path = join(folder, 'ngày.jsonl');
    writeFileSync(path, `{"url": "https://a.example/1", "source": "x", "text": "Nội dung", "published": ${published}}`);
    const { items } = await collect([path]);
    rmSync(path);
    expect(items[0]?.given).toEqual(given);
  });

  it('hands on what was said for the whole call', async () => {
    const { items } = await collect([join(folder, 'b.txt')], {
      source: 'hakhe',
      url: 'https://a.example/b',
      published: '2023-01-02',
    });
    expect(items).toMatchObject([{ source: 'hakhe', url: 'https://a.example/b', given: { published: '2023-01-02' } }]);
  });

  it('names a path that is not there', async () => {
    const { faults } = await collect([join(folder, 'không-có.txt')]);
    expect(faults).toEqual([{ label: join(folder, 'không-có.txt'), reason: 'there is no such file or folder' }]);
  });

  it('names a WARC file that holds no record', async () => {
    const path = join(folder, 'rỗng.warc');
    writeFileSync(path, '');
    const { items, faults } = await collect([path]);
    rmSync(path);
    expect({ items, faults }).toEqual({
      items: [],
      faults: [{ label: path, reason: 'it holds no WARC record, expected one at least' }],
    });
  });
});
