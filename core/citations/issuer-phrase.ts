/**
 * Reads the words that name an issuing body: `của Ban Thường vụ Thành ủy Hạ Khê`, `HĐND tỉnh`, `Bộ Chính trị`.
 *
 * The phrase outranks the letters of the code (reports print TW for a Tỉnh ủy document). What is read: the organ, its
 * level, and its name where one follows. Which body that is in the world is told in core/documents.
 */
import type { IssuerLevel } from './citation.ts';
import { composeSlice, type FoldedText, foldText } from './fold.ts';
import { findIssuer } from './issuers.ts';
import { isGap, isLetter, startOfLetters } from './letters.ts';
import { matchAt } from './match-at.ts';
import { endsName } from './name-end.ts';
import { institutionWords, type OrganRow, type PartRow, partRows } from './organ-rows.ts';
import { readPhraseRows } from './phrase-rows.ts';

export interface IssuerPhrase {
  /** Folded offsets of the phrase without "của". */
  readonly start: number;
  readonly end: number;
  readonly organ: string;
  /** What the body's own codes bear: TU for a Tỉnh ủy, whoever of its house is named. */
  readonly symbol: string | null;
  /** What the codes of the named office bear: BTCTU for "Ban Tổ chức Tỉnh ủy"; null where no office is named. */
  readonly officeSymbol: string | null;
  readonly level: IssuerLevel | null;
  /** Words in front of the body: "Ban Thường vụ", "Bí thư", or null. */
  readonly part: string | null;
  /** Unit word for state bodies: "tỉnh", "thành phố", "xã" …; null where none is printed. */
  readonly unit: string | null;
  /** The place or own name as printed, or null. */
  readonly placeName: string | null;
  /** Normalised words: "Ban Thường vụ Thành ủy Hạ Khê". */
  readonly text: string;
}

/** An issuer that stands before its citation, and the verb that joins them. */
export interface IssuerBefore {
  readonly phrase: IssuerPhrase;
  /** True for "ký", "ban hành", "ra": what follows was made then and there. */
  readonly isMaking: boolean;
  /** Other words stand between: only letters that the body bears make it the issuer. */
  readonly isApart: boolean;
  /** The verb is one that others do too with a document: publish, approve. */
  readonly isAnybodys: boolean;
}

const NAME = /[ \n]?((?:\p{Lu}[\p{L}’'-]{0,20})(?:(?:[ \n]|(?<=Thiên|Rịa) - )\p{Lu}[\p{L}’'-]{0,20}){0,4})/uy;
/** The name of an institution goes on in small letters: "Trường Đại học Nam Trung", "Công ty cổ phần Than Hạ Khê". */
const INSTITUTION = /^(?:Trường|Công|Tổng|Tập|Sở|Bệnh|Cục|Học|Viện|Ban|Bộ|Văn|Doanh)$/u;
const INSTITUTION_NAME =
  /[ \n]?(\p{Lu}\p{L}{0,20}(?:[ \n](?!(?:về|ngày|và|của|đã|vừa|năm|tại|do|với|là|tổ|ban|trong|để|có)(?!\p{L}))\p{L}{1,20}){0,8})/uy;
/** Committees of agencies and firms, beside those of communes. */
const HAS_AGENCIES: ReadonlySet<string> = new Set([
  'dang-uy',
  'dang-uy-khoi',
  'dang-bo',
  'chi-bo',
  'ban-can-su',
  'dang-doan',
]);
/** An agency that every place of a level has. */
const AGENCY_OF_PLACE =
  /(?:cong[ \n]an|quan[ \n]su|bo[ \n]doi[ \n]bien[ \n]phong|(?:cac[ \n])?co[ \n]quan[ \n]dang|ubnd|hdnd|uy[ \n]ban[ \n]nhan[ \n]dan)[ \n](?:tinh|thanh[ \n]pho|tp|huyen|thi[ \n]xa|quan)(?![a-z])/y;
const NUMBERED_NAME = /[ \n](\d{1,2})(?![\d/.-])/y;
/** In a headline of capitals the small words of the sentence end a name too. */
const NOT_IN_HEADLINE =
  /^(?:NGHỊ|CHỈ|QUYẾT|QUY|KẾT|THÔNG|KẾ|CHƯƠNG|HƯỚNG|BÁO|KHÓA|SỐ|VỀ|VÀ|CỦA|NGÀY|ĐÃ|TẠI|VỚI|TRONG|TRIỂN|TỔ|HỌP|QUÁN|THỰC|LÀM|LẦN|SƠ|TỔNG)$/u;
const NAME_WINDOW = 90;
/** Common surnames: behind "Bí thư Thành ủy Hạ Khê" a person's name begins with one of these. */
const SURNAME =
  /^(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương|Cao|Lương|Mai|Tạ|Đoàn|Trịnh|Đào|Vương|Nông|Triệu|Chu|Tống|Quách|Phùng|Thân|Giàng|Lò|Lô|Y|H|Ksor|Kpă|Siu|Rmah|Điểu)$/u;
/** Places whose names begin like a person's. */
const PLACE_LIKE_PERSON = /^(?:Hồ Chí Minh|Dương Minh Châu|Trần Văn Thời|Hoàng Su Phì)/u;
const PERSONS: ReadonlySet<string | null> = new Set(partRows.filter((row) => row.isPerson).map((row) => row.name));
const PERSON_NAME = /^,?(?:[ \n]\p{Lu}\p{L}{0,12}){2,5},?$/u;
const BACK = 84;
const ISSUING_VERB =
  /[ \n](?:(?:vua|da|moi|cung|se|van|lai|tiep[ \n]tuc|kip[ \n]thoi|dong[ \n]thoi|chinh[ \n]thuc|hom[ \n]qua|hom[ \n]nay|ket[ \n]luan|chi[ \n]dao|cho[ \n]y[ \n]kien|neu|cho|(?:xem[ \n]xet,?|thong[ \n]qua|phe[ \n]duyet|hoan[ \n]thien)[ \n]va)[ \n]){0,3}(ky[ \n]ban[ \n]hanh|ban[ \n]hanh|phat[ \n]hanh|thong[ \n]qua|cong[ \n]bo|phe[ \n]duyet|co|ra|ky|gui|tai|thong[ \n]bao)[ \n](?:(?:cac[ \n](?:noi|don[ \n]vi|dia[ \n]phuong)|van[ \n]ban|mot|cac)[ \n]){0,2}$/;
const MAKING_VERB = /^(?:ky[ \n]ban[ \n]hanh|ban[ \n]hanh|phat[ \n]hanh|ky|ra)$/;
/** Others than the issuer do this too: only the body whose symbol it is counts. */
const ANYBODYS_VERB = /^(?:cong[ \n]bo|phe[ \n]duyet)$/;
const CLAUSE_START = /(?:^|[.;:,(\n\f][ ]?|[ ](?:va|nhung|khi|nen)[ ])$/;
const DECIDES =
  /^[ \n](?:(?:da|vua|moi|cung|tung)[ \n]){0,2}(?:phe[ \n]duyet|ban[ \n]hanh|cong[ \n]bo|quyet[ \n]dinh|giao|cho[ \n]phep|chap[ \n]thuan|thong[ \n]nhat|thu[ \n]hoi|dieu[ \n]chinh|thanh[ \n]lap|kien[ \n]toan|yeu[ \n]cau|huong[ \n]dan|bai[ \n]bo|quy[ \n]dinh|cap|tra[ \n]loi|ket[ \n]luan|chi[ \n]dao|de[ \n]nghi|neu|bo[ \n]tri|giai[ \n]quyet|tiep[ \n]thu|giai[ \n]trinh)(?:[ \n][a-z0-9]{1,12}){0,9}$/;
/** Then the document may be another's: "UBND huyện giao đất theo quy định tại …". */
const FOLLOWS_ANOTHER =
  /.[ \n](?:theo|thuc[ \n]hien|ap[ \n]dung|chap[ \n]hanh|tuan[ \n]thu|can[ \n]cu|duoc|dung|trai|cua|quy[ \n]dinh)(?![a-z])/;
const OF_INSTITUTION = new RegExp(`[ \\n](?:${institutionWords.join('|').replaceAll(' ', '[ \\n]')})(?![a-z])`, 'y');

/** The issuer inside a surface, between type word and code: `Quyết định của Thủ tướng Chính phủ số 06/QĐ-TTg`. */
export function readIssuerInside(folded: FoldedText, start: number, end: number): IssuerPhrase | null {
  const inside = folded.text.slice(start, end);
  const of = inside.includes('cua') ? /[ \n]cua[ \n]/.exec(inside) : null;
  if (of === null) return null;
  const phrase = readIssuerPhrase(folded, start + of.index + of[0].length);
  return phrase !== null && phrase.end <= end ? phrase : null;
}

/**
 * The issuer that stands before a citation and does something with it: `UBND tỉnh ban hành Quyết định số …`,
 * `Thường trực Thành ủy tại Thông báo số …`. Looks back within the clause, not past `floor`.
 */
export function readIssuerBefore(folded: FoldedText, at: number, floor: number): IssuerBefore | null {
  const text = folded.text;
  const label = text[at - 2] === ':' ? readLabel(folded, at - 2, floor) : null;
  if (label !== null) return { phrase: label, isMaking: false, isApart: true, isAnybodys: false };
  if (!endsLikeVerb(text, at)) return null;
  const from = Math.max(floor, at - BACK);
  const verb = ISSUING_VERB.exec(text.slice(from, at));
  if (verb?.[1] === undefined) return null;
  const verbAt = from + verb.index;
  for (let start = from; start < verbAt; start += 1) {
    if (isLetter(text.charCodeAt(start - 1))) continue;
    const phrase = readIssuerPhrase(folded, start);
    if (phrase === null) continue;
    if (isJoined(folded, phrase, verbAt))
      return { phrase, isMaking: MAKING_VERB.test(verb[1]), isApart: false, isAnybodys: ANYBODYS_VERB.test(verb[1]) };
    if (verb[1] === 'tai' && isSubject(folded, phrase, verbAt))
      return { phrase, isMaking: false, isApart: true, isAnybodys: false };
    start = Math.max(start, phrase.end - 1);
  }
  return null;
}

/** `UBND tỉnh: QĐ 24/2024/QĐ-UBND`, `- HĐND tỉnh: NQ 09/NQ-HĐND`: the issuer alone, up to the colon at `end`. */
function readLabel(folded: FoldedText, end: number, floor: number): IssuerPhrase | null {
  const before = folded.text.slice(Math.max(floor, end - LABEL_BACK), end);
  const start = Math.max(floor, end - LABEL_BACK) + before.search(LABEL);
  const phrase = start < end && LABEL.test(before) ? readIssuerPhrase(folded, start) : null;
  return phrase?.end === end ? phrase : null;
}

const LABEL_BACK = 60;
/** What begins a line, a sentence or an item of a list. */
const LABEL = /(?<=(?:^|[.;\n\f][ ]?|[-*+•][ ])(?:[a-z\d]{1,2}[.)][ ])?)[a-z][a-z ]{2,50}$/;

/** A cheap look at the last syllable, so that few citations need the pattern. */
function endsLikeVerb(text: string, at: number): boolean {
  return isGap(text.charCodeAt(at - 1)) && VERB_ENDS.has(text.slice(startOfLetters(text, at - 1, 7), at - 1));
}

const VERB_ENDS: ReadonlySet<string> = new Set(
  'hanh qua bo duyet co ra ky gui tai bao noi vi phuong ban mot cac'.split(' '),
);

/** Nothing stands between the body and its verb, or only the name of its head. */
function isJoined(folded: FoldedText, phrase: IssuerPhrase, verbAt: number): boolean {
  if (phrase.end > verbAt) return false;
  const between = composeSlice(folded, phrase.end, verbAt);
  if (/^[ \n,]{0,2}$/.test(between)) return true;
  return PERSONS.has(phrase.part) && PERSON_NAME.test(between);
}

/** `; UBND thị xã phê duyệt giá tại`: the body opens its clause and decides something in the words up to "tại". */
function isSubject(folded: FoldedText, phrase: IssuerPhrase, verbAt: number): boolean {
  if (phrase.end > verbAt || !CLAUSE_START.test(folded.text.slice(Math.max(0, phrase.start - 8), phrase.start)))
    return false;
  const between = folded.text.slice(phrase.end, verbAt);
  return DECIDES.test(between) && !FOLLOWS_ANOTHER.test(between);
}

/** Whether the codes of the named body bear `issuerCode`: `BGTVT-BCA` of Bộ Công an, `QH15` of the Quốc hội. */
export function bearsSymbol(phrase: IssuerPhrase, issuerCode: string): boolean {
  if (phrase.symbol === null) return phrase.organ === 'bo' && /^BNN/.test(issuerCode);
  const own = [phrase.symbol, phrase.officeSymbol];
  for (const printed of [issuerCode, ...issuerCode.split('-')]) {
    const symbol = findIssuer(printed)?.symbol ?? printed;
    if (own.includes(symbol) || (symbol === 'UB' && own.includes('UBND'))) return true;
    if (/^(?:CT|TT)(?:UBND|HĐND)$/.test(symbol) && symbol.endsWith(phrase.symbol)) return true;
  }
  return false;
}

/** Reads a body named by itself, as a host or a kept issuer name is: "Ban Thường vụ Thành ủy Hạ Khê". */
export function parseIssuerPhrase(name: string): IssuerPhrase | null {
  return readIssuerPhrase(foldText(name), 0);
}

/** The issuer phrase that begins exactly at `at`, or null. */
export function readIssuerPhrase(folded: FoldedText, at: number): IssuerPhrase | null {
  const rows = readPhraseRows(folded.text, at);
  if (rows === null) return null;
  const matchedEnd = at + rows.length;
  const { part, organ, unit, level, symbol, officeSymbol } = rows;
  const name = organ.hasName ? readName(folded, matchedEnd, { organ, part, unit }) : null;
  const own = organ.name === '' ? capitalise(composeSlice(folded, at, matchedEnd)) : organ.name;
  const words = [part?.name, own, unit, name?.text].filter((word) => word != null && word !== '');
  return {
    start: at,
    end: name?.end ?? matchedEnd,
    organ: organ.organ,
    symbol,
    officeSymbol,
    level: level ?? levelOfInstitution(folded, organ.organ, matchedEnd),
    part: part?.name ?? null,
    unit,
    placeName: name?.text ?? null,
    text: words.join(' '),
  };
}

/**
 * `Đảng ủy Công ty …`, `Đảng ủy Công an tỉnh` are the committees of an agency or firm; a caucus is of the level of the
 * body it sits in.
 */
function levelOfInstitution(folded: FoldedText, organ: string, at: number): IssuerLevel | null {
  if (organ === 'ban-can-su' || organ === 'dang-doan') return readPhraseRows(folded.text, at + 1)?.level ?? null;
  if (organ !== 'dang-uy') return null;
  return matchAt(OF_INSTITUTION, folded.text, at) === null ? null : 'org';
}

interface NamedBody {
  readonly organ: OrganRow;
  readonly part: PartRow | null;
  readonly unit: string | null;
}

function readName(folded: FoldedText, at: number, body: NamedBody): { text: string; end: number } | null {
  if (body.unit === 'quận' || body.unit === 'phường') {
    const numbered = matchAt(NUMBERED_NAME, folded.text, at);
    if (numbered?.[1] !== undefined) return { text: numbered[1], end: at + numbered[0].length };
  }
  const nameAt = isGap(folded.text.charCodeAt(at)) ? at + 1 : at;
  if (HAS_AGENCIES.has(body.organ.organ) && body.unit === null) {
    const agency = readAgency(folded, nameAt);
    if (agency !== null) return agency;
  }
  if (!/\p{Lu}/u.test(composeSlice(folded, nameAt, nameAt + 1))) return null;
  const printed = composeSlice(folded, at, at + NAME_WINDOW);
  const match = matchName(NAME, printed);
  if (match === null) return null;
  const words = match.split(/[ \n]/);
  const isInstitution = HAS_AGENCIES.has(body.organ.organ) && INSTITUTION.test(words[0] ?? '');
  const kept = isInstitution
    ? (matchName(INSTITUTION_NAME, printed) ?? match).split(/[ \n]/)
    : cutName(words, wordBehind(printed, match), body);
  if (kept.length === 0) return null;
  const lead = /^[ \n]/.test(printed) ? 1 : 0;
  const text = kept.join(' ');
  return { text, end: at + lead + text.length };
}

/** The agency whose committee is named, where its words are known to their end: "Bộ Tài chính", "Công an tỉnh". */
function readAgency(folded: FoldedText, at: number): { text: string; end: number } | null {
  const local = matchAt(AGENCY_OF_PLACE, folded.text, at);
  const rows = local === null ? readPhraseRows(folded.text, at) : null;
  const isNational = rows !== null && rows.part === null && !rows.organ.hasName && rows.organ.organ !== 'trung-uong';
  const length = local?.[0].length ?? (isNational ? rows.length : 0);
  if (length === 0) return null;
  const own = rows?.organ.name ?? '';
  const text = own === '' ? capitalise(composeSlice(folded, at, at + length)) : own;
  const place = local === null ? null : readPlaceOf(folded, at + length);
  return { text: place === null ? text : `${text} ${place.text}`, end: place?.end ?? at + length };
}

function readPlaceOf(folded: FoldedText, at: number): { text: string; end: number } | null {
  const printed = composeSlice(folded, at, at + NAME_WINDOW);
  const match = /^[ \n]\p{Lu}/u.test(printed) ? matchName(NAME, printed) : null;
  if (match === null) return null;
  const words = match.split(/[ \n]/);
  const stop = words.findIndex((word, index) => endsName(word, words[index + 1] ?? wordBehind(printed, match)));
  const text = words.slice(0, stop < 0 ? words.length : stop).join(' ');
  return text === '' ? null : { text, end: at + 1 + text.length };
}

function matchName(pattern: RegExp, printed: string): string | null {
  pattern.lastIndex = 0;
  return pattern.exec(printed)?.[1] ?? null;
}

/** The word behind the capital words `match` that `printed` begins with. */
function wordBehind(printed: string, match: string): string | undefined {
  return /^[ \n]([\p{L}\p{M}]{1,20})/u.exec(printed.slice(printed.indexOf(match) + match.length))?.[1];
}

/** The words that are the body's name, without the next capital word of the sentence and without a person's name. */
function cutName(words: readonly string[], behind: string | undefined, { organ, part }: NamedBody): readonly string[] {
  if (organ.organ === 'tong-cuc') return words;
  const stop = words.findIndex((word, at) => endsName(word, words[at + 1] ?? behind) || NOT_IN_HEADLINE.test(word));
  const kept = stop < 0 ? words : words.slice(0, stop);
  if (part?.isPerson !== true || PLACE_LIKE_PERSON.test(kept.join(' '))) return kept;
  const surname = kept.findIndex((word, index) => SURNAME.test(word) && kept.length - index >= (index === 0 ? 3 : 2));
  return surname < 0 ? kept : kept.slice(0, surname);
}

function capitalise(text: string): string {
  const tidy = text.replace(/\s+/g, ' ').trim();
  return tidy.charAt(0).toUpperCase() + tidy.slice(1);
}
