/**
 * In which order addresses are asked.
 *
 * What is new goes first. All else, what is asked again and what an earlier round left over, waits in one line behind it:
 * so a site with more pages than nights have time for hides neither its news nor its changes for ever. Pages that ended
 * nights, because a login or the like stood in their place, go to the end of that line: the same few would end every night.
 */
import type { ArchiveDb } from './schema.ts';
import { inTransaction } from './transaction.ts';

/**
 * At the beginning of a round: what an earlier one left over is new no more, and goes to the end of the line; behind it
 * what was put off once and not come back to.
 */
export async function deferLeftovers(db: ArchiveDb, source: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const shift = await nextOrder(trx, source, 'again');
    await trx
      .updateTable('visits')
      .set((column) => ({ due_order: column('due_order', '+', shift) }))
      .where('source', '=', source)
      .where('is_due', '=', 1)
      .where('due_order', '<', AGAIN_FROM)
      .execute();
    await sendBack(trx, source, '=');
  });
}

/** When the lists of a round are walked: what was put off more than once goes behind all else that is due. */
export async function deferPutOff(db: ArchiveDb, source: string): Promise<void> {
  await inTransaction(db, (trx) => sendBack(trx, source, '>'));
}

/** Then it keeps its place, so that it has its turn also where nights have no time for everything. */
async function sendBack(trx: ArchiveDb, source: string, than: '=' | '>'): Promise<void> {
  const putOff = await trx
    .selectFrom('visits')
    .select('url')
    .where('source', '=', source)
    .where('is_due', '=', 1)
    .where('state', 'in', ['waiting', 'held'])
    .where('reason', 'is not', null)
    .where('failures', than, 1)
    .orderBy('due_order')
    .execute();
  let order = await nextOrder(trx, source, 'again');
  for (const { url } of putOff)
    await trx.updateTable('visits').set({ due_order: order++, reason: null }).where('url', '=', url).execute();
}

/** Orders of what is new lie below, of all else from here on. */
const AGAIN_FROM = 1_000_000_000;

/** The place behind all others of a line. */
export async function nextOrder(trx: ArchiveDb, source: string, line: 'new' | 'again'): Promise<number> {
  const row = await trx
    .selectFrom('visits')
    .select('due_order')
    .where('source', '=', source)
    .where('due_order', line === 'new' ? '<' : '>=', AGAIN_FROM)
    .orderBy('due_order', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.due_order ?? (line === 'new' ? 0 : AGAIN_FROM)) + 1;
}
