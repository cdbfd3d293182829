/**
 * Cuts one report into the sentences its meeting is told from: title, lead, body.
 *
 * Each sentence carries a matching form of the same length: lower case, the tone mark where modern spelling puts it
 * (uỷ = ủy, chủ toạ = chủ tọa). Marks are kept, unlike in core/citations/fold.ts, because `dự` (attend) and `du`, `bà`
 * and `ba` must stay apart here. What is matched in the one is cut from the other, so that readers see what was printed.
 * Lines that pages put around an article (posting time, counters, lone dots) are dropped.
 */
import type { MeetingReport } from './meeting.ts';

export interface Sentence {
  /** As printed, in NFC, with single spaces. */
  readonly text: string;
  /** Matching form; `folded.length === text.length`. */
  readonly folded: string;
}

export interface Prose {
  readonly title: Sentence | null;
  /** Sentences of the first two paragraphs, captions and by-lines before them included. */
  readonly lead: readonly Sentence[];
  readonly body: readonly Sentence[];
}

const LEAD_PARAGRAPHS = 2;
const LEAD_SENTENCES = 12;
const CAPTION_LENGTH = 160;
// Far above what is printed; it keeps the work on hostile text linear.
const LONGEST_SENTENCE = 4000;

/** The sentences of a report in reading order. Linear in the length of the text. */
export function readProse(report: MeetingReport): Prose {
  const title = report.title === null ? null : toSentence(report.title);
  const paragraphs = toParagraphs(report.text);
  const lead = report.lead === null ? null : toSentence(report.lead);
  if (lead !== null && lead.text !== '' && !opensWith(paragraphs, lead)) paragraphs.unshift(lead.text);
  if (title !== null && paragraphs[0] !== undefined && foldForm(paragraphs[0]) === title.folded) paragraphs.shift();

  const leadSentences: Sentence[] = [];
  const body: Sentence[] = [];
  let whole = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const inLead = whole < LEAD_PARAGRAPHS && index < LEAD_PARAGRAPHS * 2;
    if (!isCaption(paragraph)) whole += 1;
    for (const sentence of splitSentences(paragraph)) {
      (inLead && leadSentences.length < LEAD_SENTENCES ? leadSentences : body).push(sentence);
    }
  }
  return { title: title === null || title.text === '' ? null : title, lead: leadSentences, body };
}

/** A single sentence for matching, for instance a title. */
export function toSentence(printed: string): Sentence {
  const text = clean(printed).replace(/\s+/gu, ' ').trim();
  return { text, folded: foldForm(text) };
}

/** Lower case with modern tone placement, code unit for code unit. */
export function foldForm(text: string): string {
  const lower = text.toLowerCase();
  const safe = lower.length === text.length ? lower : [...text].map(lowerSameLength).join('');
  return safe.replace(OLD_TONE, moveTone);
}

function lowerSameLength(char: string): string {
  const lower = char.toLowerCase();
  return lower.length === char.length ? lower : char;
}

// oà, oè, uỳ at the end of a syllable carry the tone on the first vowel today; `quý` has its u with the q.
const OLD_TONE = /o[àáảãạèéẻẽẹ](?!\p{L})|(?<!q)u[ỳýỷỹỵ](?!\p{L})/gu;

function moveTone(pair: string): string {
  const [first = '', second = '', tone = ''] = pair.normalize('NFD');
  return `${first}${tone}${second}`.normalize('NFC');
}

function clean(printed: string): string {
  return printed
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/\u00d0/gu, 'Đ')
    .replace(/\u00f0/gu, 'đ')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\t]/gu, ' ')
    .replace(/\r\n?/gu, '\n');
}

function toParagraphs(text: string): string[] {
  return clean(text)
    .split(/\n[ ]*\n/u)
    .flatMap(joinLines)
    .map((paragraph) => paragraph.replace(/ {2,}/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '' && !isFurniture(paragraph));
}

// A single line end is a soft one when the sentence visibly goes on: in lower case, or after a comma or dash.
function joinLines(block: string): string[] {
  const lines: string[] = [];
  for (const line of block.split('\n')) {
    const next = line.trim();
    const previous = lines.at(-1);
    if (next === '') continue;
    if (previous !== undefined && (/[,\-–—]$/u.test(previous) || /^\p{Ll}/u.test(next))) {
      lines[lines.length - 1] = `${previous} ${next}`;
    } else lines.push(next);
  }
  return lines;
}

const POSTED = /^(?:ngày đăng|đăng lúc|đăng ngày|cập nhật|xuất bản|lượt xem|đang online|thời tiết|thống kê truy cập)/u;
const CLOCK = /\d{1,2}:\d{2}|gmt/u;
const FULL_DATE = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/u;

function isFurniture(paragraph: string): boolean {
  if (paragraph.length > 120) return false;
  const folded = foldForm(paragraph);
  return !/\p{L}/u.test(folded) || POSTED.test(folded) || (CLOCK.test(folded) && FULL_DATE.test(folded));
}

// Captions and by-lines end without a full stop; they do not use up the two paragraphs of the lead.
function isCaption(paragraph: string): boolean {
  return paragraph.length < CAPTION_LENGTH && !/[.!?…:;"”»]$/u.test(paragraph);
}

function opensWith(paragraphs: readonly string[], lead: Sentence): boolean {
  const opening = foldForm(paragraphs.slice(0, LEAD_PARAGRAPHS * 2).join(' ')).replace(/[\s.…]+/gu, ' ');
  return opening.includes(
    lead.folded
      .replace(/[\s.…]+/gu, ' ')
      .trim()
      .slice(0, 80),
  );
}

const ENDS = /[.!?…]{1,3}["”»)\]]?(?= |$)|(?<=\p{Ll})\.(?=\p{Lu})/gu;
// After these a full stop belongs to the abbreviation: TP. Hạ Khê, đ.c. Lan, ThS. Mai, T.Ư, P. 302.
const ABBREVIATED = /(?:^|[\s(,.])(?:tp|tx|tt|đ\/c|đ\.c|đc|ts|ths|pgs|gs|bs|ks|kt|tm|tl|tuq|t\.ư|[hpqx])$/u;

function splitSentences(paragraph: string): Sentence[] {
  const folded = foldForm(paragraph);
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    while (end - start > LONGEST_SENTENCE) cut(start + LONGEST_SENTENCE);
    cut(end);
  };
  const cut = (end: number): void => {
    const text = paragraph.slice(start, end);
    const indent = text.length - text.trimStart().length;
    if (text.trim() !== '') {
      sentences.push({ text: text.trim(), folded: folded.slice(start + indent, start + indent + text.trim().length) });
    }
    start = end;
  };
  for (const match of paragraph.matchAll(ENDS)) {
    const end = match.index + match[0].length;
    const isAbbreviation =
      match[0] === '.' && ABBREVIATED.test(folded.slice(Math.max(start, match.index - 8), match.index));
    const next = paragraph.slice(end, end + 3).trimStart();
    if (!isAbbreviation && !/^\p{Ll}/u.test(next)) push(end);
  }
  push(paragraph.length);
  return sentences;
}
