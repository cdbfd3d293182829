/** The truth about documents and meetings in the shapes of `export`, and the sources as YAML. */
import { mintArticleId } from '../../core/archive/article-row.ts';
import type { DocumentId } from '../../core/documents/document.ts';
import type { MeetingKind } from '../../core/meetings/meeting.ts';
import { toIso, yearOf } from './calendar.ts';
import { type InventedDocument, isParty } from './document-series.ts';
import type { MeetingPlan } from './meeting-plan.ts';
import type { InventedSource } from './world.ts';

/** What a corpus says of one document. */
export interface Counted {
  readonly articles: number;
  readonly hasDate: boolean;
  readonly hasSubject: boolean;
}

export interface TrueDocument {
  readonly id: DocumentId;
  readonly [field: string]: unknown;
}

export interface TrueMeeting {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly date: string;
  readonly host: string;
  readonly chair: { readonly name: string; readonly positions: readonly string[] } | null;
  readonly articles: readonly string[];
  readonly documents: readonly DocumentId[];
  readonly [field: string]: unknown;
}

/** A document as far as the corpus tells of it: no date that no report prints. */
export function documentShape(document: InventedDocument, { articles, hasDate, hasSubject }: Counted): TrueDocument {
  const { id, body, type, number, code, codeYear, term, day, subject, organ } = document;
  return {
    id,
    code,
    type,
    number,
    year: codeYear ?? (isParty(body) ? null : yearOf(day)),
    issuer: organ ?? body.issuing.name,
    level: body.issuing.level,
    place: body.issuing.place,
    term,
    date: hasDate ? toIso(day) : null,
    title: hasSubject ? subject : null,
    aliases: [],
    state: 'cited_only',
    cited_by: articles,
    conflicts: [],
  };
}

/** A chair is stated where one report or more name it. */
export function meetingShape(
  plan: MeetingPlan,
  urls: readonly string[],
  documents: readonly DocumentId[],
  namesChair: boolean,
): TrueMeeting {
  const { chair } = plan;
  return {
    id: `${toIso(plan.day)}.${mintArticleId(urls[0] ?? plan.host)}`,
    kind: plan.kind,
    title: plan.host,
    date: toIso(plan.day),
    date_to: null,
    precision: 'day',
    host: plan.host,
    place: null,
    chair: chair === null || !namesChair ? null : { name: chair.name, positions: chair.position.split(', ') },
    participants: [],
    articles: [...urls].sort(),
    documents,
  };
}

/** A source file; nothing of it is ever fetched. */
export function sourceFile({ id, name, home, place }: InventedSource): string {
  const where = place === null ? [] : [`place: ${JSON.stringify(placeWords(place))}`];
  return [
    `id: ${id}`,
    `name: ${JSON.stringify(name)}`,
    `home: ${home}`,
    ...where,
    `discover: {lists: [{url: "${home}tin-tuc"}]}`,
    'enabled: false',
    '',
  ].join('\n');
}

function placeWords({ province, district }: NonNullable<InventedSource['place']>): object {
  return district === null ? { province } : { province, district };
}
