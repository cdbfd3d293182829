/**
 * Every sentence the Vietnamese reader sees. `en.ts` has the same keys, or it does not compile.
 *
 * Sentences with a number or a name in them are functions, so that each language orders and inflects its own words.
 * Numbers and dates arrive already written for the language (dates.ts).
 * Longer than 300 lines because every sentence of a language stands in one file, where a translator finds it.
 */
import type { ConflictField, FacetName, Level, MeetingKind, Purpose, RelationKind, Role, Sort } from './view.ts';

const purposes: Record<Purpose, string> = {
  announces: 'ban hành',
  studies: 'quán triệt',
  directs: 'chỉ đạo thực hiện',
  reports: 'báo cáo kết quả',
  reviews: 'sơ kết, tổng kết',
  implements: 'triển khai bằng văn bản',
  basis: 'căn cứ',
  amends: 'sửa đổi',
  mentions: 'nhắc đến',
};

const meetingKinds: Record<MeetingKind, string> = {
  standing_committee: 'Họp Ban Thường vụ',
  executive_committee: 'Hội nghị Ban Chấp hành',
  standing_body: 'Họp Thường trực',
  briefing: 'Giao ban',
  working_session: 'Buổi làm việc',
  dialogue: 'Đối thoại',
  citizen_reception: 'Tiếp công dân',
  voter_contact: 'Tiếp xúc cử tri',
  council_session: 'Kỳ họp, phiên họp',
  congress: 'Đại hội',
  cell_meeting: 'Sinh hoạt chi bộ',
  review: 'Sơ kết, tổng kết',
  study: 'Quán triệt, học tập',
  supervision: 'Giám sát, kiểm tra',
  steering: 'Họp Ban Chỉ đạo',
  personnel: 'Công tác cán bộ',
  ceremony: 'Lễ, kỷ niệm',
  visit: 'Thăm, tiếp khách',
};

const roles: Record<Role, string> = {
  chair: 'Chủ trì',
  co_chair: 'Đồng chủ trì',
  directing_guest: 'Dự và chỉ đạo',
  concluding: 'Kết luận',
  attendee: 'Dự',
  presenter: 'Trình bày',
  speaker: 'Phát biểu',
  head_of_delegation: 'Trưởng đoàn',
  host: 'Tiếp đoàn',
  signer: 'Ký',
};

const levels: Record<Level | 'unknown', string> = {
  central: 'Trung ương',
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
  org: 'Cơ quan, đơn vị',
  unknown: 'Chưa rõ cấp',
};

const facets: Record<FacetName, string> = {
  type: 'Loại văn bản',
  issuer: 'Cơ quan ban hành',
  level: 'Cấp',
  source: 'Nguồn',
  year: 'Năm',
  meeting_kind: 'Loại cuộc họp',
  purpose: 'Mục đích',
};

const sorts: Record<Sort, string> = { relevance: 'phù hợp nhất', newest: 'mới nhất', oldest: 'cũ nhất' };

const fields: Record<ConflictField, string> = {
  date: 'Ngày văn bản',
  title: 'Tên',
  issuer: 'Cơ quan ban hành',
  code: 'Số, ký hiệu',
};

const actsOn: Record<RelationKind, string> = {
  implements: 'Thực hiện, cụ thể hóa',
  amends: 'Sửa đổi, bổ sung',
  replaces: 'Thay thế',
  repeals: 'Bãi bỏ',
  guides: 'Hướng dẫn, quy định chi tiết',
  based_on: 'Căn cứ',
};

const actedOnBy: Record<RelationKind, string> = {
  implements: 'Được thực hiện, cụ thể hóa bằng',
  amends: 'Được sửa đổi, bổ sung bởi',
  replaces: 'Được thay thế bởi',
  repeals: 'Bị bãi bỏ bởi',
  guides: 'Được hướng dẫn, quy định chi tiết bởi',
  based_on: 'Là căn cứ của',
};

export const vi = {
  purposes,
  meetingKinds,
  roles,
  levels,
  facets,
  sorts,
  fields,
  actsOn,
  actedOnBy,

  frame: {
    skip: 'Đến nội dung chính',
    navigation: 'Trang chính',
    find: 'Tìm',
    meetings: 'Cuộc họp',
    language: 'Ngôn ngữ',
    footer: 'Kho mở về văn bản được nhắc tại các cuộc họp. Mỗi điều nêu ở đây đều dẫn về nguồn.',
    silence: 'Không thấy trong nguồn đã thu thập (không có nghĩa là không có).',
    samples: 'Đây là dữ liệu mẫu: các bài viết được soạn để xem thử, tên người và sự việc không có thật.',
    standIn: 'Máy tìm kiếm đã chọn tạm thời không trả lời; kết quả lấy từ chỉ mục kèm theo, vẫn đầy đủ.',
    reindexing: 'Kết quả tìm kiếm đang được lập lại; tra số hiệu vẫn đầy đủ.',
  },

  search: {
    label: 'Tra văn bản, cuộc họp, người chủ trì',
    hint: 'Số hiệu, từ khóa, người chủ trì… ví dụ: nq 21 tu',
    submit: 'Tìm',
    tries: 'Thử:',
  },

  counts: {
    meetings: (_n: number, text: string) => `${text} cuộc họp`,
    mentions: (_n: number, text: string) => `${text} lượt nhắc`,
    documents: (_n: number, text: string) => `${text} văn bản`,
    articles: (_n: number, text: string) => `${text} bài viết`,
    reports: (_n: number, text: string) => `${text} bài`,
    conflicts: (_n: number, text: string) => `${text} mâu thuẫn`,
    words: (_n: number, text: string) => `${text} chữ`,
    versions: (_n: number, text: string) => `${text} phiên bản`,
    times: (_n: number, text: string) => `${text} lượt`,
    morePassages: (_n: number, text: string) => `Xem thêm ${text} lượt nhắc`,
    moreValues: (_n: number, text: string) => `Thêm ${text}`,
  },

  term: {
    years: (years: string) => `nhiệm kỳ ${years}`,
    assembly: (number: string) => `khóa ${number}`,
  },
  latest: 'gần nhất',
  inferred: '(suy luận)',
  notStated: 'Không nêu',
  unknownDate: 'Chưa rõ ngày',
  untitled: 'Bài viết không có tiêu đề',
  unknownIssuer: 'chưa rõ cơ quan ban hành',
  trend: (first: string, last: string, most: string, at: string) =>
    `Lượt nhắc theo tháng từ ${first} đến ${last}; nhiều nhất ${most} lượt, vào ${at}`,

  sureness: {
    certain: 'chắc chắn',
    doubtful: 'chưa chắc',
    contradictory: 'mâu thuẫn',
    why: 'vì sao?',
    oneOf: (_n: number, text: string) => `Có thể là một trong ${text} văn bản`,
    unknown: 'Chưa đủ căn cứ để nói là văn bản nào',
    printed: (code: string) => `Nguồn viết: ${code}`,
  },

  table: {
    date: 'Ngày',
    meeting: 'Cuộc họp',
    chair: 'Chủ trì',
    purpose: 'Mục đích',
    passage: 'Trích',
    host: 'Cơ quan',
    documents: 'Văn bản',
    reports: 'Bài',
  },

  pager: {
    label: 'Phân trang',
    previous: 'Trang trước',
    next: 'Trang sau',
    page: (number: string) => `Trang ${number}`,
    range: (first: string, last: string, total: string) => `${first}–${last} trong ${total}`,
  },

  filter: {
    title: 'Lọc',
    toFilters: 'Đến phần lọc',
    all: 'Tất cả',
    apply: 'Lọc',
    clear: 'Bỏ lọc',
    remove: (label: string) => `Bỏ ${label}`,
    from: 'Từ ngày',
    to: 'Đến ngày',
    sort: 'Sắp xếp',
    year: 'Năm',
    host: 'Cơ quan',
    purpose: 'Mục đích',
    chair: 'Chủ trì',
    kind: 'Loại cuộc họp',
    query: 'Số hiệu, từ khóa',
  },

  home: {
    title: 'sohieu – văn bản nào, cuộc họp nào, ai chủ trì',
    question: 'Văn bản này đã được nhắc ở cuộc họp nào, ai chủ trì, nói gì?',
    totals: 'Trong kho:',
    lastRun: (at: string, meetings: string, mentions: string, documents: string) =>
      `Lần thu thập gần nhất (${at}): ${meetings} cuộc họp, ${mentions} lượt nhắc, ${documents} văn bản mới`,
    newest: 'Cuộc họp mới nhất',
    allMeetings: 'Xem tất cả cuộc họp',
    mostCited: 'Được nhắc nhiều',
    mostCitedIn: (days: string) => `Được nhắc nhiều trong ${days} ngày`,
    empty: 'Kho chưa có bài viết nào.',
  },

  results: {
    title: (query: string) => (query === '' ? 'Tìm trong kho' : `${query} – kết quả tìm`),
    heading: (query: string) => (query === '' ? 'Tìm trong kho' : `Kết quả tìm “${query}”`),
    understood: 'Hiểu là:',
    parts: {
      type: (text: string) => text,
      number: (text: string) => `số ${text}`,
      issuer: (text: string) => text,
      year: (text: string) => `năm ${text}`,
      code: (text: string) => text,
      words: (text: string) => `“${text}”`,
    },
    documents: (total: string) => `Văn bản (${total})`,
    meetings: (total: string) => `Cuộc họp (${total})`,
    articles: (total: string) => `Bài viết (${total})`,
    notSeen: (code: string) => `Chưa thấy ${code} trong kho.`,
    nearest: 'Gần nhất:',
    meant: 'Có phải bạn muốn tìm:',
    nothing: (query: string) => `Không thấy “${query}” trong nguồn đã thu thập (không có nghĩa là không có).`,
    advice: 'Có thể gõ số hiệu không dấu (nq 21 tu), bớt từ, hoặc bỏ bớt phần lọc.',
    nothingTyped: 'Gõ số hiệu, từ khóa hoặc tên người chủ trì vào ô trên.',
    allOf: (code: string) => `Xem đủ về ${code}`,
    moreMeetings: 'Xem tất cả cuộc họp tìm thấy',
    citedAt: (code: string) => `Các cuộc họp đã nhắc ${code}`,
  },

  document: {
    held: 'Kho có toàn văn.',
    readText: (host: string) => (host === '' ? 'Đọc toàn văn' : `Đọc toàn văn (${host})`),
    notHeld: 'Kho chưa có toàn văn. Thông tin dưới đây tổng hợp từ các lượt nhắc.',
    date: (date: string) => `ngày ${date}`,
    noDate: 'ngày: chưa rõ',
    before: (date: string) => `ngày: chưa rõ, trước ${date}`,
    after: (date: string) => `ngày: chưa rõ, sau ${date}`,
    between: (after: string, before: string) => `ngày: chưa rõ, trong khoảng ${after} – ${before}`,
    basis: { number: '(suy luận từ số thứ tự)', mention: '(suy luận từ lượt nhắc sớm nhất)' },
    aliases: 'Còn được viết:',
    conflicts: 'nguồn nêu khác nhau',
    citedAt: (meetings: string, mentions: string, _n: number) =>
      `Được nhắc tại ${meetings} cuộc họp (${mentions} lượt)`,
    span: (first: string, last: string) => `, từ ${first} đến ${last}`,
    spanOn: (date: string) => `, ngày ${date}`,
    neverCited: 'Chưa thấy cuộc họp nào nhắc văn bản này trong nguồn đã thu thập (không có nghĩa là không có).',
    noneFiltered: 'Không có cuộc họp nào khớp phần lọc.',
    said: 'Tổng hợp từ các lượt nhắc',
    relations: 'Viện dẫn và quan hệ',
    together: 'Thường đi cùng',
    candidates: 'Có thể là văn bản nào',
    candidatesNote: 'Không lượt nhắc nào đủ căn cứ để nói đây là văn bản nào. Các khả năng, sát nhất trước:',
    elsewhere: 'Lượt nhắc ngoài cuộc họp',
    follow: 'Theo dõi (Atom)',
    sentence: 'câu trong nguồn',
  },

  article: {
    contents: 'Toàn văn',
    facts: 'Về bài viết',
    meeting: 'Cuộc họp',
    name: 'Tên',
    kind: 'Loại',
    date: 'Ngày họp',
    host: 'Cơ quan tổ chức',
    place: 'Địa điểm',
    chair: 'Chủ trì',
    noMeeting: 'Bài viết không tường thuật cuộc họp nào.',
    source: 'Nguồn',
    author: 'Tác giả',
    published: 'Đăng',
    updated: 'Cập nhật',
    address: 'Bài gốc',
    captured: 'Thu thập',
    hash: 'SHA-256',
    snapshot: 'Bản lưu',
    openSnapshot: 'tải bản lưu',
    versions: 'Phiên bản',
    otherReports: 'Bài khác về cuộc họp này',
    attachments: 'Tệp kèm theo',
    warnings: 'Điều cần lưu ý',
    citations: (total: string) => `Văn bản được nhắc (${total})`,
    noCitations: 'Bài viết không nhắc văn bản có số hiệu nào.',
    inText: 'Trong bài:',
    mention: (number: string) => `lượt ${number}`,
    candidates: 'Các khả năng:',
    gone: 'Nguồn đã gỡ bài này; dưới đây là bản kho đã lưu.',
    noText: 'Kho không đọc được toàn văn của bài này; xin xem bài gốc.',
    legend: 'Gạch chân liền: chắc chắn; chấm: chưa chắc; lượn sóng: nguồn mâu thuẫn.',
  },

  meeting: {
    facts: 'Thông tin chung',
    people: 'Thành phần',
    name: 'Họ tên',
    positions: 'Chức vụ',
    role: 'Vai trò',
    noPeople: 'Nguồn không nêu ai dự.',
    reports: 'Bài tường thuật',
    documents: 'Văn bản được nhắc tại cuộc họp',
    noDocuments: 'Không thấy văn bản nào được nhắc trong các bài đã thu thập (không có nghĩa là không có).',
    unsettled: 'Lượt nhắc chưa rõ là văn bản nào',
    neighbours: 'Các cuộc họp khác của cùng cơ quan',
    previous: 'Trước đó',
    next: 'Tiếp theo',
    precision: { day: '', month: 'nguồn chỉ nêu tháng', quarter: 'nguồn chỉ nêu quý', year: 'nguồn chỉ nêu năm' },
  },

  meetings: {
    title: 'Cuộc họp',
    found: (_n: number, total: string) => `${total} cuộc họp`,
    none: 'Không thấy cuộc họp nào khớp phần lọc trong nguồn đã thu thập (không có nghĩa là không có).',
    cites: (code: string) => `nhắc ${code}`,
    caption: 'Các cuộc họp, mới nhất trước',
  },

  errors: {
    not_found: { title: 'Không có trang này', text: 'Địa chỉ có thể đã gõ thiếu, hoặc nội dung chưa có trong kho.' },
    bad_request: { title: 'Yêu cầu chưa hợp lệ', text: 'Máy chủ không hiểu được yêu cầu này.' },
    too_many: { title: 'Xin chờ một chút', text: 'Có quá nhiều yêu cầu từ địa chỉ của bạn; xin thử lại sau một phút.' },
    unavailable: {
      title: 'Tạm thời chưa trả lời được',
      text: 'Kho đang bận hoặc đang được bảo trì; xin thử lại sau ít phút.',
    },
    broken: { title: 'Có lỗi ở phía máy chủ', text: 'Lỗi đã được ghi lại. Dữ liệu trong kho không bị ảnh hưởng.' },
    stillWorks: 'Vẫn dùng được:',
    home: 'Trang đầu',
    reference: (id: string) => `Mã sự việc: ${id}`,
  },
};

/** The sentences of one language. */
export type Words = typeof vi;
