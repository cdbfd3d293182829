import express from 'express';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { forEachSheet } from '../web/style-sheets.ts';
import { listen } from './listen.ts';
import { catchErrors, createSendProblem } from './reply.ts';

const stylesheets = forEachSheet((name) => `/${name}.css`);

/** An app that answers in pieces and breaks, as an export does whose database fails under it. */
async function breakApp(
  path: string,
): Promise<{ readonly answered: Promise<Response>; readonly lines: string[]; close(): Promise<void> }> {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) });
  const app = express();
  app.get('/api/half', async (_request, response) => {
    response.setHeader('Content-Type', 'text/csv').write('"id"\n');
    await new Promise((resolve) => setTimeout(resolve, 50));
    throw new Error('the disk is gone');
  });
  app.get('/api/left', () => {
    throw Object.assign(new Error('Premature close'), { code: 'ERR_STREAM_PREMATURE_CLOSE' });
  });
  app.use(catchErrors(createSendProblem(log, stylesheets)));
  const server = await listen(app, { host: '127.0.0.1', port: 0, log, graceMs: 100 });
  return { answered: fetch(`${server.url}${path}`), lines, close: server.close };
}

describe('what breaks half-way', () => {
  it('is cut off, so that nobody takes it for a whole answer, and logged', async () => {
    const { answered, lines, close } = await breakApp('/api/half');
    await expect(answered.then((response) => response.text())).rejects.toThrow();
    expect(lines.some((line) => line.includes('the disk is gone'))).toBe(true);
    await close();
  });

  it('because the reader left is no error of ours', async () => {
    const { answered, lines, close } = await breakApp('/api/left');
    await answered;
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([{ level: 20, problem: 'broken' }]);
    await close();
  });
});
