import { addDays } from '@keel/calendar';
import type { Page } from 'playwright-core';
import { describeInBrowser, faultsInBothThemes } from './testing/browser.js';
import { at } from '@keel/api/testing';
import { aSchedule, readyCard } from './schedule.fixture.js';
import { readIn, staffSession } from './staff.fixture.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Appointment' });
/** What the browser itself says of an answer that is a refusal. */
const besidesRefusals = (complaints: string[]) => complaints.filter((one) => !one.includes('status of 404'));

describeInBrowser('an address that names what is not there', () => {
  it.each(['undefined', NOBODY])('says so and leads on, by %s', async (id) => {
    const { open } = await staffSession('practitioner');
    const { page, complaints } = await open('/today');
    for (const path of [`/patients/${id}`, `/patients/${id}/chart`, `/invoices/${id}`, `/notes/${id}`, `/appointments/${id}/note`]) {
      await page.goto(new URL(path, page.url()).href);
      await page.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor();
      await page.getByRole('main').getByRole('link', { name: 'Go to the start page' }).waitFor();
      await page.getByRole('link', { name: 'Schedule', exact: true }).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    }
    expect(await faultsInBothThemes(page)).toEqual([]);
    await readIn(page, 'fr');
    await page.getByRole('heading', { level: 1, name: 'Il n’y a rien ici' }).waitFor();
    expect(besidesRefusals(complaints)).toEqual([]);
  });

  it.each(['undefined', '5', NOBODY])('opens a panel that says so and can be closed, by the appointment %s', async (id) => {
    const { open } = await staffSession();
    const { page, complaints } = await open(`/schedule?appointment=${id}`);
    await panelOf(page).getByRole('alert').getByText('This is not here, or not any more.').waitFor();
    expect(await panelOf(page).getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Close the appointment' }).click();
    await panelOf(page).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    expect(besidesRefusals(complaints)).toEqual([]);
  });
});

describeInBrowser('an address that names an appointment and no day', () => {
  it('shows the appointment’s day in the grid, until another is looked at', async () => {
    const scene = await aSchedule();
    const appointment = await scene.appointment('10:00');
    const { page, complaints } = await scene.open(`/schedule?appointment=${appointment.id}`);
    const day = page.getByLabel('Go to date');
    await readyCard(page, appointment);
    await panelOf(page).getByText('10:00').first().waitFor();
    expect(await day.inputValue()).toBe(scene.day);
    await page.getByRole('button', { name: 'Today', exact: true }).click();
    await page.waitForURL((url) => !url.search.includes('date'));
    await panelOf(page).waitFor();
    const today = await day.inputValue();
    expect(today < scene.day).toBe(true);
    await page.getByRole('button', { name: 'Close the appointment' }).click();
    await panelOf(page).waitFor({ state: 'detached' });
    expect(await day.inputValue()).toBe(today);
    expect(complaints).toEqual([]);
  });

  it('shows its week, and stays there when the panel is closed', async () => {
    const scene = await aSchedule();
    const appointment = await scene.appointment('10:00');
    const { page } = await scene.open(`/schedule?view=week&one=${scene.pia}&appointment=${appointment.id}`);
    await readyCard(page, appointment);
    await page.getByRole('button', { name: 'Close the appointment' }).click();
    await panelOf(page).waitFor({ state: 'detached' });
    await readyCard(page, appointment);
  });

  it('leaves the grid on the day that the address has', async () => {
    const scene = await aSchedule();
    const [appointment, other] = [
      await scene.appointment('10:00'),
      await scene.appointment('10:00', { start: at(addDays(scene.day, 1), '10:00') }),
    ];
    const { page } = await scene.open(`/schedule?date=${scene.day}&appointment=${other.id}`);
    await readyCard(page, appointment);
    await panelOf(page).getByText('10:00').first().waitFor();
    expect(await page.getByLabel('Go to date').inputValue()).toBe(scene.day);
  });
});
