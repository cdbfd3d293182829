import { describe, expect, it } from 'vitest';
import { foldText } from './fold.ts';
import { readPinpointAfter, readPinpointBefore } from './pinpoint.ts';

/** 10,000 places; a reader that looks at the whole text at each of them would take minutes. */
const TIMEOUT_MS = 60_000;

describe('hostile text', () => {
  const size = 10_000;
  const times = (text: string) => text.repeat(Math.ceil(size / text.length));
  const texts: Readonly<Record<string, string>> = {
    clauses: times('khoản 1, khoản 2, '),
    numbers: `khoản ${times('1, ')}`,
    letters: `điểm ${times('a, ')}`,
    dots: `điểm ${times('1.1')}`,
    ranges: `từ Điều ${times('5-')}`,
    units: times('Điều '),
    links: times('ban hành kèm theo '),
    enclosed: `Điều 3 Quy chế ${times('ai ')}ban hành kèm theo `,
    'enclosed again': `${times('quy chế ')}kèm theo `,
    appendices: times('Phụ lục '),
    brackets: times('('),
    quotes: times('“a” '),
    blanks: times(' \n'),
    numerals: `mục ${times('xi')}`,
    'short sentences': times('Điều 5 '),
  };
  it.each(Object.entries(texts))(
    'comes to an end: %s',
    (_name, text) => {
      const folded = foldText(text);
      for (let at = 0; at <= folded.text.length; at += 1) {
        for (const read of [readPinpointBefore(folded, at, 0), readPinpointAfter(folded, at)]) {
          if (read !== null) expect(read.end - read.start).toBeLessThanOrEqual(160);
        }
      }
    },
    TIMEOUT_MS,
  );
});
