/**
 * `Retry-After` (RFC 9110, 10.2.3): a number of seconds or a date, as milliseconds from now; null for what is neither.
 * @example retryAfterMs('120', new Date()) // 120000
 */
export function retryAfterMs(value: string | undefined, now: Date): number | null {
  const text = (value ?? '').trim();
  // However long: a number too large to count with is still no "at once".
  if (/^\d{1,100}$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
  if (!/^[A-Za-z]{3,9},? .{10,40}$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
