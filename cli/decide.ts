/** `sohieu decide …` and `sohieu decisions`: what people decide about mentions and documents, and the list of it. */
import { type Author, DecisionError, decide, type NamedMention, type Wish } from '../core/archive/decide.ts';
import { listDecisions } from '../core/archive/decisions.ts';
import { settleChanges } from '../core/archive/derive.ts';
import type { IsoDate } from '../core/citations/citation.ts';
import { parseDay } from '../core/citations/document-date.ts';
import { inForce } from '../core/documents/decision.ts';
import { type ExitCode, UsageError } from './outcome.ts';
import { say, writeJson, writeOut } from './output.ts';
import { updateIndex, withParts } from './parts.ts';

/** What every decision is made with. */
export interface DecideOptions {
  readonly by: string;
  readonly reason: string;
}

/** Names a mention: the article's address, the printed words, where they begin. */
export interface MentionOptions extends DecideOptions {
  readonly url?: string;
  readonly text?: string;
  readonly at?: string;
}

/** Keeps a decision and tells anew what it touches. */
export async function runDecide(wish: Wish, { by, reason }: DecideOptions): Promise<ExitCode> {
  return withParts(async (parts): Promise<ExitCode> => {
    const { archive } = parts;
    const author: Author = { madeBy: by, reason, madeAt: archive.clock() };
    try {
      const decision = await decide(archive.db, wish, author);
      await settleChanges(archive.db);
      await updateIndex(parts);
      say(
        `decide: ${decision.verdict.kind} is kept as ${decision.id}; \`sohieu decide undo ${decision.id}\` takes it back`,
      );
      await writeOut(`${decision.id}\n`);
      return 0;
    } catch (error) {
      if (error instanceof DecisionError) throw new UsageError(error.message);
      throw error;
    }
  });
}

/** The decisions, oldest first; those that were undone are marked. */
export async function runDecisions(options: { readonly json?: boolean }): Promise<ExitCode> {
  return withParts(async ({ archive }): Promise<ExitCode> => {
    const all = await listDecisions(archive.db);
    const standing = new Set(inForce(all).map(({ id }) => id));
    if (options.json) {
      await writeJson(
        all.map(({ id, verdict, reason, madeBy, madeAt }) => ({
          id,
          ...verdict,
          by: madeBy,
          at: madeAt,
          reason,
          in_force: standing.has(id),
        })),
      );
      return 0;
    }
    for (const { id, verdict, reason, madeBy, madeAt } of all) {
      const { kind, ...what } = verdict;
      const state = kind === 'undo' || standing.has(id) ? kind : `${kind} (undone)`;
      await writeOut(`${[id, madeAt, madeBy, state, JSON.stringify(what), reason].join('\t')}\n`);
    }
    return 0;
  });
}

/** The mention that options name. */
export function mentionOf({ url, text, at }: MentionOptions): NamedMention {
  if (url === undefined || text === undefined)
    throw new UsageError(
      'Cannot tell which mention is meant: give --url of the article and --text, the printed words.',
    );
  if (at !== undefined && !/^\d{1,9}$/.test(at))
    throw new UsageError(`Cannot use --at "${at}": expected the offset at which the words begin, such as 900.`);
  return { url, text, at: at === undefined ? undefined : Number(at) };
}

/** A day in digits, as mentions keep it. */
export function dayOf(option: string, words: string): IsoDate {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words) ?? [];
  const found = parseDay(day, month, year);
  if (found === null) throw new UsageError(`Cannot use ${option} "${words}": expected a day such as 2021-03-21.`);
  return found;
}
