/** `verify` says that all agrees where it does, and names what was broken by hand. */
import { cpSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFolder, type Outcome, runProgram } from './run-program.ts';

const folder = aFolder();
const sound = join(folder.path, 'lanh');
let copies = 0;
const sohieu = (home: string, ...args: string[]): Promise<Outcome> =>
  runProgram(args, { SOHIEU_HOME: home, SOHIEU_SAMPLES: 'off' });

beforeAll(async () => {
  const lines = [1, 2, 3].map((at) =>
    JSON.stringify({
      url: `https://songmo.example/${at}`,
      source: 'songmo',
      title: `Giao ban ${at}`,
      published: `2023-03-1${at}`,
      text: `Ngày 1${at}/3/2023, Thành ủy Sông Mơ tổ chức hội nghị giao ban. Đồng chí Đào Thị Lụa, Bí thư Thành ủy chủ trì hội nghị.\n\nHội nghị nghe kết quả thực hiện Chỉ thị số 18-CT/TW ngày 26/10/2022 của Ban Bí thư và Nghị quyết số ${at}-NQ/TU.`,
    }),
  );
  writeFileSync(join(folder.path, 'bai.jsonl'), lines.join('\n'));
  const imported = await sohieu(sound, 'import', join(folder.path, 'bai.jsonl'));
  expect(imported, imported.err).toMatchObject({ code: 0 });
});
afterAll(() => folder.remove());

/** A copy of the sound archive to break. */
function aCopy(): string {
  copies += 1;
  const home = join(folder.path, `ban-${copies}`);
  cpSync(sound, home, { recursive: true });
  return home;
}

function snapshotsOf(home: string): string[] {
  return readdirSync(join(home, 'snapshots'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /[0-9a-f]{64}$/.test(name))
    .map((name) => join(home, 'snapshots', name));
}

function change(home: string, file: string, statement: string): void {
  const database = new DatabaseSync(join(home, file));
  database.exec(`pragma foreign_keys = off; ${statement}; pragma wal_checkpoint(truncate)`);
  database.close();
}

/** The table of the index that is in use: a rebuild fills the other one. */
function liveEntries(home: string): string {
  const database = new DatabaseSync(join(home, 'search.sqlite'));
  const row = database.prepare('select live from meta').get();
  database.close();
  return `entry_${String(row?.['live'])}`;
}

const breaches: readonly (readonly [note: string, damage: (home: string) => void, said: RegExp])[] = [
  [
    'a byte of a snapshot turned over',
    (home) => {
      const [path = ''] = snapshotsOf(home);
      const bytes = readFileSync(path);
      bytes[5] = (bytes[5] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    },
    /^snapshot [0-9a-f]{64}: .* have the hash/m,
  ],
  ['a snapshot deleted', (home) => rmSync(snapshotsOf(home)[0] ?? ''), /^snapshot [0-9a-f]{64}: .*expected a file/m],
  [
    'a file that is no snapshot',
    (home) => writeFileSync(join(home, 'snapshots', 'la.txt'), 'x'),
    /la\.txt: it is no snapshot/,
  ],
  [
    'a snapshot without its row',
    (home) => change(home, 'archive.sqlite', 'delete from snapshots where rowid = 1'),
    /rows of captures point at snapshots/,
  ],
  [
    'a text that was changed',
    (home) => change(home, 'archive.sqlite', "update article_versions set text = 'khác'"),
    /does not fit its content hash/,
  ],
  [
    'a version that is gone',
    (home) => change(home, 'archive.sqlite', 'delete from article_versions'),
    /its current version 1 is not there/,
  ],
  [
    'a mention that was moved',
    (home) => change(home, 'archive.sqlite', 'update mentions set start_offset = start_offset + 1 where ordinal = 0'),
    /does not stand at/,
  ],
  [
    'a wrong count',
    (home) => change(home, 'archive.sqlite', "update documents set cited_by = 9 where id like 'ct-18%'"),
    /it counts 9 articles that cite it, 3 do/,
  ],
  [
    'a date that was written over',
    (home) => change(home, 'archive.sqlite', "update documents set date = '2019-01-01' where id like 'ct-18%'"),
    /its date is 2019-01-01, what speaks of it tells 2022-10-26; run sohieu resolve/,
  ],
  [
    'a code that was written over',
    (home) => change(home, 'archive.sqlite', "update documents set code = '81-CT/TW' where id like 'ct-18%'"),
    /its code is 81-CT\/TW, what speaks of it tells 18-CT\/TW/,
  ],
  [
    'a document that is gone',
    (home) => change(home, 'archive.sqlite', "delete from documents where id like 'ct-18%'"),
    /means ct-18-tw\.\d{4}, which is not there/,
  ],
  [
    'a meeting without its articles',
    (home) => change(home, 'archive.sqlite', 'delete from meeting_articles'),
    /no article reports it/,
  ],
  [
    'an item that left the index',
    (home) => change(home, 'search.sqlite', `delete from ${liveEntries(home)} where kind = 'article'`),
    /the search index does not/,
  ],
];

describe('verify', () => {
  it('says in one line that all agrees', async () => {
    const { code, out } = await sohieu(sound, 'verify');
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^database, .* agree: 3 snapshots, 3 articles, .*\n$/),
    });
  });

  it.each(breaches)('names %s', async (_note, damage, said) => {
    const home = aCopy();
    damage(home);
    const { code, out, err } = await sohieu(home, 'verify');
    expect(out, err).toMatch(said);
    expect(code).toBe(1);
  });

  it('notes what a stopped run left behind, and that is no fault', async () => {
    const home = aCopy();
    const path = `${snapshotsOf(home)[0]}.abc.part`;
    writeFileSync(path, 'nửa');
    utimesSync(path, new Date('2024-01-01'), new Date('2024-01-01'));
    const { code, err } = await sohieu(home, 'verify');
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('.part') });
  });

  it('agrees again after reindex where only the index was broken', async () => {
    const home = aCopy();
    change(home, 'search.sqlite', `delete from ${liveEntries(home)}`);
    expect((await sohieu(home, 'reindex')).code).toBe(0);
    expect((await sohieu(home, 'verify')).code).toBe(0);
  });
});
