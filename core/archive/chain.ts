/**
 * The chain of implementation: what implements or guides a document, what does so to those, and what it implements itself.
 *
 * Walked breadth first, so that a document stands once, nearest to where the walk began, and a ring of documents that
 * implement one another ends the walk. Both limits are of the pages that draw it: what lies behind them is not read, and
 * the answer says so. Lags are told by whoever knows the days of the documents.
 */
import type { DocumentId } from '../documents/document.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';

/** `down`: from a document to those that implement it; `up`: to those that it implements. */
export type ChainDirection = 'down' | 'up';

/** The relations that make a chain: amending or citing a document carries nothing out. */
const chainKinds = ['implements', 'guides'] as const;
type ChainKind = (typeof chainKinds)[number];

/** How a document was reached, with an article and the sentence that ground it. */
export interface ChainStep {
  readonly document: DocumentId;
  /** The document one step nearer to the beginning. */
  readonly parent: DocumentId;
  /** From 1. */
  readonly depth: number;
  readonly kind: ChainKind;
  /** How many articles state this. */
  readonly articles: number;
  readonly article: ArticleId;
  readonly sentence: string;
}

export interface Chain {
  /** Nearest first; within one depth those that most articles state. */
  readonly steps: readonly ChainStep[];
  /** True where documents behind the limits were left out. */
  readonly isCut: boolean;
}

export interface ChainLimits {
  readonly depth: number;
  readonly documents: number;
}

/** Relations of one depth that are looked at: more than documents, since some lead back to known ones. */
const MOST_EDGES = 400;

/**
 * The documents on one side of a document.
 *
 * @example
 * const { steps } = await readChain(db, id, 'down', { depth: 4, documents: 100 });
 * // [{ document: 'kh-162-tu.quang-hai.2020', parent: id, depth: 1, kind: 'implements', articles: 3, … }]
 */
export async function readChain(
  db: ArchiveDb,
  document: DocumentId,
  direction: ChainDirection,
  limits: ChainLimits,
): Promise<Chain> {
  const seen = new Set<DocumentId>([document]);
  const steps: ChainStep[] = [];
  let frontier: readonly DocumentId[] = [document];
  let isCut = false;
  for (let depth = 1; frontier.length > 0; depth += 1) {
    const edges = await listEdges(db, frontier, direction);
    isCut ||= edges.length === MOST_EDGES;
    const next: DocumentId[] = [];
    for (const edge of edges) {
      const [parent, reached] = direction === 'down' ? [edge.to, edge.from] : [edge.from, edge.to];
      if (seen.has(reached)) continue;
      if (depth > limits.depth || steps.length === limits.documents) return { steps, isCut: true };
      seen.add(reached);
      next.push(reached);
      const { kind, articles, article, sentence } = edge;
      steps.push({ document: reached, parent, depth, kind, articles, article, sentence });
    }
    frontier = next;
  }
  return { steps, isCut };
}

interface Edge extends Pick<ChainStep, 'kind' | 'articles' | 'article' | 'sentence'> {
  readonly from: DocumentId;
  readonly to: DocumentId;
}

/** The relations at these documents, each once however many articles state it; those that most state first. */
async function listEdges(
  db: ArchiveDb,
  documents: readonly DocumentId[],
  direction: ChainDirection,
): Promise<readonly Edge[]> {
  const stated = db
    .selectFrom('relations')
    .select(({ fn }) => [
      'from_document',
      'to_document',
      'kind',
      fn.min<ArticleId>('article').as('article'),
      fn.countAll<number>().as('articles'),
    ])
    .where(direction === 'down' ? 'to_document' : 'from_document', 'in', documents)
    .where('kind', 'in', chainKinds)
    .groupBy(['from_document', 'to_document', 'kind'])
    .orderBy('articles', 'desc')
    .orderBy('from_document')
    .orderBy('to_document')
    .orderBy('kind', 'desc')
    .limit(MOST_EDGES);
  const rows = await db
    .selectFrom(stated.as('edge'))
    .innerJoin('relations', (join) =>
      join
        .onRef('relations.from_document', '=', 'edge.from_document')
        .onRef('relations.to_document', '=', 'edge.to_document')
        .onRef('relations.kind', '=', 'edge.kind')
        .onRef('relations.article', '=', 'edge.article'),
    )
    .select(['edge.from_document', 'edge.to_document', 'edge.kind', 'edge.article', 'edge.articles'])
    .select('relations.sentence')
    .orderBy('edge.articles', 'desc')
    .orderBy('edge.from_document')
    .orderBy('edge.to_document')
    .orderBy('edge.kind', 'desc')
    .execute();
  return rows.flatMap(({ kind, ...row }) =>
    isChainKind(kind) ? [{ ...row, kind, from: row.from_document, to: row.to_document }] : [],
  );
}

function isChainKind(kind: string): kind is ChainKind {
  return chainKinds.some((known) => known === kind);
}
