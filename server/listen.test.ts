import { createConnection } from 'node:net';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { ListenError, listen } from './listen.ts';

const log = pino({ level: 'silent' });
const answerOk = (_request: unknown, response: { end: (text: string) => void }) => response.end('ok');

describe('listen', () => {
  it('tells where it answers, and answers no more once it is closed', async () => {
    const server = await listen(answerOk, { host: '127.0.0.1', port: 0, log });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(server.url)).text()).toBe('ok');
    await server.close();
    await expect(fetch(server.url)).rejects.toThrow();
  });

  it('says in one sentence what to set when the port is taken', async () => {
    const server = await listen(answerOk, { host: '127.0.0.1', port: 0, log });
    const port = Number(new URL(server.url).port);
    const error = await listen(answerOk, { host: '127.0.0.1', port, log }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ListenError);
    expect(error).toMatchObject({
      code: 'EADDRINUSE',
      message: `Cannot listen on 127.0.0.1:${port}: the port is in use; set PORT to another`,
    });
    await server.close();
  });

  it('says so when the machine has no such address', async () => {
    const opened = listen(answerOk, { host: '203.0.113.7', port: 0, log });
    await expect(opened).rejects.toThrow('Cannot listen on 203.0.113.7:0: this machine has no such address; set HOST');
  });

  it('does not wait for those who hold a connection and say nothing', async () => {
    const server = await listen(answerOk, { host: '127.0.0.1', port: 0, log, graceMs: 100 });
    const idle = createConnection(Number(new URL(server.url).port), '127.0.0.1');
    await new Promise((resolve) => idle.once('connect', resolve));
    const begun = Date.now();
    await server.close();
    expect(Date.now() - begun).toBeLessThan(3000);
    idle.destroy();
  });

  it('refuses headers that are too large', async () => {
    const server = await listen(answerOk, { host: '127.0.0.1', port: 0, log });
    const answered = await fetch(server.url, { headers: { 'x-large': 'x'.repeat(20_000) } });
    expect(answered.status).toBe(431);
    await server.close();
  });
});
