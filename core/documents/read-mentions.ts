/**
 * One article → its mentions: each citation with its sentence, its purpose, and what the article alone tells of its
 * document.
 */
import type { Citation } from '../citations/citation.ts';
import { extractCitations } from '../citations/extract.ts';
import { type ArticleFacts, readContext } from './context.ts';
import type { Purpose } from './document.ts';
import { tellPurpose } from './purpose.ts';
import { isMakingType, readRelation } from './relations.ts';
import { type Settlement, settleMentions } from './resolve.ts';
import { cutSentence, type SentenceSpan } from './sentence.ts';

export interface ReadMention {
  readonly citation: Citation;
  readonly sentence: string;
  /** Where the surface stands in the sentence. */
  readonly sentenceOffset: number;
  readonly purpose: Purpose;
  readonly settlement: Settlement;
}

/** Reads the mentions of `body`, the article's text; `facts.text` may hold the title too. */
export function readMentions(body: string, facts: ArticleFacts): readonly ReadMention[] {
  const citations = extractCitations(body);
  const sentences = citations.map(({ start, end }) => cutSentence(body, start, end));
  const settlements = settleMentions(citations, readContext(facts));
  return citations.flatMap((citation, index): readonly ReadMention[] => {
    const sentence = sentences[index];
    const settlement = settlements[index];
    if (sentence === undefined || settlement === undefined) return [];
    return [
      {
        citation,
        sentence: body.slice(sentence.start, sentence.end),
        sentenceOffset: citation.start - sentence.start,
        purpose: purposeOf(body, citations, sentences, index),
        settlement,
      },
    ];
  });
}

function purposeOf(
  body: string,
  citations: readonly Citation[],
  sentences: readonly SentenceSpan[],
  index: number,
): Purpose {
  const citation = citations[index];
  const sentence = sentences[index];
  if (citation === undefined || sentence === undefined) return 'mentions';
  const previous = citations[index - 1];
  const next = citations[index + 1];
  const isInSentence = previous !== undefined && previous.end > sentence.start;
  const from = isInSentence ? previous.end : sentence.start;
  const gap = body.slice(from, citation.start);
  const isActing = isInSentence && isMakingType(previous.type);
  const relation = isActing ? readRelation({ before: body.slice(sentence.start, previous.start), between: gap }) : null;
  return tellPurpose({
    before: gap.slice(gap.lastIndexOf(';') + 1),
    after: body.slice(citation.end, Math.min(sentence.end, next?.start ?? sentence.end)),
    sentenceBefore: body.slice(sentence.start, citation.start),
    relation: relation === null || relation.isReversed ? null : relation.kind,
  });
}
