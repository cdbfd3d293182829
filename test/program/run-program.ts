/** Runs the built program as people do: as a process, with an archive of its own in a folder that goes afterwards. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../source-tree.ts';

const program = join(root, 'dist', 'cli', 'sohieu.js');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder that `remove` takes away again. */
export function aFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'sohieu-program-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs one command to its end. */
export function runProgram(args: readonly string[], settings: Readonly<Record<string, string>>): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      env: environment(settings),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (data: string) => {
      out += data;
    });
    child.stderr.setEncoding('utf8').on('data', (data: string) => {
      err += data;
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** Starts one command and kills it, without a chance to tidy up, unless it ended before. True when it was killed. */
export function killProgram(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  afterMs: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { env: environment(settings), stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
    child.on('close', (_code, signal) => {
      clearTimeout(timer);
      resolve(signal === 'SIGKILL');
    });
  });
}

/** Starts one command and kills it as soon as `isTime`, unless it ended before. True when it was killed. */
export function killProgramWhen(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  isTime: () => boolean,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { env: environment(settings), stdio: 'ignore' });
    const watch = setInterval(() => isTime() && child.kill('SIGKILL'), 2);
    child.on('close', (_code, signal) => {
      clearInterval(watch);
      resolve(signal === 'SIGKILL');
    });
  });
}

const dieAtWrite = join(root, 'test', 'program', 'die-at-write.mjs');

/** Starts one command that dies at its n-th write, unless it ends before. True when it died. */
export function killProgramAtWrite(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  number: number,
): Promise<boolean> {
  return runCounted(args, { ...settings, DIE_AT_WRITE: String(number) });
}

/** How often one command writes. */
export async function writesOfProgram(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  noteIn: string,
): Promise<number> {
  await runCounted(args, { ...settings, COUNT_WRITES_IN: noteIn });
  return Number(readFileSync(noteIn, 'utf8'));
}

function runCounted(args: readonly string[], settings: Readonly<Record<string, string>>): Promise<boolean> {
  return new Promise((resolve) => {
    const command = ['--import', dieAtWrite, program, ...args];
    const child = spawn(process.execPath, command, { env: environment(settings), stdio: 'ignore' });
    child.on('close', (_code, signal) => resolve(signal === 'SIGKILL'));
  });
}

export interface RunningServer {
  readonly url: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/** Starts `serve` on a free port and waits until it is ready. */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<RunningServer> {
  const port = await freePort();
  const env = environment({ PORT: String(port), SOHIEU_RATE_LIMIT: 'off', ...settings });
  const child = spawn(process.execPath, [program, 'serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (data: Buffer) => {
    err = (err + data.toString()).slice(-4000);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 240; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended before it was ready: ${err}`);
    if (await isReady(url)) return { url, child, stop: () => stop(child, ended) };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await stop(child, ended);
  throw new Error(`The server was not ready within a minute: ${err}`);
}

/** A port that nothing listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).status === 200;
  } catch {
    return false;
  }
}

function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  return ended;
}

function environment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:SOHIEU_|HOST$|PORT$|MEILI_|DATABASE_URL$|VITEST)/.test(name),
  );
  return { ...Object.fromEntries(kept), NODE_NO_WARNINGS: '1', SOHIEU_SCHEDULE: 'off', ...settings };
}
