/** The way to other machines, as the settings allow it. */
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Settings } from '../core/settings.ts';
import { parseAllowedHosts } from '../ingest/fetch/allowed-hosts.ts';
import { type Fetcher, openFetcher } from '../ingest/fetch/fetcher.ts';
import type { KeptRobots, RobotsStore } from '../ingest/fetch/outcome.ts';
import { UsageError } from './outcome.ts';

/** The name that robots.txt files may speak to. */
const TOKEN = 'sohieu';

/** Opens it; close it after use. Throws a UsageError when SOHIEU_ALLOW_HOSTS is no list of hosts. */
export function openNetwork(settings: Settings, version: string, robots: RobotsStore = rememberRobots()): Fetcher {
  const parsed = parseAllowedHosts(settings.allowHosts);
  if (parsed.kind === 'faults')
    throw new UsageError(`Cannot use SOHIEU_ALLOW_HOSTS "${settings.allowHosts}": ${parsed.faults.join('; ')}.`);
  return openFetcher({
    agent: settings.contact === '' ? `${TOKEN}/${version}` : `${TOKEN}/${version} (+${settings.contact})`,
    token: TOKEN,
    allowedHosts: parsed.allowed,
    robots,
    clock: () => new Date(),
    ticks: () => performance.now(),
    sleep: (ms, signal) => sleepFor(ms, undefined, { signal }),
    random: Math.random,
  });
}

/** For as long as the program runs. */
function rememberRobots(): RobotsStore {
  const kept = new Map<string, KeptRobots>();
  return {
    load: async (origin) => kept.get(origin) ?? null,
    save: async (origin, robots) => void kept.set(origin, robots),
  };
}
