/**
 * The answer table as rows for files: one a meeting, whole, in the order and under the filters of the page.
 *
 * A clerk wants one row a meeting: further sentences stand under each other in the same cell, the most telling first,
 * and what does not fit is counted. Rows are loaded a few meetings at a time, however many there are.
 */
import { setImmediate } from 'node:timers/promises';
import { inPieces } from '../../core/archive/dialect.ts';
import { toMeetingFacts } from '../../core/archive/meeting-row.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import type { MeetingFacts } from '../../core/meetings/meeting.ts';
import { formatNumber, formatWhen } from '../../web/dates.ts';
import { surenessOf } from '../../web/parts/doubt-mark.tsx';
import type { Lang } from '../../web/view-terms.ts';
import { wordsOf } from '../../web/words.ts';
import { toPassage } from '../pages/briefs.ts';
import { type Loading, type MeetingRows, mostTelling, nameArticles, readMentions } from '../pages/cited-at.ts';
import { rankMention } from '../passages.ts';
import { keepXml } from '../plain-text.ts';

export interface AnswerSentence {
  readonly before: string;
  readonly surface: string;
  readonly after: string;
  /** Name of its source. */
  readonly source: string;
  readonly address: string;
}

/** One meeting. Texts are NFC and hold nothing that XML cannot. */
export interface AnswerRow {
  /** `2023-03-21` where the very day is known, else null. */
  readonly day: string | null;
  /** The day or time in words of the language. */
  readonly date: string;
  readonly meeting: string;
  readonly host: string;
  readonly chair: string;
  readonly positions: string;
  readonly purpose: string;
  readonly sentences: readonly AnswerSentence[];
  /** Mentions beyond the sentences. */
  readonly further: number;
  readonly printed: string;
  readonly source: string;
  readonly address: string;
  readonly sureness: string;
}

export const answerColumns = [
  'date',
  'meeting',
  'host',
  'chair',
  'positions',
  'purpose',
  'passage',
  'printed',
  'source',
  'address',
  'sureness',
] as const;
export type AnswerColumn = (typeof answerColumns)[number];

const MEETINGS_AT_ONCE = 50;
/** Sentences of one meeting: more are no reading for a cell. */
const MOST_SENTENCES = 20;

/** The rows of these meetings, in their order; a meeting that is gone meanwhile is left out. */
export async function* streamAnswers(
  loading: Loading,
  document: OfficialDocument,
  meetings: readonly MeetingRows[],
): AsyncGenerator<AnswerRow> {
  for (const piece of inPieces(meetings, MEETINGS_AT_ONCE)) {
    yield* await loadPiece(loading, document, piece);
    // The embedded database answers at once: without a pause nobody else would be served until the last row.
    await setImmediate();
  }
}

/** The cells of a row as texts, in the order of the columns. */
export function toTexts(row: AnswerRow, lang: Lang): Readonly<Record<AnswerColumn, string>> {
  const { further } = wordsOf(lang).answerTable;
  const sentences = row.sentences.map(({ before, surface, after }) => `“${before}${surface}${after}”`);
  const rest = row.further === 0 ? [] : [further(formatNumber(row.further, lang))];
  return { ...row, date: dateText(row), passage: [...sentences, ...rest].join('\n') };
}

/** Days as spreadsheets read them back: `21/03/2023`. */
export function dateText({ day, date }: Pick<AnswerRow, 'day' | 'date'>): string {
  return day === null ? date : day.split('-').reverse().join('/');
}

async function loadPiece(
  loading: Loading,
  document: OfficialDocument,
  meetings: readonly MeetingRows[],
): Promise<readonly AnswerRow[]> {
  const { db, lang, sourceName } = loading;
  const facts = await readFacts(
    db,
    meetings.map(({ id }) => id),
  );
  const shown = meetings.map((meeting) => ({ ...meeting, told: mostTelling(meeting.rows, MOST_SENTENCES) }));
  const rows = shown.flatMap(({ told }) => told);
  const mentions = await readMentions(db, rows);
  const names = await nameArticles(
    db,
    rows.map(({ article }) => article),
    sourceName,
  );
  const byPlace = new Map(mentions.map((mention) => [`${mention.article} ${mention.ordinal}`, mention]));
  return shown.flatMap(({ id, rows: all, told }) => {
    const meeting = facts.get(id);
    if (meeting === undefined) return [];
    const passages = told
      .flatMap(({ article, ordinal }) => byPlace.get(`${article} ${ordinal}`) ?? [])
      .sort((a, b) => rankMention(a) - rankMention(b))
      .flatMap((mention) => {
        const name = names.get(mention.article);
        return name === undefined ? [] : [{ ...toPassage(mention, name, document, lang), address: name.url }];
      });
    return [drawRow(meeting, passages, all.length - told.length, lang)];
  });
}

type PlacedPassage = ReturnType<typeof toPassage> & { readonly address: string };

function drawRow(meeting: MeetingFacts, passages: readonly PlacedPassage[], further: number, lang: Lang): AnswerRow {
  const words = wordsOf(lang);
  const { date, dateTo, precision, host, chair, title } = meeting;
  const when = { date, dateTo, precision, isInferred: false };
  const isDay = date !== null && dateTo === null && /^\d{4}-\d{2}-\d{2}$/.test(date);
  const sentences = passages.map(({ before, surface, after, article, address }) => ({
    before: tidy(before).trimStart(),
    surface: tidy(surface),
    after: tidy(after).trimEnd(),
    source: tidy(article.source ?? hostOf(address) ?? words.answerTable.noSource),
    address: tidy(address),
  }));
  return {
    day: isDay ? date : null,
    date: formatWhen(when, lang) ?? words.unknownDate,
    meeting: tidy(title),
    host: tidy(host ?? ''),
    chair: tidy(chair?.name ?? words.notStated),
    positions: tidy(chair?.positions.join(', ') ?? ''),
    purpose: each(passages.map(({ purpose }) => words.purposes[purpose])),
    sentences,
    further,
    printed: each(sentences.map(({ surface }) => surface)),
    source: each(sentences.map(({ source }) => source)),
    address: each(sentences.map(({ address }) => address)),
    sureness: each(passages.map(({ status, conflict }) => words.sureness[surenessOf(status, conflict)])),
  };
}

async function readFacts(db: ArchiveDb, ids: readonly string[]): Promise<ReadonlyMap<string, MeetingFacts>> {
  const rows = await db.selectFrom('meetings').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, toMeetingFacts(row)]));
}

/** Each value once, in the order in which they come. */
function each(values: readonly string[]): string {
  return [...new Set(values)].join('\n');
}

function hostOf(address: string): string | null {
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).hostname : null;
}

/** One line, whatever the source had. */
function tidy(text: string): string {
  return keepXml(text.normalize('NFC')).replace(/[\s\u0085\u2028\u2029]+/gu, ' ');
}
