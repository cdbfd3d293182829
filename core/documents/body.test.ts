import { describe, expect, it } from 'vitest';
import {
  bodyKey,
  isCommittee,
  isPlaced,
  isWholeCentre,
  localBody,
  mayBeSameBody,
  nationalBody,
  type PlaceKind,
} from './body.ts';

describe('national bodies', () => {
  it.each([
    ['TW', 'Ban Bí thư', 'Ban Bí thư', ''],
    ['TW', null, 'Trung ương Đảng', ''],
    ['CP', null, 'Chính phủ', ''],
    ['TTg', 'Chính phủ', 'Thủ tướng Chính phủ', ''],
    ['QH15', null, 'Quốc hội', ''],
    ['BNV-VPCP', null, 'Bộ Nội vụ', ''],
  ])('%s, named %s: %s', (symbol, organ, name, scope) => {
    expect(nationalBody(symbol, organ)).toMatchObject({ symbol, name, scope, level: 'central', place: null });
  });

  it.each(['TU', 'HĐND', 'UBND', 'ĐU', 'XYZQ', ''])('%s is none', (symbol) => {
    expect(nationalBody(symbol, null)).toBeNull();
  });

  it('tells the centre as a whole from its organs', () => {
    expect(['Trung ương', 'Trung ương Đảng', 'Ban Bí thư'].map(isWholeCentre)).toEqual([true, true, false]);
  });
});

describe('local bodies', () => {
  const quangNinh = { province: 'Quảng Ninh' };
  const haLong = { province: 'Quảng Ninh', district: 'Hạ Long' };
  const songMo = { province: 'Vân Hải', district: 'Sông Mơ' };

  it.each<[string, PlaceKind, object, string | null, string, string, string]>([
    ['TU', 'province', quangNinh, null, 'Tỉnh ủy Quảng Ninh', 'quang-ninh', 'province'],
    ['TU', 'central-city', { province: 'TP Hồ Chí Minh' }, null, 'Thành ủy Hồ Chí Minh', 'ho-chi-minh', 'province'],
    ['TU', 'city', haLong, null, 'Thành ủy Hạ Long', 'ha-long', 'district'],
    [
      'TU',
      'town',
      { province: 'Quảng Ninh', district: 'Quảng Yên' },
      null,
      'Thị ủy Quảng Yên',
      'quang-yen',
      'district',
    ],
    [
      'HU',
      'rural-district',
      { province: 'Quảng Ninh', district: 'Vân Đồn' },
      null,
      'Huyện ủy Vân Đồn',
      'van-don',
      'district',
    ],
    ['QU', 'urban-district', { province: 'Hồ Chí Minh', district: '7' }, null, 'Quận ủy Quận 7', 'quan-7', 'district'],
    [
      'ĐU',
      'commune',
      { ...haLong, commune: 'Cầu Vồng' },
      'phường',
      'Đảng ủy phường Cầu Vồng',
      'cau-vong.ha-long.quang-ninh',
      'commune',
    ],
    [
      'ĐU',
      'commune',
      { ...haLong, commune: 'Cầu Vồng' },
      null,
      'Đảng ủy Cầu Vồng',
      'cau-vong.ha-long.quang-ninh',
      'commune',
    ],
    ['HĐND', 'province', quangNinh, null, 'HĐND tỉnh Quảng Ninh', 'quang-ninh', 'province'],
    ['UBND', 'city', haLong, null, 'UBND thành phố Hạ Long', 'ha-long', 'district'],
    [
      'UBND',
      'commune',
      { ...haLong, commune: 'Khe Lau' },
      'xã',
      'UBND xã Khe Lau',
      'xa-khe-lau.ha-long.quang-ninh',
      'commune',
    ],
    ['BTCTU', 'province', quangNinh, null, 'Ban Tổ chức Tỉnh ủy Quảng Ninh', 'quang-ninh', 'province'],
    ['BTCTU', 'city', haLong, null, 'Ban Tổ chức Thành ủy Hạ Long', 'ha-long', 'district'],
    ['MTTQ', 'city', haLong, null, 'Ủy ban Mặt trận Tổ quốc thành phố Hạ Long', 'ha-long', 'district'],
    ['TU', 'city', songMo, null, 'Thành ủy Sông Mơ', 'song-mo.van-hai', 'district'],
    ['TU', 'city', { ...songMo, province: 'Quảng Ninh' }, null, 'Thành ủy Sông Mơ', 'song-mo', 'district'],
    ['TU', 'city', { ...songMo, province: null }, null, 'Thành ủy Sông Mơ', 'tp-song-mo', 'district'],
    [
      'HĐND',
      'city',
      { province: 'Hà Giang', district: 'Hà Giang' },
      null,
      'HĐND thành phố Hà Giang',
      'tp-ha-giang',
      'district',
    ],
    [
      'HĐND',
      'rural-district',
      { province: 'Điện Biên', district: 'Điện Biên' },
      null,
      'HĐND huyện Điện Biên',
      'huyen-dien-bien',
      'district',
    ],
    [
      'HĐND',
      'rural-district',
      { province: 'Quảng Bình', district: 'Quảng Ninh' },
      null,
      'HĐND huyện Quảng Ninh',
      'quang-ninh.quang-binh',
      'district',
    ],
    [
      'HĐND',
      'town',
      { province: 'Hà Tĩnh', district: 'Kỳ Anh' },
      null,
      'HĐND thị xã Kỳ Anh',
      'tx-ky-anh.ha-tinh',
      'district',
    ],
    [
      'HĐND',
      'rural-district',
      { province: 'Hà Tĩnh', district: 'Kỳ Anh' },
      null,
      'HĐND huyện Kỳ Anh',
      'huyen-ky-anh.ha-tinh',
      'district',
    ],
    [
      'HU',
      'rural-district',
      { province: 'Phú Thọ', district: 'Tam Nông' },
      null,
      'Huyện ủy Tam Nông',
      'tam-nong.phu-tho',
      'district',
    ],
    [
      'TU',
      'city',
      { province: 'Thừa Thiên Huế', district: 'Huế' },
      null,
      'Thành ủy Huế',
      'hue.thua-thien-hue',
      'district',
    ],
    ['TU', 'central-city', { province: 'Huế' }, null, 'Thành ủy Huế', 'hue', 'province'],
    [
      'TU',
      'city',
      { province: 'Hoà Bình', district: 'Hoà Bình' },
      null,
      'Thành ủy Hòa Bình',
      'tp-hoa-binh',
      'district',
    ],
    ['HĐND', 'province', { province: 'Văn Giang' }, null, 'HĐND tỉnh Văn Giang', 'tinh-van-giang', 'province'],
    [
      'ĐU',
      'commune',
      { province: 'Vân Hải', commune: 'Khe Lau' },
      'thị trấn',
      'Đảng ủy thị trấn Khe Lau',
      'tt-khe-lau.van-hai',
      'commune',
    ],
    [
      'ĐU',
      'commune',
      { province: 'Vân Hải', commune: 'Khe Lau' },
      'xã',
      'Đảng ủy xã Khe Lau',
      'khe-lau.van-hai',
      'commune',
    ],
  ])('%s of a %s %j %s is %s', (symbol, kind, given, unit, name, scope, level) => {
    const places = { province: null, ...given };
    expect(localBody(symbol, kind, places, unit)).toMatchObject({ symbol, name, scope, level });
  });

  it('keeps the place as far as its level reaches', () => {
    const all = { ...haLong, commune: 'Cầu Vồng' };
    expect(localBody('TU', 'province', all).place).toEqual(quangNinh);
    expect(localBody('TU', 'city', all).place).toEqual(haLong);
    expect(localBody('ĐU', 'commune', all).place).toEqual(all);
    expect(localBody('TU', 'city', { ...all, province: null }).place).toBeNull();
  });
});

describe('the same body', () => {
  const placed = localBody('TU', 'city', { province: 'Vân Hải', district: 'Sông Mơ' });
  const other = localBody('TU', 'city', { province: 'Nam Trung', district: 'Sông Mơ' });
  const named = localBody('TU', 'city', { province: null, district: 'Sông Mơ' });

  it('is one where key, or name without a province, agree', () => {
    expect(bodyKey(placed)).toBe('TU@song-mo.van-hai');
    expect([isPlaced(named, placed), isPlaced(placed, named), isPlaced(placed, other)]).toEqual([true, false, false]);
    expect(mayBeSameBody(named, other)).toBe(true);
    expect(mayBeSameBody(placed, other)).toBe(false);
    const council = localBody('HĐND', 'city', { province: null, district: 'Sông Mơ' });
    expect(mayBeSameBody(council, placed)).toBe(false);
  });

  it('knows the committees themselves', () => {
    expect(['TU', 'HU', 'QU', 'ThU', 'TXU', 'ĐU', 'BTCTU', 'HĐND'].filter(isCommittee)).toEqual([
      'TU',
      'HU',
      'QU',
      'ThU',
      'TXU',
      'ĐU',
    ]);
  });
});
