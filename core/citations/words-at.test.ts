import { describe, expect, it } from 'vitest';
import { wordEnds, wordStarts } from './words-at.ts';

const ends = wordEnds(['nghi quyet', 'quyet dinh', 'luat', 'so', 't.u']);

describe('wordEnds', () => {
  it.each([
    { note: 'a word of two syllables', text: 'thuc hien nghi quyet', expect: true },
    { note: 'broken over lines', text: 'nghi\nquyet', expect: true },
    { note: 'joined by a dash in old print', text: 'quyet-dinh', expect: true },
    { note: 'glued to the word before', text: 'thuc hienluat', expect: true },
    { note: 'with a dot in it', text: 'nghi quyet t.u', expect: true },
    { note: 'at the start of the text', text: 'so', expect: true },
    { note: 'its last syllable alone', text: 'kien quyet', expect: false },
    { note: 'a word before it in the list, but not whole', text: 'uyet dinh', expect: false },
    { note: 'a paragraph ends in it', text: 'nghi\fquyet', expect: false },
    { note: 'a sign behind it', text: 'luat,', expect: false },
    { note: 'nothing', text: '', expect: false },
  ])('$note', ({ text, expect: expected }) => {
    expect(ends(text, text.length)).toBe(expected);
  });

  it('looks at what stands before the place alone', () => {
    expect(ends('luat dat dai', 4)).toBe(true);
    expect(ends('luat dat dai', 3)).toBe(false);
  });
});

describe('wordStarts', () => {
  const starts = wordStarts(['tinh uy', 'hdnd']);

  it.each([
    { note: 'a word of two syllables', text: 'tinh uy ha khe', expect: true },
    { note: 'broken over lines', text: 'tinh\nuy', expect: true },
    { note: 'with more glued to it', text: 'hdndtinh', expect: true },
    { note: 'cut by the end of the text', text: 'tinh u', expect: false },
    { note: 'another word that begins alike', text: 'tinh doan', expect: false },
    { note: 'a word that begins later', text: ' hdnd', expect: false },
  ])('$note', ({ text, expect: expected }) => {
    expect(starts(text, 0)).toBe(expected);
  });
});
