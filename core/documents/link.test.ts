import { describe, expect, it } from 'vitest';
import { type IssuingBody, localBody } from './body.ts';
import { type DocumentIdentity, mintDocumentId } from './identity.ts';
import { gatherKnown, type KnownPrint } from './known-document.ts';
import { isWaitedFor, linkOpenMention, seriesOf, waitsOn } from './link.ts';
import type { Settlement } from './settlement.ts';

const province = localBody('UBND', 'province', { province: 'Vân Hải' });
const city = localBody('UBND', 'city', { province: 'Vân Hải', district: 'Sông Mơ' });

function act(body: IssuingBody, year: number, number = '45'): DocumentIdentity {
  return { type: 'QĐ', number, body, codeYear: null, term: null, year };
}

function print(identity: DocumentIdentity, given: Partial<KnownPrint> = {}): KnownPrint {
  return { identity, date: null, subject: null, mentions: 1, ...given };
}

function know(...identities: readonly DocumentIdentity[]) {
  return gatherKnown(identities.map((identity) => print(identity)));
}

const undated = { type: 'QĐ', number: '45', body: province, codeYear: null };
const open: Settlement = { kind: 'undated', identity: undated, date: '2022-05-05', why: [] };

describe('what the archive knows', () => {
  it('gathers dates and subjects of each document once, from mentions that settle it', () => {
    const identity = act(province, 2022);
    const known = gatherKnown([
      print(identity, { date: '2022-02-01', subject: 'Đất đai' }),
      print(identity, { date: '2022-01-02', subject: 'đất  đai' }),
    ]);
    expect(known).toEqual([
      {
        id: mintDocumentId(identity),
        identity,
        dates: new Set(['2022-02-01', '2022-01-02']),
        subjects: new Set(['dat dai']),
        issuedYear: 2022,
      },
    ]);
  });

  it('keeps of very many prints those that most mentions give', () => {
    const identity = act(province, 2022);
    const rare = Array.from({ length: 40 }, (_, n) => print(identity, { subject: `chép sai lần ${n}` }));
    const [known] = gatherKnown([...rare, print(identity, { subject: 'quản lý đất đai', mentions: 3 })]);
    expect(known?.subjects.size).toBeLessThan(20);
    expect(known?.subjects).toContain('quan ly dat dai');
  });

  it('spells an identity alike, whichever mention came first', () => {
    const [one, other] = [act(province, 2022, '45'), act(province, 2022, '045')];
    const spelled = (order: readonly DocumentIdentity[]) => gatherKnown(order.map((identity) => print(identity)));
    expect(spelled([one, other])).toEqual(spelled([other, one]));
  });

  it.each([
    ['its own year', { codeYear: null, year: 2021 }, null, 2021],
    ['the year in its code', { codeYear: 2019, year: null }, '2021-01-01', 2019],
    ['its first date', { codeYear: null, year: null }, '2020-05-05', 2020],
    ['nothing', { codeYear: null, year: null }, null, null],
  ])('tells the year of issue by %s', (_note, years, date, issuedYear) => {
    const identity = { ...act(province, 2021), ...years };
    expect(gatherKnown([print(identity, { date })])).toMatchObject([{ issuedYear }]);
  });
});

describe('linkOpenMention', () => {
  it.each([
    ['the year of the article', [2022], 'resolved'],
    ['two years before', [2020], 'resolved'],
    ['three years before', [2019], 'ambiguous'],
    ['the year after', [2023], 'ambiguous'],
    ['one near and one far', [2021, 2015], 'resolved'],
    ['two near', [2021, 2022], 'ambiguous'],
  ])('links the one of %s', (_note, years, status) => {
    const known = know(...years.map((year) => act(province, year)));
    expect(linkOpenMention(open, known)).toMatchObject({ status });
  });

  it('takes no other body, number or type, and none with a year in its code', () => {
    const others = [
      act(city, 2022),
      act(province, 2022, '46'),
      { ...act(province, 2022), type: 'KH' },
      { ...act(province, 2022), codeYear: 2022, year: null },
    ];
    const { status, document, candidates } = linkOpenMention(open, know(...others));
    expect([status, document]).toEqual(['ambiguous', null]);
    expect(candidates.map((one) => one.document)).toEqual(
      [2022, 2021, 2020].map((year) => mintDocumentId(act(province, year))),
    );
  });

  it('puts what is known and near first', () => {
    const known = know(act(province, 2015), act(province, 2021), act(province, 2022));
    const { candidates } = linkOpenMention(open, known);
    expect(candidates.map((one) => [one.document, one.score])).toEqual([
      [mintDocumentId(act(province, 2021)), 0.6],
      [mintDocumentId(act(province, 2022)), 0.6],
      [mintDocumentId(act(province, 2015)), 0.3],
    ]);
  });

  it('leaves a bare code open although one body alone is known to have issued it', () => {
    const several: Settlement = {
      kind: 'several-undated',
      identities: [undated, { ...undated, body: city }],
      date: '2022-05-05',
      why: [],
    };
    const { status, candidates } = linkOpenMention(several, know(act(city, 2022)));
    expect(status).toBe('ambiguous');
    expect(candidates[0]).toMatchObject({ document: mintDocumentId(act(city, 2022)), score: 0.6 });
  });

  it('is unknown where there is neither a day nor anything known', () => {
    expect(linkOpenMention({ ...open, date: null }, [])).toEqual({
      status: 'unknown',
      document: null,
      candidates: [],
      evidence: [],
    });
    expect(linkOpenMention({ kind: 'unknown', why: [] }, know(act(province, 2022)))).toMatchObject({
      status: 'unknown',
    });
  });

  it.each([
    ['the same words', 'về quản lý đất đai ở đô thị', 'resolved'],
    ['cut behind a word', 'về quản lý đất đai ở đô thị cũ và mới', 'resolved'],
    ['too short to be cut', 'về quản lý', 'ambiguous'],
    ['run on into the sentence', 'về quản lý đất đai ở đô thị được nhắc lại', 'resolved'],
    ['the same but for a year', 'về quản lý đất đai ở đô thị năm 2020', 'resolved'],
    ['other years behind the same words', 'về quản lý đất đai ở vùng 2020', 'ambiguous'],
    ['other words', 'về bảo vệ rừng phòng hộ đầu nguồn', 'ambiguous'],
  ])('tells two known ones apart by a subject of %s', (_note, subject, status) => {
    const known = gatherKnown([
      print(act(province, 2021), { subject: 'về quản lý đất đai ở đô thị' }),
      print(act(province, 2022), { subject: 'về phòng cháy' }),
    ]);
    expect(linkOpenMention(open, known, subject)).toMatchObject({ status });
  });
});

describe('waitsOn', () => {
  const district = localBody('TU', 'city', { province: 'Vân Hải', district: 'Sông Mơ' });
  const homeless = localBody('TU', 'city', { province: null, district: 'Sông Mơ' });
  const term = { type: 'NQ', number: '5', body: district, codeYear: null, term: '2020-2025', year: null };
  const ofArticle = [{ code: 'date-of-article', params: {} }];
  const subject = 'về quản lý đất đai ở đô thị cũ';

  it.each<[string, Settlement, string | null, string | null]>([
    ['nothing, where its own words settle it', { kind: 'settled', identity: term, why: [] }, subject, null],
    ['nothing, where nothing is told', { kind: 'unknown', why: [] }, subject, null],
    [
      'nothing, where no subject could tell another term',
      { kind: 'settled', identity: term, why: ofArticle },
      'về đất',
      null,
    ],
    [
      'its body, for another term with this subject',
      { kind: 'settled', identity: term, why: ofArticle },
      subject,
      'TU@mo',
    ],
    [
      'its body, for the province of a city',
      { kind: 'settled', identity: { ...term, body: homeless }, why: [] },
      null,
      'TU@mo',
    ],
    ['its body, for the year', open, null, 'UBND@hai'],
    [
      'every body that fits, each once and in order, where several do',
      {
        kind: 'several',
        identities: [
          { ...term, body: localBody('TU', 'province', { province: 'Vân Hải' }) },
          term,
          { ...term, term: '2015-2020' },
        ],
        printed: null,
        why: [],
      },
      null,
      'TU@hai TU@mo',
    ],
    [
      'any body, where very many fit',
      {
        kind: 'several-undated',
        identities: Array.from({ length: 9 }, (_, n) => ({
          ...undated,
          body: localBody('UBND', 'city', { province: 'Vân Hải', district: `Bến ${n}` }),
        })),
        date: null,
        why: [],
      },
      null,
      '*',
    ],
  ])('is %s', (_note, settlement, printed, series) => {
    expect(waitsOn(settlement, printed)).toBe(series);
  });

  it.each([
    ['TU@mo', ['TU@mo'], true],
    ['TU@hai TU@mo', ['TU@long', 'TU@mo'], true],
    ['TU@hai TU@mo', ['TU@long', 'HU@mo'], false],
    ['*', ['TU@long'], true],
    ['*', [], false],
  ])('of %s is told when %j have changed: %s', (waitsFor, changed, isTold) => {
    expect(isWaitedFor(waitsFor, new Set(changed))).toBe(isTold);
  });

  it('is the same for all bodies that may be one', () => {
    expect(seriesOf(district)).toBe(seriesOf(homeless));
    expect(seriesOf(district)).not.toBe(seriesOf(province));
  });
});
