import { describe, expect, it } from 'vitest';
import { anyEngine, captionSelectors, engines, suspectSelectors } from './engines.ts';
import { readHtml } from './html.ts';
import { openPage } from './markup.ts';

const title = 'Huyện ủy Cẩm Khê giao ban quý I';
const lead = 'Sáng 5/4, Huyện ủy Cẩm Khê tổ chức hội nghị giao ban do đồng chí Lê Văn Thử chủ trì.';
const body = 'Hội nghị nghe báo cáo kết quả thực hiện Nghị quyết số 31-NQ/HU về chỉnh trang đô thị.';
const end = 'Các đại biểu thống nhất đẩy nhanh tiến độ trong quý II.';
const related = '<a href="/khac.html">Xã Hà Trung ra quân làm đường</a>';

/** A page of each engine, as bare as it may be: title, lead, text, authors, date and a box to be left out. */
const pages: Readonly<Record<string, string>> = {
  hemera: `<h1 class="article__title cms-title">${title}</h1><div class="article__meta"><span class="cms-author">Minh Châu</span><time datetime="2022-04-05T16:05:00+0700">05/04/2022</time></div>
    <div class="article__sapo cms-desc">${lead}</div><div class="article__body zce-content-body cms-body"><p>${body}</p><section>${related}</section><p>${end}</p></div>`,
  onecms: `<div class="b-maincontent"><div class="entry"><div class="sc-longform-header"><h1 class="sc-longform-header-title block-sc-title">${title}</h1><p class="sc-longform-header-sapo block-sc-sapo">${lead}</p>
    <span class="block-sc-author">Minh Châu</span><span class="sc-longform-header-date block-sc-publish-time">05/04/2022 - 16:05</span></div><p>${body}</p><p>${end}</p><div class="c-news-related">${related}</div></div></div>`,
  vccorp: `<h1 class="detail-title">${title}</h1><div data-role="publishdate">16:05, 05/04/2022</div><a class="detail-author-top-name">Minh Châu</a><h2 class="detail-sapo" data-role="sapo">${lead}</h2>
    <div class="detail-content afcbc-body" data-role="content"><p>${body}</p><div type="RelatedNewsBox">${related}</div><p>${end}</p></div>`,
  nukeviet: `<meta property="article:published_time" content="2022-04-05+0716:05:00"><meta itemprop="datePublished" content="2023-01-01T10:00:00+07:00">
    <div class="news_column" itemtype="http://schema.org/NewsArticle"><div><h1 class="title" itemprop="headline">${title}</h1><span class="h5">Thứ ba - 05/04/2022 16:05</span><div class="hometext" itemprop="description">${lead}</div>
    <div id="news-bodyhtml" class="bodytext"><p>${body}</p><p>${end}</p></div><p class="h5 text-right"><strong>Tác giả:</strong> Minh Châu</p></div></div>`,
  'nukeviet-laws': `<h1 class="lawh3">${title}</h1><div class="m-bottom"><p>${lead}</p><p>${body}</p><p>${end}</p></div>`,
  'quangninh-portal': `<form><div class="dong-ho">Chủ nhật, 22/11/2026</div><div id="noidungtrang "><h3>${title}</h3><p class="publish-date">05/04/2022 16:05</p>
    <div class="noi-dung-trang"><p><b>${lead}</b></p><p>${body}</p><p>${end}</p><p align="right">&nbsp;&nbsp;&nbsp;Minh Châu</p></div><div class="tin-lien-quan">${related}</div></div></form>`,
  dotnetnuke: `<div id="dnn_ctr417_View"><h1 class="post-title">${title}</h1><span class="lbPublishedDate">Thứ ba, 05/04/2022 16:05 (GMT+7)</span><div class="post-summary"><h2>${lead}</h2></div>
    <div class="post-content"><div class="noidung"><p>${body}</p><p>${end}</p><p style="text-align: right"><b>Minh Châu</b></p></div></div></div>`,
  liferay: `<div><h1>${title}</h1><span class="date_post">05/04/2022 16:05</span><div class="article-summary">${lead}</div><div class="journal-content-article"><p>${body}</p><p>${end}</p><p>Minh Châu</p></div></div>`,
  vnexpress: `<div><span class="date">Thứ ba, 5/4/2022, 16:05 (GMT+7)</span><h1 class="title-detail">${title}</h1><p class="description"><span class="location-stamp"></span>${lead}</p>
    <article class="fck_detail"><p class="Normal">${body}</p><p class="Normal">${end}</p><p class="Normal" style="text-align:right;"><strong>Minh Châu</strong></p></article></div>`,
  'yyyymm-paper': `<div><h1 class="media-heading">${title}</h1><div class="date">Thứ Ba, 05/04/2022, 16:05 [GMT+7]</div><p>.</p><div id="content"><p><strong>${lead}</strong></p><p>${body}</p><p>${end}</p><p>Minh Châu</p><p>.</p></div></div>`,
  'quangninh-paper': `<div><h1 class="name">${title}</h1><span>05/04/2022 16:05</span><div id="content-detail"><p><strong>${lead}</strong></p><p>${body}</p><p>${end}</p><div class="pseudonym">Minh Châu</div><div class="relates">${related}</div></div></div>`,
  'a-id-paper': `<div><h1>${title}</h1><div class="pubdate">05/04/2022 - 16:05</div><p class="sapo">${lead}</p><div id="newscontents"><div class="content-fck"><p>${body}</p><p>${end}</p><p>Minh Châu</p></div></div></div>`,
};

describe('engines', () => {
  it.each(engines.map((engine) => engine.id))('%s: its page is read', (id) => {
    const html = `<html lang="vi"><body><div class="top">Chủ nhật, 22/11/2026</div><div>${pages[id]}</div></body></html>`;
    const read = readHtml({
      html,
      url: 'https://camkhe.example/bai-1.html',
      encoding: 'utf-8',
      selectors: {},
      now: null,
    });
    const isLaw = id === 'nukeviet-laws';
    expect(read).toMatchObject({ status: 'ok', title, lead, text: [lead, body, end].join('\n\n'), warnings: [] });
    expect({ author: read.author, published: read.published }).toEqual(
      isLaw ? { author: null, published: null } : { author: 'Minh Châu', published: '2022-04-05T16:05:00+07:00' },
    );
  });

  it.each(engines)('$id: is told by its marks only', ({ id, marks }) => {
    const others = Object.entries(pages).filter(([other]) => other !== id);
    for (const [, html] of others) {
      const opened = openPage(html);
      if (opened.kind === 'page') expect(marks.filter((mark) => opened.page(mark).length > 0)).toEqual([]);
    }
  });

  it('have ids of their own and selectors that are CSS', () => {
    expect(new Set(engines.map((engine) => engine.id)).size).toBe(engines.length);
    const opened = openPage('<p>x</p>');
    if (opened.kind !== 'page') throw new Error('The page of this test should open.');
    const rows = [...engines, anyEngine].flatMap((row) => [
      row.marks,
      row.title,
      row.lead,
      row.body,
      row.author,
      row.published,
      row.section,
      row.attachments,
      row.remove,
    ]);
    for (const css of [...rows.flat(), ...suspectSelectors, ...captionSelectors])
      expect(() => opened.page(css), css).not.toThrow();
  });
});
