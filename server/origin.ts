/**
 * Where this site is, as the request was addressed: for links that must be absolute (canonical ones, sitemaps, feeds).
 *
 * The Host header is a stranger's text: only a plain name or address with a port is taken, anything else is no origin.
 */
import type { Request } from 'express';

/** `http://127.0.0.1:3000`, or null where the request does not say it plainly. */
export function originOf(request: Pick<Request, 'protocol' | 'headers'>): string | null {
  const { host } = request.headers;
  if (host === undefined || !/^(?:[a-z0-9](?:[a-z0-9.-]{0,252})|\[[0-9a-f:]{2,45}\])(?::\d{1,5})?$/i.test(host))
    return null;
  const origin = `${request.protocol}://${host.toLowerCase()}`;
  return URL.canParse(origin) ? origin : null;
}
