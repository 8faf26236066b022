import { addDays, dateIn } from '@keel/calendar';
import type { Page } from 'playwright-core';
import {
  aDiary,
  type Agent,
  anAppointment,
  aPatient,
  aSignedNote,
  at,
  comingDay,
  linkTo,
  member,
  type TestAppointment,
  until,
} from '@keel/api/testing';
import { describeInBrowser, faultsInBothThemes, PHONE, type OpenedPage } from './testing/browser.js';
import { drag } from './schedule.fixture.js';
import { answerLeave, type StaffSession, staffSession } from './staff.fixture.js';

interface Scene extends StaffSession {
  appointment: TestAppointment;
  path: string;
  /** The appointment as the API tells of it now. */
  now: () => Promise<{ status: string; start: string; version: number; cancelReason: string | null }>;
}

/** On a quarter of an hour, one to one and a quarter hours from now: inside of every notice period. */
const soon = () => new Date(Math.ceil(Date.now() / 900_000) * 900_000 + 3_600_000).toISOString();
/** Of today, whatever the hour: nobody is asked whether they mean an arrival then. */
const ofToday = () => at(dateIn('America/Toronto', Date.now()), '10:00');
const ALERTS = ['Latex allergy', 'Pacemaker'];

async function aScene(over: Record<string, unknown> = {}, locale = 'en'): Promise<Scene> {
  const made = await staffSession('front_desk', { clinic: { locale } });
  const diary = await aDiary(made.owner);
  const patient = await aPatient(made.owner, { pronouns: 'she/her', alerts: ALERTS });
  const appointment = await anAppointment(made.owner, { ...diary, patientId: patient.id }, over);
  const now = async () => (await made.owner.get(`/appointments/${appointment.id}`).expect(200)).body as Awaited<ReturnType<Scene['now']>>;
  return { ...made, appointment, path: `/schedule?appointment=${appointment.id}`, now };
}

const panelOf = (page: Page) => page.getByLabel('Appointment', { exact: true });
const button = (page: Page, name: string) => panelOf(page).getByRole('button', { name, exact: true });

/** Chooses something from the menu of the panel. */
async function choose(page: Page, name: string): Promise<void> {
  await button(page, 'More').click();
  await page.getByRole('menuitem', { name }).click();
}

/** What somebody else does between a press and its arrival at the API: what was pressed is of the appointment as it stood then. */
async function justBefore(page: Page, action: string, meanwhile: () => Promise<unknown>): Promise<void> {
  await page.route(
    `**/${action}`,
    async (route) => {
      await meanwhile();
      await route.continue();
    },
    { times: 1 },
  );
}
/** What is pressed is refused, with the words that say why. */
async function comesLate(page: Page, press: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForResponse((response) => response.status() === 412), press()]);
  await page.getByRole('alert').getByText('Somebody changed this while you were at it').last().waitFor();
}

/** Holds back what the API answers to one such request until it is let go; what was asked for is done meanwhile. */
async function heldBack(page: Page, path: RegExp): Promise<{ done: Promise<void>; letGo: () => void }> {
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route(
    path,
    async (route) => {
      const response = await route.fetch();
      reached.resolve();
      await released.promise;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  return { done: reached.promise, letGo: released.resolve };
}
const A_MOVE = /\/appointments\/[\w-]+$/;
const CONFIRM = /\/confirm$/;

describeInBrowser('the appointment panel', () => {
  it('says that nothing was done where the connection is lost, with words that were fetched before', async () => {
    const scene = await aScene({ start: ofToday() });
    const { page } = await scene.open(scene.path);
    await button(page, 'Arrive').waitFor();
    const words = page.waitForEvent('requestfinished', (request) => request.url().includes('problem-text'));
    await page.keyboard.press('Shift');
    await words;
    await page.context().setOffline(true);
    await button(page, 'Arrive').click();
    await page.getByRole('alert').getByText('We cannot reach the clinic.').waitFor();
    await page.context().setOffline(false);
    await button(page, 'Arrive').click();
    await button(page, 'Arrived').waitFor();
    expect((await scene.now()).version).toBe(scene.appointment.version + 1);
  });

  it('keeps who told the patient of a cancellation, and takes it back after a slip', async () => {
    const scene = await aScene();
    await scene.owner.post(`/appointments/${scene.appointment.id}/cancel`, { by: 'clinic' }).expect(200);
    const { page, complaints } = await scene.open(scene.path);
    await button(page, 'Told').click();
    await panelOf(page)
      .getByText(/^Mara Member told the patient:/)
      .waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await page.reload();
    await button(page, 'Not told after all').click();
    await button(page, 'Told').waitFor();
    await panelOf(page).getByText('has not been told that the clinic cancelled').waitFor();
    // The word about it goes with it.
    await button(page, 'Told').click();
    const word = page.getByText('Amélie Gagné: told of the change');
    await word.waitFor();
    await button(page, 'Not told after all').click();
    await word.waitFor({ state: 'detached', timeout: 4000 });
    await button(page, 'Told').waitFor();
    expect(complaints).toEqual([]);
  });

  it('withdraws the links that were sent, once there are some, in both languages', async () => {
    for (const [locale, withdraw, done] of [
      ['en-CA', 'Withdraw the links that were sent', 'The links open nothing any more'],
      ['fr-CA', 'Retirer les liens envoyés', 'Les liens n’ouvrent plus rien'],
    ] as const) {
      const scene = await aScene();
      await scene.app.sql(
        `INSERT INTO message (clinic_id, id, kind, channel, status, due_at, starts_at, patient_id, appointment_id)
         VALUES ($1, uuidv7(), 'reminder', 'email', 'sent', now(), $2, $3, $4)`,
        [scene.clinic.id, scene.appointment.start, scene.appointment.patientId, scene.appointment.id],
      );
      await linkTo(scene, scene.appointment);
      const { page, complaints } = await scene.open(scene.path, { locale });
      const press = page.getByRole('button', { name: withdraw });
      await press.waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      await press.click();
      await page.getByText(done).waitFor();
      await press.waitFor({ state: 'detached' });
      const { body } = await scene.owner.post(`/appointments/${scene.appointment.id}/withdraw-links`).expect(200);
      expect(body).toEqual({ withdrawn: 0 });
      expect(complaints).toEqual([]);
    }
  });

  it('tells who it is, and takes an appointment from the door to the bill', async () => {
    const scene = await aScene({ start: ofToday() });
    const { page, complaints } = await scene.open(scene.path);
    const panel = panelOf(page);
    await panel.getByRole('heading', { name: 'Amélie Gagné' }).waitFor();
    await panel.getByText('she/her').waitFor();
    expect(await panel.getByRole('list', { name: 'Alerts' }).getByRole('listitem').allInnerTexts()).toEqual(
      ALERTS.map((alert) => ` ${alert}`),
    );
    await panel.getByRole('link', { name: /^Call/ }).waitFor();
    // Arriving is one click.
    await button(page, 'Arrive').click();
    await button(page, 'Arrived').waitFor();
    expect((await scene.now()).status).toBe('arrived');
    await button(page, 'Invoice').click();
    await panel.getByRole('link', { name: /^Invoice / }).waitFor();
    await panel.getByText('$120.00 open').waitFor();
    await button(page, 'Start').click();
    await button(page, 'Complete').click();
    await panel.getByText('Completed', { exact: true }).waitFor();
    expect((await scene.now()).status).toBe('completed');
    await button(page, 'Take payment').click();
    const dialog = page.getByRole('dialog', { name: 'Take a payment' });
    await dialog.getByText('Cash', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Take $120.00' }).click();
    await panel.getByText('Paid · $120.00').waitFor();
    expect(complaints).toEqual([]);
  });

  it('reopens an appointment that was completed by a slip, which waits for a signed note to be taken back', async () => {
    for (const [locale, words] of [
      ['en', { reopen: 'Reopen', arrived: 'Arrived', why: /marked as entered in error first/ }],
      ['fr', { reopen: 'Rouvrir', arrived: 'Sur place', why: /marquer comme saisie par erreur/ }],
    ] as const) {
      const scene = await aScene({}, locale);
      const note = await aSignedNote(scene.owner, scene.appointment.id);
      const { page, complaints } = await scene.open(scene.path, { locale, ...(locale === 'fr' && { viewport: PHONE }) });
      const reopen = page.getByRole('button', { name: words.reopen, exact: true });
      await reopen.waitFor();
      expect([await reopen.isDisabled(), await reopen.getAttribute('title')]).toEqual([true, expect.stringMatching(words.why)]);
      await scene.owner.post(`/notes/${note.id}/entered-in-error`, { reason: 'Another appointment' }, { ifMatch: '*' }).expect(200);
      await page.reload();
      await reopen.click();
      await page.getByRole('button', { name: words.arrived, exact: true }).click();
      await until(async () => (await scene.now()).status === 'booked', 'an appointment that is booked again');
      expect(complaints).toEqual([]);
    }
  });

  it('asks before an arrival that comes before its day, in both languages', async () => {
    for (const [locale, words] of [
      [
        'en',
        {
          arrive: 'Arrive',
          ask: /^This appointment is on Monday, .*\. Mark Amélie Gagné as arrived today\?$/,
          no: 'Cancel',
          yes: 'Mark as arrived',
        },
      ],
      ['fr', { arrive: 'Arrivée', ask: /prévu le lundi .* l’arrivée de Amélie Gagné\u00a0\?$/, no: 'Annuler', yes: 'Noter l’arrivée' }],
    ] as const) {
      const scene = await aScene({}, locale);
      const { page, complaints } = await scene.open(scene.path, { locale });
      const arrive = page.getByRole('button', { name: words.arrive, exact: true });
      const question = page.getByRole('dialog');
      await arrive.click();
      await question.getByText(words.ask).waitFor();
      await question.getByRole('button', { name: words.no, exact: true }).click();
      await question.waitFor({ state: 'detached' });
      expect((await scene.now()).status).toBe('booked');
      await arrive.click();
      await question.getByRole('button', { name: words.yes, exact: true }).click();
      await arrive.waitFor({ state: 'detached' });
      expect((await scene.now()).status).toBe('arrived');
      expect(complaints).toEqual([]);
    }
  });

  it('takes an arrival back by the same button, and by the word that says it', async () => {
    const scene = await aScene({ start: ofToday() });
    const { page } = await scene.open(scene.path);
    await button(page, 'Arrive').click();
    await button(page, 'Arrived').click();
    await button(page, 'Arrive').waitFor();
    expect((await scene.now()).status).toBe('booked');
    await button(page, 'Arrive').click();
    await page.getByRole('button', { name: 'Undo — Amélie Gagné has arrived' }).click();
    await button(page, 'Arrive').waitFor();
    expect((await scene.now()).status).toBe('booked');
    // A double click is one arrival.
    await button(page, 'Arrive').dblclick();
    await button(page, 'Arrived').waitFor();
    expect((await scene.now()).status).toBe('arrived');
  });

  it('does it all by the keyboard: the focus comes in, stays, and goes back', async () => {
    const scene = await aScene({ start: ofToday() });
    const { page } = await scene.open('/schedule');
    const link = page.getByRole('link', { name: 'Schedule' });
    await link.focus();
    await page.evaluate(`history.pushState({}, '', '${scene.path}'); dispatchEvent(new PopStateEvent('popstate'))`);
    await panelOf(page).getByRole('heading', { name: 'Amélie Gagné' }).waitFor();
    await focusIs(page, 'Amélie Gagné');
    await tabTo(page, 'Arrive');
    await page.keyboard.press('Enter');
    await button(page, 'Arrived').waitFor();
    await focusIs(page, 'Arrived');
    await page.keyboard.press('Escape');
    await panelOf(page).waitFor({ state: 'detached' });
    await focusIs(page, 'Schedule');
    expect((await scene.now()).status).toBe('arrived');
  });

  it('cancels with who and why, says what is late, and restores', async () => {
    const scene = await aScene({ start: soon() });
    const { page } = await scene.open(scene.path);
    await choose(page, 'Cancel appointment');
    const form = page.getByRole('form', { name: 'Cancel this appointment' });
    await form.getByText('this will be a late cancellation').waitFor();
    await form.getByLabel('The clinic').check();
    expect(await form.getByText('late cancellation').count()).toBe(0);
    await form.getByLabel('The patient').check();
    await form.getByLabel('Why').fill('The car would not start');
    for (const leave of [
      () => button(page, 'Close the appointment').click(),
      () => choose(page, 'Change time'),
      () => page.getByRole('link', { name: 'Patients', exact: true }).click(),
    ]) {
      await leave();
      await answerLeave(page, 'Stay here');
      expect(await form.getByLabel('Why').inputValue()).toBe('The car would not start');
    }
    await form.getByRole('button', { name: 'Cancel appointment' }).click();
    await panelOf(page).getByText('Reason: The car would not start').waitFor();
    expect(await scene.now()).toMatchObject({ status: 'late_cancelled', cancelReason: 'The car would not start' });
    await button(page, 'Restore').click();
    await button(page, 'Arrive').waitFor();
    expect((await scene.now()).status).toBe('booked');
  });

  it('restores over who has the time by now only where that is meant, by Undo too', async () => {
    for (const [locale, words] of [
      [
        'en',
        {
          restore: 'Restore',
          ask: /^Another appointment is at this time or close to it: .*10:00.*\. If Amélie Gagné is restored there/,
          away: /has time off then: /,
          no: 'Cancel',
          yes: 'Restore all the same',
          arrive: 'Arrive',
          cancel: 'Cancel appointment',
          more: 'More',
          undo: 'Undo — Amélie Gagné: appointment cancelled',
        },
      ],
      [
        'fr',
        {
          restore: 'Rétablir',
          ask: /^Un autre rendez-vous est à ce moment ou tout près\u00a0: .*10.h.* y est rétabli \(Amélie Gagné\)/,
          away: /est alors en congé\u00a0: /,
          no: 'Annuler',
          yes: 'Rétablir quand même',
          arrive: 'Arrivée',
          cancel: 'Annuler le rendez-vous',
          more: 'Autres actions',
          undo: 'Annuler — Amélie Gagné : rendez-vous annulé',
        },
      ],
    ] as const) {
      const scene = await aScene({}, locale);
      const { practitionerId, serviceId, start } = scene.appointment;
      await scene.owner.post(`/appointments/${scene.appointment.id}/cancel`, { by: 'clinic' }).expect(200);
      const other = await anAppointment(scene.owner, { practitionerId, serviceId, patientId: (await aPatient(scene.owner)).id });
      const { page } = await scene.open(scene.path, { locale });
      const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
      const question = page.getByRole('dialog');
      await press(words.restore);
      await question.getByText(words.ask).waitFor();
      await question.getByRole('button', { name: words.no, exact: true }).click();
      await question.waitFor({ state: 'detached' });
      expect((await scene.now()).status).toBe('cancelled');
      await press(words.restore);
      await question.getByRole('button', { name: words.yes, exact: true }).click();
      await page.getByRole('button', { name: words.arrive, exact: true }).waitFor();
      expect(await scene.now()).toMatchObject({ status: 'booked', overbook: true });
      // Somebody else may have the time that a slip gave away, so its Undo asks as well.
      await press(words.more);
      await page.getByRole('menuitem', { name: words.cancel }).click();
      await page.getByRole('form').getByRole('button', { name: words.cancel }).click();
      await press(words.undo);
      await question.getByText(words.ask).waitFor();
      expect((await scene.now()).status).toBe('cancelled');
      await question.getByRole('button', { name: words.yes, exact: true }).click();
      await page.getByRole('button', { name: words.arrive, exact: true }).waitFor();
      expect(await scene.now()).toMatchObject({ status: 'booked', overbook: true });
      // Time off is asked about too.
      for (const { id } of [other, scene.appointment]) await scene.owner.post(`/appointments/${id}/cancel`, { by: 'clinic' }).expect(200);
      await scene.owner.post('/time-off', { practitionerId, start, end: at(comingDay(), '12:00') }).expect(201);
      await page.reload();
      await press(words.restore);
      await question.getByText(words.away).waitFor();
    }
  });

  it('says what helps where an appointment was off before its practitioner stopped, in both languages', async () => {
    for (const [locale, restore, words] of [
      ['en', 'Restore', 'takes no more appointments, and this one was off before. Book a new appointment with somebody else'],
      ['fr', 'Rétablir', 'Réservez-en un nouveau avec quelqu’un d’autre'],
    ] as const) {
      const scene = await aScene({}, locale);
      await scene.owner.post(`/appointments/${scene.appointment.id}/cancel`, { by: 'clinic' }).expect(200);
      await scene.owner.patch(`/practitioners/${scene.appointment.practitionerId}`, { active: false }, { ifMatch: '*' }).expect(200);
      const { page } = await scene.open(scene.path, { locale });
      await page.getByRole('button', { name: restore, exact: true }).click();
      await page.getByRole('alert').getByText(words).waitFor();
    }
  });

  it('asks nothing more where the cancellation arrived and its answer was lost', async () => {
    const scene = await aScene({ start: soon() });
    const { page } = await scene.open(scene.path);
    await choose(page, 'Cancel appointment');
    const form = page.getByRole('form', { name: 'Cancel this appointment' });
    await form.getByLabel('Why').fill('The car would not start');
    await page.route('**/cancel', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await form.getByRole('button', { name: 'Cancel appointment' }).click();
    await panelOf(page).getByText('Reason: The car would not start').waitFor();
    await form.waitFor({ state: 'detached' });
    await button(page, 'Restore').waitFor();
  });

  it('moves to a free time, and offers the nearest ones where it is taken; what was typed stays', async () => {
    const scene = await aScene();
    const { practitionerId, serviceId } = scene.appointment;
    const diary = { practitionerId, serviceId, patientId: (await aPatient(scene.owner)).id };
    const other = await anAppointment(scene.owner, diary, { start: at(comingDay(), '13:00') });
    const { page, complaints } = await scene.open(scene.path);
    await choose(page, 'Change time');
    const form = page.getByRole('form', { name: 'Change the time' });
    await form.getByRole('button', { name: '2:00 p.m.', exact: true }).click();
    expect(await form.getByLabel('Time', { exact: true }).inputValue()).toBe('14:00');
    await form.getByLabel('Time', { exact: true }).fill('13:15');
    await form.getByRole('button', { name: 'Move here' }).click();
    await form.getByText('This time has just been taken').waitFor();
    expect(await form.getByLabel('Time', { exact: true }).inputValue()).toBe('13:15');
    const nearest = form.getByRole('group', { name: 'The nearest free times' }).getByRole('button');
    await nearest.first().click();
    await form.getByRole('button', { name: 'Move here' }).click();
    await form.waitFor({ state: 'detached' });
    const moved = (await scene.now()).start;
    expect([scene.appointment.start, other.start]).not.toContain(moved);
    await page.getByRole('button', { name: /^Undo —/ }).click();
    await until(async () => (await scene.now()).start === scene.appointment.start, 'the undo');
    expect(complaints.filter((text) => !text.includes('409'))).toEqual([]);
  });

  it('shows the newest state where somebody was quicker, and keeps what was typed', async () => {
    const scene = await aScene();
    const { page } = await scene.open(scene.path);
    await choose(page, 'Cancel appointment');
    const form = page.getByRole('form', { name: 'Cancel this appointment' });
    await form.getByLabel('Why').fill('Has a cold');
    const { version } = await scene.now();
    await scene.owner
      .patch(`/appointments/${scene.appointment.id}`, { start: at(addDays(comingDay(), 1), '15:00') }, { ifMatch: version })
      .expect(200);
    await form.getByRole('button', { name: 'Cancel appointment' }).click();
    await form.getByText('Somebody changed this').waitFor();
    await panelOf(page).getByText('3:00 p.m. –').waitFor();
    expect(await form.getByLabel('Why').inputValue()).toBe('Has a cold');
    await form.getByRole('button', { name: 'Cancel appointment' }).click();
    await panelOf(page).getByText('Reason: Has a cold').waitFor();
  });

  it('does no plain action to an appointment that somebody has changed meanwhile, and shows what it is now', async () => {
    const scene = await aScene({ start: ofToday() });
    const act = (action: string) => scene.owner.post(`/appointments/${scene.appointment.id}/${action}`).expect(200);
    const { page } = await scene.open(scene.path);
    const start = at(dateIn('America/Toronto', Date.now()), '15:00');
    const moved = () => scene.owner.patch(`/appointments/${scene.appointment.id}`, { start }, { ifMatch: '*' }).expect(200);
    await justBefore(page, 'confirm', moved);
    await comesLate(page, () => choose(page, 'Confirm'));
    await panelOf(page).getByText('3:00 p.m. –').waitFor();
    expect((await scene.now()).status).toBe('booked');
    // Seen as it is, it is confirmed.
    await choose(page, 'Confirm');
    await until(async () => (await scene.now()).status === 'confirmed', 'the confirmation');
    await justBefore(page, 'arrive', async () => {
      await act('arrive');
      await act('unarrive');
    });
    await comesLate(page, () => button(page, 'Arrive').click());
    expect((await scene.now()).status).toBe('booked');
    await button(page, 'Arrive').click();
    await button(page, 'Arrived').waitFor();
    // Arrived anew, the step that was meant for the first arrival is pressed again.
    await justBefore(page, 'start', async () => {
      await act('unarrive');
      await act('arrive');
    });
    await comesLate(page, () => button(page, 'Start').click());
    expect((await scene.now()).status).toBe('arrived');
    await button(page, 'Start').click();
    await button(page, 'Complete').waitFor();
    expect((await scene.now()).status).toBe('in_session');
  });

  it('does to an appointment what its menu or form was opened on, whatever comes in meanwhile', async () => {
    const scene = await aScene({ start: ofToday() });
    const { page } = await scene.open(scene.path);
    const moveTo = async (clock: string, shown: string) => {
      const start = at(dateIn('America/Toronto', Date.now()), clock);
      await scene.owner.patch(`/appointments/${scene.appointment.id}`, { start }, { ifMatch: '*' }).expect(200);
      await panelOf(page).getByText(shown).waitFor();
    };
    await button(page, 'More').click();
    const confirm = page.getByRole('menuitem', { name: 'Confirm' });
    await confirm.waitFor();
    await moveTo('15:00', '3:00 p.m. –');
    await comesLate(page, () => confirm.click());
    expect((await scene.now()).status).toBe('booked');
    await choose(page, 'Cancel appointment');
    const submit = page.getByRole('form').getByRole('button', { name: 'Cancel appointment' });
    await submit.waitFor();
    await moveTo('16:00', '4:00 p.m. –');
    await comesLate(page, () => submit.click());
    expect((await scene.now()).status).toBe('booked');
    // Seen as it is by now.
    await page.getByRole('form').getByText('Somebody changed this while you were at it').waitFor();
    await submit.click();
    await until(async () => (await scene.now()).status.endsWith('cancelled'), 'the cancellation');
  });

  it('takes back by Undo what it did, and nothing that was done since', async () => {
    const scene = await aScene({ start: ofToday() });
    const act = (action: string, body?: object) => scene.owner.post(`/appointments/${scene.appointment.id}/${action}`, body).expect(200);
    const { page } = await scene.open(scene.path);
    await choose(page, 'Cancel appointment');
    await page.getByRole('form').getByRole('button', { name: 'Cancel appointment' }).click();
    const undo = page.getByRole('button', { name: 'Undo — Amélie Gagné: appointment cancelled' });
    await undo.waitFor();
    await act('restore');
    await act('cancel', { by: 'patient', reason: 'Has a cold' });
    await comesLate(page, () => undo.click());
    expect(await scene.now()).toMatchObject({ cancelReason: 'Has a cold' });
    await panelOf(page).getByText('Reason: Has a cold').waitFor();
    await button(page, 'Restore').click();
    await button(page, 'Arrive').click();
    const arrival = page.getByRole('button', { name: 'Undo — Amélie Gagné has arrived' });
    await arrival.waitFor();
    await act('unarrive');
    await act('arrive');
    await comesLate(page, () => arrival.click());
    expect((await scene.now()).status).toBe('arrived');
  });

  it('restores over another, once it was asked, only what was asked about', async () => {
    const scene = await aScene();
    const { practitionerId, serviceId } = scene.appointment;
    const act = (action: string, body?: object) => scene.owner.post(`/appointments/${scene.appointment.id}/${action}`, body).expect(200);
    await act('cancel', { by: 'clinic' });
    await anAppointment(scene.owner, { practitionerId, serviceId, patientId: (await aPatient(scene.owner)).id });
    const { page } = await scene.open(scene.path);
    await button(page, 'Restore').click();
    const yes = page.getByRole('dialog').getByRole('button', { name: 'Restore all the same' });
    await yes.waitFor();
    await act('restore', { overbook: true });
    await act('cancel', { by: 'patient', reason: 'Has a cold' });
    await comesLate(page, () => yes.click());
    expect(await scene.now()).toMatchObject({ status: 'cancelled', cancelReason: 'Has a cold' });
  });

  it('takes back a move after its own word that the patient was told, and asks where somebody else has the time', async () => {
    const scene = await aScene();
    const { practitionerId, serviceId } = scene.appointment;
    const diary = { practitionerId, serviceId, patientId: (await aPatient(scene.owner)).id };
    const { page } = await scene.open(scene.path);
    const form = page.getByRole('form', { name: 'Change the time' });
    const undo = page.getByRole('button', { name: /^Undo — Amélie Gagné: moved to/ });
    const move = async () => {
      await choose(page, 'Change time');
      await form.getByRole('button', { name: '2:00 p.m.', exact: true }).click();
      await form.getByRole('button', { name: 'Move here' }).click();
      await form.waitFor({ state: 'detached' });
    };
    await move();
    await button(page, 'Told').click();
    await panelOf(page)
      .getByText(/^Mara Member told the patient:/)
      .waitFor();
    await undo.click();
    await until(async () => (await scene.now()).start === scene.appointment.start, 'the way back');
    // So is a cancellation.
    await choose(page, 'Cancel appointment');
    await page.getByRole('form').getByLabel('The clinic').check();
    await page.getByRole('form').getByRole('button', { name: 'Cancel appointment' }).click();
    // The way back was news as well, and its word would be none of the cancellation.
    await button(page, 'Restore').waitFor();
    await button(page, 'Told').click();
    await panelOf(page)
      .getByText(/^Mara Member told the patient:/)
      .waitFor();
    await page.getByRole('button', { name: 'Undo — Amélie Gagné: appointment cancelled' }).click();
    await button(page, 'Arrive').waitFor();
    // It was over another one; then another still is booked there.
    await scene.owner.patch(`/appointments/${scene.appointment.id}`, { start: at(comingDay(), '11:00') }, { ifMatch: '*' }).expect(200);
    const first = await anAppointment(scene.owner, diary);
    const over = { start: scene.appointment.start, overbook: true };
    await scene.owner.patch(`/appointments/${scene.appointment.id}`, over, { ifMatch: '*' }).expect(200);
    await page.reload();
    await move();
    await scene.owner.post(`/appointments/${first.id}/cancel`, { by: 'patient' }).expect(200);
    await anAppointment(scene.owner, diary);
    await undo.click();
    const question = page.getByRole('dialog');
    await question.getByText('If Amélie Gagné is moved back there, the two share the time').waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    expect((await scene.now()).start).not.toBe(scene.appointment.start);
    await question.getByRole('button', { name: 'Move back all the same' }).click();
    await until(async () => (await scene.now()).start === scene.appointment.start, 'the way back over another');
  });

  it.each([true, false])('does what its person does next, the answer to the last thing having come or not (%s)', async (come) => {
    const scene = await aScene();
    const { page } = await scene.open(scene.path);
    const become = (what: object) =>
      until(async () => expect.objectContaining(what).asymmetricMatch(await scene.now()), JSON.stringify(what));
    /** The first thing, and the next, which is chosen while the first one is on its way: before or after its answer. */
    const inOneGo = async (path: RegExp, first: () => Promise<unknown>, begin: () => Promise<unknown>, next: () => Promise<unknown>) => {
      const { done, letGo } = await heldBack(page, path);
      const answered = page.waitForResponse((response) => path.test(response.url()) && response.request().method() !== 'GET');
      await first();
      await done;
      await begin();
      if (!come) await next();
      letGo();
      await answered;
      if (!come) return;
      // Until it is drawn.
      await page.waitForTimeout(300);
      await next();
    };
    const openMenu = () => button(page, 'More').click();
    const confirm = () => page.getByRole('menuitem', { name: 'Confirm' }).click();
    const card = page.locator(`[data-appointment="${scene.appointment.id}"]`);
    // Moved by the keyboard.
    const lower = async () => {
      await card.focus();
      await page.keyboard.press('Alt+ArrowDown');
    };
    await inOneGo(A_MOVE, lower, openMenu, confirm);
    await become({ status: 'confirmed', start: at(comingDay(), '10:15') });
    // Moved back by Undo. What was confirmed is arrived, and asked about since its day is to come.
    await lower();
    await become({ start: at(comingDay(), '10:30') });
    const undo = page.getByRole('button', { name: /^Undo — Amélie Gagné: now .*10:30/ });
    const question = page.getByRole('dialog').getByRole('button', { name: 'Mark as arrived' });
    const arrive = () => button(page, 'Arrive').click();
    await inOneGo(
      A_MOVE,
      () => undo.click(),
      arrive,
      () => question.click(),
    );
    await become({ status: 'arrived', start: at(comingDay(), '10:15') });
    await button(page, 'Arrived').click();
    await become({ status: 'booked' });
    // Confirmed, and then dragged or arrived.
    const fall = async () => {
      const box = await card.boundingBox();
      if (!box) throw new Error('The card is not drawn');
      await drag(page, { x: box.x + 20, y: box.y + 10 }, { x: box.x + 20, y: box.y + 10 + 15 * 1.6 });
    };
    const chooseConfirm = () => choose(page, 'Confirm');
    await inOneGo(CONFIRM, chooseConfirm, async () => undefined, fall);
    // A move has to be confirmed anew.
    await become({ status: 'booked', start: at(comingDay(), '10:30') });
    await scene.owner.post(`/appointments/${scene.appointment.id}/cancel`, { by: 'patient' }).expect(200);
    // Restored, and then confirmed.
    await button(page, 'Restore').waitFor();
    if (come) await inOneGo(/\/restore$/, () => button(page, 'Restore').click(), openMenu, confirm);
    else {
      await button(page, 'Restore').click();
      await become({ status: 'booked' });
      await openMenu();
      await confirm();
    }
    await become({ status: 'confirmed' });
    expect(await page.getByText('Somebody changed this').count()).toBe(0);
  });

  it('does nothing next where a colleague was quicker while the answer to the last thing was on its way', async () => {
    const scene = await aScene();
    const { page } = await scene.open(scene.path);
    const { done, letGo } = await heldBack(page, CONFIRM);
    await choose(page, 'Confirm');
    await done;
    await scene.owner.patch(`/appointments/${scene.appointment.id}`, { start: at(comingDay(), '15:00') }, { ifMatch: '*' }).expect(200);
    await button(page, 'Arrive').click();
    await comesLate(page, async () => {
      await page.getByRole('dialog').getByRole('button', { name: 'Mark as arrived' }).click();
      letGo();
    });
    await panelOf(page).getByText('3:00 p.m. –').waitFor();
    // As a move leaves it.
    expect((await scene.now()).status).toBe('booked');
  });

  it('asks to sign in again above the page when the session has ended, and loses nothing', async () => {
    const scene = await aScene();
    const { page } = await scene.open(scene.path);
    await choose(page, 'Cancel appointment');
    // Found by its label, since what is covered has no role.
    const form = page.locator('form[aria-label="Cancel this appointment"]');
    await form.getByLabel('Why').fill('Moved away');
    await scene.app.sql('DELETE FROM session WHERE clinic_id = $1', [scene.clinic.id]);
    // The page may have noticed by itself, and asks already.
    await form.locator('button[type=submit]').dispatchEvent('click');
    const dialog = page.getByRole('dialog', { name: 'You were signed out' });
    await dialog.getByLabel('Password').first().fill('correct horse battery');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await form.getByLabel('Why').inputValue()).toBe('Moved away');
    expect(await page.getByText('You are not signed in any more').count()).toBe(0);
    await form.getByRole('button', { name: 'Cancel appointment' }).click();
    await panelOf(page).getByText('Reason: Moved away').waitFor();
  });
});

describeInBrowser('the appointment panel, by who looks', () => {
  it('keeps note text from the front desk and changes from billing, each with the reason', async () => {
    const scene = await aScene();
    const { page } = await scene.open(scene.path);
    await panelOf(page).getByText('Notes are for those with access to charts').waitFor();
    expect(await panelOf(page).getByRole('link', { name: /note/i }).count()).toBe(0);
    const { agent: billing } = await member(scene.app, scene.owner, scene.clinic.id, 'billing');
    const seen = await openAs(scene, billing);
    expect(await button(seen.page, 'Arrive').isDisabled()).toBe(true);
    expect(await button(seen.page, 'Arrive').getAttribute('title')).toBe('Your role may look at appointments, not change them');
    await button(seen.page, 'More').click();
    expect(await seen.page.getByRole('menuitem', { name: /Cancel appointment/ }).innerText()).toContain(
      'Your role may look at appointments',
    );
    expect(seen.complaints).toEqual([]);
  });

  it.each([
    ['en-CA', undefined],
    ['fr-CA', PHONE],
  ] as const)('has no fault that axe finds, in both themes, in %s', async (locale, viewport) => {
    const scene = await aScene({ start: soon() }, locale.slice(0, 2));
    const { page, complaints } = await scene.open(`/inbox?appointment=${scene.appointment.id}`, { locale, ...(viewport && { viewport }) });
    await page.getByRole('heading', { name: 'Amélie Gagné' }).waitFor();
    await page.getByRole('heading', { name: locale === 'fr-CA' ? 'Prochain rendez-vous' : 'Next appointment' }).waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: locale === 'fr-CA' ? 'Autres actions' : 'More' }).click();
    await page.getByRole('menuitem', { name: locale === 'fr-CA' ? 'Changer l’heure' : 'Change time' }).click();
    await page.getByLabel(locale === 'fr-CA' ? 'Jour' : 'Day', { exact: true }).fill(comingDay());
    await page.getByRole('form').getByRole('group').getByRole('button').first().waitFor();
    await page.getByRole('menu').waitFor({ state: 'detached' });
    expect(await faultsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: locale === 'fr-CA' ? 'Autres actions' : 'More' }).click();
    await page.getByRole('menuitem', { name: locale === 'fr-CA' ? 'Annuler le rendez-vous' : 'Cancel appointment' }).click();
    // Another day was chosen in the form that makes room.
    await page.getByRole('button', { name: locale === 'fr-CA' ? 'Quitter sans enregistrer' : 'Leave without saving' }).click();
    await page.getByText(locale === 'fr-CA' ? 'annulation tardive' : 'late cancellation').waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    expect(complaints).toEqual([]);
    if (viewport) {
      // All of a phone’s screen, and nothing wider than it.
      expect(await page.getByRole('dialog').evaluate((panel) => [panel.clientWidth, panel.scrollWidth])).toEqual([
        PHONE.width,
        PHONE.width,
      ]);
      await page.getByRole('button', { name: locale === 'fr-CA' ? 'Fermer le rendez-vous' : 'Close the appointment' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });
});

function openAs(scene: Scene, as: Agent): Promise<OpenedPage> {
  return scene.open(scene.path, { as });
}

/** What has the focus says this. */
async function focusIs(page: Page, name: string): Promise<void> {
  await page.locator(':focus', { hasText: name }).waitFor();
}

/** Goes on by Tab until something that says this has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').innerText()).trim() === name) return;
  }
  throw new Error(`Tab never came to ${name}`);
}
