/**
 * The line of authors that closes a report: a few names, no verb, no position.
 *
 * Told by form alone (every syllable begins with a capital letter), so it is asked only of lines that stand at the end or apart.
 * A person with a position is a participant and belongs to meetings.
 */
import { tidyLine } from './wording.ts';

/**
 * The authors of a line as printed, without "Bài, ảnh:" before and "(CTV)" behind; null when it is no such line.
 * @example readAuthorLine('Tin, ảnh: Hồng Hà – Huy Bách') // 'Hồng Hà – Huy Bách'
 */
export function readAuthorLine(line: string): string | null {
  if (line.length > MAX_PADDED) return null;
  const tidied = tidyLine(line);
  const label = AUTHOR_LABEL.exec(tidied)?.[0] ?? '';
  const names = tidied.slice(label.length).replace(AUTHOR_TAIL, '').trim();
  if (names.length === 0 || names.length > MAX_NAMES) return null;
  const parts = names.split(NAME_BREAK);
  const fewest = label === '' ? 2 : 1;
  return parts.length <= 5 && parts.every((part) => isName(part, fewest)) ? names : null;
}

/** Authors named by markup or metadata: trusted, only tidied of "By" and "Tác giả:". */
export function tidyAuthor(text: string): string | null {
  const tidied = tidyLine(text);
  const name = tidied.replace(AUTHOR_LABEL, '').replace(/^by\s/iu, '').replace(AUTHOR_TAIL, '').trim();
  return name === '' || name.length > 120 ? null : name;
}

/** Whether a name is the account of whoever runs the site, as content systems print it. */
export function isAccount(name: string): boolean {
  return ACCOUNT.test(name);
}

/**
 * Whether a line that closes a text only says where it was taken from.
 * @example isSourceLine('Theo TTXVN') // true
 */
export function isSourceLine(line: string): boolean {
  const tidied = tidyLine(line);
  return tidied.split(' ').length <= 8 && SOURCE_LINE.test(tidied) && !/[.!?…:;]$/u.test(tidied);
}

const SOURCE_LINE =
  /^\(?(?:[Tt]heo|THEO|(?:[Nn]guồn|NGUỒN)(?: tin| ảnh| bài| TIN| ẢNH)?)(?:\s?:\s?\S|\s(?:[\p{Lu}\p{N}(]|[a-z\d-]{2,40}\.[a-z]{2,10}))[^,;]{0,60}$/u;
const ACCOUNT =
  /^(?:super ?user|admin\w{0,20}|administrator|root|editor|webmaster|(?:ban )?(?:quản trị|biên tập|quantri|bientap)(?: viên| website| trang)?|[\w.-]{1,30}@.{1,60}|\S{0,30}_\S{0,30})$/iu;

/** Authors are pushed to the right with spaces on some portals, so the raw line may be long. */
const MAX_PADDED = 400;
const MAX_NAMES = 80;

const AUTHOR_LABEL =
  /^(?:tác giả|người viết|nhóm (?:pv|phóng viên)|phóng viên|pv|ctv|(?:tin|bài)(?:\s?(?:[,-]|và)\s?(?:bài|ảnh|tin))?|(?:thực hiện|biên tập|bt))\s{0,2}[:.]\s{0,2}/iu;
const AUTHOR_TAIL =
  /\s{0,2}(?:\((?:ctv|pv|th|t\/h|tổng hợp|ghi|thực hiện|lược ghi|tin, ảnh|theo [\p{L}\d. ]{2,30})\)|\/\s?(?:ttxvn|vnp|vov|vtv))$/iu;
const NAME_BREAK = /\s{0,2}[–—;,&]\s{0,2}|\s{0,2}-\s{0,2}|\svà\s/u;
const SYLLABLE = /^\p{Lu}(?:[’'.]?\p{L}){0,7}[’']?\.?$/u;

/** Words in capitals that begin a body, a place or a heading, and no person. */
const notNames: ReadonlySet<string> = new Set(
  'ban báo bộ chi cổng công đài đảng đoàn hđnd hội huyện phòng phường quận sở tin tỉnh trang trung ubnd ủy uỷ xã kết thông'.split(
    ' ',
  ),
);

function isName(part: string, fewest: number): boolean {
  const syllables = part.trim().split(' ');
  const [first = ''] = syllables;
  if (syllables.length < fewest || syllables.length > 5 || notNames.has(first.toLowerCase())) return false;
  return syllables.every((syllable) => SYLLABLE.test(syllable) && isCased(syllable));
}

/** Hồng and HỒNG, but not hồng or HồnG. */
function isCased(syllable: string): boolean {
  const rest = syllable.slice(1);
  return rest === rest.toLowerCase() || syllable === syllable.toUpperCase() || /^\p{L}[’']\p{Lu}/u.test(syllable);
}
