import { describe, expect, it } from 'vitest';
import { relevanceSteps } from './fields.ts';
import { hasStepExactly } from './relevance.ts';
import { readWords } from './words.ts';

const originals = {
  title: 'Hoà giải về đất ở Bến Lội',
  codes: '337/2021/NQ-HĐND',
  people: 'Đoàn Thị Mẫu\nLê Văn Thử',
  body: 'Đạt chuẩn. Công tác GPMB do Ban thuong vu đôn đốc.',
};

describe('hasStepExactly', () => {
  const rows: readonly [string, string, boolean][] = [
    ['title phrase', 'hòa giải', true],
    ['title phrase', 'hoa giải', false],
    ['title phrase', 'đất ở', true],
    ['title words', 'ở đất', true],
    ['title words', 'ở đạt', false],
    ['person', 'Lê Văn Thử', true],
    ['person', 'Lê Văn Thú', false],
    ['body phrase', 'giải phóng mặt bằng', true],
    ['body phrase', 'Ban Thường vụ', false],
    ['body near', 'chuẩn đạt', true],
    ['anywhere', 'đạt bến đoàn', true],
    ['anywhere', 'đạt bến đoán', false],
    ['anywhere', 'đạt 337/2021/nq-hdnd', true],
  ];
  it.each(rows)('%s: %s %s', (name, query, holds) => {
    const step = relevanceSteps.find((row) => row.name === name);
    const words = readWords(query);
    expect(step && words.kind === 'words' && hasStepExactly(step, originals, words.wanted)).toBe(holds);
  });
});
