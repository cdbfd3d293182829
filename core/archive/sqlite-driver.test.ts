import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aFolder } from '../../test/builders.ts';
import { openSqlite } from './sqlite-driver.ts';

function aDatabase(path = join(aFolder(), 'some.sqlite'), isReadOnly = false) {
  const database = openSqlite(path, { isReadOnly });
  onTestFinished(() => database.close());
  return database;
}

describe('openSqlite', () => {
  it.each([
    ['text', 'Nghị quyết', 'Nghị quyết'],
    ['a whole number', 21, 21],
    ['a bigint', 21n, 21],
    ['true', true, 1],
    ['false', false, 0],
    ['null', null, null],
    ['bytes', new Uint8Array([1, 2]), new Uint8Array([1, 2])],
  ])('binds %s', (_note, value, expected) => {
    const [row] = aDatabase().prepare('select ? as value').all([value]);
    expect(row).toEqual({ value: expected });
  });

  it.each([
    ['undefined', undefined, /parameter 1 is undefined/],
    ['a date', new Date(0), /parameter 1 is \[object Date\]/],
    ['an object', { a: 1 }, /parameter 1 is \[object Object\]/],
    ['a list', [1], /parameter 1 is \[object Array\]/],
    ['no number', Number.NaN, /parameter 1 is NaN/],
    ['endless', Number.POSITIVE_INFINITY, /parameter 1 is Infinity/],
  ])('refuses to bind %s', (_note, value, message) => {
    expect(() => aDatabase().prepare('select ? as value').all([value])).toThrow(message);
  });

  it.each([
    ['too few', 'select ? as a, ? as b', [1], /expected 2 parameters, got 1/],
    ['too many', 'select ? as a', [1, 2], /expected 1 parameters, got 2/],
    ['none at all', 'select \'really?\' as a, 1 as "b?" where 1 = ?', [], /expected 1 parameters, got 0/],
  ])('refuses %s parameters', (_note, sql, parameters, message) => {
    expect(() => aDatabase().prepare(sql).all(parameters)).toThrow(message);
  });

  it('tells queries with rows from those without', () => {
    const database = aDatabase();
    expect(database.prepare('create table t (a integer)').reader).toBe(false);
    database.prepare('create table t (a integer)').run([]);
    expect(database.prepare('insert into t values (?)').run([1])).toMatchObject({ changes: 1 });
    expect(database.prepare('insert into t values (?) returning a').reader).toBe(true);
    expect(database.prepare('select a from t').reader).toBe(true);
  });

  it('gives plain rows, also while iterating and while the same query runs again', () => {
    const database = aDatabase();
    const numbers = database.prepare(
      'select value as n from (select 1 as value union all select 2 union all select 3)',
    );
    const seen: unknown[] = [];
    for (const row of numbers.iterate([])) {
      seen.push(row);
      expect(numbers.all([])).toHaveLength(3);
    }
    expect(seen).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(Object.getPrototypeOf(seen[0])).toBe(Object.prototype);
  });

  it('sets up what the archive relies on', () => {
    const database = aDatabase();
    const pragma = (name: string) => Object.values(Object(database.prepare(`pragma ${name}`).all([])[0]));
    expect(pragma('journal_mode')).toEqual(['wal']);
    expect(pragma('foreign_keys')).toEqual([1]);
    expect(pragma('synchronous')).toEqual([1]);
    expect(pragma('busy_timeout')).toEqual([10_000]);
    expect(pragma('page_size')).toEqual([8192]);
  });

  it('keeps working when far more queries were prepared than it remembers', () => {
    const database = aDatabase();
    const first = database.prepare('select 0 as n');
    for (let n = 1; n <= 500; n += 1) database.prepare(`select ${n} as n`).all([]);
    expect(first.all([])).toEqual([{ n: 0 }]);
    expect(database.prepare('select 0 as n').all([])).toEqual([{ n: 0 }]);
  });

  it('leaves an empty log behind, so that the database file alone is whole', () => {
    const path = join(aFolder(), 'some.sqlite');
    const database = openSqlite(path);
    database.prepare('create table t (a integer)').run([]);
    database.prepare('insert into t values (1)').run([]);
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
    database.close();
    expect(existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0).toBe(0);
  });

  it('opens for reading only', () => {
    const path = join(aFolder(), 'some.sqlite');
    aDatabase(path).prepare('create table t (a integer)').run([]);
    const reader = aDatabase(path, true);
    expect(reader.prepare('select * from t').all([])).toEqual([]);
    expect(() => reader.prepare('insert into t values (1)').run([])).toThrow(/readonly/);
  });
});
