/**
 * Reads relations between documents from the words that join mentions in one sentence: 214-KH/TU "về triển khai thực
 * hiện" 18-CT/TW is `implements`, from the document that acts to the one acted on.
 *
 * Only what is stated as done counts: what a draft proposes or a sentence denies is no edge, and what a meeting does
 * with two documents one after the other relates neither to the other. The verbs are rows of relation-words.ts.
 */
import type { IssuerLevel } from '../citations/citation.ts';
import { dropOwnWords, isListJoint, squeeze } from './clause.ts';
import type { DocumentId, RelationKind } from './document.ts';
import { mentionStart } from './mention-start.ts';
import {
  ACTED_ON,
  ACTIVE,
  ACTS_BEHIND,
  AS_SOON_AS,
  BRING,
  BY,
  EXPIRES_FROM,
  GROUND_FOR,
  GROUNDS,
  GUIDES_BEHIND,
  IN_FORCE_BEHIND,
  INTO_LIFE,
  ISSUED_BEHIND,
  PASSIVE,
  type RelationRow,
  SUFFERS_BEHIND,
  TO_CARRY_OUT,
} from './relation-words.ts';

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
  /** The words behind the second, up to the next mention. */
  readonly after: string;
  /** What is printed as the second one's subject. */
  readonly subjectBehind: string | null;
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

/** What stands between an act and its verb must lead from one to the other, not begin anything new. */
const BEGINS_NEW =
  /[;.:]|(?<!\p{L})và(?! ban hành| phê duyệt)(?: \p{L}+){0,4} (?:kế hoạch|chương trình(?: hành động)?|đề án)$|(?<!\p{L})(?:đồng thời|kết quả|báo cáo|sơ kết|tổng kết|đánh giá|kiểm tra|giám sát|tình hình(?! mới)|tiến độ|quán triệt|học tập|yêu cầu|đề nghị|giao(?! thông)|rà soát|gắn với|cùng với|sau khi|trước khi|trong khi|nếu|thông báo|lần lượt|thay vì)(?!\p{L})|(?<!\p{L})(?:theo(?: đúng| sự)?|phạm vi|đối tượng)$/u;
/** A comma begins something new, but before a purpose. */
const COMMA = /,(?! (?:nhằm|để)(?!\p{L}))/u;
/** But what replaces or amends may stand right behind one: "… được ban hành, thay thế …". */
const ENDS_IN_COMMA = /,(?: (?:đồng thời|qua đó|trong đó|theo đó|chính thức|đã|cũng|nhằm|để|việc|về|về việc))*$/u;
/** A title may hold a comma, where what stands behind it is no one who acts and nothing that is done. */
const TITLE =
  /^ ?(?:về|v\/v) [^,]{3,}(?:,(?! (?:các|những|mỗi|toàn|nhiều|ubnd|hđnd|ủy ban|hội|đoàn|đảng|thành|tỉnh|huyện|thị|quận|xã|phường|ban|bộ|sở|phòng|mặt trận|đồng chí|ông|bà|địa phương|đơn vị|cấp|chi bộ|nhân dân|cán bộ|đại biểu|văn phòng|cơ quan|chính phủ|đã|đến|tiếp tục|tập trung|triển khai|thực hiện|tổ chức|cụ thể)(?!\p{L}))[^,]{3,})+$/u;
const COORDINATE = /^,? ?(?:và|hoặc|cùng|với)(?!\p{L})|(?<!\p{L})(?:và|hoặc|cùng)$/u;
/** "… có hiệu lực từ ngày 1/1 và thay thế …": the act goes on as the subject. */
const IN_FORCE = /^,? ?(?:(?:đã|vừa|chính thức|sẽ) )*(?:có hiệu lực|được (?:ban hành|thông qua|ký)|ra đời)(?!\p{L})/u;
const PROPOSED =
  /(?<!\p{L})(?:dự thảo|dự kiến|đề xuất|đang (?:xây dựng|soạn thảo|hoàn thiện|lấy ý kiến)(?: [\p{L}]+){0,3}$|(?:đề nghị|kiến nghị|yêu cầu|giao|cần|phải)(?: [\p{L}]+){0,6} (?:ban hành|xây dựng)(?: các)?$|trình(?: [\p{L}]+){0,8} (?:ban hành|thông qua)(?: các)?$|(?:nên|có thể) (?:được )?(?:thay thế|sửa đổi|bổ sung|bãi bỏ)|sẽ (?:được )?(?:thay thế|sửa đổi|bổ sung|ban hành|bãi bỏ)|(?:kiến nghị|đề nghị|cần|nghiên cứu|xem xét|tham mưu|chuẩn bị|lấy ý kiến)(?: [\p{L}]+){0,6} (?:sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|điều chỉnh))(?!\p{L})/u;
/** The first is what the verb is done to: "A được UBND tỉnh hướng dẫn …". */
const SUFFERS =
  /(?<!\p{L})(?:được|bị)(?: (?!(?:để|nhằm|ban hành|xây dựng|thông qua|ký|trên|theo|căn cứ)(?!\p{L}))[\p{L}]+){0,8}$/u;
/** Right before the act or the verb: it was not issued, it does not replace. */
const DENIED = /(?<!\p{L})(?:chưa|không|chậm)(?: [\p{L}]+){0,3}$/u;
const ISSUES = /(?:ban hành|ra|thông qua|xây dựng|có)(?: [\p{L}]+){0,2}$/u;
/** Between a ground and the act: to be issued is not issued. */
const TO_BE_DONE =
  /(?<!\p{L})(?:yêu cầu|(?<!(?:xét|theo) )đề nghị|chỉ đạo|giao(?! thông)|cần(?! thơ| giờ)|phải|sẽ|chưa|không|khẩn trương|sớm|trình|(?<!đã (?:kịp thời |chủ động )?)tham mưu|chuẩn bị|nghe)(?!\p{L})/u;
const MAX_BETWEEN = 420;
/** Letters before the first mention of a sentence that a ground opens. */
const MAX_OPENING = 200;

/** Whether an act of this type can implement, amend or guide another. */
export function isMakingType(type: string | null): boolean {
  return type !== null && MAKING.has(type);
}

/** The relations that the sentences of one text state between neighbouring mentions, and along the lists they stand in. */
export function findRelations(surfaces: readonly PlacedInSentence[]): readonly StatedRelation[] {
  const mentions = surfaces.map(withOwnWords);
  const stated: StatedRelation[] = [];
  let shared: SharedRelation | null = null;
  let list: readonly PlacedInSentence[] = [];
  let grounds: readonly PlacedInSentence[] = [];
  for (const [index, second] of mentions.entries()) {
    const first = mentions[index - 1];
    if (first === undefined || first.sentenceStart !== second.sentenceStart) {
      shared = null;
      list = [second];
      grounds = list;
      continue;
    }
    const between = first.sentence.slice(first.offset + first.length, second.offset);
    const isList = isListJoint(dropOwnWords(squeeze(between), first.subject));
    const next = mentions[index + 1];
    const until = next?.sentenceStart === second.sentenceStart ? next.offset : second.sentence.length;
    const behind = second.sentence.slice(second.offset + second.length, until);
    const relation = readActing(first, second, between, behind);
    if (relation !== null) {
      shared = relation.isReversed
        ? { kind: relation.kind, acting: null, actedOn: isWholeSubject(list) ? list : [first] }
        : { kind: relation.kind, acting: first, actedOn: [] };
    } else if (!isList || between.includes(';')) {
      shared = isList ? null : readGround(grounds, second, between, behind);
    } else if (shared === null && between.includes(',')) {
      shared = readOpening(grounds, second, behind);
    } else if (shared?.acting != null && isLower(second, first)) shared = null;
    if (shared !== null) stated.push(...edges(shared, second));
    // A ground may be followed by what it acts on itself: "Căn cứ A sửa đổi B, … ban hành C".
    if (isList && grounds.at(-1) === first) grounds = [...grounds, second];
    else if (!isList && relation === null) grounds = goesOn(grounds, between) ? [...grounds, second] : [];
    list = isList ? [...list, second] : [second];
  }
  return stated;
}

/** The mention from its type word on, which the issuer may part from its surface. */
function withOwnWords(mention: PlacedInSentence): PlacedInSentence {
  const offset = mentionStart(mention.sentence, mention.offset);
  return offset === mention.offset ? mention : { ...mention, offset, length: mention.length + mention.offset - offset };
}

/** What holds for the mention behind, and for the list it opens: it is acted on by `acting`, or acts on `actedOn`. */
interface SharedRelation {
  readonly kind: RelationKind;
  readonly acting: PlacedInSentence | null;
  readonly actedOn: readonly PlacedInSentence[];
}

function edges({ kind, acting, actedOn }: SharedRelation, member: PlacedInSentence): readonly StatedRelation[] {
  if (acting !== null) return edge(kind, acting, member);
  return isMakingType(member.type) ? actedOn.flatMap((one) => edge(kind, member, one)) : [];
}

/** "A và B được thay thế bởi …": the list is all that stands before the verb. */
function isWholeSubject([first]: readonly PlacedInSentence[]): boolean {
  return first !== undefined && /^(?:các|những)?\s*$/iu.test(first.sentence.slice(0, first.offset));
}

function readActing(
  first: PlacedInSentence,
  second: PlacedInSentence,
  between: string,
  after: string,
): ReadRelation | null {
  const before = first.sentence.slice(0, first.offset);
  const relation = readRelation({ before, between, after, subject: first.subject, subjectBehind: second.subject });
  return relation !== null && isMakingType((relation.isReversed ? second : first).type) ? relation : null;
}

/** The relation that the words between and behind two neighbouring mentions state, or null. */
export function readRelation(joined: JoinedMentions): ReadRelation | null {
  const { between, subject } = joined;
  if (between.length > MAX_BETWEEN) return null;
  const joint = squeeze(between);
  const before = squeeze(joined.before.slice(-120)).trimEnd();
  if (PROPOSED.test(before) || PROPOSED.test(joint) || DENIED.test(before)) return null;
  const behind = dropOwnWords(squeeze(joined.after.slice(0, 200)), joined.subjectBehind);
  // What is taken for the subject may hold the verb itself: "về sửa đổi, bổ sung một số điều của …".
  const relation = readVerb(dropOwnWords(joint, subject), behind) ?? readVerb(dropOwnWords(joint, null), behind);
  // "Căn cứ A, bãi bỏ B": it is not the ground that repeals.
  const isGround = joined.before.length <= MAX_OPENING && find(GROUNDS, before) !== null;
  const isChange = relation !== null && !relation.isReversed && CHANGES.has(relation.kind);
  return isGround && isChange && /,(?! ngày)[^,]*$/u.test(joint) ? null : relation;
}

function readVerb(words: string, behind: string): ReadRelation | null {
  const rest = words.trimEnd();
  const passive = find(PASSIVE, rest) ?? (ACTED_ON.test(rest) ? find(ACTS_BEHIND, behind) : null);
  if (passive !== null) return { kind: passive, isReversed: true };
  if (EXPIRES_FROM.test(rest) && IN_FORCE_BEHIND.test(behind)) return { kind: 'repeals', isReversed: true };
  if (GROUND_FOR.test(rest)) return { kind: 'based_on', isReversed: true };
  if (isListJoint(words) && /(?<!\p{L})và(?!\p{L})/u.test(words) && GUIDES_BEHIND.test(behind)) {
    return { kind: 'guides', isReversed: true };
  }
  for (const [kind, pattern] of ACTIVE) {
    const match = pattern.exec(rest);
    if (match !== null)
      return isBridge(rest.slice(0, match.index).trimEnd(), kind) ? { kind, isReversed: false } : null;
  }
  return null;
}

function find(rows: readonly RelationRow[], words: string): RelationKind | null {
  return rows.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Whether these words lead from an act to its verb. */
function isBridge(words: string, kind: RelationKind): boolean {
  if (BEGINS_NEW.test(words) || DENIED.test(words) || SUFFERS.test(words)) return false;
  if ((CHANGES.has(kind) || kind === 'based_on') && IN_FORCE.test(words)) return true;
  if (COORDINATE.test(words)) return false;
  return !COMMA.test(words) || TITLE.test(words) || (CHANGES.has(kind) && ENDS_IN_COMMA.test(words));
}

/** Nothing but a comma between, and all said behind: "Căn cứ A, B được ban hành"; "Theo A, B bị bãi bỏ". */
function readOpening(
  grounds: readonly PlacedInSentence[],
  second: PlacedInSentence,
  after: string,
): SharedRelation | null {
  const [first] = grounds;
  if (first === undefined || first.offset > MAX_OPENING || grounds.includes(second)) return null;
  const opening = squeeze(first.sentence.slice(0, first.offset)).trim();
  const behind = dropOwnWords(squeeze(after.slice(0, MAX_OPENING)), second.subject);
  if (BY.test(opening)) {
    const kind = grounds.length === 1 && isMakingType(first.type) ? find(SUFFERS_BEHIND, behind) : null;
    return kind === null ? null : { kind, acting: first, actedOn: [] };
  }
  const kind = ISSUED_BEHIND.test(behind) ? find(GROUNDS, opening) : null;
  return kind === null || !isMakingType(second.type) ? null : { kind, acting: null, actedOn: grounds };
}

/** "Căn cứ A; căn cứ B, …": one more ground, with its own word. */
function goesOn([first]: readonly PlacedInSentence[], between: string): boolean {
  if (first === undefined || first.offset > MAX_OPENING) return false;
  const kind = find(GROUNDS, squeeze(first.sentence.slice(0, first.offset)));
  const joint = dropOwnWords(squeeze(between), first.subject).replace(/^[;,] ?(?:và )?/u, '');
  return kind !== null && find(GROUNDS, joint) === kind;
}

/** "Căn cứ A và B, HĐND tỉnh ban hành C": what C, named behind, does with A and B. */
function readGround(
  grounds: readonly PlacedInSentence[],
  issued: PlacedInSentence,
  between: string,
  after: string,
): SharedRelation | null {
  const [first] = grounds;
  if (first === undefined || !isMakingType(issued.type) || between.length > MAX_BETWEEN) return null;
  if (first.offset > MAX_OPENING) return null;
  const opening = squeeze(first.sentence.slice(0, first.offset)).trim();
  const joint = squeeze(between).trimEnd();
  const said = dropOwnWords(joint, first.subject);
  const behind = dropOwnWords(squeeze(after.slice(0, 200)), issued.subject);
  const isCarriedOut =
    (AS_SOON_AS.test(opening) && TO_CARRY_OUT.test(behind)) || (BRING.test(opening) && INTO_LIFE.test(said));
  const kind = isCarriedOut ? 'implements' : find(GROUNDS, opening);
  if (kind === null || !ISSUES.test(joint) || PROPOSED.test(joint) || TO_BE_DONE.test(joint)) return null;
  // A preamble goes on behind a semicolon; "Thực hiện …" does not.
  return kind !== 'based_on' && joint.includes(';') ? null : { kind, acting: null, actedOn: grounds };
}

function edge(kind: RelationKind, from: PlacedInSentence, to: PlacedInSentence): readonly StatedRelation[] {
  if (from.document === null || to.document === null || from.document === to.document) return [];
  if (CHANGES.has(kind) ? isLower(from, to) : isLower(to, from)) return [];
  return [{ from: from.document, to: to.document, kind, sentence: from.sentence }];
}

function isLower({ level: a }: PlacedInSentence, { level: b }: PlacedInSentence): boolean {
  return a !== null && b !== null && RANKS[a] < RANKS[b];
}
