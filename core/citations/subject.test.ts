import { describe, expect, it } from 'vitest';
import { extractCitations } from './extract.ts';
import { foldText } from './fold.ts';
import { readSubject } from './subject.ts';

const subjects: readonly [behind: string, subject: string | null][] = [
  [' về phát triển du lịch.', 'phát triển du lịch'],
  [' về việc giao đất ở; các phòng', 'giao đất ở'],
  [' v/v giao đất ở cho dân', 'giao đất ở cho dân'],
  [', về phát triển du lịch (lần hai)', 'phát triển du lịch'],
  [' “Về phát triển du lịch, dịch vụ; nghỉ dưỡng” và', 'phát triển du lịch, dịch vụ; nghỉ dưỡng'],
  [': về phát triển du lịch', 'phát triển du lịch'],
  [' về phát triển\ndu lịch', 'phát triển'],
  [' về phát triển du lịch, ngày 3/4', 'phát triển du lịch'],
  [' về phát triển du lịch và Chỉ thị số', 'phát triển du lịch'],
  [' về phát triển du lịch đã đạt kết quả', 'phát triển du lịch'],
  [' về ph&aacute;t tri&#7875;n du\u200b lịch', 'phát triển du lịch'],
  [' về phát triển Ðông Ðô', 'phát triển Đông Đô'],
  [' nói về du lịch', null],
  [' về xã', null],
  ['. Về phát triển du lịch', null],
  [' phát triển du lịch', null],
];

describe('readSubject', () => {
  it.each(subjects)('%j', (behind, subject) => {
    expect(readSubject(foldText(behind), 0, null)).toBe(subject);
  });

  it('ends before the next citation, or takes it in where its words need it', () => {
    const read = (text: string): readonly (string | null)[] => extractCitations(text).map(({ subject }) => subject);
    expect(read('Kế hoạch số 1-KH/TU về triển khai thực hiện Chỉ thị số 2-CT/TW của Ban Bí thư')).toEqual([
      'triển khai thực hiện Chỉ thị số 2-CT/TW',
      null,
    ]);
    expect(read('Kế hoạch số 1-KH/TU về đất đai, Chỉ thị số 2-CT/TW về công tác cán bộ')).toEqual([
      'đất đai',
      'công tác cán bộ',
    ]);
    expect(
      read('quán triệt Chỉ thị số 2-CT/TW về nuôi ong và thảo luận kế hoạch triển khai Kết luận số 3-KL/TW'),
    ).toEqual(['nuôi ong', null]);
    expect(read('Chỉ thị số 2-CT/TW về nghiên cứu, học tập và quán triệt Kết luận số 3-KL/TW')).toEqual([
      'nghiên cứu, học tập và quán triệt',
      null,
    ]);
  });

  it('is composed, on one line, and not endless', () => {
    expect(readSubject(foldText(' về phát triển  du lịch'.normalize('NFD')), 0, null)).toBe('phát triển du lịch');
    expect(readSubject(foldText(` về ${'phát triển '.repeat(40)}`), 0, null)).toBeNull();
  });
});
