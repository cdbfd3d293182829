import { describe, expect, it } from 'vitest';
import { anArchive, keepArticle } from '../../test/builders.ts';
import type { Archive } from './archive.ts';
import { getArticleByUrl } from './articles.ts';
import { isHeldElsewhere, isKnownVisit, settleTwins, twinsOf } from './visit-twins.ts';
import {
  countDue,
  dueAgain,
  type FoundVisit,
  nextDue,
  noteFound,
  noteResult,
  type Visit,
  type VisitResult,
} from './visits.ts';

const source = 'song-mo';
const home = 'https://tin.example.vn/';
const night = (day: number): string => `2022-05-${String(day).padStart(2, '0')}T02:00:00.000Z`;

/** `7` is an address of its own; `7/amp` a twin of `7`. */
function aLink(path: string, given: Partial<FoundVisit> = {}): FoundVisit {
  const identity = path.split('/')[0] ?? path;
  return { url: home + path, kind: 'article', identity, foundOn: home, publishedHint: null, article: null, ...given };
}

async function find(archive: Archive, paths: readonly string[], askAgain = true): Promise<readonly string[]> {
  const links = paths.map((path) => aLink(path));
  const added = await noteFound(archive.db, source, links, { at: night(1), askAgain });
  return added.map((url) => url.slice(home.length));
}

/** Asks what is due, in its order; `tell` says what came of an address, by default that it is held. */
async function askAll(archive: Archive, tell: (path: string) => Partial<VisitResult> = () => ({}), at = night(1)) {
  const asked: string[] = [];
  for (let visit = await nextDue(archive.db, source); visit !== null; visit = await nextDue(archive.db, source)) {
    const path = visit.url.slice(home.length);
    asked.push(path);
    await noteResult(archive.db, visit, { state: 'held', askedAt: at, ...tell(path) });
    if (asked.length > 20) throw new Error(`Cannot come to an end: asked ${asked.join(' ')}`);
  }
  return asked;
}

async function stateOf(archive: Archive, path: string) {
  return archive.db
    .selectFrom('visits')
    .selectAll()
    .where('url', '=', home + path)
    .executeTakeFirstOrThrow();
}

async function due(archive: Archive): Promise<Visit> {
  const visit = await nextDue(archive.db, source);
  if (visit === null) throw new Error('Cannot go on: expected an address that is due, found none');
  return visit;
}

describe('what lists name', () => {
  it('is asked in the order it was found in, each address once, and names what is new', async () => {
    const archive = await anArchive();
    expect(await find(archive, ['3', '2', '3'])).toEqual(['3', '2']);
    expect(await find(archive, ['4', '2', '1'])).toEqual(['4', '1']);
    expect(await countDue(archive.db, source)).toBe(4);
    expect(await askAll(archive)).toEqual(['3', '2', '4', '1']);
    expect(await countDue(archive.db, source)).toBe(0);
  });

  it('is another matter for another source, whose address it may be already', async () => {
    const archive = await anArchive();
    await find(archive, ['1']);
    const options = { at: night(1), askAgain: true };
    expect(await noteFound(archive.db, 'ha-khe', [aLink('1'), aLink('1/khac')], options)).toEqual([`${home}1/khac`]);
    expect(await nextDue(archive.db, 'ha-khe')).toMatchObject({ url: `${home}1/khac`, state: 'waiting' });
  });

  it('asks a twin of an address that waits or is held by that one only', async () => {
    const archive = await anArchive();
    expect(await find(archive, ['1', '1/amp'])).toEqual(['1', '1/amp']);
    expect(await askAll(archive)).toEqual(['1']);
    expect(await find(archive, ['1/in', '1/amp'])).toEqual(['1/in']);
    expect(await countDue(archive.db, source)).toBe(0);
    expect(await twinsOf(archive.db, `${home}1`)).toEqual([`${home}1/amp`, `${home}1/in`]);
    expect(await twinsOf(archive.db, `${home}9`)).toEqual([]);
  });

  it('makes a twin of a held article another address of it at once', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive, { url: `${home}1` });
    await find(archive, ['1']);
    await askAll(archive, () => ({ article }));
    await find(archive, ['1/amp']);
    expect((await getArticleByUrl(archive.db, `${home}1/amp`))?.id).toBe(article);
    expect(await stateOf(archive, '1/amp')).toMatchObject({ state: 'twin', article, is_due: 0 });
  });

  it.each(['missing', 'failed', 'refused', 'gone'] as const)('asks a twin when the other came to %s', async (state) => {
    const archive = await anArchive();
    await find(archive, ['1', '1/amp']);
    await askAll(archive, () => ({ state }));
    await find(archive, ['1/amp', '1/in']);
    // One of them at a time is enough.
    expect(await askAll(archive)).toEqual(['1/amp']);
  });

  it.each([
    ['held', true, 1],
    ['missing', true, 1],
    ['failed', true, 1],
    ['refused', true, 1],
    ['gone', true, 0],
    ['held', false, 0],
  ] as const)('%s and found again (asked again: %s): %d due', async (state, askAgain, count) => {
    const archive = await anArchive();
    await find(archive, ['1']);
    await askAll(archive, () => ({ state }));
    expect(await find(archive, ['1'], askAgain)).toEqual([]);
    expect(await countDue(archive.db, source)).toBe(count);
  });
});

describe('what came of asking', () => {
  it('takes kept bytes before all else, in the order they were found in', async () => {
    const archive = await anArchive();
    await find(archive, ['1', '2', '3']);
    const any = await due(archive);
    for (const path of ['3', '2'])
      await noteResult(
        archive.db,
        { ...any, url: home + path },
        {
          state: 'waiting',
          askedAt: night(1),
          isDone: false,
          isUnread: true,
        },
      );
    expect(await due(archive)).toMatchObject({ url: `${home}2`, isUnread: true, askedAt: night(1) });
    expect(await askAll(archive)).toEqual(['2', '3', '1']);
  });

  it('puts off to the end of the round, behind what was found meanwhile', async () => {
    const archive = await anArchive();
    await find(archive, ['1', '2']);
    await noteResult(archive.db, await due(archive), { state: 'waiting', askedAt: night(1), isDone: false });
    expect(await askAll(archive)).toEqual(['2', '1']);
  });

  it('leaves as it was what is not told, and forgets the reason', async () => {
    const archive = await anArchive();
    await find(archive, ['1']);
    const told = { etag: '"a"', lastModified: 'Sun, 01 May 2022 02:00:00 GMT', misses: 1, failures: 2, reason: 'lạ' };
    await askAll(archive, () => ({ state: 'missing', ...told }));
    await find(archive, ['1']);
    const { etag, lastModified, misses, failures } = told;
    expect(await due(archive)).toMatchObject({ state: 'missing', etag, lastModified, misses, failures });
    await askAll(archive, () => ({ etag: null }), night(2));
    expect(await stateOf(archive, '1')).toMatchObject({
      state: 'held',
      etag: null,
      last_modified: lastModified,
      misses: 1,
      reason: null,
      asked_at: night(2),
    });
  });
});

describe('dueAgain', () => {
  const want = { foundSince: night(10), rotation: 0, all: false };
  const on = async (archive: Archive, day: number, path: string, given: Partial<FoundVisit> = {}) =>
    noteFound(archive.db, source, [aLink(path, given)], { at: night(day), askAgain: true });

  it.each([
    ['found lately', { day: 12 }, 1],
    ['found long ago', { day: 2 }, 0],
    ['found long ago, published lately', { day: 2, publishedHint: '2022-05-11' }, 1],
    ['long ago, but it was not there the last time', { day: 2, result: { state: 'missing', misses: 1 } }, 1],
    ['long ago and gone', { day: 2, result: { state: 'gone', misses: 1 } }, 0],
    ['lately and gone', { day: 12, result: { state: 'gone', misses: 3 } }, 0],
    ['long ago and never had', { day: 2, result: { state: 'waiting' } }, 1],
    ['long ago and refused', { day: 2, result: { state: 'refused' } }, 0],
  ] as const)('%s', async (_what, { day, ...given }, count) => {
    const archive = await anArchive();
    await on(archive, day, '1', 'publishedHint' in given ? { publishedHint: given.publishedHint } : {});
    await askAll(archive, () => ('result' in given ? given.result : {}));
    expect(await dueAgain(archive.db, source, want)).toBe(count);
    expect(await countDue(archive.db, source)).toBe(count);
  });

  it('takes the old in turn, those first that were asked longest ago', async () => {
    const archive = await anArchive();
    for (const path of ['1', '2', '3', '4']) await on(archive, 1, path);
    await askAll(archive, (path) => ({ askedAt: night(path === '1' ? 4 : 3) }));
    const turns: string[][] = [];
    for (const day of [11, 12, 13]) {
      expect(await dueAgain(archive.db, source, { ...want, rotation: 2 })).toBe(2);
      turns.push(await askAll(archive, () => ({}), night(day)));
    }
    expect(turns).toEqual([
      ['2', '3'],
      ['4', '1'],
      ['2', '3'],
    ]);
  });

  it('counts an address that is young and old in one once, behind what is due already', async () => {
    const archive = await anArchive();
    await on(archive, 1, '1');
    await askAll(archive, () => ({ state: 'missing', misses: 1 }));
    await on(archive, 12, '2');
    expect(await dueAgain(archive.db, source, { ...want, rotation: 5 })).toBe(1);
    expect(await askAll(archive)).toEqual(['2', '1']);
  });

  it('takes all but the gone and the twins when all are wanted', async () => {
    const archive = await anArchive();
    await find(archive, ['1', '2', '3', '4', '1/amp']);
    const states = new Map<string, VisitResult['state']>([
      ['2', 'gone'],
      ['3', 'failed'],
      ['4', 'refused'],
    ]);
    await askAll(archive, (path) => ({ state: states.get(path) ?? 'held' }));
    expect(await dueAgain(archive.db, source, { ...want, all: true })).toBe(3);
    expect(await askAll(archive)).toEqual(['1', '3', '4']);
  });
});

describe('settleTwins', () => {
  it('leads waiting addresses to the article that another brought, and asks for them no more', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive, { url: `${home}5` });
    const other = await keepArticle(archive, { url: `${home}3` });
    await find(archive, ['1', '2', '3']);
    const [first, second, third] = ['1', '2', '3'].map((path) => home + path);
    await noteResult(
      archive.db,
      { ...(await due(archive)), url: third ?? '' },
      {
        state: 'held',
        askedAt: night(1),
        article: other,
      },
    );
    await settleTwins(archive.db, [first ?? '', third ?? '', 'https://tin.example.vn/unknown'], article);
    expect(await stateOf(archive, '1')).toMatchObject({ state: 'twin', article, is_due: 0 });
    expect(await stateOf(archive, '3')).toMatchObject({ state: 'held', article: other });
    expect(await due(archive)).toMatchObject({ url: second });
  });
});

describe('an article with two addresses', () => {
  it('is held as long as one of them brings it', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive, { url: `${home}1` });
    await find(archive, ['1', '2', '3']);
    await askAll(archive, (path) => ({ article, state: path === '3' ? 'twin' : 'held' }));
    expect(await isHeldElsewhere(archive.db, article, `${home}1`)).toBe(true);
    await find(archive, ['2']);
    await askAll(archive, () => ({ state: 'missing' }));
    expect(await isHeldElsewhere(archive.db, article, `${home}1`)).toBe(false);
    expect(await isHeldElsewhere(archive.db, article, `${home}2`)).toBe(true);
  });

  it('is not held by the files that hang on it', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive, { url: `${home}1` });
    const file = aLink('a.pdf', { kind: 'file', identity: 'file a', article });
    await noteFound(archive.db, source, [aLink('1'), file], { at: night(1), askAgain: true });
    await askAll(archive, () => ({ article }));
    expect(await isHeldElsewhere(archive.db, article, `${home}1`)).toBe(false);
  });
});

describe('isKnownVisit', () => {
  it('knows what was asked before the round, by any of its addresses', async () => {
    const archive = await anArchive();
    await find(archive, ['1', '2']);
    await noteResult(archive.db, await due(archive), { state: 'held', askedAt: night(4) });
    const asked = async (identity: string, before: string) => isKnownVisit(archive.db, source, identity, before);
    expect(await asked('1', night(5))).toBe(true);
    expect(await asked('1', night(4))).toBe(false);
    expect(await asked('2', night(5))).toBe(false);
    expect(await isKnownVisit(archive.db, 'ha-khe', '1', night(5))).toBe(false);
  });
});
