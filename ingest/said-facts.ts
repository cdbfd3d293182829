/**
 * What people and programs say beside a text when they hand it in: the day of publication and the address. Whatever is
 * neither is refused before anything is kept.
 */

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * A day (`2023-03-21`) as it is, an ISO 8601 time with its zone, Vietnam's where it names none; null for all else, and for
 * days that no calendar has.
 */
export function readSaidDate(text: string): string | null {
  const instant = INSTANT.exec(text);
  const whole = instant !== null && instant[1] === undefined ? `${text}+07:00` : text;
  const isReal = (DAY.test(text) || instant !== null) && isRealDay(text.slice(0, 10));
  return isReal && !Number.isNaN(Date.parse(whole)) ? whole : null;
}

/** Words for what `readSaidDate` takes. */
export const SAID_DATE = 'a day such as 2023-03-21 or a time such as 2023-03-21T08:00';

/**
 * Whether an article may stand under the address: one that a browser can be sent to, or a name such as `urn:sha256:…`. One
 * that runs what it says (`javascript:`, `data:`) is nobody's, nor is one with signs that nobody can type.
 */
export function isSaidAddress(text: string): boolean {
  return isPlain(text) && URL.canParse(text) && /^(?:https?|ftp|urn):$/.test(new URL(text).protocol);
}

/** Words for what `isSaidAddress` takes. */
export const SAID_ADDRESS = 'an address such as https://example.vn/bai/1';

/** Without control characters, which databases and logs take for their own. */
export function isPlain(text: string): boolean {
  return !/\p{Cc}/u.test(text);
}

function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
}
