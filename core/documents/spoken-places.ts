/**
 * Reads which provinces, cities, districts and communes a text names, and whether it names them with a body of theirs:
 * "Thành ủy Hạ Long" speaks of a committee, "thành phố Hạ Long" of a place in passing.
 *
 * Names need not be in any table. Behind an office ("Phó Bí thư Tỉnh ủy …") a person's name may follow, so there a name
 * is cut where a surname begins, and one that is a person's from its first word counts only if the text has it elsewhere.
 */
import { endsName } from '../citations/name-end.ts';
import type { PlaceKind } from './body.ts';
import { findDistricts, findProvince, foldPlace, isCentralCity } from './places.ts';

export type SpokenKind = Exclude<PlaceKind, 'commune'>;

export interface SpokenPlace {
  readonly kind: SpokenKind;
  readonly name: string;
  /** Named with its committee, council or executive. */
  readonly hasBody: boolean;
  /** Named with its Party committee: "Tỉnh ủy", "Thành ủy". */
  readonly hasCommittee: boolean;
}

interface KindPattern {
  readonly kind: SpokenKind;
  readonly pattern: RegExp;
}

const BODY = '[Đđ]ảng bộ|HĐND|UBND|MTTQ(?: Việt Nam)?|[Hh]ội đồng nhân dân|[UuỦủ][ỷy] ban nhân dân';
/** With the apostrophe of Cư M'gar and M'Đrắk. */
const WORD = "\\p{Lu}[\\p{L}\\p{M}]*(?:['’][\\p{L}\\p{M}]+)?";
/** A line's end is no blank: what follows is another line's. */
const BLANK = '[^\\S\\n]';
const NAME = `(${WORD}(?:${BLANK}${WORD}){0,6})`;
const KINDS: readonly KindPattern[] = [
  kindPattern('province', 'Tỉnh [uủ][ỷy]', `[Tt]ỉnh${BLANK}`),
  kindPattern('city', 'Thành [uủ][ỷy]', `(?:[Tt]hành phố${BLANK}|T[Pp]\\.?${BLANK}?)`),
  kindPattern('town', 'Thị [uủ][ỷy]', `(?:[Tt]hị xã${BLANK}|TX\\.?${BLANK}?)`),
  kindPattern('rural-district', 'Huyện [uủ][ỷy]', `[Hh]uyện${BLANK}`),
  kindPattern('urban-district', 'Quận [uủ][ỷy]', `[Qq]uận${BLANK}`),
];
const COMMUNE = new RegExp(
  `(Đảng [uủ][ỷy]${BLANK})?(${BODY})?${BLANK}?(?:phường|xã|thị trấn|đặc khu)${BLANK}${NAME}`,
  'gu',
);
/** Capital words behind "Thành ủy" or "tỉnh" that begin something else, beside those that end any name. */
const NOT_A_NAME = /^(?:Mặt|Hội|Văn|Trưởng|Thường|Tại|Sau|Đoàn|Năm|Nhân|Tổ|Khối|Căn|Thực|Trên|Thị|Quận)$/u;
/** An office in the same breath before the place: no stop or comma between. */
const OFFICE =
  /(?:Bí thư|Chủ tịch|[UỦ][ỷy] viên|Trưởng [Bb]an|Trưởng phòng|Trưởng đoàn|Chánh Văn phòng|Giám đốc|Chỉ huy trưởng)(?:\s[^,.;:()\n]{0,60})?$/u;
/** Surnames that hardly any place begins with. */
const SURNAME =
  /^(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Trịnh|Đinh|Lưu|Tạ|Quách|Nông|Giàng|Sùng|Lò|Lường|Quàng|Khổng|Nghiêm|Tống|Phùng|Trương|Đào|Thào|Tòng|Hạng|Vừ|Giáp|Doãn|Hứa|Sầm|Lục|Lã|Lữ|Vi|Tăng|Kiều|Khuất|Đàm|Đậu|Triệu|Lô|Y|H|Ksor|Kpă|Siu|Rmah|Điểu)$/u;
/** Surnames that places begin with too: a person only where two more words follow. */
const SHARED_SURNAME = /^(?:Vũ|Phan|Hồ|Lý|Mai|Cao|Chu|Lương|Tô|Hà|Lâm|Đoàn|Thái|Kim|Ma|Vàng)$/u;
const LONGEST_PLACE = 4;
/** Far enough back to hold an office with its body: "Phó Chủ tịch Thường trực UBND ". */
const OFFICE_SPAN = 90;

/** The provinces, cities and districts of `text`: those with a body first, then the most often named. */
export function readSpokenPlaces(text: string, own: readonly string[], date: string | null): readonly SpokenPlace[] {
  const found = new Map<string, Counted>();
  for (const { kind: printed, pattern } of KINDS) {
    for (const { name, hasBody, hasCommittee } of namesBehind(text, pattern, own)) {
      const kind = printed === 'city' && isCentralCity(name, date) ? 'central-city' : printed;
      const key = `${kind} ${foldPlace(name)}`;
      const known = found.get(key) ?? { kind, name, hasBody: false, hasCommittee: false, count: 0 };
      known.count += 1;
      known.hasBody ||= hasBody;
      known.hasCommittee ||= hasCommittee;
      found.set(key, known);
    }
  }
  return [...found.values()]
    .sort(
      (a, b) =>
        Number(b.hasBody) - Number(a.hasBody) ||
        b.count - a.count ||
        (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1),
    )
    .map(({ kind, name, hasBody, hasCommittee }) => ({ kind, name, hasBody, hasCommittee }));
}

interface Counted {
  readonly kind: SpokenKind;
  readonly name: string;
  hasBody: boolean;
  hasCommittee: boolean;
  count: number;
}

/** A district with the province printed beside it: "huyện Ba Chẽ, tỉnh Quảng Ninh", "Thành ủy Vinh (Nghệ An)". */
export interface NamedWithin {
  readonly district: string;
  readonly province: string;
}

const WITHIN = new RegExp(
  `(?:[Tt]hành phố|T[Pp]\\.?|[Tt]hị xã|[Hh]uyện|[Qq]uận|(?:Thành|Thị|Huyện|Quận) [uủ][ỷy])${BLANK}` +
    `(${WORD}(?:${BLANK}${WORD}){0,3})` +
    `(?:,?${BLANK}(?:(?:thuộc|của)${BLANK})?tỉnh|,?${BLANK}thuộc${BLANK}(?:thành phố|T[Pp]\\.?)|${BLANK}-${BLANK}tỉnh|` +
    `${BLANK}(\\()(?:tỉnh${BLANK}|thành phố${BLANK}|T[Pp]\\.?${BLANK}?)?)` +
    `${BLANK}?(${WORD}(?:(?:${BLANK}|${BLANK}?-${BLANK}?)${WORD}){0,3})(\\))?`,
  'gu',
);

/** The districts of `text` beside which their province is printed. In brackets only a province of the tables counts. */
export function readNamedWithin(text: string): readonly NamedWithin[] {
  const found: NamedWithin[] = [];
  for (const match of text.matchAll(WITHIN)) {
    const [, printed = '', opened, around = '', closed] = match;
    const district = trimWords(printed.split(/\s+/), undefined).join(' ');
    const words = around.split(/\s+/);
    const province =
      knownProvince(words) ??
      (opened === undefined ? trimWords(words, wordAt(text, match.index + match[0].length)).join(' ') : '');
    if (district === '' || province === '' || (opened !== undefined && closed === undefined)) continue;
    found.push({ district, province });
  }
  return found;
}

function knownProvince(words: readonly string[]): string | null {
  for (let length = words.length; length > 0; length -= 1) {
    const name = words.slice(0, length).join(' ');
    if (findProvince(name) !== null) return name;
  }
  return null;
}

/** The communes and wards of which `text` names a body. */
export function readSpokenCommunes(text: string, own: readonly string[]): readonly string[] {
  const named = namesBehind(text, COMMUNE, own).filter(({ hasBody }) => hasBody);
  return [...new Set(named.map(({ name }) => name))];
}

/** True where a province or district of the tables bears the name. */
export function isInTables(name: string): boolean {
  return findProvince(name) !== null || findDistricts(name).length > 0;
}

interface NameBehind {
  readonly name: string;
  readonly hasBody: boolean;
  readonly hasCommittee: boolean;
}

function namesBehind(text: string, pattern: RegExp, own: readonly string[]): readonly NameBehind[] {
  const sure: NameBehind[] = [];
  const doubtful: (NameBehind & { readonly words: readonly string[] })[] = [];
  for (const match of text.matchAll(pattern)) {
    const [, committee, body, printed = ''] = match;
    const words = printed.split(/\s+/);
    const hasCommittee = committee !== undefined;
    const hasBody = hasCommittee || body !== undefined;
    const behind = wordAt(text, match.index + match[0].length);
    const known = knownPrefix(words, own);
    const name = known ?? trimWords(words, behind).slice(0, LONGEST_PLACE).join(' ');
    const isAfterOffice = OFFICE.test(text.slice(Math.max(0, match.index - OFFICE_SPAN), match.index));
    if (known === null && isAfterOffice)
      doubtful.push({ name: trimWords(cutAtSurname(words), behind).join(' '), hasBody, hasCommittee, words });
    else if (name !== '') sure.push({ name, hasBody, hasCommittee });
  }
  const names = [...new Set(sure.map(({ name }) => name))];
  for (const { name, hasBody, hasCommittee, words } of doubtful) {
    const elsewhere = knownPrefix(words, names) ?? name;
    if (elsewhere !== '') sure.push({ name: elsewhere, hasBody, hasCommittee });
  }
  return sure;
}

const NEXT_WORD = new RegExp(`${BLANK}([\\p{L}\\p{M}]{1,20})`, 'uy');

function wordAt(text: string, at: number): string | undefined {
  NEXT_WORD.lastIndex = at;
  return NEXT_WORD.exec(text)?.[1];
}

/** The longest beginning of `words` that is the name of a place known from the tables, or one of `names`. */
export function knownPrefix(words: readonly string[], names: readonly string[]): string | null {
  for (let length = Math.min(words.length, LONGEST_PLACE + 1); length > 0; length -= 1) {
    const name = words.slice(0, length).join(' ');
    if (names.includes(name) || (isInTables(name) && (length > 1 || isWholeName(words)))) return name;
  }
  return null;
}

/** One syllable is a place's name where a person's follows or nothing: Vinh is no part of what Vinh Quang is called. */
function isWholeName(words: readonly string[]): boolean {
  const [first = '', next, third] = words;
  if (SURNAME.test(first)) return false;
  return next === undefined || SURNAME.test(next) || (SHARED_SURNAME.test(next) && third !== undefined);
}

/** The capital words that are a name; `behind` is the word that follows them, in small letters. */
function trimWords(words: readonly string[], behind: string | undefined): readonly string[] {
  const stop = words.findIndex((word, at) => NOT_A_NAME.test(word) || endsName(word, words[at + 1] ?? behind));
  const kept = stop < 0 ? words : words.slice(0, stop);
  return kept.join(' ').length < 2 && !/^\d+$/.test(kept.join('')) ? [] : kept;
}

/** What stands before a person's name; nothing where the person's name is all. */
function cutAtSurname(words: readonly string[]): readonly string[] {
  const at = words.findIndex(
    (word, index) =>
      (SURNAME.test(word) && index + 1 < words.length) || (SHARED_SURNAME.test(word) && index + 2 < words.length),
  );
  return words.slice(0, at < 0 ? LONGEST_PLACE : at);
}

/** Groups: the committee's word, another body's word, the name. */
function kindPattern(kind: SpokenKind, committee: string, unit: string): KindPattern {
  const name = kind === 'urban-district' ? NAME.replace(/^\(/, '(\\d{1,2}(?![\\d/.,-])|') : NAME;
  const head = `(?<![\\p{L}\\d])(?:(${committee}${BLANK})(?:${unit})?|((?:${BODY})${BLANK})?${unit})`;
  return { kind, pattern: new RegExp(`${head}${name}`, 'gu') };
}
