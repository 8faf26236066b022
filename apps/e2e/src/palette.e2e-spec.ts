import type { Page } from 'playwright-core';
import { faultsInBothThemes, describeInBrowser, PHONE } from './testing/browser.js';
import { aDiary, anAppointment, aPatient, at as onDay, comingDay, type Diary, member } from '@keel/api/testing';
import { readIn, type StaffSession, staffSession, tooWide } from './staff.fixture.js';

const field = (page: Page) => page.getByRole('combobox', { name: /Find|Chercher/ });
const chosen = (page: Page) => page.locator('[role="option"][aria-selected="true"]');

describeInBrowser('the command palette', () => {
  let at: StaffSession;
  let diary: Diary;
  beforeAll(async () => {
    at = await staffSession('owner');
    diary = await aDiary(at.agent);
    const appointment = await anAppointment(at.agent, diary);
    await at.agent.post(`/appointments/${appointment.id}/arrive`).expect(200);
    await at.agent.post(`/appointments/${appointment.id}/invoice`, {}).expect(201);
    await aPatient(at.agent, { firstName: 'Zoé', lastName: 'Tremblay', email: null, phone: null });
  });

  it('finds a patient by one key and typing, with errors, and Enter pressed before the answer has come', async () => {
    const { page, complaints } = await at.open('/schedule');
    await page.getByRole('navigation').first().waitFor();
    // One key; everything after it is typing.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('trembley');
    await page.locator('[role="combobox"]:focus').waitFor();
    expect(await field(page).inputValue()).toBe('trembley');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Zoé Tremblay' }).waitFor();
    expect(await field(page).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('hears what is typed while it is still being fetched, and the page hears nothing of it', async () => {
    const { page, complaints } = await at.open('/schedule');
    await page.locator('[data-key]').first().waitFor();
    let fetched = () => undefined as void;
    const typed = new Promise<void>((resolve) => (fetched = resolve));
    await page.route('**/assets/palette-*.js', async (route) => {
      await typed;
      await route.continue();
    });
    await page.keyboard.press('Control+k');
    // Letters that are the schedule's own shortcuts: a new appointment, a week, a month.
    await page.keyboard.type('new m');
    fetched();
    await page.locator('[role="combobox"]:focus').waitFor();
    expect(await field(page).inputValue()).toBe('new m');
    expect(new URL(page.url()).search).toBe('');
    expect(complaints).toEqual([]);
  });

  it('opens an appointment beside the page and an invoice by its number, all by the keyboard', async () => {
    const { page, complaints } = await at.open('/patients');
    await page.getByRole('button', { name: 'Find patients, appointments, invoices' }).click();
    await field(page).fill('gagne');
    await page.getByRole('group', { name: 'Appointments' }).getByRole('option').first().waitFor();
    // From the patient on to the appointment; the field says where one is.
    await page.keyboard.press('ArrowDown');
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(await chosen(page).getAttribute('id'));
    expect(await chosen(page).innerText()).toContain('Treatment');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/patients?appointment=*');
    await page.keyboard.press('Control+k');
    await field(page).fill('#1');
    await page.getByRole('group', { name: 'Invoices' }).getByRole('option').first().click();
    await page.waitForURL('**/invoices/*');
    expect(complaints).toEqual([]);
  });

  it('remembers who was opened for as long as the tab is open, and nothing of it is stored on the device', async () => {
    const { page } = await at.open(`/patients/${diary.patientId}`);
    await page.getByRole('heading', { level: 1, name: 'Amélie Gagné' }).waitFor();
    await page.keyboard.press('Control+k');
    await page
      .getByRole('group', { name: 'Recent patients' })
      .getByRole('option', { name: /Amélie Gagné/ })
      .waitFor();
    expect(await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toMatch(/Gagn|Amélie/);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Amélie Gagné' }).waitFor();
    await page.goto(`${at.url}/schedule`);
    await page.getByRole('navigation').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('group', { name: 'Actions' }).waitFor();
    expect(await page.getByRole('group', { name: 'Recent patients' }).count()).toBe(0);
  });

  it('does what is typed with a slip of the fingers, and says when nothing is like it or nothing can be reached', async () => {
    const { page } = await at.open('/patients');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const run = async (typed: string) => {
      await page.keyboard.press('Control+k');
      await field(page).fill(typed);
      await page.getByRole('group', { name: 'Actions' }).getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await field(page).waitFor({ state: 'detached' });
    };
    await run('setings');
    await page.waitForURL('**/settings');
    await run('new patint');
    await page.locator('input[data-path="firstName"]:focus').waitFor();
    await run('hide');
    await page.getByRole('button', { name: 'Hide names', pressed: true }).waitFor();
    await page.keyboard.press('Control+k');
    await field(page).fill('qqqqqqqq');
    await page.getByText('Nothing matches “qqqqqqqq”.').waitFor();
    await page.route('**/api/v1/search**', (route) => route.abort());
    await field(page).fill('tremblay');
    await page.getByRole('alert').getByText('We cannot reach the clinic').waitFor();
    await page.unroute('**/api/v1/search**');
    await page.getByRole('button', { name: 'Try again' }).click();
    // Names are hidden, here too.
    await page.getByRole('option', { name: /Z\. T\./ }).waitFor();
    expect(await page.getByText('Tremblay').count()).toBe(0);
  });

  it('says how many more there are and leads to all of them', async () => {
    for (let more = 0; more < 52; more++) await aPatient(at.agent, { firstName: `Ida${more}`, lastName: 'Smithers', email: null });
    const patient = await aPatient(at.agent, { firstName: 'Oft', lastName: 'Kommer', email: null });
    for (const day of [8, 9])
      for (let hour = 9; hour < 17; hour++)
        await anAppointment(
          at.agent,
          { ...diary, patientId: patient.id },
          { start: onDay(comingDay(day), `${String(hour).padStart(2, '0')}:00`) },
        );
    const { page, complaints } = await at.open('/schedule');
    await page.getByRole('navigation').first().waitFor();
    await page.keyboard.press('Control+k');
    await field(page).fill('kommer');
    const appointments = page.getByRole('group', { name: 'Appointments' }).getByRole('option');
    await appointments.filter({ hasText: /^2 more appointments$/ }).click();
    // The palette stays, with all of them.
    await appointments.nth(15).waitFor();
    expect(await appointments.count()).toBe(16);
    await field(page).fill('smithers');
    const rest = page.getByRole('option', { name: '42+ more patients: open the list' });
    await rest.waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await rest.click();
    await page.waitForURL('**/patients?q=smithers');
    await page.getByRole('status').getByText('50+ patients').waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByRole('status').getByText('52 patients').waitFor();
    expect(complaints).toEqual([]);
  });

  it('offers only what the person may do', async () => {
    const { agent } = await member(at.app, at.owner, at.clinic.id, 'billing');
    const { page, complaints } = await at.open('/schedule', { as: agent });
    await page.getByRole('navigation').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { name: 'Go to Patients' }).waitFor();
    expect(await page.getByRole('option', { name: /New appointment|New patient|Inbox/ }).count()).toBe(0);
    await field(page).fill('sign out');
    await page.getByRole('option', { name: 'Sign out' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('Password').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('lists the keyboard’s shortcuts under ?', async () => {
    const { page, complaints } = await at.open('/patients');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByText('Hide names').waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('has no fault that axe finds, in both themes and languages, and fits a phone', async () => {
    for (const [colorScheme, language, viewport] of [
      ['light', 'en', { width: 1440, height: 900 }],
      ['dark', 'fr', PHONE],
    ] as const) {
      const { page, complaints } = await at.open('/patients', { colorScheme, viewport });
      await readIn(page, language);
      await page.getByRole('button', { name: /^(Find|Chercher) patients/ }).click();
      await field(page).fill('gagne');
      await page.getByRole('option').nth(2).waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(await tooWide(page)).toBe(0);
      expect(complaints).toEqual([]);
    }
  });
});
