/**
 * Names to addresses, looked up once and judged every time: what the guard let pass is what the connector connects to.
 *
 * An answer is remembered for a minute, so that the check before a request and the connection behind it rest on the same
 * addresses, whatever the name server would say in between (DNS rebinding).
 */
import { lookup as systemLookup } from 'node:dns/promises';
import type { AllowedHosts } from './allowed-hosts.ts';
import type { HostAddress, HostVerdict, Lookup } from './guard.ts';
import { judgeHost } from './guard.ts';

export interface Resolver {
  readonly judge: (hostname: string, port: number) => Promise<HostVerdict>;
}

export function openResolver(parts: {
  readonly allowed: AllowedHosts;
  readonly clock: () => Date;
  readonly lookup?: Lookup | undefined;
}): Resolver {
  const known = new Map<string, { readonly askedAt: number; readonly answer: Promise<readonly HostAddress[]> }>();
  const lookup = parts.lookup ?? lookUp;
  const recall: Lookup = (name) => {
    const now = parts.clock().getTime();
    const last = known.get(name);
    if (last !== undefined && Math.abs(now - last.askedAt) < KEPT_MS) return last.answer;
    const answer = inTime(lookup(name));
    known.set(name, { askedAt: now, answer });
    answer.catch(() => known.delete(name));
    return answer;
  };
  return { judge: (hostname, port) => judgeHost(hostname, port, parts.allowed, recall) };
}

const KEPT_MS = 60_000;
const LOOKUP_MS = 20_000;

async function lookUp(name: string): Promise<readonly HostAddress[]> {
  const found = await systemLookup(name, { all: true, verbatim: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${LOOKUP_MS / 1000} s`)), LOOKUP_MS);
    timer.unref();
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
