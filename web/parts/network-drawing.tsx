/**
 * A network as a picture: levels as lanes, documents as links, ties as lines. Drawn by attributes only (CSP).
 *
 * Shapes and kinds of lines say what colour alone would not. Lines have no words: each document says what ties it, and
 * the table tells the same; a link before the picture leads past all of it.
 */
import type { JSX } from 'preact';
import { documentPath, href } from '../address.ts';
import { formatNumber } from '../dates.ts';
import type { Lang, Level } from '../view-terms.ts';
import type { NetworkAround, NetworkEdge, NetworkKind, NetworkNode } from '../views/network.ts';
import { wordsOf } from '../words.ts';
import { wordTie } from './network-table.tsx';

const MIDDLE = 11;
/** Height of a line of a label. */
const LINE = 12;
const LINES = ['stated', 'cites', 'together'] as const;
type Line = (typeof LINES)[number];
const LEVELS: readonly (Level | null)[] = ['central', 'province', 'district', 'commune', 'org', null];

export function NetworkDrawing(props: { readonly around: NetworkAround; readonly lang: Lang }): JSX.Element {
  const { around, lang } = props;
  const { nodes, edges, width, height, lanes } = around;
  const words = wordsOf(lang).network;
  const [middle] = nodes;
  const most = Math.max(...nodes.map(({ citedBy }) => citedBy), 1);
  const heaviest = Math.max(...edges.map(({ kind, weight }) => (kind === 'together' ? weight : 1)), 1);
  const radii = nodes.map(({ citedBy, depth }) => (depth === 0 ? MIDDLE : 5 + 4 * Math.sqrt(citedBy / most)));
  return (
    <figure
      class="network"
      data-network
      data-in={words.zoom.in}
      data-out={words.zoom.out}
      data-whole={words.zoom.whole}
    >
      <div class="frame">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for a picture of links */}
        <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-labelledby="hinh-ten" aria-describedby="hinh-mo-ta">
          <title id="hinh-ten">{words.titleOf(middle.document.code)}</title>
          <desc id="hinh-mo-ta">
            {words.describe(
              middle.document.code,
              formatNumber(nodes.length - 1, lang),
              formatNumber(edges.length, lang),
            )}
          </desc>
          <marker
            id="mui-ten"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 .5 8 4 0 7.5z" class="arrow" />
          </marker>
          <g class="lanes">
            {lanes.map(({ level, top }) => (
              <g key={level}>
                {top === 0 ? null : <path d={`M0 ${top}H${width}`} />}
                <text x="0" y={top + 16}>
                  {wordsOf(lang).levels[level ?? 'unknown']}
                </text>
              </g>
            ))}
          </g>
          <g>
            {edges.map((edge) => (
              <Tie
                key={`${edge.from} ${edge.to} ${edge.kind}`}
                edge={edge}
                nodes={nodes}
                radii={radii}
                heaviest={heaviest}
              />
            ))}
          </g>
          {nodes.map((node, index) => (
            <Node key={node.document.id} node={node} index={index} radius={radii[index] ?? 5} lang={lang} />
          ))}
        </svg>
      </div>
      <figcaption class="legend">
        <Legend
          levels={LEVELS.filter((level) => lanes.some((lane) => lane.level === level))}
          kinds={new Set(edges.map(({ kind }) => lineOf(kind)))}
          lang={lang}
        />
      </figcaption>
    </figure>
  );
}

function Node(props: {
  readonly node: NetworkNode;
  readonly index: number;
  readonly radius: number;
  readonly lang: Lang;
}): JSX.Element {
  const { node, index, radius, lang } = props;
  const { document, x, y, depth, label } = node;
  const to = depth === 0 && document.id !== null ? documentPath(document.id) : node.href;
  const half = Math.max(...label.map((line) => line.length * 3.4), 12);
  return (
    <a href={href(to, lang)} class={depth === 0 ? 'node middle' : 'node'} data-n={index}>
      <title>{wordNode(node, lang)}</title>
      <rect x={x - half} y={y + radius} width={2 * half} height={LINE * label.length + 3} />
      <Shape level={document.level} x={x} y={y} r={radius} />
      {label.map((line, row) => (
        <text
          key={line}
          class={row === 0 ? undefined : 'whose'}
          x={x}
          y={Math.round(y + radius + LINE * (row + 1) - 1)}
        >
          {line}
        </text>
      ))}
    </a>
  );
}

/** "Kế hoạch 214-KH/TU · Thành ủy Hạ Khê · Thực hiện, cụ thể hóa 18-CT/TW". */
function wordNode({ document, depth, ties }: NetworkNode, lang: Lang): string {
  const words = wordsOf(lang);
  const name = [document.typeName, document.code].filter((word) => word !== null).join(' ');
  const how = depth === 0 ? [words.network.middle] : ties.map((tie) => wordTie(tie, lang));
  return [name, document.issuer, ...how].filter((word) => word !== null).join(' · ');
}

/** Levels by shape: the higher, the more corners stand on the ground. */
function Shape(props: {
  readonly level: Level | null;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}): JSX.Element {
  const { level, x, y, r } = props;
  const at = (points: readonly (readonly [number, number])[]): string =>
    `${points.map(([dx, dy]) => `${round(x + dx * r)} ${round(y + dy * r)}`).join('L')}z`;
  switch (level) {
    case 'central':
      return (
        <path
          class="shape"
          d={`M${at([
            [0, -1.2],
            [1.2, 0],
            [0, 1.2],
            [-1.2, 0],
          ])}`}
        />
      );
    case 'province':
      return (
        <path
          class="shape"
          d={`M${at([
            [-0.9, -0.9],
            [0.9, -0.9],
            [0.9, 0.9],
            [-0.9, 0.9],
          ])}`}
        />
      );
    case 'district':
      return <circle class="shape" cx={x} cy={y} r={round(r)} />;
    case 'commune':
      return (
        <path
          class="shape"
          d={`M${at([
            [0, -1.1],
            [1.1, 0.9],
            [-1.1, 0.9],
          ])}`}
        />
      );
    case 'org':
      return (
        <path
          class="shape"
          d={`M${at([
            [-0.55, -0.95],
            [0.55, -0.95],
            [1.1, 0],
            [0.55, 0.95],
            [-0.55, 0.95],
            [-1.1, 0],
          ])}`}
        />
      );
    case null:
      return <circle class="shape open" cx={x} cy={y} r={round(r)} />;
    default:
      return level satisfies never;
  }
}

function Tie(props: {
  readonly edge: NetworkEdge;
  readonly nodes: readonly NetworkNode[];
  readonly radii: readonly number[];
  readonly heaviest: number;
}): JSX.Element | null {
  const { edge, nodes, radii, heaviest } = props;
  const [from, to] = [nodes[edge.from], nodes[edge.to]];
  if (from === undefined || to === undefined) return null;
  const ends = { 'data-a': edge.from, 'data-b': edge.to };
  const d = drawPath(from, to, radii[edge.from] ?? 0, radii[edge.to] ?? 0);
  if (edge.kind !== 'together') {
    return <path class={edge.kind === 'cites' ? 'tie cites' : 'tie'} d={d} marker-end="url(#mui-ten)" {...ends} />;
  }
  const width = round(1.2 + 3 * Math.sqrt((edge.weight - 1) / heaviest));
  return (
    <path class="tie together" d={d} stroke-width={width} stroke-dasharray={`0 ${round(width + 2.6)}`} {...ends} />
  );
}

/** From one document to the other: bent over those between in the same row, else leaving and arriving upright. */
function drawPath(from: NetworkNode, to: NetworkNode, start: number, end: number): string {
  if (Math.abs(from.y - to.y) < 12) {
    const rise = 14 + Math.min(46, Math.abs(from.x - to.x) * 0.1);
    const middle = round((from.x + to.x) / 2);
    return `M${from.x} ${round(from.y - start)}Q${middle} ${round(from.y - rise)} ${to.x} ${round(to.y - end - 2)}`;
  }
  const [y1, y2] =
    to.y > from.y ? [underLabel(from, start), to.y - end - 2] : [from.y - start, underLabel(to, end) + 1];
  const half = round((y1 + y2) / 2);
  return `M${from.x} ${round(y1)}C${from.x} ${half} ${to.x} ${half} ${to.x} ${round(y2)}`;
}

/** Lines that come from below end under the label, or it would hide their arrow. */
function underLabel({ y, label }: NetworkNode, radius: number): number {
  return y + radius + LINE * label.length + 3;
}

function Legend(props: {
  readonly levels: readonly (Level | null)[];
  readonly kinds: ReadonlySet<Line>;
  readonly lang: Lang;
}): JSX.Element {
  const { levels, legend } = { levels: wordsOf(props.lang).levels, ...wordsOf(props.lang).network };
  return (
    <ul>
      {props.levels.map((level) => (
        <li key={level}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <Shape level={level} x={8} y={8} r={6} />
          </svg>{' '}
          {levels[level ?? 'unknown']}
        </li>
      ))}
      {LINES.filter((line) => props.kinds.has(line)).map((kind) => (
        <li key={kind}>
          <svg viewBox="0 0 32 16" width="32" height="16" aria-hidden="true">
            {kind === 'together' ? (
              <path class="tie together" d="M2 8H30" stroke-width="3" stroke-dasharray="0 5.6" />
            ) : (
              <path class={kind === 'cites' ? 'tie cites' : 'tie'} d="M0 8H30" marker-end="url(#mui-ten)" />
            )}
          </svg>{' '}
          {legend[kind]}
        </li>
      ))}
      <li>{legend.press}</li>
    </ul>
  );
}

/** How a tie is drawn. */
function lineOf(kind: NetworkKind): Line {
  return kind === 'cites' || kind === 'together' ? kind : 'stated';
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
