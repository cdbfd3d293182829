/**
 * An archive's documents for trying typed codes on: a few invented bodies, each with documents of the same types, numbers
 * and terms or years, so that a number alone tells nothing. For tests.
 */
import type { IsoDate, ReferenceCode } from '../core/citations/citation.ts';
import type { IssuingBody } from '../core/documents/body.ts';
import type { OfficialDocument, Place } from '../core/documents/document.ts';
import { mintDocumentId, mintEntryId } from '../core/documents/identity.ts';

/** What is known of single documents: day, title, the organ of the centre. */
const known: Readonly<Record<string, { readonly date?: string; readonly title?: string; readonly issuer?: string }>> = {
  'nq-21-tu.quang-ninh.2020': { date: '2022-02-14', title: 'phát triển du lịch biển đảo đến năm 2030' },
  'nq-21-tu.nam-trung.2020': { date: '2023-01-18', title: 'phát triển kinh tế số' },
  'nq-21-tu.ha-khe.2020': { date: '2022-02-24', title: 'chỉnh trang đô thị và trật tự hè phố' },
  'nq-18-tw.2016': { date: '2017-10-25', title: 'sắp xếp tổ chức bộ máy tinh gọn', issuer: 'Ban Chấp hành Trung ương' },
  'nq-18-tw.2021': { date: '2022-06-16', title: 'quản lý và sử dụng đất', issuer: 'Ban Chấp hành Trung ương' },
  'ct-5-tw.2016': { date: '2016-05-15', title: 'học tập và làm theo Bác', issuer: 'Bộ Chính trị' },
  'ct-5-tw.2021': { date: '2021-06-23', issuer: 'Ban Bí thư' },
  'ct-18-tw.2016': { date: '2017-09-04', issuer: 'Bộ Chính trị' },
  'ct-18-tw.2021': { date: '2022-08-05', title: 'bảo vệ trẻ em trên không gian mạng', issuer: 'Ban Bí thư' },
  'kl-91-tw.2016': { date: '2020-06-04', issuer: 'Ban Bí thư' },
  'kl-91-tw.2021': { date: '2024-08-12', issuer: 'Bộ Chính trị' },
  'qd-217-tw.2011': { date: '2013-12-12', title: 'giám sát và phản biện xã hội', issuer: 'Bộ Chính trị' },
  'qd-1719-ttg.2021': { date: '2021-10-14', title: 'chương trình mục tiêu quốc gia vùng đồng bào dân tộc thiểu số' },
  'qd-6-ttg.2022': { date: '2022-01-06' },
  'nd-30-2020-cp': { date: '2020-03-05', title: 'công tác văn thư' },
  'l-31-qh15': { title: 'Luật Đất đai' },
  'l-39-qh14': { title: 'Luật Đầu tư công' },
  'tt-29-2024-bgddt': { title: 'dạy thêm, học thêm' },
  'nq-128-cp.2021': { title: 'thích ứng an toàn, linh hoạt, kiểm soát hiệu quả dịch bệnh' },
  'nq-337-2021-hdnd.quang-ninh': { title: 'chính sách hỗ trợ học phí' },
};

/** About 700 documents, and the entry of a code that some mention leaves open. */
export function sharedNumbers(): readonly OfficialDocument[] {
  return [...ofParty(), ...ofCouncils(), ...ofExecutives(), ...ofCentre(), anEntry()];
}

const quangNinh = { province: 'Quảng Ninh' };
const namTrung = { province: 'Nam Trung' };
const bacHai = { province: 'Bắc Hải' };
const haKhe = { ...namTrung, district: 'Hạ Khê' };
const traLam = { ...namTrung, district: 'Trà Lâm' };
const centre = body('', 'TW', 'Trung ương Đảng', null);

const committees = [
  body('quang-ninh', 'TU', 'Tỉnh ủy Quảng Ninh', quangNinh),
  body('nam-trung', 'TU', 'Tỉnh ủy Nam Trung', namTrung),
  body('bac-hai', 'TU', 'Tỉnh ủy Bắc Hải', bacHai),
  body('ha-khe', 'TU', 'Thành ủy Hạ Khê', haKhe),
  body('song-mo', 'TU', 'Thành ủy Sông Mơ', { ...quangNinh, district: 'Sông Mơ' }),
  body('tra-lam', 'HU', 'Huyện ủy Trà Lâm', traLam),
  body('an-trach', 'HU', 'Huyện ủy An Trạch', { ...bacHai, district: 'An Trạch' }),
  body('kim-lung', 'QU', 'Quận ủy Kim Lũng', { ...bacHai, district: 'Kim Lũng' }),
  body('bai-sao', 'ĐU', 'Đảng ủy phường Bãi Sáo', { ...haKhe, commune: 'Bãi Sáo' }),
  body('tan-ha', 'ĐU', 'Đảng ủy xã Tân Hạ', { ...traLam, commune: 'Tân Hạ' }),
];
const numbersOfParty: Readonly<Record<string, readonly string[]>> = {
  NQ: ['05', '12', '18', '21'],
  CT: ['05', '12', '18'],
  KH: ['44', '214'],
  QĐ: ['08', '37', '217'],
  TB: ['90', '812'],
  KL: ['27', '91'],
  CTr: ['12', '33'],
};

function ofParty(): readonly OfficialDocument[] {
  const found: OfficialDocument[] = [];
  for (const [type, numbers] of Object.entries(numbersOfParty)) {
    for (const number of numbers) {
      for (const committee of committees) {
        for (const term of ['2015-2020', '2020-2025']) found.push(partyDocument(type, number, committee, term));
      }
      if (number !== '217')
        for (const term of ['2016-2021', '2021-2026']) found.push(partyDocument(type, number, centre, term));
    }
  }
  return [
    ...found,
    partyDocument('QĐ', '217', centre, '2011-2016'),
    partyDocument('HD', '36', body('', 'VPTW', 'Văn phòng Trung ương Đảng', null), '2021-2026'),
    partyDocument('HD', '05', body('quang-ninh', 'BTCTU', 'Ban Tổ chức Tỉnh ủy Quảng Ninh', quangNinh), '2020-2025'),
    partyDocument('HD', '05', body('nam-trung', 'BTCTU', 'Ban Tổ chức Tỉnh ủy Nam Trung', namTrung), '2020-2025'),
  ];
}

const seats: readonly (readonly [scope: string, unit: string, place: Place])[] = [
  ['quang-ninh', 'tỉnh Quảng Ninh', quangNinh],
  ['nam-trung', 'tỉnh Nam Trung', namTrung],
  ['bac-hai', 'tỉnh Bắc Hải', bacHai],
  ['ha-khe', 'thành phố Hạ Khê', haKhe],
  ['tra-lam', 'huyện Trà Lâm', traLam],
];

function ofCouncils(): readonly OfficialDocument[] {
  return seats.flatMap(([scope, unit, place]) => {
    const council = body(scope, 'HĐND', `HĐND ${unit}`, place);
    const coded = ['31', '337'].flatMap((number) =>
      [2021, 2022].map((year) => codedDocument('NQ', number, council, year)),
    );
    return [...coded, ...[2021, 2022, 2023].map((year) => datedDocument('NQ', '31', council, year))];
  });
}

function ofExecutives(): readonly OfficialDocument[] {
  return seats.flatMap(([scope, unit, place]) => {
    const executive = body(scope, 'UBND', `UBND ${unit}`, place);
    return [
      ...[2012, 2021].map((year) => codedDocument('QĐ', '15', executive, year)),
      ...[2021, 2022].map((year) => datedDocument('QĐ', '1520', executive, year)),
      ...[2022, 2023].map((year) => datedDocument('KH', '214', executive, year)),
      datedDocument('CT', '08', executive, 2022),
      ...[2022, 2023].map((year) => ({
        ...datedDocument('CV', '910', executive, year),
        code: '910/UBND-KT' as ReferenceCode,
      })),
    ];
  });
}

function ofCentre(): readonly OfficialDocument[] {
  const government = body('', 'CP', 'Chính phủ', null);
  const premier = body('', 'TTg', 'Thủ tướng Chính phủ', null);
  const ministries = [
    body('', 'BTC', 'Bộ Tài chính', null),
    body('', 'BGDĐT', 'Bộ Giáo dục và Đào tạo', null),
    body('', 'BNV', 'Bộ Nội vụ', null),
    body('', 'BNNPTNT', 'Bộ Nông nghiệp và Phát triển nông thôn', null),
  ];
  const standing = body('', 'UBTVQH15', 'Ủy ban Thường vụ Quốc hội', null);
  return [
    ...['15', '30', '168'].flatMap((number) =>
      [2018, 2020, 2021, 2024].map((year) => codedDocument('NĐ', number, government, year)),
    ),
    ...[2020, 2021].map((year) => datedDocument('NQ', '128', government, year)),
    codedDocument('NQ', '30a', government, 2008),
    codedDocument('NQ', '66.7', government, 2025),
    datedDocument('NQ', '66', government, 2025),
    ...[2013, 2021].map((year) => datedDocument('QĐ', '1719', premier, year)),
    datedDocument('QĐ', '06', premier, 2022),
    codedDocument('QĐ', '06', premier, 2022),
    ...[2021, 2023].map((year) => datedDocument('CT', '22', premier, year)),
    ...[2022, 2024].map((year) => datedDocument('CĐ', '95', premier, year)),
    ...['12', '22', '29'].flatMap((number) =>
      ministries.flatMap((ministry) => [2021, 2022, 2024].map((year) => codedDocument('TT', number, ministry, year))),
    ),
    codedDocument('TTLT', '55', body('', 'BNV-VPCP', 'Bộ Nội vụ', null), 2005),
    ...[2022, 2023].map((year) => datedDocument('TB', '15', body('', 'VPCP', 'Văn phòng Chính phủ', null), year)),
    ...(
      [
        ['31', 2024, '15'],
        ['31', 2013, '13'],
        ['39', 2019, '14'],
      ] as const
    ).map(([number, year, term]) => assemblyDocument('L', `${number}/${year}/QH${term}`, number, year, term)),
    assemblyDocument('NQ', '98/2023/QH15', '98', 2023, '15'),
    { ...codedDocument('PL', '02', { ...standing }, 2022), code: '02/2022/UBTVQH15' as ReferenceCode, term: '15' },
    assemblyDocument('NQ', '837/NQ-UBTVQH14', '837', null, '14', 'UBTVQH'),
  ];
}

function anEntry(): OfficialDocument {
  const id = mintEntryId('NQ', '21', null, 'TU');
  return { ...draw(id, '21-NQ/TU', 'NQ', '21', centre), issuer: null, level: null, citedBy: 40 };
}

function partyDocument(type: string, number: string, issuer: IssuingBody, term: string): OfficialDocument {
  const id = mintDocumentId({ type, number, body: issuer, codeYear: null, term, year: null });
  return { ...draw(id, `${number}-${type}/${issuer.symbol}`, type, number, issuer), term };
}

function codedDocument(type: string, number: string, issuer: IssuingBody, year: number): OfficialDocument {
  const id = mintDocumentId({ type, number, body: issuer, codeYear: year, term: null, year: null });
  const document = draw(id, `${number}/${year}/${type}-${issuer.symbol}`, type, number, issuer);
  return { ...document, year, date: document.date ?? day(`${year}-03-10`) };
}

function datedDocument(type: string, number: string, issuer: IssuingBody, year: number): OfficialDocument {
  const id = mintDocumentId({ type, number, body: issuer, codeYear: null, term: null, year });
  const document = draw(id, `${number}/${type}-${issuer.symbol}`, type, number, issuer);
  return { ...document, year, date: document.date ?? day(`${year}-06-15`) };
}

function assemblyDocument(
  type: string,
  code: string,
  number: string,
  year: number | null,
  term: string,
  symbol = 'QH',
): OfficialDocument {
  const issuer = body('', `${symbol}${term}`, symbol === 'QH' ? 'Quốc hội' : 'Ủy ban Thường vụ Quốc hội', null);
  const id = mintDocumentId({ type, number, body: issuer, codeYear: year, term, year: null });
  return { ...draw(id, code, type, number, issuer), year, term };
}

function draw(
  id: OfficialDocument['id'],
  code: string,
  type: string,
  number: string,
  issuer: IssuingBody,
): OfficialDocument {
  const { date, title, issuer: organ } = known[id] ?? {};
  return {
    id,
    code: code as ReferenceCode,
    type,
    number,
    year: null,
    issuer: organ ?? issuer.name,
    level: issuer.level,
    place: issuer.place,
    term: null,
    date: date === undefined ? null : day(date),
    title: title ?? null,
    aliases: [],
    state: 'cited_only',
    // What is cited most is not what is meant: the documents asked for are cited least.
    citedBy: known[id] === undefined ? 1 + (id.length % 7) : 0,
    conflicts: [],
  };
}

function body(scope: string, symbol: string, name: string, place: Place | null): IssuingBody {
  const level = place === null ? 'central' : place.commune ? 'commune' : place.district ? 'district' : 'province';
  return { scope, symbol, name, level, place };
}

function day(text: string): IsoDate {
  return text as IsoDate;
}
