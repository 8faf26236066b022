import { addDays } from '@keel/calendar';
import type { Page } from 'playwright-core';
import { faultsInBothThemes, DESK, describeInBrowser, PHONE } from './testing/browser.js';
import { aPatient, aPractitioner, at, until } from '@keel/api/testing';
import { aSchedule, cardOf, drag, pointOf, readyCard, type ScheduleScene } from './schedule.fixture.js';

const TALL = { width: 1440, height: 1500 };
/** What the browser itself says of an answer that the test provokes. */
const refusals = (complaints: readonly string[]) => complaints.filter((text) => !text.includes('409'));

let scene: ScheduleScene;
const open = async (search = '', options: Parameters<ScheduleScene['open']>[1] = { viewport: TALL }) => {
  const appointment = await scene.open(`/schedule?date=${scene.day}${search}`, options);
  await appointment.page.locator('[data-key]').first().waitFor();
  return appointment;
};
const headsOf = (page: Page) => page.locator('[data-key]').count();
const searchOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

beforeEach(async () => {
  scene = await aSchedule();
});

describeInBrowser('the schedule', () => {
  it('has a column a practitioner, tells of each appointment in words, and keeps what is looked at in the address', async () => {
    const appointment = await scene.appointment('10:00');
    const gone = await scene.appointment('12:00');
    await scene.owner.post(`/appointments/${gone.id}/cancel`, { by: 'clinic' }).expect(200);
    const { page, complaints } = await open();
    expect(await headsOf(page)).toBe(3);
    expect(await cardOf(page, appointment).getAttribute('title')).toMatch(
      /^Amélie Gagné, 10:00\sa\.m\. to 10:45\sa\.m\., Treatment, Booked, New patient$/,
    );
    expect(await cardOf(page, gone).count()).toBe(0);
    await page.getByRole('button', { name: 'Everybody' }).click();
    await page.getByRole('checkbox', { name: 'Cancelled and missed' }).click();
    await cardOf(page, gone).waitFor();
    await page.getByRole('checkbox', { name: 'Mona Massage' }).click();
    await page.getByRole('checkbox', { name: 'Rémy Tremblay' }).click();
    await page.getByRole('button', { name: '1 of 3 practitioners' }).waitFor();
    expect(await headsOf(page)).toBe(1);
    const { who, ended, date } = searchOf(page);
    expect([JSON.parse(who ?? ''), ended, date]).toEqual([[scene.pia], 'true', scene.day]);
    // Whoever is sent the address sees the same.
    const same = await scene.open(new URL(page.url()).pathname + new URL(page.url()).search, { viewport: TALL });
    await cardOf(same.page, gone).waitFor();
    expect(await headsOf(same.page)).toBe(1);
    expect([...complaints, ...same.complaints]).toEqual([]);
  });

  it('keeps showing what somebody is booked for who takes no more bookings, and books nobody else in their place', async () => {
    const appointment = await scene.appointment('10:00', { practitionerId: scene.remy });
    await scene.owner.patch(`/practitioners/${scene.remy}`, { active: false }, { ifMatch: '*' }).expect(200);
    const { page, complaints } = await open();
    await cardOf(page, appointment).waitFor();
    expect(await headsOf(page)).toBe(3);
    await page.getByText('takes no bookings').waitFor();
    const elsewhere = await scene.open(`/schedule?date=${addDays(scene.day, 7)}`, { viewport: TALL });
    await elsewhere.page.locator('[data-key]').first().waitFor();
    expect(await headsOf(elsewhere.page)).toBe(2);
    const week = await scene.open(`/schedule?view=week&date=${scene.day}&one=${scene.remy}`, { viewport: TALL });
    await cardOf(week.page, appointment).waitFor();
    const day = await scene.open(`/today?day=${scene.day}&of=${scene.remy}`, { viewport: TALL });
    await day.page.getByRole('list', { name: 'Appointments' }).getByRole('link', { name: /10:00/ }).waitFor();
    expect([...complaints, ...elsewhere.complaints, ...week.complaints, ...day.complaints]).toEqual([]);
  });

  it('goes through days, weeks and months by the keyboard', async () => {
    const appointment = await scene.appointment('10:00');
    const { page, complaints } = await open(`&one=${scene.pia}`);
    await readyCard(page, appointment);
    await page.keyboard.press('j');
    await page
      .locator(`[data-key^="${addDays(scene.day, 1)}"]`)
      .first()
      .waitFor();
    await page.keyboard.press('k');
    await cardOf(page, appointment).waitFor();
    await page.keyboard.press('w');
    await page.locator(`[data-key^="${addDays(scene.day, 6)}"]`).waitFor();
    await cardOf(page, appointment).waitFor();
    await page.keyboard.press('m');
    await page.getByRole('link', { name: /, 1 appointment$/ }).click();
    await cardOf(page, appointment).waitFor();
    await page.keyboard.press('t');
    await cardOf(page, appointment).waitFor({ state: 'detached' });
    expect(searchOf(page)['date']).toBeUndefined();
    await page.getByLabel('Go to date').fill(scene.day);
    await cardOf(page, appointment).waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows what somebody else books, without being asked', async () => {
    const first = await scene.appointment('10:00');
    const [mine, theirs] = [await open(), await scene.open(`/schedule?date=${scene.day}`, { as: scene.owner, viewport: TALL })];
    await readyCard(mine.page, first);
    await readyCard(theirs.page, first);
    const { x, y } = await pointOf(theirs.page, cardOf(theirs.page, first), 120);
    await theirs.page.mouse.click(x, y);
    await theirs.page.getByRole('option', { name: /^Amélie Gagné/ }).click();
    await theirs.page.getByRole('button', { name: /^Book .*12:00/ }).click();
    await mine.page.getByRole('button', { name: /^Amélie Gagné, 12:00/ }).waitFor();
    const off = { practitionerId: scene.remy, start: at(scene.day, '13:00'), end: at(scene.day, '15:00'), reason: 'Dentist' };
    await scene.owner.post('/time-off', off).expect(201);
    // The front desk is told of the time, not of the reason, which is for those who plan.
    await mine.page.getByText('Time off').waitFor();
    await theirs.page.getByText('Dentist').waitFor();
    expect(await mine.page.getByText('Dentist').count()).toBe(0);
    expect([...mine.complaints, ...theirs.complaints]).toEqual([]);
  });

  it('says that the clinic cannot be reached, and catches up afterwards', async () => {
    const first = await scene.appointment('10:00');
    const { page } = await open();
    await readyCard(page, first);
    await page.context().setOffline(true);
    await page.getByText('No connection').waitFor();
    const second = await scene.appointment('13:00');
    await page.context().setOffline(false);
    await cardOf(page, second).waitFor();
    await page.getByText('No connection').waitFor({ state: 'detached' });
  });

  it('draws 240 appointments of a day', async () => {
    const patients = await Promise.all(['Nia', 'Otto', 'Pam'].map((firstName) => aPatient(scene.owner, { firstName })));
    const more = await Promise.all([1, 2, 3, 4].map((n) => aPractitioner(scene.owner, { firstName: `Pat${n}` })));
    const physios = [scene.pia, scene.remy, ...more.map(({ id }) => id)];
    const quarters = Array.from(
      { length: 40 },
      (_, index) => `${String(8 + Math.floor(index / 4)).padStart(2, '0')}:${['00', '15', '30', '45'][index % 4]}`,
    );
    const fill = async (practitionerId: string) => {
      for (const [index, clock] of quarters.entries())
        await scene.appointment(clock, { practitionerId, patientId: patients[index % 3]!.id, durationMinutes: 15 });
    };
    await Promise.all(physios.map(fill));
    const { page, complaints } = await open('', { viewport: DESK });
    await page.locator('[data-appointment]').first().waitFor();
    expect(await page.locator('[data-appointment]').count()).toBe(240);
    // Not a word of them is cut off, and each can be hit.
    const cut = await page.evaluate(`[...document.querySelectorAll('[data-appointment]')].filter((card) => {
      const words = card.querySelector('span[aria-hidden]');
      return words.scrollWidth > words.clientWidth + 1 || words.scrollHeight > card.clientHeight + 1 || card.offsetHeight < 22;
    }).map((card) => card.title)`);
    expect(cut).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describeInBrowser('an appointment on the schedule', () => {
  it('is made by drawing over empty time, for a recent patient', async () => {
    const first = await scene.appointment('10:00');
    const { page, complaints } = await open();
    const card = await readyCard(page, first);
    await drag(page, await pointOf(page, card, 120, scene.remy), await pointOf(page, card, 178, scene.remy));
    await page.getByRole('option', { name: /^Amélie Gagné/ }).click();
    await page.getByRole('button', { name: /^Book .*12:00/ }).click();
    const made = page.getByRole('button', { name: /^Amélie Gagné, 12:00\sp\.m\. to 1:00/ });
    await made.waitFor();
    const id = (await made.getAttribute('data-appointment')) ?? '';
    expect(await scene.read(id)).toMatchObject({ practitionerId: scene.remy, start: at(scene.day, '12:00'), end: at(scene.day, '13:00') });
    expect(complaints).toEqual([]);
  });

  it('moves by drag, over columns too, and goes back by Undo', async () => {
    const appointment = await scene.appointment('10:00');
    const { page, complaints } = await open();
    const card = await readyCard(page, appointment);
    await drag(page, await pointOf(page, card, 10), await pointOf(page, card, 70, scene.remy));
    await page.getByText(/Amélie Gagné: now .*11:00.*Rémy Tremblay/).waitFor();
    expect(await scene.read(appointment.id)).toMatchObject({
      practitionerId: scene.remy,
      start: at(scene.day, '11:00'),
      end: at(scene.day, '11:45'),
    });
    await page.getByRole('button', { name: /^Undo —/ }).click();
    await page.locator(`[data-key$="${scene.pia}"] [data-appointment="${appointment.id}"]`).waitFor();
    expect(await scene.read(appointment.id)).toMatchObject({
      practitionerId: scene.pia,
      start: at(scene.day, '10:00'),
      end: at(scene.day, '10:45'),
    });
    expect(complaints).toEqual([]);
  });

  it('goes back by Ctrl Z, and from the panel, long after the word about it is gone', async () => {
    const appointment = await scene.appointment('10:00');
    const { page, complaints } = await open();
    await page.clock.install();
    const card = await readyCard(page, appointment);
    const moved = async () => {
      await drag(page, await pointOf(page, card, 10), await pointOf(page, card, 70));
      await page.getByText(/Amélie Gagné: now .*11:00/).waitFor();
      // Until the word has gone, and longer.
      await page.clock.fastForward(100_000);
      await page.getByText(/Amélie Gagné: now .*11:00/).waitFor({ state: 'detached' });
    };
    const start = async () => ((await scene.read(appointment.id)) as { start: string }).start;
    await moved();
    await page.keyboard.press('Control+z');
    await until(async () => (await start()) === at(scene.day, '10:00'), 'the undo by the keyboard');
    await moved();
    await card.click();
    await page.getByRole('complementary', { name: 'Appointment' }).getByRole('button', { name: 'Undo' }).click();
    await until(async () => (await start()) === at(scene.day, '10:00'), 'the undo from the panel');
    // What is undone is not there to be undone again.
    await page.keyboard.press('Control+z');
    await page.getByRole('complementary').getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
    expect(await start()).toBe(at(scene.day, '10:00'));
    expect(complaints).toEqual([]);
  });

  it('is made longer by its lower edge, and left alone by Escape', async () => {
    const appointment = await scene.appointment('10:00');
    const { page, complaints } = await open();
    const card = await readyCard(page, appointment);
    const edge = await pointOf(page, card, 41);
    await drag(page, edge, { ...edge, y: edge.y + 31 * 1.6 });
    await page.getByRole('button', { name: /^Amélie Gagné, 10:00\sa\.m\. to 11:15/ }).waitFor();
    expect(await scene.read(appointment.id)).toMatchObject({ start: at(scene.day, '10:00'), end: at(scene.day, '11:15') });
    const { x, y } = await pointOf(page, card, 10);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + 100, { steps: 4 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await scene.read(appointment.id)).toMatchObject({ start: at(scene.day, '10:00') });
    expect(await page.getByLabel('Appointment', { exact: true }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('stays where it was where the time is taken: what is free instead, or over it if that is meant', async () => {
    const appointment = await scene.appointment('10:00');
    await scene.appointment('12:00');
    const { page, complaints } = await open();
    const card = await readyCard(page, appointment);
    const onto = async (minutes: number) => drag(page, await pointOf(page, card, 10), await pointOf(page, card, 10 + minutes));
    await onto(120);
    const dialog = page.getByRole('dialog', { name: 'The appointment stays where it was' });
    await dialog.waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await dialog.getByRole('button', { name: /12:45/ }).click();
    await page.getByRole('button', { name: /^Amélie Gagné, 12:45/ }).waitFor();
    await onto(-45);
    await dialog.getByRole('button', { name: 'Leave it where it was' }).click();
    expect(await scene.read(appointment.id)).toMatchObject({ start: at(scene.day, '12:45') });
    await onto(-45);
    await dialog.getByRole('button', { name: 'Book over it' }).click();
    await page
      .getByRole('button', { name: /^Amélie Gagné, 12:00/ })
      .nth(1)
      .waitFor();
    expect(await scene.read(appointment.id)).toMatchObject({ start: at(scene.day, '12:00'), overbook: true });
    expect(refusals(complaints)).toEqual([]);
  });

  it('goes to nobody of another profession, nor where there is time off unless that is meant', async () => {
    const appointment = await scene.appointment('10:00');
    await scene.owner
      .post('/time-off', { practitionerId: scene.pia, start: at(scene.day, '14:00'), end: at(scene.day, '16:00'), reason: 'Conference' })
      .expect(201);
    const { page, complaints } = await open();
    const card = await readyCard(page, appointment);
    await page.getByText('Time off').waitFor();
    await drag(page, await pointOf(page, card, 10), await pointOf(page, card, 70, scene.mona));
    await page.getByText(/of another profession/).waitFor();
    await drag(page, await pointOf(page, card, 10), await pointOf(page, card, 250));
    await page
      .getByRole('dialog')
      .getByText(/has time off then/)
      .waitFor();
    expect(await scene.read(appointment.id)).toMatchObject({ practitionerId: scene.pia, start: at(scene.day, '10:00') });
    expect(refusals(complaints)).toEqual([]);
  });

  it('is reached, moved, lengthened and opened by the keyboard alone, and told of', async () => {
    const appointment = await scene.appointment('10:00');
    const other = await scene.appointment('10:30', { practitionerId: scene.remy });
    const { page, complaints } = await open();
    await readyCard(page, appointment);
    const focused = () => page.evaluate('document.activeElement.dataset.appointment');
    await page.getByRole('region').focus();
    await page.keyboard.press('Tab');
    // Columns are in the order of the practitioners' names.
    expect(await focused()).toBe(appointment.id);
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe(other.id);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.down('Alt');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page
      .getByRole('status')
      .getByText(/^10:30\sa\.m\. to 11:15\sa\.m\., Pia Physio/)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.up('Alt');
    expect(await scene.read(appointment.id)).toMatchObject({ start: at(scene.day, '10:00') });
    for (let step = 0; step < 6; step++) await page.keyboard.press('Alt+ArrowDown', { delay: 20 });
    await until(async () => (await scene.read(appointment.id)).start === at(scene.day, '11:30'));
    await page.keyboard.press('Alt+ArrowRight');
    await until(async () => (await scene.read(appointment.id)).practitionerId === scene.remy);
    await page.locator(`[data-key$="${scene.remy}"] [data-appointment="${appointment.id}"]`).waitFor();
    await until(async () => (await focused()) === appointment.id);
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await until(async () => (await scene.read(appointment.id)).end === at(scene.day, '12:30'));
    await page.keyboard.press('Enter');
    await page.getByLabel('Appointment', { exact: true }).getByRole('heading', { name: 'Amélie Gagné' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describeInBrowser('the schedule on a phone', () => {
  it('says how many appointments a day of the month has, on a phone in one line and to be heard in full', async () => {
    for (const clock of ['09:00', '10:00', '11:00']) await scene.appointment(clock);
    const { page, complaints } = await scene.open(`/schedule?view=month&date=${scene.day}`, { viewport: PHONE, locale: 'fr-CA' });
    const day = page.getByRole('link', { name: /, 3 rendez-vous$/ });
    const short = day.getByText(/^3\sRDV$/);
    expect((await short.boundingBox())?.height).toBeLessThan(20);
    expect(complaints).toEqual([]);
  });

  it('shows one practitioner at a time, and moves an appointment by a finger that rests', async () => {
    const appointment = await scene.appointment('10:00', { practitionerId: scene.remy });
    const { page, complaints } = await open('', { viewport: PHONE, hasTouch: true });
    expect(await headsOf(page)).toBe(1);
    await page.getByLabel('Practitioner', { exact: true }).selectOption('Rémy Tremblay');
    const card = await readyCard(page, appointment);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    const { x, y } = await pointOf(page, card, 10);
    const cdp = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x, y: at }] });
    await touch('touchStart', y);
    await page.waitForTimeout(500);
    for (const far of [20, 40, 60, 80, 96]) await touch('touchMove', y + far);
    await touch('touchEnd');
    await until(async () => (await scene.read(appointment.id)).start === at(scene.day, '11:00'));
    expect(complaints).toEqual([]);
  });
});

describeInBrowser('whoever cannot see or hear the schedule well', () => {
  it('has no fault of it that axe finds, in both themes and languages, in every view', async () => {
    const appointment = await scene.appointment('10:00');
    const here = await scene.appointment('13:00', { practitionerId: scene.remy });
    await scene.owner.post(`/appointments/${here.id}/arrive`).expect(200);
    const going = await scene.appointment('15:00');
    await scene.owner.post(`/appointments/${going.id}/arrive`).expect(200);
    await scene.owner.post(`/appointments/${going.id}/start`).expect(200);
    const gone = await scene.appointment('16:00');
    await scene.owner.post(`/appointments/${gone.id}/cancel`, { by: 'clinic' }).expect(200);
    for (const locale of ['en-CA', 'fr-CA']) {
      const { page, complaints } = await open(`&ended=true&one=${scene.pia}`, { viewport: DESK, locale });
      await readyCard(page, appointment);
      expect(await faultsInBothThemes(page)).toEqual([]);
      await page.keyboard.press('w');
      await page.locator('[data-key]').nth(6).waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      await page.keyboard.press('m');
      await page.getByRole('link', { name: /, 3 / }).waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(complaints).toEqual([]);
    }
  });
});
