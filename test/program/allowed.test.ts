/** `allowed` as a process: one word a line, in order, and exit codes for what cannot be judged. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aFolder, type Outcome, runProgram } from './run-program.ts';

const folder = aFolder();
const sohieu = (...args: readonly string[]): Promise<Outcome> => runProgram(args, { SOHIEU_HOME: folder.path });
afterAll(() => folder.remove());

function file(name: string, content: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

const rules = file(
  'robots.txt',
  'User-agent: *\r\nDisallow: /tim-kiem\r\n\r\nUser-agent: sohieu\r\nDisallow: /nội-bộ/\r\n',
);
const line = (url: string, agent = 'sohieu') =>
  JSON.stringify({ robots: 'User-agent: sohieu\nDisallow: /in/', agent, url });

describe('allowed', () => {
  it('says of each address, in order, what the agent may', async () => {
    const addresses = ['/tin/1', '/n%E1%BB%99i-b%E1%BB%99/2', '/tim-kiem?q=a'].map(
      (path) => `https://xa.example${path}`,
    );
    const outcome = await sohieu(
      'allowed',
      '--robots',
      rules,
      '--agent',
      'Sohieu/1.0 (+https://a.example)',
      ...addresses,
    );
    expect(outcome).toEqual({ code: 0, out: 'allowed\ndisallowed\nallowed\n', err: '' });
    const other = await sohieu('allowed', '--robots', rules, '--agent', 'khac', ...addresses);
    expect(other).toEqual({ code: 0, out: 'allowed\nallowed\ndisallowed\n', err: '' });
  });

  it('takes many from a list, each with rules of its own', async () => {
    const list = file(
      'list.jsonl',
      `${line('https://xa.example/in/1')}\n\n${line('/tin')}\n${line('/in/1', 'khac')}\n`,
    );
    expect(await sohieu('allowed', '--batch', list)).toEqual({
      code: 0,
      out: 'disallowed\nallowed\nallowed\n',
      err: '',
    });
  });

  it.each([
    ['some lines', `${line('/in/')}\n{"robots": "", "agent": 1, "url": "/"}\nkhông phải JSON\n`, 3, 'disallowed\n', 2],
    ['all lines', '{}\n', 1, '', 1],
  ])('goes on where %s of a list are broken, and names them', async (_note, content, code, out, sentences) => {
    const outcome = await sohieu('allowed', '--batch', file('broken.jsonl', content));
    expect(outcome).toMatchObject({ code, out });
    expect(outcome.err.match(/^Cannot judge .*broken\.jsonl, line \d+: expected /gm)).toHaveLength(sentences);
  });

  it.each([
    [['--robots', rules, 'https://xa.example/'], 2],
    [['--agent', 'sohieu', 'https://xa.example/'], 2],
    [['--robots', rules, '--agent', 'sohieu'], 2],
    [['--batch', rules, 'https://xa.example/'], 2],
    [['--robots', join(folder.path, 'khong-co.txt'), '--agent', 'sohieu', '/'], 1],
    [['--batch', join(folder.path, 'khong-co.jsonl')], 1],
  ])('%j ends in one sentence', async (args, code) => {
    const outcome = await sohieu('allowed', ...args);
    expect(outcome).toMatchObject({ code, out: '' });
    expect(outcome.err).toMatch(/^Cannot [^\n]+\n$/);
  });
});
