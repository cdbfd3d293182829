import { describe, expect, it } from 'vitest';
import { type LayoutNode, layOut, measureLabel, pictureWidth } from './layout.ts';
import { putOnShelves } from './shelves.ts';

const levels = ['central', 'province', 'district', 'commune', 'org', null] as const;

function aNetwork(size: number) {
  const nodes: LayoutNode[] = Array.from({ length: size }, (_, n) => ({
    id: `kh-${n}-tu.song-mo.2020`,
    level: levels[(n * 7) % levels.length] ?? null,
    width: 40 + ((n * 37) % 90),
  }));
  const edges = nodes.slice(1).map(({ id }, n) => ({
    from: nodes[n % 7]?.id ?? id,
    to: id,
    strength: (n % 10) / 10,
  }));
  return { nodes, edges };
}

describe('a layout', () => {
  it.each([1, 5, 50, 300])('of %i documents puts each in its lane, and no label on another', async (size) => {
    const { nodes, edges } = aNetwork(size);
    const { places, lanes, height } = await layOut(nodes, edges);
    expect(places.size).toBe(size);
    expect(lanes.map(({ level }) => level)).toEqual(levels.filter((level) => nodes.some((n) => n.level === level)));
    expect(lanes.at(-1)?.bottom).toBe(height);
    const boxes = nodes.map((node) => {
      const { x, y } = places.get(node.id) ?? { x: Number.NaN, y: Number.NaN };
      const lane = lanes.find(({ level }) => level === node.level);
      expect(y).toBeGreaterThan(lane?.top ?? Number.NaN);
      expect(y).toBeLessThan(lane?.bottom ?? Number.NaN);
      expect(x - node.width / 2).toBeGreaterThanOrEqual(-1);
      expect(x + node.width / 2).toBeLessThanOrEqual(pictureWidth + 1);
      return { left: x - node.width / 2, right: x + node.width / 2, y };
    });
    const clashes = boxes.flatMap((a, n) =>
      boxes.slice(n + 1).filter((b) => Math.abs(a.y - b.y) < 30 && a.left < b.right - 1 && b.left < a.right - 1),
    );
    expect(clashes).toEqual([]);
  });

  it('is the same each time, and whatever order the ties come in', async () => {
    const { nodes, edges } = aNetwork(60);
    const once = await layOut(nodes, edges);
    expect((await layOut(nodes, edges)).places).toEqual(once.places);
  });

  it('lets others work meanwhile', async () => {
    const { nodes, edges } = aNetwork(300);
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await layOut(nodes, edges);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  it('stands those that are tied to one document around it rather than around another', async () => {
    const hubs = ['hub-a', 'hub-b', 'hub-c'];
    const leaves = Array.from({ length: 30 }, (_, n) => ({ id: `leaf-${n}`, hub: hubs[n % 3] ?? '' }));
    const nodes: LayoutNode[] = [
      ...hubs.map((id) => ({ id, level: 'central' as const, width: 80 })),
      ...leaves.map(({ id }) => ({ id, level: 'district' as const, width: 80 })),
    ];
    const { places } = await layOut(
      nodes,
      leaves.map(({ id, hub }) => ({ from: id, to: hub, strength: 1 })),
    );
    const way = (one: string, other: string) => Math.abs((places.get(one)?.x ?? 0) - (places.get(other)?.x ?? 0));
    const own = leaves.reduce((sum, { id, hub }) => sum + way(id, hub), 0) / leaves.length;
    const all = leaves.reduce((sum, { id }) => sum + hubs.reduce((ways, hub) => ways + way(id, hub), 0) / 3, 0) / 30;
    expect(own).toBeLessThan(0.8 * all);
  });
});

describe('shelves', () => {
  it('give the first the place it wants', () => {
    expect(putOnShelves([{ id: 'a', width: 90, x: 600, depth: 0 }], 1200)).toEqual({
      places: [{ id: 'a', x: 600, row: 0 }],
      rows: 1,
    });
  });

  it('take in what is wider than the picture', () => {
    const wide = putOnShelves(
      [1, 2].map((n) => ({ id: `${n}`, width: 1500, x: 0, depth: 0 })),
      1200,
    );
    expect(wide.places.map(({ row }) => row).sort()).toHaveLength(2);
    expect(new Set(wide.places.map(({ row }) => row)).size).toBe(2);
  });
});

describe('a label', () => {
  it.each([
    ['337/2021/NQ-HĐND', 12, 105, 130],
    ['Thành ủy Hạ Khê', 10.5, 85, 105],
    ['', 12, 0, 0],
  ])('%s takes about its width', (text, size, least, most) => {
    expect(measureLabel(text, size)).toBeGreaterThanOrEqual(least);
    expect(measureLabel(text, size)).toBeLessThanOrEqual(most);
  });
});
