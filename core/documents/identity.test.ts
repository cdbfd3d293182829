import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentTypes } from '../citations/document-types.ts';
import { type IssuingBody, localBody, nationalBody, type PlaceKind } from './body.ts';
import {
  type DocumentIdentity,
  isAssemblySymbol,
  mintDocumentId,
  mintEntryId,
  numberKeysOf,
  parseDocumentId,
  slugNumber,
} from './identity.ts';
import { isPartySymbol } from './issuer-body.ts';

function national(symbol: string): IssuingBody {
  const body = nationalBody(symbol, null);
  if (body === null) throw new Error(`${symbol} is no national symbol`);
  return body;
}

const haLong = localBody('TU', 'city', { province: 'Quảng Ninh', district: 'Hạ Long' });
const council = localBody('HĐND', 'province', { province: 'Quảng Ninh' });

function identity(
  type: string,
  number: string,
  body: IssuingBody,
  given: Partial<DocumentIdentity> = {},
): DocumentIdentity {
  return { type, number, body, codeYear: null, term: null, year: null, ...given };
}

describe('ids of documents', () => {
  it.each([
    [identity('NQ', '21', haLong, { term: '2020-2025' }), 'nq-21-tu.ha-long.2020'],
    [identity('NQ', '07', haLong, { term: '2020-2025' }), 'nq-7-tu.ha-long.2020'],
    [identity('CT', '18', national('TW'), { term: '2021-2026' }), 'ct-18-tw.2021'],
    [identity('QĐi', '11', national('TW'), { term: '2016-2021' }), 'qdi-11-tw.2016'],
    [identity('NĐ', '30', national('CP'), { codeYear: 2020 }), 'nd-30-2020-cp'],
    [identity('NQ', '337', council, { codeYear: 2021 }), 'nq-337-2021-hdnd.quang-ninh'],
    [identity('NQ', '61', council, { year: 2022 }), 'nq-61-hdnd.quang-ninh.2022'],
    [identity('QĐ', '06', national('TTg'), { year: 2022 }), 'qd-6-ttg.2022'],
    [identity('QĐ', '06', national('TTg'), { codeYear: 2022 }), 'qd-6-2022-ttg'],
    [identity('L', '34', national('QH14'), { codeYear: 2019, term: '14' }), 'l-34-qh14'],
    [identity('NQ', '837', national('UBTVQH14'), { term: '14' }), 'nq-837-ubtvqh14'],
    [identity('NQ', '30a', national('CP'), { codeYear: 2008 }), 'nq-30a-2008-cp'],
    [identity('NQ', '66.7', national('CP'), { codeYear: 2025 }), 'nq-66-7-2025-cp'],
    [identity('TTLT', '55', national('BNV-VPCP'), { codeYear: 2005 }), 'ttlt-55-2005-bnv-vpcp'],
    [identity('ĐA', '05', haLong, { term: '2020-2025' }), 'da-5-tu.ha-long.2020'],
    [identity('DA', '05', haLong, { term: '2020-2025' }), 'duan-5-tu.ha-long.2020'],
  ])('%# reads %s', (given, id) => {
    expect(mintDocumentId(given)).toBe(id);
    expect(parseDocumentId(id)).toBe(id);
  });

  it.each([
    ['NQ', '21', null, 'TU', 'ma.nq-21-tu'],
    ['CV', '736', null, 'UBND-TNMT', 'ma.cv-736-ubnd-tnmt'],
    [null, '34', 2019, 'QH14', 'ma.34-2019-qh14'],
  ])('an entry %s %s %s %s reads %s', (type, number, year, issuer, id) => {
    expect(mintEntryId(type, number, year, issuer)).toBe(id);
    expect(parseDocumentId(id)).toBe(id);
  });

  it.each(['', 'NQ-21', 'nq 21', 'nq--21', '-nq', 'nq-', '../x', 'nq-21-tư', 'a'.repeat(161)])(
    '%j is no id',
    (text) => {
      expect(parseDocumentId(text)).toBeNull();
    },
  );

  it.each([
    ['nq-21-tu.ha-long.2020', ['nq 21']],
    ['ma.nq-21-tu', ['nq 21']],
    ['nq-66-7-2025-cp', ['nq 66', 'nq 66-7']],
    ['nq-30a-2008-cp', ['nq 30a']],
    ['nd-30-2020-cp', ['nd 30']],
    ['duan-5-tu.ha-long.2020', ['da 5']],
    ['ma.34-2019-qh14', []],
  ])('%s is kept under %j', (id, keys) => {
    expect(numberKeysOf(id).map(({ typeKey, numberKey }) => `${typeKey} ${numberKey}`)).toEqual(keys);
  });

  it('knows the symbols that are numbered by term of the National Assembly', () => {
    expect(['QH15', 'QH', 'UBTVQH14', 'VPQH', 'CP'].filter(isAssemblySymbol)).toEqual(['QH15', 'QH', 'UBTVQH14']);
  });
});

/** Places whose names meet in every way the tables know, and some that no table has. */
const places: readonly (readonly [PlaceKind, { province: string; district?: string; commune?: string }])[] = [
  ['province', { province: 'Quảng Ninh' }],
  ['rural-district', { province: 'Quảng Bình', district: 'Quảng Ninh' }],
  ['province', { province: 'Hà Giang' }],
  ['city', { province: 'Hà Giang', district: 'Hà Giang' }],
  ['province', { province: 'Thừa Thiên Huế' }],
  ['city', { province: 'Thừa Thiên Huế', district: 'Huế' }],
  ['central-city', { province: 'Huế' }],
  ['town', { province: 'Hà Tĩnh', district: 'Kỳ Anh' }],
  ['rural-district', { province: 'Hà Tĩnh', district: 'Kỳ Anh' }],
  ['city', { province: 'Đồng Tháp', district: 'Cao Lãnh' }],
  ['rural-district', { province: 'Đồng Tháp', district: 'Cao Lãnh' }],
  ['rural-district', { province: 'Long An', district: 'Châu Thành' }],
  ['rural-district', { province: 'Tây Ninh', district: 'Châu Thành' }],
  ['rural-district', { province: 'Bình Định', district: 'Phù Mỹ' }],
  ['town', { province: 'Bà Rịa - Vũng Tàu', district: 'Phú Mỹ' }],
  ['city', { province: 'Quảng Ninh', district: 'Hạ Long' }],
  ['urban-district', { province: 'Hồ Chí Minh', district: '7' }],
  ['province', { province: 'Vân Hải' }],
  ['city', { province: 'Vân Hải', district: 'Vân Hải' }],
  ['city', { province: 'Vân Hải', district: 'Sông Mơ' }],
  ['city', { province: 'Nam Trung', district: 'Sông Mơ' }],
  ['city', { province: 'Quảng Ninh', district: 'Sông Mơ' }],
  ['rural-district', { province: 'Lam', district: 'Tân Phong' }],
  ['rural-district', { province: 'Phong Lam', district: 'Tân' }],
  ['province', { province: 'Hạ Long' }],
  ['commune', { province: 'Vân Hải', district: 'Sông Mơ', commune: 'Khe Lau' }],
  ['commune', { province: 'Vân Hải', district: 'Thượng Ngàn', commune: 'Khe Lau' }],
  ['commune', { province: 'Vân Hải', commune: 'Khe Lau' }],
  ['rural-district', { province: 'Vân Hải', district: 'Khe Lau' }],
];
/** The committee of each kind of place; councils and executives are everywhere. */
const committees: Readonly<Record<PlaceKind, readonly string[]>> = {
  province: ['TU', 'BTCTU'],
  'central-city': ['TU'],
  city: ['TU', 'BTCTU'],
  town: ['TU'],
  'rural-district': ['HU'],
  'urban-district': ['QU'],
  commune: ['ĐU'],
};
const localBodies = places.flatMap(([kind, place]) =>
  [...committees[kind], 'HĐND', 'UBND'].map((symbol) => {
    const unit = kind === 'commune' ? 'xã' : null;
    return { key: JSON.stringify([symbol, kind, place]), body: localBody(symbol, kind, place, unit) };
  }),
);
const nationalBodies = ['TW', 'VPTW', 'CP', 'TTg', 'BTC', 'BNV', 'BNV-VPCP', 'QH', 'UBTVQH'].map((symbol) => ({
  key: symbol,
  body: national(symbol),
}));

const anyIdentity = fc
  .record({
    body: fc.constantFrom(...localBodies, ...nationalBodies),
    type: fc.constantFrom(...new Set(documentTypes.map(({ symbol }) => symbol))),
    number: fc.oneof(fc.integer({ min: 1, max: 40 }).map(String), fc.constantFrom('30a', '5b', '66.7', '66', '6.67')),
    term: fc.constantFrom('2015-2020', '2020-2025'),
    assembly: fc.constantFrom('14', '15'),
    year: fc.constantFrom(2020, 2022),
    isInCode: fc.boolean(),
  })
  .map(({ body: { key, body }, type, number, term, assembly, year, isInCode }) => {
    const given = { type, number, body, term: null, year: null, codeYear: null };
    if (isAssemblySymbol(body.symbol))
      return { given: { ...given, term: assembly }, key: `${key} ${type} ${number} ${assembly}` };
    if (isPartySymbol(body.symbol)) return { given: { ...given, term }, key: `${key} ${type} ${number} ${term}` };
    const time = isInCode ? { codeYear: year } : { year };
    return { given: { ...given, ...time }, key: `${key} ${type} ${number} ${JSON.stringify(time)}` };
  });

describe('identity', () => {
  it('has one id, and no other identity has it', () => {
    const keys = new Map<string, string>();
    fc.assert(
      fc.property(anyIdentity, ({ given, key }) => {
        const id = mintDocumentId(given);
        const known = keys.get(id) ?? key;
        keys.set(id, key);
        expect(known, id).toBe(key);
        expect(parseDocumentId(id)).toBe(id);
        expect(mintEntryId(given.type, given.number, given.codeYear, given.body.symbol)).not.toBe(id);
      }),
      { numRuns: 20_000 },
    );
  });

  it('gives every body of the table of places a scope of its own', () => {
    for (const symbol of ['HĐND', 'TU', 'HU']) {
      const bodies = localBodies.filter(({ body }) => body.symbol === symbol);
      expect(new Set(bodies.map(({ body }) => body.scope)).size).toBe(bodies.length);
    }
  });

  it('is kept under the key that its id begins with', () => {
    fc.assert(
      fc.property(anyIdentity, ({ given }) => {
        const keys = numberKeysOf(mintDocumentId(given)).map(({ numberKey }) => numberKey);
        expect(keys).toContain(slugNumber(given.number));
      }),
      { numRuns: 2000 },
    );
  });

  it('is not touched by zeros, marks of tone and case', () => {
    const one = localBody('TU', 'city', { province: 'Hoà Bình', district: 'Hoà Bình' });
    const other = localBody('TU', 'city', { province: 'hòa bình', district: 'HÒA BÌNH' });
    const at = { term: '2020-2025' };
    expect(mintDocumentId(identity('NQ', '07', one, at))).toBe(mintDocumentId(identity('NQ', '7', other, at)));
  });
});
