/** Servers on loopback for tests of what goes out: as friendly or hostile as their handler. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer as createRawServer } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

export async function serve(handler: Handler): Promise<LoopbackServer> {
  const server = createServer(handler);
  return await open(server, 'http', () => server.closeAllConnections());
}

export async function serveTls(
  handler: Handler,
  pair: { readonly key: string; readonly cert: string },
): Promise<LoopbackServer> {
  const server = createTlsServer(pair, handler);
  return await open(server, 'https', () => server.closeAllConnections());
}

/** Bytes as they are, for answers that no HTTP library would send. */
export async function serveRaw(handler: (socket: Socket) => void): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  const server = createRawServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => handler(socket));
  });
  return await open(server, 'http', () => {
    for (const socket of sockets) socket.destroy();
  });
}

async function open(server: Server, scheme: string, drop: () => void): Promise<LoopbackServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = portOf(server.address());
  return {
    origin: `${scheme}://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        drop();
      }),
  };
}

function portOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error(`Cannot serve on loopback: got ${address}.`);
  return address;
}
