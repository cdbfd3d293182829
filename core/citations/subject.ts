/**
 * Reads what a document is about where the text says so behind its code: `… về đầu tư hạ tầng khu dân cư`,
 * `… “Về phát triển kinh tế tập thể”`.
 *
 * The subject ends where its clause does: at a stop, a semicolon, the next citation, or where the sentence takes up its
 * own verb again.
 */
import { resolveEntities } from './entities.ts';
import { type FoldedText, isPlainPrint } from './fold.ts';
import { goesOnWith } from './letters.ts';

const LEAD = /[ \n]?[,:]?[ \n]?(?:[«"](?=[ \n]?ve[ \n])|(?:ve[ \n]viec|v\/v|ve)[ \n])/y;
const QUOTE_END = /[»"]/;
/** The clause is over: a stop, a bracket, or the sentence's own verb behind the subject. */
const CLAUSE_END =
  /[.;:()«»"\f\n]|,[ \n](?:ngay|so|cac|dong[ \n]chi|nhiem[ \n]vu|co[ \n]quan|cap[ \n]uy|nguon|bao[ \n]cao|phan[ \n]con[ \n]lai|de[ \n]cham|gan[ \n]voi|don[ \n]vi|trong[ \n]do|huyen|thanh[ \n]pho|toan|den[ \n]nay|uy[ \n]ban|hoi[ \n]dong|ban[ \n]thuong|ubnd|hdnd|voi)(?![a-z])|[ \n](?:da|lan[ \n]dau|va[ \n](?:nghi[ \n]quyet|chi[ \n]thi|quyet[ \n]dinh|ke[ \n]hoach|ket[ \n]luan|thong[ \n]bao|quy[ \n]dinh|nghi[ \n]dinh)|vi[ \n]nhieu|de[ \n]tranh|dieu[ \n]chinh[ \n]cung|gan[ \n]voi|voi[ \n](?:nghi[ \n]quyet|chi[ \n]thi|ke[ \n]hoach|quyet[ \n]dinh))(?![a-z])/;
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const MAX = 260;
const MIN = 6;

const OPEN_END = /(?:,|\s(?:và|với|của))+$/u;
const ABOUT = /^(?:về việc|v\/v|về)\s+/iu;

/** Words that need what follows them: "triển khai thực hiện Chỉ thị số 18-CT/TW" is one subject. */
const REACHES_ON =
  /(?:thuc[ \n]hien|cu[ \n]the[ \n]hoa|huong[ \n]dan|thi[ \n]hanh|cua|tai|theo|sua[ \n]doi|bo[ \n]sung|thay[ \n]the)[ \n]$/;

/** What a meeting does next, right before the next citation: "… dân số và tổng kết", "…, hội nghị nghe giới thiệu". */
const NEXT_DEED =
  /(?:,| và| đồng thời)(?: (?:hội nghị|các đại biểu|đại biểu|đồng thời|khẩn trương|được|đã|cùng))* (?:nghe|quán triệt|học tập|nghiên cứu|phổ biến|giới thiệu|truyền đạt|sơ kết|tổng kết|kiểm điểm|công bố|thông qua|thảo luận|cho ý kiến|báo cáo|xây dựng kế hoạch|xây dựng chương trình)(?: \p{L}+){0,6}$/iu;
/** A title that begins with a deed may well go on with another: "về nghiên cứu, học tập, quán triệt …". */
const DEED =
  /^(?:nghiên cứu|học tập|quán triệt|phổ biến|tuyên truyền|tổ chức|triển khai|thực hiện|sơ kết|tổng kết|đánh giá|kiểm điểm|báo cáo|xây dựng|lãnh đạo|đẩy mạnh|tăng cường|tiếp tục|giao|công bố)(?!\p{L})/iu;

function tidy(printed: string): string {
  if (isPlainPrint(printed) && !printed.includes('  ') && !printed.includes('&')) return printed.trim();
  return resolveEntities(printed)
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/ð/g, 'đ')
    .replace(/[ÐƉ]/g, 'Đ')
    .replace(/\s+/g, ' ')
    .trim();
}

function cutNextDeed(subject: string): string {
  const at = DEED.test(subject) ? -1 : subject.search(NEXT_DEED);
  return at < MIN ? subject : subject.slice(0, at);
}

/** The subject printed behind `at`, tidied to one line, or null. `next` is the citation that follows. */
export function readSubject(
  folded: FoldedText,
  at: number,
  next: { readonly start: number; readonly end: number } | null,
): string | null {
  const limit = next?.start ?? folded.text.length;
  if (!goesOnWith('v', folded.text, at)) return null;
  LEAD.lastIndex = at;
  const lead = LEAD.exec(folded.text);
  if (lead === null) return null;
  const quote = lead[0].search(/[«"]/) + 1;
  const isQuoted = quote > 0;
  const start = at + (isQuoted ? quote : lead[0].length);
  const from = start;
  const window = folded.text.slice(from, Math.min(limit, from + MAX));
  const end = isQuoted ? window.search(QUOTE_END) : window.search(CLAUSE_END);
  const whole = window.length < MAX ? window.length : -1;
  const reached =
    end < 0 && next !== null && from + whole === limit && REACHES_ON.test(window) ? next.end - from : whole;
  const length = end < 0 ? reached : end;
  if (length < MIN) return null;
  const printed = tidy(folded.slice(start, from + length));
  const words = (end < 0 && from + length === limit ? cutNextDeed(printed) : printed)
    .replace(OPEN_END, '')
    .replace(ABOUT, '');
  return words.length < MIN ? null : words;
}
