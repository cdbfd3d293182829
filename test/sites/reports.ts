/**
 * Invented reports of meetings, as many as a site needs, always the same for the same name: no two share a title or a
 * sequence of sentences, so that nothing of one site can be taken for a copy of another's.
 */
import words from './report-words.json' with { type: 'json' };
import type { Expected, Fate, SiteChange } from './site.ts';

export interface Report {
  readonly number: number;
  readonly title: string;
  readonly lead: string;
  /** Without the lead. */
  readonly paragraphs: readonly string[];
  readonly author: string;
  /** The day of the meeting and the minute of publication, in Vietnam. */
  readonly heldOn: string;
  readonly publishedAt: string;
}

/** A report and what became of it. */
export interface Shelved extends Report {
  readonly fate: Fate | null;
}

export interface Shelf {
  readonly all: () => readonly Shelved[];
  readonly find: (number: number) => Shelved | null;
  readonly edit: (change: SiteChange) => void;
}

/** `count` reports numbered from `first`, newest last, four days apart from `start` on. */
export function writeReports(name: string, first: number, count: number, start = '2023-01-09'): readonly Report[] {
  const titles = new Set<string>();
  return Array.from({ length: count }, (_, at) => {
    const random = randomFrom(`${name} ${at}`);
    const held = new Date(Date.parse(start) + at * 4 * 86_400_000);
    return writeReport(first + at, held, random, titles);
  });
}

/** Reports that a test may rewrite or withdraw while the site runs. */
export function openShelf(reports: readonly Report[]): Shelf {
  const shelved = new Map<number, Shelved>(reports.map((report) => [report.number, { ...report, fate: null }]));
  return {
    all: () => [...shelved.values()],
    find: (number) => shelved.get(number) ?? null,
    edit: ({ article, fate }) => {
      const report = shelved.get(article);
      if (report === undefined) throw new Error(`Cannot edit article ${article}: the site has none of that number.`);
      const added = `Bản tin được bổ sung: đồng chí Trần Văn Mẫu giao ${article} nhiệm vụ mới theo Kết luận số ${article}-KL/TU.`;
      const paragraphs = fate === 'rewritten' ? [...report.paragraphs, added] : report.paragraphs;
      shelved.set(article, { ...report, paragraphs, fate });
    },
  };
}

/** What must be held of a report on a plain page. */
export function expectReport(report: Report, path: string, given: Partial<Expected> = {}): Expected {
  const { number, title, lead, paragraphs, publishedAt } = report;
  const published = `${publishedAt.replace(' ', 'T')}:00+07:00`;
  return { number, path, title, published, paragraphs: [lead, ...paragraphs], trap: null, ...given };
}

/** `2023-03-21 08:05` → its parts as they are printed. */
export function dateParts(
  publishedAt: string,
): Readonly<Record<'day' | 'month' | 'year' | 'time' | 'weekday', string>> {
  const [date = '', time = ''] = publishedAt.split(' ');
  const [year = '', month = '', day = ''] = date.split('-');
  const weekdays = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
  return { day, month, year, time, weekday };
}

/** A title as it stands in addresses. */
export function slugOf(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

type Random = (below: number) => number;

function writeReport(number: number, held: Date, random: Random, titles: Set<string>): Report {
  const heldOn = held.toISOString().slice(0, 10);
  const topic = pick(words.topics, random);
  let title = fill(pick(words.titles, random), topic, heldOn, random);
  while (titles.has(title)) title = fill(pick(words.titles, random), topic, heldOn, random);
  titles.add(title);
  const lead = fill(pick(words.leads, random), topic, heldOn, random);
  const sentences = shuffle(words.sentences, random).map((one) => fill(one, topic, heldOn, random));
  const paragraphs: string[] = [];
  for (let at = 0; paragraphs.length < 5; ) {
    const size = 2 + random(2);
    paragraphs.push(sentences.slice(at, at + size).join(' '));
    at += size;
  }
  const hour = String(13 + random(8)).padStart(2, '0');
  const minute = String(10 + random(50));
  return {
    number,
    title: title.slice(0, 1).toUpperCase() + title.slice(1),
    lead,
    paragraphs,
    author: pick(words.authors, random),
    heldOn,
    publishedAt: `${heldOn} ${hour}:${minute}`,
  };
}

function fill(template: string, topic: string, heldOn: string, random: Random): string {
  const [year = '', month = '', day = ''] = heldOn.split('-');
  const values: Readonly<Record<string, () => string>> = {
    topic: () => topic,
    place: () => pick(words.places, random),
    person: () => pick(words.people, random).join(', '),
    code: () => pick(words.codes, random).replace('{n}', String(2 + random(96))),
    held: () => `${day}/${month}/${year}`,
    day: () => `${1 + random(28)}/${1 + random(12)}/${Number(year) + 1}`,
    small: () => String(2 + random(28)),
    number: () => String(31 + random(960)),
    percent: () => `${60 + random(39)},${1 + random(9)}`,
  };
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name]?.() ?? whole);
}

function pick<T>(from: readonly T[], random: Random): T {
  const one = from[random(from.length)];
  if (one === undefined) throw new Error('Cannot pick from an empty table.');
  return one;
}

function shuffle<T>(from: readonly T[], random: Random): readonly T[] {
  return from
    .map((one) => ({ one, by: random(1_000_000) }))
    .sort((a, b) => a.by - b.by)
    .map(({ one }) => one);
}

/** Marsaglia's xorshift over a hash of the seed: the same numbers on every machine. */
function randomFrom(seed: string): Random {
  let state = 2_166_136_261;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16_777_619) >>> 0;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}
