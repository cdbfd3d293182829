import { describe, expect, it } from 'vitest';
import { foldText } from './fold.ts';
import { readIssuerAfter } from './issuer-after.ts';
import {
  bearsSymbol,
  type IssuerPhrase,
  parseIssuerPhrase,
  readIssuerBefore,
  readIssuerInside,
} from './issuer-phrase.ts';
import { findIssuer } from './issuers.ts';
import { organRows } from './organ-rows.ts';

type Told = Partial<Pick<IssuerPhrase, 'symbol' | 'officeSymbol' | 'level' | 'part' | 'unit' | 'placeName' | 'organ'>>;
const phrases: readonly [printed: string, text: string, told: Told][] = [
  ['Tỉnh ủy', 'Tỉnh ủy', { organ: 'tinh-uy', symbol: 'TU', level: 'province', placeName: null }],
  ['Tỉnh uỷ Nam Trung', 'Tỉnh ủy Nam Trung', { placeName: 'Nam Trung' }],
  [
    'Ban Thường vụ Thành ủy Hạ Khê',
    'Ban Thường vụ Thành ủy Hạ Khê',
    { symbol: 'TU', level: null, part: 'Ban Thường vụ' },
  ],
  ['BTV Thành uỷ', 'Ban Thường vụ Thành ủy', { part: 'Ban Thường vụ' }],
  ['đồng chí Bí thư Huyện ủy Trà Lâm', 'Bí thư Huyện ủy Trà Lâm', { symbol: 'HU', level: 'district', part: 'Bí thư' }],
  ['Bí thư Thành ủy Hạ Khê Lương Gia Bách', 'Bí thư Thành ủy Hạ Khê', { placeName: 'Hạ Khê' }],
  ['Chủ tịch UBND tỉnh Trần Văn An', 'Chủ tịch UBND tỉnh', { placeName: null, unit: 'tỉnh', level: 'province' }],
  ['Bí thư Thành ủy Hồ Chí Minh', 'Bí thư Thành ủy Hồ Chí Minh', { placeName: 'Hồ Chí Minh' }],
  ['Phó Chủ tịch UBND huyện Trà Lâm', 'Phó Chủ tịch UBND huyện Trà Lâm', { part: 'Phó Chủ tịch', level: 'district' }],
  ['Huyện ủy Đồng Lư', 'Huyện ủy Đồng Lư', { symbol: 'HU', placeName: 'Đồng Lư' }],
  ['Quận ủy Lạch Tray', 'Quận ủy Lạch Tray', { symbol: 'QU', level: 'district' }],
  ['Quân ủy Trung ương', 'Quân ủy Trung ương', { symbol: 'QUTW', level: 'central' }],
  ['Thị ủy Đông Phú', 'Thị ủy Đông Phú', { symbol: 'TU', level: 'district' }],
  ['Đảng ủy phường Hòa Lâm', 'Đảng ủy phường Hòa Lâm', { symbol: 'ĐU', level: 'commune', unit: 'phường' }],
  ['Đảng ủy Trường Đại học Nam Trung', 'Đảng ủy Trường Đại học Nam Trung', { symbol: 'ĐU', level: 'org' }],
  ['Đảng ủy Khối Doanh nghiệp tỉnh', 'Đảng ủy Khối Doanh nghiệp tỉnh', { symbol: 'ĐUK', level: 'org' }],
  ['Ban Chấp hành Đảng bộ tỉnh', 'Ban Chấp hành Đảng bộ tỉnh', { organ: 'dang-bo', symbol: 'TU', level: 'province' }],
  ['Đảng bộ huyện Trà Lâm', 'Đảng bộ huyện Trà Lâm', { symbol: 'HU', level: 'district' }],
  ['Đảng bộ xã Suối Lâm', 'Đảng bộ xã Suối Lâm', { symbol: 'ĐU', level: 'commune' }],
  ['Đảng bộ', 'Đảng bộ', { symbol: null, level: null }],
  ['Bộ Chính trị', 'Bộ Chính trị', { symbol: 'TW', level: 'central', organ: 'bo-chinh-tri' }],
  ['BCH Trung ương Đảng', 'Ban Chấp hành Trung ương', { symbol: 'TW', organ: 'bch-tw' }],
  ['Hội nghị lần thứ 8 Ban Chấp hành Trung ương', 'Ban Chấp hành Trung ương', { organ: 'hoi-nghi-tw' }],
  ['Ban Tổ chức Trung ương', 'Ban Tổ chức Trung ương', { symbol: 'BTCTW', officeSymbol: null, level: 'central' }],
  ['Ban Tổ chức Tỉnh ủy', 'Ban Tổ chức Tỉnh ủy', { symbol: 'TU', officeSymbol: 'BTCTU', level: 'province' }],
  ['Ủy ban Kiểm tra Huyện ủy', 'Ủy ban Kiểm tra Huyện ủy', { symbol: 'HU', officeSymbol: 'UBKTHU' }],
  ['Ủy ban Kiểm tra Trung ương', 'Ủy ban Kiểm tra Trung ương', { symbol: 'UBKTTW', officeSymbol: null }],
  ['Văn phòng UBND tỉnh', 'Văn phòng UBND tỉnh', { symbol: 'UBND', officeSymbol: 'VPUBND' }],
  ['Văn phòng Chính phủ', 'Văn phòng Chính phủ', { symbol: 'VPCP', level: 'central' }],
  ['Liên đoàn Lao động tỉnh', 'Liên đoàn Lao động tỉnh', { symbol: 'LĐLĐ', level: 'province' }],
  ['Ban Chấp hành Tổng Liên đoàn', 'Ban Chấp hành Tổng Liên đoàn Lao động', { symbol: 'TLĐ', level: 'central' }],
  ['Đảng ủy Bộ Xây dựng', 'Đảng ủy Bộ Xây dựng', { symbol: 'ĐU', level: 'org' }],
  ['Thủ tướng', 'Thủ tướng Chính phủ', { symbol: 'TTg' }],
  ['Thanh tra Chính phủ', 'Thanh tra Chính phủ', { symbol: 'TTCP' }],
  ['Hội đồng Chính phủ', 'Hội đồng Chính phủ', { symbol: 'HĐCP' }],
  ['Ủy ban Thường vụ Quốc hội', 'Ủy ban Thường vụ Quốc hội', { symbol: 'UBTVQH' }],
  ['Bộ GD-ĐT', 'Bộ Giáo dục và Đào tạo', { symbol: 'BGDĐT', organ: 'bo' }],
  [
    'Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch',
    'Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch',
    { symbol: 'BVHTTDL', part: 'Bộ trưởng' },
  ],
  ['Bộ NN&PTNT', 'Bộ Nông nghiệp và Phát triển nông thôn', { symbol: null, level: 'central' }],
  ['Bộ LĐ-TB&XH', 'Bộ Lao động - Thương binh và Xã hội', { symbol: 'BLĐTBXH' }],
  ['Sở Y tế tỉnh Nam Trung', 'Sở Y tế tỉnh Nam Trung', { symbol: 'SYT', level: 'province' }],
  ['Hội đồng nhân dân thành phố Hạ Khê', 'HĐND thành phố Hạ Khê', { symbol: 'HĐND', level: null, unit: 'thành phố' }],
  ['UBND TP. HCM', 'UBND thành phố HCM', { placeName: 'HCM' }],
  ['UBND quận 5', 'UBND quận 5', { placeName: '5', level: 'district' }],
  ['UBND đặc khu Hòn Sáo', 'UBND đặc khu Hòn Sáo', { level: 'commune' }],
  ['UBND tỉnh Bà Rịa - Vũng Tàu', 'UBND tỉnh Bà Rịa - Vũng Tàu', { placeName: 'Bà Rịa - Vũng Tàu' }],
  ['TỈNH ỦY VỀ DU LỊCH', 'Tỉnh ủy', { placeName: null }],
  ['TỈNH ỦY NAM TRUNG TRIỂN KHAI', 'Tỉnh ủy NAM TRUNG', { placeName: 'NAM TRUNG' }],
  ['Thành ủy Hạ Khê Nghị quyết số 5', 'Thành ủy Hạ Khê', { placeName: 'Hạ Khê' }],
  ['Tỉnh ủy\nNam\nTrung', 'Tỉnh ủy Nam Trung', { placeName: 'Nam Trung' }],
];

describe('parseIssuerPhrase', () => {
  it.each(phrases)('%j', (printed, text, told) => {
    for (const spelled of [printed, printed.normalize('NFD')]) {
      expect(parseIssuerPhrase(spelled)).toMatchObject({ text, ...told });
    }
  });

  it.each(['nhân dân', 'Bộ đội', 'Sở thích', 'tỉnh Nam Trung', 'Tỉnhủy', 'ubndx', ''])(
    '%j names no body',
    (printed) => {
      expect(parseIssuerPhrase(printed)).toBeNull();
    },
  );

  it('reads its own text again as the same body', () => {
    for (const [printed] of phrases) {
      const phrase = parseIssuerPhrase(printed);
      const again = parseIssuerPhrase(phrase?.text ?? '');
      const told = [phrase?.symbol, phrase?.officeSymbol, phrase?.level, phrase?.placeName, phrase?.text];
      expect([again?.symbol, again?.officeSymbol, again?.level, again?.placeName, again?.text]).toEqual(told);
    }
  });
});

describe('readIssuerAfter', () => {
  const rows: readonly [behind: string, text: string | null][] = [
    [' của Ban Bí thư', 'Ban Bí thư'],
    [', của Tỉnh ủy', 'Tỉnh ủy'],
    [' do UBND tỉnh ký', 'UBND tỉnh'],
    [' Tỉnh ủy', null],
    ['. Của Tỉnh ủy', null],
    [' của nhân dân', null],
    ['” của Bộ Y tế', 'Bộ Y tế'],
    [' được Tỉnh ủy ban hành', 'Tỉnh ủy'],
    [' được Tỉnh ủy triển khai', null],
    ['\nĐược Tỉnh ủy ban hành', null],
  ];
  it.each(rows)('%j', (behind, text) => {
    expect(readIssuerAfter(foldText(behind), 0)?.text ?? null).toBe(text);
  });
});

describe('readIssuerBefore', () => {
  const rows: readonly [before: string, text: string | null, isMaking: boolean][] = [
    ['Ban Thường vụ Tỉnh ủy ban hành ', 'Ban Thường vụ Tỉnh ủy', true],
    ['UBND tỉnh vừa ký ban hành ', 'UBND tỉnh', true],
    ['Chủ tịch UBND tỉnh Lê Thị Bình ký ', 'Chủ tịch UBND tỉnh', true],
    ['Thường trực Thành ủy tại ', 'Thường trực Thành ủy', false],
    ['Bộ Y tế đã có ', 'Bộ Y tế', false],
    ['Ban Bí thư gửi các nơi ', 'Ban Bí thư', false],
    ['Tỉnh ủy. Ban hành ', null, false],
    ['Tỉnh ủy họp bàn về ', null, false],
    ['Tỉnh ủy và đoàn công tác ban hành ', null, false],
    ['tổ công tác ban hành ', null, false],
    ['Hôm ấy, UBND xã phê duyệt giá đền bù tại ', 'UBND xã', false],
    ['Hôm ấy, UBND xã họp tại ', null, false],
    ['cùng UBND xã phê duyệt giá tại ', null, false],
    ['UBND xã giao đất theo quy định tại ', null, false],
  ];
  it.each(rows)('%j', (before, text, isMaking) => {
    const folded = foldText(`${before}Nghị quyết`);
    const read = readIssuerBefore(folded, foldText(before).text.length, 0);
    expect(read?.phrase.text ?? null).toBe(text);
    expect(read?.isMaking ?? false).toBe(isMaking);
  });

  it('does not look past the citation before', () => {
    expect(readIssuerBefore(foldText('Tỉnh ủy ban hành Nghị quyết'), 17, 5)).toBeNull();
  });
});

describe('bearsSymbol', () => {
  it.each([
    ['Bộ Công an', 'BGTVT-BCA', true],
    ['Quốc hội', 'QH15', true],
    ['Chủ tịch UBND tỉnh', 'CTUBND', true],
    ['UBND tỉnh', 'UB', true],
    ['Bộ Nông nghiệp và PTNT', 'BNNPTNT', true],
    ['Bộ Tài chính', 'BYT', false],
    ['Quốc hội', 'UBTVQH14', false],
    ['UBND xã', 'HĐND', false],
  ])('%s, %s: %s', (name, issuerCode, bears) => {
    const phrase = parseIssuerPhrase(name);
    expect(phrase !== null && bearsSymbol(phrase, issuerCode)).toBe(bears);
  });
});

describe('readIssuerInside', () => {
  it('reads between type word and code only', () => {
    const folded = foldText('Nghị quyết của Quốc hội số 12 của Tỉnh ủy');
    expect(readIssuerInside(folded, 0, 24)?.text).toBe('Quốc hội');
    expect(readIssuerInside(folded, 0, 18)).toBeNull();
  });
});

describe('the rows of organs', () => {
  it('bear symbols of the table', () => {
    for (const { symbol, name } of organRows)
      if (symbol !== null) expect(findIssuer(symbol)?.symbol, name).toBe(symbol);
  });

  it('are each reached by the standard words they give', () => {
    for (const { name, organ, symbol } of organRows.filter((row) => row.name !== '')) {
      expect(parseIssuerPhrase(name), name).toMatchObject({
        organ: organ === 'hoi-nghi-tw' ? 'bch-tw' : organ,
        symbol,
      });
    }
  });
});
