/**
 * `Retry-After` (RFC 9110, 10.2.3): a number of seconds or a date, as milliseconds from now; null for what is neither.
 * @example retryAfterMs('120', new Date()) // 120000
 */
export function retryAfterMs(value: string | undefined, now: Date): number | null {
  const text = (value ?? '').trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Za-z]{3,9},? .{10,40}$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
