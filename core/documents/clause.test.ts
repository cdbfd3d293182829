import { describe, expect, it } from 'vitest';
import { dropOwnWords, isListJoint, squeeze } from './clause.ts';

describe('squeeze', () => {
  it.each([
    ['  Thực   HIỆN\n', ' thực hiện '],
    ['uỷ ban, thuỷ sản, huỷ bỏ', 'ủy ban, thủy sản, hủy bỏ'],
    ['hoà bình, xoá, khoẻ, khoá XII', 'hòa bình, xóa, khỏe, khóa xii'],
    ['quý, quỹ, hoàn, toán, thuyền', 'quý, quỹ, hoàn, toán, thuyền'],
    ['to\u0323\u0302 chu\u031b\u0301c', 'tộ chức'],
  ])('%j → %j', (text, squeezed) => {
    expect(squeeze(text)).toBe(squeezed);
    expect(squeeze(squeezed)).toBe(squeezed);
  });
});

describe('dropOwnWords', () => {
  it.each([
    ['a date', ' ngày 12/01/2022 đã rõ', null, 'đã rõ'],
    ['a date behind a comma, and an issuer', ', ngày 26/10/2022 của Ban Bí thư triển khai ', null, 'triển khai '],
    ['a date in brackets', ' (12/01/2022) đã rõ', null, 'đã rõ'],
    ['a date in words', ' ngày 5 tháng 3 năm 2020 đã rõ', null, 'đã rõ'],
    ['the same day', ', cùng ngày 25-10-2021, thay thế', null, ', thay thế'],
    ['a term', ' khóa XII và', null, 'và'],
    ['an issuer ends where its document acts', ' của HĐND tỉnh sửa đổi, bổ sung', null, 'sửa đổi, bổ sung'],
    ['what stands behind a stray sign', '> ngày 12/12/2013 của Bộ Chính trị; kế hoạch', null, '; kế hoạch'],
    ['a subject', ' của Thành ủy về chỉnh trang đô thị, thay thế', 'chỉnh trang đô thị', ', thay thế'],
    ['a quoted subject', ' “Về chỉnh trang đô thị” và', 'chỉnh trang đô thị', ' và'],
    ['a subject in old spelling', ' về xoá đói và', 'xoá đói', ' và'],
    [
      'a subject that reaches into the next mention stays',
      'về thực hiện ',
      'thực hiện Chỉ thị số 18-CT/TW',
      'về thực hiện ',
    ],
    [
      'a subject up to what was done',
      ' về chợ đêm được thay thế bằng ',
      'chợ đêm được thay thế bằng',
      ' được thay thế bằng ',
    ],
    ['a subject up to its document’s fate', ' về chợ đêm hết hiệu lực.', 'chợ đêm hết hiệu lực', ' hết hiệu lực.'],
    ['a subject up to the next clause', ' về nhà ở, Sở Thử ban hành ', 'nhà ở, Sở Thử ban hành', ', sở thử ban hành '],
    ['the tail of a title', ' về chợ đêm gắn với du lịch sửa đổi ', 'chợ đêm', ' sửa đổi '],
    ['no verb as a tail', ' về chợ đêm gắn với triển khai ', 'chợ đêm', ' gắn với triển khai '],
    ['the day of issue', ' ký ngày 5/3/2020 được', null, 'được'],
    ['the day of issue in brackets', ' (ban hành ngày 5/3/2020) của Bộ Thử bị', null, 'bị'],
    ['who issued it', ' ngày 5/3/2020 do HĐND tỉnh ban hành quy định', null, 'quy định'],
    ['an issuer in brackets', ' ngày 5/3/2020 (UBND thành phố) hết', null, 'hết'],
    ['who issued it, behind the subject', ' về chợ đêm do Sở Thử ban hành bị', 'chợ đêm', 'bị'],
    ['a ministry of two', ' của Bộ Giáo dục và Đào tạo và ', null, 'và '],
    ['an issuer before what it adjusts', ' của Bộ Tài chính điều chỉnh ', null, 'điều chỉnh '],
    ['nothing of its own', ' và ', null, ' và '],
  ])('takes off %s', (_note, text, subject, rest) => {
    expect(dropOwnWords(squeeze(text), subject)).toBe(rest);
  });

  it.each([' của a', ' ngày 1/1/2020', ',', ' về', ' các', ' (', '>'])(
    'comes to an end: %s',
    (piece) => {
      const long = squeeze(piece.repeat(20_000));
      expect(() => isListJoint(dropOwnWords(long, 'về'))).not.toThrow();
      expect(() => isListJoint(dropOwnWords(long.slice(0, 5000), long.slice(0, 5000)))).not.toThrow();
    },
    60_000,
  );
});

describe('isListJoint', () => {
  it.each([
    ['', true],
    [', ', true],
    [' và ', true],
    ['; ', true],
    [' và các ', true],
    [', số ', true],
    [' cùng với ', true],
    ['); “', true],
    ['về chỉnh trang đô thị và ', true],
    ['; các nghị định của chính phủ: ', true],
    [', thay thế ', false],
    [' đã nêu ', false],
    ['về chỉnh trang đô thị ', false],
    ['; yêu cầu: ', false],
  ])('%j: %s', (rest, isJoint) => {
    expect(isListJoint(rest)).toBe(isJoint);
  });
});
