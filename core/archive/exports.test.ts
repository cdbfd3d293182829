import { describe, expect, it } from 'vitest';
import {
  aDocument,
  aMeeting,
  aMention,
  anArchive,
  anArticle,
  aTarget,
  collect,
  keepArticle,
  sampleText,
  sampleUrl,
} from '../../test/builders.ts';
import type { DocumentId } from '../documents/document.ts';
import { getArticle, putArticleAlias } from './articles.ts';
import { putDocuments } from './documents.ts';
import { exportArticles, exportCitations, exportDocuments, exportMeetings, exportRelations } from './exports.ts';
import { replaceMeetings } from './meetings.ts';
import { replaceMentions } from './mentions.ts';
import { replaceRelations } from './relations.ts';

/** One article with two mentions, one of them ambiguous; its meeting, document, an entry, a relation. */
async function aFullArchive() {
  const archive = await anArchive();
  const { db } = archive;
  const article = await keepArticle(archive, { warnings: [{ code: 'no-author', detail: '' }] });
  await putArticleAlias(db, article, `${sampleUrl}?in=1`);
  const why = [{ code: 'same-term', params: { term: '2020-2025' } }];
  const target = aTarget({ status: 'ambiguous', candidates: [{ document: aDocument().id, score: 0.5, why }] });
  await replaceMentions(db, article, [aMention(), aMention({ ordinal: 1, flags: ['repaired'], target })]);
  await putDocuments(db, [aDocument(), aDocument({ id: 'ma.nq-31-tu' as DocumentId, issuer: null })]);
  await replaceRelations(
    db,
    [article],
    [
      {
        from: 'kh-77-tu.song-mo.2020' as DocumentId,
        to: aDocument().id,
        kind: 'implements',
        article,
        sentence: 'Câu.',
      },
    ],
  );
  await replaceMeetings(db, [article], [{ ...aMeeting(), id: 'm1', articleIds: [article] }]);
  return { db, article };
}

describe('exports have the shapes of the contract', () => {
  it('articles', async () => {
    const { db, article } = await aFullArchive();
    const [line] = await collect(exportArticles(db));
    expect(line).toEqual({
      id: article,
      source: 'song-mo',
      url: sampleUrl,
      aliases: [`${sampleUrl}?in=1`],
      status: 'held',
      versions: 1,
      title: anArticle().title,
      lead: null,
      text: sampleText,
      author: null,
      published: '2022-04-06T07:30:00+07:00',
      updated: null,
      encoding: 'utf-8',
      content_hash: (await getArticle(db, article))?.contentHash,
      attachments: [],
      meeting: 'm1',
      citations: [
        { canonical: '31-NQ/TU', document: aDocument().id, start: 130, end: 152, kind: 'code' },
        { canonical: '31-NQ/TU', document: null, start: 130, end: 152, kind: 'code' },
      ],
      warnings: [{ code: 'no-author', detail: '' }],
    });
    const [citation] = line?.citations ?? [];
    expect(line?.text.slice(citation?.start, citation?.end)).toBe('Nghị quyết số 31-NQ/TU');
  });

  it('documents, without entries of unsettled codes', async () => {
    const { db } = await aFullArchive();
    expect(await collect(exportDocuments(db))).toEqual([
      {
        id: 'nq-31-tu.song-mo.2020',
        code: '31-NQ/TU',
        type: 'NQ',
        number: '31',
        year: null,
        issuer: 'Thành ủy Sông Mơ',
        level: 'district',
        place: { province: 'Quảng Ninh', district: 'Sông Mơ' },
        term: '2020-2025',
        date: '2022-01-12',
        title: 'chỉnh trang đô thị',
        aliases: [],
        state: 'cited_only',
        cited_by: 1,
        conflicts: [],
      },
    ]);
  });

  it('citations, with evidence in words', async () => {
    const { db, article } = await aFullArchive();
    const lines = await collect(exportCitations(db, ({ code, params }) => `${code}: ${Object.values(params).join()}`));
    const mention = aMention();
    expect(lines[0]).toEqual({
      article,
      url: sampleUrl,
      start: mention.start,
      end: mention.end,
      surface: 'Nghị quyết số 31-NQ/TU',
      kind: 'code',
      canonical: '31-NQ/TU',
      document: aDocument().id,
      status: 'resolved',
      candidates: [],
      evidence: [{ code: 'issuer-named', text: 'issuer-named: Thành ủy Sông Mơ' }],
      sentence: mention.sentence,
      purpose: 'reports',
      origin: 'machine',
      flags: [],
    });
    expect(lines[1]).toMatchObject({
      document: null,
      status: 'ambiguous',
      candidates: [
        { document: aDocument().id, score: 0.5, why: [{ code: 'same-term', text: 'same-term: 2020-2025' }] },
      ],
      flags: ['repaired'],
    });
    expect(lines).toHaveLength(2);
  });

  it('relations', async () => {
    const { db, article } = await aFullArchive();
    expect(await collect(exportRelations(db))).toEqual([
      { from: 'kh-77-tu.song-mo.2020', to: aDocument().id, kind: 'implements', article, sentence: 'Câu.' },
    ]);
  });

  it('meetings', async () => {
    const { db } = await aFullArchive();
    expect(await collect(exportMeetings(db))).toEqual([
      {
        id: 'm1',
        kind: 'briefing',
        title: aMeeting().title,
        date: '2022-04-05',
        date_to: null,
        precision: 'day',
        host: 'Thành ủy Sông Mơ',
        place: null,
        chair: aMeeting().chair,
        participants: aMeeting().participants,
        articles: [sampleUrl],
        documents: [aDocument().id],
      },
    ]);
  });

  it('nothing from an empty archive', async () => {
    const { db } = await anArchive();
    const all = [
      exportArticles(db),
      exportDocuments(db),
      exportCitations(db, () => ''),
      exportRelations(db),
      exportMeetings(db),
    ];
    for (const lines of all) expect(await collect<unknown>(lines)).toEqual([]);
  });
});
