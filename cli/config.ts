/** `sohieu config`: the settings in force, and whether each was given or is the default. */
import { describeSettings, readSettings } from '../core/settings.ts';
import type { ExitCode } from './outcome.ts';
import { writeJson, writeOut } from './output.ts';

export async function runConfig({ json }: { readonly json?: boolean }): Promise<ExitCode> {
  readSettings();
  const rows = describeSettings();
  if (json) {
    await writeJson(rows);
    return 0;
  }
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, value, origin } of rows) await writeOut(`${name.padEnd(width)}  ${value}  (${origin})\n`);
  return 0;
}
