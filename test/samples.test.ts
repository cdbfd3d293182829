/** The bundled samples, taken in as at the first start, say what a careful reader finds in them (expected.yaml). */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadSources, samplesFolder } from '../cli/sources.ts';
import { type Archive, openArchive } from '../core/archive/archive.ts';
import { getArticleByUrl } from '../core/archive/articles.ts';
import { streamDocuments } from '../core/archive/documents.ts';
import { streamMeetings } from '../core/archive/meeting-lists.ts';
import { getMentions } from '../core/archive/mention-lists.ts';
import { streamRelations } from '../core/archive/relations.ts';
import { readSettings } from '../core/settings.ts';
import { importItems } from '../ingest/import.ts';
import { readSampleItems } from '../ingest/import-samples.ts';

const expectedSchema = z.record(
  z.string(),
  z.object({
    meeting: z
      .object({
        date: z.string(),
        date_to: z.string().optional(),
        kind: z.string(),
        host: z.string(),
        chair: z.string().nullable(),
      })
      .nullable(),
    codes: z.array(z.string()),
  }),
);
const manifestSchema = z.object({ articles: z.array(z.object({ file: z.string(), url: z.string() })) });

const readYaml = (name: string): unknown => parse(readFileSync(join(samplesFolder, name), 'utf8'));
const expected = expectedSchema.parse(readYaml('expected.yaml'));
const { articles } = manifestSchema.parse(readYaml('samples.yaml'));

const home = mkdtempSync(join(tmpdir(), 'sohieu-samples-'));
let archive: Archive;

afterAll(async () => {
  await archive?.close();
  rmSync(home, { recursive: true, force: true });
});

beforeAll(async () => {
  archive = await openArchive({ home, clock: () => new Date('2026-11-22T00:00:00Z') });
  const sources = loadSources(readSettings({}));
  const report = await importItems(readSampleItems(samplesFolder), {
    archive,
    placeOf: (id) => sources.placeOf(id),
    selectorsOf: (id) => sources.selectorsOf(id),
    onEvent: () => {},
    areSamples: true,
    keepSamples: true,
  });
  expect(report).toMatchObject({ new: articles.length, failed: [] });
});

describe.each(articles)('$file', ({ file, url }) => {
  it('reports its meeting', async () => {
    const { meeting } = (await getArticleByUrl(archive.db, url)) ?? { meeting: undefined };
    const told = meeting && {
      date: meeting.date,
      ...(meeting.dateTo !== null && { date_to: meeting.dateTo }),
      kind: meeting.kind,
      host: meeting.host,
      chair: meeting.chair?.name ?? null,
    };
    expect(told).toEqual(expected[file]?.meeting);
  });

  it('cites its documents, has a title and a day, and no furniture', async () => {
    const article = await getArticleByUrl(archive.db, url);
    if (article === null) throw new Error(`Cannot find ${url}: expected it among the samples taken in.`);
    const mentions = await getMentions(archive.db, article.id);
    const codes = mentions.flatMap(({ kind, canonical }) =>
      kind === 'backref' || canonical === null ? [] : [canonical],
    );
    expect([...new Set(codes)].sort()).toEqual([...(expected[file]?.codes ?? [])].sort());
    expect(article.title).not.toBeNull();
    expect(article.published).toMatch(/^\d{4}-\d{2}-\d{2}/);
    expect(article.text).not.toMatch(/Đang online|Tổng lượt truy cập|Thời tiết|Tin liên quan/);
    for (const { start, end, surface } of mentions) expect(article.text.slice(start, end)).toBe(surface);
  });
});

describe('all samples together', () => {
  it('show one code that means three documents', async () => {
    const found: string[] = [];
    for await (const { code, issuer } of streamDocuments(archive.db, { isSettled: true })) {
      if (code === '21-NQ/TU') found.push(issuer ?? '');
    }
    expect(found.sort()).toEqual(['Thành ủy Hạ Khê', 'Tỉnh ủy Nam Trung', 'Tỉnh ủy Quảng Hải']);
  });

  it('show a meeting that two sources report', async () => {
    const shared: (readonly string[])[] = [];
    for await (const { urls } of streamMeetings(archive.db)) if (urls.length > 1) shared.push(urls);
    expect(shared.map((urls) => urls.length)).toEqual([2]);
  });

  it('show plans that implement a directive, and changes of documents', async () => {
    const edges: string[] = [];
    for await (const { from, kind, to } of streamRelations(archive.db)) edges.push(`${from} ${kind} ${to}`);
    expect(edges).toEqual(
      expect.arrayContaining([
        'kh-214-tu.ha-khe.quang-hai.2020 implements ct-18-tw.2021',
        'kh-162-tu.quang-hai.2020 implements ct-18-tw.2021',
        'nq-29-tu.ha-khe.quang-hai.2020 amends nq-21-tu.ha-khe.quang-hai.2020',
        'nq-34-tu.ha-khe.quang-hai.2020 replaces nq-9-tu.ha-khe.quang-hai.2020',
      ]),
    );
  });
});
