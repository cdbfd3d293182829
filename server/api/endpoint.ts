/**
 * An address of the API as data: schemas of what it takes and answers beside the function that answers.
 *
 * The app mounts these rows, openapi.ts describes them, docs/api.md names them; nothing else lists them. Answers are
 * held against their schemas by the compiler, and by the tests at run time.
 */
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { checkGiven, tidyGiven } from '../parameters.ts';
import type { ServerParts } from '../parts.ts';
import { answer, type Problem, type Reply } from '../problem.ts';
import type { Lang } from '../wording.ts';

/** What an endpoint is handed, checked. */
export interface Asked<Query> {
  readonly query: Query;
  /** Parameters of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly lang: Lang;
}

/** What addresses share in lists of them. */
export interface Address {
  readonly method: 'get' | 'post';
  /** As Express reads it: `/api/v1/documents/:id`. */
  readonly path: string;
  readonly summary: string;
}

export interface Endpoint extends Address {
  readonly query: z.ZodType;
  readonly body: z.ZodType | null;
  /** Null where the answer is no JSON; `media` then names what it is. */
  readonly answer: z.ZodType | null;
  readonly media: string | null;
  /** Sends the answer, or hands back the problem. */
  readonly respond: (parts: ServerParts, request: Request, response: Response, lang: Lang) => Promise<Problem | null>;
}

/** A GET that answers JSON. */
export function answersJson<Query, Answer>(row: {
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodType<Query>;
  readonly answer: z.ZodType<unknown, Answer>;
  readonly find: (parts: ServerParts, asked: Asked<Query>) => Promise<Reply<Answer>>;
}): Endpoint {
  const { find, ...rest } = row;
  return {
    ...rest,
    method: 'get',
    body: null,
    media: null,
    respond: async (parts, request, response, lang) => {
      const asked = ask(row.query, request, lang);
      if (asked.kind === 'problem') return asked;
      return sendReply(await find(parts, asked.value), response);
    },
  };
}

/** A POST that takes JSON and answers JSON; it changes nothing. */
export function takesJson<Query, Body, Answer>(row: {
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodType<Query>;
  readonly body: z.ZodType<Body>;
  readonly answer: z.ZodType<unknown, Answer>;
  readonly find: (parts: ServerParts, asked: Asked<Query>, body: Body) => Promise<Reply<Answer>>;
}): Endpoint {
  const { find, ...rest } = row;
  return {
    ...rest,
    method: 'post',
    media: null,
    respond: async (parts, request, response, lang) => {
      const asked = ask(row.query, request, lang);
      if (asked.kind === 'problem') return asked;
      const unread: unknown = request.body;
      const body = checkGiven(row.body, unread);
      if (body.kind === 'problem') return body;
      return sendReply(await find(parts, asked.value, body.value), response);
    },
  };
}

/** A GET that sends something else than JSON, by its own hand. */
export function sendsBytes<Query>(row: {
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodType<Query>;
  readonly media: string;
  readonly send: (parts: ServerParts, asked: Asked<Query>, response: Response) => Promise<Problem | null>;
}): Endpoint {
  const { send, ...rest } = row;
  return {
    ...rest,
    method: 'get',
    body: null,
    answer: null,
    respond: async (parts, request, response, lang) => {
      const asked = ask(row.query, request, lang);
      return asked.kind === 'problem' ? asked : send(parts, asked.value, response);
    },
  };
}

function ask<Query>(schema: z.ZodType<Query>, request: Request, lang: Lang): Reply<Asked<Query>> {
  const query = checkGiven(schema, tidyGiven(request.query));
  if (query.kind === 'problem') return query;
  const params = Object.fromEntries(
    Object.entries(request.params).map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : value]),
  );
  return answer({ query: query.value, params, lang });
}

function sendReply(reply: Reply<unknown>, response: Response): Problem | null {
  if (reply.kind === 'problem') return reply;
  response.json(reply.value);
  return null;
}
