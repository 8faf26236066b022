import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's own; nothing is ever downloaded. The shell has no window to draw, which makes it the lighter one. */
const CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => existsSync(path),
);
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

export const CHROMIUM_FOUND = CHROMIUM !== undefined;

/** @throws where no Chromium is installed */
export function launchBrowser(): Promise<Browser> {
  if (!CHROMIUM) throw new Error('No Chromium was found: install Debian’s package chromium-headless-shell');
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS.split(' ') });
}
