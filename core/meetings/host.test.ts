import { describe, expect, it } from 'vitest';
import { namesItsPlace } from './body.ts';
import { normaliseHost } from './host.ts';
import { bodyOfPosition, unitePositions } from './position.ts';

describe('normaliseHost', () => {
  it.each([
    ['Thành uỷ Hạ Khê', 'thanh uy ha khe'],
    ['THÀNH ỦY HẠ KHÊ', 'thanh uy ha khe'],
    ['Thành ủy thành phố Hạ Khê', 'thanh uy ha khe'],
    ['BCH Đảng bộ TP Hạ Khê', 'thanh uy ha khe'],
    ['Ban Chấp hành Đảng bộ thành phố Hạ Khê', 'thanh uy ha khe'],
    ['Đảng bộ huyện Trà Lâm', 'huyen uy tra lam'],
    ['BCH Đảng bộ xã Cao Khê', 'dang uy xa cao khe'],
    ['BTV Tỉnh ủy', 'ban thuong vu tinh uy'],
    ['Hội đồng nhân dân tỉnh Nam Trung', 'hdnd tinh nam trung'],
    ['HĐNDTP Hạ Khê', 'hdnd thanh pho ha khe'],
    ['Ủy ban MTTQ Việt Nam thành phố Hạ Khê', 'uy ban mttq thanh pho ha khe'],
    ['Đoàn công tác của Tỉnh ủy', 'doan cong tac tinh uy'],
    ['Thị ủy Cửa Lò', 'thi uy cua lo'],
    ['Đoàn đại biểu Quốc hội tỉnh', 'doan dbqh tinh'],
  ])('%s', (host, key) => {
    expect(normaliseHost(host)).toBe(key);
    expect(normaliseHost(key)).toBe(key);
    expect(normaliseHost(host.normalize('NFD'))).toBe(key);
  });
});

describe('namesItsPlace', () => {
  it.each([
    ['Thành ủy Hạ Khê', true],
    ['Thành ủy Huế', true],
    ['HĐND tỉnh Nam Trung', true],
    ['Ban Bí thư', true],
    ['Thành ủy', false],
    ['BCH Đảng bộ Thành phố', false],
    ['Ban Thường vụ Tỉnh ủy', false],
    ['Sở Xây dựng', false],
  ])('%s is %s', (name, expected) => {
    expect(namesItsPlace(name)).toBe(expected);
  });
});

describe('bodyOfPosition', () => {
  it.each([
    ['Phó Bí thư Thường trực Tỉnh ủy', 'Tỉnh ủy'],
    ['Chủ tịch HĐND Thành phố', 'HĐND Thành phố'],
    ['Trưởng ban Tổ chức Tỉnh ủy', 'Ban Tổ chức Tỉnh ủy'],
    ['Phó Trưởng Ban Thường trực', 'Ban Thường trực'],
    ['Giám đốc Sở Nội vụ', 'Sở Nội vụ'],
    ['Chủ tịch nước', null],
    ['Bí thư', null],
  ])('%s', (position, body) => {
    expect(bodyOfPosition(position)).toBe(body);
  });
});

describe('unitePositions', () => {
  it.each([
    [['Bí thư Thành ủy'], ['Bí thư Thành ủy', 'Chủ tịch HĐND TP'], ['Bí thư Thành ủy', 'Chủ tịch HĐND TP']],
    [['Phó Bí thư TT Thành ủy'], ['Phó Bí thư Thường trực Thành ủy'], ['Phó Bí thư TT Thành ủy']],
    [['Bí thư Thành ủy'], ['Bí thư Thành uỷ Hạ Khê'], ['Bí thư Thành uỷ Hạ Khê']],
    [['Chủ tịch UBND tỉnh'], ['nguyên Chủ tịch UBND tỉnh'], ['Chủ tịch UBND tỉnh', 'nguyên Chủ tịch UBND tỉnh']],
  ])('%j and %j', (known, more, united) => {
    expect(unitePositions(known, more)).toEqual(united);
  });
});
