/**
 * Opens the port: the one place of the server that touches the network, with the limits that hold before a request is
 * understood. Node answers by itself what breaks them (408, 431).
 */
import { createServer, type RequestListener } from 'node:http';
import type { Logger } from 'pino';

export interface Listening {
  /** Where it answers: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Lets answers under way end, for as long as the grace lasts, and closes the port. */
  close(): Promise<void>;
}

/** The port cannot be opened: tell the sentence, and end with what `code` says. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  /** Of the system: EADDRINUSE, EACCES, EADDRNOTAVAIL, ENOTFOUND. */
  readonly code: string;

  constructor(message: string, code: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is in use; set PORT to another',
  EACCES: 'the system does not allow it; set PORT to one above 1023',
  EADDRNOTAVAIL: 'this machine has no such address; set HOST to one it has, such as 127.0.0.1',
  ENOTFOUND: 'there is no such host; set HOST to an address of this machine, such as 127.0.0.1',
};

export interface ListenOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly log: Logger;
  /** How long answers under way may take once the port is to be closed. Default 5000. */
  readonly graceMs?: number;
}

/**
 * Listens until it is closed.
 *
 * @throws ListenError with one sentence that says what to set
 */
export function listen(app: RequestListener, { host, port, log, graceMs = 5000 }: ListenOptions): Promise<Listening> {
  const server = createServer({ maxHeaderSize: 16_384, connectionsCheckingInterval: 5000 }, app);
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 10_000;
  server.maxConnections = 512;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? 'UNKNOWN';
      const reason = reasons[code] ?? error.message;
      reject(new ListenError(`Cannot listen on ${spellHost(host)}:${port}: ${reason}`, code, error));
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      server.on('error', (error) => log.error({ err: error }, 'the server met an error'));
      const address = server.address();
      const opened = typeof address === 'object' && address !== null ? address.port : port;
      resolve({ url: `http://${spellHost(host)}:${opened}`, close });
    });
  });

  function close(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      server.close(() => {
        clearTimeout(timer);
        resolve();
      });
      server.closeIdleConnections();
    });
  }
}

function spellHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
