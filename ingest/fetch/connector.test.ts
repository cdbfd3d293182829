import { afterEach, describe, expect, it, vi } from 'vitest';
import { aDoor, closeAll, closeLater, pageAt, show } from '../../test/fetching.ts';
import { serveTls } from '../../test/loopback-server.ts';
import {
  expiredCertificate,
  intermediateCertificate,
  leafCertificate,
  leafKey,
  rootCertificate,
} from '../../test/tls-certificates.ts';

afterEach(closeAll);
afterEach(() => vi.unstubAllEnvs());

/** What comes from a TLS server on loopback, asked for by a name, with an extra certificate or none. */
async function ask(cert: string, ca: string | null, name = 'portal.hakhe.example'): Promise<string> {
  const server = await serveTls((_request, response) => response.end('xin chào'), { key: leafKey, cert });
  closeLater(server.close);
  const door = aDoor({ lookup: async () => [{ address: '127.0.0.1', family: 4 }] });
  const host = `${name}:${server.port}`;
  door.kept.set(`https://${host}`, { verdict: 'allow-all', text: '', fetchedAt: '2026-03-02T18:29:00Z' });
  return show(await door.fetchPage(pageAt(`https://${host}`), { hosts: new Set([host]), delayMs: 0, ca }));
}

describe('TLS', () => {
  it.each([
    ['an unknown root', `${leafCertificate}${intermediateCertificate}`, null, 'ca_file'],
    ['a missing intermediate', leafCertificate, rootCertificate, 'unable to get local issuer certificate'],
    ['an expired certificate', `${expiredCertificate}${intermediateCertificate}`, rootCertificate, 'expired'],
    ['a ca_file that is none', leafCertificate, 'xin chào', 'expected PEM'],
    [
      'a ca_file that is damaged',
      leafCertificate,
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
      'expected PEM',
    ],
  ])('does not go past %s', async (_what, cert, ca, reason) => {
    const shown = await ask(cert, ca);
    expect(shown).toContain('failed null');
    expect(shown).toContain(reason);
  });

  it('does not go past a certificate for another name', async () => {
    const shown = await ask(`${leafCertificate}${intermediateCertificate}`, rootCertificate, 'tin.hakhe.example');
    expect(shown).toContain('cannot be verified');
  });

  it('is not switched off for all by a variable of the environment', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    expect(await ask(`${leafCertificate}${intermediateCertificate}`, null)).toContain('ca_file');
  });

  it.each([
    ['its root', `${leafCertificate}${intermediateCertificate}`, rootCertificate],
    ['the intermediate that it leaves out', leafCertificate, intermediateCertificate],
    ['the rest of the chain', leafCertificate, `${intermediateCertificate}\n${rootCertificate}`],
  ])('takes a server whose source names %s', async (_what, cert, ca) => {
    expect(await ask(cert, ca)).toBe('body xin chào');
  });

  it('verifies an address without a name as well', async () => {
    expect(await ask(`${leafCertificate}${intermediateCertificate}`, rootCertificate, '127.0.0.1')).toBe(
      'body xin chào',
    );
  });
});
