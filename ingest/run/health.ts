/**
 * How a source is doing, from the numbers of this run beside those of the runs before.
 *
 * A layout that changed or a source that fell silent must show in the very next run, because nobody watches: so the
 * comparison is with the source's own past, and one bad night is enough for red.
 */
import type { SourceYield } from '../../core/archive/runs.ts';

export type HealthColour = SourceYield['health'];

/** What this run made of the source. */
export type NightNumbers = Omit<SourceYield, 'run' | 'finishedAt' | 'health' | 'reasons'>;

export interface Health {
  readonly health: HealthColour;
  /** Codes of `healthReasons`. */
  readonly reasons: readonly string[];
}

/** Judges a night; `before` are earlier runs, newest first, without those that were interrupted. */
export function judgeHealth(night: NightNumbers, before: readonly SourceYield[], now: Date): Health {
  const usual = usualOf(before);
  const shut = signs.filter(({ holds }) => holds(night, usual, now));
  const isRed = shut.some(({ colour }) => colour === 'red');
  const health = isRed ? 'red' : shut.length > 0 ? 'amber' : 'green';
  return { health, reasons: shut.map(({ code }) => code) };
}

/** What the source used to do. */
interface Usual {
  readonly runs: number;
  readonly discovered: number;
  /** Shares of the pages read, null where too few were. */
  readonly text: number | null;
  readonly date: number | null;
  readonly code: number | null;
  /** When something new last came, and the usual number of days between. */
  readonly lastNew: string | null;
  readonly daysBetween: number | null;
}

interface Sign {
  readonly code: string;
  readonly colour: 'amber' | 'red';
  readonly holds: (night: NightNumbers, usual: Usual, now: Date) => boolean;
}

/** Fewer pages than this say nothing about a share. */
const ENOUGH = 3;
const DAY_MS = 86_400_000;

const signs: readonly Sign[] = [
  { code: 'silent', colour: 'red', holds: (night, usual) => night.discovered === 0 && usual.discovered > 0 },
  { code: 'nothing-found', colour: 'red', holds: (night, usual) => night.discovered === 0 && usual.discovered === 0 },
  { code: 'all-failed', colour: 'red', holds: (night) => night.failed >= ENOUGH && night.fetched + night.read === 0 },
  {
    code: 'texts-shrank',
    colour: 'red',
    holds: (night) => night.heldBack >= ENOUGH && night.heldBack >= (night.heldBack + night.updated + night.new) / 2,
  },
  { code: 'no-text', colour: 'red', holds: (night, usual) => fell(night.withText, night.read, usual.text) },
  { code: 'no-dates', colour: 'red', holds: (night, usual) => fell(night.withDate, night.read, usual.date) },
  { code: 'fewer-codes', colour: 'amber', holds: (night, usual) => fell(night.withCode, night.read, usual.code) },
  { code: 'fewer-links', colour: 'amber', holds: isFarBelow },
  { code: 'some-failed', colour: 'amber', holds: (night) => night.failed > 0 },
  {
    code: 'quiet',
    colour: 'amber',
    holds: (night, { lastNew, daysBetween }, now) =>
      night.new === 0 &&
      lastNew !== null &&
      daysBetween !== null &&
      (now.getTime() - Date.parse(lastNew)) / DAY_MS > Math.max(7, 4 * daysBetween),
  },
];

/** A first run goes deeper than those after it, so that one or two nights are no measure. */
function isFarBelow(night: NightNumbers, usual: Usual): boolean {
  return usual.runs >= ENOUGH && night.discovered !== null && night.discovered < usual.discovered / 3;
}

/** True when a share that used to be there has fallen to less than half. */
function fell(count: number, of: number, usual: number | null): boolean {
  return usual !== null && of >= ENOUGH && count / of < usual / 2;
}

function usualOf(before: readonly SourceYield[]): Usual {
  const read = before.reduce((sum, run) => sum + run.read, 0);
  const share = (of: 'withText' | 'withDate' | 'withCode'): number | null =>
    read < ENOUGH ? null : before.reduce((sum, run) => sum + run[of], 0) / read;
  const fresh = before.filter((run) => run.new > 0).map(({ finishedAt }) => finishedAt);
  const [newest] = fresh;
  const oldest = fresh.at(-1);
  const span = newest !== undefined && oldest !== undefined ? Date.parse(newest) - Date.parse(oldest) : 0;
  return {
    runs: before.length,
    discovered: median(before.flatMap(({ discovered }) => discovered ?? [])),
    text: share('withText'),
    date: share('withDate'),
    code: share('withCode'),
    lastNew: newest ?? null,
    daysBetween: fresh.length < 2 ? null : span / DAY_MS / (fresh.length - 1),
  };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
