/** What a file of the answer table says of itself: which document, under which filters, how many, when, from where. */

import { citeInFull } from '../../core/documents/citing-form.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import { formatDate, formatNumber } from '../../web/dates.ts';
import { wordsOf } from '../../web/words.ts';
import { keepXml } from '../plain-text.ts';
import { type Lang, titleDocument } from '../wording.ts';

export interface AnswerAbout {
  readonly lang: Lang;
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  /** Address of the page with the same filters. */
  readonly address: string;
  readonly warning: string;
}

export interface AnswerFacts {
  readonly document: OfficialDocument;
  /** The filters chosen: name of the field and its value, worded. */
  readonly filters: readonly { readonly label: string; readonly value: string }[];
  readonly sort: 'newest' | 'oldest';
  readonly meetings: number;
  readonly mentions: number;
  readonly madeAt: Date;
  readonly address: string;
}

export function tellAbout(facts: AnswerFacts, lang: Lang): AnswerAbout {
  const { answerTable: words, filter, sorts } = wordsOf(lang);
  const { document, filters, sort, meetings, mentions, madeAt, address } = facts;
  const chosen = filters.map(({ label, value }) => `${label}: ${value}`).join('; ');
  const lines = [
    { label: words.document, value: citeInFull(document).text },
    { label: words.filters, value: chosen === '' ? words.noFilter : chosen },
    { label: filter.sort, value: sorts[sort] },
    { label: words.meetings, value: formatNumber(meetings, lang) },
    { label: words.mentions, value: formatNumber(mentions, lang) },
    { label: words.made, value: words.madeAt(formatDate(madeAt.toISOString(), lang)) },
  ];
  return {
    lang,
    title: keepXml(words.title(titleDocument(document, lang))),
    lines: lines.map(({ label, value }) => ({ label, value: keepXml(value) })),
    address: keepXml(address),
    warning: words.warningText,
  };
}
