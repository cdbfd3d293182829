/** `sohieu allowed --robots FILE --agent NAME URL…`: what a robots.txt permits; `--batch LIST` for many, a line each. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isAllowed, parseRobots } from '../ingest/fetch/robots.ts';
import { readJsonLinesOf } from '../ingest/import-files.ts';
import { type ExitCode, exitCodeOf, UsageError } from './outcome.ts';
import { say, writeOut } from './output.ts';

export interface AllowedOptions {
  readonly robots?: string;
  readonly agent?: string;
  readonly batch?: string;
}

const lineSchema = z.object({ robots: z.string(), agent: z.string(), url: z.string() });

/** Prints `allowed` or `disallowed` for each address, in order; only the path and query of an address count. */
export async function runAllowed(urls: readonly string[], options: AllowedOptions): Promise<ExitCode> {
  const { robots, agent, batch } = options;
  if (batch !== undefined) {
    if (urls.length > 0 || robots !== undefined || agent !== undefined) {
      throw new UsageError(
        'Cannot judge a --batch together with --robots, --agent or a URL: its lines name their own.',
      );
    }
    return runBatch(batch);
  }
  if (robots === undefined || agent === undefined || urls.length === 0) {
    throw new UsageError('Cannot judge addresses: expected --robots FILE, --agent NAME and a URL, or --batch LIST.');
  }
  const rules = parseRobots(await readText(robots));
  for (const url of urls) await writeOut(`${verdictOf(isAllowed(rules, agent, url))}\n`);
  return 0;
}

async function runBatch(list: string): Promise<ExitCode> {
  let done = 0;
  let failed = 0;
  for await (const line of readJsonLinesOf(list)) {
    const parsed = lineSchema.safeParse(line.kind === 'value' ? line.value : undefined);
    if (parsed.success) {
      const { robots, agent, url } = parsed.data;
      await writeOut(`${verdictOf(isAllowed(parseRobots(robots), agent, url))}\n`);
      done += 1;
    } else {
      say(`Cannot judge ${list}, line ${line.number}: expected {"robots", "agent", "url"}, all of them texts.`);
      failed += 1;
    }
  }
  return exitCodeOf(done, failed);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Error(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function verdictOf(isAllowedHere: boolean): string {
  return isAllowedHere ? 'allowed' : 'disallowed';
}
