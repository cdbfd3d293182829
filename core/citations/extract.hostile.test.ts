import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../../test/hostile-texts.ts';
import { annotateText } from './annotate.ts';
import { extractCitations } from './extract.ts';

const SIZE = 200_000;
/** A square of this size would take minutes; a busy machine does not. How fast it is, is for the benchmark to say. */
const TIMEOUT_MS = 60_000;

describe('hostile text comes to an end, with offsets that hold', () => {
  it.each(Object.entries(hostileTexts))(
    '%s',
    (_name, make) => {
      const text = make(SIZE);
      const citations = extractCitations(text);
      let at = 0;
      for (const { start, end, surface } of citations) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(surface).toBe(text.slice(start, end));
        at = end;
      }
      expect(annotateText(text, citations).length).toBeLessThanOrEqual(text.length);
    },
    TIMEOUT_MS,
  );
});
