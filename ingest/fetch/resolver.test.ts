import { expect, it } from 'vitest';
import { noAllowedHosts } from './allowed-hosts.ts';
import { openResolver } from './resolver.ts';

it('remembers an answer for a minute, a failure not at all, and judges both every time', async () => {
  let now = 0;
  const asked: string[] = [];
  const answers = ['93.184.215.14', '10.0.0.1', 'fails', '93.184.215.15'];
  const resolver = openResolver({
    allowed: noAllowedHosts,
    clock: () => new Date(now),
    lookup: async (name) => {
      asked.push(name);
      const address = answers[asked.length - 1] ?? 'fails';
      if (address === 'fails') throw new Error('no answer');
      return [{ address, family: 4 }];
    },
  });
  const judge = async () => (await resolver.judge('Portal.HaKhe.example.', 80)).kind;
  expect([await judge(), await judge()]).toEqual(['open', 'open']);
  now = 59_000;
  expect(await judge()).toBe('open');
  now = 61_000;
  expect([await judge(), await judge()]).toEqual(['refused', 'refused']);
  now = 130_000;
  expect([await judge(), await judge()]).toEqual(['unresolved', 'open']);
  expect(asked).toEqual(Array(4).fill('portal.hakhe.example'));
});

it('shares one lookup between callers at the same time', async () => {
  let asked = 0;
  const resolver = openResolver({
    allowed: noAllowedHosts,
    clock: () => new Date(0),
    lookup: async () => {
      asked += 1;
      return [{ address: '93.184.215.14', family: 4 }];
    },
  });
  await Promise.all([1, 2, 3].map(() => resolver.judge('portal.hakhe.example', 443)));
  expect(asked).toBe(1);
});
