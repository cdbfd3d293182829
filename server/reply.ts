/** Sends problems: as problem+json below /api/, as a page elsewhere. What broke is logged under the id that is sent. */
import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { renderPage } from '../web/render.tsx';
import type { EachSheet } from '../web/style-sheets.ts';
import { viewProblem } from './pages/error.ts';
import { nameEvent, type Problem, problemBody, problemKinds, toProblem } from './problem.ts';
import type { Lang } from './wording.ts';

export type SendProblem = (problem: Problem, request: Request, response: Response, cause?: unknown) => void;

/** English where the address says so, else Vietnamese. */
export function langOf(request: Request): Lang {
  return request.query['lang'] === 'en' ? 'en' : 'vi';
}

export function createSendProblem(log: Logger, stylesheets: EachSheet<string>): SendProblem {
  return (problem, request, response, cause) => {
    const event = nameEvent();
    const { method, path } = request;
    const isBroken = problem.problem === 'broken';
    const line = { event, problem: problem.problem, method, path: path.slice(0, 200) };
    if (isBroken && !isGone(cause)) log.error({ ...line, err: cause }, 'a request failed');
    else log.debug(line, 'a request was refused');
    if (response.headersSent) {
      // Half an answer is out already: cut off, so that nobody takes it for a whole one.
      response.destroy();
      return;
    }
    response.removeHeader('Content-Disposition');
    response.status(problemKinds[problem.problem].status).setHeader('Cache-Control', 'no-store');
    const lang = langOf(request);
    if (isApi(path)) {
      response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
      response.send(JSON.stringify(problemBody(problem, event, lang)));
      return;
    }
    response.type('html').send(renderPage(viewProblem(problem, event, request, stylesheets, lang)));
  };
}

/** The last handler of the app: whatever was thrown becomes a problem. */
export function catchErrors(sendProblem: SendProblem): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => sendProblem(toProblem(error), request, response, error);
}

function isApi(path: string): boolean {
  return path.startsWith('/api/') && path !== '/api/docs';
}

/** The reader closed the connection while an answer was on its way. */
function isGone(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
