import { describe, expect, it } from 'vitest';
import { aMeeting } from '../../test/builders.ts';
import { findGrounds } from './article-grounds.ts';

const text =
  'Ngày mai trời đẹp. Sáng 05/4/2022, tại Hội trường Thành ủy, Thành ủy Sông Mơ họp giao ban.\n\nĐồng chí Lê Văn Thử chủ trì hội nghị. Ông Trần Văn Mẫu dự.';
const held = aMeeting({ place: 'Hội trường Thành ủy' });

function ground(field: 'date' | 'host' | 'place' | 'chair', own: Partial<typeof held> | null, printed = text) {
  const meeting = own === null ? null : { ...held, ...own };
  return findGrounds({ title: 'Tin họp', text: printed, meeting }, held)[field];
}

describe('findGrounds', () => {
  it.each([
    ['date', 'Sáng 05/4/2022, tại Hội trường Thành ủy, Thành ủy Sông Mơ họp giao ban.'],
    ['host', 'Sáng 05/4/2022, tại Hội trường Thành ủy, Thành ủy Sông Mơ họp giao ban.'],
    ['place', 'Sáng 05/4/2022, tại Hội trường Thành ủy, Thành ủy Sông Mơ họp giao ban.'],
    ['chair', 'Đồng chí Lê Văn Thử chủ trì hội nghị.'],
  ] as const)('quotes the sentence that states the %s', (field, sentence) => {
    expect(ground(field, {})).toEqual({ kind: 'sentence', sentence });
  });

  it.each([
    ['ngày 5 tháng 4', true],
    ['5-4', true],
    ['15/4', false],
    ['5/40', false],
    ['5/4/2022', true],
  ])('finds the day printed as %s: %s', (printed, isFound) => {
    const found = ground('date', {}, `Họp ${printed} vừa qua.`);
    expect(found).toEqual(isFound ? { kind: 'sentence', sentence: `Họp ${printed} vừa qua.` } : null);
  });

  it('says what only other reports state, and is silent where no sentence holds the words', () => {
    expect(ground('chair', { chair: null })).toEqual({ kind: 'other_reports' });
    expect(ground('date', { date: null })).toEqual({ kind: 'other_reports' });
    expect(ground('place', null)).toEqual({ kind: 'other_reports' });
    expect(ground('host', { host: 'Huyện ủy Cầu Mây' })).toBeNull();
    expect(ground('date', { date: '2022-04' })).toBeNull();
    expect(findGrounds({ title: null, text, meeting: held }, { ...held, place: null }).place).toBeNull();
  });
});
