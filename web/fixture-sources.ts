/** Sources of an invented archive, for tests and for looking at the pages. */
import { aFrame, article, second } from './fixture-parts.ts';
import type { Lang } from './view-terms.ts';
import type { Night, SourceLine, SourcesView, SourceView } from './views/sources.ts';

export function aSource(over: Partial<SourceLine> = {}): SourceLine {
  return {
    id: 'hakhe',
    name: 'Cổng thông tin Hạ Khê',
    place: 'Hạ Khê, Quảng Hải',
    health: 'good',
    reasons: [],
    nights: [aNight(), aNight({ run: '20230321-190000-aaaa', new: 12, failed: 2, health: 'amber' })],
    articles: 1234,
    latest: '2023-03-21',
    ...over,
  };
}

export function aNight(over: Partial<Night> = {}): Night {
  return {
    run: '20230320-190000-bbbb',
    at: '2023-03-20T19:40:00Z',
    fetched: 31,
    new: 4,
    updated: 1,
    failed: 0,
    health: 'green',
    reasons: [],
    ...over,
  };
}

export function aSourceList(lang: Lang, over: Partial<SourcesView> = {}): SourcesView {
  const troubles = {
    failed: [{ url: 'https://cong.example.vn/bai/7', reason: 'answered 503 three times' }],
    failedTotal: 3,
    refusedByRobots: 1,
    warnings: [{ code: 'list-missing', detail: 'https://cong.example.vn/rss: answered 404' }],
    warningsTotal: 1,
  };
  return {
    page: 'sources',
    frame: aFrame('/nguon', lang),
    sources: [
      { ...aSource({ health: 'attention', reasons: ['some-failed', 'unheard-of'] }), troubles },
      {
        ...aSource({ id: 'tu-tep', name: null, place: null, health: 'files', nights: [], latest: null }),
        troubles: null,
      },
      { ...aSource({ id: null, name: null, health: 'files', nights: [], articles: 3 }), troubles: null },
    ],
    lastRun: { at: '2023-03-21T19:40:00Z', status: 'partial', articles: 12 },
    nextRun: '2023-03-22T19:00:00Z',
    ...over,
  };
}

export function aSourcePage(lang: Lang, over: Partial<SourceView> = {}): SourceView {
  return {
    page: 'source',
    frame: aFrame('/nguon/hakhe', lang),
    source: aSource({ health: 'attention', reasons: ['some-failed'] }),
    troubles: {
      failed: [{ url: 'javascript:alert(1)', reason: 'no address' }],
      failedTotal: 1,
      refusedByRobots: 0,
      warnings: [],
      warningsTotal: 0,
    },
    settings: {
      home: 'https://cong.example.vn/',
      hosts: ['cong.example.vn'],
      isEnabled: true,
      feeds: 1,
      sitemaps: 0,
      lists: 2,
      attachments: true,
      delayMs: 1500,
      maxPages: 2000,
    },
    newest: [article, second],
    nextRun: '2023-03-22T19:00:00Z',
    ...over,
  };
}
