/** Words being typed, how common words are, names, mended spelling, and holding items against the archive's. */
import { expect } from 'vitest';
import type { SearchQuery } from '../core/search/engine.ts';
import { mendSpelling } from '../core/search/spelling.ts';
import type { Check } from './search-cases.ts';
import { aSearchItem, everything, searchItems, shortKey } from './search-items.ts';

/** Note, query while typing goes on, what is found. */
const unfinished: readonly (readonly [string, Partial<SearchQuery>, string])[] = [
  ['the beginning of a word', { text: 'chỉnh tr', kind: 'document' }, 'document:nq-31-tu.song-mo.2020'],
  ['a beginning without accents', { text: 'huyen uy hop voi ubm' }, 'eth'],
  ['a whole word before longer ones', { text: 'lái đò' }, 'khong-ngay rai-rac'],
  ['a blank after it ends the word', { text: 'lái đ ' }, ''],
  ['a beginning after a phrase', { text: '"giải phóng" mặ', sort: 'newest' }, 'doi-thoai tieu-de'],
  ['a beginning and an exclusion', { text: '-ubmttq Kim Lũ' }, ''],
  ['a beginning that nobody wrote', { text: 'lái xyz' }, ''],
  ['one letter', { text: 'v', from: '2016-01-01', to: '2016-12-31' }, 'dau-ngoac'],
];

const people: readonly (readonly [string, string, readonly string[]])[] = [
  ['a beginning', 'đoàn th', ['Đoàn Thị Mẫu']],
  ['no accents', 'doan', ['Đoàn Thị Mẫu']],
  ['words in another order', 'thử lê', ['Lê Văn Thử', 'Văn Lê Thử']],
  ['a name that nobody bears', 'xyzzy', []],
  ['nothing', ' ', []],
  ['a hostile name', '" OR *', []],
];

export function looksContract(check: Check, checkFresh: Check): void {
  for (const [note, query, found] of unfinished) {
    check(`while typing, finds ${note}`, async (one) => {
      const { hits } = await one.find({ ...everything, ...query, isUnfinished: true });
      expect(hits.map(shortKey).join(' ')).toBe(found);
    });
  }

  for (const [note, typed, names] of people) {
    check(`finds people for ${note}`, async (one) => {
      expect((await one.findPeople(typed, 5)).map(({ value }) => value)).toEqual(names);
    });
  }

  check('counts in how many items a person is named, the most often named first', async (one) => {
    expect(await one.findPeople('th', 2)).toEqual([
      { value: 'Đoàn Thị Mẫu', count: 2 },
      { value: 'Lê Văn Thử', count: 1 },
    ]);
  });

  check('marks what was begun to its end', async (one) => {
    const { hits } = await one.find({ ...everything, text: 'giải phóng mặt bằ', isUnfinished: true });
    const [hit] = hits.filter(({ id }) => id === 'tieu-de');
    expect(hit?.highlights.title.map(({ start, end }) => hit.title.slice(start, end))).toEqual(['Giải phóng mặt bằng']);
  });

  check('counts the items that have a word', async (one) => {
    const counts = await one.countWords(['gpmb', 'xyzzy', 'thep', '337']);
    expect([...counts]).toEqual([
      ['gpmb', 1],
      ['xyzzy', 0],
      ['thep', 1],
      ['337', 1],
    ]);
  });

  check('counts no words', async (one) => {
    expect((await one.countWords([])).size).toBe(0);
  });

  const slips: readonly (readonly [string, string | null])[] = [
    ['cong vao', null],
    ['thuong truong', null],
    ['nong thon mowi', 'nong thon moi'],
    ['nông thôn mớii', 'nông thôn mới'],
    ['131-NQ/TX', null],
    ['', null],
  ];
  for (const [typed, meant] of slips) {
    checkFresh(`offers ${meant ?? 'nothing'} for ${JSON.stringify(typed)}`, async (one) => {
      const common = ['Nông thôn mới nâng cao', 'Xây dựng nông thôn mới', 'Nông thôn mới kiểu mẫu'];
      await one.put(common.map((title, at) => aSearchItem({ id: `${at}`, title })));
      expect(await mendSpelling(one, { ...everything, text: typed })).toBe(meant);
    });
  }

  check('finds nothing to mend in itself', async (one) => {
    expect(await one.compare(searchItems)).toEqual({ missing: [], stale: [] });
    expect(await one.compare([])).toEqual({ missing: [], stale: [] });
  });

  checkFresh('tells what is not held, and what is held with another text or day', async (one) => {
    const [first, second, third] = ['a', 'b', 'c'].map((id) => aSearchItem({ id, title: id, people: ['An Văn Cựu'] }));
    if (first === undefined || second === undefined || third === undefined) throw new Error('three items are made');
    await one.put([first, second]);
    expect(await one.compare([first, { ...second, body: 'khác' }, third])).toEqual({
      missing: [{ kind: 'article', id: 'c' }],
      stale: [{ kind: 'article', id: 'b' }],
    });
    expect(
      await one.compare([
        { ...first, date: null },
        { ...second, people: [] },
      ]),
    ).toMatchObject({
      stale: [{ id: 'a' }, { id: 'b' }],
    });
  });
}
