import { describe, expect, it } from 'vitest';
import { canonicalAddress, identityKey } from './address.ts';
import { readQuery, writeQuery } from './address-query.ts';
import cases from './address-twins.cases.json' with { type: 'json' };
import { foldTwins, twinRules } from './address-twins.ts';

describe('identityKey', () => {
  it.each(cases.same)('one article: %s', (_note = '', a = '', b = '') => {
    expect(identityKey(a, [])).toBe(identityKey(b, []));
  });

  it.each(cases.apart)('two articles: %s', (_note = '', a = '', b = '') => {
    expect(identityKey(a, [])).not.toBe(identityKey(b, []));
  });

  it('goes by the parameters that tell articles apart, where the source names them', () => {
    const keys = ['?id=4&trang=2', '?trang=3&id=4'].map((query) =>
      identityKey(`https://a.example/xem${query}`, ['id']),
    );
    expect(new Set(keys).size).toBe(1);
  });

  it('leaves what is no address as it is', () => {
    expect(identityKey('urn:sha256:0f', [])).toBe('urn:sha256:0f');
  });

  it.each(twinRules.map(({ name }) => name))(
    'needs its rule of %s: without it some of these twins fall apart',
    (name) => {
      const others = twinRules.filter((rule) => rule.name !== name);
      const apart = cases.same.filter(([, a = '', b = '']) => foldedBy(others, a) !== foldedBy(others, b));
      expect(apart.length).toBeGreaterThan(0);
    },
  );
});

function foldedBy(rules: typeof twinRules, address: string): string {
  const url = new URL(canonicalAddress(address, null, []) ?? address);
  const parts = { host: url.host, path: url.pathname, parameters: readQuery(url.search) };
  const { host, path, parameters } = foldTwins(parts, rules);
  return `${host}${path}${writeQuery(parameters)}`;
}
