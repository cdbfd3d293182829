import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { processDesk } from './desk-process.ts';
import { type DeskLimits, threadDesk } from './desk-thread.ts';
import { openReadingRoom, type RoomLimits } from './reading-room.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohieu-room-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A worker that does as it is told: what hostile files do to honest parsers, on demand. */
const worker = join(folder, 'worker.mjs');
writeFileSync(
  worker,
  `import { parentPort, threadId } from 'node:worker_threads';
  const kept = [];
  parentPort.on('message', (word) => {
    if (word === 'never') for (;;);
    if (word === 'heap') for (;;) kept.push({ a: [kept.length] });
    if (word === 'buffers') for (;;) kept.push(Buffer.alloc(8_000_000, 1));
    if (word === 'keep') kept.push(Buffer.alloc(400_000_000, 1));
    if (word === 'throw') throw new Error('no such thing');
    if (word === 'exit') process.exit(3);
    if (word === 'abort') process.kill(process.pid, 'SIGABRT');
    if (word === 'later') setTimeout(() => { throw new Error('too late to matter'); }, 100);
    if (word === 'print') process.stdout.write('printed'), console.error('printed');
    const answers = { who: threadId, process: process.pid, environment: Object.keys(process.env), size: word.byteLength };
    parentPort.postMessage({ kind: 'read', output: answers[word] ?? answers.size ?? word });
  });
  parentPort.postMessage({ kind: 'ready' });`,
);
const file = pathToFileURL(worker);
type Limits = Partial<RoomLimits & DeskLimits>;

describe.each([
  ['thread', threadDesk],
  ['process', processDesk],
])('a reading room with a %s', (_name, makeDesk) => {
  const open = (limits: Limits = {}) =>
    openReadingRoom<string | Uint8Array, unknown>(makeDesk(file, limits), { desks: 1, deadlineMs: 1000, ...limits });

  it('answers each in its turn, at one desk', async () => {
    const read = open();
    const answers = await Promise.all(['một', 'who', 'hai', 'process', 'who', 'process'].map(read));
    expect(answers[0]).toEqual({ kind: 'read', output: 'một' });
    expect(answers[2]).toEqual({ kind: 'read', output: 'hai' });
    expect(answers[1]).toEqual(answers[4]);
    expect(answers[3]).toEqual(answers[5]);
  });

  it('takes no other desk while the one there is goes on', async () => {
    const read = open({ desks: 2, patienceMs: 20_000, deadlineMs: 20_000 });
    const words = ['who', 'process'].flatMap((word) => Array.from({ length: 6 }, () => word));
    const quick = await Promise.all(words.map(read));
    expect(new Set(quick.map(({ kind, ...told }) => JSON.stringify([kind, told]))).size).toBe(2);
  });

  it('takes one more desk where a file has waited for long', async () => {
    const read = open({ desks: 2, patienceMs: 200, deadlineMs: 20_000 });
    const busy = read('never');
    expect(await read('tiếp')).toEqual({ kind: 'read', output: 'tiếp' });
    expect(await Promise.race([busy, read('tiếp')])).toEqual({ kind: 'read', output: 'tiếp' });
  });

  it('hands on the largest file, and nothing of the environment', async () => {
    const read = open({ deadlineMs: 20_000 });
    expect(await read(new Uint8Array(25 * 1024 * 1024))).toEqual({ kind: 'read', output: 25 * 1024 * 1024 });
    expect(await read('environment')).toEqual({ kind: 'read', output: [] });
  });

  it.each([
    ['never', /longer than 1 seconds/, {}],
    ['heap', /more than 32 MB/, { heapMb: 32, deadlineMs: 20_000 }],
    ['buffers', /more than 200 MB/, { growthMb: 200, deadlineMs: 20_000 }],
    ['throw', /broke off: no such thing\./, {}],
    ['exit', /ended without an answer/, {}],
  ])('ends one that does %s, and goes on', async (word, reason, limits) => {
    const read = open(limits);
    const [bad, good] = await Promise.all([read(word), read('tiếp')]);
    expect(bad).toMatchObject({ kind: 'stopped' });
    expect(bad.kind === 'stopped' && bad.reason).toMatch(reason);
    expect(good).toEqual({ kind: 'read', output: 'tiếp' });
  });

  it('is not harmed by one that breaks behind its answer', async () => {
    const read = open();
    expect(await read('later')).toEqual({ kind: 'read', output: 'later' });
    // An answer and an end that wait together are told in no certain order: the end comes well behind.
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await read('tiếp')).toEqual({ kind: 'read', output: 'tiếp' });
  });
});

describe('a reading room with a process', () => {
  const open = (limits: Limits = {}) =>
    openReadingRoom<string, unknown>(processDesk(file, limits), { desks: 1, deadlineMs: 20_000, ...limits });

  it('reads elsewhere', async () => {
    const answer = await open()('process');
    expect(answer).toEqual({ kind: 'read', output: expect.any(Number) });
    expect(answer).not.toEqual({ kind: 'read', output: process.pid });
  });

  it('outlives one that aborts', async () => {
    const read = open();
    expect(await read('abort')).toEqual({
      kind: 'stopped',
      reason: 'Reading broke off: its process ended without an answer (SIGABRT).',
    });
    expect(await read('tiếp')).toEqual({ kind: 'read', output: 'tiếp' });
  });

  it('takes another one when much memory was kept', async () => {
    const read = open();
    const [first, kept, second] = [await read('process'), await read('keep'), await read('process')];
    expect(kept).toEqual({ kind: 'read', output: 'keep' });
    expect(second).toEqual({ kind: 'read', output: expect.any(Number) });
    expect(second).not.toEqual(first);
  });

  /** A program that reads one word, tells the process that read it and, where asked, begins another word. */
  const program = (begun: string) => `
    import { processDesk } from '${new URL('./desk-process.ts', import.meta.url).href}';
    import { openReadingRoom } from '${new URL('./reading-room.ts', import.meta.url).href}';
    const read = openReadingRoom(processDesk(new URL('${file.href}')), { desks: 1 });
    await read('print');
    const { output } = await read('process');
    process.stdout.write(output + '\\n');
    ${begun}`;
  const run = (begun: string) =>
    spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program(begun)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  it('prints nothing, lets its program end and ends with it', async () => {
    const running = run('');
    const printed = { out: '', err: '' };
    running.stdout.on('data', (data: Buffer) => (printed.out += data.toString()));
    running.stderr.on('data', (data: Buffer) => (printed.err += data.toString()));
    expect(await new Promise((resolve) => running.once('close', resolve))).toBe(0);
    expect(printed).toEqual({ out: expect.stringMatching(/^\d+\n$/), err: '' });
    await expect.poll(() => isAlive(Number(printed.out)), { timeout: 10_000 }).toBe(false);
  });

  it('ends with a program that was killed, however busy it is', async () => {
    const running = run("read('never');");
    const reader = Number(await new Promise<Buffer>((resolve) => running.stdout.once('data', resolve)));
    expect(isAlive(reader)).toBe(true);
    running.kill('SIGKILL');
    await expect.poll(() => isAlive(reader), { timeout: 10_000 }).toBe(false);
  });
});

it('tells when there can be no desk, and tries again with the next file', async () => {
  let tries = 0;
  const read = openReadingRoom<string, unknown>(
    (tell) => {
      tries += 1;
      if (tries === 1) throw new Error('spawn ENOMEM');
      return threadDesk(file)(tell);
    },
    { desks: 1 },
  );
  expect(await read('một')).toEqual({ kind: 'stopped', reason: 'Reading could not begin: spawn ENOMEM.' });
  expect(await read('hai')).toEqual({ kind: 'read', output: 'hai' });
});

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
