/**
 * Reads relations between documents from the words that join mentions in one sentence: 214-KH/TU "về triển khai thực
 * hiện" 18-CT/TW is `implements`, from the document that acts to the one acted on.
 *
 * Only what is stated as done counts: what a draft proposes is no edge, and what a meeting does with two documents
 * one after the other relates neither to the other.
 */
import type { IssuerLevel } from '../citations/citation.ts';
import { dropOwnWords, isListJoint, squeeze } from './clause.ts';
import type { DocumentId, RelationKind } from './document.ts';

/** A mention with its sentence, as far as relations need it; in the order of the text. */
export interface PlacedInSentence {
  /** Offset of the sentence in the text. */
  readonly sentenceStart: number;
  readonly sentence: string;
  readonly offset: number;
  readonly length: number;
  readonly type: string | null;
  readonly subject: string | null;
  readonly level: IssuerLevel | null;
  readonly document: DocumentId | null;
}

export interface StatedRelation {
  readonly from: DocumentId;
  readonly to: DocumentId;
  readonly kind: RelationKind;
  readonly sentence: string;
}

export interface JoinedMentions {
  /** The sentence up to the first mention. */
  readonly before: string;
  /** The words between the two mentions. */
  readonly between: string;
  /** What is printed as the first one's subject. */
  readonly subject: string | null;
}

export interface ReadRelation {
  readonly kind: RelationKind;
  /** True where the second mention acts on the first: "A được thay thế bởi B", "Căn cứ A, ban hành B". */
  readonly isReversed: boolean;
}

/** Types of acts made to carry out or change others; a report before a directive implements nothing. */
const MAKING: ReadonlySet<string> = new Set(
  'KH CTr CTrHĐ CTrPH NQ NQLT CT QĐ QĐi HD ĐA TB KL NĐ TT TTLT L PL CV QC CĐ'.split(' '),
);
const CHANGES: ReadonlySet<RelationKind> = new Set(['amends', 'replaces', 'repeals']);
/** A lower body carries out a higher one's act; only the issuer or a higher body changes one (66-QĐ/TW, kept). */
const RANKS: Readonly<Record<IssuerLevel, number>> = { central: 4, province: 3, district: 2, commune: 1, org: 1 };

const PARTS = '(?: (?:khoản|điều|điểm|mục|phụ lục|chương) [\\p{L}\\d]{1,6}(?:,| và)?)*';
const OBJECT = `(?: (?:việc|một số|nội dung|điều|điểm|các|những|của|nhiệm vụ|giải pháp|quy định|biện pháp|mục tiêu|và|tại|thi hành|tinh thần|theo))*${PARTS}(?: của| tại)?`;
const FORWARD: readonly (readonly [RelationKind, RegExp])[] = [
  forward(
    'amends',
    'sửa đổi(?:,? và|,)? bổ sung|sửa đổi|bổ sung(?= một số| nội dung| điều| khoản| mục)|điều chỉnh',
    OBJECT,
  ),
  forward('replaces', 'thay thế|thay cho', '(?: cho| toàn bộ| các)*'),
  forward('repeals', 'bãi bỏ|hủy bỏ', OBJECT),
  forward(
    'guides',
    '(?:quy định chi tiết(?:,? và|,)? )?hướng dẫn(?: thi hành| triển khai(?: thực hiện)?| thực hiện)?|quy định chi tiết',
    OBJECT,
  ),
  forward('implements', '(?:tổ chức )?(?:triển khai )?thực hiện|triển khai|cụ thể hóa|thi hành', OBJECT),
  forward('based_on', 'căn cứ(?: vào)?|trên cơ sở', '(?: các| quy định| nội dung| tại| của)*'),
];
const ACTED_ON = '^[ ,(]*(?:đã |vừa |nay |mới |cũng )*(?:được|bị) ';
const PASSIVE: readonly (readonly [RelationKind, RegExp])[] = [
  passive('replaces', 'thay(?: thế)?', 'bằng|bởi|theo'),
  passive('amends', 'sửa đổi(?:,? và|,)? bổ sung|sửa đổi|bổ sung|điều chỉnh', 'bằng|bởi|theo|tại'),
  passive('repeals', 'bãi bỏ|hủy bỏ', 'bằng|bởi|theo|tại'),
  passive('guides', 'hướng dẫn(?: thi hành| thực hiện)?|quy định chi tiết', 'bằng|bởi|tại'),
  passive('implements', 'cụ thể hóa', 'bằng|bởi|tại'),
];
/** What stands between an act and its verb must lead from one to the other, not begin anything new. */
const BEGINS_NEW =
  /[;.:]|(?<!\p{L})(?:đồng thời|kết quả|báo cáo|sơ kết|tổng kết|đánh giá|kiểm tra|giám sát|tình hình|tiến độ|quán triệt|học tập|yêu cầu|đề nghị|giao|rà soát|gắn với|cùng với|sau khi|trước khi|trong khi|nếu|thông báo)(?!\p{L})/u;
/** A comma begins something new, but before a purpose, and but for what replaces or amends: "… được ban hành, thay thế …". */
const COMMA = /,(?! (?:nhằm|để)(?!\p{L}))/u;
const COORDINATE = /^,? ?(?:và|hoặc|cùng|với)(?!\p{L})|(?<!\p{L})(?:và|hoặc|cùng)$/u;
const PROPOSED =
  /(?<!\p{L})(?:dự thảo|dự kiến|đề xuất|sẽ (?:được )?(?:thay thế|sửa đổi|bổ sung|ban hành|bãi bỏ)|(?:kiến nghị|đề nghị|cần|nghiên cứu|xem xét|tham mưu|chuẩn bị|lấy ý kiến)(?: [\p{L}]+){0,6} (?:sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|điều chỉnh))(?!\p{L})/u;
const GROUND =
  /^(?:trên cơ sở|(?:để |nhằm )?(?:tổ chức )?(?:triển khai )?thực hiện|căn cứ(?: vào)?)(?!\p{L})[^,.;:]{0,24}$/u;
const ISSUES = /(?:ban hành|ra|thông qua|xây dựng)(?: [\p{L}]+){0,2}$/u;
const MAX_BETWEEN = 420;

/** Whether an act of this type can implement, amend or guide another. */
export function isMakingType(type: string | null): boolean {
  return type !== null && MAKING.has(type);
}

/** The relations that the sentences of one text state between neighbouring mentions, and along the lists they stand in. */
export function findRelations(mentions: readonly PlacedInSentence[]): readonly StatedRelation[] {
  const stated: StatedRelation[] = [];
  let head: RelationHead | null = null;
  let grounds: readonly PlacedInSentence[] = [];
  for (const [index, second] of mentions.entries()) {
    const first = mentions[index - 1];
    if (first === undefined || first.sentenceStart !== second.sentenceStart) {
      head = null;
      grounds = [second];
      continue;
    }
    const between = first.sentence.slice(first.offset + first.length, second.offset);
    const isList = isListJoint(dropOwnWords(squeeze(between), first.subject));
    const relation = readActing(first, second, between);
    if (relation !== null) {
      const { kind, isReversed } = relation;
      stated.push(...edge(kind, isReversed ? second : first, isReversed ? first : second));
      head = isReversed ? null : { acting: first, kind, last: second };
    } else if (isList && head?.last === first && !between.includes(';') && !isLower(second, first)) {
      stated.push(...edge(head.kind, head.acting, second));
      head = { acting: head.acting, kind: head.kind, last: second };
    } else {
      const basis = isList ? null : readGround(grounds, second, between);
      if (basis !== null) stated.push(...grounds.flatMap((ground) => edge(basis, second, ground)));
      if (basis !== null) grounds = [];
      head = null;
    }
    if (isList && grounds.at(-1) === first) grounds = [...grounds, second];
  }
  return stated;
}

/** The acting document of a list: what was said to act on its first member acts on all. */
interface RelationHead {
  readonly acting: PlacedInSentence;
  readonly kind: RelationKind;
  readonly last: PlacedInSentence;
}

function readActing(first: PlacedInSentence, second: PlacedInSentence, between: string): ReadRelation | null {
  const relation = readRelation({ before: first.sentence.slice(0, first.offset), between, subject: first.subject });
  return relation !== null && isMakingType((relation.isReversed ? second : first).type) ? relation : null;
}

/** The relation that the words between two neighbouring mentions state, or null. */
export function readRelation({ before, between, subject }: JoinedMentions): ReadRelation | null {
  if (between.length > MAX_BETWEEN) return null;
  const joint = squeeze(between);
  if (PROPOSED.test(squeeze(before).slice(-120)) || PROPOSED.test(joint)) return null;
  // What is taken for the subject may hold the verb itself: "về sửa đổi, bổ sung một số điều của …".
  return readVerb(dropOwnWords(joint, subject)) ?? readVerb(dropOwnWords(joint, null));
}

function readVerb(words: string): ReadRelation | null {
  const rest = words.trimEnd();
  for (const [kind, pattern] of PASSIVE) if (pattern.test(rest)) return { kind, isReversed: true };
  for (const [kind, pattern] of FORWARD) {
    const match = pattern.exec(rest);
    if (match !== null)
      return isBridge(rest.slice(0, match.index).trimEnd(), kind) ? { kind, isReversed: false } : null;
  }
  return null;
}

/** Whether these words lead from an act to its verb. */
function isBridge(words: string, kind: RelationKind): boolean {
  if (BEGINS_NEW.test(words) || COORDINATE.test(words)) return false;
  return CHANGES.has(kind) || !COMMA.test(words);
}

/** "Căn cứ A và B, HĐND tỉnh ban hành C": what C, named behind, does with A and B. */
function readGround(
  grounds: readonly PlacedInSentence[],
  issued: PlacedInSentence,
  between: string,
): RelationKind | null {
  const [first] = grounds;
  if (first === undefined || !isMakingType(issued.type) || between.length > MAX_BETWEEN) return null;
  const ground = GROUND.exec(squeeze(first.sentence.slice(0, first.offset)))?.[0] ?? null;
  const joint = squeeze(between).trimEnd();
  if (ground === null || !ISSUES.test(joint) || PROPOSED.test(joint)) return null;
  if (/(?:căn cứ|cơ sở)/u.test(ground)) return 'based_on';
  // A preamble goes on behind a semicolon; "Thực hiện …" does not.
  return joint.includes(';') ? null : 'implements';
}

function edge(kind: RelationKind, from: PlacedInSentence, to: PlacedInSentence): readonly StatedRelation[] {
  if (from.document === null || to.document === null || from.document === to.document) return [];
  if (CHANGES.has(kind) ? isLower(from, to) : isLower(to, from)) return [];
  return [{ from: from.document, to: to.document, kind, sentence: from.sentence }];
}

function isLower({ level: a }: PlacedInSentence, { level: b }: PlacedInSentence): boolean {
  return a !== null && b !== null && RANKS[a] < RANKS[b];
}

function forward(kind: RelationKind, verbs: string, object: string): readonly [RelationKind, RegExp] {
  return [kind, new RegExp(`(?<!\\p{L})(?<!(?:được|bị) )(?:${verbs})(?!\\p{L})${object}$`, 'u')];
}

function passive(kind: RelationKind, verbs: string, by: string): readonly [RelationKind, RegExp] {
  return [kind, new RegExp(`${ACTED_ON}(?:${verbs})(?: \\p{L}+){0,3} (?:${by})$`, 'u')];
}
