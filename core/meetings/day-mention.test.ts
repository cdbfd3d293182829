import { describe, expect, it } from 'vitest';
import { findDays } from './day-mention.ts';
import { toSentence } from './prose.ts';

const shown = (printed: string): string[] =>
  findDays(toSentence(printed)).map(({ first, last, veto }) => {
    const [from, to] = [first, last].map(({ day, month, year }) => [day, month, year ?? '?'].join('/'));
    return `${from === to ? from : `${from}..${to}`}${veto === null ? '' : ` ${veto}`}`;
  });

describe('findDays', () => {
  it.each([
    ['Ngày 21/3, Thành ủy', ['21/3/?']],
    ['Sáng 17/12', ['17/12/?']],
    ['Chiều 3.3, Đảng ủy', ['3/3/?']],
    ['Ngày 8-7, đồng chí', ['8/7/?']],
    ['ngày 13-16/12', ['13/12/?..16/12/?']],
    ['ngày 8-10/12', ['8/12/?..10/12/?']],
    ['từ 13 đến 16/12', ['13/12/?..16/12/?']],
    ['từ ngày 13/12 đến hết ngày 16/12/2022', ['13/12/2022..16/12/2022']],
    ['từ 30/12 đến 2/1/2021', ['30/12/2020..2/1/2021']],
    ['trong hai ngày 21 và 22/7/2020', ['21/7/2020..22/7/2020']],
    ['ngày 21, 22 và 23/7', ['21/7/?..23/7/?']],
    ['trong 2 ngày (28 - 29/5)', ['28/5/?..29/5/?']],
    ['chiều 17/12 và ngày 18/12', ['17/12/?..18/12/?']],
    ['ngày 05 tháng 02 năm 2023', ['5/2/2023']],
    ['ngày 21 và 22 tháng 7 năm 2020', ['21/7/2020..22/7/2020']],
    ['ngày 9 tháng năm', ['9/5/?']],
    ['ngày 9 tháng mười một năm 2020', ['9/11/2020']],
    ['ngày 7/6/22', ['7/6/2022']],
    ['Sáng nay, 21/3, tại', ['21/3/?']],
    ['hôm qua (27-9)', ['27/9/?']],
    ['sáng thứ Ba, ngày 21/3', ['21/3/?']],
    ['thứ năm (20/4)', ['20/4/?']],
    ['ngày 12/12, 12/12 phường hoàn thành', ['12/12/?']],
    ['Ngày 31/11', ['31/11/?']],
  ])('%s', (printed, expected) => {
    expect(shown(printed)).toEqual(expected);
  });

  it.each([
    ['đến nay 12/12 phường', []],
    ['kết nạp 468/450 đảng viên', []],
    ['tăng từ 8/10 xã lên 10/10 xã', []],
    ['trực 24/7', []],
    ['đạt 92,3% và 3.353 hồ sơ', []],
    ['ngày 3.353 lượt', []],
    ['kỳ họp thứ ba, khóa XV', []],
    ['giai đoạn 2021- 2025', []],
    ['ngày 20 tháng này', []],
    ['Nghị quyết số 19-NQ/TW, ngày 28/11/2019 của', ['28/11/2019 document']],
    ['Thông báo số 812 – TB/ Tu ngày 15/2/2023', ['15/2/2023 document']],
    ['Chỉ thị 05 ngày 12/4', ['12/4/? document']],
    ['Quyết định ban hành ngày 12/4/2022', ['12/4/2022 document']],
    ['Kế hoạch số 12-KH/TU, ngày 21/3, Thị ủy', ['21/3/?']],
    ['hoàn thành trước ngày 30/6', ['30/6/? occasion']],
    ['chào mừng ngày 19/5', ['19/5/? occasion']],
    ['tính đến ngày 15/3', ['15/3/? until']],
    ['có hiệu lực từ ngày 1/7', ['1/7/? since']],
    ['ngày 10/3 âm lịch (tức ngày 21/4)', ['10/3/? lunar', '21/4/?']],
  ])('no day of an event: %s', (printed, expected) => {
    expect(shown(printed)).toEqual(expected);
  });
});
