import { describe, expect, it } from 'vitest';
import { CursorError } from '../core/archive/paging.ts';
import { nameEvent, problem, problemBody, problemKinds, problemSchema, refuse, toProblem } from './problem.ts';

describe('the body of a problem', () => {
  it('is what its schema says, in the language asked for', () => {
    const fault = refuse([{ parameter: 'from', detail: { vi: 'sai', en: 'is wrong' } }]);
    const body = problemBody(fault, 'urn:uuid:1', 'en');
    expect(body).toEqual({
      type: '/api/docs#bad-request',
      title: 'Bad request',
      status: 400,
      detail: '“from” is wrong.',
      instance: 'urn:uuid:1',
      errors: [{ parameter: 'from', detail: 'is wrong' }],
    });
    expect(problemSchema.safeParse(body).success).toBe(true);
    expect(problemBody(fault, 'urn:uuid:1', 'vi')).toMatchObject({
      title: 'Yêu cầu chưa hợp lệ',
      detail: '“from” sai.',
    });
  });

  it('names no faults where there are none', () => {
    expect(problemBody(problem('not-found', { vi: 'a', en: 'b' }), 'x', 'vi')).not.toHaveProperty('errors');
  });

  it('bears a name of its own', () => {
    expect(nameEvent()).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(nameEvent()).not.toBe(nameEvent());
  });
});

describe('what is thrown', () => {
  it.each([
    ['a cursor of no list', new CursorError('zz'), 'bad-request'],
    ['a broken escape', Object.assign(new URIError('URI malformed'), { status: 400 }), 'bad-request'],
    ['a body that is too large', Object.assign(new Error('x'), { status: 413, type: 'entity.too.large' }), 'too-large'],
    ['a body in another charset', Object.assign(new Error('x'), { status: 415 }), 'unsupported-media-type'],
    [
      'a body that is no JSON',
      Object.assign(new Error('x'), { status: 400, type: 'entity.parse.failed' }),
      'bad-request',
    ],
    ['our own fault', new Error('no such table: articles'), 'broken'],
    ['a fault that calls itself one of the server', Object.assign(new Error('x'), { status: 503 }), 'broken'],
    ['no error at all', 'text', 'broken'],
    ['nothing', undefined, 'broken'],
  ])('%s', (_note, thrown, kind) => {
    expect(toProblem(thrown).problem).toBe(kind);
  });

  it('never tells what broke', () => {
    const told = problemBody(toProblem(new Error('no such table: articles')), 'x', 'en');
    expect(JSON.stringify(told)).not.toContain('articles');
  });

  it('has a status of its own for each kind', () => {
    const statuses = Object.values(problemKinds).map(({ status }) => status);
    expect(new Set(statuses).size).toBe(statuses.length);
  });
});
