/**
 * The verbs by which one document acts on another, as data: active ("A thay thế B"), passive ("B được thay thế bởi A"),
 * behind both ("Luật B và Nghị định A hướng dẫn thi hành") and in front ("Để cụ thể hóa B, Huyện ủy ban hành A").
 *
 * All words are squeezed (clause.ts); relations.ts says how they are read.
 */
import type { RelationKind } from './document.ts';

export type RelationRow = readonly [RelationKind, RegExp];

const PARTS = '(?: (?:khoản|điều|điểm|mục|phụ lục|chương) [\\p{L}\\d]{1,6}(?:,| và)?)*';
const ANNEX = '(?: (?:quy chế|quy định|kế hoạch|danh mục|đề án|chương trình)[^,;.]{0,60} kèm theo)?';
const OBJECT = `(?: (?:việc|một số|một phần|hoàn toàn|toàn bộ|toàn văn|đầy đủ|nội dung|điều|điểm|các|những|của|nhiệm vụ|giải pháp|quy định|biện pháp|mục tiêu|chủ trương|và|tại|thi hành|tinh thần|theo|cho|có hiệu quả|hiệu quả|nghiêm|nghiêm túc|tốt))*${PARTS}${ANNEX}(?: của| tại| các| vào)*`;
const AMEND = 'sửa đổi(?:,? và|,)? bổ sung|bổ sung(?:,? và|,)? sửa đổi|sửa đổi|điều chỉnh|đính chính';
const ADD = '|bổ sung(?= một số| nội dung| điều| khoản| mục|$)';
const GUIDE = `(?:quy định chi tiết(?:,? và|,)? )?hướng dẫn(?: cụ thể| chi tiết)?(?: việc)?(?: tổ chức)?(?: thi hành| triển khai(?: thực hiện)?| thực hiện)?|quy định chi tiết`;
const CARRY =
  '(?:(?:cụ thể hóa|triển khai|lãnh đạo|chỉ đạo)(?: và|,) ?)?(?:tổ chức )?(?:triển khai )?(?:thực hiện|thi hành)|triển khai|cụ thể hóa';

export const ACTIVE: readonly RelationRow[] = [
  active('amends', `${AMEND}${ADD}`),
  active('replaces', 'thay thế|thay cho'),
  active('repeals', 'bãi bỏ|hủy bỏ|(?:chấm dứt|làm hết) hiệu lực'),
  active('guides', GUIDE),
  active('implements', CARRY),
  active('based_on', 'căn cứ(?: vào)?|trên cơ sở|dựa trên'),
];
/** The verb stands between the two, and a word that leads to who acts. */
export const PASSIVE: readonly RelationRow[] = [
  passive('replaces', 'thay(?: thế)?', 'bằng|bởi|theo|tại'),
  passive('amends', `${AMEND}|bổ sung`, 'bằng|bởi|theo|tại'),
  passive('repeals', 'bãi bỏ|hủy bỏ', 'bằng|bởi|theo|tại'),
  passive('guides', GUIDE, 'bằng|bởi|tại|trong|theo'),
  passive('implements', 'cụ thể hóa', 'bằng|bởi|tại|trong|qua|thành'),
  passive('implements', '(?:tổ chức )?(?:triển khai )?(?:thực hiện|thi hành)|triển khai', 'bằng|qua'),
];
/** "B là căn cứ để UBND tỉnh ban hành A"; "Lấy B làm căn cứ, UBND tỉnh ban hành A". */
export const GROUND_FOR =
  /^[ ,]*(?:(?:là|làm) (?:căn cứ|cơ sở)(?: \p{L}+){0,3} để|làm (?:căn cứ|cơ sở),)[^,;.]{0,90} (?:ban hành|ra|thông qua)(?: các)?$/u;
/** "Ngay sau khi có B, Huyện ủy ban hành A để tổ chức thực hiện": the verb behind has B for its object. */
export const AS_SOON_AS = /^(?:(?:ngay )?sau|ngay) khi (?:có|nhận được|tiếp thu)(?: các)?$/u;
export const TO_CARRY_OUT =
  /^ ?(?:để|nhằm) (?:tổ chức |kịp thời )*(?:triển khai|thực hiện|cụ thể hóa)(?: thực hiện)? ?(?:[,.;]|$)/u;
/** "Nhằm đưa B vào cuộc sống, Huyện ủy ban hành A". */
export const BRING = /^(?:để|nhằm) (?:sớm |nhanh chóng )?đưa(?: các)?$/u;
export const INTO_LIFE = /^ ?(?:sớm )?(?:đi )?vào (?:thực tiễn|cuộc sống)/u;
/** Between the two nothing but "được": the verb stands behind who acts, "B đã được A thay thế". */
export const ACTED_ON = /^[ ,(]*(?:(?:đã|vừa|nay|mới|cũng|chính thức) )*(?:được|bị)(?: các| chính)?$/u;
export const ACTS_BEHIND: readonly RelationRow[] = [
  behind('replaces', 'thay thế'),
  behind('amends', `${AMEND}|bổ sung`),
  behind('repeals', 'bãi bỏ|hủy bỏ'),
  behind('guides', GUIDE),
  behind('implements', 'cụ thể hóa'),
];
/** "Luật B và Nghị định A hướng dẫn thi hành": the one before is the object that goes unsaid. */
export const GUIDES_BEHIND =
  /^[ )]*(?:quy định chi tiết(?:,? và|,)? )?(?:hướng dẫn thi hành|hướng dẫn thực hiện|quy định chi tiết thi hành)(?: luật| nghị quyết| nghị định| pháp lệnh| quy định)?(?: này)?[ )]*(?:$|[,.;)])/u;

/** "Căn cứ B, A được ban hành": issued, said behind it. */
export const ISSUED_BEHIND =
  /^ ?(?:(?:đã|vừa|mới|chính thức) )*được(?: [\p{L}\d]+){0,8}? (?:ban hành|thông qua|xây dựng)(?!\p{L})/u;
/** "Theo A, B bị bãi bỏ"; "Với việc ban hành A, B được thay thế": what A does is said behind B. */
export const BY = /^(?:theo(?: đó,)?|với việc ban hành|với)(?: các)?$/u;
export const SUFFERS_BEHIND: readonly RelationRow[] = [
  suffers('replaces', 'thay thế'),
  suffers('repeals', 'bãi bỏ|hủy bỏ'),
  suffers('amends', `${AMEND}|bổ sung`),
];

/** "B hết hiệu lực kể từ ngày A có hiệu lực": the one that comes into force ends the other. */
export const EXPIRES_FROM =
  /^[ ,(]*(?:(?:đã|chính thức|cũng) )*(?:hết|chấm dứt) hiệu lực(?: thi hành)?(?:,? kể)? (?:từ|khi)(?: ngày| khi| thời điểm)*$/u;
export const IN_FORCE_BEHIND = /^[ ,)]*(?:chính thức )?(?:có hiệu lực|được ban hành)(?!\p{L})/u;

/** What opens a sentence with the documents that the act, named behind, acts on. */
export const GROUNDS: readonly RelationRow[] = [
  ground('based_on', 'trên cơ sở|căn cứ(?: vào)?|dựa trên'),
  ['based_on', /^[\p{L}\d ]{2,60} căn cứ(?: vào)?(?: các)?$/u],
  ground('guides', GUIDE),
  ground('implements', CARRY),
  ground('replaces', 'thay thế(?: cho)?'),
  ground('amends', AMEND),
  ground('repeals', 'bãi bỏ'),
];

/** A word of time or of who tells may open the sentence: "Năm 2023, thực hiện …". */
function ground(kind: RelationKind, verbs: string): RelationRow {
  const when = '(?:[^,;:.]{1,40}, ?)?(?:để |nhằm )?(?:tiếp tục |tập trung |kịp thời |nghiêm túc )*';
  return [kind, new RegExp(`^${when}(?:${verbs})(?!\\p{L})[^,.;:]{0,24}$`, 'u')];
}

function active(kind: RelationKind, verbs: string): RelationRow {
  return [kind, new RegExp(`(?<!\\p{L})(?<!(?:được|bị) )(?:${verbs})(?!\\p{L})${OBJECT}$`, 'u')];
}

/** "(đã) được (UBND tỉnh) sửa đổi, bổ sung (một số điều) bởi". */
function passive(kind: RelationKind, verbs: string, by: string): RelationRow {
  const acted =
    '^[ ,(]*(?:hết hiệu lực(?:,| và) )?(?:(?:đã|vừa|nay|mới|cũng|chính thức|kịp thời|tiếp tục) )*(?:được|bị)';
  const who = '(?: (?!(?:để|nhằm|theo|ban hành|xây dựng|thông qua|triển khai|thực hiện|giao)(?!\\p{L}))\\p{L}+){0,10}?';
  return [
    kind,
    new RegExp(`(?:${acted}${who} |^ ?\\()(?:${verbs})(?: [\\p{L}\\d/.-]+){0,8} (?:${by})(?: các| chính)?$`, 'u'),
  ];
}

function suffers(kind: RelationKind, verbs: string): RelationRow {
  return [
    kind,
    new RegExp(`^ ?(?:(?:đã|vừa|nay|chính thức|cũng) )*(?:hết hiệu lực và )?(?:được|bị) (?:${verbs})(?!\\p{L})`, 'u'),
  ];
}

function behind(kind: RelationKind, verbs: string): RelationRow {
  return [kind, new RegExp(`^[ )]*(?:${verbs})(?!\\p{L})`, 'u')];
}
