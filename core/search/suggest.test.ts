import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepArticle, sampleClock } from '../../test/builders.ts';
import type { Archive } from '../archive/archive.ts';
import { openArchive } from '../archive/archive.ts';
import { deriveArticle, settleChanges } from '../archive/derive.ts';
import { keepUp } from './keep-up.ts';
import { openSqliteFts } from './sqlite-fts.ts';
import { suggest } from './suggest.ts';

const home = mkdtempSync(join(tmpdir(), 'sohieu-suggest-'));
const engine = openSqliteFts({ path: ':memory:' });
let archive: Archive;

const cited = [
  '21-NQ/TU ngày 12/01/2022 của Thành ủy Sông Mơ về chỉnh trang đô thị',
  '210-NQ/TU ngày 15/01/2022 của Thành ủy Sông Mơ về chợ truyền thống',
  '21-CT/TU ngày 16/02/2022 của Thành ủy Sông Mơ về tiết kiệm điện',
];

beforeAll(async () => {
  archive = await openArchive({ home, clock: sampleClock });
  for (const [nth, words] of cited.entries()) {
    const type = words.includes('CT') ? 'Chỉ thị' : 'Nghị quyết';
    const text = `Sáng 05/4/2022, đồng chí Lê Văn Thử, Bí thư Thành ủy Sông Mơ, chủ trì hội nghị giao ban.\n\nHội nghị quán triệt ${type} số ${words}.`;
    const id = await keepArticle(archive, { url: `https://tin.example.vn/bai-viet/${nth}`, text });
    await deriveArticle(archive.db, id, () => ({ province: 'Lam Giang', district: 'Sông Mơ' }));
  }
  await settleChanges(archive.db);
  await keepUp({ db: archive.db, engine, random: () => 0 });
});
afterAll(async () => {
  await engine.close();
  await archive.close();
  rmSync(home, { recursive: true, force: true });
});

describe('while typing', () => {
  const rows: readonly [string, readonly string[]][] = [
    ['21-nq', ['21-NQ/TU']],
    ['21nqt', ['21-NQ/TU']],
    ['021 – NQ /', ['21-NQ/TU']],
    ['210', ['210-NQ/TU']],
    ['nq 21', ['21-NQ/TU']],
    ['22-nq', []],
    ['chợ truy', ['210-NQ/TU']],
    ['tiet kiem di', ['21-CT/TU']],
    ['lê văn t', ['Lê Văn Thử']],
    ['x', []],
    ['" OR (', []],
    ['', []],
    ['%', []],
  ];
  it.each(rows)('%s → %j', async (typed, offered) => {
    const found = await suggest(archive.db, engine, typed, 8);
    expect(found.map((one) => (one.kind === 'person' ? one.name : one.document.code))).toEqual(offered);
  });

  it('takes a number for the whole number, in every type', async () => {
    const found = await suggest(archive.db, engine, '21', 8);
    expect(found.map((one) => (one.kind === 'document' ? one.document.code : null)).sort()).toEqual([
      '21-CT/TU',
      '21-NQ/TU',
    ]);
  });

  it('offers at most as many as asked for', async () => {
    expect(await suggest(archive.db, engine, '21', 1)).toHaveLength(1);
  });
});
