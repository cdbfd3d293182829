/**
 * Decides whether a type word and a bare number cite a document: `Chỉ thị 05`, but not `thông báo 3 ca`,
 * `kế hoạch 5 năm`, `quy định 45 mức`.
 *
 * Almost half of the citations in news are such short forms, and most of the false ones too. A number word ("số"), a
 * capital in mid-sentence, an issuer or year behind it, or the whole code elsewhere in the text speak for it; a counted
 * noun, a fraction, an amount or a per cent against it. What is no Vietnamese document (UN resolutions, foreign
 * designs) is refused where the words beside it say so.
 */
import { isAddress, isCitedInHaste, isSureAbbreviation } from './abbreviation.ts';
import { composeSlice, type FoldedText } from './fold.ts';
import { readIssuerInside } from './issuer-phrase.ts';
import { judgeLayout } from './item-number.ts';
import { matchAt } from './match-at.ts';
import { isYear, type ShortNumber } from './short-number.ts';
import { spelledWords } from './spelled-words.ts';
import type { TypeWord } from './type-word.ts';

/** `certain`: cite it; `supported`: only where the text gives the whole code elsewhere; `refused`: never. */
export type ShortVerdict = 'certain' | 'supported' | 'refused';

const COUNTED = spelledWords(
  'tuổi|người|kỳ họp|bên|bộ|danh mục|tiết mục|cán bộ|đảng viên|hội viên|đoàn viên|vụ|ca|mục|mức|tháng|tuần|giờ|phút|giây|điểm|điều|khoản|chương|trang|nhiệm vụ|giải pháp|nội dung|chỉ tiêu|tiêu chí|trường hợp|dự án|công trình|hộ|xã|phường|huyện|quận|tỉnh|thôn|xóm|tổ|khu|đơn vị|cơ quan|tổ chức|đoàn|đội|lớp|buổi|cuộc|đợt|lần|đồng|triệu|tỷ|tỉ|nghìn|ngàn|trăm|tấn|chiếc|cái|con|cây|loại|nhóm|lĩnh vực|ngành|cấp|bước|phần|bài|bản|văn bản|nghị quyết|chỉ thị|đại biểu|ủy viên|đồng chí|học sinh|sinh viên|giáo viên|phóng viên|ý kiến|mô hình|chi bộ|đảng bộ|cơ sở|địa phương|doanh nghiệp|suất|tập thể|cá nhân|quyết định|thủ tục|mặt hàng|khâu|trụ cột|đột phá|trọng tâm|đối tượng|thửa|lô|căn|phòng|giường|xe|tàu|máy|phương án|gói|nước|quốc gia|dân tộc|chuyên đề|chương trình|đề án|kế hoạch|hội nghị|hoạt động|công việc|việc|đầu việc|mốc|chữ|độ|tại chỗ|cửa hàng|cửa khẩu|nhà|trẻ|em|tên|gia đình|sản phẩm|hạng mục|vấn đề|yếu tố|nguyên tắc|quy tắc|tuyến|cầu|ngôi|tòa|quyển|cuốn|bị can|bị cáo|nạn nhân|bệnh nhân|môn|câu|cụm|chốt|trạm|trường|chỗ|ghế|thành viên|nghề|hình thức|giải|quân đoàn|sư đoàn|trung đoàn|biên chế|chức danh|công chức|viên chức|sai phạm|khuyết điểm|nguyên nhân|biện pháp|nhà thầu|công ty|dịch vụ|ngân hàng|sở|chương|thẩm phán|liệt sĩ|bằng khen|huân chương'.split(
    '|',
  ),
  { isSmallLetters: true },
);
/** `thông báo số 55 đồng ý`: the sentence's verb only begins like a counted noun. */
const NOT_COUNTED = spelledWords(
  'đồng ý|đồng thời|đồng tình|nhà nước|tổ chức lại|lần thứ|sở hữu|giải quyết|giải trình|giải thích|giải đáp|giải tỏa|giải phóng|giải thể|giải ngân'.split(
    '|',
  ),
);
/** `Nghị định 168 điều 6`: where in it, not how many; `5 chương 42 điều` counts both. */
const PINPOINT =
  /[ \n](?:dieu|khoan|muc|chuong|phan)[ \n](?:\d+(?![\d]|,?[ \n](?:va[ \n])?(?:dieu|khoan|muc)(?![ \n]\d))|[ivx]{1,4}(?![a-z]))/y;
/** `5 năm 2016-2020`, `15 ngày`; but `Nghị quyết 14 năm ngoái`. */
const COUNTED_TIME = /[ \n](?:nam(?![ \n](?:ngoai(?![a-z])|(?:19|20)\d\d(?![ \n]?-)))|ngay(?![ \n:]{0,2}\d))(?![a-z])/y;
/** `1 trong 2`, `5 không 3 sạch`; not `Chương trình 661 trồng 32 ha`. */
const AMONG = spelledWords(['trong', 'không']);
const AMONG_NUMBER = /[ \n][a-z]{5}[ \n]\d/y;
/** What speaks for a citation right behind the number. */
const FOLLOWED = spelledWords(
  'của|về|ngày|khóa|do|và|với|là|đã|được|đến|tại|quy định|cùng|còn|đề ra|hướng dẫn|hoặc|hay|này|trên|nêu|nói|nếu|cho|phải|có|đối với|ban hành|giai đoạn|yêu cầu|vừa|mới|sẽ|nhằm|để|thì|trong|sửa đổi|thay thế|phê duyệt|liên quan|đang|nên|chỉ|bị|vẫn|cũng|chưa|nhưng|mà|khi|như|theo|mở đường|mở ra|tạo|giúp|gỡ|tháo gỡ|chấn chỉnh|đi vào|ra đời|thúc đẩy|siết|góp phần|gây|khiến|bãi bỏ|bổ sung|xác định|khẳng định|áp dụng|giao cho|cấm'.split(
    '|',
  ),
);
const FOLLOWED_BY_SIGN = /[ \n]?(?:$|[,.;:!?()\]»"'>\f])/y;
/** Bodies and states whose acts are not Vietnamese documents. */
const FOREIGN = spelledWords(
  'của hội đồng bảo an|của đại hội đồng|của liên hợp quốc|của liên hiệp quốc|của lhq|của tổng thống|của hạ viện|của thượng viện|của quốc hội mỹ|của eu|của liên minh châu âu|của unesco'.split(
    '|',
  ),
);
/** `Quy định 19 Chương II-1`: the rules of a convention are counted through its chapters. */
const OF_CONVENTION = /[ \n]chuong[ \n][ivx]{1,4}(?![a-z])/y;
/** `tàu ngầm tấn công Đề án 636`: a shipyard's design. */
const FOREIGN_DESIGN = /(?:^|[^a-z])(?:tau|ham|ngu[ \n]loi|thiet[ \n]ke)[ \n](?:[a-z\d-]{1,10}[ \n]){0,10}$/;
const LETTER_FOLLOWED = spelledWords(
  'của|ngày|ban hành|gửi|về việc|về|do|đề ngày|yêu cầu|đề nghị|trả lời|chấp thuận|đồng ý|báo cáo|chỉ đạo|nhất trí|thống nhất|cho phép|kiến nghị|hướng dẫn|nêu'.split(
    '|',
  ),
);
/** The body whose document it is: nothing that is counted stands before it. */
const OF_BODY =
  /[ \n]cua[ \n](?:(?:tinh|thanh|thi|huyen|quan)[ \n]uy|btv|bch|ban[ \n](?:thuong[ \n]vu|chap[ \n]hanh|bi[ \n]thu)|bo[ \n]chinh[ \n]tri|ubnd|hdnd|uy[ \n]ban|hoi[ \n]dong[ \n]nhan|chinh[ \n]phu|thu[ \n]tuong|quoc[ \n]hoi|bo[ \n])/y;
/** The United Nations number their resolutions on; such a number without a body of ours beside it is one of theirs. */
const UNITED_NATIONS = /lien[ \n](?:hiep|hop)[ \n]quoc|hoi[ \n]dong[ \n]bao[ \n]an|(?<![a-z])lhq(?![a-z])/;
const UNITED_NATIONS_WINDOW = 200;

/** Whether the type word and the number cite a document. */
export function judgeShortForm(folded: FoldedText, lead: TypeWord, short: ShortNumber): ShortVerdict {
  if (lead.type === null || isForeign(folded, lead, short)) return 'refused';
  if (!lead.isExact && !isCitedInHaste(folded, lead, short)) return 'refused';
  // `Lưu: VT, TT (03)`: whom a copy goes to, and how many.
  if (lead.isAbbreviation && (lead.separator === '(' || isAddress(folded, lead, short))) return 'refused';
  const layout = short.year === null ? judgeLayout(folded, lead, short) : null;
  if (layout !== null) return layout;
  if (lead.hasNumberWord && isNumberOfBody(folded, lead, short)) return 'supported';
  if (lead.type.symbol === 'NQ' && isOfUnitedNations(folded, lead, short)) return 'supported';
  const isCounted = short.year === null && isCountedBehind(folded, short.end);
  if (lead.surface > lead.start && !isBehindIssuer(folded, lead)) return 'supported';
  if (lead.hasNumberWord) return judgeWithNumberWord(folded, lead, short, isCounted);
  // `quy định: 1. Phạm vi …` opens an enumeration.
  if (lead.separator === ':') return 'refused';
  // `Văn bản 817` takes up a letter that the text gives in full; a plain word says no more by itself.
  if (lead.type.standing === 'plain') {
    if (isLawOfYear(lead, short) || isLawBeforeYear(folded, lead, short)) return 'certain';
    if (lead.type.symbol !== 'CV' || isCounted) return 'refused';
    const isLetter = short.number.length > 2 && !isYear(short.number) && LETTER_FOLLOWED.standBehind(folded, short.end);
    return isLetter ? 'certain' : 'supported';
  }
  if (isLooseYear(short)) return lead.type.standing === 'verb' ? 'refused' : 'supported';
  // Offices write counts below ten with a zero too: `thông báo 03 lần`, `quy định 02 hình thức`.
  if (isCounted) return /^0/.test(short.number) && lead.type.standing === 'noun' ? 'certain' : 'supported';
  if (lead.isAbbreviation) return isSureAbbreviation(folded, lead, short) ? 'certain' : 'supported';
  if (lead.type.standing === 'noun') return isResolved(folded, lead, short) ? 'supported' : 'certain';
  if (short.year !== null || /^0/.test(short.number) || isNamedByCapital(folded, lead, short)) return 'certain';
  if (matchAt(OF_BODY, folded.text, short.end) !== null && !isSaid(folded, lead.start)) return 'certain';
  if (isProgramme(lead) && short.number.length === 1) return 'supported';
  if (!lead.isCapital && (short.number.length === 1 || isTailOfAnotherWord(folded, lead.start, short)))
    return 'supported';
  return isFollowed(folded, short.end) ? 'certain' : 'supported';
}

/** Programmes and schemes are known by name and number: Chương trình 135, Đề án 06, Chương trình 30a. */
export function isProgramme(lead: TypeWord): boolean {
  return lead.type?.symbol === 'CTr' || lead.type?.symbol === 'ĐA';
}

/** "số" makes a number of it; only a verb's word and a counted noun leave a doubt: `thông báo số 3 lần`. */
function judgeWithNumberWord(folded: FoldedText, lead: TypeWord, short: ShortNumber, isCounted: boolean): ShortVerdict {
  const { type } = lead;
  if (type?.symbol === 'L') return short.year !== null || isLawOfText(folded, lead, short) ? 'certain' : 'supported';
  if (type?.standing === 'noun') return 'certain';
  if (type?.standing === 'verb') return isCounted ? 'supported' : 'certain';
  if (type?.symbol !== 'CV') return 'refused';
  // Nothing that a text counts off, as it may `văn bản số 1`, runs to hundreds.
  return short.year !== null ||
    (short.number.length > 2 && !isCounted) ||
    LETTER_FOLLOWED.standBehind(folded, short.end)
    ? 'certain'
    : 'supported';
}

/** `Luật số 71 về thuế`: a law by its number alone, behind the word with its capital and a number of two digits. */
function isLawOfText(folded: FoldedText, { word, isCapital }: TypeWord, short: ShortNumber): boolean {
  const isListed = matchAt(NEXT_MEMBER, folded.text, short.end) !== null;
  return word.endsWith('luat') && isCapital && short.number.length > 1 && !isListed && isFollowed(folded, short.end);
}

/** `Luật 45/2019`: too great a number for a month's, and a name by its capital. */
function isLawOfYear({ word, isCapital }: TypeWord, { number, year, end, after }: ShortNumber): boolean {
  return word.endsWith('luat') && isCapital && year !== null && after === end && Number.parseInt(number, 10) > 12;
}

/** `Luật 46 (2014)`: its year stands in brackets. */
function isLawBeforeYear({ text }: FoldedText, { word, isCapital }: TypeWord, { number, end }: ShortNumber): boolean {
  return word.endsWith('luat') && isCapital && number.length > 1 && matchAt(YEAR_IN_BRACKETS, text, end) !== null;
}

const YEAR_IN_BRACKETS = /[ \n][(](?:19|20)\d\d[)]/y;

const NEXT_MEMBER = /[ \n]?,[ \n]\d/y;

/** What stands behind `end` is counted by the number there: `12 phường`, `5 năm`. */
export function isCountedBehind(folded: FoldedText, end: number): boolean {
  if (matchAt(COUNTED_TIME, folded.text, end) !== null) return true;
  if (AMONG.standBehind(folded, end) && matchAt(AMONG_NUMBER, folded.text, end) !== null) return true;
  if (matchAt(PINPOINT, folded.text, end) !== null) return false;
  return COUNTED.standBehind(folded, end) && !NOT_COUNTED.standBehind(folded, end);
}

function isFollowed(folded: FoldedText, end: number): boolean {
  return matchAt(FOLLOWED_BY_SIGN, folded.text, end) !== null || FOLLOWED.standBehind(folded, end);
}

/** `kế hoạch 2025`: the year it is of, not its number (but Đề án 1956, Quyết định 1946). */
function isLooseYear(short: ShortNumber): boolean {
  return short.year === null && isYear(short.number);
}

function isForeign(folded: FoldedText, lead: TypeWord, short: ShortNumber): boolean {
  if (lead.word === 'quy dinh' && matchAt(OF_CONVENTION, folded.text, short.end) !== null) return true;
  if (FOREIGN.standBehind(folded, short.after)) return true;
  if (lead.type?.symbol !== 'ĐA') return false;
  return short.number.length > 4 || FOREIGN_DESIGN.test(folded.text.slice(Math.max(0, lead.start - 72), lead.start));
}

/** `Nghị định của Chính phủ số 30`, not `thông báo của Trại giam số 5`: the words up to "số" are the issuer's name and no more. */
function isBehindIssuer(folded: FoldedText, { start, surface, separator }: TypeWord): boolean {
  return separator === '' && readIssuerInside(folded, start, surface)?.end === surface - 1;
}

/** `kế hoạch của Cụm thi đua số 5`: the number is that of the body. */
function isNumberOfBody({ text }: FoldedText, { start, word }: TypeWord, short: ShortNumber): boolean {
  return NUMBERED_BODY.test(text.slice(start + word.length, short.end));
}

const NUMBERED_BODY =
  /^[ \n]cua[ \n](?:[a-z]{1,10}[ \n]){0,4}(?:cum|to(?![ \n]chuc)|doi|nhom|khu|thpt|thcs|tieu[ \n]hoc|mam[ \n]non|chi[ \n]nhanh|phong[ \n]giao[ \n]dich|tieu[ \n]ban|xi[ \n]nghiep|nha[ \n]may|benh[ \n]vien|tram)[ \n](?:[a-z]{1,10}[ \n]){0,3}so[ \n:.]{0,3}\d+$/;

/** `Nghị quyết 2254` in a sentence about the United Nations, unless the words go on to a body of ours. */
function isOfUnitedNations(folded: FoldedText, lead: TypeWord, short: ShortNumber): boolean {
  if (!/^\d{3,4}$/.test(short.number) || matchAt(OF_BODY, folded.text, short.after) !== null) return false;
  const from = Math.max(0, lead.start - UNITED_NATIONS_WINDOW);
  return UNITED_NATIONS.test(folded.text.slice(from, short.end + UNITED_NATIONS_WINDOW));
}

/** A capital in mid-sentence makes a name of it: `so với Quy định 37 trước đây`; a programme's is a name anywhere. */
function isNamedByCapital(folded: FoldedText, lead: TypeWord, short: ShortNumber): boolean {
  if (!lead.isCapital || short.number.length < 2) return false;
  if (/^\p{Lu}{2}/u.test(composeSlice(folded, lead.start, lead.start + 2))) return false;
  return isProgramme(lead) || /[a-z,;][ \n]$/.test(folded.text.slice(Math.max(0, lead.start - 2), lead.start));
}

/** `đã chỉ thị 4 mũi`: even these words are verbs there. */
function isResolved(folded: FoldedText, { start, isCapital }: TypeWord, { number }: ShortNumber): boolean {
  return !isCapital && number.length === 1 && isSaid(folded, start);
}

/** `đã quyết định 3 …`: the word is a verb. */
function isSaid(folded: FoldedText, start: number): boolean {
  return /(?:^|[^a-z])(?:da|se|dang|de[ \n]cuong)[ \n]$/.test(folded.text.slice(Math.max(0, start - 10), start));
}

/** `đã thông báo`, `đề cương báo cáo`: the word belongs to what stands before it; behind `trong` one digit may count. */
function isTailOfAnotherWord(folded: FoldedText, start: number, short: ShortNumber): boolean {
  const before = folded.text.slice(Math.max(0, start - 10), start);
  if (/(?:da|se|dang|de[ \n]cuong|phap)[ \n]$/.test(before)) return true;
  return short.number.length < 2 && /(?:trong|bang|moi)[ \n]$/.test(before);
}
