/** Which hosts are a source's own: all that is ever fetched for it. */

/** What of a source file names them. */
export interface HostNames {
  readonly home: string;
  readonly hosts: readonly string[];
}

/** The hosts of a source in lower case, with the port where it is not the scheme's own: all that is ever fetched for it. */
export function hostsOf({ home, hosts }: HostNames): ReadonlySet<string> {
  return new Set([new URL(home).host, ...hosts.map((host) => host.toLowerCase())]);
}

/**
 * Whether an address lies on one of the source's hosts; one that is named without a port has those of the others too.
 * A trap for copies: mirrors repeat the addresses of a site below another host.
 */
export function isOwnAddress(source: HostNames, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, hostname, port } = new URL(url);
  const hosts = hostsOf(source);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  if (hosts.has(host)) return true;
  return hosts.has(hostname) && [...hosts].some((own) => own.endsWith(`:${port}`));
}
