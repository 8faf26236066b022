import type { Page } from 'playwright-core';
import { type Agent, codeNow } from '@keel/api/testing';
import { DESK, openPage, type OpenedPage } from './testing/browser.js';
import type { StaffSession } from './staff.fixture.js';

export const PASSWORD = 'correct horse battery';
export const ownerOf = ({ clinic }: StaffSession) => `owner@${clinic.slug}.example`;

/** The signed-in person adds an authenticator app. */
export async function addApp(agent: Agent): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await agent.post('/session/factors', { kind: 'totp' }).expect(201);
  const { id, secret } = begun.body as { id: string; secret: string };
  const confirmed = await agent.post(`/session/factors/${id}/confirm`, { code: codeNow(secret), name: 'phone' }).expect(200);
  return { secret, recoveryCodes: (confirmed.body as { recoveryCodes: string[] }).recoveryCodes };
}

/** As if half a minute had gone by since the last code. */
export async function nextCode({ app }: StaffSession, secret: string): Promise<string> {
  await app.sql('UPDATE factor SET last_step = last_step - 2');
  return codeNow(secret);
}

/** As if the person had shown who they are long ago. */
export const longAgo = ({ app, clinic }: StaffSession) =>
  app.sql("UPDATE session SET stepped_up_at = now() - interval '1 hour' WHERE clinic_id = $1", [clinic.id]);

/** Nobody is signed in. */
export const startPage = ({ url }: StaffSession, options = {}): Promise<OpenedPage> => openPage(url, { viewport: DESK, ...options });

export async function enterPassword(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
}

/** Answers the question whether it is still the same person. */
export async function proveByPassword(page: Page, title = 'Is it still you?'): Promise<void> {
  await page.getByRole('dialog', { name: title }).locator('input[type=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
}

/** A security key of the browser's own, which always says yes. */
export async function plugInKey(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
