import { describe, expect, it } from 'vitest';
import { mintArticleId } from '../core/archive/article-row.ts';
import type { CitingMention } from '../core/archive/mention-lists.ts';
import { aMention, sampleUrl } from '../test/builders.ts';
import { groupByMeeting, rankMention } from './passages.ts';

function cites(meeting: string | null, given: Parameters<typeof aMention>[0]): CitingMention {
  const article = {
    id: mintArticleId(sampleUrl),
    url: sampleUrl,
    source: null,
    title: null,
    lead: null,
    published: null,
  };
  const summary = { kind: 'briefing', title: 'Giao ban', date: null, host: null, chair: null } as const;
  return { mention: aMention(given), article, meeting: meeting === null ? null : { ...summary, id: meeting } };
}

describe('mentions by meeting', () => {
  it('keep the order of meetings, tell most first, and leave out what is no meeting', () => {
    const groups = groupByMeeting([
      cites('b', { ordinal: 0, purpose: 'mentions' }),
      cites('a', { ordinal: 1, kind: 'backref', purpose: 'directs' }),
      cites(null, { ordinal: 2 }),
      cites('b', { ordinal: 3, purpose: 'reports', kind: 'short' }),
      cites('b', { ordinal: 4, purpose: 'reports' }),
      cites('b', { ordinal: 5, purpose: 'reports' }),
    ]);
    expect(groups.map(({ meeting, mentions }) => [meeting.id, mentions.map(({ mention }) => mention.ordinal)])).toEqual(
      [
        ['b', [4, 5, 3, 0]],
        ['a', [1]],
      ],
    );
  });

  it('rank what is done with a document before a bare mention, and a code before "this resolution"', () => {
    const ranks = [
      rankMention({ purpose: 'directs', kind: 'code' }),
      rankMention({ purpose: 'directs', kind: 'named' }),
      rankMention({ purpose: 'mentions', kind: 'code' }),
      rankMention({ purpose: 'directs', kind: 'backref' }),
      rankMention({ purpose: 'mentions', kind: 'backref' }),
    ];
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBe(ranks.length);
  });
});
