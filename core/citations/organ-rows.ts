/**
 * The words by which sentences name issuing bodies, as rows: what is printed (folded), what kind of body it is, which
 * symbol its codes bear. issuer-phrase.ts joins them into one pattern and reads with it.
 *
 * Order decides: the longer name stands before the shorter one it begins with. A body of the country is a row of its
 * own; of local bodies the place follows in the text. Symbols are those of data/reference/issuers.json; null where a
 * body has borne several (the former Ministry of Agriculture: BNN, BNNPTNT).
 */
import type { IssuerLevel } from './citation.ts';

/** What kind of body, without its place. */
export interface OrganRow {
  /** Stable name of the kind: `tinh-uy`, `hdnd`, `bo` … */
  readonly organ: string;
  readonly symbol: string | null;
  readonly level: IssuerLevel | null;
  /** Folded pattern; a space stands for a space or line end. */
  readonly pattern: string;
  /** Standard words for it; empty where the words are taken as printed. */
  readonly name: string;
  /** A place or own name may follow. */
  readonly hasName: boolean;
}

const AND = ' ?(?:&|va|-|,) ?';

const MINISTRIES: readonly (readonly [string | null, string, string])[] = [
  ['BQP', 'Bộ Quốc phòng', 'quoc phong'],
  ['BCA', 'Bộ Công an', 'cong an'],
  ['BNG', 'Bộ Ngoại giao', 'ngoai giao'],
  ['BNV', 'Bộ Nội vụ', 'noi vu'],
  ['BTP', 'Bộ Tư pháp', 'tu phap'],
  ['BTC', 'Bộ Tài chính', 'tai chinh'],
  ['BCT', 'Bộ Công Thương', 'cong thuong'],
  ['BNNMT', 'Bộ Nông nghiệp và Môi trường', `(?:nong nghiep va moi truong|nn${AND}mt|nnmt)`],
  [
    null,
    'Bộ Nông nghiệp và Phát triển nông thôn',
    `(?:nong nghiep va (?:phat trien nong thon|ptnt)|nn${AND}ptnt|nnptnt)`,
  ],
  ['BXD', 'Bộ Xây dựng', 'xay dung'],
  [
    'BVHTTDL',
    'Bộ Văn hóa, Thể thao và Du lịch',
    `(?:van hoa, the thao va du lich|vh${AND}tt${AND}dl|vhtt${AND}dl|vhttdl)`,
  ],
  ['BVHTT', 'Bộ Văn hóa - Thông tin', `van hoa${AND}thong tin`],
  ['BKHCN', 'Bộ Khoa học và Công nghệ', `(?:khoa hoc${AND}cong nghe|kh${AND}cn|khcn)`],
  ['BGDĐT', 'Bộ Giáo dục và Đào tạo', `(?:giao duc${AND}dao tao|gd${AND}dt|gddt)`],
  ['BYT', 'Bộ Y tế', 'y te'],
  ['BDTTG', 'Bộ Dân tộc và Tôn giáo', 'dan toc va ton giao'],
  ['BKHĐT', 'Bộ Kế hoạch và Đầu tư', `(?:ke hoach${AND}dau tu|kh${AND}dt|khdt)`],
  ['BGTVT', 'Bộ Giao thông vận tải', '(?:giao thong van tai|gtvt)'],
  ['BTNMT', 'Bộ Tài nguyên và Môi trường', `(?:tai nguyen${AND}moi truong|tn${AND}mt|tnmt)`],
  ['BTTTT', 'Bộ Thông tin và Truyền thông', `(?:thong tin${AND}truyen thong|tt${AND}tt|tttt)`],
  [
    'BLĐTBXH',
    'Bộ Lao động - Thương binh và Xã hội',
    `(?:lao dong${AND}thuong binh${AND}xa hoi|ld${AND}tb${AND}xh|ldtbxh)`,
  ],
  ['BCN', 'Bộ Công nghiệp', 'cong nghiep'],
  ['BTM', 'Bộ Thương mại', 'thuong mai'],
  ['BTS', 'Bộ Thủy sản', 'thuy san'],
];

const DEPARTMENTS: readonly (readonly [string, string, string])[] = [
  ['SNV', 'Sở Nội vụ', 'noi vu'],
  ['STC', 'Sở Tài chính', 'tai chinh'],
  ['SKHĐT', 'Sở Kế hoạch và Đầu tư', `(?:ke hoach${AND}dau tu|kh${AND}dt|khdt)`],
  ['SNNMT', 'Sở Nông nghiệp và Môi trường', `(?:nong nghiep va moi truong|nn${AND}mt)`],
  ['SNNPTNT', 'Sở Nông nghiệp và PTNT', `(?:nong nghiep va (?:phat trien nong thon|ptnt)|nn${AND}ptnt)`],
  ['STNMT', 'Sở Tài nguyên và Môi trường', `(?:tai nguyen${AND}moi truong|tn${AND}mt|tnmt)`],
  ['SXD', 'Sở Xây dựng', 'xay dung'],
  ['SGTVT', 'Sở Giao thông vận tải', '(?:giao thong van tai|gtvt)'],
  ['SYT', 'Sở Y tế', 'y te'],
  ['SGDĐT', 'Sở Giáo dục và Đào tạo', `(?:giao duc${AND}dao tao|gd${AND}dt|gddt)`],
  ['SKHCN', 'Sở Khoa học và Công nghệ', `(?:khoa hoc${AND}cong nghe|kh${AND}cn|khcn)`],
  ['STTTT', 'Sở Thông tin và Truyền thông', `(?:thong tin${AND}truyen thong|tt${AND}tt|tttt)`],
  [
    'SLĐTBXH',
    'Sở Lao động - Thương binh và Xã hội',
    `(?:lao dong${AND}thuong binh${AND}xa hoi|ld${AND}tb${AND}xh|ldtbxh)`,
  ],
  ['STP', 'Sở Tư pháp', 'tu phap'],
  ['SCT', 'Sở Công Thương', 'cong thuong'],
  ['SVHTTDL', 'Sở Văn hóa, Thể thao và Du lịch', `(?:van hoa, the thao va du lich|vh${AND}tt${AND}dl|vhttdl)`],
  ['SVHTT', 'Sở Văn hóa và Thể thao', 'van hoa va the thao'],
  ['SDL', 'Sở Du lịch', 'du lich'],
];

const CENTRE = '(?:trung uong|tw)';

export const organRows: readonly OrganRow[] = [
  local('tinh-uy', 'TU', 'province', 'tinh uy', 'Tỉnh ủy'),
  local('thanh-uy', 'TU', null, 'thanh uy', 'Thành ủy'),
  local('thi-uy', 'TU', 'district', 'thi uy', 'Thị ủy'),
  local('quan-uy', 'QU', 'district', `quan uy(?! ${CENTRE})`, 'Quận ủy'),
  local('huyen-uy', 'HU', 'district', 'huyen uy', 'Huyện ủy'),
  local('dang-bo', null, null, 'dang bo', 'Đảng bộ'),
  national('dang-uy-ca', 'ĐUCATW', `dang uy cong an ${CENTRE}`, 'Đảng ủy Công an Trung ương'),
  local('dang-uy-khoi', 'ĐUK', 'org', 'dang uy khoi', 'Đảng ủy Khối'),
  local('dang-uy', 'ĐU', null, 'dang uy', 'Đảng ủy'),
  local('ban-can-su', 'BCSĐ', null, 'ban can su(?: dang)?|bcsd(?: dang)?', 'Ban cán sự đảng'),
  local('dang-doan', 'ĐĐ', null, 'dang doan', 'Đảng đoàn'),
  local('chi-bo', 'CB', 'commune', 'chi bo', 'Chi bộ'),
  national('bo-chinh-tri', 'TW', 'bo chinh tri|bct', 'Bộ Chính trị'),
  national('ban-bi-thu', 'TW', 'ban bi thu', 'Ban Bí thư'),
  national('bch-tw', 'TW', '(?:bch|ban chap hanh) (?:trung uong|tw|t\\.?u\\.?)(?: dang)?', 'Ban Chấp hành Trung ương'),
  national(
    'hoi-nghi-tw',
    'TW',
    `hoi nghi (?:lan thu [a-z0-9]{1,5} )?(?:(?:bch|ban chap hanh) )?${CENTRE}(?: dang)?`,
    'Ban Chấp hành Trung ương',
  ),
  national('quan-uy-tw', 'QUTW', `(?:tong quan uy|quan uy ${CENTRE})`, 'Quân ủy Trung ương'),
  national('ban-tw', 'BTCTW', `ban to chuc ${CENTRE}`, 'Ban Tổ chức Trung ương'),
  national('ban-tw', 'BTGDVTW', `ban tuyen giao va dan van ${CENTRE}`, 'Ban Tuyên giáo và Dân vận Trung ương'),
  national('ban-tw', 'BTGTW', `ban tuyen giao ${CENTRE}`, 'Ban Tuyên giáo Trung ương'),
  national('ban-tw', 'BDVTW', `ban dan van ${CENTRE}`, 'Ban Dân vận Trung ương'),
  national('ban-tw', 'BNCTW', `ban noi chinh ${CENTRE}`, 'Ban Nội chính Trung ương'),
  national('ban-tw', 'BKTTW', `ban kinh te ${CENTRE}`, 'Ban Kinh tế Trung ương'),
  national('ban-tw', 'BĐNTW', `ban doi ngoai ${CENTRE}`, 'Ban Đối ngoại Trung ương'),
  national('ban-tw', 'BCSCLTW', `ban chinh sach, chien luoc ${CENTRE}`, 'Ban Chính sách, chiến lược Trung ương'),
  national('ubkttw', 'UBKTTW', `(?:ubkt|uy ban kiem tra) ${CENTRE}`, 'Ủy ban Kiểm tra Trung ương'),
  national('vptw', 'VPTW', `van phong ${CENTRE}(?: dang)?`, 'Văn phòng Trung ương Đảng'),
  national('tw-doan', 'TWĐTN', `${CENTRE} doan(?: tncs ho chi minh)?`, 'Trung ương Đoàn'),
  national('trung-uong', 'TW', '(?:trung uong dang|trung uong|tw dang|tw|dang ta)', 'Trung ương'),
  national('ubtvqh', 'UBTVQH', 'ubtvqh|uy ban thuong vu quoc hoi', 'Ủy ban Thường vụ Quốc hội'),
  national('van-phong-qh', 'VPQH', 'van phong quoc hoi', 'Văn phòng Quốc hội'),
  national('quoc-hoi', 'QH', 'quoc hoi', 'Quốc hội'),
  national('thu-tuong', 'TTg', 'thu tuong(?: chinh phu)?', 'Thủ tướng Chính phủ'),
  national('van-phong-cp', 'VPCP', 'van phong chinh phu', 'Văn phòng Chính phủ'),
  national('thanh-tra-cp', 'TTCP', 'thanh tra chinh phu', 'Thanh tra Chính phủ'),
  national('hoi-dong-cp', 'HĐCP', 'hoi dong chinh phu', 'Hội đồng Chính phủ'),
  national('hoi-dong-bt', 'HĐBT', 'hoi dong bo truong', 'Hội đồng Bộ trưởng'),
  national('chinh-phu', 'CP', 'chinh phu', 'Chính phủ'),
  national('chu-tich-nuoc', 'CTN', 'chu tich nuoc', 'Chủ tịch nước'),
  national(
    'hdtp',
    'HĐTP',
    'hoi dong tham phan(?: tandtc| (?:tand|toa an nhan dan) toi cao)?',
    'Hội đồng Thẩm phán Tòa án nhân dân tối cao',
  ),
  national('tandtc', 'TANDTC', '(?:tandtc|(?:tand|toa an nhan dan) toi cao)', 'Tòa án nhân dân tối cao'),
  national('vkstc', 'VKSTC', '(?:vksndtc|(?:vksnd|vien kiem sat nhan dan) toi cao)', 'Viện kiểm sát nhân dân tối cao'),
  local('hdnd', 'HĐND', null, 'hdnd|hoi dong nhan dan', 'HĐND'),
  local('ubnd', 'UBND', null, 'ubnd|uy ban nhan dan', 'UBND'),
  local(
    'mttq',
    'MTTQ',
    null,
    '(?:ubmttq|uy ban mttq|mttq|uy ban mat tran to quoc|mat tran to quoc)(?: viet nam)?',
    'Ủy ban MTTQ',
  ),
  national('kiem-toan', 'KTNN', 'kiem toan nha nuoc', 'Kiểm toán Nhà nước'),
  national('ngan-hang', 'NHNN', '(?:ngan hang nha nuoc|nhnn)(?: viet nam)?', 'Ngân hàng Nhà nước'),
  national('bhxh', 'BHXH', '(?:bao hiem xa hoi|bhxh) viet nam', 'Bảo hiểm xã hội Việt Nam'),
  national('tong-cuc', 'TCHQ', 'tong cuc hai quan', 'Tổng cục Hải quan'),
  national('tong-cuc', 'TCT', 'tong cuc thue', 'Tổng cục Thuế'),
  national('tong-lien-doan', 'TLĐ', 'tong lien doan(?: lao dong)?(?: viet nam)?', 'Tổng Liên đoàn Lao động'),
  { organ: 'tong-cuc', symbol: null, level: 'central', pattern: 'tong cuc', name: '', hasName: true },
  ...MINISTRIES.map(([symbol, name, words]) => national('bo', symbol, `bo ${words}`, name)),
  local('tinh-doan', 'TĐTN', 'province', 'tinh doan', 'Tỉnh đoàn'),
  local('thanh-doan', 'TĐTN', null, 'thanh doan', 'Thành đoàn'),
  local('lien-doan-lao-dong', 'LĐLĐ', null, 'lien doan lao dong|ldld', 'Liên đoàn Lao động'),
  local('hoi-nong-dan', 'HND', null, 'hoi nong dan', 'Hội Nông dân'),
  local('hoi-phu-nu', 'HLHPN', null, '(?:hoi lhpn|hoi lien hiep phu nu)(?: viet nam)?', 'Hội Liên hiệp Phụ nữ'),
  local('hoi-ccb', 'CCB', null, '(?:hoi ccb|hoi cuu chien binh)(?: viet nam)?', 'Hội Cựu chiến binh'),
  local('doan-dbqh', 'ĐĐBQH', 'province', '(?:doan dbqh|doan dai bieu quoc hoi)', 'Đoàn ĐBQH'),
  ...DEPARTMENTS.map(([symbol, name, words]) => local('so', symbol, 'province', `so ${words}`, name)),
];

/** The first words of an agency, firm or school, whose Đảng ủy is no place's; folded patterns. */
export const institutionWords: readonly string[] = [
  'tong cong ty',
  'cong ty',
  'tap doan',
  'khoi',
  'truong',
  'so',
  'bo',
  'cong an',
  'quan su',
  'benh vien',
  'hoc vien',
  'dai hoc',
  'vien',
  '(?:cac )?co quan',
  'doanh nghiep',
  'cuc',
  'chi cuc',
  'ngan hang',
  'chi nhanh',
  'nha may',
  'xi nghiep',
  'kho bac',
  'lam truong',
  'nong truong',
  'ubnd',
  'uy ban nhan dan',
  'chinh phu',
  'quoc hoi',
  'quan khu',
  'quan chung',
  'quan doan',
  'bo doi',
];

/** What stands in front of a body: pattern, standard words, and the letters its own codes put before the committee's. */
export interface PartRow {
  readonly pattern: string;
  readonly name: string;
  /** `BTC` for a Ban Tổ chức, whose codes bear BTCTU; null where the part signs with the body's own symbol. */
  readonly office: string | null;
  /** A person, whose name may follow the body's. */
  readonly isPerson: boolean;
}

export const partRows: readonly PartRow[] = [
  part('ban thuong vu|btv', 'Ban Thường vụ'),
  part('ban chap hanh|bch', 'Ban Chấp hành'),
  part('thuong truc|tt', 'Thường trực'),
  part('van phong', 'Văn phòng', 'VP'),
  part('uy ban kiem tra|ubkt', 'Ủy ban Kiểm tra', 'UBKT'),
  part('ban to chuc', 'Ban Tổ chức', 'BTC'),
  part('ban tuyen giao va dan van', 'Ban Tuyên giáo và Dân vận', 'BTGDV'),
  part('ban tuyen giao', 'Ban Tuyên giáo', 'BTG'),
  part('ban dan van', 'Ban Dân vận', 'BDV'),
  part('ban noi chinh', 'Ban Nội chính', 'BNC'),
  person('(?:(?:dong chi|d/c) )?pho bi thu(?: thuong truc)?', 'Phó Bí thư'),
  person('(?:(?:dong chi|d/c) )?bi thu', 'Bí thư'),
  person('pho chu tich', 'Phó Chủ tịch'),
  person('chu tich', 'Chủ tịch'),
  person('bo truong, chu nhiem', 'Bộ trưởng, Chủ nhiệm'),
  person('bo truong', 'Bộ trưởng'),
  person('thong doc', 'Thống đốc'),
  person('chanh an', 'Chánh án'),
  person('vien truong', 'Viện trưởng'),
  person('giam doc', 'Giám đốc'),
];

/** Unit words between a body and its place: pattern, standard word, level. */
export const unitRows: readonly (readonly [string, string, IssuerLevel | null])[] = [
  ['tinh', 'tỉnh', 'province'],
  ['thanh pho|tp\\.?', 'thành phố', null],
  ['thi xa|tx\\.?', 'thị xã', 'district'],
  ['huyen', 'huyện', 'district'],
  ['quan', 'quận', 'district'],
  ['thi tran', 'thị trấn', 'commune'],
  ['phuong', 'phường', 'commune'],
  ['dac khu', 'đặc khu', 'commune'],
  ['xa', 'xã', 'commune'],
  ['khoi', 'Khối', 'org'],
];

function local(
  organ: string,
  symbol: string | null,
  level: IssuerLevel | null,
  pattern: string,
  name: string,
): OrganRow {
  return { organ, symbol, level, pattern, name, hasName: true };
}

function national(organ: string, symbol: string | null, pattern: string, name: string): OrganRow {
  return { organ, symbol, level: 'central', pattern, name, hasName: false };
}

function part(pattern: string, name: string, office: string | null = null): PartRow {
  return { pattern, name, office, isPerson: false };
}

function person(pattern: string, name: string): PartRow {
  return { pattern, name, office: null, isPerson: true };
}
