import { accessibilityFaults, DESK, describeInBrowser, openPage, PHONE, type OpenedPage } from './testing/browser.js';
import { type Providers, providers, type Session, session } from '@keel/api/testing';

let world: Providers;
beforeAll(async () => {
  world = await providers();
});

async function aClinic(): Promise<Session & { url: string }> {
  const { env } = world;
  const at = await session('owner', { env });
  world.leadTo(at.app);
  return { ...at, url: (env['PUBLIC_URL'] ?? '').replace('127.0.0.1', 'localhost') };
}

async function signIn({ page }: OpenedPage, { clinic }: Session, password = 'correct horse battery'): Promise<void> {
  await page.getByLabel('E-mail').fill(`owner@${clinic.slug}.example`);
  await page.getByLabel('Password').first().fill(password);
  await page.keyboard.press('Enter');
}

async function signOut(page: OpenedPage['page']): Promise<void> {
  await page.getByRole('button', { name: 'My account', exact: false }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

describeInBrowser('the start page', () => {
  it.each([
    ['a phone', PHONE],
    ['a desk', DESK],
  ])('signs somebody in on %s by Enter, into the clinic, and out again', async (_name, viewport) => {
    const at = await aClinic();
    const appointment = await openPage(at.url, { viewport });
    const { page } = appointment;
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await signIn(appointment, at);
    await page.waitForURL('**/schedule');
    await page.getByRole('link', { name: 'Érablière Physio' }).waitFor();
    await page.reload();
    await signOut(page);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto(`${at.url}/schedule`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn(appointment, at);
    await page.waitForURL('**/schedule');
    expect(appointment.complaints).toEqual([]);
  });

  it('lets somebody out while the page still asks for something', async () => {
    const at = await aClinic();
    const appointment = await openPage(at.url, { viewport: DESK });
    const { page } = appointment;
    await signIn(appointment, at);
    await page.getByRole('link', { name: 'Érablière Physio' }).waitFor();
    const { promise: ended, resolve: letGo } = Promise.withResolvers<void>();
    page.on('response', (response) => {
      if (response.request().method() === 'DELETE') letGo();
    });
    await page.route('**/api/v1/appointments?*', async (route) => {
      await ended;
      // A request that was given up with its page cannot go on.
      await route.continue().catch(() => undefined);
    });
    await page.goto(`${at.url}/schedule?date=2026-03-02`);
    await signOut(page);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    letGo();
    await page.unrouteAll({ behavior: 'wait' });
    expect(appointment.complaints).toEqual([]);
  });

  it('keeps somebody signed in who only followed a link to the way out', async () => {
    const at = await aClinic();
    const appointment = await openPage(at.url, { viewport: DESK });
    await signIn(appointment, at);
    await appointment.page.waitForURL('**/schedule');
    await appointment.page.goto(`${at.url}/sign-out`);
    await appointment.page.waitForURL('**/schedule');
    await appointment.page.getByRole('link', { name: 'Érablière Physio' }).waitFor();
    expect(appointment.complaints).toEqual([]);
  });

  it('says so where somebody could not be signed out, and tries again', async () => {
    const at = await aClinic();
    const appointment = await openPage(at.url, { viewport: DESK });
    const { page } = appointment;
    await signIn(appointment, at);
    await page.getByRole('link', { name: 'Érablière Physio' }).waitFor();
    await page.route('**/api/v1/session', (route) => route.abort(), { times: 1 });
    await signOut(page);
    await page.getByRole('heading', { name: 'You are still signed in' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('says that something is wrong without saying what, and keeps the address', async () => {
    const at = await aClinic();
    const appointment = await openPage(at.url);
    await signIn(appointment, at, 'not the password');
    await appointment.page.getByRole('alert').getByText('E-mail or password is wrong').waitFor();
    expect(await appointment.page.getByLabel('E-mail').inputValue()).toContain('owner@');
    expect(await appointment.page.getByLabel('Password').first().inputValue()).toBe('');
  });

  it('is French where the browser is, and stays in the language that was chosen', async () => {
    const { page } = await openPage((await aClinic()).url, { locale: 'fr-CA', colorScheme: 'dark' });
    await page.getByRole('heading', { name: 'Connexion' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByText('EN', { exact: true }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('leads to a link for a new password', async () => {
    const at = await aClinic();
    const { page } = await openPage(at.url);
    await page.getByRole('button', { name: 'Forgot your password?' }).click();
    await page.getByLabel('E-mail').fill(`owner@${at.clinic.slug}.example`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Look in your mailbox' }).waitFor();
    expect(await at.app.sql('SELECT 1 FROM password_reset WHERE clinic_id = $1', [at.clinic.id])).toHaveLength(1);
  });
});
