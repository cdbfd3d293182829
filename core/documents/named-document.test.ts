import { describe, expect, it } from 'vitest';
import { extractCitations } from '../citations/extract.ts';
import { mintDocumentId } from './identity.ts';
import { findNamed } from './named-document.ts';

const find = (text: string, day: string | null): readonly string[] | null => {
  const [citation] = extractCitations(text);
  const named = citation === undefined ? null : findNamed(citation, day);
  return named === null ? null : named.identities.map(mintDocumentId);
};

describe('findNamed', () => {
  const rows: readonly (readonly [text: string, day: string | null, documents: readonly string[] | null])[] = [
    ['Nghị quyết Trung ương 4 khóa XII', null, ['nq-4-tw.2016']],
    ['Nghị quyết Trung ương 4 khóa XI', '2020-05-05', ['nq-12-tw.2011']],
    ['NQTW4 (khóa XII)', '2018-05-05', ['nq-4-tw.2016']],
    ['Nghị quyết Hội nghị lần thứ 8 Ban Chấp hành Trung ương khóa XII', '2019-01-05', ['nq-36-tw.2016']],
    ['Kết luận Trung ương 4 khóa XIII', '2022-05-05', ['kl-21-tw.2021']],
    ['Nghị quyết Trung ương 7 khóa XII', '2018-09-05', ['nq-26-tw.2016', 'nq-27-tw.2016', 'nq-28-tw.2016']],
    ['Nghị quyết Trung ương 4', '2017-01-05', ['nq-4-tw.2016']],
    ['Nghị quyết Trung ương 4', '2016-10-29', ['nq-12-tw.2011']],
    ['Nghị quyết Trung ương 4', null, null],
    ['Nghị quyết Trung ương 4 khóa XIII', '2022-05-05', null],
    ['Nghị quyết Trung ương 15 khóa XII', '2022-05-05', null],
    ['Đề án 06', '2022-01-06', ['qd-6-ttg.2022']],
    ['ĐỀ ÁN 06', '2024-01-06', ['qd-6-ttg.2022']],
    ['Đề án 06', '2022-01-05', null],
    ['Đề án số 06', '2023-01-05', null],
    ['Đề án 06 của UBND tỉnh', '2023-01-05', null],
    ['Đề án 60', '2023-01-05', null],
    ['Chương trình 1719', '2023-01-05', ['qd-1719-ttg.2021']],
    ['Chương trình 135', '2023-01-05', null],
    ['Nghị quyết số 04-NQ/TW khóa XII', '2018-01-05', null],
  ];
  it.each(rows)('%s on %s', (text, day, documents) => {
    expect(find(text, day)).toEqual(documents);
  });
});
