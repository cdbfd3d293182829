/**
 * Whether a word could be a Vietnamese syllable, as the orthography has it: onset, rhyme, one tone on its own vowel.
 *
 * Vietnamese has few rhymes and strict places for its tones, so a text read in the wrong encoding yields hardly any
 * syllables. No dictionary: most of what passes here is no word. Spellings in daily use pass even where the norm is another
 * (hoà and hòa, Kông, Pác).
 */

/** Case counts: `Đảng`, `đảng` and `ĐẢNG` are syllables, `đẢng` is none. The word is in NFC. */
export function isSyllable(word: string): boolean {
  if (word.length > MAX_SYLLABLE) return false;
  const lower = word.toLowerCase();
  const rest = word.slice(1);
  if (word !== lower && rest !== lower.slice(1) && word !== word.toUpperCase()) return false;
  let plain = '';
  let tone = '';
  let toneAt = -1;
  for (let at = 0; at < lower.length; at += 1) {
    const letter = lower.charAt(at);
    const toned = tonedLetters.get(letter);
    plain += toned?.plain ?? letter;
    if (toned === undefined) continue;
    if (toneAt !== -1) return false;
    tone = toned.tone;
    toneAt = at;
  }
  for (let size = Math.min(3, plain.length - 1); size >= 0; size -= 1) {
    const onset = plain.slice(0, size);
    if (onsets.has(onset) && fits(onset, plain.slice(size), tone, toneAt - size)) return true;
  }
  return false;
}

const MAX_SYLLABLE = 8;
const TONES = '\u0300\u0301\u0303\u0309\u0323';
const STOPPED_TONES = '\u0301\u0323';
const VOWELS = 'aăâeêioôơuưy';

const tonedLetters: ReadonlyMap<string, { readonly plain: string; readonly tone: string }> = new Map(
  [...VOWELS].flatMap((plain) => [...TONES].map((tone) => [(plain + tone).normalize('NFC'), { plain, tone }] as const)),
);

const onsets: ReadonlySet<string> = new Set([
  '',
  ...'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x'.split(' '),
]);

/** Rhymes without their tone, each with the places where the tone may stand. */
const rhymes: ReadonlyMap<string, readonly number[]> = new Map(
  [
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
    'e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu',
    'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y ych yn ynh yt yêm yên yêng yêt yêu',
    'o oc oi om on ong oong ooc op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet',
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
    'u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt',
    // uya is in khuya only, and is what the VNI spelling of của becomes in TCVN3.
    'uy uych uyn uynh uyp uyt uyu uyên uyêt',
    'ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu',
  ]
    .flatMap((row) => row.split(' '))
    .map((rhyme) => [rhyme, tonePlaces(rhyme)] as const),
);

function fits(onset: string, rhyme: string, tone: string, toneAt: number): boolean {
  const places = rhymes.get(rhyme);
  if (places === undefined) return false;
  const isFront = /^[eêiy]/.test(rhyme);
  if (isFront ? onset === 'c' || onset === 'ng' || (onset === 'g' && !rhyme.startsWith('i')) : /^n?gh$/.test(onset)) {
    return false;
  }
  if (onset === 'q' && !rhyme.startsWith('uy')) return false;
  if (/(?:c|ch|p|t)$/.test(rhyme)) return tone !== '' && STOPPED_TONES.includes(tone) && places.includes(toneAt);
  return tone === '' || places.includes(toneAt);
}

function tonePlaces(rhyme: string): readonly number[] {
  const vowels = [...rhyme].filter((letter) => VOWELS.includes(letter));
  const marked = vowels.findLastIndex((letter) => 'ăâêôơư'.includes(letter));
  if (marked !== -1) return [marked];
  if (vowels.length === 1) return [0];
  if (vowels.length < rhyme.length) return [vowels.length - 1];
  if (vowels.length === 3) return [1];
  return /^(?:oa|oe|uy)$/.test(rhyme) ? [0, 1] : [0];
}
