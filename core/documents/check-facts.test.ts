import { describe, expect, it } from 'vitest';
import { aDocument } from '../../test/builders.ts';
import { parseDay } from '../citations/document-date.ts';
import type { CheckFacts } from './check-facts.ts';
import { knownDate, knownIssuer, knownSubject, speaksOfParts } from './check-facts.ts';

function factsOf(given: Partial<CheckFacts>): CheckFacts {
  const document = aDocument({ date: null, title: null });
  return { document, dates: [], issuers: [], subjects: [], changes: [], hasTwin: false, ...given };
}

function said(...counts: readonly (readonly [day: string, mentions: number])[]) {
  return counts.flatMap(([day, mentions]) => {
    const [year, month, date] = day.split('-');
    const value = parseDay(date, month, year);
    return value === null ? [] : [{ value, mentions }];
  });
}

const day = said(['2022-02-14', 1])[0]?.value ?? null;

describe('the day of a document', () => {
  it.each([
    ['nobody gives', said(), 'none'],
    ['one mention gives', said(['2022-02-14', 1]), 'single'],
    ['two give', said(['2022-02-14', 2]), 'sure'],
    ['most give', said(['2022-02-14', 8], ['2022-02-15', 2]), 'sure'],
    ['half give', said(['2022-02-14', 5], ['2022-02-15', 4]), 'disputed'],
    ['one each gives', said(['2022-02-14', 1], ['2022-02-15', 1]), 'disputed'],
  ])('that %s', (_note, dates, kind) => {
    expect(knownDate(factsOf({ dates })).kind).toBe(kind);
  });

  it('is that of its own text, whatever others say', () => {
    const document = aDocument({ state: 'held', date: day });
    expect(knownDate(factsOf({ document, dates: said(['2022-02-20', 9]) }))).toEqual({
      kind: 'sure',
      date: '2022-02-14',
      mentions: null,
    });
  });
});

describe('the issuer of a document', () => {
  const body = { issuer: 'Thành ủy Sông Mơ', level: 'district' } as const;
  const centre = { issuer: 'Trung ương Đảng', level: 'central' } as const;
  it.each([
    ['the body alone', body, [['Thành ủy', 5]], 'Thành ủy Sông Mơ'],
    ['the organ most name', body, [['Ban Thường vụ Thành ủy', 2]], 'Ban Thường vụ Thành ủy Sông Mơ'],
    ['the body where one names an organ', body, [['Ban Thường vụ Thành ủy', 1]], 'Thành ủy Sông Mơ'],
    ['the body where a person is named', body, [['Bí thư Thành ủy', 4]], 'Thành ủy Sông Mơ'],
    ['the organ of the centre', centre, [['Bộ Chính trị', 3]], 'Bộ Chính trị'],
    [
      'none where the organs are told apart by halves',
      centre,
      [
        ['Bộ Chính trị', 2],
        ['Ban Bí thư', 2],
      ],
      null,
    ],
    ['none that nobody names', { ...body, issuer: null }, [], null],
  ] as const)('is %s', (_note, given, names, issuer) => {
    const issuers = names.map(([value, mentions]) => ({ value, mentions }));
    expect(knownIssuer(factsOf({ document: aDocument(given), issuers }))).toBe(issuer);
  });
});

describe('the subject of a document', () => {
  const title = 'Về việc chỉnh trang khu dân cư cũ';
  const key = 'chinh trang khu dan cu cu';
  it.each([
    ['two agree on', { title }, [[key, 2]], 'chỉnh trang khu dân cư cũ'],
    ['one gives', { title }, [[key, 1]], null],
    ['its text gives', { title, state: 'held' }, [], 'chỉnh trang khu dân cư cũ'],
    ['ran on into its sentence', { title: 'chỉnh trang, Ban Chấp hành đã họp' }, [['chinh trang', 9]], null],
    [
      'others give otherwise',
      { title },
      [
        [key, 2],
        ['cay xanh do thi', 3],
      ],
      null,
    ],
  ] as const)('that %s', (_note, given, keys, subject) => {
    const subjects = keys.map(([value, mentions]) => ({ value, mentions }));
    expect(knownSubject(factsOf({ document: aDocument(given), subjects }))).toBe(subject);
  });
});

it.each([
  ['Quyết định A bãi bỏ khoản 2 Điều 5 Quyết định B.', true],
  ['Nghị quyết A thay thế một phần Nghị quyết B.', true],
  ['Nghị quyết A thay thế Nghị quyết B.', false],
  ['Theo Điều 5 Luật C, Nghị quyết A thay thế Nghị quyết B.', false],
])('%s speaks of parts: %s', (sentence, isPartial) => {
  expect(speaksOfParts(sentence)).toBe(isPartial);
});
