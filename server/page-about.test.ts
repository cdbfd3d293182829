import { describe, expect, it } from 'vitest';
import { aDocument, anArticle, anUnsettled } from '../web/fixture-documents.ts';
import { aHome, aMeetingList, aMeetingPage, anError, aResults } from '../web/fixture-views.ts';
import { renderPage } from '../web/render.tsx';
import type { PageView } from '../web/view.ts';
import { tellAbout } from './page-about.ts';

const origin = 'https://kho.example.vn';

function aboutOf(view: PageView) {
  const { about } = tellAbout(view, origin).frame;
  const data: unknown = about?.data == null ? null : JSON.parse(about.data);
  return { ...about, data };
}

describe('the one address of a page', () => {
  it.each([
    [aHome('vi'), `${origin}/`],
    [aHome('en'), `${origin}/?lang=en`],
    [aDocument('vi'), `${origin}/van-ban/nq-21-tu.ha-khe.2020`],
    [aMeetingList('en'), `${origin}/cuoc-hop?lang=en`],
    [aResults('vi'), null],
  ] as const)('%#', (view, canonical) => {
    expect(aboutOf(view).canonical).toBe(canonical);
  });

  it('keeps the number of the page, and is a path where no host is known', () => {
    const list = aMeetingList('vi');
    const third = { ...list, frame: { ...list.frame, address: '/cuoc-hop?from=2022-01-01&page=3' } };
    expect(tellAbout(third, null).frame.about?.canonical).toBe('/cuoc-hop?page=3');
  });

  it('is told of no error', () => {
    expect(tellAbout(anError('vi'), origin).frame.about).toBeUndefined();
  });
});

describe('the data of a page', () => {
  it('says of a document what is sure: its number, type, issuer, and on what it acts', () => {
    expect(aboutOf(aDocument('vi', { date: '2022-01-14' })).data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Legislation',
      '@id': `${origin}/van-ban/nq-21-tu.ha-khe.2020`,
      name: 'Nghị quyết 21-NQ/TU',
      legislationIdentifier: '21-NQ/TU',
      legislationType: 'Nghị quyết',
      legislationDate: '2022-01-14',
      legislationPassedBy: { '@type': 'Organization', name: 'Thành ủy Hạ Khê' },
      isBasedOn: [{ '@type': 'Legislation' }],
      inLanguage: 'vi',
    });
    expect(aboutOf(aDocument('vi')).data).not.toHaveProperty('legislationDate');
    expect(aboutOf(anUnsettled('vi')).data).toBeNull();
  });

  it('says of a meeting when and whose it was, who was there, what was cited', () => {
    const data = aboutOf(aMeetingPage('vi')).data;
    expect(data).toMatchObject({
      '@type': 'Event',
      startDate: '2023-03-21',
      organizer: { name: 'Thành ủy Hạ Khê' },
      about: expect.arrayContaining([expect.objectContaining({ '@type': 'Legislation' })]),
      subjectOf: [{ '@type': 'NewsArticle' }, { '@type': 'NewsArticle' }],
    });
    expect(data).not.toHaveProperty('location');
    const { meeting } = aMeetingPage('vi');
    const inferred = { ...meeting, when: { ...meeting.when, isInferred: true } };
    expect(aboutOf(aMeetingPage('vi', { meeting: inferred })).data).not.toHaveProperty('startDate');
  });

  it('says of an article where it was published and what it cites', () => {
    const { data, type } = aboutOf(anArticle('vi'));
    expect(type).toBe('article');
    expect(data).toMatchObject({
      '@type': 'WebPage',
      mainEntity: { '@type': 'NewsArticle', url: expect.stringMatching(/^https?:/), citation: expect.any(Array) },
    });
    const handed = aboutOf(anArticle('vi', { url: 'urn:sha256:00ff' })).data;
    expect(handed).not.toHaveProperty('mainEntity.url');
  });
});

describe('in the page', () => {
  it('stand title, description, address and data', () => {
    const html = renderPage(tellAbout(aDocument('en'), origin));
    expect(html).toContain(`<link rel="canonical" href="${origin}/van-ban/nq-21-tu.ha-khe.2020?lang=en"/>`);
    expect(html).toContain(`<link rel="alternate" hreflang="vi" href="${origin}/van-ban/nq-21-tu.ha-khe.2020"/>`);
    expect(html).toContain(
      `<link rel="alternate" hreflang="en" href="${origin}/van-ban/nq-21-tu.ha-khe.2020?lang=en"/>`,
    );
    expect(renderPage(tellAbout(aDocument('en'), null))).not.toContain('<link rel="alternate" hreflang');
    expect(html).toMatch(/<meta name="description" content="Cited at 14 meetings[^"]{20,220}"\/>/);
    expect(html).toContain('<meta property="og:locale" content="en_GB"/>');
    expect(html).toContain('<meta property="og:type" content="website"/>');
    expect(html).toMatch(/<meta property="og:title" content="[^"]*21-NQ\/TU[^"]*"\/>/);
    expect(html).toContain('<script type="application/ld+json">{"@context":"https://schema.org"');
  });

  it('nothing hostile ends the data block, and it reads back as it was', () => {
    const attack = '</script><script>alert(1)</script><!-- " \u2028 & ]]>';
    const article = { ...anArticle('vi').article, title: attack };
    const html = renderPage(tellAbout(anArticle('vi', { article }), origin));
    expect(html).not.toContain('<script>alert');
    const [, block = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(block)).toMatchObject({ mainEntity: { headline: attack } });
    expect(block).not.toMatch(/[<>&\u2028]/);
  });
});
