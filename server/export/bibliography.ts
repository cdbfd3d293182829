/**
 * A document as reference managers read it: RIS and BibTeX, in UTF-8.
 *
 * As in the Decree's form, only what is known for sure is told (core/documents/citing-form.ts).
 */
import { citeInFull, nameOfType } from '../../core/documents/citing-form.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import { keepXml } from '../plain-text.ts';

/** Lines of `TAG  - value`, ended as the format wants them. `address`: the document's page, whole. */
export function writeRis(document: OfficialDocument, address: string): string {
  const { title, issuer, date, type } = knownOf(document);
  const lines: readonly (readonly [tag: string, value: string | null])[] = [
    ['TY', 'LEGAL'],
    ['TI', title],
    ['AU', issuer === null ? null : `${issuer},`],
    ['PY', date?.slice(0, 4) ?? null],
    ['DA', date?.replaceAll('-', '/') ?? null],
    ['M1', document.code],
    ['M3', type],
    ['LA', 'vi'],
    ['UR', address],
    ['ID', document.id],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${oneLine(value)}\r\n`])).join('');
}

/** One entry `@misc{…}`; braces around names keep them from being taken apart. */
export function writeBibtex(document: OfficialDocument, address: string): string {
  const { title, issuer, date, type } = knownOf(document);
  const [year = null, month = null, day = null] = date?.split('-') ?? [];
  const fields: readonly (readonly [name: string, value: string | null])[] = [
    ['title', `{${escapeTex(title)}}`],
    ['author', issuer === null ? null : `{${escapeTex(issuer)}}`],
    ['number', escapeTex(document.code)],
    ['type', type === null ? null : escapeTex(type)],
    ['year', year],
    ['month', month === null ? null : String(Number(month))],
    ['day', day === null ? null : String(Number(day))],
    ['language', 'vietnamese'],
    ['url', address.replace(/[{}\\\s]/g, encodeURIComponent)],
  ];
  const told = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
  return `@misc{${document.id.replace(/[^\w.-]/g, '-')},\n${told.join(',\n')}\n}\n`;
}

function knownOf(document: OfficialDocument) {
  const lacking = new Set(citeInFull(document).lacks.map(({ part }) => part));
  return {
    title: citeInFull({ ...document, issuer: null, date: null }).text,
    issuer: lacking.has('issuer') ? null : document.issuer,
    date: lacking.has('date') ? null : document.date,
    type: nameOfType(document),
  };
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return oneLine(text).replace(/[\\{}%#$&_~^]/g, (sign) => TEX[sign] ?? `\\${sign}`);
}

function oneLine(text: string): string {
  return keepXml(text)
    .replace(/[\s\u0085\u2028\u2029]+/gu, ' ')
    .trim();
}
