/**
 * Reads pinpoints: which provision of a cited document is meant (`điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP`).
 *
 * A pinpoint binds to the nearest document that follows it, else to the last one named. It is a field of that citation,
 * never a citation itself nor part of its surface. Only a whole pinpoint is given: one that runs on past the window is
 * null, not a part of itself. Whether the provision exists is for others to know.
 */
import { documentTypes } from './document-types.ts';
import { composeSlice, type FoldedText, foldKey } from './fold.ts';
import { isDigit, nextWord, startOfLetters } from './letters.ts';
import { matchAt } from './match-at.ts';
import { advance, begin, isWhole, type PinpointPart, type PinpointRun } from './pinpoint-run.ts';
import { findPinpointWords, isSpelled, readPinpointTokens } from './pinpoint-token.ts';
import { wordStarts } from './words-at.ts';

export interface Pinpoint {
  /** As printed, in one line and NFC: `điểm a, b khoản 2 Điều 5`. */
  readonly text: string;
  /** Folded offsets. */
  readonly start: number;
  readonly end: number;
  /** In printed order, neighbours of one unit joined: `khoản 1, khoản 3 Điều 12` has two parts. */
  readonly parts: readonly PinpointPart[];
}

/** Where a citation stands, in folded offsets: its surface, and where what is printed behind it has been read to. */
export interface PinpointPlace {
  readonly start: number;
  readonly end: number;
  readonly after: number;
}

const WINDOW = 160;

/**
 * The pinpoint of each citation, in the order of the text; none is given to two.
 *
 * @example
 * readPinpoints(foldText('Điều 5 Nghị định số 30/2020/NĐ-CP'), [{ start: 7, end: 33, after: 33 }])[0]?.text // 'Điều 5'
 */
export function readPinpoints(folded: FoldedText, places: readonly PinpointPlace[]): readonly (Pinpoint | null)[] {
  const read: (Pinpoint | null)[] = [];
  let floor = 0;
  for (const [index, place] of places.entries()) {
    const before = readPinpointBefore(folded, place.start, floor);
    const behind = before === null ? readPinpointAfter(folded, place.after) : null;
    const limit = places[index + 1]?.start ?? folded.text.length;
    const pinpoint = before ?? (behind !== null && behind.end <= limit ? behind : null);
    read.push(pinpoint);
    floor = Math.max(floor, place.end, pinpoint?.end ?? 0);
  }
  return read;
}

/**
 * The pinpoint that ends right before the citation at `at` (folded offset of its surface), or null; it does not reach
 * before `floor`, where the citation before ends.
 */
export function readPinpointBefore(folded: FoldedText, at: number, floor: number): Pinpoint | null {
  const end = skipJoint(folded, at, floor);
  if (
    end <= floor ||
    !mayEndPinpoint(folded.text, end) ||
    !LAST.test(folded.text.slice(Math.max(floor, end - 10), end))
  )
    return null;
  const isCut = at - WINDOW > floor;
  const edge = isCut ? nextBlank(folded.text, at - WINDOW) : floor;
  const from = findPinpointWords(folded.text, edge, end);
  if (from === null) return null;
  let run: PinpointRun | null = null;
  let isLoose = isCut && from <= edge;
  for (const token of readPinpointTokens(folded, previousWord(folded.text, from, edge), end)) {
    const longer: PinpointRun | null = run === null ? null : advance(run, token);
    if (token.kind === 'break' || (run !== null && longer === null)) isLoose = false;
    run = longer ?? begin(token, { isInBrackets: isBehindBracket(folded.text, token.start), isLoose });
  }
  return run === null || run.isLoose || !isWhole(run) ? null : finish(folded, run);
}

/** The pinpoint right behind `at` (folded offset) where the text puts it behind its document, or null. */
export function readPinpointAfter(folded: FoldedText, at: number): Pinpoint | null {
  if (!BEGINS_AFTER(folded.text, nextWord(folded.text, at))) return null;
  LEAD_AFTER.lastIndex = at;
  const lead = LEAD_AFTER.exec(folded.text)?.[0] ?? '';
  const from = at + lead.length;
  if (lead === '' || !FIRST.has(folded.text.slice(from, from + 2)) || isMarkedOtherwise(folded, at, lead)) return null;
  const isInBrackets = lead.includes('(');
  let run: PinpointRun | null = null;
  let whole: PinpointRun | null = null;
  for (const token of readPinpointTokens(folded, from, Math.min(folded.text.length, from + WINDOW))) {
    if (folded.text[token.start] === ';' && !isInBrackets) break;
    run = run === null ? begin(token, { isInBrackets, isLoose: false }) : advance(run, token);
    if (run === null) break;
    if (isWhole(run)) whole = run;
  }
  if (whole === null || (run !== null && from + WINDOW < folded.text.length)) return null;
  return isOwn(folded, whole.end, !lead.includes(',')) ? finish(folded, whole) : null;
}

// --- what joins a pinpoint to the document behind it

const JOINTS: ReadonlyMap<string, string> = new Map(
  [
    'của',
    'tại',
    'thuộc',
    'trong',
    'ở',
    'theo',
    'kèm',
    'kèm theo',
    'ban hành theo',
    'ban hành kèm',
    'ban hành kèm theo',
    'được ban hành kèm theo',
    'quy định tại',
    'quy định trong',
    'quy định ở',
    'được quy định tại',
    'nêu tại',
    'nêu trong',
  ].map((phrase) => [foldKey(phrase), phrase]),
);
const JOINT = new RegExp(
  ` (${[...JOINTS.keys()].sort((a, b) => b.length - a.length).join('|')})$`.replaceAll(' ', '[ \\n]'),
);
/** The last syllables of these. */
const JOINT_TAILS: ReadonlySet<string> = new Set([...JOINTS.keys()].map((key) => key.slice(key.lastIndexOf(' ') + 1)));
/** `Điều 3 Quy chế làm việc ban hành kèm theo Quyết định …`: the pinpoint is of what is enclosed. */
const ENCLOSED =
  /[ \n](?:cua[ \n])?(?:quy che|quy dinh|quy trinh|dieu le|noi quy|ke hoach|chuong trinh|de an|huong dan|danh muc)(?:[ \n][a-z]{1,7}){0,10},?$/;
const ENCLOSED_BACK = 90;
const JOINT_BACK = 30;

/** Where the text ends before the joint that leads to the citation at `at`; `floor` where nothing joins them. */
function skipJoint(folded: FoldedText, at: number, floor: number): number {
  const { text } = folded;
  let end = at;
  while (end > floor && at - end < 3 && ' \n,('.includes(text[end - 1] ?? '.')) end -= 1;
  if (end === at) return floor;
  if (!JOINT_TAILS.has(text.slice(startOfLetters(text, end, 6), end))) return end;
  const match = JOINT.exec(text.slice(Math.max(floor, end - JOINT_BACK), end));
  const key = match?.[1]?.replaceAll('\n', ' ');
  const phrase = key === undefined ? undefined : JOINTS.get(key);
  // `điểm o` is a point, `Điều 5 cửa` is nothing: what follows judges the word.
  if (key === undefined || phrase === undefined || !isSpelled(folded, end - key.length, end, phrase)) return end;
  end = skipComma(text, end - key.length, floor);
  if (!key.includes('kem')) return end;
  const enclosed = ENCLOSED.exec(text.slice(Math.max(floor, end - ENCLOSED_BACK), end));
  return enclosed === null ? end : skipComma(text, end - enclosed[0].length, floor);
}

function skipComma(text: string, at: number, floor: number): number {
  let end = at;
  while (end > floor && at - end < 3 && ' \n,'.includes(text[end - 1] ?? '.')) end -= 1;
  return end;
}

/** A cheap look before the pattern: few citations stand behind a number, a sign or one of the short words that end a pinpoint. */
function mayEndPinpoint(text: string, end: number): boolean {
  const start = startOfLetters(text, end, 8);
  if (start === end) return isDigit(text.charCodeAt(end - 1)) || CLOSING.includes(text.charAt(end - 1));
  if (end - start < 3) return true;
  if (end - start === 8) return false;
  const word = text.slice(start, end);
  return LAST_WORDS.has(word) || NUMERAL.test(word);
}

const CLOSING = ')"»\'';
const NUMERAL = /^[ivxl]+[a-z]?$/;

const LAST_WORDS: ReadonlySet<string> = new Set('luc mot nhat hai ba bon tu nam sau bay tam chin muoi'.split(' '));

/** What a pinpoint may end with, seen before anything is read: a number, a letter, a Roman numeral, `phụ lục`. */
const LAST =
  /(?:^|[^a-z0-9])(?:[a-z]?\d{1,3}[a-z]?|[a-z]|[ivxl]{1,7}[a-z]?|luc|mot|nhat|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi)(?:\.\d{1,2}){0,3}[)"»']?$|(?:dieu|khoan|diem|muc|chuong|phan)\d{1,3}$/;

// --- a pinpoint behind its document

const LEAD_AFTER =
  /[ \n]?[>)»"'\]]?[ \n]?[,(:[-]?[ \n]?(?:(?:(?:duoc[ \n])?quy[ \n]dinh|neu|cu[ \n]the|xem)[ \n])?(?:(?:tai|o)[ \n])?/y;
const PLACE_WORD = /(tai|o)[ \n]$/;
/** How the first word of a pinpoint begins. */
const FIRST: ReadonlySet<string> = new Set(['ti', 'di', 'kh', 'mu', 'ch', 'ph', 'ca', 'nh', 'tu']);
/** Of these and of the words that may lead to them: a cheap look before the pattern. */
const BEGINS_AFTER = wordStarts([...FIRST, 'duoc quy', 'quy dinh', 'neu', 'cu the', 'xem', 'tai', 'o ']);
const CLOSES = /[ \n]?(?:[);:.!?\]"»\f]|$)/y;
const GOES_ON =
  /[ \n](?:ve|la|quy[ \n]dinh|neu|co|da|duoc|va|thi|khi|de|do|cho|khong|phai|se|dang|cung|noi|ghi|yeu[ \n]cau|giao|xac[ \n]dinh|nhu|ma|sua[ \n]doi|bo[ \n]sung|huong[ \n]dan|voi|con|chi|bao[ \n]dam|de[ \n]ra|dat[ \n]ra)(?![a-z])/y;
const TYPE_WORDS = new Map(
  documentTypes.flatMap((type) => type.words.map((word) => [foldKey(word), type.standing === 'noun'])),
);
const DOCUMENT = new RegExp(
  ` ?,? (?:(?:cua|tai|thuoc|trong|theo|o) )?(${[...TYPE_WORDS.keys(), 'hien phap', 'dieu le', 'van ban'].sort((a, b) => b.length - a.length).join('|')})(?![a-z])( (?:so(?![a-z])|\\d|nay(?![a-z])))?`.replaceAll(
    ' ',
    '[ \\n]',
  ),
  'y',
);

/** `tài khoản 12` and `tại khoản 12` fold alike. */
function isMarkedOtherwise(folded: FoldedText, at: number, lead: string): boolean {
  const word = PLACE_WORD.exec(lead)?.[1];
  if (word === undefined) return false;
  const end = at + lead.length - 1;
  return !isSpelled(folded, end - word.length, end, word === 'o' ? 'ở' : 'tại');
}

/** True where the pinpoint that ends at `end` is not that of a document behind it. */
function isOwn(folded: FoldedText, end: number, isClose: boolean): boolean {
  const { text } = folded;
  if (matchAt(CLOSES, text, end) !== null) return true;
  const document = matchAt(DOCUMENT, text, end);
  const isComma = /^[ \n]?,/.test(text.slice(end, end + 2));
  if (document?.[1] !== undefined && isDocument(folded, document, end)) return isComma && isClose;
  return isComma || matchAt(GOES_ON, text, end) !== null;
}

/** `Điều 5 quy định` is a verb, `Điều 5 Quy định` a document. */
function isDocument(folded: FoldedText, match: RegExpExecArray, end: number): boolean {
  const [whole, word = '', number] = match;
  const isNoun = TYPE_WORDS.get(word.replaceAll('\n', ' ')) ?? true;
  if (isNoun || number !== undefined) return true;
  const start = end + whole.lastIndexOf(word);
  return /^\p{Lu}/u.test(composeSlice(folded, start, start + 1));
}

function finish(folded: FoldedText, run: PinpointRun): Pinpoint {
  const start = run.hasRange ? run.start : run.start + run.fromLength;
  const text = composeSlice(folded, start, run.end).normalize('NFC').replace(/\s+/g, ' ').trim();
  return { text, start, end: run.end, parts: run.parts };
}

function isBehindBracket(text: string, at: number): boolean {
  return text[at - 1] === '(' || (text[at - 2] === '(' && /[ \n]/.test(text[at - 1] ?? ''));
}

/** The word before `at` may make another word of a unit: `danh` before `mục`. */
function previousWord(text: string, at: number, floor: number): number {
  let start = at;
  while (start > floor && at - start < 12 && /[a-z0-9]/.test(text[start - 1] ?? '')) start -= 1;
  return start;
}

function nextBlank(text: string, at: number): number {
  let next = at;
  while (next < text.length && text[next] !== ' ' && text[next] !== '\n') next += 1;
  return next;
}
