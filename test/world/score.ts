/**
 * Scores what the archive exports against the truth of a corpus, with the measures of the floors: links, refusals,
 * meetings, chairs, purposes, relations.
 *
 * A mention of the truth is found where an exported one covers half of what both cover. What can be told is coverage's
 * base, what cannot be told is the refusals'; a link is wrong where it leads elsewhere or where nothing settles it.
 */
import { z } from 'zod';
import { type Purpose, purposes } from '../../core/documents/document.ts';

const mentionSchema = z.object({
  url: z.string(),
  start: z.number(),
  end: z.number(),
  surface: z.string(),
  kind: z.string(),
  canonical: z.string().nullable(),
  document: z.string().nullable(),
  status: z.enum(['resolved', 'ambiguous', 'unknown']),
  purpose: z.enum(purposes),
  sentence: z.string(),
  flags: z.array(z.string()).default([]),
});
const relationSchema = z.object({
  from: z.string(),
  to: z.string(),
  kind: z.string(),
  article: z.string(),
  sentence: z.string(),
});
const meetingSchema = z.object({
  id: z.string(),
  kind: z.string(),
  date: z.string().nullable(),
  host: z.string().nullable(),
  chair: z.object({ name: z.string() }).nullable(),
  articles: z.array(z.string()),
});

export type ScoredMention = z.infer<typeof mentionSchema>;
export type ScoredRelation = z.infer<typeof relationSchema>;
export type ScoredMeeting = z.infer<typeof meetingSchema>;

export interface Telling {
  readonly citations: readonly ScoredMention[];
  readonly relations: readonly ScoredRelation[];
  readonly meetings: readonly ScoredMeeting[];
}

/** One difference: its class, then what stands where. */
export interface Difference {
  readonly kind: string;
  readonly detail: string;
}

export interface WorldScore {
  /** Of links made, the share that is right. */
  readonly linkPrecision: number;
  /** Of mentions that can be told, the share that is linked rightly. */
  readonly coverage: number;
  /** Of mentions that nothing settles, the share that is found and left open. */
  readonly refusals: number;
  /** Over pairs of reports of one meeting. */
  readonly meetingsF1: number;
  /** Of reports, the share whose meeting has the right chair, or rightly none. */
  readonly chairs: number;
  readonly purposeF1: number;
  readonly relationsF1: number;
  readonly differences: readonly Difference[];
}

/** Parses the JSON Lines of an export or of a truth. */
export function parseTelling(files: Readonly<Record<keyof Telling, string>>): Telling {
  return {
    citations: parseLines(files.citations, mentionSchema),
    relations: parseLines(files.relations, relationSchema),
    meetings: parseLines(files.meetings, meetingSchema),
  };
}

export function scoreWorld(truth: Telling, told: Telling): WorldScore {
  const differences: Difference[] = [];
  const note = (kind: string, detail: string): void => {
    differences.push({ kind, detail });
  };
  return {
    ...scoreLinks(truth.citations, told.citations, note),
    meetingsF1: scoreMeetings(truth.meetings, told.meetings, note),
    chairs: scoreChairs(truth.meetings, told.meetings, note),
    relationsF1: scoreRelations(truth.relations, told.relations, note),
    differences,
  };
}

type Note = (kind: string, detail: string) => void;
type LinkScore = Pick<WorldScore, 'linkPrecision' | 'coverage' | 'refusals' | 'purposeF1'>;

function scoreLinks(truth: readonly ScoredMention[], told: readonly ScoredMention[], note: Note): LinkScore {
  const byUrl = groupBy(told, ({ url }) => url);
  const count = { links: 0, right: 0, tellable: 0, open: 0, refused: 0 };
  const pairs: (readonly [Purpose, Purpose | null])[] = [];
  const used = new Set<ScoredMention>();
  for (const one of truth) {
    const found = findSame(one, byUrl.get(one.url) ?? []);
    if (found !== null) used.add(found);
    const isRight = found !== null && found.document === one.document;
    if (found?.document != null) count.links += 1;
    if (one.document === null) {
      count.open += 1;
      if (found !== null && found.document === null) count.refused += 1;
      else note(found === null ? 'open mention not found' : 'linked what nothing settles', describe(one, found));
    } else {
      count.tellable += 1;
      if (isRight) count.right += 1;
      else
        note(found === null ? 'not found' : found.document === null ? 'left open' : 'wrong link', describe(one, found));
    }
    pairs.push([one.purpose, found?.purpose ?? null]);
    if (found !== null && found.purpose !== one.purpose)
      note(`purpose ${one.purpose} taken for ${found.purpose}`, describe(one, found));
  }
  for (const extra of told) {
    if (used.has(extra)) continue;
    if (extra.document !== null) count.links += 1;
    note('nothing there', describe(extra, extra));
  }
  return {
    linkPrecision: share(count.right, count.links),
    coverage: share(count.right, count.tellable),
    refusals: share(count.refused, count.open),
    purposeF1: macroF1(pairs),
  };
}

function findSame(one: ScoredMention, told: readonly ScoredMention[]): ScoredMention | null {
  let best: ScoredMention | null = null;
  let most = 0.5;
  for (const other of told) {
    const both = Math.min(one.end, other.end) - Math.max(one.start, other.start);
    const all = Math.max(one.end, other.end) - Math.min(one.start, other.start);
    if (both <= 0 || both / all < most) continue;
    most = both / all;
    best = other;
  }
  return best;
}

function macroF1(pairs: readonly (readonly [Purpose, Purpose | null])[]): number {
  const present = purposes.filter((purpose) => pairs.some(([truth]) => truth === purpose));
  const sum = present.reduce((total, purpose) => {
    const right = pairs.filter(([truth, told]) => truth === purpose && told === purpose).length;
    const said = pairs.filter(([, told]) => told === purpose).length;
    const meant = pairs.filter(([truth]) => truth === purpose).length;
    return total + f1(right, said, meant);
  }, 0);
  return share(sum, present.length);
}

function scoreMeetings(truth: readonly ScoredMeeting[], told: readonly ScoredMeeting[], note: Note): number {
  const [meant, said] = [pairsOf(truth), pairsOf(told)];
  for (const [pair, meeting] of meant) if (!said.has(pair)) note('reports kept apart', `${pair} ${meeting.id}`);
  for (const [pair, meeting] of said) if (!meant.has(pair)) note('reports put together', `${pair} ${meeting.id}`);
  return f1([...meant.keys()].filter((pair) => said.has(pair)).length, said.size, meant.size);
}

function pairsOf(meetings: readonly ScoredMeeting[]): ReadonlyMap<string, ScoredMeeting> {
  return new Map(
    meetings.flatMap((meeting) => {
      const urls = [...meeting.articles].sort();
      return urls.flatMap((a, at) => urls.slice(at + 1).map((b) => [`${a} ${b}`, meeting] as const));
    }),
  );
}

function scoreChairs(truth: readonly ScoredMeeting[], told: readonly ScoredMeeting[], note: Note): number {
  const byUrl = new Map(told.flatMap((meeting) => meeting.articles.map((url) => [url, meeting] as const)));
  let [right, all] = [0, 0];
  for (const meeting of truth) {
    for (const url of meeting.articles) {
      const found = byUrl.get(url);
      all += 1;
      if (found !== undefined && (found.chair?.name ?? null) === (meeting.chair?.name ?? null)) right += 1;
      else note('chair', `${url}: ${meeting.chair?.name ?? 'none'}, told ${found?.chair?.name ?? 'none'}`);
      if (found === undefined) note('meeting not found', `${url}: ${meeting.kind} of ${meeting.host}`);
      else if (found.kind !== meeting.kind) note(`kind ${meeting.kind} taken for ${found.kind}`, url);
    }
  }
  return share(right, all);
}

function scoreRelations(truth: readonly ScoredRelation[], told: readonly ScoredRelation[], note: Note): number {
  const key = ({ from, to, kind, article }: ScoredRelation): string => `${from} ${kind} ${to} ${article}`;
  const meant = new Map(truth.map((edge) => [key(edge), edge]));
  const said = new Map(told.map((edge) => [key(edge), edge]));
  for (const [one, { sentence }] of meant) if (!said.has(one)) note('relation not told', `${one}: ${sentence}`);
  for (const [one, { sentence }] of said) if (!meant.has(one)) note('relation that is none', `${one}: ${sentence}`);
  return f1([...meant.keys()].filter((one) => said.has(one)).length, said.size, meant.size);
}

function describe(one: ScoredMention, found: ScoredMention | null): string {
  return `${one.url} ${one.surface} → ${one.document ?? one.status}, told ${found?.document ?? found?.status ?? 'nothing'}: ${one.sentence}`;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function f1(right: number, said: number, meant: number): number {
  return said + meant === 0 ? 1 : (2 * right) / (said + meant);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function parseLines<T>(jsonl: string, schema: z.ZodType<T>): readonly T[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      const parsed = schema.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`Reading line ${index + 1} to score: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}
