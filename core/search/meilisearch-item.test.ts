import { describe, expect, it } from 'vitest';
import { aSearchItem } from '../../test/search-items.ts';
import { decodeValue, documentKey, encodeValue, formOf, toDocument } from './meilisearch-item.ts';
import { readWords } from './words.ts';

describe('facet values', () => {
  const values = ['song-mo', 'NQ', 'nq', 'QĐ', 'QD', 'Thành ủy Sông Mơ', '', '_', 'a_4e', '"', '\u0001', '😀', '2023'];
  it.each(values)('%j comes back as it was, in letters that mean nothing', (value) => {
    expect(encodeValue(value)).toMatch(/^[a-z0-9_-]+$/);
    expect(decodeValue(encodeValue(value))).toBe(value);
  });

  it('are told apart, however alike', () => {
    expect(new Set(values.map(encodeValue)).size).toBe(values.length);
  });

  it('are no longer than the server compares', () => {
    expect(encodeValue('Ủ'.repeat(500)).length).toBeLessThanOrEqual(460);
  });
});

describe('documentKey', () => {
  it('takes any id, and tells kinds and ids apart', () => {
    const keys = [
      { kind: 'article', id: 'a' },
      { kind: 'meeting', id: 'a' },
      { kind: 'article', id: 'A' },
      { kind: 'article', id: 'ủ/ .:'.repeat(200) },
    ] as const;
    for (const key of keys) expect(documentKey(key)).toMatch(/^[a-z]+-[0-9a-f]{40}$/);
    expect(new Set(keys.map(documentKey)).size).toBe(keys.length);
  });
});

describe('toDocument', () => {
  it('spells what is searched, and keeps what is shown', () => {
    const document = toDocument(
      aSearchItem({
        id: 'x',
        title: 'Thành uỷ họp',
        body: 'Theo 31 – NQ / Tu.',
        codes: ['031-NQ/TU'],
        people: ['Lê Văn Thử', 'An'],
        date: '2023-03-21',
      }),
    );
    expect(document).toMatchObject({
      title: 'Thành uỷ họp',
      day: 20230321,
      t: 'thanh uy hop',
      b1: 'theo 31 nq tu',
      c: ['031 nq tu', '31nqtu'],
      p: ['le van thu', 'an'],
    });
  });

  const keys: readonly [string, readonly string[], readonly string[]][] = [
    ['31-NQ/TU', ['31nq', '31nqtu'], ['31', 'nqtu']],
    ['Kết luận 31 – KL / TW và 2', ['31kl', '31kltw'], ['2']],
    ['337/2021/NQ-HĐND', ['3372021nq', '3372021nqhdnd', '2021nqhdnd'], ['3372021']],
    ['007-CT/TU', ['7ct', '7cttu'], ['007ct']],
  ];
  it.each(keys)('has the codes in %s as one word each', (body, has, lacks) => {
    const found = String(toDocument(aSearchItem({ body }))['k']).split(' ');
    expect(found).toEqual(expect.arrayContaining([...has]));
    expect(found.filter((key) => lacks.includes(key))).toEqual([]);
  });

  it('goes on in the next attribute where a body is long, with some words in both', () => {
    const body = Array.from({ length: 130_000 }, (_, nth) => `w${nth}`).join(' ');
    const { b1, b2, b3, b4 } = toDocument(aSearchItem({ body }));
    const words = [b1, b2, b3].map((piece) => String(piece).split(' '));
    expect(words.map(({ length }) => length)).toEqual([60_000, 60_024, 10_024]);
    expect(words[1]?.slice(0, 24)).toEqual(words[0]?.slice(-24));
    expect(b4).toBeUndefined();
  });
});

describe('forms', () => {
  /** Whether an item with this body answers a query for one thing that has several forms. */
  function fits(body: string, query: string): boolean | null {
    const words = readWords(query);
    const form = words.kind === 'words' && words.wanted[0] !== undefined ? formOf(words.wanted[0]) : null;
    const held = toDocument(aSearchItem({ body }))['forms'];
    return form === null ? null : Array.isArray(held) && held.includes(form);
  }

  const rows: readonly [string, string, boolean | null][] = [
    ['Đẩy nhanh GPMB', 'giải phóng mặt bằng', true],
    ['Giải phóng mặt bằng', 'gpmb', true],
    ['mặt bằng cần giải phóng', 'giải phóng mặt bằng', true],
    ['mặt bằng cần giải phóng', 'gpmb', false],
    ['phát triển kinh tế, xã hội', 'KT-XH', true],
    ['Ban Thường vụ', 'BTV', true],
    ['Ban Thường', 'Ban Thường vụ', false],
    ['GPMB', '"GPMB"', null],
    ['cầu', 'cầu', null],
  ];
  it.each(rows)('%s: %s %s', (body, query, expected) => {
    expect(fits(body, query)).toBe(expected);
  });
});
