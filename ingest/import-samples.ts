/** The bundled samples as items to take in, in the order of their manifest (`samples.yaml` in their folder). */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ImportItem } from './import-item.ts';

const manifestSchema = z.object({
  articles: z.array(z.object({ file: z.string(), source: z.string(), url: z.url(), published: z.string().optional() })),
});

export async function* readSampleItems(folder: string): AsyncGenerator<ImportItem> {
  const { articles } = manifestSchema.parse(parse(await readFile(join(folder, 'samples.yaml'), 'utf8')));
  for (const { file, source, url, published } of articles) {
    yield {
      label: file,
      bytes: await readFile(join(folder, file)),
      url,
      source,
      contentType: extname(file) === '.html' ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
      fileName: file,
      given: published === undefined ? {} : { published },
      isBareText: false,
    };
  }
}
