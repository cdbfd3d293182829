/**
 * The few sentences that the server words itself, for answers of the API and for what pages are handed ready-made.
 *
 * All other sentences of pages stand in web/; reasons for a target in core/documents/evidence.ts. Vietnamese and English
 * side by side, so that neither is forgotten.
 */
import { formatCode } from '../core/citations/code.ts';
import { documentTypes, findType } from '../core/citations/document-types.ts';
import { findIssuer } from '../core/citations/issuers.ts';
import type { CodeQuery } from '../core/citations/query.ts';
import type { OfficialDocument } from '../core/documents/document.ts';
import type { EvidenceLanguage } from '../core/documents/evidence.ts';
import type { Facet } from '../core/search/fields.ts';
import type { CodeMatch, FoundByCode } from '../core/search/find-code.ts';
import { wordsOf } from '../web/words.ts';

export type Lang = EvidenceLanguage;

/** The name of a source; null where no source file has this id. */
export type SourceName = (id: string) => string | null;

type MatchWording = Readonly<Record<Lang, (value: string) => string>>;

const matches: Readonly<Record<CodeMatch['part'], MatchWording>> = {
  number: { vi: (value) => `Đúng số ${value}.`, en: (value) => `The number ${value} fits.` },
  type: {
    vi: (value) => `Đúng loại văn bản: ${nameType(value, 'vi') ?? value}.`,
    en: (value) => `The type fits: ${nameType(value, 'en') ?? value}.`,
  },
  issuer_code: {
    vi: (value) => `Đúng ký hiệu cơ quan ban hành ${value}.`,
    en: (value) => `The issuer’s symbol ${value} fits.`,
  },
  issuer: { vi: (value) => `Đúng cơ quan ban hành: ${value}.`, en: (value) => `The issuer fits: ${value}.` },
  year: { vi: (value) => `Đúng năm ${value}.`, en: (value) => `The year ${value} fits.` },
  words: {
    vi: (value) => `Tên hoặc cơ quan có “${value}”.`,
    en: (value) => `Its title or issuer holds “${value}”.`,
  },
};

/** Why a document answers what was typed. */
export function wordMatch({ part, value }: CodeMatch, lang: Lang): { readonly code: string; readonly text: string } {
  return { code: part, text: matches[part][lang](value) };
}

/** What to tell someone whose code leads nowhere: how it was understood and what is near; null where it was found. */
export function wordNote(found: FoundByCode, lang: Lang): string | null {
  if (found.answer !== 'none') return null;
  const code = wordQuery(found.query, lang);
  if (code === null) {
    return lang === 'vi'
      ? 'Không đọc ra số hiệu văn bản nào. Hãy gõ số kèm loại, cơ quan hoặc năm, ví dụ: nq 21 tu.'
      : 'No document code was understood. Type a number with its type, issuer or year, such as: nq 21 tu.';
  }
  const near = found.near.map(({ code: other, issuer }) => (issuer === null ? other : `${other} (${issuer})`));
  const silence =
    lang === 'vi'
      ? `Chưa thấy ${code} trong kho (không có nghĩa là không có).`
      : `${code} was not seen in the archive (which is not to say there is none).`;
  if (near.length === 0) return silence;
  return `${silence} ${lang === 'vi' ? 'Gần nhất' : 'Nearest'}: ${near.join('; ')}.`;
}

/** A typed code in standard spelling as far as it is known, else in words: `22-NQ/TU`, `Nghị quyết số 22`; null for none. */
export function wordQuery({ type, number, issuerCode, issuer, year }: CodeQuery, lang: Lang): string | null {
  if (number === null) return null;
  if (type !== null && issuerCode !== null) return spellCode(type, number, issuerCode, year);
  const name = type === null ? null : (nameType(type, lang) ?? type);
  const dated = year === null ? number : `${number}/${year}`;
  const label = lang === 'vi' ? `số ${dated}` : `no. ${dated}`;
  return [name, label, issuer ?? issuerCode].filter((word) => word !== null).join(' ');
}

/** "Nghị quyết" or "Resolution" for NQ; null for a symbol of no table. `name` tells which where it names several. */
export function nameType(symbol: string, lang: Lang, name?: string): string | null {
  const type = documentTypes.find((one) => one.symbol === symbol && one.name === name) ?? findType(symbol);
  if (type === null) return null;
  return lang === 'vi' ? type.name : type.english;
}

/** "Nghị quyết 21-NQ/TU · Thành ủy Hạ Long", as headings and files name a document. */
export function titleDocument(
  { code, type, typeName, issuer }: Pick<OfficialDocument, 'code' | 'type' | 'typeName' | 'issuer'>,
  lang: Lang,
): string {
  const name = [type === '' ? null : nameType(type, lang, typeName), code].filter((part) => part !== null).join(' ');
  return issuer === null ? name : `${name} · ${issuer}`;
}

/** "Tỉnh ủy / Thành ủy" for TU; a symbol of no table is shown as it is. */
export function nameIssuerSymbol(symbol: string, lang: Lang): string {
  const issuer = findIssuer(symbol);
  if (issuer === null) return symbol;
  return lang === 'vi' || issuer.english === '' ? issuer.name : issuer.english;
}

/** What a value of a facet is called; a value of no table is shown as it is. */
export function wordFacet(facet: Facet, value: string, lang: Lang, sourceName: SourceName): string {
  const words = wordsOf(lang);
  const read = (names: Readonly<Record<string, string>>): string =>
    Object.hasOwn(names, value) ? (names[value] ?? value) : value;
  switch (facet) {
    case 'type':
      return nameType(value, lang) ?? value;
    case 'level':
      return read(words.levels);
    case 'meeting_kind':
      return read(words.meetingKinds);
    case 'purpose':
      return read(words.purposes);
    case 'source':
      return sourceName(value) ?? value;
    case 'issuer':
    case 'year':
      return value;
    default:
      return facet satisfies never;
  }
}

/** The Party writes 21-NQ/TU, the state 337/2021/NQ-HĐND, the National Assembly 15/2017/QH14. */
function spellCode(type: string, number: string, issuerCode: string, year: number | null): string {
  const parts = { number: /^\d$/.test(number) ? `0${number}` : number, year, issuerCode };
  if (/^(?:QH|UBTVQH)\d*$/.test(issuerCode)) return formatCode({ ...parts, type: null, separators: ['/', ''] });
  const isState = findIssuer(issuerCode)?.system === 'state';
  return formatCode({ ...parts, type, separators: isState ? ['/', '-'] : ['-', '/'] });
}
