/**
 * The setting SOHIEU_ALLOW_HOSTS: what on private addresses the operator lets ingestion reach, such as an archive server
 * in the same building. Everything that is not listed stays refused (guard.ts).
 *
 * A name opens whatever it resolves to; an IP or a CIDR opens these addresses, under any name. A port, where one is given,
 * narrows the entry to that port.
 */
import ipaddr from 'ipaddr.js';

export interface AllowedHosts {
  readonly entries: readonly AllowedEntry[];
}

type AllowedEntry = { readonly port: number | null } & (
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'range'; readonly first: IpAddress; readonly bits: number }
);

export type IpAddress = ipaddr.IPv4 | ipaddr.IPv6;

export type ParsedAllowedHosts =
  | { readonly kind: 'allowed'; readonly allowed: AllowedHosts }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

/** Nothing is opened: the default. */
export const noAllowedHosts: AllowedHosts = { entries: [] };

/**
 * Reads the list; entries are parted by commas or white space, and an empty text opens nothing.
 * @example parseAllowedHosts('archive.lan, 10.20.0.0/16 [fd00::7]:8080')
 */
export function parseAllowedHosts(text: string): ParsedAllowedHosts {
  const entries: AllowedEntry[] = [];
  const faults: string[] = [];
  for (const word of text.split(/[\s,;]+/u).filter((piece) => piece !== '')) {
    const entry = parseEntry(word.toLowerCase());
    if (entry === null) faults.push(`"${word}" is no host name, IP address or CIDR such as 10.20.0.0/16`);
    else entries.push(entry);
  }
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'allowed', allowed: { entries } };
}

/** Whether the operator opened this address, reached by this name at this port. `wrapped` is the IPv4 address inside it. */
export function isOpened(
  allowed: AllowedHosts,
  asked: { readonly name: string; readonly port: number; readonly ip: IpAddress; readonly wrapped: ipaddr.IPv4 | null },
): boolean {
  return allowed.entries.some((entry) => {
    if (entry.port !== null && entry.port !== asked.port) return false;
    if (entry.kind === 'name') return entry.name === asked.name;
    return isWithin(asked.ip, entry) || (asked.wrapped !== null && isWithin(asked.wrapped, entry));
  });
}

/** The address a text stands for in standard spelling, null for anything else, such as 127.1 or 0x7f000001. */
export function parseIp(text: string): IpAddress | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  return text.includes(':') && ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : null;
}

const NAME = /^[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_-]{1,63}){0,20}$/;

function parseEntry(word: string): AllowedEntry | null {
  const range = parseRange(word);
  if (range !== null) return range;
  const parts = /^(\[[0-9a-f:.]{2,45}\]|[^:[\]/]{1,253})(?::(\d{1,5}))?$/.exec(word);
  const host = parts?.[1];
  if (host === undefined) return null;
  const port = parts?.[2] === undefined ? null : Number(parts[2]);
  if (port !== null && (port < 1 || port > 65_535)) return null;
  const ip = parseIp(host.startsWith('[') ? host.slice(1, -1) : host);
  if (ip !== null) return { kind: 'range', first: ip, bits: widthOf(ip), port };
  const name = host.endsWith('.') ? host.slice(0, -1) : host;
  // What ends in a number is a mistyped address, never a name (WHATWG URL).
  return NAME.test(name) && !/(^|\.)(\d+|0x[0-9a-f]*)$/.test(name) ? { kind: 'name', name, port } : null;
}

function parseRange(word: string): AllowedEntry | null {
  const [address = '', prefix, ...more] = word.split('/');
  const ip = parseIp(address);
  if (ip === null || more.length > 0) return null;
  if (prefix === undefined) return { kind: 'range', first: ip, bits: widthOf(ip), port: null };
  const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.POSITIVE_INFINITY;
  return bits <= widthOf(ip) ? { kind: 'range', first: ip, bits, port: null } : null;
}

function widthOf(ip: IpAddress): number {
  return ip.kind() === 'ipv4' ? 32 : 128;
}

function isWithin(ip: IpAddress, range: { readonly first: IpAddress; readonly bits: number }): boolean {
  return ip.kind() === range.first.kind() && ip.match(range.first, range.bits);
}
