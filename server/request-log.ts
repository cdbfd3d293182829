/**
 * One line for each request: what was asked for and how long it took. What readers look for is theirs: neither the
 * query nor the whole address of the reader is written down.
 */
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    const { method, path } = request;
    response.once('close', () => {
      const ms = Math.round(performance.now() - begun);
      const event = { method, path: path.slice(0, 200), status: response.statusCode, ms };
      if (response.writableFinished) log.info(event, 'answered');
      else log.info(event, 'the reader left before the answer ended');
    });
    next();
  };
}
