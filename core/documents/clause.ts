/**
 * The words around a mention, made comparable: lower case in NFC, one space, tone marks where modern spelling has them.
 *
 * Marks are kept: giáo is not giao, and what a clause does hangs on such words. What belongs to a mention itself (its
 * date, its issuer, its subject) is no part of what is said of it, and can be taken off.
 */

/** `THỰC HIỆN  Nghị quyết về xoá đói` → `thực hiện nghị quyết về xóa đói`. */
export function squeeze(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/o([àáảãạèéẻẽẹ])(?!\p{L})/gu, (whole, vowel: string) => moveTone('o', vowel) ?? whole)
    .replace(/(?<!q)u([ỳýỷỹỵ])(?!\p{L})/gu, (whole, vowel: string) => moveTone('u', vowel) ?? whole);
}

/** What is said behind a mention once its date, term, issuer and subject are taken off; `text` is squeezed. */
export function dropOwnWords(text: string, subject: string | null): string {
  const rest = dropFacts(text);
  const about = subject === null ? '' : endSubject(squeeze(subject));
  const at = about === '' ? -1 : rest.indexOf(about);
  // A subject may reach into the next mention; then it is what joins the two, and stays.
  return at < 0 || at > LEAD_OF_SUBJECT ? rest : dropFacts(rest.slice(at + about.length).replace(TAIL, ''));
}

function dropFacts(text: string): string {
  let rest = text;
  for (let step = 0; step < 6; step += 1) {
    const own = OWN.exec(rest);
    if (own === null || own[0].trim() === '') break;
    rest = rest.slice(own[0].length);
  }
  return rest;
}

/** A subject as read may run on into what is said of its document: "kinh tế rừng được thay thế bằng …" ends at "được". */
function endSubject(subject: string): string {
  const ends = [RUNS_ON, NEXT_CLAUSE].map((pattern) => subject.search(pattern)).filter((at) => at >= 0);
  return subject.slice(0, Math.min(subject.length, ...ends));
}

/** Nothing but a joint of a list: the mention behind it shares what is said of the one before. */
export function isListJoint(rest: string): boolean {
  return (
    JOINT.test(rest) || HEADING.test(rest) || (/^(?:,? ?[“"]?(?:về|v\/v) )/u.test(rest) && JOINT_AT_END.test(rest))
  );
}

const DATE = '(?:ngày )?\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|(?:ngày )?\\d{1,2} tháng \\d{1,2},? năm \\d{4}|năm \\d{4}';
/** Words with which a clause goes on behind a name or a title. */
const STOP =
  'về|v/v|cùng|hoặc|đồng thời|để|nhằm|đã|được|bị|do|và|với|trên|theo|căn cứ|triển khai|thực hiện|thi hành|hướng dẫn|quy định|sửa đổi|bổ sung|thay thế|thay cho|bãi bỏ|hủy bỏ|chấm dứt|điều chỉnh|đính chính|ban hành|chính thức|cụ thể|hết|có|gắn|tại|trong|vào|yêu cầu|giao|nêu|khi|phân bổ|là|làm|vừa|sẽ|phải|không|chưa|ra đời|đề ra|xác định|kế thừa|lần đầu';
/** "Bộ Thông tin và Truyền thông": the ministries that are two. */
const OFFICE = 'truyền thông|đầu tư|đào tạo|phát triển|ptnt|môi trường|công nghệ|xã hội|du lịch|tôn giáo';
/** An issuer ends where its clause goes on: before a comma, or a word that says what the document does or is about. */
const ISSUER = `của (?:(?:và(?= (?:${OFFICE}))|(?!(?:${STOP})(?!\\p{L}))[\\p{L}\\d-]+)(?: |(?=[,;.:)”"(]|$))){1,14}`;
const DONE =
  'sửa đổi|bổ sung|thay thế|thay bằng|bãi bỏ|hủy bỏ|ban hành|thông qua|công bố|quán triệt|phổ biến|học tập|sơ kết|tổng kết|cụ thể hóa|hướng dẫn|quy định chi tiết|(?:tổ chức )?(?:triển khai|thực hiện)(?= (?:đồng bộ|nghiêm|hiệu quả|có hiệu quả|quyết liệt|kịp thời|rộng|tốt|đầy đủ|tại|ở|từ)|,|$)';
/** Where a title ends and its clause goes on: something was done to the document, or it comes to something. */
const RUNS_ON = new RegExp(
  ` (?:(?:đã|vừa|mới|cũng|sẽ|đang|chưa|chính thức|cần|phải|tiếp tục) )*(?:(?:được|bị)(?: [\\p{L}\\d/-]+){0,8}? (?:${DONE})|(?:là|làm) (?:căn cứ|cơ sở)|(?:để|nhằm) (?:tổ chức |kịp thời )*(?:triển khai|thực hiện|cụ thể hóa)|(?:sửa đổi(?:, bổ sung)?|thay thế|bãi bỏ|ban hành|được|bị)$|ban hành (?:căn cứ|trên cơ sở)|(?:bổ sung|điều chỉnh) một số (?:nội dung|điều|điểm)|do [^,;.]{1,60} (?:ban hành|thông qua)|đã (?:thực hiện|triển khai|hoàn thành|cơ bản|đạt)|(?:đi )?vào (?:cuộc sống|thực tiễn)|(?:có|hết|không còn|chấm dứt) hiệu lực)(?!\\p{L})`,
  'u',
);
/** "… nhà ở xã hội, Bộ Nội vụ ban hành": who issues the next document has begun. */
const NEXT_CLAUSE = /,[^,]{1,60} (?:ban hành|thông qua|công bố|ra|ký|có)$/u;
const TERM = '(?:khóa (?:[ivxlc]{1,6}|\\d{1,2})|nhiệm kỳ \\d{4} ?[-–] ?\\d{4})(?![\\p{L}\\d])';
const ISSUED_ON = '(?:(?:ký ban hành|ban hành|ký) (?=ngày \\d))?';
const ISSUED_BY = `do (?:(?!(?:${STOP})(?!\\p{L}))[\\p{L}\\d-]+ ){1,12}ban hành(?!\\p{L})`;
/** "(UBND tỉnh)": an issuer in brackets. */
const BRACKETED =
  '(?<=\\()(?:ubnd|hđnd|ủy ban|hội đồng|ban|btv|bộ|chính phủ|thủ tướng|quốc hội|(?:tỉnh|thành|huyện|quận|thị|đảng) ủy|thường trực|trung ương)(?!\\p{L})[^()]{0,60}(?=\\))';
const OWN = new RegExp(
  `^[ >)”",]{0,3}\\(?(?:cùng )?(?:${ISSUED_ON}(?:${DATE})|${ISSUER}|${ISSUED_BY}|${BRACKETED}|${TERM})\\)? ?`,
  'u',
);
const JOINT =
  /^[\s,;()“”"]*(?:và|cùng(?: với)?|hoặc|cũng như|gắn với)?(?: ?(?:các|những|một số|nội dung|điều|khoản|điểm|quy định|của|số|là))*[\s“"]*$/u;
/** "; các Nghị định của Chính phủ: số …": a list goes on under a heading. */
const HEADING =
  /^[,;] ?(?:và )?(?:các )?(?:nghị định|nghị quyết|luật|thông tư|quyết định|chỉ thị|văn bản)[\p{L} ]{0,40}: ?$/u;
const JOINT_AT_END = /(?:[,;]| và| cùng)(?: (?:các|số))?\s*$/u;
/** "về ", "về việc ", an opening quote: what may stand between a mention's end and its subject. */
const LEAD_OF_SUBJECT = 14;
/** What of a title stands behind its subject: a closing quote; "gắn với …", "trong tình hình mới", "giai đoạn …". */
const TAIL = new RegExp(
  `^[”"]|^ (?:gắn với|trong|trên|tại|đến|giai đoạn|theo hướng|vùng|ở|cho)(?: (?!(?:${STOP})(?!\\p{L})|và ?$)[\\p{L}\\d/-]+){1,12}`,
  'u',
);
const TONES = ['̀', '́', '̉', '̃', '̣'];

/** `o` and `á` → `óa`: the tone on the first of the two. */
function moveTone(first: string, marked: string): string | null {
  const [base, tone] = [...marked.normalize('NFD')];
  if (base === undefined || tone === undefined || !TONES.includes(tone)) return null;
  return `${(first + tone).normalize('NFC')}${base}`;
}
