/**
 * Reads one printed reference code at a number: `21-NQ/Tu`, `812 – TB/ Tu`, `337/2021/NQ-HĐND`, `15/2017/QH14`,
 * `2468/ UBND - VX`.
 *
 * Forms: Party `number-TYPE/ISSUER` (Hướng dẫn 36-HD/VPTW), state `number[/year]/TYPE-ISSUER` (Decree 30/2020/NĐ-CP),
 * National Assembly `number/year/QHterm`, letters `number/ISSUER-UNIT`. Separators are accepted in either style. What
 * stands before the number is left to type-word.ts, whether the code is a citation to find.ts.
 */
import { type CodeGroup, cutGroup, isUpper, joinBrokenGroup, readGroup, readUnits, spellSmall } from './code-group.ts';
import { type CodeNumber, finish, isOldPair, isSmall, isSmallPrint, lead, type PrintedCode } from './code-parts.ts';
import { chooseSeparators, referenceCode, withOtherNumber } from './code-print.ts';
import { type DocumentType, findTypeBySymbol } from './document-types.ts';
import { composeSlice, type FoldedText } from './fold.ts';
import { findIssuer, spellIssuer } from './issuers.ts';
import { isBullet } from './item-number.ts';
import { readLetter } from './letter-code.ts';
import { isDigit, isGap, isLetter } from './letters.ts';
import { matchAt } from './match-at.ts';

/** A number as documents bear it: 21, 0812, 30a (30a/2008/NQ-CP), 66.7 (66.7/2025/NQ-CP), 2041-2. */
const NUMBER = /\d{1,6}(?:\.\d{1,2}(?=[/-]))?(?:[a-e](?=[ \n]?[/-]))?(?:-\d{1,2}(?=\/[a-z]))?/y;
/** A line end or blank may cut the year, where the code goes on behind it: `12/20⏎21/TT-BTC`, `20/2 016/TT-BTC`. */
const YEAR =
  /[ \n]?(?:\/{1,2}|-|(?<=\d\d)\.(?=(?:19|20)\d\d\/))[ \n]?((?:19|20|21)(?:\d\d|[ \n]\d\d(?=\/))|2[ \n]0\d\d(?=\/))(?!\d)/y;

const LETTER = /[a-e]/;

/** The code whose number begins at `at` (folded offset), or null where the print is none. */
export function readPrintedCode(folded: FoldedText, at: number): PrintedCode | null {
  const number = readNumber(folded.text, at);
  if (number === null) return null;
  const year = mayBeYear(folded.text, at + number.length) ? matchAt(YEAR, folded.text, at + number.length) : null;
  const next = at + number.length + (year?.[0].length ?? 0);
  // `12A` keeps its capital: the number is given as printed.
  const hasLetter = LETTER.test(number);
  const printed = hasLetter ? composeSlice(folded, at, at + number.length) : number;
  return readCodeBehind(folded, next, {
    at,
    number: printed,
    year: year?.[1] === undefined ? null : Number(year[1].length === 4 ? year[1] : year[1].replace(/[ \n]/, '')),
  });
}

/** Digits alone are the rule; only a letter behind them, or more digits behind a dot or dash, need the pattern. */
function readNumber(text: string, at: number): string | null {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end += 1;
  const sign = text.charCodeAt(end);
  const goesOn = sign === DOT || sign === DASH ? isDigit(text.charCodeAt(end + 1)) : isLetter(sign);
  return goesOn || end - at > 6 ? (matchAt(NUMBER, text, at)?.[0] ?? null) : text.slice(at, end);
}

const DOT = 0x2e;
const DASH = 0x2d;

/** A slash or dash, and a 1 or 2 behind it, gaps aside; a dot stands tight (`08.2015/QĐ-UBND`). */
function mayBeYear(text: string, at: number): boolean {
  if (text[at] === '.') return text[at + 1] === '1' || text[at + 1] === '2';
  let next = isGap(text.charCodeAt(at)) ? at + 1 : at;
  if (text[next] !== '/' && text[next] !== '-') return false;
  while (text[next] === '/' || text[next] === '-' || isGap(text.charCodeAt(next))) next += 1;
  return text[next] === '1' || text[next] === '2';
}

/** `192 2025 NĐ CP`, `42 2017 QH14`: an address or a search that lost its slashes; only a type word makes a code of it. */
export function readSpacedCode(folded: FoldedText, at: number): PrintedCode | null {
  const match = matchAt(SPACED_YEAR, folded.text, at);
  if (match?.[1] === undefined) return null;
  const number = { at, number: match[1], year: Number(match[2]) };
  return readCodeBehind(folded, at + match[0].length, number);
}

const SPACED_YEAR = /(\d{1,5})[ \n]((?:19|20)\d\d)(?=[ /-])/y;

/** The code whose letters begin at `next`, behind its number. */
export function readCodeBehind(folded: FoldedText, next: number, number: CodeNumber): PrintedCode | null {
  const printed = readGroup(folded, next);
  if (printed === null || (number.year === null && isWord(folded.text, printed))) return null;
  const head = number.year === null ? printed : joinBrokenGroup(folded, printed);
  return (
    readTyped(folded, number, head) ??
    readAssembly(folded, number, head) ??
    readGluedType(folded, number, head) ??
    (isBullet(head.separator) ? null : readLetter(folded, number, head))
  );
}

/** `6 đơn vị`, `7h30`: small letters behind no sign, as most numbers have them, unless a line end cuts them. */
function isWord(text: string, { separator, printed, end }: CodeGroup): boolean {
  const hasSign = separator.length > 1 || (separator !== '' && !isGap(separator.charCodeAt(0)));
  return !hasSign && isSmallPrint(printed) && text[end] !== '\n' && text[end] !== '-';
}

/** The same code with another number: what `42` means in `42, 43-NQ/TW`. Offsets are those of that number alone. */
export function withNumber(
  code: PrintedCode,
  { number, year }: Pick<PrintedCode, 'number' | 'year'>,
  start: number,
  end: number,
): PrintedCode {
  const canonical = withOtherNumber(code.canonical, lead(code.number, code.year), lead(number, year));
  return { ...code, number, year, start, end, canonical, flags: [] };
}

/** The same code with the type that its print left out. */
export function withType(code: PrintedCode, type: string, issuerCode: string): PrintedCode {
  const [before, between] = chooseSeparators('/', '/', code.year !== null, findIssuer(issuerCode)?.system === 'party');
  const canonical = referenceCode(`${lead(code.number, code.year)}${before}${type}${between}${issuerCode}`);
  return { ...code, type, canonical, flags: [...new Set([...code.flags, 'repaired'])] };
}

function readTyped(folded: FoldedText, number: CodeNumber, head: CodeGroup): PrintedCode | null {
  const type = findTypeBySymbol(head.printed);
  // After a mere space a type symbol must look like one; after a dash or slash `nq` in lower case will do.
  if (type === null || (head.separator.trim() === '' && !isUpper(head.printed))) return null;
  const issuer = readGroup(folded, head.end);
  if (issuer === null || issuer.separator === '') return null;
  return finishTyped(folded, number, { type, first: head.separator.trim(), isSmall: isSmall(head) }, issuer);
}

interface TypedHead {
  readonly type: DocumentType;
  /** The separator before the type. */
  readonly first: string;
  /** The type was printed in small letters. */
  readonly isSmall: boolean;
}

function finishTyped(
  folded: FoldedText,
  { at, number, year }: CodeNumber,
  { type, first, isSmall: isSmallType }: TypedHead,
  issuer: CodeGroup,
): PrintedCode | null {
  const name = joinBrokenGroup(folded, cutGroup(folded, issuer));
  const known = findIssuer(name.printed);
  // `38/qđ-thpt`: a code in small letters throughout, tight at its dash.
  const isSmallCode = isSmallType && first === '/' && issuer.separator === '-' && isSmall(name);
  if (known === null && !isUpper(name.printed) && !isSmallCode) return null;
  if (issuer.separator.trim() === '' && (known === null || !isUpper(name.printed))) return null;
  const isTightOnly = known !== null && TIGHT.has(known.symbol);
  const units = readUnits(folded, name.end, { isTightOnly, isSmallCode });
  const symbol = known === null && isSmallCode ? spellSmall(name.printed) : spellIssuer(name.printed);
  const term = units.length === 0 && known?.symbol === 'HĐND' ? readTermSuffix(folded, name.end) : '';
  const tail = units.map((unit) => `${isOldPair(first, unit) ? '/' : '-'}${spellUnit(unit.printed, type)}`);
  const issuerCode = symbol + term + tail.join('');
  const hasYear = year !== null;
  const [before, between] = chooseSeparators(first, issuer.separator.trim(), hasYear, known?.system === 'party');
  return finish(folded, at, (units.at(-1)?.end ?? name.end) + term.length, {
    shape: 'typed',
    number,
    year,
    type: type.symbol,
    issuerCode,
    canonical: `${lead(number, year)}${before}${type.symbol}${between}${issuerCode}`,
    known,
    isCentralU: units.length === 0 && known?.symbol.endsWith('TW') === true && /Ư/iu.test(name.printed),
  });
}

/** Party committees hardly have units, and print those they have tight behind. */
const TIGHT: ReadonlySet<string> = new Set(['TW', 'TU', 'HU', 'QU', 'ĐU']);

/** `NQ-HĐND.VII`: the council's term behind a dot. */
function readTermSuffix(folded: FoldedText, at: number): string {
  TERM_SUFFIX.lastIndex = at;
  const suffix = TERM_SUFFIX.exec(folded.text)?.[0] ?? '';
  const printed = composeSlice(folded, at, at + suffix.length);
  return printed === printed.toUpperCase() ? printed : '';
}

const TERM_SUFFIX = /\.(?:[ivx]{2,5}|k\d{1,2})(?![a-z\d])/y;
/** Types that several bodies issue together; what stands behind the first is a body too, and spelled as one. */
const JOINT_TYPE = /(?:LT|LN|PH|LB)$/;

function spellUnit(printed: string, { symbol }: DocumentType): string {
  return JOINT_TYPE.test(symbol) ? spellIssuer(printed) : printed;
}

/** `15/2017/QH14`, `1210/2016/UBTVQH13`, also with the slip `06/2022-QH15`. */
function readAssembly(folded: FoldedText, { at, number, year }: CodeNumber, head: CodeGroup): PrintedCode | null {
  if (year === null || !'qou'.includes(folded.text.charAt(head.start))) return null;
  // `22/2023/OH15`, `143/2025/QHI15`, `129/2025/QHI5`, `45/2013/QHl3`: a scanner's O, and its strokes for the 1.
  const printed = head.printed
    .toUpperCase()
    .replace(/(?<=^|^UBTV)[QO]H[IL]?(?=1\d$)/, 'QH')
    .replace(/(?<=^|^UBTV)[QO]H[IL](?=\d$)/, 'QH1');
  const match = /^(QH|UBTVQH)(\d{1,2}|[IVX]{1,5})?$/.exec(printed);
  if (match === null) return null;
  const [term, end] = readApartTerm(folded, head.end, match[2]);
  const issuerCode = printed + term;
  const canonical = `${lead(number, year)}/${issuerCode}`;
  const known = match[2] === undefined && term === '' ? null : findIssuer(issuerCode);
  return finish(folded, at, end, { shape: 'assembly', number, year, type: null, issuerCode, canonical, known });
}

/**
 * `QH 14`, `QH⏎15`: the term stands apart; codes have borne one since 1992, so that a number there can be nothing else.
 * `QH1 4`: nor was the term then below the ninth, so that a 1 alone has lost its second digit.
 */
function readApartTerm({ text }: FoldedText, at: number, term = ''): readonly [rest: string, end: number] {
  if (term !== '' && term !== '1') return ['', at];
  const match = matchAt(term === '' ? APART_TERM : APART_DIGIT, text, at);
  return match?.[1] === undefined ? ['', at] : [match[1], at + match[0].length];
}

const APART_DIGIT = /[ \n](\d)(?![\d/.,]*\d|[ \n]?%)/y;
const APART_TERM = /[ \n-]{1,2}(\d{1,2})(?![\d/.,]*\d|[ \n]?%)/y;

/** `90/TBMTTQ-BTT`, `79-KLTW`: type and issuer as one word, both of them in the tables. */
function readGluedType(folded: FoldedText, number: CodeNumber, head: CodeGroup): PrintedCode | null {
  const separator = head.separator.trim();
  if (separator === '' || !isUpper(head.printed) || findIssuer(head.printed) !== null) return null;
  for (let length = Math.min(5, head.printed.length - 2); length >= 2; length -= 1) {
    const type = findTypeBySymbol(head.printed.slice(0, length));
    const rest = { ...head, start: head.start + length, printed: head.printed.slice(length), separator: '' };
    if (type === null || findIssuer(rest.printed)?.symbol !== rest.printed) continue;
    const glued = { ...rest, separator: separator === '-' ? '/' : '-' };
    const code = finishTyped(folded, number, { type, first: separator, isSmall: false }, glued);
    if (code !== null) return { ...code, isGlued: true };
  }
  return null;
}
