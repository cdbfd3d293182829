import { describe, expect, it } from 'vitest';
import { type QueryToken, readTokens } from './query-tokens.ts';

/** A token as kind, what it stands for (`!` where a word of the language says so), and the typed letters. */
const rows: readonly [typed: string, tokens: readonly string[]][] = [
  ['nq 21 tu', ['type=NQ ‹nq›', 'number=21 ‹21›', 'issuer=TU ‹tu›']],
  ['nq21tu', ['type=NQ ‹nq›', 'number=21 ‹21›', 'issuer=TU ‹tu›']],
  ['nqtu 21', ['type=NQ ‹nq›', 'issuer=TU ‹tu›', 'number=21 ‹21›']],
  ['21nqtu', ['number=21 ‹21›', 'type=NQ ‹nq›', 'issuer=TU ‹tu›']],
  ['3372021nqhdnd', ['number=337 ‹337›', 'year=2021 ‹2021›', 'type=NQ ‹nq›', 'issuer=HĐND ‹hdnd›']],
  ['qh15', ['issuer=QH15 ‹qh15›']],
  ['30a', ['number=30a ‹30a›']],
  ['2l', ['word ‹2l›']],
  ['ql18', ['aside ‹ql18›']],
  ['66.7', ['number=66.7 ‹66.7›']],
  ['1.234', ['aside ‹1.234›']],
  ['1234.567', ['number=1234 ‹1234›', 'number=567 ‹567›']],
  ['nghị quyết số 21', ['type=NQ! ‹nghị quyết›', 'link ‹số›', 'number=21 ‹21›']],
  ['nghị quyết về nhà ở', ['type=NQ! ‹nghị quyết›', 'opener ‹về›', 'word ‹nhà›', 'word ‹ở›']],
  ['v/v nhà ở', ['opener ‹v/v›', 'word ‹nhà›', 'word ‹ở›']],
  ['vv nhà ở', ['opener ‹vv›', 'word ‹nhà›', 'word ‹ở›']],
  ['v v nhà', ['opener ‹v v›', 'word ‹nhà›']],
  ['v nhà', ['word ‹v›', 'word ‹nhà›']],
  ['năm 2021', ['year=2021 ‹năm 2021›']],
  ['nam 21', ['word ‹nam›', 'number=21 ‹21›']],
  ['số hiệu 21', ['link ‹số hiệu›', 'number=21 ‹21›']],
  ['ký hiệu 21', ['link ‹ký hiệu›', 'number=21 ‹21›']],
  ['số ký hiệu 21', ['link ‹số ký hiệu›', 'number=21 ‹21›']],
  ['số kỳ 21', ['word ‹số›', 'aside ‹kỳ 21›']],
  ['văn bản 21', ['link ‹văn bản›', 'number=21 ‹21›']],
  ['văn bản hợp nhất 21', ['type=VBHN! ‹văn bản hợp nhất›', 'number=21 ‹21›']],
  ['vb 21', ['link ‹vb›', 'number=21 ‹21›']],
  ['chuyển đổi số 21', ['word ‹chuyển›', 'word ‹đổi›', 'word ‹số›', 'number=21 ‹21›']],
  ['kinh tế số', ['word ‹kinh›', 'word ‹tế›', 'word ‹số›']],
  ['dân số 21', ['word ‹dân›', 'word ‹số›', 'number=21 ‹21›']],
  ['số 21', ['link ‹số›', 'number=21 ‹21›']],
  ['số số 21', ['link ‹số›', 'link ‹số›', 'number=21 ‹21›']],
  ['số nhà', ['word ‹số›', 'word ‹nhà›']],
  ['số', ['word ‹số›']],
  ['kỷ luật 21', ['word ‹kỷ›', 'word ‹luật›', 'number=21 ‹21›']],
  ['pháp luật 21', ['word ‹pháp›', 'word ‹luật›', 'number=21 ‹21›']],
  ['luật 21', ['type=L ‹luật›', 'number=21 ‹21›']],
  ['bộ luật 21', ['type=L! ‹bộ luật›', 'number=21 ‹21›']],
  ['của tỉnh ủy', ['link ‹của›', 'issuer=TU (Tỉnh ủy) ‹tỉnh ủy›']],
  ['của tu', ['link ‹của›', 'issuer=TU ‹tu›']],
  ['của nhà', ['word ‹của›', 'word ‹nhà›']],
  ['do tw', ['link ‹do›', 'issuer=TW ‹tw›']],
  ['nq 21 btv tu', ['type=NQ ‹nq›', 'number=21 ‹21›', 'link ‹btv›', 'issuer=TU ‹tu›']],
  ['btv tu', ['link ‹btv›', 'issuer=TU ‹tu›']],
  ['btv nhà', ['issuer=BTV ‹btv›', 'word ‹nhà›']],
  ['bch hu', ['link ‹bch›', 'issuer=HU ‹hu›']],
  ['tư', ['word ‹tư›']],
  ['tư nhân', ['word ‹tư›', 'word ‹nhân›']],
  ['tự do', ['word ‹tự›', 'word ‹do›']],
  ['tu', ['word ‹tu›']],
  ['nq tu', ['type=NQ ‹nq›', 'issuer=TU ‹tu›']],
  ['nq tư', ['type=NQ ‹nq›', 'issuer=TW ‹tư›']],
  ['nq tư pháp', ['type=NQ ‹nq›', 'word ‹tư›', 'word ‹pháp›']],
  ['du', ['word ‹du›']],
  ['du lịch', ['word ‹du›', 'word ‹lịch›']],
  ['nq du lịch', ['type=NQ ‹nq›', 'word ‹du›', 'word ‹lịch›']],
  ['thu', ['word ‹thu›']],
  ['thứ', ['word ‹thứ›']],
  ['dữ liệu', ['word ‹dữ›', 'word ‹liệu›']],
  ['bbt', ['issuer=TW (Ban Bí thư) ‹bbt›']],
  ['BBT', ['issuer=TW (Ban Bí thư) ‹BBT›']],
  ['L', ['type=L ‹L›']],
  ['l', ['word ‹l›']],
  ['luật đất đai 2024', ['type=L ‹luật›', 'word ‹đất›', 'word ‹đai›', 'year=2024 ‹2024›']],
  ['L 31', ['type=L ‹L›', 'number=31 ‹31›']],
  ['2021', ['year=2021 ‹2021›']],
  ['1899', ['number=1899 ‹1899›']],
  ['2100', ['number=2100 ‹2100›']],
  ['12345', ['number=12345 ‹12345›']],
  ['1234567', ['word ‹1234567›']],
  ['12a', ['number=12a ‹12a›']],
  ['12f', ['word ‹12f›']],
  ['UBND&HĐND', ['word ‹UBND&HĐND›']],
  ['h&đ', ['type=HD ‹h&đ›']],
  ['12/2021', ['number=12 ‹12›', 'year=2021 ‹2021›']],
  ['3 4', ['number=3 ‹3›', 'number=4 ‹4›']],
  ['tb812', ['type=TB ‹tb›', 'number=812 ‹812›']],
  ['05-CT/TƯ', ['number=05 ‹05›', 'type=CT ‹CT›', 'issuer=TW ‹TƯ›']],
  ['ctrhđ 12', ['type=CTrHĐ ‹ctrhđ›', 'number=12 ‹12›']],
  ['chương trình hành động 12', ['type=CTrHĐ! ‹chương trình hành động›', 'number=12 ‹12›']],
  ['kế hoạch', ['type=KH! ‹kế hoạch›']],
  ['kh 5 ubnd tỉnh', ['type=KH ‹kh›', 'number=5 ‹5›', 'issuer=UBND (UBND tỉnh) ‹ubnd tỉnh›']],
  [
    'quyết định 749 chuyển đổi số',
    ['type=QĐ! ‹quyết định›', 'number=749 ‹749›', 'word ‹chuyển›', 'word ‹đổi›', 'word ‹số›'],
  ],
  ['PA 05', ['type=PA ‹PA›', 'number=05 ‹05›']],
  ['đa 06', ['type=ĐA ‹đa›', 'number=06 ‹06›']],
  ['đề án 06', ['type=ĐA! ‹đề án›', 'number=06 ‹06›']],
  ['thông báo kết luận 12', ['type=TB! ‹thông báo kết luận›', 'number=12 ‹12›']],
  ['TW', ['issuer=TW ‹TW›']],
  ['trung ương', ['issuer=TW (Trung ương) ‹trung ương›']],
];

function told(typed: string, token: QueryToken): string {
  const symbol = 'symbol' in token && token.symbol !== null ? `=${token.symbol}` : '';
  const digits = 'digits' in token ? `=${token.digits}` : '';
  const isWord = 'isWord' in token && token.isWord ? '!' : '';
  const name = 'name' in token && token.name !== null ? ` (${token.name})` : '';
  return `${token.kind}${symbol}${digits}${isWord}${name} ‹${typed.slice(token.start, token.end)}›`;
}

describe('readTokens', () => {
  it.each(rows)('%j', (typed, tokens) => {
    expect(readTokens(typed, null).map((token) => told(typed, token))).toEqual(tokens);
  });

  it('leaves a whole code where it was found', () => {
    const typed = 'nghị quyết 21-NQ/TU về du lịch';
    const tokens = readTokens(typed, { start: 11, end: 19 });
    expect(tokens.map(({ kind, start, end }) => [kind, typed.slice(start, end)])).toEqual([
      ['type', 'nghị quyết'],
      ['code', '21-NQ/TU'],
      ['opener', 'về'],
      ['word', 'du'],
      ['word', 'lịch'],
    ]);
  });
});
