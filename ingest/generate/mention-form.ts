/**
 * How a report names a document, and what a careful reader can tell from it: the contract's rules of what settles a
 * mention, applied to a world in which everything is known.
 *
 * A form whose outcome depends on what other articles will say is not used: a document counts as known once an earlier
 * article has printed it with date and issuer, and twins that may still become known rule the form out.
 */
import type { DocumentId, MentionStatus } from '../../core/documents/document.ts';
import type { InventedBody, InventedPlace } from './bodies.ts';
import { type DayNumber, yearOf } from './calendar.ts';
import { type InventedDocument, isCongressSeason, isParty, termOn } from './document-series.ts';
import type { Random } from './random.ts';
import { numberKey, undatedTwins, type World } from './world.ts';

/** What earlier articles of the corpus have printed in full. */
export interface ToldSoFar {
  readonly dated: Set<DocumentId>;
}

export interface ReportScene {
  readonly world: World;
  readonly told: ToldSoFar;
  readonly day: DayNumber;
  /** Place of the source; null for the whole country's. */
  readonly source: InventedPlace | null;
  /** Place of the body that holds the meeting; null at the centre. */
  readonly host: InventedPlace | null;
  /** Whether the host is a Party committee. */
  readonly isPartyHost: boolean;
}

export interface MentionForm {
  readonly status: MentionStatus;
  readonly hasDate: boolean;
  readonly issuer: 'named' | 'unnamed' | 'none';
  readonly hasSubject: boolean;
  /** Type word and number only. */
  readonly isShort: boolean;
  /** TW printed for TU. */
  readonly isContradicted: boolean;
}

const WHOLE: MentionForm = {
  status: 'resolved',
  hasDate: true,
  issuer: 'named',
  hasSubject: false,
  isShort: false,
  isContradicted: false,
};

/** A form for this document in this report, or null where it cannot be named so that the outcome is sure. */
export function chooseForm(
  document: InventedDocument,
  scene: ReportScene,
  allows: { readonly subject: boolean; readonly doubt: boolean },
  random: Random,
): MentionForm | null {
  if (scene.host === null && document.body.place !== null)
    return allows.doubt ? { ...WHOLE, status: 'unknown', hasDate: false, issuer: 'none' } : null;
  const draw = random.next();
  const hasSubject = allows.subject && random.chance(0.6);
  const undated = statusWithoutDate(document, scene);
  const bare = statusOfBare(document, scene, undated);
  const unnamed = isClearUnnamed(document.body, scene) ? 'unnamed' : 'named';
  if (document.isElusive) {
    if (!allows.doubt || undated !== 'ambiguous') return null;
    return {
      ...WHOLE,
      status: 'ambiguous',
      hasDate: false,
      issuer: bare === 'ambiguous' && draw < 0.3 ? 'none' : unnamed,
    };
  }
  const fits = (status: MentionStatus | null): status is MentionStatus =>
    status === 'resolved' || (status === 'ambiguous' && allows.doubt);
  const dated = { ...WHOLE, hasSubject };
  if (draw < 0.45) {
    const isContradicted = isMistakable(document) && draw < 0.1;
    return { ...dated, isContradicted, issuer: draw < 0.28 ? 'named' : unnamed };
  }
  const told = hasSubject && undated === 'resolved';
  if (draw < 0.7 && fits(undated))
    return { ...WHOLE, status: undated, hasDate: false, hasSubject: told, issuer: draw < 0.6 ? 'named' : unnamed };
  if (draw < 0.8 && undated === 'resolved' && isParty(document.body))
    return { ...WHOLE, hasDate: false, isShort: true, hasSubject: told, issuer: draw < 0.75 ? 'named' : unnamed };
  if (draw < 0.92 && fits(bare)) return { ...WHOLE, status: bare, hasDate: false, issuer: 'none' };
  if (draw >= 0.92 && isToldByDay(document, scene)) return { ...WHOLE, issuer: 'none' };
  return dated;
}

/** What issuer, type and number tell without a date; null where nobody can know yet. */
export function statusWithoutDate(document: InventedDocument, scene: ReportScene): MentionStatus | null {
  const { body, codeYear, term } = document;
  if (isParty(body)) {
    if (body.family === 'committee' && isCongressSeason(scene.day)) return null;
    return term === termOn(body, scene.day) ? 'resolved' : null;
  }
  if (codeYear !== null) return 'resolved';
  const twins = undatedTwins(scene.world, document, scene.day).filter(({ isElusive }) => !isElusive);
  const known = twins.filter(({ id }) => scene.told.dated.has(id));
  if (known.length > 1) return 'ambiguous';
  if (twins.length === 0) return yearOf(document.day) >= yearOf(scene.day) - 2 ? 'ambiguous' : null;
  return twins.length === 1 && known[0] === document ? 'resolved' : null;
}

/** What the code alone tells; null where it depends on more. */
function statusOfBare(
  { body }: InventedDocument,
  { source, host, isPartyHost }: ReportScene,
  undated: MentionStatus | null,
): MentionStatus | null {
  if (body.family === 'centre') return undated;
  const sights = [source, host].filter((place) => place !== null);
  if (body.issuing.symbol === 'HU') return body.place === host && isPartyHost ? undated : null;
  if (body.family === 'committee') return sights.some(({ kind }) => kind === 'city') ? 'ambiguous' : null;
  return sights.some(({ district }) => district !== null) ? 'ambiguous' : null;
}

/** "Thành ủy" is the one of the meeting; "Tỉnh ủy" the only province that the article speaks of. */
function isClearUnnamed({ place, family }: InventedBody, { host }: ReportScene): boolean {
  if (family === 'centre') return true;
  return place !== null && (place === host || (place.district === null && place.province === host?.province));
}

/** Other articles print it in full, and no other of its number is of that day. */
function isToldByDay(document: InventedDocument, { world, told }: ReportScene): boolean {
  if (document.body.family === 'centre') return true;
  const sameDay = (world.sameNumber.get(numberKey(document)) ?? []).filter(({ day }) => day === document.day);
  return told.dated.has(document.id) && sameDay.length === 1;
}

function isMistakable({ body: { issuing }, type }: InventedDocument): boolean {
  return issuing.symbol === 'TU' && (type === 'NQ' || type === 'CT' || type === 'KL');
}
