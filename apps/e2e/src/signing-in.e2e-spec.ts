import { until } from '@keel/api/testing';
import { describeInBrowser, faultsInBothThemes, PHONE } from './testing/browser.js';
import { addApp, enterPassword, longAgo, nextCode, ownerOf, PASSWORD, startPage } from './signing-in.fixture.js';
import { staffSession, tooWide } from './staff.fixture.js';

/** What the browser itself writes of every refusal. */
const REFUSED = /Failed to load resource: the server responded with a status of 40[13]/;

describeInBrowser('signing in with a second factor', () => {
  it('asks for the code of the app after the password, and says what is wrong with one', async () => {
    const at = await staffSession();
    const { secret } = await addApp(at.agent);
    const { page, complaints } = await startPage(at);
    await enterPassword(page, ownerOf(at));
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    const code = page.getByLabel('Code of your authenticator app');
    await code.fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('This code is wrong or was used already').waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await code.fill(await nextCode(at, secret));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/schedule/);
    await page.getByRole('main').waitFor();
    expect(complaints.filter((line) => !REFUSED.test(line))).toEqual([]);
  });

  it('opens by a recovery code, on a phone in French', async () => {
    const at = await staffSession();
    const { recoveryCodes } = await addApp(at.agent);
    const { page } = await startPage(at, { viewport: PHONE, locale: 'fr-CA' });
    await enterPassword(page, ownerOf(at));
    await page.getByRole('heading', { name: 'Encore une étape' }).waitFor();
    await page.getByRole('button', { name: 'Utiliser un code de secours' }).click();
    expect(await faultsInBothThemes(page)).toEqual([]);
    expect(await tooWide(page)).toBe(0);
    await page.getByLabel('Code de secours').fill(recoveryCodes[0] ?? '');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/schedule/);
  });

  it('begins again with the password after too many wrong codes', async () => {
    const at = await staffSession();
    await addApp(at.agent);
    const { page } = await startPage(at);
    await enterPassword(page, ownerOf(at));
    const code = page.getByLabel('Code of your authenticator app');
    const over = page.getByText('This took too long, or was wrong too often');
    for (let tries = 0; tries < 6; tries++) {
      if (await over.isVisible()) break;
      await code.fill(`00000${tries}`);
      const answer = page.waitForResponse(/second-factor$/);
      await page.keyboard.press('Enter');
      await answer;
      // Looked at from here: a function that the page itself polls would be evaluated, which its policy forbids.
      await until(() => page.evaluate<boolean>("!document.querySelector('input[inputmode=numeric]')?.value"), 'an empty field');
    }
    await over.waitFor();
    await page.getByRole('button', { name: 'Back to sign-in' }).click();
    await page.locator('input[type=email]').waitFor();
  });
});

describeInBrowser('what needs a fresh proof', () => {
  it('asks once and goes on by itself, with nothing typed lost', async () => {
    const at = await staffSession();
    const { page } = await at.open('/settings/api-keys');
    await page.getByRole('button', { name: 'Create a key' }).click();
    const form = page.getByRole('dialog', { name: 'New key' });
    await form.getByLabel('What it is for').fill('Web site');
    await form.getByLabel('Read the clinic’s details').check();
    await longAgo(at);
    await form.getByRole('button', { name: 'Create a key' }).click();
    const asked = page.getByRole('dialog', { name: 'Is it still you?' });
    await asked.waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    // Given up, it asks again with the next try, and the form is as it was.
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'hidden' });
    expect(await form.getByLabel('What it is for').inputValue()).toBe('Web site');
    await form.getByRole('button', { name: 'Create a key' }).click();
    await asked.locator('input[type=password]').fill('not the password');
    await page.keyboard.press('Enter');
    await asked.getByText('This is not your password').waitFor();
    await asked.locator('input[type=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Copy the key now' }).waitFor();
    const { body } = await at.agent.get('/api-keys').expect(200);
    expect((body as { data: { name: string }[] }).data.map(({ name }) => name)).toEqual(['Web site']);
  });

  it('takes the second factor, not the password, of whoever has one', async () => {
    const at = await staffSession();
    const { secret } = await addApp(at.agent);
    await longAgo(at);
    const { page } = await at.open('/account');
    await page.getByRole('button', { name: 'New recovery codes' }).click();
    const asked = page.getByRole('dialog', { name: 'Is it still you?' });
    await asked.getByLabel('Code of your authenticator app').fill(await nextCode(at, secret));
    expect(await asked.locator('input[type=password]').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Recovery codes' }).waitFor();
  });
});
