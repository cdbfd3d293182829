/**
 * The head and the signature of an official document: issuer, code, place and date, type, subject, signer.
 *
 * The form is fixed by Decree 30/2020/NĐ-CP (state) and by the Party's rules on form: two columns above, type and subject
 * below, signature at the end. Columns come one after the other, side by side or woven together, so each part is told by what it is,
 * not by where it stands. Facts are as printed; what is not printed is null.
 */
import type { IsoDate, ReferenceCode } from '../../core/citations/citation.ts';
import { parseDay } from '../../core/citations/document-date.ts';
import { documentTypes } from '../../core/citations/document-types.ts';
import { extractCitations } from '../../core/citations/extract.ts';
import { readAuthorLine } from './authors.ts';
import { tidyLine } from './wording.ts';

export interface DocumentHead {
  /** As printed, mostly in capitals: `ỦY BAN NHÂN DÂN TỈNH HẠ KHÊ`. */
  readonly issuer: string | null;
  readonly code: ReferenceCode | null;
  readonly place: string | null;
  /** Only a whole day: unsigned copies leave it open. */
  readonly date: IsoDate | null;
  /** The type's name: `Nghị định`; null for a letter, which prints none. */
  readonly type: string | null;
  /** What it is about, without "V/v": one line. */
  readonly subject: string | null;
  readonly signer: string | null;
  /** Type and subject as a title, null where neither is printed. */
  readonly title: string | null;
}

/**
 * Reads the head of a document; null where the lines are those of no document (a report, a form, a book).
 * @example readDocumentHead(['CHÍNH PHỦ', 'Số: 30/2020/NĐ-CP', 'Hà Nội, ngày 05 tháng 3 năm 2020', 'NGHỊ ĐỊNH', 'Về công tác văn thư'])?.title
 * // 'Nghị định về công tác văn thư'
 */
export function readDocumentHead(lines: readonly string[]): DocumentHead | null {
  const segments = lines.slice(0, HEAD_LINES).flatMap(splitColumns).slice(0, HEAD_LINES);
  const hasMotto = segments.some((segment) => MOTTO.test(segment));
  const codeAt = segments.findIndex((segment) => NUMBER_LINE.test(segment));
  const dated = findPlaceAndDate(segments);
  const typed = findType(segments, Math.max(codeAt, dated?.at ?? -1, 0));
  const marks = [hasMotto, codeAt !== -1, dated !== null, typed !== null].filter(Boolean).length;
  if (marks < 2 || (codeAt === -1 && !hasMotto)) return null;
  const subject = typed?.subject ?? findLetterSubject(segments);
  const type = typed?.type ?? null;
  return {
    issuer: findIssuerLines(segments, codeAt),
    code: codeAt === -1 ? null : readCode(segments[codeAt] ?? ''),
    place: dated?.place ?? null,
    date: dated?.date ?? null,
    type,
    subject,
    signer: findSigner(lines),
    title: titleOf(type, subject),
  };
}

/** A head of two columns, a subject of several lines and a line between each. */
const HEAD_LINES = 40;
const MOST_SUBJECT_LINES = 8;
const MOST_SUBJECT = 600;

const MOTTO =
  /^(?:cộng (?:hoà|hòa) xã hội chủ nghĩa việt nam|độc lập ?[-–] ?tự do ?[-–] ?hạnh phúc|đảng cộng sản việt nam)[\s*.-]{0,5}$/iu;
const MOTTO_INSIDE =
  /cộng (?:hoà|hòa) xã hội chủ nghĩa việt nam|độc lập ?[-–] ?tự do ?[-–] ?hạnh phúc|đảng cộng sản việt nam/giu;
const NUMBER_LINE =
  /^(?:(?:luật|pháp lệnh|nghị quyết)\s)?số\s?[:.]?\s?[\d.…_/-]|^\d{1,5}(?:\/\d{4})?[-/]\p{Lu}[\p{Lu}Đđa-z]{0,6}[-/][\p{L}\d-]{1,30}$/iu;
/** Days and months that an unsigned copy leaves open are blanks or dots. */
const PLACE_AND_DATE =
  /(?<![\p{L}\d/-])((?:TP\. ?)?\p{Lu}\p{Ll}{1,7}(?:(?: - |[ -])\p{Lu}\p{Ll}{0,7}){0,4}),\s?ngày([\s\d.…_]{0,24})tháng([\s\d.…_]{0,24})năm([\s\d.…_]{0,14})/u;
const LETTER_SUBJECT = /^(?:v\/v|về việc)\s?[:.]?\s?/iu;

/** Columns side by side are parted by a tab, a bar or a motto between them. */
function splitColumns(line: string): readonly string[] {
  const apart = line
    .replace(/(?<=Số\s?:|ngày|tháng|năm)(?: {2,}|\t)\s{0,40}/gu, ' ')
    .replace(MOTTO_INSIDE, (motto) => `\t${motto}\t`)
    .replace(PLACE_AND_DATE, (whole) => `\t${whole}`)
    .replace(/(?<=\S)\s(?=Số\s?:\s?\d|(?:TM|KT|TL|TUQ)\.\s?\p{Lu}{2}|Nơi nhận\s?:)/gu, '\t');
  return apart
    .split(/[\t\n]| \| | {3,}/u)
    .map(tidyLine)
    .filter((segment) => /[\p{L}\d]/u.test(segment));
}

function findPlaceAndDate(
  segments: readonly string[],
): { readonly at: number; readonly place: string; readonly date: IsoDate | null } | null {
  for (const [at, segment] of segments.entries()) {
    const match = segment.length > 90 ? null : PLACE_AND_DATE.exec(segment);
    if (match === null || match.index > 3) continue;
    const [, place = '', day, month, year] = match;
    return { at, place: place.trim(), date: parseDay(day?.trim(), month?.trim(), year?.trim()) };
  }
  return null;
}

/** `Số: 30/2020/NĐ-CP` → the code in standard spelling; null where the number was left open. */
function readCode(line: string): ReferenceCode | null {
  return extractCitations(line).find(({ kind }) => kind === 'code')?.canonical ?? null;
}

interface FoundType {
  readonly type: string;
  readonly subject: string | null;
}

/** Longest first, so that "CHƯƠNG TRÌNH HÀNH ĐỘNG" is not a "CHƯƠNG TRÌNH" about "HÀNH ĐỘNG". */
const typeNames: readonly (readonly [word: string, name: string])[] = documentTypes
  .flatMap(({ words, name }) => words.map((word) => [word.toUpperCase(), name] as const))
  .sort(([a], [b]) => b.length - a.length);

/** The line in capitals that names the type, behind the columns above; the subject stands below or goes on in it. */
function findType(segments: readonly string[], from: number): FoundType | null {
  for (let at = from; at < segments.length; at += 1) {
    const segment = segments[at] ?? '';
    const known = typeNames.find(([word]) => segment.startsWith(word) && !/^\p{L}/u.test(segment.slice(word.length)));
    if (known === undefined || NUMBER_LINE.test(segment)) continue;
    const [word, name] = known;
    const inline = segment.slice(word.length).trim();
    const below = segments.slice(at + 1);
    return { type: name, subject: joinSubject(inline === '' ? below : [inline, ...below]) };
  }
  return null;
}

/** What ends a subject: the preamble, the issuer's own line, an address, the first article. */
const BEHIND_SUBJECT =
  /^(?:căn cứ|kính gửi|điều \d|chương |phần |mục |thực hiện |theo |nơi nhận|xét |ngày \d|[ivx]{1,4}\.|\d{1,2}[.)]|-\s)/iu;

function joinSubject(lines: readonly string[]): string | null {
  const kept: string[] = [];
  for (const line of lines.slice(0, MOST_SUBJECT_LINES)) {
    const [first] = kept;
    if (BEHIND_SUBJECT.test(line) || MOTTO.test(line) || NUMBER_LINE.test(line) || /[.;:]$/u.test(line)) break;
    // Behind a subject in small letters, a line of capitals is the issuer again: "CHÍNH PHỦ".
    if (first !== undefined && isCapitals(line) && !isCapitals(first)) break;
    if (
      first === undefined &&
      /^(?:(?:ỦY|UỶ) BAN|HỘI ĐỒNG|CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|CHÍNH PHỦ|QUỐC HỘI)/u.test(line)
    )
      break;
    kept.push(line);
  }
  const subject = tidyLine(kept.join(' ')).replace(LETTER_SUBJECT, (cue) => (/^v\/v/iu.test(cue) ? '' : cue));
  return subject === '' || subject.length > MOST_SUBJECT ? null : subject;
}

/** A letter prints "V/v …" below its number. */
function findLetterSubject(segments: readonly string[]): string | null {
  const at = segments.findIndex((segment) => LETTER_SUBJECT.test(segment));
  if (at === -1) return null;
  const rest = segments.slice(at).filter((segment, index) => index === 0 || !PLACE_AND_DATE.test(segment));
  const subject = joinSubject(rest)?.replace(LETTER_SUBJECT, '') ?? '';
  return subject === '' ? null : subject;
}

const UNIT_BELOW = /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|PHƯỜNG|XÃ|THỊ TRẤN|ĐẶC KHU)\s(?!(?:ỦY|UỶ)(?!\p{L}))/u;
const PARENT_OPEN =
  /^(?:(?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|(?:ỦY|UỶ) BAN MẶT TRẬN TỔ QUỐC(?: VIỆT NAM)?|ĐẢNG BỘ|BAN CHẤP HÀNH)$/u;

/** The lines of capitals above the number; of a body and the one it belongs to, the lower. */
function findIssuerLines(segments: readonly string[], codeAt: number): string | null {
  const above = codeAt === -1 ? segments.slice(0, 6) : segments.slice(0, codeAt);
  const names: string[] = [];
  for (const segment of above) {
    if (MOTTO.test(segment) || PLACE_AND_DATE.test(segment) || !isCapitals(segment) || segment.length > 120) continue;
    const last = names.at(-1);
    if (last !== undefined && (UNIT_BELOW.test(segment) || PARENT_OPEN.test(last)) && !last.startsWith('TỈNH ')) {
      names[names.length - 1] = `${last} ${segment}`;
    } else if (!typeNames.some(([word]) => segment === word)) names.push(segment);
  }
  return names.at(-1) ?? null;
}

const SIGNING = /^(?:TM|KT|TL|TUQ|T\/L|K\/T|T\/M|Q)\.\s?\p{Lu}{2}/u;
const SIGNING_OFFICE =
  /^(?:(?:PHÓ |Q\. ?)?(?:THỦ TƯỚNG|CHỦ TỊCH|BÍ THƯ|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|TỔNG BÍ THƯ|CHỦ NHIỆM|CỤC TRƯỞNG|VỤ TRƯỞNG|VIỆN TRƯỞNG|CHÁNH ÁN)(?: THƯỜNG TRỰC| QUỐC HỘI| NƯỚC)?)$/u;
const NAME_WITHIN = 14;

/** The name below "TM.", "KT." or the office of who signs, wherever annexes follow; recipients may stand between. */
function findSigner(lines: readonly string[]): string | null {
  const segments = lines.flatMap(splitColumns);
  const offices = segments.flatMap((segment, at) =>
    SIGNING.test(segment) || SIGNING_OFFICE.test(segment) ? [at] : [],
  );
  const first = offices[0];
  if (first === undefined) return null;
  const last = offices.findLast((at) => at - first <= NAME_WITHIN) ?? first;
  for (const segment of segments.slice(last + 1, last + 1 + NAME_WITHIN)) {
    if (SIGNING_OFFICE.test(segment) || segment.length > 40) continue;
    const name = readAuthorLine(segment.replace(RANK, ''));
    if (name !== null && !/[,;–&]|\svà\s/u.test(name)) return name;
  }
  return null;
}

const RANK = /^(?:(?:GS|PGS|TS|ThS|BS|KS)\.\s?|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá) ){1,3}/u;

function titleOf(type: string | null, subject: string | null): string | null {
  if (type === null || subject === null) return subject ?? type;
  if (isCapitals(subject)) return `${type.toUpperCase()} ${subject}`;
  return `${type} ${/^(?:Về|Của|Ban hành|Quy định|Phê duyệt|Sửa đổi|Hướng dẫn|Triển khai|Tăng cường)(?!\p{L})/u.test(subject) ? subject.charAt(0).toLowerCase() + subject.slice(1) : subject}`;
}

function isCapitals(line: string): boolean {
  return /\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line);
}
