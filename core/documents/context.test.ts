import { describe, expect, it } from 'vitest';
import { type ArticleFacts, districtRows, knownPlaceName, readContext, sourceKinds } from './context.ts';

function read(text: string, given: Partial<ArticleFacts> = {}) {
  return readContext({ text, place: null, date: '2022-07-02', host: null, ...given });
}

/** Districts and central cities as "kind name", with a star where a body is named. */
function placesIn(text: string, given: Partial<ArticleFacts> = {}): readonly string[] {
  const { districts, centralCities } = read(text, given);
  const cities = centralCities.map((city) => ({ ...city, kind: 'central' }));
  return [...cities, ...districts].map(({ kind, name, hasBody }) => `${kind} ${name}${hasBody ? '*' : ''}`);
}

describe('places that a text speaks of', () => {
  it.each([
    ['a committee', 'Thành ủy Sông Mơ họp.', ['city Sông Mơ*']],
    [
      'old spelling of the tone',
      'Thành uỷ Sông Mơ và Huyện uỷ Khe Sáng họp.',
      ['city Sông Mơ*', 'rural-district Khe Sáng*'],
    ],
    [
      'each kind',
      'Thị ủy Bến Sỏi, Huyện ủy Khe Sáng, Quận ủy Lê Chân.',
      ['rural-district Khe Sáng*', 'town Bến Sỏi*', 'urban-district Lê Chân*'],
    ],
    [
      'a council, an executive, a Party organisation',
      'HĐND thành phố Sông Mơ, UBND huyện Khe Sáng, Đảng bộ thị xã Bến Sỏi.',
      ['city Sông Mơ*', 'rural-district Khe Sáng*', 'town Bến Sỏi*'],
    ],
    [
      'an apostrophe',
      "Huyện ủy Cư M'lan và UBND huyện M’Đrăng họp.",
      ["rural-district Cư M'lan*", 'rural-district M’Đrăng*'],
    ],
    ['a person of the highlands behind an office', 'Bí thư Huyện ủy H Mlan Kbuôr và ông Y Sap dự.', []],
    ['in passing', 'Đường qua thành phố Sông Mơ.', ['city Sông Mơ']],
    ['short words', 'TP. Sông Mơ, TP Sông Mơ, TP.Sông Mơ và TX. Bến Sỏi.', ['city Sông Mơ', 'town Bến Sỏi']],
    ['a number', 'Quận ủy Quận 7 họp tại quận 7.', ['urban-district 7*']],
    ['a ratio is no number of a district', 'Có 5 quận 7/8 đạt.', []],
    [
      'a body before one in passing, then the more often named',
      'Thành phố Bến Tre, thành phố Bến Tre, thành phố Vinh; Thành ủy Sông Mơ.',
      ['city Sông Mơ*', 'city Bến Tre', 'city Vinh'],
    ],
    ['a city run by the centre', 'Thành ủy Hải Phòng và thành phố Sông Mơ.', ['central Hải Phòng*', 'city Sông Mơ']],
    ['the committee of the unit', 'Thành ủy TP Hồ Chí Minh.', ['central Hồ Chí Minh*']],
    ['words that begin something else', 'Thành ủy Nghị quyết; Huyện ủy Khóa XX; thành phố Đồng chí.', []],
    ['words of the next line', 'Huyện ủy\nLịch Công Tác', []],
    ['longer names of the tables', 'Huyện ủy Điện Biên Đông Chỉ đạo.', ['rural-district Điện Biên Đông*']],
    ['names of four words at most', 'UBND huyện Một Hai Ba Bốn Năm.', ['rural-district Một Hai Ba Bốn*']],
    [
      'no words of other words',
      'Ban quận Lê Chân, huyện Khe Sáng; bán huyện; Quân Lê.',
      ['rural-district Khe Sáng', 'urban-district Lê Chân'],
    ],
  ])('%s', (_note, text, places) => {
    expect(placesIn(text)).toEqual(places);
  });

  it.each([
    ['a person behind an office', 'Phó Bí thư Thành ủy Đỗ Thị Mơ dự.', []],
    ['a person behind a longer office', 'Phó Chủ tịch Thường trực UBND thành phố Nguyễn Văn Thử dự.', []],
    ['a surname that places begin with', 'Bí thư Huyện ủy Mai Văn Thử dự.', []],
    ['a place and a person', 'Bí thư Thành ủy Sông Mơ Lê Văn Thử dự.', ['city Sông Mơ*']],
    ['a place and a person whose surname places have too', 'Bí thư Thành ủy Sông Mơ Vũ Hải Yến dự.', ['city Sông Mơ*']],
    ['a place of the tables and a person', 'Bí thư Thành ủy Hạ Long Vũ Văn Thử dự.', ['city Hạ Long*']],
    [
      'a place named elsewhere and a person',
      'Bí thư Huyện ủy Hà Khê Anh dự. Huyện ủy Hà Khê họp.',
      ['rural-district Hà Khê*'],
    ],
    ['a comma ends the office', 'Bí thư Đảng ủy, Thành ủy Trần Lam họp.', ['city Trần Lam*']],
  ])('%s', (_note, text, places) => {
    expect(placesIn(text)).toEqual(places);
  });

  it('knows the communes of which a body is named', () => {
    const text = 'Đảng ủy phường Cầu Vồng, UBND xã Khe Lau, Đảng bộ thị trấn Bến Sỏi; nhân dân xã Khe Sáng.';
    expect(read(text).communes).toEqual(['Cầu Vồng', 'Khe Lau', 'Bến Sỏi']);
  });

  it('knows which committees the text has a word for', () => {
    expect(read('THÀNH ỦY; Huyện uỷ').committees).toEqual(['city', 'rural-district']);
  });

  it.each([
    ['Bí thư Thành ủy Sông Mơ Lê Văn Thử ', ['city Sông Mơ*']],
    ['UBND ', []],
    ['thành phố ', []],
    ['Nguyễn ', []],
    ['Chủ tịch a ', []],
    ['huyện A\n', []],
  ])('comes to an end in a text of nothing but “%s”', (piece, places) => {
    expect(placesIn(piece.repeat(300_000 / piece.length))).toEqual(places);
  });
});

describe('the provinces of an article', () => {
  it.each([
    ["the source's, whatever the text names", 'Tỉnh ủy Quảng Ninh họp.', { province: 'Vân Hải' }, ['Vân Hải']],
    ['those with a body before those in passing', 'Tỉnh ủy Quảng Ninh; tỉnh Bắc Giang.', null, ['Quảng Ninh']],
    ['the one a named city lies in before one in passing', 'Thành ủy Hạ Long; tỉnh Bắc Giang.', null, ['Quảng Ninh']],
    ['in passing', 'Trên địa bàn tỉnh Bắc Giang.', null, ['Bắc Giang']],
    ['those a named district can lie in', 'Huyện Tam Nông.', null, ['Phú Thọ', 'Đồng Tháp']],
    ['in the usual spelling', 'UBND tỉnh Bà Rịa – Vũng Tàu.', null, ['Bà Rịa - Vũng Tàu']],
    ['a centrally run city', 'Thành ủy Hải Phòng.', null, ['Hải Phòng']],
    ['of no table', 'Tỉnh ủy Vân Hải.', null, ['Vân Hải']],
    ['none', 'Hội nghị họp.', null, []],
  ])('%s', (_note, text, place, provinces) => {
    expect(read(text, { place }).provinces).toEqual(provinces);
  });
});

describe('the district of the source', () => {
  const songMo = { province: 'Vân Hải', district: 'Sông Mơ' };
  it.each([
    ['as the table has it', 'Họp.', { province: 'Quảng Ninh', district: 'Hạ Long' }, ['city']],
    ['as the text calls it', 'Tại huyện Sông Mơ.', songMo, ['rural-district']],
    ['by the committees that the text knows', 'Thành ủy họp.', songMo, ['city']],
    ['open', 'Họp.', songMo, ['city', 'town', 'rural-district']],
    [
      'in a city run by the centre',
      'Họp.',
      { province: 'Hải Phòng', district: 'Sông Mơ' },
      ['urban-district', 'rural-district', 'town'],
    ],
    ['two of one name', 'Họp.', { province: 'Hà Tĩnh', district: 'Kỳ Anh' }, ['town', 'rural-district']],
    ['no district', 'Họp.', { province: 'Hà Tĩnh' }, []],
  ])('%s', (_note, text, place, kinds) => {
    expect(sourceKinds(read(text, { place }))).toEqual(kinds);
  });
});

describe('names cut to places', () => {
  it.each([
    ['Sông Mơ Lê Văn', 'Sông Mơ'],
    ['Bến Sỏi Lê Văn', 'Bến Sỏi Lê Văn'],
    ['Hạ Long Vũ', 'Hạ Long'],
    ['Khe Lau', 'Khe Lau'],
  ])('%s → %s', (printed, name) => {
    expect(knownPlaceName(printed, read('Thành ủy Sông Mơ họp.'))).toBe(name);
  });

  it('finds the rows that a kind can have been', () => {
    const provinces = (kind: 'city' | 'town' | 'rural-district', name: string) =>
      districtRows({ kind, name }).map(({ province }) => province);
    expect(provinces('city', 'Đông Triều')).toEqual(['Quảng Ninh']);
    expect(provinces('city', 'Tân Uyên')).toEqual(['Bình Dương']);
    expect(provinces('rural-district', 'Tân Uyên')).toEqual(['Lai Châu']);
    expect(provinces('town', 'Sông Mơ')).toEqual([]);
  });
});
