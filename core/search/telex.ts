/**
 * Vietnamese as keys were pressed when no input method was on: Telex, `nghij quyeets` for nghị quyết.
 *
 * A word is mended only where it is no syllable as it stands (or one with the rare oo: `thoong`) and is one then; a word
 * without vowels (`hddnd`, `qdd`) where it has a dd. Everything else stays as it was typed.
 */
import { isSyllable } from '../citations/syllable.ts';

const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/dd/g, 'đ'],
  [/uow|uwow|uwo/g, 'ươ'],
  [/aa/g, 'â'],
  [/ee/g, 'ê'],
  [/oo/g, 'ô'],
  [/aw/g, 'ă'],
  [/ow/g, 'ơ'],
  [/uw/g, 'ư'],
];
const TONES: Readonly<Record<string, string>> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
};
const LONGEST = 10;

/** @example mendTelex('nghij ddinhj 30') // 'nghị định 30' */
export function mendTelex(text: string): string {
  return text.replace(/(?<![\p{L}\p{M}\d])[a-z]{2,12}(?![\p{L}\p{M}])/giu, mendWord);
}

function mendWord(typed: string): string {
  const word = typed.toLowerCase();
  if (word.length > LONGEST || (isSyllable(word) && !word.includes('oo'))) return typed;
  if (!/[aeiouy]/.test(word)) return word.includes('dd') ? word.replace(/dd/g, 'đ') : typed;
  const tone = /[sfrxj]$/.exec(word)?.[0] ?? '';
  const plain = LETTERS.reduce(
    (letters, [keys, letter]) => letters.replace(keys, letter),
    word.slice(0, word.length - tone.length),
  );
  const mended = putTone(plain, TONES[tone] ?? '').normalize('NFC');
  return mended !== word && isSyllable(mended) ? mended : typed;
}

/** On the last vowel with a mark of its own, else where an open rhyme of two has it: on the first. */
function putTone(word: string, tone: string): string {
  const onset = /^(?:qu|gi(?=[aeouy]))/.exec(word)?.[0].length ?? 0;
  const marked = /[âăêôơư](?=[^âăêôơư]*$)/.exec(word)?.index;
  const rhyme = /[aeiouy]{1,3}(?=[^aeiouy]*$)/.exec(word.slice(onset));
  const first = onset + (rhyme?.index ?? 0);
  const isOpenPair = rhyme !== null && rhyme[0].length === 2 && first + 2 === word.length;
  const at = marked ?? (rhyme === null || rhyme[0].length === 1 || isOpenPair ? first : first + 1);
  return word.slice(0, at + 1) + tone + word.slice(at + 1);
}
