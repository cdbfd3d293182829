/** `sohieu search QUERY`: what the search page would show. */
import { findAll } from '../core/search/find-all.ts';
import { limits } from '../core/search/limits.ts';
import { shapeFoundAll } from '../server/api/shapes.ts';
import { type ExitCode, parseDateOption, UsageError } from './outcome.ts';
import { say, writeJson, writeOut } from './output.ts';
import { updateIndex, withParts } from './parts.ts';

export interface SearchOptions {
  readonly type?: string;
  readonly issuer?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
  readonly lang: 'vi' | 'en';
}

export async function runSearch(text: string, options: SearchOptions): Promise<ExitCode> {
  if (text.length > limits.queryLength) {
    throw new UsageError(`Cannot search: the query has ${text.length} characters, ${limits.queryLength} are allowed.`);
  }
  const day = (value: string | undefined, option: string): string | null =>
    value === undefined ? null : parseDateOption(value, option).slice(0, 10);
  const from = day(options.from, '--from');
  const to = day(options.to, '--to');
  return withParts(async (parts): Promise<ExitCode> => {
    await updateIndex(parts);
    const filters = {
      ...(options.type !== undefined && { type: [options.type] }),
      ...(options.issuer !== undefined && { issuer: [options.issuer] }),
    };
    const query = { text, filters, from, to, sort: 'relevance', page: 1, perPage: 20 } as const;
    const found = await findAll(parts.archive.db, parts.engine, query, () => performance.now());
    if (options.json) {
      await writeJson(await shapeFoundAll(parts.archive.db, found, options.lang, (id) => parts.sources.nameOf(id)));
      return 0;
    }
    const lines = [
      ...found.byCode.documents.map(
        ({ document }) => `${document.code}  ${document.issuer ?? '?'}  ${document.title ?? ''}`,
      ),
      ...found.documents.map((document) => `${document.code}  ${document.issuer ?? '?'}  ${document.title ?? ''}`),
      ...found.meetings.map((meeting) => `${meeting.date ?? '-'}  ${meeting.title}  ${meeting.chair?.name ?? ''}`),
      ...found.articles.map((hit) => `${hit.date ?? '-'}  ${hit.title}`),
      `${found.total}`,
    ];
    if (found.meant !== null) say(`Did you mean: ${found.meant}`);
    await writeOut(`${lines.join('\n')}\n`);
    return 0;
  });
}
