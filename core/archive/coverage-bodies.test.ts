import { describe, expect, it } from 'vitest';
import type { Place } from '../documents/document.ts';
import { chooseWording, placeHostBody } from './coverage-bodies.ts';

const paper: Place = { province: 'Quảng Hải' };
const portal: Place = { province: 'Quảng Hải', district: 'Hạ Khê' };
const day = '2023-03-01';

describe('the body behind a host', () => {
  it.each<[host: string, sources: readonly Place[], key: string, level: string | null]>([
    ['Tỉnh ủy Quảng Hải', [], 'tinh-uy.quang-hai', 'province'],
    ['Ban Thường vụ Tỉnh ủy Quảng Hải', [], 'tinh-uy.quang-hai', 'province'],
    ['BCH Đảng bộ tỉnh Quảng Hải', [portal], 'tinh-uy.quang-hai', 'province'],
    ['Tỉnh ủy', [paper], 'tinh-uy.quang-hai', 'province'],
    ['Tỉnh ủy', [], 'tinh-uy', 'province'],
    ['HĐND tỉnh Nam Trung', [paper], 'hdnd.nam-trung', 'province'],
    ['Sở Xây dựng Quảng Hải', [paper], 'so-xay-dung-quang-hai.quang-hai', 'province'],
    ['Thành ủy Hạ Khê', [paper], 'thanh-uy.ha-khe.quang-hai', 'district'],
    ['Thường trực Thành uỷ', [portal], 'thanh-uy.ha-khe.quang-hai', 'district'],
    ['Thành ủy Hạ Khê', [paper, portal], 'thanh-uy.ha-khe.quang-hai', 'district'],
    ['Thành ủy Hạ Khê, tỉnh Quảng Hải', [], 'thanh-uy.ha-khe.quang-hai', 'district'],
    ['Thành ủy Hạ Khê', [], 'thanh-uy.ha-khe', 'district'],
    ['UBND huyện Trà Lâm tỉnh Nam Trung', [paper], 'ubnd.tra-lam.nam-trung', 'district'],
    ['Thành ủy Hạ Long', [], 'thanh-uy.ha-long.quang-ninh', 'district'],
    ['Huyện ủy Châu Thành', [], 'huyen-uy.chau-thanh', 'district'],
    ['Thành ủy Hải Phòng', [], 'thanh-uy.hai-phong', 'province'],
    ['Thành ủy', [{ province: 'Hải Phòng' }], 'thanh-uy.hai-phong', 'province'],
    ['UBND quận Ngô Quyền, thành phố Hải Phòng', [], 'ubnd.ngo-quyen.hai-phong', 'district'],
    ['Đảng ủy xã Suối Lâm', [portal], 'dang-uy.suoi-lam.ha-khe.quang-hai', 'commune'],
    ['Huyện Trà Lâm', [{ province: 'Nam Trung' }], 'huyen.tra-lam.nam-trung', 'district'],
    ['Ban Chỉ đạo chuyển đổi số tỉnh Quảng Hải', [portal], 'ban-chi-dao-chuyen-doi-so.quang-hai', 'province'],
    ['Ban Tổ chức Trung ương', [paper], 'ban-to-chuc-trung-uong', 'central'],
    ['Bộ Xây dựng', [paper], 'bo-xay-dung', 'central'],
    ['Trung tâm Y tế', [portal], 'trung-tam-y-te.ha-khe.quang-hai', null],
  ])('%s, in %j', (host, sources, key, level) => {
    const body = placeHostBody(host, sources, day);
    expect([body.key, body.level]).toEqual([key, level]);
    expect(body.key).toMatch(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/);
  });

  it('keeps the places apart from the key, for telling what lies within what', () => {
    expect(placeHostBody('Thành ủy', [portal], day)).toMatchObject({ province: 'quang hai', district: 'ha khe' });
    expect(placeHostBody('Tỉnh ủy Quảng Hải', [portal], day)).toMatchObject({ province: 'quang hai', district: null });
    expect(placeHostBody('Thành ủy Huế', [], '2024-12-31').level).toBe('district');
    expect(placeHostBody('Thành ủy Huế', [], '2025-01-01').level).toBe('province');
  });
});

describe('what a body is called', () => {
  it.each<[wordings: readonly [string, number][], best: string]>([
    [
      [
        ['Thành ủy', 30],
        ['Thành ủy Hạ Khê', 4],
        ['Ban Thường vụ Thành ủy Hạ Khê', 9],
      ],
      'Thành ủy Hạ Khê',
    ],
    [
      [
        ['Ban Thường vụ Tỉnh ủy Nam Trung', 2],
        ['Tỉnh ủy', 8],
      ],
      'Ban Thường vụ Tỉnh ủy Nam Trung',
    ],
    [
      [
        ['Thành ủy Hạ Khê', 1],
        ['Thành uỷ Hạ Khê', 5],
      ],
      'Thành uỷ Hạ Khê',
    ],
    [
      [
        ['Ban Chấp hành Đảng bộ tỉnh Nam Trung', 9],
        ['Tỉnh ủy Nam Trung', 1],
      ],
      'Tỉnh ủy Nam Trung',
    ],
    [
      [
        ['UBND xã B', 1],
        ['UBND xã A', 1],
      ],
      'UBND xã A',
    ],
  ])('%j', (wordings, best) => {
    expect(chooseWording(new Map(wordings))).toBe(best);
  });
});
