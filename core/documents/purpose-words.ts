/**
 * The verbs of reports as data: which words before a mention say what is done with its document, and which behind it.
 *
 * All words are squeezed (clause.ts). What is announced, studied or changed stands right at its verb; "thực hiện" and
 * its kin say nothing until the words before them do, so these are rows of their own. Rows of one class name verbs of
 * one class, not sentences of one report. purpose.ts decides between them.
 */
import type { Purpose } from './document.ts';

export interface Cue {
  readonly purpose: Purpose;
  readonly pattern: RegExp;
  /** How many letters may stand between the cue and the mention. */
  readonly reach: number;
}

export interface Frame {
  readonly purpose: Purpose;
  /** Matches at the end of what stands before "thực hiện". */
  readonly pattern: RegExp;
  /** Whether who orders before it is what counts: "yêu cầu … việc thực hiện". */
  readonly yields: boolean;
}

const NEAR = 4;
const OBJECT = 34;
const LONG = 68;
const CLAUSE = 110;
const PARTS = 'một số|nội dung|điều|khoản|điểm|các|phụ lục';
const CHANGED = `sửa đổi(?:,? và|,)? bổ sung|bổ sung(?:,? và|,)? sửa đổi|sửa đổi|bổ sung(?= (?:${PARTS})(?!\\p{L}))|thay thế|thay cho|bãi bỏ|hủy bỏ|đính chính|(?<!(?:phạm vi|đối tượng) )điều chỉnh|(?:chấm dứt|ngưng|ngừng) hiệu lực(?: của)?`;

/** Nearest before the mention decides; of two that end together the longer. */
export const CUES: readonly Cue[] = [
  cue('amends', LONG, CHANGED),
  cue('amends', NEAR, 'bổ sung(?=[^,]*$)'),
  cue('amends', LONG, `(?:${CHANGED})[^,;.]{1,50} (?:ban hành )?kèm theo`),
  cue(
    'mentions',
    OBJECT,
    `(?:${CHANGED}|bổ sung)[^.;]{0,30} (?:bởi|bằng)|(?:được|bị) (?:${CHANGED}|bổ sung)[^.;]{0,30} tại|kèm theo|thay vì|(?:từ|sau|trước) khi có`,
  ),
  cue(
    'mentions',
    NEAR,
    'nêu (?:tại|trong)|(?<!ban hành )dự thảo|nhắc (?:lại|đến|tới)|(?:đề cập|liên quan|quan tâm) (?:đến|tới)|(?:băn khoăn|hỏi|góp ý|ý kiến|thảo luận|trao đổi|thông tin sai) (?:vào|về)|so với|(?:xoay|chung) quanh|vi phạm|trái với|(?<!\\p{L} )toàn văn|trả lời (?:tại|bằng)|(?:trình bày|thẩm tra|viện dẫn|thảo luận|góp ý|trình)(?: các)?',
  ),
  cue('mentions', NEAR, '(?:trong (?:số|các)|nổi bật trong)[^.;]{3,80} (?:có|là)(?: các)?'),
  cue('mentions', NEAR, '(?:tài liệu|hồ sơ|danh mục|phụ lục|tủ sách)[^,;.]{0,40} (?:gồm(?: có)?|có|là)(?: các)?'),
  cue('reviews', LONG, 'sơ kết|tổng kết|kiểm điểm(?! điểm)'),
  cue(
    'studies',
    LONG,
    'quán triệt|học tập(?:(?: và làm)? theo)?|phổ biến|nghiên cứu|tuyên truyền|tập huấn|bồi dưỡng|giới thiệu|thông tin(?: nhanh)?(?: về)?|truyền đạt|tìm hiểu(?: về)?|(?:sinh hoạt|nói chuyện) (?:chuyên đề|thời sự)(?: về)?|nắm (?:vững|chắc)|(?:báo cáo viên|giảng viên)[^.;:]{0,60} (?:trình bày|phân tích|nêu)',
  ),
  cue(
    'studies',
    NEAR,
    '(?:trình bày|truyền đạt|giới thiệu|cung cấp|phân tích|làm rõ|tiếp thu) (?:những |các )?(?:nội dung|điểm mới|vấn đề|quan điểm|tinh thần)(?: (?:cơ bản|chính|cốt lõi|trọng tâm|mới))?(?: (?:của|trong|về))?(?: các)?',
  ),
  cue('studies', NEAR, '(?:quán triệt|học tập|nghiên cứu|phổ biến)(?:,| và) (?:thảo luận|trao đổi|liên hệ)(?: về)?'),
  cue(
    'reports',
    OBJECT,
    'kết quả(?! (?:kỳ họp|hội nghị|cuộc họp|bầu cử))|tình hình|tiến độ|hiệu quả(?: bước đầu)? (?:từ|của)',
  ),
  cue(
    'basis',
    LONG,
    'căn cứ(?: vào)?|trên (?:cơ sở|tinh thần)(?: bám sát| thực hiện| quán triệt| nghiên cứu| kế thừa)?|chiếu theo|dựa (?:trên|vào)',
  ),
  cue(
    'basis',
    OBJECT,
    '(?<!(?:kèm|tiếp|lần) )theo(?! dõi)(?: (?:đúng|tinh thần|hướng dẫn|chỉ đạo|yêu cầu|quy định|kế hoạch|chủ trương|định hướng|nội dung|lộ trình|tại|của|các))*(?=[^,]*$)',
  ),
  cue('basis', OBJECT, 'áp dụng(?: (?:theo|đúng|quy định|tại|của|các))*'),
  cue('basis', NEAR, 'quy định tại|đúng quy định(?: tại| của| trong)?|đúng (?:với )?tinh thần(?: của)?|(?<!xem )xét'),
  cue('announces', OBJECT, 'ban hành|thông qua|công bố|thông báo|trao(?! đổi)|phát hành|tán thành'),
  cue(
    'announces',
    NEAR,
    '(?<!(?:chỉ|nêu|vạch|đưa|đề|đặt|diễn|nói|tìm|mở) )ra|ký(?: kết)?|phê (?:duyệt|chuẩn)|(?<!(?:gồm|trong đó|chưa|không|khi|còn|chỉ|cùng) )(?:đã |vừa |mới )?có',
  ),
  cue('implements', OBJECT, '(?:quy định chi tiết|hướng dẫn|cụ thể hóa)(?: (?:thi hành|thực hiện|triển khai))?'),
  cue('directs', CLAUSE, 'yêu cầu|(?<!(?:ban|ý kiến|văn bản|công tác) )chỉ đạo|bám(?: sát)?|đẩy mạnh'),
];

/** Carrying out: what stands before it decides. */
export const CARRYING_OUT = cue(
  'directs',
  OBJECT,
  '(?:tiếp tục |tập trung |tổ chức |nghiêm túc |khẩn trương )*(?:triển khai(?:(?:,| và)? (?:có hiệu quả|hiệu quả|nghiêm túc|đồng bộ|quyết liệt|kịp thời))*(?:(?: và|,)?(?: tổ chức)? thực hiện)?|thực hiện|thi hành|chấp hành)(?:(?: và|,)? (?:nghiêm túc|nghiêm|tốt(?: hơn)?|có hiệu quả|hiệu quả|đúng tiến độ|đúng|đầy đủ|thắng lợi|đồng bộ|quyết liệt|kịp thời|toàn diện|thường xuyên|chất lượng|sáng tạo|linh hoạt|triệt để))*',
);
/** "14/16 chỉ tiêu của …": reached, or to be reached. */
export const TARGETS = cue(
  'reports',
  NEAR,
  '(?:\\d+(?:/\\d+)?(?: trong (?:tổng )?số \\d+)?|hoàn thành|đạt|vượt)(?: (?:và|vượt|xong|mức|tốt|[\\d/.,%]+|toàn bộ|các|những|cơ bản))* (?:chỉ tiêu|mục tiêu|nhiệm vụ)(?:, (?:chỉ tiêu|mục tiêu|nhiệm vụ))*(?: (?:mà|đề ra|đặt ra|được|nêu|giao|của|tại|trong|theo))*',
);
/** What stands behind "ý kiến chỉ đạo … tại": carrying it out is carrying out the paper that holds it. */
export const HELD_IN =
  /(?:(?:triển khai(?: thực hiện)?|thực hiện|thi hành|chấp hành)(?: (?:nghiêm|nghiêm túc|tốt|đúng))* (?:các )?(?:ý kiến|chỉ đạo|kết luận|nội dung|nhiệm vụ|chủ trương)[^,;.:]{0,70} (?:tại|trong|theo|của)|(?:làm|thực hiện|triển khai|hoàn thành)(?: (?:ngay|sớm|xong|tốt))* (?:các |những )?(?:việc|phần việc|yêu cầu|giải pháp|nội dung|nhiệm vụ)(?: \p{L}+){0,3} (?:nêu|đề ra|đặt ra|ghi)(?: rõ)? (?:tại|trong|ở))(?: các)?$/u;

const COUNT = '(?:\\d+|nửa|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mười lăm|hai mươi)';
/** What stands right before "thực hiện", in order of what says more. */
export const FRAMES: readonly Frame[] = [
  frame('mentions', 'ban chỉ đạo|tổ công tác|ban điều hành'),
  frame(
    'reviews',
    '(?:sơ kết|tổng kết|kiểm điểm|(?<!(?:được|nghe|báo cáo) )đánh giá(?! cao))(?:(?:,| và)? (?:biểu dương|khen thưởng|đánh giá|rút kinh nghiệm)| [\\p{L}\\d/-]+){0,8}',
  ),
  frame(
    'implements',
    '(?:kế hoạch|chương trình(?: hành động)?|đề án|hướng dẫn(?! (?:các|cán bộ|nhân dân|hội viên|xã|cơ sở|đơn vị))|nghị quyết|quyết định|chỉ thị|văn bản|công văn)(?:,? (?:chỉ đạo|lãnh đạo|đôn đốc|hướng dẫn|kế hoạch|chương trình|đề án)| (?!(?:này|đã|đang|để|đến|vào|là|phải|cần|và|thì|được)(?!\\p{L}))[\\p{L}]+){0,5}(?: (?:để|nhằm))?',
  ),
  frame(
    'implements',
    '(?:kế hoạch|chương trình(?: hành động)?|đề án|hướng dẫn|nghị quyết|quyết định|chỉ thị|văn bản|mô hình)[^.;:,]{0,40} được (?:xây dựng|ban hành|soạn thảo|lập|phê duyệt) (?:để|nhằm)(?: tổ chức)?',
  ),
  frame('studies', '(?:quán triệt|học tập|phổ biến|tập huấn)(?:,? và|,)?(?: [\\p{L}]+){0,3}', true),
  frame('directs', 'trách nhiệm(?: [\\p{L}]+){0,5}|(?:đẩy nhanh|bảo đảm|đảm bảo|nâng cao)(?: [\\p{L}]+){1,4}'),
  frame('reports', '(?:kết quả|tình hình|tiến độ|hiệu quả)(?: [\\p{L}\\d]+){0,5}'),
  frame('reports', `${COUNT} (?:năm|tháng|quý|nhiệm kỳ)(?: qua| đầu)?`),
  frame(
    'reports',
    '(?:sau khi|từ khi|sau thời gian|quá trình|việc|công tác|giám sát|kiểm tra|qua|nhờ|khi|trong|từ|(?<=\\p{L} )(?:để|nhằm))(?: tổ chức)?',
    true,
  ),
  frame(
    'reports',
    '(?:đã|chưa|không)(?: (?!(?:chỉ đạo|yêu cầu|đề nghị|giao|tập trung|tiếp tục|thống nhất)(?!\\p{L}))[\\p{L}]+){0,3}|(?:khó khăn|vướng mắc|kinh nghiệm|hạn chế|bất cập|chuyển biến|cố gắng|nỗ lực)(?: [\\p{L}]+){0,4}',
    true,
  ),
  frame('mentions', '(?:danh mục|kinh phí|nguồn vốn|vốn|lộ trình|phương án|thời gian)'),
];
/** Who orders or what is still to be done, anywhere before in the clause. */
export const ORDERS =
  /(?<!\p{L})(?:(?<!(?:theo|đáp ứng|trước|với) )yêu cầu|(?<!(?:ban|ý kiến|văn bản|công tác|sự) )chỉ đạo|đề nghị|giao(?! (?:ban(?! (?:tuyên giáo|tổ chức|dân vận|nội chính|thường|quản lý|chỉ đạo|xây dựng|kinh tế|pháp chế|văn hóa|dân tộc|chỉ huy))|thông|lưu|dịch|tiếp|thương|mùa))|đôn đốc|nhấn mạnh|lưu ý|cần(?! (?:thơ|giờ|đước|giuộc))|phải|phấn đấu|nhiệm vụ (?:trọng tâm|tiếp theo|trước mắt)|thời gian tới|(?:tiếp tục|tập trung|tăng cường)(?: [\p{L}]+){0,2} (?:lãnh đạo|chỉ đạo|kiểm tra|giám sát)|kêu gọi|quyết tâm|mong(?: muốn)?|đòi hỏi|nhắc(?! (?:lại|đến|tới|tên))|quan tâm)(?!\p{L})(?!.*(?<!\p{L})(?:báo cáo|ghi nhận|biểu dương)(?!\p{L}))/u;
/** "Công tác lãnh đạo thực hiện … có nhiều chuyển biến": the work itself is the subject, and what it came to stands behind. */
export const WORK = /(?:^|[.;:,] ?)(?:công tác|việc|quá trình)(?: [\p{L}]+){0,5}$/u;
/** What goes on from one carrying out to the next: "thực hiện … gắn với thực hiện". */
export const ALONG =
  /(?:^|(?<!\p{L}))(?:gắn với|cùng với|song song với|đi đôi với|đồng thời|kết hợp(?: với)?|và|cũng như)(?: (?:việc|với))*$/u;
/** What is denied, or only planned, is not done. */
export const DENIED = /(?<!\p{L})(?:chưa|không(?! (?:gian|khí|quân))|chậm|khỏi)(?: [\p{L}]+){0,3}$/u;
export const PLANNED = /(?<!\p{L})(?:sẽ|dự kiến)(?: [\p{L}]+){0,8}$/u;

/** Verbs of what was done to the document as the subject of its clause: "… được HĐND tỉnh thông qua". */
export const DONE_TO: readonly (readonly [Purpose, readonly string[]])[] = [
  ['amends', ['sửa đổi', 'thay thế', 'thay', 'bổ sung', 'bãi bỏ', 'hủy bỏ', 'điều chỉnh', 'đính chính']],
  ['announces', ['ký ban hành', 'ký', 'ban hành', 'thông qua', 'công bố', 'phê chuẩn', 'phê duyệt']],
  ['studies', ['quán triệt', 'học tập', 'phổ biến', 'giới thiệu', 'tuyên truyền', 'truyền đạt', 'nghiên cứu']],
  ['reviews', ['sơ kết', 'tổng kết', 'kiểm điểm']],
  ['implements', ['cụ thể hóa', 'hướng dẫn', 'quy định chi tiết']],
  ['reports', ['triển khai', 'thực hiện', 'thi hành', 'chấp hành']],
];
/** What the document itself comes to. */
export const COMES_TO: readonly (readonly [Purpose, RegExp])[] = [
  ['amends', behind('(?:hết|không còn|chấm dứt|ngưng|ngừng) hiệu lực')],
  ['announces', behind('có hiệu lực|ban hành|công bố|do [^,;.]{1,60} thông qua')],
  ['basis', behind('là (?:căn cứ|cơ sở)')],
  [
    'reports',
    behind(
      '(?:đi|dần đi|sớm đi|thực sự đi) vào (?:cuộc sống|thực tiễn)|phát huy (?:hiệu quả|tác dụng)|có (?:nhiều |những |bước |sự )*(?:chuyển biến|tiến bộ|đổi mới|kết quả)|còn (?:nhiều |một số |những )*(?:hạn chế|chậm|bất cập|vướng mắc|lúng túng)|(?:cơ bản )?(?:(?:thực hiện|triển khai) (?:đạt|được|xong)|hoàn thành|về đích|đạt|mang lại|đem lại|tạo (?:chuyển biến|đột phá|bước))',
    ),
  ],
];
/** A verb of its own: the document is what the clause is about, not one more of a list behind a semicolon. */
export const SPEAKS = behind(
  'đề ra|đặt (?:ra|mục tiêu)|quy định|nêu(?: rõ)?|xác định|gồm|là|giao|lần đầu(?: tiên)?|cũng|yêu cầu|mở rộng|kế thừa|điều chỉnh|hướng dẫn',
);
/** "đưa … vào cuộc sống". */
export const BRING = /(?<!\p{L})đưa(?: (?:nhanh|sớm|các|nội dung|những))*$/u;
export const INTO_LIFE = /^ ?(?:(?:sớm|nhanh chóng|thực sự) )*(?:đi )?vào (?:cuộc sống|thực tiễn|thực tế|thực hiện)/u;
export const INTO_STUDY = /^ ?vào [^,;.]{0,50}(?:học tập|quán triệt|tuyên truyền|chương trình giảng dạy)/u;
export const TAKEN_AS_GROUND = /^ ?(?:làm|là) (?:căn cứ|cơ sở)/u;

function cue(purpose: Purpose, reach: number, words: string): Cue {
  return { purpose, reach, pattern: new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'gu') };
}

function frame(purpose: Purpose, words: string, yields = false): Frame {
  return { purpose, yields, pattern: new RegExp(`(?<!\\p{L})(?:${words})$`, 'u') };
}

function behind(words: string): RegExp {
  return new RegExp(`^[ ,()]*(?:(?:đã|vừa|mới|cũng|sẽ|chính thức|nay) )*(?:${words})(?!\\p{L})`, 'u');
}
