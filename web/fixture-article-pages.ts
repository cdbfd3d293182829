/** Views of a stored copy, of versions and of a calendar, of the same invented archive as the other fixtures. */
import { aFrame, aMeeting, article, meetings } from './fixture-parts.ts';
import type { Lang } from './view-terms.ts';
import type { CalendarDayView, CalendarView } from './views/calendar.ts';
import type { StoredCopyView } from './views/stored-copy.ts';
import type { VersionLine, VersionsView } from './views/versions.ts';

export function aStoredCopy(lang: Lang, over: Partial<StoredCopyView> = {}): StoredCopyView {
  return {
    page: 'stored-copy',
    frame: aFrame(`/bai-viet/${article.id}/ban-luu`, lang),
    article,
    url: 'https://portal.example.vn/tin-tuc?nid=1203',
    version: 2,
    versions: 2,
    isCurrent: true,
    heldBack: null,
    capturedAt: '2023-03-22T19:02:11Z',
    snapshotHash: '3fa9c1d2'.repeat(8),
    sizeBytes: 48_120,
    mediaType: 'text/html; charset=utf-8',
    shown: 'bytes',
    encoding: 'utf-8',
    isMisread: false,
    text: '<!doctype html>\n<title>Giao ban</title>\n<script>alert("x")</script>\n<p>Sáng 21/3 …</p>',
    cut: { shown: 60_000, more: `/bai-viet/${article.id}/ban-luu?du=1` },
    answer: {
      url: 'https://portal.example.vn/tin-tuc?nid=1203',
      code: 200,
      headers: [
        ['content-type', 'text/html; charset=utf-8'],
        ['last-modified', 'Wed, 22 Mar 2023 01:05:00 GMT'],
      ],
    },
    download: `/api/v1/articles/${article.id}/snapshot`,
    ...over,
  };
}

export function aVersion(over: Partial<VersionLine> = {}): VersionLine {
  return {
    version: 2,
    capturedAt: '2023-03-22T19:02:11Z',
    snapshotHash: '3fa9c1d2'.repeat(8),
    title: article.title,
    length: 4812,
    isCurrent: true,
    heldBack: null,
    ...over,
  };
}

export function aVersionPage(lang: Lang, over: Partial<VersionsView> = {}): VersionsView {
  const first = aVersion({ version: 1, isCurrent: false, length: 4790 });
  return {
    page: 'versions',
    frame: aFrame(`/bai-viet/${article.id}/phien-ban`, lang),
    article,
    items: [aVersion({ version: 3, isCurrent: false, heldBack: 'much-shorter', length: 90 }), aVersion(), first],
    pages: { page: 1, perPage: 20, total: 3 },
    comparison: {
      from: first,
      to: aVersion(),
      title: [
        { kind: 'same', text: 'Giao ban quý ' },
        { kind: 'removed', text: 'I' },
        { kind: 'added', text: '1' },
      ],
      published: { from: '2023-03-21', to: '2023-03-22' },
      text: [
        { kind: 'skipped', count: 3 },
        { kind: 'same', text: 'Hội nghị nghe báo cáo.' },
        {
          kind: 'changed',
          parts: [
            { kind: 'same', text: 'Đã hoàn thành ' },
            { kind: 'removed', text: '18' },
            { kind: 'added', text: '20' },
            { kind: 'same', text: ' công trình.' },
          ],
        },
        { kind: 'added', text: 'Hội nghị cũng bàn việc khác.' },
        { kind: 'removed', text: 'Hội nghị kết thúc lúc 11 giờ.' },
      ],
    },
    ...over,
  };
}

export function aCalendar(over: Partial<CalendarView> = {}): CalendarView {
  const day = (date: string, found: Partial<CalendarDayView> = {}): CalendarDayView => ({
    date,
    isWithin: date.startsWith('2023-03'),
    meetings: [],
    total: 0,
    ...found,
  });
  const days = Array.from({ length: 35 }, (_, index) =>
    day(new Date(Date.UTC(2023, 1, 27 + index)).toISOString().slice(0, 10)),
  );
  days[22] = day('2023-03-21', { meetings: [aMeeting(), aMeeting({ id: 'm-b', host: null })], total: 7 });
  const [, , month] = meetings;
  return {
    month: '2023-03',
    previous: '2023-02',
    next: '2023-04',
    weeks: Array.from({ length: 5 }, (_, week) => days.slice(week * 7, week * 7 + 7)),
    vague: { meetings: month === undefined ? [] : [month], total: 4 },
    years: [
      { year: 2023, months: [3, 0, 12, 1234, 0, 0, 0, 0, 0, 0, 0, 0], vague: 2 },
      { year: 2022, months: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5], vague: 0 },
    ],
    undated: 1,
    ...over,
  };
}
