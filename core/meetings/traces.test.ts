import { describe, expect, it } from 'vitest';
import { readTraces, similarity } from './traces.ts';

describe('readTraces', () => {
  it.each([
    ['Kỳ họp thứ 14, HĐND tỉnh bước sang ngày làm việc thứ hai', 'ky hop 14'],
    ['Hội nghị Ban Chấp hành Đảng bộ huyện lần thứ mười hai', 'hoi nghi 12'],
    ['Ban Chỉ đạo họp phiên thứ ba', 'phien hop 3'],
    ['Đại hội đại biểu Đảng bộ huyện lần thứ XXIII', 'dai hoi 23'],
    ['Tiếp xúc cử tri sau Kỳ họp thứ 5', null],
    ['Nghị quyết Hội nghị lần thứ 6', null],
    ['Hội nghị diễn ra ngày thứ hai', null],
  ])('reads the ordinal of %s', (title, session) => {
    expect(readTraces(title, 'Sáng 8/12, hội nghị diễn ra.').session).toBe(session);
  });

  it.each([
    ['Chiều 9/12, sau 2 ngày làm việc, kỳ họp đã bế mạc.', 'afternoon', true],
    ['Sáng ngày 9/12, Thành ủy họp.', 'morning', false],
    ['Ngày 9/12, ông Sáng phát biểu.', null, false],
  ])('reads the time of %s', (opening, partOfDay, goesOn) => {
    expect(readTraces(null, opening)).toMatchObject({ partOfDay, goesOn });
  });

  it.each([
    ['Ngày 5/6, Tỉnh ủy làm việc với Ban Thường vụ Huyện ủy Trà Lâm về quy hoạch.', ['tra lam']],
    ['Ngày 5/6, UBND tỉnh có buổi làm việc với Sở Xây dựng.', ['so xay', 'xay dung']],
    ['Ngày 5/6, UBND tỉnh có buổi làm việc với các doanh nghiệp trên địa bàn.', []],
  ])('reads the guest of %s', (opening, guest) => {
    expect([...readTraces(null, opening).guest]).toEqual(guest);
  });

  it.each([
    ['Thành ủy Hạ Khê (tỉnh Sơn Hải) họp.', 'son hai'],
    ['Tỉnh Sơn Hải và tỉnh Láng Đông ký kết.', null],
    ['Lãnh đạo tỉnh dự.', null],
  ])('reads the province of %s', (opening, province) => {
    expect(readTraces(null, opening).province).toBe(province);
  });

  it('compares matters, not the words of every report', () => {
    const traces = (opening: string) => readTraces(null, opening);
    const one = traces('Sáng 5/4, Thành ủy tổ chức hội nghị về giải phóng mặt bằng khu công nghiệp Bắc Sông Cầu.');
    const same = traces('Ngày 5/4, Thành ủy họp bàn giải phóng mặt bằng tại khu công nghiệp Bắc Sông Cầu.');
    const other = traces('Sáng 5/4, Thành ủy tổ chức hội nghị về chuyển đổi số trong trường học vùng cao.');
    expect(similarity(one, same)).toBeGreaterThan(0.7);
    expect(similarity(one, other)).toBe(0);
    expect(similarity(one, traces('Sáng 5/4, Thành ủy họp.'))).toBe(0);
  });
});
