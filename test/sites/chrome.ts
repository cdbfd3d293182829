/** What stands around the articles on every invented page: menus, side boxes, counters, and words that say a page is gone. */

import type { Shelved } from './reports.ts';
import { notFound, page, type SiteAnswer } from './site.ts';

/** How the site answers for an article that a test withdrew; null while it is there. */
export function answerWithdrawn(siteName: string, { fate, title }: Shelved): SiteAnswer | null {
  if (fate === 'gone-410') return notFound(410);
  if (fate === 'gone-404') return notFound(404);
  if (fate === 'soft-404') return page(noticePage(siteName, 'Không tìm thấy nội dung bạn yêu cầu.'));
  return fate === 'menu' ? page(menuPage(siteName, title)) : null;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n');
}

export function menu(): string {
  const links = menuNames.map((name, at) => `<li class="item-${at}"><a href="/muc-${at}">${name}</a></li>`);
  return `<ul class="main-menu">${links.join('')}</ul>`;
}

/** A template of the site with other words in its middle: how withdrawn and unknown articles look with status 200. */
export function noticePage(siteName: string, notice: string): string {
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${siteName}</title></head><body>${menu()}<div class="notice">${notice}</div>${footer(siteName)}</body></html>`;
}

/** What a broken layout serves: navigation where the text was. */
export function menuPage(siteName: string, title: string): string {
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(title)} - ${siteName}</title></head><body>${menu()}<h1>${escapeHtml(title)}</h1>${menu()}${footer(siteName)}</body></html>`;
}

export function footer(siteName: string): string {
  return `<div class="footer"><p>${siteName.toUpperCase()}</p><p>Giấy phép số 12/GP-TTĐT do Sở Thông tin và Truyền thông Quảng Hải cấp</p><p>Điện thoại: 0299.3111.222</p></div>`;
}

/** Widgets of the right column, with a counter that never stands still. */
export function sideColumn(visits: number): string {
  return `<div class="cot-phai"><div class="widget weather"><h4>Thời tiết</h4><div>Hạ Khê: 24°C - 31°C</div></div><div class="widget rate"><h4>Tỷ giá</h4><table><tr><td>USD</td><td>25.120</td></tr></table></div><div class="counter"><span>Đang online </span><span>${visits % 977}</span><span>Tổng lượt truy cập </span><span>${5_886_939 + visits}</span></div></div>`;
}

const menuNames = [
  'Trang chủ',
  'Giới thiệu',
  'Cơ cấu tổ chức',
  'Tin tức',
  'Chính trị',
  'Xây dựng Đảng',
  'Kinh tế',
  'Xã hội',
  'Văn hóa',
  'Thể thao',
  'Pháp luật',
  'Giáo dục',
  'Y tế',
  'Du lịch',
  'Văn bản',
  'Thủ tục hành chính',
  'Hỏi đáp',
  'Lịch công tác',
  'Liên hệ',
];
