import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { CHROMIUM_FOUND, launchBrowser } from './chromium.js';

/** A phone as patients hold it, and the width of a desk. */
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

/** Browser tests run where a Chromium is found; elsewhere they are counted as skipped. */
export const describeInBrowser: typeof describe.skip = CHROMIUM_FOUND ? describe : describe.skip;

/** A page, and what it complained of: a browser test ends by expecting `complaints` to be empty. */
export interface OpenedPage {
  page: Page;
  complaints: string[];
}

/** What a browser has of the site before it opens a page. */
interface Brought {
  cookies?: Parameters<BrowserContext['addCookies']>[0];
  localStorage?: Record<string, string>;
}

/** A context and how it was made; `spent` once something was done to it that cannot be taken back. */
interface Used {
  context: BrowserContext;
  kind: string;
  spent: boolean;
  origins: Set<string>;
}

let browser: Promise<Browser> | undefined;
/** Contexts that wait for the next page of their kind: what they have loaded and compiled once, they need not again. */
const idle: Used[] = [];
const inUse: Used[] = [];
afterAll(async () => (await browser)?.close());
// A window left open would go on listening for events, of which a session has a few streams only.
afterEach(async () => {
  for (const used of inUse.splice(0)) {
    if (used.spent) await used.context.close();
    else if (await isClean(used.context)) idle.push(used);
  }
});

/** Closes its windows, and goes back to what it was but for what is kept by origin; false where a test closed the context itself. */
async function isClean(context: BrowserContext): Promise<boolean> {
  try {
    for (const page of context.pages()) await page.close();
    await context.setOffline(false);
    await context.clearCookies();
    await context.clearPermissions();
    return true;
  } catch {
    return false;
  }
}

async function contextFor(options: BrowserContextOptions): Promise<Used> {
  const kind = JSON.stringify(options);
  const waiting = idle.findIndex((one) => one.kind === kind);
  const [found] = waiting >= 0 ? idle.splice(waiting, 1) : [];
  if (found) return found;
  browser ??= launchBrowser();
  const context = await (await browser).newContext(options);
  context.setDefaultTimeout(20_000);
  // A service worker stays for its origin, and a clock that was stopped for the context.
  const used: Used = { context, kind, spent: options.serviceWorkers === 'allow', origins: new Set() };
  const install = context.clock.install.bind(context.clock);
  context.clock.install = (...args) => {
    used.spent = true;
    return install(...args);
  };
  return used;
}

/** Nothing of a test before is left, and what is brought stands there before the page opens. */
async function prepare({ context, origins }: Used, page: Page, { origin }: URL, { cookies, localStorage }: Brought): Promise<void> {
  if (origins.size > 0) {
    const devtools = await context.newCDPSession(page);
    for (const one of origins)
      await devtools.send('Storage.clearDataForOrigin', { origin: one, storageTypes: 'local_storage,indexeddb,cache_storage' });
    await devtools.detach();
  }
  origins.add(origin);
  if (cookies) await context.addCookies(cookies);
  if (!localStorage) return;
  await page.goto(`${origin}/health/live`);
  for (const [key, value] of Object.entries(localStorage))
    await page.evaluate(`localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(value)})`);
}

export async function openPage(url: string, options: BrowserContextOptions = {}, brought: Brought = {}): Promise<OpenedPage> {
  const used = await contextFor({ viewport: PHONE, locale: 'en-CA', serviceWorkers: 'block', ...options });
  inUse.push(used);
  const page = await used.context.newPage();
  await prepare(used, page, new URL(url), brought);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, complaints };
}

/**
 * Whatever was opening or closing has done so: axe would judge a half-gone menu. Looked at frame by frame, for the promise of an
 * animation whose element goes may never be kept.
 */
async function settled(page: Page): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    const moving = (one) => one.effect?.getComputedTiming().iterations !== Infinity;
    const look = () => {
      if (document.getAnimations().some(moving)) return void requestAnimationFrame(look);
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    };
    requestAnimationFrame(look);
  })`);
}

/** The rules that ask about colours: all that the same page can break in another theme. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds against WCAG 2.2 AA and its own best practices, in words; or against these rules alone. */
export async function accessibilityFaults(page: Page, rules?: string[]): Promise<string[]> {
  await settled(page);
  // Legacy: within the page itself. A second page for each look is for frames of strangers, and Keel has none.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** The same in light and in dark, without opening the page again: it follows what the device prefers. */
export async function faultsInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // The page for when there is no network has its colours from the style sheet alone.
    await page
      .locator(`html[data-mantine-color-scheme="${colorScheme}"], html:not([data-mantine-color-scheme])`)
      .waitFor({ state: 'attached' });
    found.push(
      ...(await accessibilityFaults(page, colorScheme === 'dark' ? OF_COLOURS : undefined)).map((fault) => `${colorScheme}: ${fault}`),
    );
  }
  return found;
}

/** Names of links, buttons and fields that a thumb would miss: under 44 px in either direction, but for links inside text. */
export async function smallTargets(page: Page): Promise<string[]> {
  await settled(page);
  return page.evaluate<string[]>(`[...document.querySelectorAll('button, a, .mantine-Input-input')]
    .filter((one) => one.checkVisibility() && !one.matches('.skip-link') && getComputedStyle(one).display !== 'inline')
    .map((one) => ({ name: one.ariaLabel || one.innerText || one.className, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width < 44 || box.height < 44)
    .map(({ name, box }) => name + ' ' + Math.round(box.width) + ' × ' + Math.round(box.height))`);
}
