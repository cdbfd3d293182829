/**
 * The synthetic corpus of a seed, article by article, with the truth about each: what `sohieu generate` writes.
 *
 * Bound to nothing but the seed: no clock, no disk. Of what has passed only counts per document are kept, and the world
 * is of one size, so that memory stays flat however long the corpus is.
 */
import { mintArticleId } from '../../core/archive/article-row.ts';
import type { DocumentId } from '../../core/documents/document.ts';
import { toIso } from './calendar.ts';
import { type MeetingPlan, startPlanning } from './meeting-plan.ts';
import type { ToldSoFar } from './mention-form.ts';
import { type Random, startRandom } from './random.ts';
import { type Report, writeReport } from './report-text.ts';
import { type Counted, documentShape, meetingShape, type TrueDocument, type TrueMeeting } from './truth-shapes.ts';
import { type InventedSource, inventWorld, type World } from './world.ts';

/** A line for `import`. */
export interface CorpusLine {
  readonly url: string;
  readonly source: string;
  readonly title: string;
  readonly published: string;
  readonly text: string;
}

export interface CorpusArticle {
  readonly line: CorpusLine;
  /** Lines in the shapes of `export`. */
  readonly citations: readonly object[];
  readonly relations: readonly object[];
}

export type CorpusItem =
  | { readonly kind: 'article'; readonly article: CorpusArticle }
  /** Behind the last of its articles. */
  | { readonly kind: 'meeting'; readonly meeting: TrueMeeting }
  /** At the end. */
  | { readonly kind: 'document'; readonly document: TrueDocument };

export interface CorpusChoice {
  readonly articles: number;
  readonly seed: string;
}

export interface Corpus {
  readonly sources: readonly InventedSource[];
  readonly items: Iterable<CorpusItem>;
}

export function generateCorpus({ articles, seed }: CorpusChoice): Corpus {
  const world = inventWorld(seed);
  return { sources: world.sources, items: writeCorpus(world, articles, startRandom(seed, 'reports')) };
}

function* writeCorpus(world: World, articles: number, random: Random): Generator<CorpusItem> {
  const told: ToldSoFar = { dated: new Set() };
  const counts = new Map<DocumentId, Counted>();
  const plan = startPlanning(world, random);
  let written = 0;
  while (written < articles) {
    const meeting = plan(written / articles);
    const urls: string[] = [];
    const documents = new Set<DocumentId>();
    let namesChair = false;
    for (const source of pickSources(world, meeting, random).slice(0, articles - written)) {
      const { day, place, isPartyHost } = meeting;
      const report = writeReport(meeting, { world, told, day, source: source.place, host: place, isPartyHost }, random);
      written += 1;
      const url = `${source.home}tin/${toIso(day).replaceAll('-', '/')}/${written}.html`;
      urls.push(url);
      namesChair ||= report.namesChair;
      count(report, told, counts, documents);
      yield { kind: 'article', article: shapeArticle(url, source, meeting, report, random) };
    }
    yield { kind: 'meeting', meeting: meetingShape(meeting, urls, [...documents].sort(), namesChair) };
  }
  for (const document of world.documents) {
    const counted = counts.get(document.id);
    if (counted !== undefined) yield { kind: 'document', document: documentShape(document, counted) };
  }
}

function count(
  { mentions }: Report,
  told: ToldSoFar,
  counts: Map<DocumentId, Counted>,
  inMeeting: Set<DocumentId>,
): void {
  const inArticle = new Set<DocumentId>();
  for (const { document, form } of mentions) {
    if (document === null) continue;
    const before = counts.get(document) ?? { articles: 0, hasDate: false, hasSubject: false };
    counts.set(document, {
      articles: before.articles + (inArticle.has(document) ? 0 : 1),
      hasDate: before.hasDate || form?.hasDate === true,
      hasSubject: before.hasSubject || form?.hasSubject === true,
    });
    inArticle.add(document);
    inMeeting.add(document);
    if (form?.hasDate === true && form.issuer !== 'none') told.dated.add(document);
  }
}

/** The outlets that report: the province's paper, the place's own portal, the paper of the whole country. */
function pickSources(world: World, { place }: MeetingPlan, random: Random): readonly InventedSource[] {
  const national = world.sources.filter((source) => source.place === null);
  if (place === null) return national;
  const near = world.sources.filter((source) => source.place?.province === place.province);
  const own = near.filter((source) => source.place === place || source.place?.district === null);
  const others = [...near, ...national].filter((source) => !own.includes(source));
  const extra = random.chance(0.35) ? [random.pick(others)] : [];
  return random.shuffle([...own, ...own.filter(() => random.chance(0.35)), ...extra]);
}

function shapeArticle(
  url: string,
  source: InventedSource,
  plan: MeetingPlan,
  { title, text, mentions, relations }: Report,
  random: Random,
): CorpusArticle {
  const article = mintArticleId(url);
  const clock = `${String(6 + random.int(15)).padStart(2, '0')}:${String(random.int(60)).padStart(2, '0')}`;
  const day = toIso(plan.day + random.pick([0, 0, 1, 1, 2, 3]));
  return {
    line: { url, source: source.id, title, published: `${day}T${clock}:00+07:00`, text },
    citations: mentions.map(({ meant: _, form: __, ...mention }) => ({
      article,
      url,
      ...mention,
      candidates: [],
      evidence: [],
      origin: 'machine',
    })),
    relations: relations.map((relation) => ({ ...relation, article })),
  };
}
