import { describe, expect, it } from 'vitest';
import { aDocument, anArchive } from '../../test/builders.ts';
import type { ReferenceCode } from '../citations/citation.ts';
import type { DocumentId, OfficialDocument } from '../documents/document.ts';
import { countDocumentTypes, listDocuments } from './document-lists.ts';
import { putDocuments } from './documents.ts';

function a(id: string, citedBy: number, given: Partial<OfficialDocument> = {}): OfficialDocument {
  return aDocument({ id: id as DocumentId, code: id.toUpperCase() as ReferenceCode, citedBy, ...given });
}

const documents = [
  a('nq-1', 5),
  a('nq-2', 9, { state: 'held' }),
  a('ct-3', 7, { type: 'CT', level: 'central' }),
  a('kh-4', 7, { type: 'KH' }),
  a('ma.nq-5', 99, { issuer: null }),
];

async function listed(filter: Parameters<typeof listDocuments>[1], page = 1, perPage = 10) {
  const { db } = await anArchive();
  await putDocuments(db, documents);
  const { items, total } = await listDocuments(db, filter, page, perPage);
  return { ids: items.map(({ id }) => id), total };
}

describe('listDocuments', () => {
  it('lists settled documents only, most cited first', async () => {
    expect(await listed({})).toEqual({ ids: ['nq-2', 'kh-4', 'ct-3', 'nq-1'], total: 4 });
  });

  it.each([
    [{ state: 'cited_only' }, ['kh-4', 'ct-3', 'nq-1']],
    [{ state: 'held' }, ['nq-2']],
    [{ type: 'CT' }, ['ct-3']],
    [{ level: 'central' }, ['ct-3']],
    [{ state: 'held', type: 'CT' }, []],
  ] as const)('keeps to %o', async (filter, ids) => {
    expect(await listed(filter)).toEqual({ ids, total: ids.length });
  });

  it('reaches the last page', async () => {
    expect(await listed({}, 2, 3)).toEqual({ ids: ['nq-1'], total: 4 });
    expect(await listed({}, 3, 3)).toEqual({ ids: [], total: 4 });
  });
});

describe('countDocumentTypes', () => {
  it('counts types as filtered, but not by the type that is chosen', async () => {
    const { db } = await anArchive();
    await putDocuments(db, documents);
    expect(await countDocumentTypes(db, { state: 'cited_only', type: 'CT' })).toEqual([
      { type: 'CT', count: 1 },
      { type: 'KH', count: 1 },
      { type: 'NQ', count: 1 },
    ]);
  });
});
