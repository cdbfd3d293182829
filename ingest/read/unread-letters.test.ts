import { describe, expect, it } from 'vitest';
import { tellUnreadForm, unreadForms } from './unread-letters.ts';

describe('tellUnreadForm', () => {
  it.each(unreadForms)('$name', ({ name, example }) => {
    expect(tellUnreadForm(`${example} `.repeat(10))).toBe(name);
  });

  it.each([
    ['Vietnamese', 'Hội nghị giao ban của Thường trực Thành ủy (mở rộng) '],
    ['French', 'Côté Vietnam, « la forêt brûlée » été là où naît Noël '],
    ['telephone numbers', 'Đường dây nóng của Ủy ban nhân dân phường, trực cả ngày nghỉ: +84-912345678- '],
    ['formulas', 'Trong đó x^2 + a^2 là diện tích còn lại sau khi thu hồi đất, c+ là hệ số bồi thường '],
  ])('not %s', (_, line) => expect(tellUnreadForm(line.repeat(10))).toBeNull());

  it('not a text too short to tell', () => expect(tellUnreadForm('tr+HvE-c')).toBeNull());
});
