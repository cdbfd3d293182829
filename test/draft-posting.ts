/** Posts forms to the page that checks drafts as a browser does, and reads what comes back; for tests. */
import { readDraftFile } from '../cli/draft-file.ts';
import type { Site } from './serving.ts';

export { readDraftFile };

export interface Posted {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Uint8Array;
}

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A field may be given several times; the file goes as `tep`. */
export async function postForm(
  site: Site,
  path: string,
  fields: readonly (readonly [name: string, value: string])[],
  file: SentFile | null = null,
  headers: Readonly<Record<string, string>> = {},
): Promise<Posted> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  if (file !== null) form.append('tep', new Blob([Uint8Array.from(file.bytes)]), file.name);
  const response = await fetch(site.url + path, { method: 'POST', body: form, headers });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, text: new TextDecoder().decode(bytes), bytes };
}
