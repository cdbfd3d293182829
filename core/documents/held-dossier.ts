/**
 * Fills the dossier of a document whose text has arrived: the text's own code, date and title go before what mentions
 * say, and every mention that says otherwise stays visible as a contradiction.
 */
import { parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import { isWholeCentre } from './body.ts';
import type { Conflict, OfficialDocument } from './document.ts';
import type { Testimony } from './dossier.ts';
import type { HeldDocument } from './holding.ts';
import { subjectKey } from './subject-key.ts';

/**
 * `document` as it is drawn from `mentions`, with what its texts say; unchanged without any. Of texts that differ the
 * more often found value counts, then the first address. Conflicts name the addresses of texts; those of mentions are
 * left to be filled in.
 */
export function fillDossier(
  document: OfficialDocument,
  held: readonly HeldDocument[],
  mentions: readonly Testimony[],
): OfficialDocument {
  const texts = [...held].sort((a, b) => (a.address < b.address ? -1 : 1));
  const code = mostSaid(texts.map((text) => text.code)) ?? document.code;
  const date = mostSaid(texts.flatMap((text) => text.date ?? []));
  const title = mostSaid(texts.flatMap((text) => text.title ?? []));
  if (texts.length === 0) return document;
  const names = [document.code, ...document.aliases].filter((name) => !isSameCode(name, code));
  const others = document.conflicts.filter(({ field }) => field !== 'date' && field !== 'code');
  return {
    ...document,
    code,
    issuer: organOf(document, texts) ?? document.issuer,
    date: date ?? document.date,
    title: title === null ? document.title : sameWords(title, document.title),
    aliases: [...new Set(names)],
    state: 'held',
    conflicts: [
      ...conflictOf('date', texts, mentions, {
        ofText: (text) => text.date,
        ofMention: (mention) => mention.date,
        isSame: (a, b) => a === b,
      }),
      ...conflictOf('code', texts, mentions, {
        ofText: (text) => text.code,
        ofMention: ({ kind, canonical }) => (kind === 'code' ? canonical : null),
        isSame: isSameCode,
      }),
      ...others,
    ],
  };
}

/** What a text says of its document, as a mention would: for documents that nothing else cites. */
export function testifyHolding({ code, date, title, issuerName }: HeldDocument): Testimony {
  return { mentions: 1, canonical: code, meant: null, date, subject: title, issuerName, kind: 'code' };
}

/** The central organ that the text itself names; bodies elsewhere have one name. */
function organOf(document: OfficialDocument, texts: readonly HeldDocument[]): string | null {
  if (document.level !== 'central' || !texts.some(({ identity }) => identity.body.symbol === 'TW')) return null;
  const organs = texts.flatMap(({ issuerName }) => {
    const phrase = issuerName === null ? null : parseIssuerPhrase(issuerName);
    return phrase?.symbol === 'TW' && !isWholeCentre(phrase.text) ? [phrase.text] : [];
  });
  return mostSaid(organs);
}

interface Field {
  readonly ofText: (text: HeldDocument) => string | null;
  readonly ofMention: (mention: Testimony) => string | null;
  readonly isSame: (a: string, b: string) => boolean;
}

/** Every value with the number of mentions that give it, that of the texts first; the addresses are those of texts alone. */
function conflictOf(
  field: Conflict['field'],
  texts: readonly HeldDocument[],
  mentions: readonly Testimony[],
  { ofText, ofMention, isSame }: Field,
): readonly Conflict[] {
  const said = [
    ...texts.map((text) => ({ value: ofText(text), mentions: 0, articles: [text.address] })),
    ...mentions.map((mention) => ({ value: ofMention(mention), mentions: mention.mentions, articles: [] })),
  ];
  const values: { value: string; mentions: number; articles: readonly string[] }[] = [];
  for (const { value, mentions: count, articles } of said) {
    if (value === null) continue;
    const known = values.find((other) => isSame(other.value, value));
    if (known === undefined) values.push({ value, mentions: count, articles });
    else {
      known.mentions += count;
      known.articles = [...known.articles, ...articles];
    }
  }
  if (values.length < 2) return [];
  const isHeld = ({ articles }: { readonly articles: readonly string[] }): number => (articles.length > 0 ? 1 : 0);
  const ranked = values.sort(
    (a, b) => isHeld(b) - isHeld(a) || b.mentions - a.mentions || (a.value < b.value ? -1 : 1),
  );
  return [{ field, values: ranked }];
}

/** The value that is there most often; of equals the first. */
function mostSaid<T extends string>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? null;
}

/** The text's own words, in the spelling of mentions where these print the same: a head is all capitals. */
function sameWords(title: string, spoken: string | null): string {
  const isShouted = /\p{Lu}{2}/u.test(title) && !/\p{Ll}/u.test(title);
  return isShouted && spoken !== null && subjectKey(spoken) === subjectKey(title) ? spoken : title;
}

function isSameCode(a: string, b: string): boolean {
  return a.toUpperCase() === b.toUpperCase();
}
