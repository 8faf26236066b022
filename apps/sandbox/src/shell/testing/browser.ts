import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Debian's own; nothing is ever downloaded. */
const CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);

/** Runs where a Chromium is found; elsewhere it is counted as skipped. */
export const itInBrowser: typeof it.skip = CHROMIUM ? it : it.skip;

/** Opens the page and hands it over; answers with what the browser complained of, a refusal of the page's own policy among it. */
export async function inBrowser(url: string, act: (page: Page) => Promise<void>, locale = 'en-CA'): Promise<string[]> {
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ locale });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(url);
    await act(page);
    return complaints;
  } finally {
    await browser.close();
  }
}
