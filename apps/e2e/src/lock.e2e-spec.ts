import type { Locator, Page } from 'playwright-core';
import { describeInBrowser, faultsInBothThemes, PHONE, type OpenedPage } from './testing/browser.js';
import { aPatient, member } from '@keel/api/testing';
import { addApp, nextCode, PASSWORD } from './signing-in.fixture.js';
import { type StaffSession, staffSession, tooWide } from './staff.fixture.js';

const locked = (page: Page) => page.getByRole('dialog', { name: 'This screen is locked' });
const nameOf = (page: Page) => page.getByLabel('Legal first name');

/** A page with something typed and not saved, whose clock the test turns. */
async function typed(at: StaffSession): Promise<OpenedPage> {
  const appointment = await at.open('/patients/new');
  const { page } = appointment;
  await page.clock.install();
  await page.reload();
  await nameOf(page).fill('Amélie');
  await guarded(page);
  return appointment;
}

/** What watches is fetched a while after the page, and watches once its words are there. */
async function guarded(page: Page): Promise<void> {
  const words = page.waitForResponse(/assets\/shell-lock-words\..*\.js$/);
  await page.clock.fastForward('00:16');
  await (await words).finished();
}

/** Nobody touches anything until this shows. */
async function leftAlone(page: Page, shown: Locator): Promise<void> {
  const MINUTES = 17;
  for (let quarter = 0; quarter < MINUTES * 4 && !(await shown.isVisible()); quarter++) await page.clock.fastForward('00:15');
  await shown.waitFor();
}

async function unlock(page: Page, password = PASSWORD): Promise<void> {
  await page.getByRole('dialog').locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
}

describeInBrowser('a screen that is left alone', () => {
  it('says so, is kept open by a touch, then locks and covers all; and the work is there afterwards', async () => {
    const at = await staffSession();
    const { page, complaints } = await typed(at);
    await leftAlone(page, page.getByText(/This screen locks in \d+ seconds/));
    expect(await faultsInBothThemes(page)).toEqual([]);
    await page.keyboard.press('Shift');
    await page.getByText(/This screen locks in/).waitFor({ state: 'hidden' });
    await nameOf(page).focus();
    await leftAlone(page, locked(page));

    // Whose session it is, for whoever sits down here.
    await locked(page)
      .getByText(/^Olive Owner · .*Physio/)
      .waitFor();
    expect(await nameOf(page).isVisible()).toBe(false);
    expect(await page.title()).toBe('Keel');
    expect(await page.locator('body').innerText()).not.toContain('Legal first name');
    expect(await page.evaluate('document.activeElement.type')).toBe('password');
    for (let tabs = 0; tabs < 12; tabs++) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate('document.activeElement === document.body || document.activeElement.closest("[role=dialog]") !== null'),
      ).toBe(true);
    }
    await page.keyboard.press('Escape');
    expect(await faultsInBothThemes(page)).toEqual([]);

    await unlock(page, 'not the password');
    await page.getByText('This is not your password').waitFor();
    await unlock(page);
    await locked(page).waitFor({ state: 'detached' });
    expect(await nameOf(page).inputValue()).toBe('Amélie');
    // Whoever typed types on.
    await page.locator('input:focus').waitFor();
    await page.keyboard.type(' Zoé');
    expect(await nameOf(page).inputValue()).toBe('Amélie Zoé');
    expect(complaints.filter((line) => !line.includes('401'))).toEqual([]);
  });

  it('stays locked through a reload and in a new window, in French too', async () => {
    const at = await staffSession();
    const { page } = await typed(at);
    await leftAlone(page, locked(page));
    await page.evaluate("localStorage.setItem('keel-language', 'fr')");
    const another = await page.context().newPage();
    const read: string[] = [];
    another.on('request', (request) => read.push(new URL(request.url()).pathname));
    await another.goto(`${at.url}/patients`);
    await another.getByRole('dialog', { name: 'Cet écran est verrouillé' }).waitFor();
    expect(await another.getByRole('link').count()).toBe(0);
    expect(await faultsInBothThemes(another)).toEqual([]);
    // Nothing of a patient is fetched behind it.
    expect(read.filter((path) => path.startsWith('/api/v1/') && !path.startsWith('/api/v1/session'))).toEqual([]);
    // The windows open together.
    await unlock(another);
    await another.getByRole('heading', { level: 1, name: 'Patients' }).waitFor();
    await locked(page).waitFor({ state: 'detached' });
    expect(await nameOf(page).inputValue()).toBe('Amélie');
  });

  it('unlocks by signing in again where the session is over too, as the same person with all that was typed', async () => {
    const at = await staffSession();
    const { page } = await typed(at);
    await leftAlone(page, locked(page));
    await at.app.sql('DELETE FROM session WHERE clinic_id = $1', [at.clinic.id]);
    await unlock(page);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await nameOf(page).inputValue()).toBe('Amélie');
    expect(await page.evaluate("fetch('/api/v1/session').then(({ status }) => status)")).toBe(200);
  });

  it('unlocks by the second factor, not the password, of whoever has one, in French on a phone too', async () => {
    const at = await staffSession();
    const { secret } = await addApp(at.agent);
    const { page } = await typed(at);
    await leftAlone(page, locked(page));
    await page.evaluate("localStorage.setItem('keel-language', 'fr')");
    const another = await page.context().newPage();
    await another.setViewportSize(PHONE);
    await another.goto(`${at.url}/patients`);
    const cover = another.getByRole('dialog', { name: 'Cet écran est verrouillé' });
    const code = cover.getByLabel('Code de votre application d’authentification');
    await code.waitFor();
    expect(await cover.locator('input[type=password]').count()).toBe(0);
    expect(await faultsInBothThemes(another)).toEqual([]);
    expect(await tooWide(another)).toBe(0);
    await code.fill('000000');
    await another.keyboard.press('Enter');
    await cover.getByText('Ce code est inexact ou a déjà servi').waitFor();
    await code.fill(await nextCode(at, secret));
    await another.keyboard.press('Enter');
    await another.getByRole('heading', { level: 1, name: 'Patients' }).waitFor();
    // The windows open together, with all that was typed.
    await locked(page).waitFor({ state: 'detached' });
    expect(await nameOf(page).inputValue()).toBe('Amélie');
  });

  it('lets somebody else begin afresh', async () => {
    const at = await staffSession();
    await member(at.app, at.owner, at.clinic.id, 'front_desk');
    const [desk] = await at.app.sql<{ email: string }>('SELECT email FROM invitation WHERE clinic_id = $1', [at.clinic.id]);
    const { page } = await typed(at);
    await leftAlone(page, locked(page));
    await locked(page).getByRole('button', { name: 'Not you? Sign out…' }).click();
    await page.getByText('What Olive has not saved on this screen will be lost.').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.locator('input[type=email]').fill(desk?.email ?? '');
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/schedule/);
    await page.getByRole('button', { name: /^MM/ }).waitFor();
  });

  it('tells the API of typing once a minute, and marks what the page asks by itself', async () => {
    const at = await staffSession();
    const { page } = await typed(at);
    const told: string[] = [];
    page.on('request', (one) => one.url().endsWith('/session/activity') && told.push(one.headers()['x-keel-background'] ?? 'by a person'));
    for (let seconds = 0; seconds < 60; seconds += 10) {
      await page.clock.fastForward('00:10');
      await page.keyboard.press('a');
    }
    const answered = page.waitForResponse(/session\/activity$/);
    await page.clock.fastForward('00:02');
    expect((await answered).status()).toBe(204);
    expect(told).toEqual(['by a person']);

    await page.goto(`${at.url}/patients`);
    await page.getByRole('heading', { level: 1, name: 'Patients' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.clock.fastForward('00:30');
    const asked = page.waitForRequest(/\/patients\?/);
    await aPatient(at.owner);
    expect((await asked).headers()['x-keel-background']).toBe('1');
  });
});
