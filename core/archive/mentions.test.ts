import { describe, expect, it } from 'vitest';
import { aDocument, aMeeting, aMention, anArchive, anIdentity, aTarget, keepArticle } from '../../test/builders.ts';
import type { IsoDate, ReferenceCode } from '../citations/citation.ts';
import type { DocumentId } from '../documents/document.ts';
import { changesSince } from './changes.ts';
import { getMeeting } from './meeting-lists.ts';
import { replaceMeetings } from './meetings.ts';
import { getMentions } from './mention-lists.ts';
import { replaceMentions, updateTargets } from './mentions.ts';
import type { ArticleId, MentionRecord } from './records.ts';
import type { ArchiveDb } from './schema.ts';

/** Number of the last change, so that "nothing happened" can be seen. */
async function lastSeq(db: ArchiveDb): Promise<number> {
  let last = 0;
  for await (const { seq } of changesSince(db, 0)) last = seq;
  return last;
}

const provincial = 'nq-31-tu.quang-ninh.2020' as DocumentId;
const open = aTarget({
  status: 'ambiguous',
  candidates: [
    { document: aDocument().id, score: 0.6, why: [{ code: 'place-of-source', params: { place: 'Sông Mơ' } }] },
    { document: provincial, score: 0.4, why: [] },
  ],
});
const bare: Partial<MentionRecord> = {
  ordinal: 1,
  kind: 'backref',
  surface: 'Nghị quyết này',
  canonical: null,
  number: null,
  type: null,
  issuerCode: null,
  issuerName: null,
  level: null,
  date: null,
  subject: null,
  sameAs: 0,
  flags: ['repaired', 'shared-suffix'],
  meant: '31-NQ/TW' as ReferenceCode,
  purpose: 'mentions',
  settlement: {
    kind: 'several',
    identities: [anIdentity(), anIdentity({ term: null, year: 2022 })],
    printed: null,
    why: [],
  },
  target: open,
};

describe('replaceMentions', () => {
  it('keeps every field of every mention, in their order', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive);
    const mentions = [
      aMention(),
      aMention(bare),
      aMention({ ordinal: 2, year: 2022, date: '2022-01-13' as IsoDate, settlement: { kind: 'unknown', why: [] } }),
    ];
    expect(await replaceMentions(archive.db, article, mentions)).toBe(true);
    expect(await getMentions(archive.db, article)).toEqual(mentions);
  });

  it('says and notes nothing when nothing is new', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive);
    const mentions = [aMention(), aMention(bare)];
    await replaceMentions(archive.db, article, mentions);
    const before = await lastSeq(archive.db);
    expect(await replaceMentions(archive.db, article, mentions)).toBe(false);
    expect(await lastSeq(archive.db)).toBe(before);
  });

  it('leaves none of the old ones behind', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive);
    await replaceMentions(archive.db, article, [aMention(), aMention(bare)]);
    const shorter = [aMention({ subject: null })];
    expect(await replaceMentions(archive.db, article, shorter)).toBe(true);
    expect(await getMentions(archive.db, article)).toEqual(shorter);
    expect(await replaceMentions(archive.db, article, [])).toBe(true);
    expect(await getMentions(archive.db, article)).toEqual([]);
  });

  it('takes more mentions than one statement holds', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive);
    const mentions = Array.from({ length: 450 }, (_, ordinal) => aMention({ ordinal }));
    await replaceMentions(archive.db, article, mentions);
    expect(await getMentions(archive.db, article)).toEqual(mentions);
  });

  it('refuses mentions of another article, or of none', async () => {
    const { db } = await anArchive();
    const stray = '0123456789abcdef' as ArticleId;
    await expect(replaceMentions(db, stray, [aMention()])).rejects.toThrow(
      /one of them is of article 24f248ca4dff086e/,
    );
    await expect(replaceMentions(db, stray, [aMention({ article: stray })])).rejects.toThrow(/found none/);
  });

  it('keeps nothing when one of the mentions is broken', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive);
    await replaceMentions(archive.db, article, [aMention()]);
    const broken = [aMention({ subject: null }), aMention({ ordinal: 1, confidence: Number.NaN })];
    await expect(replaceMentions(archive.db, article, broken)).rejects.toThrow(/is NaN/);
    expect(await getMentions(archive.db, article)).toEqual([aMention()]);
  });
});

describe('updateTargets', () => {
  it('writes what is new and answers for which articles', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive);
    await replaceMentions(archive.db, article, [aMention({ target: open }), aMention({ ...bare, target: open })]);
    const told = [
      { article, ordinal: 0, target: aTarget() },
      { article, ordinal: 1, target: open },
    ];
    expect(await updateTargets(archive.db, told)).toEqual([article]);
    expect((await getMentions(archive.db, article)).map(({ target }) => target)).toEqual([aTarget(), open]);
    const before = await lastSeq(archive.db);
    expect(await updateTargets(archive.db, told)).toEqual([]);
    expect(await lastSeq(archive.db)).toBe(before);
  });

  it('writes all or nothing', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive);
    await replaceMentions(archive.db, article, [aMention({ target: open })]);
    const told = [0, 7].map((ordinal) => ({ article, ordinal, target: aTarget() }));
    await expect(updateTargets(archive.db, told)).rejects.toThrow(/Cannot resolve mention 7/);
    expect((await getMentions(archive.db, article))[0]?.target).toEqual(open);
  });

  it('keeps the documents of the meeting in step', async () => {
    const archive = await anArchive();
    const article = await keepArticle(archive);
    await replaceMeetings(archive.db, [article], [{ ...aMeeting(), id: 'm1', articleIds: [article] }]);
    const documents = async () => (await getMeeting(archive.db, 'm1'))?.documents;
    await replaceMentions(archive.db, article, [aMention({ target: open })]);
    expect(await documents()).toEqual([]);
    await updateTargets(archive.db, [{ article, ordinal: 0, target: aTarget() }]);
    expect(await documents()).toEqual([aDocument().id]);
    await updateTargets(archive.db, [{ article, ordinal: 0, target: aTarget({ document: provincial }) }]);
    expect(await documents()).toEqual([provincial]);
    await replaceMentions(archive.db, article, []);
    expect(await documents()).toEqual([]);
  });
});
