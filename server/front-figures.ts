/** What the front page says of the archive, in no language: read once for as long as the archive does not change. */
import { listMostCited } from '../core/archive/documents.ts';
import { listMeetings } from '../core/archive/meeting-lists.ts';
import type { MeetingRecord } from '../core/archive/meeting-row.ts';
import type { ArchiveDb } from '../core/archive/schema.ts';
import type { OfficialDocument } from '../core/documents/document.ts';
import { countTotals, type Totals } from './figures.ts';

export interface FrontFigures {
  readonly totals: Totals;
  readonly newest: readonly MeetingRecord[];
  readonly mostCited: readonly OfficialDocument[];
}

/** So many meetings and documents are shown. */
const SHOWN = 8;

export async function readFrontFigures(db: ArchiveDb): Promise<FrontFigures> {
  const first = { limit: SHOWN, after: null };
  return {
    totals: await countTotals(db),
    newest: (await listMeetings(db, {}, first)).items,
    mostCited: (await listMostCited(db, first)).items,
  };
}
