import { describe, expect, it } from 'vitest';
import { aDocument, anArchive } from '../../test/builders.ts';
import type { IsoDate, ReferenceCode } from '../citations/citation.ts';
import type { DocumentId, OfficialDocument } from '../documents/document.ts';
import { putDocuments } from './documents.ts';
import { dateByNumber } from './sequences.ts';

function numbered(number: number, date: string | null, given: Partial<OfficialDocument> = {}): OfficialDocument {
  return aDocument({
    id: `nq-${number}-tu.song-mo.van-hai.2020` as DocumentId,
    code: `${number}-NQ/TU` as ReferenceCode,
    number: String(number).padStart(2, '0'),
    date: date as IsoDate | null,
    conflicts: [],
    ...given,
  });
}

const undated = numbered(21, null);

async function tell(documents: readonly OfficialDocument[], asked = undated) {
  const { db } = await anArchive();
  await putDocuments(db, documents);
  const { bounds, outliers } = await dateByNumber(db, asked);
  return { from: bounds?.notBefore ?? null, to: bounds?.notAfter ?? null, outliers: outliers.map(({ date }) => date) };
}

describe('what the numbers around a document tell of its date', () => {
  it('lies between its neighbours', async () => {
    const series = [numbered(20, '2022-02-01'), undated, numbered(25, '2022-03-01')];
    expect(await tell(series)).toEqual({ from: '2022-02-01', to: '2022-03-01', outliers: [] });
  });

  it.each([
    ['another type', { id: 'kh-20-tu.song-mo.van-hai.2020' }],
    ['another committee', { id: 'nq-20-tu.ben-phong.van-hai.2020' }],
    ['another term', { id: 'nq-20-tu.song-mo.van-hai.2015' }],
    ['an entry of a code', { id: 'ma.nq-20-tu' }],
  ])('is told nothing by %s', async (_note, { id }) => {
    const other = numbered(20, '2022-02-01', { id: id as DocumentId });
    expect(await tell([other, undated])).toEqual({ from: null, to: null, outliers: [] });
  });

  it('is told nothing where the number is none, or nothing settles the document', async () => {
    const letter = numbered(21, null, { id: 'nq-30a-2008-cp' as DocumentId, number: '30a' });
    const entry = numbered(21, null, { id: 'ma.nq-21-tu' as DocumentId, issuer: null });
    expect(await tell([numbered(20, '2022-02-01'), letter], letter)).toMatchObject({ from: null, to: null });
    expect(await tell([numbered(20, '2022-02-01'), entry], entry)).toMatchObject({ from: null, to: null });
  });

  it('calls a printed date a misprint that the series contradicts, and the printed one that fits it not', async () => {
    const values = [
      { value: '2012-02-12', mentions: 3, articles: [] },
      { value: '2022-02-12', mentions: 2, articles: [] },
    ];
    const asked = numbered(21, '2012-02-12', { conflicts: [{ field: 'date', values }] });
    const series = [18, 19, 20].map((number) => numbered(number, `2022-01-${number}`, { citedBy: 2 }));
    expect(await tell([...series, asked, numbered(22, '2022-03-01')], asked)).toMatchObject({
      outliers: ['2012-02-12'],
    });
  });

  it('believes the text that is held', async () => {
    const held = numbered(20, '2022-02-01', {
      state: 'held',
      conflicts: [{ field: 'date', values: [{ value: '2023-02-01', mentions: 9, articles: [] }] }],
    });
    expect(await tell([held, undated])).toMatchObject({ from: '2022-02-01' });
  });
});
