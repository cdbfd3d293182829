/**
 * The few cookies without which some portals send the same redirect for ever. Only those that come with a redirect are
 * kept, for their own host and for as long as the fetcher is open; nothing is ever kept on disk.
 */
export interface Cookies {
  /** Takes the Set-Cookie lines of a redirect. */
  readonly take: (url: URL, lines: readonly string[]) => void;
  /** The Cookie header for an address, null for none. */
  readonly give: (url: URL) => string | null;
}

export function openCookies(): Cookies {
  const jars = new Map<string, Map<string, Cookie>>();
  return {
    take: (url, lines) => {
      const jar = jars.get(url.hostname) ?? new Map<string, Cookie>();
      jars.set(url.hostname, jar);
      for (const line of lines) {
        const cookie = parseCookie(line);
        if (cookie === null) continue;
        if (cookie.isEnded) jar.delete(cookie.name);
        else if (jar.has(cookie.name) || jar.size < MOST_COOKIES) jar.set(cookie.name, cookie);
      }
    },
    give: (url) => {
      const fitting = [...(jars.get(url.hostname)?.values() ?? [])].filter(
        ({ isSecure }) => !isSecure || url.protocol === 'https:',
      );
      return fitting.length === 0 ? null : fitting.map(({ name, value }) => `${name}=${value}`).join('; ');
    },
  };
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly isSecure: boolean;
  readonly isEnded: boolean;
}

const MOST_COOKIES = 10;
const MOST_CHARACTERS = 512;

function parseCookie(line: string): Cookie | null {
  const [pair = '', ...attributes] = line.split(';').map((piece) => piece.trim());
  const parts = /^([\w!#$%&'*+.^`|~-]{1,64})=([!-~]*)$/.exec(pair);
  const [, name, value] = parts ?? [];
  if (name === undefined || value === undefined || value.length > MOST_CHARACTERS) return null;
  const words = new Set(attributes.map((attribute) => attribute.toLowerCase()));
  return { name, value, isSecure: words.has('secure'), isEnded: words.has('max-age=0') || value === '' };
}
