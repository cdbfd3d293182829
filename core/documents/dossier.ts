/**
 * Draws up what all mentions together say of a document: code, issuer, date, title, other names, contradictions.
 *
 * What most mentions agree on is shown, and what contradicts it is kept beside it with counts, never averaged. The
 * result depends on the set of mentions alone, not on the order in which they came.
 */
import type { IsoDate, ReferenceCode } from '../citations/citation.ts';
import { foldKey } from '../citations/fold.ts';
import { findIssuer } from '../citations/issuers.ts';
import type { Conflict, DocumentId, OfficialDocument } from './document.ts';
import type { DocumentIdentity } from './identity.ts';

/** One mention's say, as far as the dossier needs it. */
export interface Testimony {
  /** Address of the article. */
  readonly url: string;
  readonly canonical: ReferenceCode | null;
  readonly meant: ReferenceCode | null;
  readonly date: IsoDate | null;
  readonly subject: string | null;
  /** Issuer named beside the mention. */
  readonly issuerName: string | null;
  readonly kind: 'code' | 'short' | 'named' | 'backref';
}

/** The dossier of a settled document. */
export function compileDossier(
  id: DocumentId,
  identity: DocumentIdentity,
  mentions: readonly Testimony[],
): OfficialDocument {
  const codes = tally(
    mentions.filter(({ kind }) => kind === 'code'),
    ({ canonical, meant }) => meant ?? canonical,
  );
  const printed = tally(
    mentions.filter(({ kind }) => kind === 'code'),
    ({ canonical }) => canonical,
  );
  const code = bestCode(
    codes.map(({ value }) => value),
    mentions,
    identity,
  );
  const dates = tally(mentions, ({ date }) => date);
  const titles = tally(mentions, ({ subject }) => subject, foldKey);
  const others = printed.filter(({ value }) => value.toUpperCase() !== code.toUpperCase());
  return {
    id,
    code,
    type: identity.type,
    number: identity.number,
    year: identity.codeYear ?? identity.year,
    issuer: issuerOf(identity, mentions),
    level: identity.body.level,
    place: identity.body.place,
    term: identity.term,
    date: dates[0]?.value ?? null,
    title: pickTitle(titles),
    aliases: others.map(({ value }) => value),
    state: 'cited_only',
    citedBy: new Set(mentions.map(({ url }) => url)).size,
    conflicts: [...conflictOf('date', dates), ...conflictOf('code', others.length === 0 ? [] : printed)],
  };
}

/** An entry for a code that no mention settles: what is printed, with no issuer and no term. */
export function compileEntry(
  id: DocumentId,
  code: ReferenceCode,
  parts: Pick<OfficialDocument, 'type' | 'number' | 'year'>,
  mentions: readonly Testimony[],
): OfficialDocument {
  return {
    id,
    code,
    ...parts,
    issuer: null,
    level: null,
    place: null,
    term: null,
    date: null,
    title: pickTitle(tally(mentions, ({ subject }) => subject, foldKey)),
    aliases: [],
    state: 'cited_only',
    citedBy: new Set(mentions.map(({ url }) => url)).size,
    conflicts: [],
  };
}

interface Tally<T extends string> {
  readonly value: T;
  readonly mentions: number;
  readonly articles: readonly string[];
}

/** Values by how many mentions give them, then by how many articles, then in order of their letters. */
function tally<T extends string>(
  mentions: readonly Testimony[],
  read: (mention: Testimony) => T | null,
  key: (value: T) => string = (value) => value,
): readonly Tally<T>[] {
  const groups = new Map<string, { values: Map<T, number>; mentions: number; articles: Set<string> }>();
  for (const mention of mentions) {
    const value = read(mention);
    if (value === null) continue;
    const group = groups.get(key(value)) ?? { values: new Map<T, number>(), mentions: 0, articles: new Set<string>() };
    group.values.set(value, (group.values.get(value) ?? 0) + 1);
    group.mentions += 1;
    group.articles.add(mention.url);
    groups.set(key(value), group);
  }
  return [...groups.values()]
    .map(({ values, mentions: count, articles }) => ({
      value: mostFrequent(values),
      mentions: count,
      articles: [...articles].sort(),
    }))
    .sort((a, b) => b.mentions - a.mentions || b.articles.length - a.articles.length || (a.value < b.value ? -1 : 1));
}

function mostFrequent<T extends string>(values: ReadonlyMap<T, number>): T {
  const sorted = [...values].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const [first] = sorted;
  if (first === undefined)
    throw new Error('Cannot pick a value from an empty tally: expected one or more mentions, found 0.');
  return first[0];
}

function conflictOf(field: Conflict['field'], values: readonly Tally<string>[]): readonly Conflict[] {
  return values.length < 2 ? [] : [{ field, values }];
}

/** Standard spelling by the issuer's system where mentions print both, else what is printed most. */
function bestCode(
  codes: readonly ReferenceCode[],
  mentions: readonly Testimony[],
  identity: DocumentIdentity,
): ReferenceCode {
  const isParty = findIssuer(identity.body.symbol)?.system === 'party';
  const standard = codes.find((code) => (isParty ? /-[^/]+\//.test(code) : /\/[^/-]+-/.test(code)));
  const [first] = codes;
  const inferred = mentions.find(({ canonical }) => canonical !== null)?.canonical ?? null;
  const code = standard ?? first ?? inferred;
  if (code === null || code === undefined) {
    throw new Error(
      `Cannot name a document of ${identity.body.name}: expected a code among ${mentions.length} mentions, found none.`,
    );
  }
  return code;
}

/** At the centre the organ that mentions name most; elsewhere the body with its place. */
function issuerOf(identity: DocumentIdentity, mentions: readonly Testimony[]): string {
  if (identity.body.level !== 'central') return identity.body.name;
  const isGeneric = (name: string): boolean => name === 'Trung ương' || name === 'Trung ương Đảng';
  const named = tally(mentions, ({ issuerName }) => (issuerName === null || isGeneric(issuerName) ? null : issuerName));
  return identity.body.symbol === 'TW' ? (named[0]?.value ?? identity.body.name) : identity.body.name;
}

/** The subject most mentions give; of equals the longer, which says more. */
function pickTitle(titles: readonly Tally<string>[]): string | null {
  const [first] = titles;
  if (first === undefined) return null;
  const equals = titles.filter(({ mentions }) => mentions === first.mentions);
  return [...equals].sort((a, b) => b.value.length - a.value.length || (a.value < b.value ? -1 : 1))[0]?.value ?? null;
}
