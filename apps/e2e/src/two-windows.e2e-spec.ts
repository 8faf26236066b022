import type { Page } from 'playwright-core';
import { describeInBrowser, faultsInBothThemes, PHONE } from './testing/browser.js';
import { enterPassword, ownerOf, PASSWORD } from './signing-in.fixture.js';
import { type StaffSession, staffSession, tooWide } from './staff.fixture.js';

const nameOf = (page: Page) => page.getByLabel('Legal first name');
const cover = (page: Page) => page.getByRole('dialog', { name: /^(This screen is of|You were signed out)/ });

/** Two clinics of one owner. */
async function twoClinics(): Promise<{ one: StaffSession; two: StaffSession }> {
  const one = await staffSession('owner', { clinic: { name: 'Clinic One' } });
  const owner = { email: ownerOf(one), password: PASSWORD, firstName: 'Olive', lastName: 'Owner' };
  return { one, two: await staffSession('owner', { clinic: { name: 'Clinic Two', owner } }) };
}

async function type(page: Page): Promise<void> {
  await nameOf(page).fill('Amélie');
  await page.getByLabel('Legal last name').fill('Gagné');
  await page.getByLabel('Date of birth').fill('1980-05-05');
}

const add = (page: Page) => page.getByRole('button', { name: 'Add patient' }).last().click();

/** By the password, and into this clinic. */
async function signInAgain(page: Page, clinic: string): Promise<void> {
  await cover(page).locator('input[type=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: clinic }).click();
  await cover(page).waitFor({ state: 'detached' });
}

async function patientsOf({ app, clinic }: StaffSession): Promise<number> {
  return (await app.sql('SELECT 1 FROM patient WHERE clinic_id = $1', [clinic.id])).length;
}

describeInBrowser('two windows of one browser', () => {
  it('in two clinics: what is typed in one is never written into the other', async () => {
    const { one, two } = await twoClinics();
    const { page: first } = await one.open('/patients');
    await first.getByRole('heading', { level: 1, name: 'Patients' }).waitFor();
    const second = await first.context().newPage();
    await second.goto(`${one.url}/patients`);
    await second.getByRole('button', { name: /^OO/ }).click();
    await second.getByRole('menuitem', { name: 'Sign out' }).click();
    await enterPassword(second, ownerOf(one));
    await second.getByRole('button', { name: 'Clinic Two' }).click();
    await second.getByRole('link', { name: /Clinic Two/ }).waitFor();
    await second.goto(`${one.url}/patients/new`);
    await type(second);

    await signInAgain(first, 'Clinic One');
    await cover(second).waitFor();
    expect(await nameOf(second).isVisible()).toBe(false);
    expect([await patientsOf(one), await patientsOf(two)]).toEqual([0, 0]);
    await signInAgain(second, 'Clinic Two');
    expect(await nameOf(second).inputValue()).toBe('Amélie');
    await add(second);
    await second.waitForURL(/\/patients\/[0-9a-f-]{36}/);
    expect([await patientsOf(one), await patientsOf(two)]).toEqual([0, 1]);
    // The first window is of the other clinic now, and says so in its turn.
    await cover(first).waitFor();
  });

  it('a screen whose session went to another clinic is refused, covered and told so, and goes on where it belongs', async () => {
    const { one, two } = await twoClinics();
    const { page } = await one.open('/patients');
    // It is not told: no stream of events opens, and what it asks for next is refused.
    await page.route(/\/api\/v1\/events/, () => undefined);
    await page.goto(`${one.url}/patients/new`);
    await type(page);
    await one.agent.put('/session/clinic', { clinicId: two.clinic.id }).expect(200);
    const answer = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/patients'));
    await add(page);
    expect((await answer).status()).toBe(409);
    await page.getByRole('dialog', { name: 'This screen is of Clinic One' }).waitFor();
    await page.getByText('What you typed here is still there, and goes on in Clinic One only').waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    expect([await patientsOf(one), await patientsOf(two)]).toEqual([0, 0]);

    await signInAgain(page, 'Clinic One');
    expect(await nameOf(page).inputValue()).toBe('Amélie');
    // What was said above is not said again beneath.
    expect(await page.getByRole('alert').count()).toBe(0);
    await add(page);
    await page.waitForURL(/\/patients\/[0-9a-f-]{36}/);
    expect([await patientsOf(one), await patientsOf(two)]).toEqual([1, 0]);
  });

  it('says the same in French on a phone, and leaves what was typed only when told to', async () => {
    const { one, two } = await twoClinics();
    const { page } = await one.open('/patients/new', { locale: 'fr-CA', viewport: PHONE });
    await page.getByRole('textbox').first().fill('Amélie');
    await one.agent.put('/session/clinic', { clinicId: two.clinic.id }).expect(200);
    const covered = page.getByRole('dialog', { name: 'Cet écran est celui de Clinic One' });
    await page.getByRole('link', { name: 'Patients' }).or(covered).first().waitFor();
    // Heard only once the page has its stream of events: said until it is.
    for (let tries = 0; tries < 30 && !(await covered.isVisible()); tries += 1) {
      await page.evaluate('dispatchEvent(new Event("online"))');
      await page.waitForTimeout(2000);
    }
    await covered.waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    expect(await tooWide(page)).toBe(0);
    await page.getByRole('button', { name: 'Aller à l’autre clinique…' }).click();
    await page.getByText('Ce que Olive n’a pas enregistré sur cet écran sera perdu.').waitFor();
    await page.getByRole('button', { name: 'Laisser et y aller' }).click();
    await page.getByRole('link', { name: /Clinic Two/ }).waitFor();
  });
});
