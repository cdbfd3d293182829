/** Views of the network page, for tests and for looking at it. Nobody and nothing here is real. */
import { aFrame, council, directive, older, plan, resolution } from './fixture-parts.ts';
import type { DocumentName, Lang } from './view-terms.ts';
import type { NetworkAround, NetworkNode, NetworkTie, NetworkView } from './views/network.ts';

function aNode(document: DocumentName, at: readonly [number, number], ties: readonly NetworkTie[]): NetworkNode {
  return {
    document,
    depth: ties.length === 0 ? 0 : 1,
    citedBy: 12,
    label: [document.code, document.issuer ?? ''],
    x: at[0],
    y: at[1],
    href: `/mang-luoi?doc=${document.id}`,
    ties,
    first: ties.length === 0 ? null : { day: '2022-03-01', href: '/cuoc-hop/m1' },
    last: ties.length === 0 ? null : { day: null, href: '/bai-viet/0123456789abcdef' },
  };
}

export function aNetwork(lang: Lang, over: Partial<NetworkAround> = {}): NetworkView {
  const other = directive.code;
  return {
    page: 'network',
    frame: aFrame('/mang-luoi?doc=ct-18-tw.2021&most=60', lang),
    content: {
      kind: 'around',
      nodes: [
        aNode(directive, [600, 40], []),
        aNode(
          plan,
          [300, 160],
          [
            { kind: 'implements', direction: 'out', other, weight: 3 },
            { kind: 'together', direction: 'in', other, weight: 1 },
          ],
        ),
        aNode(resolution, [600, 160], [{ kind: 'cites', direction: 'in', other, weight: 1 }]),
        aNode({ ...council, level: 'commune' }, [900, 160], [{ kind: 'together', direction: 'out', other, weight: 9 }]),
        aNode({ ...older, level: null }, [100, 40], [{ kind: 'replaces', direction: 'in', other, weight: 1 }]),
      ],
      edges: [
        { from: 1, to: 0, kind: 'implements', weight: 3 },
        { from: 0, to: 1, kind: 'together', weight: 1 },
        { from: 0, to: 2, kind: 'cites', weight: 1 },
        { from: 0, to: 3, kind: 'together', weight: 9 },
        { from: 0, to: 4, kind: 'replaces', weight: 1 },
      ],
      width: 1200,
      height: 240,
      lanes: [
        { level: 'central', top: 0, bottom: 120 },
        { level: 'district', top: 120, bottom: 240 },
      ],
      total: 130,
      edgesLeftOut: 7,
      meetings: { seen: 1000, all: 20_345 },
      statements: { seen: 5000, all: 6000 },
      followed: 30,
      steps: 2,
      more: { href: '/mang-luoi?doc=ct-18-tw.2021&most=150', count: 130 },
      filters: [
        { name: 'kinds', selected: 'cites', choices: [{ value: 'cites', label: 'x', count: null }] },
        { name: 'depth', selected: '1', choices: [{ value: '1', label: '1', count: null }] },
      ],
      least: 2,
      from: '2022-01-01',
      to: null,
      isUnsettled: false,
      ...over,
    },
  };
}

export function aNetworkStart(lang: Lang, query: string): NetworkView {
  const beginning = { document: resolution, href: '/mang-luoi?doc=nq-21-tu.ha-khe.2020', relations: 12, meetings: 14 };
  return {
    page: 'network',
    frame: aFrame(query === '' ? '/mang-luoi' : '/mang-luoi?q=nq+21', lang),
    content: { kind: 'start', query, choices: [beginning], connected: [beginning], sought: 100 },
  };
}
