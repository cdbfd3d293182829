/**
 * Preloaded into the program (`node --import`): counts what it writes, and kills it at the write that is wanted.
 *
 * A write is a statement that SQLite runs for its effect (BEGIN and COMMIT among them) or a step by which a file comes
 * to be: made, filled, named. The process dies before the wanted one is done; one that fills a file dies half-way.
 * `DIE_AT_WRITE` is its number, counted from 1; with `COUNT_WRITES_IN` the number of all goes into that file instead.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { dirname } from 'node:path';

// Its methods cannot be replaced, but the class that the package takes from its binding can, before the package is loaded.
const require = createRequire(import.meta.url);
const sqlite = require.resolve('@photostructure/sqlite/package.json');
const binding = createRequire(sqlite)('node-gyp-build')(dirname(sqlite));

const dieAt = Number(process.env['DIE_AT_WRITE'] ?? 0);
const countIn = process.env['COUNT_WRITES_IN'];
let writes = 0;

function countWrite(tear = () => {}) {
  writes += 1;
  if (writes !== dieAt) return;
  tear();
  process.kill(process.pid, 'SIGKILL');
  // The signal takes a moment; nothing may be done in it.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
}

const EFFECT = /^\s*(?:insert|update|delete|replace|begin|commit|rollback|create|alter|drop)\b/i;

class CountedDatabase extends binding.DatabaseSync {
  prepare(sql, ...rest) {
    const statement = super.prepare(sql, ...rest);
    if (!EFFECT.test(sql)) return statement;
    for (const name of ['run', 'all', 'get', 'iterate']) {
      const method = statement[name];
      const value = (...values) => {
        countWrite();
        return method.apply(statement, values);
      };
      Object.defineProperty(statement, name, { value });
    }
    return statement;
  }
  exec(sql) {
    if (EFFECT.test(sql)) countWrite();
    return super.exec(sql);
  }
}
binding.DatabaseSync = CountedDatabase;

const { open, rename } = promises;
promises.open = async (path, flags, ...rest) => {
  if (flags !== 'wx') return open(path, flags, ...rest);
  countWrite();
  const file = await open(path, flags, ...rest);
  const { writeFile } = file;
  file.writeFile = async (bytes, ...options) => {
    countWrite(() => appendFileSync(path, bytes.subarray(0, bytes.length / 2)));
    return writeFile.call(file, bytes, ...options);
  };
  return file;
};
promises.rename = async (...paths) => {
  countWrite();
  return rename(...paths);
};
syncBuiltinESMExports();

if (countIn !== undefined) process.on('exit', () => writeFileSync(countIn, String(writes)));
