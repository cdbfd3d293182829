/**
 * Tells what the clause around a mention does with its document: issues, studies, orders, reports, reviews, implements
 * it by another document, rests on it, amends it, or merely mentions it.
 *
 * The cue nearest before the mention decides, read in the mention's own clause. "Thực hiện" by itself says little: what
 * frames it does (kết quả …, yêu cầu …, ban hành kế hoạch …). Members of a list share what is said of the first; and a
 * plan made to carry out a directive is `announces` for the plan and `implements` for the directive.
 */
import { dropOwnWords, isListJoint, squeeze } from './clause.ts';
import type { Purpose, RelationKind } from './document.ts';

/** The mention before in the same sentence, as far as the next one needs it. */
export interface EarlierMention {
  readonly subject: string | null;
  readonly purpose: Purpose;
  /** What it is stated to do with this one, if anything. */
  readonly relation: RelationKind | null;
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
}

interface Cue {
  readonly purpose: Purpose;
  readonly pattern: RegExp;
  /** How many letters may stand between the cue and the mention. */
  readonly reach: number;
}

const NEAR = 4;
const OBJECT = 34;
const CLAUSE = 110;
const CUES: readonly Cue[] = [
  cue(
    'amends',
    OBJECT * 2,
    'sửa đổi(?:,? và|,)? bổ sung|sửa đổi|bổ sung(?= một số| nội dung| điều)|thay thế|thay cho|bãi bỏ|hủy bỏ|đính chính|điều chỉnh',
  ),
  cue(
    'mentions',
    OBJECT,
    '(?:sửa đổi|thay thế|bổ sung|bãi bỏ|hủy bỏ|điều chỉnh)[^.;]{0,30} (?:bởi|bằng)|(?:được|bị) (?:sửa đổi|thay thế|bổ sung|bãi bỏ|hủy bỏ|điều chỉnh)[^.;]{0,30} tại|kèm theo|nêu (?:tại|trong)|(?:từ|sau|trước) khi có',
  ),
  cue('reviews', OBJECT * 2, 'sơ kết|tổng kết|kiểm điểm(?! điểm)'),
  cue(
    'studies',
    OBJECT * 2,
    'quán triệt|học tập(?:(?: và làm)? theo)?|phổ biến|nghiên cứu|tuyên truyền|tập huấn|bồi dưỡng|giới thiệu|thông tin(?: nhanh)?(?: về)?',
  ),
  cue('reports', OBJECT, 'kết quả|tình hình|tiến độ'),
  cue('basis', OBJECT * 2, 'căn cứ(?: vào)?|trên cơ sở|chiếu theo'),
  cue('basis', OBJECT, '(?<!(?:kèm|tiếp|lần) )theo(?! dõi)(?=[^,]*$)'),
  cue('basis', NEAR, 'quy định tại|(?<!xem )xét'),
  cue('announces', OBJECT, 'ban hành|thông qua|công bố|thông báo|trao'),
  cue('announces', NEAR, 'ra|ký|(?:đã |vừa |mới )?có'),
  cue('implements', OBJECT, '(?:quy định chi tiết|hướng dẫn|cụ thể hóa)(?: (?:thi hành|thực hiện|triển khai))?'),
  cue('directs', CLAUSE, 'yêu cầu|(?<!(?:ban|ý kiến|văn bản|công tác) )chỉ đạo|bám(?: sát)?|đẩy mạnh'),
];
/** Carrying out, whose frame decides. */
const CARRYING_OUT = cue(
  'directs',
  OBJECT,
  '(?:tiếp tục |tập trung |tổ chức )*(?:triển khai(?: có hiệu quả| hiệu quả| nghiêm túc| đồng bộ)?(?: thực hiện)?|thực hiện|thi hành|chấp hành)(?: (?:nghiêm túc|nghiêm|tốt|có hiệu quả|hiệu quả|đúng tiến độ|đúng|đầy đủ))*',
);
const COUNT = '(?:\\d+|nửa|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười lăm|hai mươi)';
/** What stands right before "thực hiện", in order of what says more. */
const FRAMES: readonly (readonly [Purpose, RegExp])[] = [
  frame('reviews', '(?:sơ kết|tổng kết|kiểm điểm|đánh giá(?! cao))(?: [\\p{L}\\d]+){0,6}'),
  frame('studies', '(?:quán triệt|học tập|phổ biến|tập huấn)(?:,? và|,)?(?: [\\p{L}]+){0,3}'),
  frame('reports', '(?:kết quả|tình hình|tiến độ)(?: [\\p{L}\\d]+){0,5}'),
  frame('reports', `${COUNT} (?:năm|tháng|quý)(?: qua| đầu)?`),
  frame(
    'implements',
    '(?:kế hoạch|chương trình(?: hành động)?|đề án|hướng dẫn|nghị quyết|quyết định|chỉ thị|văn bản|công văn)(?: [\\p{L}]+){0,4}',
  ),
  frame(
    'reports',
    '(?:sau khi|từ khi|sau thời gian|quá trình|việc|công tác|giám sát|kiểm tra|qua|đã(?: [\\p{L}]+){0,3}|(?<=\\p{L} )(?:để|nhằm))',
  ),
  frame('mentions', '(?:danh mục|kinh phí|nguồn vốn|vốn|lộ trình|phương án|thời gian)'),
];
/** What is said of the document as the subject of its clause. */
const BEHIND: readonly (readonly [Purpose, RegExp])[] = [
  behind('amends', '(?:được|bị) (?:sửa đổi|thay thế|bổ sung|bãi bỏ|hủy bỏ|điều chỉnh)|hết hiệu lực'),
  behind('announces', '(?:được )?(?:chính thức )?(?:ký )?(?:ban hành|thông qua|công bố)|có hiệu lực'),
  behind('studies', 'được (?:quán triệt|học tập|phổ biến|giới thiệu)'),
  behind('reviews', 'được (?:sơ kết|tổng kết)'),
  behind('reports', 'được (?:tổ chức )?(?:triển khai|thực hiện)'),
];

/** Letters behind "Thực hiện …" in which its sentence comes to its verb. */
const CARRIED_OUT = 240;
const MADE =
  /(?<!\p{L})(?:ban hành|xây dựng|ký|ra)(?: [\p{L}]+){0,3} (?:kế hoạch|chương trình|đề án|nghị quyết|quyết định|chỉ thị|hướng dẫn|văn bản)/u;
/** Before a "Thực hiện …" that opens its sentence: nothing, or when. */
const OPENING = /^ ?(?:[^,]{0,40},)? ?(?:để|nhằm)?$/u;

/** The purpose of one mention. */
export function tellPurpose({ before, after, sentenceAfter, subject, previous }: ClauseAround): Purpose {
  const said = dropOwnWords(squeeze(after), subject);
  const behindIt = BEHIND.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
  if (behindIt === 'amends') return 'amends';
  const stated = purposeOfRelation(previous?.relation ?? null);
  if (stated !== null) return stated;
  const rest = previous === null ? squeeze(before) : dropOwnWords(squeeze(before), previous.subject);
  if (previous !== null && isListJoint(rest)) return behindIt ?? previous.purpose;
  const clause = rest.slice(rest.lastIndexOf(';') + 1);
  const own = readBefore(clause, sentenceAfter, previous === null || clause !== rest);
  return own ?? behindIt ?? 'mentions';
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

function readBefore(clause: string, sentenceAfter: string, isClauseStart: boolean): Purpose | null {
  const carrying = lastMatch(CARRYING_OUT, clause);
  const nearest = nearestCue(clause);
  if (carrying === null || (nearest !== null && nearest.end > carrying.end)) return nearest?.purpose ?? null;
  const lead = clause.slice(0, carrying.start).trimEnd();
  const framed = FRAMES.find(([, pattern]) => pattern.test(lead))?.[0];
  if (framed !== undefined) return framed;
  return isClauseStart && OPENING.test(lead) ? readCarriedOut(sentenceAfter) : 'directs';
}

/** "Thực hiện Nghị quyết X, …": what follows tells whether a plan was made, results are told, or it is the ground. */
function readCarriedOut(sentenceAfter: string): Purpose {
  const after = squeeze(sentenceAfter.slice(0, CARRIED_OUT));
  if (MADE.test(after)) return 'implements';
  return /(?<!\p{L})(?:đã|được|đạt)(?!\p{L})/u.test(after) ? 'reports' : 'basis';
}

interface Found {
  readonly purpose: Purpose;
  readonly start: number;
  readonly end: number;
}

/** Of cues that end at one place the longer says more. */
function nearestCue(clause: string): Found | null {
  let best: Found | null = null;
  for (const one of CUES) {
    const found = lastMatch(one, clause);
    if (found === null) continue;
    if (best === null || found.end > best.end || (found.end === best.end && found.start < best.start)) best = found;
  }
  return best;
}

function lastMatch({ purpose, pattern, reach }: Cue, clause: string): Found | null {
  let last: Found | null = null;
  for (const match of clause.matchAll(pattern))
    last = { purpose, start: match.index, end: match.index + match[0].length };
  return last === null || clause.length - last.end > reach ? null : last;
}

function cue(purpose: Purpose, reach: number, words: string): Cue {
  return { purpose, reach, pattern: new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'gu') };
}

function frame(purpose: Purpose, words: string): readonly [Purpose, RegExp] {
  return [purpose, new RegExp(`(?<!\\p{L})(?:${words})$`, 'u')];
}

function behind(purpose: Purpose, words: string): readonly [Purpose, RegExp] {
  return [purpose, new RegExp(`^[ ,)]*(?:(?:đã|vừa|mới|cũng|sẽ|chính thức) )*(?:${words})(?!\\p{L})`, 'u')];
}
