/**
 * The right to write to the search indexes: one process at a time, told by a row of the archive.
 *
 * Two at once could put an older text after a newer one and note it as done. The right ends by itself a short while
 * after its owner last showed itself, so that one that was killed keeps nobody waiting for long.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ArchiveDb } from '../archive/schema.ts';

export interface LeaseParts {
  readonly db: ArchiveDb;
  readonly clock: () => Date;
}

const key = 'indexing';
const leaseMs = 10_000;
const renewMs = 2500;
const askAgainMs = 150;

/** Runs `work` when nobody else is at it, and waits for that as long as it takes. */
export async function withIndexLease<T>(parts: LeaseParts, work: () => Promise<T>): Promise<T> {
  const owner = randomUUID();
  while (!(await take(parts, owner))) await sleep(askAgainMs);
  const heart = setInterval(() => void renew(parts, owner).catch(() => {}), renewMs);
  heart.unref();
  try {
    return await work();
  } finally {
    clearInterval(heart);
    await parts.db.deleteFrom('meta').where('key', '=', key).where('value', 'like', `%${owner}`).execute();
  }
}

/** Values begin with the instant at which they end, and so compare as instants. */
async function take({ db, clock }: LeaseParts, owner: string): Promise<boolean> {
  await db
    .insertInto('meta')
    .values({ key, value: valueFor(clock(), owner) })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ value: valueFor(clock(), owner) })
        .where('meta.value', '<', clock().toISOString()),
    )
    .execute();
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value.endsWith(owner) === true;
}

async function renew({ db, clock }: LeaseParts, owner: string): Promise<void> {
  await db
    .updateTable('meta')
    .set({ value: valueFor(clock(), owner) })
    .where('key', '=', key)
    .where('value', 'like', `%${owner}`)
    .execute();
}

function valueFor(now: Date, owner: string): string {
  return `${new Date(now.getTime() + leaseMs).toISOString()} ${owner}`;
}
