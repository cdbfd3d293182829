import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { aFolder, anArchive, anArticle, keepArticle, sampleClock, sampleUrl } from '../../test/builders.ts';
import { takeBack } from '../../test/older-archive.ts';
import { databaseName, openArchive } from './archive.ts';
import { getArticleByUrl } from './articles.ts';
import { sharesBand } from './copies.ts';

const open = (home: string) => openArchive({ home, clock: sampleClock });

describe('openArchive', () => {
  it('makes a folder for its owner alone, with its parents', async () => {
    const home = join(aFolder(), 'deep', 'var');
    await anArchive({ home });
    expect(statSync(home).mode & 0o777).toBe(0o700);
    expect(statSync(join(home, databaseName)).mode & 0o777).toBe(0o600);
    expect(readdirSync(home)).toContain('snapshots');
  });

  it('keeps what is written over closing and opening', async () => {
    const home = aFolder();
    const first = await open(home);
    await keepArticle(first);
    await first.close();
    const again = await anArchive({ home });
    expect(await getArticleByUrl(again.db, sampleUrl)).toMatchObject({ title: anArticle().title, versions: 1 });
  });

  it.each([
    [
      'no database at all',
      (path: string) => writeFileSync(path, 'Đây là một tệp văn bản, không phải cơ sở dữ liệu. '.repeat(99)),
    ],
    ['a torn one', (path: string) => truncateSync(path, 9000)],
  ])('says in one sentence what to do with %s', async (_note, damage) => {
    const home = aFolder();
    await (await open(home)).close();
    damage(join(home, databaseName));
    const refusal = await open(home).catch(String);
    expect(refusal).toMatch(
      /^Error: Cannot open the archive .*archive\.sqlite: .*(not a database|malformed).*from a backup, or move/,
    );
    expect(refusal).not.toContain('\n');
  });

  it('refuses an archive of a newer schema and leaves it as it is', async () => {
    const home = aFolder();
    const archive = await open(home);
    await sql`insert into kysely_migration values ('0099-later', '2031-01-01T00:00:00.000Z')`.execute(archive.db);
    await archive.close();
    await expect(open(home)).rejects.toThrow(
      /newer than this program: expected at most 0011-bands-by-source, found 0099-later; update sohieu/,
    );
  });

  it('carries over what texts are compared by from an archive that kept it without their sources', async () => {
    const home = aFolder();
    const archive = await open(home);
    const own = await keepArticle(archive, { url: 'https://tin.example.vn/1', source: 'song-mo' });
    const other = await keepArticle(archive, { url: 'https://tin.example.vn/2', source: null });
    await takeBack(archive.db, '0011');
    await sql`insert into shingle_bands values ('0-a', ${own}), ('0-a', ${other})`.execute(archive.db);
    await archive.close();
    const { db } = await open(home);
    expect(await sharesBand(db, own)).toEqual([other]);
  });

  it("refuses another program's database", async () => {
    const home = aFolder();
    const archive = await open(home);
    await sql`drop table kysely_migration`.execute(archive.db);
    await archive.close();
    await expect(open(home)).rejects.toThrow(/a database of another program/);
  });

  it('says where it may not write', async () => {
    const file = join(aFolder(), 'file');
    writeFileSync(file, '');
    await expect(open(join(file, 'var'))).rejects.toThrow(
      /^Cannot keep an archive in .*choose a folder that you may write to, with SOHIEU_HOME/,
    );
    const home = aFolder();
    mkdirSync(join(home, databaseName));
    await expect(open(home)).rejects.toThrow(/^Cannot open the archive .*unable to open database file/);
  });

  it.skipIf(process.getuid?.() === 0)('says so of a folder that is there but closed to us', async () => {
    const home = aFolder();
    chmodSync(home, 0o500);
    await expect(open(home)).rejects.toThrow(/^Cannot keep an archive in/);
  });
});

/** Runs a script against the archive's own code in another process. */
function runElsewhere(script: string) {
  const source = `import { openArchive } from ${JSON.stringify(new URL('./archive.ts', import.meta.url).href)};
    import { putArticle } from ${JSON.stringify(new URL('./article-intake.ts', import.meta.url).href)};
    import { keepSnapshot } from ${JSON.stringify(new URL('./snapshots.ts', import.meta.url).href)};
    ${script}`;
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describe('several processes', () => {
  it('leaves nothing half-written when one is killed in a transaction', async () => {
    const home = aFolder();
    const child = runElsewhere(`
      const archive = await openArchive({ home: ${JSON.stringify(home)}, clock: () => new Date(0) });
      const bytes = new TextEncoder().encode('x');
      const snapshot = await keepSnapshot(archive, bytes, 'text/plain');
      const reading = ${JSON.stringify({ ...anArticle(), url: 'https://tin.example.vn/dang-do' })};
      await putArticle(archive.db, { ...reading, snapshot, url: 'https://tin.example.vn/xong' });
      await archive.db.transaction().execute(async (trx) => {
        await putArticle(trx, { ...reading, snapshot });
        await trx.insertInto('meta').values({ key: 'half', value: 'done' }).execute();
        process.stdout.write('in the middle');
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      });`);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { db } = await anArchive({ home });
    expect(await getArticleByUrl(db, 'https://tin.example.vn/xong')).not.toBeNull();
    expect(await getArticleByUrl(db, 'https://tin.example.vn/dang-do')).toBeNull();
    expect(await db.selectFrom('meta').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('changes').select('op').execute()).toHaveLength(1);
    expect((await sql`pragma integrity_check`.execute(db)).rows).toEqual([{ integrity_check: 'ok' }]);
  });

  it('can open a new archive at the same time and write in turn', async () => {
    const home = aFolder();
    const children = [1, 2].map((number) =>
      runElsewhere(`
        const archive = await openArchive({ home: ${JSON.stringify(home)}, clock: () => new Date(0) });
        for (let n = 0; n < 50; n += 1) {
          await archive.db.transaction().execute(async (trx) => {
            await trx.selectFrom('cursors').selectAll().execute();
            await trx.insertInto('cursors').values({ name: '${number}-' + n, seq: n }).execute();
          });
        }
        await archive.close();`),
    );
    const ends = await Promise.all(children.map((child) => once(child, 'exit')));
    expect(ends.map(([code]) => code)).toEqual([0, 0]);
    const { db } = await anArchive({ home });
    expect(await db.selectFrom('cursors').select('name').execute()).toHaveLength(100);
  });
});
