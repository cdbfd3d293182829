import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { aDocument, aMeeting, aMention, anArchive, aTarget, keepArticle } from '../../test/builders.ts';
import type { ReferenceCode } from '../citations/citation.ts';
import type { DocumentId } from '../documents/document.ts';
import type { Archive, ArchiveOptions } from './archive.ts';
import { putDocuments } from './documents.ts';
import { replaceMeetings } from './meetings.ts';
import { replaceMentions } from './mentions.ts';
import { countStatements, listStatedTies, listTextTies, listTiesAmong } from './neighbour-ties.ts';
import { listCompanions, type NeighbourSearch } from './neighbours.ts';
import type { ArticleId } from './records.ts';
import { replaceRelations } from './relations.ts';

const middle = 'nq-31-tu.song-mo.2020' as DocumentId;
const plan = 'kh-77-tu.song-mo.2020' as DocumentId;
const directive = 'ct-18-tw.2021' as DocumentId;
const all: NeighbourSearch = {
  from: null,
  to: null,
  levels: null,
  least: 1,
  meetings: 100,
  statements: 100,
  documents: 100,
};

/** Three meetings: the plan is cited at all with the middle, the directive at the last, on a day that nobody tells. */
async function anArchiveOfThree(given: Partial<ArchiveOptions> = {}): Promise<{ archive: Archive; ids: ArticleId[] }> {
  const archive = await anArchive(given);
  const ids: ArticleId[] = [];
  await putDocuments(archive.db, [
    aDocument({ id: middle }),
    aDocument({ id: plan, code: '77-KH/TU' as ReferenceCode }),
    aDocument({ id: directive, code: '18-CT/TW' as ReferenceCode, level: 'central' }),
  ]);
  for (const [n, date] of (['2022-04-05', '2023-01-10', null] as const).entries()) {
    const published = ['2022-04-06', '2023-01-11', '2024-02-02'][n] ?? null;
    const article = await keepArticle(archive, { url: `https://tin.example.vn/${n}`, published, text: `Bài ${n}` });
    const cited = n === 2 ? [middle, plan, directive] : [middle, plan];
    await replaceMentions(
      archive.db,
      article,
      cited.map((document, ordinal) => aMention({ article, ordinal, target: aTarget({ document }) })),
    );
    await replaceMeetings(archive.db, [article], [{ ...aMeeting({ date }), id: `m${n}`, articleIds: [article] }]);
    ids.push(article);
  }
  return { archive, ids };
}

describe('companions', () => {
  it('are counted by meetings, with the first and the last of known day', async () => {
    const { archive } = await anArchiveOfThree();
    expect(await listCompanions(archive.db, middle, all)).toEqual({
      items: [
        {
          document: plan,
          meetings: 3,
          first: { day: '2022-04-05', id: 'm0' },
          last: { day: '2023-01-10', id: 'm1' },
        },
        { document: directive, meetings: 1, first: null, last: null },
      ],
      total: 2,
      meetings: { seen: 3, all: 3 },
    });
  });

  it.each([
    ['those of a time', { from: '2022-01-01', to: '2022-12-31' }, [[plan, 1]], { seen: 1, all: 1 }],
    ['those of a level', { levels: ['central'] }, [[directive, 1]], { seen: 3, all: 3 }],
    ['those cited together often', { least: 2 }, [[plan, 3]], { seen: 3, all: 3 }],
    ['the newest meetings', { meetings: 1 }, [[plan, 1]], { seen: 1, all: 3 }],
    ['the strongest', { documents: 1 }, [[plan, 3]], { seen: 3, all: 3 }],
  ] as const)('can be %s only', async (_note, given, expected, meetings) => {
    const { archive } = await anArchiveOfThree();
    const found = await listCompanions(archive.db, middle, { ...all, ...given });
    expect(found.items.map(({ document, meetings: count }) => [document, count])).toEqual(expected);
    expect(found.meetings).toEqual(meetings);
  });
});

describe('stated ties', () => {
  async function anArchiveWithRelations(): Promise<Archive> {
    const { archive, ids } = await anArchiveOfThree();
    const edges = ids.map((article) => ({
      from: plan,
      to: middle,
      kind: 'implements' as const,
      article,
      sentence: 'x',
    }));
    const [first] = ids;
    if (first === undefined) throw new Error('expected an article');
    await replaceRelations(archive.db, ids, [
      ...edges,
      { from: middle, to: directive, kind: 'based_on', article: first, sentence: 'y' },
    ]);
    return archive;
  }

  it('are told once for each pair and kind, with the articles that say so', async () => {
    const { db } = await anArchiveWithRelations();
    const { items, statements } = await listStatedTies(db, middle, all);
    expect(items.map(({ from, to, kind, articles }) => [from, to, kind, articles])).toEqual([
      [plan, middle, 'implements', 3],
      [middle, directive, 'based_on', 1],
    ]);
    expect(items[0]?.first.day).toBe('2022-04-06');
    expect(items[0]?.last.day).toBe('2024-02-02');
    expect(statements).toEqual({ seen: 4, all: 4 });
  });

  it.each([
    [{ from: '2023-01-01', to: '2023-12-31' }, [['implements', 1]]],
    [{ levels: ['central'] }, [['based_on', 1]]],
    [{ documents: 1 }, [['implements', 3]]],
    [
      { statements: 2 },
      [
        ['implements', 2],
        ['based_on', 1],
      ],
    ],
  ] as const)('can be narrowed: %j', async (given, expected) => {
    const { db } = await anArchiveWithRelations();
    const { items } = await listStatedTies(db, middle, { ...all, ...given });
    expect(items.map(({ kind, articles }) => [kind, articles])).toEqual(expected);
  });

  it('are found among several, and counted at both ends', async () => {
    const { db } = await anArchiveWithRelations();
    expect((await listTiesAmong(db, [plan, middle], all)).map(({ kind }) => kind)).toEqual(['implements']);
    expect(await countStatements(db, [plan, middle, directive])).toEqual(
      new Map([
        [plan, 3],
        [middle, 4],
        [directive, 1],
      ]),
    );
  });

  it('of a text are what it cites, and what texts cite it', async () => {
    const { archive, ids } = await anArchiveOfThree();
    const { db } = archive;
    await db
      .insertInto('holdings')
      .values({
        article: ids[2] ?? fail(),
        address: 'https://tin.example.vn/2',
        snapshot: null,
        document: plan,
        identity_json: '{}',
        type_key: 'kh',
        number_key: '77',
        code: '77-KH/TU' as ReferenceCode,
        date: null,
        title: null,
        issuer_name: null,
        signer: null,
        effective: null,
        expired: null,
        status: null,
      })
      .execute();
    const cites = async (document: DocumentId, given: Partial<NeighbourSearch> = {}) =>
      (await listTextTies(db, document, { ...all, ...given })).map(({ from, to, kind }) => [from, to, kind]);
    expect(await cites(middle)).toEqual([[plan, middle, 'cites']]);
    expect(await cites(plan)).toEqual([
      [plan, directive, 'cites'],
      [plan, middle, 'cites'],
    ]);
    expect(await cites(plan, { levels: ['central'] })).toEqual([[plan, directive, 'cites']]);
    expect(await cites(plan, { to: '2023-12-31' })).toEqual([]);
  });
});

describe('plans', () => {
  it('go through no table', async () => {
    const asked: { readonly text: string; readonly values: readonly unknown[] }[] = [];
    const log: ArchiveOptions['log'] = (event) =>
      void asked.push({ text: event.query.sql, values: event.query.parameters });
    const { archive } = await anArchiveOfThree({ log });
    const { db } = archive;
    asked.length = 0;
    const narrow = { ...all, from: '2022-01-01', to: '2023-01-01', levels: ['central'] } as const;
    for (const search of [all, narrow]) {
      await listCompanions(db, middle, search);
      await listStatedTies(db, middle, search);
      await listTiesAmong(db, [plan, middle, directive], search);
      await listTextTies(db, middle, search);
    }
    await countStatements(db, [plan, middle]);
    const steps: string[] = [];
    for (const { text, values } of [...asked].filter(
      (query) => query.text.startsWith('select') || query.text.startsWith('with'),
    )) {
      const parts = text
        .split('?')
        .flatMap((piece, at) => [sql.raw(piece), ...(at < values.length ? [sql`${values[at]}`] : [])]);
      const { rows } = await sql<{ detail: string }>`explain query plan ${sql.join(parts, sql``)}`.execute(db);
      steps.push(...rows.map(({ detail }) => detail));
    }
    expect(steps.length).toBeGreaterThan(20);
    const made = /^SCAN (?:own|mine|\(subquery-\d+\))$/;
    expect(steps.filter((step) => step.startsWith('SCAN') && !made.test(step))).toEqual([]);
  });
});

function fail(): never {
  throw new Error('expected an article');
}
