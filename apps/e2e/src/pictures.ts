// `npm run screens [address]`: pictures of the main screens of a running demo clinic, for docs/screens and the README.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { DEMO_SIGN_IN } from '@keel/demo/sign-in';
import { launchBrowser } from './testing/chromium.js';

const TARGET = fileURLToPath(new URL('../../../docs/screens', import.meta.url));
const WIDTHS = { 1440: 900, 1024: 768, 390: 844 } as const;

/** What slides in has done so. */
const MOVED = `Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity).map(({ finished }) => finished))`;

interface Look {
  colorScheme: 'light' | 'dark';
  locale: 'en-CA' | 'fr-CA';
  suffix: string;
  widths: (keyof typeof WIDTHS)[];
}

const LOOKS: Look[] = [
  { colorScheme: 'light', locale: 'en-CA', suffix: '', widths: [1440, 1024, 390] },
  { colorScheme: 'dark', locale: 'fr-CA', suffix: '-dark-fr', widths: [1440] },
];

interface Row {
  id: string;
  patientId: string;
  practitionerId: string;
  appointmentId?: string | null;
  start?: string;
}

/** A signed-in page may ask the API what there is to show. */
async function first(page: Page, path: string, wanted: (row: Row) => boolean = () => true): Promise<Row> {
  const { data } = (await page.evaluate(`fetch('/api/v1${path}').then((answer) => answer.json())`)) as { data: Row[] };
  const row = data.find(wanted) ?? data[0];
  if (!row) throw new Error(`The demo clinic has nothing at ${path}`);
  return row;
}

/** The addresses of the main screens, with the demo clinic's records in them. */
async function screens(page: Page): Promise<Record<string, string>> {
  const invoice = await first(page, '/invoices?limit=20', ({ appointmentId }) => Boolean(appointmentId));
  const note = await first(page, '/notes?limit=20');
  const appointment = await first(page, `/appointments?patientId=${note.patientId}&limit=1`);
  return {
    schedule: '/schedule',
    today: `/today?practitionerId=${appointment.practitionerId}`,
    patients: '/patients',
    patient: `/patients/${note.patientId}/journey`,
    chart: `/patients/${note.patientId}/chart`,
    note: `/notes/${note.id}`,
    appointment: `/schedule?appointment=${appointment.id}`,
    billing: '/billing',
    invoice: `/invoices/${invoice.id}`,
    inbox: '/inbox',
    settings: '/settings',
  };
}

async function signIn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('input[type=email]').fill(DEMO_SIGN_IN.email);
  await page.locator('input[type=password]').fill(DEMO_SIGN_IN.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/(schedule|today)/);
}

async function take(context: BrowserContext, address: string, look: Look): Promise<void> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const prefix = (name: string, width: number) => join(TARGET, `${name}-${width}${look.suffix}.png`);
  await page.setViewportSize({ width: look.widths[0] ?? 1440, height: 900 });
  if (look.suffix === '') await page.screenshot({ path: prefix('sign-in', look.widths[0] ?? 1440) });
  await signIn(page, address);
  for (const [name, path] of Object.entries(await screens(page))) {
    await page.goto(`${address}${path}`);
    for (const width of look.widths) {
      await page.setViewportSize({ width, height: WIDTHS[width] });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      await page.evaluate(MOVED);
      await page.screenshot({ path: prefix(name, width) });
    }
    process.stdout.write(`${name}${look.suffix}\n`);
  }
}

async function main(address: string): Promise<void> {
  mkdirSync(TARGET, { recursive: true });
  const browser = await launchBrowser();
  for (const look of LOOKS) {
    const context = await browser.newContext({ colorScheme: look.colorScheme, locale: look.locale, serviceWorkers: 'block' });
    // The demo clinic's own language would go before the browser's.
    await context.addInitScript(`localStorage.setItem('keel-language', '${look.locale.slice(0, 2)}')`);
    await take(context, address, look);
    await context.close();
  }
  await browser.close();
}

await main((process.argv[2] ?? 'http://localhost:3000').replace(/\/$/, ''));
