import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { CHROMIUM_FOUND, launchBrowser } from './chromium.js';

/** A phone as patients hold it, and the width of a desk. */
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

/** Browser tests run where a Chromium is found; elsewhere they are counted as skipped. */
export const describeInBrowser: typeof describe.skip = CHROMIUM_FOUND ? describe : describe.skip;

/** A page, and what it complained of: a browser test ends by expecting `complaints` to be empty. */
export interface Visit {
  page: Page;
  complaints: string[];
}

let browser: Promise<Browser> | undefined;
afterAll(async () => (await browser)?.close());
// A window left open would go on listening for events, of which a session has a few streams only.
afterEach(async () => {
  for (const context of (await browser)?.contexts() ?? []) await context.close();
});

export async function openPage(url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  browser ??= launchBrowser();
  const context = await (await browser).newContext({ viewport: PHONE, locale: 'en-CA', serviceWorkers: 'block', ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
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
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
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
