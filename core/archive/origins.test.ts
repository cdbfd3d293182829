import { describe, expect, it } from 'vitest';
import { anArchive } from '../../test/builders.ts';
import {
  type RobotsRecord,
  readRobots,
  readWrongPage,
  type WrongPageRecord,
  writeRobots,
  writeWrongPage,
} from './origins.ts';

const origin = 'https://tin.example.vn';
const at = '2022-05-01T02:00:00.000Z';
const robots: RobotsRecord = { verdict: 'rules', text: 'User-agent: *\nDisallow: /in', fetchedAt: at };
const page: WrongPageRecord = { askedAt: at, isSoft: true, title: null, text: 'Không có', landedOn: `${origin}/loi` };

describe('what is remembered of a host', () => {
  it('is nothing at first', async () => {
    const { db } = await anArchive();
    expect([await readRobots(db, origin), await readWrongPage(db, origin)]).toEqual([null, null]);
  });

  it.each([
    ['robots.txt first', [0, 1]],
    ['the wrong page first', [1, 0]],
  ])('is either thing without the other: %s', async (_what, order) => {
    const { db } = await anArchive();
    const writes = [() => writeRobots(db, origin, robots), () => writeWrongPage(db, origin, page)];
    const found: unknown[] = [];
    for (const at of order) {
      await writes[at]?.();
      found.push([await readRobots(db, origin), await readWrongPage(db, origin)]);
    }
    expect(found).toEqual([order[0] === 0 ? [robots, null] : [null, page], [robots, page]]);
  });

  it('is the last that was told, of that host alone', async () => {
    const { db } = await anArchive();
    await writeRobots(db, origin, robots);
    await writeRobots(db, origin, { ...robots, verdict: 'forbid-all', text: '' });
    await writeWrongPage(db, origin, page);
    await writeWrongPage(db, origin, { ...page, isSoft: false });
    expect(await readRobots(db, origin)).toEqual({ ...robots, verdict: 'forbid-all', text: '' });
    expect(await readWrongPage(db, origin)).toEqual({ ...page, isSoft: false });
    expect(await readRobots(db, 'http://tin.example.vn')).toBeNull();
  });
});
