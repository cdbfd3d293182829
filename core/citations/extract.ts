/**
 * Text in, citations out: ordered, not overlapping, each with what the text itself tells of its document.
 *
 * The stages are fold → find → describe → complete. No clock, disk or network, and no knowledge of the world beyond the
 * tables of symbols: which document a citation means is told in core/documents.
 */
import { addBackReferences } from './back-citations.ts';
import { findBackReferences } from './back-reference.ts';
import { readBodies } from './bodies.ts';
import type { Citation, IssuerLevel } from './citation.ts';
import { findConflict } from './conflict.ts';
import { CUT_NUMBER } from './damaged-code.ts';
import { describeCitations, type Surroundings } from './describe.ts';
import { findCitations } from './find.ts';
import { type FoldedText, foldText } from './fold.ts';
import type { FoundCitation } from './found.ts';
import { readLegacyText } from './legacy-text.ts';
import { shareLevels, tellLevel } from './level.ts';
import { readPinpoints } from './pinpoint.ts';
import { type Completed, completeDrafts, knownInText } from './same-document.ts';

/**
 * All citations of `text`, by their place in it. Offsets are UTF-16 code units into `text` as given.
 *
 * @example
 * extractCitations('thực hiện Chỉ thị số 18-CT/TW, ngày 26/10/2022 của Ban Bí thư')[0]?.canonical // '18-CT/TW'
 */
export function extractCitations(text: string): readonly Citation[] {
  const legacy = readLegacyText(text);
  if (legacy === null) return extractFrom(text);
  return extractFrom(legacy.text).map((citation) => {
    const start = legacy.startOf(citation.start);
    const end = legacy.endOf(citation.end);
    return { ...citation, start, end, surface: text.slice(start, end), flags: [...citation.flags, 'legacy-encoding'] };
  });
}

/** The same for a text in Unicode. */
function extractFrom(text: string): readonly Citation[] {
  const folded = foldText(text);
  const proposed = findCitations(folded);
  const isKnown = knownInText(proposed.filter((found) => found.kind === 'code'));
  const found = proposed.filter((one) => one.verdict === 'certain' || isKnown(one));
  if (found.length === 0) return [];
  const bodies = readBodies(folded);
  const described = shareInLists(folded, found, describeCitations(folded, found));
  const completed = completeDrafts(
    found.map((one, index) => {
      const { issuer = null, term = null, years = null, date = null } = described[index] ?? {};
      return { found: one, issuer, term, years, date };
    }),
  );
  const levels = shareLevels(
    found.map((one, index) => {
      const { issuerCode = null, sameAs = null } = completed[index] ?? {};
      const { issuer = null, after = one.after } = described[index] ?? {};
      const question = {
        issuerCode,
        type: one.type,
        issuer,
        start: one.start,
        after,
        floor: found[index - 1]?.end ?? 0,
      };
      const { level, isNamed } = tellLevel(question, bodies);
      return { level, isNamed, issuerCode, isMember: one.isMember, sameAs };
    }),
  );
  const pinpoints = readPinpoints(
    folded,
    found.map((one, index) => ({ start: one.start, end: one.end, after: described[index]?.after ?? one.after })),
  );
  const citations: Citation[] = [];
  for (const [index, one] of found.entries()) {
    const around = described[index];
    const whole = completed[index];
    if (around === undefined || whole === undefined) continue;
    const level = levels[index] ?? null;
    citations.push(assemble(folded, one, { around, whole, level, pinpoint: pinpoints[index]?.text ?? null }));
  }
  return addBackReferences(folded, citations, findBackReferences(folded));
}

interface Told {
  readonly around: Surroundings;
  readonly whole: Completed;
  readonly level: IssuerLevel | null;
  readonly pinpoint: string | null;
}

function assemble(folded: FoldedText, found: FoundCitation, { around, whole, level, pinpoint }: Told): Citation {
  const isLed = found.lead !== null && found.start === found.lead.start;
  const start = folded.startOf(isLed ? found.lead.surface : found.start);
  const end = folded.endOf(found.end);
  const citation: { -readonly [field in keyof Citation]: Citation[field] } = {
    start,
    end,
    surface: folded.original.slice(start, end),
    kind: found.kind,
    canonical: whole.canonical,
    number: found.number,
    year: whole.year,
    type: whole.type,
    issuerCode: whole.issuerCode,
    issuerName: around.issuer?.text ?? null,
    level,
    date: around.date,
    subject: around.subject,
    meant: around.meant,
    flags: joinFlags(found.flags, around.flags, whole.flags),
    confidence: tellConfidence(found, around, whole),
    sameAs: whole.sameAs,
  };
  if (around.years !== null) citation.years = around.years;
  if (around.term !== null) citation.term = around.term;
  if (pinpoint !== null) citation.pinpoint = pinpoint;
  return citation;
}

function joinFlags(a: readonly string[], b: readonly string[], c: readonly string[]): readonly string[] {
  if (b.length === 0 && c.length === 0) return a;
  return [...new Set([...a, ...b, ...c])];
}

/**
 * What a list prints once holds for its members. Date, issuer and term behind a shared suffix (`42, 43, 44-NQ/TW ngày …
 * của …`) are those of all its numbers; an issuer behind plural short forms too; an issuer before the head (`Thường trực
 * Thành ủy tại Thông báo số 501-TB/TU; 518-TB/TU`) is that of the members which name none, and of one of another type
 * that is joined to them (`Thành ủy ban hành Chỉ thị số 11-CT/TU và Kế hoạch số 75-KH/TU`).
 */
function shareInLists(
  folded: FoldedText,
  found: readonly FoundCitation[],
  described: readonly Surroundings[],
): readonly Surroundings[] {
  const shared = [...described];
  for (let index = found.length - 2; index >= 0; index -= 1) {
    const own = shared[index];
    const next = shared[index + 1];
    if (own === undefined || next === undefined || !sharesWithNext(found[index], found[index + 1])) continue;
    shared[index] = {
      ...own,
      date: own.date ?? (found[index]?.group === null ? null : next.date),
      issuer: own.issuer ?? next.issuer,
      term: own.term ?? next.term,
      years: own.years ?? next.years,
    };
  }
  for (let index = found.length - 2; index >= 0; index -= 1) {
    const own = shared[index];
    const next = shared[index + 1];
    if (own === undefined || next === undefined || !endsOneList(found[index], found[index + 1])) continue;
    if (own.issuer !== null || next.issuer === null || next.flags.includes('issuer-before')) continue;
    const meant = next.meant === null ? null : findConflict(found[index]?.code ?? null, next.issuer, true);
    const flags = meant === null ? own.flags : [...own.flags, 'issuer-conflict'];
    shared[index] = { ...own, issuer: next.issuer, meant: own.meant ?? meant, flags };
  }
  for (let index = 1; index < found.length; index += 1) {
    const own = shared[index];
    const previous = shared[index - 1];
    if (own === undefined || previous === undefined || own.issuer !== null) continue;
    if (!previous.flags.includes('issuer-before')) continue;
    if (found[index]?.isMember !== true && !isJoinedTo(folded, previous, found[index - 1], found[index])) continue;
    shared[index] = { ...own, issuer: previous.issuer, flags: [...own.flags, 'issuer-before'] };
  }
  return shared;
}

/** `02-TB/TU, 05-TB/TU và 18-TB/TU của …`: who is named behind the last is whose all of one symbol are. */
function endsOneList(one: FoundCitation | undefined, next: FoundCitation | undefined): boolean {
  if (one === undefined || next?.isMember !== true || one.code === null || next.code === null) return false;
  return one.type === next.type && one.code.issuerCode === next.code.issuerCode;
}

const JOINED = /^[ \n]?[,;]?[ \n](?:(?:va|cung|cung voi)[ \n])?$/;

/** Nothing but a joint stands between two whole codes of one symbol. */
function isJoinedTo(
  { text }: FoldedText,
  { after }: Surroundings,
  previous: FoundCitation | undefined,
  own: FoundCitation | undefined,
): boolean {
  if (previous?.code == null || own?.code == null || own.lead?.type == null) return false;
  return previous.code.issuerCode === own.code.issuerCode && JOINED.test(text.slice(after, own.start));
}

function sharesWithNext(one: FoundCitation | undefined, next: FoundCitation | undefined): boolean {
  if (one === undefined || next === undefined) return false;
  if (one.group !== null) return next.group === one.group || next.flags.includes('shared-type');
  if (one.flags.includes('range')) return next.isMember && next.flags.includes('range');
  const isPluralList = one.lead?.isPlural === true && one.kind === 'short' && next.kind === 'short';
  return isPluralList && next.isMember && next.flags.includes('bare-number');
}

function tellConfidence(found: FoundCitation, around: Surroundings, whole: Completed): number {
  if (around.meant !== null) return 0.6;
  if (found.kind === 'named') return 0.85;
  if (found.kind === 'short') return whole.canonical === null ? 0.8 : 0.9;
  if (found.flags.includes('scanned-digits') || found.flags.includes(CUT_NUMBER)) return 0.7;
  if (found.flags.includes('damaged-word')) return 0.8;
  if (found.lead === null) return found.code?.shape === 'letter' ? 0.8 : 0.92;
  return found.flags.includes('repaired') ? 0.96 : 0.99;
}
