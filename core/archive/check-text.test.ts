import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aTemporaryArchive } from '../../test/draft-archive.ts';
import { verdicts } from '../documents/check-reasons.ts';
import type { Archive } from './archive.ts';
import { type CheckedCitation, checkDraft, readDraft } from './check-text.ts';

const found = z.strictObject({
  verdict: z.enum(verdicts),
  reasons: z.array(z.string()),
  /** What of the draft the suggestion replaces. */
  replaces: z.string().optional(),
  suggestion: z.string().optional(),
});
const tables = z.strictObject({
  /** Texts of the articles that the archive holds. */
  held: z.array(z.string()),
  cases: z.array(
    z.strictObject({ note: z.string(), text: z.string(), day: z.string().optional(), expect: z.array(found) }),
  ),
});
const { held, cases } = tables.parse(
  JSON.parse(readFileSync(new URL('./check-text.cases.json', import.meta.url), 'utf8')),
);
const place = { province: 'Vân Hải', district: 'Sông Mơ' };

let archive: Archive;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ archive, close } = await aTemporaryArchive(held, place));
}, 60_000);
afterAll(() => close());

function check(text: string, day = '2024-06-01'): Promise<readonly CheckedCitation[]> {
  const facts = { text, place, sourcePlaces: [], day };
  return checkDraft(archive.db, facts, readDraft(facts));
}

describe('a draft held against the archive', () => {
  it.each(cases)('$note: $text', async ({ text, day, expect: wanted }) => {
    const checked = await check(text, day);
    const told = checked.map(({ verdict, reasons, suggestion, replaces }) => ({
      verdict,
      reasons: reasons.map(({ code }) => code),
      ...(suggestion !== null &&
        replaces !== null && { replaces: text.slice(replaces.start, replaces.end), suggestion }),
    }));
    expect(told).toEqual(wanted);
  });

  it('has forty cases or more, of every verdict', () => {
    const told = cases.flatMap((one) => one.expect.map(({ verdict }) => verdict));
    expect(cases.length).toBeGreaterThanOrEqual(40);
    expect(new Set(told)).toEqual(new Set(verdicts));
  });

  it('finds nothing to say against what it suggested', async () => {
    for (const { text, day } of cases) {
      const checked = await check(text, day);
      for (const { suggestion, replaces, reasons } of checked) {
        if (suggestion === null || replaces === null) continue;
        const mended = text.slice(0, replaces.start) + suggestion + text.slice(replaces.end);
        const [after] = (await check(mended, day)).filter(({ citation }) => citation.start === replaces.start);
        const before = reasons.map(({ code }) => code);
        const left = after?.reasons.map(({ code }) => code) ?? ['lost'];
        expect(left.length, `${text} → ${mended}`).toBeLessThan(before.length);
        expect(left).not.toContain('spelling');
        expect(left).not.toContain('date-conflict');
      }
    }
  });

  it('judges the same draft the same, whatever stands before it', async () => {
    const text = cases.find(({ note }) => note === 'wrong day')?.text ?? '';
    const [alone] = await check(text);
    const [moved] = await check(`Kính gửi các phường.\n\n${text}`);
    expect(moved?.suggestion).toBe(alone?.suggestion);
    expect(moved?.reasons).toEqual(alone?.reasons);
  });
});

describe('what a document is called wrongly', () => {
  it('is told with the document that took its place, and on which day', async () => {
    const [checked] = await check('Theo Nghị quyết số 09-NQ/TU ngày 20/5/2021 của Thành ủy Sông Mơ.');
    expect(checked?.reasons).toMatchObject([
      { code: 'replaced', params: { by: '34-NQ/TU (Thành ủy Sông Mơ)', date: '2024-03-15' } },
    ]);
  });

  it('is told once a sentence, and for each mention', async () => {
    const text = 'Nghị quyết số 31-NQ/TU. Nghị quyết số 31-NQ/TU ngày 15/02/2022 của Thành ủy Sông Mơ.';
    const checked = await check(text);
    expect(checked.map(({ verdict }) => verdict)).toEqual(['amber', 'red']);
  });
});
