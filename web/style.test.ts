import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const style = readFileSync(new URL('./style.css', import.meta.url), 'utf8');

describe('the style sheet', () => {
  it.each([
    ['ink', 'paper'],
    ['faint', 'paper'],
    ['accent', 'paper'],
    ['ink', 'glow'],
    ['accent', 'glow'],
    ['accent', 'shade'],
  ])('sets --%s on --%s with a contrast of 7:1', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(7);
  });

  it('fetches nothing', () => {
    expect(style).not.toMatch(/url\(|@import|@font-face/);
  });

  it('keeps codes on one line and turns tables into cards', () => {
    expect(style).toMatch(/\.code \{\s*white-space: nowrap/);
    expect(style).toMatch(/content: attr\(data-label\)/);
    expect(style).toMatch(/@media print/);
  });

  it('weighs less than a photograph of a stamp', () => {
    expect(style.length).toBeLessThan(20_000);
  });
});

function colour(name: string): readonly number[] {
  const match = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(style);
  if (match?.[1] === undefined) throw new Error(`Reading style.css: expected a colour --${name}, found none`);
  const digits = match[1];
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255);
}

/** WCAG 2.2: ratio of the relative luminances. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
