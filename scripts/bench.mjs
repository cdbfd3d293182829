/**
 * `npm run bench [NAME] [ARGUMENTS]`: runs bench/NAME.ts, or says which there are. One process each, nothing beside it:
 * times are of one core, and only ratios within one run can be compared between machines.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'bench');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));
const [name, ...rest] = process.argv.slice(2);

if (name === undefined || !names.includes(name)) {
  console.error(
    `Choose a bench: expected one of ${names.join(', ')}, got ${name ?? 'none'}. Try npm run bench ${names[0]}.`,
  );
  process.exitCode = 2;
} else {
  const hooks = pathToFileURL(join(root, 'scripts', 'strip-types.mjs'));
  const register = `data:text/javascript,import{register}from"node:module";register(${JSON.stringify(hooks)});`;
  const { status } = spawnSync(process.execPath, ['--import', register, join(folder, `${name}.ts`), ...rest], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
