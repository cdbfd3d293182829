/** How commands end: what the caller did wrong, and the exit codes of the contract. */
import { readSaidDate, SAID_DATE } from '../ingest/said-facts.ts';

/** The command was called wrongly: say what is wrong and end with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** 0 done, 1 failed, 2 wrong usage or settings, 3 done in part. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Done, done in part, or failed, by how many items there were and how many failed. */
export function exitCodeOf(done: number, failed: number): ExitCode {
  if (failed === 0) return 0;
  return done === 0 ? 1 : 3;
}

/** A DATE of the command line: a day, or ISO 8601 with a time, Vietnam's where it names no zone. */
export function parseDateOption(text: string, option: string): string {
  const date = readSaidDate(text);
  if (date !== null) return date;
  throw new UsageError(`Cannot use ${option} "${text}": expected ${SAID_DATE}.`);
}
