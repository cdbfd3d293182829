/**
 * Tells a page that says "not here" from an article, though the server said 200.
 *
 * Portals answer a withdrawn article with their home page, a notice in the usual frame, a login or a puzzle. The surest
 * sign is the host's own answer to an address that cannot exist; wordings count only where there is hardly any text, so
 * that a report about a lost page is not taken for one. Rules of sources.md, "soft errors", put in our own terms.
 */
import type { WrongPageRecord } from '../../core/archive/origins.ts';
import { withoutEcho } from './address-echo.ts';
import type { StandIns } from './wrong-page.ts';

/** What is looked at of a page that came with status 200. */
export interface SeenPage {
  readonly title: string | null;
  /** The article's text, or all words of the page where no article was found. */
  readonly text: string;
  /** True when no article was found in it. */
  readonly isEmpty: boolean;
  /** The address asked for, and the one that answered. */
  readonly askedUrl: string;
  readonly finalUrl: string;
  readonly homeUrl: string;
  /** True when it bears the title of the article that its address brought before. */
  readonly isTitledAlike: boolean;
  /** True when the page asks for a password. */
  readonly hasPasswordField: boolean;
  /** True when its markup holds a puzzle; the form for comments below an article may hold one too. */
  readonly hasPuzzle: boolean;
}

/** `puzzle` and `login` may be about us and not about the page, so they are looked at twice. */
export type Absence = 'home-page' | 'wrong-page' | 'notice' | 'login' | 'puzzle' | 'other-article';

export const absenceWords: Readonly<Record<Absence, string>> = {
  'home-page': 'the home page was sent instead of it',
  'wrong-page': 'the page that this host sends for addresses that do not exist was sent instead of it',
  notice: 'a notice that it is not there was sent instead of it',
  login: 'a login page was sent instead of it',
  'other-article': 'another article was sent instead of it',
  puzzle: 'a page that asks whether a person is reading was sent instead of it',
};

/** Why the page is not the article that was asked for, or null when nothing speaks against it. */
export function tellAbsence(page: SeenPage, wrongPage: WrongPageRecord | null): Absence | null {
  const isMoved = page.finalUrl !== page.askedUrl;
  if (isMoved && isHome(page.finalUrl, page.homeUrl)) return 'home-page';
  if (isMoved && LOGIN_ADDRESS.test(pathOf(page.finalUrl))) return 'login';
  if (wrongPage?.isSoft && isLike(page, wrongPage)) return 'wrong-page';
  if (isMoved && wrongPage?.landedOn === page.finalUrl) return 'wrong-page';
  const isShort = page.text.length < (page.isEmpty ? SHORT_PAGE : SHORT_TEXT);
  if (!isShort) return null;
  const words = `${page.title ?? ''}\n${page.text}`.normalize('NFC').toLowerCase();
  if (PUZZLE.test(words) || (page.isEmpty && page.hasPuzzle)) return 'puzzle';
  if (page.hasPasswordField && (page.isEmpty || LOGIN_WORDS.test(words))) return 'login';
  // An article whose text is being changed is still there.
  return NOTICE.test(words) && !page.isTitledAlike ? 'notice' : null;
}

/** Why a page in doubt is not the article, told by what the host sends tonight; null when nothing speaks against it. */
export function tellStandIn(page: SeenPage, { wrongPage, homePage }: StandIns): Absence | null {
  if (wrongPage?.isSoft && isLike(page, wrongPage)) return 'wrong-page';
  return homePage !== null && isLike(page, homePage) ? 'home-page' : null;
}

/** Below this a page may be nothing but a notice in its frame, in characters. */
const SHORT_TEXT = 400;
/** The same for a page without an article, whose text is all that stands on it. */
const SHORT_PAGE = 1500;
const LIKENESS = 0.85;
const LOGIN_ADDRESS = /\/(?:login|log-in|signin|sign-in|dang-nhap|dangnhap|account\/login)(?:[/.?]|$)/i;
const LOGIN_WORDS = /đăng nhập|tên đăng nhập|mật khẩu|log ?in|sign ?in|password/;
const PUZZLE =
  /captcha|không phải (?:là )?(?:robot|người máy|máy)|mã (?:xác nhận|xác thực|xác minh|bảo vệ|kiểm tra)|(?:xác minh|xác thực) (?:bạn|truy cập|người (?:dùng|truy cập))|(?:truy cập|lưu lượng|hoạt động) bất thường|quá nhiều (?:yêu cầu|lượt truy cập)|just a moment|are you (?:a )?(?:human|robot)|verify (?:that )?you are (?:a )?human|attention required|checking your browser|unusual traffic|too many requests/;
const NOTICE =
  /không tìm thấy|không tồn tại|chưa (?:được )?xuất bản|đã (?:bị )?(?:xóa|xoá|gỡ)|không còn (?:tồn tại|trên)|không (?:còn )?khả dụng|đang (?:được )?cập nhật|trang (?:bạn|quý vị) (?:yêu cầu|tìm|truy cập)|not found|page (?:you|does)|404/;

function isHome(url: string, home: string): boolean {
  const one = new URL(url);
  const path = one.pathname.replace(/\/(?:index|default|home|trang-chu)(?:\.\w{2,5})?$/i, '/');
  return one.host === new URL(home).host && (path === '/' || path === new URL(home).pathname) && one.search === '';
}

function isLike(page: SeenPage, wrong: Pick<WrongPageRecord, 'title' | 'text'>): boolean {
  // What repeats the address in the same words says the same, whatever news stand below.
  const told = withoutEcho(page.title ?? '', page.finalUrl);
  if (told !== page.title && told === wrong.title) return true;
  if ((page.title ?? '') !== (wrong.title ?? '')) return false;
  const isBare = page.text.trim() === '' && wrong.text.trim() === '';
  return isBare || wordOverlap(page.text, wrong.text) >= LIKENESS;
}

/** Share of different words that two texts have in common, 0 to 1. */
export function wordOverlap(a: string, b: string): number {
  const one = wordsOf(a);
  const other = wordsOf(b);
  const common = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size - common;
  return all === 0 ? 1 : common / all;
}

function wordsOf(text: string): ReadonlySet<string> {
  // Counters and clocks differ from answer to answer.
  return new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}
