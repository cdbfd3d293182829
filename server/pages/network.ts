/** The page of the network around a document: picture and table from one answer, or where to begin. */
import { z } from 'zod';
import { getDocument } from '../../core/archive/documents.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { issuerLevels } from '../../core/citations/citation.ts';
import { type DocumentId, type OfficialDocument, relationKinds } from '../../core/documents/document.ts';
import { parseDocumentId } from '../../core/documents/identity.ts';
import { articlePath, changeAddress, meetingPath } from '../../web/address.ts';
import type { PageFrame } from '../../web/view-terms.ts';
import type { NetworkAround, NetworkMoment, NetworkNode, NetworkTie, NetworkView } from '../../web/views/network.ts';
import { wordsOf } from '../../web/words.ts';
import { noSuchDocument } from '../api/documents.ts';
import { type Layout, layOut, measureLabel } from '../network/layout.ts';
import type { Network, NetworkEdge } from '../network/neighbourhood.ts';
import { findNetwork, keyOf, type NetworkRequest, networkShape, toNetworkAsk } from '../network/request.ts';
import { parameters } from '../parameters.ts';
import { rememberEach } from '../remember.ts';
import type { Lang } from '../wording.ts';
import { nameDocument } from './briefs.ts';
import { startNetwork } from './network-start.ts';
import { definePage } from './page.ts';

/** How many documents may be asked for, and how many are shown unless more are. */
const SIZES = [30, 60, 150, 300] as const;
const SHOWN = 60;
/** Up to so many documents a label also says whose it is. */
const WITH_ISSUER = 100;
const LONGEST_ISSUER = 24;
const CODE_SIZE = 12;
const ISSUER_SIZE = 10.5;

export const networkPage = definePage({
  path: '/mang-luoi',
  summary: 'The documents around one, as a picture and as a table.',
  query: z.object({
    ...networkShape,
    most: parameters.most.default(SHOWN),
    doc: parameters.doc.optional(),
    q: parameters.q.default(''),
  }),
  view: async ({ archive: { db } }, { query, frame, lang }) => {
    const { doc, q } = query;
    if (doc === undefined)
      return { page: 'network', frame, content: await startNetwork(db, q, lang) } satisfies NetworkView;
    const id = parseDocumentId(doc);
    const document = id === null ? null : await getDocument(db, id);
    if (document === null) return noSuchDocument;
    const content = await showAround(db, document, { query, frame, lang });
    return { page: 'network', frame, content } satisfies NetworkView;
  },
});

interface Asked {
  readonly query: NetworkRequest;
  readonly frame: PageFrame;
  readonly lang: Lang;
}

async function showAround(db: ArchiveDb, focus: OfficialDocument, asked: Asked): Promise<NetworkAround> {
  const ask = toNetworkAsk(asked.query);
  const network = await findNetwork(db, focus, ask);
  const layout = await rememberLayout(db, keyOf(focus, ask), () => drawUp(network));
  const [first, ...others] = network.nodes.map((node) => showNode(node, network, layout, asked));
  if (first === undefined)
    throw new Error(`Cannot show the network of ${focus.id}: expected it among its own documents`);
  const index = new Map(network.nodes.map(({ document }, at) => [document.id, at]));
  const shown = others.length;
  const { most } = asked.query;
  const larger = SIZES.find((size) => size > most && size > shown + 1 && shown + 1 >= most) ?? null;
  return {
    kind: 'around',
    nodes: [first, ...others],
    edges: network.edges.map(({ from, to, kind, weight }) => ({
      from: index.get(from) ?? 0,
      to: index.get(to) ?? 0,
      kind,
      weight,
    })),
    width: layout.width,
    height: layout.height,
    lanes: layout.lanes,
    total: network.total,
    edgesLeftOut: network.edgesLeftOut,
    meetings: network.meetings,
    statements: network.statements,
    followed: network.followed,
    steps: ask.depth,
    more:
      larger === null || shown >= network.total
        ? null
        : {
            href: changeAddress(asked.frame.address, { most: String(larger) }),
            count: Math.min(larger - 1, network.total),
          },
    filters: listFilters(asked),
    least: asked.query.least === 1 ? null : asked.query.least,
    from: asked.query.from ?? null,
    to: asked.query.to ?? null,
    isUnsettled: focus.issuer === null,
  };
}

const rememberLayout = rememberEach<Layout>(40);

function drawUp({ nodes, edges }: Network): Promise<Layout> {
  const heaviest = Math.max(1, ...edges.map(({ weight }) => weight));
  return layOut(
    nodes.map(({ document }) => ({
      id: document.id,
      level: document.level,
      width: Math.max(
        ...labelOf(document, nodes.length).map((line, row) => measureLabel(line, row === 0 ? CODE_SIZE : ISSUER_SIZE)),
      ),
    })),
    edges.map(({ from, to, kind, weight }) => ({
      from,
      to,
      strength: kind === 'together' ? weight / heaviest : 1,
    })),
  );
}

function labelOf({ code, issuer }: OfficialDocument, nodes: number): readonly string[] {
  if (nodes > WITH_ISSUER || issuer === null) return [code];
  return [code, issuer.length > LONGEST_ISSUER ? `${issuer.slice(0, LONGEST_ISSUER - 1).trimEnd()}…` : issuer];
}

function showNode(
  { document, depth }: Network['nodes'][number],
  network: Network,
  { places }: Layout,
  { frame, lang }: Asked,
): NetworkNode {
  const depths = new Map(network.nodes.map((node) => [node.document.id, node.depth]));
  const own = network.edges.filter(
    ({ from, to }) =>
      (from === document.id && depths.get(to) === depth - 1) || (to === document.id && depths.get(from) === depth - 1),
  );
  const names = new Map(network.nodes.map((node) => [node.document.id, node.document.code]));
  const { x, y } = places.get(document.id) ?? { x: 0, y: 0 };
  return {
    document: nameDocument(document, lang),
    depth,
    citedBy: document.citedBy,
    label: labelOf(document, network.nodes.length),
    x,
    y,
    href: changeAddress(frame.address, { doc: document.id }),
    ties: own.map((edge) => showTie(edge, document.id, names)),
    first: showMoment(own, 'first'),
    last: showMoment(own, 'last'),
  };
}

function showTie(
  { from, to, kind, weight }: NetworkEdge,
  own: DocumentId,
  names: ReadonlyMap<DocumentId, string>,
): NetworkTie {
  const other = from === own ? to : from;
  return { kind, direction: from === own ? 'out' : 'in', other: names.get(other) ?? other, weight };
}

/** The first or last day of all ties, with the meeting or article that shows it; one without a day where none has any. */
function showMoment(edges: readonly NetworkEdge[], end: 'first' | 'last'): NetworkMoment | null {
  const shown = edges.flatMap((edge) => {
    const moment = edge[end];
    if (moment === null) return [];
    const href = edge.kind === 'together' ? meetingPath(moment.id) : articlePath(moment.id);
    return [{ day: moment.day, href }];
  });
  const dated = shown.filter(({ day }) => day !== null).sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));
  return (end === 'first' ? dated[0] : dated.at(-1)) ?? shown[0] ?? null;
}

function listFilters({ query, lang }: Asked): NetworkAround['filters'] {
  const words = wordsOf(lang);
  const choices = (values: readonly (readonly [value: string, label: string])[]) =>
    values.map(([value, label]) => ({ value, label, count: null }));
  const kinds = ['relations', ...relationKinds, 'cites', 'together'] as const;
  const sizes = [...new Set([...SIZES, query.most])].sort((a, b) => a - b);
  return [
    {
      name: 'kinds',
      selected: query.kinds?.[0] ?? null,
      choices: choices(kinds.map((kind) => [kind, words.network.kinds[kind]])),
    },
    {
      name: 'level',
      selected: query.level?.[0] ?? null,
      choices: choices(issuerLevels.map((level) => [level, words.levels[level]])),
    },
    {
      name: 'depth',
      selected: String(query.depth),
      choices: choices([
        ['1', words.network.depths['1']],
        ['2', words.network.depths['2']],
      ]),
    },
    { name: 'most', selected: String(query.most), choices: choices(sizes.map((size) => [String(size), String(size)])) },
  ];
}
