/** Reports of meetings for tests of their grouping: each is a briefing of one committee unless it says otherwise. */
import type { ClusterReport } from '../core/meetings/agreement.ts';
import { clusterMeetings } from '../core/meetings/cluster.ts';
import { normaliseHost } from '../core/meetings/host.ts';
import type { MeetingFacts, ParticipantRole } from '../core/meetings/meeting.ts';
import { readTraces } from '../core/meetings/traces.ts';

export const FACTS: MeetingFacts = {
  kind: 'briefing',
  title: 'Hội nghị giao ban',
  date: '2023-03-21',
  dateTo: null,
  precision: 'day',
  host: 'Thành ủy Hạ Khê',
  place: null,
  chair: null,
  participants: [],
};

export interface Told extends Partial<MeetingFacts> {
  readonly site?: string;
  readonly placeKey?: string;
  readonly published?: string;
  readonly codes?: readonly string[];
  /** Its opening, of which the traces are read. */
  readonly words?: string;
}

export function aReport(name: string, told: Told = {}): ClusterReport {
  const { site = 'bao.example', placeKey = null, published = null, codes = [], words = '', ...facts } = told;
  const all = { ...FACTS, ...facts };
  const hostKey = all.host === null ? null : normaliseHost(all.host);
  const [traces, cited] = [readTraces(null, words), new Set(codes)];
  return {
    articleId: name,
    url: `https://${site}/${name}`,
    facts: all,
    hostKey,
    placeKey,
    published,
    traces,
    codes: cited,
  };
}

export function chaired(
  name: string,
  ...others: readonly (readonly [string, ParticipantRole])[]
): Partial<MeetingFacts> {
  const participants = [[name, 'chair'] as const, ...others].map(([who, role]) => ({ name: who, positions: [], role }));
  return { chair: { name, positions: [] }, participants };
}

export const groupsOf = (reports: readonly ClusterReport[]): string[] =>
  clusterMeetings(reports).map(({ articleIds }) => articleIds.join('+'));
