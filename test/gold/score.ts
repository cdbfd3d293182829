/**
 * Scores citations against labelled texts, so that a change of the extractor is judged by numbers.
 *
 * A prediction hits a label when their spans (or the label's code alone) share half of what both cover and the numbers
 * agree. Back-references, optional labels and what mostly lies on them are neither right nor wrong, and so is a date that
 * a label leaves open. The shape of a label is that of annotations.jsonl beside the texts: offsets are UTF-16 code units,
 * `surface` is the slice.
 */
import { z } from 'zod';
import { type Citation, citationKinds, issuerLevels } from '../../core/citations/citation.ts';

const labelSchema = z.object({
  id: z.string().optional(),
  start: z.number().int(),
  end: z.number().int(),
  surface: z.string(),
  core_start: z.number().int().optional(),
  core_end: z.number().int().optional(),
  kind: z.enum(citationKinds),
  canonical: z.string().nullable(),
  canonical_alt: z.array(z.string()).default([]),
  meant: z.string().optional(),
  number: z.string().nullable(),
  date: z.iso.date().nullable(),
  /** A date that is incomplete, or of which the text leaves open whether it is the document's: not asked for. */
  date_partial: z.string().optional(),
  /** The label's id of the first mention of the same document. */
  same_as: z.string().nullable().optional(),
  level: z.enum(issuerLevels).nullable(),
  flags: z.array(z.string()),
  optional: z.boolean().default(false),
});

const documentSchema = z.object({
  id: z.string(),
  citations: z.array(labelSchema),
  negatives: z.array(
    z.object({ start: z.number().int(), end: z.number().int(), surface: z.string(), trap: z.string() }),
  ),
});

export type Label = z.infer<typeof labelSchema>;
export type LabelledDocument = z.infer<typeof documentSchema>;

/** Parses annotations.jsonl; a line that is no document throws with its number. */
export function parseLabels(jsonl: string): readonly LabelledDocument[] {
  return jsonl
    .trim()
    .split('\n')
    .map((line, index) => {
      const parsed = documentSchema.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`Reading labels, line ${index + 1}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}

export interface Score {
  readonly labels: number;
  readonly spanF1: number;
  /** Of labels of kind `code`: the exact canonical code, F1. */
  readonly canonicalF1: number;
  readonly shortRecall: number;
  readonly namedRecall: number;
  /** Of matched short and named labels that have a canonical code. */
  readonly shortCanonical: number;
  readonly dateAccuracy: number;
  readonly levelAccuracy: number;
  readonly backReferenceRecall: number;
  readonly spuriousDates: number;
  readonly trapsTripped: number;
  /** One line per mistake, for whoever must mend it. */
  readonly mistakes: readonly string[];
}

interface Tally {
  right: number;
  all: number;
}

/** Scores `predictions` of each document, in the order of `documents`. */
export function scoreCitations(
  documents: readonly LabelledDocument[],
  predictions: readonly (readonly Citation[])[],
): Score {
  const span = { hit: 0, missed: 0, false: 0 };
  const code = { hit: 0, missed: 0, false: 0 };
  const tallies = {
    short: tally(),
    named: tally(),
    shortCanonical: tally(),
    date: tally(),
    level: tally(),
    backref: tally(),
  };
  const mistakes: string[] = [];
  let spuriousDates = 0;
  let trapsTripped = 0;
  for (const [index, document] of documents.entries()) {
    const told = predictions[index] ?? [];
    const scored = told.filter(({ kind }) => kind !== 'backref');
    const required = document.citations.filter(({ kind, optional }) => kind !== 'backref' && !optional);
    const free = document.citations.filter(({ kind, optional }) => kind === 'backref' || optional);
    const pairs = pairUp(scored, required);
    const note = (what: string, one: { surface: string }, more = ''): void => {
      mistakes.push(`${document.id}: ${what} «${one.surface}»${more}`);
    };
    for (const label of required) {
      const citation = pairs.get(label);
      count(label.kind === 'short' ? tallies.short : tallies.named, citation !== undefined, label.kind !== 'code');
      if (citation === undefined) {
        span.missed += 1;
        if (label.kind === 'code') code.missed += 1;
        note('missed', label);
        continue;
      }
      span.hit += 1;
      const isRight = [label.canonical, ...label.canonical_alt].map(sameCase).includes(sameCase(citation.canonical));
      if (label.kind === 'code') {
        if (isRight) code.hit += 1;
        else code.missed += 1;
        if (!isRight) code.false += 1;
      }
      count(tallies.shortCanonical, isRight, label.kind !== 'code' && label.canonical !== null);
      if (!isRight && label.canonical !== null)
        note('code', label, ` wants ${label.canonical}, got ${citation.canonical}`);
      count(tallies.date, citation.date === label.date, label.date !== null);
      count(tallies.level, citation.level === label.level, label.level !== null);
      const isDateWrong = label.date === null ? isSpurious(citation, label, required) : citation.date !== label.date;
      if (label.date === null && isDateWrong) spuriousDates += 1;
      if (isDateWrong) note('date', label, ` wants ${label.date}, got ${citation.date}`);
      if (label.level !== null && label.level !== citation.level)
        note('level', label, ` wants ${label.level}, got ${citation.level}`);
    }
    const hits = new Set(pairs.values());
    for (const citation of scored) {
      if (hits.has(citation) || free.some((label) => isMostlyShared(citation, label))) continue;
      span.false += 1;
      if (citation.kind === 'code') code.false += 1;
      note('false', citation);
    }
    for (const label of free.filter(({ kind }) => kind === 'backref')) {
      count(
        tallies.backref,
        told.some((citation) => overlap(citation, label) >= 0.5),
        true,
      );
    }
    for (const trap of document.negatives) {
      const isTripped = scored.some(
        (citation) =>
          !hits.has(citation) && overlap(citation, trap) > 0 && !free.some((label) => overlap(citation, label) > 0),
      );
      if (!isTripped) continue;
      trapsTripped += 1;
      note(`trap (${trap.trap})`, trap);
    }
  }
  return {
    labels: span.hit + span.missed,
    spanF1: f1(span),
    canonicalF1: f1(code),
    shortRecall: share(tallies.short),
    namedRecall: share(tallies.named),
    shortCanonical: share(tallies.shortCanonical),
    dateAccuracy: share(tallies.date),
    levelAccuracy: share(tallies.level),
    backReferenceRecall: share(tallies.backref),
    spuriousDates,
    trapsTripped,
    mistakes,
  };
}

/** A date where none is printed; neither one printed with another mention, nor one that the label leaves open. */
function isSpurious({ date }: Citation, label: Label, labels: readonly Label[]): boolean {
  if (date === null) return false;
  const first = labels.find(({ id }) => id !== undefined && id === label.same_as) ?? label;
  const open = label.date_partial?.replace(/^--/, '');
  return date !== first.date && (open === undefined || !date.includes(open));
}

/** Each label with the citation that fits it best; no citation serves two labels. */
function pairUp(citations: readonly Citation[], labels: readonly Label[]): ReadonlyMap<Label, Citation> {
  const fits = labels.flatMap((label) =>
    citations
      .map((citation) => ({
        label,
        citation,
        share: Math.max(overlap(citation, label), overlap(citation, coreOf(label))),
      }))
      .filter(({ share: part, citation }) => part >= 0.5 && isSameNumber(citation.number, label.number)),
  );
  const pairs = new Map<Label, Citation>();
  const taken = new Set<Citation>();
  for (const { label, citation } of fits.sort((a, b) => b.share - a.share)) {
    if (pairs.has(label) || taken.has(citation)) continue;
    pairs.set(label, citation);
    taken.add(citation);
  }
  return pairs;
}

function coreOf(label: Label): { readonly start: number; readonly end: number } {
  return { start: label.core_start ?? label.start, end: label.core_end ?? label.end };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Two spans share at least half of the shorter. */
function isMostlyShared(a: Range, b: Range): boolean {
  return commonOf(a, b) >= 0.5 * Math.min(a.end - a.start, b.end - b.start);
}

function commonOf(a: Range, b: Range): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** What two spans share of what they cover together, 0 to 1. */
function overlap(a: Range, b: Range): number {
  const common = commonOf(a, b);
  return common / Math.max(1, a.end - a.start + b.end - b.start - common);
}

function isSameNumber(a: string | null, b: string | null): boolean {
  return b === null || sameCase(a) === sameCase(b);
}

function sameCase(code: string | null): string | null {
  return code === null
    ? null
    : code
        .normalize('NFC')
        .toUpperCase()
        .replace(/^0+(?=\d)/, '');
}

function tally(): Tally {
  return { right: 0, all: 0 };
}

function count(into: Tally, isRight: boolean, counts: boolean): void {
  if (!counts) return;
  into.all += 1;
  if (isRight) into.right += 1;
}

function share({ right, all }: Tally): number {
  return all === 0 ? 1 : right / all;
}

function f1({ hit, missed, false: wrong }: { hit: number; missed: number; false: number }): number {
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + missed + wrong);
}
