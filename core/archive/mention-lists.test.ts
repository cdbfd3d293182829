import { describe, expect, it } from 'vitest';
import {
  aDocument,
  aMeeting,
  aMention,
  anArchive,
  aTarget,
  collect,
  keepArticle,
  sampleText,
} from '../../test/builders.ts';
import type { ReferenceCode } from '../citations/citation.ts';
import type { Archive } from './archive.ts';
import { replaceMeetings } from './meetings.ts';
import type { CitingMention } from './mention-lists.ts';
import { listMentionsOfDocument, listUnsettledMentions, streamMentionsInOrder } from './mention-lists.ts';
import { replaceMentions } from './mentions.ts';
import type { PageOf } from './paging.ts';
import { CursorError } from './paging.ts';
import type { ArticleId, MentionRecord } from './records.ts';

const unknown = aTarget({ status: 'unknown' });

/** An article of that day with these mentions. */
async function cite(
  archive: Archive,
  published: string | null,
  ...mentions: Partial<MentionRecord>[]
): Promise<ArticleId> {
  const n = (await archive.db.selectFrom('articles').select('id').execute()).length;
  const article = await keepArticle(archive, {
    url: `https://tin.example.vn/${n}`,
    title: `Tin ${n}`,
    published,
    text: `${sampleText} ${n}`,
  });
  const whole = mentions.map((given, ordinal) => aMention({ ...given, article, ordinal }));
  await replaceMentions(archive.db, article, whole);
  return article;
}

async function readPages(
  ask: (after: string | null) => Promise<PageOf<CitingMention>>,
): Promise<PageOf<CitingMention>[]> {
  const pages = [await ask(null)];
  for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null) pages.push(await ask(next));
  return pages;
}

const places = (page: PageOf<CitingMention>) =>
  page.items.map(({ mention, article }) => [article.title, mention.ordinal]);

describe('listMentionsOfDocument', () => {
  it('gives the newest article first, in the order of its text, page by page', async () => {
    const archive = await anArchive();
    await cite(archive, '2022-04-05', {}, { target: unknown }, {});
    await cite(archive, null, {});
    await cite(archive, '2022-04-06', {}, {});
    const ask = (after: string | null) => listMentionsOfDocument(archive.db, aDocument().id, { limit: 2, after });
    const pages = await readPages(ask);
    expect(pages.map(places)).toEqual([
      [
        ['Tin 2', 0],
        ['Tin 2', 1],
      ],
      [
        ['Tin 0', 0],
        ['Tin 0', 2],
      ],
      [['Tin 1', 0]],
    ]);
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5]);
  });

  it('neither repeats nor hides when an article comes in between', async () => {
    const archive = await anArchive();
    await cite(archive, '2022-04-05', {}, {});
    const ask = (after: string | null) => listMentionsOfDocument(archive.db, aDocument().id, { limit: 1, after });
    const first = await ask(null);
    await cite(archive, '2022-04-06', {});
    const second = await ask(first.next);
    expect([...places(first), ...places(second)]).toEqual([
      ['Tin 0', 0],
      ['Tin 0', 1],
    ]);
    expect(second.next).toBeNull();
  });

  it('carries the article and its meeting', async () => {
    const archive = await anArchive();
    const article = await cite(archive, '2022-04-06', {});
    const alone = await cite(archive, '2022-04-05', {});
    await replaceMeetings(archive.db, [article], [{ ...aMeeting(), id: 'm1', articleIds: [article] }]);
    const { items } = await listMentionsOfDocument(archive.db, aDocument().id, { limit: 9, after: null });
    expect(items[0]).toEqual({
      mention: aMention({ article }),
      article: {
        id: article,
        url: 'https://tin.example.vn/0',
        source: 'song-mo',
        title: 'Tin 0',
        lead: null,
        published: '2022-04-06',
      },
      meeting: {
        id: 'm1',
        kind: 'briefing',
        title: aMeeting().title,
        date: '2022-04-05',
        host: 'Thành ủy Sông Mơ',
        chair: aMeeting().chair,
      },
    });
    expect(items[1]).toMatchObject({ article: { id: alone }, meeting: null });
  });

  it.each(['x', '1~x', '-1~0', '~'])('refuses a cursor that nobody gave out: %j', async (after) => {
    const { db } = await anArchive();
    await expect(listMentionsOfDocument(db, aDocument().id, { limit: 1, after })).rejects.toThrow(CursorError);
  });
});

describe('listUnsettledMentions', () => {
  it('gives those of the code that mean no document, however they were printed', async () => {
    const archive = await anArchive();
    const printed = (canonical: string) => ({
      canonical: canonical as ReferenceCode,
      number: null,
      type: null,
      issuerCode: null,
    });
    await cite(
      archive,
      '2022-04-05',
      { target: unknown },
      {},
      { ...printed('031-NQ/TU'), target: aTarget({ status: 'ambiguous' }) },
    );
    await cite(archive, '2022-04-06', { ...printed('31-NQ/TW'), target: unknown }, { target: unknown });
    const ask = (after: string | null) => listUnsettledMentions(archive.db, '31nqtu', { limit: 2, after });
    const pages = await readPages(ask);
    expect(pages.flatMap(places)).toEqual([
      ['Tin 1', 1],
      ['Tin 0', 0],
      ['Tin 0', 2],
    ]);
    expect(pages[0]?.total).toBe(3);
  });
});

describe('streams', () => {
  it('go on over pages while the archive is written', async () => {
    const archive = await anArchive();
    const many = Array.from({ length: 1200 }, () => ({}));
    await cite(archive, '2022-04-05', ...many);
    await cite(archive, '2022-04-06', ...many);
    let seen = 0;
    for await (const { mention } of streamMentionsInOrder(archive.db)) {
      if (seen === 0) await cite(archive, '2022-04-07', mention);
      seen += 1;
    }
    // The one that came meanwhile may stand before or behind the place where the stream was.
    expect([2400, 2401]).toContain(seen);
    expect(await collect(streamMentionsInOrder(archive.db))).toHaveLength(2401);
  });
});
