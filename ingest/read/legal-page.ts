/**
 * A page of a legal database → what its table says of the document: code, type, issuer, signer, dates, status, relations.
 *
 * Every database prints the same facts under labels of its own, in rows of label and value, two pairs a row, or as a list.
 * So labels are read, not selectors. What a table leaves open (Đang cập nhật, an empty cell) is null; two values that
 * contradict each other are both kept as printed in `doubts`. Whether the record enters the archive is not decided here.
 */
import type { HeldFacts, HeldRelation } from '../../core/documents/holding.ts';
import type { Attachment, ReadArticle } from './article.ts';
import { composeText } from './charset.ts';
import { findDates } from './dates.ts';
import { readAttachments } from './links.ts';
import { listShown, openPage, selectSafely } from './markup.ts';
import type { PageElement, Selection } from './page-elements.ts';
import { foldForComparison, tidyLine } from './wording.ts';

export interface LegalRecord extends HeldFacts {
  readonly attachments: readonly Attachment[];
}

/**
 * The article of a page with what its table says of the document; the article itself where the page has no such table.
 *
 * The document's day of issue is not the day on which the page was published, so it stays a fact of the document. A page named
 * like all pages of its kind is named after its document instead.
 */
export function addLegalFacts(article: ReadArticle, html: string): ReadArticle {
  if ((article.status !== 'ok' && article.status !== 'text_unavailable') || !ANY_LABEL.test(html)) return article;
  const record = readLegalPage(html, article.url);
  if (record === null) return article;
  const { attachments, ...legal } = record;
  const hasTitle = article.title !== null && !NO_TITLE.test(article.title);
  return {
    ...article,
    title: hasTitle ? article.title : (titleOf(record) ?? article.title),
    attachments: article.attachments.length > 0 ? article.attachments : attachments,
    legal,
  };
}

/** What a page must hold to be looked at at all; its letters may be written as entities. */
const ANY_LABEL =
  /k(?:ý|í|&yacute;|&iacute;|&#2(?:53|37);) hi(?:ệ|&#7879;)u|s(?:ố|&#7889;) hi(?:ệ|&#7879;)u|số văn bản|lblSoKyHieu|document number/iu;
/** Names of pages that say nothing of the document. */
const NO_TITLE =
  /^(?:(?:chi tiết|thông tin|nội dung|thuộc tính|xem)(?: chi tiết| thuộc tính)? )?văn bản(?: pháp luật| chỉ đạo| điều hành)?$/iu;

function titleOf({ type, code, subject }: LegalRecord): string | null {
  const name = [type, code].filter((part) => part !== null).join(' ');
  if (subject === null) return name === '' ? null : name;
  return name === '' ? subject : `${name}: ${subject}`;
}

/**
 * Reads the table; null where the page has none that names a code and a second fact.
 * @example readLegalPage('<table><tr><td>Số ký hiệu<td>7/2024/QĐ-UBND<tr><td>Người ký<td>Lê Ví</table>', url)?.signer // 'Lê Ví'
 */
export function readLegalPage(html: string, url: string): LegalRecord | null {
  const opened = openPage(composeText(html));
  if (opened.kind === 'refused') return null;
  const { page } = opened;
  const pairs = [...readRows(page), ...readLists(page), ...readLabelled(page)];
  const doubts: string[] = [];
  const values = new Map<Fact, string>();
  const relations: HeldRelation[] = [];
  for (const { label, value, element } of pairs) {
    const kind = relationKinds.find(([pattern]) => pattern.test(label))?.[1];
    const fact = facts.find(([pattern]) => pattern.test(label))?.[1];
    if (kind !== undefined) relations.push(...readRelations(page(element), label, kind, url));
    else if (fact !== undefined && !OPEN.test(value)) {
      const known = values.get(fact);
      if (known === undefined) values.set(fact, value);
      else if (foldForComparison(known) !== foldForComparison(value)) doubts.push(`${label}: ${value}`);
    }
  }
  if (!/\d|^không số$/iu.test(values.get('code') ?? '') || values.size + relations.length < 2) return null;
  const text = (fact: Fact): string | null => values.get(fact) ?? null;
  const day = (fact: Fact): string | null => {
    const value = values.get(fact);
    const [date] = value === undefined ? [] : findDates(value);
    if (value !== undefined && date?.kind !== 'date') doubts.push(`${fact}: ${value}`);
    return date?.kind === 'date' ? date.value.slice(0, 10) : null;
  };
  const [issued, effective, expired] = [day('issued'), day('effective'), day('expired')];
  if (issued !== null && effective !== null && effective < issued)
    doubts.push(`effective: ${effective} before ${issued}`);
  return {
    code: tidyCode(text('code')),
    type: text('type'),
    issuer: text('issuer'),
    signer: text('signer'),
    subject: text('subject'),
    field: text('field'),
    place: null,
    issued,
    effective,
    expired,
    status: text('status'),
    relations: dropTwins(relations),
    attachments: readAttachments(page, [listShown(page)], url),
    doubts,
  };
}

type Fact = 'code' | 'type' | 'issuer' | 'signer' | 'subject' | 'field' | 'issued' | 'effective' | 'expired' | 'status';

/** Labels, the more telling first: Ngày ban hành is no issuer. */
const facts: readonly (readonly [RegExp, Fact])[] = [
  [
    /^(?:số[ ,/-]{0,3}(?:kí|ký) hiệu|số hiệu|số văn bản|số\/kí hiệu|số\/ký hiệu|document number)(?: văn bản)?$/iu,
    'code',
  ],
  [/^(?:ngày (?:ban hành|ký|kí)|ban hành|issued date)(?: văn bản)?$/iu, 'issued'],
  [
    /^(?:ngày )?(?:bắt đầu |có )?hiệu lực(?: từ(?: ngày)?| thi hành)?$|^ngày (?:có|bắt đầu) hiệu lực(?: thi hành)?$|^ngày áp dụng$/iu,
    'effective',
  ],
  [/^ngày (?:hết|kết thúc) hiệu lực$|^ngày hết hạn$/iu, 'expired'],
  [/^(?:tình trạng|trạng thái)(?: hiệu lực| văn bản)?$/iu, 'status'],
  [/^(?:loại|thể loại|hình thức)(?: văn bản)?$/iu, 'type'],
  [/^(?:cơ quan|đơn vị|nơi)(?: \/ ?người)? ban hành(?:\s?\/.{1,40})?$/iu, 'issuer'],
  [/^(?:người ký|người kí|chức danh\s?\/\s?người ký)(?: văn bản)?$/iu, 'signer'],
  [/^(?:trích yếu|về việc|tên văn bản|tiêu đề|nội dung)(?: nội dung| văn bản)?$/iu, 'subject'],
  [/^lĩnh vực(?:,? ngành)?$/iu, 'field'],
];

/** What the document of the page does to those listed, or they to it. */
const relationKinds: readonly (readonly [RegExp, HeldRelation['kind']])[] = [
  [/^văn bản (?:bị|được) (?:sửa đổi|bổ sung|sđ)/iu, 'amends'],
  [/^văn bản (?:sửa đổi|bổ sung)/iu, 'amended_by'],
  [/^văn bản bị thay thế|^thay thế (?:cho )?(?:các )?văn bản/iu, 'replaces'],
  [/^(?:văn bản thay thế|(?:được|bị) thay thế bởi)/iu, 'replaced_by'],
  [/^văn bản (?:bị (?:bãi bỏ|hết hiệu lực)|hết hiệu lực)/iu, 'repeals'],
  [/^văn bản (?:bãi bỏ|quy định hết hiệu lực)/iu, 'repealed_by'],
  [/^văn bản được (?:hướng dẫn|quy định chi tiết|hd)/iu, 'guides'],
  [/^văn bản (?:hướng dẫn|quy định chi tiết|hd)/iu, 'guided_by'],
  [/^văn bản (?:được )?(?:căn cứ|làm căn cứ)|^căn cứ(?: pháp lý| ban hành)?$/iu, 'based_on'],
  [/^văn bản (?:được |bị )?đính chính/iu, 'corrects'],
  [/^văn bản (?:liên quan|dẫn chiếu|được dẫn chiếu|cùng nội dung)/iu, 'related'],
];

/** What a table prints where it does not know. */
const OPEN = /^(?:|[.…-]{1,5}|đang cập nhật|chưa cập nhật|đã biết|chưa xác định|không (?:có|rõ)|n\/?a)\.?$/iu;
const MAX_LABEL = 60;
const MAX_VALUE = 2000;
const MAX_PAIRS = 400;

interface Pair {
  readonly label: string;
  readonly value: string;
  readonly element: PageElement;
}
type Page = Parameters<typeof selectSafely>[0];

/** Rows of cells: label, value, and again; an empty cell may stand between two pairs. */
function readRows(page: Page): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const row of selectSafely(page, 'tr').toArray().slice(0, MAX_PAIRS)) {
    const cells = row.children.flatMap((cell) =>
      'attribs' in cell && (cell.name === 'td' || cell.name === 'th') ? [cell] : [],
    );
    for (let at = 0; at + 1 < cells.length; at += 1) {
      const [label, value] = [cells[at], cells[at + 1]];
      const pair = label === undefined || value === undefined ? null : pairOf(page, label, value);
      if (pair === null) continue;
      pairs.push(pair);
      at += 1;
    }
  }
  return pairs;
}

/** Lists: dt and dd, an element whose class says name beside one that says value, and `<li><b>Label:</b> value</li>`. */
function readLists(page: Page): readonly Pair[] {
  const names = selectSafely(
    page,
    'dt, .name, .label, .col1, [class*="title-col"], li > b, li > strong, li > span, p > b, p > strong',
  );
  return names
    .toArray()
    .slice(0, MAX_PAIRS)
    .flatMap((name) => {
      const next = page(name).next().get(0);
      const beside = next === undefined ? null : pairOf(page, name, next);
      if (
        beside !== null ||
        name.parent === null ||
        !('attribs' in name.parent) ||
        !/^(?:li|p)$/.test(name.parent.name)
      )
        return beside ?? [];
      const label = labelOf(page(name).text());
      const value = tidyLine(page(name.parent).text())
        .slice(tidyLine(page(name).text()).length)
        .replace(/^\s?:\s?/u, '');
      return isLabel(label) ? [{ label, value: tidyValue(value), element: name.parent }] : [];
    });
}

/** SharePoint web parts: the end of an element's id names the fact. */
function readLabelled(page: Page): readonly Pair[] {
  return labelledIds.flatMap(([ending, label]) =>
    selectSafely(page, `[id$="${ending}"]`)
      .toArray()
      .slice(0, 1)
      .map((element) => ({ label, value: tidyValue(page(element).text()), element })),
  );
}

const labelledIds = [
  ['lblSoKyHieu', 'Số ký hiệu'],
  ['lblNgayBanHanh', 'Ngày ban hành'],
  ['lblNgayHieuLuc', 'Ngày có hiệu lực'],
  ['lblNgayHetHieuLuc', 'Ngày hết hiệu lực'],
  ['lblLoaiVanBan', 'Loại văn bản'],
  ['lblCoQuanBanHanh', 'Cơ quan ban hành'],
  ['lblNguoiKy', 'Người ký'],
  ['lblTrichYeu', 'Trích yếu'],
] as const;

function pairOf(page: Page, name: PageElement, value: PageElement): Pair | null {
  const label = labelOf(page(name).text());
  // The head of a list of documents has labels side by side.
  if (!isLabel(label) || isLabel(labelOf(page(value).text()))) return null;
  return { label, value: tidyValue(page(value).text()), element: value };
}

function labelOf(text: string): string {
  return tidyLine(text.slice(0, 200)).replace(/\s?:$/u, '');
}

function isLabel(label: string): boolean {
  return (
    label.length <= MAX_LABEL &&
    (facts.some(([pattern]) => pattern.test(label)) || relationKinds.some(([pattern]) => pattern.test(label)))
  );
}

function tidyValue(text: string): string {
  return tidyLine(text.slice(0, MAX_VALUE)).replace(/^:\s?/u, '').replace(/[ÐƉ]/gu, 'Đ');
}

/** Databases put blanks into codes and Cyrillic letters that look like Latin ones. */
function tidyCode(code: string | null): string | null {
  if (code === null || /^không số$/iu.test(code)) return null;
  const latin = code.replace(/[АВЕКМНОРСТХ]/gu, (letter) => 'ABEKMHOPCTX'.charAt('АВЕКМНОРСТХ'.indexOf(letter)));
  return latin.replace(/\s{0,3}([/–-])\s{0,3}/gu, '$1').replaceAll('–', '-');
}

/** Links first; lines where nothing is linked. */
function readRelations(
  holder: Selection,
  label: string,
  kind: HeldRelation['kind'],
  base: string,
): readonly HeldRelation[] {
  const links = holder.find('a').toArray().slice(0, 100);
  const wrap = holder.find('a');
  if (links.length > 0) {
    return links.flatMap((link, at) => {
      const title = tidyLine(wrap.eq(at).text());
      return title === '' ? [] : [{ label, kind, title, url: absolute(link.attribs['href'], base) }];
    });
  }
  const title = tidyLine(holder.text().slice(0, MAX_VALUE));
  return OPEN.test(title) ? [] : [{ label, kind, title, url: null }];
}

function absolute(href: string | undefined, base: string): string | null {
  try {
    const url = href === undefined || href.startsWith('#') ? null : new URL(href, base);
    return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function dropTwins(relations: readonly HeldRelation[]): readonly HeldRelation[] {
  const seen = new Set<string>();
  return relations.filter(({ kind, title, url }) => {
    const key = `${kind}\n${url ?? title}`;
    return !seen.has(key) && seen.add(key).size > 0;
  });
}
