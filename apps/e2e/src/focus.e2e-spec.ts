// Where the focus goes when what was pressed is gone by what it did: never to the page as a whole, whose beginning would be read out.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describeInBrowser } from './testing/browser.js';
import { aDiary, anAppointment, aPatient, type Diary, linkTo, until } from '@keel/api/testing';
import { addApp, enterPassword, ownerOf, startPage } from './signing-in.fixture.js';
import { type StaffSession, staffSession } from './staff.fixture.js';

const WATCHED = "performance.getEntriesByType('resource').some(({ name, responseEnd }) => /later-[^/]*js$/.test(name) && responseEnd > 0)";
const FOCUSED = '(document.activeElement.ariaLabel ?? document.activeElement.textContent) || document.activeElement.name';

/** Presses a button of this name by the keyboard, once what watches over the focus is there. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await until(() => page.evaluate<boolean>(WATCHED), 'what watches over the focus');
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}

/** The focus is on what this names, or on anything but the page where it names nothing. */
async function stands(page: Page, name = /./): Promise<void> {
  const looked = async () =>
    page.evaluate<string>(`document.activeElement === document.body ? '' : ${FOCUSED}`).then((at) => name.test(at) && at);
  await until(looked, `the focus on ${name}`);
}

describeInBrowser('the focus, once what was pressed is gone', () => {
  let at: StaffSession;
  let diary: Diary;

  beforeAll(async () => {
    at = await staffSession('owner');
    diary = await aDiary(at.owner);
  });

  it('is on the head of what came, of the ways in', async () => {
    const { page } = await startPage(at);
    await page.waitForLoadState('networkidle');
    await press(page, 'Forgot your password?');
    await stands(page, /^Choose a new password/);
    await page.locator('input[type=email]').fill('nobody@example.org');
    await press(page, 'Send me a link');
    await stands(page, /^Look in your mailbox/);
    await press(page, 'Back to sign-in');
    await stands(page, /^Sign in/);
  });

  it('is on the code that is asked for after the password, and on each other way', async () => {
    const here = await staffSession('owner');
    await addApp(here.agent);
    const { page } = await startPage(here);
    await enterPassword(page, ownerOf(here));
    await page.getByLabel('Code of your authenticator app').waitFor();
    await until(() => page.evaluate<boolean>("document.activeElement.inputMode === 'numeric'"), 'the focus on the code');
    await press(page, 'Use a recovery code');
    await until(() => page.evaluate<boolean>("document.activeElement.tagName === 'INPUT'"), 'the focus on the field');
    await press(page, 'Back to sign-in');
    await stands(page, /^Sign in/);
  });

  it('is on the appointment again where its patient keeps it, and on what they did where not', async () => {
    const appointment = await anAppointment(at.owner, diary);
    const { page } = await at.open(`/l/${await linkTo(at, appointment)}`);
    await page.waitForLoadState('networkidle');
    await press(page, 'Cancel my appointment');
    await press(page, 'Keep my appointment');
    await stands(page);
    await press(page, 'Cancel my appointment');
    await press(page, 'Yes, cancel my appointment');
    await stands(page, /^Your appointment is cancelled/);
  });

  it('is beside what was withdrawn or archived in the settings', async () => {
    const email = `${randomUUID()}@clinic.example`;
    await at.owner.post('/staff', { email, firstName: 'Bo', lastName: 'Billing', roles: ['billing'] }).expect(201);
    const staff = await at.open('/settings/staff');
    await press(staff.page, 'Withdraw the invitation of Bo Billing');
    await staff.page.getByText('Bo Billing').first().waitFor();
    await stands(staff.page);
  });

  it('is on what takes the archiving of a patient back', async () => {
    const { id } = await aPatient(at.owner);
    const { page } = await at.open(`/patients/${id}/details`);
    await press(page, 'Archive');
    await page.getByRole('button', { name: 'Bring back from the archive' }).waitFor();
    await stands(page);
    await press(page, 'Bring back from the archive');
    await page.getByRole('button', { name: 'Archive', exact: true }).waitFor();
    await stands(page);
  });

  it('is on the next step of an appointment and of its invoice', async () => {
    const start = new Date(Math.floor(Date.now() / 1_800_000) * 1_800_000 - 3_600_000).toISOString();
    const appointment = await anAppointment(at.owner, diary, { start, overbook: true });
    const { page } = await at.open(`/schedule?appointment=${appointment.id}`);
    await press(page, 'Arrive');
    await page.getByRole('button', { name: 'Arrived', exact: true }).waitFor();
    await stands(page);
    const { body } = await at.owner.post(`/appointments/${appointment.id}/invoice`, {}).expect(201);
    const draft = body as { id: string; status: string };
    const paper = await at.open(`/invoices/${draft.id}`);
    if (draft.status === 'draft') await press(paper.page, 'Issue');
    await press(paper.page, 'Take payment');
    const dialog = paper.page.getByRole('dialog', { name: 'Take a payment' });
    await dialog.getByRole('radio', { name: 'Cash' }).check();
    await dialog.getByRole('button', { name: /^Take / }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await stands(paper.page);
  });
});
