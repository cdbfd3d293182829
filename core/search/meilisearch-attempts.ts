/**
 * Trying again, and saying what is wrong where that does not help.
 *
 * What passes by itself (no connection, 429, 5xx) is tried again a few times, further apart each time; what will not
 * (a refused key, an index that is not there) is told at once. No message ever holds the key.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { MeilisearchApiError, MeilisearchError } from 'meilisearch';

/** `code` is Meilisearch's (`index_not_found`), or null where none came. */
export class MeiliRefusal extends Error {
  override readonly name = 'MeiliRefusal';
  readonly code: string | null;
  readonly status: number;

  constructor(message: string, status: number, code: string | null, cause: unknown) {
    super(message, { cause });
    this.status = status;
    this.code = code;
  }
}

export function isRefusal(error: unknown, code: string): boolean {
  return error instanceof MeiliRefusal && error.code === code;
}

/** Tries again after what passes by itself; everything else, and the last failure, comes as an error that names the server. */
export async function attemptPatiently<T>(
  host: string,
  doing: string,
  pausesMs: readonly number[],
  work: () => Promise<T>,
): Promise<T> {
  for (let failed = 0; ; failed++) {
    try {
      return await work();
    } catch (error) {
      const pause = pausesMs[failed];
      if (pause === undefined || !mayPass(error)) throw explain(host, doing, error);
      await sleep(pause);
    }
  }
}

function mayPass(error: unknown): boolean {
  if (error instanceof MeilisearchApiError) return [408, 429, 500, 502, 503, 504].includes(error.response.status);
  return error instanceof MeilisearchError || error instanceof SyntaxError;
}

function explain(host: string, doing: string, error: unknown): Error {
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response;
    const code = error.cause?.code ?? null;
    const advice = status === 401 || status === 403 ? '; is MEILI_API_KEY the key of this server?' : '';
    return new MeiliRefusal(
      `Cannot ${doing} on ${host}: expected an answer, got ${status} (${code ?? 'no code'})${advice}`,
      status,
      code,
      null,
    );
  }
  // The cause of a failed request may hold its headers, and they the key: only its words are taken along.
  const reason = error instanceof Error ? reasonOf(error) : String(error);
  return new Error(`Cannot ${doing} on ${host}: expected Meilisearch to answer, got "${reason}"; is it running there?`);
}

function reasonOf(error: Error): string {
  const inner = error.cause instanceof Error ? error.cause : null;
  const innermost = inner?.cause instanceof Error ? inner.cause : null;
  return [error.message, inner?.message, innermost?.message].filter(Boolean).join(': ');
}
