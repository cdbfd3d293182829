/** `sohieu show CODE`: the documents behind a code, however sloppily typed, and what cites them. */
import { findByCode } from '../core/search/find-code.ts';
import { shapeFoundByCode } from '../server/api/shapes.ts';
import type { ExitCode } from './outcome.ts';
import { writeJson, writeOut } from './output.ts';
import { withParts } from './parts.ts';

export interface ShowOptions {
  readonly json?: boolean;
  readonly lang: 'vi' | 'en';
}

/** More than any meeting table is read by eye; a program pages through the API. */
const MOST_MENTIONS = 5000;

export async function runShow(code: string, options: ShowOptions): Promise<ExitCode> {
  return withParts(async ({ archive }): Promise<ExitCode> => {
    const found = await findByCode(archive.db, code, MOST_MENTIONS);
    const shaped = shapeFoundByCode(found, options.lang);
    if (options.json) {
      await writeJson(shaped);
      return 0;
    }
    for (const document of shaped.documents) {
      const { code, issuer, date, title } = document;
      await writeOut(`${[code, issuer ?? '?', date, title].filter((part) => part !== null).join('  ')}\n`);
      for (const { field, values } of document.conflicts)
        await writeOut(`  ? ${field}: ${values.map(({ value, mentions }) => `${value} (${mentions})`).join(', ')}\n`);
      for (const meeting of document.meetings) {
        const chair = meeting.chair?.name ?? '-';
        await writeOut(
          `  ${meeting.date ?? '-'}  ${meeting.host ?? '-'}  ${chair}  ${meeting.purpose}\n    ${meeting.sentence}\n`,
        );
      }
    }
    if (shaped.note !== null) await writeOut(`${shaped.note}\n`);
    return 0;
  });
}
