import { describe, expect, it } from 'vitest';
import { NoRoomError, stopsRun } from './crawl-parts.ts';

const coded = (code: string, errcode?: number): Error =>
  Object.assign(new Error('lỗi'), { code, ...(errcode !== undefined && { errcode }) });

describe('stopsRun', () => {
  it.each<[string, unknown, boolean]>([
    ['a full disk, by SQLite', coded('ERR_SQLITE_ERROR', 13), true],
    ['a full disk, in words', new Error('database or disk is full'), true],
    ['a damaged database, with an extended code', coded('ERR_SQLITE_ERROR', 11 + 256), true],
    ['a database that another holds', coded('ERR_SQLITE_ERROR', 5), true],
    ['a row that breaks a rule', coded('ERR_SQLITE_ERROR', 2067), false],
    ['a disk that cannot be written', coded('EROFS'), true],
    ['too many open files', coded('EMFILE'), true],
    ['a mistake of the program', new TypeError('undefined is no function'), false],
    ['a damaged snapshot', new Error('Cannot read snapshot 3f: the bytes have the hash 4a'), false],
    ['what is no error', 'lỗi', false],
  ])('%s', (_what, error, expected) => {
    expect(stopsRun(error)).toBe(expected);
  });

  it('no room, whatever the words', () => {
    expect(stopsRun(new NoRoomError('The disk has 3 MiB left'))).toBe(true);
  });
});
