import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedNumbers } from '../../test/search-documents.ts';
import { type Archive, openArchive } from '../archive/archive.ts';
import { decide } from '../archive/decide.ts';
import { putDocuments } from '../archive/documents.ts';
import { referenceCode } from '../citations/code-print.ts';
import type { DocumentId, OfficialDocument } from '../documents/document.ts';
import { findByCode } from './find-code.ts';

let archive: Archive;
const home = mkdtempSync(join(tmpdir(), 'sohieu-named-'));

beforeAll(async () => {
  archive = await openArchive({ home, clock: () => new Date('2026-01-05T02:00:00.000Z') });
  const scheme = like('qd-6-ttg.2022', 'QĐ', '06', '06/QĐ-TTg', 'Thủ tướng Chính phủ');
  const own = like('da-6-tu.nam-trung.2020', 'ĐA', '06', '06-ĐA/TU', 'Tỉnh ủy Nam Trung');
  const plenums = [
    like('nq-4-tw.2016', 'NQ', '04', '04-NQ/TW', 'Trung ương Đảng'),
    like('nq-12-tw.2011', 'NQ', '12', '12-NQ/TW', 'Trung ương Đảng'),
    like('kl-21-tw.2021', 'KL', '21', '21-KL/TW', 'Trung ương Đảng'),
    like('nq-42-tw.2021', 'NQ', '42', '42-NQ/TW', 'Trung ương Đảng'),
    like('nq-43-tw.2021', 'NQ', '43', '43-NQ/TW', 'Trung ương Đảng'),
  ];
  await putDocuments(archive.db, [scheme, own, ...plenums]);
});
afterAll(async () => {
  await archive.close();
  rmSync(home, { recursive: true, force: true });
});

describe('a document typed by its name', () => {
  it.each([
    ['Nghị quyết Trung ương 4 khóa XII', 'one', ['nq-4-tw.2016']],
    ['nghi quyet trung uong 4 khoa xii', 'one', ['nq-4-tw.2016']],
    ['nqtw4 khóa 12', 'one', ['nq-4-tw.2016']],
    ['nghị quyết hội nghị trung ương 4 khóa XI của Đảng', 'one', ['nq-12-tw.2011']],
    ['Kết luận Trung ương 4 khóa XIII', 'one', ['kl-21-tw.2021']],
    ['nghị quyết trung ương 4', 'several', ['nq-12-tw.2011', 'nq-4-tw.2016']],
    ['NQTW4', 'several', ['nq-12-tw.2011', 'nq-4-tw.2016']],
    ['nghị quyết trung ương 4 khóa xiii', 'several', ['kl-21-tw.2021']],
    ['nghị quyết trung ương 8 khóa XIII', 'several', ['nq-42-tw.2021', 'nq-43-tw.2021']],
    ['de an 06', 'several', ['da-6-tu.nam-trung.2020', 'qd-6-ttg.2022']],
    ['nghị quyết trung ương 5 khóa xii', 'none', []],
    ['chương trình 135', 'none', []],
    ['nghị quyết trung ương 4 khóa xii về phòng cháy', 'none', []],
    ['nghị quyết trung ương', 'none', []],
    [' da-6-tu.nam-trung.2020 ', 'one', ['da-6-tu.nam-trung.2020']],
    ['kl-21-tw', 'one', ['kl-21-tw.2021']],
  ])('%s: %s', async (typed, answer, ids) => {
    const found = await findByCode(archive.db, typed);
    expect([found.answer, found.documents.map(({ document }) => document.id)]).toEqual([answer, ids]);
  });

  it('whose id leads to another since they were merged', async () => {
    const author = { madeBy: 'Người rà soát', madeAt: new Date('2026-01-05T02:00:00.000Z'), reason: 'một văn bản' };
    await decide(archive.db, { kind: 'merge', document: 'nq-43-tw.2021', into: 'nq-42-tw.2021' }, author);
    const found = await findByCode(archive.db, 'nq-43-tw.2021');
    expect(found.documents.map(({ document }) => document.id)).toEqual(['nq-42-tw.2021']);
  });
});

function like(id: string, type: string, number: string, code: string, issuer: string): OfficialDocument {
  const [any] = sharedNumbers();
  if (any === undefined) throw new Error('Cannot make a document: expected one to begin with, got none.');
  return { ...any, id: id as DocumentId, type, number, code: referenceCode(code), issuer, place: null, term: null };
}
