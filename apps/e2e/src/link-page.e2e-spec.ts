import { readFileSync } from 'node:fs';
import { accessibilityFaults, describeInBrowser, openPage, smallTargets } from './testing/browser.js';
import { aDiary, anAppointment, aPatient, linkTo, type Providers, providers, session } from '@keel/api/testing';

let world: Providers;
beforeAll(async () => {
  world = await providers();
});

/** A booked appointment, the address that its reminder holds, and how the clinic sees the appointment. */
async function remindedAppointment(patient: Record<string, unknown> = {}) {
  const { env } = world;
  const here = await session('owner', { env });
  const { agent, app, clinic } = here;
  world.leadTo(app);
  const diary = await aDiary(agent);
  const appointment = await anAppointment(agent, { ...diary, patientId: (await aPatient(agent, patient)).id });
  const token = await linkTo(here, appointment);
  const status = async () => ((await agent.get(`/appointments/${appointment.id}`).expect(200)).body as { status: string }).status;
  return { url: `${env['PUBLIC_URL']}/l/${token}`, status, app, clinic, agent, appointment };
}

describeInBrowser('the page behind a reminder', () => {
  it('changes nothing when opened, and confirms with one tap', async () => {
    const { url, status } = await remindedAppointment();
    const { page, complaints } = await openPage(url);
    await page.getByRole('heading', { name: 'Your appointment', exact: true }).waitFor();
    await page.getByText('10:00 a.m. – 10:45 a.m.').waitFor();
    expect(await status()).toBe('booked');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    await page.getByRole('button', { name: 'Confirm my appointment' }).click();
    await page.getByRole('heading', { name: 'Your appointment is confirmed' }).waitFor();
    expect(await status()).toBe('confirmed');
    await page.reload();
    await page.getByRole('heading', { name: 'Your appointment is confirmed' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('cancels in the patient’s own language and in the dark, after asking once', async () => {
    const { url, status } = await remindedAppointment({ locale: 'fr' });
    const { page, complaints } = await openPage(url, { colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Annuler mon rendez\u2011vous' }).click();
    await page.getByRole('button', { name: 'Garder mon rendez\u2011vous' }).click();
    expect(await status()).toBe('booked');
    await page.getByRole('button', { name: 'Annuler mon rendez\u2011vous' }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    await page.getByRole('button', { name: 'Oui, annuler mon rendez\u2011vous' }).click();
    await page.getByRole('heading', { name: 'Votre rendez\u2011vous est annulé' }).waitFor();
    expect(await status()).toBe('cancelled');
    expect(await page.getByRole('button', { name: /rendez\u2011vous/ }).count()).toBe(0);
    expect(await page.getByRole('link', { name: /calendrier/ }).count()).toBe(0);
    expect(await page.locator('html').getAttribute('lang')).toBe('fr-CA');
    expect(complaints).toEqual([]);
  });

  it('goes into the calendar of the phone, in both languages, and stays as it was', async () => {
    for (const [locale, name, summary] of [
      ['en', 'Add to my calendar', 'SUMMARY:Appointment at Érablière Physio'],
      ['fr', 'Ajouter à mon calendrier', 'SUMMARY:Rendez-vous – Érablière Physio'],
    ] as const) {
      const { url, status } = await remindedAppointment({ locale });
      const { page, complaints } = await openPage(url);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
      expect(download.suggestedFilename()).toBe('appointment.ics');
      expect(readFileSync(await download.path(), 'utf8')).toContain(summary);
      expect(await status()).toBe('booked');
      await page.getByRole('button', { name: /Confirm/ }).click();
      await page.getByRole('heading', { name: /confirm/ }).waitFor();
      expect(await page.getByRole('link', { name }).count()).toBe(1);
      expect(complaints).toEqual([]);
    }
  });

  it('says so where the link does not open any more', async () => {
    const { url } = await remindedAppointment();
    const { page } = await openPage(url.replace(/.{4}$/, 'AAAA'));
    await page.getByRole('heading', { name: 'This link does not open any more' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('keeps the buttons where there is no answer, and acts once there is one', async () => {
    const { url, status } = await remindedAppointment();
    const { page } = await openPage(url);
    const confirm = page.getByRole('button', { name: 'Confirm my appointment' });
    await confirm.waitFor();
    await page.context().setOffline(true);
    await confirm.click();
    await page.getByRole('alert').getByText('We cannot reach the clinic').waitFor();
    expect(await status()).toBe('booked');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Your appointment is confirmed' }).waitFor();
    expect(await status()).toBe('confirmed');
  });

  it('shows how things stand where the clinic was quicker', async () => {
    const { url, app, clinic } = await remindedAppointment();
    const { page } = await openPage(url);
    await page.getByRole('button', { name: 'Confirm my appointment' }).waitFor();
    await app.sql("UPDATE appointment SET status = 'cancelled', version = version + 1 WHERE clinic_id = $1", [clinic.id]);
    await page.getByRole('button', { name: 'Confirm my appointment' }).click();
    await page.getByRole('heading', { name: 'Your appointment is cancelled' }).waitFor();
  });

  it('asks again where the appointment was moved, in both languages, and takes the answer to what it shows then', async () => {
    for (const [locale, confirm, notice, title] of [
      ['en', 'Confirm my appointment', /changed this appointment/, 'Your appointment is confirmed'],
      ['fr', 'Confirmer mon rendez\u2011vous', /modifié ce rendez-vous/, 'Votre rendez\u2011vous est confirmé'],
    ] as const) {
      const { url, status, agent, appointment } = await remindedAppointment({ locale });
      const { page } = await openPage(url);
      await page.getByRole('button', { name: confirm }).waitFor();
      const start = new Date(Date.parse(appointment.start) + 7_200_000).toISOString();
      await agent.patch(`/appointments/${appointment.id}`, { start }, { ifMatch: '*' }).expect(200);
      await page.getByRole('button', { name: confirm }).click();
      await page.getByRole('alert').getByText(notice).waitFor();
      await page
        .getByText(locale === 'en' ? '12:00 p.m. – 12:45 p.m.' : /12\s?h/)
        .first()
        .waitFor();
      // And what it was is said beside what it is.
      await page.getByText(locale === 'en' ? /Until now it was: .*10:00 a\.m\., with Pia/ : /Jusqu’ici, c’était\s: .*10\s?h/).waitFor();
      expect(await status()).toBe('booked');
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: confirm }).click();
      await page.getByRole('heading', { name: title }).waitFor();
      expect(await status()).toBe('confirmed');
    }
  });

  it('says whom to call behind a link that was withdrawn, and nothing of the appointment', async () => {
    const { url, agent, appointment } = await remindedAppointment();
    await agent.post(`/appointments/${appointment.id}/withdraw-links`).expect(200);
    const { page } = await openPage(url);
    await page.getByRole('heading', { name: 'This link has been closed' }).waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Érablière Physio');
    expect(text).not.toMatch(/10:00|Pia|Amélie/);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
