import { describe, expect, it } from 'vitest';
import {
  aDocument,
  aMeeting,
  aMention,
  anArchive,
  aTarget,
  fileUnder,
  keepArticle,
  sampleText,
} from '../../test/builders.ts';
import type { ReferenceCode } from '../citations/citation.ts';
import type { DocumentId } from '../documents/document.ts';
import type { Archive } from './archive.ts';
import { countArticles } from './articles.ts';
import { listCaptures } from './captures.ts';
import { changesSince } from './changes.ts';
import { keepDecision, listDecisions } from './decisions.ts';
import { putDocuments, streamDocuments } from './documents.ts';
import { readDossiersDue } from './dossiers-due.ts';
import { getMeeting } from './meeting-lists.ts';
import { replaceMeetings } from './meetings.ts';
import { replaceMentions } from './mentions.ts';
import type { ArticleId, MentionRecord } from './records.ts';
import { replaceRelations } from './relations.ts';
import { removeSamples } from './samples.ts';
import { streamSnapshots } from './snapshots.ts';

const shared = aDocument({ citedBy: 2 });
const own = aDocument({
  id: 'ct-18-tw.2021' as DocumentId,
  code: '18-CT/TW' as ReferenceCode,
  type: 'CT',
  number: '18',
});
const held = { ...own, id: 'l-15-2017-qh14' as DocumentId, state: 'held' as const };
const entry = aDocument({
  id: 'ma.kh-5-hu' as DocumentId,
  code: '05-KH/HU' as ReferenceCode,
  type: 'KH',
  number: '5',
  issuer: null,
});
const sharedEntry = { ...entry, id: 'ma.kh-6-hu' as DocumentId, code: '06-KH/HU' as ReferenceCode, number: '6' };
const open = (code: string): Partial<MentionRecord> => ({
  canonical: code as ReferenceCode,
  target: aTarget({ status: 'unknown' }),
});

async function keep(
  archive: Archive,
  name: string,
  isSample: boolean,
  mentions: Partial<MentionRecord>[],
): Promise<ArticleId> {
  const article = await keepArticle(archive, {
    url: `https://tin.example.vn/${name}`,
    isSample,
    text: `${sampleText} ${name}`,
  });
  await replaceMentions(
    archive.db,
    article,
    mentions.map((given, ordinal) => aMention({ ...given, article, ordinal })),
  );
  return article;
}

async function withSamples(archive: Archive) {
  const meanOwn = { target: aTarget({ document: own.id }) };
  const meanHeld = { target: aTarget({ document: held.id }) };
  const sample = await keep(archive, 'mẫu', true, [{}, meanOwn, meanHeld, open('05-KH/HU'), open('06-KH/HU')]);
  const alone = await keep(archive, 'mẫu khác', true, [meanOwn]);
  const real = await keep(archive, 'thật', false, [{}, open('06-KH/HU')]);
  await fileUnder(archive, real, held);
  await putDocuments(archive.db, [shared, own, held, entry, sharedEntry]);
  await replaceRelations(
    archive.db,
    [sample],
    [{ from: own.id, to: shared.id, kind: 'implements', article: sample, sentence: 'Chỉ thị thực hiện Nghị quyết.' }],
  );
  await replaceMeetings(
    archive.db,
    [],
    [
      { ...aMeeting(), id: 'chung', articleIds: [sample, real] },
      { ...aMeeting(), id: 'riêng', articleIds: [alone] },
    ],
  );
  return { sample, alone, real };
}

describe('removeSamples', () => {
  it('takes the samples and what comes from them alone, and says what is left to derive again', async () => {
    const archive = await anArchive();
    const { db } = archive;
    const { sample, alone, real } = await withSamples(archive);
    const removal = await removeSamples(db);
    expect([...removal.removed].sort()).toEqual([sample, alone].sort());
    expect(await readDossiersDue(archive.db, 99)).toEqual(expect.arrayContaining([shared.id, sharedEntry.id]));
    expect(removal.articlesLeft).toEqual([real]);
    const documents = [];
    for await (const { id } of streamDocuments(db)) documents.push(id);
    expect(documents).toEqual([shared.id, held.id, sharedEntry.id].sort());
    expect(await getMeeting(db, 'riêng')).toBeNull();
    expect(await getMeeting(db, 'chung')).toMatchObject({ articles: [real], documents: [shared.id] });
    expect(await db.selectFrom('relations').selectAll().execute()).toEqual([]);
    expect([await countArticles(db), await countArticles(db, { samples: true })]).toEqual([1, 0]);
  });

  it('leaves bytes, captures and what persons decided', async () => {
    const archive = await anArchive();
    const { db } = archive;
    await withSamples(archive);
    const decision = await keepDecision(db, {
      verdict: { kind: 'correct', document: aDocument().id, says: { title: 'về đô thị' } },
      reason: 'đọc bản giấy',
      madeBy: 'mai',
      madeAt: new Date('2022-05-01T02:00:00.000Z'),
    });
    await removeSamples(db);
    let snapshots = 0;
    for await (const _ of streamSnapshots(db)) snapshots += 1;
    expect(snapshots).toBe(3);
    expect(await listCaptures(db, ['https://tin.example.vn/mẫu'])).toHaveLength(1);
    expect(await listDecisions(db)).toEqual([decision]);
  });

  it('is heard by whoever listens, and once only', async () => {
    const archive = await anArchive();
    const { sample, alone } = await withSamples(archive);
    await removeSamples(archive.db);
    const gone: string[] = [];
    let last = 0;
    for await (const { changes, seq } of changesSince(archive.db, 0)) {
      gone.push(...changes.filter(({ op }) => op === 'remove').map(({ id }) => id));
      last = seq;
    }
    expect(gone.sort()).toEqual([sample, alone, own.id, entry.id, 'riêng'].sort());
    expect(await removeSamples(archive.db)).toEqual({ removed: [], articlesLeft: [] });
    for await (const batch of changesSince(archive.db, last)) expect(batch).toBeUndefined();
  });
});
