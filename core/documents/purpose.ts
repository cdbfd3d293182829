/**
 * Tells what the clause around a mention does with its document: issues, studies, orders, reports, reviews, implements
 * it by another document, rests on it, amends it, or merely mentions it.
 *
 * The cue nearest before the mention decides, read in the mention's own clause. "Thực hiện" by itself says little: what
 * frames it does (kết quả …, yêu cầu …, ban hành kế hoạch …). Members of a list share what is said of the first; and a
 * plan made to carry out a directive is `announces` for the plan and `implements` for the directive. The words are rows
 * of purpose-words.ts; which documents act on each other is read in relations.ts.
 */
import { dropOwnWords, isListJoint, squeeze } from './clause.ts';
import type { Purpose, RelationKind } from './document.ts';
import {
  ALONG,
  BRING,
  CARRYING_OUT,
  COMES_TO,
  CUES,
  type Cue,
  DENIED,
  DONE_TO,
  FRAMES,
  HELD_IN,
  INTO_LIFE,
  INTO_STUDY,
  ORDERS,
  PLANNED,
  SPEAKS,
  TAKEN_AS_GROUND,
  TARGETS,
  WORK,
} from './purpose-words.ts';

/** The mention before in the same sentence, as far as the next one needs it. */
export interface EarlierMention {
  readonly subject: string | null;
  readonly purpose: Purpose;
  /** What it is stated to do with this one, if anything. */
  readonly relation: RelationKind | null;
  /** Whether this one is stated to act on it: "được thay thế bởi". */
  readonly isActedOn: boolean;
}

/** A mention behind in the same sentence: what a list shares may be said behind its last member. */
export interface LaterMention {
  readonly subject: string | null;
  readonly after: string;
}

export interface ClauseAround {
  /** What stands before the mention in its sentence, from the end of the previous mention on. */
  readonly before: string;
  /** What stands behind it, up to the next mention. */
  readonly after: string;
  /** The sentence behind it, other mentions included. */
  readonly sentenceAfter: string;
  readonly subject: string | null;
  readonly previous: EarlierMention | null;
  readonly later: readonly LaterMention[];
}

/** Letters of a clause that are looked at; no cue reaches farther. */
const WINDOW = 400;
/** Letters behind "Thực hiện …" in which its sentence comes to its verb. */
const CARRIED_OUT = 240;
const MADE =
  /(?<!\p{L})(?<!(?:chưa|sẽ) )(?:ban hành|xây dựng|ký|ra)(?: [\p{L}]+){0,3} (?:kế hoạch|chương trình|đề án|nghị quyết|quyết định|chỉ thị|hướng dẫn|văn bản|(?:kh|ctr|ct|nq|qđ|hd|đa)(?= (?:số|\d)))/u;
/** "Ngay sau khi có A, Huyện ủy ban hành B để tổ chức thực hiện." */
const AS_SOON_AS = /(?<!\p{L})(?:sau|ngay) khi (?:có|nhận được|tiếp thu) ?(?:các )?$/u;
/** Opens a clause of its own before the sentence's subject: "Với việc ban hành A, B bị bãi bỏ" says it of B alone. */
const LEADS_IN = /(?:^|[.;:,] ?)(?:với việc ban hành|sau khi ban hành|theo|căn cứ(?: vào)?|trên cơ sở)(?: các)? ?$/u;
const MADE_TO_CARRY_OUT =
  /(?<!\p{L})ban hành (?:[^;]{1,200} )?(?:để|nhằm) (?:tổ chức |kịp thời )*(?:triển khai|thực hiện|cụ thể hóa)(?: thực hiện)?(?=[,.;]|$)/u;
const ACHIEVED =
  /(?<!\p{L})(?:đã|được|đạt)(?!\p{L})|(?<!\p{L})(?:giảm|tăng|làm|trồng|xây|xóa|hoàn thành|giải quyết|xử lý|hỗ trợ|vận động|thu)(?: [\p{L}]+){0,3} \d/u;
/** All that is said of the document is who issued it. */
const ISSUED_BY = /(?:^|[ ,])do [^,;.]{1,60} ban hành(?:[,.]|$| (?:gồm|nêu|có \d))/u;
/** Before a "Thực hiện …" that opens its sentence: nothing, or when, or who says so. */
const OPENING = /^[ ,]?(?:[^,]{0,60},)? ?(?:để|nhằm)?$/u;

/** The purpose of one mention. */
export function tellPurpose({ before, after, sentenceAfter, subject, previous, later }: ClauseAround): Purpose {
  const said = dropOwnWords(squeeze(after.slice(0, WINDOW)), subject);
  const behindIt = readBehind(said, LEADS_IN.test(squeeze(before.slice(-80))) ? [] : later);
  if (behindIt === 'amends') return 'amends';
  if (previous?.isActedOn === true) return 'mentions';
  const stated = purposeOfRelation(previous?.relation ?? null);
  if (stated !== null) return stated;
  const rest = previous === null ? squeeze(before) : dropOwnWords(squeeze(before), previous.subject);
  if (previous !== null && isListJoint(rest)) {
    return behindIt ?? (rest.includes(';') && SPEAKS.test(said) ? 'mentions' : previous.purpose);
  }
  const clause = rest.slice(rest.lastIndexOf(';') + 1);
  const own = readBefore(clause.slice(-WINDOW), {
    said,
    sentenceAfter,
    isClauseStart: clause.length <= WINDOW && (previous === null || clause !== rest),
    inherited: previous?.purpose ?? null,
  });
  return (
    own ??
    behindIt ??
    (clause.trim() === '' && ISSUED_BY.test(squeeze(after.slice(0, WINDOW))) ? 'announces' : 'mentions')
  );
}

function purposeOfRelation(relation: RelationKind | null): Purpose | null {
  switch (relation) {
    case 'implements':
    case 'guides':
      return 'implements';
    case 'amends':
    case 'replaces':
    case 'repeals':
      return 'amends';
    case 'based_on':
      return 'basis';
    case null:
      return null;
    default:
      return relation satisfies never;
  }
}

const VERBS: ReadonlyMap<string, Purpose> = new Map(
  DONE_TO.flatMap(([purpose, verbs]) => verbs.map((verb) => [verb, purpose] as const)),
);
const ADVERBS = '(?:đã|vừa|mới|cũng|sẽ|đang|chưa|nay|luôn|đều|chính thức|tiếp tục|kịp thời|cần|phải) ';
const DOER =
  '(?: (?!(?:để|nhằm|theo|trên|căn cứ|xây dựng|thảo luận|về|khi|vì|do|giao|đưa(?! ra)|xem|coi|đánh giá)(?!\\p{L}))[\\p{L}\\d§/-]+,?){0,12}?';
const PASSIVE = new RegExp(
  `^[ ,()]*((?:${ADVERBS})*)(?:được|bị)${DOER} (${[...VERBS.keys()].join('|')})(?!\\p{L})`,
  'u',
);

/** What is said of the document as the subject of its clause, or of the list it stands in. */
function readBehind(said: string, later: readonly LaterMention[]): Purpose | null {
  let tail = said;
  for (const [at, { subject, after }] of later.entries()) {
    const behind = squeeze(after.slice(0, WINDOW));
    // "A đã được § thay thế": the next mention is who does it.
    const words = dropOwnWords(behind, subject);
    if (!isListJoint(tail)) return readPredicate(at === 0 ? `${tail}§ ${words.trimStart()}` : tail);
    tail = words;
  }
  return readPredicate(tail);
}

function readPredicate(said: string): Purpose | null {
  const passive = PASSIVE.exec(said);
  const purpose = VERBS.get(passive?.[2] ?? '');
  if (passive !== null && purpose !== undefined) {
    const adverbs = passive[1] ?? '';
    if (/(?:cần|phải) /u.test(adverbs) && (purpose === 'reports' || purpose === 'implements')) return 'directs';
    return adverbs.includes('chưa') && purpose !== 'reports' ? null : purpose;
  }
  return COMES_TO.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}

interface Surroundings {
  readonly said: string;
  readonly sentenceAfter: string;
  readonly isClauseStart: boolean;
  /** The purpose of the mention before in the sentence. */
  readonly inherited: Purpose | null;
}

function readBefore(clause: string, around: Surroundings): Purpose | null {
  const brought = readBrought(clause, around);
  if (brought !== null) return brought;
  const nearest = nearestCue(clause);
  const carrying = lastMatch(CARRYING_OUT, clause) ?? heldIn(clause);
  if (carrying !== null && (nearest === null || !saysMore(nearest, carrying))) {
    return readCarrying(clause.slice(0, carrying.start).trimEnd(), around);
  }
  const targets = lastMatch(TARGETS, clause);
  if (targets !== null && (nearest === null || nearest.end <= targets.end || nearest.start >= targets.start)) {
    return ORDERS.test(clause.slice(0, targets.start)) ? 'directs' : 'reports';
  }
  if (AS_SOON_AS.test(clause) && MADE_TO_CARRY_OUT.test(squeeze(around.sentenceAfter.slice(0, CARRIED_OUT * 2)))) {
    return 'implements';
  }
  if (nearest === null) return null;
  const lead = clause.slice(0, nearest.start).trimEnd();
  if (nearest.purpose === 'announces') return DENIED.test(lead) || PLANNED.test(lead) ? 'mentions' : 'announces';
  return nearest.purpose === 'amends' && DENIED.test(lead) ? 'mentions' : nearest.purpose;
}

/** "đưa … vào cuộc sống", "lấy … làm căn cứ": the verb stands on both sides. */
function readBrought(clause: string, { said, sentenceAfter }: Surroundings): Purpose | null {
  if (/(?<!\p{L})lấy$/u.test(clause.trimEnd()) && TAKEN_AS_GROUND.test(said)) return 'basis';
  const bring = BRING.exec(clause.trimEnd());
  if (bring === null) return null;
  if (INTO_STUDY.test(said)) return 'studies';
  if (!INTO_LIFE.test(said)) return null;
  const lead = clause.slice(0, bring.index).trimEnd();
  if (/(?:^|[ ,])(?:để|nhằm)$/u.test(lead) && MADE.test(squeeze(sentenceAfter.slice(0, CARRIED_OUT))))
    return 'implements';
  return /(?<!\p{L})đã(?: [\p{L}]+){0,2} ?$/u.test(lead) ? 'reports' : 'directs';
}

function readCarrying(lead: string, around: Surroundings): Purpose {
  if (WORK.test(lead) && COMES_TO.some(([purpose, pattern]) => purpose === 'reports' && pattern.test(around.said)))
    return 'reports';
  const framed = FRAMES.find(({ pattern }) => pattern.test(lead));
  if (framed !== undefined)
    return framed.yields && isOrdered(lead, framed.purpose, around) ? 'directs' : framed.purpose;
  if (ALONG.test(lead)) return readAlong(lead.replace(ALONG, '').trimEnd(), around);
  if (!around.isClauseStart || !OPENING.test(lead) || ORDERS.test(lead)) return 'directs';
  return around.inherited === 'reports' ? 'reports' : readCarriedOut(around.sentenceAfter);
}

/** A meeting that studies and carries out studies; who is asked to do both is ordered. */
function isOrdered(lead: string, purpose: Purpose, { inherited }: Surroundings): boolean {
  if (ORDERS.test(lead)) return purpose !== 'studies' || !/(?<!\p{L})(?:hội nghị|lớp|đợt)(?!\p{L})/u.test(lead);
  return inherited === 'directs' && purpose === 'reports' && /^[ ,;]*(?:và )?(?:\p{L}+ ){0,4}\p{L}+$/u.test(lead);
}

/** "… thực hiện A gắn với thực hiện B": what is said of the first holds for the second. */
function readAlong(lead: string, { inherited }: Surroundings): Purpose {
  if (ORDERS.test(lead)) return 'directs';
  if (/(?<!\p{L})(?:sơ kết|tổng kết)(?!\p{L})/u.test(lead)) return 'reviews';
  if (/(?<!\p{L})(?:kết quả|tình hình|tiến độ|đã|việc)(?!\p{L})/u.test(lead)) return 'reports';
  return inherited === 'reports' || inherited === 'reviews' ? inherited : 'directs';
}

/** "Thực hiện Nghị quyết X, …": what follows tells whether a plan was made, results are told, or it is the ground. */
function readCarriedOut(sentenceAfter: string): Purpose {
  const after = squeeze(sentenceAfter.slice(0, CARRIED_OUT));
  if (MADE.test(after)) return 'implements';
  return ACHIEVED.test(after) ? 'reports' : 'basis';
}

interface Found {
  readonly purpose: Purpose;
  readonly start: number;
  readonly end: number;
}

function heldIn(clause: string): Found | null {
  const held = HELD_IN.exec(clause.trimEnd());
  return held === null ? null : { purpose: 'directs', start: held.index, end: clause.length };
}

/** Of cues that end at one place the longer says more. */
function nearestCue(clause: string): Found | null {
  let best: Found | null = null;
  for (const one of CUES) {
    const found = lastMatch(one, clause);
    if (found === null) continue;
    if (best === null || saysMore(found, best)) best = found;
  }
  return best;
}

function saysMore(one: Found, other: Found): boolean {
  return one.end > other.end || (one.end === other.end && one.start < other.start);
}

function lastMatch({ purpose, pattern, reach }: Cue, clause: string): Found | null {
  let last: Found | null = null;
  for (const match of clause.matchAll(pattern))
    last = { purpose, start: match.index, end: match.index + match[0].length };
  return last === null || clause.length - last.end > reach ? null : last;
}
