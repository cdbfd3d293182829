/**
 * Which addresses may be reached at all, so that a hostile page, feed or redirect cannot make this program knock at doors
 * inside the operator's network.
 *
 * Two checks: of the address as written (scheme, port, host of the source) and of every IP that its host stands for, which
 * has to be public unicast (IANA special-purpose registries, RFC 6890). Forms that carry an IPv4 address inside (mapped,
 * NAT64, 6to4) are refused whatever they carry. Spellings such as 0x7f.1 or 2130706433 need no rule here: the WHATWG URL
 * parser has turned them into 127.0.0.1 before. What the operator opened (allowed-hosts.ts) passes the second check.
 */
import ipaddr from 'ipaddr.js';
import type { AllowedHosts, IpAddress } from './allowed-hosts.ts';
import { isOpened, parseIp } from './allowed-hosts.ts';

export interface HostAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Every address of a host name. Rejects where there is none. */
export type Lookup = (name: string) => Promise<readonly HostAddress[]>;

export type HostVerdict =
  /** All of its addresses may be connected to. */
  | { readonly kind: 'open'; readonly addresses: readonly HostAddress[] }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The name has no address, or its name server did not answer. */
  | { readonly kind: 'unresolved'; readonly reason: string };

/**
 * Why an address as written may not be fetched, null if it may. `hosts` are the source's: `portal.example.vn`, or with a
 * port `portal.example.vn:8080`, which opens that port too; null stands for any host at the ports 80 and 443.
 */
export function refuseAddress(url: URL, hosts: ReadonlySet<string> | null): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return `only http and https are fetched, not ${url.protocol}`;
  if (url.username !== '' || url.password !== '') return 'the address carries a user name or password';
  const name = nameOf(url.hostname);
  if (name === '' || name.split('.').includes('')) return `"${url.hostname}" is no host name`;
  const named = [...(hosts ?? [])].map(readHost);
  const own = named.filter((host) => host.name === name);
  if (hosts !== null && own.length === 0) return `${name} is not among the hosts of the source`;
  const port = portOf(url);
  const isNamed =
    own.some((host) => host.port === port) ||
    (own.some((host) => host.port === null) && named.some((host) => host.port === port));
  return port === 80 || port === 443 || isNamed ? null : `port ${port} of ${name} is not named by the source`;
}

/**
 * Looks the host up once and judges every address it has; one that may not be reached refuses them all, unless the
 * operator opened another.
 */
export async function judgeHost(
  hostname: string,
  port: number,
  allowed: AllowedHosts,
  lookup: Lookup,
): Promise<HostVerdict> {
  const name = nameOf(hostname);
  const literal = parseIp(name);
  let addresses: readonly HostAddress[];
  try {
    addresses = literal === null ? await lookup(name) : [toHostAddress(literal)];
  } catch (error) {
    return { kind: 'unresolved', reason: `the name ${name} was not resolved: ${wordOf(error)}` };
  }
  if (addresses.length === 0) return { kind: 'unresolved', reason: `the name ${name} has no address` };
  const asked = addresses.map((each) => ({ each, ...judgeIp(each.address, name, port, allowed) }));
  const fault = asked.find(({ reason }) => reason !== null);
  // Of a name that the operator opened in part (127.0.0.1, where localhost is ::1 too) that part is used.
  if (fault?.reason != null && !asked.some(({ isOpen }) => isOpen)) return { kind: 'refused', reason: fault.reason };
  return { kind: 'open', addresses: asked.filter(({ reason }) => reason === null).map(({ each }) => each) };
}

/** Why one resolved address may not be connected to, null if it may; `isOpen`: because the operator says so. */
function judgeIp(
  address: string,
  name: string,
  port: number,
  allowed: AllowedHosts,
): { readonly reason: string | null; readonly isOpen: boolean } {
  const ip = parseIp(address);
  if (ip === null) return { reason: `${name} resolves to "${address}", which is no IP address`, isOpen: false };
  if (isOpened(allowed, { name, port, ip, wrapped: wrappedIpv4(ip) })) return { reason: null, isOpen: true };
  const fault = isPrivateName(name) ? 'a name of private networks' : faultOf(ip);
  if (fault === null) return { reason: null, isOpen: false };
  const what = name === address ? address : `${name} (${address})`;
  return { reason: `${what} is ${fault}; SOHIEU_ALLOW_HOSTS may open it`, isOpen: false };
}

/** A host name as all checks compare it: lower case, without brackets and the dot of the root. */
export function nameOf(hostname: string): string {
  const bare = hostname.startsWith('[') && hostname.endsWith(']') ? hostname.slice(1, -1) : hostname;
  return (bare.endsWith('.') ? bare.slice(0, -1) : bare).toLowerCase();
}

/** An address as the WHATWG parser understands it, relative to `base` if there is one; null for what is none. */
export function readUrl(text: string, base?: URL): URL | null {
  return URL.canParse(text, base?.href) ? new URL(text, base) : null;
}

export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** Public by number, yet never a web site: Azure answers its machines there. */
const specialHosts: ReadonlySet<string> = new Set(['168.63.129.16']);
/** Only here has anything public ever been given out. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
/** What ipaddr.js takes for unicast and IANA does not: documentation (RFC 9637). */
const moreReserved = ipaddr.IPv6.parseCIDR('3fff::/20');
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
const sixToFour = ipaddr.IPv6.parseCIDR('2002::/16');
const compatible = ipaddr.IPv6.parseCIDR('::/96');

/** Names that never lead into the public network (RFC 6761, 6762, 8375 and use). */
const privateName = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home\.arpa|home|corp)$/;

function isPrivateName(name: string): boolean {
  return privateName.test(name) || name === 'ip6-localhost' || name === 'ip6-loopback';
}

function faultOf(ip: IpAddress): string | null {
  const range = ip.range();
  if (range !== 'unicast') return `no public address but ${range}`;
  if (isIpv6(ip) && (!ip.match(globalUnicast) || ip.match(moreReserved))) return 'no public address';
  return specialHosts.has(ip.toString()) ? 'the address of a cloud service' : null;
}

function wrappedIpv4(ip: IpAddress): ipaddr.IPv4 | null {
  if (!isIpv6(ip)) return null;
  const bytes = ip.toByteArray();
  if (ip.isIPv4MappedAddress() || ip.match(nat64) || ip.match(compatible)) return new ipaddr.IPv4(bytes.slice(12));
  return ip.match(sixToFour) ? new ipaddr.IPv4(bytes.slice(2, 6)) : null;
}

function isIpv6(ip: IpAddress): ip is ipaddr.IPv6 {
  return ip.kind() === 'ipv6';
}

function toHostAddress(ip: IpAddress): HostAddress {
  return { address: ip.toString(), family: isIpv6(ip) ? 6 : 4 };
}

function readHost(entry: string): { readonly name: string; readonly port: number | null } {
  const parts = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(entry);
  return { name: nameOf(parts?.[1] ?? entry), port: parts?.[2] === undefined ? null : Number(parts[2]) };
}

function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
