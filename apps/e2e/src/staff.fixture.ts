// The staff's screens on the real API and database, in a real browser. Each spec of this folder is one screen's.
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Language, Role } from '@keel/contracts';
import { type Agent, type Providers, providers, type Session, session, type SessionOptions } from '@keel/api/testing';
import { DESK, openPage, type OpenedPage } from './testing/browser.js';

export interface StaffSession extends Session {
  /** Where the web app is, without a slash at the end. */
  url: string;
  world: Providers;
  /** A page of the app as a member of the clinic sees it: the session's own agent unless another is named. */
  open: (path: string, options?: BrowserContextOptions & { as?: Agent }) => Promise<OpenedPage>;
}

let world: Promise<Providers> | undefined;

/** A clinic, a member of this role, and pages of the web app as they see it; one application a test file. */
export async function staffSession(role: Role = 'owner', options: SessionOptions = {}): Promise<StaffSession> {
  world ??= providers();
  const here = await world;
  // By its name: browsers bind no passkey to a number.
  const url = (here.env['PUBLIC_URL'] ?? '').replace('127.0.0.1', 'localhost');
  here.sandbox.carrier.inboundUrl = `${url}/api/v1/webhooks/twilio/inbound`;
  const made = await session(role, { ...options, env: { ...here.env, PUBLIC_URL: url, ...options.env } });
  here.leadTo(made.app);
  return { ...made, url, world: here, open: (path, { as = made.agent, ...context } = {}) => openAs(as, `${url}${path}`, context) };
}

async function openAs(agent: Agent, url: string, options: BrowserContextOptions): Promise<OpenedPage> {
  const [name = '', value = ''] = (agent.cookie ?? '').split('=');
  const cookie = { name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' as const, expires: -1 };
  // The clinic's language goes before the browser's, and the person's own choice before both.
  const localStorage = options.locale?.startsWith('fr') ? { 'keel-language': 'fr' } : undefined;
  const opened = await openPage(url, { viewport: DESK, ...options }, { cookies: [cookie], ...(localStorage && { localStorage }) });
  // One session, whether the page or the test asks: proving who one is renews its cookie.
  opened.page.on('response', (response) => {
    if (!/\/session\/(step-up|password)$/.test(response.url())) return;
    void response.headerValues('set-cookie').then(
      (cookies) => agent.follow(cookies),
      () => undefined,
    );
  });
  return opened;
}

/** Reads the page in a language, as somebody who chose it; a clinic's own is what pages begin in. */
export async function readIn(page: Page, language: Language): Promise<void> {
  await page.evaluate(`localStorage.setItem('keel-language', '${language}')`);
  await page.reload();
  await page.locator(`html[lang="${language}-CA"]`).waitFor();
}

/** What is asked before something typed is left behind. */
export const leaveQuestion = (page: Page): Locator => page.getByRole('dialog', { name: 'Leave without saving?' });

/** The question stands, and is answered. */
export async function answerLeave(page: Page, answer: 'Stay here' | 'Leave without saving'): Promise<void> {
  await leaveQuestion(page).getByRole('button', { name: answer }).click();
  await leaveQuestion(page).waitFor({ state: 'hidden' });
}

/** By how many pixels a page is wider than its window; nothing should have to be scrolled to sideways. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Goes to something by the Tab key alone, by its name. @throws where the key does not reach it */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const MOST = 60;
  for (let tabs = 0; tabs < MOST; tabs++) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(
      'document.activeElement.getAttribute("aria-label") ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent',
    );
    if (name.test(String(label))) return;
  }
  throw new Error(`Tab does not reach ${name}`);
}
