/**
 * Reads relations between documents from the words that join two mentions in one sentence: 214-KH/TU "về triển khai
 * thực hiện" 18-CT/TW is `implements`, from the document that acts to the one acted on.
 *
 * Only what is stated as done counts: what a draft proposes is no edge, and what a meeting does with two documents
 * one after the other relates neither to the other.
 */
import { foldKey } from '../citations/fold.ts';
import type { DocumentId, RelationKind } from './document.ts';

export interface JoinedMentions {
  /** The sentence up to the first mention. */
  readonly before: string;
  /** The words between the two mentions. */
  readonly between: string;
}

export interface ReadRelation {
  readonly kind: RelationKind;
  /** True where the second mention acts on the first: "A được thay thế bởi B", "Căn cứ A, ban hành B". */
  readonly isReversed: boolean;
}

/** A mention's own date and issuer, which stand between it and what it does. */
const OWN_WORDS =
  /^[ >)”",]*(?:\(?(?:cung )?(?:ngay )?\d{1,2}(?:[/.-]| thang )\d{1,2}(?:[/.-]| nam )\d{2,4}\)?)?[ ,]*(?:cua [a-z ]{3,90}?(?=(?: ve | de | nham |,? (?:trien khai|thuc hien|huong dan|sua doi|thay the|bai bo|cu the hoa)|$)))?/;
const OBJECT =
  '(?: (?:viec|mot so|noi dung|dieu|diem|cac|cua|nhiem vu|giai phap|quy dinh|tai|thi hanh|tinh than|theo))*';
const FORWARD: readonly (readonly [RelationKind, RegExp])[] = [
  [
    'amends',
    /(?<!duoc |bi )(?:sua doi, bo sung|sua doi va bo sung|sua doi|bo sung(?= mot so| noi dung| dieu))(?: (?:mot so|cac|noi dung|dieu|diem|muc tieu|quy dinh|tai|cua))*$/,
  ],
  ['replaces', /(?<!duoc |bi )(?:thay the|thay cho)(?: cho| cac)?$/],
  ['repeals', /(?<!duoc |bi )(?:bai bo|huy bo)(?: (?:cac|mot so|noi dung|dieu|cua|quy dinh|tai))*$/],
  [
    'guides',
    new RegExp(
      `(?:huong dan(?: thi hanh| thuc hien)?|quy dinh chi tiet(?: va huong dan)?)(?: (?:thi hanh|thuc hien))?${OBJECT}$`,
    ),
  ],
  [
    'implements',
    new RegExp(`(?:trien khai thuc hien|trien khai|to chuc thuc hien|thuc hien|cu the hoa|thi hanh)${OBJECT}$`),
  ],
  ['based_on', /(?:can cu(?: vao)?|tren co so|theo)(?: quy dinh tai| quy dinh cua)?$/],
];
const PASSIVE: readonly (readonly [RelationKind, RegExp])[] = [
  ['replaces', /duoc thay (?:the )?(?:bang|boi)$/],
  ['amends', /duoc sua doi(?:, bo sung)? (?:bang|boi|theo|tai)$/],
];
/** Words that may lead from a document to what it does; anything else begins something new. */
const BRIDGE = /^(?:[a-z0-9 /-]{0,200} )?$/;
/** What replaces or amends may say so behind a comma: "… đã được ban hành, thay thế …". */
const LOOSE_BRIDGE = /^(?:[a-z0-9 /,-]{0,240} )?$/;
const CHANGES: ReadonlySet<RelationKind> = new Set(['amends', 'replaces', 'repeals']);
const BREAK =
  /[;.:]|(?:,| va) (?:ket qua|bao cao|tiep tuc|ke hoach|yeu cau|dong thoi|cac|viec|cung nhu|quan triet|so ket)|\bdong thoi\b/;
const ISSUED_ON_BASIS = /^(?:can cu|tren co so|thuc hien)(?: vao)?[^.;]{0,20}$/;
const ISSUES = /(?:da |vua )?(?:ban hanh|ky ban hanh|xay dung)$/;
const DRAFT =
  /du thao|du kien|de xuat|se (?:thay the|sua doi|ban hanh)|kien nghi (?:sua doi|thay the|bai bo)|de nghi (?:sua doi|thay the|bai bo)/;
const MAX_BETWEEN = 420;

/** A mention with its sentence, as far as relations need it; in the order of the text. */
export interface PlacedInSentence {
  /** Offset of the sentence in the text. */
  readonly sentenceStart: number;
  readonly sentence: string;
  readonly offset: number;
  readonly length: number;
  readonly type: string | null;
  readonly document: DocumentId | null;
}

export interface StatedRelation {
  readonly from: DocumentId;
  readonly to: DocumentId;
  readonly kind: RelationKind;
  readonly sentence: string;
}

/** Types of acts made to carry out or change others; a report before a directive implements nothing. */
const MAKING: ReadonlySet<string> = new Set(
  'KH CTr CTrHĐ CTrPH NQ NQLT CT QĐ QĐi HD ĐA TB KL NĐ TT TTLT L PL CV QC CĐ'.split(' '),
);
const LIST_JOINT =
  /^(?:[ >)”",]*(?:\(?(?:ngay )?[\d/. -]{6,12}\)?)?(?: cua [a-z ]{3,60})?)[ ,;]*(?:va|cung)? ?(?:so )?$/;

/** Whether an act of this type can implement, amend or guide another. */
export function isMakingType(type: string | null): boolean {
  return type !== null && MAKING.has(type);
}

/** The acting document of a list: what was said to act on its first member acts on all. */
interface RelationHead {
  readonly from: DocumentId;
  readonly kind: RelationKind;
  readonly last: number;
}

/** The relations that the sentences of one text state between neighbouring mentions, and along a list behind them. */
export function findRelations(mentions: readonly PlacedInSentence[]): readonly StatedRelation[] {
  const stated: StatedRelation[] = [];
  let head: RelationHead | null = null;
  for (let index = 1; index < mentions.length; index += 1) {
    const first = mentions[index - 1];
    const second = mentions[index];
    if (first === undefined || second === undefined || first.sentenceStart !== second.sentenceStart) continue;
    const between = first.sentence.slice(first.offset + first.length, second.offset);
    const relation = isMakingType(first.type)
      ? readRelation({ before: first.sentence.slice(0, first.offset), between })
      : null;
    if (relation !== null) {
      const [from, to] = relation.isReversed ? [second.document, first.document] : [first.document, second.document];
      head = from === null || relation.isReversed ? null : { from, kind: relation.kind, last: index };
      if (from !== null && to !== null && from !== to)
        stated.push({ from, to, kind: relation.kind, sentence: first.sentence });
      continue;
    }
    if (head === null || head.last !== index - 1 || second.document === null || !LIST_JOINT.test(squeeze(between)))
      continue;
    if (head.from !== second.document) {
      stated.push({ from: head.from, to: second.document, kind: head.kind, sentence: first.sentence });
    }
    head = { from: head.from, kind: head.kind, last: index };
  }
  return stated;
}

/** The relation that the words between two neighbouring mentions state, or null. */
export function readRelation({ before, between }: JoinedMentions): ReadRelation | null {
  if (between.length > MAX_BETWEEN) return null;
  const lead = squeeze(before);
  const joint = squeeze(between);
  if (DRAFT.test(lead.slice(-120)) || DRAFT.test(joint)) return null;
  for (const [kind, pattern] of PASSIVE) if (pattern.test(joint)) return { kind, isReversed: true };
  if (ISSUED_ON_BASIS.test(lead.trim()) && ISSUES.test(joint))
    return { kind: lead.trim().startsWith('thuc hien') ? 'implements' : 'based_on', isReversed: true };
  const rest = joint.replace(OWN_WORDS, '').trim();
  if (BREAK.test(rest)) return null;
  for (const [kind, pattern] of FORWARD) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    const bridge = rest.slice(0, match.index);
    if (!(CHANGES.has(kind) ? LOOSE_BRIDGE : BRIDGE).test(bridge) || /(?:^| )(?:va|hoac)(?: |$)$/.test(bridge))
      return null;
    return { kind, isReversed: false };
  }
  return null;
}

function squeeze(text: string): string {
  return foldKey(text)
    .replace(/[ \n\f]+/g, ' ')
    .trim();
}
