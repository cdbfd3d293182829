import { expect, it } from 'vitest';
import { anArchive, anArticle, keepArticle } from '../../test/builders.ts';
import { getArticle } from './articles.ts';
import { deriveArticle } from './derive.ts';
import { getMentions } from './mention-lists.ts';
import type { ArticleReading } from './records.ts';

const place = { province: 'Vân Hải', district: 'Sông Mơ' };

it.each<[string, Partial<ArticleReading>]>([
  ['a plain one', {}],
  ['one with half a pair of code units in its title', { title: 'Thành ủy Sông Mơ giao ban \ud83d quý I' }],
  [
    'one with half a pair in its text',
    { text: `${anArticle().text} Hội nghị cũng nghe 77-KH/TU \udc00 của Thành ủy.` },
  ],
])('an article derived from the reading at hand is what reading it back gives: %s', async (_what, given) => {
  const archive = await anArchive();
  const reading = anArticle(given);
  const id = await keepArticle(archive, reading);
  const told = async () => [await getMentions(archive.db, id), (await getArticle(archive.db, id))?.meeting];
  await deriveArticle(archive.db, id, () => place, null, reading);
  const atHand = await told();
  await deriveArticle(archive.db, id, () => place);
  expect(atHand).toEqual(await told());
  expect(JSON.stringify(atHand)).toContain('31-NQ/TU');
});
