import type { Page } from 'playwright-core';
import request from 'supertest';
import { Agent, codeAt, codeNow, cookieOf, member } from '@keel/api/testing';
import { describeInBrowser, faultsInBothThemes, PHONE } from './testing/browser.js';
import { addApp, enterPassword, longAgo, ownerOf, PASSWORD, plugInKey, proveByPassword } from './signing-in.fixture.js';
import { type StaffSession, staffSession, tooWide } from './staff.fixture.js';

/** By the key that the page shows, as somebody types it who cannot scan. */
async function enrolApp(page: Page, { proofFirst = false, wrongFirst = false } = {}): Promise<void> {
  await page.getByRole('button', { name: 'Add an authenticator app' }).click();
  if (proofFirst) await proveByPassword(page);
  const dialog = page.getByRole('dialog', { name: 'Authenticator app' });
  await dialog.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
  const [secret = ''] = /[A-Z2-7]{16,}/.exec(await dialog.innerText()) ?? [];
  if (wrongFirst) {
    // But by a chance of a few in a million.
    await dialog.getByLabel('Code of the app').fill(codeAt(secret, 0));
    await page.keyboard.press('Enter');
    await dialog.getByText('This is not the code that the app shows now').waitFor();
  }
  await dialog.getByLabel('Code of the app').fill(codeNow(secret));
  await page.keyboard.press('Enter');
}

async function putAwayCodes(page: Page): Promise<string[]> {
  const dialog = page.getByRole('dialog', { name: 'Recovery codes' });
  const codes = await dialog.getByRole('listitem').allInnerTexts();
  await dialog.getByRole('button', { name: 'I have put them away' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return codes;
}

/** The owner on another device. */
async function elsewhere(at: StaffSession): Promise<Agent> {
  const answer = await request(at.app.url)
    .post('/api/v1/session')
    .send({ email: ownerOf(at), password: PASSWORD })
    .expect(200);
  return new Agent(at.app.url, { cookie: cookieOf(answer) });
}

describeInBrowser('one’s own account', () => {
  it('adds an authenticator app by its key, shows the recovery codes once, and takes it away again', async () => {
    const at = await staffSession();
    const { page, complaints } = await at.open('/schedule');
    await page.getByRole('button', { name: /My account/ }).click();
    await page.getByRole('menuitem', { name: 'My account' }).click();
    await page.getByText('You have none yet.').waitFor();
    await enrolApp(page);
    await page.getByText(`Érablière Physio: ${ownerOf(at)}`).waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    expect(await putAwayCodes(page)).toHaveLength(10);
    await page.getByText('10 recovery codes left').waitFor();
    await page.getByRole('button', { name: 'Remove Authenticator app' }).click();
    await page.getByText('It is your last one').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('You have none yet.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('makes a passkey, which then opens Keel and steps up', async () => {
    const at = await staffSession();
    const { page, complaints } = await at.open('/account');
    await plugInKey(page);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByLabel('Name, such as').fill('laptop');
    await page.keyboard.press('Enter');
    await putAwayCodes(page);
    await page.getByText('Passkey · laptop').waitFor();

    await page.getByRole('button', { name: /My account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await enterPassword(page, ownerOf(at));
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.waitForURL(/\/schedule/);

    await page.goto(`${at.url}/account`);
    await longAgo(at);
    await page.getByRole('button', { name: 'Remove laptop' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog', { name: 'Is it still you?' }).getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByText('You have none yet.').waitFor();
    expect(complaints.filter((line) => !line.includes('403'))).toEqual([]);
  });

  it('changes the password, and signs out everywhere else', async () => {
    const at = await staffSession();
    const [first, second] = [await elsewhere(at), await elsewhere(at)];
    const copy = new Agent(at.app.url, { cookie: at.agent.cookie ?? '' });
    const { page } = await at.open('/account');
    const rows = page.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem');
    await rows.nth(2).waitFor();
    await rows
      .getByRole('button', { name: /^Sign out/ })
      .first()
      .click();
    await rows.nth(2).waitFor({ state: 'detached' });
    const open = async () =>
      (await Promise.all([first, second].map((one) => one.get('/locations')))).map(({ status }) => status).toSorted();
    expect(await open()).toEqual([200, 401]);

    const [current, next] = [page.getByRole('textbox', { name: 'Present password' }), page.getByRole('textbox', { name: 'New password' })];
    await current.fill('not the password');
    await next.fill('a lantern on the porch');
    await page.keyboard.press('Enter');
    await page.getByText('This is not your present password').waitFor();
    await current.fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Your password is changed').waitFor();
    await page.getByText('You are signed in nowhere else.').waitFor();
    expect(await open()).toEqual([401, 401]);
    // A copy of this browser's cookie of before ends with them; the browser itself goes on.
    await copy.get('/locations').expect(401);

    await elsewhereBy(at, 'a lantern on the porch');
    await page.reload();
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await page.getByText('You are signed in nowhere else.').waitFor();
  });

  it('is not locked by what was asked with the cookie of before, and goes on hearing what happens', async () => {
    const at = await staffSession();
    const { page } = await at.open('/account');
    await page.getByText('You have none yet.').waitFor();
    await elsewhere(at);
    const former = at.agent.cookie ?? '';
    const refused: number[] = [];
    let first = true;
    // What was asked with the former cookie is answered last.
    await page.route('**/api/v1/session', async (route) => {
      if (!first) return route.continue();
      first = false;
      const { status } = await fetch(`${at.app.url}/api/v1/session`, { headers: { cookie: former } });
      refused.push(status);
      await route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ code: 'UNAUTHENTICATED' }) });
    });
    const stream = page.waitForRequest('**/api/v1/events*');
    await page.getByRole('textbox', { name: 'Present password' }).fill(PASSWORD);
    await page.getByRole('textbox', { name: 'New password' }).fill('a lantern on the porch');
    await page.keyboard.press('Enter');
    await page.getByText('Your password is changed').waitFor();
    await stream;
    await page.getByText('Your password is changed').waitFor();
    expect(refused).toEqual([401]);
  });

  it('has no fault that axe finds, in both languages, on a desk and on a phone', async () => {
    const at = await staffSession();
    await addApp(at.agent);
    for (const options of [{}, { locale: 'fr-CA', viewport: PHONE }]) {
      const { page, complaints } = await at.open('/account', options);
      await page.getByRole('region').nth(2).getByRole('listitem').first().waitFor();
      await page.getByRole('button', { name: /recovery codes|codes de secours/ }).waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(await tooWide(page)).toBe(0);
      expect(complaints).toEqual([]);
    }
  });
});

const elsewhereBy = (at: StaffSession, password: string) =>
  request(at.app.url)
    .post('/api/v1/session')
    .send({ email: ownerOf(at), password })
    .expect(200);

describeInBrowser('a second factor that the clinic demands', () => {
  it('is demanded in the settings by role, and opens nothing else until there is one', async () => {
    const at = await staffSession();
    const { agent: desk } = await member(at.app, at.owner, at.clinic.id, 'front_desk');
    const settings = await at.open('/settings/staff');
    const demand = settings.page.getByRole('region', { name: 'Who must use a second factor' });
    await demand.getByLabel('Front desk').check();
    expect(await faultsInBothThemes(settings.page)).toEqual([]);
    await longAgo(at);
    await demand.getByRole('button', { name: 'Save these roles' }).click();
    await proveByPassword(settings.page);
    await settings.page.getByText('Whoever still needs a factor is asked').waitFor();

    const { page } = await at.open('/patients', { as: desk });
    await page.getByRole('heading', { name: 'Your clinic asks for a second factor' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/enrol');
    expect(await page.getByRole('link', { name: 'Patients' }).count()).toBe(0);
    expect(await faultsInBothThemes(page)).toEqual([]);
    // The session was stepped up long ago, like everybody's: the proof comes first, and the app is added by itself.
    await enrolApp(page, { proofFirst: true, wrongFirst: true });
    await putAwayCodes(page);
    await page.getByRole('button', { name: 'Go on to Keel' }).click();
    await page.waitForURL(/\/schedule/);
    await page.getByRole('link', { name: 'Patients' }).waitFor();
  });
});
