/**
 * What belongs to printed pages and not to their text: page numbers, running heads and feet, the stamp of an electronic signature.
 *
 * Told by place and repetition. A line is a running one where it stands at the edge of several pages, alike or with a number
 * that counts with them ("3/12", "CÔNG BÁO/Số 12 … 3").
 */

type Page = readonly string[];

/** Takes page numbers and running lines off the tops and bottoms. */
export function dropPageFurniture(pages: readonly Page[]): readonly Page[] {
  const counts = new Map<string, number>();
  for (const [number, lines] of pages.entries()) {
    const keys = new Set([...edgeOf(lines), ...edgeOf(lines.toReversed())].flatMap((line) => keysOf(line, number)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const share = Math.ceil(pages.length * SHARE);
  return pages.map((lines, number) => {
    const isFurniture = (line: string): boolean =>
      PAGE_NUMBER.test(line) ||
      keysOf(line, number).some((key) => (counts.get(key) ?? 0) >= Math.max(share, key.includes('#') ? 3 : 2));
    const trimmed = trimStart(lines, isFurniture);
    return trimStart(trimmed.toReversed(), isFurniture).toReversed();
  });
}

/** Takes the lines of signature stamps out; each stamp comes back as one line. */
export function takeStamps(pages: readonly Page[]): {
  readonly pages: readonly Page[];
  readonly stamps: readonly string[];
} {
  const stamps = new Set<string>();
  const kept = pages.map((lines) => {
    const rest: string[] = [];
    for (let at = 0; at < lines.length; ) {
      const end = endOfStamp(lines, at);
      if (end === at) rest.push(lines[at] ?? '');
      else stamps.add(lines.slice(at, end).join('; ').replaceAll('\t', ' '));
      at = Math.max(end, at + 1);
    }
    return rest;
  });
  return { pages: kept, stamps: [...stamps] };
}

/** Gazettes print different heads on left and right pages, and each act begins a page without one. */
const SHARE = 0.3;
/** How many lines a running head or foot may have. */
const EDGE = 3;
/** A running line with a page number in it is short; sentences that count with the pages are an accident. */
const LONGEST_COUNTED = 60;
const PAGE_NUMBER =
  /^(?:[-–—]{0,2} ?\d{1,4} ?[-–—]{0,2}|\d{1,4} ?\/ ?\d{1,4}|(?:trang|page)[ :]{0,2}\d{1,4}(?: ?(?:\/|of|trên|trong) ?\d{1,4})?)$/iu;

function edgeOf(lines: Page): Page {
  return lines.slice(0, EDGE).filter((line) => line.length <= 200);
}

/** The line as it is, and with its first or last number counted from that of its page. */
function keysOf(line: string, page: number): readonly string[] {
  const counted = (text: string): string => String(Number(text) - page);
  const whole = line.replace(/\s+/g, ' ').toLowerCase();
  const first = whole.replace(/\d{1,4}/, (text) => `#${counted(text)}`);
  const last = whole.replace(/\d{1,4}(?=\D*$)/, (text) => `#${counted(text)}`);
  return whole.length > LONGEST_COUNTED ? [whole] : [...new Set([whole, first, last])];
}

function trimStart(lines: Page, isFurniture: (line: string) => boolean): Page {
  const from = lines.slice(0, EDGE).findIndex((line) => !isFurniture(line));
  return lines.slice(from === -1 ? EDGE : from);
}

const STAMP =
  /^(?:VGP\s)?(?:(?:được )?ký bởi|người ký|(?:digitally )?signed by|signature not verified|chữ ký số)\s?(?::|$)/iu;
const STAMP_FIELD =
  /^(?:e-?mail|cơ quan|tổ chức|đơn vị|chức vụ|thời gian(?: ký)?|ngày ký|giờ ký|date|reason|location|dn|serial|ký bởi|người ký)\s?:/iu;
/** A value that goes on in the next line, between two fields. */
const WRAPPED = 2;
const LONGEST_STAMP = 12;

/** Index behind the stamp that begins at `at`; `at` where none does. */
function endOfStamp(lines: Page, at: number): number {
  if (!STAMP.test(lines[at] ?? '')) return at;
  let end = at + 1;
  for (let next = end; next < Math.min(lines.length, at + LONGEST_STAMP) && next <= end + WRAPPED; next += 1) {
    if (STAMP_FIELD.test(lines[next] ?? '') || STAMP_TIME.test(lines[next] ?? '')) end = next + 1;
  }
  return end;
}

/** The time alone, below its label. */
const STAMP_TIME = /^\d{1,2}[./-]\d{1,2}[./-]\d{4} \d{1,2}:\d{2}(?::\d{2})?(?: ?[+-]\d{2}[:']?\d{2}'?)?$/;
