/**
 * Which mention stands for a meeting: a document may be named ten times in the reports of one meeting, and a table shows
 * one sentence. The one that says most comes first, the others follow in the order of the texts.
 */

import type { MeetingSummary } from '../core/archive/meeting-row.ts';
import type { CitingMention } from '../core/archive/mention-lists.ts';
import type { MentionRecord } from '../core/archive/records.ts';

/** The mentions of one document at one meeting, the most telling first. */
export interface MeetingMentions {
  readonly meeting: MeetingSummary;
  readonly mentions: readonly [CitingMention, ...CitingMention[]];
}

/** Groups mentions by their meeting, meetings in the order in which they first come; mentions outside of meetings are left out. */
export function groupByMeeting(mentions: readonly CitingMention[]): readonly MeetingMentions[] {
  const groups = new Map<string, { meeting: MeetingSummary; mentions: [CitingMention, ...CitingMention[]] }>();
  for (const one of mentions) {
    if (one.meeting === null) continue;
    const group = groups.get(one.meeting.id);
    if (group === undefined) groups.set(one.meeting.id, { meeting: one.meeting, mentions: [one] });
    else group.mentions.push(one);
  }
  for (const group of groups.values()) group.mentions.sort((a, b) => rankMention(a.mention) - rankMention(b.mention));
  return [...groups.values()];
}

/** Lower says more: what is done with the document before a bare mention, a printed code before "this resolution". */
export function rankMention({ purpose, kind }: Pick<MentionRecord, 'purpose' | 'kind'>): number {
  return (purpose === 'mentions' ? 2 : 0) + (kind === 'backref' ? 4 : kind === 'code' ? 0 : 1);
}
