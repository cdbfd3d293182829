/**
 * Finds personal names: a run of capitalised syllables that begins with a surname or follows a form of address.
 *
 * Whether a run is a person is settled by what stands around it (mention.ts); here only where in the run the name
 * begins and ends. In "Bí thư Thành ủy Hạ Khê Vũ Văn Thân" the place goes before the name, in "Vũ Văn Thân Bí thư
 * Thành ủy" a position behind it. Printed in capitals, a name is given back syllable by syllable (ĐỖ THỊ MƠ → Đỗ Thị Mơ).
 */
import { foldForm } from './prose.ts';

export interface CapitalRun {
  readonly start: number;
  readonly syllables: readonly Syllable[];
}

export interface Syllable {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SURNAMES: ReadonlySet<string> = new Set(
  `Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lí Trịnh Đoàn Mai Cao Chu Châu Đinh Lương Lưu
   Tô Tạ Hà Quách Nông Ma Lò Giàng Vàng Sùng Thào Lường Cầm Tòng Ksor Điểu Danh Thạch Sơn Kim Trương Lâm Đào Tống Phùng
   Vương Thái Triệu Từ Tăng Kiều Khổng Ninh Nghiêm La Lục Hứa Doãn Bạch Lại Mạc Ông Vi Hầu Hạng Cù Diệp Đồng Giáp Hán
   Khúc Lã Lữ Mã Mạch Nhan Ngụy Phí Quan Thân Thẩm Tiêu Trà Tôn Ứng Viên Vừ Sầm Quàng Bế Chảo Chẩu Đàm Đàng Đầu Hoàn
   Đậu Đới Hờ Lầu Lèng Ly Mùa Phàn Phùn Thàng Thòng Tẩn Tráng Trang Tưởng Ung Uông Úc Xa Rơ Siu Rah Nay Kpă Rmah Hmok
   Bá Bàn Cà Cháng Chíu Chìu Dương Đường Hoa Khuất Lỷ Lành Nình Phương Quản Sái Sằn Thiều Tằng Trình Tiết Vòng Voòng
   Lô Kha Moong Cụt Xồng Cil Kră Kra Krajăn Liêng Niê Mlô Alăng Arất Bhling Bhnướch Zơ Ayun Bon Ya`
    .split(/\s+/u)
    .map((surname) => surname.normalize('NFC')),
);

// Middle names by which a surname in second place is a person's own: Nguyễn Thị Mai Hương, not a place and Mai Hương.
const MIDDLE_NAMES: ReadonlySet<string> = new Set(
  'Văn Thị Đức Xuân Hữu Minh Quang Ngọc Thanh Đình Công Mạnh Quốc Bá Duy Hồng Thế Trọng Tiến Anh Tuấn Việt'.split(' '),
);

const PREFIXES: ReadonlySet<string> = new Set(['Y', 'H', 'A', 'K', "H'", 'H’', "K'", 'K’']);
const MOST_SYLLABLES = 5;
const VOWEL = '[aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]';

// K'Ré and K' Brôih, H'Bia, Y'Thông: a letter with an apostrophe, with or without a blank behind it.
const PREFIXED = "[HYK]['’]\\p{L}{1,7}";
const SYLLABLE = `(?:${PREFIXED}|[HYK]['’](?= \\p{Lu})|\\p{Lu}\\p{Ll}{0,6}(?!['’]\\p{L})|\\p{Lu}{1,7}(?!['’]\\p{L}))`;
const RUN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${SYLLABLE}(?: ${SYLLABLE}(?![\\p{L}\\p{N}])){1,8}|${PREFIXED}(?![\\p{L}\\p{N}]))`,
  'gu',
);
const IS_PREFIXED = new RegExp(`^${PREFIXED}$`, 'u');

/** Syllables as a reader counts them: K'Ré has two. */
function countSyllables(words: readonly { readonly text: string }[]): number {
  return words.reduce((count, { text }) => count + (IS_PREFIXED.test(text) ? 2 : 1), 0);
}

/** Runs of two or more capitalised syllables; abbreviations such as UBND end a run. */
export function findCapitalRuns(text: string): readonly CapitalRun[] {
  const runs: CapitalRun[] = [];
  for (const match of text.matchAll(RUN)) {
    let syllables: Syllable[] = [];
    let at = match.index;
    for (const word of match[0].split(' ')) {
      if (isSyllable(word)) syllables.push({ text: word, start: at, end: at + word.length });
      else {
        if (countSyllables(syllables) > 1) runs.push({ start: syllables[0]?.start ?? at, syllables });
        syllables = [];
      }
      at += word.length + 1;
    }
    if (countSyllables(syllables) > 1) runs.push({ start: syllables[0]?.start ?? at, syllables });
  }
  return runs.map(withoutAddress);
}

// "Ông" at the start of a sentence and "ĐỒNG CHÍ" in capitals are no part of the name.
function withoutAddress(run: CapitalRun): CapitalRun {
  const words = run.syllables.map(({ text }) => text.toLowerCase()).join(' ');
  const skipped = /^đồng chí /u.test(words) ? 2 : /^(?:ông|bà|anh|chị|cô|thầy) /u.test(words) ? 1 : 0;
  const syllables = run.syllables.slice(skipped);
  const [first] = syllables;
  return first === undefined || countSyllables(syllables) < 2 ? run : { start: first.start, syllables };
}

/**
 * What stands directly before a run: a form of address or rank (the name begins at once), a small unit (phường, xã: a
 * place comes first, and may be called after a person), a large one (tỉnh, TP: a place of two syllables or none), a
 * committee (Thành ủy: a place may come first), or nothing that tells.
 */
export type BeforeRun = 'address' | 'ward' | 'unit' | 'committee' | 'nothing';

/** Index of the syllable with which the name begins, or null when the run holds no name. */
export function nameStart(run: CapitalRun, before: BeforeRun): number | null {
  if (before === 'address') return 0;
  const words = run.syllables.map(({ text }) => titleCase(text));
  const isSurname = (index: number): boolean => {
    const word = words[index];
    const isRare = words[index + 1] === 'Thị' && words.length - index >= 3;
    if (word === undefined || countSyllables(run.syllables.slice(index)) < 2) return false;
    return SURNAMES.has(word) || PREFIXES.has(word) || IS_PREFIXED.test(word) || isRare;
  };
  if (before === 'ward' || before === 'unit') {
    // "UBND thành phố Trần Thị Mai Phong": a full name begins at once, unless another stands behind it.
    const isFull = isSurname(0) && /^(?:Văn|Thị)$/u.test(words[1] ?? '') && words.length >= 4;
    if (before === 'unit' && isFull && !isSurname(3)) return 0;
    // A place has two syllables, seldom one: Hòa Lam, Huế. Only wards and communes are called after people.
    const behindPlace = [2, 1, 3, 4].find((index) => isSurname(index) && !(index === 1 && isSurname(0)));
    return behindPlace ?? (before === 'unit' && isSurname(0) && words.length >= 3 ? 0 : null);
  }
  const first = [0, 1, 2, 3, 4].find(isSurname);
  if (first === undefined || (before === 'committee' && isPlaceAlone(words))) return null;
  // Thành ủy Hà Trung Nguyễn Văn Mẫu: a place that looks like a surname, told by the full name behind it.
  const isPlaceFirst = first === 0 && words.length >= 4 && isSurname(2) && !MIDDLE_NAMES.has(words[1] ?? '');
  const isFullBehind = MIDDLE_NAMES.has(words[3] ?? '') || words.length >= MOST_SYLLABLES;
  return isPlaceFirst && isFullBehind && before === 'committee' ? 2 : first;
}

/** Two syllables behind a committee are its place, which may bear an apostrophe too (M'Đrắk); K' Brôih is nobody's place. */
function isPlaceAlone(words: readonly string[]): boolean {
  return words.length === 1 || (words.length === 2 && !words.some((word) => /^[HYK]['’]/u.test(word)));
}

/** The name from syllable `from` on, at most five syllables; null when fewer than two are left. */
export function nameFrom(
  run: CapitalRun,
  from: number,
  until = run.syllables.length,
): { name: string; end: number } | null {
  const syllables = run.syllables.slice(from, Math.min(until, from + MOST_SYLLABLES));
  const last = syllables.at(-1);
  if (last === undefined || countSyllables(syllables) < 2) return null;
  const name = syllables.map(({ text }) => titleCase(text)).join(' ');
  return NOT_PEOPLE.has(name) ? null : { name, end: last.end };
}

/** Two spellings of one name agree here: case and tone placement aside. */
export function nameKey(name: string): string {
  return foldForm(name.normalize('NFC'));
}

const NOT_PEOPLE: ReadonlySet<string> = new Set([
  'Hồ Chí Minh',
  'Hà Nội',
  'Cao Bằng',
  'Hà Nam',
  'Hà Giang',
  'Hà Tĩnh',
  'Sơn La',
]);

// In capitals only what could be a Vietnamese syllable: ĐỖ, MƠ, but not UBND or BTV.
const SYLLABLE_IN_CAPITALS = new RegExp(`^(?!tu$)[bcdđghklmnpqrstvx]{0,3}${VOWEL}{1,3}(?:c|ch|m|n|ng|nh|p|t)?$`, 'u');

function isSyllable(word: string): boolean {
  if (word.length === 1 || /['’]/u.test(word) || word.slice(1) !== word.slice(1).toUpperCase()) return true;
  return SYLLABLE_IN_CAPITALS.test(word.toLowerCase());
}

function titleCase(syllable: string): string {
  if (/['’]/u.test(syllable)) return syllable;
  return syllable.charAt(0).toUpperCase() + syllable.slice(1).toLowerCase();
}
