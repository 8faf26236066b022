import type { Page } from 'playwright-core';
import { describeInBrowser, openPage, PHONE, smallTargets } from './testing/browser.js';
import { member } from '@keel/api/testing';
import { addApp, enterPassword, ownerOf, proveByPassword, longAgo } from './signing-in.fixture.js';
import { staffSession, tooWide } from './staff.fixture.js';

const LANGUAGES = [
  {
    locale: 'en-CA',
    forgot: 'Forgot your password?',
    send: 'Send me a link',
    code: 'Use a recovery code',
    passkey: 'Add a passkey',
    close: 'Close',
    app: 'Add an authenticator app',
    still: 'Is it still you?',
    qr: 'QR code for the authenticator app',
  },
  {
    locale: 'fr-CA',
    forgot: 'Mot de passe oublié\u00a0?',
    send: 'M’envoyer un lien',
    code: 'Utiliser un code de secours',
    passkey: 'Ajouter une clé d’accès',
    close: 'Fermer',
    app: 'Ajouter une application d’authentification',
    still: 'Est-ce toujours vous\u00a0?',
    qr: 'Code QR pour l’application d’authentification',
  },
] as const;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function expectRoom(page: Page): Promise<void> {
  expect(await smallTargets(page)).toEqual([]);
  expect(await tooWide(page)).toBe(0);
}

describeInBrowser('on a phone a thumb misses nothing', () => {
  it.each(LANGUAGES)('of the ways in: $locale', async ({ locale, forgot, send, code }) => {
    const at = await staffSession();
    await addApp(at.agent);
    const { page } = await openPage(at.url, { viewport: PHONE, locale });
    await page.locator('input[type=password]').waitFor();
    await expectRoom(page);
    await press(page, forgot);
    await page.getByRole('button', { name: send }).waitFor();
    await expectRoom(page);
    await page.goto(at.url);
    await enterPassword(page, ownerOf(at));
    await press(page, code);
    await expectRoom(page);
    for (const path of ['sign-up', 'invitation/none', 'password-reset/none', 'address/none']) {
      await page.goto(`${at.url}/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectRoom(page);
    }
  });

  it.each(LANGUAGES)('of a second factor that the clinic demands: $locale', async ({ locale, app, passkey, close, still, qr }) => {
    const at = await staffSession();
    const { agent: desk } = await member(at.app, at.owner, at.clinic.id, 'front_desk');
    await at.owner.patch(`/clinics/${at.clinic.id}`, { secondFactorRoles: ['front_desk'] }, { ifMatch: '*' }).expect(200);
    const { page } = await at.open('/patients', { as: desk, viewport: PHONE, locale });
    await page.getByRole('button', { name: passkey }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/enrol');
    await expectRoom(page);
    await press(page, passkey);
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    await expectRoom(page);
    await page.getByRole('dialog').getByRole('button', { name: close }).click();
    await longAgo(at);
    await press(page, app);
    await page.getByRole('dialog', { name: still }).waitFor();
    await expectRoom(page);
    await proveByPassword(page, still);
    await page.getByRole('img', { name: qr }).waitFor();
    await page.getByRole('dialog', { name: still }).waitFor({ state: 'hidden' });
    await expectRoom(page);
  });
});
