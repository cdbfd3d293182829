/**
 * From source to dist/: the TypeScript compiler, then what it leaves behind (style sheets, static files, what browsers
 * run, the command).
 *
 * JSON under data/ stays where it is: code reaches it through the "#data/*" imports of package.json, which hold from
 * source and from dist/ alike. npm runs this after every `npm ci` (script `prepare`), and npm does not link a
 * package's own command, so the link that makes `npx sohieu` work in the checkout is made here.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const command = join(dist, 'cli', 'sohieu.js');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

if (existsSync(compiler)) {
  compile();
  copyStatic();
  await bundleIslands();
  linkCommand();
} else if (existsSync(command)) {
  console.error('build: TypeScript is not installed (an install without devDependencies), so dist/ is kept as it is.');
  linkCommand();
} else {
  console.error(
    'build: TypeScript is not installed and dist/ is missing: run `npm ci` with devDependencies first, then `npm prune --omit=dev`.',
  );
  process.exitCode = 1;
}

function compile() {
  rmSync(dist, { recursive: true, force: true });
  const tsc = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  if (tsc.error) throw new Error(`build: cannot start the compiler ${compiler}`, { cause: tsc.error });
  if (tsc.status !== 0) {
    // A program with type errors must not pass for a finished one.
    rmSync(dist, { recursive: true, force: true });
    console.error('build: the compiler found errors (above), so there is no dist/; mend them and run `npm run build`.');
    process.exit(1);
  }
}

function copyStatic() {
  const web = join(root, 'web');
  if (!existsSync(web)) return;
  mkdirSync(join(dist, 'web'), { recursive: true });
  for (const name of readdirSync(web)) {
    if (name.endsWith('.css')) cpSync(join(web, name), join(dist, 'web', name));
  }
  if (existsSync(join(web, 'static'))) cpSync(join(web, 'static'), join(dist, 'web', 'static'), { recursive: true });
}

/** Loaded here and not at the top: an install without devDependencies has no bundler. */
async function bundleIslands() {
  const entry = join(root, 'web', 'islands', 'main.ts');
  if (!existsSync(entry)) return;
  const { build } = await import('esbuild');
  await build({
    entryPoints: [entry],
    outfile: join(dist, 'web', 'islands.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome90', 'firefox90', 'safari15'],
    legalComments: 'none',
    logLevel: 'warning',
  });
}

function linkCommand() {
  if (!existsSync(command)) return;
  chmodSync(command, 0o755);
  if (process.platform === 'win32') return; // there `npm run -s sohieu --` is the way in
  const link = join(root, 'node_modules', '.bin', 'sohieu');
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(join('..', '..', 'dist', 'cli', 'sohieu.js'), link);
}
