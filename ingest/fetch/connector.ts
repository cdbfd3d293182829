/**
 * How connections are made: to the very addresses the guard has judged, never to what a second lookup might give.
 *
 * undici asks `lookup` for names only, so addresses written as numbers are judged here before it connects. TLS is verified
 * as always; a source may add one certificate (`ca_file`) to the roots that Node trusts.
 */
import { X509Certificate } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { buildConnector } from 'undici';
import type { HostVerdict } from './guard.ts';
import type { Resolver } from './resolver.ts';

/** A connection that was not made, and why. `isRefused`: because it must not be. */
export class ConnectionRefusedError extends Error {
  override readonly name = 'ConnectionRefusedError';
  readonly isRefused: boolean;

  constructor(reason: string, isRefused: boolean) {
    super(reason);
    this.isRefused = isRefused;
  }
}

/** `ca` is PEM; throws what Node says of it if it is none. */
export function makeConnector(resolver: Resolver, ca: string | null, timeoutMs: number): buildConnector.connector {
  const trust = ca === null ? null : trustAlso(ca);
  return (options, callback) => {
    const port = options.port === '' ? (options.protocol === 'https:' ? 443 : 80) : Number(options.port);
    const fail = (error: unknown) =>
      callback(error instanceof Error ? error : new Error(`Cannot connect to ${options.hostname}: ${error}`), null);
    const open = (verdict: HostVerdict): void => {
      if (verdict.kind === 'open') {
        const secure = trust === null ? {} : { secureContext: trust };
        // Said outright, for NODE_TLS_REJECT_UNAUTHORIZED would switch it off for all sources.
        const verified = { rejectUnauthorized: true, ...secure };
        buildConnector({ timeout: timeoutMs, lookup: answerWith(verdict), ...verified })(options, callback);
      } else fail(new ConnectionRefusedError(verdict.reason, verdict.kind === 'refused'));
    };
    resolver.judge(options.hostname, port).then(open, fail);
  };
}

/** Answers what was judged, in either of the two ways that `net.connect` asks. */
function answerWith({ addresses }: Extract<HostVerdict, { readonly kind: 'open' }>): LookupFunction {
  return (name, options, callback) => {
    const fitting = addresses.filter(({ family }) =>
      options.family !== 4 && options.family !== 6 ? true : family === options.family,
    );
    const [first] = fitting;
    if (first === undefined) callback(new Error(`${name} has no address of the family ${options.family}`), '', 0);
    else if (options.all === true) callback(null, [...fitting]);
    else callback(null, first.address, first.family);
  };
}

/** Node passes over what is no certificate without a word, so each is read first. */
function trustAlso(ca: string): SecureContext {
  const certificates = ca.match(/-----BEGIN CERTIFICATE-----[^-]{1,20000}-----END CERTIFICATE-----/g);
  if (certificates === null) throw new Error('there is no certificate in it');
  for (const certificate of certificates) new X509Certificate(certificate);
  // An intermediate that the operator names is trusted as it is, whether or not its root is known.
  return createSecureContext({ ca: [...rootCertificates, ...certificates], allowPartialTrustChain: true });
}
