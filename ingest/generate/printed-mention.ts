/** Prints a mention as reports do: dirty codes, dates in several spellings, issuers with and without their place. */
import { printWholeDate } from './calendar.ts';
import type { InventedDocument } from './document-series.ts';
import type { MentionForm } from './mention-form.ts';
import type { Random } from './random.ts';

export interface PrintedMention {
  /** From the type word to the end of the code. */
  readonly surface: string;
  /** Date, issuer and subject behind it. */
  readonly tail: string;
  /** The code in standard spelling, as the print has it. */
  readonly canonical: string;
}

const DIRTY = 0.22;

export function printMention(document: InventedDocument, form: MentionForm, random: Random): PrintedMention {
  const { typeWord, number, code } = document;
  const canonical = form.isContradicted ? code.replace(/TU$/, 'TW') : code;
  const word = random.chance(0.06) ? typeWord.toLowerCase() : typeWord;
  const so = form.isShort || random.chance(0.85) ? ' số ' : ' ';
  const printed = form.isShort ? number : random.chance(DIRTY) ? soil(canonical, random) : canonical;
  return { surface: `${word}${so}${printed}`, tail: printTail(document, form, random), canonical };
}

/** The same document a second time in one text. */
export function printAgain({ typeWord, number, code }: InventedDocument, random: Random): string {
  return random.pick([
    `${typeWord} số ${code}`,
    `${typeWord} ${code}`,
    `${typeWord} số ${number}`,
    `${typeWord} ${number}`,
  ]);
}

export function printBackReference({ typeWord }: InventedDocument, random: Random): string {
  return random.pick([`${typeWord} này`, `${typeWord} nêu trên`, `${typeWord} nói trên`]);
}

/** The issuer with its place; at the centre the organ. */
export function nameIssuer({ body, organ }: InventedDocument, form: 'named' | 'unnamed', random: Random): string {
  if (organ !== null) return organ;
  return random.pick(form === 'named' ? body.named : body.unnamed);
}

function printTail(document: InventedDocument, form: MentionForm, random: Random): string {
  const date = form.hasDate ? printWholeDate(document.day, random) : null;
  const joint = random.chance(0.3) ? ', ' : ' ';
  const dated = date === null ? '' : random.chance(0.08) ? ` (${date})` : `${joint}${date}`;
  const issued = form.issuer === 'none' ? '' : ` của ${nameIssuer(document, form.issuer, random)}`;
  const about = form.hasSubject ? ` về ${random.chance(0.15) ? 'việc ' : ''}${document.subject}` : '';
  return `${dated}${issued}${about}`;
}

/** One slip of the keyboard that leaves the code readable. */
function soil(code: string, random: Random): string {
  const slips = [
    code.replace('-', ' - '),
    code.replace('-', '–'),
    code.replace(/([/-])(?=\p{Lu}+$)/u, '$1 '),
    code.replace('-', '- '),
    ...(/[A-Z]U$/.test(code) ? [code.replace(/U$/, 'u'), code.replace('-', '/').replace(/\/(?=[TH]U$)/, '-')] : []),
    ...(code.endsWith('TW') ? [code.replace(/TW$/, 'TƯ'), code.replace(/TW$/, 'T.Ư')] : []),
    ...(/Đ/.test(code) ? [code.replaceAll('Đ', 'D')] : []),
    ...(/HĐND$|UBND$/.test(code) ? [code.replace(/-(?=[HU])/, '/').replace(/\/(?=[NKQC])/, '-')] : []),
  ];
  return random.pick(slips.filter((slip) => slip !== code));
}
