/** Finds a browser on this machine, or installs one the way that works here. For the demo and the browser tests. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Browser, detectBrowserPlatform, getInstalledBrowsers, install, resolveBuildId } from '@puppeteer/browsers';

export type BrowserName = 'chromium' | 'firefox';

/** Commands on PATH, best first. Edge and Brave are Chromium by another name. */
const COMMANDS: Record<BrowserName, readonly string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
    'brave',
  ],
  firefox: ['firefox', 'firefox-esr'],
};

const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);

const PLACES: Record<BrowserName, readonly string[]> = {
  chromium: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...WINDOWS_ROOTS.flatMap((root) => [
      join(root, 'Chromium/Application/chrome.exe'),
      join(root, 'Google/Chrome/Application/chrome.exe'),
      join(root, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  ],
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...WINDOWS_ROOTS.map((root) => join(root, 'Mozilla Firefox/firefox.exe')),
  ],
};

const DEBIAN_PACKAGE: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
const DOWNLOAD: Record<BrowserName, Browser> = { chromium: Browser.CHROME, firefox: Browser.FIREFOX };
const CACHE = join(homedir(), '.cache', 'puppeteer');

/** @returns the path of an installed browser, or nothing when there is none. */
export async function findBrowser(name: BrowserName): Promise<string | undefined> {
  const found = [...COMMANDS[name].map(onPath), ...PLACES[name]].find((path) => path !== undefined && existsSync(path));
  if (found !== undefined || !existsSync(CACHE)) return found;
  const downloaded = await getInstalledBrowsers({ cacheDir: CACHE });
  return downloaded.find(({ browser }) => browser === DOWNLOAD[name])?.executablePath;
}

/**
 * @returns the path of a browser, which is installed when there is none.
 * @throws Error that says what to do when it can't be installed either.
 */
export async function ensureBrowser(name: BrowserName): Promise<string> {
  const found = await findBrowser(name);
  if (found !== undefined) return found;
  console.log(`There is no ${name} here; installing one.`);
  const reasons: string[] = [];
  for (const way of [installPackage, download]) {
    try {
      await way(name);
      const installed = await findBrowser(name);
      if (installed !== undefined) return installed;
    } catch (error) {
      reasons.push((error as Error).message);
    }
  }
  throw new Error(
    `No ${name} was found and none could be installed (${reasons.join('; ')}).\n` +
      `Install ${name === 'chromium' ? 'Chromium, Chrome or Edge' : 'Firefox'} in the usual way of your system and run this again.`,
  );
}

/** @returns whether windows can be shown here. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return process.env.CI === undefined;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

function onPath(command: string): string | undefined {
  const { status, stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [command], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout.split(/\r?\n/)[0] : undefined;
}

/** Debian's package, which needs root and apt. Fonts come along: without any, pages have no text to look at. */
function installPackage(name: BrowserName): void {
  if (process.getuid?.() !== 0 || onPath('apt-get') === undefined)
    throw new Error('no root or no apt-get for a package');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const packages = [DEBIAN_PACKAGE[name], 'fonts-dejavu-core', 'fonts-liberation'];
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function download(name: BrowserName): Promise<void> {
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error('no download for this system');
  const browser = DOWNLOAD[name];
  const buildId = await resolveBuildId(browser, platform, 'stable');
  await install({ browser, buildId, platform, cacheDir: CACHE });
}
