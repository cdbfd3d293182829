/**
 * Comparing words with their accents, where folding has already found them equal.
 *
 * A reader who types "đất" means neither đạt nor dắt. Two spellings of the tone (ủy and uỷ, hòa and hoà) are one
 * word, and so are Đ and the eth that is pasted for it.
 */

/** A combining grave, acute, tilde, hook above or dot below: the five tones. */
const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * Equal for two spellings of one accented word, whatever their case, composition or place of the tone.
 *
 * @example accentKey('Uỷ') === accentKey('ủy') // true
 */
export function accentKey(word: string): string {
  const apart = word.toLowerCase().replaceAll('ð', 'đ').normalize('NFD');
  return apart.replace(tone, '') + (apart.match(tone) ?? []).join('');
}
