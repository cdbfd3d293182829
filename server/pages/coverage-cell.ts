/** The meetings behind one cell of a coverage, with their sentences: few, whatever the document is cited at in all. */
import { listCitingMeetings } from '../../core/archive/coverage.ts';
import { placeHostBody } from '../../core/archive/coverage-bodies.ts';
import type { CoverageCounts, CoverageRow } from '../../core/archive/coverage-grid.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import type { ChosenCell } from '../../web/views/coverage.ts';
import type { CitingRow } from '../citing.ts';
import { type Loading, loadCitedAt, type MeetingRows } from './cited-at.ts';
import { spanOf } from './coverage-span.ts';

const SHOWN = 20;
/** Meetings of the months asked for that are looked through for those of the body. */
const MOST_LOOKED_AT = 20_000;

interface WantedCell {
  readonly rows: readonly CoverageRow[];
  readonly months: readonly string[];
  readonly placeOf: CoverageCounts['placeOf'];
  /** Of the page without a choice. */
  readonly address: string;
  readonly body: string | null;
  readonly month: string | null;
}

/** Null where no body is chosen, or none that the grid knows. */
export async function loadChosen(
  loading: Loading,
  document: OfficialDocument,
  { rows, months, placeOf, address, body, month }: WantedCell,
): Promise<ChosenCell | null> {
  const row = rows.find(({ key }) => key === body);
  if (row === undefined) return null;
  const asked = month !== null && months.includes(month) ? month : null;
  const span = spanOf(asked === null ? months : [asked]);
  const day = `${months.at(-1) ?? ''}-01`;
  const citing = await listCitingMeetings(loading.db, document.id, span, MOST_LOOKED_AT);
  const own = citing.filter(
    ({ host, sources }) =>
      placeHostBody(
        host,
        sources.flatMap((source) => placeOf(source) ?? []),
        day,
      ).key === row.key,
  );
  const shown: MeetingRows[] = [];
  for (const { meeting, firstDay } of own.slice(0, SHOWN)) {
    shown.push({ id: meeting, firstDay, rows: await listRows(loading.db, document, meeting, firstDay) });
  }
  const citedAt = await loadCitedAt(loading, document, shown);
  return { body: row.name, month: asked, citedAt, total: own.length, close: address };
}

/** The mentions of a document in the reports of a meeting. */
async function listRows(
  db: ArchiveDb,
  document: OfficialDocument,
  meeting: string,
  firstDay: string,
): Promise<readonly CitingRow[]> {
  const reports = await db.selectFrom('meeting_articles').select('article').where('meeting', '=', meeting).execute();
  const rows: CitingRow[] = [];
  for (const { article } of reports) {
    const mentions = await db
      .selectFrom('mentions')
      .select(['article', 'ordinal', 'purpose', 'subject', 'date', 'document'])
      .where('article', '=', article)
      .orderBy('ordinal')
      .execute();
    for (const { document: meant, ...mention } of mentions) {
      if (meant !== document.id) continue;
      rows.push({ ...mention, published: null, meeting: { id: meeting, firstDay, host: null, chair: null } });
    }
  }
  return rows;
}
