import { describe, expect, it } from 'vitest';
import { readLegacyText } from './legacy-text.ts';

/** A square of these sizes would take minutes; a busy machine does not. */
const TIMEOUT_MS = 60_000;

describe('a text that attacks the reader of legacy encodings comes to an end', () => {
  it.each([
    ['tags that never end', '<a '.repeat(300_000)],
    ['signs without a base', 'ùøû'.repeat(300_000)],
    ['lines of one letter', '\u00b5\n'.repeat(300_000)],
    [
      'words that differ',
      Array.from({ length: 200_000 }, (_, at) => `\u00ae${at.toString(26).replace(/\d/g, 'k')}`).join(' \n'),
    ],
    ['heaps of marks', `NghÞ quyÕt cña §¶ng bé vµ Uû ban nh©n d©n\n${'\u0301\u0323'.repeat(50_000)}`],
    ['a legacy text', 'Nghò quyeát cuûa Ñaûng boä vaø UÛy ban nhaân daân\n'.repeat(20_000)],
  ])(
    '%s',
    (_, text) => {
      const read = readLegacyText(text);
      if (read !== null) expect(read.endOf(read.text.length)).toBe(text.length);
    },
    TIMEOUT_MS,
  );
});
