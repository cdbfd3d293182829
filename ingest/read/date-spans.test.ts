import { describe, expect, it } from 'vitest';
import { beginsWithLaterHour, isEndOfSpan, isSpanWord } from './date-spans.ts';
import { findDates } from './dates.ts';

describe('spans of days', () => {
  it.each(['9-', 'vom 9. bis ', '(9 – ', 'June 9th to ', 'del 9 al ', 'vom 9. bis zum '])('%s ends one', (before) =>
    expect(isEndOfSpan(before, '23. Februar 2017')).toBe(true),
  );
  it.each(['', 'ngày ', '14:30 - ', 'Bonn - ', '2022 - ', '9. ', 'Seite 32 - '])('%s ends none', (before) =>
    expect(isEndOfSpan(before, '23. Februar 2017')).toBe(false),
  );
  it('needs a month in letters', () => expect(isEndOfSpan('Trang 8 - ', '20/10/2022')).toBe(false));
  it.each(['9-23 Feb 2017', 'Ausstellung vom 9. bis 23. Februar 2017'])('%s is no date', (line) =>
    expect(findDates(line)).toEqual([]),
  );
});

describe('spans of hours', () => {
  it.each([' Uhr - 19:00 Uhr', ' – 15:30', ' bis 16.00 Uhr', ' to 9:45'])('%s ends one', (behind) =>
    expect(beginsWithLaterHour(behind)).toBe(true),
  );
  it.each(['', ' - 642 views', ' | 19:00', ' Uhr', ', aktualisiert 19:00'])('%s ends none', (behind) =>
    expect(beginsWithLaterHour(behind)).toBe(false),
  );
});

describe('words between two days', () => {
  it.each([' - ', '–', ' bis zum ', ' to ', ' đến ngày '])('%s makes a span', (word) =>
    expect(isSpanWord(word)).toBe(true),
  );
  it.each([' ', ', updated ', ' | ', ' (This post was last modified: '])('%s makes none', (word) =>
    expect(isSpanWord(word)).toBe(false),
  );
});
