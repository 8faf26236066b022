import { DESK, describeInBrowser, openPage, PHONE } from './testing/browser.js';
import { anAppointment, aPatient, aPractitioner, aService, at, comingDay, linkTo, workingHours } from '@keel/api/testing';
import { type StaffSession, staffSession } from './staff.fixture.js';

const NEW_YORK = { timeZone: 'America/New_York', country: 'US', region: 'NY', currency: 'USD', locale: 'en' };
const plain = (text: string | null) => (text ?? '').replaceAll(/\s+/g, ' ');

describeInBrowser('the screens of a clinic in the United States', () => {
  let here: StaffSession;
  let appointment: Awaited<ReturnType<typeof anAppointment>>;
  const day = comingDay();
  beforeAll(async () => {
    here = await staffSession('owner', { clinic: NEW_YORK });
    const { owner } = here;
    const { id: practitionerId } = await aPractitioner(owner);
    await workingHours(owner, practitionerId);
    const { id: serviceId } = await aService(owner, { price: { amount: 123_450, currency: 'USD' } });
    const { id: patientId } = await aPatient(owner);
    const start = at(day, '13:30', 'America/New_York');
    appointment = await anAppointment(owner, { practitionerId, serviceId, patientId }, { start });
  });
  const american = { locale: 'en-US', viewport: DESK };

  it('show the schedule as the country writes times, whatever the device says, and French as Canada does', async () => {
    for (const locale of ['en-US', 'en-CA']) {
      const { page, complaints } = await here.open(`/schedule?date=${day}`, { ...american, locale });
      const card = page.locator(`[data-appointment="${appointment.id}"]`);
      await card.waitFor();
      await page.locator('html[lang="en-US"]').waitFor({ state: 'attached' });
      expect(plain(await card.textContent())).toContain('1:30 PM');
      expect(plain(await page.locator('main').textContent())).toContain('2 PM');
      expect(plain(await page.locator('main').textContent())).not.toMatch(/[ap]\.m\./);
      expect(complaints).toEqual([]);
    }
    const { page } = await here.open(`/schedule?date=${day}`, { locale: 'fr-CA', viewport: DESK });
    const card = page.locator(`[data-appointment="${appointment.id}"]`);
    await card.waitFor();
    await page.locator('html[lang="fr-CA"]').waitFor({ state: 'attached' });
    expect(plain(await card.textContent())).toContain('13 h 30');
  });

  it('read a date as it is shown where it is typed: 11/28/1990 is a day of November', async () => {
    const { page } = await here.open('/patients/new', american);
    await page.getByLabel('Legal first name').fill('Ada');
    await page.getByLabel('Legal last name').fill('Typed');
    await page.getByLabel(/Date of birth/).focus();
    await page.keyboard.type('11281990');
    expect(await page.getByLabel(/Date of birth/).inputValue()).toBe('1990-11-28');
    expect(await page.getByLabel('Language').locator('option').allTextContents()).toEqual(['English (US)', 'Français (Canada)']);
    await page.getByRole('button', { name: 'Add patient' }).click();
    await page.getByRole('heading', { name: 'Ada Typed' }).waitFor();
    await page.getByText('11/28/1990').first().waitFor();
    const { body } = await here.owner.get('/patients?q=typed').expect(200);
    expect((body as { data: { dateOfBirth: string }[] }).data[0]?.dateOfBirth).toBe('1990-11-28');
  });

  it('show a patient the page behind a link as the clinic’s country writes it', async () => {
    const { page } = await openPage(`${here.url}/l/${await linkTo(here, appointment)}`, { viewport: PHONE });
    await page.getByText(/1:30\sPM – 2:15\sPM/).waitFor();
    await page.locator('html[lang="en-US"]').waitFor({ state: 'attached' });
  });
});
