import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { isRunAlive } from './run-process.ts';

const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** The number of a living process with these words behind its program. */
async function aProcess(...words: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)', ...words]);
  children.push(child);
  await once(child.stdout, 'data');
  return child.pid ?? Number.NaN;
}

it('is a living process that was started as a run', async () => {
  expect(isRunAlive(await aProcess('ingest', 'halong'))).toBe(true);
});

it.skipIf(!existsSync('/proc/self/cmdline'))('is no other program that got its number', async () => {
  expect(isRunAlive(await aProcess('serve'))).toBe(false);
});

it('is not whoever asks, though the number is the same', () => {
  expect(isRunAlive(process.pid)).toBe(false);
});

it('is not one that has ended', async () => {
  const pid = await aProcess('ingest');
  const [child] = children.splice(0);
  child?.kill('SIGKILL');
  if (child !== undefined) await once(child, 'exit');
  expect(isRunAlive(pid)).toBe(false);
});
