/** Documents, meetings and sentences of an invented archive. Nobody and nothing here is real. */
import { forEachSheet } from './style-sheets.ts';
import type {
  ArticleName,
  Choice,
  CitedAt,
  DocumentBrief,
  DocumentName,
  Lang,
  MeetingBrief,
  PageFrame,
  Passage,
} from './view-terms.ts';

export function aFrame(address: string, lang: Lang): PageFrame {
  return { lang, address, stylesheets: forEachSheet((name) => `/${name}.css`), notices: [] };
}

export const resolution: DocumentName = {
  id: 'nq-21-tu.ha-khe.2020',
  code: '21-NQ/TU',
  typeName: 'Nghị quyết',
  issuer: 'Thành ủy Hạ Khê',
  term: '2020-2025',
  title: 'về chỉnh trang, nâng cấp hạ tầng các khu dân cư cũ trên địa bàn thành phố, giai đoạn 2021–2025',
  level: 'district',
};
export const older: DocumentName = {
  ...resolution,
  id: 'nq-21-tu.yen-son.2015',
  issuer: 'Tỉnh ủy Yên Sơn',
  term: '2015-2020',
  level: 'province',
  title: 'về phát triển kinh tế rừng gắn với bảo vệ nguồn nước',
};
export const directive: DocumentName = {
  id: 'ct-18-tw.2021',
  code: '18-CT/TW',
  typeName: 'Chỉ thị',
  issuer: 'Ban Bí thư',
  term: '2021-2026',
  title: 'về nâng cao hiệu quả công tác hòa giải ở cơ sở',
  level: 'central',
};
export const plan: DocumentName = {
  id: 'kh-214-tu.ha-khe.2020',
  code: '214-KH/TU',
  typeName: 'Kế hoạch',
  issuer: 'Thành ủy Hạ Khê',
  term: '2020-2025',
  title: 'thực hiện Chỉ thị số 18-CT/TW của Ban Bí thư',
  level: 'district',
};
export const council: DocumentName = {
  id: 'nq-337-2021-hdnd.yen-son',
  code: '337/2021/NQ-HĐND',
  typeName: 'Nghị quyết',
  issuer: 'HĐND tỉnh Yên Sơn',
  term: null,
  title: 'quy định mức hỗ trợ người hoạt động không chuyên trách ở thôn, khu phố',
  level: 'province',
};
export const law: DocumentName = {
  id: 'l-64-2025-qh15',
  code: '64/2025/QH15',
  typeName: 'Luật',
  issuer: 'Quốc hội',
  term: '15',
  title: null,
  level: 'central',
};

const trend = [3, 0, 1, 2, 0, 4, 7, 2, 0, 1, 3, 5, 2, 1].map((count, index) => ({
  month: `202${2 + Math.floor((index + 2) / 12)}-${String(((index + 2) % 12) + 1).padStart(2, '0')}`,
  count,
}));

export function brief(document: DocumentName, meetings: number, mentions: number): DocumentBrief {
  return { ...document, meetings, mentions, latest: '2023-03-21', trend };
}

export function aMeeting(over: Partial<MeetingBrief> = {}): MeetingBrief {
  return {
    id: 'm-ha-khe-2023-03-21',
    kind: 'briefing',
    title: 'Hội nghị giao ban, đối thoại với bí thư chi bộ, trưởng thôn, khu phố quý 1/2023',
    when: { date: '2023-03-21', dateTo: null, precision: 'day', isInferred: false },
    host: 'Thành ủy Hạ Khê',
    chair: { name: 'Trần Văn Mẫu', positions: ['Ủy viên Ban Thường vụ Tỉnh ủy', 'Bí thư Thành ủy'] },
    documents: 12,
    reports: 2,
    ...over,
  };
}

export const meetings: readonly MeetingBrief[] = [
  aMeeting(),
  aMeeting({
    id: 'm2',
    kind: 'executive_committee',
    title: 'Hội nghị Ban Chấp hành Đảng bộ thành phố lần thứ 14, khóa XXV',
    when: { date: '2022-12-15', dateTo: '2022-12-16', precision: 'day', isInferred: true },
    chair: null,
    documents: 9,
    reports: 1,
  }),
  aMeeting({
    id: 'm3',
    kind: 'working_session',
    title: 'Thường trực Tỉnh ủy làm việc với Ban Thường vụ Thành ủy về giải phóng mặt bằng tuyến đường ven sông',
    when: { date: '2022-09', dateTo: null, precision: 'month', isInferred: false },
    host: 'Tỉnh ủy Yên Sơn',
    chair: { name: 'Lê Thị Ví', positions: ['Phó Bí thư Thường trực Tỉnh ủy'] },
    documents: 4,
    reports: 3,
  }),
  aMeeting({
    id: 'm4',
    kind: 'review',
    title: 'Sơ kết hai năm thực hiện Nghị quyết về khu dân cư',
    when: { date: null, dateTo: null, precision: null, isInferred: false },
    host: null,
    chair: { name: 'Phạm Thị Thử', positions: [] },
    documents: 1,
    reports: 1,
  }),
];

export const article: ArticleName = {
  id: '93a2e5b1fb31af8b',
  title: 'Bí thư Thành ủy đối thoại với bí thư chi bộ, trưởng khu: gỡ từng việc ở cơ sở',
  source: 'Cổng thông tin điện tử Hạ Khê',
  published: '2023-03-22T08:05:00+07:00',
};
export const second: ArticleName = {
  id: '1964b4a96d4df74b',
  title: 'Hạ Khê: Giao ban quý 1 với các thôn, khu phố',
  source: 'Báo Yên Sơn',
  published: '2023-03-21',
};

export function aPassage(over: Partial<Passage> = {}): Passage {
  return {
    article,
    ordinal: 0,
    before: 'Hội nghị đã nghe báo cáo kết quả triển khai thực hiện ',
    surface: 'Nghị quyết số 21-NQ/Tu',
    after: ' của Ban Thường vụ Thành ủy về chỉnh trang, nâng cấp hạ tầng các khu dân cư cũ.',
    purpose: 'reports',
    status: 'resolved',
    conflict: false,
    printed: null,
    evidence: [
      { code: 'issuer-beside', text: 'Câu này nêu cơ quan ban hành: Ban Thường vụ Thành ủy.' },
      { code: 'place-of-source', text: 'Nguồn là cổng thông tin của Hạ Khê.' },
    ],
    ...over,
  };
}

export function citedAt(): readonly CitedAt[] {
  const [first, next, session, review] = meetings;
  if (first === undefined || next === undefined || session === undefined || review === undefined) return [];
  return [
    {
      meeting: first,
      passages: [
        aPassage(),
        aPassage({
          article: second,
          ordinal: 3,
          surface: 'NQ 21',
          before: 'Kiểm điểm việc thực hiện ',
          purpose: 'reviews',
        }),
      ],
    },
    {
      meeting: next,
      passages: [
        aPassage({
          purpose: 'directs',
          before: 'Đồng chí Bí thư Thành ủy yêu cầu các cấp ủy tiếp tục lãnh đạo thực hiện ',
          surface: 'Nghị quyết số 21-NQ/TW',
          after:
            ' của Ban Thường vụ Thành ủy, trong đó tập trung hoàn thành 18 công trình thoát nước, vỉa hè và chiếu sáng đã ghi trong kế hoạch năm, không để phát sinh nợ đọng xây dựng cơ bản và kịp thời báo cáo những nơi người dân còn ý kiến.',
          conflict: true,
          printed: '21-NQ/TW',
        }),
      ],
    },
    {
      meeting: session,
      passages: [
        aPassage({
          purpose: 'basis',
          before: 'Căn cứ ',
          after: ', thành phố đề nghị tỉnh bố trí thêm 120 tỷ đồng.',
          evidence: [],
        }),
      ],
    },
    { meeting: review, passages: [aPassage({ status: 'ambiguous', purpose: 'reviews', evidence: [] })] },
  ];
}

export function choice(value: string, label: string, count: number): Choice {
  return { value, label, count };
}

/** Letters that only Vietnamese words have here. */
export const vietnameseLetters = /[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]/iu;
