import { addDays, dateIn } from '@keel/calendar';
import type { Page } from 'playwright-core';
import { describeInBrowser, faultsInBothThemes, PHONE } from './testing/browser.js';
import { anAppointment, aPatient, aService, at, member, type TestAppointment, until, workingHours } from '@keel/api/testing';
import { type StaffSession, staffSession, tabTo } from './staff.fixture.js';

const today = () => dateIn('America/Toronto', Date.now());

interface Scene extends StaffSession {
  practitionerId: string;
  /** Of the day: at ten, eleven and one; the patient of the first is there already. */
  appointments: readonly [TestAppointment, TestAppointment, TestAppointment];
  status: (appointment: TestAppointment) => Promise<string>;
}

async function aDay(locale = 'en'): Promise<Scene> {
  const made = await staffSession('practitioner', { clinic: { locale } });
  const { owner, practitionerId = '' } = made;
  const [service] = await Promise.all([aService(owner), workingHours(owner, practitionerId)]);
  const book = async (clock: string, patient: Record<string, unknown>) => {
    const { id: patientId } = await aPatient(owner, patient);
    return anAppointment(owner, { practitionerId, serviceId: service.id, patientId }, { start: at(today(), clock) });
  };
  const first = await book('10:00', { firstName: 'Ada', lastName: 'First', alerts: ['Latex allergy'] });
  const second = await book('11:00', { firstName: 'Bea', lastName: 'Second' });
  const third = await book('13:00', { firstName: 'Cleo', lastName: 'Third' });
  await owner.post(`/appointments/${first.id}/arrive`).expect(200);
  const status = async ({ id }: TestAppointment) =>
    ((await owner.get(`/appointments/${id}`).expect(200)).body as { status: string }).status;
  return { ...made, practitionerId, appointments: [first, second, third], status };
}

const row = (page: Page, name: string) => page.getByRole('list', { name: 'Appointments of the day' }).getByRole('link', { name });
const board = (page: Page) => page.getByRole('region', { name: 'The appointment that is looked at' });
const looksAt = (page: Page, name: string) => board(page).getByRole('heading', { name }).waitFor();

describeInBrowser('the day sheet', () => {
  it('is where a practitioner lands: who is here first, with the chart beside the list', async () => {
    const { open, agent, appointments } = await aDay();
    await agent.post('/allergies', { patientId: appointments[0].patientId, description: 'Ibuprofen' }).expect(201);
    const { page, complaints } = await open('/');
    await page.waitForURL('**/today');
    await looksAt(page, 'Ada First');
    await board(page).getByText('Latex allergy').waitFor();
    await board(page).getByText('Ibuprofen').waitFor();
    expect(await row(page, 'Ada First').getAttribute('aria-current')).toBe('true');
    await page.getByRole('link', { name: /^1 h 15 min free.*book an appointment at 11:45/ }).waitFor();
    await page.getByText(/^Now, /).waitFor();
    expect(complaints).toEqual([]);
  });

  it('arrives in one click, and starting a note starts the appointment', async () => {
    const { open, appointments, status } = await aDay();
    const { page, complaints } = await open('/today');
    await row(page, 'Bea Second').click();
    await looksAt(page, 'Bea Second');
    await board(page).getByRole('button', { name: 'Arrive', exact: true }).click();
    await board(page).getByRole('button', { name: 'Arrived', exact: true }).waitFor();
    expect(await status(appointments[1])).toBe('arrived');
    await board(page).getByRole('link', { name: 'Start note' }).click();
    await page
      .getByRole('button', { name: /Physiotherapy/ })
      .first()
      .click();
    await page.waitForURL('**/notes/*');
    expect(await status(appointments[1])).toBe('in_session');
    // Going back comes back to the same appointment.
    await page.goBack();
    await looksAt(page, 'Bea Second');
    await board(page).getByRole('link', { name: 'Continue note' }).waitFor();
    await page.getByText('1 unsigned note').click();
    await page.getByRole('link', { name: /^Bea Second · / }).waitFor();
    await board(page).getByRole('button', { name: 'Complete' }).click();
    await until(async () => (await status(appointments[1])) === 'completed', 'the completed appointment');
    // What is being looked at stays, though somebody else is next.
    await looksAt(page, 'Bea Second');
    expect(complaints).toEqual([]);
  });

  it('leads from the door to the paid invoice by the keyboard alone', async () => {
    const { open, agent, appointments } = await aDay();
    const { page, complaints } = await open('/today');
    await looksAt(page, 'Ada First');
    await page.keyboard.press('n');
    await page.getByRole('button', { name: /^Physiotherapy/ }).waitFor();
    await tabTo(page, /^Physiotherapy/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Note: Physiotherapy' }).waitFor();
    await tabTo(page, /^What the patient reports/);
    await page.keyboard.type('Knee gives way on the stairs.');
    await tabTo(page, /^Treatment, advice and next steps/);
    await page.keyboard.type('Step-ups, three sets of ten.');
    await tabTo(page, /^Sign & invoice/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/invoices/*');
    await page.getByRole('button', { name: 'Take payment', exact: true }).waitFor();
    await tabTo(page, /^Take payment/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Take a payment' }).waitFor();
    await tabTo(page, /^Take \$120\.00/);
    await page.keyboard.press('Enter');
    await page.getByText('Paid', { exact: true }).first().waitFor();
    expect((await agent.get(`/appointments/${appointments[0].id}`).expect(200)).body).toMatchObject({
      status: 'completed',
      noteStatus: 'signed',
    });
    expect(complaints).toEqual([]);
  });

  it('is worked through by the keyboard alone', async () => {
    const { open, appointments, status } = await aDay();
    const { page, complaints } = await open('/today');
    await looksAt(page, 'Ada First');
    await page.keyboard.press('ArrowDown');
    await looksAt(page, 'Bea Second');
    await page.keyboard.press('j');
    await looksAt(page, 'Cleo Third');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await looksAt(page, 'Bea Second');
    await page.keyboard.press('i');
    await page.getByText('It can be invoiced once the patient has arrived').last().waitFor();
    const become = (wanted: string) => until(async () => (await status(appointments[1])) === wanted, wanted);
    const shown = (text: string) => board(page).getByText(text, { exact: true }).first().waitFor();
    await page.keyboard.press('a');
    await shown('Arrived');
    await become('arrived');
    await page.keyboard.press('a');
    await shown('Booked');
    await become('booked');
    await page.keyboard.press('a');
    await shown('Arrived');
    await page.keyboard.press('s');
    await shown('In session');
    await page.keyboard.press('i');
    await board(page).getByText('$120.00 open').waitFor();
    await page.keyboard.press('c');
    await shown('Completed');
    await page.keyboard.press('n');
    await page.waitForURL(`**/appointments/${appointments[1].id}/note`);
    expect(complaints).toEqual([]);
  });

  it('opens a closed chart with a reason', async () => {
    const { open, app, owner, clinic, practitionerId } = await aDay();
    const { agent: colleague } = await member(app, owner, clinic.id, 'practitioner');
    const { page } = await open(`/today?of=${practitionerId}`, { as: colleague });
    await looksAt(page, 'Ada First');
    await board(page).getByText('Latex allergy').waitFor();
    await board(page).getByRole('button', { name: 'Open the chart' }).click();
    await board(page).getByText('Say why in a few words: they are reviewed.').waitFor();
    await board(page).getByLabel('Why you need it').fill('Covering for a colleague');
    await board(page).getByRole('button', { name: 'Open the chart' }).click();
    await board(page).getByRole('heading', { name: 'Last notes' }).waitFor();
    expect(await app.sql('SELECT reason FROM chart_access WHERE clinic_id = $1', [clinic.id])).toEqual([
      { reason: 'Covering for a colleague' },
    ]);
  });

  it('is for the front desk without the chart, and an empty day leads on to one with appointments', async () => {
    const { open, app, owner, clinic } = await aDay();
    const { agent: desk } = await member(app, owner, clinic.id, 'front_desk');
    const { page, complaints } = await open(`/today?day=${addDays(today(), -2)}`, { as: desk });
    await page.getByText('sees nobody on this day').waitFor();
    await page.getByRole('button', { name: /^On to / }).click();
    await looksAt(page, 'Ada First');
    await board(page).getByRole('list', { name: 'Alerts' }).getByText('Latex allergy').waitFor();
    await board(page).getByText('Charts are for practitioners').waitFor();
    expect(await board(page).getByText('Allergies').count()).toBe(0);
    await board(page).getByRole('link', { name: 'All of the appointment' }).click();
    await page.getByRole('complementary', { name: 'Appointment' }).getByRole('heading', { name: 'Ada First' }).waitFor();
    // One next step on the screen, not two.
    expect(await page.getByRole('button', { name: 'Start', exact: true }).count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.locator(':focus', { hasText: 'All of the appointment' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describeInBrowser('the day sheet, to everybody', () => {
  it.each([
    ['en', undefined],
    ['fr', PHONE],
  ] as const)('has no fault that axe finds, in both themes, in %s', async (locale, viewport) => {
    const { open } = await aDay(locale);
    const { page, complaints } = await open('/today', { locale: `${locale}-CA`, ...(viewport && { viewport }) });
    await page.getByRole('link', { name: 'Ada First' }).first().waitFor();
    if (!viewport) await looksAt(page, 'Ada First');
    expect(await faultsInBothThemes(page)).toEqual([]);
    if (viewport) {
      // On a phone the chart takes the place of the list, and going back comes back to it.
      const list = page.getByRole('list', { name: 'Rendez-vous du jour' });
      await list.getByRole('link', { name: 'Ada First' }).click();
      await page.getByRole('heading', { name: 'Ada First' }).waitFor();
      await page.getByRole('heading', { name: 'Dernières notes' }).waitFor();
      expect(await list.isVisible()).toBe(false);
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(await page.getByRole('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
      await page.getByRole('button', { name: 'Retour à la journée' }).click();
      await list.waitFor();
    }
    expect(complaints).toEqual([]);
  });
});
