/**
 * The tables of search-contract.ts: what is typed, and which of search-items.ts must come, in this order.
 *
 * Articles are given by their id, other kinds as `kind:id`.
 */
import type { SearchCapabilities, SearchEngine, SearchQuery } from '../core/search/engine.ts';

/** Null to run a case on this engine, else the reason why not. */
export type Needs = (capabilities: SearchCapabilities) => string | null;

/** Declares one case on an engine that holds what its part of the contract says. */
export type Check = (note: string, run: (engine: SearchEngine) => Promise<void>, needs?: Needs) => void;

/** Note, query, what is found with blanks between. */
export type SearchCase = readonly [string, Partial<SearchQuery>, string, Needs?];

/** Note, query, the hit looked at, and the stretches marked in its title and its snippet. */
export type RangeCase = readonly [string, Partial<SearchQuery>, string, readonly string[], readonly string[]];

const accents: Needs = ({ ranksAccents }) =>
  ranksAccents ? null : 'this engine does not tell accents apart when it ranks';
const noTypos: Needs = ({ toleratesTypos }) =>
  toleratesTypos ? 'this engine also finds words that are one letter off' : null;

const twelveWords: Needs = ({ mostWords }) =>
  mostWords === null || mostWords >= 12 ? null : `this engine looks at ${mostWords} words`;

const datedNewestFirst =
  'rai-rac viet-tat doi-thoai meeting:doi-thoai dau-cu document:nq-31-tu.song-mo.2020 tieu-de dang-ki dang-bo nfd eth gan-giong dau-ngoac';
const datedOldestFirst = datedNewestFirst.split(' ').reverse().join(' ');
const phrase = 'giải phóng mặt bằng';
const newest = { sort: 'newest' } as const;
const articles = { kind: 'article' } as const;

export const searchCases: readonly SearchCase[] = [
  // What a blank or wordless text means
  ['blank text lists all, newest first, undated last', {}, `${datedNewestFirst} khong-ngay`],
  ['blanks only are blank', { text: ' \t\n ' }, `${datedNewestFirst} khong-ngay`],
  ['a text without a word finds nothing', { text: '??? …' }, ''],
  ['a word that nobody wrote', { text: 'xyzzy' }, ''],

  // Accents, case, đ
  ['without accents', { text: 'giai phong mat bang', ...newest }, 'rai-rac viet-tat doi-thoai tieu-de'],
  ['capitals', { text: 'LÁI ĐÒ' }, 'khong-ngay'],
  ['d for đ', { text: 'lai do' }, 'khong-ngay'],
  ['đ where it belongs', { text: 'đích sớm' }, 'nfd'],
  ['eth in the text', { text: 'Đồng Văng' }, 'eth'],
  ['eth in the query', { text: 'Ðảng bộ', to: '2019-03-01' }, 'dang-bo'],
  ['decomposed text', { text: 'tổng kết' }, 'nfd'],
  ['decomposed query', { text: 'đích sớm'.normalize('NFD') }, 'nfd'],
  ['tone placed the new way, text the old way', { text: 'quận ủy hòa giải' }, 'dau-cu'],
  ['tone placed the old way, text the new way', { text: 'Thành uỷ' }, 'doi-thoai'],
  ['tones of a name the other way', { text: 'khóa thủy' }, 'dau-cu'],
  ['the right accents before the newer', { text: 'đảng' }, 'dang-bo dang-ki', accents],
  ['the right accents before a find in the title', { text: 'đang bỏ' }, 'dang-ki dang-bo', accents],
  ['no accents typed, none preferred: title first', { text: 'dang' }, 'dang-ki dang-bo'],

  // Where, and how near
  ['title phrase, body phrase, far apart, whatever is newer', { text: phrase }, 'viet-tat tieu-de doi-thoai rai-rac'],
  ['all words must be there', { text: 'cầu Hạc xyzzy' }, ''],
  ['the twelfth word counts', { text: 'lãnh đạo thành phố trả lời cử tri nhà văn hóa xyzzy' }, '', twelveWords],
  ['twelve words', { text: 'lãnh đạo thành phố trả lời cử tri nhà văn hóa Hạc' }, 'doi-thoai'],
  ['words of title and body together', { text: 'Kim Lũng huyện ủy' }, 'eth'],
  ['order does not matter without quotes', { text: 'Lũng Kim' }, 'eth'],
  ['a name of the people', { text: 'Đoàn Thị Mẫu', ...newest }, 'doi-thoai meeting:doi-thoai'],
  ['a whole name before its parts', { text: 'Lê Văn Thử' }, 'doi-thoai meeting:doi-thoai'],
  ['a name in quotes does not reach into the next', { text: '"Mẫu Văn"' }, ''],
  ['part of a word is no word', { text: 'gươn' }, '', noTypos],

  // Phrases and exclusions
  ['a phrase in quotes', { text: '"mặt bằng"', ...newest }, 'doi-thoai tieu-de'],
  ['a phrase in curly quotes', { text: '“mặt bằng”', ...newest }, 'doi-thoai tieu-de'],
  ['a phrase in the wrong order', { text: '"bằng mặt"' }, ''],
  ['a phrase and a word', { text: '"mặt bằng" cầu' }, 'doi-thoai'],
  ['a quote that never ends', { text: '"mặt bằng cầu' }, 'doi-thoai'],
  ['empty quotes count for nothing', { text: '"" thép' }, 'dau-ngoac'],
  ['without a word', { text: `${phrase} -cầu`, ...newest }, 'rai-rac viet-tat tieu-de'],
  ['without a phrase', { text: 'Sông Mơ -"trụ sở"' }, 'doi-thoai'],
  ['an exclusion takes no synonyms', { text: `${phrase} -gpmb`, ...newest }, 'rai-rac doi-thoai tieu-de'],
  ['only without', { text: '-bến -nghị', from: '2022-01-01' }, 'viet-tat dau-cu document:nq-31-tu.song-mo.2020'],
  ['an exclusion that excludes nothing', { text: 'thép -xyzzy' }, 'dau-ngoac'],
  ['a word wanted and excluded', { text: 'thép -thép' }, ''],
  ['a hyphen inside a word excludes nothing', { text: 'thép-vọt' }, ''],

  // Codes
  ['a code, however its source prints it', { text: '31-NQ/TU' }, 'document:nq-31-tu.song-mo.2020 doi-thoai'],
  ['a code in small letters', { text: '31-nq/tu', ...articles }, 'doi-thoai'],
  ['a code without its hyphen', { text: '31nq/tu', ...articles }, 'doi-thoai'],
  ['a code without separators', { text: '31nqtu', ...articles }, 'doi-thoai'],
  ['a code with a leading zero', { text: '031-NQ/TU', ...articles }, 'doi-thoai'],
  ['a code with a dash', { text: '31–NQ/TU', ...articles }, 'doi-thoai'],
  ['a code in quotes', { text: '"31-NQ/TU"', ...articles }, 'doi-thoai'],
  ['a code and a word', { text: '31-NQ/TU cầu Hạc' }, 'doi-thoai'],
  ['a code is not part of a longer number', { text: '131-NQ/TU' }, 'gan-giong'],
  ['a code is not put together from others', { text: '32-KL/TW' }, ''],
  ['a code with year and Đ', { text: '337/2021/NQ-HĐND' }, 'tieu-de'],
  ['a code with year, D for Đ', { text: '337/2021/nq-hdnd' }, 'tieu-de'],
  ['number and year of a code', { text: '337/2021' }, 'tieu-de'],
  ['a code that nobody cites', { text: '33-NQ/TU' }, '', noTypos],

  // Abbreviations
  ['an abbreviation finds its long form', { text: 'gpmb', ...newest }, 'viet-tat doi-thoai tieu-de'],
  ['a long form finds its abbreviation', { text: 'Ban Thường vụ', ...newest }, 'viet-tat tieu-de'],
  ['a long form without accents', { text: 'hoi dong nhan dan', ...newest }, 'viet-tat tieu-de'],
  ['two abbreviations', { text: 'BTV HĐND', ...newest }, 'viet-tat tieu-de'],
  ['the longest entry that fits', { text: 'Ủy ban Mặt trận Tổ quốc' }, 'eth'],
  ['quotes mean what they say', { text: '"BTV"' }, 'viet-tat'],
  ['other accents are other words', { text: 'bản thường vụ' }, 'tieu-de'],

  // Narrowing
  ['one kind', { kind: 'meeting' }, 'meeting:doi-thoai'],
  ['one kind and words', { kind: 'document', text: 'hạ tầng' }, 'document:nq-31-tu.song-mo.2020'],
  ['one value', { filters: { year: ['2022'] } }, 'dau-cu document:nq-31-tu.song-mo.2020'],
  ['values of one facet are alternatives', { filters: { type: ['KL', 'KH'] } }, 'viet-tat tieu-de gan-giong'],
  ['facets must all hold', { filters: { type: ['NQ'], level: ['province'] } }, 'tieu-de gan-giong'],
  ['a second value of an item', { filters: { source: ['lam-giang'] }, kind: 'meeting' }, 'meeting:doi-thoai'],
  ['a value with Đ and blanks', { filters: { issuer: ['HĐND tỉnh Lam Giang'] } }, 'tieu-de'],
  ['a value is not folded', { filters: { issuer: ['HDND tinh Lam Giang'] } }, ''],
  ['a value of another facet', { filters: { type: ['2022'] } }, ''],
  ['an unknown value beside a known one', { filters: { year: ['1900', '2024'] } }, 'rai-rac'],
  ['an empty list is no filter', { filters: { year: [], source: ['ben-loi'] } }, 'viet-tat'],
  ['a filter and words', { text: phrase, filters: { year: ['2021', '2024'] } }, 'tieu-de rai-rac'],
  ['a filter and an exclusion', { text: '-cầu', filters: { source: ['song-mo'] } }, 'rai-rac meeting:doi-thoai'],
  ['hostile values', { filters: { source: ["' OR 1=1 --", '"', '\u0001', ''] } }, ''],
  [
    'a hundred values',
    { filters: { year: Array.from({ length: 100 }, (_, n) => `${1922 + n}`) } },
    'tieu-de gan-giong',
  ],
  ['from a day on, that day included', { from: '2023-03-21' }, 'rai-rac viet-tat doi-thoai'],
  ['up to a day, that day included, the undated left out', { to: '2017-07-07' }, 'gan-giong dau-ngoac'],
  ['one day', { from: '2021-12-31', to: '2021-12-31' }, 'tieu-de'],
  ['days the wrong way round', { from: '2022-01-01', to: '2021-01-01' }, ''],

  // Order
  ['oldest first, undated last', { sort: 'oldest' }, `${datedOldestFirst} khong-ngay`],
  ['newest first whatever the relevance', { text: phrase, ...newest }, 'rai-rac viet-tat doi-thoai tieu-de'],
  ['oldest first with words', { text: 'mặt bằng', sort: 'oldest' }, 'tieu-de doi-thoai rai-rac'],
];

export const rangeCases: readonly RangeCase[] = [
  ['a run of words in one piece', { text: phrase }, 'tieu-de', ['Giải phóng mặt bằng'], []],
  ['what was typed without accents', { text: 'song mo' }, 'doi-thoai', ['Sông Mơ'], []],
  ['the long form of an abbreviation', { text: 'gpmb' }, 'doi-thoai', [], [phrase]],
  ['the abbreviation of a long form', { text: phrase }, 'viet-tat', ['GPMB'], []],
  ['a code as its source prints it', { text: '31-NQ/TU' }, 'doi-thoai', [], ['31 – NQ / Tu']],
  ['a code typed without separators', { text: '31nqtu' }, 'doi-thoai', [], ['31 – NQ / Tu']],
  ['a decomposed text, handed out composed', { text: 'nong thon moi' }, 'nfd', ['nông thôn mới'.normalize('NFC')], []],
  ['words that stand apart', { text: 'thép vọt' }, 'dau-ngoac', ['thép', 'vọt'], ['thép']],
  ['words side by side, and not where one strays', { text: 'thép giá' }, 'dau-ngoac', ['Giá thép'], ['thép']],
  ['whole words only', { text: 'bộ' }, 'dang-bo', ['bộ'], ['bộ']],
  ['the phrase in quotes and not its parts', { text: '"mặt bằng"' }, 'tieu-de', ['mặt bằng'], []],
  ['nothing of an exclusion', { text: 'thép -xyzzy' }, 'dau-ngoac', ['thép'], ['thép']],
  ['nothing when nothing was typed', {}, 'dau-ngoac', [], []],
];

/** Typed by accident, by a tester or by an attacker: each is answered. Between blanks. */
const hostileWords = `" "" """ ' * a* *a ^ ^thép ( ) () (thép { {title}:thép title:thép : NEAR NEAR(thép,giá,5) AND OR NOT - -- -" -"thép -* +
  \\ / 21-NQ/TU ;DROP%20TABLE 'OR'1'='1 % _ %thép% 😀 👨‍👩‍👧 ﬁ ₫ １２３ ß İ ǅ 中文 ไทย 한국어 <script>alert(1)</script> #{7*7} {{7*7}}`;

export const hostileTexts: readonly string[] = [
  ...hostileWords.split(/\s+/),
  'title : "thép"',
  'thép NEAR giá',
  'thép AND',
  'OR thép',
  'thép OR OR giá',
  'thép NOT giá',
  '- -',
  '\0',
  'thép\0giá',
  '\u0001\u001f\u007f',
  '\ud800',
  'thép\udc00',
  '\u0301',
  'a\u0301\u0301\u0301',
  '\u202eThép',
  '\ufeff',
  '\u{E000}',
  ...['x', '"', '(', '-', '1-a/', '\u0301'].map((text) => text.repeat(512)),
  ...['a ', 'a" ', '-a ', '"a" ', 'thép ', 'gpmb btv ubnd hđnd tw bch kt-xh ', `${phrase} `].map((text) =>
    text.repeat(300),
  ),
  Array.from({ length: 200 }, (_, number) => `${number}`).join(' '),
  `${'\n'.repeat(512)}thép`,
];
