/**
 * The little archive that every search engine is tried on. People, places and texts are invented.
 *
 * Each item is here for one difficulty, named in its note; cases in search-contract.ts count on nothing else matching.
 */
import type { SearchHit, SearchItem, SearchQuery } from '../core/search/engine.ts';

export type SearchItems = readonly SearchItem[];

/** The query that finds all; a case states only what it is about. */
export const everything: SearchQuery = {
  text: '',
  kind: null,
  filters: {},
  from: null,
  to: null,
  sort: 'relevance',
  page: 1,
  perPage: 20,
};

/** An item with sound defaults; a case states only what it is about. */
export function aSearchItem(given: Partial<SearchItem>): SearchItem {
  return {
    kind: 'article',
    id: 'bai',
    title: 'Bản tin',
    body: '',
    codes: [],
    date: '2020-01-01',
    people: [],
    ...given,
    facets: { type: [], issuer: [], level: [], source: [], year: [], meeting_kind: [], purpose: [], ...given.facets },
  };
}

const noted: readonly (Partial<SearchItem> & { readonly note: string })[] = [
  {
    note: 'cites a code that its source spaces and mistypes; the wanted phrase stands in the body',
    id: 'doi-thoai',
    title: 'Thành ủy Sông Mơ đối thoại với nhân dân',
    body: 'Sáng 21/3, tại nhà văn hóa phường Bến Lội, lãnh đạo thành phố trả lời cử tri.\n\nÝ kiến tập trung vào giải phóng mặt bằng dự án cầu Hạc. Báo cáo nêu kết quả thực hiện Nghị quyết số 31 – NQ / Tu của Thành ủy.',
    codes: ['31-NQ/TU'],
    date: '2023-03-21',
    people: ['Lê Văn Thử', 'Đoàn Thị Mẫu'],
    facets: {
      type: ['NQ'],
      issuer: ['Thành ủy Sông Mơ'],
      level: ['district'],
      source: ['song-mo'],
      year: ['2023'],
      meeting_kind: ['dialogue'],
      purpose: ['reports'],
    },
  },
  {
    note: 'abbreviates; newer than the item that has the phrase in its title',
    id: 'viet-tat',
    title: 'Đẩy nhanh GPMB tuyến ven sông',
    body: 'Chủ tịch HĐND phường đôn đốc BTV và các tổ công tác.',
    date: '2023-04-02',
    facets: {
      type: ['KH'],
      issuer: ['UBND phường Bến Lội'],
      level: ['commune'],
      source: ['ben-loi'],
      year: ['2023'],
      meeting_kind: [],
      purpose: ['directs'],
    },
  },
  {
    note: 'has the syllables of the phrase far apart, and is newer than all that have it whole',
    id: 'rai-rac',
    title: 'Tản mạn cuối năm',
    body: `Cuộc thi trao giải ba. ${'Trời trong và gió nhẹ trên bến. '.repeat(6)}Pháo hoa phóng lên cao. ${'Khách xa ghé lại rất đông. '.repeat(6)}Ông cụ có gương mặt hiền. ${'Chợ quê nhộn nhịp từ sớm. '.repeat(6)}Mọi người chia đều bằng nhau.`,
    date: '2024-01-10',
    facets: { type: [], issuer: [], level: [], source: ['song-mo'], year: ['2024'], meeting_kind: [], purpose: [] },
  },
  {
    note: 'has the phrase in its title, and is the oldest of those',
    id: 'tieu-de',
    title: 'Giải phóng mặt bằng khu tái định cư',
    body: 'Ban Thường vụ giao nhiệm vụ cho Hội đồng nhân dân.',
    codes: ['337/2021/NQ-HĐND'],
    date: '2021-12-31',
    facets: {
      type: ['NQ', 'KH'],
      issuer: ['HĐND tỉnh Lam Giang'],
      level: ['province'],
      source: ['lam-giang'],
      year: ['2021'],
      meeting_kind: [],
      purpose: ['announces', 'basis'],
    },
  },
  {
    note: 'places its tones the old way',
    id: 'dau-cu',
    title: 'Quận uỷ An Trạch hoà giải đơn thư',
    body: 'Ông Nguyễn Khoá Thuỷ tiếp công dân.',
    date: '2022-06-01',
    facets: {
      type: [],
      issuer: [],
      level: ['district'],
      source: ['an-trach'],
      year: ['2022'],
      meeting_kind: ['citizen_reception'],
      purpose: [],
    },
  },
  {
    note: 'the word with its accents, older',
    id: 'dang-bo',
    title: 'Sinh hoạt chi bộ',
    body: 'Đảng bộ xã kết nạp hai quần chúng.',
    date: '2019-02-03',
  },
  {
    note: 'folds to the same letters, newer',
    id: 'dang-ki',
    title: 'Mở cổng đăng kí',
    body: 'Người dân đang bỏ phiếu.',
    date: '2019-05-06',
  },
  {
    note: 'Eth instead of Đ, as pasted from old files',
    id: 'eth',
    title: 'Tin vắn Kim Lũng',
    body: 'Huyện ủy họp với UBMTTQ ở Ðồng Văng.',
    date: '2018-08-08',
  },
  {
    note: 'decomposed Unicode',
    id: 'nfd',
    title: 'Tổng kết nông thôn mới'.normalize('NFD'),
    body: 'Xã Hà Mộc về đích sớm.'.normalize('NFD'),
    date: '2018-09-09',
  },
  {
    note: 'codes that contain or resemble the code of others',
    id: 'gan-giong',
    title: 'Thông báo nhanh',
    body: 'Nêu Nghị quyết 131-NQ/TU, Kết luận 31-KL/TW và Nghị quyết 32-NQ/TU.',
    codes: ['131-NQ/TU', '31-KL/TW', '32-NQ/TU'],
    date: '2017-07-07',
    facets: {
      type: ['NQ', 'KL'],
      issuer: [],
      level: ['central', 'province'],
      source: ['lam-giang'],
      year: ['2017'],
      meeting_kind: [],
      purpose: [],
    },
  },
  {
    note: 'nobody knows its day',
    id: 'khong-ngay',
    title: 'Hồi ức người lái đò',
    body: 'Chuyện kể ở bến sông.',
    date: null,
  },
  {
    note: 'markup that must stay text',
    id: 'dau-ngoac',
    title: 'Giá thép <b>vọt</b> & "ghìm giá"',
    body: 'Bảng <script>alert(1)</script> so sánh thép.',
    date: '2016-01-01',
  },
  {
    note: 'a document',
    kind: 'document',
    id: 'nq-31-tu.song-mo.2020',
    title: '31-NQ/TU về chỉnh trang hạ tầng',
    codes: ['31-NQ/TU'],
    date: '2022-01-12',
    facets: {
      type: ['NQ'],
      issuer: ['Thành ủy Sông Mơ'],
      level: ['district'],
      source: [],
      year: ['2022'],
      meeting_kind: [],
      purpose: [],
    },
  },
  {
    note: 'a meeting with the same id as an article',
    kind: 'meeting',
    id: 'doi-thoai',
    title: 'Hội nghị giao ban quý I',
    body: 'Nơi họp: trụ sở Sông Mơ.',
    date: '2023-03-20',
    people: ['Đoàn Thị Mẫu', 'Văn Lê Thử'],
    facets: {
      type: [],
      issuer: [],
      level: ['district'],
      source: ['song-mo', 'lam-giang'],
      year: ['2023'],
      meeting_kind: ['briefing'],
      purpose: [],
    },
  },
];

export const searchItems: SearchItems = noted.map(({ note: _, ...given }) => aSearchItem(given));

export function facetsOfYear(year: string): SearchItem['facets'] {
  return { type: [], issuer: [], level: [], source: [], year: [year], meeting_kind: [], purpose: [] };
}

/** The id alone for articles, which most are. */
export function shortKey({ kind, id }: Pick<SearchHit, 'kind' | 'id'>): string {
  return kind === 'article' ? id : `${kind}:${id}`;
}
