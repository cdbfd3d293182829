/**
 * The coverage of a document: which bodies cited it in which month, which met and did not, and where no source was.
 *
 * The counts of a span and of a document are read once and kept while the archive stays as it is; only the meetings of a
 * chosen cell are loaded in full.
 */
import { z } from 'zod';
import {
  countCitingByHost,
  countMeetingsByHost,
  type HostMonth,
  listSourceMonths,
  type SourceMonth,
} from '../../core/archive/coverage.ts';
import {
  type CoverageCounts,
  type CoverageGrid,
  type CoverageRow,
  type CoverageScope,
  drawCoverage,
  scopeLevels,
  scopeOf,
} from '../../core/archive/coverage-grid.ts';
import type { OfficialDocument, Place } from '../../core/documents/document.ts';
import { changeAddress } from '../../web/address.ts';
import type { CoverageLine, CoverageView } from '../../web/views/coverage.ts';
import { wordsOf } from '../../web/words.ts';
import { findDocument, noSuchDocument } from '../api/documents.ts';
import { parameters } from '../parameters.ts';
import { rememberEach } from '../remember.ts';
import { nameDocument } from './briefs.ts';
import { cellAddress } from './coverage-address.ts';
import { loadChosen } from './coverage-cell.ts';
import { chooseMonths, spanOf } from './coverage-span.ts';
import { definePage, type PageParts } from './page.ts';
import { isWithin, noSuchPage } from './paging.ts';

const PER_PAGE = 60;
const MOST_NEVER = 100;
const MOST_YEARS = 40;

interface SpanCounts {
  readonly met: readonly HostMonth[];
  readonly delivered: readonly SourceMonth[];
}

const rememberSpan = rememberEach<SpanCounts>(12);
const rememberCiting = rememberEach<readonly HostMonth[]>(100);
const rememberGrid = rememberEach<CoverageGrid>(60);

export const coveragePage = definePage({
  path: '/van-ban/:id/do-phu',
  summary: 'Which bodies cited a document in which month, which met and did not, and where no source was.',
  query: z.object({
    year: z
      .string()
      .regex(/^(?:19|20)\d{2}$/)
      .optional(),
    level: z.enum(scopeLevels).optional(),
    body: z.string().max(200).optional(),
    month: z
      .string()
      .regex(/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/)
      .optional(),
    page: parameters.page.default(1),
  }),
  view: async (parts, { id, query, frame, lang }) => {
    const { db } = parts.archive;
    const document = await findDocument(db, id);
    if (document === null) return noSuchDocument;
    const view = { page: 'coverage', frame, document: nameDocument(document, lang), grid: null } as const;
    if (document.issuer === null) return view satisfies CoverageView;
    const citing = await rememberCiting(db, document.id, () => countCitingByHost(db, document.id));
    const months = chooseMonths(citing, query.year, parts.clock());
    const span = spanOf(months);
    const counts = await rememberSpan(db, `${span.from} ${span.before}`, async () => ({
      met: await countMeetingsByHost(db, span),
      delivered: await listSourceMonths(db, span),
    }));
    const scope = chooseScope(document, months, query.level);
    const placeOf = placesOf(parts);
    const { rows, unplaced, undated } = await rememberGrid(
      db,
      [document.id, span.from, span.before, scope.level].join(' '),
      async () => drawCoverage({ ...counts, citing, months, placeOf }, scope),
    );
    const pages = { page: query.page, perPage: PER_PAGE, total: rows.length };
    if (!isWithin(pages)) return noSuchPage(pages);
    const never = rows.filter(({ cited, meetings }) => cited === 0 && meetings > 0);
    const address = changeAddress(frame.address, { body: null, month: null });
    return {
      ...view,
      grid: {
        months,
        scope: { level: scope.level, place: wordPlace(document, scope) },
        filters: [levelFilter(scope, query.level, lang), yearFilter(citing, query.year, parts.clock())],
        lines: rows.slice((query.page - 1) * PER_PAGE, query.page * PER_PAGE).map((row) => toLine(row, address)),
        pages,
        totals: months.map((month, index) => ({
          month,
          citing: rows.filter(({ cells }) => (cells[index]?.cited ?? 0) > 0).length,
          meeting: rows.filter(({ cells }) => (cells[index]?.meetings ?? 0) > 0).length,
        })),
        met: rows.filter(({ meetings }) => meetings > 0).length,
        citing: rows.filter(({ cited }) => cited > 0).length,
        never: never.slice(0, MOST_NEVER).map(({ cells: _cells, ...row }) => row),
        neverTotal: never.length,
        unplaced,
        undated,
        chosen: await loadChosen({ db, lang, sourceName: parts.sourceName }, document, {
          rows,
          months,
          placeOf,
          address,
          body: query.body ?? null,
          month: query.month ?? null,
        }),
      },
    } satisfies CoverageView;
  },
});

function placesOf({ placeOf }: PageParts): CoverageCounts['placeOf'] {
  const known = new Map<string, Place | null>();
  return (source) => {
    const place = known.get(source) ?? placeOf?.(source) ?? null;
    known.set(source, place);
    return place;
  };
}

function chooseScope(
  document: OfficialDocument,
  months: readonly string[],
  level: CoverageScope['level'] | undefined,
): CoverageScope {
  const scope = scopeOf(document, months.at(-1) ?? '');
  return level === undefined ? scope : { ...scope, level };
}

function wordPlace({ place }: OfficialDocument, { province, district }: CoverageScope): string {
  const names = [district === null ? null : place?.district, province === null ? null : place?.province];
  return names.filter((name) => name != null).join(', ');
}

function toLine(row: CoverageRow, address: string): CoverageLine {
  const { key, name, level, cited, meetings, citedEver } = row;
  const cells = row.cells.map((cell) => ({
    ...cell,
    href: cell.cited === 0 ? null : cellAddress(address, key, cell.month),
  }));
  return { key, name, level, cells, cited, meetings, citedEver };
}

type Filters = NonNullable<CoverageView['grid']>['filters'][number];

function levelFilter(scope: CoverageScope, asked: string | undefined, lang: 'vi' | 'en'): Filters {
  const words = wordsOf(lang).coverage.levels;
  const choices = scopeLevels.map((value) => ({ value, label: words[value], count: null }));
  return { name: 'level', selected: asked ?? scope.level, choices };
}

/** From the first year that cites it to this one, with the meetings that did. */
function yearFilter(citing: readonly HostMonth[], asked: string | undefined, now: Date): Filters {
  const counts = new Map<number, number>();
  for (const { month, meetings } of citing) {
    if (month === null) continue;
    const year = Number(month.slice(0, 4));
    counts.set(year, (counts.get(year) ?? 0) + meetings);
  }
  const known = [...counts.keys(), now.getUTCFullYear()];
  const last = Math.max(...known);
  const first = Math.max(Math.min(...known), last - MOST_YEARS + 1);
  const choices = Array.from({ length: last - first + 1 }, (_, index) => {
    const year = last - index;
    return { value: String(year), label: String(year), count: counts.get(year) ?? 0 };
  });
  return { name: 'year', selected: asked ?? null, choices };
}
