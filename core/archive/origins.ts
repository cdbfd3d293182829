/**
 * What is remembered of a host from run to run: its robots.txt, and what it answers to an address that cannot exist.
 */
import { z } from 'zod';
import { jsonColumn } from './columns.ts';
import type { ArchiveDb } from './schema.ts';

const robotsColumn = jsonColumn(
  'origins.robots_json',
  z.object({ verdict: z.enum(['rules', 'allow-all', 'forbid-all']), text: z.string(), fetchedAt: z.string() }),
);
export type RobotsRecord = ReturnType<typeof robotsColumn.read>;

const wrongPageColumn = jsonColumn(
  'origins.wrong_page_json',
  z.object({
    askedAt: z.string(),
    /** False where the host says honestly that there is no such page. */
    isSoft: z.boolean(),
    title: z.string().nullable(),
    text: z.string(),
    /** Where a redirect led, null without one. */
    landedOn: z.string().nullable(),
  }),
);
export type WrongPageRecord = ReturnType<typeof wrongPageColumn.read>;

export async function readRobots(db: ArchiveDb, origin: string): Promise<RobotsRecord | null> {
  const row = await db.selectFrom('origins').select('robots_json').where('origin', '=', origin).executeTakeFirst();
  return row?.robots_json == null ? null : robotsColumn.read(row.robots_json);
}

export async function writeRobots(db: ArchiveDb, origin: string, robots: RobotsRecord): Promise<void> {
  await put(db, origin, { robots_json: robotsColumn.write(robots) });
}

export async function readWrongPage(db: ArchiveDb, origin: string): Promise<WrongPageRecord | null> {
  const row = await db.selectFrom('origins').select('wrong_page_json').where('origin', '=', origin).executeTakeFirst();
  return row?.wrong_page_json == null ? null : wrongPageColumn.read(row.wrong_page_json);
}

export async function writeWrongPage(db: ArchiveDb, origin: string, page: WrongPageRecord): Promise<void> {
  await put(db, origin, { wrong_page_json: wrongPageColumn.write(page) });
}

async function put(
  db: ArchiveDb,
  origin: string,
  set: { readonly robots_json: string } | { readonly wrong_page_json: string },
): Promise<void> {
  await db
    .insertInto('origins')
    .values({ origin, robots_json: null, wrong_page_json: null, ...set })
    .onConflict((conflict) => conflict.column('origin').doUpdateSet(set))
    .execute();
}
