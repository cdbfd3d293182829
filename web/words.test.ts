import { describe, expect, it } from 'vitest';
import { vietnameseLetters } from './fixture-parts.ts';
import { sourceLang, wordsOf } from './words.ts';

describe('the words of both languages', () => {
  const vi = sentencesOf(wordsOf('vi'));
  const en = sentencesOf(wordsOf('en'));

  it('have the same keys', () => {
    expect([...en.keys()]).toEqual([...vi.keys()]);
    expect(vi.size).toBeGreaterThan(200);
  });

  it('leave no Vietnamese in English, and nothing empty that is not empty in both', () => {
    for (const [key, sentence] of en) {
      expect(sentence, key).not.toMatch(vietnameseLetters);
      expect(sentence === '', key).toBe(vi.get(key) === '');
    }
  });

  it('are in composed form and end no sentence with a stray space', () => {
    for (const [key, sentence] of [...vi, ...en]) {
      expect(sentence, key).toBe(sentence.normalize('NFC'));
      expect(sentence, key).toBe(sentence.trimEnd());
    }
  });

  it('count in English as English does', () => {
    const { counts, sureness, document } = wordsOf('en');
    expect([counts.meetings(1, '1'), counts.meetings(2, '2'), counts.meetings(0, '0')]).toEqual([
      '1 meeting',
      '2 meetings',
      '0 meetings',
    ]);
    expect(sureness.oneOf(2, '2')).toBe('May be one of 2 documents');
    expect(document.citedAt('1', '1', 1)).toBe('Cited at 1 meeting (once)');
    expect(document.citedAt('14', '31', 14)).toBe('Cited at 14 meetings (31 times)');
  });

  it('mark what sources wrote only where the page is in another language', () => {
    expect([sourceLang('vi'), sourceLang('en')]).toEqual([undefined, 'vi']);
  });
});

/** Every sentence under its dotted key; those with parameters are filled with 1, 2, 3. */
function sentencesOf(words: unknown, path = ''): Map<string, string> {
  if (typeof words === 'string') return new Map([[path, words]]);
  if (typeof words === 'function') return new Map([[path, String(words('1', '2', '3', '4'))]]);
  const entries = Object.entries(words ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  return new Map(entries.flatMap(([key, value]) => [...sentencesOf(value, `${path}.${key}`)]));
}
