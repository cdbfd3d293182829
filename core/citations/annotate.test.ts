import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '../../test/property-runs.ts';
import { annotateText } from './annotate.ts';
import type { Span } from './citation.ts';
import { extractCitations } from './extract.ts';

function draw(text: string, spans: readonly Span[]): string {
  return annotateText(text, spans)
    .map((segments) =>
      segments.map(({ text: part, citation }) => (citation === null ? part : `[${citation}:${part}]`)).join(''),
    )
    .join('¶');
}

const span = (start: number, end: number): Span => ({ start, end });
const rows: readonly [note: string, text: string, spans: readonly Span[], drawn: string][] = [
  ['nothing to mark', 'một hai', [], 'một hai'],
  ['a span inside', 'một hai ba', [span(4, 7)], 'một [0:hai] ba'],
  ['spans that touch', 'abcd', [span(0, 2), span(2, 4)], '[0:ab][1:cd]'],
  ['the whole text', 'abc', [span(0, 3)], '[0:abc]'],
  ['paragraphs', 'một\n\nhai\n \t\nba', [span(5, 8)], 'một¶[0:hai]¶ba'],
  ['a lone line end stays', 'một\nhai', [], 'một\nhai'],
  ['a span over a paragraph’s end is cut there', 'một\n\nhai', [span(0, 8)], '[0:một]¶[0:hai]'],
  ['a span in the gap is dropped', 'a\n\n\nb c', [span(1, 4), span(4, 5)], 'a¶[1:b] c'],
  ['an empty text', '', [], ''],
  ['blank lines only', '\n\n\n', [], ''],
];

describe('annotateText', () => {
  it.each(rows)('%s', (_note, text, spans, drawn) => {
    expect(draw(text, spans)).toBe(drawn);
  });

  it('marks the citations of a text', () => {
    const text = 'Theo Chỉ thị số 05-CT/TW.\n\nNghị quyết số 21-NQ/TU và Chỉ thị này.';
    expect(draw(text, extractCitations(text))).toBe(
      'Theo [0:Chỉ thị số 05-CT/TW].¶[1:Nghị quyết số 21-NQ/TU] và [2:Chỉ thị này].',
    );
  });

  it(
    'loses and repeats no character of a paragraph',
    () => {
      const texts = fc
        .array(fc.constantFrom('a', 'ử', ' ', '\n', '\n\n', '\t', '😀', 'số 5'))
        .map((parts) => parts.join(''));
      const cuts = fc.array(fc.nat(40), { maxLength: 12 });
      fc.assert(
        fc.property(texts, cuts, (text, at) => {
          const points = [...new Set(at.map((point) => Math.min(point, text.length)))].sort((a, b) => a - b);
          const spans = points.flatMap((start, index) => {
            const end = points[index + 1];
            return end === undefined || index % 2 === 1 ? [] : [span(start, end)];
          });
          const paragraphs = annotateText(text, spans);
          const printed = text.split(/[^\S\n]*\n(?:[^\S\n]*\n)+/u).filter((part) => part !== '');
          expect(paragraphs.map((segments) => segments.map((segment) => segment.text).join(''))).toEqual(printed);
          const marked = paragraphs.flat().flatMap((segment) => (segment.citation === null ? [] : [segment]));
          for (const { text: part, citation } of marked) {
            const whole = spans[citation ?? -1];
            expect(part).not.toBe('');
            expect(text.slice(whole?.start, whole?.end)).toContain(part);
          }
        }),
        propertyRuns(300),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});
