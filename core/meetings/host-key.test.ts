import { describe, expect, it } from 'vitest';
import { normaliseHost } from './host.ts';
import { homeName, hostsAgree, parseHostKey, placeHost } from './host-key.ts';

const parse = (host: string) => parseHostKey(normaliseHost(host));

describe('parseHostKey', () => {
  it.each([
    ['Thành ủy Hạ Khê', '', 'thanh uy', 'ha khe', 'district'],
    ['Ban Thường vụ Tỉnh ủy', 'ban thuong vu', 'tinh uy', '', 'province'],
    ['BCH Đảng bộ tỉnh Sơn Hải', '', 'tinh uy', 'son hai', 'province'],
    ['Đoàn giám sát số 2 của HĐND tỉnh', '', 'hdnd', '', 'province'],
    ['UBND thành phố Cửa Vịnh', '', 'ubnd', 'cua vinh', 'district'],
    ['Đảng ủy phường Hòa Lam', '', 'dang uy', 'hoa lam', 'commune'],
    ['Ban Tổ chức Tỉnh ủy Sơn Hải', 'ban to chuc', 'tinh uy', 'son hai', 'province'],
    ['huyện Trà Lâm', '', '', 'tra lam', 'district'],
    ['Ban Chỉ đạo chuyển đổi số tỉnh', 'ban chi dao chuyen doi so tinh', '', '', 'province'],
    ['Quốc hội', 'quoc hoi', '', '', null],
  ])('%s', (host, organ, body, home, level) => {
    const parsed = parse(host);
    expect([parsed.organ, parsed.body, homeName(parsed), parsed.level]).toEqual([organ, body, home, level]);
  });
});

describe('hostsAgree', () => {
  it.each([
    ['Thường trực Tỉnh ủy', 'Tỉnh ủy Sơn Hải', true, true],
    ['Ban Thường vụ Thành ủy', 'Thường trực Thành ủy', false, true],
    ['UBND TP', 'UBND thành phố Hạ Khê', true, true],
    ['HĐND huyện', 'HĐND tỉnh', false, false],
    ['Huyện ủy Trà Lâm', 'Huyện ủy Mộc Hà', false, false],
    ['Thành ủy Cửa Vịnh', 'Thành ủy Vịnh', false, false],
    ['Ban Tổ chức Tỉnh ủy', 'Tỉnh ủy', false, true],
    ['Tỉnh ủy', 'UBND tỉnh', false, false],
    ['Ban Chỉ đạo chuyển đổi số tỉnh', 'BCĐ chuyển đổi số tỉnh Sơn Hải', true, true],
    ['Ban Chỉ đạo 35', 'Ban Chỉ đạo chuyển đổi số tỉnh', false, false],
    ['Ban Chấp hành', 'Ban Chấp hành Đảng bộ huyện Trà Lâm', true, true],
    ['phường Hòa Lam', 'UBND phường Hòa Lam', true, true],
    ['Đoàn ĐBQH tỉnh', 'Đoàn đại biểu Quốc hội tỉnh Sơn Hải', true, true],
  ])('%s and %s: %s, under one chair %s', (a, b, agree, underOneChair) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      expect(hostsAgree(parse(one), parse(other), false)).toBe(agree);
      expect(hostsAgree(parse(one), parse(other), true)).toBe(underOneChair);
    }
  });
});

describe('placeHost', () => {
  const city = { province: 'son hai', district: 'ha khe' };
  const province = { province: 'son hai', district: null };
  it.each([
    ['Thành ủy', city, 'thanh uy ha khe', 'son hai ha khe'],
    ['Thành ủy', province, 'thanh uy', null],
    ['Thành ủy Hạ Khê', province, 'thanh uy ha khe', 'son hai ha khe'],
    ['Tỉnh ủy', city, 'tinh uy son hai', 'son hai'],
    ['Tỉnh ủy Láng Đông', province, 'tinh uy lang dong', 'lang dong'],
    ['Ban Chỉ đạo 35 tỉnh', province, 'ban chi dao 35 tinh son hai', 'son hai'],
    ['Đảng ủy xã Suối Lâm', city, 'dang uy xa suoi lam', 'son hai'],
    ['Ban Tổ chức Trung ương', city, 'ban to chuc trung uong', null],
    ['Thành ủy', null, 'thanh uy', null],
  ])('%s from %j', (host, source, hostKey, placeKey) => {
    expect(placeHost(normaliseHost(host), source)).toEqual({ hostKey, placeKey });
  });
});
