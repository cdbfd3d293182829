/**
 * A day printed behind a mention that no citation took for its own: “… 21-NQ/TU, được triển khai từ ngày 15/8/2017”. A
 * document is older than what was done by it, so such a day speaks against the term in which the article was written.
 */
import type { Citation, IsoDate } from '../citations/citation.ts';
import { parseDay } from '../citations/document-date.ts';
import { cutSentence } from './sentence.ts';

/** What stands behind each mention in its sentence, up to the next one: what may speak of it. */
export function behindEach(text: string, citations: readonly Citation[]): readonly string[] {
  return citations.map(({ start, end }, index) => {
    const next = citations[index + 1]?.start ?? text.length;
    return text.slice(end, Math.max(end, Math.min(end + MOST, next, cutSentence(text, start, end).end)));
  });
}

/** The first day in these words that is earlier than `date`, by years that documents stay in force. */
export function findEarlierDay(behind: string, date: string): IsoDate | null {
  for (const [, day, month, year, wordDay, wordMonth, wordYear, inYear] of behind.matchAll(DAYS)) {
    const found = inYear === undefined ? parseDay(day ?? wordDay, month ?? wordMonth, year ?? wordYear) : endOf(inYear);
    if (found !== null && found < date && Number(date.slice(0, 4)) - Number(found.slice(0, 4)) <= YEARS) return found;
  }
  return null;
}

/** The whole year may be meant. */
function endOf(year: string): IsoDate | null {
  return parseDay('31', '12', year);
}

/** Characters in which a sentence still speaks of the document. */
const MOST = 200;
/** Days of old are those of history: anniversaries, births. */
const YEARS = 16;
const DAYS =
  /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\d/])|ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})(?!\d)|(?:ban hành|ra đời|thông qua|ký|triển khai)(?: từ| vào| trong)?(?: tháng \d{1,2})?(?: năm |\/)((?:19|20)\d\d)(?!\d)/giu;
