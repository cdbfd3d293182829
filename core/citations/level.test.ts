import { describe, expect, it } from 'vitest';
import { readBodies } from './bodies.ts';
import type { IssuerLevel } from './citation.ts';
import { extractCitations } from './extract.ts';
import { foldText } from './fold.ts';
import { parseIssuerPhrase } from './issuer-phrase.ts';
import { shareLevels, tellLevel } from './level.ts';

type Row = readonly [
  issuerCode: string | null,
  type: string | null,
  issuer: string | null,
  text: string,
  level: IssuerLevel | null,
];
const rows: readonly Row[] = [
  ['TW', 'NQ', null, '', 'central'],
  ['CP', 'NĐ', null, '', 'central'],
  ['QH15', null, null, '', 'central'],
  ['BTC', 'TT', null, '', 'central'],
  ['BNV-VPCP', 'TTLT', null, '', 'central'],
  ['HU', 'NQ', null, '', 'district'],
  ['ĐUK', 'KH', null, '', 'org'],
  ['SNV', 'CV', null, '', 'province'],
  ['TU', 'NQ', null, '', null],
  ['TU', 'NQ', null, 'Tỉnh ủy họp', 'province'],
  ['TU', 'NQ', null, 'Thành ủy họp', 'district'],
  ['TU', 'NQ', null, 'Thành ủy Hải Phòng họp', 'province'],
  ['TU', 'NQ', null, 'Thành ủy TP HCM họp', 'province'],
  ['TU', 'NQ', null, 'Tỉnh ủy và Thành ủy họp', null],
  ['BTGTU', 'HD', null, 'Tỉnh ủy họp', 'province'],
  ['TU', 'NQ', 'Tỉnh ủy', 'Tỉnh ủy và Thành ủy họp', 'province'],
  ['TU', 'NQ', 'Thành ủy Hạ Khê', 'Thành ủy Hải Phòng', 'district'],
  ['TU', 'NQ', 'Thành ủy Hải Phòng', 'Thành ủy Hạ Khê', 'province'],
  ['TU', 'NQ', 'Thị ủy', '', 'district'],
  ['TU', 'NQ', 'Ban Chấp hành Đảng bộ thành phố', 'Thành ủy họp', 'district'],
  ['TU', 'NQ', 'Ban Chấp hành Đảng bộ thành phố', 'Thành ủy Hà Nội họp', 'province'],
  ['TW', 'NQ', 'Tỉnh ủy', '', 'province'],
  ['HĐND', 'NQ', null, '', null],
  ['HĐND', 'NQ', null, 'HĐND tỉnh họp', 'province'],
  ['HĐND', 'NQ', null, 'HĐND huyện họp', 'district'],
  ['HĐND', 'NQ', null, 'hội đồng nhân dân xã họp', 'commune'],
  ['HĐND', 'NQ', null, 'HĐND tỉnh, HĐND xã họp', null],
  ['HĐND', 'NQ', 'HĐND thành phố Đà Nẵng', '', 'province'],
  ['HĐND', 'NQ', 'HĐND thành phố', '', null],
  ['UBND', 'QĐ', null, 'UBND phường họp', 'commune'],
  ['VPUBND', 'TB', null, 'UBND tỉnh họp', 'province'],
  ['UB', 'QĐ', null, 'UBND huyện họp', 'district'],
  ['UBND', 'QĐ', null, 'văn bản của huyện', 'district'],
  ['ĐU', 'NQ', null, 'Đảng ủy xã họp', 'commune'],
  ['ĐU', 'NQ', 'Đảng ủy Trường Đại học Nam Trung', '', 'org'],
  ['ĐH', 'NQ', null, '', null],
  ['XYZ', 'QĐ', null, '', null],
  [null, 'NĐ', null, '', 'central'],
  [null, 'TT', null, '', 'central'],
  [null, 'NQ', null, '', null],
  [null, 'QĐ', 'Sở Y tế', '', 'province'],
];

describe('tellLevel', () => {
  it.each(rows)('%s %s of %s in %j: %s', (issuerCode, type, issuer, text, level) => {
    const phrase = issuer === null ? null : parseIssuerPhrase(issuer);
    const bare = { start: text.length, after: text.length, floor: 0 };
    expect(tellLevel({ issuerCode, type, issuer: phrase, ...bare }, readBodies(foldText(text))).level).toBe(level);
  });
});

/** Every citation's level, in order. */
const texts: readonly (readonly [note: string, text: string, levels: readonly (IssuerLevel | null)[]])[] = [
  [
    'a short form is of the level that is named with its code',
    'Kết luận số 55-KL/TW ngày 3/4/2023 của Ban Thường vụ Tỉnh ủy. Kết luận 55 đã rõ.',
    ['province', 'province'],
  ],
  [
    'what is named outranks the only body of the text',
    'Quyết định số 5/QĐ-UBND của UBND tỉnh; UBND huyện đã họp; Quyết định số 5/QĐ-UBND là căn cứ',
    ['province', 'province'],
  ],
  [
    'a city said to be a centrally run one',
    'HĐND thành phố Vĩnh Khê (trực thuộc Trung ương) họp. Tờ trình số 31/TTr-UBND do UBND thành phố lập; Nghị quyết số 8/NQ-HĐND của HĐND thành phố; Chỉ thị số 4-CT/TU của Thành ủy.',
    ['province', 'province', 'province'],
  ],
  [
    'cities in general',
    'Các tỉnh, thành phố trực thuộc Trung ương thi hành. UBND thành phố có Quyết định số 31/QĐ-UBND.',
    [null],
  ],
  ['the only city', 'Thành ủy Hạ Khê họp, UBND thành phố báo cáo Quyết định số 31/QĐ-UBND.', ['district']],
  [
    'the committee of a firm is the only Đảng ủy',
    'Đảng ủy Công ty Than Khe Lũng ban hành Nghị quyết số 9-NQ/ĐU; Đảng ủy có Kế hoạch số 10-KH/ĐU.',
    ['org', 'org'],
  ],
  ['firm and commune', 'Đảng ủy Công ty Than và Đảng ủy xã Hòa Lâm họp, nghe Kế hoạch số 10-KH/ĐU.', [null]],
  [
    'any organ of a place',
    'Hướng dẫn số 5/HD-HND của Hội Nông dân huyện; Công văn số 6/CV-CCB của Hội Cựu chiến binh xã; Kế hoạch số 7/KH-CAT-PX03 của Công an tỉnh; Công văn số 41/CV-LĐLĐ của Liên đoàn Lao động tỉnh',
    ['district', 'commune', 'province', 'province'],
  ],
  ['the only Front committee', 'Chủ tịch Ủy ban MTTQ huyện trao Thông báo số 90/TB-MTTQ-BTT.', ['district']],
  [
    'organs of the country',
    'Nghị quyết 4b của Ban Chấp hành Tổng Liên đoàn; Nghị quyết số 03/2020/NQ-HĐTP của Hội đồng Thẩm phán; Quyết định số 12/QĐ-KTNN của Kiểm toán Nhà nước',
    ['central', 'central', 'central'],
  ],
  [
    'letters that no table knows are of the level named with them',
    'Chỉ thị số 04/CT-CA của Chánh án Tòa án nhân dân tối cao; Quyết định số 12/QĐ-CA',
    ['central', 'central'],
  ],
  ['types of the centre', 'Thông tư liên bộ số 12/TTLB năm 1991; Thông tư số 4/2014/TT-XYZ', ['central', 'central']],
  ['a Thông tri of a place', 'Thông tri số 4-TT/TU', [null]],
  ['an ampersand', 'Công văn số 88/SGD&ĐT-GDTH và Quyết định số 90/QĐ-SGD&ĐT', ['province', 'province']],
  [
    'the subject of the clause governs its list',
    'Theo thanh tra, UBND huyện cho phép chuyển đất tại Quyết định số 3300, 3301, 3308/QĐ-UBND khi chưa đủ hồ sơ; UBND tỉnh không hay.',
    ['district', 'district', 'district'],
  ],
  [
    'rules of another',
    'UBND huyện giao đất theo quy định tại Quyết định số 15/2020/QĐ-UBND. UBND tỉnh đã biết.',
    [null],
  ],
  ['letters of another', 'UBND huyện chỉ đạo xử lý tại Quyết định số 15/QĐ-TTg', ['central']],
  [
    'a heading of capitals',
    'HỘI ĐỒNG NHÂN DÂN TỈNH\nNghị quyết số 5/2020/NQ-HĐND về rừng.\nXÃ SUỐI LÂM\nNghị quyết số 6/2020/NQ-HĐND về chợ.\n',
    ['province', 'commune'],
  ],
  [
    'a heading ends the reach of the only body',
    'UBND tỉnh họp.\nHUYỆN TRÀ LÂM\nTại đây, bà con biết rõ Quyết định số 44/QĐ-UBND từ lâu.',
    [null],
  ],
  [
    'a letterhead of two columns',
    'ỦY BAN NHÂN DÂN     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH NAM TRUNG     Độc lập - Tự do - Hạnh phúc\n\nSố: 73/UBND-KT\nKính gửi: UBND huyện Trà Lâm',
    ['province'],
  ],
  ['the place itself', 'quyết định 22 của tỉnh còn hiệu lực', ['province']],
];

describe('levels in a text', () => {
  it.each(texts)('%s', (_note, text, levels) => {
    expect(extractCitations(text).map(({ level }) => level)).toEqual(levels);
  });
});

describe('shareLevels', () => {
  it('leaves two named levels of one document as they are', () => {
    const draft = { issuerCode: 'TU', isNamed: true, isMember: false };
    const drafts = [
      { ...draft, sameAs: null, level: 'province' as const },
      { ...draft, sameAs: 0, level: 'district' as const },
      { ...draft, sameAs: 0, level: null, isNamed: false },
    ];
    expect(shareLevels(drafts)).toEqual(['province', 'district', null]);
  });

  it('leaves a member of other letters than its neighbour’s open', () => {
    const named = { issuerCode: 'UBND', level: 'district' as const, isNamed: true, isMember: false, sameAs: null };
    const member = { ...named, level: null, isNamed: false, isMember: true };
    expect(shareLevels([named, member])).toEqual(['district', 'district']);
    expect(shareLevels([named, { ...member, issuerCode: 'HĐND' }])).toEqual(['district', null]);
    expect(shareLevels([named, { ...member, isMember: false }])).toEqual(['district', null]);
  });
});
