import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSearchItem, everything, searchItems } from '../../test/search-items.ts';
import { mendSpelling, slipsOf } from './spelling.ts';
import { openSqliteFts } from './sqlite-fts.ts';

const engine = openSqliteFts({ path: ':memory:' });
const common = ['Hội nghị triển khai nghị quyết', 'Đối thoại với thanh niên', 'Thành ủy họp bàn giải phóng mặt bằng'];

beforeAll(async () => {
  const repeated = common.flatMap((title, at) =>
    Array.from({ length: 4 }, (_, number) => aSearchItem({ id: `chung-${at}-${number}`, title })),
  );
  await engine.put([...searchItems, ...repeated]);
});
afterAll(() => engine.close());

describe('slipsOf', () => {
  it.each([
    ['nghj', 'nghi'],
    ['bnag', 'bang'],
    ['thoa', 'thoai'],
    ['thoaai', 'thoai'],
    ['hnghi', 'nghi'],
  ])('%s may be %s', (slip, meant) => {
    expect(slipsOf(slip)).toContain(meant);
  });

  it('is never the word itself, nor two slips away', () => {
    expect(slipsOf('thanh')).not.toContain('thanh');
    expect(slipsOf('thahn')).not.toContain('thoan');
  });
});

describe('mendSpelling', () => {
  const rows: readonly [string, string | null][] = [
    ['nghj quyet', 'nghi quyet'],
    ['nghị quyeet', 'nghị quyết'],
    ['đối thoaj', 'đối thoại'],
    ['giai phong mat bnag', 'giai phong mat bang'],
    ['"nghi quyett"', '"nghi quyet"'],
    ['nghi quyet', null],
    ['33-NQ/TU', null],
    ['nghi -quyett', null],
    ['xq', null],
    ['xyzzyq wvutsr', null],
    ['', null],
    ['nghj quyett thahn uyy', null],
  ];
  it.each(rows)('%s → %s', async (text, mended) => {
    expect(await mendSpelling(engine, { ...everything, text })).toBe(mended);
  });

  it('offers nothing that the filters leave empty', async () => {
    expect(await mendSpelling(engine, { ...everything, text: 'nghj quyet', from: '2031-01-01' })).toBeNull();
  });
});
