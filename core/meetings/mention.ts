/**
 * The persons one sentence mentions, each with the positions printed beside the name.
 *
 * A capitalised run is a person when something says so: a form of address or rank before it (Đồng chí, Thượng tá), a
 * position behind it (Lâm Thị Quế, Phó Bí thư …) or before it (Phó Bí thư Thành ủy Lâm Thị Quế), a role verb, or a place in
 * a list of persons. Places, bodies and by-lines have none of these. A position without a name (đồng chí Bí thư Thành
 * ủy kết luận) is a mention too; people.ts finds whose it is.
 */
import { type BeforeRun, type CapitalRun, findCapitalRuns, nameFrom, nameStart } from './name.ts';
import { oneOf } from './pattern.ts';
import type { IsName } from './phrase.ts';
import { readPositions, readPositionsBefore } from './position.ts';
import { findHeads, isHeadAt } from './position-head.ts';
import type { Sentence } from './prose.ts';
import { roleAfter } from './role.ts';

export interface Mention {
  /** Null where only a position is printed. */
  readonly name: string | null;
  readonly positions: readonly string[];
  /** From the form of address or the position to the last position. */
  readonly start: number;
  readonly end: number;
}

/** The mentions of a sentence in order, not overlapping. */
export function findMentions(sentence: Sentence): readonly Mention[] {
  const found = findNames(sentence);
  const starts = new Set(found.map(({ start }) => start));
  const isName: IsName = (at) => starts.has(at) || ADDRESS_AHEAD.test(sentence.folded.slice(at, at + 14));
  const all: Candidate[] = [];
  let from = 0;
  for (const name of found) {
    if (name.start < from) continue;
    const candidate = readNamed(sentence, name, from, isName);
    all.push(candidate);
    from = candidate.mention.end;
  }
  const named = keepAnchored(sentence, all);
  return [...named, ...findUnnamed(sentence, named, isName)].sort((a, b) => a.start - b.start);
}

/** Whether two mentions stand in one list: only a comma, semicolon, và or cùng between them. */
export function areListed(folded: string, a: Mention, b: Mention): boolean {
  return /^[\s)]{0,2}(?:[,;]|,? ?(?:và|cùng với|cùng|với))?(?: và| cùng)?\s?$/u.test(folded.slice(a.end, b.start));
}

const ADDRESS = String.raw`(?:(?:các )?(?:đồng chí|đ\/c|ông|bà)|đ\.c\.?|anh|chị|nhà báo|luật sư|đại biểu)`;
const RANK = oneOf`
  đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|
  gs|pgs|ts|ths|bs|ks|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|giáo sư|phó giáo sư|nsnd|nsưt|anh hùng(?: lao động| llvtnd)?`;
const RANKS = `(?:${RANK}[., ]{1,2})`;
const ADDRESSED = new RegExp(`(?<!\\p{L})(?:${ADDRESS}:? ?${RANKS}{0,3}|${RANKS}{1,3})$`, 'u');
const ADDRESS_ANYWHERE = /(?<!\p{L})(?:đồng chí|đ\/c|đ\.c\.?|ông|bà) /gu;
const ADDRESS_AHEAD = /^(?:các )?(?:đồng chí|đ\/c) /u;
const LONGEST_ADDRESS = 40;

const AFTER_UNIT = /(?<!\p{L})(?:tỉnh|thành phố|tp\.?|huyện|quận) $/u;
const AFTER_WARD =
  /(?<!\p{L})(?:thị xã|tx\.?|phường|xã|thị trấn|thôn|khu phố|khu|bản|ấp|đặc khu|tổ|xóm|làng|(?:người|nhân|hộ) dân|bà con) $/u;
const AFTER_COMMITTEE = /(?<!\p{L})(?:ủy|đảng bộ|chi bộ|đoàn|hđnd|ubnd|mttq|hội|bộ|sở|ban|công an) $/u;
const AFTER_THING = new RegExp(
  `(?<!\\p{L})${oneOf`
    đường|(?<!thành |khu )phố|(?<!môi |thị |hiện |hội )trường|thpt|thcs|tiểu học|(?<!yêu |điểm )cầu|núi|sông|vịnh|đảo|công ty|tập đoàn|giải|quảng trường|khu di tích|
    tư tưởng|tên`} $`,
  'u',
);

/** "tại nhà văn hóa Kim Sơn, đồng chí …": what stands behind these words is a place, but for a meeting and who speaks there. */
const AT_PLACE = new RegExp(
  `(?<!\\p{L})(?:tại|ở|trên địa bàn) (?!${oneOf`
    hội nghị|hội thảo|hội đàm|buổi|cuộc|phiên|kỳ họp|lễ|đại hội|diễn đàn|tọa đàm|chương trình|đây|đó`}(?!\\p{L}))([^,;:.()]{0,30})$`,
  'u',
);

interface FoundName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly isAddressed: boolean;
}

function findNames(sentence: Sentence): FoundName[] {
  return findCapitalRuns(sentence.text).flatMap((run) => {
    const before = sentence.folded.slice(Math.max(0, run.start - LONGEST_ADDRESS), run.start);
    const isAddressed = ADDRESSED.test(before);
    if (AFTER_THING.test(before) || (isAddressed && isHeadAt(sentence, run.start))) return [];
    if (!isAddressed && isAtPlace(sentence, run)) return [];
    const from = nameStart(run, isAddressed ? 'address' : beforeRun(before));
    const first = from === null ? undefined : run.syllables[from];
    if (from === null || first === undefined || isHeadAt(sentence, first.start)) return [];
    // "Vũ Văn Thân Bí thư Thành ủy": a position without a comma ends the name.
    const head = run.syllables.findIndex(({ start }, index) => index > from && isHeadAt(sentence, start));
    const name = nameFrom(run, from, head < 0 ? undefined : head);
    if (name === null) return [];
    return [{ name: name.name, start: first.start, end: name.end, isAddressed: isAddressed && from === 0 }];
  });
}

function isAtPlace(sentence: Sentence, { syllables, start }: CapitalRun): boolean {
  const [first, second] = syllables;
  // "Tại Kim Sơn": at the head of a sentence the word is part of the run.
  const at = first !== undefined && second !== undefined && /^(?:Tại|Ở)$/u.test(first.text) ? second.start : start;
  const between = AT_PLACE.exec(sentence.folded.slice(Math.max(0, at - LONGEST_ADDRESS), at))?.[1];
  return between !== undefined && findHeads(sentence, at - between.length, at).length === 0;
}

function beforeRun(before: string): BeforeRun {
  if (AFTER_WARD.test(before)) return 'ward';
  if (AFTER_UNIT.test(before)) return 'unit';
  return AFTER_COMMITTEE.test(before) ? 'committee' : 'nothing';
}

interface Candidate {
  readonly mention: Mention;
  /** Something besides the capitals says that it is a person. */
  readonly isAnchored: boolean;
}

function readNamed(sentence: Sentence, found: FoundName, from: number, isName: IsName): Candidate {
  const gap = /^(?:, ?| ?[-–] ?| ?\( ?| )/u.exec(sentence.folded.slice(found.end, found.end + 3));
  const behind = gap === null ? null : readPositions(sentence, found.end + gap[0].length, isName);
  const ahead = readPositionsBefore(sentence, found.start, from);
  const start = addressStart(sentence, ahead?.start ?? found.start);
  const bracket = behind !== null && sentence.text.charAt(behind.end) === ')' ? 1 : 0;
  const end = behind === null ? found.end : behind.end + bracket;
  const positions = [...(ahead?.positions ?? []), ...(behind?.positions ?? [])];
  const isAnchored = found.isAddressed || positions.length > 0 || roleAfter(sentence.folded.slice(end)) !== null;
  return { mention: { name: found.name, positions, start, end }, isAnchored };
}

function addressStart(sentence: Sentence, at: number): number {
  const from = Math.max(0, at - LONGEST_ADDRESS);
  const address = ADDRESSED.exec(sentence.folded.slice(from, at));
  return address === null ? at : from + address.index;
}

function keepAnchored(sentence: Sentence, all: readonly Candidate[]): Mention[] {
  const anchored = all.map(({ isAnchored }) => isAnchored);
  const spread = (from: number, to: number): void => {
    const [a, b] = [all[Math.min(from, to)], all[Math.max(from, to)]];
    if (!anchored[from] || a === undefined || b === undefined) return;
    if (areListed(sentence.folded, a.mention, b.mention)) anchored[to] = true;
  };
  for (let index = 1; index < all.length; index += 1) spread(index - 1, index);
  for (let index = all.length - 1; index > 0; index -= 1) spread(index, index - 1);
  return all.flatMap(({ mention }, index) => (anchored[index] ? [mention] : []));
}

// "đồng chí Bí thư Thành ủy kết luận"; not "các đồng chí bí thư chi bộ", who are many.
function findUnnamed(sentence: Sentence, named: readonly Mention[], isName: IsName): Mention[] {
  const starts = [...sentence.folded.matchAll(ADDRESS_ANYWHERE)].map(({ 0: address, index }) => ({
    start: index,
    head: index + address.length,
  }));
  if (isHeadAt(sentence, 0)) starts.unshift({ start: 0, head: 0 });
  return starts.flatMap(({ start, head }) => {
    if (/(?:các|những|nhiều) $/u.test(sentence.folded.slice(Math.max(0, start - 8), start))) return [];
    if (named.some((mention) => mention.start <= head && head < mention.end)) return [];
    const positions = readPositions(sentence, head, isName);
    return positions === null ? [] : [{ name: null, positions: positions.positions, start, end: positions.end }];
  });
}
