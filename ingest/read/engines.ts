/**
 * The programs that Vietnamese portals and papers run on, and where each keeps the parts of an article.
 *
 * Hundreds of sites run on a dozen programs, so a row here reads many sites without a word in their source files; what a source
 * file says comes before it, and `anyEngine` after it. The selectors come from public code that reads these programs and
 * from their own sources, not from live pages: a row is a starting point to be confirmed on first contact.
 * A new engine is a new row; no code names one.
 */

export interface Engine {
  readonly id: string;
  /** CSS: a page where any of these is found runs on this engine. Empty only for `anyEngine`. */
  readonly marks: readonly string[];
  /** CSS, best first, for each part. */
  readonly title: readonly string[];
  readonly lead: readonly string[];
  readonly body: readonly string[];
  readonly author: readonly string[];
  readonly published: readonly string[];
  readonly section: readonly string[];
  /** Files linked outside of the body. */
  readonly attachments: readonly string[];
  /** What is no text although it stands in the body. */
  readonly remove: readonly string[];
  /** `visible`: the date a reader sees is right where metas are wrong (NukeViet prints the edit time and broken stamps). */
  readonly trusts: 'metas' | 'visible';
}

/** The parts of a row that most engines have nothing to say about. */
const plain = { author: [], published: [], section: [], attachments: [], remove: [], trusts: 'metas' } as const;

export const engines: readonly Engine[] = [
  {
    ...plain,
    id: 'hemera',
    marks: ['.zce-content-body', '.cms-body', 'h1.cms-title'],
    title: ['h1.cms-title', '.article__title'],
    lead: ['.article__sapo', '.cms-desc'],
    body: ['.zce-content-body', '.cms-body', '.article__body', '.details__content'],
    author: ['.cms-author', '.article__author'],
    published: ['.article__meta time[datetime]', 'time.time[datetime]'],
    section: ['.breadcrumb a:last-of-type', '.article__meta .cat'],
    remove: ['section', '.article-relate', '.notebox', '.article__tag', '.ads'],
  },
  {
    ...plain,
    id: 'onecms',
    marks: ['.b-maincontent', '.b-grid__title', '.onecms__loading', '.block-sc-title'],
    title: ['h1.block-sc-title', 'h1.sc-longform-header-title', '.c-detail-head h1'],
    lead: ['.block-sc-sapo', '.sc-longform-header-sapo', '.b-maincontent p.sapo'],
    body: ['.b-maincontent .entry', '.b-maincontent'],
    author: ['.block-sc-author', '.sc-longform-header-author'],
    published: ['.block-sc-publish-time', '.sc-longform-header-date', '.c-detail-head__time'],
    remove: ['.sc-longform-header', '.sc-empty-layer', '.c-news-related', '.b-grid', '.c-box'],
  },
  {
    ...plain,
    id: 'vccorp',
    marks: ['.afcbc-body', '[data-role="content"]', '.VCSortableInPreviewMode'],
    title: ['h1.detail-title', '[data-role="title"]'],
    lead: ['.detail-sapo', '[data-role="sapo"]'],
    body: ['.afcbc-body', '[data-role="content"]', '.detail-content'],
    author: ['.detail-author-bot .name', '.detail-author-top-name', '[data-role="author"]'],
    published: ['[data-role="publishdate"]', '.detail-time'],
    section: ['.detail-cate a', '[data-role="cate-name"]'],
    remove: [
      '[type="RelatedNewsBox"]',
      '.VCSortableInPreviewMode.type-6',
      '.kbwscwl-relatedbox',
      '.VCSortableInPreviewMode[type="Photo"] .PhotoCMS_Caption',
    ],
  },
  {
    ...plain,
    id: 'nukeviet',
    marks: ['#news-bodyhtml', '.news_column[itemtype*="NewsArticle"]', 'meta[name="generator"][content*="NukeViet"]'],
    title: ['.news_column h1.title', 'h1[itemprop="headline"]', '#print .title', 'h1.title'],
    lead: ['.hometext', '.news_column [itemprop="description"]', '#hometext'],
    body: ['#news-bodyhtml', '.bodytext', '#bodytext', '#print #content'],
    author: ['.news_column p.h5.text-right', '#print #author p', '[itemprop="author"] [itemprop="name"]'],
    published: ['.news_column span.h5', '#print .time', '.news_column .h5'],
    section: ['.breadcrumb li:last-child a'],
    attachments: ['.news-download-file'],
    remove: ['.news-download-file', '.other-news', '.socialicon'],
    trusts: 'visible',
  },
  {
    ...plain,
    id: 'nukeviet-laws',
    marks: ['h1.lawh3', '.flex-table-laws', 'tr.hoatim'],
    title: ['h1.lawh3'],
    lead: [],
    body: ['.m-bottom', 'p.m-bottom', '.flex-table-laws'],
    attachments: ['.laws-download-file'],
  },
  {
    ...plain,
    id: 'quangninh-portal',
    marks: ['.noi-dung-trang', '[id^="noidungtrang"]'],
    title: [
      '[id^="noidungtrang"] h1',
      '[id^="noidungtrang"] h2',
      '[id^="noidungtrang"] h3',
      '[id^="noidungtrang"] .tieu-de',
    ],
    lead: [],
    body: ['.noi-dung-trang', '[id^="noidungtrang"]'],
    // The id ends in a space on the real portal, so it is matched by its beginning.
    published: ['[id^="noidungtrang"] .publish-date', '.publish-date'],
    section: ['.duong-dan a:last-of-type'],
    remove: ['.publish-date', '.tin-lien-quan', '.news-other'],
  },
  {
    ...plain,
    id: 'dotnetnuke',
    marks: ['[id^="dnn_ctr"]', '.lbPublishedDate', '.ArticleContent'],
    title: ['h1.post-title', '.post-title', '.ArticleTitle'],
    lead: ['.post-summary', '.ArticleSummary'],
    body: ['.post-content .noidung', '.post-content', '.ArticleContent'],
    author: ['.post-author', '.ArticleAuthor'],
    published: ['.lbPublishedDate', '.PostDate', 'span.post-subinfo'],
    remove: ['.post-tag', '.post-relate'],
  },
  {
    ...plain,
    id: 'liferay',
    marks: ['.journal-content-article', '[id^="p_p_id_"]'],
    title: ['.header-title', '.asset-title', '.title-detail'],
    lead: ['.article-summary', '.sumary'],
    body: ['.journal-content-article', '.detailContent', '.ContentDetail'],
    published: ['.meta-data-date', '.date_post', '.publishdate'],
  },
  {
    ...plain,
    id: 'vnexpress',
    marks: ['.fck_detail', 'h1.title-detail'],
    title: ['h1.title-detail'],
    lead: ['p.description'],
    body: ['article.fck_detail', '.fck_detail'],
    author: ['.fck_detail .author_mail strong', '.author_mail'],
    published: ['span.date'],
    section: ['.breadcrumb li:first-child a'],
    remove: ['.location-stamp', '.box-tinlienquanv2', '.list-news', '.author_mail', '.Image', '.tbl_insert'],
  },
  {
    ...plain,
    id: 'yyyymm-paper',
    marks: ['h1.media-heading', 'link[rel="canonical"][href*="baoquangninh.com.vn"]'],
    title: ['h1.media-heading'],
    lead: [],
    body: ['#content', '.content'],
    published: ['.date'],
  },
  {
    ...plain,
    id: 'quangninh-paper',
    marks: ['#content-detail'],
    title: ['h1.name'],
    lead: [],
    body: ['#content-detail'],
    author: ['#content-detail .pseudonym'],
    published: [],
    remove: ['.pseudonym', '.relates', '.topics', '.social', '.print_page', '.block-news-list'],
  },
  {
    ...plain,
    id: 'a-id-paper',
    marks: ['#newscontents', '#contentNews', '.content-fck'],
    title: [],
    lead: ['.detail-desc p', 'p.sapo'],
    body: ['#newscontents .content-fck', '.content-fck', '#contentNews .singular-content'],
    published: ['.pubdate'],
  },
];

/** What is tried where no engine is known, or the known one does not tell. */
export const anyEngine: Engine = {
  id: 'any',
  marks: [],
  title: ['[itemprop="headline"]', 'main h1', 'article h1', '[role="main"] h1'],
  lead: [
    '[itemprop="description"]',
    '.sapo',
    '.detail-sapo',
    '.article__sapo',
    '.hometext',
    '.post-summary',
    '.article-summary',
    '.summary',
    '.description',
    '.chapeau',
    '[class*="sapo" i]',
    '[class*="article-summary" i]',
  ],
  body: [
    '[itemprop="articleBody"]',
    '.article__body',
    '.article-body',
    '.detail-content',
    '.cms-body',
    '.b-maincontent .entry',
    '.post-content',
    '.entry-content',
    '#content-detail',
    '#news-bodyhtml',
    '.journal-content-article',
    '.ArticleContent',
    '.article-content',
    '.content-fck',
    '.fck_detail',
    '.noi-dung-trang',
    '.the-document-body',
    '.detailContent',
    '#newsContent',
    '[class*="article-body" i]',
    '[class*="article-content" i]',
    '[class*="detail-content" i]',
    '[class*="news-content" i]',
    '[id*="content-detail" i]',
  ],
  author: [
    '[itemprop="author"]',
    '[rel="author"]',
    '.cms-author',
    '.detail-author',
    '.pseudonym',
    '.article-author',
    '.author',
    '.tac-gia',
  ],
  published: [
    'time[itemprop="datePublished"]',
    '[itemprop="datePublished"]',
    'time[datetime]',
    '.publish-date',
    '.published-date',
    '.post-date',
    '.article-date',
    '.detail-time',
    '.date-time',
    '.ngay-dang',
    '.pubdate',
    '.date',
    '.time',
    '[class*="date" i]',
    '[class*="datum" i]',
    '[class*="publi" i]',
    '[class*="posted" i]',
    '[class*="time" i]',
  ],
  section: ['.breadcrumb a:last-of-type', '.breadcrumbs a:last-of-type', '[class*="breadcrumb"] li:last-child a'],
  attachments: ['.attachments', '.attachment', '.file-dinh-kem', '.download-file'],
  remove: [
    'script, style, noscript, template, iframe, object, embed, svg, canvas, audio, video, map',
    'button, input, select, textarea, label',
    'nav, aside, footer, amp-ad, amp-embed, amp-sidebar',
    '[hidden], [aria-hidden="true"], [style*="display:none"], [style*="display: none"]',
  ],
  trusts: 'metas',
};

/** Classes that often name furniture: dropped unless half the text of the body is in them. */
export const suspectSelectors: readonly string[] = [
  'article',
  '[class*="relate"], [id*="relate"], [class*="lien-quan"], [class*="lienquan"], [class*="other-news"], [class*="tin-khac"]',
  '[class*="social"], [class*="share"], .fb-like, .zalo-share-button, [class*="rating"]',
  '.hidden, .hide, .d-none, .sr-only, .visually-hidden, [style*="visibility:hidden"], [style*="visibility: hidden"]',
  '[class*="breadcrumb"], [class*="article__tag"], [class*="article-tag"], [class*="keyword"], .tags, .tag',
  '[class*="banner"], [class*="advert"], .ads, .ad, [class*="quang-cao"]',
  '[class*="print"], [class*="toolbar"], [class*="counter"]',
  '[class*="view-count" i], [class*="viewcount" i], [class*="luot-xem" i], [class*="luotxem" i], [class*="luot-doc" i]',
];

/** What readers wrote: dropped even where it is longer than the article. */
export const commentSelectors: readonly string[] = [
  '[class*="comment" i], [id*="comment" i], [class*="binh-luan"], [class*="binhluan"], [class*="y-kien"], [class*="ykien"]',
];

/** Captions, by markup: dropped wherever they stand. Captions that markup does not name are told in blocks.ts. */
export const captionSelectors: readonly string[] = [
  'figcaption',
  'figure',
  '[class*="caption" i]',
  '.image-desc',
  '.img-desc',
  '.desc_image',
  '.chu-thich',
  '.chuthich',
];
