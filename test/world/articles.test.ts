/**
 * The articles by hand: what the program tells of them, against labels that were written by the contract before the
 * program read them. They are imported as `sohieu import` does, exported as `sohieu export` does, and scored.
 *
 * The floors go up when the numbers do; to lower one is a decision to be given reasons for in its commit.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadSources } from '../../cli/sources.ts';
import { type Archive, openArchive } from '../../core/archive/archive.ts';
import { readSettings } from '../../core/settings.ts';
import { importItems } from '../../ingest/import.ts';
import { readImportItems } from '../../ingest/import-files.ts';
import type { ImportItem } from '../../ingest/import-item.ts';
import { type ExportName, exportKinds } from '../../server/export/kinds.ts';
import { collect } from '../builders.ts';
import { root } from '../source-tree.ts';
import floorsJson from './floors.json' with { type: 'json' };
import { parseTelling, scoreWorld, type WorldScore } from './score.ts';

const folder = join(root, 'test', 'world', 'articles');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const labels = {
  citations: read('truth/citations.jsonl'),
  relations: read('truth/relations.jsonl'),
  meetings: read('truth/meetings.jsonl'),
};
const truth = parseTelling(labels);
const articleSchema = z.object({ url: z.url(), source: z.string(), title: z.string(), text: z.string() });
const articles = linesOf(read('articles.jsonl')).map((line) => articleSchema.parse(JSON.parse(line)));
const documentSchema = z.object({ id: z.string(), type: z.string(), level: z.string(), term: z.string().nullable() });
const documents = linesOf(read('truth/documents.jsonl')).map((line) => documentSchema.parse(JSON.parse(line)));

const share = z.number().min(0).max(1);
const floorSchema = z.strictObject({
  linkPrecision: share,
  coverage: share,
  refusals: share,
  meetingsF1: share,
  chairs: share,
  purposeF1: share,
  relationsF1: share,
});
const { byHand: floors } = z
  .object({ byHand: z.strictObject({ fingerprint: z.string(), least: floorSchema }) })
  .parse(floorsJson);

const homes: string[] = [];
const archives: Archive[] = [];
const told: Partial<Record<ExportName, string>>[] = [];

beforeAll(async () => {
  const items = await collect(
    readImportItems([join(folder, 'articles.jsonl')], { source: null, url: null, published: null }, (fault) => {
      throw new Error(`Cannot read ${fault.label}: ${fault.reason}.`);
    }),
  );
  told.push(await tell(items), await tell(items.toReversed()));
}, 60_000);

afterAll(async () => {
  for (const archive of archives) await archive.close();
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

describe('the articles by hand', () => {
  it('are those that the floors were pinned on', () => {
    const hash = createHash('sha256').update(read('articles.jsonl'));
    for (const one of [labels.citations, labels.relations, labels.meetings, read('truth/documents.jsonl')])
      hash.update(one);
    const advice =
      'Articles or labels changed: check the score, then write the new fingerprint into test/world/floors.json.';
    expect(hash.digest('hex').slice(0, 16), advice).toBe(floors.fingerprint);
  });

  it('are labelled where they say, mention by mention, with documents that are described', () => {
    const texts = new Map(articles.map(({ url, text }) => [url, text]));
    for (const { url, start, end, surface } of truth.citations)
      expect(texts.get(url)?.slice(start, end), url).toBe(surface);
    const known = new Set(documents.map(({ id }) => id));
    const meant = truth.citations.flatMap(({ document }) => (document === null ? [] : [document]));
    expect(meant.filter((id) => !known.has(id))).toEqual([]);
    expect([...known].filter((id) => !meant.includes(id))).toEqual([]);
    for (const { from, to } of truth.relations) expect([known.has(from), known.has(to)]).toEqual([true, true]);
  });

  it('report meetings of every kind, each article at most one', () => {
    const reports = truth.meetings.flatMap((meeting) => meeting.articles);
    expect(new Set(reports).size).toBe(reports.length);
    expect(reports.filter((url) => !articles.some((article) => article.url === url))).toEqual([]);
    expect(new Set(truth.meetings.map(({ kind }) => kind)).size).toBe(17);
  });
});

describe('what is told of them', () => {
  it('stays above its floors', () => {
    const { differences, ...score } = scoreWorld(truth, tellingOf(told[0]));
    const list = differences.map(({ kind, detail }) => `${kind}: ${detail}`).join('\n');
    for (const [name, least] of entriesOf(floors.least))
      expect(score[name], `${name}\n${list}`).toBeGreaterThanOrEqual(least);
  });

  it('describes each document that is linked rightly as it is', () => {
    const linked = new Set(tellingOf(told[0]).citations.flatMap(({ document }) => document ?? []));
    const found = new Map(
      linesOf(told[0]?.documents).map((line) => {
        const document = z.looseObject({ id: z.string() }).parse(JSON.parse(line));
        return [document.id, document] as const;
      }),
    );
    for (const { id, type, level, term } of documents)
      if (linked.has(id)) expect(found.get(id)).toMatchObject({ type, level, term });
  });

  it('is the same whichever article came first', () => {
    const [forth, back] = told;
    for (const name of ['documents', 'meetings'] as const) {
      expect(linesOf(forth?.[name]).length).toBeGreaterThan(10);
      expect(linesOf(back?.[name]).sort(), name).toEqual(linesOf(forth?.[name]).sort());
    }
  });
});

/** All exports of a new archive that holds these items. */
async function tell(items: readonly ImportItem[]): Promise<Partial<Record<ExportName, string>>> {
  const home = mkdtempSync(join(tmpdir(), 'sohieu-by-hand-'));
  homes.push(home);
  const archive = await openArchive({ home, clock: () => new Date('2026-11-22T00:00:00Z') });
  archives.push(archive);
  const sources = loadSources(readSettings({ SOHIEU_SOURCES: join(folder, 'sources') }));
  const report = await importItems(toStream(items), {
    archive,
    placeOf: sources.placeOf,
    selectorsOf: (id) => sources.selectorsOf(id),
    onEvent: () => {},
    areSamples: false,
    keepSamples: false,
  });
  expect(report).toMatchObject({ new: articles.length, held: 0, failed: [] });
  const exported: Partial<Record<ExportName, string>> = {};
  for (const name of ['citations', 'relations', 'meetings', 'documents'] as const) {
    const rows = await collect(exportKinds[name].rows(archive.db, 'vi'));
    exported[name] = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  }
  return exported;
}

function tellingOf(exported: Partial<Record<ExportName, string>> | undefined): ReturnType<typeof parseTelling> {
  const { citations = '', relations = '', meetings = '' } = exported ?? {};
  return parseTelling({ citations, relations, meetings });
}

function entriesOf(least: z.infer<typeof floorSchema>): readonly [keyof typeof least & keyof WorldScore, number][] {
  return floorSchema.keyof().options.map((name) => [name, least[name]]);
}

function linesOf(jsonl: string | undefined): string[] {
  return (jsonl ?? '').split('\n').filter((line) => line !== '');
}

async function* toStream(items: readonly ImportItem[]): AsyncGenerator<ImportItem> {
  yield* items;
}
