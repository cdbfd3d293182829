import { describe, expect, it } from 'vitest';
import { readDraftFile } from '../test/draft-posting.ts';
import { correctDraft, type Replacement, writeDocx, writeReplacement } from './corrected-draft.ts';

const text = 'Theo 31-NQ/Tu, 32-NQ/Tu và 33-NQ/Tu.';
const at = (printed: string, suggested: string): Replacement => [text.indexOf(printed), printed, suggested];

function correct(replacements: readonly Replacement[]): string | null {
  const done = correctDraft(text, replacements.map(writeReplacement));
  return done.kind === 'answer' ? done.value : null;
}

describe('a corrected draft', () => {
  const cases: readonly (readonly [note: string, chosen: readonly Replacement[], corrected: string | null])[] = [
    ['nothing chosen', [], text],
    ['one', [at('32-NQ/Tu', '32-NQ/TU')], 'Theo 31-NQ/Tu, 32-NQ/TU và 33-NQ/Tu.'],
    [
      'two, in any order',
      [at('33-NQ/Tu', 'Nghị quyết số 33-NQ/TU'), at('31-NQ/Tu', '31-NQ/TU')],
      'Theo 31-NQ/TU, 32-NQ/Tu và Nghị quyết số 33-NQ/TU.',
    ],
    ['two that overlap: the first', [at('31-NQ/Tu, 32', 'A, B'), at('32-NQ/Tu', 'C')], 'Theo A, B-NQ/Tu và 33-NQ/Tu.'],
    ['one that is not there', [[0, '31-NQ/Tu', 'x']], null],
    ['one behind the end', [[999, '31-NQ/Tu', 'x']], null],
    ['one of nothing', [[0, '', 'x']], null],
  ];
  it.each(cases)('with %s', (_note, replacements, corrected) => {
    expect(correct(replacements)).toBe(corrected);
  });

  it.each(['', 'x', '[]', '[0]', '{"start":0}', '[-1,"T","x"]', '[0.5,"T","x"]', '[0,"T",1]', 'null'])(
    'refuses %j as a replacement',
    (value) => {
      expect(correctDraft(text, [value]).kind).toBe('problem');
    },
  );

  it('as a Word file has every line, whatever XML cannot hold', async () => {
    const odd = 'Dòng <1> & "hai"\u0000\u0001\n\nCột\tgiữa 😀 \ud800\nCuối';
    const read = await readDraftFile(await writeDocx(odd), 'ban.docx');
    const lines = read.kind === 'text' ? read.text.split(/\n+/) : [];
    expect(lines).toEqual(['Dòng <1> & "hai"', 'Cột giữa 😀', 'Cuối']);
  }, 60_000);
});
