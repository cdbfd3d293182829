/** An archive of texts for tests that check drafts, in a folder of its own; whoever opens it closes it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, openArchive } from '../core/archive/archive.ts';
import { deriveArticle, settleChanges } from '../core/archive/derive.ts';
import type { Place } from '../core/documents/document.ts';
import { keepArticle, sampleClock } from './builders.ts';

export async function aTemporaryArchive(
  texts: readonly string[],
  place: Place,
): Promise<{ readonly archive: Archive; readonly close: () => Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'sohieu-drafts-'));
  const archive = await openArchive({ home, clock: sampleClock });
  for (const [index, text] of texts.entries()) {
    const url = `https://tin.example.vn/${index}`;
    const id = await keepArticle(archive, { url, text, published: '2024-04-02', title: null });
    await deriveArticle(archive.db, id, () => place);
  }
  await settleChanges(archive.db);
  const close = async (): Promise<void> => {
    await archive.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { archive, close };
}
