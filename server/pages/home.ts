/** The front page: the box, what the last run brought, what is new, what is cited most, how the sources are doing. */
import { z } from 'zod';
import { foldLetters } from '../../core/archive/code-key.ts';
import { listRuns } from '../../core/archive/runs.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { parseCode } from '../../core/citations/code.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import type { HomeView } from '../../web/view.ts';
import type { CitedDocument, FrontFigures } from '../front-figures.ts';
import { readRunReport } from '../run-report.ts';
import { readSourceStates, type SourceState } from '../source-states.ts';
import type { Lang, SourceName } from '../wording.ts';
import { briefMeeting, nameDocument } from './briefs.ts';
import { definePage } from './page.ts';
import { lineOf } from './source-lines.ts';

/** So many sources are shown, those to be looked at first. */
const SOURCES = 3;
/** Runs under way or cut short have no report; the last that has one is among these. */
const RUNS_LOOKED_AT = 5;
const lastNightMs = 36 * 3_600_000;

export const homePage = definePage({
  path: '/',
  summary: 'The search box, what is new, what is cited most, how the sources are doing.',
  query: z.object({}),
  view: async ({ archive: { db }, frontFigures, sources, sourceName, clock }, { frame, lang }) => {
    const figures = await frontFigures();
    const { articles, meetings, documents, mentions } = figures.totals;
    const now = clock();
    const states = await readSourceStates(db, sources, figures.sources, now);
    return {
      page: 'home',
      frame,
      tries: suggestQueries(figures),
      totals: { articles, meetings, documents, mentions },
      lastRun: await findLastRun(db, now),
      newest: figures.newest.map(briefMeeting),
      mostCited: {
        days: figures.mostCited.days,
        documents: figures.mostCited.documents.map((cited) => briefCited(cited, lang)),
      },
      sources: tellSources(states, sourceName),
    } satisfies HomeView;
  },
});

async function findLastRun(db: ArchiveDb, now: Date): Promise<HomeView['lastRun']> {
  for (const run of await listRuns(db, RUNS_LOOKED_AT)) {
    const { finished, meetings_new, citations_new, documents_new } = readRunReport(run);
    if (run.report === '' || finished === null) continue;
    return {
      finishedAt: finished,
      isLastNight: now.getTime() - Date.parse(finished) < lastNightMs,
      meetings: meetings_new,
      mentions: citations_new,
      documents: documents_new,
    };
  }
  return null;
}

function briefCited({ document, articles, meetings, trend }: CitedDocument, lang: Lang) {
  const { mentions, months, latest } = trend;
  return { ...nameDocument(document, lang), meetings, mentions, latest, trend: months, articles };
}

/** Those that want looking at, then those with the newest article. */
function tellSources(states: readonly SourceState[], sourceName: SourceName): HomeView['sources'] {
  const isAmiss = ({ health }: SourceState): boolean => health === 'attention' || health === 'silent';
  const amiss = states.filter(isAmiss);
  const sound = states
    .filter((state) => !isAmiss(state) && state.articles > 0)
    .sort((a, b) => ((a.latestPublished ?? '') < (b.latestPublished ?? '') ? 1 : -1));
  const shown = [...amiss, ...sound].slice(0, SOURCES);
  return { total: states.length, amiss: amiss.length, shown: shown.map((state) => lineOf(state, sourceName)) };
}

/** Queries that find something here: a code as people type it, one as it is printed, number and year, a host, a name. */
function suggestQueries({ mostCited: { documents }, newest }: FrontFigures): readonly string[] {
  const [first] = documents;
  const second = documents.find(({ document }) => document.code !== first?.document.code);
  const dated = documents.find(({ document }) => document.year !== null && document !== second?.document);
  const tries = [
    first === undefined ? undefined : typeSloppily(first.document),
    second?.document.code,
    dated === undefined ? undefined : `${dated.document.number}/${dated.document.year}`,
    newest.find((meeting) => meeting.host !== null)?.host ?? undefined,
    newest.find((meeting) => meeting.chair !== null)?.chair?.name,
  ];
  return [...new Set(tries.filter((query) => query !== undefined))];
}

function typeSloppily({ code }: OfficialDocument): string {
  const parts = parseCode(code);
  if (parts?.type == null) return code;
  return [foldLetters(parts.type), parts.number, foldLetters(parts.issuerCode)].join(' ');
}
