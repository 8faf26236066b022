import type { Page } from 'playwright-core';
import { randomBytes } from 'node:crypto';
import { faultsInBothThemes, describeInBrowser, DESK, openPage, PHONE } from './testing/browser.js';
import { until } from '@keel/api/testing';
import { addApp, nextCode, ownerOf, PASSWORD } from './signing-in.fixture.js';
import { staffSession } from './staff.fixture.js';

/** Presses, counted. Typing is not counted, choosing in a list is. */
class Counted {
  presses = 0;
  constructor(readonly page: Page) {}

  async press(name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
    this.presses++;
    await this.page.getByRole(role, { name }).click();
  }

  async pressFirst(name: RegExp): Promise<void> {
    this.presses++;
    await this.page.getByRole('button', { name }).first().click();
  }

  async choose(label: string, value: string): Promise<void> {
    this.presses++;
    await this.page.getByLabel(label).selectOption(value);
  }

  async chooseBy(label: string, name: RegExp): Promise<void> {
    const option = await this.page.getByLabel(label).locator('option').filter({ hasText: name }).first().getAttribute('value');
    await this.choose(label, option ?? '');
  }

  type(label: string | RegExp, text: string): Promise<void> {
    return this.page.getByLabel(label, { exact: typeof label === 'string' }).fill(text);
  }
}

const anAddress = () => `clinic-${randomBytes(6).toString('hex')}`;

async function fillIn(by: Counted, slug: string, email = `olive@${slug}.example`): Promise<void> {
  await by.type('Name of the clinic', 'Érablière Physio');
  await by.type('Address on the web', slug);
  await by.choose('Province or territory', 'BC');
  await by.type('First name', 'Olive');
  await by.type('Last name', 'Tremblay');
  await by.type('E-mail', email);
  await by.type('Password', 'maple syrup in spring');
}

describeInBrowser('signing up', () => {
  it('takes a clinic from nothing to its first booked appointment, within seventeen presses', async () => {
    const at = await staffSession();
    const { page, complaints } = await openPage(at.url, { viewport: DESK });
    const by = new Counted(page);
    await by.press('Start a clinic', 'link');
    await fillIn(by, anAddress());
    expect(await page.getByLabel('Time zone').inputValue()).toBe('America/Vancouver');
    await by.press('Start the clinic');

    await by.press('Enter the details', 'link');
    await by.type('Phone', '604 555 0100');
    await by.press('Save');
    await by.press(/Next: Practitioners/, 'link');
    await by.press('I see patients myself');
    await by.type('Registration number', 'PT-1234');
    await by.press('Save');
    await by.press(/Next: Services/, 'link');
    await by.type(/Price of .*initial/, '140');
    await by.type(/Price of .*– follow-up/, '95.5');
    await by.press('Add 2 services');
    await page.getByText('$95.50').waitFor();
    await by.press(/Next: Working hours/, 'link');
    await by.press('Save hours');

    await by.press(/Next: First appointment/, 'link');
    await by.press(/New patient/);
    await by.type('First name', 'Maya');
    await by.type('Last name', 'Roy');
    await by.type('Date of birth', '1990-05-17');
    await by.type('Phone', '604 555 0177');
    await by.chooseBy('Service', /initial assessment/);
    await by.pressFirst(/ at \d+:\d\d.a\.m\.$/);
    await by.press(/^Book /);
    await page.getByText(/^Booked: Maya Roy/).waitFor();
    expect(by.presses).toBeLessThanOrEqual(17);

    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('heading', { name: 'Your clinic is ready' }).waitFor();
    expect(await page.getByText('5 of 5 done').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('tells every fault beside its field, and what is taken too; nothing typed is lost', async () => {
    const at = await staffSession();
    const { page } = await openPage(`${at.url}/sign-up`, { viewport: DESK });
    const by = new Counted(page);
    await by.press('Start the clinic');
    await page.getByText('Enter the name that patients know').waitFor();
    await page.getByLabel('Name of the clinic').and(page.locator(':focus')).waitFor();

    const slug = anAddress();
    await fillIn(by, at.clinic.slug, `olive@${slug}.example`);
    await by.press('Start the clinic');
    await page.getByText('Another clinic has this address. Choose another one.').waitFor();
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('maple syrup in spring');
    await by.press(`Use ${at.clinic.slug}-bc`);
    await by.press('Start the clinic');
    await page.getByRole('heading', { name: 'Set-up' }).waitFor();
  });

  it('whose answer is lost makes one clinic, and finds it at the second try', async () => {
    const at = await staffSession();
    const { page } = await openPage(`${at.url}/sign-up`, { viewport: DESK });
    const by = new Counted(page);
    await fillIn(by, anAddress());
    let lost = 0;
    await page.route('**/api/v1/clinics', async (route) => {
      if (lost++) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await by.press('Start the clinic');
    await page.getByText(/We cannot reach the clinic/).waitFor();
    await by.press('Start the clinic');
    await page.getByRole('heading', { name: 'Set-up' }).waitFor();
  });

  it('of a further clinic asks for the second factor alone, and opens the new clinic', async () => {
    const at = await staffSession();
    const { secret } = await addApp(at.agent);
    const { page } = await openPage(`${at.url}/sign-up`, { viewport: PHONE });
    const by = new Counted(page);
    await fillIn(by, anAddress(), ownerOf(at));
    await page.getByLabel('Name of the clinic').fill('Second Clinic');
    await by.type('Password', PASSWORD);
    await by.press('Start the clinic');
    await page.getByRole('heading', { name: 'Your clinic is ready' }).waitFor();
    expect(await page.locator('input[type=password]').count()).toBe(0);
    expect(await faultsInBothThemes(page)).toEqual([]);
    await page.getByLabel('Code of your authenticator app').fill(await nextCode(at, secret));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Set-up' }).waitFor();
    await page.getByText('Second Clinic').first().waitFor({ state: 'attached' });
  });

  it('asks for the code of the mail, says what is held until then, and lets a mistyped address be corrected', async () => {
    const at = await staffSession('owner', { unproved: true, workers: true });
    const email = `owner@${at.clinic.slug}.example`;
    const mails = (to: string) => at.world.sandbox.control.mails(to);
    await until(() => mails(email).length === 1, 'the first mail');
    const { page, complaints } = await at.open('/settings');
    const banner = page.getByRole('region', { name: 'Confirm your address' });
    await banner.getByText(`We sent a code to ${email}.`).waitFor();
    await banner.getByLabel('Code of six digits').fill('12');
    await banner.getByRole('button', { name: 'Confirm' }).click();
    await banner.getByText('Enter the six digits of the mail').waitFor();
    await banner.getByRole('button', { name: 'Send another code' }).click();
    await banner.getByText(/A mail was sent already/).waitFor();

    await at.app.sql("UPDATE address_proof SET mailed_at = mailed_at - interval '61 seconds'");
    await banner.getByRole('button', { name: 'Another address…' }).click();
    await banner.getByLabel('Your e-mail address').fill(`right-${email}`);
    await banner.getByRole('button', { name: 'Send the code there' }).click();
    await banner.getByText(`We sent a code to right-${email}.`).waitFor();
    const [mail] = await until(() => mails(`right-${email}`).length > 0 && mails(`right-${email}`), 'the mail');
    await banner.getByLabel('Code of six digits').fill(/^\d{6}$/m.exec(mail?.text ?? '')?.[0] ?? '');
    await banner.getByRole('button', { name: 'Confirm' }).click();
    await banner.waitFor({ state: 'hidden' });
    expect(complaints.filter((complaint) => !/status of 4\d\d/.test(complaint))).toEqual([]);
  });

  it('is confirmed by the link on another device, by a press and not by looking', async () => {
    const at = await staffSession('owner', { unproved: true, workers: true });
    const email = `owner@${at.clinic.slug}.example`;
    const mails = () => at.world.sandbox.control.mails(email);
    const [mail] = await until(() => mails().length > 0 && mails(), 'the mail');
    const path = /\/address\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '';
    const { page } = await openPage(`${at.url}${path}`);
    await page.getByRole('heading', { name: 'Confirm your address' }).waitFor();
    expect((await at.agent.get('/address-proof')).body).toMatchObject({ proved: false });
    expect(await faultsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    // Somebody who knows the password of the sign-up is who signed up; the other device stays signed in.
    const password = page.getByLabel('Password of your sign-up');
    await password.waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await password.fill('not the password');
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await page.getByRole('alert').waitFor();
    await password.fill('correct horse battery');
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor();
    expect((await at.agent.get('/address-proof')).body).toMatchObject({ proved: true, clinicProved: true });
  });

  it('is taken from a stranger who signed up with it, by a new password', async () => {
    const at = await staffSession('owner', { unproved: true, workers: true });
    const email = `owner@${at.clinic.slug}.example`;
    const mails = () => at.world.sandbox.control.mails(email);
    const [mail] = await until(() => mails().length > 0 && mails(), 'the mail');
    const path = /\/address\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '';
    const { page } = await openPage(`${at.url}${path}`, { viewport: PHONE, locale: 'fr-CA' });
    await page.getByRole('button', { name: 'Confirmer mon adresse' }).click();
    await page.getByRole('button', { name: 'Je ne me suis pas inscrit, ou je ne connais pas le mot de passe' }).click();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await page.locator('input[autocomplete="new-password"]').fill('staple gun correct');
    await page.getByRole('button', { name: 'Confirmer et enregistrer' }).click();
    await page.getByRole('heading', { name: 'Votre adresse est confirmée' }).waitFor();
    await at.agent.get('/session').expect(401);
  });

  it('shows the banner without a fault that axe finds, in both themes and languages, on a phone', async () => {
    const at = await staffSession('owner', { unproved: true });
    for (const [locale, title] of [
      ['en-CA', 'Confirm your address'],
      ['fr-CA', 'Confirmez votre adresse'],
    ] as const) {
      const { page, complaints } = await at.open('/settings', { viewport: PHONE, locale });
      await page.getByRole('region', { name: title }).waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      expect(complaints).toEqual([]);
    }
  });

  it('is told where no clinics are taken', async () => {
    const at = await staffSession('owner', { env: { KEEL_SIGN_UP: 'closed' } });
    const { page, complaints } = await openPage(`${at.url}/sign-up`);
    await page.getByText('No new clinics are taken here.').waitFor();
    expect(await page.getByRole('button', { name: 'Start the clinic' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('has no fault that axe finds, in both themes and languages, on a phone', async () => {
    const at = await staffSession();
    for (const [locale, submit] of [
      ['en-CA', 'Start the clinic'],
      ['fr-CA', 'Ouvrir la clinique'],
    ] as const) {
      const { page, complaints } = await openPage(`${at.url}/sign-up`, { viewport: PHONE, locale });
      await page.getByRole('button', { name: submit }).click();
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      expect(complaints).toEqual([]);
    }
  });
});
