/**
 * Titles that repeat the address they were asked for, as pages of search results do that stand where an article was.
 */

/**
 * A title without the words of the address that it repeats, as pages of search results have them; whole where it repeats few
 * or is nothing else, as an article's may be.
 * @example withoutEcho('Tìm kiếm: hop giao ban quy', 'https://a.example/hop-giao-ban-quy') // 'Tìm kiếm: …'
 */
export function withoutEcho(title: string, url: string): string {
  const address = new Set(asciiWords(decodedPath(url)));
  const words = title.split(/\s+/u).slice(0, MOST_TITLE_WORDS);
  const isEcho = words.map(
    (word) => asciiWords(word).length > 0 && asciiWords(word).every((part) => address.has(part)),
  );
  const from = isEcho.findIndex((_, at) => isEcho.slice(at, at + LEAST_ECHO).filter(Boolean).length === LEAST_ECHO);
  if (from === -1) return title;
  const length = isEcho.slice(from).findIndex((is) => !is);
  const rest = length === -1 ? [] : words.slice(from + length);
  const kept = [...words.slice(0, from), ECHO, ...rest];
  return kept.length === 1 ? title : kept.join(' ');
}

const ECHO = '…';
const LEAST_ECHO = 4;
const MOST_TITLE_WORDS = 100;

function asciiWords(text: string): readonly string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return plain.match(/[a-z0-9]+/g) ?? [];
}

function decodedPath(url: string): string {
  const path = new URL(url).pathname;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
