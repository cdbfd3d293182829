/**
 * Checks the arrows of .dependency-cruiser.mjs over the five rooms, here or in the folder given as argument.
 *
 * Silence is no proof: with a compiler it cannot drive, dependency-cruiser reports "no violations" over 0 modules. So
 * the modules it saw are compared with the files that are there, and a difference fails.
 */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config from '../.dependency-cruiser.mjs';

const rooms = ['cli', 'core', 'ingest', 'server', 'web'];
const root = resolve(process.argv[2] ?? dirname(dirname(fileURLToPath(import.meta.url))));
process.chdir(root); // dependency-cruiser names modules from the working directory

const files = rooms.filter((room) => existsSync(room)).flatMap(listCode);
const { modules, violations } = await look();
const missed = files.filter((file) => !modules.has(file));

for (const violation of violations) console.error(`${violation}\n`);
if (missed.length > 0) {
  console.error(
    `arrows: ${missed.length} files were not looked at, such as ${missed[0]}; is TypeScript's version one it can drive?`,
  );
}
if (files.length === 0) console.error(`arrows: no code found under ${rooms.join(', ')} in ${root}`);
console.log(`arrows: ${modules.size} modules, ${violations.length} violations`);
process.exitCode = files.length === 0 || missed.length > 0 || violations.length > 0 ? 1 : 0;

async function look() {
  if (files.length === 0) return { modules: new Set(), violations: [] };
  const { forbidden, options } = config;
  const { output } = await cruise(
    rooms.filter((room) => existsSync(room)),
    { ...options, validate: true, ruleSet: { forbidden } },
    options.enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(root, options.tsConfig.fileName)) },
  );
  const advice = new Map(forbidden.map((rule) => [rule.name, rule.comment]));
  return {
    modules: new Set(output.modules.map((module) => module.source).filter((source) => files.includes(source))),
    violations: output.summary.violations.map((found) => describe(found, advice)),
  };
}

function describe({ rule, from, to, cycle }, advice) {
  const ring = cycle?.map((step) => (typeof step === 'string' ? step : step.name)).join(' → ');
  const what = ring ? `${from} → ${ring}` : from === to ? from : `${from} → ${to}`;
  return `${rule.name}: ${what}\n  ${advice.get(rule.name) ?? ''}`;
}

function listCode(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listCode(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
