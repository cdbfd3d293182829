/**
 * What stands before every address: headers that tell browsers to trust nothing but us, and limits.
 *
 * Headers are those of ASVS 5.0 V3.4; scripts and all else come from this site alone. No HSTS and no upgrade of addresses: the archive is
 * also served on intranets without TLS, where both would make it unreachable; a proxy that ends TLS adds them.
 */
import type { RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { type Problem, problem } from './problem.ts';

/** Longer addresses are nobody's query: 512 characters, fully encoded, have 4,608. */
const longestAddress = 8192;

export function guardHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}

type Refuse = (problem: Problem, request: Parameters<RequestHandler>[0], response: Response) => void;

export function limitAddress(refuse: Refuse): RequestHandler {
  const tooLong = problem('address-too-long', {
    vi: `Địa chỉ tối đa ${longestAddress} ký tự; hãy bớt từ hoặc bớt lọc.`,
    en: `An address may have ${longestAddress} characters at most; leave words or filters out.`,
  });
  return (request, response, next) => {
    if (request.originalUrl.length > longestAddress) refuse(tooLong, request, response);
    else next();
  };
}

/** So many requests a minute from one address; the answer to the next says when to come again. */
export function limitRate(perMinute: number, refuse: Refuse): RequestHandler {
  const tooMany = problem('too-many-requests', {
    vi: `Mỗi địa chỉ được gọi ${perMinute} lần một phút; xin thử lại sau số giây ghi ở Retry-After.`,
    en: `There may be ${perMinute} requests a minute from one address; try again after the seconds in Retry-After.`,
  });
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // It would write to the console about headers that any stranger may send.
    validate: false,
    handler: (request, response) => refuse(tooMany, request, response),
  });
}

/** Public JSON may be read from other sites' pages; nothing else may. */
export const shareReading: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') response.setHeader('Access-Control-Allow-Origin', '*');
  next();
};
