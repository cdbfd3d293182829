/**
 * The description of the API (OpenAPI 3.1), made from the rows that answer it: what is described is what is checked.
 */
import { z } from 'zod';
import { parameters } from '../parameters.ts';
import { problemSchema } from '../problem.ts';
import type { Endpoint } from './endpoint.ts';

type Json = { readonly [name: string]: unknown };

/** The whole description, as `/api/openapi.json` answers it. */
export function describeApi(endpoints: readonly Endpoint[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = toTemplate(endpoint.path);
    paths[path] = { ...paths[path], [endpoint.method]: describeEndpoint(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'sohieu',
      version,
      description:
        'Which meetings cited a document, when, who was in the chair, what was said. Public and read-only. Errors are RFC 9457 problem details.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: { Problem: toSchema(problemSchema, 'output') } },
  };
}

/** `/documents/:id` as `/documents/{id}`. */
export function toTemplate(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

/** The names in a path. */
export function namesIn(path: string): readonly string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
}

/** What a GET may be asked with besides its path: names, meanings, whether it must be given. */
export function queryOf(endpoint: Endpoint): readonly { name: string; schema: Json; isRequired: boolean }[] {
  const { properties, required } = objectShape.parse(toSchema(endpoint.query, 'input'));
  return [
    ...Object.entries(properties).map(([name, schema]) => ({ name, schema, isRequired: required.includes(name) })),
    { name: 'lang', schema: toSchema(parameters.lang, 'input'), isRequired: false },
  ];
}

const objectShape = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
});

function describeEndpoint(endpoint: Endpoint): Json {
  const { path, method, summary, body } = endpoint;
  return {
    operationId: [method, ...path.split(/\W+/).slice(3)].join('_'),
    summary,
    parameters: [
      ...namesIn(path).map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...queryOf(endpoint).map(({ name, schema: { description, ...schema }, isRequired }) => ({
        name,
        in: 'query',
        required: isRequired,
        description,
        schema,
      })),
    ],
    ...(body !== null && {
      requestBody: { required: true, content: { 'application/json': { schema: toSchema(body, 'input') } } },
    }),
    responses: {
      200: { description: summary, content: contentOf(endpoint) },
      default: {
        description: 'What is the matter and what to do.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function contentOf({ answer, media }: Endpoint): Json {
  if (answer !== null) return { 'application/json': { schema: toSchema(answer, 'output') } };
  return { [media ?? 'application/octet-stream']: { schema: { type: 'string', format: 'binary' } } };
}

/** Without marks that say something about our types and nothing about the JSON. */
function toSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _version, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
      if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return described;
}
