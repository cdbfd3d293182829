import { describe, expect, it } from 'vitest';
import { extractCitations } from './extract.ts';

/** A square of these rows would take minutes; a busy machine does not. How fast it is, is for the benchmark to say. */
const TIMEOUT_MS = 60_000;

describe('dates of layouts', () => {
  it(
    'come to an end where the rows do not',
    () => {
      expect(extractCitations('1 | 455/QĐ-UBND | 9/8/2007 | '.repeat(4000)).length).toBe(4000);
    },
    TIMEOUT_MS,
  );
});
