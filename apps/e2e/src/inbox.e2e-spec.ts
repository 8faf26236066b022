import type { Page } from 'playwright-core';
import { faultsInBothThemes, describeInBrowser, PHONE } from './testing/browser.js';
import { aDiary, anAppointment, aPatient, CLINIC_NUMBER, dueNow, inDays, member, until } from '@keel/api/testing';
import { type StaffSession, staffSession } from './staff.fixture.js';

interface Row {
  id: string;
  status: string;
  attention: boolean;
}

let at: StaffSession;
const BOUNCED = 'bounced@patients.example';
const SILENT = 'silent@patients.example';

const rows = async (query = '') => ((await at.owner.get(`/messages?limit=100${query}`).expect(200)).body as { data: Row[] }).data;

/** An appointment in four days whose e-mail reminder is due now, and what the provider makes of it. */
async function reminded(lastName: string, email: string): Promise<string> {
  const diary = await aDiary(at.owner);
  const patient = await aPatient(at.owner, { firstName: 'Rose', lastName, email, phone: null });
  const appointment = await anAppointment(at.owner, { ...diary, patientId: patient.id }, { start: inDays(4) });
  await until(async () => (await rows(`&appointmentId=${appointment.id}`)).length > 0, 'a planned reminder');
  await dueNow(at.app, appointment.id);
  return appointment.id;
}

const settled = (appointmentId: string, status: string) =>
  until(async () => (await rows(`&appointmentId=${appointmentId}`)).some((row) => row.status === status), `a message that is ${status}`);

const list = (page: Page, name: string) => page.getByRole('list', { name }).getByRole('listitem');

describeInBrowser('the inbox', () => {
  beforeAll(async () => {
    at = await staffSession('front_desk', { workers: true });
    const { faults } = at.world.sandbox;
    faults.add({ channel: 'email', fault: 'fail', code: 550, to: BOUNCED });
    // The text was read and nothing answered: whether it left, nobody knows.
    faults.add({ channel: 'email', fault: 'cut_after', to: SILENT, times: 1 });
    await settled(await reminded('Delivered', 'rose@patients.example'), 'sent');
    await settled(await reminded('Bounced', BOUNCED), 'failed');
    await settled(await reminded('Silent', SILENT), 'unknown');
  });

  it('puts failed and unknown ones first, in words and with what to do, and counts them at the rail', async () => {
    const { page, complaints } = await at.open('/inbox');
    const first = list(page, 'To look into');
    await first.first().waitFor();
    expect(await first.count()).toBe(2);
    expect(await first.nth(0).innerText()).toMatch(/Rose Silent[\s\S]*Unknown/);
    expect(await first.nth(1).innerText()).toMatch(/Rose Bounced[\s\S]*Not sent[\s\S]*The e-mail address does not exist/);
    const mail = list(page, 'Everything else').filter({ hasText: 'Rose Delivered' }).filter({ hasText: 'E-mail' });
    expect(await mail.innerText()).toMatch(/Sent/);
    await page.getByRole('link', { name: /Inbox.*2 messages to look into/ }).waitFor();
    await first.nth(1).getByRole('link').click();
    const detail = page.getByRole('region', { name: 'Reminder of the appointment' });
    await detail.getByText('Correct it in the patient’s details').waitFor();
    expect(await detail.innerText()).toMatch(/Refused[\s\S]*Code smtp_550/);
    expect(await detail.getByText(BOUNCED).count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('shows what is between the clinic and its patients, and mails to colleagues by themselves', async () => {
    await at.owner.post('/staff', { email: 'new@clinic.example', firstName: 'Nora', lastName: 'New', roles: ['billing'] }).expect(201);
    const toStaff = await until(async () => (await rows('&audience=staff')).length > 0 && rows('&audience=staff'), 'an invitation');
    expect(toStaff.some(({ attention }) => attention)).toBe(false);
    for (const [locale, words] of [
      ['en-CA', { rest: 'Everything else', list: 'Messages', staff: 'To staff', kind: 'Invitation to join' }],
      ['fr-CA', { rest: 'Tous les autres', list: 'Messages', staff: 'À l’équipe', kind: 'Invitation à se joindre' }],
    ] as const) {
      const { page, complaints } = await at.open('/inbox', { locale });
      await list(page, words.rest).filter({ hasText: 'Rose Delivered' }).first().waitFor();
      expect(await page.getByRole('main').getByText(words.kind).count()).toBe(0);
      await page.getByRole('radio', { name: words.staff }).check();
      await list(page, words.list).filter({ hasText: words.kind }).first().waitFor();
      expect(await list(page, words.list).filter({ hasText: 'Rose' }).count()).toBe(0);
      expect(page.url()).toMatch(/show=staff/);
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(complaints).toEqual([]);
    }
  });

  it('lists whom the clinic has not told of what it changed, until somebody has', async () => {
    const diary = await aDiary(at.owner);
    const patient = await aPatient(at.owner, { firstName: 'Nina', lastName: 'Untold', email: null, phone: '+16135550177' });
    const appointment = await anAppointment(at.owner, { ...diary, patientId: patient.id }, { start: inDays(5) });
    await at.owner.post(`/appointments/${appointment.id}/cancel`, { by: 'clinic' }).expect(200);
    const { page, complaints } = await at.open('/inbox?show=untold');
    const call = list(page, 'To be told').filter({ hasText: 'Nina Untold' });
    await call.getByText('Cancelled by the clinic: the patient has not been told.').waitFor();
    await page.getByRole('link', { name: /Inbox.*1 appointment to tell a patient about/ }).waitFor();
    expect(await faultsInBothThemes(page)).toEqual([]);
    await call.getByRole('link').click();
    const panel = page.getByRole('complementary').or(page.getByRole('dialog'));
    await panel.getByRole('button', { name: 'Told', exact: true }).click();
    await page.getByText('Nobody to be told').waitFor();
    expect(complaints).toEqual([]);
  });

  it('lists all who are to be told, however many', async () => {
    const here = await staffSession('front_desk', { workers: true });
    const patient = await aPatient(here.owner, { firstName: 'Nina', lastName: 'Untold' });
    const appointment = await anAppointment(here.owner, { ...(await aDiary(here.owner)), patientId: patient.id }, { start: inDays(5) });
    await here.owner.post(`/appointments/${appointment.id}/cancel`, { by: 'clinic' }).expect(200);
    const another = `INSERT INTO appointment SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()))).*
      FROM appointment a, generate_series(1, 204) WHERE a.id = $1`;
    await here.app.sql(another, [appointment.id]);
    const { page } = await here.open('/inbox?show=untold');
    await page.getByRole('link', { name: /Inbox.*205 appointments to tell patients about/ }).waitFor();
    await list(page, 'To be told').nth(204).waitFor();
  });

  it('is filtered by state and channel, which the address keeps', async () => {
    const { page } = await at.open('/inbox?show=sent');
    await list(page, 'Messages').filter({ hasText: 'Rose Delivered' }).waitFor();
    expect(
      await list(page, 'Messages')
        .filter({ hasText: /Silent|Bounced/ })
        .count(),
    ).toBe(0);
    await page.getByRole('radio', { name: 'Failed' }).check();
    await list(page, 'Messages').filter({ hasText: 'Rose Silent' }).waitFor();
    await page.getByRole('combobox', { name: 'Channel' }).selectOption({ label: 'Text message' });
    await page.getByText('Nothing matches what is chosen above').waitFor();
    expect(page.url()).toMatch(/show=failed&channel=sms/);
  });

  it('is read but not decided about by who may not send', async () => {
    const { agent } = await member(at.app, at.owner, at.clinic.id, 'practitioner');
    const [unknown] = await rows('&status=unknown');
    const { page } = await at.open(`/inbox?message=${unknown?.id}`, { as: agent });
    await page.getByText('You may read messages, but not decide about them').waitFor();
    expect(await page.getByRole('button', { name: 'It arrived' }).isDisabled()).toBe(true);
    const billing = await member(at.app, at.owner, at.clinic.id, 'billing');
    const other = await at.open('/inbox', { as: billing.agent });
    await other.page.getByText('You may not do this').waitFor();
    expect(await other.page.getByRole('link', { name: /^Inbox/ }).count()).toBe(0);
  });

  it('has no fault that axe finds, in both themes and languages, at a desk and on a phone', async () => {
    const [unknown] = await rows('&status=unknown');
    for (const locale of ['en-CA', 'fr-CA']) {
      const { page, complaints } = await at.open(`/inbox?message=${unknown?.id}`, { locale });
      await page.locator('ol li').first().waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
      expect(complaints).toEqual([]);
    }
  });

  it('lets go of an unknown one that arrived and of a failed one that somebody took care of, by the keyboard', async () => {
    const { page, complaints } = await at.open('/inbox?show=attention');
    await list(page, 'Messages').filter({ hasText: 'Rose Silent' }).getByRole('link').press('Enter');
    await page.getByRole('button', { name: 'It arrived' }).press('Enter');
    await page.getByText('Noted as arrived').waitFor();
    await page.getByRole('link', { name: /Inbox.*1 message to look into/ }).waitFor();
    await list(page, 'Messages').filter({ hasText: 'Rose Bounced' }).getByRole('link').press('Enter');
    await page.getByRole('button', { name: 'Mark as taken care of' }).press('Enter');
    await page.getByText('Nothing to look into').waitFor();
    expect((await rows()).filter(({ attention }) => attention)).toEqual([]);
    expect(await rows('&status=unknown')).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('puts a patient’s text before somebody, with what was written and from where, in both languages', async () => {
    const phone = '+16135558844';
    const diary = await aDiary(at.owner);
    const patient = await aPatient(at.owner, { firstName: 'Rose', lastName: 'Writer', email: null, phone });
    const appointment = await anAppointment(at.owner, { ...diary, patientId: patient.id }, { start: inDays(4) });
    await until(async () => (await rows(`&appointmentId=${appointment.id}`)).length > 0, 'a planned reminder');
    await dueNow(at.app, appointment.id);
    await settled(appointment.id, 'delivered');
    await at.world.sandbox.carrier.receive(phone, CLINIC_NUMBER, 'Is there parking?');
    for (const [locale, words] of [
      ['en-CA', { kind: 'Text from a patient', list: 'Messages', show: 'attention', from: 'From' }],
      ['fr-CA', { kind: 'Texto d’un patient', list: 'Messages', show: 'received', from: 'De' }],
    ] as const) {
      const { page, complaints } = await at.open(`/inbox?show=${words.show}`, { locale });
      await list(page, words.list).filter({ hasText: 'Rose Writer' }).getByRole('link').click();
      const detail = page.getByRole('region', { name: words.kind });
      await detail.getByText('Is there parking?').waitFor();
      await detail.getByText(words.from, { exact: true }).waitFor();
      await detail.getByText(/613\s555-8844/).waitFor();
      expect(await faultsInBothThemes(page)).toEqual([]);
      expect(complaints).toEqual([]);
    }
    const { page } = await at.open('/inbox?show=attention');
    await list(page, 'Messages').filter({ hasText: 'Rose Writer' }).getByRole('link').press('Enter');
    await page.getByRole('button', { name: 'Mark as taken care of' }).press('Enter');
    await page.getByText('Nothing to look into').waitFor();
  });

  it('puts a text from a number that is the patient’s no more before somebody as from nobody known, with the number', async () => {
    const phone = '+16135558855';
    const diary = await aDiary(at.owner);
    const patient = await aPatient(at.owner, { firstName: 'Rose', lastName: 'Moved', email: null, phone });
    const appointment = await anAppointment(at.owner, { ...diary, patientId: patient.id }, { start: inDays(4) });
    await until(async () => (await rows(`&appointmentId=${appointment.id}`)).length > 0, 'a planned reminder');
    await dueNow(at.app, appointment.id);
    await settled(appointment.id, 'delivered');
    await at.owner.patch(`/patients/${patient.id}`, { phone: '+16135558866' }, { ifMatch: '*' }).expect(200);
    await at.world.sandbox.carrier.receive(phone, CLINIC_NUMBER, 'Please cancel everything for Rose');
    for (const [locale, words] of [
      ['en-CA', { kind: 'Text from a patient', list: 'Messages', show: 'attention', who: 'Unidentified phone' }],
      ['fr-CA', { kind: 'Texto d’un patient', list: 'À vérifier', show: 'received', who: 'Téléphone non identifié' }],
    ] as const) {
      const { page, complaints } = await at.open(`/inbox?show=${words.show}`, { locale });
      await list(page, words.list).filter({ hasText: words.who }).getByRole('link').click();
      const detail = page.getByRole('region', { name: words.kind });
      await detail.getByText('Please cancel everything for Rose').waitFor();
      await detail.getByText(/613\s555-8855/).waitFor();
      await detail.getByText(words.who).waitFor();
      expect(complaints).toEqual([]);
    }
  });
});
