import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate, ReferenceCode } from '../citations/citation.ts';
import { localBody, nationalBody } from './body.ts';
import type { DocumentId } from './document.ts';
import { compileDossier, compileEntry, type Testimony } from './dossier.ts';
import type { DocumentIdentity } from './identity.ts';

const id = 'nq-31-tu.ha-long.2020' as DocumentId;
const city: DocumentIdentity = {
  type: 'NQ',
  number: '31',
  body: localBody('TU', 'city', { province: 'Quảng Ninh', district: 'Hạ Long' }),
  codeYear: null,
  term: '2020-2025',
  year: null,
};
const centre: DocumentIdentity = { ...city, body: nationalBody('TW', null) ?? city.body, term: '2021-2026' };

function say(given: Partial<Testimony> = {}): Testimony {
  return {
    mentions: 1,
    canonical: '31-NQ/TU' as ReferenceCode,
    meant: null,
    date: null,
    subject: null,
    issuerName: null,
    kind: 'code',
    ...given,
  };
}
const date = (day: string): IsoDate => day as IsoDate;
const code = (text: string): ReferenceCode => text as ReferenceCode;

describe('what mentions say of a document', () => {
  it('draws up what is known', () => {
    const mentions = [say({ date: date('2022-01-12'), subject: 'chỉnh trang đô thị' }), say({ mentions: 2 })];
    expect(compileDossier(id, city, mentions, 2)).toEqual({
      id,
      code: '31-NQ/TU',
      type: 'NQ',
      number: '31',
      year: null,
      issuer: 'Thành ủy Hạ Long',
      level: 'district',
      place: { province: 'Quảng Ninh', district: 'Hạ Long' },
      term: '2020-2025',
      date: '2022-01-12',
      title: 'chỉnh trang đô thị',
      aliases: [],
      state: 'cited_only',
      citedBy: 2,
      conflicts: [],
    });
  });

  it('dates an act of the centre by the published list, where no mention prints a date', () => {
    const plenum: DocumentIdentity = { ...centre, number: '04', term: '2016-2021' };
    expect(compileDossier(id, plenum, [say()], 1).date).toBe('2016-10-30');
    expect(compileDossier(id, plenum, [say({ date: date('2016-10-31') })], 1).date).toBe('2016-10-31');
    expect(compileDossier(id, { ...city, number: '04', term: '2016-2021' }, [say()], 1).date).toBeNull();
  });

  it('calls its type what most mentions do, where the symbol names several', () => {
    const regulation: DocumentIdentity = { ...centre, type: 'QĐ', number: '37' };
    const mentions = [say({ opening: 'Quy định số 37-QĐ/TW', mentions: 2 }), say({ opening: 'Quyết định 37-QĐ/TW' })];
    expect(compileDossier(id, regulation, mentions, 3).typeName).toBe('Quy định');
    expect(compileDossier(id, city, [say()], 1).typeName).toBeUndefined();
  });

  it('shows the date most give, and keeps the others beside it', () => {
    const mentions = [
      say({ date: date('2022-01-12') }),
      say({ date: date('2022-12-01') }),
      say({ date: date('2022-01-12'), subject: 'đô thị' }),
    ];
    expect(compileDossier(id, city, mentions, 1)).toMatchObject({
      date: '2022-01-12',
      conflicts: [
        {
          field: 'date',
          values: [
            { value: '2022-01-12', mentions: 2 },
            { value: '2022-12-01', mentions: 1 },
          ],
        },
      ],
    });
  });

  it('names it as was meant, and keeps the misprint as another name', () => {
    const mentions = [say({ canonical: code('31-NQ/TW'), meant: code('31-NQ/TU'), mentions: 2 }), say()];
    expect(compileDossier(id, city, mentions, 1)).toMatchObject({
      code: '31-NQ/TU',
      aliases: ['31-NQ/TW'],
      conflicts: [
        {
          field: 'code',
          values: [
            { value: '31-NQ/TW', mentions: 2 },
            { value: '31-NQ/TU', mentions: 1 },
          ],
        },
      ],
    });
  });

  it('shows a misprint beside what was meant, where nobody prints that', () => {
    const mentions = [say({ canonical: code('31-NQ/TW'), meant: code('31-NQ/TU') })];
    expect(compileDossier(id, city, mentions, 1)).toMatchObject({
      code: '31-NQ/TU',
      aliases: ['31-NQ/TW'],
      conflicts: [
        {
          field: 'code',
          values: [
            { value: '31-NQ/TW', mentions: 1 },
            { value: '31-NQ/TU', mentions: 0 },
          ],
        },
      ],
    });
  });

  it('keeps two years of one law side by side', () => {
    const law = { ...city, body: nationalBody('QH14', null) ?? city.body, type: 'L', number: '34', term: '14' };
    const mentions = [
      say({ canonical: code('34/2018/QH14') }),
      say({ canonical: code('34/2018/QH14') }),
      say({ canonical: code('34/2019/QH14') }),
    ];
    expect(compileDossier(id, law, mentions, 1)).toMatchObject({
      code: '34/2018/QH14',
      aliases: ['34/2019/QH14'],
      issuer: 'Quốc hội',
      year: null,
    });
  });

  it("prefers the spelling of the issuer's system", () => {
    const mentions = [say({ canonical: code('31/NQ-TU') }), say({ canonical: code('31/NQ-TU') }), say()];
    expect(compileDossier(id, city, mentions, 1).code).toBe('31-NQ/TU');
  });

  it('names a document of short forms by what they were completed to', () => {
    const mentions = [say({ kind: 'short', canonical: null }), say({ kind: 'short', canonical: code('31-NQ/TU') })];
    expect(compileDossier(id, city, mentions, 1)).toMatchObject({ code: '31-NQ/TU', aliases: [] });
  });

  it('spells the code where mentions give nothing but a name', () => {
    const named = [say({ kind: 'named', canonical: null })];
    const body = nationalBody('TTg', null) ?? city.body;
    const scheme = { ...city, type: 'QĐ', number: '06', body, term: null, year: 2022 };
    expect(compileDossier(id, { ...centre, number: '4' }, named, 1)).toMatchObject({ code: '04-NQ/TW', date: null });
    expect(compileDossier(id, scheme, named, 1)).toMatchObject({ code: '06/QĐ-TTg', year: 2022 });
    expect(compileDossier(id, { ...scheme, codeYear: 2022 }, named, 1).code).toBe('06/2022/QĐ-TTg');
  });

  it.each([
    ['the organ most often named', ['Ban Bí thư', 'Bộ Chính trị', 'Ban Bí thư'], 'Ban Bí thư'],
    ['not the centre as a whole', ['Trung ương', 'Trung ương', 'Bộ Chính trị'], 'Bộ Chính trị'],
    ['not another body beside it', ['UBND tỉnh', 'UBND tỉnh', 'Ban Chấp hành Trung ương'], 'Ban Chấp hành Trung ương'],
    ['the Party where none is named', [null, 'Trung ương'], 'Trung ương Đảng'],
  ])('gives as issuer at the centre %s', (_note, names, issuer) => {
    const mentions = names.map((issuerName) => say({ canonical: code('31-NQ/TW'), issuerName }));
    expect(compileDossier(id, centre, mentions, 1).issuer).toBe(issuer);
  });
});

describe('the title', () => {
  const full = 'cải tạo, nâng cấp hạ tầng khu dân cư đô thị cũ';
  const cut = 'cải tạo, nâng cấp hạ tầng';
  const other = 'chỉnh trang đô thị và nông thôn giai đoạn mới, lâu dài';
  const of = (subject: string, day: string | null = null) => say({ subject, date: day === null ? null : date(day) });

  it.each([
    ['none', [], null],
    ['what most give', [of(full), of(full), of(other)], full],
    [
      'of spellings of one the most frequent',
      [of('chỉnh trang đô thị'), of('Chỉnh trang, đô thị'), of('chỉnh trang đô thị')],
      'chỉnh trang đô thị',
    ],
    ['the fuller one before the cut one with one mention more', [of(cut), of(cut), of(full)], full],
    ['the cut one where hardly anybody gives the fuller', [of(cut), of(cut), of(cut), of(full)], cut],
    ['of two the one given with the date', [of(other), of(cut, '2022-01-12')], cut],
    ['of two with dates the longer', [of(other, '2022-01-12'), of(cut, '2022-01-12')], other],
    ['not what ran on into the sentence', [of(full), of(`${full}, Ban Thường vụ giao`)], full],
    ['step by step to the fullest', [of(cut), of(cut), of(`${cut} khu dân cư`), of(full)], full],
    ['no word cut in two', [of('cải tạo'), of('cải tạo'), of('cải tạovườn')], 'cải tạo'],
  ])('is %s', (_note, mentions, title) => {
    expect(compileDossier(id, city, [say(), ...mentions], 1).title).toBe(title);
    expect(compileEntry(id, code('31-NQ/TU'), { type: 'NQ', number: '31', year: null }, mentions, 1).title).toBe(title);
  });
});

describe('an entry of a code that nothing settles', () => {
  it('has no issuer, no term and no place', () => {
    const parts = { type: 'NQ', number: '31', year: null };
    expect(compileEntry(id, code('31-NQ/TU'), parts, [say(), say()], 2)).toMatchObject({
      ...parts,
      issuer: null,
      level: null,
      place: null,
      term: null,
      date: null,
      citedBy: 2,
      conflicts: [],
    });
  });
});

it('depends on the set of mentions alone, not on their order', () => {
  const anyTestimony = fc.record<Testimony>({
    mentions: fc.integer({ min: 1, max: 5 }),
    canonical: fc.constantFrom(code('31-NQ/TU'), code('31-NQ/TW'), code('31/NQ-TU')),
    meant: fc.constantFrom(null, code('31-NQ/TU')),
    date: fc.constantFrom(null, date('2022-01-12'), date('2022-12-01'), date('2021-01-12')),
    subject: fc.constantFrom(null, 'đô thị', 'đô thị cũ', 'Đô thị', 'kinh tế biển', 'đô thị, Ban Thường vụ'),
    issuerName: fc.constantFrom(null, 'Ban Bí thư', 'Bộ Chính trị', 'Trung ương'),
    kind: fc.constantFrom('code', 'short', 'backref'),
  });
  fc.assert(
    fc.property(
      fc.array(anyTestimony, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(city, centre),
      fc.gen(),
      (mentions, identity, gen) => {
        const shuffled = gen(fc.shuffledSubarray, mentions, { minLength: mentions.length });
        expect(compileDossier(id, identity, shuffled, 1)).toEqual(compileDossier(id, identity, mentions, 1));
      },
    ),
    { numRuns: 500 },
  );
});
