/** The pages of an invented document and of an article that cites it. */
import {
  aFrame,
  aMeeting,
  aPassage,
  article,
  brief,
  choice,
  citedAt,
  council,
  directive,
  older,
  plan,
  resolution,
  second,
} from './fixture-parts.ts';
import type { ArticleView, DocumentView } from './view.ts';
import type { Lang } from './view-terms.ts';

export function aDocument(lang: Lang, over: Partial<DocumentView> = {}): DocumentView {
  return {
    page: 'document',
    frame: aFrame('/van-ban/nq-21-tu.ha-khe.2020?year=2023', lang),
    document: brief(resolution, 14, 31),
    date: null,
    dateBounds: { after: null, before: '2022-03-01', basis: 'number' },
    state: 'cited_only',
    aliases: [],
    firstCited: '2022-03-21',
    lastCited: '2024-09-17',
    conflicts: [
      {
        field: 'date',
        values: [
          { value: '2022-01-14', mentions: 9, articles: [article] },
          { value: '2022-01-24', mentions: 2, articles: [second] },
        ],
      },
    ],
    citedAt: citedAt(),
    pages: { page: 1, perPage: 4, total: 14 },
    filters: [
      {
        name: 'year',
        selected: '2023',
        choices: [choice('2024', '2024', 2), choice('2023', '2023', 8), choice('2022', '2022', 4)],
      },
      {
        name: 'host',
        selected: null,
        choices: [choice('tu', 'Thành ủy Hạ Khê', 9), choice('ty', 'Tỉnh ủy Yên Sơn', 5)],
      },
      {
        name: 'purpose',
        selected: null,
        choices: [
          choice('reports', lang === 'vi' ? 'báo cáo kết quả' : 'reported', 9),
          choice('directs', lang === 'vi' ? 'chỉ đạo thực hiện' : 'ordered', 5),
        ],
      },
      { name: 'chair', selected: null, choices: [choice('Trần Văn Mẫu', 'Trần Văn Mẫu', 11)] },
    ],
    sort: 'newest',
    said: [
      {
        field: 'title',
        values: [
          { value: resolution.title ?? '', mentions: 9, articles: [article, second] },
          { value: 'về nâng cấp hạ tầng khu dân cư', mentions: 2, articles: [second] },
        ],
      },
      {
        field: 'date',
        values: [
          { value: '2022-01-14', mentions: 9, articles: [article] },
          { value: '2022-01-24', mentions: 2, articles: [second] },
        ],
      },
    ],
    relations: [
      {
        kind: 'implements',
        direction: 'in',
        document: plan,
        date: '2022-04-08',
        article,
        sentence: 'Thành ủy ban hành Kế hoạch số 214-KH/TU thực hiện Nghị quyết số 21-NQ/TU.',
      },
      {
        kind: 'based_on',
        direction: 'out',
        document: directive,
        date: null,
        article: second,
        sentence: 'Căn cứ Chỉ thị số 18-CT/TW của Ban Bí thư.',
      },
    ],
    together: [
      { document: directive, count: 8 },
      { document: council, count: 7 },
    ],
    candidates: [],
    elsewhere: [aPassage({ article: second, ordinal: 1 })],
    feed: '/api/v1/documents/nq-21-tu.ha-khe.2020/feed.atom',
    ...over,
  };
}

/** An entry of a code that no mention settles. */
export function anUnsettled(lang: Lang): DocumentView {
  const document = { ...brief(resolution, 1, 1), id: '21-nq-tu', issuer: null, term: null, title: null };
  return aDocument(lang, {
    frame: aFrame('/van-ban/21-nq-tu', lang),
    document,
    dateBounds: null,
    firstCited: '2023-03-21',
    lastCited: '2023-03-21',
    conflicts: [],
    said: [],
    relations: [],
    together: [],
    filters: [],
    elsewhere: [],
    citedAt: citedAt().slice(3),
    pages: { page: 1, perPage: 20, total: 1 },
    candidates: [
      { document: resolution, why: [{ code: 'term', text: 'Nhiệm kỳ đang chạy khi bài đăng.' }] },
      { document: older, why: [{ code: 'place', text: 'Cùng tỉnh với nguồn.' }] },
    ],
  });
}

export function anArticle(lang: Lang, over: Partial<ArticleView> = {}): ArticleView {
  return {
    page: 'article',
    frame: aFrame('/bai-viet/93a2e5b1fb31af8b', lang),
    article,
    status: 'held',
    author: 'Thu Mẫu',
    updated: null,
    url: 'https://portal.example.vn/tin-tuc?nid=1203',
    capturedAt: '2023-03-22T19:02:11Z',
    snapshotHash: '3fa9c1d2'.repeat(8),
    snapshot: '/bai-viet/93a2e5b1fb31af8b/ban-luu',
    versions: 2,
    history: '/bai-viet/93a2e5b1fb31af8b/phien-ban',
    paragraphs: [
      [
        {
          text: 'Sáng 21/3, Ban Thường vụ Thành ủy Hạ Khê tổ chức hội nghị giao ban, đối thoại với các bí thư chi bộ đồng thời là trưởng thôn, khu phố quý 1/2023. Đồng chí Trần Văn Mẫu, Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Thành ủy chủ trì hội nghị.',
        },
      ],
      [
        { text: 'Hội nghị đã nghe báo cáo kết quả triển khai thực hiện ' },
        {
          text: 'Nghị quyết số 21-NQ/Tu',
          citation: {
            ordinal: 0,
            entry: 0,
            href: '/van-ban/nq-21-tu.ha-khe.2020',
            status: 'resolved',
            conflict: false,
          },
        },
        {
          text: ' của Ban Thường vụ Thành ủy về chỉnh trang, nâng cấp hạ tầng các khu dân cư cũ; tình hình thực hiện ',
        },
        {
          text: 'Nghị quyết số 19-NQ/TW',
          citation: {
            ordinal: 1,
            entry: 1,
            href: '/van-ban/nq-19-tu.yen-son.2015',
            status: 'resolved',
            conflict: true,
          },
        },
        { text: ' của Ban Thường vụ Tỉnh ủy và ' },
        { text: 'Chỉ thị số 05', citation: { ordinal: 2, entry: 2, href: null, status: 'ambiguous', conflict: false } },
        { text: '.' },
      ],
      [
        { text: 'Phát biểu kết luận, đồng chí Bí thư Thành ủy đề nghị các khu phố rà soát từng hạng mục của ' },
        {
          text: 'Nghị quyết số 21',
          citation: {
            ordinal: 3,
            entry: 0,
            href: '/van-ban/nq-21-tu.ha-khe.2020',
            status: 'resolved',
            conflict: false,
          },
        },
        { text: ', công khai tiến độ để người dân giám sát và báo cáo Thường trực Thành ủy trước ngày 15 hằng tháng.' },
      ],
    ],
    citations: [
      {
        ordinals: [0, 3],
        surface: 'Nghị quyết số 21-NQ/Tu',
        document: resolution,
        search: null,
        status: 'resolved',
        conflict: false,
        printed: null,
        purpose: 'reports',
        meetings: 14,
        candidates: [],
        evidence: aPassage().evidence,
      },
      {
        ordinals: [1],
        surface: 'Nghị quyết số 19-NQ/TW',
        document: {
          ...older,
          id: 'nq-19-tu.yen-son.2015',
          code: '19-NQ/TU',
          title: 'về xây dựng chi bộ thôn, khu phố bốn tốt',
        },
        search: null,
        status: 'resolved',
        conflict: true,
        printed: '19-NQ/TW',
        purpose: 'reports',
        meetings: 6,
        candidates: [],
        evidence: [
          { code: 'issuer-conflict', text: 'Ký hiệu là của Trung ương, nhưng câu này nêu Ban Thường vụ Tỉnh ủy.' },
        ],
      },
      {
        ordinals: [2],
        surface: 'Chỉ thị số 05',
        document: null,
        search: null,
        status: 'ambiguous',
        conflict: false,
        printed: null,
        purpose: 'mentions',
        meetings: null,
        candidates: [
          {
            document: { ...directive, id: 'ct-05-tw.2016', code: '05-CT/TW', title: null },
            why: [{ code: 'most-cited', text: 'Được nhắc nhiều nhất trong các bài cùng nguồn.' }],
          },
          {
            document: {
              ...directive,
              id: 'ct-05-tu.ha-khe.2020',
              code: '05-CT/TU',
              issuer: 'Thành ủy Hạ Khê',
              title: null,
            },
            why: [],
          },
        ],
        evidence: [],
      },
    ],
    meeting: aMeeting(),
    place: 'Hội trường Thành ủy',
    grounds: {
      date: { kind: 'sentence', sentence: 'Sáng 21/3, Ban Thường vụ Thành ủy Hạ Khê tổ chức hội nghị giao ban.' },
      host: null,
      place: { kind: 'other_reports' },
      chair: { kind: 'sentence', sentence: 'Đồng chí Trần Văn Mẫu, Bí thư Thành ủy chủ trì hội nghị.' },
    },
    otherReports: [second],
    moreReports: 2,
    copies: [{ ...second, id: '0123456789abcdef', similarity: 0.987 }],
    holds: null,
    attachments: [
      {
        url: 'https://portal.example.vn/files/phat-bieu.pdf',
        title: 'Phát biểu kết luận',
        type: 'pdf',
        status: 'held',
        document: resolution,
      },
    ],
    warnings: [{ code: 'weekday_mismatch', text: 'Thứ trong bài không khớp với ngày.' }],
    ...over,
  };
}
