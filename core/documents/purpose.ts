/**
 * Tells what the clause around a mention does with its document: issues, studies, orders, reports, reviews, implements
 * it by another document, rests on it, amends it, or merely mentions it.
 *
 * The cue nearest before the mention decides, read in the mention's own clause; a plan made to carry out a directive is
 * `announces` for the plan and `implements` for the directive.
 */
import { foldKey } from '../citations/fold.ts';
import type { Purpose, RelationKind } from './document.ts';

export interface ClauseAround {
  /** What stands before the mention in its sentence, from the end of the previous mention on. */
  readonly before: string;
  /** What stands behind it, up to the next mention. */
  readonly after: string;
  /** The whole sentence before the mention, other mentions included. */
  readonly sentenceBefore: string;
  /** What the document cited right before is stated to do with this one, if anything. */
  readonly relation: RelationKind | null;
}

interface Cue {
  readonly purpose: Purpose;
  /** Folded pattern to be found before the mention. */
  readonly pattern: RegExp;
}

const W = '(?![a-z])';
/** In order of strength at one place; the last match in the text before the mention wins. */
const BEFORE: readonly Cue[] = [
  cue(
    'amends',
    'sua doi, bo sung|sua doi bo sung|sua doi|bo sung mot so|thay the|bai bo|huy bo|het hieu luc|dinh chinh|thay cho',
  ),
  cue(
    'reviews',
    '(?:so ket|tong ket|kiem diem|danh gia)(?: (?:giua ky|\\d+ nam|mot nam|hai nam|ba nam|nam nam|muoi nam|ket qua|viec|qua trinh|tinh hinh)){0,2}(?: (?:trien khai thuc hien|trien khai|thuc hien))?',
  ),
  cue(
    'studies',
    '(?:quan triet|hoc tap)(?:,? (?:va )?(?:quan triet|hoc tap|trien khai thuc hien|trien khai|thuc hien)){0,2}|pho bien|nghien cuu|tuyen truyen|tap huan|boi duong|gioi thieu|thong tin ve',
  ),
  cue(
    'reports',
    'ket qua (?:\\d+ nam )?(?:trien khai )?(?:viec )?thuc hien|ket qua|bao cao (?:viec|tinh hinh|tien do)|tinh hinh (?:trien khai|thuc hien)|tien do (?:trien khai|thuc hien)|giam sat (?:viec|chuyen de)(?: (?:trien khai )?thuc hien)?|kiem tra (?:viec|ket qua)(?: (?:trien khai |chap hanh )?thuc hien)?|viec (?:trien khai )?thuc hien|qua kiem tra|sau (?:hon )?(?:\\d+|mot|hai|ba|bon|nam) (?:nam|thang) (?:trien khai )?thuc hien',
  ),
  cue(
    'basis',
    'can cu(?: vao)?|tren co so|theo dung|theo quy dinh (?:tai|cua)|chieu theo|chieu|theo tinh than|quy dinh tai|theo',
  ),
  cue(
    'announces',
    'ban hanh|ky ban hanh|thong qua|cong bo|vua co|da co|ra|trinh|xem xet|cho y kien (?:vao|ve|doi voi)?',
  ),
  cue(
    'directs',
    'tiep tuc (?:trien khai )?thuc hien|yeu cau|chi dao|tap trung (?:trien khai )?thuc hien|thuc hien (?:nghiem|tot|nghiem tuc|co hieu qua|hieu qua|dung)|day manh|trien khai (?:nghiem tuc|hieu qua|dong bo)|trien khai thuc hien|trien khai|thuc hien|to chuc thuc hien|giao|lien quan den trien khai|doi voi viec',
  ),
];
const CARRYING_OUT = /^(?:trien khai )?thuc hien(?![a-z])/;
const AFTER_AMENDS = /^[^.;]{0,80}?(?:duoc (?:sua doi|thay the|bo sung)|het hieu luc|bi bai bo)/;

/** The purpose of one mention. */
export function tellPurpose(clause: ClauseAround): Purpose {
  const before = squeeze(clause.before);
  const sentence = squeeze(clause.sentenceBefore);
  if (AFTER_AMENDS.test(squeeze(clause.after).trimStart())) return 'amends';
  switch (clause.relation) {
    case 'implements':
    case 'guides':
      return 'implements';
    case 'amends':
    case 'replaces':
    case 'repeals':
      return 'amends';
    case 'based_on':
      return 'basis';
    case null:
      break;
    default:
      clause.relation satisfies never;
  }
  const own = lastCue(before);
  const cueFound = own ?? (isListGap(before) ? lastCue(sentence) : null);
  if (cueFound === null) return 'mentions';
  if (cueFound === 'directs' && CARRYING_OUT.test(sentence.trimStart()))
    return purposeOfCarryingOut(squeeze(clause.after));
  return cueFound;
}

/** "Thực hiện Nghị quyết X, …": what follows tells whether a plan was made, results are told, or it is the ground. */
function purposeOfCarryingOut(after: string): Purpose {
  if (/(?:ban hanh|xay dung) (?:ke hoach|chuong trinh|de an|nghi quyet|quyet dinh)/.test(after)) return 'implements';
  return /(?<![a-z])(?:da|duoc|dat)(?![a-z])/.test(after) ? 'reports' : 'basis';
}

/** Nothing but a joint of a list stands between the mentions, so the cue is that of the list's head. */
function isListGap(before: string): boolean {
  return (
    /^[\s,;)”"]*(?:va|hoac|cung|cac|so|ngay [\d/.-]+|cua [a-z ]{2,60})?[\s,;]*(?:va )?$/.test(before) ||
    before.length < 90
  );
}

function lastCue(text: string): Purpose | null {
  let best: { at: number; from: number; purpose: Purpose } | null = null;
  for (const { purpose, pattern } of BEFORE) {
    for (const match of text.matchAll(pattern)) {
      const at = match.index + match[0].length;
      // Of cues that end at one place the longer says more: "sơ kết 2 năm thực hiện" before "thực hiện".
      const isBetter = best === null || at > best.at || (at === best.at && match.index < best.from);
      if (isBetter) best = { at, from: match.index, purpose };
    }
  }
  return best?.purpose ?? null;
}

function squeeze(text: string): string {
  return foldKey(text).replace(/[ \n\f]+/g, ' ');
}

function cue(purpose: Purpose, words: string): Cue {
  return { purpose, pattern: new RegExp(`(?<![a-z])(?:${words})${W}`, 'g') };
}
