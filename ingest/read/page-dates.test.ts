import { describe, expect, it } from 'vitest';
import { engines } from './engines.ts';
import { openPage, selectSafely } from './markup.ts';
import { collectDates } from './page-dates.ts';
import { readStructured } from './structured.ts';

const title = 'Huyện ủy Cẩm Khê giao ban';
const body = '<div class="body"><p>Ngày 4/4/2022, Huyện ủy họp bàn.</p><p>Hội nghị kết thúc.</p></div>';

function collect(html: string, engineId: string | null = null, selector = ''): readonly string[] {
  const opened = openPage(html);
  if (opened.kind !== 'page') throw new Error('The page of this test should open.');
  const { page } = opened;
  const [heading] = selectSafely(page, 'h1').toArray();
  const parts = {
    page,
    engine: engines.find((engine) => engine.id === engineId) ?? null,
    facts: readStructured(page),
    title: { text: title, element: heading ?? null },
    body: selectSafely(page, '.body').get(0) ?? null,
  };
  return collectDates(parts, selector).map((date) =>
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
