import { dateIn } from '@keel/calendar';
import type { Page } from 'playwright-core';
import { describeInBrowser, faultsInBothThemes } from './testing/browser.js';
import { anAppointment, aNote, aPatient, aService, at, type TestAppointment, until, workingHours } from '@keel/api/testing';
import { leaveQuestion, readIn, type StaffSession, staffSession } from './staff.fixture.js';

interface Scene extends StaffSession {
  appointment: TestAppointment;
  path: string;
  status: () => Promise<string>;
}

/** An appointment of today, whatever the hour: nobody is asked whether they mean an arrival then. */
async function aScene(): Promise<Scene> {
  const made = await staffSession('practitioner');
  const [service, patient] = await Promise.all([aService(made.owner), aPatient(made.owner)]);
  const practitionerId = made.practitionerId ?? '';
  await workingHours(made.owner, practitionerId);
  const diary = { practitionerId, serviceId: service.id, patientId: patient.id };
  const appointment = await anAppointment(made.owner, diary, { start: at(dateIn('America/Toronto', Date.now()), '10:00') });
  const status = async () => ((await made.owner.get(`/appointments/${appointment.id}`).expect(200)).body as { status: string }).status;
  return { ...made, appointment, path: `/schedule?appointment=${appointment.id}`, status };
}

const button = (page: Page, name: string) => page.getByLabel('Appointment', { exact: true }).getByRole('button', { name, exact: true });

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'My account', exact: false }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}
const signedOut = (page: Page) => page.getByRole('heading', { name: 'Sign in' }).waitFor();
const stillIn = (page: Page) => page.getByRole('button', { name: 'My account', exact: false }).waitFor();

/** One such change does not reach the API until it is let go. */
async function heldBack(page: Page, path: RegExp): Promise<{ asked: Promise<void>; letGo: () => void }> {
  const [asked, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route(
    path,
    async (route) => {
      asked.resolve();
      await released.promise;
      // A request that was given up with its page cannot go on.
      await route.continue().catch(() => undefined);
    },
    { times: 1 },
  );
  return { asked: asked.promise, letGo: released.resolve };
}

/** The patient arrives, which is not answered. */
async function anArrival(scene: Scene) {
  const { page } = await scene.open(scene.path);
  const held = await heldBack(page, /\/arrive$/);
  await button(page, 'Arrive').click();
  await held.asked;
  return { page, ...held };
}

describeInBrowser('signing out, or leaving the window', () => {
  it('sends first what was done, and what waits for that', async () => {
    const scene = await aScene();
    const { page } = await scene.open(scene.path);
    const { asked, letGo } = await heldBack(page, /\/confirm$/);
    await button(page, 'More').click();
    await page.getByRole('menuitem', { name: 'Confirm' }).click();
    await asked;
    await button(page, 'Arrive').click();
    await signOut(page);
    await page.getByRole('dialog', { name: 'Saving what you did' }).waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    letGo();
    await signedOut(page);
    await until(async () => (await scene.status()) === 'arrived', 'the arrival');
  });

  it('asks where nothing comes over the network any more, neither an answer nor what it asks with', async () => {
    const scene = await aScene();
    const { page } = await scene.open(scene.path);
    const words = page.waitForResponse(/assets\/way-out-dialog-.*\.js$/);
    // A key that does nothing: a press in the middle of the page is, at some hours, one at a free time, and begins a booking.
    await button(page, 'Arrive').waitFor();
    await page.keyboard.press('Shift');
    await (await words).finished();
    const { asked, letGo } = await heldBack(page, /\/arrive$/);
    await button(page, 'Arrive').click();
    await asked;
    await page.getByRole('button', { name: 'My account', exact: false }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    // It hangs, and does not fail.
    await page.route(/\/assets\//, () => new Promise(() => undefined));
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('dialog', { name: 'Saving what you did' }).waitFor();
    letGo();
    await until(async () => (await scene.status()) === 'arrived', 'the arrival');
  });

  it('says what would be lost where no answer comes, and goes without it for who says so', async () => {
    const scene = await aScene();
    const { page, letGo } = await anArrival(scene);
    await signOut(page);
    const question = page.getByRole('dialog', { name: 'Not everything is saved yet' });
    await question.waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await question.getByRole('button', { name: 'Stay signed in' }).click();
    await question.waitFor({ state: 'hidden' });
    await stillIn(page);
    await signOut(page);
    await question.getByRole('button', { name: 'Sign out without it' }).click();
    await signedOut(page);
    letGo();
    expect(await scene.status()).toBe('booked');
  });

  it('stays where what was done is refused, and says why', async () => {
    const scene = await aScene();
    const { page, letGo } = await anArrival(scene);
    await scene.owner.post(`/appointments/${scene.appointment.id}/cancel`, { by: 'clinic' }, { ifMatch: '*' }).expect(200);
    await signOut(page);
    await page.getByRole('dialog', { name: 'Saving what you did' }).waitFor();
    letGo();
    await page.getByRole('alert').getByText('Somebody changed this while you were at it').last().waitFor();
    await page.getByRole('dialog', { name: 'Saving what you did' }).waitFor({ state: 'hidden' });
    await stillIn(page);
  });

  it('is asked about by the browser while something is not saved, and by nobody once it is', async () => {
    const scene = await aScene();
    const { page, letGo } = await anArrival(scene);
    const asked = page.waitForEvent('dialog');
    const reload = page.reload({ timeout: 3000 }).catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await reload;
    letGo();
    await until(async () => (await scene.status()) === 'arrived', 'the arrival');
    await page.reload();
    await stillIn(page);
  });

  it('saves the draft of a note that was just typed, and asks of a form that it cannot save', async () => {
    const scene = await aScene();
    const { id } = await aNote(scene.agent, scene.appointment.id, { sections: [] });
    const { page } = await scene.open(`/notes/${id}`);
    await page.getByRole('textbox', { name: 'Treatment, advice and next steps' }).fill('Step-ups');
    await signOut(page);
    await signedOut(page);
    const { body } = await scene.owner.get(`/notes/${id}`).expect(200);
    expect(JSON.stringify(body)).toContain('Step-ups');

    const other = await staffSession();
    const { page: form } = await other.open('/patients/new');
    await form.getByLabel('Legal first name').fill('Amélie');
    await signOut(form);
    await leaveQuestion(form).getByRole('button', { name: 'Stay here' }).click();
    expect(await form.getByLabel('Legal first name').inputValue()).toBe('Amélie');
    await signOut(form);
    await leaveQuestion(form).getByRole('button', { name: 'Leave without saving' }).click();
    await signedOut(form);
  });

  it('says so in French too', async () => {
    const scene = await aScene();
    const { page } = await scene.open(scene.path);
    await readIn(page, 'fr');
    const held = await heldBack(page, /\/arrive$/);
    await page.getByLabel('Rendez-vous', { exact: true }).getByRole('button', { name: 'Arrivée', exact: false }).first().click();
    await held.asked;
    await page.getByRole('button', { name: 'Mon compte', exact: false }).click();
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await page.getByRole('dialog', { name: 'Enregistrement en cours' }).waitFor();
    await page.getByRole('dialog', { name: 'Tout n’est pas encore enregistré' }).waitFor();
    held.letGo();
    await page.getByLabel('Mot de passe').first().waitFor();
  });
});
