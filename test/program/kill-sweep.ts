/**
 * Kills runs at many places, lets each be finished by the next, and tells what differs from a run that nobody disturbed.
 *
 * Every run meets the same site at the same address with an archive of its own, so that what they hold can be compared to
 * the letter, and what they asked for counted. One difference is meant to be: the request under way when a run was killed.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Archive, openArchive } from '../../core/archive/archive.ts';
import {
  exportArticles,
  exportCitations,
  exportDocuments,
  exportMeetings,
  exportRelations,
} from '../../core/archive/exports.ts';
import { verifyArchive } from '../../core/archive/verify.ts';
import { openSites, type Site } from '../sites/site.ts';
import { prepareCrawl } from './crawl-run.ts';
import { aFolder, killProgram, killProgramAtWrite, runProgram, writesOfProgram } from './run-program.ts';

/** Where a run is killed: after so many milliseconds, or before its n-th write is done. */
export type Kill =
  | { readonly kind: 'moment'; readonly ms: number }
  | { readonly kind: 'write'; readonly number: number };

export interface Killed {
  readonly kill: Kill;
  /** Requests more than those of the undisturbed run. */
  readonly repeated: number;
  /** Lines of its exports that the undisturbed archive lacks, those that it lacks itself, and what `verify` says. */
  readonly differences: readonly string[];
}

export interface KillSweep {
  /** How long the undisturbed run took, what it wrote and asked for, and how many lines its exports have. */
  readonly calm: { readonly ms: number; readonly writes: number; readonly requests: number; readonly lines: number };
  /** Null where the run had come to its end before, and nothing was tried. */
  readonly tryKill: (kill: Kill) => Promise<Killed | null>;
  readonly close: () => Promise<void>;
}

export async function openKillSweep(plan: Site): Promise<KillSweep> {
  const folder = aFolder();
  const open = await openSites([plan]);
  const [site] = open.sites;
  if (site === undefined) throw new Error('Cannot sweep: expected a site.');
  const settings = (name: string) => prepareCrawl(join(folder.path, name), [site]);
  const asked = (): number => site.site.requests.length;
  const calmSettings = settings('calm');
  const startedAt = Date.now();
  const writes = await writesOfProgram(['ingest'], calmSettings, join(folder.path, 'writes'));
  const ms = Date.now() - startedAt;
  const requests = asked();
  const lines = await tell(calmSettings);
  return {
    calm: { ms, writes, requests, lines: lines.length },
    tryKill: async (kill) => {
      const name = `${kill.kind}-${kill.kind === 'moment' ? kill.ms : kill.number}`;
      const own = settings(name);
      const before = asked();
      const isKilled =
        kill.kind === 'moment'
          ? await killProgram(['ingest'], own, kill.ms)
          : await killProgramAtWrite(['ingest'], own, kill.number);
      if (!isKilled) return null;
      const { code, err } = await runProgram(['ingest'], own);
      const differences = code === 1 || code === null ? [`exit ${code}: ${err.slice(-500)}`] : [];
      differences.push(...compare(lines, await tell(own)));
      rmSync(join(folder.path, name), { recursive: true, force: true });
      return { kill, repeated: asked() - before - requests, differences };
    },
    close: async () => {
      await open.close();
      folder.remove();
    },
  };
}

function compare(calm: readonly string[], killed: readonly string[]): readonly string[] {
  const [wanted, got] = [new Set(calm), new Set(killed)];
  return [
    ...calm.filter((line) => !got.has(line)).map((line) => `lost: ${line.slice(0, 300)}`),
    ...killed.filter((line) => !wanted.has(line)).map((line) => `not of the calm run: ${line.slice(0, 300)}`),
    ...(killed.length === got.size ? [] : [`doubled: ${killed.length - got.size} lines`]),
  ];
}

/** All that an archive says, and what is wrong with it. */
async function tell(settings: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const archive = await openArchive({ home: settings['SOHIEU_HOME'] ?? '', clock: () => new Date() });
  try {
    const told: string[] = [];
    for await (const line of lines(archive)) told.push(line);
    return told;
  } finally {
    await archive.close();
  }
}

async function* lines(archive: Archive): AsyncGenerator<string> {
  const { db } = archive;
  const kinds = [
    ['article', exportArticles(db)],
    ['document', exportDocuments(db)],
    ['citation', exportCitations(db, ({ code }) => code)],
    ['relation', exportRelations(db)],
    ['meeting', exportMeetings(db)],
  ] as const;
  for (const [kind, rows] of kinds) for await (const row of rows) yield `${kind} ${JSON.stringify(row)}`;
  for await (const { kind, subject, detail } of verifyArchive(archive, () => {}))
    if (kind === 'fault') yield `fault ${subject}: ${detail}`;
}
