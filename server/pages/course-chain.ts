/** The chain of implementation as the page draws it: a tree of documents with the days between them, and its summary. */
import { type Chain, type ChainDirection, type ChainStep, readChain } from '../../core/archive/chain.ts';
import { getDocuments } from '../../core/archive/documents.ts';
import type { DocumentId, OfficialDocument } from '../../core/documents/document.ts';
import { foldPlace } from '../../core/documents/places.ts';
import type { ArticleName, Level } from '../../web/view-terms.ts';
import type { ChainNode, ChainSide, CourseView } from '../../web/views/course.ts';
import { rememberEach } from '../remember.ts';
import { type DocumentNames, nameDocument } from './briefs.ts';
import { type Loading, nameArticles } from './cited-at.ts';

const LIMITS = { depth: 4, documents: 100 };
const remember = rememberEach<Chain>(600);

export async function loadChains(
  loading: Loading,
  document: OfficialDocument,
): Promise<Pick<CourseView, 'down' | 'up'>> {
  return { down: await loadSide(loading, document, 'down'), up: await loadSide(loading, document, 'up') };
}

async function loadSide(
  { db, lang, sourceName }: Loading,
  root: OfficialDocument,
  direction: ChainDirection,
): Promise<ChainSide> {
  const chain = await remember(db, `${direction} ${root.id}`, () => readChain(db, root.id, direction, LIMITS));
  const documents = await getDocuments(
    db,
    chain.steps.map((step) => step.document),
  );
  const articles = await nameArticles(
    db,
    chain.steps.map(({ article }) => article),
    sourceName,
  );
  const known = new Map(documents).set(root.id, root);
  const draw = (parent: DocumentId): readonly ChainNode[] =>
    chain.steps
      .flatMap((step) => {
        const document = known.get(step.document);
        const article = articles.get(step.article);
        if (step.parent !== parent || document === undefined || article === undefined) return [];
        const { url: _url, ...name } = article;
        return [toNode(step, document, name)];
      })
      .sort(compareNodes);
  const toNode = (step: ChainStep, document: OfficialDocument, article: ArticleName): ChainNode => ({
    document: nameDocument(document, lang),
    date: document.date,
    kind: step.kind,
    lag: lagOf(known, step.parent, step.document, direction),
    totalLag: step.depth === 1 ? null : lagOf(known, root.id, step.document, direction),
    articles: step.articles,
    article,
    sentence: step.sentence,
    children: draw(step.document),
  });
  const all = chain.steps.flatMap((step) => documents.get(step.document) ?? []);
  return {
    nodes: draw(root.id),
    documents: all.length,
    places: countPlaces(all),
    median: medianOf(all.flatMap(({ id }) => lagOf(known, root.id, id, direction) ?? [])),
    isCut: chain.isCut,
  };
}

/** Days from the implemented document to the one that implements it. */
function lagOf(known: DocumentNames, near: DocumentId, far: DocumentId, direction: ChainDirection): number | null {
  const [older, newer] = direction === 'down' ? [near, far] : [far, near];
  return daysBetween(known.get(older)?.date ?? null, known.get(newer)?.date ?? null);
}

function daysBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  const days = Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
  return Number.isNaN(days) ? null : days;
}

function medianOf(lags: readonly number[]): ChainSide['median'] {
  const sorted = lags.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  const other = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (middle === undefined || other === undefined) return null;
  return { days: Math.round((middle + other) / 2), documents: sorted.length };
}

const LEVELS: readonly Level[] = ['central', 'province', 'district', 'commune', 'org'];

/** From the centre to the commune, then by date. */
function compareNodes(a: ChainNode, b: ChainNode): number {
  const rank = ({ document: { level } }: ChainNode): number => (level === null ? LEVELS.length : LEVELS.indexOf(level));
  const key = ({ date, document: { code } }: ChainNode): string => `${date ?? '9999'} ${code}`;
  return rank(a) - rank(b) || (key(a) < key(b) ? -1 : 1);
}

function countPlaces(documents: readonly OfficialDocument[]): ChainSide['places'] {
  return LEVELS.flatMap((level) => {
    const ofLevel = documents.filter((document) => document.level === level);
    const places = new Set(ofLevel.map(placeKey));
    return places.size === 0 ? [] : [{ level, count: places.size }];
  });
}

function placeKey({ id, place, level }: OfficialDocument): string {
  if (place === null || level === 'central') return id;
  return [place.province, place.district, place.commune].map((name) => foldPlace(name ?? '')).join('/');
}
