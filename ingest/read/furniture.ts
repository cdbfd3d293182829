/**
 * Page furniture: what a portal prints around every article and a reader of the article never meant to read.
 *
 * Rows of patterns, each with an example that must match and a sentence that must not: a report about visits to a portal is a
 * report. Left to others: markup that names itself (engines.ts) and captions told by the picture beside them (blocks.ts).
 *
 * Longer than 300 lines because the rows of patterns are read as one table.
 */
import { readAuthorLine } from './authors.ts';
import { endsLikeSentence, foldForComparison, type NumberedLine, openingOf, regroupLines } from './wording.ts';

export interface FurnitureRow {
  readonly name: string;
  readonly pattern: RegExp;
  /**
   * `line`: this line only. `box`: a heading, and with it the entries below up to the next whole sentence or authors.
   * `widget`: as a box, but what looks like authors in it is a place. `rest`: behind a text, all that follows.
   */
  readonly takes: 'line' | 'box' | 'widget' | 'rest';
  readonly example: string;
  readonly counterexample: string;
}

/**
 * Paragraphs without furniture, in order; a paragraph may hold several lines and loses only those that are furniture.
 * A short line printed twice in a row is the caption of a picture and goes with its copy, unless it is a whole sentence.
 */
export function dropFurniture(paragraphs: readonly string[]): readonly string[] {
  const lines = paragraphs.flatMap((paragraph, of) => paragraph.split('\n').map((text) => ({ text, of })));
  return regroupLines(dropRepeatedCaptions(dropRows(lines.filter((line) => line.text.trim() !== ''))));
}

/** Whether a line by itself is furniture. */
export function isFurniture(line: string): boolean {
  return rowOf(line) !== null;
}

const NUMBER = '\\d[\\d.,]{0,15}';
const COUNTER =
  '(?:số người |khách |người )?(?:đang online|đang truy cập|đang xem(?: (?:trang|bài)(?: viết)?(?: này)?)?|trực tuyến|online)|(?:tổng )?(?:số )?(?:(?:lượt|lần) (?:truy cập|xem|đọc|người xem)|truy cập)|tổng cộng|view count|views?|đã (?:xem|đọc)|mã tin';
const COUNTED = '(?:lượt|người|khách)(?: (?:xem|đọc|truy cập))?';

export const furnitureRows: readonly FurnitureRow[] = [
  {
    name: 'lone marks',
    pattern: /^[\s.,·•*|_:;…<>«»–—-]+$/u,
    takes: 'line',
    example: '.',
    counterexample: '- Về công tác cán bộ',
  },
  {
    name: 'counter',
    pattern: new RegExp(
      `^(?:${COUNTER})\\s{0,3}[:|]?\\s{0,3}(?:\\.{3}|${NUMBER})\\s{0,3}(?:${COUNTED})?\\s{0,3}(?:$|[|©•]|[–-]\\s{0,3}(?=hôm|tuần|tháng|tổng)|${COUNTER}|hôm|tuần|tháng|bản quyền)`,
      'iu',
    ),
    takes: 'line',
    example: 'Đang online 412Tổng lượt truy cập 3071254',
    counterexample: 'Lượt truy cập 5.000 người mỗi ngày là kết quả đáng mừng.',
  },
  {
    name: 'counter behind its number',
    pattern: new RegExp(
      `^\\(?${NUMBER}\\s{0,3}(?:lượt\\s{1,3}(?:người\\s{1,3})?(?:xem|đọc|truy cập|thích|chia sẻ|tải(?: về)?)|người (?:đang |đã )?(?:xem|đọc)|views?|likes?)\\)?$`,
      'iu',
    ),
    takes: 'line',
    example: '1.204 lượt xem',
    counterexample: '1.204 lượt xem của chương trình là con số đáng mừng.',
  },
  {
    name: 'counter in words',
    pattern: new RegExp(
      `^(?:(?:bài(?: viết| báo)?|tin|trang)(?: này)? (?:đã )?(?:được|có)|(?:đã )?có) ${NUMBER} (?:lượt )?(?:người )?(?:đang |đã )?(?:xem|đọc|truy cập)(?: (?:bài(?: viết)?|tin|trang)(?: này)?)?\\.?$`,
      'iu',
    ),
    takes: 'line',
    example: 'Bài viết đã được 1.204 người đọc',
    counterexample: 'Có 1.204 người đọc thư viện được cấp thẻ.',
  },
  {
    name: 'rating',
    pattern:
      /^(?:đánh giá|xếp hạng|bình chọn|rating)(?: bài viết)?\s{0,3}:?\s{0,3}\d{1,2}(?:[.,]\d{1,2})?\s?\/\s?\d{1,2}(?:\s{0,3}(?:\(|trong|từ|với|qua|[-–])?\s?\d[\d.,]{0,9} (?:lượt|đánh giá|phiếu|bình chọn|votes?)[^)]{0,20}\)?)?$/iu,
    takes: 'line',
    example: 'Đánh giá: 4,5/5 (12 lượt)',
    counterexample: 'Đánh giá 11/12 phường đạt chuẩn.',
  },
  {
    name: 'rating of NukeViet',
    pattern:
      /^(?:tổng số điểm của bài viết là\s?:?\s{0,3}\d{1,7} trong \d{1,7} đánh giá|xếp hạng\s?:?\s{0,3}\d(?:[.,]\d{1,2})? [-–] \d{1,7} phiếu bầu|(?:click|bấm|nhấn)(?: vào)? để đánh giá bài viết)\.?$/iu,
    takes: 'line',
    example: 'Tổng số điểm của bài viết là: 5 trong 1 đánh giá',
    counterexample: 'Tổng số điểm của xã là 95 trong 4 đánh giá.',
  },
  {
    name: 'buttons with numbers',
    pattern:
      /^(?:(?:thích|like|chia sẻ|share|bình luận|không thích|yêu thích|lưu)\s{0,3}[:(]?\s{0,3}\d{1,7}\)?\s{0,3}[|•·,-]?\s{0,3}){1,5}$/iu,
    takes: 'line',
    example: 'Thích 308 Chia sẻ 2',
    counterexample: 'Chia sẻ 3 bài học kinh nghiệm.',
  },
  {
    name: 'how long ago',
    pattern:
      /^\(?(?:(?:đã )?(?:cập nhật|đăng|xuất bản|gửi)(?: lúc| cách đây)?\s{0,3}:?\s{0,3})?(?:\d{1,3} (?:giây|phút|giờ|tiếng|ngày|tuần|tháng|năm) trước|(?<=cách đây )\d{1,3} (?:giây|phút|giờ|tiếng|ngày|tuần|tháng|năm))\)?$/iu,
    takes: 'line',
    example: 'Cập nhật: 9 phút trước',
    counterexample: '20 năm trước, xã còn nghèo.',
  },
  {
    name: 'clock with seconds',
    pattern:
      /^[^.;?!]{0,60}(?<![\d:])\d{1,2}:\d{2}:\d{2}(?:\s?(?:AM|PM|SA|CH))?(?:[\s,|–-]{0,4}(?:ngày )?\d{1,2}[-/.]\d{1,2}[-/.]\d{4})?\s{0,2}[[(]{0,1}(?:GMT\s?\+\s?7)?[\])]{0,1}$/iu,
    takes: 'line',
    example: 'Bạn đang đọc lúc 07:32:10',
    counterexample: 'Lúc 07:32:10 ngày 5/3, trạm ghi nhận mực nước cao nhất.',
  },
  {
    name: 'letters to copy',
    pattern: /^mã (?:bảo mật|xác nhận|xác thực|kiểm tra|captcha)\s{0,2}:\s{0,3}\w{0,12}$/iu,
    takes: 'line',
    example: 'Mã bảo mật: 83ou36',
    counterexample: 'Mã bảo mật: mỗi cán bộ tự giữ lấy.',
  },
  {
    name: 'counter by period',
    pattern: new RegExp(
      `^(?:hôm nay|hôm qua|(?:trong )?(?:tuần|tháng|năm)(?: này| trước)?|tất cả)\\s{0,3}:?\\s{0,3}${NUMBER}$`,
      'iu',
    ),
    takes: 'line',
    example: 'Hôm nay: 1.204',
    counterexample: 'Hôm nay 12 xã đã họp.',
  },
  {
    name: 'visitors, weather, rates, links',
    pattern:
      /^(?:thống kê truy cập|lượt truy cập|tổng lượt truy cập|(?:dự báo )?thời tiết(?: hôm nay)?|tỷ giá(?: ngoại tệ)?|giá vàng|liên kết (?:website|web|trang)|thư viện (?:ảnh|video))\s{0,2}:?$/iu,
    takes: 'widget',
    example: 'Thời tiết',
    counterexample: 'Thời tiết diễn biến phức tạp.',
  },
  {
    name: 'advertisement',
    pattern: /^\(?(?:quảng cáo|advertisements?|advertising|sponsored(?: content)?)\)?\s{0,2}:?$/iu,
    takes: 'line',
    example: 'Advertisement',
    counterexample: 'Quảng cáo sai sự thật bị phạt nặng.',
  },
  {
    name: 'exchange rate',
    pattern: /^(?:USD|EUR|GBP|JPY|CNY|KRW|AUD|SGD|THB|CAD|CHF)(?:\s{1,3}[\d.,-]+){1,4}$/u,
    takes: 'line',
    example: 'USD 23.450 23.780',
    counterexample: 'USD 23.450 là giá trần.',
  },
  {
    name: 'temperature',
    pattern:
      /^[\p{L}\s.:-]{0,40}\d{1,2}\s?°\s?C?(?:\s?[-–/]\s?\d{1,2}\s?°\s?C?)?(?:[\s,;|–-]{1,4}độ ẩm:?\s{0,2}\d{1,3}\s?%?)?$/iu,
    takes: 'line',
    example: 'Cẩm Khê: 25°C - 31°C',
    counterexample: 'Nhiệt độ ngày 25°C, có mưa.',
  },
  {
    name: 'related news',
    pattern:
      /^(?:(?:các )?(?:tin|bài)(?:[ ,]{1,2}(?:bài|viết))?\s(?:liên quan|khác|mới hơn|mới nhất|cũ hơn|cùng chuyên mục|đã đưa|đọc nhiều|nổi bật|đọc tiếp)|(?:cùng chuyên mục|đọc nhiều(?: nhất)?|xem nhiều|có thể bạn quan tâm|những tin (?:mới|cũ) hơn))\s{0,2}[:.…]{0,3}$/iu,
    takes: 'box',
    example: 'Tin cùng chuyên mục:',
    counterexample: 'Tin liên quan đến vụ việc đã được xác minh.',
  },
  {
    name: 'pointer to another article',
    pattern:
      /^(?:[>»]{1,3}\s?\S|(?:xem|đọc|tham khảo) thêm\s{0,2}:|(?:tin|bài)(?: viết)? liên quan\s{0,2}:).{0,300}$/iu,
    takes: 'line',
    example: '>> Huyện Cẩm Khê ra quân trồng cây',
    counterexample: 'Xem thêm nữa thì rõ.',
  },
  {
    name: 'comments',
    pattern:
      /^(?:ý kiến bạn đọc|ý kiến của bạn|gửi (?:bình luận|ý kiến)|(?:\d{1,5} )?bình luận|bình luận\s?\(\d{1,5}\))\s{0,2}:?$/iu,
    takes: 'rest',
    example: 'Bình luận (0)',
    counterexample: 'Bình luận về việc này, ông nói rất ngắn.',
  },
  {
    name: 'who may comment',
    pattern:
      /^(?:vui lòng |hãy )?(?:đăng (?:nhập|ký)(?: hoặc (?:là )?)?){1,2} để (?:(?:gửi|viết|thêm|đăng|có thể) )?(?:gửi )?(?:ý kiến|bình luận|phản hồi|đánh giá|nhận xét)\.?$/iu,
    takes: 'line',
    example: 'Đăng nhập hoặc đăng ký để gửi ý kiến',
    counterexample: 'Đăng ký để gửi ý kiến tại hội nghị tiếp xúc cử tri.',
  },
  {
    name: 'button of a file',
    pattern:
      /^(?:tải|xem|mở)(?: về| xuống)?(?: (?:các )?(?:tệp|tệp tin|tập tin|file|văn bản|tài liệu))?(?: (?:đính kèm|kèm theo|gốc|về|tại đây)){1,2}\s{0,2}[:.]?$/iu,
    takes: 'line',
    example: 'Tải tệp đính kèm',
    counterexample: 'Xem văn bản gốc tại trụ sở.',
  },
  {
    name: 'heading of keywords',
    pattern: /^(?:từ khóa|từ khoá|tags?|hashtag)\s{0,2}:?$/iu,
    takes: 'box',
    example: 'Tags',
    counterexample: 'Từ khóa của năm',
  },
  {
    name: 'numbers of pages',
    pattern:
      /^(?:(?:các )?trang|pages?)\s{0,2}:?(?:[\s|]{0,3}(?:\d{1,3}|[«»<>›‹…]{1,3}|trang (?:sau|trước|đầu|cuối)|tiếp(?: theo)?|sau|trước|next|previous)){1,20}$/iu,
    takes: 'line',
    example: 'Trang: 1 2 3 Trang sau »',
    counterexample: 'Trang 1 của báo cáo nêu rõ.',
  },
  {
    name: 'keywords',
    pattern: /^(?:từ khóa|từ khoá|tags?|chủ đề|hashtag)\s{0,2}:.{0,300}$/iu,
    takes: 'line',
    example: 'Từ khóa: giao ban, chỉnh trang',
    counterexample: 'Từ khóa của năm là kỷ cương.',
  },
  {
    name: 'buttons',
    pattern:
      /^(?:(?:in (?:bài viết|bài|trang(?: này)?|ấn)|print|gửi (?:email|e-mail|bài viết)|email|chia sẻ(?: bài viết)?|share|tweet|facebook|twitter|zalo|cỡ chữ|nghe (?:bài|đọc bài)(?: viết)?|lưu bài|sao chép liên kết|copy link|quay lại|trở về|về trang trước|về đầu trang|lên đầu trang|đăng nhập|trang chủ|a\s?[+-]|a)(?:\s{0,2}[|,:;/•-]?\s{0,2})){1,6}$/iu,
    takes: 'line',
    example: 'In bài viết | Gửi email',
    counterexample: 'Chia sẻ khó khăn với bà con',
  },
  {
    name: 'section name',
    pattern:
      /^(?:trang chủ\s?[>»/|-].{0,120}|tin tức(?:\s?[-–&,]?\s?(?:và )?sự kiện)?|tin (?:hoạt động|trong tỉnh|trong nước|tổng hợp|địa phương|nổi bật|mới)|chi tiết (?:tin|bài viết|tin tức))$/iu,
    takes: 'line',
    example: 'Tin tức sự kiện',
    counterexample: 'Tin tức về hội nghị được đăng tải rộng rãi',
  },
  {
    // Where a reader stands, or a button that leads on. No quotation in «…»: its opening mark is refused.
    name: 'trail',
    pattern: /^[^«»‹›<>.!?:;]{1,60}(?:[>»›][^«»‹›<>.!?:;]{1,60}){0,4}\s[>»›]{1,2}$/u,
    takes: 'line',
    example: 'Tin cơ sở » Nổi bật »',
    counterexample: 'Ông gọi đó là «việc khó »',
  },
  {
    name: 'slogan in capitals',
    pattern:
      /^(?:NHIỆT LIỆT CHÀO MỪNG|CHÀO MỪNG|ĐẢNG CỘNG SẢN VIỆT NAM QUANG VINH|NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM MUÔN NĂM|TOÀN ĐẢNG, TOÀN DÂN)[\p{Lu}\p{N}\p{P}\s]{0,200}$/u,
    takes: 'line',
    example: 'NHIỆT LIỆT CHÀO MỪNG ĐẠI HỘI ĐẢNG BỘ HUYỆN!',
    counterexample: 'Chào mừng đại hội, các chi bộ thi đua.',
  },
  {
    name: 'slogan',
    pattern: /^(?:nhiệt liệt chào mừng .{0,200}!|.{0,120}(?:muôn năm|quang vinh|đời đời bền vững)\s?!)$/iu,
    takes: 'line',
    example: 'Nhiệt liệt chào mừng ngày thành lập Đảng!',
    counterexample: 'Nhiệt liệt chào mừng đoàn, ông mời vào.',
  },
  {
    name: 'imprint',
    pattern:
      /^(?:©|bản quyền (?:thuộc|của)|copyright|giấy phép (?:số|thiết lập)|chịu trách nhiệm (?:chính|nội dung)\s{0,2}:|ghi rõ nguồn).{0,300}$/iu,
    takes: 'line',
    example: '© 2019 Cổng thông tin Cẩm Khê',
    counterexample: 'Chịu trách nhiệm trước Ban Thường vụ.',
  },
];

const MAX_FURNITURE = 400;
/** Entries of a box are titles; a longer line without a full stop is rather a paragraph that lost it. */
const MAX_ENTRY = 200;
const MAX_CAPTION = 250;
/** The number of comments is also printed above a text. */
const MIN_SENTENCES = 2;

function rowOf(line: string): FurnitureRow | null {
  if (line.length > MAX_FURNITURE) return null;
  const trimmed = line.trim();
  return furnitureRows.find((row) => row.pattern.test(trimmed)) ?? null;
}

function dropRows(lines: readonly NumberedLine[]): readonly NumberedLine[] {
  const kept: NumberedLine[] = [];
  let open: 'box' | 'widget' | null = null;
  let sentences = 0;
  for (const line of lines) {
    const row = rowOf(line.text);
    if (row !== null) {
      if (row.takes === 'rest' && sentences >= MIN_SENTENCES) return kept;
      if (row.takes !== 'line') open = row.takes === 'rest' ? 'box' : row.takes;
    } else if (open === null || !isEntry(line.text, open)) {
      open = null;
      if (endsLikeSentence(line.text)) sentences += 1;
      kept.push(line);
    }
  }
  return kept;
}

function isEntry(line: string, of: 'box' | 'widget'): boolean {
  if (line.length > MAX_ENTRY || endsLikeSentence(line)) return false;
  return of === 'widget' || readAuthorLine(line) === null;
}

function dropRepeatedCaptions(lines: readonly NumberedLine[]): readonly NumberedLine[] {
  const same = (a: number, b: number): boolean => {
    const [one, other] = [lines[a]?.text, lines[b]?.text];
    if (one === undefined || other === undefined || one.length > MAX_CAPTION || other.length > MAX_CAPTION * 2)
      return false;
    return openingOf(one) === openingOf(other) && foldForComparison(one) === foldForComparison(other);
  };
  return lines.filter((line, at) => {
    const isCopy = same(at - 1, at);
    const hasCopy = same(at + 1, at);
    return !isCopy && !(hasCopy && !endsLikeSentence(line.text));
  });
}
