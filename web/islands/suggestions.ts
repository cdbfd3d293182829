/** What is offered while somebody types: read from the server's answer, and drawn as the options of a list. */

export type Offer =
  | {
      readonly kind: 'document';
      readonly href: string;
      readonly code: string;
      /** Type, issuer and term, as far as known. */
      readonly whose: string;
      readonly count: string;
    }
  | { readonly kind: 'person'; readonly name: string; readonly count: string }
  /** What was typed, to be looked for as words. */
  | { readonly kind: 'words'; readonly text: string };

/** The sentences of the page, which the search box carries as data attributes. */
export interface OfferWords {
  readonly lang: string;
  /** `{n} bài viết`, where `{n}` stands for how many articles cite a document. */
  readonly count: string;
  /** `{n} kết quả`: in how many articles and meetings a person is named. */
  readonly people: string;
  /** `Tìm “{q}”` */
  readonly words: string;
}

/** The offers of an answer of /api/v1/suggest: documents, people, then the words themselves; what has another shape is left out. */
export function readOffers(answer: unknown, typed: string, words: OfferWords): readonly Offer[] {
  const items = isRecord(answer) && Array.isArray(answer['items']) ? answer['items'] : [];
  const offers = items.flatMap((item: unknown) => readOffer(item, words) ?? []);
  return offers.length === 0 ? [] : [...offers, { kind: 'words', text: typed }];
}

/** Fills the list; each option is named `ID-0`, `ID-1` … */
export function drawOffers(list: HTMLElement, offers: readonly Offer[], words: OfferWords): void {
  list.replaceChildren(
    ...offers.map((offer, index) => {
      const option = list.ownerDocument.createElement('li');
      option.id = `${list.id}-${index}`;
      option.className = offer.kind;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      for (const [name, text] of partsOf(offer, words)) {
        const part = list.ownerDocument.createElement('span');
        part.className = name;
        part.textContent = text;
        option.append(part, ' ');
      }
      return option;
    }),
  );
}

function partsOf(offer: Offer, words: OfferWords): readonly (readonly [name: string, text: string])[] {
  switch (offer.kind) {
    case 'document':
      return [
        ['code', offer.code],
        ['whose', offer.whose],
        ['count', offer.count],
      ];
    case 'person':
      return [
        ['name', offer.name],
        ['count', offer.count],
      ];
    case 'words':
      return [['whose', words.words.replace('{q}', () => offer.text)]];
  }
}

function readOffer(item: unknown, words: OfferWords): Offer | null {
  if (!isRecord(item)) return null;
  const count = (sentence: string, of: unknown): string =>
    typeof of === 'number' ? sentence.replace('{n}', new Intl.NumberFormat(words.lang).format(of)) : '';
  const { kind, id, code, name } = item;
  if (kind === 'person' && typeof name === 'string') return { kind, name, count: count(words.people, item['items']) };
  if (kind !== 'document' || typeof id !== 'string' || typeof code !== 'string') return null;
  const whose = [item['type_name'], item['issuer'], item['term']].filter((part) => typeof part === 'string');
  const language = words.lang === 'en' ? '?lang=en' : '';
  return {
    kind,
    href: `/van-ban/${encodeURIComponent(id)}${language}`,
    code,
    whose: whose.join(' · '),
    count: count(words.count, item['cited_by']),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
