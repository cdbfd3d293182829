/**
 * Reads resolutions named by the plenum that adopted them: `Nghị quyết Trung ương 4 khóa XII`, `NQTW4`,
 * `Nghị quyết T.Ư 6`, `Nghị quyết Hội nghị lần thứ 8 Ban Chấp hành Trung ương`.
 *
 * The number is that of the plenum (hội nghị), never of a document, and one plenum may adopt several: such a citation
 * has a number but no code.
 */
import { composeSlice, type FoldedText } from './fold.ts';
import { isGap } from './letters.ts';
import { wordEnds } from './words-at.ts';

export interface PlenumName {
  readonly start: number;
  /** Folded offset behind the whole name, where term and date follow. */
  readonly after: number;
  readonly type: 'NQ' | 'KL';
}

const CENTRE = 'trung[ \\n]uong|t\\.?u\\.?|t\\.?w\\.?';
const NAME = new RegExp(
  `(?:(nghi[ \\n]quyet|ket[ \\n]luan)(?:[ \\n]hoi[ \\n]nghi)?(?:[ \\n]lan[ \\n]thu)?(?:[ \\n](?:bch|ban[ \\n]chap[ \\n]hanh))?[ \\n](${CENTRE})|(nq|kl)[ \\n]?(tw|tu))(?:[ \\n]dang)?(?:[ \\n]lan[ \\n]thu)?[ \\n]?$`,
);
const BY_ORDINAL = /(nghi[ \n]quyet|ket[ \n]luan)(?:[ \n]cua)?[ \n]hoi[ \n]nghi[ \n]lan[ \n]thu[ \n]$/;
const OF_CENTRE = new RegExp(
  `\\d{1,2}[ \\n](?:cua[ \\n])?(?:(?:bch|ban[ \\n]chap[ \\n]hanh)[ \\n])?(?:${CENTRE})(?:[ \\n]dang)?(?![a-z])`,
  'y',
);

/** The plenum name that ends right before the number at `at`, or stands around it; null where there is none. */
export function readPlenumName(folded: FoldedText, at: number): PlenumName | null {
  if (!endsLikeCentre(folded.text, at)) return null;
  const from = Math.max(0, at - 70);
  const window = folded.text.slice(from, at);
  const match = NAME.exec(window) ?? readByOrdinal(folded, window, at);
  if (match === null) return null;
  const start = from + match.index;
  if (start > 0 && /[a-z]/.test(folded.text[start - 1] ?? '')) return null;
  // "TU" without a horn or W is a province or city, whose plenums are not named so.
  const centre = match[2] ?? match[4] ?? '';
  if (/^t\.?u/.test(centre) && !/[Ưư]/u.test(composeSlice(folded, Math.max(start, at - 20), at))) return null;
  OF_CENTRE.lastIndex = at;
  const after = at + (OF_CENTRE.exec(folded.text)?.[0].length ?? 0);
  return { start, after, type: (match[1] ?? match[3] ?? '').startsWith('k') ? 'KL' : 'NQ' };
}

/** Few numbers stand behind the centre's name, so that the patterns run seldom. */
function endsLikeCentre(text: string, at: number): boolean {
  return ENDS(text, isGap(text.charCodeAt(at - 1)) ? at - 1 : at);
}

const CENTRES = ['trung uong', 'tu', 't.u', 'tu.', 't.u.', 'tw', 't.w', 'tw.', 't.w.'];
const HEADS = ['quyet', 'luan', 'nghi', 'thu', 'bch', 'hanh'];
const NAMES = [
  ...CENTRES.flatMap((centre) => HEADS.map((head) => `${head} ${centre}`)),
  ...['tw', 'tu'].flatMap((centre) => ['nq', 'kl'].flatMap((head) => [`${head}${centre}`, `${head} ${centre}`])),
];
const ENDS = wordEnds([
  'nghi lan thu',
  ...NAMES.flatMap((name) => ['', ' dang', ' lan thu', ' dang lan thu'].map((tail) => name + tail)),
]);

function readByOrdinal(folded: FoldedText, window: string, at: number): RegExpExecArray | null {
  OF_CENTRE.lastIndex = at;
  return OF_CENTRE.test(folded.text) ? BY_ORDINAL.exec(window) : null;
}

/**
 * The plenum whose number at `at` goes on with a list of them: `Nghị quyết Trung ương 4, 5 và 6 khóa XII`, `NQ TW6, TW7`.
 * `from`: folded offset behind the one before. A bare number must be followed as such lists are, by the term, a sign or the
 * next number.
 */
export function readPlenumMember(
  folded: FoldedText,
  from: number,
  at: number,
  type: PlenumName['type'],
): PlenumName | null {
  if (at - from > 32) return null;
  const joint = MEMBER_JOINT.exec(folded.text.slice(from, at));
  if (joint === null) return null;
  const centre = joint[1] ?? '';
  if (/^t\.?u/.test(centre) && !/[Ưư]/u.test(composeSlice(folded, at - centre.length, at))) return null;
  MEMBER_END.lastIndex = at;
  if (centre === '' && !MEMBER_END.test(folded.text)) return null;
  return { start: at - centre.length, after: at, type };
}

const MEMBER_JOINT = new RegExp(
  `^(?:[ \\n]?[(]?khoa[ \\n][ivx]{1,5}[)]?)?(?:[ \\n]?[,;][ \\n](?:va[ \\n])?|[ \\n]va[ \\n])((?:${CENTRE})[ \\n]?)?$`,
);
const MEMBER_END =
  /\d{1,2}(?:[ \n]?[(]?khoa(?![a-z])|[ \n]?(?:$|[.;:)\]»"])|(?:[ \n]?,|[ \n]va)[ \n]\d{1,2}(?=[ \n]?(?:$|[,.;:()]|khoa(?![a-z])|va[ \n]\d)))/y;
