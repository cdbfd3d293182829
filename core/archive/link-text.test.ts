import { describe, expect, it } from 'vitest';
import { anArchive, keepArticle } from '../../test/builders.ts';
import { extractCitations } from '../citations/extract.ts';
import type { ArticleFacts } from '../documents/context.ts';
import type { Archive } from './archive.ts';
import { deriveArticle, settleChanges } from './derive.ts';
import { linkText } from './link-text.ts';

const place = { province: 'Vân Hải', district: 'Sông Mơ' };

async function anArchiveOf(texts: readonly string[], log?: () => void): Promise<Archive> {
  const archive = await anArchive(log === undefined ? {} : { log });
  for (const [index, text] of texts.entries()) {
    const url = `https://tin.example.vn/${index}`;
    const id = await keepArticle(archive, { url, text, published: '2022-03-02', title: null });
    await deriveArticle(archive.db, id, () => place);
  }
  await settleChanges(archive.db);
  return archive;
}

async function link({ db }: Archive, text: string, given: Partial<ArticleFacts> = {}) {
  const facts: ArticleFacts = { text, place, date: '2022-06-01', host: null, ...given };
  const targets = await linkText(db, extractCitations(text), facts);
  return targets.map(({ status, document, candidates }) => ({ status, document, candidates: candidates.length }));
}

const held = [
  'Nghị quyết số 31-NQ/TU ngày 14/02/2022 của Thành ủy Sông Mơ được công bố.',
  'Quyết định số 45/QĐ-UBND ngày 01/3/2022 của UBND tỉnh được ban hành.',
];

describe('linkText', () => {
  it.each([
    [
      'what it settles itself',
      'Nghị quyết số 31-NQ/TU ngày 14/02/2022 của Thành ủy.',
      [['resolved', 'nq-31-tu.song-mo.van-hai.2020', 0]],
    ],
    [
      'what the archive alone tells',
      'Theo Quyết định số 45/QĐ-UBND của UBND tỉnh.',
      [['resolved', 'qd-45-ubnd.van-hai.2022', 0]],
    ],
    ['what is open', 'Theo 31-NQ/TU.', [['ambiguous', null, 2]]],
    [
      'what the archive does not know',
      'Theo Nghị quyết số 32-NQ/TU ngày 14/02/2022 của Thành ủy.',
      [['unknown', null, 0]],
    ],
    [
      'a back-reference to what the archive alone tells',
      'Theo Quyết định số 45/QĐ-UBND của UBND tỉnh. Quyết định này dài.',
      [
        ['resolved', 'qd-45-ubnd.van-hai.2022', 0],
        ['resolved', 'qd-45-ubnd.van-hai.2022', 0],
      ],
    ],
    ['what has no code', 'Theo Nghị quyết Trung ương 4.', [['unknown', null, 0]]],
    ['no citation', 'Hội nghị họp.', []],
  ])('links %s', async (_note, text, targets) => {
    const archive = await anArchiveOf(held);
    expect(
      (await link(archive, text)).map(({ status, document, candidates }) => [status, document, candidates]),
    ).toEqual(targets);
  });

  it('knows nothing in an empty archive', async () => {
    expect(await link(await anArchive(), held.join(' '))).toMatchObject([{ status: 'unknown' }, { status: 'unknown' }]);
  });

  it('stores nothing', async () => {
    const archive = await anArchiveOf(held);
    const count = async () => (await archive.db.selectFrom('changes').selectAll().execute()).length;
    const before = await count();
    await link(archive, held.join(' '));
    expect(await count()).toBe(before);
  });

  it('asks for each number once, however often it is cited', async () => {
    let queries = 0;
    const archive = await anArchiveOf(held, () => {
      queries += 1;
    });
    const counts: number[] = [];
    for (const times of [1, 40]) {
      queries = 0;
      await link(archive, 'Theo Quyết định số 45/QĐ-UBND của UBND tỉnh. '.repeat(times));
      counts.push(queries);
    }
    expect(counts[1]).toBe(counts[0]);
  });
});
