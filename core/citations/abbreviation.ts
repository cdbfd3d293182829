/**
 * Decides whether an abbreviation and a bare number cite a document: `NQ 837`, `theo TT 79`, but not `tòa CT6A`,
 * `tàu HD 905`, `phòng KH 02`.
 */
import type { FoldedText } from './fold.ts';
import { matchAt } from './match-at.ts';
import type { ShortNumber } from './short-number.ts';
import { spelledWords } from './spelled-words.ts';
import type { TypeWord } from './type-word.ts';

const BUILDING = /(?:chung[ \n]cu|toa|can[ \n]ho|lo[ \n]dat|o[ \n]dat|khu[ \n]do[ \n]thi|block)[ \n,;(a-z0-9]{0,24}$/;
/** What bears a number behind two letters and is no paper: vessels, rigs, lorries. */
const VESSEL =
  /(?:^|[^a-z])(?:(?:tau|thuyen|ghe)(?:[ \n](?:ca|hang|keo|cho|dau|so|du[ \n]lich|cho[ \n](?:hang|khach|dau)))?|sa[ \n]lan|xa[ \n]lan|gian[ \n]khoan|xe(?:[ \n](?:tai|ben|dau[ \n]keo))?|hyundai|huyndai)[ \n]$/;
/** What is told apart by letters and a number. */
const LABELLED =
  /(?:^|[^a-z])(?:phong(?:[ \n](?:hop|thi))?|hoi[ \n]truong|thi[ \n]sinh|(?:so[ \n])?bao[ \n]danh|sbd|cot|thua|lo|buyt|tram|goi[ \n]thau|ma[ \n](?:so|hang)|lop)[ \n]$/;
/** What a fishing boat's number ends in. */
const FISHING_BOAT = /[ \n-]{1,3}ts(?![a-z])/y;
/** `theo tt 79`, `Điều 7 cv 5512`, `đúng TT29`: what is obeyed or has articles is a document, however it is abbreviated. */
export function isCitedInHaste(
  { text }: FoldedText,
  { start, isAbbreviation }: TypeWord,
  { number }: Pick<ShortNumber, 'number'>,
): boolean {
  return isAbbreviation && number.length >= 2 && CITING.test(text.slice(Math.max(0, start - 14), start));
}

const CITING =
  /(?:^|[^a-z])(?:theo|xem|tai|dung|ap[ \n]dung|thuc[ \n]hien|can[ \n]cu|trien[ \n]khai|quan[ \n]triet|(?:dieu|khoan|muc)[ \n]?\d{1,3}[a-z]?|diem[ \n][a-z])[ \n]$/;

/** `NQ837` may be glued, `CT22` may as well be a flat; one digit is too little of a number. */
export function isSureAbbreviation(folded: FoldedText, lead: TypeWord, short: ShortNumber): boolean {
  const { type, isGlued } = lead;
  if (short.year !== null) return true;
  if (!isGlued)
    return short.number.length >= 2 && (!LABELS.has(type?.symbol ?? '') || isCitedByWords(folded, lead, short));
  // Reporters sign with their initials and two digits (`TT33`); nobody is the hundredth, nor is one obeyed.
  if (type?.symbol === 'TT') return /^[1-9]\d\d$/.test(short.number) || isCitedInHaste(folded, lead, short);
  if (type?.symbol === 'ĐA') return /^0\d$/.test(short.number);
  return short.number.length >= 2 && /^(?:NQ|NĐ|QĐ|TTLT)$/.test(type?.symbol ?? '');
}

/** Letters that number rooms, tickets, columns and candidates more often than they cite: `KH 015`, `phòng HD 02`. */
const LABELS: ReadonlySet<string> = new Set(['TB', 'KH', 'HD', 'BC']);

/** `theo KH 214`, `TB 812 của Bí thư`: something that only a document does stands beside it. */
function isCitedByWords(folded: FoldedText, lead: TypeWord, { after }: ShortNumber): boolean {
  return isCitedInHaste(folded, lead, { number: '00' }) || OF_DOCUMENT.standBehind(folded, after);
}

const OF_DOCUMENT = spelledWords(['của', 'về', 'ngày', 'khóa', 'ban hành']);

/**
 * `tòa CT6A`, `chung cư CT 8`, `tàu cá KH 91234 TS`, `giàn khoan HD 905`: blocks of flats, vessels and lorries are numbered
 * with letters that look like ours.
 */
export function isAddress(folded: FoldedText, { type, start }: TypeWord, short: ShortNumber): boolean {
  if (/[a-e]$/.test(short.number) && type?.symbol !== 'NQ') return true;
  const before = folded.text.slice(Math.max(0, start - 24), start);
  // `Sư đoàn 308/QĐ12` is of a corps; `trạm HN-TB 204` bears a longer name.
  if (/\d\/$|[a-z\d]-$/.test(before) || LABELLED.test(before)) return true;
  if (VESSEL.test(before) || matchAt(FISHING_BOAT, folded.text, short.end) !== null) return true;
  return type?.symbol === 'CT' && BUILDING.test(folded.text.slice(Math.max(0, start - 40), start));
}
