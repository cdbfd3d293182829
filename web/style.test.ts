import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { forEachSheet, sheetNames } from './style-sheets.ts';

const sheets = forEachSheet((name) => readFileSync(new URL(`./${name}.css`, import.meta.url), 'utf8'));
const { style } = sheets;
/** The colours on a dark screen stand in a block of their own, after those of paper. */
const [day = '', night = ''] = style.split('@media screen and (prefers-color-scheme: dark)');
const schemes = { light: colours(day), dark: colours(night.slice(0, night.indexOf('}'))) };

describe.each(['light', 'dark'] as const)('in the %s scheme the style sheet', (scheme) => {
  const colour = (name: string): readonly number[] => {
    const found = schemes[scheme].get(name);
    if (found === undefined) throw new Error(`Reading style.css: expected a ${scheme} colour --${name}, found none`);
    return found;
  };

  it.each([
    ['ink', 'paper'],
    ['faint', 'paper'],
    ['accent', 'paper'],
    ['ink', 'glow'],
    ['accent', 'glow'],
    ['accent', 'shade'],
    ['ink', 'shade'],
    ['faint', 'shade'],
    ['ink', 'field'],
    ['hint', 'field'],
    ['bright', 'accent'],
    ['bright', 'deep'],
  ])('sets --%s on --%s with a contrast of 7:1', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(7);
  });

  it('draws the edges of fields with a contrast of 3:1', () => {
    expect(contrast(colour('edge'), colour('field'))).toBeGreaterThanOrEqual(3);
    expect(contrast(colour('edge'), colour('paper'))).toBeGreaterThanOrEqual(3);
  });
});

describe('the style sheet', () => {
  it('names the same colours in both schemes, and tells browsers of both', () => {
    expect([...schemes.dark.keys()]).toEqual([...schemes.light.keys()]);
    expect(day).toMatch(/color-scheme: light dark;/);
  });

  it('keeps codes on one line and turns tables into cards', () => {
    expect(style).toMatch(/\.code \{\s*white-space: nowrap/);
    expect(style).toMatch(/content: attr\(data-label\)/);
    expect(style).toMatch(/@media print/);
  });

  it('is one of those that are served', () => {
    const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.css'));
    expect(files.sort()).toEqual(sheetNames.map((name) => `${name}.css`).sort());
  });
});

describe.each(sheetNames)('%s.css', (name) => {
  it('fetches nothing', () => {
    expect(sheets[name]).not.toMatch(/url\(|@import|@font-face/);
  });

  it('weighs less than a photograph of a stamp', () => {
    expect(sheets[name].length).toBeLessThan(20_000);
  });

  it('takes every colour from the variables', () => {
    const rules = sheets[name].replaceAll(/^ *--[a-z]+: #[0-9a-f]{6,8};$/gm, '');
    expect(rules).not.toMatch(/: [^;{]*(#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|\bwhite\b(?!-)|\bblack\b)/);
    const defined = new Set([...style.matchAll(/^ *--([a-z]+):/gm)].map((match) => match[1]));
    const used = [...rules.matchAll(/var\(--([a-z-]+)\)/g)].map((match) => match[1]);
    expect(used.filter((one) => !defined.has(one))).toEqual([]);
  });
});

function colours(rules: string): ReadonlyMap<string, readonly number[]> {
  return new Map(
    [...rules.matchAll(/--([a-z]+): #([0-9a-f]{6})(?:[0-9a-f]{2})?;/g)].map(([, name = '', digits = '']) => [
      name,
      [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255),
    ]),
  );
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
