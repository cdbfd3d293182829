import { describe, expect, it } from 'vitest';
import { extractCitations } from './extract.ts';

interface Row {
  readonly note: string;
  readonly encoding: 'tcvn3' | 'vni';
  readonly text: string;
  /** Surface as given, code, date, issuer. */
  readonly citations: readonly (readonly [surface: string, code: string, date: string | null, issuer: string | null])[];
}

const rows: readonly Row[] = [
  {
    note: 'a resolution with date and issuer',
    encoding: 'tcvn3',
    text: 'NghÞ quyÕt sè 21-NQ/TU ngµy 18/01/2023 cña Thµnh uû CÈm Khª vÒ chØnh trang ®« thÞ.',
    citations: [['NghÞ quyÕt sè 21-NQ/TU', '21-NQ/TU', '2023-01-18', 'Thành ủy Cẩm Khê']],
  },
  {
    note: 'a resolution with date and issuer',
    encoding: 'vni',
    text: 'Nghò quyeát soá 21-NQ/TU ngaøy 18/01/2023 cuûa Thaønh uûy Caåm Kheâ veà chænh trang ñoâ thò.',
    citations: [['Nghò quyeát soá 21-NQ/TU', '21-NQ/TU', '2023-01-18', 'Thành ủy Cẩm Khê']],
  },
  {
    note: 'a central directive',
    encoding: 'tcvn3',
    text: 'thùc hiÖn ChØ thÞ sè 18-CT/TW, ngµy 26/10/2022 cña Ban BÝ th\u00ad Trung \u00ad¬ng §¶ng',
    citations: [['ChØ thÞ sè 18-CT/TW', '18-CT/TW', '2022-10-26', 'Ban Bí thư']],
  },
  {
    note: 'a central directive',
    encoding: 'vni',
    text: 'thöïc hieän Chæ thò soá 18-CT/TW, ngaøy 26/10/2022 cuûa Ban Bí thö Trung öông Ñaûng',
    citations: [['Chæ thò soá 18-CT/TW', '18-CT/TW', '2022-10-26', 'Ban Bí thư']],
  },
  {
    note: 'a decision of a state organ',
    encoding: 'tcvn3',
    text: 'C¨n cø QuyÕt ®Þnh sè 1207/Q§-UBND ngµy 5/4/2021 cña Uû ban nh©n d©n tØnh',
    citations: [['QuyÕt ®Þnh sè 1207/Q§-UBND', '1207/QĐ-UBND', '2021-04-05', 'UBND tỉnh']],
  },
  {
    note: 'a decision of a state organ',
    encoding: 'vni',
    text: 'Caên cöù Quyeát ñònh soá 1207/QÑ-UBND ngaøy 5/4/2021 cuûa UÛy ban nhaân daân tænh',
    citations: [['Quyeát ñònh soá 1207/QÑ-UBND', '1207/QĐ-UBND', '2021-04-05', 'UBND tỉnh']],
  },
  {
    note: 'a resolution of a council',
    encoding: 'tcvn3',
    text: 'theo NghÞ quyÕt sè 337/2021/NQ-H§ND cña Héi ®ång nh©n d©n tØnh',
    citations: [['NghÞ quyÕt sè 337/2021/NQ-H§ND', '337/2021/NQ-HĐND', null, 'HĐND tỉnh']],
  },
  {
    note: 'a resolution of a council',
    encoding: 'vni',
    text: 'theo Nghò quyeát soá 337/2021/NQ-HÑND cuûa Hoäi ñoàng nhaân daân tænh',
    citations: [['Nghò quyeát soá 337/2021/NQ-HÑND', '337/2021/NQ-HĐND', null, 'HĐND tỉnh']],
  },
  {
    note: 'a decree',
    encoding: 'tcvn3',
    text: 'NghÞ ®Þnh sè 30/2020/N§-CP ngµy 05 th¸ng 3 n¨m 2020 cña ChÝnh phñ vÒ c«ng t¸c v¨n th\u00ad',
    citations: [['NghÞ ®Þnh sè 30/2020/N§-CP', '30/2020/NĐ-CP', '2020-03-05', 'Chính phủ']],
  },
  {
    note: 'a decree',
    encoding: 'vni',
    text: 'Nghò ñònh soá 30/2020/NÑ-CP ngaøy 05 thaùng 3 naêm 2020 cuûa Chính phuû veà coâng taùc vaên thö',
    citations: [['Nghò ñònh soá 30/2020/NÑ-CP', '30/2020/NĐ-CP', '2020-03-05', 'Chính phủ']],
  },
  {
    note: 'a plan',
    encoding: 'tcvn3',
    text: 'Ban Th\u00adêng vô HuyÖn uû ban hµnh KÕ ho¹ch sè 64-KH/HU triÓn khai häc tËp',
    citations: [['KÕ ho¹ch sè 64-KH/HU', '64-KH/HU', null, 'Ban Thường vụ Huyện ủy']],
  },
  {
    note: 'a plan',
    encoding: 'vni',
    text: 'Ban Thöôøng vuï Huyeän uûy ban haønh Keá hoaïch soá 64-KH/HU trieån khai hoïc taäp',
    citations: [['Keá hoaïch soá 64-KH/HU', '64-KH/HU', null, 'Ban Thường vụ Huyện ủy']],
  },
  {
    note: 'a conclusion',
    encoding: 'tcvn3',
    text: 'qu¸n triÖt KÕt luËn sè 127-KL/TW cña Bé ChÝnh trÞ, Ban BÝ th\u00ad',
    citations: [['KÕt luËn sè 127-KL/TW', '127-KL/TW', null, 'Bộ Chính trị']],
  },
  {
    note: 'a conclusion',
    encoding: 'vni',
    text: 'quaùn trieät Keát luaän soá 127-KL/TW cuûa Boä Chính trò, Ban Bí thö',
    citations: [['Keát luaän soá 127-KL/TW', '127-KL/TW', null, 'Bộ Chính trị']],
  },
  {
    note: 'a notice',
    encoding: 'tcvn3',
    text: 'Th«ng b¸o sè 501-TB/TU cña Th\u00adêng trùc TØnh uû',
    citations: [['Th«ng b¸o sè 501-TB/TU', '501-TB/TU', null, 'Thường trực Tỉnh ủy']],
  },
  {
    note: 'an instruction',
    encoding: 'vni',
    text: 'Höôùng daãn soá 07-HD/BTCTU cuûa Ban Toå chöùc Tænh uûy',
    citations: [['Höôùng daãn soá 07-HD/BTCTU', '07-HD/BTCTU', null, 'Ban Tổ chức Tỉnh ủy']],
  },
  {
    note: 'a programme of action',
    encoding: 'tcvn3',
    text: 'Ch\u00ad¬ng tr×nh hµnh ®éng sè 12-CTr/TU cña TØnh uû',
    citations: [['Ch\u00ad¬ng tr×nh hµnh ®éng sè 12-CTr/TU', '12-CTr/TU', null, 'Tỉnh ủy']],
  },
  {
    note: 'a short form',
    encoding: 'tcvn3',
    text: '§¹i héi ®¸nh gi¸ kÕt qu¶ thùc hiÖn NghÞ quyÕt 29 cña Trung \u00ad¬ng vÒ gi¸o dôc',
    citations: [['NghÞ quyÕt 29', '29-NQ/TW', null, 'Trung ương']],
  },
  {
    note: 'a short form',
    encoding: 'vni',
    text: 'Ñaïi hoäi ñaùnh giaù keát quaû thöïc hieän Nghò quyeát 29 cuûa Trung öông veà giaùo duïc',
    citations: [['Nghò quyeát 29', '29-NQ/TW', null, 'Trung ương']],
  },
  {
    note: 'a list with one suffix',
    encoding: 'tcvn3',
    text: 'c¸c NghÞ quyÕt sè 42, 43, 44-NQ/TW cña Ban ChÊp hµnh Trung \u00ad¬ng',
    citations: [
      ['NghÞ quyÕt sè 42', '42-NQ/TW', null, 'Ban Chấp hành Trung ương'],
      ['43', '43-NQ/TW', null, 'Ban Chấp hành Trung ương'],
      ['44-NQ/TW', '44-NQ/TW', null, 'Ban Chấp hành Trung ương'],
    ],
  },
  {
    note: 'a list with one suffix',
    encoding: 'vni',
    text: 'caùc Nghò quyeát soá 42, 43, 44-NQ/TW cuûa Ban Chaáp haønh Trung öông',
    citations: [
      ['Nghò quyeát soá 42', '42-NQ/TW', null, 'Ban Chấp hành Trung ương'],
      ['43', '43-NQ/TW', null, 'Ban Chấp hành Trung ương'],
      ['44-NQ/TW', '44-NQ/TW', null, 'Ban Chấp hành Trung ương'],
    ],
  },
  {
    note: 'two documents',
    encoding: 'tcvn3',
    text: 'ChØ thÞ sè 05-CT/TW cña Bé ChÝnh trÞ vµ QuyÕt ®Þnh sè 217-Q§/TW vÒ gi¸m s¸t, ph¶n biÖn',
    citations: [
      ['ChØ thÞ sè 05-CT/TW', '05-CT/TW', null, 'Bộ Chính trị'],
      ['QuyÕt ®Þnh sè 217-Q§/TW', '217-QĐ/TW', null, null],
    ],
  },
  {
    note: 'two documents',
    encoding: 'vni',
    text: 'Chæ thò soá 05-CT/TW cuûa Boä Chính trò vaø Quyeát ñònh soá 217-QÑ/TW veà giaùm saùt, phaûn bieän',
    citations: [
      ['Chæ thò soá 05-CT/TW', '05-CT/TW', null, 'Bộ Chính trị'],
      ['Quyeát ñònh soá 217-QÑ/TW', '217-QĐ/TW', null, null],
    ],
  },
  {
    note: 'a code alone with a word',
    encoding: 'tcvn3',
    text: 'Tê tr×nh 15-TTr/§U cña §¶ng uû ph\u00adêng',
    citations: [['Tê tr×nh 15-TTr/§U', '15-TTr/ĐU', null, 'Đảng ủy phường']],
  },
  {
    note: 'a code alone with a word',
    encoding: 'vni',
    text: 'Tôø trình 15-TTr/ÑU cuûa Ñaûng uûy phöôøng',
    citations: [['Tôø trình 15-TTr/ÑU', '15-TTr/ĐU', null, 'Đảng ủy phường']],
  },
  {
    note: 'capitals',
    encoding: 'tcvn3',
    text: 'NGHÞ QUYÕT Sè 35-NQ/TU VÒ PH¸T TRIÓN DU LÞCH',
    citations: [['NGHÞ QUYÕT Sè 35-NQ/TU', '35-NQ/TU', null, null]],
  },
  {
    note: 'capitals',
    encoding: 'vni',
    text: 'NGHÒ QUYEÁT SOÁ 35-NQ/TU VEÀ PHAÙT TRIEÅN DU LÒCH',
    citations: [['NGHÒ QUYEÁT SOÁ 35-NQ/TU', '35-NQ/TU', null, null]],
  },
  {
    note: 'a law of the Assembly',
    encoding: 'tcvn3',
    text: 'NghÞ quyÕt sè 1211/2016/UBTVQH13 cña Uû ban Th\u00adêng vô Quèc héi',
    citations: [['NghÞ quyÕt sè 1211/2016/UBTVQH13', '1211/2016/UBTVQH13', null, 'Ủy ban Thường vụ Quốc hội']],
  },
  {
    note: 'a circular',
    encoding: 'vni',
    text: 'Thoâng tö soá 01/2011/TT-BNV ngaøy 19/01/2011 cuûa Boä Noäi vuï',
    citations: [['Thoâng tö soá 01/2011/TT-BNV', '01/2011/TT-BNV', '2011-01-19', 'Bộ Nội vụ']],
  },
  {
    note: 'ư as a hyphen and lost',
    encoding: 'tcvn3',
    text: 'Ban Th-êng vô TØnh uû ban hµnh NghÞ quyÕt sè 08-NQ/TU; Thêng trùc HuyÖn uû ra Th«ng b¸o sè 19-TB/HU',
    citations: [
      ['NghÞ quyÕt sè 08-NQ/TU', '08-NQ/TU', null, 'Ban Thường vụ Tỉnh ủy'],
      ['Th«ng b¸o sè 19-TB/HU', '19-TB/HU', null, 'Thường trực Huyện ủy'],
    ],
  },
  {
    note: 'a legacy paragraph under an ordinary heading',
    encoding: 'tcvn3',
    text: 'Báo Cẩm Khê: Thành ủy quán triệt nghị quyết\n\nHéi nghÞ qu¸n triÖt NghÞ quyÕt sè 21-NQ/TU cña Thµnh uû.\n\nẢnh: Hồng Hà',
    citations: [['NghÞ quyÕt sè 21-NQ/TU', '21-NQ/TU', null, 'Thành ủy']],
  },
];

describe('extractCitations in texts of legacy fonts', () => {
  it.each(rows)('$encoding: $note', ({ text, citations }) => {
    const found = extractCitations(text);
    expect(found.map((one) => [one.surface, one.canonical, one.date, one.issuerName])).toEqual(citations);
    for (const one of found) {
      expect(text.slice(one.start, one.end)).toBe(one.surface);
      expect(one.flags).toContain('legacy-encoding');
    }
  });

  it('leaves ordinary text without the flag', () => {
    const [one] = extractCitations('Nghị quyết số 21-NQ/TU của Thành ủy');
    expect(one).toMatchObject({ start: 0, surface: 'Nghị quyết số 21-NQ/TU' });
    expect(one?.flags).not.toContain('legacy-encoding');
  });
});
