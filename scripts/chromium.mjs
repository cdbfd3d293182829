/**
 * Where a Chromium or Chrome is, for the browser tests; run on its own it prints the path.
 *
 * Only what is on the PATH, in a desktop's usual place or named by CHROME_PATH is used. None is ever downloaded from
 * elsewhere; on Debian, where root may, the distribution's own package is installed.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const desktops = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    join(process.env.PROGRAMFILES ?? 'C:\\Program Files', 'Google\\Chrome\\Application\\chrome.exe'),
    join(process.env['PROGRAMFILES(X86)'] ?? 'C:\\Program Files (x86)', 'Google\\Chrome\\Application\\chrome.exe'),
  ],
};

/** The path of a browser, installed first where that is possible, or null after one line that says how to get one. */
export function provideChromium() {
  const found = findChromium();
  if (found !== null) return found;
  if (process.env.CHROME_PATH) {
    console.error(`CHROME_PATH is ${process.env.CHROME_PATH}, but no program is there: correct it or unset it.`);
    return null;
  }
  if (isDebian() && process.getuid?.() === 0) {
    console.error("No Chromium found: installing Debian's chromium with apt-get.");
    return installChromium();
  }
  console.error(`No Chromium found, which the browser tests need: ${howToGetOne()}, or set CHROME_PATH to one.`);
  return null;
}

/** Where CHROME_PATH is set, that one or none. */
function findChromium() {
  if (process.env.CHROME_PATH) return isProgram(process.env.CHROME_PATH) ? process.env.CHROME_PATH : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...(desktops[process.platform] ?? [])].find(isProgram) ?? null;
}

function installChromium() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    const { status, stderr, stdout, error } = spawnSync('apt-get', step, { env, encoding: 'utf8' });
    if (status === 0) continue;
    const said = (error?.message ?? `${stderr}${stdout}`).trim().split('\n').slice(-5).join('\n');
    console.error(`apt-get ${step.join(' ')} failed: install chromium by hand or set CHROME_PATH.\n${said}`);
    return null;
  }
  return findChromium();
}

function howToGetOne() {
  if (process.platform === 'darwin') return 'install Google Chrome or run `brew install --cask chromium`';
  if (process.platform === 'win32') return 'install Google Chrome';
  return isDebian() ? 'run `apt-get install chromium` as root' : "install your distribution's chromium package";
}

function isDebian() {
  return existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = provideChromium();
  if (path === null) process.exitCode = 1;
  else console.log(path);
}
