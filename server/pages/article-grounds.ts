/**
 * Where an article states the facts of its meeting: the sentence that says it, to be shown beside the fact.
 *
 * Facts are told in core/meetings from the whole text and carry no place in it, so the sentence is looked up by the words
 * of the fact. A fact that only other reports of the meeting state is said to come from them; where no sentence holds the
 * words, nothing is shown rather than the wrong one.
 */
import type { MeetingRecord } from '../../core/archive/meeting-row.ts';
import type { ArticleRecord } from '../../core/archive/records.ts';
import { cutSentence } from '../../core/documents/sentence.ts';
import type { FactGround, MeetingGrounds } from '../../web/view.ts';

export const noGrounds: MeetingGrounds = { date: null, host: null, place: null, chair: null };

/** @example findGrounds(article, meeting).chair // { kind: 'sentence', sentence: 'Đồng chí Lê Văn Thử … chủ trì hội nghị.' } */
export function findGrounds(
  { title, text, meeting: own }: Pick<ArticleRecord, 'title' | 'text' | 'meeting'>,
  meeting: Pick<MeetingRecord, 'date' | 'host' | 'place' | 'chair'>,
): MeetingGrounds {
  const searched = title === null ? text : `${title}\n\n${text}`;
  const ground = (held: string | null | undefined, stated: string | null | undefined): FactGround | null => {
    if (held == null) return null;
    return stated == null ? { kind: 'other_reports' } : quote(searched, searched.indexOf(stated), stated.length);
  };
  const day = own?.date == null ? null : findDay(searched, own.date);
  return {
    date: own?.date == null ? ground(meeting.date, null) : day && quote(searched, day.index, day.length),
    host: ground(meeting.host, own?.host),
    place: ground(meeting.place, own?.place),
    chair: ground(meeting.chair?.name, own?.chair?.name),
  };
}

function quote(text: string, at: number, length: number): FactGround | null {
  if (at < 0) return null;
  const { start, end } = cutSentence(text, at, at + length);
  return { kind: 'sentence', sentence: text.slice(start, end) };
}

/** The day as texts print it: 21/3, 21-03-2023, ngày 21 tháng 3. A month or year alone stands in too many sentences. */
function findDay(text: string, date: string): { readonly index: number; readonly length: number } | null {
  const [, month, day] = /^\d{4}-0?(\d{1,2})-0?(\d{1,2})$/.exec(date) ?? [];
  if (month === undefined || day === undefined) return null;
  const printed = new RegExp(`(?<!\\d)0?${day}(?:\\s?[/.-]\\s?|\\s+tháng\\s+)0?${month}(?!\\d)`, 'iu');
  const found = printed.exec(text);
  return found === null ? null : { index: found.index, length: found[0].length };
}
