/**
 * One article → its mentions: each citation with its sentence, its purpose, and what the article alone tells of its
 * document.
 */
import type { Citation } from '../citations/citation.ts';
import { extractCitations } from '../citations/extract.ts';
import { type ArticleFacts, readContext } from './context.ts';
import type { Purpose } from './document.ts';
import { behindEach } from './earlier-day.ts';
import { mentionStart } from './mention-start.ts';
import { type EarlierMention, tellPurpose } from './purpose.ts';
import { isMakingType, readRelation } from './relations.ts';
import { settleMentions } from './resolve.ts';
import { cutSentence } from './sentence.ts';
import type { Settlement } from './settlement.ts';

export interface ReadMention {
  readonly citation: Citation;
  readonly sentence: string;
  /** Where the surface stands in the sentence. */
  readonly sentenceOffset: number;
  readonly purpose: Purpose;
  readonly settlement: Settlement;
}

/** Mentions behind one in its sentence that are looked at for what a list shares. */
const LATER = 12;

/** Reads the mentions of `body`, the article's text; `facts.text` may hold the title too. */
export function readMentions(body: string, facts: ArticleFacts): readonly ReadMention[] {
  const citations = extractCitations(body);
  const settlements = settleMentions(citations, readContext(facts), behindEach(body, citations));
  const starts = citations.map(({ start }) => mentionStart(body, start));
  const read: ReadMention[] = [];
  for (const [index, citation] of citations.entries()) {
    const { start, end } = citation;
    const span = cutSentence(body, start, end);
    const previous = read.at(-1);
    const begins = starts[index] ?? start;
    const next = starts[index + 1];
    const inSentence = previous !== undefined && previous.citation.end > span.start ? previous : null;
    const from = inSentence?.citation.end ?? span.start;
    const before = body.slice(Math.min(from, begins), begins);
    read.push({
      citation,
      sentence: body.slice(span.start, span.end),
      sentenceOffset: start - span.start,
      purpose: tellPurpose({
        before,
        after: body.slice(end, Math.max(end, Math.min(span.end, next ?? span.end))),
        sentenceAfter: body.slice(end, span.end),
        subject: citation.subject,
        previous:
          inSentence === null
            ? null
            : {
                subject: inSentence.citation.subject,
                purpose: inSentence.purpose,
                ...relationTo(inSentence, citation.type, body.slice(span.start, starts[index - 1]), before),
              },
        later: citations.slice(index + 1, index + 1 + LATER).flatMap(({ subject, start: from, end: to }, at) => {
          const until = Math.min(span.end, starts[index + at + 2] ?? span.end);
          return from >= span.end ? [] : [{ subject, after: body.slice(to, Math.max(to, until)) }];
        }),
      }),
      settlement: settlements[index] ?? { kind: 'unknown', why: [] },
    });
  }
  return read;
}

/** What the mention before is stated to do with the one behind `between`, or to suffer from it. */
function relationTo(
  { citation }: ReadMention,
  type: string | null,
  before: string,
  between: string,
): Pick<EarlierMention, 'relation' | 'isActedOn'> {
  const relation = readRelation({ before, between, subject: citation.subject, after: '', subjectBehind: null });
  if (relation === null) return { relation: null, isActedOn: false };
  if (relation.isReversed) return { relation: null, isActedOn: relation.kind !== 'based_on' && isMakingType(type) };
  return { relation: isMakingType(citation.type) ? relation.kind : null, isActedOn: false };
}
