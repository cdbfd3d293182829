/**
 * Gathers the network around a document: which documents are near it, and what ties them to it and to each other.
 *
 * A network is only worth showing when it can be read, so it holds the strongest documents up to a number, and says how
 * many it left out. Who is strong: documents of which relations are stated and documents that are often cited together
 * take turns, the most often stated or cited first, so that neither kind crowds out the other.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { getDocuments } from '../../core/archive/documents.ts';
import { listStatedTies, listTextTies, listTiesAmong, type StatedTie } from '../../core/archive/neighbour-ties.ts';
import { type Companion, type Looked, listCompanions, type NeighbourSearch } from '../../core/archive/neighbours.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { IssuerLevel } from '../../core/citations/citation.ts';
import type { DocumentId, OfficialDocument } from '../../core/documents/document.ts';

export type EdgeKind = StatedTie['kind'] | 'together';

export interface NetworkAsk {
  /** Null for all. */
  readonly kinds: readonly EdgeKind[] | null;
  readonly levels: readonly IssuerLevel[] | null;
  readonly least: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly depth: 1 | 2;
  /** So many documents at most, the one in the middle included. */
  readonly most: number;
}

export interface NetworkNode {
  readonly document: OfficialDocument;
  /** Steps from the one in the middle, which has 0. */
  readonly depth: 0 | 1 | 2;
}

export interface NetworkEdge {
  /** Who acts or cites; of two cited together the one whose id comes first. */
  readonly from: DocumentId;
  readonly to: DocumentId;
  readonly kind: EdgeKind;
  /** Meetings at which both are cited, or articles that state it. */
  readonly weight: number;
  /** Meetings of `together`, else articles. */
  readonly first: { readonly day: string | null; readonly id: string } | null;
  readonly last: { readonly day: string | null; readonly id: string } | null;
}

export interface Network {
  /** The one in the middle first, then the strongest first. */
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** Documents near it, those left out included, without itself. */
  readonly total: number;
  readonly edgesLeftOut: number;
  /** How much of what there is was looked at. */
  readonly meetings: Looked;
  readonly statements: Looked;
  /** From how many of its neighbours lines were followed: to each other, and in a second step to others. */
  readonly followed: number;
}

/** What is looked at of the document in the middle, and of each neighbour that is followed. */
const MIDDLE = { meetings: 1000, statements: 5000, documents: 5000 };
const FOLLOWED = { meetings: 100, statements: 500, documents: 60 };
const MOST_FOLLOWED = 20;

export async function gatherNetwork(db: ArchiveDb, focus: OfficialDocument, ask: NetworkAsk): Promise<Network> {
  const { least, levels, from, to, depth, most } = ask;
  const search = { least, levels, from, to };
  const near = await findEdges(db, focus.id, ask.kinds, { ...search, ...MIDDLE });
  const ranked = rankEnds(near.edges, (edge) => otherOf(edge, focus.id));
  const room = depth === 1 ? most - 1 : Math.min(most - 1, Math.ceil(most / 3));
  const first = ranked.slice(0, room);
  const known = new Set([focus.id, ...ranked]);
  const edges = [...near.edges];
  const beyond: NetworkEdge[] = [];
  const followed = first.slice(0, MOST_FOLLOWED);
  for (const neighbour of followed) {
    await breathe();
    const kinds = depth === 2 ? ask.kinds : (['together'] as const).filter((kind) => wants(ask.kinds, kind));
    const found = await findEdges(db, neighbour, kinds, { ...search, ...FOLLOWED });
    for (const edge of found.edges) (known.has(otherOf(edge, neighbour)) ? edges : beyond).push(edge);
  }
  const second = depth === 1 ? [] : rankEnds(beyond, (edge) => (known.has(edge.from) ? edge.to : edge.from));
  const far = second.slice(0, most - 1 - first.length);
  const rest = ranked.slice(room, room + most - 1 - first.length - far.length);
  const chosen = [focus.id, ...first, ...rest, ...far];
  await breathe();
  if (statedKinds(ask.kinds)) {
    const among = await listTiesAmong(db, chosen, { ...search, ...MIDDLE, levels: null });
    edges.push(...among.map(ofStatement).filter(({ kind }) => wants(ask.kinds, kind)));
  }
  const documents = await getDocuments(db, chosen);
  const ofDepth = new Map<DocumentId, 0 | 1 | 2>([
    ...second.map((id) => [id, 2] as const),
    ...first.map((id) => [id, 1] as const),
    [focus.id, 0],
  ]);
  const nodes = chosen.flatMap((id) => {
    const document = documents.get(id);
    return document === undefined ? [] : [{ document, depth: ofDepth.get(id) ?? 1 }];
  });
  const kept = keepEdges([...edges, ...beyond], nodes, 2 * most);
  return {
    nodes,
    edges: kept.edges,
    total: ranked.length + near.unlisted + second.length,
    edgesLeftOut: kept.leftOut,
    meetings: near.meetings,
    statements: near.statements,
    followed: followed.length,
  };
}

interface FoundEdges {
  readonly edges: readonly NetworkEdge[];
  /** Documents cited together with it beyond those listed. */
  readonly unlisted: number;
  readonly meetings: Looked;
  readonly statements: Looked;
}

const NOTHING: Looked = { seen: 0, all: 0 };

async function findEdges(
  db: ArchiveDb,
  document: DocumentId,
  kinds: NetworkAsk['kinds'],
  search: NeighbourSearch,
): Promise<FoundEdges> {
  const stated = statedKinds(kinds) ? await listStatedTies(db, document, search) : { items: [], statements: NOTHING };
  const texts = wants(kinds, 'cites') ? await listTextTies(db, document, search) : [];
  const together = wants(kinds, 'together')
    ? await listCompanions(db, document, search)
    : { items: [], total: 0, meetings: NOTHING };
  // A text that states a relation to what it cites is told once.
  const told = new Set(stated.items.map(({ from, to }) => `${from} ${to}`));
  const cites = texts.filter(({ from, to }) => !told.has(`${from} ${to}`));
  return {
    edges: [
      ...[...stated.items, ...cites].filter(({ kind }) => wants(kinds, kind)).map(ofStatement),
      ...together.items.map((companion) => ofCompanion(companion, document)),
    ],
    unlisted: together.total - together.items.length,
    meetings: together.meetings,
    statements: stated.statements,
  };
}

function wants(kinds: NetworkAsk['kinds'], kind: EdgeKind): boolean {
  return kinds === null || kinds.includes(kind);
}

function statedKinds(kinds: NetworkAsk['kinds']): boolean {
  return kinds === null || kinds.some((kind) => kind !== 'together' && kind !== 'cites');
}

function ofStatement({ from, to, kind, articles, first, last }: StatedTie): NetworkEdge {
  return { from, to, kind, weight: articles, first, last };
}

function ofCompanion({ document, meetings, first, last }: Companion, other: DocumentId): NetworkEdge {
  const [from, to] = document < other ? [document, other] : [other, document];
  return { from, to, kind: 'together', weight: meetings, first, last };
}

function otherOf(edge: NetworkEdge, document: DocumentId): DocumentId {
  return edge.from === document ? edge.to : edge.from;
}

/** The documents at one end of these edges, strongest first: those of statements and those cited together by turns. */
function rankEnds(edges: readonly NetworkEdge[], endOf: (edge: NetworkEdge) => DocumentId): readonly DocumentId[] {
  const [stated, together] = [false, true].map((isTogether) => {
    const weights = new Map<DocumentId, number>();
    for (const edge of edges.filter(({ kind }) => (kind === 'together') === isTogether)) {
      weights.set(endOf(edge), (weights.get(endOf(edge)) ?? 0) + edge.weight);
    }
    return [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
  });
  const turns = Math.max(stated?.length ?? 0, together?.length ?? 0);
  const ranked = Array.from({ length: turns }, (_, turn) => [stated?.[turn], together?.[turn]]).flat();
  return [...new Set(ranked.filter((id) => id !== undefined))];
}

/** Edges between nodes, each once: first those without which a node would hang loose, then what is stated, then the rest. */
function keepEdges(
  edges: readonly NetworkEdge[],
  nodes: readonly NetworkNode[],
  most: number,
): { readonly edges: readonly NetworkEdge[]; readonly leftOut: number } {
  const depths = new Map(nodes.map(({ document, depth }) => [document.id, depth]));
  const each = new Map<string, NetworkEdge>();
  for (const edge of edges) {
    if (!depths.has(edge.from) || !depths.has(edge.to)) continue;
    const key = `${edge.from} ${edge.to} ${edge.kind}`;
    const held = each.get(key);
    if (held === undefined || held.weight < edge.weight) each.set(key, edge);
  }
  const tied = new Set<DocumentId>();
  const classOf = (edge: NetworkEdge): number => {
    const [near = 0, far = 0] = [depths.get(edge.from), depths.get(edge.to)].map((depth) => depth ?? 0).sort();
    const end = depths.get(edge.from) === far ? edge.from : edge.to;
    const holds = far === near + 1 && !tied.has(end);
    if (holds) tied.add(end);
    return holds ? 0 : near === 0 ? 1 : edge.kind === 'together' ? 3 : 2;
  };
  const ordered = [...each]
    .sort(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1))
    .map(([, edge]) => ({ edge, rank: classOf(edge) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ edge }) => edge);
  return { edges: ordered.slice(0, most), leftOut: Math.max(0, ordered.length - most) };
}
