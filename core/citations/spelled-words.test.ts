import { describe, expect, it } from 'vitest';
import { foldText } from './fold.ts';
import { spelledWords } from './spelled-words.ts';

const words = spelledWords(['của', 'ban hành', 'ủy viên', 'con']);
const small = spelledWords(['hội nghị'], { isSmallLetters: true });

describe('spelledWords', () => {
  const rows: readonly [text: string, stands: boolean][] = [
    [' của tỉnh', true],
    [' cửa hàng', false],
    [' CỦA TỈNH', true],
    [' của', true],
    [' của1', true],
    [' củai', false],
    ['của', false],
    ['  của', true],
    ['\ncủa', true],
    [' ban hành', true],
    [' ban\nhành', true],
    [' bản hành', false],
    [' uỷ viên', true],
    [' ủy viên', true],
    [' con vật', true],
    [' còn lại', false],
    [' cua tinh', true],
    [' cua tỉnh', false],
    [' của'.normalize('NFD'), true],
  ];
  it.each(rows)('%j: %s', (text, stands) => {
    expect(words.standBehind(foldText(text), 0)).toBe(stands);
  });

  it('may insist on small letters', () => {
    expect(small.standBehind(foldText(' hội nghị toàn quốc'), 0)).toBe(true);
    expect(small.standBehind(foldText(' Hội nghị Trung ương'), 0)).toBe(false);
  });
});
