import { describe, expect, it } from 'vitest';
import { readAuthorLine, tidyAuthor } from './authors.ts';

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

describe('tidyAuthor', () => {
  it('trusts markup', () => {
    expect(tidyAuthor(' Tác giả:  hoàng lan ')).toBe('hoàng lan');
    expect(tidyAuthor('By Hoàng Lan')).toBe('Hoàng Lan');
    expect(tidyAuthor('  ')).toBeNull();
  });
});
