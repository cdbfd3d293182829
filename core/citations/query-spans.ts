/**
 * Finds in a typed query what is read as a whole before its words are: bodies named in words, and what holds a number
 * that is no document's: days, months, periods, ordinals (khóa 13, điều 5), amounts, the plenums of the centre.
 *
 * Each look-alike is a row of the reference's list of what is no citation. Everything is matched on the folded text, but
 * amounts: `21 nam` may be a year's or Nam Định's.
 */
import type { Span } from './citation.ts';
import { foldText } from './fold.ts';
import { readIssuerPhrase } from './issuer-phrase.ts';
import { readPlenumName } from './plenum.ts';

export type QuerySpan = Span &
  /** `date`: a full day, which is the document's own; `aside`: what stays among the words. */
  (
    | { readonly kind: 'code' | 'date' | 'plenum' | 'aside' }
    /** `name` as understood; null for a symbol. */
    | { readonly kind: 'issuer'; readonly symbol: string | null; readonly name: string | null }
  );

/** The spans of `text` in their order, none of them over another; `code` is where a whole code was found. */
export function readSpans(text: string, code: Span | null): readonly QuerySpan[] {
  const spans: QuerySpan[] = code === null ? [] : [{ start: code.start, end: code.end, kind: 'code' }];
  for (const read of READERS) spans.push(...read(hide(text, spans)));
  return spans.sort((a, b) => a.start - b.start);
}

const READERS: readonly ((text: string) => readonly QuerySpan[])[] = [
  readPlenums,
  matcher('date', /(?<![\d/.-])(?:(?:ban hanh |ky )?ngay )?\d{1,2} ?([/.-]) ?\d{1,2} ?\1 ?(?:\d\d)?\d\d(?![\d/-])/g),
  matcher('date', /(?<![a-z])(?:(?:ban hanh |ky )?ngay )?\d{1,2} thang \d{1,2} nam \d{4}(?!\d)/g),
  readIssuers,
  matcher(
    'aside',
    /(?<![\d/-])(?:(?:giai doan|nhiem ky|thoi ky|nam hoc|tu nam|tu) )?(?:19|20)\d\d ?(?:[-/]|den(?: nam)?) ?(?:19|20)\d\d(?![\d/]|-[a-z])/g,
  ),
  matcher(
    'aside',
    new RegExp(
      `(?<![a-z])(?:${[
        'dai hoi|ky hop|phien hop|phien|khoa|hoi nghi|lan|thu|ky|dot|giai doan|nhiem ky|quy|thang|tuan|ngay|sang|chieu',
        'dieu|khoan|diem|muc|chuong|phan|phu luc|mau|bieu|trang|cau|bai|to|khu|quoc lo|tinh lo|ql|duong|cao toc|km|lop',
        'phong|covid|top|cap|loai|vung|nhom|hang|quan|phuong|thon|ap|xom|khoi|lo|tang|so nha|tuyen|toi',
      ].join('|')})(?: lan)?(?: thu)?(?: so)?[ -]?\\d{1,4}[a-z]?(?:[/.-]\\d{1,4}| nam \\d{4})?(?![\\da-z]|/[a-z\\d])`,
      'g',
    ),
  ),
  matcher('aside', /(?<![\d/.-])(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])(?![\d/-])/g),
  readAmounts,
];

/** `text` with what stands in `spans` put out of reach, at its old length. */
function hide(text: string, spans: readonly Span[]): string {
  let left = text;
  for (const { start, end } of spans) left = left.slice(0, start) + '|'.repeat(end - start) + left.slice(end);
  return left;
}

function matcher(kind: 'date' | 'aside' | 'plenum', pattern: RegExp): (text: string) => QuerySpan[] {
  return (text) => {
    const folded = foldText(text);
    return [...folded.text.matchAll(pattern)].map(({ 0: match, index }) => ({
      start: folded.startOf(index),
      end: folded.endOf(index + match.length),
      kind,
    }));
  };
}

const readMeetings = matcher(
  'plenum',
  /(?<=(?:nghi quyet|ket luan|nq|kl) (?:so )?(?:\d{1,3}|\|{5,20}) )(?:trung uong|tw) (?:[1-9]|1[0-5])(?![\d/-])|(?<![a-z])hoi nghi (?:lan thu [a-z0-9]{1,5} (?:(?:bch|ban chap hanh) )?(?:trung uong|tw)(?: dang)?|(?:(?:bch|ban chap hanh) )?(?:trung uong|tw)(?: dang)?(?: lan)?(?: thu)? \d{1,2})(?![a-z\d])/g,
);
/** No term since 1976 held more: `nghị quyết TW 18` is a document's number. */
const MOST_PLENUMS = 15;

/** `nghị quyết trung ương 4`, `nqtw4`, `hội nghị TW 8`: the number is that of the meeting. */
function readPlenums(text: string): readonly QuerySpan[] {
  const found: QuerySpan[] = [];
  const folded = foldText(text);
  for (const { 0: digits, index } of folded.text.matchAll(/(?<!\d)[1-9]\d?(?!\d|[/.]| ?-)/g)) {
    const name = Number(digits) > MOST_PLENUMS ? null : readPlenumName(folded, index);
    if (name === null) continue;
    const end = folded.endOf(Math.max(name.after, index + digits.length));
    found.push({ start: folded.startOf(name.start), end, kind: 'plenum' });
  }
  return [...found, ...readMeetings(hide(text, found))];
}

/** Bodies named in words; symbols alone (tu, tw) are left to the words. */
function readIssuers(text: string): readonly QuerySpan[] {
  const folded = foldText(text);
  const found: QuerySpan[] = [];
  for (let at = 0; at < folded.text.length; at += 1) {
    if (at > 0 && /[a-z0-9]/.test(folded.text[at - 1] ?? '')) continue;
    const phrase = readIssuerPhrase(folded, at);
    if (phrase === null || !folded.text.slice(phrase.start, phrase.end).trim().includes(' ')) continue;
    // `chính phủ số` is the digital government.
    if (/^ so(?! ?[\d:|])(?![a-z])/.test(folded.text.slice(phrase.end))) continue;
    const symbol = phrase.officeSymbol ?? phrase.symbol;
    if (symbol === null && phrase.organ !== 'bo') continue;
    const [start, end] = [folded.startOf(phrase.start), folded.endOf(phrase.end)];
    found.push({ start, end, kind: 'issuer', symbol, name: phrase.text });
    at = phrase.end - 1;
  }
  return found;
}

const AMOUNT =
  /(?<![\d/.-])(?:\d{1,3}(?:\.\d{3}){1,4}(?![\d/-])|\d{1,6}(?:[.,]\d{1,3})? ?(?:%|(?:năm|nam(?=$)|tháng|tỷ|tỉ|triệu|trieu|nghìn|nghin|km|người|nguoi|hộ|bước|lần|giờ|tuổi|điều)(?!\p{L}| (?:19|20)\d\d)))/giu;

function readAmounts(text: string): readonly QuerySpan[] {
  return [...text.matchAll(AMOUNT)].map(({ 0: amount, index }) => ({
    start: index,
    end: index + amount.length,
    kind: 'aside',
  }));
}
