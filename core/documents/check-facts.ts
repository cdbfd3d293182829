/**
 * What the archive knows of a cited document, as far as a cite-check asks, and how much of it is sure.
 *
 * Sure is what the document's own text says, else what two mentions or more say and two thirds of all agree on. What one
 * report alone prints may be its own misprint: it is shown, but nothing is corrected by it.
 */
import type { IsoDate } from '../citations/citation.ts';
import { parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import { isWholeCentre } from './body.ts';
import type { OfficialDocument } from './document.ts';
import { subjectKey } from './subject-key.ts';

/** One value, and how many mentions give it. */
export interface Said<Value extends string> {
  readonly value: Value;
  readonly mentions: number;
}

/** Another document changed this one. */
export interface DocumentChange {
  readonly kind: 'amends' | 'replaces' | 'repeals';
  readonly by: Pick<OfficialDocument, 'id' | 'code' | 'issuer'>;
  /** Day of the changing document; null where it is not known. */
  readonly date: IsoDate | null;
  /** Day from which on it was known: that of the changing document, else of the first report. */
  readonly since: string | null;
  /** The sentence speaks of articles or parts alone. */
  readonly isPartial: boolean;
}

export interface CheckFacts {
  readonly document: OfficialDocument;
  readonly dates: readonly Said<IsoDate>[];
  /** Issuers as mentions name them. */
  readonly issuers: readonly Said<string>[];
  /** Keys (`subjectKey`) of the subjects that mentions give. */
  readonly subjects: readonly Said<string>[];
  readonly changes: readonly DocumentChange[];
  /** The archive knows another document of this code and body, of another term or year. */
  readonly hasTwin: boolean;
}

export type KnownDate =
  /** `mentions` is null where the document's own text says so. */
  | { readonly kind: 'sure'; readonly date: IsoDate; readonly mentions: number | null }
  | { readonly kind: 'single'; readonly date: IsoDate }
  | { readonly kind: 'disputed'; readonly dates: readonly IsoDate[] }
  | { readonly kind: 'none' };

const ENOUGH = 2;
const SHARE = 2 / 3;
/** Of a committee's house, those who issue documents. */
const ISSUING_PARTS: ReadonlySet<string> = new Set(['Ban Thường vụ', 'Ban Chấp hành', 'Thường trực']);
const LONGEST_SUBJECT = 220;

/** The document's day, and how sure it is. */
export function knownDate({ document, dates }: CheckFacts): KnownDate {
  if (document.state === 'held' && document.date !== null) return { kind: 'sure', date: document.date, mentions: null };
  const most = surest(dates);
  if (most !== null) return { kind: 'sure', date: most.value, mentions: most.mentions };
  const [first] = dates;
  if (dates.length > 1) return { kind: 'disputed', dates: dates.map(({ value }) => value) };
  return first === undefined ? { kind: 'none' } : { kind: 'single', date: first.value };
}

/** Who issued it, in the words of a first citation: "Ban Thường vụ Thành ủy Hạ Khê", "Ban Bí thư"; null where not sure. */
export function knownIssuer({ document, issuers }: CheckFacts): string | null {
  const { issuer, level } = document;
  if (issuer === null) return null;
  const phrases = issuers.flatMap(({ value, mentions }) => {
    const phrase = parseIssuerPhrase(value);
    return phrase === null ? [] : [{ phrase, mentions }];
  });
  if (level === 'central') {
    if (!isWholeCentre(issuer) && document.state === 'held') return issuer;
    const organs = phrases.filter(({ phrase }) => phrase.symbol !== 'TW' || !isWholeCentre(phrase.text));
    const isOrgan = phrases.some(({ phrase }) => phrase.symbol === 'TW') || isWholeCentre(issuer);
    if (!isOrgan) return issuer;
    return surest(organs.map(({ phrase, mentions }) => ({ value: phrase.text, mentions })))?.value ?? null;
  }
  const parts = phrases.flatMap(({ phrase: { part }, mentions }) =>
    part !== null && ISSUING_PARTS.has(part) ? [{ value: part, mentions }] : [],
  );
  const part = surest(parts)?.value;
  return part === undefined || part === 'Ban Chấp hành' || issuer.startsWith(part) ? issuer : `${part} ${issuer}`;
}

/** What it is about, as the words behind "về"; null where not sure or where a report ran on. */
export function knownSubject({ document, subjects }: CheckFacts): string | null {
  const title = document.title?.replace(/^về (?:việc )?/iu, '').trim() ?? '';
  if (title === '' || title.length > LONGEST_SUBJECT || /,\s\p{Lu}/u.test(title)) return null;
  if (document.state === 'held') return title;
  const key = subjectKey(title);
  const total = subjects.reduce((sum, { mentions }) => sum + mentions, 0);
  const same = subjects.filter(({ value }) => key.startsWith(value) || value.startsWith(key));
  const agreeing = same.reduce((sum, { mentions }) => sum + mentions, 0);
  return agreeing >= ENOUGH && agreeing >= total * SHARE ? title : null;
}

/** Whether what is replaced or repealed is a part: "bãi bỏ khoản 2 Điều 5 Quyết định số …". */
export function speaksOfParts(sentence: string): boolean {
  return PARTS.test(sentence.normalize('NFC'));
}

const PARTS =
  /(?:thay thế|bãi bỏ|h[uủ][ỷy] bỏ|hết hiệu lực)[^.;]{0,40}?(?<!\p{L})(?:một phần|một số|điểm|khoản|điều|mục|chương|phụ lục)(?!\p{L})/iu;

/** The value that enough mentions agree on. */
function surest<Value extends string>(said: readonly Said<Value>[]): Said<Value> | null {
  const sums = new Map<Value, number>();
  for (const { value, mentions } of said) sums.set(value, (sums.get(value) ?? 0) + mentions);
  const total = [...sums.values()].reduce((sum, mentions) => sum + mentions, 0);
  const [most] = [...sums].sort(([, a], [, b]) => b - a);
  if (most === undefined || most[1] < ENOUGH || most[1] < total * SHARE) return null;
  return { value: most[0], mentions: most[1] };
}
