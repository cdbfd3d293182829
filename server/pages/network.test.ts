import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openSite, type Site } from '../../test/serving.ts';
import { aReport, siteArticles } from '../../test/site-articles.ts';
import { graphEndpoints } from '../api/graph.ts';

const middle = 'nq-31-tu.song-mo.2020';
const plan = 'kh-77-tu.song-mo.2020';
const directive = 'ct-18-tw.2021';

let site: Site;
beforeAll(async () => {
  site = await openSite([...siteArticles, ...Array.from({ length: 3 }, (_, n) => aReport(n))]);
});
afterAll(() => site.close());

const graph = z.object({
  nodes: z.array(z.object({ id: z.string(), depth: z.number() })),
  edges: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      kind: z.string(),
      weight: z.number(),
      articles: z.array(z.string()).optional(),
    }),
  ),
  total: z.number(),
  left_out: z.number(),
});

async function ask(query = '', id = middle) {
  const { json } = await site.get(`/api/v1/documents/${id}/graph${query}`);
  return graph.parse(json);
}

describe('the graph', () => {
  it('holds what is stated and what is cited together', async () => {
    const { nodes, edges, total, left_out: leftOut } = await ask();
    expect(nodes[0]).toMatchObject({ id: middle, depth: 0 });
    expect(
      nodes
        .slice(1)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([directive, plan].sort());
    expect([total, leftOut]).toEqual([2, 0]);
    const told = edges.map(({ from, to, kind, weight }) => `${from} ${kind} ${to} ${weight}`);
    expect(told).toContain(`${plan} implements ${middle} 1`);
    expect(told).toContain(`${directive} together ${middle} 1`);
    expect(edges.find(({ kind }) => kind === 'implements')?.articles).toHaveLength(1);
    expect(edges.find(({ kind }) => kind === 'together')?.articles).toBeUndefined();
  });

  it('is what is described', async () => {
    const { json } = await site.get(`/api/v1/documents/${middle}/graph?depth=2`);
    expect(graphEndpoints[0]?.answer?.safeParse(json).error).toBeUndefined();
  });

  it.each([
    ['?kinds=relations', [plan]],
    ['?kinds=implements&kinds=cites', [plan]],
    ['?kinds=replaces', []],
    ['?kinds=together', [directive, plan]],
    ['?level=central', [directive]],
    ['?least=2&kinds=together', []],
    ['?from=2023-01-01', []],
    ['?to=2021-12-31', []],
    ['?depth=2', [directive, plan]],
  ])('%s leaves %j', async (query, expected) => {
    const { nodes } = await ask(query);
    expect(
      nodes
        .slice(1)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...expected].sort());
  });

  it('leaves out the weakest beyond a number, and says how many', async () => {
    const { nodes, total, left_out: leftOut } = await ask('?most=2');
    expect([nodes.length, total, leftOut]).toEqual([2, 2, 1]);
  });

  it('goes two steps where that is asked', async () => {
    await site.add([
      {
        url: 'https://tin.example.vn/bai/9',
        title: 'Tỉnh ủy Quảng Ninh làm việc',
        published: '2022-11-02',
        text: 'Ngày 01/11/2022, Ban Thường vụ Tỉnh ủy Quảng Ninh tổ chức hội nghị. Hội nghị quán triệt Chỉ thị số 18-CT/TW ngày 26/10/2022 của Ban Bí thư và Nghị quyết số 06-NQ/TW ngày 24/01/2022 của Bộ Chính trị.',
      },
    ]);
    const near = await ask('?depth=1');
    const far = await ask('?depth=2');
    expect(near.nodes.map(({ depth }) => depth)).not.toContain(2);
    expect(far.nodes.filter(({ depth }) => depth === 2).map(({ id }) => id)).toEqual([
      expect.stringMatching(/^nq-6-tw/),
    ]);
  });

  it.each([
    ['/api/v1/documents/khong-co/graph', 404],
    [`/api/v1/documents/${middle}/graph?depth=3`, 400],
    [`/api/v1/documents/${middle}/graph?kinds=quotes`, 400],
    ['/mang-luoi?doc=khong-co', 404],
    ['/mang-luoi?doc=..%2F..', 404],
    [`/mang-luoi?doc=${middle}&most=301`, 400],
  ])('%s is refused with %i', async (path, status) => {
    expect((await site.get(path)).status).toBe(status);
  });
});

describe('the page', () => {
  it('shows the documents of the graph in its picture and its table', async () => {
    const { text } = await site.get(`/mang-luoi?doc=${middle}&depth=2`);
    const { nodes } = await ask('?depth=2&most=60');
    expect([...text.matchAll(/class="node[ "]/g)]).toHaveLength(nodes.length);
    for (const { id } of nodes.slice(1)) {
      expect(text).toContain(`/mang-luoi?doc=${id}&amp;depth=2`);
      expect(text).toContain(`href="/van-ban/${id}"`);
    }
    expect(text).toMatch(/href="\/cuoc-hop\/[^"]+"><time datetime="2022-04-05">/);
  });

  it('is the same whoever asks again', async () => {
    const once = await site.get(`/mang-luoi?doc=${middle}`);
    expect((await site.get(`/mang-luoi?doc=${middle}`)).text).toBe(once.text);
  });

  it('leads from a code of one document to its network', async () => {
    const { status, headers } = await site.get('/mang-luoi?q=18-ct%2Ftw&lang=en');
    expect([status, headers['location']]).toEqual([302, `/mang-luoi?lang=en&doc=${directive}`]);
  });

  it('offers the documents of a code that may be several, and says where there is none', async () => {
    const several = await site.get('/mang-luoi?q=nq+31+tu');
    expect(several.text).toContain(`/mang-luoi?doc=${middle}`);
    expect(several.text).toContain('/mang-luoi?doc=nq-31-tu.quang-ninh.2020');
    expect((await site.get('/mang-luoi?q=999-qd%2Fxyz')).text).toContain(
      'Chưa thấy văn bản nào có số hiệu “999-qd/xyz”',
    );
  });

  it('begins with documents of many relations', async () => {
    const { status, text } = await site.get('/mang-luoi');
    expect(status).toBe(200);
    expect(text).toContain(`/mang-luoi?doc=${plan}`);
  });

  it('of a code that nothing settles says why it is empty', async () => {
    const { text } = await site.get('/mang-luoi?doc=ma.nq-45-tu');
    expect(text).toContain('chưa rõ là văn bản nào');
  });
});
