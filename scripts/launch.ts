/** Starts a browser with a throw-away profile and the built extension in it. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type BrowserName, ensureBrowser } from './browsers.ts';

export interface Launched {
  browser: Browser;
  /** Address of a page of the extension, such as `popup.html`. */
  extensionUrl: (path: string) => string;
}

export interface LaunchOptions {
  name: BrowserName;
  /** Folder of an unpacked build. Without one the browser starts bare. */
  extension?: string;
  headless: boolean;
  dark?: boolean;
  /** Port of a proxy on this machine that all requests go through, those to this machine among them. */
  proxy?: number;
  /** Firefox ends the background after so many ms without work. Its own choice is 30 s. */
  idleMs?: number;
}

const FIREFOX_ID = 'underskin@underskin.example';

/** Switches off what browsers do on their own account: look-ups, updates, first-run pages. */
const QUIET_CHROMIUM = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const QUIET_FIREFOX = {
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/** Opens a page of the extension, such as `popup.html`, and waits until it shows something. */
export async function openOwnPage({ browser, extensionUrl }: Launched, path: string): Promise<Page> {
  const page = await browser.newPage();
  // Firefox never tells that an extension's page has loaded, and refuses to look at one that is just being swapped in.
  const loaded = page.goto(extensionUrl(path)).catch((error: unknown) => error);
  if (!extensionUrl(path).startsWith('moz-')) await loaded;
  for (let turn = 0; turn < 400; turn++) {
    // What is asked of a page while it is swapped in may never be answered.
    const ready = page.evaluate(() => document.querySelector('main') !== null).catch(() => false);
    if (await Promise.race([ready, sleep(2000, false)])) return page;
    await sleep(50);
  }
  throw new Error(`${path} of the extension did not open`);
}

/** Opens the popup as a tab, as if it had been opened over `page`. */
export async function openPopupOn(launched: Launched, page: Page): Promise<Page> {
  const first = await openOwnPage(launched, 'popup.html');
  const tab = await first.evaluate(async (url) => {
    const { tabs } = (globalThis as unknown as { browser: typeof import('wxt/browser').browser }).browser;
    return (await tabs.query({})).find((one) => one.url === url)?.id;
  }, page.url());
  await first.close();
  return openOwnPage(launched, `popup.html?tab=${tab}`);
}

/** Closes the page that a production build opens when it is installed: its tab would lie on top of every other. */
export async function closeFirstRunPage({ browser, extensionUrl }: Launched): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    for (const page of await browser.pages()) {
      // Asked of the page itself: Firefox never tells that an extension's page has loaded.
      const asked = page.evaluate(() => location.href).catch(() => undefined);
      const address = await Promise.race([asked, sleep(2000, undefined)]);
      if (address === extensionUrl('welcome.html')) return page.close();
    }
    await sleep(50);
  }
  throw new Error('The first-run page of the extension did not open');
}

/** @throws Error that says what to do when there is no such browser and none can be installed. */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const executablePath = await ensureBrowser(options.name);
  if (options.name === 'chromium') return launchChromium(executablePath, options);
  return launchFirefox(executablePath, options);
}

async function launchChromium(
  executablePath: string,
  { extension, headless, dark = false, proxy }: LaunchOptions,
): Promise<Launched> {
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath,
    headless,
    defaultViewport: headless ? { width: 1000, height: 760 } : null,
    // Branded Chrome has no --load-extension any more; this way of adding one works in all.
    pipe: true,
    enableExtensions: extension === undefined ? false : [extension],
    args: [
      ...QUIET_CHROMIUM,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(dark ? ['--blink-settings=preferredColorScheme=0'] : []),
      ...(proxy === undefined ? [] : [`--proxy-server=http://127.0.0.1:${proxy}`, '--proxy-bypass-list=<-loopback>']),
    ],
  });
  let id = '';
  if (extension !== undefined) {
    const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
    id = new URL(worker.url()).host;
  }
  return { browser, extensionUrl: (path) => `chrome-extension://${id}/${path}` };
}

async function launchFirefox(
  executablePath: string,
  { extension, headless, dark = false, proxy, idleMs }: LaunchOptions,
): Promise<Launched> {
  const uuid = randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless,
    defaultViewport: headless ? { width: 1000, height: 760 } : null,
    // Only so that the extension's own pages can be opened by address.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...QUIET_FIREFOX,
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: uuid }),
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
      'browser.theme.content-theme': dark ? 0 : 1,
      ...(idleMs !== undefined && { 'extensions.background.idle.timeout': idleMs }),
      ...(proxy !== undefined && {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': proxy,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': proxy,
        'network.proxy.allow_hijacking_localhost': true,
      }),
    },
  });
  if (extension !== undefined) await browser.installExtension(extension);
  return { browser, extensionUrl: (path) => `moz-extension://${uuid}/${path}` };
}
