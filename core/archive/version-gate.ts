/**
 * Decides whether a new text at a known address may take the place of the one that readers see.
 *
 * A source can be hacked, broken or gone behind a login, and the archive may hold the only good copy. A text that looks
 * like an accident is kept as a version all the same but waits for review; nothing is ever thrown away. The limits are
 * judgements, not measurements.
 */
import type { ArticleStatus } from './records.ts';

/** What the gate looks at of a text. */
export interface GatedText {
  readonly status: ArticleStatus;
  readonly title: string | null;
  readonly text: string;
}

const gates: readonly {
  readonly code: string;
  readonly shuts: (current: GatedText, next: GatedText, twins: number) => boolean;
}[] = [
  { code: 'text-lost', shuts: (_current, next) => next.status !== 'held' || next.text.trim() === '' },
  { code: 'title-lost', shuts: (current, next) => current.title !== null && next.title === null },
  // Short texts change by much at once; the rule is for pages that shrink to a notice or a menu.
  {
    code: 'much-shorter',
    shuts: (current, next) => current.text.length >= 400 && next.text.length < current.text.length * 0.4,
  },
  { code: 'letters-lost', shuts: (current, next) => countLost(next.text) > countLost(current.text) + 3 },
  // Another article, a list of news or a hacked page: hardly anything of the old text is left in one that is as long.
  { code: 'other-text', shuts: isOtherText },
  { code: 'same-text-elsewhere', shuts: (_current, _next, twins) => twins >= 3 },
];

/**
 * Code of the first gate that is shut, or null when the new text may become current.
 *
 * `twins` counts the other addresses whose current text is the new one, as a login page's is.
 */
export function judgeVersion(current: GatedText, next: GatedText, twins: number): string | null {
  if (current.text.trim() === '') return null;
  return gates.find((gate) => gate.shuts(current, next, twins))?.code ?? null;
}

/** With another title too, half of the text may have stayed: reports of one office share their phrases. */
function isOtherText(current: GatedText, next: GatedText): boolean {
  if (current.text.length < LONG_ENOUGH || next.text.length < LONG_ENOUGH) return false;
  const hasTitle = current.title !== null && next.title !== null;
  const isRetitled = hasTitle && plainWords(current.title).join(' ') !== plainWords(next.title).join(' ');
  return shareKept(current.text, next.text) < (isRetitled ? KEPT_WITH_OTHER_TITLE : KEPT);
}

const LONG_ENOUGH = 400;
const KEPT = 0.1;
const KEPT_WITH_OTHER_TITLE = 0.5;
const RUN = 5;
const MAX_WORDS = 50_000;

/** Share of the runs of five words in `before` that are in `after` too, 0 to 1. */
function shareKept(before: string, after: string): number {
  const old = runsOf(before);
  const now = runsOf(after);
  return old.size === 0 ? 1 : [...old].filter((run) => now.has(run)).length / old.size;
}

function runsOf(text: string): ReadonlySet<string> {
  const words = plainWords(text);
  return new Set(words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' ')));
}

function plainWords(text: string | null): readonly string[] {
  return (
    (text ?? '')
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).slice(0, MAX_WORDS);
}

/** Replacement characters: letters that a wrong encoding destroyed. */
function countLost(text: string): number {
  return text.split('\ufffd').length - 1;
}
