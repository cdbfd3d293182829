import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type DocumentId, relationKinds } from './document.ts';
import { readMentions } from './read-mentions.ts';
import { findRelations } from './relations.ts';

const edge = z.tuple([z.string(), z.enum(relationKinds), z.string()]);
const rows = z
  .array(z.strictObject({ note: z.string(), sentence: z.string(), edges: z.array(edge) }))
  .parse(JSON.parse(readFileSync(new URL('relations.cases.json', import.meta.url), 'utf8')));

/** The edges of a text of one source, each document by its code. */
function edgesOf(text: string): readonly (readonly [string, string, string])[] {
  const place = { province: 'Vân Hải', district: 'Thượng Ngàn' };
  const mentions = readMentions(text, { text, place, date: '2024-05-01', host: null });
  const placed = mentions.map(({ citation, sentence, sentenceOffset }) => ({
    sentenceStart: citation.start - sentenceOffset,
    sentence,
    offset: sentenceOffset,
    length: citation.surface.length,
    type: citation.type,
    subject: citation.subject,
    level: citation.level,
    document: citation.canonical as string | null as DocumentId | null,
  }));
  return findRelations(placed).map(({ from, kind, to }) => [from, kind, to]);
}

describe('relations that a text states', () => {
  it.each(rows)('$note', ({ sentence, edges }) => {
    expect(edgesOf(sentence)).toEqual(edges);
  });

  it.each(rows)('none where the acts are not known: $note', ({ sentence }) => {
    const mentions = readMentions(sentence, { text: sentence, place: null, date: null, host: null });
    const unknown = mentions.map(({ citation, sentence: own, sentenceOffset }) => ({
      ...citation,
      sentenceStart: citation.start - sentenceOffset,
      sentence: own,
      offset: sentenceOffset,
      length: citation.surface.length,
      document: null,
    }));
    expect(findRelations(unknown)).toEqual([]);
  });

  it('keeps the sentence that states it', () => {
    const text = 'Hội nghị họp. Kế hoạch số 96-KH/HU thực hiện Chỉ thị số 18-CT/TW. Kết thúc.';
    const [only] = readMentions(text, { text, place: null, date: null, host: null }).map(({ sentence }) => sentence);
    expect(only).toBe('Kế hoạch số 96-KH/HU thực hiện Chỉ thị số 18-CT/TW.');
  });
});
