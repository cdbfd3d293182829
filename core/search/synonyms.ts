/**
 * Abbreviations and what they stand for, both ways: who types GPMB means giải phóng mặt bằng too.
 *
 * Applied to the query and never to what is indexed or shown, so that a change of the table needs no new index. Only
 * abbreviations with one meaning are in it: TT, CT, KH or TU say nothing without their neighbours.
 */
import { createRequire } from 'node:module';
import { z } from 'zod';
import { type Form, readForm } from './form.ts';

export interface Synonym {
  /** What the reader's words are compared with. */
  readonly form: Form;
  /** The other ways to say it. */
  readonly others: readonly Form[];
}

const rows = z.array(z.strictObject({ forms: z.array(z.string().min(2)).min(2) })).min(1);

/** The table of data/reference/synonyms.json by the first folded word of each form, the longest form first. */
export const synonymsByFirstWord: ReadonlyMap<string, readonly Synonym[]> = readSynonyms(
  createRequire(import.meta.url)('#data/reference/synonyms.json'),
);

/**
 * @throws Error when the table has another shape or gives one form twice, which would make it mean two things.
 */
export function readSynonyms(table: unknown): ReadonlyMap<string, readonly Synonym[]> {
  const byFirstWord = new Map<string, Synonym[]>();
  const seen = new Set<string>();
  for (const row of rows.parse(table)) {
    const forms = row.forms.map(readForm);
    for (const form of forms) {
      const key = form.words.join(' ');
      if (key === '' || seen.has(key)) {
        throw new Error(
          `Cannot use the table of synonyms: expected each form once and with words, got "${key}" in ${row.forms.join(' = ')}`,
        );
      }
      seen.add(key);
      const first = form.words[0] ?? '';
      const list = byFirstWord.get(first) ?? [];
      list.push({ form, others: forms.filter((other) => other !== form) });
      byFirstWord.set(first, list);
    }
  }
  for (const list of byFirstWord.values()) list.sort((a, b) => b.form.words.length - a.form.words.length);
  return byFirstWord;
}
