/**
 * Runs TypeScript as the build prints it: its types stripped, nothing added.
 *
 * tsx wraps every function to keep its name, which makes a program of many small functions slower by a third. Where a time
 * is taken, the program is to be the one that readers run. Hooks of Node's module loader, registered by bench.mjs.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

export async function load(url, context, next) {
  const [, loader] = /^file:.*\.(tsx?)$/.exec(url) ?? [];
  if (loader === undefined) return next(url, context);
  const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), {
    loader,
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcefile: url,
    sourcemap: 'inline',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
