import { describe, expect, it } from 'vitest';
import type { ReadArticle } from './article.ts';
import { type ReadSelectors, readHtml } from './html.ts';

const url = 'https://camkhe.example/tin/giao-ban-12.html';
const read = (html: string, selectors: ReadSelectors = {}, now: Date | null = null): ReadArticle =>
  readHtml({ html, url, encoding: 'utf-8', selectors, now });

const title = 'Huyện ủy Cẩm Khê giao ban quý I';
const lead = 'Sáng 5/4, Huyện ủy Cẩm Khê tổ chức hội nghị giao ban do đồng chí Lê Văn Thử chủ trì.';
const body = 'Hội nghị nghe báo cáo kết quả thực hiện Nghị quyết số 31-NQ/HU về chỉnh trang đô thị.';
const end = 'Các đại biểu thống nhất đẩy nhanh tiến độ trong quý II.';
const whole = [lead, body, end].join('\n\n');
const paragraphs = `<p>${lead}</p><p>${body}</p><p>${end}</p>`;

const cases: readonly { note: string; html: string; selectors?: ReadSelectors; expect: Partial<ReadArticle> }[] = [
  {
    note: 'a plain page: metas, an article, navigation and footer',
    html: `<!doctype html><html lang="vi-VN"><head><title>${title} - Cổng Cẩm Khê</title><meta property="article:published_time" content="2022-04-05T16:05:00+07:00"><meta property="article:modified_time" content="2022-04-06T08:00:00+07:00">
      <meta property="article:section" content="Tin hoạt động"><link rel="canonical" href="/tin/giao-ban-12.html"></head><body><nav>Trang chủ | Tin tức</nav><article><h1>${title}</h1>${paragraphs}</article><footer>Đang online 12</footer></body></html>`,
    expect: {
      status: 'ok',
      error: null,
      url,
      canonicalUrl: url,
      title,
      lead,
      text: whole,
      author: null,
      language: 'vi',
      section: 'Tin hoạt động',
      published: '2022-04-05T16:05:00+07:00',
      updated: '2022-04-06T08:00:00+07:00',
      attachments: [],
      warnings: [],
    },
  },
  {
    note: 'the source file decides',
    html: `<h1>Cẩm Khê vươn xa</h1><div class="x1">${title}</div><div class="x2">05/04/2022 16:05</div><div class="x3">${lead}</div><div class="x4"><p>${body}</p><p class="bo">Liên hệ quảng cáo</p><p>${end}</p></div><div class="x5">Bút danh: minh châu</div>`,
    selectors: { title: '.x1', published: '.x2', lead: '.x3', body: '.x4', author: '.x5', remove: ['.bo'] },
    expect: {
      title,
      lead,
      text: whole,
      author: 'Bút danh: minh châu',
      published: '2022-04-05T16:05:00+07:00',
      warnings: [],
    },
  },
  {
    note: 'selectors of a layout that is gone, and one that is none, are said',
    html: `<article><h1>${title}</h1>${paragraphs}</article>`,
    selectors: { title: '.cu', body: 'div[', lead: '' },
    expect: {
      title,
      text: whole,
      warnings: [
        { code: 'selector-unmatched', detail: 'read.title finds nothing: .cu' },
        { code: 'selector-unmatched', detail: 'read.body finds nothing: div[' },
      ],
    },
  },
  {
    note: 'the clock above the menu is no date',
    html: `<form><div>Thứ Ba, 05/04/2022</div><ul><li>Trang chủ</li></ul><div><h1>${title}</h1><div class="detail-content">${paragraphs}</div></div></form>`,
    expect: { title, text: whole, published: null, warnings: [] },
  },
  {
    note: 'a date line behind the title',
    html: `<div>08/08/2024 10:00</div><h1>${title}</h1><p>Cập nhật: 05/04/2022 16:05</p><div class="detail-content">${paragraphs}</div>`,
    expect: {
      published: '2022-04-05T16:05:00+07:00',
      updated: '2022-04-05T16:05:00+07:00',
      warnings: [{ code: 'date-of-update', detail: expect.any(String) }],
    },
  },
  {
    note: 'a date inside the text is an event',
    html: `<h1>${title}</h1><div class="detail-content"><p>Ngày 05/04/2022, Huyện ủy Cẩm Khê họp bàn nhiều nội dung về chỉnh trang đô thị và sản xuất.</p><p>${end}</p></div>`,
    expect: { published: null },
  },
  {
    note: 'a day that does not exist is null, with a warning; a sound meta mends it',
    html: `<h1>${title}</h1><p class="publish-date">29/02/2023 08:15</p><div class="detail-content">${paragraphs}</div>`,
    expect: { published: null, warnings: [{ code: 'date-impossible', detail: 'No such day: 29/02/2023 08:15' }] },
  },
  {
    note: 'a portal on a clock of twelve hours',
    html: `<div id="noidungtrang "><h2>${title}</h2><p class="publish-date">Ngày đăng 05/04/2022 | 04:05 | View count: 642</p><div class="noi-dung-trang">${paragraphs}</div></div>`,
    expect: {
      published: '2022-04-05',
      text: whole,
      warnings: [{ code: 'clock-12h', detail: expect.stringContaining('04:05') }],
    },
  },
  {
    note: 'JSON-LD in a list, behind a block that is none',
    html: `<title>x</title><script type="application/ld+json">{"@type": "NewsArticle", </script><script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@type":["NewsArticle"],"headline":"${title}","datePublished":"2022-04-05T09:05:00Z","author":[{"@type":"Person","name":"Minh Châu"}]}]</script><div class="detail-content">${paragraphs}</div>`,
    expect: { title, author: 'Minh Châu', published: '2022-04-05T16:05:00+07:00' },
  },
  {
    note: 'the paper itself is no author',
    html: `<meta property="og:site_name" content="Báo Cẩm Khê"><meta name="author" content="Báo Cẩm Khê"><article><h1>${title}</h1>${paragraphs}</article>`,
    expect: { author: null },
  },
  {
    note: 'the lead above the text and again in it',
    html: `<h1>${title}</h1><div class="sapo">${lead}</div><div class="detail-content"><p><b>${lead}</b></p><p>${body}</p><p>${end}</p></div>`,
    expect: { lead, text: whole },
  },
  {
    note: 'the title, its date and the authors inside the body',
    html: `<article><h1>${title}</h1><p>05/04/2022 16:05</p>${paragraphs}<p style="text-align:right"><b>Hồng Hà – Huy Bách</b></p></article>`,
    expect: { title, text: whole, author: 'Hồng Hà – Huy Bách', published: '2022-04-05T16:05:00+07:00' },
  },
  {
    note: 'captions: in a figure, in a table, under a picture, repeated from its alt',
    html: `<h1>${title}</h1><div class="detail-content"><p>${lead}</p><figure><img src="a.jpg" alt="Đại biểu dự hội nghị"><figcaption>Đại biểu dự hội nghị.</figcaption></figure><p>Đại biểu dự hội nghị</p>
      <p>${body}</p><table><tr><td><img src="b.jpg"></td></tr><tr><td>Quang cảnh</td></tr></table><p style="text-align:center"><img src="c.jpg"></p><p align="center"><i>Đồng chí Lê Văn Thử phát biểu.</i></p><p>${end}</p></div>`,
    expect: { text: whole },
  },
  {
    note: 'related boxes, buttons, counters and lone dots',
    html: `<h1>${title}</h1><div class="detail-content"><p>In bài viết | Gửi email</p><p>${lead}</p><p>Tin liên quan</p><ul><li><a href="/1">Xã Hà Trung làm đường</a></li><li><a href="/2">Xã Hà Bắc trồng cây</a></li></ul><p>${body}</p><div class="box-relate"><p>Đừng đọc câu này.</p></div><p>${end}</p><p>.</p><p>Lượt xem: 204</p></div>`,
    expect: { text: whole },
  },
  {
    note: 'a box of other news without a name, and other news as articles',
    html: `<h1>${title}</h1><div class="detail-content"><p>${lead}</p><div class="q7"><a href="/1">Xã Hà Trung làm đường</a><a href="/2">Xã Hà Bắc trồng cây</a><a href="/3">Xã Hà Nam họp</a></div><p>${body}</p><article><h3>Xã khác</h3><p>Đừng đọc câu này.</p></article><p>${end}</p></div>`,
    expect: { text: whole },
  },
  {
    note: 'a class that names furniture but holds the text',
    html: `<h1>${title}</h1><div class="detail-content"><div class="print-area">${paragraphs}</div><div class="print-button">In ra giấy ngay bây giờ.</div></div>`,
    expect: { text: whole },
  },
  {
    note: 'a table of figures keeps its rows',
    html: `<h1>${title}</h1><div class="detail-content"><p>${lead}</p><table><tr><th>Xã</th><th>Số hộ</th></tr><tr><td>Hà Trung</td><td>1.204</td></tr></table><p>${end}</p></div>`,
    expect: { text: `${lead}\n\nXã | Số hộ\nHà Trung | 1.204\n\n${end}` },
  },
  {
    note: 'an old page: nested tables, paragraphs of <br><br>, no heading, the date below',
    html: `<html><head><base href="http://khac.example/"><title>${title} | Trang tin huyện Cẩm Khê</title></head><body><table><tr><td>Trang chủ<td><table><tr><td><font face="Arial"><b>${title}</b><br><br><b>${lead}</b><br><br>${body}<br><br>${end}<br><br>(Cập nhật 7:05 - 3/2/2004)</font></table></table>`,
    expect: { title, lead, text: whole, published: '2004-02-03T07:05:00+07:00' },
  },
  {
    note: 'an old page whose head names only the site: a line with the date right below it is the title',
    html: `<title>Báo Cẩm Khê</title><table><tr><td>Trang chủ<td><table><tr><td><font size=4><b>${title}</b></font><br><i>(Cập nhật 7:05 - 3/2/2004)</i><br><br><b>${lead}</b><br><br>${body}<br><br>${end}</table></table>`,
    expect: { title, lead, text: whole, published: '2004-02-03T07:05:00+07:00' },
  },
  {
    note: 'a page that bears the name of its body: the line above the date is the title',
    html: `<title>HĐND huyện Cẩm Khê</title><form><div id="c"><span class="Head">${title}</span><div class="PostDate">Thứ ba, 05/04/2022 16:05 (GMT+7)</div><div class="ArticleContent">${paragraphs}</div></div></form>`,
    expect: { title, text: whole, published: '2022-04-05T16:05:00+07:00' },
  },
  {
    note: 'a second root that holds the body',
    html: `<html></html><head><title>${title}</title></head><html><body><h1>${title}</h1><div class="content-fck">${paragraphs}</div></body></html>`,
    expect: { title, text: whole },
  },
  {
    note: 'a page wrapped in a form, without any known class',
    html: `<form><input type="hidden" name="__VIEWSTATE" value="x"><div id="a1"><ul><li><a href="/">Trang chủ</a></li></ul></div><div id="a2"><h1>${title}</h1><div id="a3">${paragraphs.repeat(1)}<p>${body.replace('31', '32')}</p></div></div><div id="a4">Đang online 12</div></form>`,
    expect: {
      title,
      text: `${whole}\n\n${body.replace('31', '32')}`,
      warnings: [{ code: 'body-guessed', detail: expect.any(String) }],
    },
  },
  {
    note: 'attachments inside the article, made absolute, each once',
    html: `<div><a href="/menu.pdf">Biểu mẫu</a></div><article><h1>${title}</h1>${paragraphs}<p><a href="../upload/Nghị quyết 31.PDF">Nghị quyết 31</a> <a href="/upload/kh.docx#p2">Kế hoạch</a> <a href="javascript:void(0)">x.pdf</a> <a href="data:application/pdf;base64,AA.pdf">y</a><iframe src="/viewer.html?file=%2Fupload%2Fkh.docx"></iframe></p></article>`,
    expect: {
      attachments: [
        {
          url: 'https://camkhe.example/upload/Ngh%E1%BB%8B%20quy%E1%BA%BFt%2031.PDF',
          title: 'Nghị quyết 31',
          type: 'pdf',
        },
        { url: 'https://camkhe.example/upload/kh.docx', title: 'Kế hoạch', type: 'docx' },
      ],
    },
  },
  {
    note: 'a canonical address elsewhere is refused',
    html: `<link rel="canonical" href="https://khac.example/tin/1"><article><h1>${title}</h1>${paragraphs}</article>`,
    expect: { canonicalUrl: null },
  },
  {
    note: 'decomposed text is composed',
    html: `<article><h1>${title}</h1>${paragraphs}</article>`.normalize('NFD'),
    expect: { title, text: whole },
  },
  {
    note: 'the same where Readability takes the text, with marks in their wrong order and byte order marks in its words',
    html: `<html><head><title>${title}</title></head><body><div class="content"><h1>${title}</h1><div class="body"><p>${lead} ${body}</p><p>${end}</p></div></div></body></html>`
      .replaceAll('ồ', 'o\u0300\u0302')
      .replaceAll('ng', 'n\uFEFFg'),
    expect: { title, text: `${lead} ${body}\n\n${end}` },
  },
  {
    note: 'a page whose text is a file',
    html: `<main><h1>${title}</h1><p><a href="/a.pdf">Toàn văn</a></p></main>`,
    expect: {
      status: 'text_unavailable',
      title,
      text: '',
      attachments: [{ url: 'https://camkhe.example/a.pdf', title: 'Toàn văn', type: 'pdf' }],
      error: 'The page shows no text of an article, only one attached file.',
    },
  },
  {
    note: 'a page whose text is several files',
    html: `<main><h1>${title}</h1><p><a href="/a.pdf">Tờ trình</a></p><p><a href="/b.docx">Phụ lục</a></p></main>`,
    expect: { status: 'text_unavailable', error: 'The page shows no text of an article, only 2 attached files.' },
  },
  {
    note: 'a title in old markup, behind the name of a site that nothing tells',
    html: `<title>Huyện ủy Cẩm Khê | ${title}</title><table><tr><td><font size="4"><b>${title}</b></font><br>${paragraphs}</table>`,
    expect: { title, text: expect.not.stringContaining(title) },
  },
  {
    note: 'nothing at all',
    html: '<html><body></body></html>',
    expect: {
      status: 'text_unavailable',
      title: null,
      text: '',
      lead: null,
      error: 'The page shows no text of an article.',
    },
  },
];

describe('readHtml', () => {
  it.each(cases)('$note', ({ html, selectors, expect: wanted }) => expect(read(html, selectors)).toMatchObject(wanted));

  it('doubts a date in the future of its reader', () => {
    const html = `<meta property="article:published_time" content="2032-04-05"><article><h1>${title}</h1>${paragraphs}</article>`;
    expect(read(html, {}, new Date('2024-01-01T00:00:00Z'))).toMatchObject({
      published: null,
      warnings: [{ code: 'date-future' }],
    });
  });

  it.each([
    ['200,000 nested tags', '<div>'.repeat(200_000), 'failed'],
    ['nesting just below the limit', `${'<div>'.repeat(780)}<p>${body} ${end}</p>`, 'ok'],
    ['6,000 paragraphs', `<div class="detail-content">${paragraphs.repeat(2000)}</div>`, 'ok'],
    ['6,000 paragraphs without a known class', `<div>${paragraphs.repeat(2000)}</div>`, 'ok'],
    ['one paragraph of a megabyte', `<article><p>${`${body} `.repeat(11_000)}</p></article>`, 'ok'],
    ['20,000 links', `<article>${'<a href="/a.pdf">a</a> '.repeat(20_000)}</article>`, 'text_unavailable'],
    [
      'a table of 5,000 rows',
      `<article><p>${body}</p><table>${'<tr><td>Hà Trung<td>1.204'.repeat(5000)}</table></article>`,
      'ok',
    ],
  ])('%s does not hang', (_, html, status) => {
    expect(read(html).status).toBe(status);
  });
});
