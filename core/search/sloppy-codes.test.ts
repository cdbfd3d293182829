/**
 * Codes as people type them, over an archive in which many documents share each number: the right ones come first, and
 * never is one answer given that is the wrong one.
 *
 * `means` of a case holds beginnings of ids: `nq-21-tu` is that of every committee and term, `nq-21-tu.ha-khe.2020` of one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sharedNumbers } from '../../test/search-documents.ts';
import { type Archive, openArchive } from '../archive/archive.ts';
import { putDocuments } from '../archive/documents.ts';
import { referenceCode } from '../citations/code-print.ts';
import type { DocumentId } from '../documents/document.ts';
import { findByCode } from './find-code.ts';
import cases from './sloppy-codes.cases.json' with { type: 'json' };

const tables = z
  .record(
    z.string(),
    z.array(
      z.strictObject({
        typed: z.string(),
        /** Empty where the archive has nothing that fits. */
        means: z.array(z.string().min(4)),
        /** The digits themselves are in doubt: there is no one answer, whatever fits. */
        inDoubt: z.literal(true).optional(),
        /** What else there is may be listed, but not as the answer. */
        isStrange: z.literal(true).optional(),
      }),
    ),
  )
  .parse(cases);

const documents = sharedNumbers();
let archive: Archive;
const home = mkdtempSync(join(tmpdir(), 'sohieu-sloppy-'));

beforeAll(async () => {
  archive = await openArchive({ home, clock: () => new Date('2026-01-05T02:00:00.000Z') });
  await putDocuments(archive.db, documents);
});
afterAll(async () => {
  await archive.close();
  rmSync(home, { recursive: true, force: true });
});

describe.each(Object.entries(tables))('a code typed with %s', (_, rows) => {
  it.each(rows)('$typed', async ({ typed, means, inDoubt = false, isStrange = false }) => {
    const right = documents.filter(({ id }) =>
      means.some((one) => id === one || id.startsWith(`${one}.`) || id.startsWith(`${one}-`)),
    );
    const found = await findByCode(archive.db, typed, 1);
    if (isStrange) {
      expect(found.answer).not.toBe('one');
      return;
    }
    const ids: readonly string[] = found.documents.map(({ document }) => document.id);
    const rightIds: readonly string[] = right.map(({ id }) => id);
    const first = ids.slice(0, 3);
    expect(first.filter((id) => !rightIds.includes(id))).toEqual([]);
    expect(first).toHaveLength(Math.min(3, right.length));
    const isOne = right.length === 1 && !inDoubt;
    expect(found.answer).toBe(right.length === 0 ? 'none' : isOne ? 'one' : 'several');
  });
});

it('answers a misprint with the document that it was printed for, where none bears the code', async () => {
  const [like] = documents.filter(({ code }) => code.endsWith('-NQ/TU'));
  if (like === undefined) throw new Error('Cannot make up a document: expected one of a committee, found none.');
  const id = 'nq-977-tu.ha-khe.2020' as DocumentId;
  const misprinted = { ...like, id, number: '977', code: referenceCode('977-NQ/TU'), aliases: ['977-NQ/TW'] };
  await putDocuments(archive.db, [misprinted]);
  const answers = await Promise.all(
    ['977-NQ/TW', '977/NQ-TW', '977-CT/TW'].map((typed) => findByCode(archive.db, typed)),
  );
  expect(answers.map((found) => found.documents.map(({ document }) => document.id))).toEqual([[id], [id], []]);
});

describe('the table', () => {
  const all = Object.values(tables).flat();

  it('is long enough, has no code twice, and means what there is', () => {
    expect(all.length).toBeGreaterThanOrEqual(250);
    expect(new Set(all.map(({ typed }) => typed)).size).toBe(all.length);
    for (const means of all.flatMap((row) => row.means))
      expect(
        documents.some(({ id }) => id === means || (/^[.-]/.test(id.slice(means.length)) && id.startsWith(means))),
        means,
      ).toBe(true);
  });

  it('is asked of an archive where numbers are shared', () => {
    const byNumber = new Map<string, number>();
    for (const { number, type } of documents)
      byNumber.set(`${type} ${number}`, (byNumber.get(`${type} ${number}`) ?? 0) + 1);
    expect(documents.length).toBeGreaterThan(400);
    expect([...byNumber.values()].filter((count) => count >= 3).length).toBeGreaterThan(25);
  });
});
