import { z } from 'zod';
import { foldLetters } from '../../core/archive/code-key.ts';
import { parseCode } from '../../core/citations/code.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import type { FrontFigures } from '../front-figures.ts';
import { briefDocument, briefMeeting } from './briefs.ts';
import { definePage } from './page.ts';

export const homePage = definePage({
  path: '/',
  summary: 'The search box, what is new, what is cited most.',
  query: z.object({}),
  view: async ({ archive, frontFigures }, { frame, lang }) => {
    const figures = await frontFigures();
    const { articles, meetings, documents, mentions } = figures.totals;
    return {
      page: 'home',
      frame,
      tries: suggestQueries(figures),
      totals: { articles, meetings, documents, mentions },
      lastRun: null,
      newest: figures.newest.map(briefMeeting),
      mostCited: {
        days: null,
        documents: await Promise.all(figures.mostCited.map((document) => briefDocument(archive.db, document, lang))),
      },
    };
  },
});

/** Queries that find something here: a code as people type it, one as it is printed, a name. */
function suggestQueries({ mostCited, newest }: FrontFigures): readonly string[] {
  const [first] = mostCited;
  const second = mostCited.find(({ code }) => code !== first?.code);
  const chair = newest.find((meeting) => meeting.chair !== null)?.chair?.name;
  const tries = [
    first === undefined ? undefined : typeSloppily(first),
    second?.code,
    newest.find((meeting) => meeting.host !== null)?.host ?? undefined,
    chair,
  ];
  return [...new Set(tries.filter((query) => query !== undefined))];
}

function typeSloppily({ code }: OfficialDocument): string {
  const parts = parseCode(code);
  if (parts?.type == null) return code;
  return [foldLetters(parts.type), parts.number, foldLetters(parts.issuerCode)].join(' ');
}
