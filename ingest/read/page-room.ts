/**
 * The reading room of pages and texts: threads beside the program, so that it can write while they read.
 */
import type { TextToTell, ToldText } from '../../core/archive/text-facts.ts';
import type { ReadArticle } from './article.ts';
import { threadDesk } from './desk-thread.ts';
import type { PageDone, PageTask } from './page-task.ts';
import type { ReadInput } from './read-input.ts';
import { openReadingRoom, type RoomAnswer } from './reading-room.ts';

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const room = openReadingRoom<PageTask, PageDone>(threadDesk(new URL(`./page-worker.${ending}`, import.meta.url)));

/** Reads what is no boxed format (read-input.ts). */
export async function readPageAside(page: ReadInput): Promise<RoomAnswer<ReadArticle>> {
  const answer = await room({ kind: 'page', page });
  if (answer.kind === 'stopped') return answer;
  if (answer.output.kind === 'page') return { kind: 'read', output: answer.output.article };
  throw new Error(`Cannot read ${page.url}: expected an article of its desk, got ${answer.output.kind}`);
}

/** What a text tells of its meeting and its mentions; null when that could not be read aside, and is left to who keeps it. */
export async function tellTextAside(text: TextToTell): Promise<ToldText | null> {
  const answer = await room({ kind: 'text', text });
  return answer.kind === 'read' && answer.output.kind === 'text' ? { from: text, facts: answer.output.facts } : null;
}
