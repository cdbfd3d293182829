/**
 * Where each document of a network stands: levels from the centre down to the commune as lanes, what is tied close by.
 *
 * Forces (d3-force) tell who wants to stand where; shelves.ts then gives each a place of its own, so that no label covers
 * another. The same network is always laid out the same: it starts from places that the ids tell, and takes as many steps.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { IssuerLevel } from '../../core/citations/citation.ts';
import { putOnShelves } from './shelves.ts';

export interface LayoutNode {
  readonly id: string;
  readonly level: IssuerLevel | null;
  /** Of its label, in units of the picture. */
  readonly width: number;
}

export interface LayoutEdge {
  readonly from: string;
  readonly to: string;
  /** 0 to 1. */
  readonly strength: number;
}

export interface Lane {
  readonly level: IssuerLevel | null;
  /** Upper and lower border. */
  readonly top: number;
  readonly bottom: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

export const pictureWidth = 1200;
const LANES: readonly (IssuerLevel | null)[] = ['central', 'province', 'district', 'commune', 'org', null];
const STEPS = 120;
/** Between two breaths: some 10 ms with 300 nodes. */
const STEPS_AT_ONCE = 6;
const LANE_HEAD = 26;
const LANE_FOOT = 14;

interface Body extends SimulationNodeDatum {
  readonly id: string;
  readonly width: number;
  readonly lane: number;
}

/** Lays a network out; the first node is the one in the middle, the others stand in the order of their importance. */
export async function layOut(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Promise<Layout> {
  const levels = LANES.filter((level) => nodes.some((node) => node.level === level));
  const rowHeight = nodes.length <= 30 ? 76 : nodes.length <= 100 ? 62 : 44;
  const guess = Math.max(300, nodes.length * 6);
  const bodies = nodes.map((node, index) =>
    toBody(node, levels.indexOf(node.level), levels.length, guess, index === 0),
  );
  await settle(bodies, edges, guess / levels.length);
  const lanes: Lane[] = [];
  const places = new Map<string, { x: number; y: number }>();
  let top = 0;
  for (const [index, level] of levels.entries()) {
    const own = bodies.filter(({ lane }) => lane === index);
    const ys = own.map(({ y = 0 }) => y);
    const [lowest, highest] = [Math.min(...ys), Math.max(...ys)];
    const wishes = own.map(({ id, width, x = 0, y = 0 }) => ({
      id,
      width,
      x,
      depth: highest === lowest ? 0.5 : (y - lowest) / (highest - lowest),
    }));
    const shelves = putOnShelves(wishes, pictureWidth);
    for (const { id, x, row } of shelves.places) {
      places.set(id, { x: Math.round(x), y: Math.round(top + LANE_HEAD + (row + 0.4) * rowHeight) });
    }
    const bottom = top + LANE_HEAD + shelves.rows * rowHeight + LANE_FOOT;
    lanes.push({ level, top, bottom });
    top = bottom;
  }
  return { width: pictureWidth, height: top, lanes, places };
}

/** How wide a label is at the given size of letters, on the safe side: fonts differ. */
export function measureLabel(text: string, fontSize: number): number {
  let width = 0;
  for (const sign of text.normalize('NFC')) {
    width += /[A-ZĐ\p{Lu}]/u.test(sign) ? 0.72 : /[/.,\-– ]/.test(sign) ? 0.42 : 0.6;
  }
  return Math.ceil(width * fontSize);
}

function toBody({ id, width }: LayoutNode, lane: number, lanes: number, height: number, isMiddle: boolean): Body {
  const y = ((lane + 0.5) / lanes) * height;
  if (isMiddle) return { id, width, lane, x: pictureWidth / 2, fx: pictureWidth / 2, y };
  const seed = hashOf(id);
  return {
    id,
    width,
    lane,
    x: pictureWidth * (0.1 + 0.8 * ((seed % 1009) / 1009)),
    y: y + (((seed >>> 10) % 503) / 503 - 0.5) * (height / lanes),
  };
}

/** Lets the forces work, with breaths between so that the server answers others meanwhile. */
async function settle(bodies: readonly Body[], edges: readonly LayoutEdge[], laneHeight: number): Promise<void> {
  const held = new Map(bodies.map((body) => [body.id, body]));
  const links: (SimulationLinkDatum<Body> & { readonly strength: number })[] = edges.flatMap((edge) => {
    const [source, target] = [held.get(edge.from), held.get(edge.to)];
    return source === undefined || target === undefined ? [] : [{ source, target, strength: edge.strength }];
  });
  const lanesAt = new Map(bodies.map(({ lane }) => [lane, (lane + 0.5) * laneHeight]));
  const simulation = forceSimulation([...bodies])
    .stop()
    .alphaDecay(1 - 0.01 ** (1 / STEPS))
    .force(
      'links',
      forceLink<Body, (typeof links)[number]>(links)
        .distance(60)
        .strength((link) => 0.02 + 0.25 * link.strength),
    )
    .force('apart', forceManyBody<Body>().strength(-60).distanceMax(400))
    .force(
      'crowd',
      forceCollide<Body>()
        .radius(({ width }) => width / 2)
        .strength(0.6),
    )
    .force('centre', forceX<Body>(pictureWidth / 2).strength(0.015))
    .force('lanes', forceY<Body>(({ lane }) => lanesAt.get(lane) ?? 0).strength(0.35));
  for (let step = 0; step < STEPS; step += STEPS_AT_ONCE) {
    simulation.tick(STEPS_AT_ONCE);
    await breathe();
  }
}

/** A number that the text tells (FNV-1a). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
