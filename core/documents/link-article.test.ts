import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../citations/citation.ts';
import { localBody } from './body.ts';
import { evidence } from './evidence.ts';
import { type DocumentIdentity, mintDocumentId } from './identity.ts';
import type { KnownDocument } from './known-document.ts';
import { linkTogether, type OpenMention } from './link-article.ts';

const city = localBody('TU', 'city', { province: 'Vân Hải', district: 'Sông Mơ' });
const province = localBody('TU', 'province', { province: 'Vân Hải' });
const of = (body: DocumentIdentity['body'], term = '2015-2020'): DocumentIdentity => ({
  type: 'KH',
  number: '27',
  body,
  codeYear: null,
  term,
  year: null,
});
const day = '2018-07-03' as IsoDate;
const subject = 'về sắp xếp lại các chợ dân sinh';

function known(identity: DocumentIdentity): KnownDocument {
  return {
    id: mintDocumentId(identity),
    identity,
    dates: new Set([day]),
    subjects: new Set(['ve sap xep lai cac cho dan sinh']),
    issuedYear: 2018,
  };
}

const several = (printed: IsoDate | null): OpenMention => ({
  settlement: { kind: 'several', identities: [of(city), of(province)], printed, why: [] },
  subject: null,
  codeKey: '27khtu',
});
const byArticle = (identity: DocumentIdentity): OpenMention => ({
  settlement: { kind: 'settled', identity, why: [evidence('date-of-article', { date: '2021-01-01', term: 'x' })] },
  subject: null,
  codeKey: '27khtu',
});
const told = several(day);
const id = mintDocumentId(of(city));

describe('mentions of one code in one text', () => {
  it.each<[string, readonly OpenMention[], readonly (string | null)[]]>([
    ['mean what a dated one is told to mean', [told, several(null)], [id, id]],
    ['also where the bare one stands first', [several(null), told], [id, id]],
    ['not where the bare one prints another day', [told, several('2019-01-01' as IsoDate)], [id, null]],
    ['not where their codes differ', [told, { ...several(null), codeKey: '27khhu' }], [id, null]],
    ['stay open where nothing is told', [several(null), several(null)], [null, null]],
    ['of the same body, whatever term the article would tell', [told, byArticle(of(city, '2020-2025'))], [id, id]],
    [
      'not of another body',
      [told, byArticle(of(province, '2020-2025'))],
      [id, mintDocumentId(of(province, '2020-2025'))],
    ],
    ['that nothing tells stay unknown', [told, { ...told, settlement: { kind: 'unknown', why: [] } }], [id, null]],
  ])('%s', (_note, mentions, documents) => {
    expect(linkTogether(mentions, [known(of(city))]).map(({ document }) => document)).toEqual(documents);
  });

  it('stay open where two of them are told apart', () => {
    const both = [
      known(of(city)),
      { ...known(of(province)), dates: new Set(['2018-08-08']), subjects: new Set<string>() },
    ];
    const mentions = [told, several('2018-08-08' as IsoDate), several(null)];
    expect(linkTogether(mentions, both).map(({ status }) => status)).toEqual(['resolved', 'resolved', 'ambiguous']);
  });

  it('say on what it rests', () => {
    const [, bare] = linkTogether([{ ...several(null), subject }, several(null)], [known(of(city))]);
    expect(bare?.evidence.map(({ code }) => code)).toEqual(['same-text']);
  });
});
