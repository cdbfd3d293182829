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
  let rest = text;
  for (let step = 0; step < 5; step += 1) {
    const own = OWN.exec(rest);
    if (own === null || own[0].trim() === '') break;
    rest = rest.slice(own[0].length);
  }
  const about = subject === null ? '' : squeeze(subject);
  const at = about === '' ? -1 : rest.indexOf(about);
  // A subject may reach into the next mention; then it is what joins the two, and stays.
  return at < 0 || at > LEAD_OF_SUBJECT ? rest : rest.slice(at + about.length).replace(/^[”"]/u, '');
}

/** Nothing but a joint of a list: the mention behind it shares what is said of the one before. */
export function isListJoint(rest: string): boolean {
  return (
    JOINT.test(rest) || HEADING.test(rest) || (/^(?:,? ?[“"]?(?:về|v\/v) )/u.test(rest) && JOINT_AT_END.test(rest))
  );
}

const DATE = '(?:ngày )?\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|ngày \\d{1,2} tháng \\d{1,2},? năm \\d{4}|năm \\d{4}';
/** An issuer ends where its clause goes on: before a comma, or a word that says what the document does or is about. */
const ISSUER =
  'của (?:(?!(?:về|v/v|để|nhằm|đã|được|bị|do|và|với|trên|theo|căn cứ|triển khai|thực hiện|thi hành|hướng dẫn|quy định chi tiết|sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|cụ thể|hết|có|gắn|tại|trong|vào|yêu cầu|giao|nêu|khi|quy định|phân bổ|là)(?!\\p{L}))[\\p{L}\\d-]+(?: |(?=[,;.:)”"(]|$))){1,14}';
const TERM = '(?:khóa (?:[ivxlc]{1,6}|\\d{1,2})|nhiệm kỳ \\d{4} ?[-–] ?\\d{4})(?![\\p{L}\\d])';
const OWN = new RegExp(`^[ >)”",]{0,3}\\(?(?:cùng )?(?:${DATE}|${ISSUER}|${TERM})\\)? ?`, 'u');
const JOINT =
  /^[\s,;)”"]*(?:và|cùng(?: với)?|hoặc|cũng như|gắn với)?(?: ?(?:các|những|một số|nội dung|của|số|là))*\s*$/u;
/** "; các Nghị định của Chính phủ: số …": a list goes on under a heading. */
const HEADING =
  /^[,;] ?(?:và )?(?:các )?(?:nghị định|nghị quyết|luật|thông tư|quyết định|chỉ thị|văn bản)[\p{L} ]{0,40}: ?$/u;
const JOINT_AT_END = /(?:[,;]| và| cùng)(?: (?:các|số))?\s*$/u;
/** "về ", "về việc ", an opening quote: what may stand between a mention's end and its subject. */
const LEAD_OF_SUBJECT = 14;
const TONES = ['̀', '́', '̉', '̃', '̣'];

/** `o` and `á` → `óa`: the tone on the first of the two. */
function moveTone(first: string, marked: string): string | null {
  const [base, tone] = [...marked.normalize('NFD')];
  if (base === undefined || tone === undefined || !TONES.includes(tone)) return null;
  return `${(first + tone).normalize('NFC')}${base}`;
}
