import { describe, expect, it } from 'vitest';
import { aCrawlSource, siteHome } from '../../test/crawl-site.ts';
import { type AddressEvidence, type ArticleAddress, addressOf } from './article-address.ts';

const one = `${siteHome}/bai/mot.html`;
const two = `${siteHome}/bai/hai.html`;
const source = aCrawlSource();

describe('addressOf', () => {
  it.each<[string, Partial<AddressEvidence>, ArticleAddress]>([
    ['nothing else is said', {}, { url: one, others: [] }],
    ['a redirect within the source is believed', { finalUrl: two }, { url: two, others: [one] }],
    ['a redirect out of its articles is not', { finalUrl: `${siteHome}/tin-tuc` }, { url: one, others: [] }],
    ['nor is one to another host', { finalUrl: 'https://khac.example/bai/mot.html' }, { url: one, others: [] }],
    ['where it led is spelled in the one way', { finalUrl: `${two}?utm_source=zalo#x` }, { url: two, others: [one] }],
    ['the page names the address', { canonicalUrl: one }, { url: one, others: [] }],
    ['the page names another article', { canonicalUrl: two }, { url: one, others: [] }],
    ['the page names the home page', { canonicalUrl: siteHome }, { url: one, others: [] }],
    ['the page names an address that is none', { canonicalUrl: 'http://[' }, { url: one, others: [] }],
    [
      'the page names a twin of what was asked',
      { askedUrl: `${one}?amp=1`, finalUrl: `${one}?amp=1`, canonicalUrl: one },
      { url: one, others: [`${one}?amp=1`] },
    ],
    [
      'the page names it in part, from where the redirect led',
      { askedUrl: two, finalUrl: `${one}?amp=1`, canonicalUrl: '/bai/mot.html' },
      { url: one, others: [two, `${one}?amp=1`] },
    ],
  ])('%s', (_what, given, expected) => {
    const seen = { askedUrl: one, finalUrl: given.askedUrl ?? one, canonicalUrl: null, ...given };
    expect(addressOf(seen, source)).toEqual(expected);
  });

  it('heeds which parameters tell articles apart', () => {
    const keep = aCrawlSource({ article: { include: ['[?&]nid='], exclude: [], keep_params: ['nid'] } });
    const page = (query: string): string => `${siteHome}/Trang/ChiTiet.aspx?${query}`;
    const seen = { askedUrl: page('nid=7'), finalUrl: page('cat=2&nid=7'), canonicalUrl: page('nid=8') };
    expect(addressOf(seen, keep)).toEqual({ url: page('nid=7'), others: [] });
  });
});
