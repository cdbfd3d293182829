/**
 * Where the words of a body or a position end: "Bí thư Thành ủy" in "Bí thư Thành ủy chủ trì hội nghị".
 *
 * Nothing marks that end but what follows: a sign, the next person, or the verb of what was done. So the verbs that
 * reports use of office-holders and bodies are listed here, in lower case only (Ủy ban Kiểm tra, Sở Thông tin), and
 * those that also name bodies not behind such a noun (ban chỉ đạo, đoàn giám sát).
 */
import { oneOf, WORD_END, WORD_START } from './pattern.ts';
import { isHeadAt } from './position-head.ts';
import type { Sentence } from './prose.ts';

const LONGEST_PHRASE = 160;

/** Whether a person's name begins at an offset of the sentence: it ends any phrase before it. */
export type IsName = (at: number) => boolean;

/** Offset behind the last word of the phrase that starts at `start`. */
export function endOfPhrase(sentence: Sentence, start: number, isName: IsName = nobody): number {
  const limit = Math.min(sentence.text.length, start + LONGEST_PHRASE);
  const stop = firstDeed(sentence, start, limit);
  for (let at = start; at < stop; at += 1) {
    const char = sentence.text.charAt(at);
    if (SIGNS.includes(char) && endsAtSign(sentence, at, char, start)) return trimmedEnd(sentence, start, at);
    if (char === ' ' && endsAtWord(sentence, at + 1, isName)) return trimmedEnd(sentence, start, at);
  }
  return trimmedEnd(sentence, start, stop);
}

function nobody(): boolean {
  return false;
}

const BODY_NOUN = oneOf`
  ban|đoàn|tổ|hội đồng|trung tâm|phòng|cục|vụ|viện|đội|sở|bộ|ngành|trường|nhà|cơ quan|phó|văn phòng`;
const NAMES_BODIES = oneOf`
  chỉ đạo|chỉ huy|điều hành|kiểm tra|khảo sát|giám sát|thẩm tra|tổ chức|thông tin|hướng dẫn|tiếp(?! nhận)|đối thoại|
  đại diện|tham mưu|hỗ trợ|học tập|bầu|vận động`;
const DEEDS = oneOf`
  chủ trì|chủ tọa|(?<!hội )đồng chủ|cùng|kết luận|khai mạc|bế mạc|long trọng|trọng thể|trang trọng|
  dự(?! khuyết| án| toán)|tham dự|tham gia|tham luận|có|làm|là|đến|về|tới|gặp|gặp gỡ|đón|thăm|viếng|
  đã|đang|sẽ|vừa|cũng|còn|đều|không|phải|cần|được|trực tiếp|tiếp tục|thay mặt|thừa|tạm|
  tại|trong|ở|với|khi|sau|trước|theo|vào|do|cho|để|nhằm|hoặc|ngày|hôm|sáng|chiều|tối|
  phát biểu|phát động|trình bày|báo cáo(?! viên)|thông qua|thông báo|quán triệt|triển khai|truyền đạt|phổ biến|
  giới thiệu|nêu|nói|đọc|nhấn mạnh|khẳng định|đề nghị|đề xuất|yêu cầu|kiến nghị|phản ánh|cho biết|cho rằng|cho ý kiến|
  bày tỏ|ghi nhận|đánh giá|biểu dương|chúc|chúc mừng|chúc tết|lưu ý|nhắc|giao(?! thông)|phân công|dẫn đầu|chỉ rõ|chỉ ra|
  gợi ý|định hướng|kêu gọi|tuyên bố|cam kết|hoan nghênh|cảm ơn|chia sẻ|động viên|vui mừng|mong|xin|xác nhận|
  đồng tình|nhất trí|thống nhất|tán thành|ủng hộ|quan tâm|tập trung|giải trình|giải đáp|giải quyết|trả lời|phân tích|
  trao|trao đổi|tặng|nhận|gửi|ký|ban hành|công bố|quyết định|xem xét|xử lý|rà soát|đôn đốc|nắm|nghe|lắng nghe|tiếp thu|
  phối hợp|họp|diễn ra|(?<!địa )bàn|bước|mở(?! rộng)|tiến hành|triệu tập|sơ kết|tổng kết|sinh hoạt|tập huấn|thảo luận|kiểm điểm|ra mắt|kỷ niệm|
  dâng|thắp|cắt băng|nhân(?! dân)|hoãn|lấy|bỏ phiếu|đồng hành|bàn giao|khen thưởng|tri ân|chung vui|làm việc`;
const DEED = new RegExp(`${WORD_START}(?:(${NAMES_BODIES})|${DEEDS})${WORD_END}`, 'gu');
const BEHIND_BODY_NOUN = new RegExp(`${WORD_START}${BODY_NOUN} $`, 'u');
// "Thành ủy Hải Phòng tổ chức", "Huyện ủy Xuân Trường": the noun is a place's last syllable.
const BEHIND_PLACE = new RegExp(
  `${WORD_START}(?:ủy|tỉnh|thành phố|tp\\.?|quận|huyện|thị xã|phường|xã) \\p{L}{1,7} ${BODY_NOUN} $`,
  'u',
);

function firstDeed(sentence: Sentence, start: number, limit: number): number {
  for (const { 1: bodyWord, index } of sentence.folded.slice(start, limit).matchAll(DEED)) {
    if (index === 0) continue;
    const before = sentence.folded.slice(Math.max(start, start + index - 40), start + index);
    if (bodyWord !== undefined && BEHIND_BODY_NOUN.test(before) && !BEHIND_PLACE.test(before)) continue;
    const isLowerCase = /\p{Ll}/u.test(sentence.text.charAt(start + index));
    if (isLowerCase || !/\p{Ll}/u.test(sentence.text)) return start + index;
  }
  return limit;
}

const SIGNS = ',.;:()[]“”"…!?-–';
const ABBREVIATED = /(?:^|\P{L})(?:tp|tx|tt|t\.ư|[hpqtx])$/u;

function endsAtSign(sentence: Sentence, at: number, sign: string, start: number): boolean {
  if (sign === ',') return !isCommaInName(sentence, at, start);
  if (sign === '.') return !ABBREVIATED.test(sentence.folded.slice(Math.max(start, at - 5), at));
  if (sign !== '-' && sign !== '–') return true;
  // "Ban Kinh tế - Ngân sách" goes on, "Bí thư Đảng ủy - Chủ tịch HĐND xã" does not.
  if (sentence.text.charAt(at - 1) !== ' ') return false;
  return /^\p{Ll}/u.test(sentence.text.charAt(at + 2)) || isHeadAt(sentence, at + 2);
}

const COMMON_PAIR = /phòng, chống |tham nhũng, (?:lãng phí|tiêu cực)|lãng phí, tiêu cực/u;
const DEPARTMENT = /(?:sở|bộ|phòng|ban|ủy ban) (?:văn hóa|lao động|khoa học|giáo dục|nông|tài|công)[^,]{0,30}$/u;

// Ban Chỉ đạo phòng, chống dịch; Sở Văn hóa, Thể thao và Du lịch.
function isCommaInName(sentence: Sentence, at: number, start: number): boolean {
  if (COMMON_PAIR.test(sentence.folded.slice(Math.max(start, at - 9), at + 11))) return true;
  if (!DEPARTMENT.test(sentence.folded.slice(Math.max(start, at - 60), at))) return false;
  return /^, \p{Lu}\p{Ll}+(?: \p{Ll}+){0,2} và \p{Lu}/u.test(sentence.text.slice(at, at + 40));
}

const NEXT_PERSON = /^(?:và|cùng|với) (?:các )?(?:đồng chí|đ\/c|ông |bà |đại diện|lãnh đạo)/u;

function endsAtWord(sentence: Sentence, at: number, isName: IsName): boolean {
  const rest = sentence.folded.slice(at, at + 24);
  return isName(at) || NEXT_PERSON.test(rest) || (rest.startsWith('và ') && isName(at + 3));
}

function trimmedEnd(sentence: Sentence, start: number, end: number): number {
  return start + sentence.text.slice(start, end).replace(/(?:[\s,–-]| (?:và|cùng|do|của|các)(?= |$))+$/u, '').length;
}
