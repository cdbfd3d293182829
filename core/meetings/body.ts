/**
 * The names of bodies: how they begin in a text, and the key under which the spellings of one body agree.
 */
import { foldText } from '../citations/fold.ts';
import { oneOf } from './pattern.ts';

const COMMITTEE = '(?:tỉnh|thành|quận|huyện|thị|đảng) ủy';

/** Source of a pattern for the first words of a body's name, in the matching form of prose.ts. */
export const BODY_HEAD = `${oneOf`
  thường trực (?:${COMMITTEE}|hđnd|hội đồng nhân dân|ủy ban|ubnd)|(?:ban thường vụ|btv|ban chấp hành|bch)(?!\p{L})|
  ban thường trực|ban cán sự đảng|đảng đoàn|${COMMITTEE}(?! viên)|đảng bộ|chi bộ|chi ủy|ban bí thư|
  ban (?:tổ chức|tuyên giáo|dân vận|nội chính|kinh tế|pháp chế|văn hóa|dân tộc|chỉ đạo|quản lý|đô thị|đại diện|chqs)|bcđ|
  ủy ban (?:kiểm tra|nhân dân|mttq|mặt trận|thường vụ quốc hội|bầu cử)|ubkt|ubnd|hđnd|hđndtp|ubmttq|mttq|
  mặt trận tổ quốc|hội đồng (?:nhân dân|nghĩa vụ|thi đua)|quốc hội|ubtvqh|tổ đại biểu|đoàn đbqh|
  đoàn đại biểu quốc hội|chính phủ|văn phòng|bộ (?!phận|máy|đội|mặt|luật)\p{L}+|sở|phòng|cục|chi cục|tổng cục|
  tòa án|tand|viện kiểm sát|vksnd|thanh tra|công an|liên đoàn lao động|lđlđ|công đoàn|
  hội (?:nông dân|phụ nữ|cựu chiến binh|ccb|lhpn|liên hiệp|chữ thập|người cao tuổi|luật gia|nhà báo|khuyến học)|
  (?:tỉnh|thành|quận|huyện|thị) ?đoàn|đoàn thanh niên|trung tâm chính trị|trường chính trị|tổ công tác|khối`}(?!\\p{L})`;

/**
 * A key for comparing bodies: unmarked lower case, abbreviations spelt out, a committee of the Party organisation of a
 * province, city or district under the committee's short name. `normaliseBody('BCH Đảng bộ TP Hạ Khê')` and
 * `normaliseBody('Thành uỷ Hạ Khê')` are both `thanh uy ha khe`.
 */
export function normaliseBody(name: string): string {
  const plain = foldText(name.normalize('NFC').replace(OF, ' '))
    .text.replace(/[^a-z0-9]+/gu, ' ')
    .trim();
  const key = spellings.reduce((text, [printed, full]) => text.replaceAll(printed, full), ` ${plain} `);
  return key.replace(/\s+/gu, ' ').trim();
}

// Before the marks go: Cửa Lò is a place.
const OF = /(?<!\p{L})của(?!\p{L})/giu;

// Tried in this order; each stands between blanks, so that no word is hit inside another.
const spellings: readonly (readonly [RegExp, string])[] = [
  [/ btv(?= )/gu, ' ban thuong vu'],
  [/ bch(?= )/gu, ' ban chap hanh'],
  [/ (?:tp|t p)(?= )/gu, ' thanh pho'],
  [/ tx(?= )/gu, ' thi xa'],
  [/ hdndtp(?= )/gu, ' hdnd thanh pho'],
  [/ hoi dong nhan dan(?= )/gu, ' hdnd'],
  [/ uy ban nhan dan(?= )/gu, ' ubnd'],
  [/ ubmttq(?= )/gu, ' uy ban mttq'],
  [/ mat tran to quoc(?= )/gu, ' mttq'],
  [/ mttq viet nam(?= )/gu, ' mttq'],
  [/ ubkt(?= )/gu, ' uy ban kiem tra'],
  [/ ubtvqh(?= )/gu, ' uy ban thuong vu quoc hoi'],
  [/ bcd(?= )/gu, ' ban chi dao'],
  [/ doan dai bieu quoc hoi(?= )/gu, ' doan dbqh'],
  [/ ldld(?= )/gu, ' lien doan lao dong'],
  [/ lhpn(?= )/gu, ' lien hiep phu nu'],
  [/ (?:ban chap hanh )?dang bo tinh(?= )/gu, ' tinh uy'],
  [/ (?:ban chap hanh )?dang bo thanh pho(?= )/gu, ' thanh uy'],
  [/ (?:ban chap hanh )?dang bo quan(?= )/gu, ' quan uy'],
  [/ (?:ban chap hanh )?dang bo huyen(?= )/gu, ' huyen uy'],
  [/ (?:ban chap hanh )?dang bo thi xa(?= )/gu, ' thi uy'],
  [/ (?:ban chap hanh )?dang bo (?=(?:xa|phuong|thi tran) )/gu, ' dang uy '],
  [/ thanh uy thanh pho(?= )/gu, ' thanh uy'],
  [/ (tinh|huyen|quan) uy \1(?= )/gu, ' $1 uy'],
  [/ thi uy thi xa(?= )/gu, ' thi uy'],
];

const PLACE_AT_END = /(?:\p{Lu}\p{Ll}* |(?:ủy|uỷ|TP|tỉnh|phố|xã) )\p{Lu}\p{Ll}*$/u;
const NATIONAL = /(?:trung ương|quốc hội|chính phủ|bộ chính trị|ban bí thư)/iu;

/**
 * Whether a body's name as printed says which one of its kind is meant. Names of places have a capital on every
 * syllable (Thành ủy Hạ Khê), names of offices on the first only (Sở Xây dựng); national bodies exist once.
 */
export function namesItsPlace(name: string): boolean {
  return NATIONAL.test(name) || PLACE_AT_END.test(name.normalize('NFC').trim());
}
