/**
 * The words by which reports name meetings, as rows of data: a new way of naming one is a new row here and a row in
 * the table of cases, nothing else. All patterns run on the matching form of prose.ts; each row proves itself on its
 * example. False friends are blotted out before any row is tried: the venue Trung tâm Hội nghị, a plenum cited as a
 * document, 20 cuộc đối thoại in statistics.
 */
import type { MeetingKind } from './meeting.ts';
import { oneOf } from './pattern.ts';

export interface KindRow {
  readonly kind: MeetingKind;
  /** Matches `pattern`. */
  readonly example: string;
  /** Where it matches is compared with where other rows do. */
  readonly pattern: RegExp;
}

function row(kind: MeetingKind, example: string, pattern: string): KindRow {
  return { kind, example, pattern: new RegExp(`(?<!\\p{L})${pattern}`, 'gu') };
}

const COMMITTEE = '(?:tỉnh|thành|quận|huyện|thị|đảng) ủy';
const STANDING_COMMITTEE = String.raw`(?:btv|ban thường vụ)(?!\p{L})`;
const EXECUTIVE_COMMITTEE = String.raw`(?:bch|ban chấp hành)(?!\p{L})`;
const STEERING_BODY =
  '(?:ban chỉ đạo|bcđ|ban chỉ huy phòng|tổ công tác|tổ giúp việc|tiểu ban|hội đồng(?! nhân dân)|ủy ban bầu cử)';
// The comma of phòng, chống and its like belongs to a committee's name: khoa học, công nghệ; quản lý, sử dụng.
const IN_NAME = `(?:[^.;,]|(?<=${oneOf`
  phòng|phòng cháy|tham nhũng|lãng phí|trật tự|tìm kiếm|quản lý|khoa học|công nghệ|kiểm tra|sắp xếp|khắc phục|ứng phó|
  thiên tai|đổi mới sáng tạo|bồi thường|hỗ trợ|xóa nhà tạm|tiếp nhận`}),)`;
const ORDINAL = String.raw`(?:lần )?thứ [\p{L}\d]{1,6}`;
const QUALIFIERS = `(?: ${oneOf`
  định kỳ|thường kỳ|mở rộng|chuyên đề|trực tuyến|toàn quốc|toàn thể|đột xuất|liên tịch|giao ban|của|${ORDINAL}`},?){0,3}`;
const SITS = String.raw`(?:họp|giao ban)(?!\p{L})`;

/** Nouns that stand for an event as such. */
export const EVENT_NOUN =
  /(?<!\p{L})(?:hội nghị|hội thảo|cuộc họp|phiên họp|buổi họp|tọa đàm|buổi|cuộc|lễ|lớp|chương trình|đợt)(?!\p{L})/gu;

/** Rows that name the event itself, whatever it treats. */
export const namedRows: readonly KindRow[] = [
  row(
    'executive_committee',
    'Hội nghị BCH Đảng bộ tỉnh lần thứ 15',
    `(?:hội nghị|họp)${QUALIFIERS} ${EXECUTIVE_COMMITTEE}`,
  ),
  row(
    'executive_committee',
    'BCH Đảng bộ huyện tổ chức hội nghị lần thứ 8',
    `${EXECUTIVE_COMMITTEE}[^.;,]{0,60} (?:tổ chức|họp|khai mạc|tiến hành)(?: phiên họp| hội nghị)? ${ORDINAL}`,
  ),
  row('executive_committee', 'Hội nghị Huyện ủy lần thứ mười hai', `hội nghị ${COMMITTEE}[^.;,]{0,30} ${ORDINAL}`),
  row(
    'executive_committee',
    'Khai mạc Hội nghị Trung ương 8',
    `(?:khai mạc|bế mạc)[^.;,]{0,12} hội nghị (?:trung ương|${ORDINAL},? ${EXECUTIVE_COMMITTEE} trung ương)`,
  ),
  row(
    'standing_committee',
    'họp Ban Thường vụ',
    `(?:hội nghị|phiên họp|cuộc họp|buổi họp|họp)${QUALIFIERS} ${STANDING_COMMITTEE}`,
  ),
  row(
    'standing_committee',
    'Ban Thường vụ Thành ủy họp',
    String.raw`${STANDING_COMMITTEE}(?:(?!tổ chức)[^.;,]){0,50} họp(?! báo| giao ban)(?!\p{L})`,
  ),
  row(
    'standing_committee',
    'Sáng 5/3, tập thể Ban Thường vụ Huyện ủy cho ý kiến',
    String.raw`(?<=^|, ?)tập thể ${STANDING_COMMITTEE}[^.;,]{0,50} (?:họp|thảo luận|(?:xem xét, )?cho ý kiến)(?!\p{L})`,
  ),
  row('standing_body', 'giao ban Thường trực Tỉnh ủy', 'giao ban(?: của| giữa)? thường trực (?!hđnd|hội đồng)'),
  row(
    'standing_body',
    'Phiên họp Thường trực tháng 9',
    `(?:hội nghị|phiên họp|cuộc họp|buổi họp|họp)${QUALIFIERS} thường trực${oneOf`
      (?! (?:hđnd|hội đồng|ubnd|ủy ban|chính phủ|ban bí thư))(?!\p{L})`}`,
  ),
  row(
    'standing_body',
    'Thường trực Huyện ủy họp giao ban',
    `thường trực ${COMMITTEE}(?:(?!tổ chức|chủ trì)[^.;,]){0,30} ${SITS}`,
  ),
  row('briefing', 'Hội nghị giao ban quý I', String.raw`giao ban(?!\p{L})`),
  row(
    'working_session',
    'có buổi làm việc với',
    oneOf`
      (?:buổi|cuộc|chương trình) làm việc|làm việc (?:trực tiếp |trực tuyến )?(?:với|cùng|tại)(?!\p{L})|
      thăm(?:,| và) làm việc`,
  ),
  row(
    'dialogue',
    'hội nghị tiếp xúc, đối thoại',
    oneOf`
      (?<=(?:hội nghị|buổi|cuộc|chương trình)[^.;,]{0,30} )đối thoại|
      (?:tiếp xúc|gặp gỡ|gặp mặt|lắng nghe)(?:,| và| -) đối thoại|
      đối thoại (?:trực tiếp |định kỳ |trực tuyến ){0,2}(?:với|giữa|cùng)`,
  ),
  row('citizen_reception', 'tiếp công dân định kỳ', String.raw`tiếp (?:công )?dân(?!\p{L})`),
  row('voter_contact', 'tiếp xúc cử tri sau kỳ họp', String.raw`(?:tiếp xúc (?:với )?cử tri|txct(?!\p{L}))`),
  row(
    'voter_contact',
    'cử tri xã Cao Khê có buổi tiếp xúc với các đại biểu HĐND tỉnh',
    'cử tri [^.;,]{0,60}?(?:tiếp xúc|gặp gỡ) (?:với |cùng )?(?:các |tổ |đoàn )?đại biểu',
  ),
  row(
    'council_session',
    'Kỳ họp thứ 10 HĐND tỉnh',
    `kỳ họp ${oneOf`
      ${ORDINAL}|chuyên đề|thường lệ|thường kỳ|bất thường|giữa năm|cuối năm|không thường lệ|
      (?:[^.;,]{0,16} )?(?:hđnd|hội đồng nhân dân|quốc hội)`}`,
  ),
  row(
    'council_session',
    'Phiên họp thứ 13 Ủy ban Thường vụ Quốc hội',
    oneOf`
      phiên họp ${ORDINAL}|phiên (?:chất vấn|giải trình)|
      phiên họp(?: thường kỳ)?(?: [\p{L}\d/]{1,8}){0,3} (?:ubnd|ủy ban nhân dân|chính phủ|ubtvqh|ủy ban thường vụ quốc hội|thường trực hđnd)`,
  ),
  row(
    'council_session',
    'UBND tỉnh tổ chức phiên họp thường kỳ',
    '(?:ubnd|ủy ban nhân dân|chính phủ)[^.;,]{0,40} (?:họp phiên|phiên họp|họp) thường kỳ',
  ),
  row(
    'congress',
    'Đại hội đại biểu Đảng bộ huyện lần thứ XXI',
    `đại hội ${oneOf`
      đại biểu|chi bộ|đảng bộ|đảng viên|điểm|đoàn|hội|công đoàn|mttq|mặt trận|thi đua|các|toàn|nhiệm kỳ|${ORDINAL}`}`,
  ),
  row(
    'cell_meeting',
    'sinh hoạt chi bộ thường kỳ',
    String.raw`(?:sinh hoạt (?:(?:cùng|với|tại) )?(?:chi bộ|chuyên đề|thường kỳ|định kỳ)|họp chi bộ|chi bộ[^.;,]{0,60} (?:họp|sinh hoạt)(?!\p{L}))`,
  ),
  row(
    'personnel',
    'công bố tại hội nghị về công tác cán bộ',
    '(?:hội nghị|buổi|cuộc họp) về công tác (?:tổ chức,? |tổ chức và )?cán bộ',
  ),
  row('steering', 'họp Ban Chỉ đạo', `(?:phiên họp|cuộc họp|buổi họp|hội nghị|họp)${QUALIFIERS} ${STEERING_BODY}`),
  row(
    'steering',
    'Ban Chỉ đạo 35 thành phố họp phiên thứ hai',
    String.raw`${STEERING_BODY}(?:(?!tổ chức)${IN_NAME}){0,80} họp(?! báo)(?!\p{L})`,
  ),
  row(
    'steering',
    'Ban Chỉ đạo phòng, chống thiên tai tỉnh tổ chức phiên họp thứ ba',
    `${STEERING_BODY}${IN_NAME}{0,80} (?:tổ chức|khai mạc|tiến hành|mở|có) (?:phiên|cuộc|buổi) họp`,
  ),
];

/** Rows that name what is done there; they make a kind where the event has no name of its own. */
export const activityRows: readonly KindRow[] = [
  row(
    'review',
    'hội nghị sơ kết',
    '(?:sơ kết|tổng kết(?! của)|kiểm điểm|đánh giá (?:kết quả|tình hình|công tác|việc))',
  ),
  row(
    'study',
    'học tập, quán triệt nghị quyết',
    oneOf`
      quán triệt|tập huấn|bồi dưỡng|báo cáo viên|thông báo nhanh|thông tin thời sự|
      (?<=(?:hội nghị|buổi|lớp|chương trình)(?: [\p{L}]{1,8}){0,3} )học tập|
      học tập(?:,| và)? (?:nghiên cứu|quán triệt|triển khai|tư tưởng|làm theo|nghị quyết|chỉ thị|chuyên đề)|
      học tập các (?:nghị quyết|văn bản|chuyên đề)|
      (?:triển khai|phổ biến)(?:,? (?:thực hiện|quán triệt))?(?: các| nội dung){0,2} (?:nghị quyết|chỉ thị|kết luận|quy định|luật)|
      tuyên truyền(?: các)? (?:nghị quyết|luật)`,
  ),
  row('supervision', 'đoàn công tác kiểm tra', '(?:giám sát|kiểm tra|khảo sát|thẩm tra|phản biện xã hội)'),
  row(
    'personnel',
    'công bố quyết định về công tác cán bộ',
    oneOf`
      (?:công bố|trao)(?:, (?:công bố|trao))?[^.;,]{0,30} quyết định|công tác cán bộ|(?:kiện toàn|giới thiệu) (?:nhân sự|chức danh)|
      lấy phiếu tín nhiệm|bầu (?!cử)|miễn nhiệm|bổ nhiệm`,
  ),
  row(
    'ceremony',
    'lễ kỷ niệm',
    oneOf`
      lễ (?!(?:công bố|trao)[^.;,]{0,30} quyết định)|kỷ niệm|khánh thành|khởi công|dâng hương|dâng hoa|gặp mặt|
      mít ?tinh|ngày hội đại đoàn kết|phát động|ra quân|trao (?:tặng )?huy hiệu`,
  ),
  row('dialogue', 'đối thoại', 'đối thoại'),
  row(
    'visit',
    'thăm, tặng quà',
    oneOf`
      thăm(?! dò| nom)|chúc tết|tặng quà|
      (?:tiếp|đón) (?:xã giao|khách|đoàn|ngài|đại sứ|lãnh đạo|ông|bà|đồng chí)`,
  ),
];

/** Where the event is only called a meeting, the body that holds it names the kind. */
export const bodyRows: readonly KindRow[] = [
  row('standing_committee', 'Ban Thường vụ Thành ủy tổ chức hội nghị', `(?<!ủy viên |uv |của )${STANDING_COMMITTEE}`),
  row('executive_committee', 'BCH Đảng bộ huyện tổ chức hội nghị', `(?<!ủy viên |uv |của )${EXECUTIVE_COMMITTEE}`),
  row(
    'standing_body',
    'Thường trực Huyện ủy cho ý kiến',
    `(?<!phó bí thư |phó chủ tịch |của )thường trực ${COMMITTEE}`,
  ),
  row('steering', 'Ban Chỉ đạo tổ chức hội nghị', String.raw`(?:ban chỉ đạo|bcđ)(?!\p{L})`),
  row('cell_meeting', 'Chi bộ khu 3 tổ chức cuộc họp', '(?<!bí thư )chi bộ'),
];

function friend(pattern: string): RegExp {
  return new RegExp(pattern, 'gu');
}

/** Phrases in which the words of the rows mean something else. */
export const falseFriends: readonly RegExp[] = [
  friend('(?:trung tâm|nhà|phòng|cung) hội nghị|họp báo|hội nghị trường'),
  // A gathering as a document, a date to look to or a theme.
  friend(
    `${oneOf`
    nghị quyết|kết luận|văn kiện|chủ đề|tinh thần|kết quả|(?<!tổ chức )thành công(?: của)?|chào mừng|hướng tới|
    tiến tới|phục vụ|chất lượng|trước|sau|trình(?: tại)?|(?:thông qua|ban hành|quyết nghị) tại|
    (?:chuẩn bị|nội dung|chương trình|tài liệu|nhân sự)(?: [\p{L}]{1,8}){0,3}`} (?:của )?(?:các )?(?:kỳ họp|hội nghị|đại hội)(?!\\p{L})${oneOf`
    (?!(?<=sau (?:kỳ họp|hội nghị|đại hội))[^.;]{0,70} (?:hôm|ngày|sáng|chiều|tối) \d)`}`,
  ),
  // The movement, which is a subject of other meetings.
  friend('(?:năm|tháng|quý)(?: thực hiện)?(?: việc)? học tập và làm theo'),
  friend(oneOf`
    (?<!khai mạc |bế mạc |khai mạc trọng thể )hội nghị (?:${ORDINAL},? )?(?:${EXECUTIVE_COMMITTEE} )?
    (?:trung ương|tw|t\.ư)(?! mttq)(?![^.;]{0,40}(?:khai mạc|bế mạc))`),
  friend(
    `${oneOf`
    ngày|giờ|chế độ|quy chế|lề lối|tác phong|phong cách|môi trường|thời gian|nơi|phòng|điều kiện|phương pháp|
    trụ sở`} làm việc`,
  ),
  friend(
    `${oneOf`
    ban|trụ sở|phòng|luật|công tác|kỹ năng|địa điểm|nơi|quy chế|lịch|cán bộ|nhiệm vụ|hoạt động|chất lượng|
    thông báo`} tiếp (?:công )?dân`,
  ),
  friend(oneOf`
    (?:ủy ban|ban|ubkt|công tác|ngành|(?<!(?:làm|là) trưởng )đoàn|qua|qua công tác|kết quả) (?:kiểm tra|giám sát|khảo sát)
    (?:, (?:giám sát|kiểm tra))?`),
  friend(
    `${oneOf`
    chất lượng|nề nếp|nền nếp|nội dung|chế độ|đổi mới|duy trì|công tác|hiệu quả`}(?: các| việc)? ${oneOf`
    sinh hoạt|giao ban|tiếp xúc cử tri|đối thoại|kỳ họp|họp`}`,
  ),
  // Statistics: "9 tháng qua có 20 cuộc đối thoại".
  friend(oneOf`
    (?<!thứ |số |quý |tháng |\/|\d)\d{1,4} (?:cuộc|buổi|lượt|hội nghị|kỳ họp|kỳ|đợt|lớp|phiên)[^.;,]{0,24}`),
  // What is discussed: "bàn giải pháp tiếp công dân", "nâng cao chất lượng sinh hoạt chi bộ".
  friend(
    `${oneOf`
    bàn|giải pháp|biện pháp|nâng cao|tăng cường|đẩy mạnh|chấn chỉnh|đổi mới|tháo gỡ`}${oneOf`
    (?:(?! (?:tại|do|với|ngày|sáng|chiều|tối|của|được|hội nghị|phiên họp) )[^.;,:]){0,70}`}`,
  ),
  friend('không khí (?:hội nghị|buổi|cuộc)'),
  friend('(?:nghỉ|nghi|ngày|dịp) lễ|lễ (?:hội|tết|nghi|tang)'),
  // Not where the noun ends a place's name: "Thành ủy Hải Phòng tổ chức".
  friend(oneOf`
    (?<!(?:ủy|tỉnh|phố|quận|huyện|thị xã|phường|xã) \p{L}{1,7} )
    (?<!\p{L})(?:ban|phòng|vụ|các|sở|cơ quan|hệ thống) tổ chức(?! hội nghị| kỳ họp)`),
  friend('bồi dưỡng (?:sức|phục hồi)|kết quả học tập|học sinh|giáo dục và đào tạo'),
];

/** Openings of notices, week calendars, letters and columns: nothing has been held. */
export const NOT_A_REPORT = new RegExp(
  oneOf`
    ^(?:thông báo(?! nhanh)|danh sách|lịch (?:công tác|tiếp|làm việc|họp|tuần)|giấy mời|mời họp|hỏi ?:|hỏi đáp|
    hỏi - đáp|tin vắn|từ khóa|kính gửi|công điện|điện mừng|dự kiến)|
    (?:tạm )?hoãn (?:lịch |việc |buổi |tổ chức )?(?:tiếp|họp|kỳ họp|hội nghị|đối thoại)`,
  'u',
);
