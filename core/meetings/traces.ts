/**
 * What the title and the opening of a report leave behind besides its facts, by which two reports are seen to speak of
 * the same event: its ordinal, the part of the day, whether it had gone on for days, the words of its matter.
 *
 * Traces tell nothing to readers; they only weigh in cluster.ts. Words every meeting's report has are left out.
 */
import { foldText } from '../citations/fold.ts';
import { oneOf } from './pattern.ts';
import { foldForm } from './prose.ts';

export interface Traces {
  /** `ky hop 14`, `hoi nghi 12`; null when the report gives its event no number. */
  readonly session: string | null;
  readonly partOfDay: 'morning' | 'afternoon' | 'evening' | null;
  /** The day told is not the first: bế mạc, ngày làm việc thứ hai. */
  readonly goesOn: boolean;
  /** The only province that is named, folded: `son hai`. */
  readonly province: string | null;
  /** Whom a working session was with, in pairs of syllables; empty when no name is told. */
  readonly guest: ReadonlySet<string>;
  /** Pairs of neighbouring syllables that say what it was about. */
  readonly words: ReadonlySet<string>;
}

export const NO_TRACES: Traces = {
  session: null,
  partOfDay: null,
  goesOn: false,
  province: null,
  guest: new Set(),
  words: new Set(),
};

const OPENING = 600;
const WORDY = 420;

/** `opening` is the beginning of the text; what is behind its first 600 signs is not looked at. */
export function readTraces(title: string | null, opening: string): Traces {
  const text = `${title ?? ''}. ${opening.slice(0, OPENING)}`.normalize('NFC');
  const folded = foldForm(text);
  return {
    session: readSession(folded),
    partOfDay: partOf(folded),
    goesOn: GOES_ON.test(folded),
    province: soleProvince(text),
    guest: readGuest(text, folded),
    words: readWords(text.slice(0, (title ?? '').length + WORDY)),
  };
}

/** The share of the shorter one's words that both have, 0 to 1; 0 where either says too little. */
export function similarity(a: Traces, b: Traces): number {
  const least = Math.min(a.words.size, b.words.size);
  if (least < FEWEST_WORDS) return 0;
  let both = 0;
  for (const word of a.words) if (b.words.has(word)) both += 1;
  return both / least;
}

const FEWEST_WORDS = 3;
const NUMBER_WORDS = ['', 'nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const SESSION = new RegExp(
  `(?<!(?:sau|trước|nghị quyết|kết luận|tới) )(?<!\\p{L})${oneOf`(hội nghị|kỳ họp|phiên họp|phiên|đại hội)`}${oneOf`
    (?:(?!ngày)[^.;]){0,60}?`} thứ (\\d{1,3}|[ivxl]{1,6}|mười(?: \\p{L}{2,4})?|${NUMBER_WORDS.slice(1).join('|')})(?![\\p{L}\\d])`,
  'u',
);

function readSession(folded: string): string | null {
  const [, noun = '', printed = ''] = SESSION.exec(folded) ?? [];
  const number = ordinalOf(printed);
  return number === null ? null : `${foldText(noun === 'phiên' ? 'phiên họp' : noun).text} ${number}`;
}

function ordinalOf(printed: string): number | null {
  if (/^\d/u.test(printed)) return Number(printed);
  if (/^[ivxl]+$/u.test(printed)) return romanOf(printed);
  const [first = '', second = ''] = printed.split(' ');
  const one = NUMBER_WORDS.indexOf(first);
  if (first === 'mười')
    return 10 + Math.max(0, second === 'một' ? 1 : second === 'lăm' ? 5 : NUMBER_WORDS.indexOf(second));
  return one > 0 ? one : null;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

function romanOf(printed: string): number {
  const values = [...printed].map((sign) => ROMAN[sign] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

const PART_OF_DAY = /(?<!\p{L})(sáng|chiều|tối)(?= (?:ngày|nay|qua|mùng|\d)|,? \d)/u;
const GOES_ON = new RegExp(
  oneOf`
    bế mạc|ngày (?:làm việc )?thứ (?:hai|ba|tư|[2-5])|bước (?:sang|vào) ngày|
    sau (?:\d{1,2}(?:,\d)?|một|hai|ba|bốn|năm) ngày làm việc`,
  'u',
);
const PARTS: Readonly<Record<string, Traces['partOfDay']>> = { sáng: 'morning', chiều: 'afternoon', tối: 'evening' };

function partOf(folded: string): Traces['partOfDay'] {
  return PARTS[PART_OF_DAY.exec(folded)?.[1] ?? ''] ?? null;
}

const PROVINCE = /(?<!\p{L})[Tt]ỉnh (?:[ủu]y )?(\p{Lu}\p{Ll}+(?:(?: | - )\p{Lu}\p{Ll}+){1,3})/gu;

function soleProvince(text: string): string | null {
  const named = new Set([...text.matchAll(PROVINCE)].map(([, name = '']) => foldText(name.replace(' - ', ' ')).text));
  const [only] = named;
  return named.size === 1 && only !== undefined ? only : null;
}

const GUEST =
  /làm việc (?:trực tiếp |trực tuyến )?(?:với|cùng|tại) ([^.;,:()]{3,90}?)(?= (?:về|để|nhằm|ngày|do|sáng|chiều|đã|vào|trong)(?!\p{L})|[.;,:()]|$)/u;
const NAMED =
  /^(?:(?:lãnh đạo|tập thể|đại diện|chủ chốt|một số|các) ){0,3}(?:(?:tỉnh|thành phố|huyện|quận|thị xã|phường|xã) )?\p{Lu}/u;

// "với các doanh nghiệp", "với các đơn vị liên quan" may be the same ones; names tell guests apart.
function readGuest(text: string, folded: string): ReadonlySet<string> {
  const match = GUEST.exec(folded);
  if (match === null) return new Set();
  const end = match.index + match[0].length;
  const guest = text.slice(end - (match[1] ?? '').length, end);
  return NAMED.test(guest) ? readWords(guest, OFFICES) : new Set();
}

// Of a guest's name these tell nothing: the Ban Thường vụ of a committee and its leaders are one guest.
const OFFICES: ReadonlySet<string> = new Set(
  'ban thuong vu truc thanh tinh huyen quan thi dang uy bo lanh dao cac chu chot va voi tap the xa phuong'.split(' '),
);

// Syllables of times, offices, bodies and courtesies.
const COMMON: ReadonlySet<string> = new Set(
  `hoi nghi to chuc dong chi chu tri toa ban thuong vu thanh tinh huyen quan thi uy dang bo ngay sang chieu toi bi thu
   pho tich ubnd hdnd mttq uy vien nhan dan thang nam phat bieu du va cua cac cho trong tai voi ve la do duoc da vua qua
   lan phien hop khai mac be dien ra cuoc buoi co cung tham lanh dao dai bieu truong cong tac thuc hien theo den gom
   mot so nhung noi dung tinh hinh ket qua nhiem ky khoa phuong xa pho tp dia`.split(/\s+/u),
);

function readWords(text: string, common = COMMON): ReadonlySet<string> {
  const words = new Set<string>();
  let previous: string | null = null;
  for (const token of foldText(text).text.split(/[^a-z0-9]+/u)) {
    const isTelling = /^[a-z]{2,}$/u.test(token) && !common.has(token);
    if (isTelling && previous !== null) words.add(`${previous} ${token}`);
    previous = isTelling ? token : null;
  }
  return words;
}
