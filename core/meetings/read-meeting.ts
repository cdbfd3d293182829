/**
 * One report → the facts of its meeting, or null where it reports none.
 */
import { readEventDate } from './event-date.ts';
import { readHost } from './host.ts';
import { readKind } from './kind.ts';
import type { MeetingFacts, MeetingReport } from './meeting.ts';
import { readPeople } from './people.ts';
import { readPlace } from './place.ts';
import { readProse } from './prose.ts';

const LONGEST_TITLE = 200;

/**
 * `readMeeting({ title: 'Hội nghị giao ban quý I', lead: null, text: 'Ngày 21/3, Thành ủy Hạ Khê …', published:
 * '2023-03-22' })` tells kind `briefing`, date `2023-03-21`, host `Thành ủy Hạ Khê`. Only what the text states: unknown
 * is null. Linear in the length of the text.
 */
export function readMeeting(report: MeetingReport): MeetingFacts | null {
  const prose = readProse(report);
  const reading = readKind(prose);
  if (reading === null) return null;
  const { chair, participants } = readPeople(prose);
  return {
    kind: reading.kind,
    title: prose.title?.text ?? shorten(prose.lead[0]?.text ?? reading.sentence.text),
    ...readEventDate(prose, report.published),
    host: readHost(prose, reading.sentence),
    place: readPlace(prose),
    chair,
    participants,
  };
}

// Without a title the first sentence stands in, cut between words.
function shorten(sentence: string): string {
  if (sentence.length <= LONGEST_TITLE) return sentence;
  return `${sentence.slice(0, sentence.lastIndexOf(' ', LONGEST_TITLE))}…`;
}
