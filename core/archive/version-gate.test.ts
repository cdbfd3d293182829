import { describe, expect, it } from 'vitest';
import type { GatedText } from './version-gate.ts';
import { judgeVersion } from './version-gate.ts';

const long = 'Hội nghị nghe báo cáo. '.repeat(40);
const other = 'Nhà cái uy tín, nạp rút nhanh, khuyến mãi mỗi ngày. '.repeat(20);
const two = `${long}${'Đại biểu thảo luận về thu ngân sách và cải cách hành chính. '.repeat(8)}`;
const held = (text: string, title: string | null = 'Họp giao ban'): GatedText => ({ status: 'held', title, text });

describe('judgeVersion', () => {
  it.each([
    ['a correction', held(long), held(`${long}Sửa một chữ.`), 0, null],
    ['half as long', held(long), held(long.slice(0, long.length / 2)), 0, null],
    ['a notice in its place', held(long), held('Trang đang bảo trì.'), 0, 'much-shorter'],
    ['short texts that change by much', held('Tin vắn hôm nay của tỉnh.'), held('Tin.'), 0, null],
    ['nothing', held(long), held(' \n'), 0, 'text-lost'],
    ['a scan in its place', held(long), { ...held(long), status: 'text_unavailable' } as const, 0, 'text-lost'],
    ['a page without its title', held(long), held(`${long}!`, null), 0, 'title-lost'],
    ['a page that never had one', held(long, null), held(`${long}!`, null), 0, null],
    ['another text of that length', held(long), held(other), 0, 'other-text'],
    ['another title and another text', held(two), held(`${long}${other}`, 'Tin vắn'), 0, 'other-text'],
    ['another title above the same text', held(two), held(two, 'Họp giao ban quý I'), 0, null],
    ['the title in other letters and marks', held(two), held(`${long}${other}`, 'HỌP GIAO BAN.'), 0, null],
    ['letters destroyed', held(long), held(long.replaceAll('ộ', '\ufffd')), 0, 'letters-lost'],
    ['a sign or two lost', held(long), held(long.replace('ộ', '\ufffd')), 0, null],
    ['the text of three other pages', held(long), held(`${long}!`), 3, 'same-text-elsewhere'],
    ['the text of two other pages', held(long), held(`${long}!`), 2, null],
    ['anything where there was nothing', held(''), held('Tin.'), 9, null],
  ])('%s', (_note, current, next, twins, verdict) => {
    expect(judgeVersion(current, next, twins)).toBe(verdict);
  });
});
