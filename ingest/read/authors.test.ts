import { describe, expect, it } from 'vitest';
import { isAccount, isSourceLine, readAuthorLine, tidyAuthor } from './authors.ts';

describe('readAuthorLine', () => {
  it.each([
    ['Minh Châu', 'Minh Châu'],
    ['Hồng Hà – Huy Bách', 'Hồng Hà – Huy Bách'],
    [`${' '.repeat(120)}Hồng Hà -  Huy Bách`, 'Hồng Hà - Huy Bách'],
    ['Tin, ảnh: Thu Cúc', 'Thu Cúc'],
    ['Bài và ảnh: Cúc', 'Cúc'],
    ['Thu Cúc (CTV)', 'Thu Cúc'],
    ['Thu Cúc/TTXVN', 'Thu Cúc'],
    ['MINH CHÂU', 'MINH CHÂU'],
    ['Trần Thị Mai Lan, Lê Sáu và Đỗ Tư', 'Trần Thị Mai Lan, Lê Sáu và Đỗ Tư'],
    ["Ksor H'Lan", "Ksor H'Lan"],
  ])('%s', (line, author) => expect(readAuthorLine(line)).toBe(author));

  it.each([
    'Quang cảnh hội nghị',
    'Cúc',
    'Đồng chí Trần Văn Mẫu phát biểu',
    'Trần Văn Mẫu, Bí thư Huyện ủy',
    'Hội Nông Dân',
    'Lượt xem: 204',
    '20/10/2023',
    'Nguyễn Văn A1',
    '.',
    '',
    'Một '.repeat(200),
  ])('%s is none', (line) => expect(readAuthorLine(line)).toBeNull());
});

describe('isAccount', () => {
  it.each(['Super User', 'admin', 'admin_vantra', 'Quản trị viên', 'Ban Biên tập', 'vp@camkhe.example'])(
    '%s is one',
    (name) => expect(isAccount(name)).toBe(true),
  );
  it.each(['Minh Châu', 'Trần Quản', 'Adam Lê'])('%s is none', (name) => expect(isAccount(name)).toBe(false));
});

describe('isSourceLine', () => {
  it.each(['Theo TTXVN', '(Theo Báo Quảng Hải)', 'Nguồn: camkhe.example', 'Nguồn tin: Đài truyền thanh Vân Trà'])(
    '%s is one',
    (line) => expect(isSourceLine(line)).toBe(true),
  );
  it.each([
    'Theo kế hoạch, huyện sẽ làm xong trong quý II.',
    'Theo ông Lê Thử, việc này không khó',
    'Nguồn nước',
    'Minh Châu',
  ])('%s is none', (line) => expect(isSourceLine(line)).toBe(false));
});

describe('tidyAuthor', () => {
  it('trusts markup', () => {
    expect(tidyAuthor(' Tác giả:  hoàng lan ')).toBe('hoàng lan');
    expect(tidyAuthor('By Hoàng Lan')).toBe('Hoàng Lan');
    expect(tidyAuthor('  ')).toBeNull();
  });
});
