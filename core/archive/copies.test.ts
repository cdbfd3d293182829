import { describe, expect, it } from 'vitest';
import { anArchive, anArticle, keepArticle } from '../../test/builders.ts';
import { findTextTwin, listCopies, putBands, putCopies, sharesBand } from './copies.ts';
import type { ArticleId, ArticleReading } from './records.ts';

const home = 'https://tin.example.vn/';
const long = 'Ngày 05/4/2022, Thành ủy Sông Mơ họp giao ban công tác chỉnh trang đô thị. '.repeat(6);

describe('findTextTwin', () => {
  it.each<[string, Partial<ArticleReading>, boolean]>([
    ['the same text at another address', {}, true],
    ['the same text at the same address', { url: `${home}1` }, false],
    ['another title', { title: 'Giao ban tháng tư' }, false],
    ['no title', { title: null }, false],
    ['one letter more', { text: `${long}.` }, false],
  ])('%s', async (_what, given, isTwin) => {
    const archive = await anArchive();
    await keepArticle(archive, { url: `${home}1`, text: long, title: given.title === null ? null : 'Giao ban' });
    const reading = anArticle({ url: `${home}2`, text: long, title: 'Giao ban', ...given });
    expect(await findTextTwin(archive.db, 'song-mo', reading)).toBe(isTwin ? `${home}1` : null);
  });

  it('takes no notice for an article of its own, nor a sample, nor what another source printed', async () => {
    const archive = await anArchive();
    const short = 'Thông báo lịch tiếp công dân.';
    await keepArticle(archive, { url: `${home}1`, text: short });
    await keepArticle(archive, { url: `${home}2`, text: long, isSample: true });
    await keepArticle(archive, { url: `${home}3`, text: long, source: 'ha-khe' });
    const twin = (text: string) => findTextTwin(archive.db, 'song-mo', anArticle({ url: `${home}9`, text }));
    expect([await twin(short), await twin(long)]).toEqual([null, null]);
  });

  it('answers the address that had the text first', async () => {
    const archive = await anArchive();
    await keepArticle(archive, { url: `${home}2`, text: long, capturedAt: '2022-05-02T02:00:00.000Z' });
    await keepArticle(archive, { url: `${home}1`, text: long, capturedAt: '2022-05-03T02:00:00.000Z' });
    expect(await findTextTwin(archive.db, 'song-mo', anArticle({ url: `${home}9`, text: long }))).toBe(`${home}2`);
  });
});

describe('bands and copies', () => {
  async function threeArticles() {
    const archive = await anArchive();
    const keep = (name: string) => keepArticle(archive, { url: home + name, text: `Bài ${name}`, source: name });
    return { db: archive.db, one: await keep('mot'), two: await keep('hai'), three: await keep('ba') };
  }

  it('tells which articles are worth comparing: those with a band in common, each once', async () => {
    const { db, one, two, three } = await threeArticles();
    await putBands(
      db,
      new Map([
        [one, ['0-a', '1-b', '1-b']],
        [two, ['0-a', '1-b']],
        [three, ['0-z']],
      ]),
    );
    expect(await sharesBand(db, one)).toEqual([two]);
    await putBands(db, new Map([[three, ['0-z', '1-b']]]));
    expect(await sharesBand(db, one)).toEqual([two, three].toSorted());
    await putBands(db, new Map([[one, []]]));
    expect(await sharesBand(db, one)).toEqual([]);
    expect(await sharesBand(db, two)).toEqual([three]);
  });

  it('compares only with what other sources printed', async () => {
    const archive = await anArchive();
    const keep = (name: string, source: string | null) =>
      keepArticle(archive, { url: home + name, text: `Bài ${name}`, source });
    const [own, sister, other] = [await keep('mot', 'song-mo'), await keep('hai', 'song-mo'), await keep('ba', null)];
    await putBands(archive.db, new Map([own, sister, other].map((id) => [id, ['0-a']])));
    expect(await sharesBand(archive.db, own)).toEqual([other]);
    expect(await sharesBand(archive.db, other)).toEqual([own, sister].toSorted());
  });

  it('names at most fifty of those that share any band, of each band the first by source and id', async () => {
    const archive = await anArchive();
    const { db } = archive;
    const keep = (name: string, source: string) =>
      keepArticle(archive, { url: home + name, text: `Bài ${name}`, source });
    const own = await keep('mot', 'song-mo');
    const bands = new Map([[own, ['0-a', '1-b', '2-c']]]);
    const others: { readonly id: ArticleId; readonly source: string; readonly bands: readonly string[] }[] = [];
    for (let n = 0; n < 200; n += 1) {
      const source = n % 13 === 0 ? 'song-mo' : n % 7 === 0 ? 'tan-lang' : `nguon-${n % 7}`;
      const ofIt = n % 3 === 0 ? ['0-a', '1-b'] : n % 3 === 1 ? ['1-b'] : ['2-c', '3-d'];
      const id = await keep(`bai-${n}`, source);
      bands.set(id, ofIt);
      if (source !== 'song-mo') others.push({ id, source, bands: ofIt });
    }
    await putBands(db, bands);
    const inOrder = others.toSorted((a, b) => (`${a.source} ${a.id}` < `${b.source} ${b.id}` ? -1 : 1));
    const firsts = ['0-a', '1-b', '2-c'].flatMap((band) => {
      const sharing = inOrder.filter((other) => other.bands.includes(band));
      return [true, false].flatMap((isBefore) =>
        sharing.filter(({ source }) => source < 'song-mo' === isBefore).slice(0, 50),
      );
    });
    const expected = [...new Set(firsts.map(({ id }) => id))].toSorted();
    expect(expected.length).toBeGreaterThan(100);
    expect(await sharesBand(db, own)).toEqual(expected.slice(0, 50));
  });

  it('goes with the source that an article has come to', async () => {
    const archive = await anArchive();
    const { db } = archive;
    const keep = (name: string, source: string | null, text: string) =>
      keepArticle(archive, { url: home + name, text, source });
    const [own, other] = [await keep('mot', 'song-mo', 'Bài một'), await keep('hai', null, 'Bài hai')];
    const bands = new Map([own, other].map((id) => [id, ['0-a']]));
    await putBands(db, bands);
    expect(await sharesBand(db, own)).toEqual([other]);
    await keep('hai', 'song-mo', 'Bài hai, đã sửa');
    await putBands(db, bands);
    expect(await sharesBand(db, own)).toEqual([]);
  });

  it('links copies both ways, the likest first', async () => {
    const { db, one, two, three } = await threeArticles();
    await putCopies(db, one, [
      { of: two, similarity: 0.82 },
      { of: three, similarity: 0.97 },
    ]);
    expect(await listCopies(db, one)).toEqual([
      { article: one, of: three, similarity: 0.97 },
      { article: one, of: two, similarity: 0.82 },
    ]);
    expect(await listCopies(db, two)).toEqual([{ article: two, of: one, similarity: 0.82 }]);
  });

  it('replaces what was known of one article and leaves what others have in common', async () => {
    const { db, one, two, three } = await threeArticles();
    await putCopies(db, one, [{ of: two, similarity: 0.9 }]);
    await putCopies(db, three, [{ of: two, similarity: 0.85 }]);
    await putCopies(db, one, []);
    expect(await listCopies(db, one)).toEqual([]);
    expect(await listCopies(db, two)).toEqual([{ article: two, of: three, similarity: 0.85 }]);
  });
});
