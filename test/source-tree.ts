/** The code of the checkout as it is on disk, for tests that speak about all of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SourceFile } from './source-facts.ts';

export const root: string = dirname(import.meta.dirname);

/** Every .ts, .tsx and .mjs file of ours, fixtures left out, by path. */
export function readSourceTree(): readonly SourceFile[] {
  const folders = ['cli', 'core', 'ingest', 'server', 'web', 'bench', 'scripts', 'test'];
  const atRoot = readdirSync(root).filter((name) => isCode(name));
  const paths = [...atRoot, ...folders.filter((folder) => existsSync(`${root}/${folder}`)).flatMap(listCode)];
  return paths.sort().map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));
}

function listCode(folder: string): readonly string[] {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'fixtures' || entry.name === 'node_modules' ? [] : listCode(path);
    return isCode(entry.name) ? [path] : [];
  });
}

function isCode(name: string): boolean {
  return /\.(tsx?|mjs)$/.test(name);
}
