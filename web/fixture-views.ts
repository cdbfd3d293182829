/** Views of an invented archive, one of each page, for tests and for looking at the pages. */
import { aCalendar, aStoredCopy, aVersionPage } from './fixture-article-pages.ts';
import { aDocument, anArticle, anUnsettled } from './fixture-documents.ts';
import { aNetwork, aNetworkStart } from './fixture-network.ts';
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
  law,
  meetings,
  older,
  plan,
  resolution,
  second,
} from './fixture-parts.ts';
import { aSource, aSourceList, aSourcePage } from './fixture-sources.ts';
import type {
  CitedSentence,
  DocumentHit,
  ErrorView,
  HomeView,
  MeetingsView,
  MeetingView,
  PageView,
  ResultsView,
} from './view.ts';
import type { Lang } from './view-terms.ts';

export function aHome(lang: Lang): HomeView {
  return {
    page: 'home',
    frame: aFrame('/', lang),
    tries: ['nq 21 tu', '18-CT/TW', '337/2021', 'giải phóng mặt bằng', 'Trần Văn Mẫu'],
    totals: { articles: 1234, meetings: 567, documents: 890, mentions: 12345 },
    lastRun: { finishedAt: '2023-03-21T19:14:00Z', isLastNight: true, meetings: 12, mentions: 48, documents: 5 },
    newest: meetings,
    mostCited: {
      days: 30,
      documents: [brief(directive, 41, 77), brief(council, 17, 20), brief(resolution, 14, 31), brief(law, 9, 9)].map(
        (document) => ({ ...document, articles: document.mentions }),
      ),
    },
    sources: { total: 24, amiss: 2, shown: [aSource({ health: 'silent', reasons: ['silent'] }), aSource()] },
  };
}

export function aResults(lang: Lang, over: Partial<ResultsView> = {}): ResultsView {
  const hit: DocumentHit = {
    ...brief(resolution, 14, 31),
    why: [{ code: 'code-fits', text: 'Khớp loại, số và ký hiệu.' }],
    citedAt: citedAt().slice(0, 3),
  };
  return {
    page: 'results',
    frame: aFrame('/tim?q=nq+21+tu&page=2', lang),
    query: 'nq 21 tu',
    meant: null,
    understood: [
      { kind: 'type', text: 'Nghị quyết', without: '21 tu' },
      { kind: 'number', text: '21', without: 'nq tu' },
      { kind: 'issuer', text: 'Tỉnh ủy/Thành ủy', without: 'nq 21' },
    ],
    answer: 'several',
    wantedCode: '21-NQ/TU',
    documents: [hit, { ...brief(older, 2, 2), why: [], citedAt: [] }],
    nearest: [],
    meetings: { total: 14, items: meetings, more: '/cuoc-hop?q=nq+21+tu' },
    articles: {
      items: [
        {
          ...article,
          heading: { text: article.title ?? '', marks: [[16, 25]] },
          snippet: {
            text: '… báo cáo kết quả triển khai thực hiện Nghị quyết số 21-NQ/Tu của Ban Thường vụ Thành ủy về chỉnh trang, nâng cấp hạ tầng …',
            marks: [[39, 61]],
          },
          meeting: { id: aMeeting().id, when: aMeeting().when, host: 'Thành ủy Hạ Khê' },
        },
        {
          ...second,
          heading: { text: second.title ?? '', marks: [] },
          snippet: { text: 'Kiểm điểm việc thực hiện NQ 21 …', marks: [[25, 30]] },
          meeting: null,
        },
      ],
      pages: { page: 2, perPage: 10, total: 131 },
    },
    facets: [
      {
        name: 'type',
        selected: 'NQ',
        choices: [choice('NQ', 'Nghị quyết', 21), choice('KH', 'Kế hoạch', 9), choice('CT', 'Chỉ thị', 4)],
      },
      {
        name: 'level',
        selected: null,
        choices: [choice('district', 'Cấp huyện', 20), choice('province', 'Cấp tỉnh', 1011)],
      },
      {
        name: 'year',
        selected: null,
        choices: ['2024', '2023', '2022', '2021', '2020', '2019', '2018', '2017'].map((year, index) =>
          choice(year, year, 30 - index),
        ),
      },
    ],
    from: null,
    to: null,
    sort: 'relevance',
    ...over,
  };
}

/** The page of a code that nobody has cited. */
export function aMiss(lang: Lang): ResultsView {
  return aResults(lang, {
    frame: aFrame('/tim?q=22-nq%2Ftu', lang),
    query: '22-nq/tu',
    understood: [{ kind: 'code', text: '22-NQ/TU', without: null }],
    answer: 'none',
    wantedCode: '22-NQ/TU',
    documents: [],
    nearest: [brief(resolution, 14, 31)],
    meetings: { total: 0, items: [], more: null },
    articles: { items: [], pages: { page: 1, perPage: 10, total: 0 } },
    facets: [],
  });
}

export function aMeetingPage(lang: Lang, over: Partial<MeetingView> = {}): MeetingView {
  return {
    page: 'meeting',
    frame: aFrame('/cuoc-hop/m-ha-khe-2023-03-21', lang),
    meeting: aMeeting(),
    place: null,
    participants: [
      {
        name: 'Trần Văn Mẫu',
        positions: ['Ủy viên Ban Thường vụ Tỉnh ủy', 'Bí thư Thành ủy', 'Chủ tịch HĐND thành phố'],
        role: 'chair',
      },
      { name: 'Lê Thị Ví', positions: ['Phó Bí thư Thường trực Tỉnh ủy'], role: 'directing_guest' },
      { name: 'Hoàng Đình Dụ', positions: [], role: 'speaker' },
    ],
    reports: [
      { ...article, words: 1480 },
      { ...second, words: null },
    ],
    documents: [
      {
        document: directive,
        passages: [
          aCited({
            surface: 'Chỉ thị số 18-CT/TW',
            ordinal: 4,
            purpose: 'studies',
            before: 'Hội nghị quán triệt ',
            after: ' của Ban Bí thư.',
          }),
        ],
      },
      {
        document: resolution,
        passages: [aCited({ alsoIn: [second] }), aCited({ article: second, ordinal: 3, purpose: 'reviews' })],
      },
      {
        document: plan,
        passages: [
          aCited({
            surface: 'Kế hoạch số 214-KH/TU',
            ordinal: 5,
            purpose: 'announces',
            before: 'Thành ủy ban hành ',
            after: ' thực hiện Chỉ thị số 18-CT/TW.',
          }),
        ],
      },
    ],
    reportPages: { page: 1, perPage: 20, total: 2 },
    documentPages: { page: 1, perPage: 50, total: 3 },
    moreUnsettled: 3,
    takenUp: { documents: [], total: 0 },
    unsettled: [
      aPassage({ ordinal: 2, surface: 'Chỉ thị số 05', status: 'unknown', purpose: 'mentions', evidence: [] }),
    ],
    previous: meetings[1] ?? null,
    next: null,
    ...over,
  };
}

function aCited(over: Partial<CitedSentence> = {}): CitedSentence {
  return { ...aPassage(over), alsoIn: over.alsoIn ?? [] };
}

export function aMeetingList(lang: Lang, over: Partial<MeetingsView> = {}): MeetingsView {
  return {
    page: 'meetings',
    frame: aFrame('/cuoc-hop?from=2022-01-01&cites=nq-21-tu.ha-khe.2020', lang),
    from: '2022-01-01',
    to: null,
    chair: null,
    query: null,
    cites: resolution,
    kind: {
      name: 'kind',
      selected: null,
      choices: [
        choice('briefing', lang === 'vi' ? 'Giao ban' : 'Briefing', 5),
        choice('review', lang === 'vi' ? 'Sơ kết, tổng kết' : 'Review', 2),
      ],
    },
    items: meetings,
    pages: { page: 3, perPage: 20, total: 1234 },
    calendarMonth: '2023-03',
    calendar: null,
    ...over,
  };
}

export function anError(lang: Lang, over: Partial<ErrorView> = {}): ErrorView {
  return {
    page: 'error',
    frame: aFrame('/van-ban/khong-co', lang),
    status: 404,
    kind: 'not_found',
    detail: null,
    query: 'nq 22 tu',
    reference: 'r-7f3a',
    ...over,
  };
}

/** Every kind of page, under the name of what it shows. */
export function everyPage(lang: Lang): Readonly<Record<string, PageView>> {
  return {
    home: aHome(lang),
    results: aResults(lang),
    miss: aMiss(lang),
    document: aDocument(lang),
    unsettled: anUnsettled(lang),
    article: anArticle(lang),
    meeting: aMeetingPage(lang),
    meetings: aMeetingList(lang),
    calendar: aMeetingList(lang, {
      frame: aFrame('/cuoc-hop?chair=mau&lich=2023-03', lang),
      cites: null,
      items: [],
      calendar: aCalendar(),
    }),
    copy: aStoredCopy(lang),
    versions: aVersionPage(lang),
    sources: aSourceList(lang),
    source: aSourcePage(lang),
    network: aNetwork(lang),
    networkStart: aNetworkStart(lang, 'nq 21'),
    error: anError(lang),
  };
}
