/**
 * How an official text cites a document: Decree 30/2020/NĐ-CP, Appendix I, part II, section 3, wants the type, number and
 * symbol, date, issuer and subject at the first mention, and type, number and symbol afterwards; of a law its type and
 * name are enough.
 *
 * Only what is known for sure is written. What is unknown, or what sources contradict each other about, is left out and
 * named, so that whoever copies the words knows what to fill in.
 */
import { parseCode } from '../citations/code.ts';
import { documentTypes } from '../citations/document-types.ts';
import { findIssuer } from '../citations/issuers.ts';
import type { OfficialDocument } from './document.ts';

/** What citing needs to know of a document. */
export type CitedFacts = Pick<
  OfficialDocument,
  'code' | 'type' | 'typeName' | 'issuer' | 'date' | 'title' | 'state' | 'conflicts'
>;

export const citedParts = ['type', 'date', 'issuer', 'title'] as const;
export type CitedPart = (typeof citedParts)[number];

export interface CitingForm {
  readonly text: string;
  /** What the Decree wants and the words lack, and why: `unknown` to the archive, or `contradicted` by its sources. */
  readonly lacks: readonly { readonly part: CitedPart; readonly why: 'unknown' | 'contradicted' }[];
}

/**
 * As at the first mention.
 *
 * @example
 * citeInFull(document).text
 * // 'Nghị quyết số 21-NQ/TU ngày 14 tháng 02 năm 2022 của Thành ủy Hạ Khê về chỉnh trang đô thị'
 */
export function citeInFull(document: CitedFacts): CitingForm {
  const type = nameOfType(document);
  const title = known(document, 'title', document.title);
  const lacks = citedParts.flatMap((part): CitingForm['lacks'] => {
    if (part === 'type') return type === null ? [{ part, why: 'unknown' }] : [];
    if (known(document, part, document[part]) !== null) return [];
    return [{ part, why: document[part] === null ? 'unknown' : 'contradicted' }];
  });
  const ofLaw = isLaw(type) && title !== null ? `${type} ${nameLaw(title, type)}` : null;
  if (ofLaw !== null) return { text: ofLaw, lacks: [] };
  const date = known(document, 'date', document.date);
  const issuer = known(document, 'issuer', document.issuer);
  const parts = [
    citeInShort(document),
    date === null ? null : spellDate(date),
    issuer === null ? null : `của ${spellIssuerName(issuer)}`,
    title === null ? null : leadInTitle(title),
  ];
  return { text: parts.filter((part) => part !== null).join(' '), lacks };
}

/** As at every mention after the first: `Nghị quyết số 21-NQ/TU`; `Văn bản số …` where the type is not known for sure. */
export function citeInShort(document: NamedFacts): string {
  return `${nameOfType(document) ?? 'Văn bản'} số ${document.code}`;
}

/** `2022-02-04` is `ngày 04 tháng 02 năm 2022`: days below 10 and the months 1 and 2 have two digits, other months one. */
export function spellDate(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

type NamedFacts = Pick<CitedFacts, 'code' | 'type' | 'typeName' | 'issuer'>;

/**
 * The name of the type, or null: one symbol may name two types (QĐ of the Party is a Quyết định or a Quy định), and then
 * only those who cite it can tell which, or the issuer's system.
 */
export function nameOfType({ code, type, typeName, issuer }: NamedFacts): string | null {
  if (typeName !== undefined) return typeName;
  const rows = documentTypes.filter(({ symbol }) => symbol === type);
  const symbol = parseCode(code)?.issuerCode.split(/[-/]/)[0] ?? '';
  const system = findIssuer(symbol)?.system ?? (parseCode(code)?.year == null ? null : 'state');
  const ofSystem = system === null ? rows : rows.filter(({ systems }) => systems.includes(systemNames[system]));
  const names = new Set((ofSystem.length > 0 ? ofSystem : rows).map(({ name }) => name));
  if (names.size > 1 && type === 'L') return issuer === 'Quốc hội' ? 'Luật' : null;
  const [only = null, ...others] = names;
  return others.length > 0 ? null : only;
}

const systemNames = { party: 'party', state: 'state', 'mass-org': 'mass' } as const;

/** The value where no source contradicts it; a held text outweighs what others print. */
function known(document: CitedFacts, part: 'date' | 'issuer' | 'title', value: string | null): string | null {
  const isContradicted = document.conflicts.some(({ field }) => field === part);
  return isContradicted && document.state !== 'held' ? null : value;
}

function isLaw(type: string | null): type is string {
  return type === 'Luật' || type === 'Pháp lệnh';
}

function nameLaw(title: string, type: string): string {
  return title.toLowerCase().startsWith(`${type.toLowerCase()} `) ? title.slice(type.length + 1) : title;
}

/** The names that codes abbreviate, written in full as the Decree wants them. */
const FULL_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^TT\.? ?HĐND(?= |$)/u, 'Thường trực Hội đồng nhân dân'],
  [/^HĐND(?= |$)/u, 'Hội đồng nhân dân'],
  [/^UBND(?= |$)/u, 'Ủy ban nhân dân'],
  [/^(?:UB ?)?MTTQ(?: VN| Việt Nam)?(?= |$)/u, 'Ủy ban Mặt trận Tổ quốc Việt Nam'],
  [/^BTV(?= |$)/u, 'Ban Thường vụ'],
  [/^BCH(?= |$)/u, 'Ban Chấp hành'],
];

function spellIssuerName(issuer: string): string {
  for (const [short, full] of FULL_NAMES) if (short.test(issuer)) return issuer.replace(short, full);
  return issuer;
}

/** Titles that begin with what the document does stand as they are, all others behind "về". */
const DOES =
  /^(?:về|quy định|ban hành|sửa đổi|bổ sung|bãi bỏ|thay thế|phê duyệt|công bố|hướng dẫn|quy chế|triển khai|tổ chức thực hiện|thực hiện|giao|phân cấp|phân công|kiện toàn|thành lập|điều chỉnh|thông qua|chấp thuận|hợp nhất|kết luận)(?!\p{L})/iu;

function leadInTitle(title: string): string {
  return DOES.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : `về ${title}`;
}
