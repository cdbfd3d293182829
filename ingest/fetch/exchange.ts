/**
 * One request and its answer, with limits and without redirects; the only place that sends anything.
 *
 * Every failure is a value with a reason fit for the run's report and a cause that says whether trying again makes sense.
 * Limits hold for the whole exchange: connecting, headers and body, however slowly they drip in.
 */
import { Agent, type Dispatcher } from 'undici';
import { ConnectionRefusedError, makeConnector } from './connector.ts';
import { inflateBody } from './inflate.ts';
import type { Resolver } from './resolver.ts';

export interface ExchangeLimits {
  /** From the request to the last byte of the body. */
  readonly deadlineMs: number;
  readonly connectMs: number;
  /** Of the body as it is sent. */
  readonly wireBytes: number;
  /** Of the body once inflated. */
  readonly inflatedBytes: number;
  readonly headerBytes: number;
  /** A body that came as it is and is longer than this is cut there and taken; null: all of it, or nothing. */
  readonly cutBytes: number | null;
}

export const standardLimits: ExchangeLimits = {
  deadlineMs: 60_000,
  connectMs: 15_000,
  wireBytes: 25 * 1024 * 1024,
  inflatedBytes: 25 * 1024 * 1024,
  headerBytes: 64 * 1024,
  cutBytes: null,
};

export type Exchange =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      /** The lines of Set-Cookie. */
      readonly cookies: readonly string[];
      /** Inflated and whole; empty unless the status is 2xx. */
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'broken'; readonly cause: BreakCause; readonly reason: string };

/** `refused`: by the guard; `limit`: too big; `network` and `timeout` may pass; `tls` and `broken` will not. */
export type BreakCause = 'refused' | 'limit' | 'network' | 'timeout' | 'tls' | 'broken';

/** Connections to servers that are trusted alike; one at a time to a host, kept open for the next request. */
export function openAgent(resolver: Resolver, ca: string | null, limits: ExchangeLimits): Agent {
  return new Agent({
    connect: makeConnector(resolver, ca, Math.min(limits.connectMs, limits.deadlineMs)),
    maxHeaderSize: limits.headerBytes,
    connections: 1,
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

/** Sends a GET and reads the answer. Throws only the reason of `signal`. */
export async function exchange(
  dispatcher: Dispatcher,
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: ExchangeLimits,
  signal?: AbortSignal,
): Promise<Exchange> {
  signal?.throwIfAborted();
  const ending = new AbortController();
  const onAbort = () => ending.abort();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    ending.abort();
  }, limits.deadlineMs);
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await ask(dispatcher, url, headers, limits, ending.signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (isLate)
      return { kind: 'broken', cause: 'timeout', reason: `no whole answer within ${limits.deadlineMs / 1000} s` };
    return toBroken(error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

async function ask(
  dispatcher: Dispatcher,
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: ExchangeLimits,
  signal: AbortSignal,
): Promise<Exchange> {
  const answer = await dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: 'GET',
    headers: { ...headers },
    signal,
  });
  const status = answer.statusCode;
  const received = joinHeaders(answer.headers);
  const cookies = [answer.headers['set-cookie'] ?? []].flat();
  if (status < 200 || status > 299) {
    await answer.body.dump({ limit: DUMPED_BYTES, signal }).catch(() => undefined);
    return { kind: 'answered', status, headers: received, cookies, bytes: new Uint8Array() };
  }
  const encoding = received['content-encoding'] ?? null;
  const wire = await readWire(answer.body, limits.wireBytes, encoding === null ? limits.cutBytes : null);
  if (wire === null) return tooBig(limits.wireBytes);
  const inflated = await inflateBody(wire, encoding, limits.inflatedBytes);
  if (inflated.kind === 'too-big') return tooBig(limits.inflatedBytes);
  if (inflated.kind === 'broken')
    return { kind: 'broken', cause: 'network', reason: `the body is broken: ${inflated.reason}` };
  return { kind: 'answered', status, headers: received, cookies, bytes: inflated.bytes };
}

/** The answer to an error is read to its end only when that is cheaper than a new connection. */
const DUMPED_BYTES = 64 * 1024;

/** Null when there is more than the limit; the connection is then cut, as it is behind `cutBytes`. */
async function readWire(
  body: AsyncIterable<unknown>,
  limitBytes: number,
  cutBytes: number | null,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    if (!(chunk instanceof Uint8Array)) throw new Error(`Cannot read a body: expected bytes, got ${typeof chunk}.`);
    size += chunk.byteLength;
    if (size > limitBytes) return null;
    chunks.push(chunk);
    if (cutBytes !== null && size > cutBytes) return Buffer.concat(chunks, cutBytes);
  }
  return Buffer.concat(chunks, size);
}

function tooBig(limitBytes: number): Exchange {
  return { kind: 'broken', cause: 'limit', reason: `the body is larger than ${limitBytes} bytes` };
}

/** Header values come as Latin-1; what was sent as UTF-8 (addresses in Location above all) is read as such. */
function joinHeaders(headers: Record<string, string | string[] | undefined>): Readonly<Record<string, string>> {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) joined[name.toLowerCase()] = asUtf8(Array.isArray(value) ? value.join(', ') : value);
  }
  return joined;
}

function asUtf8(value: string): string {
  if (!/[\x80-\xff]/.test(value)) return value;
  const read = Buffer.from(value, 'latin1').toString('utf8');
  return read.includes('\ufffd') ? value : read;
}

/** What undici and Node call a failure, and what it means for us; the first that fits. */
const breaks: readonly {
  readonly code: RegExp;
  readonly cause: BreakCause;
  readonly reason: (what: string) => string;
}[] = [
  { code: /^UND_ERR_HEADERS_OVERFLOW$/, cause: 'limit', reason: () => 'the headers are larger than the limit' },
  {
    code: /^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$|^ETIMEDOUT$/,
    cause: 'network',
    reason: (what) => `no answer in time: ${what}`,
  },
  {
    code: /^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/,
    cause: 'network',
    reason: () => 'the body broke off: it is shorter or longer than its Content-Length',
  },
  {
    code: /^CERT_HAS_EXPIRED$/,
    cause: 'tls',
    reason: (what) =>
      `the server's certificate, or one above it, has expired (${what}); if it is one above, ca_file in the source file may name a valid one`,
  },
  {
    code: /^(UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|CERT_|ERR_TLS_CERT|ERR_SSL|ERR_TLS|HOSTNAME_MISMATCH|INVALID_CA|EPROTO)/,
    cause: 'tls',
    reason: (what) =>
      `the server's certificate cannot be verified (${what}); if it leaves out an intermediate certificate, ca_file in the source file may name it`,
  },
  { code: /^HPE|^UND_ERR_(HTTP_PARSER|INVALID)/, cause: 'broken', reason: (what) => `the answer is no HTTP: ${what}` },
];

function toBroken(error: unknown): Exchange {
  if (error instanceof ConnectionRefusedError) {
    return { kind: 'broken', cause: error.isRefused ? 'refused' : 'network', reason: error.message };
  }
  const { code, message } = describe(error);
  const known = breaks.find((row) => row.code.test(code));
  if (known !== undefined) return { kind: 'broken', cause: known.cause, reason: known.reason(message) };
  return {
    kind: 'broken',
    cause: 'network',
    reason: `the connection failed: ${code === '' ? message : `${message} (${code})`}`,
  };
}

/** Of an error that wraps others (several addresses tried, a body that ended early) the innermost with a code. */
function describe(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const inner = error instanceof AggregateError ? error.errors.at(-1) : error.cause;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === '' && inner instanceof Error) return describe(inner);
  if (code === '' && error.name === 'HTTPParserError') return { code: 'HPE', message: error.message };
  return { code, message: error.message === '' ? code : error.message };
}
