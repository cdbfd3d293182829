import { describe, expect, it } from 'vitest';
import { engines } from './engines.ts';
import { openPage, selectSafely } from './markup.ts';
import { collectDates } from './page-dates.ts';
import { readStructured } from './structured.ts';

const title = 'Huyện ủy Cẩm Khê giao ban';
const body = '<div class="body"><p>Ngày 4/4/2022, Huyện ủy họp bàn.</p><p>Hội nghị kết thúc.</p></div>';

function collect(
  html: string,
  engineId: string | null = null,
  selector = '',
  named = title,
  url = '',
): readonly string[] {
  const opened = openPage(html);
  if (opened.kind !== 'page') throw new Error('The page of this test should open.');
  const { page } = opened;
  const [heading] = selectSafely(page, 'h1').toArray();
  const parts = {
    page,
    engine: engines.find((engine) => engine.id === engineId) ?? null,
    facts: readStructured(page),
    title: { text: named, element: heading ?? null },
    body: selectSafely(page, '.body').get(0) ?? null,
  };
  return collectDates(parts, selector, undefined, url).map((date) =>
    date.kind === 'date' ? `${date.use === 'updated' ? '~' : ''}${date.value}` : `!${date.surface}`,
  );
}

describe('collectDates', () => {
  const cases: readonly { note: string; html: string; engine?: string; selector?: string; dates: readonly string[] }[] =
    [
      { note: 'none', html: `<h1>${title}</h1>${body}`, dates: [] },
      { note: 'the clock above', html: `<div>Thứ Hai, 04/04/2022</div><div><h1>${title}</h1>${body}</div>`, dates: [] },
      {
        note: 'the clock above, in one frame with all',
        html: `<form><div>Thứ Hai, 04/04/2022</div><h1>${title}</h1>${body}</form>`,
        dates: [],
      },
      {
        note: 'the clock above a text whose title is not shown',
        html: `<body><div>Thứ Hai, 04/04/2022</div>${body}</body>`,
        dates: [],
      },
      {
        note: 'a line behind the title',
        html: `<div><h1>${title}</h1><i>Thứ Hai, 04/04/2022</i>${body}</div>`,
        dates: ['2022-04-04'],
      },
      {
        note: 'metas before lines',
        html: `<meta name="pubdate" content="2022-04-04T08:00:00+07:00"><h1>${title}</h1><p>05/04/2022</p>${body}`,
        dates: ['2022-04-04T08:00:00+07:00', '2022-04-05'],
      },
      {
        note: 'lines before metas where the engine prints wrong ones',
        engine: 'nukeviet',
        html: `<meta property="article:published_time" content="2022-04-04+0708:00:00"><h1>${title}</h1><p>05/04/2022</p>${body}`,
        dates: ['2022-04-05', '2022-04-04T08:00:00+07:00'],
      },
      {
        note: 'the source file before all',
        selector: '.x',
        html: `<meta name="pubdate" content="2022-04-04"><h1>${title}</h1><u class="x">Đăng 06/04/2022</u>${body}`,
        dates: ['2022-04-06', '2022-04-04'],
      },
      {
        note: 'a modification is an update',
        html: `<meta property="article:modified_time" content="2022-04-06"><h1>${title}</h1>${body}`,
        dates: ['~2022-04-06'],
      },
      {
        note: 'an attribute before its text',
        html: `<div><h1>${title}</h1>${body}<div><b><time datetime="2022-04-04T08:00">hôm qua</time></b></div></div>`,
        dates: ['2022-04-04T08:00:00+07:00'],
      },
      {
        note: 'dates of other news',
        html: `<div><h1>${title}</h1>${body}<ul><li><span class="date">01/01/2020</span></li></ul><div class="box-relate"><span class="date">02/01/2020</span></div></div>`,
        dates: [],
      },
      {
        note: 'other news in the text, and of several days below it',
        html: `<div><h1>${title}</h1>${body}<b class="post-date">01/01/2020</b><b class="post-date">02/01/2020</b></div>`,
        dates: [],
      },
      {
        note: 'what says that it is published, wherever it stands',
        html: `<header><h1>${title}</h1></header><div>${body}</div><p><abbr class="published" title="2022-04-04T08:00:00+07:00">hôm qua</abbr></p>`,
        dates: ['2022-04-04T08:00:00+07:00'],
      },
      {
        note: 'the day in the address, behind all else',
        html: `<link rel="canonical" href="https://a.test/2022/04/05/giao-ban"><h1>${title}</h1>${body}`,
        dates: ['2022-04-05'],
      },
      {
        note: 'a line right above the title',
        html: `<div><div>04/04/2022 08:05</div><h1>${title}</h1>${body}</div>`,
        dates: ['2022-04-04T08:05:00+07:00'],
      },
      {
        note: 'what day it is, right above the title',
        html: `<div><div>Thứ Hai, ngày 04/04/2022</div><h1>${title}</h1>${body}</div>`,
        dates: [],
      },
      {
        note: 'facts of the article in a list',
        html: `<div><h1>${title}</h1><ul><li>Tin tức</li><li class="news-date">04/04/2022</li></ul>${body}<p>Xem thêm</p></div>`,
        dates: ['2022-04-04'],
      },
      {
        note: 'a link to the news of that day',
        html: `<div><h1>${title}</h1><h6>Minh Châu <a class="date" href="/2022/04">04/04/2022</a></h6>${body}</div>`,
        dates: ['2022-04-04'],
      },
      {
        note: 'a stamp outside of title and text',
        html: `<div><time datetime="2022-04-04T08:00">04/04</time></div><div><h1>${title}</h1>${body}</div>`,
        dates: ['2022-04-04T08:00:00+07:00'],
      },
      {
        note: 'stamps of other news outside of it',
        html: `<div><a href="/1">Tin <time datetime="2022-04-04T08:00">04/04</time></a></div><div><h1>${title}</h1>${body}</div>`,
        dates: [],
      },
      {
        note: 'a date under a name that may mean anything, where the right name holds another thing',
        html: `<meta property="article:published_time" content="hôm qua"><meta name="date" content="2000-11-10"><div><h1>${title}</h1>${body}</div>`,
        dates: [],
      },
      {
        note: 'an impossible day',
        html: `<div><h1>${title}</h1><p>30/02/2022</p>${body}</div>`,
        dates: ['!30/02/2022'],
      },
      {
        note: 'an impossible day behind a sound one',
        html: `<meta name="pubdate" content="2022-04-04"><div><h1>${title}</h1><p>30/02/2022</p>${body}</div>`,
        dates: ['2022-04-04'],
      },
    ];
  it.each(cases)('$note', ({ html, engine, selector, dates }) => {
    expect([...new Set(collect(html, engine ?? null, selector))]).toEqual(dates);
  });
});

describe('collectDates: one stamp for both', () => {
  const stamp = '2025-06-24T08:00:00+07:00';
  const stamped = (published: string, updated: string, shown: string): string =>
    `<meta property="article:published_time" content="${published}"><meta property="article:modified_time" content="${updated}"><div><h1>${title}</h1>${shown}${body}</div>`;
  it.each([
    ['an earlier day is shown', stamp, stamp, '<p>25/08/2024</p>', '2024-08-25'],
    ['the change came before', stamp, '2025-06-20T08:00:00+07:00', '<p>25/08/2024</p>', '2024-08-25'],
    ['the change came after', stamp, '2025-06-25T08:00:00+07:00', '<p>25/08/2024</p>', null],
    ['a later day is shown', stamp, stamp, '<p>25/06/2025</p>', null],
    ['two days are shown', stamp, stamp, '<p>25/08/2024</p><p>26/08/2024</p>', null],
    ['only a change is shown', stamp, stamp, '<p>Cập nhật: 25/08/2024</p>', null],
    [
      'its day is shown with the month first',
      '2021-11-01T08:00:00+07:00',
      '2021-11-01T08:00:00+07:00',
      '<p>11/01/2021</p>',
      null,
    ],
    ['it was changed later that day', stamp, '2025-06-24T09:20:00+07:00', '<p>25/08/2024</p>', null],
    ['what is shown is the change before', stamp, '2025-06-20T08:00:00+07:00', '<p>20/06/2025</p>', null],
  ])('%s', (_, published, updated, shown, day) =>
    expect(collect(stamped(published, updated, shown))[0]).toBe(day ?? published),
  );
});

describe('collectDates: pages in other languages', () => {
  const name = 'The council meets';
  const text = '<div class="body"><p>The council met again today.</p><p>It will meet next week.</p></div>';
  const around = (before: string, behind: string): string => `<div>${before}<h1>${name}</h1>${text}</div>${behind}`;
  it.each([
    ['place and day above the title', around('<i>Bonn, 11.10.2021</i>', ''), ['2021-10-11']],
    ['a day that may be read both ways', around('<i>10/11/2022</i>', ''), []],
    ['the stamp of such a day', around('<p><time datetime="2022-10-11">10/11/2022</time></p>', ''), ['2022-10-11']],
    ['a day with its label, anywhere', around('', '<p>Published on April 14, 2023</p>'), ['2023-04-14']],
    ['a label in the line before', around('', '<h5>Datum:</h5><p>03.11.2021</p>'), ['2021-11-03']],
    ['two days with labels', around('', '<p>Posted on April 14, 2023</p><p>Posted on May 1, 2023</p>'), []],
    ['a day that may be read both ways in English', `<html lang="en">${around('', '<p>10/11/2022</p>')}</html>`, []],
    [
      'such a day in a meta, and in letters',
      `<meta name="pubdate" content="10/11/2022 08:05">${around('', '<p>October 11, 2022</p>')}`,
      ['2022-10-11T08:05:00+07:00', '2022-10-11'],
    ],
    ['the days of an event', around('', '<p>DATE: 2025-12-12 - 2025-12-17</p>'), []],
    ['a part of the name inside such days', `<title>Report 14. - 20. May 2022 | Site</title>${around('', '')}`, []],
    [
      'a label in the line before that says changed',
      around('', '<h5>Last updated:</h5><p>03.11.2021</p>'),
      ['~2021-11-03'],
    ],
    [
      'a day of birth',
      around('', '').replace('The council met', '</p><p>1975-01-28 in Bonn</p><p>The council met'),
      [],
    ],
    ['a comment', around('', '<li class="comment-body"><p>5 March 2024</p></li>'), []],
    ['only a change', around('', '<p>Last edited on 2019-11-10 13:28</p>'), ['~2019-11-10T13:28:00+07:00']],
    [
      'the facts below the text',
      around('', '<p class="post-meta">Von Ute am 03.05.2013, 11:51 | 0</p>'),
      ['2013-05-03T11:51:00+07:00'],
    ],
    ['a part of the name', `<title>${name} | Site | 23.05.2011</title>${around('', '')}`, ['2011-05-23']],
    [
      'brackets that open the text',
      around('', '').replace('The council met', '(21 November 2022) The council met'),
      ['2022-11-21'],
    ],
    ['a line far from both', `<p>11. Oktober 2021</p><div>${around('', '')}</div>`, ['2021-10-11']],
    [
      'a short year behind dots',
      `<header><p>Bildung</p><p>30.10.23</p></header><div>${around('', '')}</div>`,
      ['2023-10-30'],
    ],
    [
      'lines far from both that say two days',
      `<p>11. Oktober 2021</p><div>${around('', '')}</div><p>1. Mai 2020</p>`,
      [],
    ],
    [
      'such a line that may be read both ways',
      `<header><p>Bonn</p><p>10/11/2021</p></header><div>${around('', '')}</div>`,
      [],
    ],
    [
      'what a script is handed, escaped',
      `${around('', '')}<script>f("{\\"datePublished\\":\\"2025-02-04T00:00:00.000Z\\"}")</script>`,
      ['2025-02-04T07:00:00+07:00'],
    ],
    [
      'what an island is handed',
      `${around('', '')}<a-b props="{&quot;publishedAt&quot;:[0,&quot;2025-02-04&quot;]}"></a-b>`,
      ['2025-02-04'],
    ],
    [
      'a script with other news',
      `${around('', '')}<script>[{"publishedAt":"2025-02-04"},{"publishedAt":"2025-02-05"}]</script>`,
      [],
    ],
    ['the header of a day', `<div class="date-outer"><h2>5 October 2013</h2>${around('', '')}</div>`, ['2013-10-05']],
  ])('%s', (_, html, dates) => expect([...new Set(collect(html, null, '', name))]).toEqual(dates));

  it.each([
    ['https://a.test/news/29-10-2021-council', name, ['2021-10-29']],
    ['https://a.test/news/29-10-2021-hop', title, []],
    ['https://a.test/home/2017/7/12/council', name, ['2017-07-12']],
    ['https://a.test/20200428/the-council', name, ['2020-04-28']],
    ['https://a.test/20209928/the-council', name, []],
    ['https://a.test/news/1234/12/5a', name, []],
  ])('the address %s', (url, named, dates) =>
    expect(collect(`<div><h1>${named}</h1>${text}</div>`, null, '', named, url)).toEqual(dates),
  );

  it.each([
    ['months before the stamp', 'https://a.test/2017/7/12/council', ['2017-07-12', '2019-06-17T18:28:00+02:00']],
    ['days before the stamp', 'https://a.test/2019/6/12/council', ['2019-06-17T18:28:00+02:00']],
    ['behind the stamp', 'https://a.test/2020/6/12/council', ['2019-06-17T18:28:00+02:00']],
  ])('the day of the address %s', (_, url, dates) => {
    const meta = '<meta property="article:published_time" content="2019-06-17T18:28:00+0200">';
    const found = collect(`${meta}<div><h1>${name}</h1>${text}</div>`, null, '', name, url);
    expect(found).toEqual(dates.map((date) => date.replace('T18:28:00+02:00', 'T23:28:00+07:00')));
  });

  it.each([
    ['on the clock of its place', '<p>Ana Lima 3/5/2022 22:41</p>', ['2022-05-03T22:41:00+07:00']],
    ['at another minute', '<p>Ana Lima 3/5/2022 22:40</p>', []],
    ['twice, on two days', '<p>Ana Lima 3/5/2022 22:41</p><p>Eva Ruiz 4/5/2022 1:41</p>', []],
    ['a day too far', '<p>Ana Lima 2/5/2022 22:41</p>', []],
  ])('the instant of a stamp in UTC, %s', (_, printed, dates) => {
    const meta = '<meta property="article:published_time" content="2022-05-04T02:41:00Z">';
    const found = collect(`${meta}<header>${printed}</header><div>${around('', '')}</div>`, null, '', name);
    expect(found).toEqual(['2022-05-04T09:41:00+07:00', ...dates]);
  });

  it('the address before dates that only name themselves so', () => {
    const html = `<div><h1>${name}</h1>${text}<p><b class="news-time">17.08.2021 - 20:51</b></p></div>`;
    expect(collect(html, null, '', name, 'https://a.test/2021/10/20/council')[0]).toBe('2021-10-20');
  });
});
