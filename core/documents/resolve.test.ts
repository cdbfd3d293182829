import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { slugNumber } from './identity.ts';
import { gatherKnown } from './known-document.ts';
import { linkOpenMention } from './link.ts';
import { type ReadMention, readMentions } from './read-mentions.ts';

const place = z.strictObject({ province: z.string(), district: z.string().optional(), commune: z.string().optional() });
const expected = z.strictObject({
  surface: z.string(),
  /** Null where the mention stays open. */
  document: z.string().nullable(),
  status: z.enum(['ambiguous', 'unknown']).optional(),
  candidates: z.array(z.string()).optional(),
  /** A reason that must be among those given. */
  why: z.string().optional(),
});
const article = z.strictObject({
  title: z.string().optional(),
  text: z.string(),
  published: z.iso.date().nullable(),
  source_place: place.optional(),
  host: z.string().optional(),
  expect: z.array(expected).default([]),
});
const rows = z
  .array(z.strictObject({ note: z.string(), articles: z.array(article).min(1) }))
  .parse(JSON.parse(readFileSync(new URL('resolve.cases.json', import.meta.url), 'utf8')));

type Article = z.infer<typeof article>;

function read({ title, text, source_place: at, published: date, host }: Article): readonly ReadMention[] {
  return readMentions(text, { text: `${title ?? ''}\n${text}`, place: at ?? null, date, host: host ?? null });
}

/** The targets of one article, linked to what all articles of the row settle. */
function resolve(own: readonly ReadMention[], all: readonly ReadMention[]) {
  return own.map(({ citation, settlement }) => {
    const number = citation.number ?? /\d+/.exec(citation.canonical ?? '')?.[0] ?? '';
    const same = all.filter((other) => slugNumber(other.citation.number ?? '') === slugNumber(number));
    const known = gatherKnown(
      same.flatMap(({ citation: { date, subject }, settlement: other }) =>
        other.kind === 'settled' ? [{ identity: other.identity, date, subject, mentions: 1 }] : [],
      ),
    );
    return { citation, target: linkOpenMention(settlement, known, citation.subject) };
  });
}

describe('which document a mention means', () => {
  it.each(rows)('$note', ({ articles }) => {
    const read_ = articles.map(read);
    const all = read_.flat();
    for (const [index, { expect: wanted }] of articles.entries()) {
      const found = resolve(read_[index] ?? [], all).map(({ citation, target }) => ({
        surface: citation.surface,
        document: target.document,
        status: target.status,
        candidates: target.candidates.map(({ document }) => document),
        why: target.evidence.map(({ code }) => code),
      }));
      if (wanted.length === 0) continue;
      expect(found.map(({ surface, document }) => ({ surface, document }))).toEqual(
        wanted.map(({ surface, document }) => ({ surface, document })),
      );
      for (const [at, { status, candidates, why }] of wanted.entries()) {
        const one = found[at];
        if (status !== undefined) expect(one).toMatchObject({ status });
        if (candidates !== undefined) expect(one).toMatchObject({ candidates });
        if (why !== undefined) expect(one?.why).toContain(why);
      }
    }
  });

  it('does not depend on the order in which articles come', () => {
    for (const { note, articles } of rows) {
      const read_ = articles.map(read);
      const forward = read_.map((own) => resolve(own, read_.flat()));
      const backward = read_.map((own) => resolve(own, [...read_].reverse().flat()));
      expect(backward, note).toEqual(forward);
    }
  });
});
