import { describe, expect, it } from 'vitest';
import { readQuery } from '../core/citations/query.ts';
import { facetNames } from '../core/search/fields.ts';
import { aDocument } from '../test/builders.ts';
import { nameIssuerSymbol, nameType, wordFacet, wordMatch, wordNote, wordQuery } from './wording.ts';

describe('a typed code in standard spelling', () => {
  it.each([
    ['nq 21 tu', '21-NQ/TU', '21-NQ/TU'],
    ['ct 5 tw', '05-CT/TW', '05-CT/TW'],
    ['nq 337 2021 hdnd', '337/2021/NQ-HĐND', '337/2021/NQ-HĐND'],
    ['luat 42 2013 qh13', '42/2013/QH13', '42/2013/QH13'],
    ['nghị quyết số 21', 'Nghị quyết số 21', 'Resolution no. 21'],
    ['337/2021', 'số 337/2021', 'no. 337/2021'],
    ['giải phóng mặt bằng', null, null],
  ])('%s', (typed, vi, en) => {
    const query = readQuery(typed);
    expect([wordQuery(query, 'vi'), wordQuery(query, 'en')]).toEqual([vi, en]);
  });
});

describe('a note', () => {
  const none = { query: readQuery('nq 22 tu'), answer: 'none', documents: [], near: [] } as const;

  it.each([
    ['nothing near', none, 'vi', 'Chưa thấy 22-NQ/TU trong kho (không có nghĩa là không có).'],
    [
      'something near',
      { ...none, near: [aDocument()] },
      'en',
      '22-NQ/TU was not seen in the archive (which is not to say there is none). Nearest: 31-NQ/TU (Thành ủy Sông Mơ).',
    ],
    [
      'an entry near',
      { ...none, near: [aDocument({ issuer: null })] },
      'vi',
      'Chưa thấy 22-NQ/TU trong kho (không có nghĩa là không có). Gần nhất: 31-NQ/TU.',
    ],
    [
      'no code',
      { ...none, query: readQuery('đô thị') },
      'en',
      'No document code was understood. Type a number with its type, issuer or year, such as: nq 21 tu.',
    ],
  ] as const)('of %s', (_note, found, lang, text) => {
    expect(wordNote(found, lang)).toBe(text);
  });

  it('is none where something was found', () => {
    expect(wordNote({ ...none, answer: 'one' }, 'vi')).toBeNull();
  });
});

describe('reasons of a match', () => {
  it.each(['number', 'type', 'issuer_code', 'issuer', 'year', 'words'] as const)('%s', (part) => {
    const [vi, en] = [wordMatch({ part, value: 'NQ' }, 'vi'), wordMatch({ part, value: 'NQ' }, 'en')];
    expect([vi.code, en.code]).toEqual([part, part]);
    expect(vi.text).not.toBe(en.text);
    expect(vi.text).toMatch(/\.$/);
  });
});

describe('labels', () => {
  const sourceName = (id: string) => (id === 'song-mo' ? 'Cổng Sông Mơ' : null);
  it.each([
    ['type', 'NQ', 'Nghị quyết', 'Resolution'],
    ['level', 'district', 'Cấp huyện', 'District'],
    ['meeting_kind', 'briefing', 'Giao ban', 'Briefing'],
    ['purpose', 'basis', 'căn cứ', 'legal basis'],
    ['source', 'song-mo', 'Cổng Sông Mơ', 'Cổng Sông Mơ'],
    ['issuer', 'Ban Bí thư', 'Ban Bí thư', 'Ban Bí thư'],
    ['year', '2022', '2022', '2022'],
  ] as const)('of %s', (facet, value, vi, en) => {
    expect([wordFacet(facet, value, 'vi', sourceName), wordFacet(facet, value, 'en', sourceName)]).toEqual([vi, en]);
  });

  it.each(facetNames)('of %s for a value of no table are the value', (facet) => {
    for (const value of ['??', 'constructor', '__proto__'])
      expect(wordFacet(facet, value, 'vi', sourceName)).toBe(value);
  });

  it('of symbols', () => {
    expect([nameType('CT', 'en'), nameType('??', 'vi')]).toEqual(['Directive', null]);
    expect([nameIssuerSymbol('TU', 'vi'), nameIssuerSymbol('??', 'en')]).toEqual(['Tỉnh ủy / Thành ủy', '??']);
  });
});
