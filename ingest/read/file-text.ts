/** What a file format's reader hands on: words in order, or why there are none. */
import type { ReadStatus, ReadWarning } from './article.ts';

export type FileText =
  | {
      readonly kind: 'text';
      /** In reading order; a tab between columns that stand side by side, `\n` between the rows of a table. */
      readonly paragraphs: readonly string[];
      /** The same words line by line as printed, from which the head and the signature of a document are read. */
      readonly lines: readonly string[];
      /** Where the file has one: windows-1258 …; null in formats that are Unicode by themselves. */
      readonly encoding: string | null;
      readonly warnings: readonly ReadWarning[];
    }
  | Unread;

export interface Unread {
  readonly kind: 'unread';
  readonly status: Exclude<ReadStatus, 'ok'>;
  /** One sentence. */
  readonly reason: string;
}

export function unread(status: Unread['status'], reason: string): Unread {
  return { kind: 'unread', status, reason };
}

/** Where a reader stops taking words: somewhat beyond the most that read.ts lets pass. */
export const MOST_CHARACTERS = 6_000_000;
