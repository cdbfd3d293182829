/** Runs beside the server: is sent the rows of one table and makes one office file of them. Its limits are set by answer-office.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { AnswerAbout } from './answer-about.ts';
import type { AnswerRow } from './answer-rows.ts';
import { writeAnswerSheet } from './answer-sheet.ts';
import { writeAnswerWord } from './answer-word.ts';

const text = z.string();
const about: z.ZodType<AnswerAbout> = z.object({
  lang: z.enum(['vi', 'en']),
  title: text,
  lines: z.array(z.object({ label: text, value: text })),
  address: text,
  warning: text,
});
const row: z.ZodType<AnswerRow> = z.object({
  day: text.nullable(),
  date: text,
  meeting: text,
  host: text,
  chair: text,
  positions: text,
  purpose: text,
  sentences: z.array(z.object({ before: text, surface: text, after: text, source: text, address: text })),
  further: z.number(),
  printed: text,
  source: text,
  address: text,
  sureness: text,
});
const given = z.object({ format: z.enum(['xlsx', 'docx']), about }).parse(workerData);
/** Some rows, or null behind the last. */
const sent = z.array(row).nullable();

const rows: AnswerRow[] = [];
parentPort?.on('message', (message: unknown) => {
  const some = sent.parse(message);
  if (some === null) void finish();
  else rows.push(...some);
});

async function finish(): Promise<void> {
  const write = given.format === 'xlsx' ? writeAnswerSheet : writeAnswerWord;
  parentPort?.postMessage(await write(takeRows(), given.about));
}

async function* takeRows(): AsyncGenerator<AnswerRow> {
  yield* rows;
}
