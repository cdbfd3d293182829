import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openReadingRoom } from './reading-room.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohieu-room-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A worker that does as it is told: what hostile files do to honest parsers, on demand. */
const worker = join(folder, 'worker.mjs');
writeFileSync(
  worker,
  `import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', (word) => {
    if (word === 'never') for (;;);
    if (word === 'heap') for (const kept = []; ; ) kept.push({ a: [kept.length] });
    if (word === 'buffers') for (const kept = []; ; ) kept.push(Buffer.alloc(8_000_000, 1));
    if (word === 'throw') throw new Error('no such thing');
    if (word === 'exit') process.exit(3);
    if (word === 'later') setTimeout(() => { throw new Error('too late to matter'); }, 1);
    parentPort.postMessage({ kind: 'read', output: word === 'who' ? threadId : word });
  });
  parentPort.postMessage({ kind: 'ready' });`,
);
const open = (limits = {}) =>
  openReadingRoom<string, unknown>(pathToFileURL(worker), { desks: 1, deadlineMs: 1000, ...limits });

describe('a reading room', () => {
  it('answers each in its turn, at one desk with one worker', async () => {
    const read = open();
    const answers = await Promise.all(['một', 'who', 'hai', 'who'].map(read));
    expect(answers[0]).toEqual({ kind: 'read', output: 'một' });
    expect(answers[2]).toEqual({ kind: 'read', output: 'hai' });
    expect(answers[1]).toEqual(answers[3]);
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
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await read('tiếp')).toEqual({ kind: 'read', output: 'tiếp' });
  });
});
