/** Comparing the subjects of documents: no marks, no punctuation, wherever the words were cut. */
import { foldKey } from '../citations/fold.ts';

/** Letters that two subjects must share from their beginning to be one. */
export const SHARED_SUBJECT = 24;
/** And how much of the shorter that must be. */
const SHARED_PART = 2 / 3;

/** `Cải tạo, nâng cấp hạ tầng…` → `cai tao nang cap ha tang` */
export function subjectKey(subject: string): string {
  return foldKey(subject)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * Of two keys (`subjectKey`): one subject cut at different ends, or run on into its sentence: a tail that tells a year apart is another's.
 */
export function isSameSubject(a: string, b: string): boolean {
  if (a === b) return a !== '';
  const shared = sharedWords(a.split(' '), b.split(' '));
  const [shorter, tails] = [Math.min(a.length, b.length), a.slice(shared) + b.slice(shared)];
  if (shared < SHARED_SUBJECT) return false;
  return shared >= shorter - 1 || (shared >= shorter * SHARED_PART && !/\d/.test(tails));
}

/** Letters of the words that both begin with, blanks between them included. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  const differing = a.findIndex((word, index) => word !== b[index]);
  return a.slice(0, differing < 0 ? a.length : differing).join(' ').length;
}
