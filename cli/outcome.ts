/** How commands end: what the caller did wrong, and the exit codes of the contract. */

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

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** A DATE of the command line: a day, or ISO 8601 with a time, Vietnam's where it names no zone. */
export function parseDateOption(text: string, option: string): string {
  const instant = INSTANT.exec(text);
  const whole = instant !== null && instant[1] === undefined ? `${text}+07:00` : text;
  const day = text.slice(0, 10);
  const isReal = (DAY.test(text) || instant !== null) && isRealDay(day) && !Number.isNaN(Date.parse(whole));
  if (isReal) return whole;
  throw new UsageError(
    `Cannot use ${option} "${text}": expected a day such as 2023-03-21 or a time such as 2023-03-21T08:00.`,
  );
}

function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
}
