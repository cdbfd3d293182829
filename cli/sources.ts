/** Loads the source files, the bundled samples' among them, and answers what commands ask of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { PlaceOf } from '../core/archive/text-facts.ts';
import type { Settings } from '../core/settings.ts';
import type { VisitRules } from '../ingest/fetch/outcome.ts';
import type { ReadSelectors } from '../ingest/read/html.ts';
import { hostsOf } from '../ingest/sources/own-hosts.ts';
import { parseSource, type Source } from '../ingest/sources/source-file.ts';
import { UsageError } from './outcome.ts';

export interface Sources {
  /** The source of this id, or null. */
  find(id: string): Source | null;
  readonly placeOf: PlaceOf;
  selectorsOf(id: string | null): ReadSelectors | undefined;
  nameOf(id: string): string | null;
  /** Those that runs go over, by id: not the samples'. */
  enabled(): readonly Source[];
  /** All of the operator's folder, by id. */
  all(): readonly Source[];
  /** The folder they were read from; `ca_file` is relative to it. */
  readonly folder: string;
}

/** The program's own folder, in a checkout and in dist/ alike. */
const packageRoot = dirname(dirname(createRequire(import.meta.url).resolve('#data/README.md')));

/** Folder of the bundled samples. */
export const samplesFolder = join(packageRoot, 'data', 'samples');

/** Reads every source file; throws a UsageError that names all faults of all files. */
export function loadSources(settings: Settings): Sources {
  const folder = settings.sources === 'data/sources' ? join(packageRoot, settings.sources) : settings.sources;
  const own = readFolder(folder, settings.sources !== 'data/sources');
  const loaded = [...own, ...readFolder(join(samplesFolder, 'sources'), true)];
  const faults = loaded.flatMap((one) => (one.kind === 'faults' ? one.faults : []));
  if (faults.length > 0) throw new UsageError(`Cannot use the source files: ${faults.join('; ')}.`);
  const byId = new Map(loaded.flatMap((one) => (one.kind === 'source' ? [[one.source.id, one.source] as const] : [])));
  const all = own.flatMap((one) => (one.kind === 'source' ? [one.source] : []));
  const find = (id: string): Source | null => byId.get(id) ?? null;
  const places = [...byId.values()].flatMap(({ place }) => place ?? []);
  return {
    find,
    placeOf: Object.assign((id: string | null) => (id === null ? null : (find(id)?.place ?? null)), { places }),
    selectorsOf: (id) => (id === null ? undefined : find(id)?.read),
    nameOf: (id) => find(id)?.name ?? null,
    enabled: () => all.filter((source) => source.enabled),
    all: () => all,
    folder,
  };
}

/** Checks an id given on the command line. */
export function requireSource(sources: Sources, id: string | undefined): string | null {
  if (id === undefined) return null;
  if (sources.find(id) !== null) return id;
  throw new UsageError(`Cannot use --source "${id}": no source file of that id; see SOHIEU_SOURCES.`);
}

/** How a source is to be visited; throws a UsageError when its certificate file cannot be read. */
export function rulesFor(source: Source, { folder }: Pick<Sources, 'folder'>): VisitRules {
  const rules = { hosts: hostsOf(source), delayMs: source.delay_ms };
  if (source.ca_file === null) return { ...rules, ca: null };
  const path = resolve(folder, source.ca_file);
  try {
    return { ...rules, ca: readFileSync(path, 'utf8') };
  } catch (cause) {
    throw new UsageError(
      `Cannot use the source ${source.id}: its ca_file ${path} cannot be read: ${cause instanceof Error ? cause.message : cause}.`,
      { cause },
    );
  }
}

function readFolder(folder: string, mustExist: boolean): ReturnType<typeof parseSource>[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  } catch (cause) {
    if (!mustExist) return [];
    throw new UsageError(
      `Cannot read the folder of source files ${folder}: ${cause instanceof Error ? cause.message : cause}; set SOHIEU_SOURCES.`,
      { cause },
    );
  }
  return names.sort().map((name) => parseSource(readFileSync(join(folder, name), 'utf8'), join(folder, name)));
}
