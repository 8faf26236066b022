import type { Page } from 'playwright-core';
import { describeInBrowser, faultsInBothThemes } from './testing/browser.js';
import { aPatient, at } from '@keel/api/testing';
import { answerLeave, leaveQuestion, tabTo } from './staff.fixture.js';
import { aSchedule, pointOf, readyCard, type ScheduleScene } from './schedule.fixture.js';

const TALL = { width: 1440, height: 1500 };
let scene: ScheduleScene;
const formOf = (page: Page) => page.getByRole('dialog', { name: 'New appointment' });
const open = async (search = '', options: Parameters<ScheduleScene['open']>[1] = { viewport: TALL }) => {
  const appointment = await scene.open(`/schedule?date=${scene.day}${search}`, options);
  await appointment.page.locator('[data-key]').first().waitFor();
  return appointment;
};
interface Row {
  id: string;
  patientId: string;
  practitionerId: string;
  serviceId: string;
  start: string;
  patient: { lastName: string };
}
const appointmentsOf = async (day = scene.day) =>
  ((await scene.owner.get(`/appointments?from=${day}`).expect(200)).body as { data: Row[] }).data;

beforeEach(async () => {
  scene = await aSchedule();
});

describeInBrowser('booking', () => {
  it('takes a known patient’s follow-up in four clicks from a standing start', async () => {
    const appointment = await scene.appointment('10:00');
    const { page, complaints } = await open();
    const clicks: (() => Promise<void>)[] = [
      () => page.locator(`[data-appointment="${appointment.id}"]`).click(),
      () => page.getByLabel('Appointment', { exact: true }).getByRole('link', { name: /book/i }).click(),
      () => formOf(page).getByRole('group', { name: 'Free times' }).getByRole('button', { name: / at / }).first().click(),
      () =>
        formOf(page)
          .getByRole('button', { name: /^Book / })
          .click(),
    ];
    for (const click of clicks) await click();
    await page.getByText(/^Booked: Amélie Gagné/).waitFor();
    expect(clicks.length).toBeLessThanOrEqual(4);
    const mine = ((await scene.owner.get('/appointments').expect(200)).body as { data: Row[] }).data;
    expect(mine.map(({ practitionerId, serviceId }) => [practitionerId, serviceId])).toEqual([
      [scene.pia, scene.serviceId],
      [scene.pia, scene.serviceId],
    ]);
    expect(complaints).toEqual([]);
  });

  it('takes three clicks from an empty time of the schedule', async () => {
    const appointment = await scene.appointment('10:00');
    const { page, complaints } = await open();
    const { x, y } = await pointOf(page, await readyCard(page, appointment), 125);
    await page.mouse.click(x, y);
    await formOf(page)
      .getByRole('option', { name: /^Amélie Gagné/ })
      .click();
    await formOf(page)
      .getByRole('button', { name: /^Book .*12:00/ })
      .click();
    await page.getByRole('button', { name: /^Amélie Gagné, 12:00/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('is done by the keyboard alone, by a name with an error in it', async () => {
    await scene.appointment('10:00');
    await aPatient(scene.owner, { firstName: 'Christophe', lastName: 'Beauregard' });
    const { page, complaints } = await open();
    await page.keyboard.press('n');
    await formOf(page).getByRole('combobox', { name: 'Patient' }).waitFor();
    await page.keyboard.type('beuregard');
    await formOf(page)
      .getByRole('option', { name: /^Christophe Beauregard/ })
      .waitFor();
    await page.keyboard.press('Enter');
    await formOf(page).getByText('Christophe Beauregard').waitFor();
    await tabTo(page, /^Practitioner/);
    await page.keyboard.type('Rém');
    await formOf(page).getByRole('group', { name: 'Free times' }).getByRole('button', { name: / at / }).first().waitFor();
    await tabTo(page, /9:00/);
    await page.keyboard.press('Space');
    // With everything known, the focus is on the button that books.
    await page.keyboard.press('Enter');
    await page.getByText(/^Booked: Christophe Beauregard/).waitFor();
    const made = (await appointmentsOf()).find(({ patient }) => patient.lastName === 'Beauregard');
    expect(made).toMatchObject({ practitionerId: scene.remy, serviceId: scene.serviceId, start: at(scene.day, '09:00') });
    expect(complaints).toEqual([]);
  });

  it('keeps what is typed from the key on for its first field, and the page hears nothing of it', async () => {
    const { page, complaints } = await open();
    let fetched = () => undefined as void;
    const typed = new Promise<void>((resolve) => (fetched = resolve));
    await page.route('**/assets/booking-panel-*.js', async (route) => {
      await typed;
      await route.continue();
    });
    // Letters that are the schedule's own shortcuts: a month, today, another new appointment.
    await page.keyboard.type('nMartin');
    await page.waitForURL('**book=**');
    await page.keyboard.type(' t');
    fetched();
    const first = formOf(page).getByRole('combobox', { name: 'Patient' });
    await first.waitFor();
    await page.keyboard.type('om');
    await page.locator('[role="combobox"]:focus').waitFor();
    expect(await first.inputValue()).toBe('Martin tom');
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('view'), searchParams.get('date')]).toEqual([null, scene.day]);
    expect(complaints).toEqual([]);
  });

  it('adds somebody new beside it, and says what is missing', async () => {
    const { page, complaints } = await open();
    await page.getByRole('button', { name: 'New appointment' }).click();
    const form = formOf(page);
    await form.getByRole('combobox', { name: 'Patient' }).fill('Nadia Okafor');
    await form.getByText('Nobody is called like that here yet.').waitFor();
    await form.getByRole('button', { name: 'New patient “Nadia Okafor”' }).click();
    await form.getByRole('button', { name: 'Book', exact: true }).click();
    await form.getByText('Enter the date of birth').waitFor();
    await form.getByLabel('Date of birth').and(page.locator(':focus')).waitFor();
    await form.getByText('Choose a practitioner').first().waitFor();
    await form.getByLabel('Date of birth').fill('1991-05-06');
    await form.getByLabel('Phone').fill('416 555 0142');
    await form.getByLabel('Practitioner').selectOption('Mona Massage');
    await form.getByLabel('At', { exact: true }).fill('11:00');
    await form.getByLabel('Date', { exact: true }).fill(scene.day);
    await form.getByRole('button', { name: /^Book / }).click();
    await page.getByRole('button', { name: /^Nadia Okafor, 11:00/ }).waitFor();
    const [made] = await appointmentsOf();
    expect(made).toMatchObject({ practitionerId: scene.mona, serviceId: scene.massageId, start: at(scene.day, '11:00') });
    expect((await scene.owner.get(`/patients/${made?.patientId}`).expect(200)).body).toMatchObject({
      lastName: 'Okafor',
      phone: '+14165550142',
    });
    expect(complaints).toEqual([]);
  });

  it('closes at once as it was opened, and asks first, whichever way it is left, once something is typed', async () => {
    const { page, complaints } = await open();
    const form = formOf(page);
    const name = form.getByRole('combobox', { name: 'Patient' });
    await page.getByRole('button', { name: 'New appointment' }).click();
    await name.waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'New appointment' }).click();
    await name.fill('Nadia');
    for (const leave of [
      () => page.keyboard.press('Escape'),
      () => form.getByRole('button', { name: 'Close' }).click(),
      () => page.mouse.click(20, 700),
      () => page.goBack(),
    ]) {
      await leave();
      await answerLeave(page, 'Stay here');
      expect(await name.inputValue()).toBe('Nadia');
    }
    await name.fill('');
    await form.getByLabel('Minutes').fill('45');
    await page.keyboard.press('Escape');
    await leaveQuestion(page).waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await answerLeave(page, 'Leave without saving');
    await form.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('keeps what was typed where somebody was quicker, offers what is free, and books over it if that is meant', async () => {
    const first = await scene.appointment('10:00');
    const { page, complaints } = await open();
    const card = await readyCard(page, first);
    const choose = async () => {
      const { x, y } = await pointOf(page, card, 125);
      await page.mouse.click(x, y);
      await formOf(page)
        .getByRole('option', { name: /^Amélie Gagné/ })
        .click();
      await formOf(page).getByLabel('Minutes').fill('50');
    };
    await choose();
    await scene.appointment('12:00');
    await formOf(page)
      .getByRole('button', { name: /^Book .*12:00/ })
      .click();
    await formOf(page).getByText('This time has just been taken.').waitFor();
    expect(await formOf(page).getByLabel('Minutes').inputValue()).toBe('50');
    await formOf(page).getByRole('button', { name: 'Book over it' }).click();
    await page.getByText(/^Booked: Amélie Gagné/).waitFor();
    const made = (await appointmentsOf()).filter(({ start }) => start === at(scene.day, '12:00'));
    expect(made).toHaveLength(2);
    expect(complaints.filter((text) => !text.includes('409'))).toEqual([]);
  });

  it('books once where the answer was lost, however often it is tried', async () => {
    const first = await scene.appointment('10:00');
    const { page } = await open();
    const { x, y } = await pointOf(page, await readyCard(page, first), 125);
    await page.mouse.click(x, y);
    await formOf(page)
      .getByRole('option', { name: /^Amélie Gagné/ })
      .click();
    let lost = 0;
    await page.route('**/api/v1/appointments', async (route) => {
      if (route.request().method() !== 'POST' || lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort();
    });
    const book = formOf(page).getByRole('button', { name: /^Book .*12:00/ });
    await book.click();
    await formOf(page)
      .getByText(/^We cannot reach the clinic/)
      .waitFor();
    await book.click();
    await page.getByText(/^Booked: Amélie Gagné/).waitFor();
    expect((await appointmentsOf()).filter(({ start }) => start === at(scene.day, '12:00'))).toHaveLength(1);
  });

  it('says in sight that nothing answered, and that a first try arrived with other values; then it takes another', async () => {
    const { page } = await open('', { viewport: { width: 1440, height: 700 } });
    await page.getByRole('button', { name: 'New appointment' }).click();
    const form = formOf(page);
    await form.getByRole('combobox', { name: 'Patient' }).fill('Nadia Okafor');
    await form.getByRole('button', { name: 'New patient “Nadia Okafor”' }).click();
    await form.getByLabel('Date of birth').fill('1991-05-06');
    await form.getByLabel('Practitioner').selectOption('Mona Massage');
    await form.getByRole('group', { name: 'Free times' }).getByRole('button', { name: / at / }).first().click();
    let lost = 0;
    await page.route('**/api/v1/patients', async (route) => {
      if (route.request().method() !== 'POST' || lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort();
    });
    const book = form.getByRole('button', { name: /^Book / });
    const said = async (text: RegExp) => {
      await book.click();
      await form.getByRole('alert').filter({ hasText: text }).waitFor();
      const [notice, foot] = await Promise.all([form.getByRole('alert').boundingBox(), book.boundingBox()]);
      expect((notice?.y ?? 0) + (notice?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
    };
    await said(/^We cannot reach the clinic/);
    await form.getByLabel('Phone').fill('416 555 0142');
    await said(/^This arrived already, with other values/);
    await book.click();
    await page.getByText(/^Booked: Nadia Okafor/).waitFor();
    const { data } = (await scene.owner.get('/patients?q=Okafor').expect(200)).body as { data: { phone: string | null }[] };
    expect(data.map(({ phone }) => phone).toSorted()).toEqual(['+14165550142', null]);
  });

  it('has no fault that axe finds, in both themes and languages', async () => {
    await scene.appointment('10:00');
    for (const locale of ['en-CA', 'fr-CA']) {
      const book = encodeURIComponent(JSON.stringify({ practitionerId: scene.pia, day: scene.day }));
      const { page, complaints } = await open(`&book=${book}`, { locale });
      await page
        .getByRole('dialog')
        .getByRole('option', { name: /^Amélie Gagné/ })
        .waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^(New patient|Nouveau patient)$/ })
        .click();
      await page
        .getByRole('dialog')
        .getByRole('group', { name: /^(Free times|Moments libres)$/ })
        .getByRole('button', { name: / (at|à) / })
        .first()
        .waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(complaints).toEqual([]);
    }
  });
});
