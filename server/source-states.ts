/**
 * How the sources are doing: what their files say, what their last runs brought, what the archive holds of them.
 *
 * A night is judged by the run itself (green, amber, red with reasons, core/archive/runs.ts); here the last judgement is
 * put into the words that readers meet. Silence stands apart, because it is what a reader may take for silence of bodies.
 */
import { listYields, type SourceYield } from '../core/archive/runs.ts';
import type { ArchiveDb } from '../core/archive/schema.ts';
import type { SourceCount } from './figures.ts';
import type { SourceSetting } from './parts.ts';

export const sourceHealths = ['good', 'attention', 'silent', 'never', 'off', 'files'] as const;
/** `files`: nothing is fetched, its articles were handed in; `off`: its file keeps it out of runs. */
export type SourceHealth = (typeof sourceHealths)[number];

export interface SourceState {
  /** Null for articles of which nobody said where they come from. */
  readonly id: string | null;
  /** Null where no source file of the folder has this id. */
  readonly setting: SourceSetting | null;
  readonly health: SourceHealth;
  /** Codes of the run's judgement, and `stale`. */
  readonly reasons: readonly string[];
  /** Its last runs, newest first. */
  readonly nights: readonly SourceYield[];
  readonly articles: number;
  readonly latestPublished: string | null;
  readonly latestCapture: string | null;
}

/** So many runs are shown. */
export const nightsShown = 14;
/** Reasons that mean: nothing comes from there. */
const silence: readonly string[] = ['silent', 'quiet', 'nothing-found'];
/** Runs are nightly, or weekly at the least. */
const staleMs = 8 * 86_400_000;

/** All sources of the folder, then what else articles are held of; those to be looked at first. */
export async function readSourceStates(
  db: ArchiveDb,
  settings: readonly SourceSetting[],
  counts: readonly SourceCount[],
  now: Date,
): Promise<readonly SourceState[]> {
  const known = new Set<string | null>(settings.map(({ id }) => id));
  const states = await Promise.all([
    ...settings.map((setting) => readState(db, setting.id, setting, counts, now)),
    ...counts.filter(({ source }) => !known.has(source)).map(({ source }) => readState(db, source, null, counts, now)),
  ]);
  return states.sort(
    (a, b) => order.indexOf(a.health) - order.indexOf(b.health) || (a.id ?? '~').localeCompare(b.id ?? '~'),
  );
}

/** One source; null where neither a file nor an article has its id. */
export async function readSourceState(
  db: ArchiveDb,
  id: string,
  settings: readonly SourceSetting[],
  counts: readonly SourceCount[],
  now: Date,
): Promise<SourceState | null> {
  const setting = settings.find((one) => one.id === id) ?? null;
  if (setting === null && !counts.some(({ source }) => source === id)) return null;
  return readState(db, id, setting, counts, now);
}

const order: readonly SourceHealth[] = ['attention', 'silent', 'good', 'never', 'files', 'off'];

async function readState(
  db: ArchiveDb,
  id: string | null,
  setting: SourceSetting | null,
  counts: readonly SourceCount[],
  now: Date,
): Promise<SourceState> {
  const nights = id === null ? [] : await listYields(db, id, nightsShown);
  const held = counts.find(({ source }) => source === id);
  return {
    id,
    setting,
    ...judge(setting, nights, now),
    nights,
    articles: held?.articles ?? 0,
    latestPublished: held?.latestPublished ?? null,
    latestCapture: held?.latestCapture ?? null,
  };
}

function judge(
  setting: SourceSetting | null,
  nights: readonly SourceYield[],
  now: Date,
): Pick<SourceState, 'health' | 'reasons'> {
  const [last] = nights;
  if (setting === null) return { health: last === undefined ? 'files' : 'off', reasons: [] };
  if (!setting.isEnabled) return { health: 'off', reasons: [] };
  if (last === undefined) return { health: 'never', reasons: [] };
  const isStale = now.getTime() - Date.parse(last.finishedAt) > staleMs;
  const reasons = isStale ? ['stale', ...last.reasons] : last.reasons;
  if (last.reasons.some((reason) => silence.includes(reason))) return { health: 'silent', reasons };
  return { health: isStale || last.health !== 'green' ? 'attention' : 'good', reasons };
}
