import { describe, expect, it } from 'vitest';
import { noAllowedHosts, parseAllowedHosts } from './allowed-hosts.ts';
import type { HostAddress, Lookup } from './guard.ts';
import { judgeHost, nameOf, portOf, readUrl, refuseAddress } from './guard.ts';

/** Each stands in for a host in an address, written as an attacker would. All lead to what is not public. */
const privateHosts: readonly (readonly [what: string, hosts: readonly string[]])[] = [
  ['loopback', ['127.0.0.1', '127.0.0.2', '127.1', '127.255.255.254', '[::1]', '[0:0:0:0:0:0:0:1]', '[0000::0001]']],
  [
    'loopback in other bases',
    ['2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '0177.1', '017700000001', '127.0x1'],
  ],
  ['loopback in wide digits', ['１２７.０.０.１', '①②⑦.⓪.⓪.①', '127。0。0。1', '127．0．0．1']],
  ['loopback escaped', ['%31%32%37.0.0.1', '127%2e0%2E0.1', '%6cocalhost']],
  ['loopback with the dot of the root', ['127.0.0.1.', 'localhost.', '2130706433.']],
  ['this host', ['0.0.0.0', '0', '0x0', '0.0.0.1', '0.255.255.255', '[::]', '[0::0]']],
  ['private', ['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.255.255']],
  ['private in other bases', ['0xa000001', '167772161', '012.0.0.1', '0xac.0x10.0.1', '3232235777', '0xC0A80101']],
  [
    'link-local and metadata',
    ['169.254.169.254', '169.254.0.1', '169.254.170.2', '2852039166', '0xa9fea9fe', '[fe80::1]'],
  ],
  ['metadata elsewhere', ['168.63.129.16', '100.100.100.200', '192.0.0.192', '[fd00:ec2::254]', '[febf::1]']],
  ['shared by providers (CGNAT)', ['100.64.0.1', '100.127.255.255', '100.64.1']],
  ['multicast', ['224.0.0.1', '239.255.255.250', '[ff02::1]', '[ff0e::1]', '[ff00::]']],
  ['broadcast and reserved', ['255.255.255.255', '240.0.0.1', '254.1.2.3', '4294967295', '0xffffffff']],
  ['protocol assignments', ['192.0.0.1', '192.0.0.170', '192.88.99.1', '192.31.196.1', '192.52.193.1', '192.175.48.1']],
  ['documentation and benchmarks', ['192.0.2.1', '198.51.100.7', '203.0.113.9', '198.18.0.1', '198.19.255.255']],
  [
    'mapped',
    ['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:10.0.0.1]', '[::ffff:a9fe:a9fe]', '[::FFFF:192.168.1.1]'],
  ],
  ['mapped, though public inside', ['[::ffff:8.8.8.8]', '[0:0:0:0:0:ffff:0808:0808]']],
  ['IPv4-compatible', ['[::127.0.0.1]', '[::7f00:1]', '[::10.0.0.1]', '[::8.8.8.8]']],
  ['IPv4-translated', ['[::ffff:0:127.0.0.1]', '[::ffff:0:7f00:1]']],
  [
    'NAT64',
    ['[64:ff9b::127.0.0.1]', '[64:ff9b::a00:1]', '[64:ff9b::a9fe:a9fe]', '[64:ff9b::808:808]', '[64:ff9b:1::1]'],
  ],
  ['6to4', ['[2002:7f00:1::]', '[2002:a00:1::1]', '[2002:c0a8:101::1]', '[2002:808:808::1]']],
  ['Teredo', ['[2001:0:4136:e378:8000:63bf:3fff:fdd2]', '[2001::1]']],
  ['unique local', ['[fc00::1]', '[fd12:3456:789a::1]', '[fdff::1]', '[FC00::1]']],
  ['site-local, long given up', ['[fec0::1]', '[feff::1]']],
  [
    'IPv6 documentation and others',
    ['[2001:db8::1]', '[3fff::1]', '[2001:2::1]', '[100::1]', '[5f00::1]', '[2001:20::1]'],
  ],
  ['IPv6 never given out', ['[4000::1]', '[8000::1]', '[e000::1]', '[1::1]', '[200::1]']],
];

/** Names as a name server might answer for them. */
const names: Readonly<Record<string, readonly string[]>> = {
  'portal.hakhe.example': ['93.184.215.14'],
  'both.hakhe.example': ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
  'rebound.hakhe.example': ['127.0.0.1'],
  'half.hakhe.example': ['93.184.215.14', '10.1.2.3'],
  'halfsix.hakhe.example': ['93.184.215.14', 'fd00::7'],
  'metadata.google.internal': ['169.254.169.254'],
  'mapped.hakhe.example': ['::ffff:10.0.0.8'],
  'nat.hakhe.example': ['64:ff9b::a00:8'],
  'zero.hakhe.example': ['0.0.0.0'],
  'odd.hakhe.example': ['0x7f.1'],
  'empty.hakhe.example': [],
  localhost: ['127.0.0.1', '::1'],
  'public.localhost': ['93.184.215.14'],
  'printer.local': ['93.184.215.14'],
  'wiki.corp': ['93.184.215.14'],
  'router.home.arpa': ['192.168.1.1'],
  'archive.lan': ['192.168.7.7'],
  'other.lan': ['192.168.7.8'],
};

const lookup: Lookup = async (name) => {
  const found = names[name];
  if (found === undefined) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  return found.map((address): HostAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
};

async function judge(address: string, allow = ''): Promise<string> {
  const url = readUrl(address);
  if (url === null) return 'no address';
  const opened = parseAllowedHosts(allow);
  const allowed = opened.kind === 'allowed' ? opened.allowed : noAllowedHosts;
  return (await judgeHost(url.hostname, portOf(url), allowed, lookup)).kind;
}

describe('judgeHost', () => {
  it.each(privateHosts)('refuses %s', async (_what, hosts) => {
    for (const host of hosts) expect([host, await judge(`http://${host}/`)]).toEqual([host, 'refused']);
  });

  it('opens public addresses, at the edges of what is refused too', async () => {
    const hosts = [
      ...['8.8.8.8', '1.1.1.1', '93.184.215.14', '9.255.255.255', '11.0.0.0', '126.255.255.255', '128.0.0.1'],
      ...['172.15.255.255', '172.32.0.0', '192.167.255.255', '192.169.0.0', '169.253.255.255', '169.255.0.0'],
      ...[
        '100.63.255.255',
        '100.128.0.0',
        '223.255.255.255',
        '198.17.255.255',
        '198.20.0.0',
        '203.0.114.1',
        '134744072',
      ],
      ...[
        '[2606:4700:4700::1111]',
        '[2400:cb00::1]',
        '[2001:4860:4860::8888]',
        '[2001:200::1]',
        '[2003::1]',
        '[3ffe::1]',
      ],
    ];
    for (const host of hosts) expect([host, await judge(`https://${host}/`)]).toEqual([host, 'open']);
  });

  it.each([
    ['portal.hakhe.example', 'open'],
    ['PORTAL.HaKhe.example.', 'open'],
    ['both.hakhe.example', 'open'],
    ['rebound.hakhe.example', 'refused'],
    ['half.hakhe.example', 'refused'],
    ['halfsix.hakhe.example', 'refused'],
    ['metadata.google.internal', 'refused'],
    ['mapped.hakhe.example', 'refused'],
    ['nat.hakhe.example', 'refused'],
    ['zero.hakhe.example', 'refused'],
    ['odd.hakhe.example', 'refused'],
    ['localhost', 'refused'],
    ['LOCALHOST.', 'refused'],
    ['public.localhost', 'refused'],
    ['printer.local', 'refused'],
    ['wiki.corp', 'refused'],
    ['router.home.arpa', 'refused'],
    ['empty.hakhe.example', 'unresolved'],
    ['missing.hakhe.example', 'unresolved'],
  ])('judges %s by all that it resolves to: %s', async (host, expected) => {
    expect(await judge(`http://${host}/`)).toBe(expected);
  });

  it('hands on the addresses that were judged', async () => {
    expect(await judgeHost('both.hakhe.example', 443, noAllowedHosts, lookup)).toEqual({
      kind: 'open',
      addresses: [
        { address: '93.184.215.14', family: 4 },
        { address: '2606:2800:21f:cb07:6820:80da:af6b:8b2c', family: 6 },
      ],
    });
  });

  it('of a name that the operator opened in part hands on that part only', async () => {
    const opened = parseAllowedHosts('127.0.0.0/8');
    if (opened.kind !== 'allowed') throw new Error('expected a list');
    expect(await judgeHost('localhost', 80, opened.allowed, lookup)).toEqual({
      kind: 'open',
      addresses: [{ address: '127.0.0.1', family: 4 }],
    });
  });

  it('says what it found and what may open it', async () => {
    const verdict = await judgeHost('half.hakhe.example', 80, noAllowedHosts, lookup);
    expect(verdict).toEqual({
      kind: 'refused',
      reason: 'half.hakhe.example (10.1.2.3) is no public address but private; SOHIEU_ALLOW_HOSTS may open it',
    });
  });

  it.each([
    ['127.0.0.1', 'http://127.0.0.1:8080/', 'open'],
    ['127.0.0.1', 'http://127.0.0.2/', 'refused'],
    ['127.0.0.1', 'http://127.1/', 'open'],
    ['127.0.0.1', 'http://rebound.hakhe.example/', 'open'],
    ['127.0.0.1', 'http://localhost/', 'open'],
    ['127.0.0.2', 'http://localhost/', 'refused'],
    ['127.0.0.0/8', 'http://127.200.0.1/', 'open'],
    ['localhost', 'http://localhost/', 'open'],
    ['localhost', 'http://127.0.0.1/', 'refused'],
    ['localhost', 'http://rebound.hakhe.example/', 'refused'],
    ['archive.lan', 'http://archive.lan/', 'open'],
    ['archive.lan', 'http://ARCHIVE.lan./', 'open'],
    ['archive.lan', 'http://other.lan/', 'refused'],
    ['archive.lan:8080', 'http://archive.lan:8080/', 'open'],
    ['archive.lan:8080', 'http://archive.lan/', 'refused'],
    ['192.168.7.0/29', 'http://archive.lan/', 'open'],
    ['192.168.7.0/29', 'http://other.lan/', 'refused'],
    ['10.0.0.0/8', 'http://half.hakhe.example/', 'open'],
    ['10.0.0.0/8', 'http://[::ffff:10.0.0.1]/', 'open'],
    ['10.0.0.0/8', 'http://[64:ff9b::a00:1]/', 'open'],
    ['10.0.0.0/8', 'http://169.254.169.254/', 'refused'],
    ['fd00::/8', 'http://[fd12::1]/', 'open'],
    ['[::1]:8080', 'http://[::1]:8080/', 'open'],
    ['[::1]:8080', 'http://[::1]:8081/', 'refused'],
  ])('with SOHIEU_ALLOW_HOSTS=%s %s is %s', async (allow, address, expected) => {
    expect(await judge(address, allow)).toBe(expected);
  });
});

describe('refuseAddress', () => {
  const hosts = new Set(['portal.hakhe.example', 'media.hakhe.example:8443', '127.0.0.1:4001', 'cdn.hakhe.example']);

  it.each([
    ['http://portal.hakhe.example/', true],
    ['https://portal.hakhe.example/tin?nid=4', true],
    ['https://Portal.HaKhe.Example.:443/', true],
    ['http://portal.hakhe.example:443/', true],
    ['http://portal.hakhe.example:22/', false],
    ['http://portal.hakhe.example:6379/', false],
    ['http://portal.hakhe.example:8443/', true],
    ['https://media.hakhe.example:8443/', true],
    ['https://media.hakhe.example/', true],
    ['https://media.hakhe.example:4001/', false],
    ['http://127.0.0.1:4001/', true],
    ['http://127.0.0.1:4002/', false],
    ['http://cdn.hakhe.example:4001/', true],
    ['http://hakhe.example/', false],
    ['http://www.portal.hakhe.example/', false],
    ['http://portal.hakhe.example.evil.example/', false],
    ['http://evilportal.hakhe.example/', false],
    ['http://portal.hakhe.example@evil.example/', false],
    ['http://evil.example#portal.hakhe.example/', false],
    ['http://evil.example\\portal.hakhe.example/', false],
    ['http://user:word@portal.hakhe.example/', false],
    ['http://portal.hakhe.example../', false],
    ['ftp://portal.hakhe.example/', false],
    ['file:///etc/passwd', false],
    ['file://portal.hakhe.example/etc/passwd', false],
    ['gopher://portal.hakhe.example:70/_x', false],
    ['javascript:alert(1)', false],
    ['data:text/html,xin', false],
    ['blob:https://portal.hakhe.example/1', false],
    ['ws://portal.hakhe.example/', false],
  ])('%s may be asked for: %s', (address, expected) => {
    const url = readUrl(address);
    expect(url !== null && refuseAddress(url, hosts) === null).toBe(expected);
  });

  it('takes any host at the usual ports where no list is given', () => {
    expect(refuseAddress(new URL('https://elsewhere.example/robots.txt'), null)).toBeNull();
    expect(refuseAddress(new URL('https://elsewhere.example:8443/robots.txt'), null)).toContain('port 8443');
  });
});

describe('nameOf', () => {
  it.each([
    ['Portal.Example.', 'portal.example'],
    ['[::1]', '::1'],
    ['::1', '::1'],
  ])('%s is compared as %s', (hostname, name) => {
    expect(nameOf(hostname)).toBe(name);
  });
});
