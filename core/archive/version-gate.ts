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

/** Replacement characters: letters that a wrong encoding destroyed. */
function countLost(text: string): number {
  return text.split('\ufffd').length - 1;
}
