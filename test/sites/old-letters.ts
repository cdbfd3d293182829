/** Text as the typists of old pages wrote it: the inverse of the tables that core/citations reads such texts by. */
import iconv from 'iconv-lite';
import { tcvn3Letters, vniLetters } from '../../core/citations/legacy-letters.ts';

/** Capitals with a tone are small in TCVN3: a font draws them. */
export function typeTcvn3(text: string): string {
  const codes = new Map([...tcvn3Letters].toReversed().map(([code, letter]) => [letter, code]));
  return Array.from(text, (letter) => codes.get(letter) ?? codes.get(letter.toLowerCase()) ?? letter).join('');
}

export function typeVni(text: string): string {
  const sameCase = [...vniLetters].filter(([code]) => code === code.toLowerCase() || code === code.toUpperCase());
  const codes = new Map(sameCase.map(([code, letter]) => [letter, code]));
  return Array.from(text, (letter) => codes.get(letter) ?? letter).join('');
}

/** Bytes of a page that a careless export turned into UTF-8 a second time. */
export function encodeTwice(text: string): Uint8Array {
  return new TextEncoder().encode(iconv.decode(Buffer.from(text, 'utf8'), 'latin1'));
}

/** Vowels with their hats as one letter, tones behind them as a letter of their own: what the code page has room for. */
export function encodeWindows1258(text: string): Uint8Array {
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/u;
  const split = Array.from(text, (letter) => {
    const parts = Array.from(letter.normalize('NFD'));
    const tone = parts.find((part) => tones.test(part)) ?? '';
    return (
      parts
        .filter((part) => part !== tone)
        .join('')
        .normalize('NFC') + tone
    );
  });
  return new Uint8Array(iconv.encode(split.join(''), 'windows-1258'));
}

export function encodeLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
}

/** Letters beyond ASCII as numeric references, every second one; the rest is left to the bytes. */
export function mixEntities(text: string): string {
  let at = 0;
  return Array.from(text, (letter) => {
    if (letter <= '~') return letter;
    at += 1;
    return at % 2 === 0 ? `&#${letter.codePointAt(0)};` : letter;
  }).join('');
}
