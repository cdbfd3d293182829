import { describe, expect, it } from 'vitest';
import { activityRows, bodyRows, falseFriends, NOT_A_REPORT, namedRows } from './kind-rows.ts';
import { meetingKinds } from './meeting.ts';
import { foldForm } from './prose.ts';

describe('rows of kinds', () => {
  it.each([...namedRows, ...activityRows, ...bodyRows].map((row) => [row.kind, row.example, row.pattern] as const))(
    '%s: %s',
    (_, example, pattern) => {
      expect(foldForm(example)).toMatch(pattern);
    },
  );

  it('leave no kind without a row', () => {
    const told = new Set([...namedRows, ...activityRows, ...bodyRows].map(({ kind }) => kind));
    expect(meetingKinds.filter((kind) => !told.has(kind))).toEqual([]);
  });

  it.each([
    ['tại Trung tâm Hội nghị tỉnh', 'tại · tỉnh'],
    ['Nghị quyết Đại hội XIII', '· xiii'],
    ['sau 3 ngày làm việc', 'sau 3 ·'],
    ['có 20 cuộc đối thoại.', 'có ·.'],
    ['tiếp xúc cử tri trước kỳ họp thứ 8', 'tiếp xúc cử tri · thứ 8'],
    ['chuẩn bị nội dung kỳ họp', '·'],
    ['chủ nhiệm Ủy ban Kiểm tra', 'chủ nhiệm ·'],
    ['Trụ sở tiếp công dân', '·'],
    ['Ban Tổ chức Tỉnh ủy', '· tỉnh ủy'],
    ['hội nghị sơ kết', 'hội nghị sơ kết'],
    ['ngày 5/4 buổi làm việc', 'ngày 5/4 buổi làm việc'],
    ['tổ chức thành công Đại hội', 'tổ chức thành công đại hội'],
  ])('false friends in "%s"', (printed, left) => {
    const clear = falseFriends.reduce((text, friend) => text.replace(friend, '·'), foldForm(printed));
    expect(clear).toBe(left);
  });

  it.each([
    ['Thông báo về việc tiếp công dân', true],
    ['Tạm hoãn buổi tiếp công dân', true],
    ['Lịch công tác tuần', true],
    ['Thông báo nhanh kết quả hội nghị', false],
    ['Hội nghị thông báo kết luận', false],
  ])('no report: %s is %s', (opening, expected) => {
    expect(NOT_A_REPORT.test(foldForm(opening))).toBe(expected);
  });
});
